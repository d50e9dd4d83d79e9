package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

// stored is a list that the store filters and orders.
type stored[F, R, T any] struct {
	name   string // of the list and its order; cursors carry it
	filter F
	read   func(context.Context, F, store.PageRequest) (*store.Page[R], error)
	count  func(context.Context, F) (int, error)
	nodes  func([]R) []T
}

func (l stored[F, R, T]) page(ctx context.Context, args node.Args) (*node.Connection[T], error) {
	request, err := args.Request(l.name)
	if err != nil {
		return nil, err
	}
	rows, err := l.read(ctx, l.filter, request)
	if err != nil {
		return nil, err
	}
	page := &store.Page[T]{Items: l.nodes(rows.Items), Positions: rows.Positions, HasNext: rows.HasNext, HasPrevious: rows.HasPrevious}
	return node.Connect(l.name, page, func(item T) (T, bool) { return item, true },
		func(ctx context.Context) (int, error) { return l.count(ctx, l.filter) }), nil
}

// searched is a list that the index finds and orders; the store gives the rows.
type searched[ID ~string, R, T any] struct {
	name  string
	query search.Query
	read  func(context.Context, []ID) (map[ID]R, error)
	nodes func([]R, *search.Parsed) []T
}

func (l searched[ID, R, T]) page(ctx context.Context, index Searcher, args node.Args) (*node.Connection[T], error) {
	result, err := find(ctx, index, l.listName(), &l.query, args)
	if err != nil {
		return nil, err
	}
	ids := make([]ID, len(result.Page.Items))
	for i, hit := range result.Page.Items {
		ids[i] = ID(hit.ID)
	}
	nodes, err := node.ByIDs(ctx, ids, l.read, func(rows []R) []T { return l.nodes(rows, &result.Query) })
	if err != nil {
		return nil, err
	}
	return node.Connect(l.listName(), &result.Page, func(h search.Hit) (T, bool) { n, ok := nodes[ID(h.ID)]; return n, ok },
		func(context.Context) (int, error) { return result.Total, nil }), nil
}

func (l searched[ID, R, T]) listName() string { return searchName(l.name, l.query) }

// searchName tells searches apart in cursors: a score of one query is none of
// another.
func searchName(list string, q search.Query) string {
	sum := sha256.Sum256([]byte(q.Text))
	return list + " " + string(q.Order) + " " + hex.EncodeToString(sum[:4])
}

// find runs a search for a page of the list with this name, which it sets.
func find(ctx context.Context, index Searcher, list string, q *search.Query, args node.Args) (*search.Result, error) {
	var err error
	if q.Page, err = args.Request(list); err != nil {
		return nil, err
	}
	return index.Search(ctx, *q)
}

// known gives an order's name in the store or the index; what is asked for by
// default where nothing is. Orders that are missing from names do not go with
// the way the list is asked for.
func known[O ~string, S any](order *O, standard O, names map[O]S, why string) (S, error) {
	o := standard
	if order != nil {
		o = *order
	}
	name, ok := names[o]
	if !ok {
		return name, node.Errorf(node.InvalidArgument, "orderBy: %s goes %s", o, why)
	}
	return name, nil
}

const (
	onlyWithSearch = "only with search"
	notWithSearch  = "not with search"
)

// refuse tells of the first of these filters that is set beside search.
func refuse(filters map[string]bool) error {
	for _, name := range sortedKeys(filters) {
		if filters[name] {
			return node.Errorf(node.InvalidArgument, "filter: %s does not go with search; leave one of them out", name)
		}
	}
	return nil
}
