package tagger

import (
	"math/rand/v2"
	"slices"
	"testing"

	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
)

// The table adds up what a plain loop adds up, whatever the number of features,
// with weights beyond both ends of what a row holds.
func TestTableScore(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var features []weights.Feature
	for key := uint64(1); len(features) < 3000; key += 2 + random.Uint64N(1<<28) {
		f := weights.Feature{Key: key}
		for l := range label.Count {
			if random.IntN(1+len(features)%9) == 0 {
				f.Labels = append(f.Labels, uint8(l))
				f.Values = append(f.Values, int8([]int{-127, 127, random.IntN(51) - 25}[random.IntN(3)]))
			}
		}
		features = append(features, f)
	}
	table := newTable(features)
	for count := range 120 {
		want, got := lattice.Scores{}, lattice.Scores{7, 7, 7}
		var keys []uint64
		for range count {
			f := features[random.IntN(len(features))]
			keys = append(keys, f.Key, f.Key+1) // the second stands in no table
			add(&want, &f)
		}
		var sums sums
		half := len(keys) / 2
		table.sum(&sums, keys[:half])
		table.sum(&sums, keys[half:])
		if sums.into(&got); got != want {
			t.Fatalf("%d features:\ngot  %v\nwant %v", count, got, want)
		}
		if top := int(slices.Max(want[1:])); sums.top() != top {
			t.Fatalf("%d features: the best score is %d, not %d", count, top, sums.top())
		}
	}
}

// add adds a feature's weights, less that of O and no more than a row holds.
func add(scores *lattice.Scores, f *weights.Feature) {
	var value [label.Count]int32
	for k, l := range f.Labels {
		value[l] = int32(f.Values[k])
	}
	for l, v := range value {
		scores[l] += max(-31, min(v-value[label.O], 31))
	}
}

func TestEmptyTable(t *testing.T) {
	table := newTable(nil)
	var got lattice.Scores
	var sums sums
	table.sum(&sums, []uint64{0, 1, 1<<keyBits - 1})
	sums.into(&got)
	if got != (lattice.Scores{}) {
		t.Errorf("got %v of nothing", got)
	}
}
