package syntax

import (
	"unicode"
	"unicode/utf8"
)

// char is a character that can be seen, or a blank.
type char struct {
	r          rune
	start, end int // bytes of the typed text
}

// visible gives the characters of a text without those nobody sees: zero-width
// blanks, marks of direction, control characters. A byte that is not UTF-8
// becomes U+FFFD.
func visible(text string) []char {
	chars := make([]char, 0, len(text))
	for i, w := 0, 0; i < len(text); i += w {
		var r rune
		r, w = utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) || !unicode.In(r, unicode.Cc, unicode.Cf) {
			chars = append(chars, char{r, i, i + w})
		}
	}
	return chars
}

// textOf gives the characters with each run of blanks made one.
func textOf(chars []char) string {
	out := make([]rune, 0, len(chars))
	for _, c := range chars {
		switch {
		case !unicode.IsSpace(c.r):
			out = append(out, c.r)
		case len(out) > 0 && out[len(out)-1] != ' ':
			out = append(out, ' ')
		}
	}
	if n := len(out); n > 0 && out[n-1] == ' ' {
		out = out[:n-1]
	}
	return string(out)
}

// half gives the half-width form of a character: ： is :.
func half(r rune) rune {
	if '！' <= r && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// isAny tells whether r, in its half-width form, is one of the runes of set.
func isAny(r rune, set string) bool {
	r = half(r)
	for _, s := range set {
		if s == r {
			return true
		}
	}
	return false
}
