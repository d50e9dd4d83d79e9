// Package text gives extraction the article as a reader sees it. The article's
// own text is kept to the letter; a View repairs the damage of page layout in
// a copy and maps every byte of the copy back to the original.
package text

import (
	"sort"
	"unicode/utf8"

	"zhiku/store"
)

// Range is a half-open stretch of View.Text, in bytes.
type Range struct{ Start, End int }

// Len in bytes.
func (r Range) Len() int { return r.End - r.Start }

// Contains tells whether o lies wholly in r.
func (r Range) Contains(o Range) bool { return r.Start <= o.Start && o.End <= r.End }

// Overlaps tells whether the two share a byte.
func (r Range) Overlaps(o Range) bool { return r.Start < o.End && o.Start < r.End }

// ParagraphKind tells what a paragraph is for a reader.
type ParagraphKind int

const (
	Body     ParagraphKind = iota // running text
	Headline                      // the article's own headline
	Heading                       // a section's head; Level tells how deep
	Byline                        // 本报记者 张三, (… 整理)
	Source                        // the source line of an epigraph: ——某年某月某日，某某在某地强调
)

// Paragraph is one paragraph of the view.
type Paragraph struct {
	Range
	Kind      ParagraphKind
	Level     int     // of a Heading: 1 is the highest; 0 otherwise
	Section   int     // counts headings passed: paragraphs of one section share it
	Sentences []Range // cover the paragraph's words, blanks between aside; closing marks belong to the sentence they close
}

// View is the article as a reader sees it.
type View struct {
	Raw        string // the article's text, to the letter
	Text       string // Raw with damage repaired: what extraction reads
	Paragraphs []Paragraph
	Joins      []Join
	Pairs      []Pair  // quotation marks and what they enclose, by start
	Doubled    []Range // characters printed twice by mistake, the second of each: 际市场[场]的

	outer  [][]Range // outer sentences by paragraph
	pieces []piece   // ascending, cover Text
	runes  runeIndex
}

// Join is a place where the view joins paragraphs that a page break cut.
type Join struct {
	At         int // byte offset in View.Text where the two meet
	Confidence float64
}

// piece says that Text[view:view+n] is Raw[raw:raw+n].
type piece struct{ view, raw, n int }

// RawRange maps a stretch of the view to the original: from the first byte of
// the first character to the last of the last, whatever was left out between.
func (v *View) RawRange(r Range) (start, end int) {
	if r.Len() <= 0 {
		return 0, 0
	}
	return v.rawOffset(r.Start), v.rawOffset(r.End-1) + 1
}

func (v *View) rawOffset(off int) int {
	i := sort.Search(len(v.pieces), func(i int) bool { return v.pieces[i].view > off }) - 1
	p := v.pieces[i]
	return p.raw + off - p.view
}

// Span maps a stretch of the view to a span of the original.
func (v *View) Span(r Range) store.Span {
	start, end := v.RawRange(r)
	return store.Span{Start: start, End: end, RuneStart: v.runes.at(v.Raw, start), RuneEnd: v.runes.at(v.Raw, end)}
}

// Cut is the view's text in r.
func (v *View) Cut(r Range) string { return v.Text[r.Start:r.End] }

// ParagraphAt gives the index of the paragraph that holds offset off, or -1.
func (v *View) ParagraphAt(off int) int {
	i := sort.Search(len(v.Paragraphs), func(i int) bool { return v.Paragraphs[i].End > off })
	if i == len(v.Paragraphs) || v.Paragraphs[i].Start > off {
		return -1
	}
	return i
}

// SentenceAt gives the sentence that holds offset off; ok is false between paragraphs.
func (v *View) SentenceAt(off int) (s Range, ok bool) {
	p := v.ParagraphAt(off)
	if p < 0 {
		return Range{}, false
	}
	ss := v.Paragraphs[p].Sentences
	i := sort.Search(len(ss), func(i int) bool { return ss[i].End > off })
	if i == len(ss) || ss[i].Start > off {
		return Range{}, false
	}
	return ss[i], true
}

// longestContext bounds what Near leaves, in bytes on either side.
const longestContext = 1500

// Near cuts a context down to what is near r, which lies in it, in whole
// characters: a megabyte without a stop is one sentence, and not one to show, to
// hash or to store with each of its items.
func (v *View) Near(context, r Range) Range {
	n := Range{Start: max(context.Start, r.Start-longestContext), End: min(context.End, r.End+longestContext)}
	for n.Start > 0 && n.Start < len(v.Text) && !utf8.RuneStart(v.Text[n.Start]) {
		n.Start--
	}
	for n.End < len(v.Text) && !utf8.RuneStart(v.Text[n.End]) {
		n.End++
	}
	return n
}
