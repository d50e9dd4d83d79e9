package text

import (
	"strings"
	"unicode/utf8"
)

const (
	stops   = "。！？!?…．"
	closers = "”」』）)’》】〞"
	// after these a sentence goes on, even behind a stop and closing marks:
	// “……。”，某某说
	goesOn = "，、；：,;:的"
)

// sentences divides a paragraph. A stop ends a sentence inside a quotation as
// outside; closing marks go with the sentence they close. A stop before a
// comma, in a number or in an address ends nothing.
func sentences(s string, p Range) []Range {
	var out []Range
	start, straight := skipBlank(s, p.Start, p.End), false
	for i := start; i < p.End; {
		r, n := utf8.DecodeRuneInString(s[i:p.End])
		if r == '"' || r == '＂' {
			straight = !straight
		}
		if !isStop(s, p, i, r, n) {
			i += n
			continue
		}
		i, straight = sentenceEnd(s, i+n, p.End, straight)
		next, _ := utf8.DecodeRuneInString(s[i:p.End])
		if i < p.End && strings.ContainsRune(goesOn, next) {
			continue
		}
		out = append(out, Range{start, i})
		start = skipBlank(s, i, p.End)
		i = start
	}
	if end := start + len(strings.TrimRightFunc(s[start:p.End], blank)); start < end {
		out = append(out, Range{start, end})
	}
	return out
}

// isStop tells whether the character at i ends a sentence.
func isStop(s string, p Range, i int, r rune, n int) bool {
	switch r {
	case '.':
		return dotStops(s, p, i)
	case '．':
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		return i+n >= p.End || !wordByte(s[i+n]) && (next < '０' || '９' < next)
	case '!', '?':
		return i+n >= p.End || !wordByte(s[i+n])
	}
	return strings.ContainsRune(stops, r)
}

// dotStops tells a full stop from a decimal point, an abbreviation or a part
// of an address: blanks or the end follow, a Chinese or a small letter stands
// before.
func dotStops(s string, p Range, i int) bool {
	if i+1 < p.End && s[i+1] != ' ' && s[i+1] != '"' || i == p.Start {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[p.Start:i])
	word := s[p.Start+strings.LastIndexAny(s[p.Start:i], " .")+1 : i]
	return before >= utf8.RuneSelf || len(word) > 3 && before >= 'a' && before <= 'z'
}

func wordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '=' || b == '&'
}

// sentenceEnd goes over further stops and the marks that close; a straight
// mark closes only where one is open.
func sentenceEnd(s string, i, end int, open bool) (int, bool) {
	for i < end {
		r, n := utf8.DecodeRuneInString(s[i:end])
		straight := r == '"' || r == '＂'
		if !strings.ContainsRune(stops+closers, r) && !(straight && open) {
			break
		}
		open = open && !straight
		i += n
	}
	return i, open
}

func skipBlank(s string, i, end int) int {
	return end - len(strings.TrimLeftFunc(s[i:end], blank))
}
