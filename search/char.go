package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
)

// charClass says what a code point means to the index.
type charClass int

const (
	counts  charClass = iota // a character of its own, punctuation included
	nothing                  // blanks, control and format characters: as if not there
	breaks                   // a line break: nothing matches across it
)

func classOf(r rune) charClass {
	if 0x4E00 <= r && r <= 0x9FFF { // most of a text
		return counts
	}
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return breaks
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) {
		return nothing
	}
	return counts
}

// foldRune gives the form under which a character is indexed and sought:
// ｃ and C are c, ： is :, 電 is 电. It looks at one character alone, so that
// every stretch of a text folds to the same stretch of its folded form.
func foldRune(r rune) rune { return fold.Rune(r) }

// char is a character that counts: its folded form, where it stands (bytes and
// code points, half-open), and the line it stands on.
type char struct {
	folded     rune
	start, end int
	index      int
	line       int
}

// eachChar calls visit for every character of text that counts.
func eachChar(text string, visit func(char)) {
	line, index := 0, 0
	for i := 0; i < len(text); index++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch classOf(r) {
		case counts:
			visit(char{foldRune(r), i, i + size, index, line})
		case breaks:
			line++
		}
		i += size
	}
}

// normalLines is the folded form of a text, with "\n" where a line ends.
func normalLines(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	line := 0
	eachChar(text, func(c char) {
		if c.line != line {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			line = c.line
		}
		b.WriteRune(c.folded)
	})
	return b.String()
}

// normal is the folded form of a name, a filter or a search word: only the
// characters that count, folded. Two texts are the same to the index when
// their normal forms are.
func normal(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	eachChar(text, func(c char) { b.WriteRune(c.folded) })
	return b.String()
}
