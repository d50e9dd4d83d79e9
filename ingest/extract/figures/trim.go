package figures

import (
	"slices"
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

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
	if n := f.named(words); n > 0 && n < len(words) && f.word(words[n]) != "籍" { // not 青岚|籍
		return n
	} else if n > 0 && f.isName(w) {
		return n
	}
	printed := f.word(w)
	switch {
	case printed == "（" || printed == "(":
		return f.bracketed(words)
	case w.Tag == "w" && !strings.Contains("“「『《", printed):
		return 1
	case placing[printed]:
		if n := f.placed(words); n > 0 {
			return n
		}
		return 1
	case len(words) > 2 && (local(w) || someOf[printed]) && f.someRegion(words) > 0:
		return f.someRegion(words)
	case f.lex.has("keep", printed), printed == "基本" && len(words) > 1 && strings.HasPrefix(f.word(words[1]), "每"): // 基本每股收益
		return 0
	case len(words) == 2 && f.each(words): // 每个班
		return 0
	case len(words) == 1 && (w.Tag == "t" || f.lex.has("adverb", printed) || f.lex.has("lead", printed) || f.lex.has("modal", printed) || f.lex.has("aim", printed)):
		return 1
	case len(words) == 1, printed == "国内" && f.word(words[1]) == "生产总值", printed == "可" && strings.HasPrefix(f.word(words[1]), "支配"):
	case f.lex.has("lead", printed), f.lex.has("modal", printed), f.lex.has("aim", printed):
		return 1
	case f.lex.has("whole", printed), f.lex.has("body", printed) && !nominal(words[1]):
		return 1
	case f.lex.has("idle", printed) && w.Tag[:1] == "v" && printed != "占" && f.span(words[1:]) > 1: // not 发生数
		return 1
	case (w.Tag == "s" || w.Tag == "f" || w.Tag == "t") && len(words) > 1, strings.HasPrefix(w.Tag, "m"), strings.HasPrefix(w.Tag, "u"), strings.HasPrefix(w.Tag, "c"), strings.HasPrefix(w.Tag, "r"), strings.HasPrefix(w.Tag, "d"), w.Tag == "y", w.Tag == "e":
		return 1
	case w.Tag == "p" && printed != "对" && printed != "比" && printed != "较":
		return 1
	}
	return 0
}

// someRegion gives the length of a part of a region at the front: 东部部分地区|气温.
func (f *finder) someRegion(words []segment.Word) int {
	for i := 0; i < 3 && i+2 < len(words); i++ {
		if next := f.word(words[i+1]); someOf[f.word(words[i])] && (next == "地区" || next == "地方") {
			return i + 2
		}
		if !local(words[i]) {
			break
		}
	}
	return 0
}

// someOf words say how much of a region is told of.
var someOf = map[string]bool{"部分": true, "大部分": true, "局部": true, "大部": true, "多数": true}

// each tells whether words are 每 with its classifier and what stands for: 每个|班.
func (f *finder) each(words []segment.Word) bool {
	printed := f.word(words[0])
	return strings.HasPrefix(printed, "每") && (nominal(words[1]) && words[1].Tag != "t" || words[1].Tag == "q") && !spells[strings.TrimPrefix(printed, "每")]
}

// bracketed gives the length of a bracket at the front, 1 where it does not close.
func (f *finder) bracketed(words []segment.Word) int {
	for i, w := range words {
		if printed := f.word(w); printed == "）" || printed == ")" {
			return i + 1
		}
	}
	return 1
}

// placing opens a place or a time that a word like 中 closes.
var placing = map[string]bool{"在": true, "从": true, "自": true, "于": true, "随着": true, "经过": true, "通过": true, "按": true, "按照": true, "根据": true, "当": true, "以": true, "除": true, "除了": true, "由": true, "截至": true, "截止": true}

// closing ends it.
var closing = map[string]bool{"中": true, "上": true, "里": true, "内": true, "下": true, "后": true, "时": true, "前": true, "方面": true, "期间": true, "以来": true, "之后": true, "之前": true, "之间": true, "过程": true, "当中": true, "以内": true, "以外": true, "外": true, "间": true, "同时": true, "方式": true, "形式": true, "渠道": true}

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
	if words[0].Tag == "ns" && len(words) > 1 && !f.lex.has("keep", f.word(words[0])) && !(f.span(words[:1]) == 1 && nominalVerb(words[1])) { // not 云|计算
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
			return f.withoutReach(words)
		}
		words = words[:len(words)-n]
	}
	return nil
}

// torn are the ends of metrics that statistics run together with 达 or 为.
var torn = []string{"率", "量", "额", "值", "数", "度", "价", "费", "比", "款"}

// withoutReach cuts 达 off a word that statistics made of it and the end of the metric:
// 复工|率达.
func (f *finder) withoutReach(words []segment.Word) []segment.Word {
	last := words[len(words)-1]
	if !strings.ContainsRune("达为仅均", ahead(f.text, last.End)) {
		return words
	}
	for _, reach := range []string{"达", "为", "仅", "均"} {
		measure := strings.TrimSuffix(f.word(last), reach)
		if measure != f.word(last) && (last.Tag == "x" && len(measure) > len("率") || slices.Contains(torn, measure)) {
			words = append([]segment.Word(nil), words...)
			words[len(words)-1].End -= len(reach)
			break
		}
	}
	return words
}

// explaining gives the length of a bracket at the end that explains at length what stands
// before it: 热阻值[(门窗的传热能力)], not 乡镇（苏木）.
func (f *finder) explaining(words []segment.Word) int {
	if last := f.text[words[len(words)-1].End-1]; last != ')' && last != "）"[len("）")-1] {
		return 0
	}
	if last := f.word(words[len(words)-1]); last != ")" && last != "）" {
		return 0
	}
	for i := len(words) - 2; i > 0; i-- {
		if open := f.word(words[i]); open == "(" || open == "（" {
			if f.span(words[i:]) >= 6 {
				return len(words) - i
			}
			return 0
		}
	}
	return 0
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
		case before == "每" && last.Tag != "v", before == "新" && last.Tag == "m":
			return 2
		case before == "占" && printed == "比":
			return 0
		case verbal(last) && f.lex.has("idle", printed) && (before == "累计" || before == "分别" || named(words[len(words)-2:len(words)-1])):
			return 1 // 业务量累计完成
		}
	}
	if n := f.explaining(words); n > 0 {
		return n
	}
	switch {
	case last.Tag == "w" && !strings.Contains("”」』》）)", printed):
		return 1
	case f.lex.has("tail", printed), f.lex.has("modal", printed) && len(words) > 1, strings.HasPrefix(printed, "每"):
		return 1
	case strings.HasPrefix(last.Tag, "u"), last.Tag == "p" && printed != "通过", last.Tag == "c", last.Tag == "d", last.Tag == "y", last.Tag == "r", last.Tag == "m":
		return 1
	}
	return 0
}
