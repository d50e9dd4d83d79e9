package node

import (
	"context"

	"zhiku/store"
)

// Node has an id and can be fetched alone.
type Node interface {
	IsNode()
	identified
}

// SearchNode can be found by a search.
type SearchNode interface {
	Node
	IsSearchNode()
}

// ByID gives nodes of any kind; an id that names nothing is missing. All ids
// must be well-formed.
func (s *Source) ByID(ctx context.Context, ids []string) (map[string]Node, error) {
	byKind := map[store.Kind][]string{}
	for _, id := range unique(ids) {
		kind, ok := store.KindOf(id)
		if !ok {
			return nil, Errorf(InvalidArgument, "%q is no id; an id is a letter, a hyphen and 20 digits or letters a to f, such as those in id fields", id)
		}
		byKind[family4(kind)] = append(byKind[family4(kind)], id)
	}
	out := map[string]Node{}
	for kind, ids := range byKind {
		if err := s.readers()[kind](ctx, ids, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

const kindEntity store.Kind = "entity" // the four kinds that are read together

func family4(k store.Kind) store.Kind {
	switch k {
	case store.KindArticle, store.KindQuote, store.KindFigure, store.KindMention, store.KindDate:
		return k
	}
	return kindEntity
}

type reader func(ctx context.Context, ids []string, into map[string]Node) error

func (s *Source) readers() map[store.Kind]reader {
	return map[store.Kind]reader{
		store.KindArticle: into(s.ArticlesByID),
		store.KindQuote:   into(s.QuotesByID),
		store.KindFigure:  into(s.FiguresByID),
		store.KindMention: into(s.MentionsByID),
		store.KindDate:    into(s.DatesByID),
		kindEntity:        into(s.EntitiesByID),
	}
}

func into[ID ~string, T Node](read func(context.Context, []ID) (map[ID]T, error)) reader {
	return func(ctx context.Context, ids []string, into map[string]Node) error {
		found, err := read(ctx, collect(ids, func(id string) ID { return ID(id) }))
		for id, n := range found {
			into[string(id)] = n
		}
		return err
	}
}

// rows gives the values of found in the order of ids.
func rows[ID comparable, R any](ids []ID, found map[ID]R) []R {
	out := make([]R, 0, len(found))
	for _, id := range ids {
		if r, ok := found[id]; ok {
			out = append(out, r)
		}
	}
	return out
}

// ByIDs reads rows, makes one family of nodes of them, and gives them by id.
func ByIDs[ID ~string, R any, T any](ctx context.Context, ids []ID, read func(context.Context, []ID) (map[ID]R, error),
	nodes func([]R) []T) (map[ID]T, error) {
	ids = unique(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := read(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[ID]T, len(found))
	var kept []ID
	for _, id := range ids {
		if _, ok := found[id]; ok {
			kept = append(kept, id)
		}
	}
	for i, n := range nodes(rows(kept, found)) {
		out[kept[i]] = n
	}
	return out, nil
}

// Context is the sentence around something.
type Context struct {
	Text string
	Span store.Span
}

// contextIn cuts a context out of its article; nil where there is none, or
// where the article was replaced a moment ago.
func contextIn(a *Article, s store.Span) *Context {
	if a == nil || s.Check(a.Text) != nil {
		return nil
	}
	return &Context{s.Cut(a.Text), s}
}

func spanOrNil(s store.Span) *store.Span {
	if s == (store.Span{}) {
		return nil
	}
	return &s
}
