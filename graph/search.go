package graph

import (
	"context"

	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

func (r *Resolver) search(ctx context.Context, q search.Query, args node.Args) (*node.SearchConnection, error) {
	list := searchName("search", q)
	result, err := find(ctx, r.Search, list, &q, args)
	if err != nil {
		return nil, err
	}
	return r.nodes().Found(ctx, list, q, result)
}

// verified checks words that are to be cited.
func (r *Resolver) verified(ctx context.Context, text, speaker string) (*node.QuoteVerification, error) {
	v, err := r.Search.VerifyQuote(ctx, text, speaker)
	if err != nil {
		return nil, err
	}
	return &node.QuoteVerification{Verdict: v.Verdict, Matches: r.nodes().Matches(text, v.Matches)}, nil
}

// similar gives the quotes that are like the one with an id.
func (r *Resolver) similar(ctx context.Context, id string, first *int) ([]node.SimilarQuote, error) {
	if kind, ok := store.KindOf(id); !ok || kind != store.KindQuote {
		return nil, node.Errorf(node.InvalidArgument, "id: %q is no quote's id; take one from the id field of a quote", id)
	}
	found, err := r.Search.SimilarQuotes(ctx, store.QuoteID(id), node.Or(first, node.DefaultNested))
	if err != nil {
		return nil, err
	}
	asked, err := one[*node.Quote](ctx, r, id)
	if err != nil || asked == nil { // withdrawn a moment ago
		return nil, err
	}
	return r.nodes().Matches(asked.Text, found), nil
}
