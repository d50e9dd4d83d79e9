package search

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"zhiku/search/leaf"
	"zhiku/store"
)

// MaxSuggestions is the most entities Suggest gives.
const MaxSuggestions = 50

// Suggest gives the ids of entities whose name or alias begins with prefix, in
// any width, case and script, those most mentioned first. An empty prefix
// begins all names; no kinds are all kinds.
func (ix *Index) Suggest(ctx context.Context, prefix string, kinds []store.EntityKind, limit int) ([]string, error) {
	if limit < 1 || limit > MaxSuggestions {
		return nil, fmt.Errorf("limit of %d suggestions: 1 to %d can be asked for: %w", limit, MaxSuggestions, store.ErrInvalid)
	}
	if err := tooLong(prefix); err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		kinds = store.EntityKinds
	}
	asked := []expr{&oneOf{fieldKind, texts(kinds)}, &not{&oneOf{fieldCandidate, []string{isCandidate}}}}
	if begin := normal(prefix); begin != "" {
		asked = append(asked, &between{fieldNames, begin, begin + "\xff"})
	}
	ids := []string{}
	err := ix.turn(ctx, func(ctx context.Context, s *leaf.Snapshot) (err error) {
		ids, err = mostMentioned(ctx, s.Leaves, &allOf{asked}, limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("suggest %q: %w", prefix, err)
	}
	return ids, nil
}

// mostMentioned gives the ids of the entities an exact expression finds, those
// most mentioned first.
func mostMentioned(ctx context.Context, leaves []*leaf.Leaf, asked expr, limit int) ([]string, error) {
	r := &run{ctx: ctx, plan: &plan{must: asked}}
	if err := r.find(leaves); err != nil {
		return nil, err
	}
	s := selection{k: limit, compare: func(a, b *place) int {
		if c := cmp.Compare(b.day, a.day); c != 0 {
			return c
		}
		return cmp.Compare(r.id(a), r.id(b))
	}}
	for i, part := range r.parts {
		mentions, err := part.leaf.Numbers(fieldMentions, decimal)
		if err != nil {
			return nil, err
		}
		leaf.Each(part.docs, func(doc uint32) { s.add(place{leaf: i, doc: doc, day: mentions[doc]}) })
	}
	ids := []string{}
	for _, p := range s.sorted() {
		ids = append(ids, unpackID(r.id(&p)))
	}
	return ids, ctx.Err()
}

func decimal(term string) int32 {
	n, _ := strconv.ParseInt(term, 10, 32) // written by entityEntry
	return int32(n)
}
