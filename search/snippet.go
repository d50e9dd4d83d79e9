package search

import (
	"html"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Snippet gives the stretch of text, at most maxRunes code points long, that
// shows best why the query matches: whole sentences where they fit, the ones
// with the most of its words. Without a match it is the beginning of text.
func (p Parsed) Snippet(text string, maxRunes int) Range {
	if found := p.Snippets(text, maxRunes, 1); len(found) > 0 {
		return found[0]
	}
	return Range{}
}

// Snippets gives up to n stretches of text, the first of which is Snippet's,
// the best first. No two share a sentence, and all but the first hold words of
// the query. A text of blanks has none.
func (p Parsed) Snippets(text string, maxRunes, n int) []Range {
	if maxRunes <= 0 {
		return nil
	}
	m := newMarked(p.Highlight(text), maxRunes)
	rest := [][]Range{splitSentences(text)}
	var out []Range
	for range n {
		w := m.best(rest)
		if len(w.sentences) == 0 || w.covers == 0 && len(out) > 0 {
			break
		}
		if r := trim(text, runeRange(text, w.whole(), w.from, w.to)); r.Start < r.End {
			out = append(out, r)
		}
		rest = slices.Replace(rest, w.row, w.row+1, w.before, w.after)
	}
	return out
}

// marked are the marks of a text from which windows are cut.
type marked struct {
	marks    []Range
	sums     []int // code points of the marks before each mark, and of all
	maxRunes int   // of a window
}

func newMarked(marks []Range, maxRunes int) *marked {
	sums := make([]int, len(marks)+1)
	for i, m := range marks {
		sums[i+1] = sums[i] + m.RuneEnd - m.RuneStart
	}
	return &marked{marks, sums, maxRunes}
}

// window is the code points from:to of one or more sentences: all of them, or a
// part of a single one that is too long.
type window struct {
	from, to  int
	covers    int     // code points of marks that it holds whole
	sentences []Range // of a row, and what the row has before and after them
	row       int
	before    []Range
	after     []Range
}

func (w *window) whole() Range { return join(w.sentences[0], w.sentences[len(w.sentences)-1]) }

// best gives the window that covers most, the first of equals; none has
// sentences where rows have none. The rows are runs of sentences.
func (m *marked) best(rows [][]Range) window {
	best := window{covers: -1}
	for row, sentences := range rows {
		end := 0
		for i, s := range sentences {
			end = max(end, i+1)
			for end < len(sentences) && sentences[end].RuneEnd-s.RuneStart <= m.maxRunes {
				end++
			}
			from, to, covers := m.fit(s.RuneStart, sentences[end-1].RuneEnd)
			if covers > best.covers {
				best = window{from, to, covers, sentences[i:end], row, sentences[:i:i], sentences[end:]}
			}
		}
	}
	return best
}

// fit cuts a stretch that is too long to the part that covers most: its
// beginning, or where a mark stands with a quarter of the room before it.
func (m *marked) fit(start, end int) (from, to, covers int) {
	if end-start <= m.maxRunes {
		return start, end, m.covered(start, end)
	}
	from, covers = start, m.covered(start, start+m.maxRunes)
	for i := m.firstFrom(start); i < len(m.marks) && m.marks[i].RuneStart < end; i++ {
		at := min(max(start, m.marks[i].RuneStart-m.maxRunes/4), end-m.maxRunes)
		if n := m.covered(at, at+m.maxRunes); n > covers {
			from, covers = at, n
		}
	}
	return from, from + m.maxRunes, covers
}

// covered counts the code points of the marks that lie inside from:to.
func (m *marked) covered(from, to int) int {
	first := m.firstFrom(from)
	end := sort.Search(len(m.marks), func(i int) bool { return m.marks[i].RuneEnd > to })
	return m.sums[max(first, end)] - m.sums[first]
}

// firstFrom is the number of the first mark that begins at a code point or after.
func (m *marked) firstFrom(at int) int {
	return sort.Search(len(m.marks), func(i int) bool { return m.marks[i].RuneStart >= at })
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
