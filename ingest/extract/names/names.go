// Package names finds where an article names people, companies, organisations
// and projects. Generators give candidates, each with its rule and confidence;
// one resolver picks among those that overlap. A trained tagger is one more
// generator.
package names

import (
	"cmp"
	"slices"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
)

// generator gives candidates; those before it have been resolved already and
// stand in a.found.
type generator func(a *article) []extract.Mention

// Find gives all mentions, sorted by Start and disjoint.
func Find(v *text.View) []extract.Mention {
	a := newArticle(v)
	// Firms and bodies come first: a title stands between one of them and a
	// person.
	for _, round := range [][]generator{
		{knownNames, namesBySuffix, projects},
		{shortNames},
		{people},
	} {
		var all []extract.Mention
		for _, g := range round {
			all = append(all, g(a)...)
		}
		a.found = resolve(append(a.found, all...))
	}
	return a.found
}

// resolve keeps of overlapping candidates the longest, and of equal ones the
// surest.
func resolve(candidates []extract.Mention) []extract.Mention {
	slices.SortStableFunc(candidates, func(x, y extract.Mention) int {
		return cmp.Or(cmp.Compare(y.Len(), x.Len()), cmp.Compare(y.Confidence, x.Confidence), cmp.Compare(x.Start, y.Start))
	})
	var kept []extract.Mention
	taken := map[int]bool{} // bytes
	for _, c := range candidates {
		if claim(taken, c.Range) {
			kept = append(kept, c)
		}
	}
	slices.SortFunc(kept, func(x, y extract.Mention) int { return cmp.Compare(x.Start, y.Start) })
	return kept
}

// claim marks the bytes of r as taken; false where one is taken already. A name
// is short, so this costs less than a tree.
func claim(taken map[int]bool, r text.Range) bool {
	for b := r.Start; b < r.End; b++ {
		if taken[b] {
			return false
		}
	}
	for b := r.Start; b < r.End; b++ {
		taken[b] = true
	}
	return true
}
