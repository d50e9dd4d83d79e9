package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/store"
)

// about is whom a figure is told of.
type about struct {
	name   string
	entity int // into Linked.Entities; -1 where it is none
}

var nobody = about{entity: -1}

// abouts says of every figure whom it is told of: the last name earlier in the
// sentence that is not where the news comes from, else the section's.
func (f *finder) abouts(s text.Range, cs []clause) []about {
	out := make([]about, len(cs))
	cands := f.candidates(s)
	k := 0
	now := f.about
	if now.name == "" {
		now = nobody
	}
	for i := range cs {
		for k < len(cands) && cands[k].at.End <= cs[i].core.Start {
			now = cands[k].about
			k++
		}
		out[i] = now
	}
	return out
}

// candidate is a name that figures behind it may be told of.
type candidate struct {
	at text.Range
	about
}

// candidates are the names of a sentence in order.
func (f *finder) candidates(s text.Range) []candidate {
	var out []candidate
	w := 0
	for i := f.mention; i < len(f.linked.Mentions) && f.linked.Mentions[i].Start < s.End; i++ {
		m := f.linked.Mentions[i]
		for w < len(f.words) && f.words[w].Start < m.Start {
			out = f.place(out, w)
			w++
		}
		for w < len(f.words) && f.words[w].Start < m.End {
			w++
		}
		e := f.linked.EntityOf[i]
		if m.Kind != store.Person && e >= 0 && s.Contains(m.Range) && !f.isSource(m.Range, s) {
			out = append(out, candidate{m.Range, about{f.linked.Entities[e].Name, e}})
		}
	}
	for ; w < len(f.words); w++ {
		out = f.place(out, w)
	}
	return out
}

// place adds a place that is a clause's subject, or 全省 and the like: not 占全国10%.
func (f *finder) place(out []candidate, i int) []candidate {
	w := f.words[i]
	region := f.lex.has("region", f.word(w))
	if !region && w.Tag != "ns" || !f.subjectPlace(i) {
		return out
	}
	r := text.Range{Start: w.Start, End: w.End}
	return append(out, candidate{r, about{f.view.Cut(r), -1}})
}

// subjectPlace tells whether a place opens a clause, a date aside.
func (f *finder) subjectPlace(i int) bool {
	for i--; i >= 0; i-- {
		if _, dated := f.dateOver(f.words[i]); dated {
			continue
		}
		w := f.word(f.words[i])
		return strings.Contains(stops, w) || f.lex.has("lead", w) && f.words[i].Tag != "p"
	}
	return true
}

// isSource tells whether a name is where the news comes from: 从X获悉, X数据显示,
// 据X统计.
func (f *finder) isSource(r, s text.Range) bool {
	for _, w := range []string{"社", "网", "报", "电视台", "广播"} {
		if strings.HasSuffix(f.text[r.Start:r.End], w) {
			return true
		}
	}
	before := f.text[s.Start:r.Start]
	for _, w := range []string{"据", "根据", "来自", "记者从", "从"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	behind := f.text[r.End:f.clauseEnd(r.End, s.End)]
	for _, w := range f.wordsIn(text.Range{Start: r.End, End: r.End + len(behind)}) {
		if f.lex.has("source", f.word(w)) {
			return !f.figureIn(text.Range{Start: r.End, End: w.Start})
		}
	}
	return false
}

// figureIn tells whether a numeral stands in r.
func (f *finder) figureIn(r text.Range) bool {
	for _, w := range f.wordsIn(r) {
		if w.Tag == "m" {
			return true
		}
	}
	return false
}

// leave notes what a sentence leaves to the ones after it.
func (f *finder) leave(s text.Range) {
	f.leavePeriod(s)
	for i := f.mention; i < len(f.linked.Mentions) && f.linked.Mentions[i].Start < s.End; i++ {
		m := f.linked.Mentions[i]
		e := f.linked.EntityOf[i]
		if m.Kind == store.Person || e < 0 || !s.Contains(m.Range) || f.isSource(m.Range, s) {
			continue
		}
		f.about = about{f.linked.Entities[e].Name, e}
		return // a sentence's first name is its subject
	}
}
