package node

import (
	"zhiku/search"
	"zhiku/search/likeness"
	"zhiku/store"
)

// QuoteVerification is what a check of words that are to be cited says.
type QuoteVerification struct {
	Verdict search.Verdict
	Matches []QuoteMatch
}

// QuoteMatch is a place where words asked for were printed, or nearly. Quote is
// nil where it is in none.
type QuoteMatch struct {
	Quote   *Quote
	Article *Article
	found   search.Match
	asked   string
}

// SimilarQuote is a match that is a quote.
type SimilarQuote = QuoteMatch

// Matches makes nodes of the places where the words asked for were found: one
// family of quotes, one of articles.
func (s *Source) Matches(asked string, found []search.Match) []QuoteMatch {
	var quotes []*store.Quote
	for _, m := range found {
		if m.Quote != nil {
			quotes = append(quotes, m.Quote)
		}
	}
	quoteNodes := s.quotes(quotes)
	articles := s.Articles(collect(found, func(m search.Match) *store.Article { return m.Article }))
	out := make([]QuoteMatch, len(found))
	for i, m := range found {
		out[i] = QuoteMatch{Article: articles[i], found: m, asked: asked}
		if m.Quote != nil {
			out[i].Quote, quoteNodes = quoteNodes[0], quoteNodes[1:]
		}
	}
	return out
}

func (m *QuoteMatch) Verdict() search.Verdict { return m.found.Verdict() }
func (m *QuoteMatch) Similarity() float64     { return m.found.Relation.Similarity }
func (m *QuoteMatch) SameSpeaker() bool       { return m.found.SameSpeaker }
func (m *QuoteMatch) SpeakerInDoubt() bool    { return m.found.InDoubt }
func (m *QuoteMatch) Span() store.Span        { return m.found.Span }

// Relation of the words asked for to those printed. Words too few to be called
// altered (five of six that stand in an article) are a match all the same.
func (m *QuoteMatch) Relation() likeness.Kind {
	return max(m.found.Relation.Kind, likeness.Altered)
}

// Diff leads from the words asked for to those printed.
func (m *QuoteMatch) Diff() []likeness.Edit {
	switch r := m.found.Relation; r.Kind {
	case likeness.Altered:
		return r.Diff
	case likeness.PartOf:
		return around(r.Pieces, m.printed(), likeness.Insert)
	case likeness.Contains:
		return around(r.Pieces, m.asked, likeness.Delete)
	}
	return likeness.Diff(m.asked, m.printed())
}

func (m *QuoteMatch) printed() string {
	if m.found.Quote != nil {
		return m.found.Quote.Text
	}
	return m.found.Span.Cut(m.found.Article.Text)
}

// around tells what of the longer text stands in both, and what around it in
// that text alone. A few words in a long text are known by their place: as a
// difference they might be chance.
func around(pieces []likeness.Span, longer string, op likeness.Op) []likeness.Edit {
	var out []likeness.Edit
	add := func(op likeness.Op, text string) {
		if text != "" {
			out = append(out, likeness.Edit{Op: op, Text: text})
		}
	}
	at := 0
	for _, p := range pieces {
		add(op, longer[at:p.Start])
		add(likeness.Equal, p.In(longer))
		at = p.End
	}
	add(op, longer[at:])
	return out
}
