package node

import (
	"context"
	"sync"

	"zhiku/store"
)

// family is a set of things that were read together. What hangs on one of them
// is read for all of them at once, when it is first asked for.
//
// gqlgen's batch resolvers do the same for the items of one list, but not for
// edges { node { … } }, where the list is of edges, nor across the children of
// several parents.
type family[T any] struct {
	members []T
	mu      sync.Mutex
	reads   map[string]*reading
}

type reading struct {
	once  sync.Once
	value any
	err   error
}

func newFamily[T any](members []T) *family[T] {
	return &family[T]{members: members, reads: map[string]*reading{}}
}

// together gives what read gives for all members; what names it, and it is read
// once however many members ask.
func together[T, V any](f *family[T], what string, read func([]T) (V, error)) (V, error) {
	f.mu.Lock()
	r := f.reads[what]
	if r == nil {
		r = &reading{}
		f.reads[what] = r
	}
	f.mu.Unlock()
	r.once.Do(func() { r.value, r.err = read(f.members) })
	v, _ := r.value.(V) // always a V, or nothing where read panicked
	return v, r.err
}

// Source makes nodes out of what the store holds and the index finds.
type Source struct {
	Store  store.Reader
	Search Searcher
}

// unique keeps the first of equal ids and drops empty ones.
func unique[ID ~string](ids []ID) []ID {
	seen := map[ID]bool{"": true}
	var out []ID
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// articlesOf reads the articles that the members of a family are from.
func articlesOf[T any](ctx context.Context, s *Source, f *family[T], of func(T) store.ArticleID) (map[store.ArticleID]*Article, error) {
	return together(f, "articles", func(members []T) (map[store.ArticleID]*Article, error) {
		return s.ArticlesByID(ctx, collect(members, of))
	})
}

// articleOf reads the article that one member of a family is from.
func articleOf[T any](ctx context.Context, s *Source, f *family[T], id store.ArticleID, of func(T) store.ArticleID) (*Article, error) {
	all, err := articlesOf(ctx, s, f, of)
	if err != nil {
		return nil, err
	}
	if all[id] == nil {
		return nil, Errorf(NotFound, "article %s is no longer there", id)
	}
	return all[id], nil
}

// entitiesOf reads the entities that the members of a family name.
func entitiesOf[T any](ctx context.Context, s *Source, f *family[T], of ...func(T) store.EntityID) (map[store.EntityID]Entity, error) {
	return together(f, "entities", func(members []T) (map[store.EntityID]Entity, error) {
		var ids []store.EntityID
		for _, get := range of {
			ids = append(ids, collect(members, get)...)
		}
		return s.EntitiesByID(ctx, ids)
	})
}

func collect[T, V any](items []T, get func(T) V) []V {
	out := make([]V, len(items))
	for i, item := range items {
		out[i] = get(item)
	}
	return out
}
