package tagger

import (
	"math/rand/v2"
	"testing"

	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
)

// The table adds up what a plain loop adds up, with weights at both ends of
// their range, in pairs and in rows.
func TestTableScore(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	var features []weights.Feature
	for key := uint64(1); len(features) < 300; key += 1 + random.Uint64N(1<<31) {
		f := weights.Feature{Key: key}
		for l := range label.Count {
			if random.IntN(1+len(features)%9) == 0 {
				f.Labels = append(f.Labels, uint8(l))
				f.Values = append(f.Values, int8([]int{-127, 127, random.IntN(255) - 127}[random.IntN(3)]))
			}
		}
		features = append(features, f)
	}
	table := newTable(features)
	if len(table.rows) == 0 || len(table.pairs) < 10 {
		t.Fatalf("%d rows and %d bytes of pairs do not test both", len(table.rows), len(table.pairs))
	}
	for range 50 {
		var want, got lattice.Scores
		var keys []uint64
		for range 120 {
			f := features[random.IntN(len(features))]
			keys = append(keys, f.Key, f.Key+1) // the second stands in no table
			for k, l := range f.Labels {
				want[l] += int32(f.Values[k])
			}
		}
		table.score(&got, keys)
		if got != want {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	}
}

func TestEmptyTable(t *testing.T) {
	table := newTable(nil)
	var got lattice.Scores
	table.score(&got, []uint64{0, 1, 1<<keyBits - 1})
	if got != (lattice.Scores{}) {
		t.Errorf("got %v of nothing", got)
	}
}
