package ingest

import (
	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
	"zhiku/store"
)

// Extraction is all that an article gives: the document, which the store keeps,
// and beside it what only who extracts sees.
type Extraction struct {
	*store.Document
	Dates []Date // sorted, not overlapping
	// Candidates stand beside Document.Quotes: all who may have spoken, the
	// likeliest first; empty where nobody else may have.
	Candidates [][]extract.Candidate
}

// Date is a printed date or period at its place in the article's own text.
type Date struct {
	dates.Date // its Range is of the view
	Span       store.Span
	Surface    string
}

// beside puts a document and what the store does not keep together.
func beside(doc *store.Document, f *findings, printed []dates.Date) *Extraction {
	e := &Extraction{Document: doc, Dates: placed(f.view, printed)}
	for i := range f.quotes {
		e.Candidates = append(e.Candidates, f.quotes[i].Candidates)
	}
	return e
}

func placed(v *text.View, printed []dates.Date) []Date {
	out := make([]Date, len(printed))
	for i, d := range printed {
		span := v.Span(d.Range)
		out[i] = Date{Date: d, Span: span, Surface: span.Cut(v.Raw)}
	}
	return out
}
