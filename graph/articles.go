package graph

import (
	"context"

	"zhiku/graph/model"
	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

var (
	storedArticleOrders = map[model.ArticleOrder]store.ArticleOrder{
		model.ArticleOrderNewest: store.ArticlesNewest, model.ArticleOrderOldest: store.ArticlesOldest}
	searchedArticleOrders = map[model.ArticleOrder]search.Order{
		model.ArticleOrderRelevance: search.Relevance, model.ArticleOrderNewest: search.Newest, model.ArticleOrderOldest: search.Oldest}
)

func (r *Resolver) articles(ctx context.Context, f model.ArticleFilter, order *model.ArticleOrder, args node.Args) (*node.ArticleConnection, error) {
	if err := short(map[string]*string{"search": f.Search, "source": f.Source, "entity": f.Entity}); err != nil {
		return nil, err
	}
	if err := ordered("from and to", f.From, f.To); err != nil {
		return nil, err
	}
	if given(f.Search) {
		return r.searchedArticles(ctx, f, order, args)
	}
	o, err := known(order, model.ArticleOrderNewest, storedArticleOrders, onlyWithSearch)
	if err != nil {
		return nil, err
	}
	filter := store.ArticleFilter{Source: value(f.Source), From: value(f.From), To: value(f.To), Order: o}
	if given(f.Entity) {
		if filter.Entity, err = r.meantOnly(ctx, *f.Entity); err != nil {
			return nil, err
		}
	}
	return stored[store.ArticleFilter, *store.Article, *node.Article]{
		name: "articles " + string(o), filter: filter, read: r.Store.Articles, count: r.Store.CountArticles,
		nodes: r.nodes().Articles,
	}.page(ctx, args)
}

func (r *Resolver) searchedArticles(ctx context.Context, f model.ArticleFilter, order *model.ArticleOrder, args node.Args) (*node.ArticleConnection, error) {
	if err := refuse(map[string]bool{"entity": given(f.Entity)}); err != nil {
		return nil, err
	}
	o, err := known(order, model.ArticleOrderRelevance, searchedArticleOrders, notWithSearch)
	if err != nil {
		return nil, err
	}
	return searched[store.ArticleID, *store.Article, *node.Article]{
		name: "articles found",
		query: search.Query{Text: *f.Search, Kinds: []store.Kind{store.KindArticle}, Source: value(f.Source),
			From: value(f.From), To: value(f.To), Order: o},
		read:  r.Store.ArticlesByID,
		nodes: func(list []*store.Article, _ *search.Parsed) []*node.Article { return r.nodes().Articles(list) },
	}.page(ctx, r.Search, args)
}
