package main

import (
	"math"
	"slices"
)

// grades of the documents that answer a query; one that is not there has 0.
type grades map[string]int

// reciprocalRank is 1 by the place of the first answer among those ranked.
func reciprocalRank(ranked []string, g grades) float64 {
	for i, id := range ranked {
		if g[id] > 0 {
			return 1 / float64(i+1)
		}
	}
	return 0
}

// recall is the share of all answers that are among those ranked.
func recall(ranked []string, g grades) float64 {
	found, all := 0, 0
	for _, id := range ranked {
		if g[id] > 0 {
			found++
		}
	}
	for _, grade := range g {
		if grade > 0 {
			all++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(found) / float64(all)
}

// gainAt is the normalised discounted cumulative gain of the first k ranked, a
// grade counting as it is (as in trec_eval), by 1 + its place's logarithm.
func gainAt(k int, ranked []string, g grades) float64 {
	var gains, best []int
	for _, id := range ranked[:min(k, len(ranked))] {
		gains = append(gains, g[id])
	}
	for _, grade := range g {
		best = append(best, grade)
	}
	slices.SortFunc(best, func(a, b int) int { return b - a })
	ideal := discounted(best[:min(k, len(best))])
	if ideal == 0 {
		return 0
	}
	return discounted(gains) / ideal
}

func discounted(gains []int) float64 {
	sum := 0.0
	for i, g := range gains {
		sum += float64(g) / math.Log2(float64(i)+2)
	}
	return sum
}
