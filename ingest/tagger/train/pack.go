package main

import (
	"cmp"
	"math"
	"slices"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/weights"
)

// scale is the units of a weight of one: a byte holds −5.3 to 5.3.
const scale = 24

// pack rounds weights to bytes and leaves out the small ones.
func (r *result) pack(groups feature.Group, prune float64, curve *curves) *weights.Weights {
	w := &weights.Weights{Groups: groups, Scale: scale, Confidence: *curve}
	for i := range r.transition {
		for k, v := range r.transition[i] {
			w.Transition[i][k] = int16(math.Round(max(min(v, 100), -100) * scale))
		}
	}
	for i, key := range r.keys {
		f := weights.Feature{Key: key}
		for l, v := range r.weight[i*label.Count:][:label.Count] {
			q := math.Round(float64(v) * scale)
			if math.Abs(float64(v)) >= prune && q != 0 {
				f.Labels = append(f.Labels, uint8(l))
				f.Values = append(f.Values, int8(max(min(q, 127), -127)))
			}
		}
		if len(f.Labels) > 0 {
			w.Features = append(w.Features, f)
		}
	}
	slices.SortFunc(w.Features, func(a, b weights.Feature) int { return cmp.Compare(a.Key, b.Key) })
	return w
}
