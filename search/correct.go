package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"unicode/utf8"

	"zhiku/search/leaf"
	"zhiku/store"
	"zhiku/zh/pinyin"

	"github.com/agnivade/levenshtein"
)

// Bounds of what may have been meant by a word.
const (
	mostCorrected = 4  // words of a query
	longestName   = 30 // characters of a word that may be a name
	shortName     = 5  // characters of a name in which a wrong one leaves few pairs
	nearNames     = 40 // entities compared
)

// DidYouMean gives the ids of the entities whose names a query may have meant,
// for one that finds nothing: a name that sounds the same (王传富 for 王传福), or
// that is one character away, or two in a long one. Nothing but known names is
// given, and none that the query already names.
func (ix *Index) DidYouMean(ctx context.Context, text string, limit int) ([]string, error) {
	if err := checkSuggest(text, limit); err != nil {
		return nil, err
	}
	parsed := Parse(text)
	if parsed.err != nil {
		return nil, parsed.err
	}
	var found []meant
	err := ix.turn(ctx, func(ctx context.Context, s *leaf.Snapshot) (err error) {
		found, err = (&directory{s.Leaves}).meant(ctx, parsed)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("did you mean %q: %w", text, err)
	}
	ids := []string{}
	for _, m := range found {
		if len(ids) < limit && !slices.Contains(ids, m.id) {
			ids = append(ids, m.id)
		}
	}
	return ids, nil
}

// meant is an entity with how far its name is from what was typed; 0 where it
// sounds the same.
type meant struct {
	bearer
	distance int
}

func (d *directory) meant(ctx context.Context, p Parsed) (out []meant, err error) {
	words := 0
	p.sought(func(t *Term) {
		n := utf8.RuneCountInString(t.key)
		if err != nil || n < 2 || n > longestName || words == mostCorrected {
			return
		}
		words++
		var more []meant
		more, err = d.instead(ctx, t.key)
		out = append(out, more...)
	})
	slices.SortStableFunc(out, func(a, b meant) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.mentions, a.mentions), cmp.Compare(a.id, b.id))
	})
	return out, err
}

func (d *directory) instead(ctx context.Context, key string) ([]meant, error) {
	var out []meant
	alike, err := d.mostMentioned(soundingLike(key), nearNames)
	if err != nil {
		return nil, err
	}
	for _, b := range alike {
		if !slices.Contains(b.names, key) {
			out = append(out, meant{b, 0})
		}
	}
	near, err := d.spelledNearly(ctx, key)
	if err != nil {
		return nil, err
	}
	for _, b := range near {
		if n := b.distance(key); 0 < n && n <= mostAway(key) {
			out = append(out, meant{b, n})
		}
	}
	return out, nil
}

func mostAway(key string) int {
	if utf8.RuneCountInString(key) > 5 {
		return 2
	}
	return 1
}

// distance of the nearest name.
func (b bearer) distance(key string) int {
	least := longestName
	for _, name := range b.names {
		least = min(least, levenshtein.ComputeDistance(key, name))
	}
	return least
}

// soundingLike is met by the entities with a name that is typed as key is.
func soundingLike(key string) expr {
	var values []string
	for _, kind := range []pinyin.Kind{pinyin.Person, pinyin.Other} {
		for _, s := range pinyin.Of(key, kind) {
			values = append(values, spelledOut+s.Full)
		}
	}
	return &oneOf{fieldTyped, values}
}

// spelledNearly gives the entities whose names hold all characters of a short
// key but one, or share most grams with a longer one.
func (d *directory) spelledNearly(ctx context.Context, key string) ([]bearer, error) {
	if chars := []rune(key); len(chars) <= shortName {
		return d.mostMentioned(allButOne(chars), nearNames)
	}
	r := &run{ctx: ctx, order: Relevance, plan: &plan{filter: conjunction(filters(Query{Kinds: entityKinds}))}}
	defer r.done()
	places, err := r.near(d.leaves, key, nearNames)
	if err != nil {
		return nil, err
	}
	return d.bearersAt(places)
}

// allButOne is met by names that hold all of some characters but one.
func allButOne(chars []rune) expr {
	if len(chars) < 3 {
		return &anyOf{} // one character is too little to go by
	}
	var parts []expr
	for i := range chars {
		var others []expr
		for j, c := range chars {
			if j != i {
				others = append(others, inNames(string(c)))
			}
		}
		parts = append(parts, conjunction(others))
	}
	return disjunction(parts)
}

var entityKinds = []store.Kind{store.KindPerson, store.KindCompany, store.KindOrganization, store.KindProject}
