package search

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/search/syntax"
)

// Highlight gives the stretches of text that the query's words and phrases
// match, in order, in bytes and code points of text itself. Stretches that
// overlap or touch are one. A word that is several (贵州工业投资) marks its parts
// where the whole does not stand, and a name (比亚迪) marks the other names it was
// searched for under. What is not wanted is never marked.
func (p Parsed) Highlight(text string) []Range {
	v := newView(text)
	var found []Range
	p.sought(func(t *Term) { found = append(found, v.term(t)...) })
	return merge(found)
}

// view is a text as the index sees it, with the way back to the original.
type view struct {
	folded string // the characters that count; "\n" where a line ends
	starts []int  // byte of folded at which each of chars begins
	chars  []char
}

func newView(text string) *view {
	v := &view{}
	var b strings.Builder
	line := 0
	eachChar(text, func(c char) {
		if c.line != line {
			b.WriteByte('\n')
			line = c.line
		}
		v.starts = append(v.starts, b.Len())
		v.chars = append(v.chars, c)
		b.WriteRune(c.folded)
	})
	v.folded = b.String()
	return v
}

func (v *view) term(t *Term) []Range {
	found := v.occurrences(t.key)
	if len(found) == 0 {
		for _, w := range t.inside() {
			found = append(found, v.occurrences(w)...)
		}
	}
	for _, name := range t.Names {
		found = append(found, v.occurrences(name)...)
	}
	return found
}

// inside are the words that are marked where the whole does not stand: of a long
// run those that carry meaning, though it may not be found by all of them.
func (t *Term) inside() []string {
	if len(t.Words) > 0 || !t.long() || t.Kind != syntax.Word {
		return t.Words
	}
	return slices.DeleteFunc(contentWords(t.Text), func(w string) bool { return utf8.RuneCountInString(w) < 2 })
}

// occurrences finds key wherever it stands, overlapping itself too.
func (v *view) occurrences(key string) []Range {
	var found []Range
	_, first := utf8.DecodeRuneInString(key)
	for at := 0; ; {
		i := strings.Index(v.folded[at:], key)
		if i < 0 {
			return found
		}
		at += i
		found = append(found, v.original(at, at+len(key)))
		at += first
	}
}

// original gives the range of the text whose folded form is folded[start:end].
func (v *view) original(start, end int) Range {
	first, last := v.chars[v.charAt(start)], v.chars[v.charAt(end-1)]
	return Range{first.start, last.end, first.index, last.index + 1}
}

// charAt is the number of the character that byte i of folded belongs to.
func (v *view) charAt(i int) int {
	return sort.SearchInts(v.starts, i+1) - 1
}

func merge(ranges []Range) []Range {
	slices.SortFunc(ranges, func(a, b Range) int { return cmp.Compare(a.Start, b.Start) })
	var out []Range
	for _, r := range ranges {
		last := len(out) - 1
		switch {
		case last < 0 || r.Start > out[last].End:
			out = append(out, r)
		case r.End > out[last].End:
			out[last].End, out[last].RuneEnd = r.End, r.RuneEnd
		}
	}
	return out
}
