package node

import (
	"context"

	"zhiku/search"
	"zhiku/store"
)

// Quote is a quote of the schema.
type Quote struct {
	*store.Quote
	from  *Source
	query *search.Parsed // what it was found by; nil where it was not searched for
	kin   *family[*store.Quote]
}

type (
	// QuoteConnection is a page of quotes.
	QuoteConnection = Connection[*Quote]
	// QuoteEdge is a quote with its cursor.
	QuoteEdge = Edge[*Quote]
)

func (*Quote) IsNode()          {}
func (*Quote) IsSearchNode()    {}
func (q *Quote) nodeID() string { return string(q.ID) }

// Quotes makes one family of quotes, found by query or, where that is nil, not
// searched for.
func (s *Source) Quotes(list []*store.Quote, query *search.Parsed) []*Quote {
	kin := newFamily(list)
	return collect(list, func(q *store.Quote) *Quote { return &Quote{q, s, query, kin} })
}

func (s *Source) quotes(list []*store.Quote) []*Quote { return s.Quotes(list, nil) }

// QuotesByID reads quotes.
func (s *Source) QuotesByID(ctx context.Context, ids []store.QuoteID) (map[store.QuoteID]*Quote, error) {
	return ByIDs(ctx, ids, s.Store.QuotesByID, s.quotes)
}

// SpeakerCandidate is one of several who may have said a quote.
type SpeakerCandidate struct {
	store.SpeakerCandidate
	of *Quote
}

// SpeakerInDoubt tells whether the article leaves open who speaks.
func (q *Quote) SpeakerInDoubt() bool { return q.InDoubt() }

// SpeakerCandidates are all who may have said it, none where only the speaker comes
// into question.
func (q *Quote) SpeakerCandidates() []SpeakerCandidate {
	return collect(q.Candidates, func(c store.SpeakerCandidate) SpeakerCandidate { return SpeakerCandidate{c, q} })
}

// Entity is nil for an unnamed source. The candidates of a page of quotes are
// read together.
func (c *SpeakerCandidate) Entity(ctx context.Context) (Entity, error) {
	all, err := together(c.of.kin, "candidates", func(quotes []*store.Quote) (map[store.EntityID]Entity, error) {
		var ids []store.EntityID
		for _, q := range quotes {
			ids = append(ids, collect(q.Candidates, func(c store.SpeakerCandidate) store.EntityID { return c.Entity })...)
		}
		return c.of.from.EntitiesByID(ctx, ids)
	})
	return all[c.SpeakerCandidate.Entity], err
}

func (q *Quote) entities(ctx context.Context) (map[store.EntityID]Entity, error) {
	return entitiesOf(ctx, q.from, q.kin, func(q *store.Quote) store.EntityID { return q.Speaker },
		func(q *store.Quote) store.EntityID { return q.Organization })
}

func (q *Quote) Speaker(ctx context.Context) (Entity, error) {
	all, err := q.entities(ctx)
	return all[q.Quote.Speaker], err
}

// Organization is the speaker's employer as printed.
func (q *Quote) Organization() string { return q.OrganizationText }

func (q *Quote) OrganizationEntity(ctx context.Context) (Entity, error) {
	all, err := q.entities(ctx)
	return all[q.Quote.Organization], err
}

func (q *Quote) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, q.from, q.kin, q.Quote.Article, articleOfQuote)
}

func articleOfQuote(q *store.Quote) store.ArticleID { return q.Article }

func (q *Quote) Context(ctx context.Context) (*Context, error) {
	all, err := articlesOf(ctx, q.from, q.kin, articleOfQuote)
	return contextIn(all[q.Quote.Article], q.Quote.Context), err
}

func (q *Quote) CueSpan() *store.Span     { return spanOrNil(q.Quote.CueSpan) }
func (q *Quote) SpeakerSpan() *store.Span { return spanOrNil(q.Quote.SpeakerSpan) }

// Highlights are where the words searched for stand in the text.
func (q *Quote) Highlights() []search.Range {
	if q.query == nil {
		return nil
	}
	return append([]search.Range{}, q.query.Highlight(q.Text)...)
}

// HighlightHTML is the text with the words searched for marked.
func (q *Quote) HighlightHTML() *string {
	if q.query == nil {
		return nil
	}
	html := search.MarkHTML(q.Text, q.query.Highlight(q.Text), "<mark>", "</mark>")
	return &html
}
