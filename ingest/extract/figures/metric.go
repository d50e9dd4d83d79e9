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

// sharedNoun gives the noun behind a figure, or behind the last of a list of figures in
// one unit: 26辆及28辆[货车].
func (f *finder) sharedNoun(cs []clause, i int, object bool) phrase {
	k := i
	for cs[i].kind != money && cs[i].kind != rate && k+1 < len(cs) && cs[k+1].unit == cs[i].unit && cs[k+1].kind == cs[i].kind && listJoints[f.text[cs[k].End:cs[k+1].Start]] && f.text[cs[k].End:cs[k+1].Start] != "，" {
		k++
	}
	return f.noun(&cs[k], object)
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
