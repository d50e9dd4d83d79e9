package search

import (
	"context"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"
)

// phraseQuery finds the documents in which key stands, character after
// character, in a field of single characters. Bleve's own phrase query walks
// every path through the positions, which for a run of one character (——————)
// takes time without bound; this one takes time linear in the positions.
type phraseQuery struct {
	field string
	key   string // a normal form, not empty
	boost float64
}

// Searcher makes phraseQuery a query of Bleve.
func (q *phraseQuery) Searcher(ctx context.Context, r index.IndexReader, _ mapping.IndexMapping,
	options bsearch.SearcherOptions) (bsearch.Searcher, error) {
	p := newPhrase(q.key)
	options.IncludeTermVectors = len(p.order) > 1
	terms, err := p.searchers(ctx, r, q.field, q.boost, options)
	if err != nil {
		return nil, err
	}
	all, err := searcher.NewConjunctionSearcher(ctx, r, terms, options)
	if err != nil {
		return nil, closing(terms, err)
	}
	if len(p.order) == 1 {
		return all, nil
	}
	accept := func(_ *bsearch.SearchContext, d *bsearch.DocumentMatch) bool {
		return ctx.Err() == nil && p.standsIn(d)
	}
	return searcher.NewFilteringSearcher(ctx, all, accept), nil
}

// phrase is a phrase taken apart into its different characters.
type phrase struct {
	terms  []string       // each different character once
	number map[string]int // of a character in terms
	order  []int          // the phrase, as numbers of terms
	places [][]uint64     // per term, where it stands in the document looked at
	starts []uint64       // where the phrase may begin in that document
}

func newPhrase(key string) *phrase {
	p := &phrase{number: map[string]int{}}
	for _, r := range key {
		term := string(r)
		n, seen := p.number[term]
		if !seen {
			n = len(p.terms)
			p.number[term] = n
			p.terms = append(p.terms, term)
		}
		p.order = append(p.order, n)
	}
	p.places = make([][]uint64, len(p.terms))
	return p
}

func (p *phrase) searchers(ctx context.Context, r index.IndexReader, field string, boost float64,
	options bsearch.SearcherOptions) ([]bsearch.Searcher, error) {
	var out []bsearch.Searcher
	for _, term := range p.terms {
		s, err := searcher.NewTermSearcher(ctx, r, term, field, boost, options)
		if err != nil {
			return nil, closing(out, err)
		}
		out = append(out, s)
	}
	return out, nil
}

func closing(searchers []bsearch.Searcher, err error) error {
	for _, s := range searchers {
		_ = s.Close()
	}
	return err
}

// standsIn tells whether the phrase stands in a document that holds all its
// characters.
func (p *phrase) standsIn(d *bsearch.DocumentMatch) bool {
	p.read(d)
	p.starts = append(p.starts[:0], p.places[p.order[0]]...)
	for offset, n := range p.order[1:] {
		p.starts = following(p.starts, p.places[n], uint64(offset)+1)
		if len(p.starts) == 0 {
			return false
		}
	}
	return true
}

// read sorts the document's locations by character and forgets them there.
func (p *phrase) read(d *bsearch.DocumentMatch) {
	for i := range p.places {
		p.places[i] = p.places[i][:0]
	}
	for i := range d.FieldTermLocations {
		l := &d.FieldTermLocations[i]
		n := p.number[l.Term]
		p.places[n] = append(p.places[n], place(&l.Location))
	}
	d.FieldTermLocations = d.FieldTermLocations[:0]
	for _, places := range p.places {
		if !slices.IsSorted(places) {
			slices.Sort(places)
		}
	}
}

// place numbers a position so that characters of two values of one field (two
// aliases) are never neighbours.
func place(l *bsearch.Location) uint64 {
	value := uint64(0)
	if len(l.ArrayPositions) > 0 {
		value = l.ArrayPositions[0]
	}
	return value<<32 | l.Pos
}

// following keeps the starts that have a place at the given distance. Both
// lists are sorted; starts is overwritten.
func following(starts, places []uint64, distance uint64) []uint64 {
	kept := starts[:0]
	for _, s := range starts {
		for len(places) > 0 && places[0] < s+distance {
			places = places[1:]
		}
		if len(places) == 0 {
			break
		}
		if places[0] == s+distance {
			kept = append(kept, s)
		}
	}
	return kept
}
