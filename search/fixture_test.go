package search

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"zhiku/store"
	"zhiku/store/sqlite"
)

// house is a store and an index beside it, in a temporary folder.
type house struct {
	t     testing.TB
	dir   string
	store *sqlite.DB
	index *Index
}

func newHouse(t testing.TB) *house {
	t.Helper()
	h := &house{t: t, dir: t.TempDir()}
	h.store = openStore(t, filepath.Join(h.dir, "zhiku.db"))
	h.open()
	return h
}

func openStore(t testing.TB, path string) *sqlite.DB {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func (h *house) indexDir() string { return filepath.Join(h.dir, "index") }

func (h *house) open() {
	h.t.Helper()
	ix, err := Open(h.t.Context(), h.indexDir(), h.store)
	if err != nil {
		h.t.Fatal(err)
	}
	h.index = ix
	h.t.Cleanup(func() { ix.Close() })
}

func (h *house) reopen() {
	h.t.Helper()
	h.close()
	h.open()
}

func (h *house) close() {
	h.t.Helper()
	if err := h.index.Close(); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) put(docs ...*store.Document) {
	h.t.Helper()
	for _, d := range docs {
		if err := d.Validate(); err != nil {
			h.t.Fatal(err)
		}
		if _, err := h.store.Put(h.t.Context(), d); err != nil {
			h.t.Fatal(err)
		}
	}
}

func (h *house) catchUp() {
	h.t.Helper()
	if err := h.index.CatchUp(h.t.Context()); err != nil {
		h.t.Fatal(err)
	}
}

// clean fails when index and store differ.
func (h *house) clean() {
	h.t.Helper()
	lines, err := h.index.Verify(h.t.Context())
	if err != nil || len(lines) > 0 {
		h.t.Fatalf("index and store differ: %v\n%s", err, strings.Join(lines, "\n"))
	}
}

func (h *house) search(q Query) *Result {
	h.t.Helper()
	if q.Page.Limit == 0 {
		q.Page.Limit = store.MaxPage
	}
	r, err := h.index.Search(h.t.Context(), q)
	if err != nil {
		h.t.Fatalf("search %+v: %v", q, err)
	}
	return r
}

// all gives the ids of every hit, page by page.
func (h *house) all(q Query) []string {
	h.t.Helper()
	var ids []string
	for {
		r := h.search(q)
		ids = append(ids, idsOfHits(r)...)
		if !r.Page.HasNext {
			return ids
		}
		last := r.Page.Positions[len(r.Page.Positions)-1]
		q.Page.After = &last
	}
}

func idsOfHits(r *Result) []string {
	ids := []string{}
	for _, hit := range r.Page.Items {
		ids = append(ids, hit.ID)
	}
	return ids
}

var said = store.Evidence{Rule: "test", Confidence: 1, Extractor: 1}

// article makes a document of a text alone.
func article(key, title, text string) *store.Document {
	return &store.Document{Extractor: 1, Article: store.Article{
		ID: store.NewArticleID(key), SourceKey: key, SHA256: fmt.Sprintf("%x", title+"\x00"+text),
		Format: "text", Encoding: "UTF-8", Title: title, Text: text,
	}}
}

// span finds the nth stretch of the document's text that reads so.
func span(d *store.Document, words string) store.Span {
	start := strings.Index(d.Article.Text, words)
	if start < 0 {
		panic(words + " does not stand in the text")
	}
	runes := utf8.RuneCountInString(d.Article.Text[:start])
	return store.Span{Start: start, End: start + len(words), RuneStart: runes, RuneEnd: runes + utf8.RuneCountInString(words)}
}

// quote adds a quote of one or several stretches and gives its id.
func quote(d *store.Document, speaker string, parts ...string) string {
	text := strings.Join(parts, store.SpanSeparator)
	q := store.Quote{
		ID:      store.NewQuoteID(d.Article.ID, store.Direct, text, len(d.Quotes)),
		Article: d.Article.ID, Kind: store.Direct, Text: text, SpeakerText: speaker, Named: speaker != "", Evidence: said,
	}
	for _, p := range parts {
		q.Spans = append(q.Spans, span(d, p))
	}
	for _, e := range d.Entities {
		if e.Name == speaker {
			q.Speaker = e.ID
		}
	}
	d.Quotes = append(d.Quotes, q)
	return string(q.ID)
}

// entity adds an entity with one mention and gives its id.
func entity(d *store.Document, kind store.EntityKind, name string, aliases ...string) string {
	e := store.Entity{ID: store.NewEntityID(kind, name), Kind: kind, Name: name, Aliases: aliases, Key: name, Confidence: 0.9}
	d.Entities = append(d.Entities, e)
	at := span(d, name)
	d.Mentions = append(d.Mentions, store.Mention{
		ID:      store.NewMentionID(d.Article.ID, name, name, 0),
		Article: d.Article.ID, Entity: e.ID, Kind: kind, Span: at, Surface: name, Evidence: said,
	})
	return string(e.ID)
}

// figure adds a figure and gives its id.
func figure(d *store.Document, sentence, surface, value, metric string) string {
	f := store.Figure{
		ID:      store.NewFigureID(d.Article.ID, sentence, surface, len(d.Figures)),
		Article: d.Article.ID, Span: span(d, surface), Surface: surface, Value: store.Decimal(value),
		Metric: metric, Context: span(d, sentence), Evidence: said,
	}
	d.Figures = append(d.Figures, f)
	return string(f.ID)
}
