package node

import (
	"context"
	"strings"
	"unicode/utf8"

	"zhiku/search"
	"zhiku/store"
)

// snippetRunes is how long a snippet may be, in code points.
const snippetRunes = 80

// SearchConnection is a page of what a search found.
type SearchConnection struct {
	Edges      []*SearchEdge
	PageInfo   PageInfo
	TotalCount int
}

// Nodes are the hits alone.
func (c *SearchConnection) Nodes() []SearchNode {
	return collect(c.Edges, func(e *SearchEdge) SearchNode { return e.Node })
}

// SearchEdge is a hit.
type SearchEdge struct {
	Cursor string
	Node   SearchNode
	Score  float64
	query  *search.Parsed
}

// Found makes a page of what a search of this list found.
func (s *Source) Found(ctx context.Context, list string, result *search.Result) (*SearchConnection, error) {
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
	out := &SearchConnection{PageInfo: page.PageInfo, TotalCount: result.Total, Edges: []*SearchEdge{}}
	for _, e := range page.Edges {
		out.Edges = append(out.Edges, &SearchEdge{e.Cursor, e.Node, scores[e.Node.nodeID()], &result.Query})
	}
	return out, nil
}

// Snippet is a stretch of the node's words that shows why it was found.
func (e *SearchEdge) Snippet(ctx context.Context) (string, error) {
	words, err := wordsOf(ctx, e.Node)
	if err != nil || utf8.RuneCountInString(words) <= snippetRunes {
		return words, err
	}
	r := e.query.Snippet(words, snippetRunes)
	return words[r.Start:r.End], nil
}

// SnippetHighlights are where the words searched for stand in the snippet.
func (e *SearchEdge) SnippetHighlights(ctx context.Context) ([]search.Range, error) {
	text, err := e.Snippet(ctx)
	return append([]search.Range{}, e.query.Highlight(text)...), err
}

// SnippetHTML is the snippet with the words searched for marked.
func (e *SearchEdge) SnippetHTML(ctx context.Context) (string, error) {
	text, err := e.Snippet(ctx)
	return search.MarkHTML(text, e.query.Highlight(text), "<mark>", "</mark>"), err
}

// wordsOf a node that the index knows it by.
func wordsOf(ctx context.Context, n SearchNode) (string, error) {
	switch n := n.(type) {
	case *Quote:
		return n.Text, nil
	case *Article:
		return n.Text, nil
	case *Figure:
		around, err := n.Context(ctx)
		if around == nil {
			return n.Surface, err
		}
		return around.Text, nil
	case Entity:
		return strings.Join(append([]string{n.row().Name}, n.row().Aliases...), "、"), nil
	}
	return "", nil
}

// Stats counts what the store holds and how far the index knows it.
type Stats struct {
	store.Stats
	IndexedChange int64
	IndexBuilding bool
}
