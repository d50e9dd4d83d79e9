package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhiku/store"
)

// perArticle bounds what one article page lists of each kind.
const perArticle = 500

// articleData is what the page shows.
type articleData struct {
	frame
	Article    *store.Article
	Paragraphs []paragraph
	Quotes     []*store.Quote
	Figures    []*store.Figure
	Entities   []entityGroup
	Chosen     *quoteView  // the quote the reader came for
	Gone       bool        // it is no longer there
	Similar    []matchView // quotations of nearly the same words elsewhere
	TooSlow    bool        // to find them
	dates      []*store.DateMention
	Place      stretch // words that the reader came for and that are no quote
}

// mostSimilar quotations are listed beside one.
const mostSimilar = 10

// stretch of a text in bytes, half-open.
type stretch struct{ start, end int }

// entityGroup is the entities of one kind.
type entityGroup struct {
	Name     string
	Entities []*store.Entity
}

func (s *site) articlePage(w http.ResponseWriter, r *http.Request) {
	data, err := s.loadArticle(r.Context(), store.ArticleID(r.PathValue("id")))
	switch {
	case errors.Is(err, store.ErrNotFound):
		s.problemPage(w, r, http.StatusNotFound, "noArticle")
		return
	case err != nil:
		s.failed(w, r, err)
		return
	}
	data.frame = newFrame(r, data.Article.Title)
	data.choose(r.URL.Query())
	if err := s.missed(r.Context(), data, store.QuoteID(r.URL.Query().Get("quote"))); err != nil {
		s.failed(w, r, err)
		return
	}
	if err := s.findSimilar(r.Context(), data); err != nil {
		s.failed(w, r, err)
		return
	}
	for i := range data.Entities {
		data.Entities[i].Name = data.T[data.Entities[i].Name]
	}
	data.Paragraphs = paragraphs(data.Article.Text, data.marks())
	s.render(w, http.StatusOK, "article.html", data)
}

func (s *site) loadArticle(ctx context.Context, id store.ArticleID) (*articleData, error) {
	ids := []store.ArticleID{id}
	articles, err := s.Reader.ArticlesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	if articles[id] == nil {
		return nil, store.ErrNotFound
	}
	quotes, err := s.Reader.QuotesIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	figures, err := s.Reader.FiguresIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	entities, err := s.Reader.EntitiesIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	dates, err := s.Reader.DatesIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	return &articleData{Article: articles[id], Quotes: quotes[id], Figures: figures[id], Entities: group(entities[id]), dates: dates[id]}, nil
}

// choose finds what the reader came for: a quote, or a stretch of the text in
// bytes, half-open.
func (d *articleData) choose(asked url.Values) {
	for _, q := range d.Quotes {
		if string(q.ID) == asked.Get("quote") {
			v := d.view(q, d.Article, nil)
			d.Chosen = &v
		}
	}
	first, last, _ := strings.Cut(asked.Get("at"), "-")
	start, err1 := strconv.Atoi(first)
	end, err2 := strconv.Atoi(last)
	text := d.Article.Text
	if err1 == nil && err2 == nil && 0 <= start && start < end && end <= len(text) &&
		utf8.RuneStart(text[start]) && (end == len(text) || utf8.RuneStart(text[end])) {
		d.Place = stretch{start, end}
	}
}

// missed tells of a quote the reader came for and the article does not have: it
// was read again, with other words or by a better extractor.
func (s *site) missed(ctx context.Context, d *articleData, asked store.QuoteID) error {
	if asked == "" || d.Chosen != nil {
		return nil
	}
	held, err := s.Reader.QuotesByID(ctx, []store.QuoteID{asked})
	d.Gone = held[asked] == nil || held[asked].Article != d.Article.ID
	return err
}

// Check is where a quote of the article is checked.
func (d *articleData) Check(q *store.Quote) string { return d.checkLink(q.Text, q.SpeakerText) }

// Others names who else said a quote, or may have; "" for nobody.
func (d *articleData) Others(q *store.Quote) string { return others(q, d.T) }

// Differs tells whether a difference is shown.
func (d *articleData) Differs() bool { return differ(d.Similar) }

func (s *site) findSimilar(ctx context.Context, d *articleData) error {
	if d.Chosen == nil {
		return nil
	}
	found, err := s.Searcher.SimilarQuotes(ctx, d.Chosen.ID, mostSimilar)
	switch {
	case errors.Is(err, store.ErrNotFound): // withdrawn since
		return nil
	case errors.Is(err, store.ErrBusy):
		d.TooSlow = true
		return nil
	}
	for _, m := range found {
		d.Similar = append(d.Similar, d.match(m, d.Chosen.Text))
	}
	return err
}

func group(all []*store.Entity) []entityGroup {
	var out []entityGroup
	for i, name := range []string{"people", "companies", "organizations", "projects"} {
		g := entityGroup{Name: name}
		for _, e := range all {
			if e.Kind == store.EntityKinds[i] {
				g.Entities = append(g.Entities, e)
			}
		}
		if g.Entities != nil {
			out = append(out, g)
		}
	}
	return out
}

// marks sets off the headline's own line, every quote, the one the reader came
// for, and the dates.
func (d *articleData) marks() []mark {
	var out []mark
	if t := d.Article.TitleSpan; t.Len() > 0 {
		out = append(out, mark{start: t.Start, end: t.End, class: "headline"})
	}
	for _, q := range d.Quotes {
		class := "quote"
		if d.Chosen != nil && q.ID == d.Chosen.ID {
			class = "quote chosen"
		}
		for i, span := range q.Spans {
			m := mark{start: span.Start, end: span.End, class: class}
			if i == 0 {
				m.id = string(q.ID)
			}
			out = append(out, m)
		}
	}
	if d.Place.end > 0 {
		out = append(out, mark{start: d.Place.start, end: d.Place.end, class: "chosen", id: "at"})
	}
	for _, m := range d.dates {
		if v := d.date(m); v.Means != "" {
			out = append(out, mark{start: m.Span.Start, end: m.Span.End, date: &v})
		}
	}
	return out
}
