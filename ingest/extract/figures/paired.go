package figures

import (
	"slices"
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

const longestList = 12

// pairLists gives every figure of a list the name of its place: 营收、净利润分别
// 增长9.1%、13.8%, and 实现产值3亿元、利税5000万元，分别增长9%、12%.
func (f *finder) pairLists(cs []clause) {
	for i := 0; i < len(cs); i++ {
		n := f.listed(cs, i)
		if n < 2 {
			continue
		}
		at := strings.LastIndex(f.text[cs[i].before.Start:cs[i].before.End], "分别")
		if at >= 0 {
			f.pairList(cs, i, n, cs[i].before.Start+at)
		} else if names := f.names(cs[i].before, n); names != nil {
			last := names[n-1]
			base := f.withoutGrowth(last)
			how := text.Range{Start: base[len(base)-1].End, End: last[len(last)-1].End}
			for k := range n {
				cs[i+k].base, cs[i+k].metric = f.withoutGrowth(names[k]), names[k]
				if k < n-1 && how.Len() > 0 {
					cs[i+k].metric = append(append(phrase{}, names[k]...), how)
				}
			}
		}
		i += n - 1
	}
}

// listJoints part the figures of a list.
var listJoints = map[string]bool{"、": true, "和": true, "与": true, "及": true, "以及": true, "或": true, "，": true, ",": true}

// listed counts the figures from i on that nothing but joints part, and whose
// units are of one kind.
func (f *finder) listed(cs []clause, i int) int {
	n := 1
	for n < longestList && i+n < len(cs) && cs[i+n].kind == cs[i].kind {
		if !listJoints[f.text[cs[i+n-1].End:cs[i+n].Start]] {
			break
		}
		n++
	}
	return n
}

// pairList pairs n figures from i on with the n names before 分别, or with the n
// figures before.
func (f *finder) pairList(cs []clause, i, n, at int) {
	after := text.Range{Start: at + len("分别"), End: cs[i].before.End}
	how := phraseOf(f.trimBack(f.trimFront(clip(f.wordsIn(after), after))))
	names := f.names(text.Range{Start: cs[i].before.Start, End: at}, n)
	if names == nil {
		names = f.namesBefore(cs, i, n, at)
		if names != nil && len(how) == 0 {
			how = f.without(cs[i].how, at)
		}
	}
	if names != nil {
		how = append(f.comparison(cs[i].before.Start, at), how...)
	}
	if names == nil && i >= n && cs[i].how != nil {
		how = f.without(cs[i].how, at)
		for k := range n {
			names = append(names, cs[i-n+k].base)
		}
	}
	for k := range n {
		if names == nil {
			cs[i+k].base, cs[i+k].metric = cs[i].base, cs[i].metric
			continue
		}
		cs[i+k].base = names[k]
		cs[i+k].metric = append(append(phrase{}, names[k]...), how...)
	}
}

// namesBefore finds the names in the clause before, where it holds no figure: 下降的是
// 衣着、烟酒，分别下降.
func (f *finder) namesBefore(cs []clause, i, n, at int) []phrase {
	if at-cs[i].before.Start > len("也") && cs[i].how == nil {
		return nil
	}
	end := f.beforeStop(cs[i].before.Start, 0)
	r := text.Range{Start: f.clauseStart(end, 0), End: end}
	if i > 0 && cs[i-1].End > r.Start {
		return nil
	}
	return f.names(r, n)
}

// comparison gives the 同比 before 分别 at offset at.
func (f *finder) comparison(from, at int) phrase {
	for _, w := range []string{"同比", "环比", "按年"} {
		if strings.HasSuffix(f.text[from:at], w) {
			return phrase{{Start: at - len(w), End: at}}
		}
	}
	return nil
}

// without cuts the 分别 at offset at out of a phrase.
func (f *finder) without(p phrase, at int) phrase {
	var out phrase
	for _, r := range p {
		if at < r.Start || r.End <= at {
			out = append(out, r)
			continue
		}
		for _, part := range []text.Range{{Start: r.Start, End: at}, {Start: at + len("分别"), End: r.End}} {
			if part.Len() > 0 {
				out = append(out, part)
			}
		}
	}
	return out
}

// names splits 营收、净利润和税收 into n; nil where they are not n. What the last
// has more than the others is shared: 城镇和农村[居民收入].
func (f *finder) names(r text.Range, n int) []phrase {
	words := f.trimBack(f.trimFront(clip(f.wordsIn(r), r)))
	for i, w := range words {
		if printed := f.word(w); printed == "是" || printed == "有" || printed == "包括" {
			words = words[i+1:]
			break
		}
	}
	var parts [][]segment.Word
	for _, joints := range [][]string{{"、", "和", "与", "及", "以及"}, {"、", "和"}, {"、"}} { // 及 may stand within a name
		if parts = f.split(words, joints); len(parts) == n {
			break
		}
	}
	if len(parts) != n {
		return nil
	}
	out := make([]phrase, 0, n)
	for _, p := range parts[:n-1] {
		out = append(out, phraseOf(p))
	}
	last := parts[n-1]
	for i, w := range last {
		if f.word(w) == "的" && i+1 < len(last) { // 甲、乙的产量: all measure 产量
			shared := phraseOf(last[i+1:])
			return repeat(shared, n)
		}
	}
	return f.shareTail(append(out, phraseOf(last)), last)
}

// split parts words at the joints; nil where a part is empty.
func (f *finder) split(words []segment.Word, joints []string) [][]segment.Word {
	var parts [][]segment.Word
	from := 0
	for i := 0; i <= len(words); i++ {
		if i < len(words) && !slices.Contains(joints, f.word(words[i])) {
			continue
		}
		if i == from {
			return nil
		}
		parts = append(parts, words[from:i])
		from = i + 1
	}
	return parts
}

func repeat(p phrase, n int) []phrase {
	out := make([]phrase, n)
	for i := range out {
		out[i] = p
	}
	return out
}

// shareTail adds to short names what only the last carries: 小麦、玉米[产量].
func (f *finder) shareTail(names []phrase, last []segment.Word) []phrase {
	tail := text.Range{}
	if common := f.afterCommon(names[0][0], phraseOf(last)[0]); common.Len() > 0 {
		tail = common
	} else if n := len(last); n > 1 && (f.quantity(phraseOf(last[n-1:])) || f.placesAll(names[:len(names)-1], last)) {
		tail = phraseOf(last[1:])[0]
	}
	if tail.Len() == 0 {
		return names
	}
	for i, p := range names[:len(names)-1] {
		if f.quantity(p) {
			continue
		}
		names[i] = append(append(phrase{}, p...), tail)
	}
	return names
}

// placesAll tells whether names are places, so that what stands behind the last place is said
// of each: 青岚县、云岭县[病例数].
func (f *finder) placesAll(names []phrase, last []segment.Word) bool {
	if !f.placeAlone(last[:1]) || verbal(last[1]) {
		return false
	}
	for _, p := range names {
		if !f.placeAlone(clip(f.wordsIn(p[0]), p[0])) {
			return false
		}
	}
	return true
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
