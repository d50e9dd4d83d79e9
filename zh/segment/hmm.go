package segment

import "slices"

// The states of a character in a word: it begins one, ends one, stands in the
// middle, or is one.
const (
	begin = iota
	end
	middle
	single
	states
)

// hmm guesses words in a run of characters that the dictionary does not join.
type hmm struct {
	start  [states]float32
	trans  [states][states]float32
	number [0x10000]uint16   // of a character in emit; 0 for one never seen
	emit   [][states]float32 // weight of a character in each state
}

// unseen is the weight of what never occurs.
const unseen = -1e9

// before lists the states that may stand before each state.
var before = [states][2]int{begin: {end, single}, end: {begin, middle}, middle: {begin, middle}, single: {single, end}}

// path says from which state each state of a character was best reached.
type path [states]uint8

func (h *hmm) weights(r rune) *[states]float32 {
	if r > 0xFFFF {
		return &h.emit[0]
	}
	return &h.emit[h.number[r]]
}

// cut appends the ends of the words in a run of characters to ends, by Viterbi.
// paths is scratch space, given back for the next call.
func (h *hmm) cut(run []rune, paths []path, ends []int) ([]path, []int) {
	paths = append(paths[:0], make([]path, len(run))...)
	weight := *h.weights(run[0])
	for s := range states {
		weight[s] += h.start[s]
	}
	for i := 1; i < len(run); i++ {
		weight = h.step(&weight, h.weights(run[i]), &paths[i])
	}
	state := end
	if weight[single] >= weight[end] {
		state = single
	}
	return paths, trace(paths, state, ends)
}

// step goes from one character to the next.
func (h *hmm) step(weight, emit *[states]float32, from *path) (next [states]float32) {
	for s := range states {
		a, b := before[s][0], before[s][1]
		wa, wb := weight[a]+h.trans[a][s], weight[b]+h.trans[b][s]
		if wb > wa {
			a, wa = b, wb
		}
		next[s] = wa + emit[s]
		from[s] = uint8(a)
	}
	return next
}

func trace(paths []path, state int, ends []int) []int {
	from := len(ends)
	for i := len(paths) - 1; i >= 0; i-- {
		if state == end || state == single {
			ends = append(ends, i+1)
		}
		state = int(paths[i][state])
	}
	slices.Reverse(ends[from:])
	return ends
}
