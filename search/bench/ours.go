package main

import (
	"context"

	"zhiku/search"
	"zhiku/store"
)

// ours is the product's own search, called as its server calls it.
type ours struct {
	index *search.Index
	from  *source
}

func openOurs(ctx context.Context, dir string, from *source) (engine, error) {
	index, err := search.Open(ctx, dir, from)
	if err != nil {
		return nil, err
	}
	return &ours{index, from}, nil
}

// Build lets the follower of the log do it.
func (o *ours) Build(ctx context.Context) error { return o.index.CatchUp(ctx) }

// Follow keeps the index level with the log until ctx ends.
func (o *ours) Follow(ctx context.Context) error { return o.index.Follow(ctx, 0) }

// Position is the last change indexed.
func (o *ours) Position(ctx context.Context) (int64, error) {
	s, err := o.index.Status(ctx)
	return s.Position, err
}

// Search reads the texts found and makes a snippet of each with its marks.
func (o *ours) Search(ctx context.Context, q query) (answer, error) {
	r, err := o.index.Search(ctx, search.Query{
		Text: q.Text(), Kinds: []store.Kind{store.KindArticle}, Page: store.PageRequest{Limit: pageSize},
	})
	if err != nil {
		return answer{}, err
	}
	ids := make([]store.ArticleID, len(r.Page.Items))
	for i, h := range r.Page.Items {
		ids[i] = store.ArticleID(h.ID)
	}
	articles, err := o.from.ArticlesByID(ctx, ids)
	if err != nil {
		return answer{}, err
	}
	out := answer{Total: r.Total, Bound: r.AtLeast, Wider: r.Holding < r.Total}
	for _, id := range ids {
		n, _ := o.from.Number(id)
		out.Hits = append(out.Hits, hit{n, len(marks(r.Query, articles[id]))})
	}
	return out, nil
}

// snippetRunes is how long a snippet of the product is, in code points.
const snippetRunes = 80

func marks(p search.Parsed, a *store.Article) []search.Range {
	if a == nil {
		return nil
	}
	r := p.Snippet(a.Text, snippetRunes)
	return p.Highlight(a.Text[r.Start:r.End])
}

// Close gives the folder free.
func (o *ours) Close() error { return o.index.Close() }
