package figures

import (
	"strings"

	"zhiku/ingest/text"
)

const longestList = 12

// pairLists gives every figure of a list the name of its place: 营收、净利润分别
// 增长9.1%、13.8%, and 实现产值3亿元、利税5000万元，分别增长9%、12%.
func (f *finder) pairLists(cs []clause) {
	for i := 0; i < len(cs); i++ {
		at := strings.LastIndex(f.text[cs[i].before.Start:cs[i].before.End], "分别")
		if at < 0 {
			continue
		}
		n := 1
		for n < longestList && i+n < len(cs) && cs[i+n].listed && cs[i+n].kind == cs[i].kind {
			n++
		}
		if n > 1 {
			f.pairList(cs, i, n, cs[i].before.Start+at)
			i += n - 1
		}
	}
}

// pairList pairs n figures from i on with the n names before 分别, or with the n
// figures before.
func (f *finder) pairList(cs []clause, i, n, at int) {
	verb := phraseOf(f.trimBack(f.trimFront(clip(f.wordsIn(text.Range{Start: at + len("分别"), End: cs[i].before.End}), text.Range{Start: at, End: cs[i].before.End}))))
	names := f.names(text.Range{Start: cs[i].before.Start, End: at}, n)
	switch {
	case names != nil:
		for k := range n {
			cs[i+k].base = names[k]
			cs[i+k].metric = append(append(phrase{}, names[k]...), verb...)
		}
	case i >= n && cs[i].verb:
		for k := range n {
			cs[i+k].base = cs[i-n+k].base
			cs[i+k].metric = append(append(phrase{}, cs[i+k].base...), verb...)
		}
	default:
		for k := range n {
			cs[i+k].base, cs[i+k].metric = cs[i].base, cs[i].metric
		}
	}
}

// names splits 营收、净利润和税收 into n; nil where they are not n. What the last
// has more than the others is shared: 城镇和农村[居民收入].
func (f *finder) names(r text.Range, n int) []phrase {
	words := f.trimBack(f.trimFront(clip(f.wordsIn(r), r)))
	var out []phrase
	from := 0
	for i, w := range words {
		switch f.word(w) {
		case "、", "和", "与", "及", "以及":
			if i > from {
				out = append(out, phraseOf(words[from:i]))
			}
			from = i + 1
		}
	}
	if from >= len(words) || len(out) != n-1 {
		return nil
	}
	last := words[from:]
	for i, w := range last {
		if f.word(w) == "的" && i+1 < len(last) { // 甲、乙的产量: all measure 产量
			shared := phraseOf(last[i+1:])
			return repeat(shared, n)
		}
	}
	return f.shareTail(append(out, phraseOf(last)), len(last))
}

func repeat(p phrase, n int) []phrase {
	out := make([]phrase, n)
	for i := range out {
		out[i] = p
	}
	return out
}

// shareTail adds to short names what only the last carries.
func (f *finder) shareTail(names []phrase, lastWords int) []phrase {
	last := names[len(names)-1][0]
	if tail := f.afterCommon(names[0][0], last); tail.Len() > 0 {
		for i, p := range names[:len(names)-1] {
			names[i] = append(append(phrase{}, p...), tail)
		}
		return names
	}
	for i, p := range names[:len(names)-1] {
		first := p[0]
		if lastWords > 1 && first.Len() <= 9 && last.Len() >= first.Len()+6 {
			names[i] = append(phrase{}, first, text.Range{Start: last.Start + first.Len(), End: last.End})
		}
	}
	return names
}

// afterCommon gives what follows in last the word that first ends in: 总收入 of
// 职工养老、居民养老总收入.
func (f *finder) afterCommon(first, last text.Range) text.Range {
	words := f.wordsIn(first)
	if len(words) < 2 {
		return text.Range{}
	}
	end := f.word(words[len(words)-1])
	if i := strings.Index(f.text[last.Start:last.End], end); i >= 0 {
		return text.Range{Start: last.Start + i + len(end), End: last.End}
	}
	return text.Range{}
}
