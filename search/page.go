package search

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"zhiku/store"

	bsearch "github.com/blevesearch/bleve/v2/search"
)

// sorting is how the hits of an order are sorted and how a place among them is
// written: Position.Key holds all sort keys but the id, divided by "|".
type sorting struct {
	keys  []string // Bleve's names; "-" is downwards
	score bool     // the first key is the score
}

const keySeparator = "|"

func sortingOf(order Order) (sorting, error) {
	switch order {
	case Relevance, "":
		return sorting{[]string{"-_score", "-" + fieldPublished, "_id"}, true}, nil
	case Newest:
		return sorting{[]string{"-" + fieldPublished, "_id"}, false}, nil
	case Oldest:
		return sorting{[]string{fieldPublished, "_id"}, false}, nil
	}
	return sorting{}, fmt.Errorf("order %q: %s, %s and %s are known: %w", order, Relevance, Newest, Oldest, store.ErrInvalid)
}

// reversed is the same order from its end.
func (s sorting) reversed() sorting {
	r := sorting{make([]string, len(s.keys)), s.score}
	for i, key := range s.keys {
		if plain, down := strings.CutPrefix(key, "-"); down {
			r.keys[i] = plain
		} else {
			r.keys[i] = "-" + key
		}
	}
	return r
}

// position of a hit. Bleve gives the literal "_score" for the score in
// hit.Sort, which would find nothing when handed back.
func (s sorting) position(hit *bsearch.DocumentMatch) store.Position {
	keys := slices.Clone(hit.Sort[:len(hit.Sort)-1])
	if s.score {
		keys[0] = strconv.FormatFloat(hit.Score, 'g', -1, 64)
	}
	return store.Position{Key: strings.Join(keys, keySeparator), ID: hit.ID}
}

// values of a position, one for each sort key, as Bleve takes them.
func (s sorting) values(p store.Position) ([]string, error) {
	keys := strings.Split(p.Key, keySeparator)
	wrong := len(keys) != len(s.keys)-1 || p.ID == ""
	if !wrong && s.score {
		f, err := strconv.ParseFloat(keys[0], 64)
		wrong = err != nil || math.IsNaN(f) || math.IsInf(f, 0)
	}
	if wrong || len(keys[len(keys)-1]) != len(undated) {
		return nil, fmt.Errorf("position %q, %q is none of this order: take one from a page of the same query: %w",
			p.Key, p.ID, store.ErrInvalid)
	}
	return append(keys, p.ID), nil
}

// compare orders two positions, given as values, as the hits are ordered.
func (s sorting) compare(a, b []string) int {
	for i, key := range s.keys {
		c := cmp.Compare(a[i], b[i])
		if s.score && i == 0 {
			c = cmp.Compare(number(a[i]), number(b[i]))
		}
		if strings.HasPrefix(key, "-") {
			c = -c
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

func number(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64) // values has parsed it before
	return f
}

// bounds are the ends of the stretch asked for, as values; nil where open.
type bounds struct{ after, before []string }

func (s sorting) bounds(p store.PageRequest) (b bounds, err error) {
	if p.Limit < 1 || p.Limit > store.MaxPage {
		return b, fmt.Errorf("limit of %d hits: 1 to %d can be asked for: %w", p.Limit, store.MaxPage, store.ErrInvalid)
	}
	if p.After != nil {
		if b.after, err = s.values(*p.After); err != nil {
			return b, err
		}
	}
	if p.Before != nil {
		b.before, err = s.values(*p.Before)
	}
	return b, err
}

// page makes a page of the hits Bleve gave in the list's order. They lie on the
// right side of the end the search began at, and are at most one more than
// asked for.
func (s sorting) page(hits bsearch.DocumentMatchCollection, p store.PageRequest, b bounds) (store.Page[Hit], error) {
	out := store.Page[Hit]{HasNext: b.before != nil, HasPrevious: b.after != nil}
	for _, h := range hits {
		at := s.position(h)
		values, err := s.values(at)
		if err != nil {
			return out, err
		}
		if b.hold(s, values) {
			kind, _ := store.KindOf(h.ID)
			out.Items = append(out.Items, Hit{ID: h.ID, Kind: kind, Score: h.Score})
			out.Positions = append(out.Positions, at)
		}
	}
	cut(&out, p)
	return out, nil
}

// hold tells whether a place lies between the ends.
func (b bounds) hold(s sorting, values []string) bool {
	return (b.after == nil || s.compare(values, b.after) > 0) && (b.before == nil || s.compare(values, b.before) < 0)
}

// cut takes away the hit that was only asked for to know whether there is one.
func cut(page *store.Page[Hit], p store.PageRequest) {
	over := len(page.Items) - p.Limit
	switch {
	case over <= 0:
	case p.Backward:
		page.Items, page.Positions, page.HasPrevious = page.Items[over:], page.Positions[over:], true
	default:
		page.Items, page.Positions, page.HasNext = page.Items[:p.Limit], page.Positions[:p.Limit], true
	}
}
