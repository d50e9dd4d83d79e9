package text

import "strings"

// New builds the view of raw. It is linear in the length of raw and takes any
// bytes; what is no valid UTF-8 stays as it is.
func New(raw string) *View {
	v := &View{Raw: raw, runes: newRuneIndex(raw)}
	lines := splitLines(raw)
	classify(lines)
	v.assemble(lines, joins(lines))
	for i := range v.Paragraphs {
		p := &v.Paragraphs[i]
		v.Pairs = appendPairs(v.Pairs, v.Text, p.Range)
		p.Sentences = sentences(v.Text, p.Range)
		v.outer = append(v.outer, v.outerSentences(*p))
	}
	v.Doubled = doubled(v.Text)
	return v
}

// assemble copies raw without what stands between joined lines, and lays the
// paragraphs over the copy.
func (v *View) assemble(lines []line, join []float64) {
	var b strings.Builder
	from, section := 0, 0 // raw[:from] is copied
	take := func(to int) {
		if to > from {
			v.pieces = append(v.pieces, piece{b.Len(), from, to - from})
			b.WriteString(v.Raw[from:to])
		}
		from = to
	}
	for i, l := range lines {
		if join[i] > 0 {
			take(lines[i-1].end)
			from = l.start
			v.Joins = append(v.Joins, Join{At: b.Len(), Confidence: join[i]})
		} else {
			take(l.start)
			if l.kind == Heading {
				section++
			}
			v.Paragraphs = append(v.Paragraphs, Paragraph{
				Range: Range{Start: b.Len()}, Kind: l.kind, Level: l.level, Section: section})
		}
		take(l.end)
		v.Paragraphs[len(v.Paragraphs)-1].End = b.Len()
	}
	take(len(v.Raw))
	v.Text = b.String()
	if len(v.pieces) == 0 {
		v.pieces = []piece{{0, 0, len(v.Raw)}}
	}
}
