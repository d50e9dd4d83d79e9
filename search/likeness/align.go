package likeness

import (
	"slices"

	"github.com/aymanbagabas/go-udiff/lcs"
)

const (
	// exactLen is the length of both rows together up to which lcs, which gives up
	// at 100 edits, cannot fall short.
	exactLen = 100
	// anchorLen is the number of words that, standing once in each text, are no
	// coincidence.
	anchorLen = 6
)

// align finds rows of words that stand in a and b in the same order.
func align(a, b []rune) []match {
	var out joiner
	at := match{}
	if len(a)+len(b) > exactLen {
		for _, m := range anchors(a, b) {
			out.between(a, b, at, m)
			out.add(m)
			at = match{m.a + 1, m.b + 1, 0}
		}
	}
	out.between(a, b, at, match{len(a), len(b), 0})
	return out
}

// joiner gathers matches; those that touch become one.
type joiner []match

func (j *joiner) add(m match) {
	if n := len(*j); n > 0 {
		last := &(*j)[n-1]
		if last.a+last.n == m.a && last.b+last.n == m.b {
			last.n += m.n
			return
		}
	}
	if m.n > 0 {
		*j = append(*j, m)
	}
}

// between adds the matches from one place to another. What both begin or end with
// goes first: lcs, past its limit, need not find it.
func (j *joiner) between(a, b []rune, from, to match) {
	a, b = a[from.a:to.a], b[from.b:to.b]
	head := common(a, b, func(i int) (int, int) { return i, i })
	j.add(match{from.a, from.b, head})
	a, b = a[head:], b[head:]
	tail := common(a, b, func(i int) (int, int) { return len(a) - 1 - i, len(b) - 1 - i })
	a, b = a[:len(a)-tail], b[:len(b)-tail]
	if len(a)*len(b) > 1 {
		j.differing(a, b, from.a+head, from.b+head)
	}
	j.add(match{to.a - tail, to.b - tail, tail})
}

// common counts the words that are the same in both, at the places that at names.
func common(a, b []rune, at func(int) (int, int)) int {
	for i := range min(len(a), len(b)) {
		if x, y := at(i); a[x] != b[y] {
			return i
		}
	}
	return min(len(a), len(b))
}

// differing adds what lcs finds in rows that stand at x and y.
func (j *joiner) differing(a, b []rune, x, y int) {
	at := match{}
	for _, d := range lcs.DiffRunes(a, b) {
		j.add(match{x + at.a, y + at.b, d.Start - at.a})
		at = match{d.End, d.ReplEnd, 0}
	}
	j.add(match{x + at.a, y + at.b, len(a) - at.a})
}

// anchors are first words of rows of anchorLen that stand once in a and once in
// b: the longest choice of them that has one order (patience diff).
func anchors(a, b []rune) []match {
	inA, inB := onlyOnce(a), onlyOnce(b)
	var all []match
	for row, i := range inA {
		if k, ok := inB[row]; ok && i >= 0 && k >= 0 {
			all = append(all, match{i, k, 1})
		}
	}
	slices.SortFunc(all, func(x, y match) int { return x.a - y.a })
	return rising(all)
}

// onlyOnce gives the place of each row of anchorLen words; -1 for those that
// stand more than once.
func onlyOnce(ids []rune) map[[anchorLen]rune]int {
	out := make(map[[anchorLen]rune]int, max(0, len(ids)-anchorLen+1))
	for i := 0; i+anchorLen <= len(ids); i++ {
		row := [anchorLen]rune(ids[i:])
		if _, again := out[row]; again {
			out[row] = -1
		} else {
			out[row] = i
		}
	}
	return out
}

// rising is the longest choice of matches, given in order of a, that is also in
// order of b.
func rising(all []match) []match {
	var ends []int // of the best choice of each length: the match it ends with
	before := make([]int, len(all))
	for i, m := range all {
		n, _ := slices.BinarySearchFunc(ends, m.b, func(end, b int) int { return all[end].b - b })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	out := make([]match, len(ends))
	if len(ends) == 0 {
		return nil
	}
	for i, k := len(out)-1, ends[len(ends)-1]; i >= 0; i, k = i-1, before[k] {
		out[i] = all[k]
	}
	return out
}
