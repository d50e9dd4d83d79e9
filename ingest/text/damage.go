package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/segment"
)

// longest word looked for around a doubled character or a join
const longestWord = 4

// doubled finds characters that were printed twice by mistake: 际市场[场]的.
// Twice is right where both stand in words of their own (学习|习近平, 市长|长沙)
// or make one (常常), and where the second can be a word by itself (大学|学什么).
func doubled(s string) []Range {
	var out []Range
	var last rune
	lastAt := 0
	for i, r := range s {
		if r == last && unicode.Is(unicode.Han, r) && printedTwice(s, lastAt, i, i+utf8.RuneLen(r)) {
			out = append(out, Range{i, i + utf8.RuneLen(r)})
		}
		last, lastAt = r, i
	}
	return out
}

// printedTwice tells whether the character at [second:end], which stands at
// first too, is there by mistake.
func printedTwice(s string, first, second, end int) bool {
	c := s[second:end]
	if standsAlone(c) || strings.HasPrefix(s[end:], c) || redoubled(s[:first]) {
		return false
	}
	return endsWord(s, second, 20*frequency(s[first:end])) && !startsWord(s, second) && !insideWord(s, first, end)
}

// redoubled tells whether what comes before makes a doubling right: 一棵棵,
// 悠悠哉哉.
func redoubled(before string) bool {
	c, n := utf8.DecodeLastRuneInString(before)
	d, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
	return c == '一' || n > 0 && c == d
}

// standsAlone tells a character that is often a word by itself.
func standsAlone(c string) bool {
	const often = 15_000 // times in the dictionary's corpus
	tag, freq, ok := segment.Default().Lookup(c)
	return ok && (freq > often || strings.HasPrefix(tag, "ns") || strings.ContainsAny(tag[:1], "vpdcrmu") && freq > often/8)
}

// endsWord tells whether a word of two characters or more that is more frequent
// than least ends at offset at.
func endsWord(s string, at, least int) bool {
	from := at
	for n := 0; n < longestWord && from > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
		if n > 0 && frequency(s[from:at]) > least {
			return true
		}
	}
	return false
}

// startsWord tells whether a word of two characters or more starts at offset at.
func startsWord(s string, at int) bool {
	to := at
	for n := 0; n < longestWord && to < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
		if n > 0 && frequency(s[at:to]) > 0 {
			return true
		}
	}
	return false
}

// insideWord tells whether one word holds all of s[first:last] and more.
func insideWord(s string, first, last int) bool {
	const around = 4 // 吉尔吉[斯斯]坦
	from := first
	for back := 0; back <= around; back++ {
		end := last
		for ahead := 0; ahead <= around; ahead++ {
			if (back > 0 || ahead > 0) && frequency(s[from:end]) > 0 {
				return true
			}
			_, n := utf8.DecodeRuneInString(s[end:])
			end += n
		}
		_, n := utf8.DecodeLastRuneInString(s[:from])
		from -= n
	}
	return false
}

// frequency of a word in the dictionary's corpus, 0 for what is none.
func frequency(word string) int {
	_, freq, _ := segment.Default().Lookup(word)
	return freq
}

// strayMeet tells whether two lines meet in characters that make no word, each
// by itself nor both together: ……上下游产业链的贵 and 通；从某地……. Text may be
// lost between them.
func strayMeet(a, b string) bool {
	a, b = tail(a), b[:min(len(b), 4*longestWord)]
	last, n := utf8.DecodeLastRuneInString(a)
	first, m := utf8.DecodeRuneInString(b)
	if !unicode.Is(unicode.Han, last) || !unicode.Is(unicode.Han, first) || grammatical(a[len(a)-n:]) || grammatical(b[:m]) {
		return false
	}
	return !endsWord(a, len(a), 0) && !startsWord(b, 0) && !insideWord(a+b, len(a)-n, len(a)+m) && frequency(a[len(a)-n:]+b[:m]) == 0
}

// grammatical tells a character that stands between words by itself: 的, 在, 和.
func grammatical(c string) bool {
	tag, _, ok := segment.Default().Lookup(c)
	return ok && strings.ContainsAny(tag[:1], "pdcruym")
}
