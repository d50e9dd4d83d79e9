// Package ingest takes newspaper articles in: it reads them, finds in them who
// said what, which people, companies, organisations and projects they tell of,
// which figures they state and which dates they print, and hands each to the
// store in one piece.
package ingest

import (
	"fmt"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/extract/figures"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/extract/quotes"
	"zhiku/ingest/link"
	"zhiku/ingest/text"
	"zhiku/store"
)

// Extract reads one article's text, which must be UTF-8, and puts together what
// it says. It is a pure function of the article; a fault in a step comes back
// as an error.
func Extract(a *store.Article) (doc *store.Document, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("extract %s: internal fault: %v", a.SourceKey, r)
		}
	}()
	if !utf8.ValidString(a.Text) {
		return nil, fmt.Errorf("extract %s: the text is no UTF-8; read it with ingest/source, which decodes it", a.SourceKey)
	}
	view := text.New(a.Text)
	periods := dates.Find(view, a.Published)
	linked := link.Link(view, names.Find(view))
	found := findings{
		view:    view,
		linked:  linked,
		quotes:  quotes.Find(view, linked),
		figures: figures.Find(view, linked, periods),
		dates:   periods,
	}
	doc = assemble(a, &found)
	if err := doc.Validate(); err != nil {
		return nil, err
	}
	return doc, nil
}

// findings is what the finders gave for one article.
type findings struct {
	view    *text.View
	linked  *extract.Linked
	quotes  []extract.Quote
	figures []extract.Figure
	dates   []dates.Date
}
