package node

import (
	"context"

	"zhiku/search"
	"zhiku/store"
)

// Searcher is the full-text index.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
	Suggest(ctx context.Context, prefix string, kinds []store.EntityKind, limit int) ([]string, error)
	DidYouMean(ctx context.Context, text string, limit int) ([]string, error)
	SimilarQuotes(ctx context.Context, id store.QuoteID, limit int) ([]search.Similar, error)
	VerifyQuote(ctx context.Context, text, speaker string) (*search.Verification, error)
	Status(ctx context.Context) (search.Status, error)
}

// MaxMeant is how many names didYouMean gives at most.
const MaxMeant = 5

// SearchConnection is a page of what a search found.
type SearchConnection struct {
	Edges             []*SearchEdge
	PageInfo          PageInfo
	TotalCount        int
	TotalIsLowerBound bool

	from    *Source
	query   search.Query
	parsed  *search.Parsed
	holding int
}

// Nodes are the hits alone.
func (c *SearchConnection) Nodes() []SearchNode {
	return collect(c.Edges, func(e *SearchEdge) SearchNode { return e.Node })
}

// Found makes a page of what a search for q found in the list with this name.
func (s *Source) Found(ctx context.Context, list string, q search.Query, result *search.Result) (*SearchConnection, error) {
	nodes, err := s.ByID(ctx, collect(result.Page.Items, func(h search.Hit) string { return h.ID }))
	if err != nil {
		return nil, err
	}
	scores := map[string]float64{}
	page := Connect(list, &result.Page, func(h search.Hit) (SearchNode, bool) {
		scores[h.ID] = h.Score
		n, ok := nodes[h.ID].(SearchNode)
		if q, isQuote := n.(*Quote); isQuote {
			q.query = &result.Query
		}
		return n, ok
	}, nil)
	out := &SearchConnection{PageInfo: page.PageInfo, TotalCount: result.Total, TotalIsLowerBound: result.AtLeast,
		Edges: []*SearchEdge{}, from: s, query: q, parsed: &result.Query, holding: result.Holding}
	for _, e := range page.Edges {
		out.Edges = append(out.Edges, &SearchEdge{e.Cursor, e.Node, scores[e.Node.nodeID()], &result.Query})
	}
	return out, nil
}

// relaxed tells that documents that hold most of the words were added.
func (c *SearchConnection) relaxed() bool { return c.holding < c.TotalCount }

// DidYouMean gives known names that may have been meant. Where something holds
// all the words they were hardly mistyped.
func (c *SearchConnection) DidYouMean(ctx context.Context) ([]Entity, error) {
	if c.holding > 0 {
		return nil, nil
	}
	ids, err := c.from.Search.DidYouMean(ctx, c.query.Text, MaxMeant)
	if err != nil {
		return nil, err
	}
	return c.from.EntitiesInOrder(ctx, ids)
}

// Stats counts what the store holds and how far the index knows it.
type Stats struct {
	store.Stats
	OutdatedArticles int
	IndexedChange    int64
	IndexBuilding    bool
}
