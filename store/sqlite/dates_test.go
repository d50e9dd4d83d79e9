package sqlite

import (
	"database/sql"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/pressly/goose/v3"

	"zhiku/store"
)

// dated adds the dates that a document prints in its first quotes, one each.
func dated(d *store.Document, dates ...store.DateMention) {
	for i, m := range dates {
		m.Span = d.Quotes[i].Spans[0]
		m.Evidence = store.Evidence{Rule: "dates.printed", Confidence: 0.9, Extractor: 1}
		m.Surface = m.Span.Cut(d.Article.Text)
		m.ID, m.Article = store.NewDateID(d.Article.ID, "", m.Surface, 0), d.Article.ID
		d.Dates = append(d.Dates, m)
		d.Article.SHA256 += string(m.From)
	}
}

// inDoubt has the second speaker of a document come into question for its first quote.
func inDoubt(d *store.Document) {
	first, second := &d.Quotes[0], &d.Quotes[1]
	first.Candidates = []store.SpeakerCandidate{
		{Name: first.SpeakerText, Entity: first.Speaker, Weight: 1 / 1.35},
		{Name: second.SpeakerText, Entity: second.Speaker, Weight: 0.35 / 1.35}}
	d.Article.SHA256 += "doubt"
}

func TestDatesAndRivalsStandWithTheirArticle(t *testing.T) {
	db := open(t)
	doc := article("甲", "沂川晚报", "2026-03-05", lu, he)
	inDoubt(doc)
	dated(doc, store.DateMention{From: "2026-03-04", To: "2026-03-04", Precision: store.PrecisionDay, Relative: true, Anchor: store.AnchorPublication},
		store.DateMention{})
	put(t, db, doc, store.New)
	put(t, db, article("乙", "沂川晚报", "2026-03-05", lu), store.New)
	got, err := document(ctx, reading{db}, doc.Article.ID)
	if err != nil || !reflect.DeepEqual(got.Dates, doc.Dates) {
		t.Errorf("dates = %+v, %v\nwant    %+v", got.Dates, err, doc.Dates)
	}
	in, err := db.DatesIn(ctx, []store.ArticleID{doc.Article.ID, store.NewArticleID("乙")}, 1)
	if err != nil || len(in) != 1 || len(in[doc.Article.ID]) != 1 || in[doc.Article.ID][0].From != "2026-03-04" {
		t.Errorf("the first date of each article = %v, %v", in, err)
	}
	if n, err := db.CountDates(ctx, doc.Article.ID); n != 2 || err != nil {
		t.Errorf("%d dates, %v", n, err)
	}
	quote := doc.Quotes[0].ID
	held, err := db.QuotesByID(ctx, []store.QuoteID{quote})
	if err != nil || !reflect.DeepEqual(held[quote].Candidates, doc.Quotes[0].Candidates) {
		t.Errorf("candidates = %+v, %v", held[quote].Candidates, err)
	}
	for doubt, want := range map[bool]int{true: 1, false: 2} {
		f := store.QuoteFilter{InDoubt: &doubt}
		n, err := db.CountQuotes(ctx, f)
		if list := walk(t, db, f, 10, false); n != want || len(list) != want || err != nil {
			t.Errorf("in doubt %v: %d counted, %d listed, want %d (%v)", doubt, n, len(list), want, err)
		}
	}
	clean(t, db)

	both := article("丙", "沂川晚报", "2026-03-06", he, lu)
	inDoubt(both)
	both.Quotes[0].Candidates[1].Joint = true
	put(t, db, both, store.New)
	if got, err := document(ctx, reading{db}, both.Article.ID); err != nil || got.Quotes[0].InDoubt() || got.Quotes[1].InDoubt() {
		t.Errorf("who speak together are in doubt: %+v, %v", got.Quotes, err)
	}
	doubt := true
	if n, err := db.CountQuotes(ctx, store.QuoteFilter{InDoubt: &doubt}); n != 1 || err != nil {
		t.Errorf("with two who speak together %d quotes are in doubt, %v", n, err)
	}

	put(t, db, article("甲", "沂川晚报", "2026-03-05", lu), store.Changed)
	if n, err := db.CountDates(ctx, doc.Article.ID); n != 0 || err != nil {
		t.Errorf("a revision that prints no date has %d, %v", n, err)
	}
	if held, _ := db.QuotesByID(ctx, []store.QuoteID{quote}); held[quote] == nil || held[quote].Candidates != nil {
		t.Errorf("a revision in which nobody else comes into question keeps %+v", held[quote])
	}
	clean(t, db)
}

// TestADateThatClashesTakesNothingIn: a date fails at the end of the
// transaction, and what was written before it goes with it.
func TestADateThatClashesTakesNothingIn(t *testing.T) {
	db := open(t)
	first := article("甲", "沂川晚报", "2026-03-05", lu)
	dated(first, store.DateMention{})
	put(t, db, first, store.New)
	clash := article("乙", "沂川晚报", "2026-03-05", he)
	dated(clash, store.DateMention{})
	clash.Dates[0].ID = first.Dates[0].ID
	if _, err := db.Put(ctx, clash); err == nil {
		t.Fatal("a date of another article was overwritten")
	}
	if s, err := db.Stats(ctx); err != nil || s.Articles != 1 || s.Quotes != 1 {
		t.Errorf("stats = %+v, %v", s, err)
	}
	clean(t, db)
}

func TestWrongDatesAndCandidatesAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(*store.Document){
		"a date that ends before it begins": func(d *store.Document) { d.Dates[0].To = "2026-03-03" },
		"a date with no end":                func(d *store.Document) { d.Dates[0].To = "" },
		"an anchor of what is not relative": func(d *store.Document) { d.Dates[0].Relative = false },
		"a date of other words":             func(d *store.Document) { d.Dates[0].Surface = "昨日" },
		"a speaker alone":                   func(d *store.Document) { d.Quotes[0].Candidates = d.Quotes[0].Candidates[:1] },
		"another one first": func(d *store.Document) {
			c := d.Quotes[0].Candidates
			c[0], c[1] = c[1], c[0]
		},
		"weights that make more than 1":     func(d *store.Document) { d.Quotes[0].Candidates[1].Weight = 0.5 },
		"a rival nobody knows":              func(d *store.Document) { d.Quotes[0].Candidates[1].Entity = "p-none" },
		"a speaker who speaks with himself": func(d *store.Document) { d.Quotes[0].Candidates[0].Joint = true },
		"a rival without a name":            func(d *store.Document) { d.Quotes[0].Candidates[1].Name = "" },
	} {
		d := article("甲", "沂川晚报", "2026-03-05", lu, he)
		inDoubt(d)
		dated(d, store.DateMention{From: "2026-03-04", To: "2026-03-04", Precision: store.PrecisionDay, Relative: true, Anchor: store.AnchorPublication})
		if err := d.Validate(); err != nil {
			t.Fatal(err)
		}
		if spoil(d); d.Validate() == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// TestAnOlderStoreIsBroughtUpToDate: what a zhiku without dates took in stays,
// and its articles get dates and rivals when they are read again.
func TestAnOlderStoreIsBroughtUpToDate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "zhiku.db")
	old, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, old, article("甲", "沂川晚报", "2026-03-05", lu, he), store.New)
	downTo(t, old.write, 1)
	old.Close()
	if _, err := OpenReadOnly(ctx, path); err == nil || !strings.Contains(err.Error(), "older zhiku (schema 1,") || !strings.Contains(err.Error(), "with this program") {
		t.Errorf("an older store that may not be written: %v", err)
	}

	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if q := walk(t, db, store.QuoteFilter{}, 10, false); len(q) != 2 || q[0].Candidates != nil {
		t.Errorf("quotes = %+v", q)
	}
	clean(t, db)
	again := article("甲", "沂川晚报", "2026-03-05", lu, he)
	inDoubt(again)
	dated(again, store.DateMention{})
	put(t, db, again, store.Changed)
	doubt := true
	if n, err := db.CountQuotes(ctx, store.QuoteFilter{InDoubt: &doubt}); n != 1 || err != nil {
		t.Errorf("%d quotes in doubt, %v", n, err)
	}
	clean(t, db)
}

func downTo(t *testing.T, db *sql.DB, version int64) {
	t.Helper()
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		t.Fatal(err)
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.DownTo(ctx, version); err != nil {
		t.Fatal(err)
	}
}
