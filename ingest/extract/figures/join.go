package figures

import (
	"strings"

	"zhiku/ingest/extract/figures/number"
)

// joined makes one atom of the two of a range and of a change.
func (f *finder) joined(atoms []atom) []atom {
	var out []atom
	for i := 0; i < len(atoms); i++ {
		a := atoms[i]
		for i+1 < len(atoms) {
			next, ok := f.pair(a, atoms[i+1])
			if !ok {
				break
			}
			a = next
			i++
		}
		out = append(out, a)
	}
	return out
}

// pair joins a and b where print does.
func (f *finder) pair(a, b atom) (atom, bool) {
	if a.ranged || a.changed || b.ranged || a.noFigure || b.noFigure || b.Start < a.End || b.Start-a.End > longestChange {
		return a, false
	}
	a, ok := inherit(a, b)
	if !ok {
		return a, false
	}
	between := f.text[a.End:b.Start]
	if joint(between) && a.after == "" && b.before == "" {
		if start, from := f.origin(a); from && a.value.Cmp(b.value) != 0 {
			return f.change(a, b, start), true
		}
		if a.value.Cmp(b.value) < 0 {
			return span(a, b), true
		}
		return a, false
	}
	if start, ok := f.leads(a, b, between); ok {
		return f.change(a, b, start), true
	}
	return a, false
}

const longestChange = 60 // bytes between the two values of a change

// joint tells whether the words between two numbers make a range of them.
func joint(between string) bool {
	switch strings.TrimSpace(between) {
	case "-", "—", "——", "－", "―", "–", "~", "～", "至", "到", "∼", "〜":
		return true
	}
	return false
}

// inherit gives a the magnitude and unit that are printed with b alone: 3至5万元.
func inherit(a, b atom) (atom, bool) {
	if a.kind == "" && a.unit == "" && !a.fraction {
		if a.num.Magnitude == 0 && b.num.Magnitude > 0 && a.value.Cmp(b.num.Mantissa) <= 0 {
			a.value = a.value.Shift(b.num.Magnitude)
		}
		a.unit, a.kind, a.unitAt = b.unit, b.kind, b.unitAt
	}
	same := a.unit == b.unit || strings.HasPrefix(b.unit, a.unit+"/") || strings.HasPrefix(b.unit, a.unit+"人民币")
	if b.unit == "" && b.kind == "" && a.kind == money && b.num.Magnitude > 0 {
		same = true
	}
	return a, same && a.fraction == b.fraction
}

// span makes the range from a to b.
func span(a, b atom) atom {
	r := b
	r.value, r.to, r.ranged = a.value, b.value, true
	r.core.Start, r.Start = a.core.Start, a.Start
	r.before, r.inner = a.before, b.inner
	r.num.Chinese = a.num.Chinese && b.num.Chinese
	return r
}

// change makes the change from a to b that begins at start.
func (f *finder) change(a, b atom, start int) atom {
	r := b
	r.from, r.changed = a.value, true
	r.core.Start, r.Start = a.core.Start, start
	if r.unit == "" {
		r.unit, r.kind, r.unitAt = a.unit, a.kind, a.unitAt
	}
	return r
}

// origin finds the 从 or 由 that opens a change, a few characters before a.
func (f *finder) origin(a atom) (start int, ok bool) {
	low := max(0, a.Start-24)
	ahead := f.text[low:a.Start]
	if cut := strings.LastIndexAny(ahead, "，。；：、,;！？\n"); cut >= 0 {
		ahead = ahead[cut:]
		ahead = strings.TrimLeft(ahead, "，。；：、,;！？\n")
	}
	for _, w := range []string{"从", "由", "自", "從"} {
		if i := strings.LastIndex(ahead, w); i >= 0 {
			start = a.Start - len(ahead) + i
			if f.datesOnly(start+len(w), a.Start) {
				return start, true
			}
			return a.Start, true
		}
	}
	return a.Start, false
}

// datesOnly tells whether nothing but a date, 的 or 原来的 stands between.
func (f *finder) datesOnly(start, end int) bool {
	rest := f.withoutDates(start, end)
	for _, w := range []string{"此前", "以前", "先前", "原来", "原先", "之前", "当时", "最初", "初", "的", "末", "底", "年", "前一日", "前一天", "上周", "每"} {
		rest = strings.ReplaceAll(rest, w, "")
	}
	return strings.TrimSpace(rest) == ""
}

// withoutDates gives the text with its dates left out.
func (f *finder) withoutDates(start, end int) string {
	var b strings.Builder
	for _, d := range f.datesFrom(start) {
		if d.Start >= end {
			break
		}
		if d.End <= start {
			continue
		}
		b.WriteString(f.text[start:max(start, d.Start)])
		start = min(end, d.End)
	}
	b.WriteString(f.text[start:end])
	return b.String()
}

// leads tells whether the words between two values lead from the first to the
// second: 提升到, 增加至2025年的; and where the change begins.
func (f *finder) leads(a, b atom, between string) (start int, ok bool) {
	if strings.ContainsAny(between, "，。；：、,;！？“”（）()\n") {
		return 0, false
	}
	words := f.withoutDates(a.End, b.Start)
	words = strings.TrimSuffix(strings.TrimSuffix(words, "的"), "现在")
	words = strings.TrimSuffix(words, "目前")
	to := ""
	for _, w := range []string{"到", "至", "为", "成", "了"} {
		if strings.HasSuffix(words, w) {
			to = w
			break
		}
	}
	start, from := f.origin(a)
	verb := strings.TrimSuffix(strings.TrimSuffix(words, to), "了")
	if verb == "" {
		return start, from && to != "" && to != "了"
	}
	known := f.lex.endsWith("change", verb) != "" || f.lex.beginsWith("change", verb) != ""
	if from {
		return start, to != "" && to != "了" && (known || len(verb) <= 12)
	}
	return a.Start, to != "" && to != "了" && f.lex.has("change", verb) && a.kind != ""
}

// least is the smallest value of an atom's numbers, for small counts.
func (a *atom) least() number.Decimal {
	if a.changed && a.from.Cmp(a.value) < 0 {
		return a.from
	}
	return a.value
}
