// Package fold makes Chinese text comparable: full-width forms become
// half-width, letters lower-case, traditional characters simplified. One
// character becomes one character, so places in the folded text are places in
// the original, counted in characters (not in bytes: some characters change
// their UTF-8 length).
//
// The tables are those of OpenCC; data/ names source and licence. They are
// loaded on first use and safe for concurrent use.
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Rune folds one character in width, case and script. A character that has
// several simplified forms gets the usual one: 乾 becomes 干.
func Rune(r rune) rune {
	r = width(r)
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if s := load().simplify(r); s != r {
		return s
	}
	return unicode.ToLower(r)
}

// width folds the full-width forms of ASCII and the ideographic space.
func width(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}

// String folds a text: as Rune, but phrases go before their characters, so
// that 乾隆 stays, and 著 becomes 着 where it is no part of 著名 or the like. Each
// byte that is not UTF-8 becomes one U+FFFD.
func String(s string) string { return convert(load(), s, Rune) }

// Simplify turns traditional text into simplified and leaves width and case.
// Each byte that is not UTF-8 becomes one U+FFFD.
func Simplify(s string) string {
	t := load()
	return convert(t, s, t.simplify)
}

// AppendSimplified appends the characters of Simplify(s) to buf, one for each
// character of s, for callers that fold many short texts.
func AppendSimplified(buf []rune, s string) []rune {
	t := load()
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if p, ok := t.phraseAt(r, s[i:]); ok {
			for _, to := range p.to {
				buf = append(buf, to)
			}
			i += len(p.from)
			continue
		}
		buf = append(buf, t.simplify(particle(r)))
		i += n
	}
	return buf
}

// particle reads 著 as 着, which it is wherever no phrase says otherwise.
func particle(r rune) rune {
	if r == '著' {
		return '着'
	}
	return r
}

func convert(t *tables, s string, one func(rune) rune) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if p, ok := t.phraseAt(r, s[i:]); ok {
			b.WriteString(p.to)
			i += len(p.from)
			continue
		}
		b.WriteRune(one(particle(r)))
		i += n
	}
	return b.String()
}

// dropped are the marks a name may be printed with or without.
const dropped = "“”‘’「」『』\"'《》〈〉"

// dots are the ways to print the dot inside a foreign name, after folding.
const dots = "•・‧∙●･."

// Key folds a name for joining: 「青禾 果業」 and 青禾果业 have one key. Blanks and
// quotation marks go, brackets become half-width, the dots in 安·李 become one.
func Key(name string) string {
	var b strings.Builder
	for _, r := range String(name) {
		switch {
		case unicode.IsSpace(r) || strings.ContainsRune(dropped, r):
		case strings.ContainsRune(dots, r):
			b.WriteRune('·')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Traditional tells whether a text is written in traditional characters: it has
// more of those that only traditional text uses than of the other kind.
func Traditional(s string) bool {
	t := load()
	n := 0
	for _, r := range s {
		if int(r) < len(t.characters) {
			n += int(t.characters[r].mark)
		}
	}
	return n > 0
}
