package segment

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed data/hmm.txt.gz
var hmmData []byte

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
	start [states]float32
	trans [states][states]float32
	emit  map[rune][states]float32
}

// unseen is the weight of a character in a state it was never seen in.
const unseen = -3.14e38

func loadHMM() *hmm {
	var rows []string
	for _, line := range strings.Split(unzip(hmmData), "\n") {
		if line != "" && line[0] != '#' {
			rows = append(rows, line)
		}
	}
	h := &hmm{emit: make(map[rune][states]float32, 10_000)}
	copy(h.start[:], floats(rows[0]))
	for i := range states {
		copy(h.trans[i][:], floats(rows[1+i]))
	}
	for state := range states {
		h.readEmissions(state, rows[1+states+state])
	}
	return h
}

func floats(row string) []float32 {
	var out []float32
	for _, f := range strings.Fields(row) {
		out = append(out, parseFloat(f))
	}
	return out
}

func parseFloat(s string) float32 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic("segment: embedded model: " + s)
	}
	return float32(max(v, unseen))
}

// readEmissions reads "耀:-10.46,涉:-8.76,…".
func (h *hmm) readEmissions(state int, row string) {
	for len(row) > 0 {
		entry, rest, _ := strings.Cut(row, ",")
		row = rest
		r, n := utf8.DecodeRuneInString(entry)
		if n >= len(entry) {
			continue
		}
		weights, ok := h.emit[r]
		if !ok {
			weights = [states]float32{unseen, unseen, unseen, unseen}
		}
		weights[state] = parseFloat(entry[n+1:])
		h.emit[r] = weights
	}
}

// before lists the states that may stand before each state.
var before = [states][2]int{begin: {end, single}, end: {begin, middle}, middle: {begin, middle}, single: {single, end}}

// cut gives the ends of the words in a run of characters, by Viterbi.
func (h *hmm) cut(run []rune, ends []int) []int {
	paths := make([][states]uint8, len(run))
	var weight [states]float32
	for s := range states {
		weight[s] = h.start[s] + h.weight(run[0], s)
	}
	for i := 1; i < len(run); i++ {
		var next [states]float32
		for s := range states {
			a, b := before[s][0], before[s][1]
			wa, wb := weight[a]+h.trans[a][s], weight[b]+h.trans[b][s]
			best, w := a, wa
			if wb > wa {
				best, w = b, wb
			}
			next[s] = max(w+h.weight(run[i], s), unseen)
			paths[i][s] = uint8(best)
		}
		weight = next
	}
	state := end
	if weight[single] >= weight[end] {
		state = single
	}
	return h.trace(paths, state, ends)
}

func (h *hmm) trace(paths [][states]uint8, state int, ends []int) []int {
	from := len(ends)
	for i := len(paths) - 1; i >= 0; i-- {
		if state == end || state == single {
			ends = append(ends, i+1)
		}
		state = int(paths[i][state])
	}
	for i, j := from, len(ends)-1; i < j; i, j = i+1, j-1 {
		ends[i], ends[j] = ends[j], ends[i]
	}
	return ends
}

func (h *hmm) weight(r rune, state int) float32 {
	if w, ok := h.emit[r]; ok {
		return w[state]
	}
	return unseen / 1e30 // not so low that two of them overflow
}
