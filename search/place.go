package search

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
	"strings"

	"zhiku/search/leaf"
	"zhiku/store"
)

// place is where a document stands in a list. Not all of it counts in every
// order.
type place struct {
	top   bool // among those that went through the second round
	score float32
	day   int32  // yyyymmdd, 0 where unknown
	start uint32 // how the packed id begins
	id    string // packed; "" where it was not needed yet

	leaf int // where the document is found
	doc  uint32
}

// dayOf makes a number of a day.
func dayOf(day string) int32 {
	n, err := strconv.Atoi(strings.ReplaceAll(day, "-", ""))
	if err != nil || len(day) != len(undated) {
		return 0
	}
	return int32(n)
}

func dateOf(day int32) string { return fmt.Sprintf("%04d-%02d-%02d", day/10000, day/100%100, day%100) }

// compare orders two places; below zero is before. id is asked for where all
// else is equal.
func (o Order) compare(a, b *place, id func(*place) string) int {
	c := 0
	switch o {
	case Oldest:
		c = cmp.Compare(a.day, b.day)
	case Newest:
		c = cmp.Compare(b.day, a.day)
	default:
		if a.top != b.top {
			c = 1
			if a.top {
				c = -1
			}
			return c
		}
		if c = cmp.Compare(b.score, a.score); c == 0 {
			c = cmp.Compare(b.day, a.day)
		}
	}
	if c == 0 {
		c = cmp.Compare(a.start, b.start)
	}
	if c == 0 {
		c = cmp.Compare(id(a), id(b))
	}
	return c
}

// pinned is what a list by relevance was ranked with. It goes with every
// cursor, so that the next page is of the same list.
type pinned struct {
	weights []byte
	line    place // the last place of the second round's documents
}

const (
	keySeparator = "|"
	keyParts     = 7 // of a key by relevance: top, score, day; line's score, day and id; weights
)

// known tells whether an order is one.
func (o Order) known() error {
	switch o {
	case Relevance, Newest, Oldest:
		return nil
	}
	return fmt.Errorf("order %q: %s, %s and %s are known: %w", o, Relevance, Newest, Oldest, store.ErrInvalid)
}

// position writes a place as a cursor keeps it.
func (o Order) position(p *place, with *pinned) store.Position {
	at := store.Position{Key: dateOf(p.day), ID: unpackID(p.id)}
	if o != Relevance {
		return at
	}
	top := "0"
	if p.top {
		top = "1"
	}
	at.Key = strings.Join([]string{top, number(p.score), dateOf(p.day),
		number(with.line.score), dateOf(with.line.day), unpackID(with.line.id),
		base64.RawURLEncoding.EncodeToString(with.weights)}, keySeparator)
	return at
}

func number(f float32) string { return strconv.FormatFloat(float64(f), 'g', -1, 32) }

// place reads a position; with is what it was pinned with, nil where the order
// pins nothing.
func (o Order) place(at store.Position) (p *place, with *pinned, err error) {
	wrong := fmt.Errorf("position %q, %q is none of this order: take one from a page of the same query: %w",
		at.Key, at.ID, store.ErrInvalid)
	keys := strings.Split(at.Key, keySeparator)
	if at.ID == "" {
		return nil, nil, wrong
	}
	if o != Relevance {
		p, ok := placeOf("0", keys[0], at.ID)
		if !ok || len(keys) != 1 {
			return nil, nil, wrong
		}
		return p, nil, nil
	}
	if len(keys) != keyParts {
		return nil, nil, wrong
	}
	p, ok := placeOf(keys[1], keys[2], at.ID)
	line, ok2 := placeOf(keys[3], keys[4], keys[5])
	weights, err := base64.RawURLEncoding.DecodeString(keys[6])
	if !ok || !ok2 || err != nil {
		return nil, nil, wrong
	}
	p.top = keys[0] == "1"
	return p, &pinned{weights, *line}, nil
}

func placeOf(score, day, id string) (*place, bool) {
	f, err := strconv.ParseFloat(score, 32)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) || len(day) != len(undated) {
		return nil, false
	}
	p := &place{score: float32(f), day: dayOf(day), id: packID(id)}
	p.start = leaf.Beginning(p.id)
	return p, true
}
