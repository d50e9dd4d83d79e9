// Package text gives extraction the article as a reader sees it. The article's
// own text is kept to the letter; a View repairs the damage of page layout in
// a copy and maps every byte of the copy back to the original.
package text

import (
	"sort"
	"strings"
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

	pieces []piece // ascending, cover Text
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

// runeIndex counts code points up to a byte offset in constant time: one
// count is kept every runeStep bytes.
type runeIndex []int

const runeStep = 256

func newRuneIndex(s string) runeIndex {
	idx := make(runeIndex, 0, len(s)/runeStep+1)
	n := 0
	for i := 0; i < len(s); i++ {
		if i%runeStep == 0 {
			idx = append(idx, n)
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return append(idx, n)
}

// at counts the characters of s that start before byte off.
func (x runeIndex) at(s string, off int) int {
	k := off / runeStep
	n := x[min(k, len(x)-1)]
	for i := k * runeStep; i < off && i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}

// New builds the view of raw.
func New(raw string) *View {
	v := &View{Raw: raw, Text: raw, pieces: []piece{{0, 0, len(raw)}}, runes: newRuneIndex(raw)}
	section := 0
	for off := 0; off < len(raw); {
		end := off + strings.IndexByte(raw[off:]+"\n", '\n')
		line := strings.TrimSpace(raw[off:end])
		if line != "" {
			start := off + strings.Index(raw[off:end], line)
			p := Paragraph{Range: Range{start, start + len(line)}, Section: section}
			if strings.HasPrefix(line, "#") {
				section++
				p.Kind, p.Level, p.Section = Heading, 1, section
			}
			p.Sentences = sentences(v.Text, p.Range)
			v.Paragraphs = append(v.Paragraphs, p)
		}
		off = end + 1
	}
	return v
}

func sentences(s string, p Range) []Range {
	var out []Range
	start := p.Start
	for i, r := range s[p.Start:p.End] {
		if strings.ContainsRune("。！？", r) {
			out = append(out, Range{start, p.Start + i + utf8.RuneLen(r)})
			start = p.Start + i + utf8.RuneLen(r)
		}
	}
	if start < p.End {
		out = append(out, Range{start, p.End})
	}
	return out
}
