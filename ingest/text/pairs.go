package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Pair is a pair of quotation marks in one paragraph, or an opening mark whose
// partner the paragraph lacks: then it runs to the paragraph's end.
type Pair struct {
	Range       // marks included
	Inner Range // what the marks enclose
	// Depth counts the pairs around this one: 0 for the outermost.
	Depth  int
	Closed bool
}

// mark is one quotation mark.
type mark struct {
	at, n       int
	kind        byte // one letter for each style of marks
	open, close bool // a straight mark may be both
}

var markKinds = map[rune]mark{
	'“': {kind: 'd', open: true}, '”': {kind: 'd', close: true},
	'〝': {kind: 'p', open: true}, '〞': {kind: 'p', close: true},
	'「': {kind: 'c', open: true}, '」': {kind: 'c', close: true},
	'『': {kind: 'w', open: true}, '』': {kind: 'w', close: true},
	'‘': {kind: 's', open: true}, '’': {kind: 's', close: true},
	'"': {kind: '"', open: true, close: true}, '＂': {kind: '"', open: true, close: true},
}

// appendPairs adds the pairs of one paragraph, sorted by start.
func appendPairs(pairs []Pair, s string, p Range) []Pair {
	marks := mend(s, p, findMarks(s, p))
	first := len(pairs)
	var open []mark
	count := map[byte]int{} // open marks of each kind
	for _, m := range marks {
		switch {
		case m.close && count[m.kind] > 0:
			for open[len(open)-1].kind != m.kind { // never closed: forgotten
				count[open[len(open)-1].kind]--
				open = open[:len(open)-1]
			}
			o := open[len(open)-1]
			open = open[:len(open)-1]
			count[m.kind]--
			pairs = append(pairs, closedPair(o, m))
		case m.open:
			open = append(open, m)
			count[m.kind]++
		}
	}
	pairs = appendUnclosed(pairs, first, open, p)
	nest(pairs[first:])
	return pairs
}

func closedPair(o, c mark) Pair {
	return Pair{Range: Range{o.at, c.at + c.n}, Inner: Range{o.at + o.n, c.at}, Closed: true}
}

// appendUnclosed adds the first opening mark left over where it can open a
// quotation that the next paragraph carries on: no pair of its own kind
// stands behind it, single marks aside.
func appendUnclosed(pairs []Pair, first int, open []mark, p Range) []Pair {
	if len(open) == 0 || open[0].kind == 's' {
		return pairs
	}
	o := open[0]
	for _, q := range pairs[first:] {
		if q.Start > o.at && q.Inner.Start-q.Start == o.n && p.Start != o.at {
			return pairs
		}
	}
	return append(pairs, Pair{Range: Range{o.at, p.End}, Inner: Range{o.at + o.n, p.End}})
}

// nest sorts pairs by start and sets their depth.
func nest(pairs []Pair) {
	sort.Slice(pairs, func(i, j int) bool { return pairs[i].Start < pairs[j].Start })
	var ends []int
	for i := range pairs {
		for len(ends) > 0 && ends[len(ends)-1] <= pairs[i].Start {
			ends = ends[:len(ends)-1]
		}
		pairs[i].Depth = len(ends)
		ends = append(ends, pairs[i].End)
	}
}

func findMarks(s string, p Range) []mark {
	var out []mark
	for i := p.Start; i < p.End; {
		r, n := utf8.DecodeRuneInString(s[i:p.End])
		if 0x4E00 <= r && r <= 0x9FFF { // most, told quickly
			i += n
			continue
		}
		if m, ok := markKinds[r]; ok && !apostrophe(s, p, i, n) {
			m.at, m.n = i, n
			out = append(out, m)
		}
		i += n
	}
	return out
}

// apostrophe tells a mark within Latin letters (O’Neil), and inches (5").
func apostrophe(s string, p Range, i, n int) bool {
	if i == p.Start {
		return false
	}
	before := s[i-1]
	if s[i] == '"' {
		return before >= '0' && before <= '9' && i+n < p.End && s[i+n] < utf8.RuneSelf && s[i+n] != ' '
	}
	return wordByte(before) && i+n < p.End && wordByte(s[i+n]) && strings.HasPrefix(s[i:], "’")
}

// mend turns marks that were set the wrong way round: an opening mark behind a
// stop while one is open and no closing mark comes before the next opening one
// (“……。“他说), a closing mark before the words with none open (”……。”).
func mend(s string, p Range, marks []mark) []mark {
	closeStraight(s, p, marks)
	depth := map[byte]int{}
	for i := range marks {
		m := &marks[i]
		if m.open && m.close {
			continue
		}
		nextCloses := i+1 < len(marks) && marks[i+1].kind == m.kind && marks[i+1].close
		switch {
		case m.open && depth[m.kind] > 0 && !nextCloses && endsWithAny(s[p.Start:m.at], "。！？，…"):
			m.open, m.close = false, true
		case m.close && depth[m.kind] == 0 && nextCloses:
			m.open, m.close = true, false
		}
		if m.open {
			depth[m.kind]++
		} else if depth[m.kind] > 0 {
			depth[m.kind]--
		}
	}
	return marks
}

// closeStraight turns a straight mark that ends a paragraph behind a stop into the
// partner of a curved one that is open: “……。"
func closeStraight(s string, p Range, marks []mark) {
	open, straight := 0, 0
	for i := range marks {
		switch m := &marks[i]; {
		case m.kind == '"':
			straight++
		case m.kind == 'd' && m.open:
			open++
		case m.kind == 'd' && open > 0:
			open--
		}
	}
	last := len(marks) - 1
	if straight != 1 || open != 1 || marks[last].kind != '"' || marks[last].at+marks[last].n != p.End || !endsWithAny(strings.TrimRight(s[p.Start:marks[last].at], " 　"), "。！？，…") {
		return
	}
	marks[last].kind, marks[last].open = 'd', false
}

func endsWithAny(s, chars string) bool {
	r, n := utf8.DecodeLastRuneInString(s)
	return n > 0 && strings.ContainsRune(chars, r)
}

// PairsIn gives the pairs that start in r, by start.
func (v *View) PairsIn(r Range) []Pair {
	from := sort.Search(len(v.Pairs), func(i int) bool { return v.Pairs[i].Start >= r.Start })
	to := sort.Search(len(v.Pairs), func(i int) bool { return v.Pairs[i].Start >= r.End })
	return v.Pairs[from:to]
}
