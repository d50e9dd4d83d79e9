package figures

import (
	"slices"
	"strings"

	"zhiku/zh/segment"
)

const longestNoun = 12 // characters

// noun is what a figure counts, printed behind it: 26万辆[整车], 5%的[股份].
// object tells that a verb stands before the figure.
func (f *finder) noun(c *clause, object bool) phrase {
	if c.kind == timing && !strings.HasPrefix(f.text[c.behind.Start:], "的") { // 停业20天
		return nil
	}
	words := f.counted(c)
	if len(words) == 0 || strings.Contains("（([【", f.word(words[0])) || f.isDate(words[0]) {
		return nil
	}
	n := f.headLength(c, words, object)
	switch {
	case n < 0:
		return nil
	case n == 0 || n+1 < len(words) && describing(words[:n]): // 4个[成功创办]
		return f.event(words)
	}
	if c.abuts && !(n+1 == len(words) && joining[f.word(words[n])]) { // 30项国家标准和7项
		n = f.firstNoun(words[:n])
	}
	n = f.closed(words[:f.firstOf(c, words[:n])])
	if n > 1 && n < len(words) && words[n-1].Tag == "a" && f.span(words[n-1:n]) == 1 && verbal(words[n]) { // 单位|新|列入
		n--
	}
	if n > 1 && words[n-1].Tag == "ns" && nominal(words[n-2]) && !local(words[n-2]) && words[n-2].Tag != "a" && words[n-2].Tag != "b" && strings.HasPrefix(f.text[words[n-1].End:], "、") { // 8个主产国|青国、岚国
		n--
	}
	if n > 0 && f.lex.has("hollow", f.word(words[n-1])) && (n == 1 || f.stands(c)) { // 110万亿元大关
		return nil
	}
	return phraseOf(words[:n])
}

// stands tells whether the verb before a figure says where a value lies: 指数[位于]50以上的
// 扩张区间.
func (f *finder) stands(c *clause) bool {
	ahead := f.text[c.before.Start:c.before.End]
	return strings.HasSuffix(ahead, "位于") || strings.HasSuffix(ahead, "处于")
}

// counted gives the words behind a figure from where its noun may begin.
func (f *finder) counted(c *clause) []segment.Word {
	r := c.behind
	words := clip(f.wordsIn(r), r)
	if r.End < c.roof && strings.HasPrefix(f.text[r.End:], "、") && describing(words) { // 13栋多层、高层厂房
		r.End = f.clauseEnd(r.End+len("、"), c.roof)
		c.behind.End = r.End
		words = clip(f.wordsIn(r), r)
		for len(words) > 0 && !nominal(words[0]) {
			words = words[1:]
		}
	}
	for len(words) > 0 && (f.word(words[0]) == "的" || f.word(words[0]) == " " || f.word(words[0]) == "之") {
		words = words[1:]
	}
	if len(words) > 0 && (c.kind == money || c.kind == measure) && (f.word(words[0]) == "后" || f.word(words[0]) == "时") { // 骗得8万元后逃走
		return nil
	}
	if len(words) > 1 && c.counts() && whatIs[f.word(words[0])] && f.nounLength(words[1:], false) == len(words)-1 { // 3位是女性
		words = words[1:]
	}
	if len(words) > 2 && !c.abuts && f.word(words[0]) == "及" && (f.word(words[1]) == "以下" || f.word(words[1]) == "以上") && words[2].Tag != "c" { // 1.6升及以下|排量
		words = words[2:]
	}
	for len(words) > 1 && f.skipped(words[0]) {
		words = words[1:]
	}
	return f.described(f.unowned(words), c)
}

// whatIs words say what the things counted are.
var whatIs = map[string]bool{"是": true, "为": true, "均为": true, "都是": true, "均是": true}

// skipped tells whether a word at the front is no part of the noun: 5个万千瓦级电站, 25万元内
// 的标准, 400项各级政策.
func (f *finder) skipped(w segment.Word) bool {
	return w.Tag == "m" || w.Tag == "q" || w.Tag == "f" || w.Tag == "r" && strings.HasPrefix(f.word(w), "各")
}

// unowned cuts off whose the things are where that is a name: 云岭药业的[股份].
func (f *finder) unowned(words []segment.Word) []segment.Word {
	if len(words) == 0 {
		return words
	}
	if n := f.named(words); n > 0 && n+1 < len(words) && f.word(words[n]) == "的" && nominal(words[n+1]) {
		return words[n+1:]
	}
	return words
}

// headLength tells how many words make the noun, whole names in marks and short names
// with a verb in them included; -1 where a mark is not closed.
func (f *finder) headLength(c *clause, words []segment.Word, object bool) int {
	if m := f.inMarks(words); m != 0 {
		return m
	}
	n := f.nounLength(words, object)
	switch {
	case n == 0 || n == len(words):
	case n+1 == len(words) && describing(words[:n]): // 20条具体|举措
		n++
	case object && !c.abuts && c.kind != people && f.span(words) <= 7 && !f.owned(c) && words[n].Tag == "v" && !f.lex.has("idle", f.word(words[n])) && nominal(words[len(words)-1]):
		n = len(words) // 批准3亿元生态|修复条例
	}
	return n
}

var grouping = map[string]bool{"组成": true, "构成": true, "组建": true, "参加": true, "参与": true}

// forming verbs say what something consists of.
var forming = map[string]bool{"组成": true, "构成": true, "组建": true}

// isDate tells whether a word is a time: 9部门[今天]发布.
func (f *finder) isDate(w segment.Word) bool {
	_, dated := f.dateOver(w)
	return dated || w.Tag == "t" && f.lex.has("lead", f.word(w))
}

// described skips what describes a noun and does not begin like one: 26款[与大宗商品
// 挂钩的]理财产品, 61%[更快的]效能, 10名[被]扣押人员, 30名[已完成培训的]学员.
func (f *finder) described(words []segment.Word, c *clause) []segment.Word {
	if len(words) > 2 && grouping[f.word(words[0])] && f.word(words[1]) == "的" { // 12人组成的队伍
		return words[2:]
	}
	if len(words) > 2 && words[0].Tag == "v" && f.word(words[1]) == "的" && (words[2].Tag == "b" || words[2].Tag == "a") && nominal(words[2]) { // 空载的重型卡车
		return words[2:]
	}
	if len(words) < 2 || words[0].Tag != "p" && words[0].Tag != "d" && words[0].Tag != "a" && words[0].Tag != "zg" {
		return words
	}
	if f.word(words[0]) == "被" {
		return words[1:]
	}
	if len(words) > 2 && f.word(words[0]) == "在" && (words[1].Tag == "ns" || words[1].Tag == "j" || words[1].Tag == "nr") && nominal(words[2]) { // 在鄂人员
		return words[2:]
	}
	if len(words) > 2 && f.word(words[0]) == "在" && f.span(words[1:2]) == 1 && nominal(words[2]) && f.word(words[1]) != "的" { // 在用锅炉
		return words[2:]
	}
	for i := 1; i+1 < len(words) && i < 8; i++ {
		if words[0].Tag != "p" && words[i].Tag == "v" && !(c.kind == people && words[0].Tag == "d") { // 重大工程|成为现代化的标志
			break
		}
		if !c.counts() && f.word(words[i]) == "的" && words[0].Tag == "a" && i > 1 && (words[i-1].Tag == "n" || words[i-1].Tag == "vn") { // 大口径阀门的国产化
			break
		}
		if f.word(words[i]) == "的" && nominal(words[i+1]) {
			return words[i+1:]
		}
	}
	return words
}

// describing tells whether words only describe a noun that is still to come: 多层、.
func describing(words []segment.Word) bool {
	for _, w := range words {
		switch w.Tag {
		case "a", "b", "m", "q", "d", "z", "f", "ad", "ag":
		default:
			return false
		}
	}
	return len(words) > 0
}

// inMarks gives the length of a name in quotation marks at the front, “绿叶计划”项目; 0
// where no mark opens, -1 where it is not closed.
func (f *finder) inMarks(words []segment.Word) int {
	if mark := f.word(words[0]); mark != "“" && mark != "「" {
		return 0
	}
	for i, w := range words {
		if mark := f.word(w); mark == "”" || mark == "」" {
			if i+2 < len(words) && joining[f.word(words[i+1])] && f.inMarks(words[i+2:]) > 0 { // “远星”和“近星”导弹
				return i + 2 + f.inMarks(words[i+2:])
			}
			if i+1 < len(words) && verbal(words[i+1]) { // “绿叶报告”|聚焦
				return i + 1
			}
			return i + 1 + f.nounLength(words[i+1:], false)
		}
	}
	return -1
}

// closed cuts a bracket that the noun opens and does not close: 31个省（自治区.
func (f *finder) closed(words []segment.Word) int {
	depth, open := 0, 0
	for i, w := range words {
		switch f.word(w) {
		case "（", "(":
			if depth == 0 {
				open = i
			}
			depth++
		case "）", ")":
			depth--
		}
	}
	if depth > 0 {
		return open
	}
	return len(words)
}

// firstNoun cuts from a noun what the next figure measures: 280个县市区[的人口]超1.5亿人,
// 76家会员企业[粗钢日均产量]166万吨.
func (f *finder) firstNoun(words []segment.Word) int {
	for i := 1; i+1 < len(words) && i < 4; i++ {
		if f.word(words[i]) == "的" && nominalVerb(words[i-1]) && nominal(words[i+1]) { // 定点监测的茶厂|日产量
			return i + 1 + f.firstNoun(words[i+1:])
		}
	}
	named := len(words) > 0 && !f.quantity(phraseOf(words[len(words)-1:])) // not 16台运用功率达3吨的
	for i := 1; i < len(words); i++ {
		if f.word(words[i]) == "的" {
			return i
		}
		switch words[i-1].Tag {
		case "ns", "s", "b", "a", "i": // 8万南岛游客, 4名无症状患者
			continue
		}
		if named && (nominalVerb(words[i-1]) || words[i].Tag == "v") { // 6条休闲步道
			continue
		}
		if head := f.span(words[:i]); head >= 3 || head >= 2 && f.span(words) <= 6 {
			if f.word(words[i-1]) == "及" && f.word(words[i]) == "以上" { // 地级及以上城市
				continue
			}
			if joining[f.word(words[i-1])] { // 30个国家|和地区相关媒体
				return i - 1
			}
			return i
		}
	}
	return len(words)
}

// firstOf cuts 的 and what follows off a noun that is no person's: 40座[电站]的业主, but 20名
// 电站的业主.
func (f *finder) firstOf(c *clause, words []segment.Word) int {
	for i := 1; i < len(words)-1; i++ {
		if words[i-1].Tag == "v" || nominalVerb(words[0]) { // 有劳力的农户, 影响效率的难题
			break
		}
		if f.word(words[i]) != "的" {
			continue
		}
		w := words[i-1]
		if f.word(w) == "人口" || c.kind != people && w.Tag == "n" && !f.isName(w) && (c.kind == count || f.quantity(phraseOf(words[i-1:i]))) {
			return i
		}
		break
	}
	return len(words)
}

// nominalVerb tells whether a word may be a verb or a noun.
func nominalVerb(w segment.Word) bool { return w.Tag == "vn" || w.Tag == "v" }

// nounLength tells how many words at the front make a noun with what describes it.
func (f *finder) nounLength(words []segment.Word, object bool) int {
	end := 0
	for i, w := range words {
		if f.span(words[:i+1]) > longestNoun && !(i+1 == len(words) && end > 0 && (nominal(w) || f.word(w) == "”") && f.span(words) <= longestMetric) {
			break
		}
		switch {
		case end > 0 && forming[f.word(w)]: // 40名委员|组成的委员会
			return end
		case end > 0 && i+1 < len(words) && f.word(words[i+1]) == "地": // 学者|努力|地
			return end
		case i == 1 && i+1 < len(words) && f.word(w) == "上" && (f.word(words[0]) == "线" || f.word(words[0]) == "网") && nominal(words[2]): // 线|上|功能
		case end > 0 && (f.lex.has("adverb", f.word(w)) || within[f.word(w)] || f.isDate(w)):
			return end
		case end > 0 && w.Tag == "v" && f.closes(words, i) && f.quantity(phraseOf(words[i:i+1])): // 政府|补助
			end = i + 1
		case end > 0 && f.lex.has("nounverb", f.word(w)) && (i+1 == len(words) || words[i+1].Tag == "d" || verbal(words[i+1]) || f.word(words[i+1]) == "联合"): // 慈善|组织|发布
			end = i + 1
		case nominal(w), w.Tag == "w" && strings.Contains("“”「」《》（）()·-", f.word(w)):
			if nominal(w) || strings.Contains("”」》）)", f.word(w)) {
				end = i + 1
			}
		case i == 0 && len(words) > 1 && origin[f.word(w)]: // 本地|确诊病例
		case end > 0 && i+1 < len(words) && f.word(w) == "相关" && nominal(words[i+1]): // 果病|相关|论文
		case i > 0 && f.word(words[i-1]) == "性" && nominalVerb(w): // 输入性|确诊病例
		case i > 0 && f.word(w) == "级", i > 0 && i+1 < len(words) && w.Tag == "m" && strings.HasSuffix(f.word(w), "级") && nominal(words[i+1]), i > 0 && i+1 < len(words) && f.word(words[i+1]) == "性", f.hundreds(words, i): // A级, 500强
		case end > 0 && i+2 < len(words) && f.word(w) == "及" && f.word(words[i+1]) == "以上", i > 0 && i+1 < len(words) && f.word(w) == "以上" && (i > 1 || f.word(words[0]) == "规模"): // 地级及以上城市, 规模以上企业
		case end > 0 && joining[f.word(w)] && i+1 < len(words) && f.wholly(words[i+1:]):
		case f.word(w) == "的" && end > 0, w.Tag == "v" && i+1 < len(words) && (f.word(words[i+1]) == "的" || f.lets(w, end == 0, object, words[i+1].Tag == "vn" || i+2 == len(words) || verbal(words[i+2])) && (nominal(words[i+1]) || object && i+2 < len(words) && joining[f.word(words[i+1])])):
		default:
			return end
		}
	}
	return end
}

// within are sides of a place that statistics take for nouns: 河段|内.
var within = map[string]bool{"内": true, "里": true, "中": true, "之间": true, "以内": true, "当中": true, "之中": true, "方面": true}

// closes tells whether nothing but a particle follows the word at i.
func (f *finder) closes(words []segment.Word, i int) bool {
	return i+1 == len(words) || i+2 == len(words) && (words[i+1].Tag == "y" || words[i+1].Tag == "w")
}

// hundreds tells whether a word belongs to the 500强 in a noun.
func (f *finder) hundreds(words []segment.Word, i int) bool {
	printed := f.word(words[i])
	return i > 0 && (strings.HasSuffix(printed, "强") || words[i].Tag == "m" && i+1 < len(words) && f.word(words[i+1]) == "强")
}

// lets tells whether a noun may go on over a verb: at its front; where a verb stands
// before the figure or a noun of action behind, over one that may be part of a name.
func (f *finder) lets(verb segment.Word, first, object, action bool) bool {
	return first || (object || action) && f.lex.has("verbnoun", f.word(verb))
}

// joining words part two nouns that are counted together: 200家工厂和商铺.
var joining = map[string]bool{"和": true, "及": true, "与": true, "以及": true, "或": true}

// wholly tells whether words open with a noun that nothing but a clause's end, a
// particle or a verb follows, not with a subject of their own.
func (f *finder) wholly(words []segment.Word) bool {
	return nominal(words[0]) && words[0].Tag != "t" && words[0].Tag != "m"
}

// nominal tells whether a word may be part of a noun phrase.
func nominal(w segment.Word) bool {
	switch w.Tag {
	case "", "w", "x":
		return !strings.Contains("w", w.Tag)
	case "t", "zg", "vn", "an", "a", "b", "j", "l", "i", "eng", "s", "ng", "g", "z", "k":
		return true
	}
	return w.Tag[0] == 'n'
}

// event is a short clause with no noun in front: 195人[死亡].
func (f *finder) event(words []segment.Word) phrase {
	words = f.trimBack(f.beforeRecord(words))
	if len(words) == 0 || f.span(words) > 8 || !strings.HasPrefix(words[0].Tag, "v") || f.lex.has("hollow", f.word(words[0])) || f.lex.has("idle", f.word(words[0])) || f.lex.has("change", f.word(words[0])) {
		return nil
	}
	return phraseOf(words)
}

// whole joins what stands before a figure and behind it.
func (f *finder) whole(c *clause, core []segment.Word, noun phrase) phrase {
	of := strings.HasPrefix(f.text[c.behind.Start:c.behind.End], "的")
	last := f.lastWord(core)
	verb := verbal(last) || last.Tag == "vn" && len(core) == 1 && (c.kind == money || (c.kind == measure || c.kind == safe) && !f.quantity(phraseOf(core)))
	idle := f.lex.has("idle", f.word(last))
	if len(noun) == 0 && verb && f.span(core) <= 4 && c.kind == money {
		if noun = f.event(clip(f.wordsIn(c.behind), c.behind)); len(noun) == 0 {
			noun = f.serial(c)
		}
	}
	switch {
	case c.kind == timing && len(noun) > 0 && f.word(last) == "为期":
		return noun
	case c.kind == timing && verb && f.span(core) > 8: // 各类娱乐场所[停业]14天
		return f.from(core, last)
	case !c.counts() && !of && !verb && f.quantity(noun) && c.kind == rate: // 按照3%征收率
		return noun
	case len(noun) == 0, verb && !of && c.kind == rate && f.lex.has("change", f.word(last)): // 月涨20%
		return phraseOf(core)
	case !c.counts() && !of && !verb:
		return f.shareOf(c, core, noun)
	case verb && idle:
		return noun
	case of && !verb && !c.counts():
		switch {
		case c.kind == rate && f.lex.has("share", f.text[noun[0].Start:noun[0].End]) && f.span(core) < 5 && nominal(core[len(core)-1]): // 年均[30%的]增速
			return append(phraseOf(core), noun...)
		case f.quantity(noun):
			return noun
		case (c.kind == measure || c.kind == safe) && f.lies(core): // 位于山区的30公里的线路
			return noun
		case c.kind == rate && !f.quantity(phraseOf(core[len(core)-1:])): // 茶厂45%的[门店在省外]
			return f.happens(c, noun)
		}
		return phraseOf(core)
	case verb && c.kind == money && f.purpose(noun):
		return append(f.from(core, last), f.serial(c)...)
	case verb && causing[f.word(last)]:
		if does := f.happens(c, noun); f.runes(does) > f.runes(noun) {
			return does
		}
		return append(f.from(core, last), noun...)
	case verb:
		return append(f.from(core, last), noun...)
	case f.span(core) > 8, c.counts() && slices.Contains(totals, f.printed(phraseOf(core))): // 总投资20亿元15个项目
		return noun
	}
	return append(phraseOf(core), noun...)
}

// lies tells whether words say where something is.
func (f *finder) lies(words []segment.Word) bool {
	for _, w := range words {
		if f.word(w) == "位于" {
			return true
		}
	}
	return false
}

// shareOf reads a share with no 的 behind: 在东部70%[门店上架], 产品70%[销往海外].
func (f *finder) shareOf(c *clause, core []segment.Word, noun phrase) phrase {
	words := f.wordsIn(noun[0])
	switch {
	case c.kind != rate && !c.fraction || f.quantity(phraseOf(core[len(core)-1:])):
		return phraseOf(core)
	case !nominal(words[0]):
		return append(phraseOf(core), noun...)
	case local(core[len(core)-1]), placing[f.word(f.wordsIn(c.before)[0])]:
		return f.happens(c, noun)
	}
	return phraseOf(core)
}

// causing verbs go on with what happened: 造成3名乘客[受伤].
var causing = map[string]bool{"造成": true, "导致": true, "致": true, "致使": true, "使": true, "令": true}

// purpose tells whether what stands behind a sum is what it is for, at length: 拨付2亿元[支持
// 山区学校改造].
func (f *finder) purpose(noun phrase) bool {
	words := f.wordsIn(noun[0])
	return len(words) > 1 && verbal(words[0]) && f.runes(noun) > 6
}

// from gives the words from w on, with the marks around it: “吃掉”.
func (f *finder) from(words []segment.Word, w segment.Word) phrase {
	i := len(words) - 1
	for i > 0 && words[i].Start > w.Start {
		i--
	}
	if i > 0 && strings.Contains("“「", f.word(words[i-1])) {
		i--
	}
	return phraseOf(words[i:])
}

// lastWord gives the last word that is no mark.
func (f *finder) lastWord(words []segment.Word) segment.Word {
	i := len(words) - 1
	for i > 0 && words[i].Tag == "w" {
		i--
	}
	return words[i]
}

// quantity tells whether a noun names what a number measures (纯度, 份额), not what
// it is a part or a rate of (商品, 速度).
func (f *finder) quantity(noun phrase) bool {
	if len(noun) == 0 {
		return false
	}
	r := noun[len(noun)-1]
	return f.lex.endsWith("quantity", f.text[r.Start:r.End]) != "" && f.lex.endsWith("hollow", f.text[r.Start:r.End]) == ""
}
