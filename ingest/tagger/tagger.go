// Package tagger finds names in a sentence with a trained character tagger: the
// people, titles, companies, organisations, projects, products, places and
// events it mentions, each with a confidence. It sees one sentence at a time;
// what the rest of the article says about a name is for its callers to weigh.
//
// The weights are trained by ingest/tagger/train and embedded; README.md is their
// model card. A Model is immutable and safe for concurrent use, and gives the
// same spans for the same sentence.
package tagger

import (
	"slices"
	"sync"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
	"zhiku/zh/segment"
)

// Tag is the kind of a name.
type Tag uint8

// The kinds, in the order of the labels.
const (
	Person Tag = iota
	Title
	Company
	Organization
	Project
	Product
	Place
	Event
)

var tagNames = [label.Kinds]string{"person", "title", "company", "organization", "project", "product", "place", "event"}

func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return "unknown"
}

// Span is a name in a sentence.
type Span struct {
	Start, End int // bytes, half-open
	Tag        Tag
	Confidence float64 // how often spans like it are right in bounds and tag, 0 to 1
}

// scratch is what one call of Tag works in.
type scratch struct {
	sentence feature.Sentence
	keys     []uint64
	sums     []sums // of the characters since the last that no name holds
	hope     lattice.Hope
	named    bool // whether a name may be among them
	lattice  lattice.Lattice
	spans    []label.Span
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Tag appends the names of one sentence or line to dst, sorted and disjoint. The
// words are the segmenter's, with offsets into s. Texts longer than a sentence
// are tagged piece by piece, so time and memory stay linear.
func (m *Model) Tag(dst []Span, s string, words []segment.Word) []Span {
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	for from, k := 0, 0; from < len(s); {
		to, n := piece(s, from, words[k:])
		dst = m.tagPiece(dst, sc, s[from:to], from, words[k:k+n])
		from, k = to, k+n
	}
	return dst
}

// longest is the bytes of the longest text tagged at once.
const longest = 2048

// piece gives the end of the text to tag next and how many words it has: all of
// it, or to the last word that fits.
func piece(s string, from int, words []segment.Word) (to, n int) {
	if len(s)-from <= longest {
		return len(s), len(words)
	}
	for n < len(words) && words[n].End <= from+longest {
		n++
	}
	if n > 0 && words[n-1].End > from {
		return words[n-1].End, n
	}
	to = from + longest
	for to > from+longest-4 && s[to]&0xC0 == 0x80 {
		to--
	}
	return to, n
}

// tagPiece tags a text that stands at offset base of the sentence.
func (m *Model) tagPiece(dst []Span, sc *scratch, text string, base int, words []segment.Word) []Span {
	if base > 0 {
		words = slices.Clone(words)
		for i := range words {
			words[i].Start -= base
			words[i].End -= base
		}
	}
	x := &sc.sentence
	m.extractor.Read(x, text, words)
	sc.restart()
	from := len(dst)
	for i := range x.Len() {
		if m.score(sc, i) && i+1 < x.Len() {
			continue
		}
		if sc.named || sc.hope > 0 {
			dst = m.names(dst, sc, i+1)
		}
		sc.restart()
	}
	for i := range dst[from:] {
		dst[from+i].Start += base
		dst[from+i].End += base
	}
	return dst
}

// certain is by how much O must win over all other labels, be it with the first
// features alone, for a character to be taken as outside of names.
const certain = 60

// restart forgets the characters before.
func (sc *scratch) restart() { sc.sums, sc.hope, sc.named = sc.sums[:0], lattice.NoHope, false }

// score adds up the features of character i. It gives false where no name can
// hold the character; then the labels before it do not depend on those behind it.
func (m *Model) score(sc *scratch, i int) bool {
	sc.sums = append(sc.sums, sums{})
	s := &sc.sums[len(sc.sums)-1]
	sc.keys = m.extractor.First(sc.keys[:0], &sc.sentence, i)
	m.features.sum(s, sc.keys)
	top := s.top()
	if top >= -certain {
		sc.keys = m.extractor.Rest(sc.keys[:0], &sc.sentence, i)
		m.features.sum(s, sc.keys)
		top = s.top()
	}
	sc.hope = sc.hope.After(int32(top), &m.gains)
	sc.named = sc.named || sc.hope.Left(&m.gains)
	return top >= -certain
}

// names appends the names among the characters that sums stand for, which end
// before character end.
func (m *Model) names(dst []Span, sc *scratch, end int) []Span {
	from := end - len(sc.sums)
	l, offsets := &sc.lattice, sc.sentence.Offsets[from:]
	l.Reset()
	for i := range sc.sums {
		scores := l.Next()
		sc.sums[i].into(scores)
		if sc.sentence.Divides(from + i) {
			leaveName(scores)
		}
	}
	sc.spans = label.Decode(sc.spans[:0], l.Best(&m.transition, m.leads))
	if len(sc.spans) == 0 {
		return dst
	}
	m.posterior(l)
	for _, s := range sc.spans {
		dst = append(dst, Span{
			Start: offsets[s.Start], End: offsets[s.End],
			Tag: Tag(s.Kind), Confidence: weights.Read(&m.confidence[s.Kind], l.Probability(s)),
		})
	}
	return dst
}

// leaveName forbids that a name goes on over a character.
func leaveName(scores *lattice.Scores) {
	for l := range scores {
		if !label.Label(l).Begins() {
			scores[l] -= 1 << 16
		}
	}
}
