package main

import (
	"strings"
	"unicode"
)

// plain replaces what a terminal would obey and not show: an article or a
// file's name may hold any character. Every replacement takes as many bytes as
// what it stands for, so that marks keep their places.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20 || r == 0x7f:
			return '?'
		case r < 0xa0 && r >= 0x80 || r == '\u061c':
			return '¿'
		case r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Cf, r) && r > 0x7ff && r < 0x10000:
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
