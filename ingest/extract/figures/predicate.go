package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// happens adds to what is counted what it does, where that is short beside it: 就业
// 困难人员[实现就业], not 火情[涉及多家商铺和民宅].
func (f *finder) happens(c *clause, noun phrase) phrase {
	if c.abuts || f.led(c) {
		return noun
	}
	r := text.Range{Start: noun[len(noun)-1].End, End: c.behind.End}
	if r.Start > r.End { // the noun stands after what could follow the figure
		return noun
	}
	if words := f.wordsIn(noun[0]); len(words) > 1 && strings.HasPrefix(f.text[r.Start:r.End], "了") { // 乡镇|降低了
		r.Start = words[len(words)-1].Start
		noun = phraseOf(clip(words[:len(words)-1], noun[0]))
	}
	does := f.does(clip(f.wordsIn(r), r))
	n, d := f.runes(noun), f.span(withoutParticles(does))
	if n == 1 && d > 0 && d <= 12 { // 55万人[不再缴税]
		return phraseOf(does)
	}
	if d > 3 && d <= f.mostBefore(n) {
		if head := f.subjectNoun(c, noun, does); head != nil {
			return append(append(phraseOf(does), linking), head...)
		}
	}
	if d == 0 || d > max(n+1, 6) && (n > 3 || d > 8) {
		return noun
	}
	return append(noun[:len(noun):len(noun)], phraseOf(does)...)
}

// led tells whether a preposition takes what is counted, so that the verb behind has
// another subject: 围绕10个[科目]组织训练.
func (f *finder) led(c *clause) bool {
	if !c.counts() {
		return false
	}
	if c.unitAt.Len() > 0 && strings.HasPrefix(f.text[c.behind.Start:], "的") { // 55万辆的目标维持不变
		return true
	}
	words := f.wordsIn(c.before)
	for n := len(words) - 1; n >= 0 && n >= len(words)-6; n-- {
		switch printed := f.word(words[n]); {
		case leading[printed]:
			return true
		case verbal(words[n]), words[n].Tag == "w" && printed != "、", printed == "的":
			return false
		}
	}
	return false
}

// leading are the prepositions that take a noun and no clause.
var leading = map[string]bool{"在": true, "围绕": true, "按": true, "按照": true, "以": true, "通过": true, "经": true, "用": true, "针对": true, "就": true, "从": true, "于": true, "向": true, "对": true, "与": true}

// mostBefore is how many characters of a predicate are put before a noun of n.
func (f *finder) mostBefore(n int) int {
	if n <= 3 {
		return 8
	}
	return max(6, min(n+2, 9))
}

// subjectNoun gives the noun that a predicate is put before, 联手签约的[果企], without
// what stands between them; nil where it is no noun of things counted, or what follows is
// no predicate: it goes on with the noun, or ends in a side of it (网点基础上).
func (f *finder) subjectNoun(c *clause, noun phrase, does []segment.Word) phrase {
	if c.kind != count && c.kind != people || c.unitAt.Len() == 0 || f.causes(c) || len(does) == 0 {
		return nil
	}
	if behind := f.text[c.behind.Start:c.behind.End]; strings.HasSuffix(behind, "基础上") || strings.HasSuffix(behind, "中") {
		return nil
	}
	if f.word(does[0]) == "新" && len(does) > 1 { // 新|列入
		does = does[1:]
	}
	if first := does[0]; !verbal(first) && !keptBefore[f.word(first)] && !denying[f.word(first)] || f.word(does[len(does)-1]) == "之一" || f.lex.has("verbnoun", f.word(first)) || len(does) > 1 && f.word(does[1]) == "的" {
		return nil
	}
	words := clip(f.wordsIn(noun[0]), noun[0])
	for n := len(words); n > 1 && (words[n-1].Tag == "t" || words[n-1].Tag == "z" || words[n-1].Tag == "d"); n-- { // 患者|近期
		words = words[:n-1]
	}
	last := words[len(words)-1]
	if printed := f.word(last); strings.HasSuffix(printed, "化") || strings.HasSuffix(printed, "型") || strings.HasSuffix(printed, "性") { // 规模化|育秧工厂
		return nil
	}
	named := last.Tag[0] == 'n' || last.Tag == "j" || last.Tag == "x" || last.Tag == "w"
	if first := words[0]; !named && !f.lex.has("nounverb", f.word(last)) || !nominal(first) && first.Tag != "w" && !origin[f.word(first)] || last.Tag == "ns" {
		return nil
	}
	return phraseOf(words)
}

// causes tells whether the verb before a figure goes on with what happened.
func (f *finder) causes(c *clause) bool {
	words := f.wordsIn(c.before)
	return len(words) > 0 && causing[f.word(words[len(words)-1])]
}

// does gives the predicate that words open with, without what only leads to it: 正在,
// 对所有游客, 全部. What only says what a thing is (是骨干) is none.
func (f *finder) does(words []segment.Word) []segment.Word {
	for n := len(words); n > 0 && (words[n-1].Tag == "w" || words[n-1].Tag == "y" || f.lex.has("tail", f.word(words[n-1]))); n-- {
		words = words[:n-1]
	}
	for len(words) > 0 {
		printed := f.word(words[0])
		n := 1
		switch {
		case words[0].Tag == "p" && !keptBefore[printed]:
			if n = f.prepositional(words); n == len(words) && printed == "在" { // 都[在省外]
				return words
			}
		case strings.HasSuffix(printed, "是"), words[0].Tag == "w", printed == "的":
			return nil
		case denying[printed]:
			return f.clauseOf(words)
		case words[0].Tag == "d", f.lex.has("adverb", printed), f.lex.has("modal", printed), words[0].Tag == "t":
		case joining[printed], forming[printed]:
			return nil
		case words[0].Tag == "c":
		default:
			return f.clauseOf(words)
		}
		words = words[min(n, len(words)):]
	}
	return nil
}

// denying words turn what is said around: 养老院[未]出现病例.
var denying = map[string]bool{"未": true, "没有": true, "不": true, "并未": true, "没": true, "尚未": true, "无": true}

// keptBefore are the prepositions that say as much as the verb behind them: 由本省供应,
// 从国外采购.
var keptBefore = map[string]bool{"由": true, "被": true, "从": true, "用": true, "以": true}

// prepositional gives the length of a preposition and its noun: up to a side of a
// place (在…上) or the word before the next verb.
func (f *finder) prepositional(words []segment.Word) int {
	for i := 1; i < len(words); i++ {
		if closing[f.word(words[i])] {
			return i + 1
		}
	}
	for i := 1; i < len(words); i++ {
		if words[i].Tag == "v" || words[i].Tag == "d" {
			return i
		}
	}
	return len(words)
}

// clauseOf refuses words that hold no verb, such as the rest of a noun.
func (f *finder) clauseOf(words []segment.Word) []segment.Word {
	for _, w := range words {
		if strings.HasPrefix(w.Tag, "v") || w.Tag == "i" || w.Tag == "l" || w.Tag == "x" || w.Tag == "a" {
			return words
		}
	}
	return nil
}

// withoutParticles leaves out 了, 着 and 的.
func withoutParticles(words []segment.Word) []segment.Word {
	var out []segment.Word
	for _, w := range words {
		if !strings.HasPrefix(w.Tag, "u") {
			out = append(out, w)
		}
	}
	return out
}
