package text

import "sort"

// OuterAt gives the outer sentence that holds offset off: one that takes a
// whole quotation as a part of itself, however many sentences stand in it, and
// a quotation together with the words that attribute it: “甲。乙。”某某说。
// ok is false between paragraphs.
func (v *View) OuterAt(off int) (s Range, ok bool) {
	i := v.ParagraphAt(off)
	if i < 0 {
		return Range{}, false
	}
	outer := v.outer[i]
	k := sort.Search(len(outer), func(k int) bool { return outer[k].End > off })
	if k == len(outer) || outer[k].Start > off {
		return Range{}, false
	}
	return outer[k], true
}

// Outer gives the outer sentences of paragraph i, in order.
func (v *View) Outer(i int) []Range { return v.outer[i] }

func (v *View) outerSentences(p Paragraph) []Range {
	quotes := v.outermost(p.Range)
	var out []Range
	start, lead, k := -1, 0, 0 // from start to lead stand quotations alone
	for _, s := range p.Sentences {
		if start < 0 {
			start, lead = s.Start, s.Start
		}
		for ; k < len(quotes) && quotes[k].Start < s.End; k++ {
			if quotes[k].Start == lead {
				lead = quotes[k].End
			}
		}
		inside := k > 0 && s.End < quotes[k-1].End
		attributionToCome := lead > start && lead >= s.End && s.End < p.End
		if inside || attributionToCome {
			continue
		}
		out = append(out, Range{start, s.End})
		start = -1
	}
	if start >= 0 {
		out = append(out, Range{start, p.Sentences[len(p.Sentences)-1].End})
	}
	return out
}

// outermost gives the closed pairs in r that no other pair encloses.
func (v *View) outermost(r Range) []Pair {
	var out []Pair
	for _, q := range v.PairsIn(r) {
		if q.Depth == 0 && q.Closed {
			out = append(out, q)
		}
	}
	return out
}
