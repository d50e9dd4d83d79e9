package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// defaultBudget is how long one search may take, waiting for its turn not counted.
const defaultBudget = 2 * time.Second

// Search finds what q asks for. A position of another order, a limit out of
// range or too long a query is store.ErrInvalid; a search that takes longer
// than two seconds is store.ErrBusy.
func (ix *Index) Search(ctx context.Context, q Query) (*Result, error) {
	parsed := Parse(q.Text)
	if parsed.err != nil {
		return nil, parsed.err
	}
	s, err := sortingOf(q.Order)
	if err != nil {
		return nil, err
	}
	ends, err := s.bounds(q.Page)
	if err != nil {
		return nil, err
	}
	found, err := ix.run(ctx, request(bleveQuery(parsed, q), s, q.Page, ends))
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", parsed, err)
	}
	if q.Page.Backward {
		slices.Reverse(found.Hits)
	}
	page, err := s.page(found.Hits, q.Page, ends)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", parsed, err)
	}
	return &Result{Page: page, Total: int(found.Total), Query: parsed}, nil
}

// request asks for one hit more than the page holds, from the end of the
// stretch the page begins at.
func request(q query.Query, s sorting, p store.PageRequest, ends bounds) *bleve.SearchRequest {
	r := bleve.NewSearchRequestOptions(q, p.Limit+1, 0, false)
	order := s
	if p.Backward {
		order = s.reversed()
		r.SearchAfter = ends.before
	} else {
		r.SearchAfter = ends.after
	}
	r.SortBy(order.keys)
	return r
}

// run searches when its turn comes: no more searches run at once than there
// are processors, first come first served, which keeps the slowest ones short.
func (ix *Index) run(ctx context.Context, r *bleve.SearchRequest) (*bleve.SearchResult, error) {
	if err := ix.turns.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	defer ix.turns.Release(1)
	ix.swap.RLock()
	defer ix.swap.RUnlock()
	if err := ix.absent(); err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, ix.budget)
	defer cancel()
	found, err := ix.bleve.SearchInContext(limited, r)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if limited.Err() != nil || errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("stopped after %v; ask for fewer or rarer words: %w", ix.budget, store.ErrBusy)
	}
	return found, err
}
