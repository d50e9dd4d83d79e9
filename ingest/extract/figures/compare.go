package figures

import (
	"strings"

	"zhiku/zh/segment"
)

// beforeGoal cuts the verb that leads to the value reached, which is no part of
// what is measured: 票价[上调到], 存栏[升至].
func (f *finder) beforeGoal(words []segment.Word) []segment.Word {
	n := len(words)
	for n > 2 && (strings.HasPrefix(f.word(words[n-1]), "每") || strings.HasPrefix(f.word(words[n-2]), "每")) { // 涨到每吨
		n--
	}
	for n > 1 && words[n-1].Tag != "" && (words[n-1].Tag == "w" && f.word(words[n-1]) == " " || f.word(words[n-1]) == "了") {
		n--
	}
	if n < 2 {
		return words
	}
	last := f.word(words[n-1])
	if last == "到" || last == "至" || last == "为" {
		if n > 2 && f.moves(f.word(words[n-2])) {
			return words[:n-2]
		}
		return words
	}
	for _, to := range []string{"到", "至", "为"} {
		if verb := strings.TrimSuffix(last, to); verb != last && f.moves(verb) {
			return words[:n-1]
		}
	}
	return words
}

// moves tells whether a word is a verb of change, not a measure of one (增速).
func (f *finder) moves(word string) bool {
	return f.lex.has("change", word) && !f.lex.has("share", word) || f.lex.has("setting", word)
}

// beforeRecord cuts a verb that says no more than how high a value is: 价格[创下历史
// 新高], 房价[处于高位].
func (f *finder) beforeRecord(words []segment.Word) []segment.Word {
	n := len(words)
	if n > 2 && f.striking(words[n-1]) && reaching[f.word(words[n-2])] { // 效应达到惊人的
		return words[:n-2]
	}
	if n > 3 && f.striking(words[n-1]) && f.word(words[n-2]) == "了" && reaching[f.word(words[n-3])] { // 达到了惊人的
		return words[:n-3]
	}
	if n > 1 && (closing[f.word(words[n-1])] || strings.HasSuffix(f.word(words[n-1]), "前")) {
		for i := n - 1; i > 0 && i >= n-6; i-- {
			if f.lex.has("returns", f.word(words[i])) { // 客流恢复到疫情前
				if i > 1 && (f.word(words[i-1]) == "总体" || f.word(words[i-1]) == "基本") {
					i--
				}
				return words[:i]
			}
		}
	}
	if n == 0 || f.lex.endsWith("record", f.text[words[max(0, n-3)].Start:words[n-1].End]) == "" {
		return words
	}
	for i := n - 1; i >= 0 && i >= n-6; i-- {
		if f.lex.beginsWith("recordverb", f.word(words[i])) != "" {
			return words[:i]
		}
	}
	return words
}

// striking tells whether a word only says how much a value is.
func (f *finder) striking(w segment.Word) bool { return w.Tag == "a" || f.word(w) == "惊人" }

var reaching = map[string]bool{"达": true, "达到": true, "高达": true}

// topic gives what 方面 marks as told of, with what happens to it: [运费]方面船东[下调].
func (f *finder) topic(words []segment.Word) []segment.Word {
	n := len(words)
	for i := n - 3; i > 0; i-- {
		if f.word(words[i]) == "方面" && words[i-1].Tag != "r" && f.lex.has("change", f.word(words[n-1])) {
			return append(words[:i:i], words[n-1])
		}
	}
	return words
}

// splitComparison parts the words before a figure that says how something changed into
// what changed and the rest: 运价 | 较上月的水平下跌. tail is nil where nothing is compared.
func (f *finder) splitComparison(words []segment.Word) (head, tail []segment.Word) {
	n := len(words)
	if n < 3 || !f.lex.has("change", f.word(words[n-1])) && f.lex.endsWith("change", f.word(words[n-1])) == "" {
		return words, nil
	}
	for i := n - 2; i >= 0; i-- {
		switch printed := f.word(words[i]); {
		case i+2 < n && f.word(words[i+2]) == "的" && (words[i+1].Tag == "a" || f.lex.has("change", f.word(words[i+1]))): // 较高的
		case printed == "同比", printed == "环比", printed == "比", printed == "较", printed == "相比":
			return words[:i], words[i:]
		}
	}
	return words, nil
}

const longestComparison = 12 // characters

// shortComparison drops 的水平 from what a value is compared with, a date behind 同比,
// and all but the verb where it is long.
func (f *finder) shortComparison(words []segment.Word) []segment.Word {
	n := len(words)
	out := words[:1:1]
	for i := 1; i < n; i++ {
		printed := f.word(words[i])
		if _, dated := f.dateOver(words[i]); dated && (f.word(words[0]) == "同比" || f.word(words[0]) == "环比") {
			continue
		}
		if i < n-1 && f.lex.has("hollow", printed) || printed == "的" && i+2 < n && f.lex.has("hollow", f.word(words[i+1])) {
			continue
		}
		out = append(out, words[i])
	}
	if f.span(out) > longestComparison {
		return words[n-1:]
	}
	return out
}

// tidy drops from a phrase what stands between a subject and its verb and says
// nothing of what is measured: 价格[也]下滑, 客流[就已]降, 碳排放[要]减少.
func (f *finder) tidy(p phrase) phrase {
	if f.isTidy(p) {
		return p
	}
	var out phrase
	for _, r := range p {
		words := clip(f.wordsIn(r), r)
		if len(words) == 0 { // said in the sentence before
			out = append(out, r)
			continue
		}
		kept := words[:0]
		for i, w := range words {
			if i == 0 && len(out) == 0 || !f.between(words, i) {
				kept = append(kept, w)
			}
		}
		out = append(out, phraseOf(kept)...)
	}
	return out
}

// withoutEnd drops an adverb or a verb that says nothing from the end: 违法行为[依法], 保护法[有].
func (f *finder) withoutEnd(p phrase) phrase {
	if len(p) != 1 {
		return p
	}
	words := f.wordsIn(p[0])
	n := len(words)
	if n < 2 || words[n-1].End != p[0].End || !nominal(words[n-2]) || words[n-1].Tag != "d" && !endless[f.word(words[n-1])] || f.lex.has("change", f.word(words[n-1])) {
		return p
	}
	return phrase{{Start: p[0].Start, End: words[n-2].End}}
}

// endless words end no metric.
var endless = map[string]bool{"共": true, "有": true, "共有": true, "共分": true, "分": true, "为": true, "是": true, "依法": true, "则": true, "一般": true}

// isTidy tells whether nothing is to be dropped, which is so most often.
func (f *finder) isTidy(p phrase) bool {
	for k, r := range p {
		words := f.wordsIn(r)
		for i := range words {
			if i+k > 0 && f.between(words, i) {
				return false
			}
		}
	}
	return true
}

// latinBracket tells whether the word at i belongs to a short form in a bracket: 采购经理
// 指数[(PMI)].
func (f *finder) latinBracket(words []segment.Word, i int) bool {
	const fullWidth = "（"
	if first := f.text[words[i].Start]; first >= 0x80 && first != fullWidth[0] {
		return false
	}
	for k := max(1, i-1); k <= i+1 && k+1 < len(words); k++ {
		if latin(rune(f.text[words[k].Start])) && brackets[f.word(words[k-1])] && brackets[f.word(words[k+1])] {
			return true
		}
	}
	return false
}

var brackets = map[string]bool{"(": true, ")": true, "（": true, "）": true}

// between tells whether the word at i only leads to the verb behind it.
func (f *finder) between(words []segment.Word, i int) bool {
	printed := f.word(words[i])
	if f.latinBracket(words, i) {
		return true
	}
	if printed == "了" || printed == "着" {
		return words[i].Tag[0] == 'u'
	}
	if i+1 == len(words) {
		return false
	}
	next := words[i+1]
	if f.lex.has("adverb", printed) {
		return !nominal(next) && !f.quantity(phraseOf(words[i+1:i+2])) || next.Tag == "zg"
	}
	return f.lex.has("modal", printed) && f.lex.has("change", f.word(next))
}
