// Package names finds where an article names people, companies, organisations
// and projects. Generators give candidates, each with its rule and confidence;
// one resolver picks among those that overlap. A trained tagger is one more
// generator.
package names

import (
	"cmp"
	"slices"

	"zhiku/ingest/extract"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// Find gives all mentions, sorted by Start and disjoint.
func Find(v *text.View) []extract.Mention { return FindWith(v, tagger.Default()) }

// FindWith finds with another model than the embedded one; with none the rules
// are by themselves.
func FindWith(v *text.View, m *tagger.Model) []extract.Mention {
	a := newArticle(v)
	defer a.leave()
	// Firms and bodies come first: a title stands between one of them and a
	// person.
	a.found = resolve(slices.Concat(knownNames(a), namesBySuffix(a), projects(a)))
	a.found = resolve(append(a.found, bareFirms(a)...))
	if m != nil {
		a.tag(m)
		a.found = a.sure(a.weigh(a.found))
	}
	a.found = resolve(append(a.found, listedFirms(a)...))
	a.found = resolve(append(a.found, shortNames(a)...))
	a.found = resolve(append(a.found, people(a)...))
	a.posts()
	return a.found
}

// resolve keeps of overlapping candidates the longest, and of equal ones the
// surest.
func resolve(candidates []extract.Mention) []extract.Mention {
	slices.SortStableFunc(candidates, func(x, y extract.Mention) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	kept := make([]extract.Mention, 0, len(candidates))
	for _, c := range candidates {
		kept = settle(kept, c)
	}
	return kept
}

// settle adds a candidate that begins where the last one kept does or later:
// of two that overlap the better stays.
func settle(kept []extract.Mention, c extract.Mention) []extract.Mention {
	for len(kept) > 0 {
		last := &kept[len(kept)-1]
		if !last.Overlaps(c.Range) {
			break
		}
		if !better(&c, last) {
			return kept
		}
		kept = kept[:len(kept)-1]
	}
	return append(kept, c)
}

func better(x, y *extract.Mention) bool {
	return cmp.Or(cmp.Compare(x.Len(), y.Len()), cmp.Compare(x.Confidence, y.Confidence)) > 0
}
