package graph

import (
	"context"

	"zhiku/graph/node"
	"zhiku/store"
)

// maxIDs is how many nodes may be asked for by id at once.
const maxIDs = node.MaxPage

// one gives the node with an id where it is of the Go type T; nil where it is
// not there or of another kind.
func one[T node.Node](ctx context.Context, r *Resolver, id string) (T, error) {
	var none T
	found, err := r.nodes().ByID(ctx, []string{id})
	if err != nil {
		return none, err
	}
	n, _ := found[id].(T)
	return n, nil
}

// suggested reads the entities that the index suggests.
func (r *Resolver) suggested(ctx context.Context, prefix string, kinds []store.EntityKind, limit *int) ([]node.Entity, error) {
	ids, err := r.Search.Suggest(ctx, prefix, kinds, node.Or(limit, node.DefaultNested))
	if err != nil {
		return nil, err
	}
	return r.nodes().EntitiesInOrder(ctx, ids)
}

func (r *Resolver) stats(ctx context.Context) (*node.Stats, error) {
	counts, err := r.Store.Stats(ctx)
	if err != nil {
		return nil, err
	}
	outdated, err := r.Store.Outdated(ctx, r.Extractor)
	if err != nil {
		return nil, err
	}
	index, err := r.Search.Status(ctx)
	if err != nil {
		return nil, err
	}
	return &node.Stats{Stats: counts, OutdatedArticles: outdated.Articles(), IndexedChange: index.Position, IndexBuilding: index.Building}, nil
}
