package graph

import (
	"context"

	"zhiku/graph/model"
	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

var (
	storedQuoteOrders = map[model.QuoteOrder]store.QuoteOrder{
		model.QuoteOrderNewest: store.QuotesNewest, model.QuoteOrderOldest: store.QuotesOldest, model.QuoteOrderPosition: store.QuotesPosition}
	searchedQuoteOrders = map[model.QuoteOrder]search.Order{
		model.QuoteOrderRelevance: search.Relevance, model.QuoteOrderNewest: search.Newest, model.QuoteOrderOldest: search.Oldest}
)

// employers are the kinds of entities that a speaker may work for.
var employers = []store.EntityKind{store.Company, store.Organization}

func (r *Resolver) quotes(ctx context.Context, f model.QuoteFilter, order *model.QuoteOrder, args node.Args) (*node.QuoteConnection, error) {
	if err := short(map[string]*string{"search": f.Search, "source": f.Source, "speaker": f.Speaker, "organization": f.Organization}); err != nil {
		return nil, err
	}
	if err := ordered("from and to", f.From, f.To); err != nil {
		return nil, err
	}
	if given(f.Search) {
		return r.searchedQuotes(ctx, f, order, args)
	}
	o, err := known(order, model.QuoteOrderNewest, storedQuoteOrders, onlyWithSearch)
	if err != nil {
		return nil, err
	}
	filter, err := r.quoteFilter(ctx, f, o)
	if err != nil {
		return nil, err
	}
	return stored[store.QuoteFilter, *store.Quote, *node.Quote]{
		name: "quotes " + string(o), filter: filter, read: r.Store.Quotes, count: r.Store.CountQuotes,
		nodes: func(list []*store.Quote) []*node.Quote { return r.nodes().Quotes(list, nil) },
	}.page(ctx, args)
}

func (r *Resolver) quoteFilter(ctx context.Context, f model.QuoteFilter, o store.QuoteOrder) (store.QuoteFilter, error) {
	filter := store.QuoteFilter{Source: value(f.Source), Kind: value(f.Kind), From: value(f.From), To: value(f.To),
		InDoubt: f.SpeakerInDoubt, Candidates: value(f.Candidates), Order: o}
	var err error
	if filter.Article, err = articleID(f.Article); err != nil {
		return filter, err
	}
	if filter.Speaker, filter.SpeakerText, err = r.either(ctx, f.Speaker); err != nil {
		return filter, err
	}
	filter.Organization, filter.OrgText, err = r.either(ctx, f.Organization, employers...)
	return filter, err
}

func (r *Resolver) searchedQuotes(ctx context.Context, f model.QuoteFilter, order *model.QuoteOrder, args node.Args) (*node.QuoteConnection, error) {
	o, err := known(order, model.QuoteOrderRelevance, searchedQuoteOrders, notWithSearch)
	if err != nil {
		return nil, err
	}
	q := search.Query{Text: *f.Search, Kinds: []store.Kind{store.KindQuote}, Source: value(f.Source), QuoteKind: value(f.Kind),
		From: value(f.From), To: value(f.To), InDoubt: f.SpeakerInDoubt, Candidates: value(f.Candidates), Order: o}
	article, err := articleID(f.Article)
	if err != nil {
		return nil, err
	}
	q.Articles = articleIDs(article)
	if q.Speakers, err = r.meantText(ctx, f.Speaker); err != nil {
		return nil, err
	}
	if q.Organizations, err = r.meantText(ctx, f.Organization, employers...); err != nil {
		return nil, err
	}
	return searched[store.QuoteID, *store.Quote, *node.Quote]{
		name: "quotes found", query: q, read: r.Store.QuotesByID, nodes: r.nodes().Quotes,
	}.page(ctx, r.Search, args)
}
