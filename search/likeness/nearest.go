package likeness

import (
	"cmp"
	"slices"
)

// tries is the number of windows aligned in search of the nearest.
const tries = 3

// Nearest finds where in a long text the words asked for stand, or most nearly
// stand, and how similar they are there (1: exactly, see Relation.Similarity).
// With an ellipsis the stretch goes from the first piece to the last. Where no
// window shares two words in a row, or asked is too short to be near anything
// and does not stand there, the span is empty and the similarity 0.
//
// The window is chosen by the pairs of adjacent words it shares with asked; its
// ends are then moved to those of the clauses that match.
func Nearest(asked, text string) (Span, float64) {
	var in interner
	a, t := in.wording(asked), in.wording(text)
	if pieces := a.piecesIn(t); pieces != nil {
		return t.around(pieces), 1
	}
	if len(a.ids) < shortest {
		return Span{}, 0
	}
	best := window(a, t)
	return t.span(best), script(a, t, a.all(), best).similarity()
}

// window finds the words of t that are most like a; none when nothing is.
func window(a, t *wording) stretch {
	var best stretch
	similarity := 0.0
	for _, broad := range candidates(a.ids, t.ids) {
		s := script(a, t, a.all(), broad)
		part := s.core()
		if v := script(a, t, a.all(), part).similarity(); v > similarity {
			best, similarity = part, v
		}
	}
	return best
}

// candidates are the stretches of text that share most pairs with a, widened by
// their length on both sides for words that were put in.
func candidates(a, text []rune) []stretch {
	found := peaks(a, text)
	slices.SortStableFunc(found, func(x, y peak) int { return cmp.Compare(y.shared, x.shared) })
	var out []stretch
	for _, p := range found[:min(tries, len(found))] {
		out = append(out, stretch{max(0, p.at-len(a)), min(len(text), p.at+2*len(a))})
	}
	return out
}

// peak is a window as long as the words asked for, and the pairs it shares.
type peak struct{ at, shared int }

// peaks slides a window over text and keeps the best of those that overlap.
func peaks(a, text []rune) []peak {
	var out []peak
	counts := newTally(a)
	pairs := len(a) - 1
	for i := 0; i+1 < len(text); i++ {
		counts.enter(pair{text[i], text[i+1]})
		if i >= pairs {
			counts.leave(pair{text[i-pairs], text[i-pairs+1]})
		}
		p := peak{max(0, i+1-pairs), counts.shared}
		switch last := len(out) - 1; {
		case p.shared == 0:
		case last < 0 || p.at >= out[last].at+len(a):
			out = append(out, p)
		case p.shared > out[last].shared:
			out[last] = p
		}
	}
	return out
}

type pair struct{ first, second rune }

// tally counts the pairs a window shares with the words asked for, each as often
// as it stands there.
type tally struct {
	number map[pair]int
	spare  []int // by number: how often it stands in asked, less in the window
	shared int
}

func newTally(a []rune) *tally {
	t := &tally{number: map[pair]int{}}
	for i := 0; i+1 < len(a); i++ {
		p := pair{a[i], a[i+1]}
		n, ok := t.number[p]
		if !ok {
			n = len(t.spare)
			t.number[p] = n
			t.spare = append(t.spare, 0)
		}
		t.spare[n]++
	}
	return t
}

func (t *tally) enter(p pair) {
	if n, ok := t.number[p]; ok {
		if t.spare[n] > 0 {
			t.shared++
		}
		t.spare[n]--
	}
}

func (t *tally) leave(p pair) {
	if n, ok := t.number[p]; ok {
		if t.spare[n] >= 0 {
			t.shared--
		}
		t.spare[n]++
	}
}

// core narrows the second stretch to where it is most like the first: matches far
// off at the ends are given up, and changed words at the ends of the first are
// given as many of the second, within the clause.
func (s *edits) core() stretch {
	m := s.matches
	if len(m) == 0 {
		return stretch{}
	}
	m = m[s.bestStart(m):]
	m = m[:s.bestEnd(m)]
	first, last := m[0], m[len(m)-1]
	out := stretch{first.b, last.b + last.n}
	for n := first.a - s.ra.from; n > 0 && out.from > s.rb.from && !s.b.words[out.from].fresh; n-- {
		out.from--
	}
	for n := s.ra.to - (last.a + last.n); n > 0 && out.to < s.rb.to && !s.b.words[out.to].fresh; n-- {
		out.to++
	}
	return out
}

// bestStart is the number of the match to begin with.
func (s *edits) bestStart(m []match) int {
	end := m[len(m)-1].b + m[len(m)-1].n
	best, at, words := 0.0, 0, 0
	for i := len(m) - 1; i >= 0; i-- {
		words += m[i].n
		if v := s.dice(words, end-m[i].b); v >= best {
			best, at = v, i
		}
	}
	return at
}

// bestEnd is the number of the match to end before.
func (s *edits) bestEnd(m []match) int {
	best, at, words := 0.0, 0, 0
	for i, x := range m {
		words += x.n
		if v := s.dice(words, x.b+x.n-m[0].b); v >= best {
			best, at = v, i+1
		}
	}
	return at
}

// dice is the similarity of the first stretch to a window with so many words, of
// which so many match.
func (s *edits) dice(matched, window int) float64 {
	return 2 * float64(matched) / float64(s.ra.len()+window)
}
