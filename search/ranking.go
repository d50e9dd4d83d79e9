package search

import (
	"math"
	"unicode"

	"zhiku/search/gram"
	"zhiku/search/leaf"

	"github.com/RoaringBitmap/roaring/v2"
)

// ranking is what makes a document a better answer. It has two rounds. The
// first is BM25 (Robertson and Zaragoza, 2009) over the grams of the query,
// from terms alone: a gram stands in a document, or often, or steadily. The
// second counts in the texts of the best of the first: see rerank.go.
//
// A score depends on the document and on the weights alone, and the weights go
// with the cursor: so a place in a list stays where it is while articles come.
type ranking struct {
	terms []rankedTerm
	units []unit
	seen  map[string]bool
	cut   []rankedWord
}

// rankedTerm is a word or phrase of the query.
type rankedTerm struct {
	*Term
	text  []byte // its normal form, as it stands in a stored text
	names []rankedName
	units []int // of the grams that make it
	whole expr  // the names that are nothing but it
	named expr  // the names that hold it
	said  expr  // the speakers that are it
}

// rankedName is another name of what a term names.
type rankedName struct {
	found *stretch
	text  []byte
}

// unit is a gram that counts.
type unit struct {
	term   []byte // in fieldText
	text   []byte // as it stands in a stored text
	single bool   // a rare character: all terms that begin so are its
	weight float64
}

// docs are the documents of a segment in which a unit stands, or may stand.
func (u unit) docs(l *leaf.Leaf) (*roaring.Bitmap, error) {
	if u.single {
		return l.DocsBeginning(fieldText, string(u.term))
	}
	return l.Docs(fieldText, u.term)
}

// Parameters of BM25: how soon more of the same counts no more, and how much a
// long text must do for it.
const (
	bm25K = 1.2
	bm25B = 0.4
	// pivot is the length, in characters, of a text that gets neither more nor
	// less for it. It is fixed, so that no score moves when articles come.
	pivot = 300
)

// Boosts, as parts of the weight of the whole term.
const (
	boostNamed   = 0.6 // a name, headline, speaker or metric holds it
	boostSpeaker = 1.0 // somebody of that name said it
	boostWhole   = 2.0 // it is a name of the entity
)

// times are the numbers of places that a first round tells apart.
var times = [3]float64{1, 2.5, 6}

// saturation gives the part of its weight that a unit which stands in a text
// so often is worth.
func saturation(times, characters float64) float64 {
	return times * (bm25K + 1) / (times + bm25K*(1-bm25B+bm25B*characters/pivot))
}

// gains[class] is what each further step of times is worth in a text of that
// length class.
var gains = func() (g [64][3]float32) {
	for class := range g {
		before := 0.0
		for i, n := range times {
			now := saturation(n, lengthOf(byte(class)))
			g[class][i] = float32(now - before)
			before = now
		}
	}
	return g
}()

func (r *ranking) add(t *Term) {
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	ranked := rankedTerm{
		Term:  t,
		text:  gram.Encode(t.key),
		whole: &oneOf{fieldNames, []string{t.key}},
		named: inNames(t.key),
		said:  &oneOf{fieldSpeaker, []string{t.key}},
	}
	for _, name := range t.Names {
		ranked.names = append(ranked.names, rankedName{newStretch(name), gram.Encode(name)})
	}
	for _, u := range unitsOf(t.key) {
		if !r.seen[string(u.term)] {
			r.seen[string(u.term)] = true
			ranked.units = append(ranked.units, len(r.units))
			r.units = append(r.units, u)
		}
	}
	r.terms = append(r.terms, ranked)
}

// unitsOf gives the pairs of a stretch and its rare characters, which tell much
// by themselves (蓍的别名); of a stretch that has neither, its characters.
func unitsOf(normal string) []unit {
	var units []unit
	runes := []rune(normal)
	gram.Pairs(runes, func(i int, term []byte) {
		units = append(units, unit{term: term, text: gram.Encode(string(runes[i : i+2]))})
	})
	all := len(units) == 0
	for _, c := range runes {
		if all || unicode.Is(unicode.Han, c) && gram.Rare(c) {
			text := gram.Encode(string(c))
			units = append(units, unit{term: text, text: text, single: unicode.Is(unicode.Han, c) && gram.Rare(c)})
		}
	}
	return units
}

// weigh gives every unit its inverse document frequency, in steps of a
// sixteenth, so that it goes into a cursor as one byte.
func (r *ranking) weigh(leaves []*leaf.Leaf) error {
	all := 0
	for _, l := range leaves {
		all += l.Size()
	}
	for i := range r.units {
		with := uint64(0)
		for _, l := range leaves {
			docs, err := r.units[i].docs(l)
			if err != nil {
				return err
			}
			with += docs.GetCardinality()
		}
		r.units[i].weight = steps(idf(float64(all), float64(with)))
		if with == 0 { // it tells no document from another
			r.units[i].weight = step
		}
	}
	return nil
}

func idf(all, with float64) float64 { return math.Log1p((all - with + 0.5) / (with + 0.5)) }

const step = 1.0 / 16

func steps(weight float64) float64 {
	return step * math.Round(min(255, max(1, weight/step)))
}

// weights are those of the units, a byte each, and back.
func (r *ranking) weights() []byte {
	out := make([]byte, len(r.units))
	for i, u := range r.units {
		out[i] = byte(u.weight / step)
	}
	return out
}

func (r *ranking) take(weights []byte) bool {
	if len(weights) != len(r.units) {
		return false
	}
	for i, w := range weights {
		r.units[i].weight = step * float64(w)
	}
	return true
}

func weightOf(units []unit) float64 {
	sum := 0.0
	for _, u := range units {
		sum += u.weight
	}
	return sum
}

func (r *ranking) weightOf(t rankedTerm) float64 {
	sum := 0.0
	for _, i := range t.units {
		sum += r.units[i].weight
	}
	return sum
}

// first adds the scores of the first round for the documents docs of a segment.
func (r *ranking) first(ev *evaluation, docs *roaring.Bitmap, scores []float32) error {
	lengths, err := ev.leaf.Bytes(fieldLength)
	if err != nil {
		return err
	}
	for _, u := range r.units {
		for often, term := range gram.Levels(u.term) {
			with, err := unit{term: term, single: u.single}.docs(ev.leaf)
			if err != nil {
				return err
			}
			weight := float32(u.weight)
			leaf.Each(both(with, docs), func(doc uint32) {
				scores[doc] += weight * gains[lengths[doc]][often]
			})
		}
	}
	return r.boost(ev, docs, scores)
}

func (r *ranking) boost(ev *evaluation, docs *roaring.Bitmap, scores []float32) error {
	for _, t := range r.terms {
		boosts := []boosted{{t.named, boostNamed}, {t.said, boostSpeaker}, {t.whole, boostWhole}}
		for _, n := range t.names {
			boosts = append(boosts, boosted{n.found, 1})
		}
		weight := r.weightOf(t)
		for _, b := range boosts {
			f, err := ev.of(b.e)
			if err != nil {
				return err
			}
			add := float32(weight * b.part)
			leaf.Each(both(f.maybe, docs), func(doc uint32) { scores[doc] += add })
		}
	}
	return nil
}

// boosted is what adds a part of a term's weight.
type boosted struct {
	e    expr
	part float64
}

// both spares the work where one is the other.
func both(a, b *roaring.Bitmap) *roaring.Bitmap {
	if a == b {
		return a
	}
	return roaring.And(a, b)
}

// wholes is what names that are nothing but a term add in the second round.
func (r *ranking) wholes(ev *evaluation, doc uint32) float64 {
	sum := 0.0
	for _, t := range r.terms {
		if ev.known[t.said].maybe.Contains(doc) {
			sum += boostSpeaker * r.weightOf(t)
		}
		if ev.known[t.whole].maybe.Contains(doc) {
			sum += boostWhole * r.weightOf(t)
		}
	}
	return sum
}
