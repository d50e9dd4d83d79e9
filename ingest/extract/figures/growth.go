package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// grows tells whether words say no more than that something changes: 同比增长, 比
// 去年同期下降, 增幅; and gives what they say.
func (f *finder) grows(words []segment.Word) (how phrase, ok bool) {
	for i, w := range words {
		printed := f.word(w)
		_, dated := f.dateOver(w)
		switch {
		case f.lex.has("change", printed), f.lex.has("share", printed), printed == "翻" || printed == "翻了":
			ok = i == len(words)-1 || ok
		case dated, f.lex.has("compare", printed), i < len(words)-1 && f.lex.has("adverb", printed), strings.HasPrefix(w.Tag, "u"), w.Tag == "d", w.Tag == "p":
		case i == len(words)-1 || !f.compares(words[0]):
			return nil, false
		}
	}
	return phraseOf(words), ok
}

func (f *finder) compares(w segment.Word) bool {
	printed := f.word(w)
	return comparing[printed] || strings.HasPrefix(printed, "较") || strings.HasPrefix(printed, "比")
}

// comparing opens what a figure is compared with.
var comparing = map[string]bool{"比": true, "较": true, "相比": true, "与": true, "同比": true, "环比": true}

// withoutGrowth cuts 同比增长 off the end of a metric.
func (f *finder) withoutGrowth(p phrase) phrase {
	if len(p) == 0 {
		return p
	}
	r := p[len(p)-1]
	for {
		w := f.lex.endsWith("change", f.text[r.Start:r.End])
		for _, verb := range []string{"翻", "翻了"} {
			if strings.HasSuffix(f.text[r.Start:r.End], verb) {
				w = verb
			}
		}
		for _, list := range []string{"compare", "share"} {
			if v := f.lex.endsWith(list, f.text[r.Start:r.End]); len(v) > len(w) && v != "均价" && v != "单价" {
				w = v
			}
		}
		if d, ok := f.dateOver(segment.Word{Start: r.End - 1, End: r.End}); ok && d.Start > r.Start { // 面积比去年增加
			r.End = d.Start
			continue
		}
		if len(w) == r.Len() && len(p) > 1 {
			return f.withoutGrowth(p[:len(p)-1])
		}
		if w == "" || len(w) == r.Len() {
			break
		}
		r.End -= len(w)
		for _, lead := range []string{"了", "的", "开始", "有所", "略有", "将"} { // 核电的|占比, 棉价开始了|下滑, 采购量有所|增加
			if rest := strings.TrimSuffix(f.text[r.Start:r.End], lead); rest != "" {
				r.End = r.Start + len(rest)
			}
		}
	}
	return append(p[:len(p)-1:len(p)-1], r)
}

// base is a metric without how it changed and what it is compared with: 毛利[较三周前跌].
func (f *finder) base(p phrase) phrase {
	var words []segment.Word
	for _, r := range p {
		words = append(words, clip(f.wordsIn(r), r)...)
	}
	if head, tail := f.splitComparison(words); len(tail) > 0 {
		if head = f.trimBack(head); len(head) > 0 {
			return phraseOf(head)
		}
	}
	return f.withoutGrowth(p)
}

// subject is what a figure measures that says only how it changes: what the
// figure before measures, or the clause before it.
func (f *finder) subject(s text.Range, cs []clause, i int) phrase {
	start := cs[i].before.Start
	if i > 0 {
		between := f.text[max(cs[i-1].End, start-wings):max(start, cs[i-1].End)]
		if strings.Count(between, "，") <= 1 && !strings.Contains(between, "；") {
			return cs[f.ofUnit(cs, i)].base
		}
	}
	for range 3 {
		if start = f.beforeStop(start, s.Start); start <= s.Start || i > 0 && start <= cs[i-1].End {
			break
		}
		r := text.Range{Start: f.clauseStart(start, s.Start), End: start}
		if words := f.subjectOf(r); !f.aside(r) && len(words) > 0 && !f.lex.has("source", f.word(words[len(words)-1])) {
			if last := words[len(words)-1]; len(cs[i].how) == 0 && f.lex.has("share", f.word(last)) { // 用电[增速]放缓，为3%
				return phraseOf(words)
			}
			return f.withoutGrowth(phraseOf(words))
		}
		start = r.Start
	}
	if i > 0 {
		return cs[i-1].base
	}
	return f.said
}

// aside tells whether a clause only says how or from where something is told:
// 按不变价格计算, 从环比看.
func (f *finder) aside(r text.Range) bool {
	t := strings.TrimSpace(f.text[r.Start:r.End])
	return f.lex.beginsWith("aside", t) != "" || strings.HasSuffix(t, "看") || f.speech(r) || f.onlyRecord(r)
}

// onlyRecord tells whether a clause says no more than how high a value is, after adverbs: 并双双
// 创下去年以来的新高.
func (f *finder) onlyRecord(r text.Range) bool {
	words := f.wordsIn(r)
	n := len(words)
	if n < 2 || f.lex.endsWith("record", f.text[words[n-2].Start:words[n-1].End]) == "" {
		return false
	}
	for _, w := range words[:n-1] {
		if f.lex.beginsWith("recordverb", f.word(w)) != "" {
			return true
		}
		if w.Tag != "d" && w.Tag != "c" && f.word(w) != "双双" && f.word(w) != "也" {
			return false
		}
	}
	return false
}

// subjectOf gives the noun that opens a clause, or all of it where none does:
// [价格总水平](CPI)继续上扬.
func (f *finder) subjectOf(r text.Range) []segment.Word {
	words := f.trimBack(f.trimFront(clip(f.wordsIn(r), r)))
	for i := 1; i+1 < len(words); i++ {
		if f.word(words[i]) == "之一" { // 主要作物之一[花椒]
			words = words[i+1:]
			break
		}
	}
	n := f.nounLength(words, false)
	for n > 1 && (f.lex.has("lead", f.word(words[n-1])) || f.lex.has("tail", f.word(words[n-1]))) { // 退货比例|一般
		n--
	}
	if n > 0 && n < len(words) && f.word(words[n]) == "等" && f.quantity(phraseOf(words[len(words)-1:])) { // 长街等路段的[停车费]
		return f.core(r)
	}
	if n > 0 && n+1 < len(words) && words[n].Tag == "v" && f.word(words[n+1]) == "略有" { // 农机产销|略有增长
		n++
	}
	if n > 0 && f.span(words[:n]) >= 3 && (words[0].Tag[0] != 'v' || n < len(words) && f.quantity(phraseOf(words[n-1:n]))) { // 退货比例|要看
		return words[:n]
	}
	return f.core(r)
}

// afterEach leaves out 每吨 and what else leads to a change where a rate opens the words.
func (f *finder) afterEach(words []segment.Word) []segment.Word {
	if len(words) < 2 || !strings.HasPrefix(f.word(words[0]), "每") {
		return words
	}
	return f.withoutEach(words)
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
