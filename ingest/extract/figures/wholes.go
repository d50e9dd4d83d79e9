package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// Metrics of shares, multiples and changes, whose clause names another value too: what
// is the whole, the aim or the former value is no part of the metric.

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

// takes tells whether a word says that something is a share of a whole.
func (f *finder) takes(w segment.Word) bool {
	printed := f.word(w)
	return printed == "占" || printed == "占到" || printed == "占了"
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
