package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"zhiku/zh/segment"
)

// share of each kind among the queries, in hundredths.
var shares = []struct {
	kind    kind
	percent int
}{{oneWord, 20}, {twoWords, 20}, {oneName, 20}, {anyOf, 10}, {phrase, 20}, {rareWord, 10}}

// drawer draws queries from the first n documents.
type drawer struct {
	docs  *corpus
	n     int
	drawn map[string]bool // queries there are, by text
	rng   *rand.Rand
	words *segment.Segmenter
}

// drawQueries gives count different queries, the kinds mixed. What is drawn stands in a
// document, so that each is answered; a word comes up as often as it is printed.
func drawQueries(docs *corpus, n, count int, seed uint64) ([]query, error) {
	d := &drawer{docs, n, map[string]bool{}, rand.New(rand.NewPCG(seed, 400)), segment.Default()}
	var out []query
	for _, s := range shares {
		for range (count*s.percent + 50) / 100 {
			q, err := d.draw(s.kind)
			if err != nil {
				return nil, err
			}
			out = append(out, q)
		}
	}
	d.rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out, nil
}

// patience is how many documents are looked at for one query.
const patience = 10_000

func (d *drawer) draw(k kind) (query, error) {
	for range patience {
		q := query{k, d.terms(k)}
		if q.Terms != nil && !d.drawn[q.Text()] {
			d.drawn[q.Text()] = true
			return q, nil
		}
	}
	return query{}, fmt.Errorf("no query of the kind %q can be drawn from this corpus", k)
}

// terms of a query of kind k, from a document or three; nil where they do not
// have what it takes.
func (d *drawer) terms(k kind) []string {
	switch k {
	case twoWords:
		return distinct(d.someWords(d.text(), 2, isAny))
	case anyOf:
		var terms []string
		for range 3 {
			terms = append(terms, d.someWords(d.text(), 1, isAny)...)
		}
		if len(terms) < 3 {
			return nil
		}
		return distinct(terms)
	case oneName:
		return d.someWords(d.text(), 1, isName)
	case rareWord:
		w := d.someWords(d.text(), 1, isAny)
		if w == nil || frequent(d.docs.pool, w[0]) {
			return nil
		}
		return w
	case phrase:
		return d.somePhrase(d.text())
	}
	return d.someWords(d.text(), 1, isAny)
}

func (d *drawer) text() string { return d.docs.Text(d.rng.IntN(d.n)) }

func isAny(segment.Word) bool { return true }

// isName: the dictionary's people, places, bodies and other proper names.
func isName(w segment.Word) bool {
	for _, tag := range []string{"nr", "ns", "nt", "nz"} {
		if strings.HasPrefix(w.Tag, tag) {
			return true
		}
	}
	return false
}

// someWords draws so many of a text's words; nil where it has too few. Words
// have two to four Chinese characters, stand in the dictionary, and are one
// word also by themselves, so that what a document must hold is beyond doubt.
func (d *drawer) someWords(text string, count int, fits func(segment.Word) bool) []string {
	var found []string
	for _, w := range d.words.Cut(text, nil) {
		word := text[w.Start:w.End]
		n := utf8.RuneCountInString(word)
		if w.Known && n >= 2 && n <= 4 && allHan(word) && fits(w) && len(d.words.Cut(word, nil)) == 1 {
			found = append(found, word)
		}
	}
	if len(found) < count {
		return nil
	}
	d.rng.Shuffle(len(found), func(i, j int) { found[i], found[j] = found[j], found[i] })
	return found[:count]
}

// distinct is nil where a term holds another.
func distinct(terms []string) []string {
	for i, a := range terms {
		for j, b := range terms {
			if i != j && strings.Contains(a, b) {
				return nil
			}
		}
	}
	return terms
}

// rare words stand in the pool so many times at most.
const rareCount = 3

func frequent(pool []byte, word string) bool {
	for range rareCount + 1 {
		i := bytes.Index(pool, []byte(word))
		if i < 0 {
			return false
		}
		pool = pool[i+len(word):]
	}
	return true
}

// Phrases are 6 to 10 characters of an unbroken Chinese stretch: digits, Latin
// and marks are left out, because stock cjk misses many of those.
const (
	shortestPhrase = 6
	longestPhrase  = 10
)

func (d *drawer) somePhrase(text string) []string {
	stretches := strings.FieldsFunc(text, func(r rune) bool { return !isHan(r) })
	if len(stretches) == 0 {
		return nil
	}
	chars := []rune(stretches[d.rng.IntN(len(stretches))])
	length := shortestPhrase + d.rng.IntN(longestPhrase-shortestPhrase+1)
	if len(chars) < length {
		return nil
	}
	start := d.rng.IntN(len(chars) - length + 1)
	return []string{string(chars[start : start+length])}
}

func allHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isHan(r) })
}
