package graph

import (
	"context"
	"maps"
	"slices"
	"unicode/utf8"

	"zhiku/graph/node"
	"zhiku/store"
)

// value of an optional argument; the zero value where it is not given.
func value[T any](p *T) T {
	if p == nil {
		var zero T
		return zero
	}
	return *p
}

// given tells whether an argument was given and is not empty: null and "" ask
// nothing.
func given(s *string) bool { return s != nil && *s != "" }

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// meant gives the entities that an id or a name in a filter means.
func (r *Resolver) meant(ctx context.Context, name string, kinds ...store.EntityKind) ([]store.EntityID, error) {
	if _, isID := store.KindOf(name); isID {
		return []store.EntityID{store.EntityID(name)}, nil
	}
	return r.Store.EntitiesNamed(ctx, name, kinds...)
}

// meantOnly is meant for filters that know ids only: a name that is nobody's
// stands for itself there and so matches nothing, where no id would match all.
func (r *Resolver) meantOnly(ctx context.Context, name string, kinds ...store.EntityKind) ([]store.EntityID, error) {
	ids, err := r.meant(ctx, name, kinds...)
	if err == nil && len(ids) == 0 {
		ids = []store.EntityID{store.EntityID(name)}
	}
	return ids, err
}

// meantText is meant for the index, which knows ids and printed names alike.
func (r *Resolver) meantText(ctx context.Context, name *string, kinds ...store.EntityKind) ([]string, error) {
	if !given(name) {
		return nil, nil
	}
	ids, err := r.meant(ctx, *name, kinds...)
	out := []string{*name}
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out, err
}

// either gives ids and words for a filter of the store that takes both.
func (r *Resolver) either(ctx context.Context, name *string, kinds ...store.EntityKind) (ids []store.EntityID, text string, err error) {
	if !given(name) {
		return nil, "", nil
	}
	ids, err = r.meant(ctx, *name, kinds...)
	if _, isID := store.KindOf(*name); !isID {
		text = *name
	}
	return ids, text, err
}

// longestText is the most characters a text of a filter may have.
const longestText = 1000

// short refuses texts of a filter that are longer than any name or search.
func short(texts map[string]*string) error {
	for _, name := range sortedKeys(texts) {
		if n := utf8.RuneCountInString(value(texts[name])); n > longestText {
			return node.Errorf(node.InvalidArgument, "filter: %s has %d characters; at most %d can be asked for", name, n, longestText)
		}
	}
	return nil
}

// articleID checks an article's id in a filter.
func articleID(id *string) (store.ArticleID, error) {
	if !given(id) {
		return "", nil
	}
	if kind, ok := store.KindOf(*id); !ok || kind != store.KindArticle {
		return "", node.Errorf(node.InvalidArgument, "filter: article: %q is no article's id; take one from the id field of an article", *id)
	}
	return store.ArticleID(*id), nil
}

func articleIDs(id store.ArticleID) []store.ArticleID {
	if id == "" {
		return nil
	}
	return []store.ArticleID{id}
}

// ordered refuses a range of days or numbers that holds nothing.
func ordered[T int | float64 | store.Date](name string, from, to *T) error {
	if from != nil && to != nil && *from > *to {
		return node.Errorf(node.InvalidArgument, "filter: %s: the first, %v, comes after the last, %v", name, *from, *to)
	}
	return nil
}
