package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one printed line with blanks at both ends left aside.
type line struct {
	text       string
	start, end int // in raw
	runes      int
	kind       ParagraphKind
	level      int
}

// splitLines gives the lines of raw that hold more than blanks. CRLF, a lone
// CR and the Unicode line ends all divide lines.
func splitLines(raw string) []line {
	var out []line
	for off := 0; off < len(raw); {
		end := len(raw)
		if i := strings.IndexFunc(raw[off:], endsLine); i >= 0 {
			end = off + i
		}
		if s := strings.TrimFunc(raw[off:end], blank); s != "" {
			start := off + strings.Index(raw[off:end], s)
			out = append(out, line{text: s, start: start, end: start + len(s), runes: utf8.RuneCountInString(s)})
		}
		_, n := utf8.DecodeRuneInString(raw[end:])
		off = end + max(n, 1)
	}
	return out
}

func endsLine(r rune) bool {
	switch r {
	case '\n', '\r', '\f', '\v', '\u2028', '\u2029':
		return true
	}
	return false
}

// blank tells characters that print nothing: spaces of all widths, marks of
// byte order, zero-width joins.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u3000' || r == '\ufeff' || r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060'
}
