package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

// byline is what stands before the names of those who wrote a report.
type byline struct {
	title, employer text.Range // as printed: 记者; 沂川日报
	rule            string
}

// makers are the words that the names of a report's makers follow.
var makers = lexicon.NewSet(strings.Fields("记者 通讯员 实习生 评论员 撰稿 撰文 摄影 摄 文 图 文字 作者 编辑 责编 责任编辑 见习记者 特约记者 实习记者 首席记者 特派记者 摄影记者 整理 采写 供图 供稿"))

// postMakers are those of them that are posts as well.
var postMakers = lexicon.NewSet(strings.Fields("记者 通讯员 实习生 评论员 编辑 责任编辑 见习记者 特约记者 实习记者 首席记者 特派记者 摄影记者"))

// bylines takes the names of reporters: a byline paragraph, （记者 …）, 电 (…), and
// 本报记者 … anywhere.
func (p *finder) bylines() {
	for _, g := range p.view.Paragraphs {
		if g.Kind == text.Byline || p.credit(g.Range) {
			p.makersIn(g.Start, g.End)
			continue
		}
		p.datelines(g.Range)
		p.ownReporters(g.Range)
	}
}

const longestCredit = 30 // characters

// credit tells a line that begins with a maker's word and is nothing else: 实习记者
// 卫成蹊, 摄影/柏知秋.
func (p *finder) credit(g text.Range) bool {
	line := p.s[g.Start:g.End]
	return makers.Prefix(line) > 3 && runes(line) <= longestCredit && !strings.ContainsAny(line, "，。！？；")
}

// makersIn takes the names behind every maker's word of a line.
func (p *finder) makersIn(from, to int) {
	for i := from; i < to; {
		n := makers.Prefix(p.s[i:min(to, i+30)])
		if n == 0 {
			_, n = utf8.DecodeRuneInString(p.s[i:])
			i += n
			continue
		}
		i = max(i+n, p.nameList(i+n, to, p.bylineOf(from, i, i+n, "names.byline")))
	}
}

// bylineOf looks what the maker's word in [start,end) says, and whose reporter
// it is.
func (p *finder) bylineOf(from, start, end int, rule string) byline {
	b := byline{rule: rule}
	if postMakers.Has(p.s[start:end]) {
		b.title = text.Range{Start: start, End: end}
	}
	b.employer = p.houseBefore(from, start)
	return b
}

// houseBefore gives the paper or agency printed right before a reporter's word.
// In a byline all before it is the house: 沂川日报远屿新闻记者.
func (p *finder) houseBefore(from, off int) text.Range {
	if r := p.runeBefore(off); r == ' ' || r == '　' {
		off -= utf8.RuneLen(r)
	}
	m := p.mentionBefore(off)
	if m == nil || m.Start < from || m.Kind == store.Person {
		return text.Range{}
	}
	if rest := p.s[m.End:off]; followerChars.hasAny(rest) || runes(rest) > longestDesk || strings.ContainsAny(rest, toReporter) {
		return text.Range{}
	} else if rest != "" && strings.TrimSpace(p.s[from:m.Start]) == "" {
		m.End = off
	}
	if m.End != off {
		return text.Range{}
	}
	return m.Range
}

const longestDesk = 6 // characters of a paper's desk or site

// toReporter lead to a reporter who is spoken to: 青禾公司总裁卫成蹊|向记者.
const toReporter = "向对与和给跟告"

// datelines takes the names in a bracket at the head of a report: 沂川社远屿4月1日电
// （记者 卫成蹊 柏知秋）, also without 记者 behind 电.
func (p *finder) datelines(g text.Range) {
	for at := g.Start; ; {
		open := strings.IndexFunc(p.s[at:g.End], func(r rune) bool { return r == '（' || r == '(' })
		if open < 0 {
			return
		}
		open += at
		_, n := utf8.DecodeRuneInString(p.s[open:])
		at = open + n
		end := strings.IndexAny(p.s[at:p.cutAfter(at, min(g.End, at+150))], "）)（(。")
		if end > 0 {
			p.bracketOfNames(g.Start, open, at, at+end)
		}
	}
}

// bracketOfNames takes the names in the bracket [start,end) that opens at open.
func (p *finder) bracketOfNames(from, open, start, end int) {
	head := strings.TrimRight(p.s[from:open], " 　")
	wire := strings.HasSuffix(head, "电") || strings.HasSuffix(head, "讯")
	b := byline{rule: "names.dateline"}
	if wire {
		b.employer = p.agency(from, open)
	}
	if k := p.firstMaker(start, end); k >= 0 {
		p.makersInBracket(start, k, end, b.employer)
	} else if wire && len(head) < 120 {
		p.nameList(start, end, b)
	}
}

// makersInBracket takes the names behind each maker's word, the first of which
// stands at k; the house is the first's only.
func (p *finder) makersInBracket(start, k, end int, house text.Range) {
	b := p.bylineOf(start, k, k+makers.Prefix(p.s[k:min(end, k+30)]), "names.reporter")
	if b.employer.Len() == 0 {
		b.employer = house
	}
	if _, ok := p.spanBeginning(start, tagger.Person); ok && k > start {
		p.nameList(start, k, byline{rule: "names.dateline", employer: house}) // (柏知秋记者卫成蹊)
	}
	for k >= 0 {
		n := makers.Prefix(p.s[k:min(end, k+30)])
		b.title = text.Range{}
		if postMakers.Has(p.s[k : k+n]) {
			b.title = text.Range{Start: k, End: k + n}
		}
		next := p.nameList(k+n, end, b)
		k = p.firstMaker(max(next, k+n), end)
		b.employer = text.Range{}
	}
}

// firstMaker gives where the first maker's word in [start,end) stands; -1 for none.
func (p *finder) firstMaker(start, end int) int {
	for i := start; i < end; {
		if n := makers.Prefix(p.s[i:min(end, i+30)]); n > 3 { // 文, 图 alone are too common
			return i
		}
		_, n := utf8.DecodeRuneInString(p.s[i:])
		i += n
	}
	return -1
}

// agency gives the agency that a dateline begins with: 沂川社|远屿4月1日电.
func (p *finder) agency(from, to int) text.Range {
	for k := range p.found {
		if m := &p.found[k]; m.Start >= from && m.End <= to {
			return m.Range
		} else if m.Start >= to {
			break
		}
	}
	return text.Range{}
}

// ownReporters takes the names behind 本报记者 and behind a paper's name with
// 记者: 沂川日报记者 卫成蹊.
func (p *finder) ownReporters(g text.Range) {
	for at := g.Start; ; {
		k := strings.Index(p.s[at:g.End], "记者")
		if k < 0 {
			return
		}
		start := at + k
		at = start + len("记者")
		own := strings.HasSuffix(p.s[g.Start:start], "本报") || strings.HasSuffix(p.s[g.Start:start], "本报见习") ||
			strings.HasSuffix(p.s[g.Start:start], "本网") || strings.HasSuffix(p.s[g.Start:start], "本刊")
		house := p.houseBefore(g.Start, start)
		if !own && house.Len() == 0 {
			continue
		}
		if p.model && !p.personSoon(at) {
			continue // 本报记者获悉
		}
		p.nameList(at, p.cutAfter(at, min(g.End, at+60)), byline{title: text.Range{Start: start, End: at}, employer: house, rule: "names.reporter"})
	}
}

// personSoon tells whether the tagger sees a person right behind off.
func (p *finder) personSoon(off int) bool {
	for _, t := range p.spansOver(text.Range{Start: off, End: min(len(p.s), off+8)}) {
		if t.Tag == tagger.Person {
			return true
		}
	}
	return false
}

// betweenNames may stand between the names of a list.
const betweenNames = " \t　、，,/／·丨|：:"

// nameList takes names one behind the other, blanks or marks or nothing
// between: 柏知秋 卫成蹊, 柏知秋卫成蹊. It gives where the list ends.
func (p *finder) nameList(from, to int, b byline) int {
	i := from
	for i < to {
		r, n := utf8.DecodeRuneInString(p.s[i:])
		if strings.ContainsRune(betweenNames, r) {
			i += n
			continue
		}
		if makers.Prefix(p.s[i:min(to, i+30)]) > 3 {
			return i
		}
		run := p.hanRun(i, to)
		open := run == to || !strings.ContainsRune(" 　、", p.runeAt(run))
		if k := p.firstMaker(i, run); k > i {
			run, open = k, false // 记者卫成蹊柏知秋|实习生陆明远
		}
		if k := strings.Index(p.s[i:run], "本报"); k > 0 {
			run, open = i+k, false // 记者卫成蹊|本报通讯员柏知秋
		}
		ends := p.splitNames(i, run, open)
		if len(ends) == 0 {
			return i
		}
		for _, end := range ends {
			p.vouchWriter(i, end, b)
			i = end
		}
		if i < run {
			return i
		}
	}
	return i
}

func (p *finder) hanRun(i, to int) int {
	for i < to {
		r, n := utf8.DecodeRuneInString(p.s[i:])
		if r < 0x3400 || r > 0x9fff {
			break
		}
		i += n
	}
	return i
}

func (p *finder) vouchWriter(start, end int, b byline) {
	if !p.free(start, end) {
		return
	}
	m := p.vouchName(start, end, b.rule, 0.95)
	m.Title, m.Employer = b.title, b.employer
	p.out = append(p.out, m)
}
