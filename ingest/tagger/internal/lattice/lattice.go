// Package lattice scores the sequences of labels a sentence may have: the best
// one, and how probable each label and each span is. Only sequences that
// label.Follows allows and that end outside of a name take part. Training and
// tagging share it.
package lattice

import (
	"slices"

	"zhiku/ingest/tagger/internal/label"
)

// Scores are the scores of a character's labels.
type Scores = [label.Count]int32

// Chances are weights or probabilities of a character's labels.
type Chances = [label.Count]float32

// Transition scores the step from the state after a character to the next.
type Transition = [label.States][label.States]int32

// Leads say of each state what the step from it can win at most over the step
// from outside of a name to the same state.
type Leads [label.States]int32

// LeadsOf gives the Leads of transitions.
func LeadsOf(transition *Transition) *Leads {
	var leads Leads
	for s := range transition {
		leads[s] = never
		for to, v := range transition[s] {
			leads[s] = max(leads[s], v-transition[0][to])
		}
	}
	return &leads
}

// Gains are the most that names can win by their steps over O throughout.
type Gains struct{ enter, within, leave int32 }

// GainsOf gives the Gains of transitions.
func GainsOf(transition *Transition) Gains {
	g := Gains{never, 0, never} // inside of a name a step scores nothing
	for k := 1; k < label.States; k++ {
		g.enter, g.leave = max(g.enter, transition[0][k]), max(g.leave, transition[k][0])
		g.within = max(g.within, slices.Max(transition[k][1:]))
	}
	outside := transition[0][0]
	return Gains{g.enter - outside, g.within - outside, g.leave - outside}
}

// Hope bounds what names that hold the last character can win over O, of what
// those that held the one before could and the most that a label of a name scores
// over O there.
type Hope int32

// NoHope stands before the first character.
const NoHope Hope = never

// After adds a character.
func (h Hope) After(top int32, g *Gains) Hope { return Hope(max(int32(h)+g.within, g.enter) + top) }

// Left tells whether names that end with the last character may win, where O
// follows.
func (h Hope) Left(g *Gains) bool { return int32(h)+g.leave > 0 }

// Odds are the exponentials of a Transition's scores.
type Odds = [label.States][label.States]float32

// Lattice is the labels of each character of a sentence. It may be used again.
type Lattice struct {
	Emission []Scores  // for Best
	Chance   []Chances // for Sum: the exponentials of scores, up to a factor

	// after Sum:
	Forward, Backward []Chances // their product is the probability of a label
	Norm              []float32 // what Forward was divided by

	best   []Scores                 // of the best path up to each label
	back   [][2 * label.States]int8 // of each state, the best one before; then of each kind, whether B or I stands before I and E
	labels []label.Label
}

// Reset takes all characters out.
func (l *Lattice) Reset() { l.Emission = l.Emission[:0] }

// Len is the number of characters.
func (l *Lattice) Len() int { return len(l.Emission) }

// Next adds a character and gives its scores, which are to be filled.
func (l *Lattice) Next() *Scores {
	n := len(l.Emission)
	l.Emission = resize(l.Emission, n+1)
	return &l.Emission[n]
}

// Grow makes room for the chances of n characters.
func (l *Lattice) Grow(n int) {
	l.Chance, l.Forward, l.Backward = resize(l.Chance, n), resize(l.Forward, n), resize(l.Backward, n)
	l.Norm = resize(l.Norm, n)
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return append(make([]T, 0, n+n/2), s...)[:n]
	}
	return s[:n]
}

const never = -1 << 28

// leaving gives the score of each state: that of O, or of the better label of a
// kind's E and S.
func leaving(best *Scores) (score [label.States]int32) {
	score[0] = best[label.O]
	for kind := range label.Kinds {
		b := label.Of(kind, label.B)
		score[1+kind] = max(best[b+label.E], best[b+label.S])
	}
	return score
}

// leads gives the label that leads to a state: of E and S the better one.
func leads(best *Scores, state int) label.Label {
	if state == 0 {
		return label.O
	}
	b := label.Of(state-1, label.B)
	if best[b+label.S] > best[b+label.E] {
		return b + label.S
	}
	return b + label.E
}

// Best gives the best sequence of labels that obeys label.Follows and ends
// outside of a name.
func (l *Lattice) Best(transition *Transition, leads *Leads) []label.Label {
	n := len(l.Emission)
	if n == 0 {
		return nil
	}
	l.best, l.back, l.labels = resize(l.best, n), resize(l.back, n), resize(l.labels, n)
	state := [label.States]int32{}
	for i := 1; i < label.States; i++ {
		state[i] = never
	}
	var inner Scores
	for i := range inner {
		inner[i] = never
	}
	before := &inner
	for i := range n {
		l.step(i, &state, before, transition, leads)
		before = &l.best[i]
		state = leaving(before)
	}
	return l.trace()
}

// step scores the labels of character i after those of the one before.
func (l *Lattice) step(i int, state *[label.States]int32, before *Scores, transition *Transition, leads *Leads) {
	best, back, e := &l.best[i], &l.back[i], &l.Emission[i]
	enter := transition[0]
	for to := range enter {
		enter[to] += state[0]
		back[to] = 0
	}
	for s := 1; s < label.States; s++ {
		if state[s]+leads[s] <= state[0] {
			continue // no transition can make up for it
		}
		for to, v := range &transition[s] {
			if v += state[s]; v > enter[to] {
				enter[to], back[to] = v, int8(s)
			}
		}
	}
	best[label.O] = enter[0] + e[label.O]
	for kind := range label.Kinds {
		b := label.Of(kind, label.B)
		in := enter[1+kind]
		best[b], best[b+label.S] = in+e[b], in+e[b+label.S]
		inside, part := before[b], int8(label.B)
		if before[b+label.I] > inside {
			inside, part = before[b+label.I], label.I
		}
		back[label.States+kind] = part
		best[b+label.I], best[b+label.E] = inside+e[b+label.I], inside+e[b+label.E]
	}
}

// trace follows the best path from the last character to the first.
func (l *Lattice) trace() []label.Label {
	n := len(l.labels)
	state, end := leaving(&l.best[n-1]), 0
	for s := range state {
		if state[s] > state[end] {
			end = s
		}
	}
	at := leads(&l.best[n-1], end)
	for i := n - 1; i >= 0; i-- {
		l.labels[i] = at
		if i == 0 {
			break
		}
		if at.Begins() {
			at = leads(&l.best[i-1], int(l.back[i][at.Boundary()]))
		} else {
			at = label.Of(at.Kind(), int(l.back[i][label.States+at.Kind()]))
		}
	}
	return l.labels
}

// Sum runs forward and backward over the lattice, each character scaled to a
// sum of one.
func (l *Lattice) Sum(odds *Odds) {
	n := len(l.Chance)
	before := &Chances{label.O: 1}
	for i := range n {
		l.Norm[i] = forward(&l.Forward[i], before, &l.Chance[i], odds)
		before = &l.Forward[i]
	}
	l.close()
	for i := n - 1; i > 0; i-- {
		backward(&l.Backward[i-1], &l.Backward[i], &l.Chance[i], odds, l.Norm[i])
	}
}

// close begins the way back: the last character ends outside of a name.
func (l *Lattice) close() {
	n := len(l.Forward)
	last, total := &l.Backward[n-1], float32(1e-30)
	for k, p := range l.Forward[n-1] {
		if label.Label(k).Ends() {
			total += p
		}
	}
	for k := range last {
		last[k] = 0
		if label.Label(k).Ends() {
			last[k] = 1 / total
		}
	}
}

// forward sums the paths up to each label of a character and divides by their
// total, which it returns.
func forward(to, before, chance *Chances, odds *Odds) float32 {
	var state [label.States]float32
	state[0] = before[label.O]
	for kind := range label.Kinds {
		b := label.Of(kind, label.B)
		state[1+kind] = before[b+label.E] + before[b+label.S]
	}
	total := float32(0)
	for s := range label.States {
		in := float32(0)
		for from := range label.States {
			in += state[from] * odds[from][s]
		}
		if s == 0 {
			to[label.O] = in * chance[label.O]
			total += to[label.O]
			continue
		}
		b := label.Of(s-1, label.B)
		inside := before[b] + before[b+label.I]
		to[b], to[b+label.S] = in*chance[b], in*chance[b+label.S]
		to[b+label.I], to[b+label.E] = inside*chance[b+label.I], inside*chance[b+label.E]
		total += to[b] + to[b+label.I] + to[b+label.E] + to[b+label.S]
	}
	total = max(total, 1e-30)
	for k := range to {
		to[k] /= total
	}
	return total
}

// backward sums the paths from each label of a character on.
func backward(to, after, chance *Chances, odds *Odds, norm float32) {
	var enter [label.States]float32
	enter[0] = after[label.O] * chance[label.O]
	for kind := range label.Kinds {
		b := label.Of(kind, label.B)
		enter[1+kind] = after[b]*chance[b] + after[b+label.S]*chance[b+label.S]
	}
	for s := range label.States {
		out := float32(0)
		for next := range label.States {
			out += odds[s][next] * enter[next]
		}
		out /= norm
		if s == 0 {
			to[label.O] = out
			continue
		}
		b := label.Of(s-1, label.B)
		inside := (after[b+label.I]*chance[b+label.I] + after[b+label.E]*chance[b+label.E]) / norm
		to[b], to[b+label.I], to[b+label.E], to[b+label.S] = inside, inside, out, out
	}
}

// Probability is the share of the paths that have just this span there.
func (l *Lattice) Probability(s label.Span) float64 {
	b := label.Of(s.Kind, label.B)
	if s.End == s.Start+1 {
		return float64(l.Forward[s.Start][b+label.S] * l.Backward[s.Start][b+label.S])
	}
	p := l.Forward[s.Start][b]
	for i := s.Start + 1; i < s.End; i++ {
		part := b + label.I
		if i == s.End-1 {
			part = b + label.E
		}
		p *= l.Chance[i][part] / l.Norm[i]
	}
	return float64(p * l.Backward[s.End-1][b+label.E])
}
