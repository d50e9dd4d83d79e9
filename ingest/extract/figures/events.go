package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// Metrics of figures that count what somebody does, gives or gets.

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
