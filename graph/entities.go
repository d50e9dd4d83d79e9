package graph

import (
	"context"

	"zhiku/graph/model"
	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

var (
	storedEntityOrders = map[model.EntityOrder]store.EntityOrder{
		model.EntityOrderMostMentioned: store.EntitiesMostMentioned, model.EntityOrderName: store.EntitiesByName}
	searchedEntityOrders = map[model.EntityOrder]search.Order{model.EntityOrderRelevance: search.Relevance}
)

// entityFilter is what the filters of the four kinds have in common.
type entityFilter struct {
	Name, Search, Employer, Article *string
	Candidates                      *bool
}

// entities gives a page of the entities of one kind, whose Go type is T.
func entities[T node.Entity](ctx context.Context, r *Resolver, kind store.EntityKind, f entityFilter, order *model.EntityOrder, args node.Args) (*node.Connection[T], error) {
	if err := short(map[string]*string{"name": f.Name, "search": f.Search, "employer": f.Employer}); err != nil {
		return nil, err
	}
	if given(f.Search) {
		return searchedEntities[T](ctx, r, kind, f, order, args)
	}
	o, err := known(order, model.EntityOrderMostMentioned, storedEntityOrders, onlyWithSearch)
	if err != nil {
		return nil, err
	}
	filter := store.EntityFilter{Kind: kind, Name: value(f.Name), Candidates: value(f.Candidates), Order: o}
	if filter.Article, err = articleID(f.Article); err != nil {
		return nil, err
	}
	if filter.Employer, filter.EmployerText, err = r.either(ctx, f.Employer, employers...); err != nil {
		return nil, err
	}
	return stored[store.EntityFilter, *store.Entity, T]{
		name: string(kind) + " " + string(o), filter: filter, read: r.Store.Entities, count: r.Store.CountEntities,
		nodes: func(list []*store.Entity) []T { return node.OfKind[T](r.nodes().Entities(list)) },
	}.page(ctx, args)
}

func searchedEntities[T node.Entity](ctx context.Context, r *Resolver, kind store.EntityKind, f entityFilter, order *model.EntityOrder, args node.Args) (*node.Connection[T], error) {
	if err := refuse(map[string]bool{"name": given(f.Name), "employer": given(f.Employer), "article": given(f.Article)}); err != nil {
		return nil, err
	}
	o, err := known(order, model.EntityOrderRelevance, searchedEntityOrders, notWithSearch)
	if err != nil {
		return nil, err
	}
	return searched[store.EntityID, *store.Entity, T]{
		name:  string(kind) + " found",
		query: search.Query{Text: *f.Search, Kinds: []store.Kind{store.Kind(kind)}, Candidates: value(f.Candidates), Order: o},
		read:  r.Store.EntitiesByID,
		nodes: func(list []*store.Entity, _ *search.Parsed) []T { return node.OfKind[T](r.nodes().Entities(list)) },
	}.page(ctx, r.Search, args)
}
