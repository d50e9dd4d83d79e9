package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// clauseProper gives the clause that a figure belongs to without what only says how,
// when or who tells of it: 他称[银价]受抛售影响[下跌], 新工艺让[效率提升].
func (f *finder) clauseProper(words []segment.Word) []segment.Word {
	words = f.withoutCause(f.inTopic(f.embedded(words)))
	for i := 0; i < len(words); i++ {
		if f.adjunct(words[i:]) > 0 {
			return f.withoutAdjuncts(words, i)
		}
	}
	return words
}

// withoutAdjuncts leaves out the adjuncts from the word at i on.
func (f *finder) withoutAdjuncts(words []segment.Word, i int) []segment.Word {
	out := append([]segment.Word(nil), words[:i]...)
	for i < len(words) {
		n := f.adjunct(words[i:])
		if n == 0 {
			out = append(out, words[i])
			n = 1
		}
		i += n
	}
	return out
}

// withoutCause leaves out why something changes: 价格[因成本推动]上涨至.
func (f *finder) withoutCause(words []segment.Word) []segment.Word {
	change := len(f.withoutLe(words)) - 1
	for change > 0 && (f.word(words[change]) == "至" || f.word(words[change]) == "到" || strings.HasPrefix(f.word(words[change]), "每")) {
		change--
	}
	if change < 3 || !f.changes(words[change]) {
		return words
	}
	for i := change - 2; i > 0; i-- {
		if printed := f.word(words[i+1]); printed == "的" || printed == "而" && i+2 < change { // 因病死亡的人数上升
			break
		}
		w := words[i-1]
		led := f.lex.has("modal", f.word(w)) // 将会|因调控
		if !nominal(w) && !led || closing[f.word(w)] {
			continue // 使用时由于温度高
		}
		if printed := f.word(words[i]); printed == "因" || printed == "由于" || printed == "因为" {
			if led && i > 1 {
				i--
			}
			return append(append([]segment.Word(nil), words[:i]...), words[change:]...)
		}
	}
	return words
}

// changes tells whether a word is a verb of change, with 至 or 到 or without.
func (f *finder) changes(w segment.Word) bool {
	printed := f.word(w)
	return f.lex.has("change", printed) || f.moves(strings.TrimSuffix(strings.TrimSuffix(printed, "至"), "到"))
}

// withoutLe drops a 了 at the end.
func (f *finder) withoutLe(words []segment.Word) []segment.Word {
	if n := len(words); n > 1 && f.word(words[n-1]) == "了" {
		return words[:n-1]
	}
	return words
}

// inTopic gives what a verb alone is said of: 在[原料采购]上多[支出].
func (f *finder) inTopic(words []segment.Word) []segment.Word {
	n := len(words)
	for n > 0 && (words[n-1].Tag[0] == 'u' || words[n-1].Tag == "d") {
		n--
	}
	if n == 0 || !nominalVerb(words[n-1]) || f.lex.has("idle", f.word(words[n-1])) || f.lex.has("change", f.word(words[n-1])) || f.lex.has("tail", f.word(words[n-1])) {
		return words
	}
	end := n - 2
	if end > 0 && (words[end].Tag == "m" || words[end].Tag == "d") {
		end--
	}
	if end < 2 || f.word(words[end]) != "上" && f.word(words[end]) != "方面" {
		return words
	}
	for i := end - 1; i >= 0 && i >= end-4; i-- {
		if f.word(words[i]) != "在" {
			continue
		}
		if i+1 == end || local(words[i+1]) || f.word(words[end-1]) == "基础" {
			break
		}
		return append(append([]segment.Word(nil), words[i+1:end]...), words[n-1])
	}
	return words
}

// embedded gives the clause that a verb of telling or causing governs.
func (f *finder) embedded(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i >= 0; i-- {
		switch printed := f.word(words[i]); {
		case telling[printed] && verbal(words[i]) && named(words[i+1:]):
			return words[i+1:]
		case strings.HasSuffix(printed, "建议") && (words[i+1].Tag == "p" || f.word(words[i+1]) == "当"): // 建议当价格跌至, not 建议零售价
			return words[i+1:]
		case inducing[printed] && i+2 < len(words) && named(words[i+1:]) && f.lex.has("change", f.word(f.lastWord(f.withoutLe(words)))),
			(printed == "致使" || printed == "使" || printed == "使得") && f.quantity(phraseOf(f.trimBack(words[i+1:]))):
			return words[i+1:]
		}
	}
	return words
}

// telling verbs are followed by what somebody says.
var telling = map[string]bool{"称": true, "指出": true, "表示": true, "认为": true, "披露": true, "透露": true, "坦言": true, "强调": true, "声称": true}

// inducing verbs are followed by whose change they bring about.
var inducing = map[string]bool{"令": true, "让": true, "使": true, "使得": true, "致使": true}

// adjunct gives the length of an adjunct that words open with and go on after: 于六个月
// 内, 受寒潮影响而; 0 where there is none.
func (f *finder) adjunct(words []segment.Word) int {
	n := 0
	switch printed := f.word(words[0]); printed {
	case "受", "受到":
		n = f.influence(words)
	case "于", "在":
		n = f.timeBehind(words)
	}
	if n > 0 && n < len(words) && closing[f.word(words[n])] {
		n++
	}
	if n >= len(words) {
		return 0
	}
	return n
}

// timeBehind gives the length of 于 or 在 with the length of time behind it, 0 where none
// is: 于三个|月.
func (f *finder) timeBehind(words []segment.Word) int {
	n := 1
	for n < len(words) && (words[n].Tag == "m" || words[n].Tag == "q" || words[n].Tag == "t" || spells[f.word(words[n])]) {
		n++
	}
	if n == 1 || n == len(words) || !spells[f.word(words[n-1])] && !f.lasts(words[n-1]) {
		return 0
	}
	return n
}

// spells are units of time.
var spells = map[string]bool{"年": true, "月": true, "周": true, "天": true, "日": true, "小时": true}

// influence gives the length of 受…影响 with the 而 behind.
func (f *finder) influence(words []segment.Word) int {
	for i := 2; i < len(words) && i < 10; i++ {
		if f.word(words[i]) != "影响" {
			continue
		}
		if i+1 < len(words) && f.word(words[i+1]) == "而" {
			i++
		}
		return i + 1
	}
	return 0
}

// lasting reads a thing and how long it goes on: 为期14天的[措施], 长达九个月的[飞涨].
func (f *finder) lasting(c *clause) phrase {
	if c.kind != timing || !strings.HasPrefix(f.text[c.behind.Start:], "的") || !f.spans(f.text[c.before.Start:c.before.End]) {
		return nil
	}
	words := clip(f.wordsIn(c.behind), c.behind)
	if len(words) < 2 {
		return nil
	}
	words = words[1:]
	for i, w := range words {
		if closing[f.word(w)] { // 14天的隔离观察|后
			words = words[:i]
			break
		}
	}
	n := f.nounLength(words, false)
	switch {
	case len(words) > 0 && !c.abuts && f.span(words) <= 8: // 集中|观察
		return phraseOf(words)
	case n > 0:
		return phraseOf(words[:n])
	case len(words) > 0 && verbal(words[0]):
		return phraseOf(words[:1])
	}
	return nil
}

// spans tells whether words end in one that a length of time follows.
func (f *finder) spans(ahead string) bool {
	for _, w := range []string{"为期", "长达", "历时", "需要", "需"} {
		if strings.HasSuffix(ahead, w) {
			return true
		}
	}
	return false
}

// ofNoun reads what a clause says of the noun behind: 一个规模达3万吨的[矿山][规模].
func (f *finder) ofNoun(c *clause, core []segment.Word, noun phrase) phrase {
	n := len(core)
	if n == 0 || c.counts() || len(noun) == 0 || !strings.HasPrefix(f.text[c.behind.Start:], "的") || !f.quantity(phraseOf(core[n-1:])) && !sizes[f.word(core[n-1])] {
		return nil
	}
	words := f.wordsIn(text.Range{Start: c.before.Start, End: core[n-1].Start})
	if k := len(words); k == 0 || words[k-1].Tag != "m" || !strings.HasPrefix(f.word(words[k-1]), "一") {
		return nil
	}
	return append(append(phrase{}, noun...), phraseOf(core[n-1:])...)
}

// sizes are measures that end other nouns too.
var sizes = map[string]bool{"规模": true, "长度": true, "高度": true}

// withAttribute reads things that a figure describes and the next one counts: [售价高于
// 90元的品种]有8个.
func (f *finder) withAttribute(cs []clause, i int) phrase {
	if i == 0 {
		return nil
	}
	c, last := &cs[i], &cs[i-1]
	if !c.counts() || last.counts() || !last.abuts || !strings.HasPrefix(f.text[last.End:], "的") {
		return nil
	}
	words := f.trimBack(clip(f.wordsIn(last.behind), last.behind))
	if n := len(words); n < 2 || f.nounLength(words[1:], false) != n-1 {
		return nil
	}
	ahead := f.trimFront(clip(f.wordsIn(last.before), last.before))
	if len(ahead) == 0 || len(ahead) > 3 || !nominal(ahead[0]) {
		return nil
	}
	p := phrase{{Start: ahead[0].Start, End: words[len(words)-1].End}}
	if f.runes(p) > longestMetric {
		return nil
	}
	return p
}

// attributed reads things that the next figure describes: 7家[产量在2万吨以上的工厂],
// 2条[邻村的35千伏线路].
func (f *finder) attributed(cs []clause, i int) phrase {
	if i+1 == len(cs) || !cs[i].abuts || cs[i].kind != count || cs[i].unitAt.Len() == 0 {
		return nil
	}
	c, next := &cs[i], &cs[i+1]
	words := clip(f.wordsIn(c.behind), c.behind)
	if len(words) == 0 || !nominal(words[0]) && f.word(words[0]) != "在" || next.counts() || next.kind == rate {
		return nil
	}
	for _, w := range words {
		if joining[f.word(w)] {
			return nil
		}
	}
	of := strings.HasPrefix(f.text[next.behind.Start:], "的")
	owned := f.word(words[len(words)-1]) == "的" && next.kind != money && c.unit != "个" && c.unit != "家"
	if !of && !owned {
		return nil
	}
	if last := f.lastWord(words); of && !owned && last.Tag[0] == 'n' && !f.quantity(phraseOf([]segment.Word{last})) || strings.HasSuffix(f.word(last), "基金") {
		return nil // 12只基金300亿元的资产
	}
	if noun := f.noun(next, false); len(noun) > 0 {
		p := phrase{{Start: words[0].Start, End: noun[len(noun)-1].End}}
		if f.runes(p) <= longestMetric+4 {
			if !owned { // the words before the next figure measure it: 产量
				c.noun = 0
			}
			return p
		}
	}
	return nil
}

// serial reads what a sum is given for: 出资3亿元[收购]邻县药厂[股份].
func (f *finder) serial(c *clause) phrase {
	words := clip(f.wordsIn(c.behind), c.behind)
	if c.kind != money || c.abuts || len(words) < 2 || !verbal(words[0]) || f.word(words[0]) == "用于" || f.lex.has("idle", f.word(words[0])) || f.lex.has("change", f.word(words[0])) {
		return nil
	}
	n := f.nounLength(words[1:], false)
	if n == 0 || n+1 < len(words) || words[n].Tag == "w" { // 支持学校|改造
		return nil
	}
	return phraseOf([]segment.Word{words[0], words[n]})
}

// within reads what is done in a length of time: 20秒即可[完成诊断].
func (f *finder) within(c *clause, core []segment.Word) phrase {
	if c.kind != timing || len(core) > 0 {
		return nil
	}
	words := clip(f.wordsIn(c.behind), c.behind)
	if len(words) < 2 || !soon[f.word(words[0])] {
		return nil
	}
	does := f.does(words[1:])
	if len(does) == 0 || !verbal(does[0]) {
		return nil
	}
	if f.span(does) > longestNoun {
		n := f.nounLength(does[1:], true)
		return phraseOf(does[:n+1])
	}
	return phraseOf(does)
}

// soon words lead from a length of time to what is done in it.
var soon = map[string]bool{"即可": true, "就可": true, "就能": true, "便可": true, "便能": true, "可": true, "就可以": true, "即能": true}

// inclusive tells whether a bracket only says that a bound belongs to it: 30万元以上（含[30万元]）.
func (f *finder) inclusive(c, last *clause) bool {
	t := strings.TrimSpace(f.text[c.before.Start:c.before.End])
	return (t == "含" || t == "不含") && c.unit == last.unit && c.before.Start-last.End < len("（（")+1
}
