package main

import (
	"fmt"
	"io"

	"zhiku/ingest/tagger/internal/feature"
)

// The sizes of the clusterings. The finest splits each class of the coarsest.
const (
	coarse = 80
	middle = 500
	split  = 25
)

const (
	rounds  = 12    // of k-means
	sampled = 20000 // the most frequent words decide the centres; the others follow
)

// cluster groups the words of a corpus by where they stand.
func cluster(dir string, seed uint64, log io.Writer) ([]feature.Word, error) {
	text, err := readCorpus(dir)
	if err != nil {
		return nil, err
	}
	v := newVocabulary(text)
	fmt.Fprintf(log, "corpus: %d words, %d terms\n", len(text.text), len(v.terms))
	m := cooccurrence(v)
	fmt.Fprintf(log, "contexts: %d counts\n", len(m.column))
	return classes(v.terms, vectors(m, seed)), nil
}

func classes(terms []string, y dense) []feature.Word {
	words := make([]feature.Word, len(terms))
	all := make([]int, len(terms))
	for i := range all {
		all[i] = i
	}
	wide, mid := kmeans(y, all, coarse), kmeans(y, all, middle)
	members := make([][]int, coarse)
	for i, c := range wide {
		words[i] = feature.Word{Key: feature.WordKey(terms[i]), Class: [feature.Levels]uint16{uint16(c + 1), uint16(mid[i] + 1)}}
		members[c] = append(members[c], i)
	}
	for c, list := range members {
		for i, k := range kmeans(y, list, split) {
			words[list[i]].Class[2] = uint16(c*split + k + 1)
		}
	}
	return words
}

// kmeans puts the listed vectors into k classes by the nearest centre. The
// most frequent words of the list are the first centres.
func kmeans(y dense, list []int, k int) []int {
	k = min(k, len(list))
	centres := make(dense, k*width)
	for c := range k {
		copy(centres.row(c), y.row(list[c]))
	}
	class := make([]int, len(list))
	sample := list[:min(len(list), sampled)]
	for range rounds {
		assign(y, sample, centres, class)
		clear(centres)
		for i, w := range sample {
			axpy(centres.row(class[i]), 1, y.row(w))
		}
		for c := range k {
			normalise(centres.row(c))
		}
	}
	assign(y, list, centres, class)
	return class
}

func assign(y dense, list []int, centres dense, class []int) {
	parallel(len(list), func(from, to int) {
		for i := from; i < to; i++ {
			row, best := y.row(list[i]), float32(-2)
			for c := range centres.rows() {
				if d := dot(row, centres.row(c)); d > best {
					best, class[i] = d, c
				}
			}
		}
	})
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	for i := 0; i+3 < len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	return s0 + s1 + s2 + s3
}
