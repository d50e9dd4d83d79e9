package search

import (
	"context"
	"errors"
	"fmt"
	"time"

	"zhiku/search/leaf"
	"zhiku/store"
)

// defaultBudget is how long one search may take, waiting for its turn not counted.
const defaultBudget = 2 * time.Second

// Search finds what q asks for. A position of another order, a limit out of
// range or too long a query is store.ErrInvalid; a search that takes longer
// than two seconds is store.ErrBusy.
func (ix *Index) Search(ctx context.Context, q Query) (*Result, error) {
	if q.Order == "" {
		q.Order = Relevance
	}
	parsed := Parse(q.Text)
	if parsed.err != nil {
		return nil, parsed.err
	}
	if err := checkFacets(q.Facets); err != nil {
		return nil, err
	}
	stretch, err := stretchOf(q)
	if err != nil {
		return nil, err
	}
	out := &Result{Query: parsed}
	err = ix.turn(ctx, func(ctx context.Context, s *leaf.Snapshot) error {
		p, err := newPlan(&out.Query, q, &directory{s.Leaves})
		if err != nil {
			return err
		}
		r := &run{ctx: ctx, order: q.Order, plan: p}
		defer r.done()
		return r.answer(s.Leaves, q.Page, stretch, q.Facets, out)
	})
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", parsed, err)
	}
	return out, nil
}

// stretch of a list that is asked for, and what the list was pinned with.
type stretchAsked struct {
	ends
	pinned *pinned
}

func stretchOf(q Query) (s stretchAsked, err error) {
	if err := q.Order.known(); err != nil {
		return s, err
	}
	if q.Page.Limit < 1 || q.Page.Limit > store.MaxPage {
		return s, fmt.Errorf("limit of %d hits: 1 to %d can be asked for: %w", q.Page.Limit, store.MaxPage, store.ErrInvalid)
	}
	if q.Page.Before != nil {
		if s.before, s.pinned, err = q.Order.place(*q.Page.Before); err != nil {
			return s, err
		}
	}
	if q.Page.After != nil {
		s.after, s.pinned, err = q.Order.place(*q.Page.After)
	}
	return s, err
}

// answer does the search and fills out.
func (r *run) answer(leaves []*leaf.Leaf, page store.PageRequest, asked stretchAsked, facets []FacetQuery, out *Result) error {
	if err := r.pin(leaves, asked.pinned); err != nil {
		return err
	}
	if err := r.find(leaves); err != nil {
		return err
	}
	if err := r.settle(len(facets) > 0); err != nil {
		return err
	}
	if err := r.loosen(); err != nil {
		return err
	}
	var err error
	if out.Facets, err = r.facets(facets); err != nil {
		return err
	}
	if err := r.prepare(); err != nil {
		return err
	}
	var line *place
	if asked.pinned != nil {
		line = &asked.pinned.line
	}
	places, err := r.page(page.Limit+1, asked.ends, page.Backward, line)
	if err != nil {
		return err
	}
	return r.fill(places, page, asked.ends, out)
}

// pin takes the weights the list was ranked with, or makes them.
func (r *run) pin(leaves []*leaf.Leaf, with *pinned) error {
	if r.order != Relevance {
		return nil
	}
	if with == nil {
		if err := r.plan.ranking.weigh(leaves); err != nil {
			return err
		}
	} else if !r.plan.ranking.take(with.weights) {
		return fmt.Errorf("the position is of another query: take one from a page of the same: %w", store.ErrInvalid)
	}
	r.pinned.weights = r.plan.ranking.weights()
	return nil
}

// fill makes a page of the places, of which one may be more than asked for.
func (r *run) fill(places []place, page store.PageRequest, e ends, out *Result) error {
	out.Total, out.AtLeast, out.Holding = r.holding, !r.counted, r.holding
	if r.relaxed {
		out.Total = 0
		for _, part := range r.parts {
			out.Total += int(part.docs.GetCardinality())
		}
	}
	list := &out.Page
	list.HasNext, list.HasPrevious = e.before != nil, e.after != nil
	if over := len(places) - page.Limit; over > 0 {
		if page.Backward {
			places, list.HasPrevious = places[over:], true
		} else {
			places, list.HasNext = places[:page.Limit], true
		}
	}
	for i := range places {
		id := unpackID(r.id(&places[i]))
		kind, ok := store.KindOf(id)
		if !ok {
			return fmt.Errorf("document %q of the index has no id of the store", id)
		}
		list.Items = append(list.Items, Hit{ID: id, Kind: kind, Score: float64(places[i].score)})
		list.Positions = append(list.Positions, r.order.position(&places[i], &r.pinned))
	}
	return nil
}

// turn does work on a snapshot when its turn comes: no more searches run at
// once than there are processors, first come first served, which keeps the
// slowest ones short.
func (ix *Index) turn(ctx context.Context, work func(context.Context, *leaf.Snapshot) error) (err error) {
	if err := ix.turns.Acquire(ctx, 1); err != nil {
		return err
	}
	defer ix.turns.Release(1)
	ix.swap.RLock()
	defer ix.swap.RUnlock()
	if err := ix.absent(); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, ix.budget)
	defer cancel()
	s, err := ix.leaves.Open(ix.bleve)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	err = work(limited, s)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case limited.Err() != nil:
		return fmt.Errorf("stopped after %v; ask for fewer or rarer words: %w", ix.budget, store.ErrBusy)
	}
	return err
}
