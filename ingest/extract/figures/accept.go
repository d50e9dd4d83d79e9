package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/extract/figures/number"
)

// accepted keeps the atoms that are figures and settles the units that are not
// printed.
func (f *finder) accepted(atoms []atom) []atom {
	out := atoms[:0]
	end := 0
	for _, a := range atoms {
		if a.noFigure || a.Start < end || !f.accept(&a) {
			continue
		}
		if n := len(out); n > 0 && a.kind == "" && a.unit == "" && out[n-1].kind == money && listJoints[f.text[out[n-1].End:a.Start]] {
			a.unit, a.kind = out[n-1].unit, money // 要50亿、80亿
		}
		end = a.End
		out = append(out, a)
	}
	return out
}

var ten = number.Int(10, 0)

// accept gives an atom its rule, or tells that it is no figure.
func (f *finder) accept(a *atom) bool {
	small := a.num.Chinese && a.least().Cmp(ten) < 0
	switch {
	case f.defines(a):
		return false
	case f.marked(a):
		return false
	case a.num.Bare && a.before == "" && a.inner == "" && !a.share:
		return false
	case a.changed && (a.unit == "岁" || a.unit == "周岁"):
		return f.near(a, "lifespan") && a.by("change", 0.7)
	case a.changed:
		return a.by("change", 0.9) && (a.kind != "" || a.fraction || a.num.Point || a.num.Magnitude >= 4 && f.unprinted(a))
	case a.fraction:
		return f.half1(a) && a.by("fraction", 0.8)
	}
	switch a.kind {
	case rate:
		return f.rate(a) && a.ranging("percent", 0.95)
	case money:
		return !(small && utf8.RuneCountInString(a.unit) == 1) && a.ranging("money", 0.95)
	case safe:
		return !f.race(a) && !f.one(a) && a.ranging("measure", 0.95)
	case measure:
		return !small && !f.race(a) && !f.idiom(a) && a.ranging("measure", 0.9)
	case count, people:
		return !small && f.counts(a) && a.ranging("count", 0.85)
	case timing:
		return f.duration(a) && a.ranging("duration", 0.6)
	case point:
		return (a.num.Point || f.near(a, "index")) && !a.num.Chinese && a.ranging("points", 0.85)
	case level:
		return (a.num.Point || f.near(a, "quake")) && !a.num.Chinese && a.ranging("level", 0.7)
	}
	return f.unitless(a)
}

// defines tells whether a figure stands beside an equals sign: 1吉瓦时=100万千瓦时;
// it states nothing.
func (f *finder) defines(a *atom) bool {
	before := ahead(f.text, a.Start)
	return strings.ContainsRune("=＝", before) || strings.ContainsRune("=＝", after(f.text, a.End))
}

// marked tells whether marks or words make a name or a phrase of a number: “十万”大户, 成千
// 上万.
func (f *finder) marked(a *atom) bool {
	if strings.HasSuffix(f.text[:a.Start], "成千") { // 成千上万
		return true
	}
	return a.kind == "" && !a.fraction && (ahead(f.text, a.Start) == '“' && after(f.text, a.End) == '”' || ahead(f.text, a.Start) == '「' && after(f.text, a.End) == '」')
}

// by notes the rule.
func (a *atom) by(rule string, sure float64) bool {
	a.rule, a.sure = rule, sure
	return true
}

// ranging is by, for an atom that may be a range.
func (a *atom) ranging(rule string, sure float64) bool {
	if a.ranged {
		return a.by("range", sure-0.05)
	}
	return a.by(rule, sure)
}

// half1 refuses 一半 within a longer word (一半天) and 三分之一 of a name.
func (f *finder) half1(a *atom) bool {
	return !strings.HasPrefix(f.text[a.End:], "天")
}

// rate refuses 成 and 番 that are words: 一成不变, 一番景象, 三番五次.
func (f *finder) rate(a *atom) bool {
	if a.unit == "折" { // 一波三折
		return !strings.ContainsRune("波曲周", ahead(f.text, a.core.Start))
	}
	if a.unit != "番" {
		return !strings.HasPrefix(f.text[a.End:], "不变")
	}
	if f.text[a.core.Start:a.core.End] == "翻番" { // states no number; 翻一番 does
		return false
	}
	low := f.text[max(0, a.core.Start-9):a.core.End]
	return strings.Contains(low, "翻")
}

// race tells whether a distance is the name of a contest: 400米自由泳, 10米台.
func (f *finder) race(a *atom) bool {
	return a.unit == "公斤级" || strings.HasSuffix(a.unit, "米") && f.lex.beginsWith("race", f.text[a.End:]) != ""
}

// one tells whether a figure is 一 with a unit, which most often says "each": 一亩地.
func (f *finder) one(a *atom) bool {
	return a.num.Chinese && !a.ranged && !a.changed && a.before+a.inner+a.after == "" && a.value.Cmp(number.Int(1, 0)) == 0
}

// idiom tells whether a Chinese numeral and its unit are a set phrase: 十分, 二十四节气.
func (f *finder) idiom(a *atom) bool {
	if !a.num.Chinese {
		return false
	}
	switch a.unit {
	case "度", "方", "里", "节", "码", "两", "安", "石", "钱", "卡", "核心", "转":
		return a.least().Cmp(number.Int(100, 0)) < 0 && a.before == "" && a.inner == "" && !a.num.Point
	}
	return false
}

// counts refuses what counts no things: 四个方面, 十分重要, 14届, 百家争鸣.
func (f *finder) counts(a *atom) bool {
	rest := f.text[a.End:]
	for _, w := range []string{"方面", "面向"} {
		if strings.HasPrefix(rest, w) {
			return false
		}
	}
	if a.num.Chinese && (a.unit == "分" || a.unit == "字" && a.least().Cmp(ten) == 0 || a.unit == "手" && ahead(f.text, a.core.End) == '二') {
		return false // 十分, 十字路口, 百万二手车
	}
	if a.unit == "分" {
		return !f.clock(a)
	}
	return true
}

// clock tells whether 分 follows an hour: 8时30分.
func (f *finder) clock(a *atom) bool {
	r := ahead(f.text, a.core.Start)
	return strings.ContainsRune("时点時點", r)
}

// duration keeps a duration that is a result: 用时3小时, 8小时缩短到2小时.
func (f *finder) duration(a *atom) bool {
	switch a.unit {
	case "岁", "周岁":
		return f.near(a, "lifespan")
	}
	switch a.unit {
	case "年", "个月", "日", "天", "周", "星期", "个星期", "小时", "个小时", "分钟":
		if f.term(a) {
			return true
		}
	}
	switch a.unit {
	case "月", "日", "周年", "夜", "晚", "周", "个世纪", "世纪", "季度", "个季度", "星期", "个星期", "个年头":
		return false
	case "年", "个月":
		return a.before != "" && a.before != "近" && f.near(a, "duration")
	}
	if a.num.Chinese && a.least().Cmp(ten) < 0 {
		return false
	}
	return f.near(a, "duration") || f.lex.beginsWith("arrive", f.text[a.End:]) != ""
}

// term tells whether a word that a length of time belongs to touches it: 停业20天, 监禁8个月,
// 工期为3年; not 关闭第3天.
func (f *finder) term(a *atom) bool {
	before := f.text[max(0, a.Start-8*len("为")):a.Start]
	for _, link := range []string{"了", "为", "是", "通常在", "一般在", "在"} {
		before = strings.TrimSuffix(before, link)
	}
	return f.lex.endsWith("term", before) != ""
}

// near tells whether a word of the list stands in the clause before the atom.
func (f *finder) near(a *atom, list string) bool {
	return f.lex.inside(list, f.clauseBefore(a.core.Start)) || a.before != "" && f.lex.has(list, a.before)
}

const longestClause = 90 // bytes; what stands farther off says nothing of a figure

// clauseBefore is the text before i, back to a comma or stop.
func (f *finder) clauseBefore(i int) string {
	low := max(0, i-longestClause)
	for low < i && !utf8.RuneStart(f.text[low]) {
		low++
	}
	ahead := f.text[low:i]
	if cut := strings.LastIndexAny(ahead, "，。；！？,;\n"); cut >= 0 {
		_, w := utf8.DecodeRuneInString(ahead[cut:])
		ahead = ahead[cut+w:]
	}
	return ahead
}

// clauseAfter is the text from i to a comma or stop.
func (f *finder) clauseAfter(i int) string {
	high := min(len(f.text), i+longestClause/2)
	for high < len(f.text) && !utf8.RuneStart(f.text[high]) {
		high--
	}
	behind := f.text[i:high]
	if cut := strings.IndexAny(behind, "，。；！？、,;\n"); cut >= 0 {
		behind = behind[:cut]
	}
	return behind
}

// unitless keeps a number with a magnitude, or one of a ratio.
func (f *finder) unitless(a *atom) bool {
	if f.headed(a) {
		return a.by("table", 0.7)
	}
	if a.num.Magnitude >= 4 || a.num.Bare && a.num.Value.Cmp(number.Int(1, 4)) >= 0 {
		if latinAt(f.text, a.End) {
			return false
		}
		return f.unprinted(a) && a.ranging("magnitude", 0.7)
	}
	if a.num.Point && !a.num.Chinese && f.nearEnd(a, "ratio") {
		return a.ranging("ratio", 0.7)
	}
	return false
}

// nearEnd tells whether the clause before names a ratio.
func (f *finder) nearEnd(a *atom, list string) bool {
	next := after(f.text, a.End)
	return !latin(next) && f.lex.inside(list, f.clauseBefore(a.core.Start))
}

// unprinted finds the unit that a number with a magnitude goes without.
func (f *finder) unprinted(a *atom) bool {
	noun := f.clauseAfter(a.End)
	before := f.clauseBefore(a.core.Start)
	switch {
	case f.lex.inside("personword", noun) && !f.lex.inside("moneyword", noun):
		a.unit, a.kind = "人", people
	case f.lex.inside("moneyword", before) || f.lex.inside("moneyword", noun) || strings.Contains(f.text[a.core.Start:a.core.End], "个"):
		a.unit, a.kind = "元", money
	case f.lex.inside("personword", before):
		a.unit, a.kind = "人", people
	case a.num.Magnitude >= 8 && f.lex.endsWith("spends", before) != "" && !hanAt(f.text, a.End): // 有的要50亿
		a.unit, a.kind = "元", money
	}
	return true
}

// hanAt tells whether a word, not a stop or 等, stands at i.
func hanAt(t string, i int) bool {
	r := after(t, i)
	return unicode.Is(unicode.Han, r) && r != '等'
}

// headed reads the unit from a table's head directly before: 发行总额（亿元）10.00.
func (f *finder) headed(a *atom) bool {
	ahead := f.text[max(0, a.core.Start-36):a.core.Start]
	closing := strings.HasSuffix(ahead, "）") || strings.HasSuffix(ahead, ")")
	open := max(strings.LastIndex(ahead, "（"), strings.LastIndex(ahead, "("))
	if !closing || open < 0 {
		return false
	}
	_, w := utf8.DecodeRuneInString(ahead[open:])
	head := strings.TrimRight(ahead[open+w:], "）)")
	head = strings.TrimPrefix(strings.TrimPrefix(head, "单位："), "单位:")
	exp := 0
	for head != "" {
		r, w := utf8.DecodeRuneInString(head)
		e := map[rune]int{'万': 4, '亿': 8, '千': 3}[r]
		if e == 0 || strings.HasPrefix(head, "千瓦") || strings.HasPrefix(head, "千克") {
			break
		}
		exp, head = exp+e, head[w:]
	}
	end, k := f.lex.unitAt(head, 0)
	if end != len(head) || end == 0 && exp == 0 {
		return false
	}
	a.value = a.value.Shift(exp)
	a.unit, a.kind = head, k
	if head == "" {
		a.unit, a.kind = "元", money
	}
	return true
}
