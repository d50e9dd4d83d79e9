package main

import (
	"sort"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
)

// set is examples as the trainers see them: numbered features and labels.
type set struct {
	keys    []uint64 // of each feature
	samples []sample
}

// sample is a sentence: its labels, and of each character its features.
type sample struct {
	labels   []label.Label
	features []int32 // of all characters, one after the other
	starts   []int32 // of each character's in features, and the end
}

func (s *sample) at(i int) []int32 { return s.features[s.starts[i]:s.starts[i+1]] }

// newSet numbers the features of examples in the order in which they come.
func newSet(examples []example, x *feature.Extractor) *set {
	s := &set{}
	numbers := map[uint64]int32{}
	var sentence feature.Sentence
	var keys []uint64
	for i := range examples {
		x.Read(&sentence, examples[i].text, examples[i].words)
		sample := sample{labels: examples[i].labels(&sentence), starts: []int32{0}}
		for c := range sentence.Len() {
			keys = x.Rest(x.First(keys[:0], &sentence, c), &sentence, c)
			for _, k := range keys {
				n, ok := numbers[k]
				if !ok {
					n = int32(len(s.keys))
					numbers[k] = n
					s.keys = append(s.keys, k)
				}
				sample.features = append(sample.features, n)
			}
			sample.starts = append(sample.starts, int32(len(sample.features)))
		}
		s.samples = append(s.samples, sample)
	}
	return s
}

// labels gives the labels of an example's characters.
func (e *example) labels(s *feature.Sentence) []label.Label {
	var spans []label.Span
	for _, p := range e.spans {
		spans = append(spans, label.Span{
			Start: sort.SearchInts(s.Offsets, p.Start),
			End:   sort.SearchInts(s.Offsets, p.End), Kind: int(p.Tag),
		})
	}
	return label.Encode(nil, s.Len(), spans)
}

// subset gives the samples that keep chooses, with only the features seen in
// them at least least times.
func (s *set) subset(least int, keep func(i int) bool) *set {
	counts := make([]int32, len(s.keys))
	for i := range s.samples {
		if keep(i) {
			for _, f := range s.samples[i].features {
				counts[f]++
			}
		}
	}
	out := &set{}
	number := make([]int32, len(s.keys))
	for f, n := range counts {
		number[f] = -1
		if int(n) >= least {
			number[f] = int32(len(out.keys))
			out.keys = append(out.keys, s.keys[f])
		}
	}
	for i := range s.samples {
		if keep(i) {
			out.samples = append(out.samples, s.samples[i].renumber(number))
		}
	}
	return out
}

func (s *sample) renumber(number []int32) sample {
	out := sample{labels: s.labels, starts: []int32{0}}
	for c := range s.labels {
		for _, f := range s.at(c) {
			if number[f] >= 0 {
				out.features = append(out.features, number[f])
			}
		}
		out.starts = append(out.starts, int32(len(out.features)))
	}
	return out
}
