package quotes

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/store"
)

// emit adds the quotes, those that share a cue as one.
func (f *finder) emit(s *scene, found []attribution) {
	carried := f.carried
	f.carried = nil
	for k := 0; k < len(s.beats); k++ {
		first := k
		if !found[k].ok {
			f.hold(s, k)
			continue
		}
		for k+1 < len(s.beats) && found[k+1].continues(found[first]) {
			k++
		}
		if first > 0 || s.beats[0].before != '^' {
			carried = nil
		}
		f.emitOne(s, found[first], first, k, carried)
	}
}

// emitOne adds beats first to last as one quote, or to the quote that the
// paragraph before left open.
func (f *finder) emitOne(s *scene, a attribution, first, last int, carried *carry) {
	var ranges []text.Range
	if carried != nil {
		ranges = carried.ranges
	}
	for _, b := range s.beats[first : last+1] {
		ranges = append(ranges, f.inner(b))
	}
	if last > first {
		a.rule = saidBetween
	}
	if carried != nil && carried.quote != nil {
		f.extend(carried.quote, ranges)
		f.open(s, last, a, carried.quote)
		return
	}
	f.add(store.Direct, a.who, a.rule, a.words, ranges...).Optional = a.rule == saidPartly
	f.spoken = max(f.spoken, ranges[len(ranges)-1].End)
	if a.who.known() {
		f.spoke(a.who)
	}
	f.open(s, last, a, nil)
}

// inner is what stands in the marks, blanks aside.
func (f *finder) inner(b beat) text.Range {
	r := b.Inner
	r.Start = skip(f.v.Text, r.Start, r.End)
	r.End = r.Start + len(strings.TrimRight(f.v.Text[r.Start:r.End], " 　\u00a0\t"))
	return r
}
