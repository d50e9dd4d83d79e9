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
}

// measured reads a figure's metric: the words before it in the clause, what it
// counts behind it, or both.
func (f *finder) measured(s text.Range, cs []clause, i int) {
	c := &cs[i]
	core := f.core(c.before)
	noun := f.noun(c, len(core) > 0 && verbal(core[len(core)-1]))
	if len(noun) > 0 && f.forNoun(c, core) {
		core = nil
	}
	if p := f.dimension(c); p != nil {
		c.base, c.metric = p, p
		return
	}
	verb, grows := f.grows(core)
	switch {
	case grows:
		c.verb = true
		c.base = f.subject(s, cs, i)
		c.metric = append(append(phrase{}, c.base...), verb...)
	case len(core) == 0:
		c.metric = f.bare(s, cs, i, noun)
		c.base = c.metric
	default:
		c.metric = f.whole(c, core, noun)
		c.base = f.withoutGrowth(c.metric)
	}
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
	case len(noun) > 0 && c.counts():
		return f.happens(c, noun)
	case len(noun) > 0:
		return noun
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

// happens adds to what is counted what it does, where the clause is short: 就业
// 困难人员[实现就业].
func (f *finder) happens(c *clause, noun phrase) phrase {
	r := text.Range{Start: noun[0].Start, End: c.behind.End}
	if n := utf8.RuneCountInString(f.text[r.Start:r.End]); n <= 14 && n > f.runes(noun) {
		return phraseOf(f.trimBack(clip(f.wordsIn(r), r)))
	}
	return noun
}

// forNoun tells whether what is before a figure belongs to the noun behind it:
// 在这条1035公里长的铁路线, 甲、乙等10位同志, 河南8500万亩小麦.
func (f *finder) forNoun(c *clause, core []segment.Word) bool {
	ahead := f.text[c.before.Start:c.before.End]
	return f.pointing(c) || strings.HasSuffix(ahead, "等") || strings.HasSuffix(ahead, "、") || strings.HasSuffix(c.unit, "级") ||
		len(core) > 0 && core[len(core)-1].Tag == "ns"
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

// core is what is left of the words before a figure when dates, names and the
// words that only lead there are taken off.
func (f *finder) core(r text.Range) []segment.Word {
	words := f.trimBack(clip(f.wordsIn(r), r))
	words = f.trimBack(f.trimFront(f.afterDate(words)))
	return f.trimFront(f.shorten(f.predicate(words)))
}

// afterDate cuts a clause after its last date: what stands before it is its
// subject, 企业2011年[零售额]; but not where it is what a figure is compared with.
func (f *finder) afterDate(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i > 0; i-- {
		if d, ok := f.dateOver(words[i]); ok {
			first := i
			for first > 0 && words[first-1].End > d.Start {
				first--
			}
			if first > 0 && comparing[f.word(words[first-1])] {
				return words
			}
			return words[i+1:]
		}
	}
	return words
}

// predicate cuts off the subject before 已, 可 and the like, and before a verb
// that says no more than that there is something: 电站已[发电], 营业部完成[煤炭装车].
func (f *finder) predicate(words []segment.Word) []segment.Word {
	for i := len(words) - 2; i > 0; i-- {
		w := words[i]
		printed := f.word(w)
		aux := w.Tag == "d" && !f.lex.has("keep", printed) || f.lex.has("modal", printed)
		if !aux && !(f.lex.has("idle", printed) && w.Tag[:1] == "v" && printed != "占") {
			continue
		}
		rest := words[i+1:]
		if _, grows := f.grows(rest); grows || f.word(rest[0]) == "占" || f.span(rest) < 2 || len(rest) == 1 && f.lex.has("idle", f.word(rest[0])) {
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

// trimFront drops what leads to the metric: dates, whom it is told of, 其中, 据统计,
// 在…中.
func (f *finder) trimFront(words []segment.Word) []segment.Word {
	for len(words) > 0 {
		n := f.leading(words)
		if n == 0 {
			return words
		}
		words = words[n:]
	}
	return nil
}

// leading tells how many words at the front are no part of the metric.
func (f *finder) leading(words []segment.Word) int {
	w := words[0]
	if n := f.dated(words); n > 0 {
		return n
	}
	if n := f.named(words); n > 0 && n < len(words) {
		return n
	} else if n > 0 && f.isName(w) {
		return n
	}
	printed := f.word(w)
	switch {
	case w.Tag == "w" && !strings.Contains("“「『《", printed):
		return 1
	case placing[printed]:
		if n := f.placed(words); n > 0 {
			return n
		}
		return 1
	case f.lex.has("keep", printed):
		return 0
	case f.lex.has("lead", printed), f.lex.has("modal", printed), f.lex.has("aim", printed):
		return 1
	case len(words) == 1:
	case f.lex.has("whole", printed), f.lex.has("body", printed) && !nominal(words[1]):
		return 1
	case f.lex.has("idle", printed) && w.Tag[:1] == "v" && printed != "占":
		return 1
	case w.Tag == "s" && len(words) > 1, strings.HasPrefix(w.Tag, "m"), strings.HasPrefix(w.Tag, "u"), strings.HasPrefix(w.Tag, "c"), strings.HasPrefix(w.Tag, "r"), strings.HasPrefix(w.Tag, "d"), w.Tag == "y", w.Tag == "e":
		return 1
	case w.Tag == "p" && printed != "对" && printed != "比" && printed != "较":
		return 1
	}
	return 0
}

// placing opens a place or a time that a word like 中 closes.
var placing = map[string]bool{"在": true, "从": true, "自": true, "于": true, "随着": true, "经过": true, "通过": true, "按": true, "按照": true, "根据": true, "当": true, "以": true, "除": true, "除了": true, "由": true, "截至": true, "截止": true}

// closing ends it.
var closing = map[string]bool{"中": true, "上": true, "里": true, "内": true, "下": true, "后": true, "时": true, "前": true, "方面": true, "期间": true, "以来": true, "之后": true, "之前": true, "之间": true, "过程": true, "当中": true, "以内": true, "以外": true, "外": true, "间": true, "同时": true}

// placed gives the length of 在…中 at the front, where something follows it.
func (f *finder) placed(words []segment.Word) int {
	for i := 1; i < len(words)-1; i++ {
		if closing[f.word(words[i])] {
			return i + 1
		}
	}
	return 0
}

// dated gives how many words at the front a date takes.
func (f *finder) dated(words []segment.Word) int {
	d, ok := f.dateOver(words[0])
	if !ok {
		return 0
	}
	return covered(words, d)
}

// covered counts the words at the front that begin in r.
func covered(words []segment.Word, r text.Range) int {
	n := 0
	for n < len(words) && words[n].Start < r.End {
		n++
	}
	return n
}

// dateOver gives the date that covers a word.
func (f *finder) dateOver(w segment.Word) (text.Range, bool) {
	for _, d := range f.datesFrom(w.Start) {
		if d.Start >= w.End {
			break
		}
		if d.End > w.Start {
			return d.Range, true
		}
	}
	return text.Range{}, false
}

// named gives how many words at the front a name takes: an entity the article
// knows, or a place.
func (f *finder) named(words []segment.Word) int {
	for _, m := range f.mentionsFrom(words[0].Start) {
		if m.Start >= words[0].End {
			break
		}
		if m.Start <= words[0].Start && m.End > words[0].Start {
			return covered(words, m.Range)
		}
	}
	if words[0].Tag == "ns" && len(words) > 1 && !f.lex.has("keep", f.word(words[0])) {
		return 1
	}
	return 0
}

// isName tells whether a word belongs to a name the article knows.
func (f *finder) isName(w segment.Word) bool {
	for _, m := range f.mentionsFrom(w.Start) {
		if m.Start >= w.End {
			break
		}
		if m.End > w.Start {
			return true
		}
	}
	return false
}

// lastName gives the words of the name at the end.
func (f *finder) lastName(words []segment.Word) []segment.Word {
	i := len(words) - 1
	for i > 0 && f.isName(words[i-1]) {
		i--
	}
	return words[i:]
}

// trimBack drops what stands between the metric and its value: 达到, 为, 约, 了, 每吨.
func (f *finder) trimBack(words []segment.Word) []segment.Word {
	for len(words) > 0 {
		n := f.trailing(words)
		if n == 0 {
			return words
		}
		words = words[:len(words)-n]
	}
	return nil
}

func (f *finder) trailing(words []segment.Word) int {
	last := words[len(words)-1]
	printed := f.word(last)
	if d, ok := f.dateOver(last); ok {
		n := 0
		for n < len(words) && words[len(words)-1-n].End > d.Start {
			n++
		}
		return n
	}
	if len(words) > 1 {
		switch before := f.word(words[len(words)-2]); {
		case strings.HasPrefix(before, "每"), before == "新" && last.Tag == "m":
			return 2
		case before == "占" && printed == "比":
			return 0
		}
	}
	switch {
	case last.Tag == "w" && !strings.Contains("”」』》）)", printed):
		return 1
	case f.lex.has("tail", printed), strings.HasPrefix(printed, "每"):
		return 1
	case strings.HasPrefix(last.Tag, "u"), last.Tag == "p", last.Tag == "c", last.Tag == "d", last.Tag == "y", last.Tag == "r", last.Tag == "m":
		return 1
	}
	return 0
}

const longestMetric = 16 // characters

// shorten cuts a long metric to its last part.
func (f *finder) shorten(words []segment.Word) []segment.Word {
	for f.span(words) > longestMetric {
		cut := 0
		for i := 1; i < len(words) && cut == 0; i++ {
			if f.divides(words[i-1]) && f.span(words[i:]) >= 4 {
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

// span counts the characters from the first word to the last.
func (f *finder) span(words []segment.Word) int {
	if len(words) == 0 {
		return 0
	}
	return utf8.RuneCountInString(f.text[words[0].Start:words[len(words)-1].End])
}

// divides tells whether a new part of a clause may begin after the word.
func (f *finder) divides(w segment.Word) bool {
	switch f.word(w) {
	case "、", "的", "并", "共", "已", "后", "中", "）", ")", "上", "将", "地":
		return true
	}
	return w.Tag == "d" || w.Tag == "p" || w.Tag == "c"
}

// phraseOf is the stretch from the first word to the last.
func phraseOf(words []segment.Word) phrase {
	if len(words) == 0 {
		return nil
	}
	return phrase{{Start: words[0].Start, End: words[len(words)-1].End}}
}

// grows tells whether words say no more than that something changes: 同比增长, 比
// 去年同期下降, 增幅; and gives the verb.
func (f *finder) grows(words []segment.Word) (verb phrase, ok bool) {
	from := -1
	for i, w := range words {
		printed := f.word(w)
		_, dated := f.dateOver(w)
		switch {
		case f.lex.has("change", printed), f.lex.has("share", printed), printed == "占" && i+1 < len(words) && f.word(words[i+1]) == "比":
			ok = true
		case dated:
			from = i
		case f.lex.has("compare", printed), strings.HasPrefix(w.Tag, "u"), w.Tag == "d", w.Tag == "p":
		case i == len(words)-1 || !comparing[f.word(words[0])]:
			return nil, false
		default: // 较2021年开通首月增长
			from = i
		}
	}
	return phraseOf(words[from+1:]), ok && from < len(words)-1
}

// comparing opens what a figure is compared with.
var comparing = map[string]bool{"比": true, "较": true, "相比": true, "与": true}

// withoutGrowth cuts 同比增长 off the end of a metric.
func (f *finder) withoutGrowth(p phrase) phrase {
	if len(p) != 1 {
		return p
	}
	r := p[0]
	for {
		w := f.lex.endsWith("change", f.text[r.Start:r.End])
		if w == "" {
			w = f.lex.endsWith("compare", f.text[r.Start:r.End])
		}
		if w == "" || len(w) == r.Len() {
			break
		}
		r.End -= len(w)
	}
	return phrase{r}
}

// subject is what a figure measures that says only how it changes: what the
// figure before measures, or the clause before it.
func (f *finder) subject(s text.Range, cs []clause, i int) phrase {
	start := cs[i].before.Start
	if i > 0 && strings.Count(f.text[max(cs[i-1].End, start-wings):max(start, cs[i-1].End)], "，") <= 1 {
		return cs[i-1].base
	}
	for range 2 {
		if start = f.beforeStop(start, s.Start); start <= s.Start {
			break
		}
		r := text.Range{Start: f.clauseStart(start, s.Start), End: start}
		if words := f.core(r); len(words) > 0 && !f.lex.has("source", f.word(words[len(words)-1])) {
			return f.withoutGrowth(phraseOf(words))
		}
		start = r.Start
	}
	if i > 0 {
		return cs[i-1].base
	}
	return f.said
}

// beforeStop steps back over the stop that ends at i.
func (f *finder) beforeStop(i, floor int) int {
	for i > floor {
		r, w := utf8.DecodeLastRuneInString(f.text[floor:i])
		if !strings.ContainsRune(stops+"“（( ", r) {
			return i
		}
		i -= w
	}
	return i
}
