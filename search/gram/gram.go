// Package gram says under which terms a text is indexed, so that every stretch
// of it can be found: pairs of neighbouring letters, digits and Chinese
// characters, and single characters where a mark or the end of a line follows.
//
// Texts are in normal form: folded, without blanks, "\n" between lines. A pair
// that is a word of the dictionary (电池) has a term of its own. All other pairs
// that begin with one character share a few buckets by their second one (池材,
// 池产 …), which keeps the dictionary of an index small; what is found by
// buckets must be looked up in the text. So must longer stretches: a text that
// holds 电池 and 池组 need not hold 电池组. Terms carry no positions. This is the
// way of trigram indexes for code (Cox, Regular Expression Matching with a
// Trigram Index, 2012), with pairs for Chinese.
package gram

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// After a first character, a byte that cannot begin a second one marks one of
// 64 buckets; after both, how often the pair stands in the text.
const (
	bucketMark = 0x80 // to 0xBF
	oftenMark  = 0xA0 // twice or more
	steadyMark = 0xA1 // four times or more
)

// everywhere are the marks that stand in most texts. They have no terms: what
// is sought by them alone is looked up in all texts.
const everywhere = ",。、“”"

// joins tells whether a character makes pairs with its neighbours. Marks and
// signs do not.
func joins(r rune) bool {
	if r < 0x80 {
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// Terms calls visit for the term of every place of a text, one after the other;
// a term that stands in the text often is given often. The bytes are only
// lent.
func Terms(folded string, visit func(term []byte)) {
	w := walker{code: theCode(), words: theWords(), visit: visit}
	for _, r := range folded {
		w.next(r)
	}
	w.end()
}

// walker walks over a text. before is the character that waits for its
// neighbour, 0 where none does.
type walker struct {
	code   *code
	words  *words
	visit  func([]byte)
	before rune
	buf    [2*utf8.UTFMax + 1]byte
}

func (w *walker) next(r rune) {
	joined := joins(r)
	switch {
	case joined && w.before != 0:
		w.visit(w.pair(w.before, r))
	case w.before != 0:
		w.visit(w.single(w.before))
	}
	w.before = 0
	if joined {
		w.before = r
	} else if r != '\n' && !strings.ContainsRune(everywhere, r) {
		w.visit(w.single(r))
	}
}

func (w *walker) end() {
	if w.before != 0 {
		w.visit(w.single(w.before))
	}
}

func (w *walker) single(r rune) []byte { return utf8.AppendRune(w.buf[:0], w.code.of(r)) }

func (w *walker) pair(a, b rune) []byte {
	out := w.single(a)
	if w.words.hold(a, b) {
		return utf8.AppendRune(out, w.code.of(b))
	}
	return append(out, bucketMark|byte(uint32(b)*0x9E3779B1>>26))
}

// Often calls visit for the marked terms of a word's pair that stands so many
// times in a text; for none of what stands once, is a single character or a
// bucket.
func Often(term []byte, times int, visit func(term []byte)) {
	marked := Levels(term)[1:]
	if times >= 2 && len(marked) > 0 {
		visit(marked[0])
	}
	if times >= 4 && len(marked) > 0 {
		visit(marked[1])
	}
}

// isWord tells whether a term is that of two characters in full.
func isWord(term []byte) bool {
	_, n := utf8.DecodeRune(term)
	r, m := utf8.DecodeRune(term[n:])
	return m > 0 && n+m == len(term) && (r != utf8.RuneError || m > 1)
}

// Pairs calls visit for the term of every pair of a stretch in normal form,
// with the number of its first character. The bytes are visit's to keep.
func Pairs(runes []rune, visit func(i int, term []byte)) {
	w := walker{code: theCode(), words: theWords()}
	for i := 1; i < len(runes); i++ {
		if joins(runes[i-1]) && joins(runes[i]) {
			visit(i-1, append([]byte(nil), w.pair(runes[i-1], runes[i])...))
		}
	}
}

// Levels gives a term and the marked terms that say it stands often, if it is
// one that is marked.
func Levels(term []byte) [][]byte {
	if !isWord(term) {
		return [][]byte{term}
	}
	marked := func(mark byte) []byte { return append(append(make([]byte, 0, len(term)+1), term...), mark) }
	return [][]byte{term, marked(oftenMark), marked(steadyMark)}
}
