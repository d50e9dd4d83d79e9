// Package segment cuts Chinese text into words in jieba's way: the most
// probable path through the dictionary's words, and a hidden Markov model for
// the runs of characters that no word joins (Sun Junyi, jieba, MIT). Offsets
// are exact bytes of the text as it is; nothing is lower-cased or dropped.
//
// A Segmenter is immutable and safe for concurrent use.
package segment

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
)

// Word is one word of a text. The words of a text cover it without a gap.
type Word struct {
	Start, End int    // bytes, half-open
	Tag        string // jieba's part of speech; "m" a number, "eng" Latin, "w" a mark or blank, "x" unknown
	Known      bool   // stands in the dictionary
}

// Segmenter cuts texts.
type Segmenter struct {
	dict *dict
	hmm  *hmm
}

// Cut appends the words of text to buf. Each byte that is not UTF-8 is a word of
// one byte, tagged "x". Time grows with the length of text alone.
func (s *Segmenter) Cut(text string, buf []Word) []Word {
	c := cutters.Get().(*cutter)
	c.Segmenter, c.text, c.words = s, text, buf
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch class := classify(r, n); class {
		case han:
			i = c.hanRun(i)
		case digit, letter:
			i = c.latinRun(i)
		default:
			c.emit(i, i+n, tagOf(r, n), false)
			i += n
		}
	}
	buf = c.words
	c.Segmenter, c.text, c.words = nil, "", nil
	cutters.Put(c)
	return buf
}

// CutSearch appends the words of text and the dictionary's words of two and
// three characters inside them, in the order of Start, then of length.
func (s *Segmenter) CutSearch(text string, buf []Word) []Word {
	var chars []rune
	var offsets []int
	from := len(buf)
	buf = s.Cut(text, buf)
	for _, w := range slices.Clone(buf[from:]) {
		chars = fold.AppendSimplified(chars[:0], text[w.Start:w.End])
		offsets = appendOffsets(offsets[:0], text, w)
		buf = s.inside(chars, offsets, buf)
	}
	slices.SortFunc(buf[from:], func(a, b Word) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return buf
}

// appendOffsets gives where each character of a word begins, and its end.
func appendOffsets(offsets []int, text string, w Word) []int {
	for i := range text[w.Start:w.End] {
		offsets = append(offsets, w.Start+i)
	}
	return append(offsets, w.End)
}

// inside appends the words of two and three characters within a longer one.
func (s *Segmenter) inside(chars []rune, offsets []int, buf []Word) []Word {
	for i := range chars {
		for n := 2; n <= 3 && n < len(chars) && i+n <= len(chars); n++ {
			if k, ok := s.dict.find(chars[i : i+n]); ok {
				buf = append(buf, Word{Start: offsets[i], End: offsets[i+n], Tag: s.dict.tag(k), Known: true})
			}
		}
	}
	return buf
}

// Lookup tells whether a word stands in the dictionary, with its part of speech
// and its frequency there.
func (s *Segmenter) Lookup(word string) (tag string, freq int, ok bool) {
	var buf [longestWord]rune
	i, ok := s.dict.find(fold.AppendSimplified(buf[:0], word))
	if !ok {
		return "", 0, false
	}
	return s.dict.tag(i), int(s.dict.freq[i]), true
}

// class of a character.
type class int

const (
	other class = iota
	han
	digit
	letter
)

func classify(r rune, n int) class {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF: // most, told quickly
		return han
	case r == utf8.RuneError && n <= 1:
		return other
	case r >= 0x2E80 && unicode.Is(unicode.Han, r):
		return han
	case isDigit(r):
		return digit
	case unicode.IsLetter(r):
		return letter
	}
	return other
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// tagOf gives the tag of a character that belongs to no run.
func tagOf(r rune, n int) string {
	broken := r == utf8.RuneError && n <= 1
	if !broken && (unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsSymbol(r)) {
		return "w"
	}
	return "x"
}
