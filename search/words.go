package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
	"zhiku/zh/segment"
)

// word is a word of a text: its normal form, and the bytes where it stands.
type word struct {
	folded     string
	start, end int
}

// eachWord calls visit for every word of text that holds a letter or a digit,
// as the segmenter cuts the text in simplified characters.
func eachWord(text string, visit func(word)) {
	text = strings.ToValidUTF8(text, "\uFFFD")
	simplified := fold.String(text)
	back := pair{original: text, folded: simplified}
	for _, w := range segment.Default().Cut(simplified, nil) {
		from := back.to(w.Start)
		cut := word{normal(simplified[w.Start:w.End]), from, back.to(w.End)}
		if strings.IndexFunc(cut.folded, isWordRune) >= 0 {
			visit(cut)
		}
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// pair walks a text and its folded form, which have the same number of code
// points but not of bytes, side by side.
type pair struct {
	original, folded     string
	inOriginal, inFolded int
}

// to goes forward to byte i of the folded form and gives the byte of the
// original that stands there.
func (p *pair) to(i int) int {
	for p.inFolded < i {
		_, a := utf8.DecodeRuneInString(p.folded[p.inFolded:])
		_, b := utf8.DecodeRuneInString(p.original[p.inOriginal:])
		p.inFolded += a
		p.inOriginal += b
	}
	return p.inOriginal
}

// particles carry no meaning of their own and are not asked for when a typed
// run is taken apart.
const particles = "的地得了着过和与及或在是之"

// contentWords takes a text apart into words in normal form, those left out
// that carry no meaning of their own.
func contentWords(run string) []string {
	var words []string
	eachWord(run, func(w word) {
		if utf8.RuneCountInString(w.folded) > 1 || !strings.Contains(particles, w.folded) {
			words = append(words, w.folded)
		}
	})
	return words
}

// wordsWithin takes a typed run that is several words apart: 贵州工业投资 is 贵州,
// 工业 and 投资. A run with fewer than two Chinese words of two characters (A股,
// 100亿, 40万吨级) is one thing and gives none.
func wordsWithin(run string) []string {
	words := contentWords(run)
	long := 0
	for _, w := range words {
		if hanCount(w) >= 2 {
			long++
		}
	}
	if long < 2 {
		return nil
	}
	return words
}

func hanCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
