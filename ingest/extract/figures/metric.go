package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// metrics says what each figure of a sentence measures.
func (f *finder) metrics(s text.Range, cs []clause) {
	for i := range cs {
		f.measured(s, cs, i)
	}
	f.pairLists(cs)
	for i := range cs {
		cs[i].metric = f.withoutEnd(f.tidy(cs[i].metric))
	}
}

// measured reads a figure's metric: the words before it in the clause, what it
// counts behind it, or both.
func (f *finder) measured(s text.Range, cs []clause, i int) {
	c := &cs[i]
	if i > 0 && cs[i-1].abuts && c.listed { // 34只新股[融资额]96亿元
		c.before.Start = max(c.before.Start, cs[i-1].noun)
	}
	core := f.ahead(c)
	noun := f.sharedNoun(cs, i, f.takesObject(core) || f.owned(c))
	if len(noun) > 0 && noun[0].End <= c.behind.End {
		c.noun = noun[0].End
	}
	if (len(noun) > 0 || f.lex.has("noununit", c.unit)) && f.forNoun(c, core, noun) {
		core = nil
	}
	if c.metric = f.fulfilled(c); c.metric != nil {
		if c.base = c.metric; i > 0 { // 销售30万吨，完成预期的46%，同比[下降]
			c.base = cs[i-1].base
		}
		return
	}
	if p := f.special(s, cs, i, core, noun); p != nil {
		if c.base, c.metric = p, p; c.kind == rate {
			c.base = f.withoutGrowth(p)
		}
		return
	}
	how, grows := f.grows(f.afterEach(core))
	switch {
	case grows && c.counts() && len(noun) > 0: // 增加至51只新股
		c.base, c.metric = noun, noun
	case grows && c.kind == money && len(core) == 1 && f.quantity(noun) && strings.HasPrefix(f.text[c.behind.Start:], "的"): // 减少5万元的收入
		c.base, c.metric = noun, append(phraseOf(core), noun...)
	case grows:
		c.how = how
		c.base = f.growing(c, f.subject(s, cs, i))
		c.metric = append(append(phrase{}, c.base...), how...)
	case i > 0 && len(core) == 0 && len(noun) > 0 && f.partOf(c, &cs[i-1]):
		c.base = cs[i-1].base
		c.metric = append(append(phrase{}, c.base...), noun...)
	case len(core) == 0:
		c.metric = f.bare(s, cs, i, noun)
		c.base = f.base(c.metric)
	case i > 0 && f.takes(core[0]) && f.span(core) <= 6:
		c.base = f.subject(s, cs, i)
		c.metric = append(append(phrase{}, c.base...), phraseOf(core)...)
	default:
		c.metric = append(f.ofThing(cs, i, core), f.whole(c, core, noun)...)
		c.base = f.base(c.metric)
	}
}

// ahead gives the words before a figure that may say what it measures.
func (f *finder) ahead(c *clause) []segment.Word {
	r := f.beforeStanding(c, f.beforeIs(c))
	words := clip(f.wordsIn(r), r)
	if at := f.fromFormer(words); at >= 0 {
		return f.coreOf(f.clauseProper(words[:at]))
	}
	if n := len(words); !c.changed && (n < 3 || f.word(words[n-1]) != "的" || !f.opensOrigin(words)) {
		return f.core(r)
	}
	if len(words) > 0 {
		if cut := f.beforeOrigin(words); len(cut) < len(words) {
			if core := f.coreOf(f.clauseProper(cut)); len(core) > 0 {
				return core
			}
		}
	}
	return f.beforeOrigin(f.core(r))
}

// takesObject tells whether a verb before a figure takes what it counts, a place of the
// things aside: [整合]全县27条步道.
func (f *finder) takesObject(core []segment.Word) bool {
	for i := len(core) - 1; i >= 0 && i >= len(core)-2; i-- {
		if verbal(core[i]) {
			return true
		}
	}
	return false
}

// sharedNoun gives the noun behind a figure, or behind the last of a list of figures in
// one unit: 26辆及28辆[货车].
func (f *finder) sharedNoun(cs []clause, i int, object bool) phrase {
	k := i
	for cs[i].kind != money && cs[i].kind != rate && k+1 < len(cs) && cs[k+1].unit == cs[i].unit && cs[k+1].kind == cs[i].kind && listJoints[f.text[cs[k].End:cs[k+1].Start]] && f.text[cs[k].End:cs[k+1].Start] != "，" {
		k++
	}
	return f.noun(&cs[k], object)
}

// fromFormer gives where the 由 or 从 of a change from what is in force stands, -1 where
// none does: 停车费[由现行的]每小时2元调整为3元, 目标[由之前拟定的]5万亩.
func (f *finder) fromFormer(words []segment.Word) int {
	for i := len(words) - 2; i >= 0 && i >= len(words)-8; i-- {
		if w := f.word(words[i]); w != "由" && w != "从" {
			continue
		}
		next := f.word(words[i+1])
		if former[next] || next == "目前" && i+2 < len(words) && f.word(words[i+2]) == "的" {
			return i
		}
		return -1
	}
	return -1
}

// former words say that a value is the one before a change.
var former = map[string]bool{"现行": true, "原来": true, "原先": true, "原有": true, "原": true, "之前": true, "此前": true, "以前": true, "过去": true, "现有": true, "当初": true, "最初": true, "起初": true}

// opensOrigin tells whether words end in the 从 of a change whose end stands further on:
// 分别[从开工之初的]27只、42只.
func (f *finder) opensOrigin(words []segment.Word) bool {
	for i := len(words) - 2; i > 0; i-- {
		if verbal(words[i]) {
			return false
		}
		if f.word(words[i]) == "从" {
			return true
		}
	}
	return false
}

// beforeStanding cuts the verb of a record that the noun behind a figure names: 涨幅[创出]
// 5%的新高.
func (f *finder) beforeStanding(c *clause, r text.Range) text.Range {
	behind := clip(f.wordsIn(c.behind), c.behind)
	if len(behind) != 2 || f.word(behind[0]) != "的" || f.lex.endsWith("record", f.word(behind[1])) == "" {
		return r
	}
	words := f.wordsIn(r)
	for i := len(words) - 1; i > 0 && i >= len(words)-3; i-- {
		if f.lex.beginsWith("recordverb", f.word(words[i])) != "" {
			return text.Range{Start: r.Start, End: words[i].Start}
		}
	}
	return r
}

// partOf tells whether a figure is a share of the things that the one before counts:
// 200种[茶叶]中有八成[涨价].
func (f *finder) partOf(c, last *clause) bool {
	return c.kind == rate && last.abuts && c.listed && last.counts() && len(last.base) > 0 && strings.HasSuffix(f.text[c.before.Start:c.before.End], "有")
}

// beforeOrigin cuts the 从 of a change with its time: 人口[从战前]的6万增至20万.
func (f *finder) beforeOrigin(core []segment.Word) []segment.Word {
	for i := len(core) - 1; i > 0; i-- {
		if w := f.word(core[i]); w == "从" || w == "由" {
			return core[:i]
		}
	}
	return core
}

// beforeIs gives the words before a figure without what it is a multiple or a share of and
// where it is measured: 玉镯售价[是银镯]的3倍, 补贴额度[达到总造价]的10%, 泉眼[位于地下]90米.
func (f *finder) beforeIs(c *clause) text.Range {
	words := f.wordsIn(c.before)
	n := len(words)
	if !c.counts() && n > 2 && f.word(words[n-2]) == "位于" && local(words[n-1]) { // 泉眼位于地下
		return text.Range{Start: c.before.Start, End: words[n-2].Start}
	}
	share := (c.kind == rate && !c.points() || c.fraction) && n > 0 && f.word(words[n-1]) == "的"
	if c.unit != "倍" && !share || n > 0 && f.lex.has("change", f.word(words[n-1])) { // 相当于在此基础上增长9倍
		return c.before
	}
	for i := n - 2; i >= 0; i-- {
		w := f.word(words[i])
		is := (w == "是" || w == "为" || w == "相当于") && (i == 0 || f.word(words[i-1]) != "作")
		is = is || share && onlyIs[w]
		if share && i > 1 && (w == "到" || w == "至") && f.moves(f.word(words[i-1])) { // 提高|到
			return text.Range{Start: c.before.Start, End: words[i-1].Start}
		}
		if is || share && i > 0 && i < n-2 && f.levels(w) {
			return text.Range{Start: c.before.Start, End: words[i].Start}
		}
	}
	return c.before
}

// onlyIs words say how small a share is: 售价只有新品的一半.
var onlyIs = map[string]bool{"只有": true, "仅有": true, "仅为": true, "仅是": true, "只是": true, "约为": true}

// levels tells whether a verb says what share of something a value comes up to: 达到,
// 提高到.
func (f *finder) levels(printed string) bool {
	if printed == "达到" || printed == "达" {
		return true
	}
	for _, to := range []string{"到", "至"} {
		if verb := strings.TrimSuffix(printed, to); verb != printed && f.moves(verb) {
			return true
		}
	}
	return false
}

// fulfilled reads how much of an aim is reached: [完成全年预期]的46%.
func (f *finder) fulfilled(c *clause) phrase {
	if c.kind != rate || c.points() || !strings.HasSuffix(f.text[c.before.Start:c.before.End], "的") {
		return nil
	}
	words := f.wordsIn(c.before)
	n := len(words)
	if n < 3 || f.word(words[n-1]) != "的" {
		return nil
	}
	for i := n - 3; i >= 0; i-- {
		if w := f.word(words[i]); w != "完成" && w != "达成" {
			continue
		}
		aim := f.core(text.Range{Start: words[i].End, End: c.before.End})
		if len(aim) == 0 { // 全年预期
			aim = words[i+1 : n-1]
		}
		if f.span(aim) > longestNoun {
			return nil
		}
		return append(phraseOf(words[i:i+1]), phraseOf(aim)...)
	}
	return nil
}

// countedUnit reads a unit that is itself what is counted, where the verb takes a place
// too: [穿过]两省9[市].
func (f *finder) countedUnit(c *clause, core []segment.Word, noun phrase) phrase {
	if !f.lex.has("noununit", c.unit) || c.unitAt.Len() == 0 || len(noun) > 0 {
		return nil
	}
	for i := len(core) - 1; i >= 0; i-- {
		w := core[i]
		switch {
		case verbal(w) && i < len(core)-1 && !f.lex.has("idle", f.word(w)):
			return append(phraseOf(core[i:i+1]), c.unitAt)
		case w.Tag != "ns" && w.Tag != "x" && w.Tag != "j" && !f.isName(w):
			return nil
		}
	}
	return nil
}

// takes tells whether a word says that something is a share of a whole.
func (f *finder) takes(w segment.Word) bool {
	printed := f.word(w)
	return printed == "占" || printed == "占到" || printed == "占了"
}

// priced reads what is done for a price: 以3亿元[收购药厂].
func (f *finder) priced(c *clause) phrase {
	if c.kind != money || !strings.HasSuffix(f.text[c.before.Start:c.before.End], "以") {
		return nil
	}
	words := f.does(clip(f.wordsIn(c.behind), c.behind))
	if len(words) == 0 || !verbal(words[0]) {
		return nil
	}
	if f.span(words) > 8 {
		words = words[:1]
	}
	return phraseOf(words)
}

// packed reads what a pack holds, (一箱[15升]), and what a pack of a size costs: 500毫升
// 售价[68元].
func (f *finder) packed(cs []clause, i int, core []segment.Word) phrase {
	c := &cs[i]
	if (c.kind == measure || c.kind == safe) && c.before.Start > 0 && c.before.Len() < len("一箱")*2 && strings.ContainsRune("（(", ahead(f.text, c.before.Start)) {
		if words := clip(f.wordsIn(c.before), c.before); len(words) > 0 && len(words) < 3 && strings.HasPrefix(f.word(words[0]), "一") {
			return phraseOf(words)
		}
	}
	if c.kind != money || i == 0 || len(core) > 0 || !cs[i-1].abuts || cs[i-1].kind != measure && cs[i-1].kind != safe {
		return nil
	}
	price := text.Range{Start: cs[i-1].End, End: cs[i-1].noun}
	if price.Len() <= 0 || price.Len() > len("零售价") || !strings.HasSuffix(f.text[price.Start:price.End], "价") {
		return nil
	}
	return phrase{{Start: cs[i-1].Start, End: price.End}}
}

// acted reads what is done so many times, 先后5次针对老人[实施诈骗], and what share of a
// named firm is bought: [收购]云岭19%[股份].
func (f *finder) acted(c *clause, core []segment.Word, noun phrase) phrase {
	if c.kind != rate && c.unit != "次" {
		return nil
	}
	words := f.wordsIn(c.before)
	n := len(words)
	if c.kind == rate && n > 1 && len(noun) == 1 && stakes[f.text[noun[0].Start:noun[0].End]] {
		i := n - 1
		for i > 0 && (f.isName(words[i]) || words[i].Tag == "x" || words[i].Tag == "ns") {
			i--
		}
		if i < n-1 && i >= n-5 && verbal(words[i]) && !f.lex.has("idle", f.word(words[i])) {
			return append(phraseOf(words[i:i+1]), noun...)
		}
	}
	if c.unit != "次" || len(noun) > 0 || len(core) > 0 && (n == 0 || !repeating[f.word(words[n-1])] && !strings.HasSuffix(f.text[:c.Start], "先后")) {
		return nil
	}
	does := f.does(clip(f.wordsIn(c.behind), c.behind))
	if len(does) < 2 || !verbal(does[0]) {
		return nil
	}
	if f.span(does) > 8 { // 驾驶公务用车|去邻县
		k := 1
		for k+1 < len(does) && does[k].Tag == "r" { // 使用|本|单位加油卡
			k++
		}
		if n := f.nounLength(does[k:], true); n > 0 && f.span(does[:k+n]) <= longestNoun && !f.lex.has("idle", f.word(does[0])) {
			return phraseOf(append(does[:1:1], does[k:k+n]...))
		}
		return nil
	}
	return phraseOf(does)
}

var stakes = map[string]bool{"股份": true, "股权": true}

// repeating words stand before how many times something is done.
var repeating = map[string]bool{"先后": true, "连续": true, "曾": true, "曾经": true, "又": true, "已": true, "前后": true, "其": true}

// given reads what somebody is given or gets: 为新生免费[提供]400套[被褥], 农户[获得]2亿元
// [补偿].
func (f *finder) given(c *clause, noun phrase) phrase {
	words := f.wordsIn(c.before)
	words = f.withoutLe(words)
	n := len(words)
	if n == 0 || len(noun) == 0 {
		return nil
	}
	verb := f.word(words[n-1])
	if c.counts() && verb == "提供" || c.kind != rate && f.runes(noun) < 3 && f.lex.has("gains", verb) && !(c.kind == measure && f.quantity(noun)) && !local(f.wordsIn(noun[0])[0]) && !strings.HasPrefix(f.text[noun[0].End:], "的") && f.runes(f.happens(c, noun)) == f.runes(noun) {
		return append(phraseOf(words[n-1:]), noun...)
	}
	return nil
}

// special gives the metric of a figure whose clause is built in a way of its own; nil
// where it is not.
func (f *finder) special(s text.Range, cs []clause, i int, core []segment.Word, noun phrase) phrase {
	if p := f.dimension(&cs[i]); p != nil {
		return p
	}
	if place := f.byPlace(s, cs, i); place != nil {
		return append(phraseOf(place), cs[i].places...)
	}
	if len(core) == 0 && f.fromFormer(f.wordsIn(cs[i].before)) >= 0 {
		return f.subject(s, cs, i)
	}
	if p := f.ranked(cs, i); p != nil {
		return p
	}
	if p := f.priced(&cs[i]); p != nil {
		return p
	}
	if p := f.packed(cs, i, core); p != nil {
		return p
	}
	if p := f.lasting(&cs[i]); p != nil {
		return p
	}
	if p := f.within(&cs[i], core); p != nil {
		return p
	}
	if i > 0 && len(core) <= 1 && f.inclusive(&cs[i], &cs[i-1]) {
		return cs[i-1].metric
	}
	if p := f.acted(&cs[i], core, noun); p != nil {
		return p
	}
	if p := f.ofNoun(&cs[i], core, noun); p != nil {
		return p
	}
	if p := f.withAttribute(cs, i); p != nil {
		return p
	}
	if p := f.attributed(cs, i); p != nil {
		return p
	}
	if p := f.countedUnit(&cs[i], core, noun); p != nil {
		return p
	}
	if p := f.given(&cs[i], noun); p != nil {
		return p
	}
	if f.repeated(core, &cs[i]) {
		return f.subject(s, cs, i)
	}
	return f.swing(s, cs, i, noun)
}

// swing reads a change that is told by a noun: [收购价]出现7%的[波动].
func (f *finder) swing(s text.Range, cs []clause, i int, noun phrase) phrase {
	c := &cs[i]
	if len(noun) == 0 { // 实现了10%的|增长
		if words := clip(f.wordsIn(c.behind), c.behind); len(words) == 2 {
			noun = phraseOf(words[1:])
		}
	}
	if c.kind != rate || len(noun) == 0 || !f.lex.has("change", f.word(f.lastWord(f.wordsIn(noun[0])))) || !strings.HasPrefix(f.text[c.behind.Start:], "的") {
		return nil
	}
	words := clip(f.wordsIn(c.before), c.before)
	for n := len(words); n > 0 && (words[n-1].Tag[0] == 'u' || f.lex.has("idle", f.word(words[n-1])) || f.lex.has("adverb", f.word(words[n-1])) || f.lex.has("modal", f.word(words[n-1]))); n-- {
		words = words[:n-1]
	}
	words = f.subjectPart(f.trimBack(words))
	if len(words) == 0 {
		return append(append(phrase{}, f.subject(s, cs, i)...), noun...)
	}
	return append(phraseOf(words), noun...)
}

// growing gives what grows where the figure before is a share of something: 进口车[占总
// 销量]的3%，上升20%; a share itself grows by points.
func (f *finder) growing(c *clause, base phrase) phrase {
	if c.unit == "个百分点" || len(base) == 0 {
		return base
	}
	words := clip(f.wordsIn(base[0]), base[0])
	for i, w := range words {
		if i > 0 && f.word(w) == "占" {
			return phraseOf(f.trimBack(words[:i]))
		}
	}
	return base
}

// ofThing gives the things that the clause before counts, where this one measures
// something of them: [水库]260座，蓄水量800万立方米.
func (f *finder) ofThing(cs []clause, i int, core []segment.Word) phrase {
	if i == 0 || cs[i-1].kind != count || len(cs[i-1].base) != 1 || cs[i].counts() || f.span(core) > 4 || !f.quantity(phraseOf(core)) {
		return nil
	}
	if between := f.text[cs[i-1].End:cs[i].before.Start]; between != "，" && between != "、" && between != "," {
		return nil
	}
	thing := cs[i-1].base
	for _, w := range f.wordsIn(thing[0]) {
		if !nominal(w) || w.Tag == "ns" || f.isName(w) || f.runes(thing) > 6 {
			return nil
		}
	}
	return append(phrase{}, thing...)
}

// byPlace gives the place that alone stands before a figure: in a bracket behind the
// sum, 现有病例98例(临川[83例]), or behind what all are a part of, 出院病例中，临川[14例], and
// in the list that goes on from it; and notes what is counted there.
func (f *finder) byPlace(s text.Range, cs []clause, i int) []segment.Word {
	c := &cs[i]
	words := f.wordsIn(c.before)
	if len(words) == 0 || words[len(words)-1].End == c.before.End && !f.mayEndPlace(words[len(words)-1]) { // so most often
		return nil
	}
	words = clip(words, c.before)
	first := ""
	if len(words) > 1 {
		first = f.word(words[0])
	}
	switch first {
	case "其中", "含", "包括": // 病例22例，其中临川14例
		words = words[1:]
	case "来自": // 新增3例，来自临川1例
		words = words[1:]
		if i > 0 && cs[i-1].places == nil {
			cs[i-1].places = cs[i-1].base
		}
	}
	if len(words) == 0 || !f.placeAlone(words) {
		return nil
	}
	if whole := f.wholeBefore(s, cs, i); whole != nil {
		c.places = whole
		return words
	}
	if i == 0 || c.unit != cs[i-1].unit {
		return nil
	}
	last := &cs[i-1]
	c.places = last.places
	switch between := f.text[last.End:c.before.Start]; between {
	case "(", "（", "：", ":", "，其中：", "，其中:", "（其中：", "(其中：", "(其中:", "。(其中：", "。（其中：", ")，其中：", "，其中，":
		if c.places == nil || first != "含" && first != "包括" {
			c.places = last.base
		}
	case "、", "，", "；", ")、", "）、", ")，", "），":
		if first == "其中" {
			c.places = last.base
		}
	default:
		c.places = nil
	}
	if c.places == nil {
		return nil
	}
	return words
}

// wholeBefore gives what the clause before a figure names as the whole: [出院病例]中，临川14例;
// nil where it names none.
func (f *finder) wholeBefore(s text.Range, cs []clause, i int) phrase {
	if !cs[i].counts() {
		return nil
	}
	end := cs[i].before.Start
	ahead := f.text[max(s.Start, end-2*len("中，")):end]
	open := strings.TrimRight(ahead, "，：:,")
	if open == ahead || !strings.HasSuffix(open, "中") || strings.HasSuffix(open, "其中") {
		return nil
	}
	end = s.Start + strings.LastIndex(f.text[s.Start:end], "中")
	r := text.Range{Start: f.clauseStart(end, s.Start), End: end}
	if i > 0 && cs[i-1].End > r.Start {
		return nil
	}
	words := f.trimFront(clip(f.wordsIn(r), r))
	if len(words) == 0 || f.span(words) > longestNoun || !nominal(words[len(words)-1]) || !nominal(words[0]) && words[0].Tag[0] != 'v' {
		return nil
	}
	return phraseOf(words)
}

// placeAlone tells whether words are no more than a place: 临川市, 某县.
func (f *finder) placeAlone(core []segment.Word) bool {
	for i, w := range core {
		printed := f.word(w)
		ends := i == len(core)-1 && (f.lex.endsWith("placeend", printed) != "" || i > 0 && printed == "籍") // 青岚籍
		if w.Tag != "ns" && !ends && !f.isName(w) && !origin[printed] {
			return false
		}
	}
	return true
}

// mayEndPlace tells whether a word may be the last of a place's name.
func (f *finder) mayEndPlace(w segment.Word) bool {
	printed := f.word(w)
	return w.Tag == "ns" || printed == "籍" || origin[printed] || f.lex.endsWith("placeend", printed) != "" || f.isName(w)
}

// origin words tell where cases come from: 境外输入3例，本土2例.
var origin = map[string]bool{"境外": true, "输入": true, "境外输入": true, "本土": true, "本地": true, "外地": true}

// repeated tells whether words only point at what was measured before: 这一数字.
func (f *finder) repeated(core []segment.Word, c *clause) bool {
	if len(core) == 0 || len(core) > 2 || !f.lex.has("pointed", f.word(core[len(core)-1])) {
		return false
	}
	ahead := f.text[c.before.Start:core[len(core)-1].Start]
	return strings.HasSuffix(ahead, "这一") || strings.HasSuffix(ahead, "该") || strings.HasSuffix(ahead, "这个") || strings.HasSuffix(ahead, "这项")
}

// dimension reads 200多米[高]的[吸热塔].
func (f *finder) dimension(c *clause) phrase {
	if c.kind != measure && c.kind != safe {
		return nil
	}
	words := clip(f.wordsIn(c.behind), c.behind)
	if len(words) < 3 || !dimensions[f.word(words[0])] || f.word(words[1]) != "的" {
		return nil
	}
	n := f.nounLength(words[2:], false)
	for n > 1 && words[1+n].Tag == "f" { // 瞭望塔|上
		n--
	}
	if n == 0 {
		return nil
	}
	return append(phraseOf(words[2:2+n]), phraseOf(words[:1])...)
}

var dimensions = map[string]bool{"高": true, "长": true, "宽": true, "深": true, "厚": true, "远": true, "重": true}

// bare is the metric of a figure with nothing of use before it.
func (f *finder) bare(s text.Range, cs []clause, i int, noun phrase) phrase {
	c := &cs[i]
	switch {
	case i > 0 && len(noun) == 0 && listJoints[f.text[cs[i-1].End:c.Start]]:
		return cs[i-1].metric // 减少30%或40%
	case len(noun) == 0 && c.kind == rate && len(f.shareDoes(c)) > 0:
		if strings.TrimSpace(f.text[c.before.Start:c.before.End]) != "" { // 由总厂100%控股
			return f.shareDoes(c)
		}
		return append(append(phrase{}, f.subject(s, cs, i)...), f.shareDoes(c)...)
	case len(noun) > 0 && (c.counts() || c.kind == rate && !f.quantity(noun)):
		return f.happens(c, noun)
	case len(noun) > 0:
		return noun
	case c.unit == "人" && len(f.done(c)) > 0:
		return f.done(c)
	case f.lex.has("noununit", c.unit) && c.unitAt.Len() > 0:
		return phrase{c.unitAt}
	case c.counts():
		if name := f.wordsIn(c.before); len(name) > 0 && f.isName(name[len(name)-1]) {
			return phraseOf(clip(f.lastName(name), c.before))
		}
	}
	return f.subject(s, cs, i)
}

// done gives what persons that no noun names have done, behind an adverb: 228人已[康复出院].
func (f *finder) done(c *clause) phrase {
	words := clip(f.wordsIn(c.behind), c.behind)
	n := 0
	for n < len(words) && (f.lex.has("adverb", f.word(words[n])) || f.word(words[n]) == "均") {
		n++
	}
	if words = f.trimBack(words[n:]); n == 0 || c.abuts || len(words) == 0 || f.span(words) > 8 || words[0].Tag == "p" {
		return nil
	}
	return phraseOf(words)
}

// shareDoes gives what a share of things named before does: 20种茶叶中，三成[涨价].
func (f *finder) shareDoes(c *clause) phrase {
	words := f.does(clip(f.wordsIn(c.behind), c.behind))
	if len(words) == 0 || c.abuts || !nominalVerb(words[0]) || f.lex.has("idle", f.word(words[0])) {
		return nil
	}
	for i, w := range words {
		if i > 0 && f.word(w) == "的" {
			words = words[:i]
			break
		}
	}
	if f.span(words) > 8 {
		return nil
	}
	return phraseOf(words)
}

// counts tells whether a figure counts things, which print names behind it.
func (c *clause) counts() bool {
	return c.kind == count || c.kind == people || c.kind == "" || c.unit == "人"
}

// forNoun tells whether what is before a figure belongs to the noun behind it:
// 在这条1035公里长的铁路线, 甲、乙等10位同志, 河南8500万亩小麦.
func (f *finder) forNoun(c *clause, core []segment.Word, noun phrase) bool {
	ahead := f.text[c.before.Start:c.before.End]
	if n := len(core); n > 0 && !c.counts() && f.quantity(phraseOf(core[n-1:])) && core[n-1].Tag == "n" {
		return false // 单价在90元以上的木料
	}
	if (c.kind == measure || c.kind == safe) && len(noun) > 0 && !f.quantity(noun) && (strings.HasSuffix(ahead, "在") || strings.HasSuffix(ahead, "用")) { // 在8万亩草甸
		return true
	}
	if c.counts() && len(noun) > 0 && (strings.HasSuffix(ahead, "在") || f.governed(f.wordsIn(c.before)) || f.owned(c)) {
		return true
	}
	if (c.kind == measure || c.kind == safe) && len(noun) > 0 && f.owned(c) && (!f.reaches(c) || !f.quantity(noun) && !strings.HasPrefix(f.text[c.behind.Start:], "的")) {
		return true // 县里拥有3000亩果园
	}
	if c.kind == money && len(noun) > 0 && f.owned(c) && !f.reaches(c) && !f.lex.has("change", f.word(f.wordsIn(noun[0])[0])) {
		return true // 银行设立3亿元再贷款
	}
	if c.kind == money && len(noun) > 0 && !(len(core) > 0 && f.quantity(phraseOf(core[len(core)-1:]))) && f.governed(f.wordsIn(c.before)) { // 对邻国3亿元援助计划
		return true
	}
	if words := f.wordsIn(c.before); c.kind == money && len(noun) > 0 && len(words) > 1 && f.word(words[len(words)-1]) == "的" && verbal(words[len(words)-2]) {
		return true // 由银行提供的30亿元贷款
	}
	if !c.counts() && f.quantity(noun) && (strings.HasSuffix(ahead, "对") || strings.HasSuffix(ahead, "以") || strings.HasSuffix(ahead, "按")) {
		return true // 对60元以上价位的
	}
	if strings.HasPrefix(f.text[c.behind.Start:], "的") && (strings.HasSuffix(ahead, "在") || strings.HasSuffix(ahead, "于") || strings.HasSuffix(ahead, "沿")) {
		return true // 在74米的长卷上
	}
	if len(noun) > 0 && (c.counts() || c.fraction) && f.placeAlone(core) { // 临川州3名工人
		return true
	}
	if words := f.wordsIn(c.before); (c.counts() || c.kind == money) && len(noun) > 0 && len(words) > 0 && joining[f.word(words[len(words)-1])] { // 优秀奖以及11个项目
		return true
	}
	if c.counts() && len(noun) > 0 && f.lists(c) { // 网上祭扫、代为祭扫2种形式
		return true
	}
	return f.pointing(c) || strings.HasSuffix(ahead, "等") || strings.HasSuffix(ahead, "、") || strings.HasSuffix(c.unit, "级") ||
		c.fraction && strings.HasPrefix(f.text[c.behind.Start:], "的") ||
		len(core) > 0 && (local(core[len(core)-1]) || f.lex.has("whole", f.word(core[len(core)-1])))
}

// lists tells whether the last of a list stands before a figure that counts them.
func (f *finder) lists(c *clause) bool {
	words := f.wordsIn(c.before)
	for i := len(words) - 1; i >= 0 && i >= len(words)-5; i-- {
		switch printed := f.word(words[i]); {
		case printed == "、":
			return i < len(words)-1
		case !nominal(words[i]):
			return false
		}
	}
	return false
}

// reaches tells whether the verb before a figure says how high a value is, not what there
// is: 价格达到[3万元].
func (f *finder) reaches(c *clause) bool {
	words := f.wordsIn(c.before)
	last := f.word(words[len(words)-1])
	return reaching[last] || last == "为" || last == "是"
}

// owned tells whether a verb that says no more than that there is something takes the
// noun: 学校为新生提供[300套]被褥.
func (f *finder) owned(c *clause) bool {
	words := f.wordsIn(c.before)
	for _, w := range words {
		if strings.HasPrefix(f.word(w), "每") { // 每个班有30名学生
			return false
		}
	}
	n := len(words)
	for n > 0 && (words[n-1].Tag[0] == 'u' || words[n-1].Tag == "d") {
		n--
	}
	return n > 0 && verbal(words[n-1]) && f.lex.has("idle", f.word(words[n-1]))
}

// governed tells whether a preposition with no verb behind it takes the noun that is
// counted: 把区内[477家]工厂, 由全校[20名]老师, 对[70家]商户.
func (f *finder) governed(words []segment.Word) bool {
	for i := len(words) - 1; i >= 0; i-- {
		printed := f.word(words[i])
		switch {
		case printed == "将": // 将全县36家, 将1万只口罩, not 将容纳36家
			return i+1 == len(words) || local(words[i+1])
		case governing[printed]:
			return i < len(words)-1 || printed != "为" // 产能为300台
		case words[i].Tag != "" && words[i].Tag[0] == 'v' || printed == "的" || words[i].Tag == "w":
			return false
		}
	}
	return false
}

var governing = map[string]bool{"把": true, "由": true, "对": true, "向": true, "为": true, "给": true, "被": true, "从": true, "让": true, "使": true}

// local tells whether a word is a place or a side of one.
func local(w segment.Word) bool { return w.Tag == "ns" || w.Tag == "s" || w.Tag == "f" }

// verbal tells whether a word is a verb that takes what follows it.
func verbal(w segment.Word) bool { return w.Tag != "vn" && strings.HasPrefix(w.Tag, "v") }

// pointing tells whether 这条 or 该 points at what is behind a figure.
func (f *finder) pointing(c *clause) bool {
	words := f.wordsIn(c.before)
	for n := len(words) - 1; n >= 0 && n >= len(words)-2; n-- {
		if r, _ := utf8.DecodeRuneInString(f.word(words[n])); strings.ContainsRune("这该那此", r) {
			return true
		}
		if words[n].Tag != "q" {
			return false
		}
	}
	return false
}
