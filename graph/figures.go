package graph

import (
	"context"

	"zhiku/graph/model"
	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

var (
	storedFigureOrders = map[model.FigureOrder]store.FigureOrder{
		model.FigureOrderNewest: store.FiguresNewest, model.FigureOrderOldest: store.FiguresOldest,
		model.FigureOrderLargest: store.FiguresLargest, model.FigureOrderSmallest: store.FiguresSmallest,
		model.FigureOrderPosition: store.FiguresPosition}
	searchedFigureOrders = map[model.FigureOrder]search.Order{
		model.FigureOrderRelevance: search.Relevance, model.FigureOrderNewest: search.Newest, model.FigureOrderOldest: search.Oldest}
)

func (r *Resolver) figures(ctx context.Context, f model.FigureFilter, order *model.FigureOrder, args node.Args) (*node.FigureConnection, error) {
	if err := short(map[string]*string{"search": f.Search, "source": f.Source, "unit": f.Unit, "currency": f.Currency, "metric": f.Metric, "about": f.About}); err != nil {
		return nil, err
	}
	if err := ordered("from and to", f.From, f.To); err != nil {
		return nil, err
	}
	if err := ordered("minValue and maxValue", f.MinValue, f.MaxValue); err != nil {
		return nil, err
	}
	if given(f.Search) {
		return r.searchedFigures(ctx, f, order, args)
	}
	o, err := known(order, model.FigureOrderNewest, storedFigureOrders, onlyWithSearch)
	if err != nil {
		return nil, err
	}
	filter, err := r.figureFilter(ctx, f, o)
	if err != nil {
		return nil, err
	}
	return stored[store.FigureFilter, *store.Figure, *node.Figure]{
		name: "figures " + string(o), filter: filter, read: r.Store.Figures, count: r.Store.CountFigures,
		nodes: r.nodes().Figures,
	}.page(ctx, args)
}

func (r *Resolver) figureFilter(ctx context.Context, f model.FigureFilter, o store.FigureOrder) (store.FigureFilter, error) {
	filter := store.FigureFilter{Unit: value(f.Unit), Metric: value(f.Metric), Source: value(f.Source),
		Currency: value(f.Currency), Target: f.Target, Candidates: value(f.Candidates),
		MinValue: f.MinValue, MaxValue: f.MaxValue, From: value(f.From), To: value(f.To), Order: o}
	var err error
	if filter.Article, err = articleID(f.Article); err != nil {
		return filter, err
	}
	filter.About, filter.AboutText, err = r.either(ctx, f.About)
	return filter, err
}

func (r *Resolver) searchedFigures(ctx context.Context, f model.FigureFilter, order *model.FigureOrder, args node.Args) (*node.FigureConnection, error) {
	if err := refuse(map[string]bool{"unit": given(f.Unit), "metric": given(f.Metric), "about": given(f.About),
		"currency": given(f.Currency), "target": f.Target != nil, "minValue": f.MinValue != nil, "maxValue": f.MaxValue != nil}); err != nil {
		return nil, err
	}
	o, err := known(order, model.FigureOrderRelevance, searchedFigureOrders, notWithSearch)
	if err != nil {
		return nil, err
	}
	article, err := articleID(f.Article)
	if err != nil {
		return nil, err
	}
	return searched[store.FigureID, *store.Figure, *node.Figure]{
		name: "figures found",
		query: search.Query{Text: *f.Search, Kinds: []store.Kind{store.KindFigure}, Articles: articleIDs(article),
			Source: value(f.Source), From: value(f.From), To: value(f.To), Candidates: value(f.Candidates), Order: o},
		read:  r.Store.FiguresByID,
		nodes: func(list []*store.Figure, _ *search.Parsed) []*node.Figure { return r.nodes().Figures(list) },
	}.page(ctx, r.Search, args)
}
