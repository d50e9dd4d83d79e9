package search

import (
	"html"
	"sort"
	"strings"
	"unicode/utf8"
)

// Snippet gives the stretch of text, at most maxRunes code points long, that
// shows best why the query matches: whole sentences where they fit, the ones
// with the most of its words. Without a match it is the beginning of text.
func (p Parsed) Snippet(text string, maxRunes int) Range {
	if maxRunes <= 0 {
		return Range{}
	}
	marks := p.Highlight(text)
	return trim(text, shorten(text, bestWindow(splitSentences(text), marks, maxRunes), marks, maxRunes))
}

// bestWindow gives the run of whole sentences within maxRunes that holds most
// of the marks, the first of equals; a sentence that is longer stands alone.
func bestWindow(sentences, marks []Range, maxRunes int) Range {
	best, most, last := Range{}, -1, 0
	sums := lengths(marks)
	for i, s := range sentences {
		last = max(last, i)
		for last+1 < len(sentences) && sentences[last+1].RuneEnd-s.RuneStart <= maxRunes {
			last++
		}
		window := join(s, sentences[last])
		if n := covered(window, marks, sums); n > most {
			best, most = window, n
		}
	}
	return best
}

// sentenceEnds close a sentence, together with the marks that follow them.
const sentenceEnds = "。！？；!?;\n"

func isCloser(r rune) bool { return strings.ContainsRune("”’」』）)\"", r) }

// splitSentences divides text without loss.
func splitSentences(text string) []Range {
	var out []Range
	at, ended := Range{}, false
	for at.End < len(text) {
		r, size := utf8.DecodeRuneInString(text[at.End:])
		ends := strings.ContainsRune(sentenceEnds, r)
		if ended && !ends && !isCloser(r) {
			out = append(out, at)
			at, ended = Range{at.End, at.End, at.RuneEnd, at.RuneEnd}, false
		}
		at.End, at.RuneEnd = at.End+size, at.RuneEnd+1
		ended = ended || ends
	}
	if at.End > at.Start {
		out = append(out, at)
	}
	return out
}

func join(a, b Range) Range { return Range{a.Start, b.End, a.RuneStart, b.RuneEnd} }

// lengths sums up the code points of the marks before each mark, and of all.
func lengths(marks []Range) []int {
	sums := make([]int, len(marks)+1)
	for i, m := range marks {
		sums[i+1] = sums[i] + m.RuneEnd - m.RuneStart
	}
	return sums
}

// covered counts the code points of the marks that lie inside window.
func covered(window Range, marks []Range, sums []int) int {
	from := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= window.Start })
	to := sort.Search(len(marks), func(i int) bool { return marks[i].End > window.End })
	return sums[max(from, to)] - sums[from]
}

// shorten cuts a sentence that is too long, so that its first mark stays in
// sight with a quarter of the room before it.
func shorten(text string, window Range, marks []Range, maxRunes int) Range {
	if window.RuneEnd-window.RuneStart <= maxRunes {
		return window
	}
	from := window.RuneStart
	for _, m := range marks {
		if m.Start >= window.Start {
			from = max(from, min(m.RuneStart-maxRunes/4, window.RuneEnd-maxRunes))
			break
		}
	}
	return runeRange(text, window, from, from+maxRunes)
}

// runeRange finds the bytes of the code points from:to, which lie in window.
func runeRange(text string, window Range, from, to int) Range {
	out := Range{window.Start, window.End, from, to}
	n := window.RuneStart
	for i := range text[window.Start:window.End] {
		if n == from {
			out.Start = window.Start + i
		}
		if n == to {
			out.End = window.Start + i
		}
		n++
	}
	return out
}

// trim takes blanks off both ends.
func trim(text string, r Range) Range {
	for r.Start < r.End {
		c, size := utf8.DecodeRuneInString(text[r.Start:r.End])
		if classOf(c) == counts {
			break
		}
		r.Start, r.RuneStart = r.Start+size, r.RuneStart+1
	}
	for r.Start < r.End {
		c, size := utf8.DecodeLastRuneInString(text[r.Start:r.End])
		if classOf(c) == counts {
			break
		}
		r.End, r.RuneEnd = r.End-size, r.RuneEnd-1
	}
	return r
}

// Mark puts open and close around the ranges, which are those of Highlight.
func Mark(text string, ranges []Range, open, close string) string {
	return mark(text, ranges, open, close, func(s string) string { return s })
}

// MarkHTML is Mark for a page: text is escaped, open and close are not.
func MarkHTML(text string, ranges []Range, open, close string) string {
	return mark(text, ranges, open, close, html.EscapeString)
}

func mark(text string, ranges []Range, open, close string, escape func(string) string) string {
	var b strings.Builder
	at := 0
	for _, r := range ranges {
		b.WriteString(escape(text[at:r.Start]) + open + escape(text[r.Start:r.End]) + close)
		at = r.End
	}
	b.WriteString(escape(text[at:]))
	return b.String()
}
