package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/figures/number"
)

// joined makes one atom of the two of a range and of a change.
func (f *finder) joined(atoms []atom) []atom {
	f.shared(atoms)
	out := f.pairs[:0]
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
	f.pairs = out
	return out
}

// shared gives numbers of a list the unit that is printed with the last alone:
// 加快0.7、0.3个百分点.
func (f *finder) shared(atoms []atom) {
	for i := 1; i < len(atoms); i++ { // 第5、6个
		if a := &atoms[i-1]; a.noFigure && f.text[a.End:atoms[i].Start] == "、" && ahead(f.text, a.Start) == '第' {
			atoms[i].noFigure = true
		}
	}
	for i := len(atoms) - 2; i >= 0; i-- {
		a, b := &atoms[i], &atoms[i+1]
		if a.kind != "" || a.num.Chinese || a.fraction || a.noFigure || b.before != "" || b.ranged || b.changed || b.num.Chinese {
			continue
		}
		if b.kind != rate && b.kind != money && b.kind != measure && b.kind != safe {
			continue
		}
		switch f.text[a.End:b.Start] {
		case "、", "和", "与", "及":
			*a, _ = inherit(*a, *b)
		}
	}
}

// pair joins a and b where print does.
func (f *finder) pair(a, b atom) (atom, bool) {
	if a.ranged || a.changed || b.ranged || a.noFigure || b.noFigure || b.Start < a.End || b.Start-a.End > longestChange {
		return a, false
	}
	own := a.kind != ""
	if !own && a.num.Chinese && a.num.Digits == 1 && !a.fraction && !joint(f.text[a.End:b.Start]) {
		return a, false // 田七今年涨到600块钱
	}
	a, ok := inherit(a, b)
	if !ok {
		return a, false
	}
	between := f.text[a.End:b.Start]
	if joint(between) && a.after == "" && b.before == "" {
		if start, from := f.origin(a); from && a.value.Cmp(b.value) != 0 && !strings.HasPrefix(f.text[b.End:], "不等") { // 从3元到5元不等: a range
			return f.change(a, b, start), true
		}
		if a.value.Cmp(b.value) < 0 && !(own && f.by(a, b, between)) {
			return span(a, b), true
		}
		return a, false
	}
	if start, ok := f.leads(a, b, between); ok {
		return f.change(a, b, start), true
	}
	return a, false
}

// by tells whether a is what something changed by and b what it came to: 收跌1230元至
// 67900元/吨.
func (f *finder) by(a, b atom, between string) bool {
	if between != "至" && between != "到" || f.lex.endsWith("change", strings.TrimSuffix(f.text[max(0, a.Start-15):a.Start], "了")) == "" {
		return false
	}
	return a.unit != b.unit || a.value.Times(5).Cmp(b.value) < 0
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

// smallerTime is how many of the second unit make one of the first: a change from
// hours to minutes is told in minutes.
var smallerTime = map[string]int64{
	"小时>分钟": 60, "个小时>分钟": 60, "分钟>秒": 60, "分钟>秒钟": 60, "天>小时": 24, "天>个小时": 24, "小时>个小时": 1, "个小时>小时": 1,
}

// inherit gives a the magnitude and unit that are printed with b alone: 3至5万元.
func inherit(a, b atom) (atom, bool) {
	if a.kind == "" && a.unit == "" && !a.fraction {
		if a.num.Magnitude == 0 && b.num.Magnitude > 0 && a.value.Cmp(b.num.Mantissa) <= 0 {
			a.value = a.value.Shift(b.num.Magnitude)
		}
		a.unit, a.kind, a.unitAt = b.unit, b.kind, b.unitAt
	}
	if times := smallerTime[a.unit+">"+b.unit]; times != 0 {
		a.value, a.unit = a.value.Times(times), b.unit
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
		if i := strings.LastIndex(ahead, w); i >= 0 && !coming(ahead[:i], w) {
			start = a.Start - len(ahead) + i
			if f.datesOnly(start+len(w), a.Start) {
				return start, true
			}
			return a.Start, true
		}
	}
	return a.Start, false
}

// coming tells whether 自 is the end of 来自 or 源自, which open no change:
// 来自20-50美元的酒.
func coming(ahead, w string) bool {
	if w != "自" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(ahead)
	return strings.ContainsRune("来來源出各独獨亲親", r)
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
	bracket := skipBracket(between)
	between = between[bracket:]
	comma := strings.HasPrefix(between, "，")
	if comma { // 从年初的5万元，6月份最高涨到23万元
		bracket, between = bracket+len("，"), between[len("，"):]
	}
	if strings.ContainsAny(between, "，。；：、,;！？“”（）()\n") {
		return 0, false
	}
	words := f.withoutDates(a.End+bracket, b.Start)
	words = strings.TrimSuffix(strings.TrimSuffix(words, "的"), "现在")
	words = strings.TrimSuffix(words, "目前")
	if done := strings.TrimSuffix(words, "了"); strings.HasSuffix(done, "到") || strings.HasSuffix(done, "至") || strings.HasSuffix(done, "成") {
		words = done // 落到了
	}
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
		return start, !comma && from && to != "" && to != "了"
	}
	known := f.lex.endsWith("change", verb) != "" || f.lex.beginsWith("change", verb) != ""
	if comma && !(from && known) {
		return 0, false
	}
	if from {
		return start, to != "" && to != "了" && (known || len(verb) <= 12)
	}
	return a.Start, to != "" && to != "了" && f.lex.has("change", verb) && a.kind != ""
}

// skipBracket gives the length of a bracket that opens s: 100美元（离岸价）上涨到.
func skipBracket(s string) int {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if strings.HasPrefix(s, pair[0]) {
			if i := strings.Index(s, pair[1]); i >= 0 {
				return i + len(pair[1])
			}
		}
	}
	return 0
}

// least is the smallest value of an atom's numbers, for small counts.
func (a *atom) least() number.Decimal {
	if a.changed && a.from.Cmp(a.value) < 0 {
		return a.from
	}
	return a.value
}
