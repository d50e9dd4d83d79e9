package figures

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// core is what is left of the words before a figure when dates, names and the
// words that only lead there are taken off.
func (f *finder) core(r text.Range) []segment.Word {
	return f.coreOf(f.clauseProper(clip(f.wordsIn(r), r)))
}

// coreOf is core for the words of a clause.
func (f *finder) coreOf(words []segment.Word) []segment.Word {
	words = f.topic(f.trimBack(f.beforeRecord(f.trimBack(f.beforeGoal(words)))))
	head, tail := f.splitComparison(words)
	if len(tail) > 0 {
		head = f.shorten(f.subjectPart(head), longestCompared)
		return append(head[:len(head):len(head)], f.shortComparison(tail)...)
	}
	return f.subjectPart(words)
}

// subjectPart is core for words that compare nothing.
func (f *finder) subjectPart(words []segment.Word) []segment.Word {
	for i := len(words) - 3; i > 0; i-- { // 甲国、乙国等地的[物资]
		if f.word(words[i+1]) == "的" && (f.word(words[i]) == "等地" || f.word(words[i]) == "等国") {
			words = words[i+2:]
			break
		}
	}
	words = f.trimBack(f.trimFront(f.afterDate(f.afterSpell(words))))
	return f.afterPart(f.trimFront(f.shorten(f.fromTotal(f.lastVerb(f.predicate(words))), longestMetric)))
}

// totals say by themselves what is measured.
var totals = []string{"总投资", "总投资额", "总造价", "总占地", "总占地面积", "总建筑面积", "总用地", "总装机", "总装机容量", "总面积"}

// fromTotal cuts whose a total is: 合作伙伴新村电动车[总投资].
func (f *finder) fromTotal(words []segment.Word) []segment.Word {
	for i := len(words) - 1; i > 0 && i >= len(words)-3; i-- {
		if !strings.HasPrefix(f.text[words[i].Start:], "总") {
			continue
		}
		if rest := f.text[words[i].Start:words[len(words)-1].End]; slices.Contains(totals, rest) && !slices.ContainsFunc(words[:i], f.takes) {
			return words[i:]
		}
	}
	return words
}

// afterSpell cuts a time that no date tells (最红火的时期), and what 这一 sums up: 油价
// 这一[变化率].
func (f *finder) afterSpell(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i > 0; i-- {
		switch printed := f.word(words[i]); {
		case (printed == "时期" || printed == "时候" || printed == "阶段") && f.word(words[i-1]) == "的",
			printed == "这一" && i+2 == len(words) && f.quantity(phraseOf(words[i+1:])),
			printed == "还是" && nominal(words[i+1]): // 最明显的还是|木料的价格
			return words[i+1:]
		}
	}
	return words
}

// afterDate cuts a clause after its last date: what stands before it is whom it is
// told of, 企业2011年[零售额], unless that is a thing, [高粱酒]去年[出口额]; but not where
// the date is what a figure is compared with.
func (f *finder) afterDate(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i > 0; i-- {
		d, ok := f.dateOver(words[i])
		dated := ok
		if !ok && f.lasts(words[i]) {
			d, ok = text.Range{Start: words[i].Start, End: words[i].End}, true
		}
		if !ok && inYears[f.word(words[i])] && words[i-1].Tag == "m" { // 3|年内
			d, ok = text.Range{Start: words[i-1].Start, End: words[i].End}, true
		}
		if ok {
			first := i
			for first > 0 && words[first-1].End > d.Start {
				first--
			}
			if first > 1 && origins[f.word(words[first-1])] && (f.word(words[i+1]) == "的" || words[i+1].Tag == "m") { // 标准由2019年的, not 从2019年起
				return words[:first-1]
			}
			if first > 0 && (comparing[f.word(words[first-1])] || f.word(words[first-1]) == "占") {
				return words
			}
			if dated {
				return f.withThing(words[:first], words[i+1:])
			}
			return words[i+1:]
		}
	}
	return words
}

// inYears ends a length of time that statistics part from its number.
var inYears = map[string]bool{"年内": true, "月内": true, "个月内": true, "天内": true, "日内": true}

// origins words open what a change comes from.
var origins = map[string]bool{"由": true, "从": true}

// withThing puts the thing that is told of before what is measured of it, where that
// alone says little: [大型商场]每日[客流量].
func (f *finder) withThing(before, measured []segment.Word) []segment.Word {
	before = f.trimBack(f.trimFront(before))
	if _, grows := f.grows(f.withoutEach(measured)); grows && len(before) > 0 && f.span(before) <= 12 && nominal(before[len(before)-1]) && !f.isName(before[len(before)-1]) {
		return append(before[:len(before):len(before)], f.withoutEach(measured)...) // 酒类出口去年增长
	}
	if len(before) == 0 || f.span(before) > 8 || f.span(measured) > 8 || f.lex.endsWith("body", f.word(before[len(before)-1])) != "" {
		return measured
	}
	for _, w := range before {
		if !nominal(w) && f.word(w) != "的" || w.Tag == "ns" || w.Tag == "nr" || w.Tag == "nt" || w.Tag == "t" || f.isName(w) {
			return measured
		}
	}
	measured = f.trimFront(measured)
	if n := len(measured); n == 0 || measured[n-1].Tag != "n" || !f.quantity(phraseOf(measured[n-1:])) {
		return measured
	}
	return append(before[:len(before):len(before)], measured...)
}

// withoutEach leaves out 已 and 每吨 before what happens: 已累计每吨下调.
func (f *finder) withoutEach(words []segment.Word) []segment.Word {
	var out []segment.Word
	for _, w := range words {
		if printed := f.word(w); !strings.HasPrefix(printed, "每") && !f.lex.has("adverb", printed) {
			out = append(out, w)
		}
	}
	return out
}

// unclosed tells whether words close a bracket that they do not open.
func (f *finder) unclosed(words []segment.Word) bool {
	for _, w := range words {
		switch f.word(w) {
		case "(", "（":
			return false
		case ")", "）":
			return true
		}
	}
	return false
}

// lastVerb cuts a long clause with several verbs before the last: 组织各货运中心[派出客户
// 代表].
func (f *finder) lastVerb(words []segment.Word) []segment.Word {
	if f.span(words) <= 10 || slices.ContainsFunc(words, f.takes) {
		return words
	}
	for i := len(words) - 2; i > 0; i-- {
		if f.word(words[i]) == "的" {
			return words
		}
		if words[i].Tag != "v" || f.lex.has("verbnoun", f.word(words[i])) || f.span(words[i:]) < 4 || !named(words[i+1:]) {
			continue
		}
		for _, w := range words[:i] {
			if w.Tag == "v" {
				return words[i:]
			}
		}
		return words
	}
	return words
}

// named tells whether a noun stands among the words.
func named(words []segment.Word) bool {
	for _, w := range words {
		if w.Tag != "" && w.Tag[0] == 'n' || w.Tag == "vn" || w.Tag == "j" || w.Tag == "x" || w.Tag == "eng" {
			return true
		}
	}
	return false
}

// lasts tells whether a word is a length of time: 四年.
func (f *finder) lasts(w segment.Word) bool {
	printed := strings.TrimSuffix(f.word(w), "内")
	return printed != "年" && (w.Tag == "m" || w.Tag == "t") && (strings.HasSuffix(printed, "年") || strings.HasSuffix(printed, "个月") || strings.HasSuffix(printed, "周") || strings.HasSuffix(printed, "天"))
}

// predicate cuts off the subject before 已, 可 and the like, and before a verb
// that says no more than that there is something: 电站已[发电], 营业部完成[煤炭装车].
func (f *finder) predicate(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i > 0; i-- {
		w := words[i]
		printed := f.word(w)
		if printed == "可" && strings.HasPrefix(f.word(words[i+1]), "支配") {
			continue // 可支配收入
		}
		aux := w.Tag == "d" && !f.lex.has("keep", printed) || f.lex.has("modal", printed)
		if !aux && !(f.lex.has("idle", printed) && w.Tag[:1] == "v" && !f.takes(w)) {
			continue
		}
		rest := words[i+1:]
		if f.unclosed(rest) || !aux && f.lex.has("verbnoun", printed) && f.word(rest[0]) == "的" { // 云计算的用途
			continue
		}
		if _, grows := f.grows(rest); grows || f.takes(rest[0]) || f.span(rest) < 2 || len(rest) == 1 && f.lex.has("idle", f.word(rest[0])) {
			continue
		}
		return rest
	}
	return words
}

// clip cuts the first and the last word to r.
func clip(words []segment.Word, r text.Range) []segment.Word {
	out := append([]segment.Word(nil), words...)
	if n := len(out); n > 0 {
		out[0].Start = max(out[0].Start, r.Start)
		out[n-1].End = min(out[n-1].End, r.End)
	}
	return out
}

func (f *finder) word(w segment.Word) string { return f.text[w.Start:w.End] }

const (
	longestMetric   = 16 // characters
	longestCompared = 10 // of a subject before what it is compared with
)

// shorten cuts a long metric to its last part.
func (f *finder) shorten(words []segment.Word, most int) []segment.Word {
	for f.span(words) > most {
		cut := 0
		for i := 1; i < len(words) && cut == 0; i++ {
			if f.divides(words[i-1]) && !f.coordinate(words, i) && f.span(words[i:]) >= 4 {
				cut = i
			}
		}
		if cut == 0 {
			return words
		}
		words = words[cut:]
	}
	return words
}

// coordinate tells whether two measures stand around the 、 before the word at i: 总产值、
// 工业产值和[零售额].
func (f *finder) coordinate(words []segment.Word, i int) bool {
	return i > 1 && (f.word(words[i-1]) == "、" || joining[f.word(words[i-1])]) && f.quantity(phraseOf(words[i-2:i-1])) && f.quantity(phraseOf(words[len(words)-1:]))
}

// afterPart drops the rest of a name that a cut left before its 、: 率、[筛查率].
func (f *finder) afterPart(words []segment.Word) []segment.Word {
	for i := 1; i < 3 && i+1 < len(words); i++ {
		if f.word(words[i]) == "、" && f.span(words[:i]) < 3 {
			return words[i+1:]
		}
	}
	return words
}

// span counts the characters of the words.
func (f *finder) span(words []segment.Word) int {
	n := 0
	for _, w := range words {
		n += utf8.RuneCountInString(f.text[w.Start:w.End])
	}
	return n
}

// divides tells whether a new part of a clause may begin after the word.
func (f *finder) divides(w segment.Word) bool {
	switch f.word(w) {
	case "、", "的", "等", "并", "共", "已", "后", "中", "）", ")", "上", "将", "地":
		return true
	}
	return w.Tag == "d" || w.Tag == "p" || w.Tag == "c"
}

// phraseOf is the stretches that the words take; words that are left out part them.
func phraseOf(words []segment.Word) phrase {
	var p phrase
	for _, w := range words {
		if n := len(p); n > 0 && p[n-1].End == w.Start {
			p[n-1].End = w.End
			continue
		}
		p = append(p, text.Range{Start: w.Start, End: w.End})
	}
	return p
}
