package main

import (
	"runtime"
	"sync"
)

// bruteForce counts the answers of each query among the first n documents by
// reading them all.
func bruteForce(docs *corpus, n int, queries []query) []int {
	matchers := make([]func(string) bool, len(queries))
	for i, q := range queries {
		matchers[i] = q.matcher()
	}
	workers := runtime.GOMAXPROCS(0)
	counts := make([][]int, workers)
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() { counts[w] = countEvery(docs, w, workers, n, matchers) })
	}
	all.Wait()
	totals := make([]int, len(queries))
	for _, some := range counts {
		for i, c := range some {
			totals[i] += c
		}
	}
	return totals
}

// countEvery looks at the documents first, first+step, … before n.
func countEvery(docs *corpus, first, step, n int, matchers []func(string) bool) []int {
	counts := make([]int, len(matchers))
	for i := first; i < n; i += step {
		text := foldText(docs.Text(i))
		for k, matches := range matchers {
			if matches(text) {
				counts[k]++
			}
		}
	}
	return counts
}
