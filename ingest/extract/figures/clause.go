package figures

import (
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// clause is a figure with the words around it and what they say.
type clause struct {
	*atom
	before text.Range // from the clause's begin to the figure, without what belongs to the figure before
	behind text.Range // from the figure to the clause's end or the next figure
	roof   int        // where the next figure begins, or the sentence ends
	listed bool       // stands in one clause with the figure before
	abuts  bool       // what is behind runs on to the next figure
	noun   int        // where the noun behind ends; 0 for none
	how    phrase     // what is before, where it says only that something grows: 同比增长
	metric phrase
	places phrase // what is counted place by place: 病例98例(临川83例、东川15例)
	base   phrase // metric without 同比增长
}

// phrase is a stretch of text, or several that are read in one: 打造 … 应用场景.
type phrase []text.Range

// linking stands in a phrase for a 的 that the article does not print: 联手签约[的]果企.
var linking = text.Range{}

// printed gives a phrase as the article prints it.
func (f *finder) printed(p phrase) string {
	if len(p) == 1 {
		return f.view.Text[p[0].Start:p[0].End]
	}
	var b strings.Builder
	for _, r := range p {
		if r == linking {
			b.WriteString("的")
		}
		b.WriteString(f.view.Text[r.Start:r.End])
	}
	return b.String()
}

// runes counts the characters of a phrase.
func (f *finder) runes(p phrase) int {
	n := 0
	for _, r := range p {
		n += utf8.RuneCountInString(f.text[r.Start:r.End])
	}
	return n
}

const (
	stops = "，；。！？：…,;!?:\n　"
	wings = 150 // bytes; words farther off say nothing of a figure
)

// where stops and the two halves of brackets and marks are looked up.
var stopping, opened, closed = setOf(stops), setOf("（(“「『【["), setOf("）)”」』】]")

func setOf(runes string) *bits {
	var b bits
	for _, r := range runes {
		b.add(r)
	}
	return &b
}

// clauses cuts the words around every figure of a sentence.
func (f *finder) clauses(s text.Range, atoms []atom) []clause {
	out := make([]clause, len(atoms))
	for i := range atoms {
		c := &out[i]
		c.atom = &atoms[i]
		floor := s.Start
		if i > 0 {
			floor = atoms[i-1].End
			c.listed = !strings.ContainsAny(f.text[max(floor, c.Start-2*wings):c.Start], stops) && c.Start-floor <= 2*wings
		}
		c.before = text.Range{Start: f.clauseStart(c.Start, floor), End: c.Start}
		if c.listed {
			c.before.Start = max(c.before.Start, f.afterList(floor, c.Start))
		}
		roof := s.End
		if i+1 < len(atoms) {
			roof = atoms[i+1].Start
		}
		c.roof = roof
		c.behind = text.Range{Start: c.End, End: f.clauseEnd(c.End, roof)}
		c.abuts = c.behind.End == roof && roof < s.End
		f.overBracket(c, s, atoms[i+1:])
	}
	return out
}

// overBracket moves what is behind a figure over a bracket that explains it: 80比索(约合
// 50元)[工钱].
func (f *finder) overBracket(c *clause, s text.Range, next []atom) {
	behind := f.text[c.End:min(s.End, c.End+wings)]
	if !strings.HasPrefix(behind, "(") && !strings.HasPrefix(behind, "（") {
		return
	}
	i := strings.IndexAny(behind, ")）")
	if i < 0 {
		return
	}
	_, w := utf8.DecodeRuneInString(behind[i:])
	from := c.End + i + w
	roof := s.End
	for _, a := range next {
		if a.Start >= from {
			roof = a.Start
			break
		}
		if a.End > from {
			return
		}
	}
	end := f.clauseEnd(from, roof)
	if words := f.wordsIn(text.Range{Start: from, End: end}); len(words) == 0 || !nominal(words[0]) {
		return
	}
	c.behind, c.roof, c.abuts = text.Range{Start: from, End: end}, roof, false
}

// clauseStart steps back from i to a stop; what stands in brackets or marks is
// stepped over.
func (f *finder) clauseStart(i, floor int) int {
	floor = max(floor, i-wings)
	for j := i; j > floor; {
		r, w := utf8.DecodeLastRuneInString(f.text[floor:j])
		switch {
		case stopping.has(r), r == ' ' && f.gap(j-1), opened.has(r):
			return j
		case closed.has(r):
			if open := f.opening(r, j-w, floor); open > floor {
				j = open
				continue
			}
			return j
		}
		j -= w
	}
	for floor < i && !utf8.RuneStart(f.text[floor]) {
		floor++
	}
	return floor
}

// gap tells whether the blank at i parts two halves of a heading.
func (f *finder) gap(i int) bool {
	return i > 0 && f.text[i-1] >= 0x80 && i+1 < len(f.text) && (f.text[i+1] >= 0x80 || f.heading && f.text[i+1] >= '0' && f.text[i+1] <= '9')
}

// opening gives where the pair closed by r at i opens, or -1.
func (f *finder) opening(r rune, i, floor int) int {
	mates := map[rune]string{'）': "（", ')': "(", '”': "“", '」': "「", '』': "『", '】': "【", ']': "["}
	open := strings.LastIndex(f.text[floor:i], mates[r])
	if open < 0 {
		return -1
	}
	return floor + open
}

// clauseEnd steps forward from i to a stop or a closing mark.
func (f *finder) clauseEnd(i, roof int) int {
	roof = min(roof, i+wings)
	depth := 0
	for j, r := range f.text[i:roof] {
		switch {
		case opened.has(r), r == '《':
			depth++
		case closed.has(r), r == '》':
			if depth--; depth < 0 {
				return i + j
			}
		case depth == 0 && (r == '、' || r == '—' && strings.HasPrefix(f.text[i+j:], "——") || stopping.has(r) || r == ' ' && f.gap(i+j)):
			return i + j
		}
	}
	for roof > i && roof < len(f.text) && !utf8.RuneStart(f.text[roof]) {
		roof--
	}
	return roof
}

// afterList gives where the words of the second of two figures in one clause
// begin: after the last joint, as in 34只新股及685亿元的融资额.
func (f *finder) afterList(from, to int) int {
	at, depth := from, 0
	for _, w := range f.wordsIn(text.Range{Start: from, End: to}) {
		switch printed := f.text[w.Start:w.End]; {
		case printed == "（" || printed == "(":
			depth++
		case printed == "）" || printed == ")":
			depth--
		}
		if depth > 0 { // 20个村（镇、社区）中有18个
			continue
		}
		switch f.text[w.Start:w.End] {
		case "、", "和", "及", "与", "以及", "并", "且", "并且", "或", "而", "或者", "／", "/", "其中":
			at = w.End
		}
	}
	return at
}

// wordsIn gives the words that stand in r wholly or in part.
func (f *finder) wordsIn(r text.Range) []segment.Word {
	lo := sort.Search(len(f.words), func(i int) bool { return f.words[i].End > r.Start })
	hi := lo
	for hi < len(f.words) && f.words[hi].Start < r.End {
		hi++
	}
	return f.words[lo:hi]
}

// datesFrom gives the dates of the text that do not end before i.
func (f *finder) datesFrom(i int) []dates.Date {
	return f.dates[sort.Search(len(f.dates), func(k int) bool { return f.dates[k].End > i }):]
}

// mentionsFrom gives the names of the article that do not end before i.
func (f *finder) mentionsFrom(i int) []extract.Mention {
	all := f.linked.Mentions
	return all[sort.Search(len(all), func(k int) bool { return all[k].End > i }):]
}
