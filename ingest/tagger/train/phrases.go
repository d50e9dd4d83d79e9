package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Phrases are runs of two or three words that stand together more often than
// chance has it, as the parts of 宁德|时代 do: most names that no dictionary knows.
const (
	seldom     = 6  // a phrase seen less often is none
	attraction = 20 // times as often as chance has it
	longestRun = 10 // characters
)

// addPhrases appends the phrases of a corpus to the vocabulary.
func (v *vocabulary) addPhrases(c *corpus, counts []int) {
	known := map[string]bool{}
	for _, t := range v.terms {
		known[t] = true
	}
	for n := 2; n <= 3; n++ {
		found := map[[3]int32][]place{}
		for i := 0; i+n <= len(c.text); i++ {
			if run := c.text[i : i+n]; c.joinable(run, counts) {
				var key [3]int32
				copy(key[:], run)
				found[key] = append(found[key], place{int32(i), int32(i + n)})
			}
		}
		v.addRuns(c, n, found, counts, known)
	}
}

// joinable tells whether all words of a run may be parts of a name.
func (c *corpus) joinable(run []int32, counts []int) bool {
	for _, w := range run {
		if !c.joins[w] || counts[w] < seldom {
			return false
		}
	}
	return true
}

func (v *vocabulary) addRuns(c *corpus, n int, found map[[3]int32][]place, counts []int, known map[string]bool) {
	var runs [][3]int32
	for run, places := range found {
		if len(places) >= seldom && c.attract(run[:n], len(places), counts) {
			runs = append(runs, run)
		}
	}
	slices.SortFunc(runs, func(a, b [3]int32) int {
		return cmp.Or(len(found[b])-len(found[a]), slices.Compare(a[:], b[:]))
	})
	for _, run := range runs {
		var text strings.Builder
		for _, w := range run[:n] {
			text.WriteString(c.words[w])
		}
		if t := text.String(); !known[t] && utf8.RuneCountInString(t) <= longestRun {
			known[t] = true
			v.terms = append(v.terms, t)
			v.places = append(v.places, found[run])
		}
	}
}

// attract tells whether words stand together more often than chance has it.
func (c *corpus) attract(run []int32, together int, counts []int) bool {
	chance := float64(counts[run[0]])
	for _, w := range run[1:] {
		chance *= float64(counts[w]) / float64(len(c.text))
	}
	return float64(together-seldom+1) > attraction*chance
}
