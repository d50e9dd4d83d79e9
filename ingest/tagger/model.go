package tagger

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"sync"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
)

//go:embed data/weights.bin
var embeddedWeights []byte

//go:embed data/clusters.bin
var embeddedClusters []byte

// Model is a trained tagger.
type Model struct {
	extractor  *feature.Extractor
	features   table
	transition lattice.Transition
	odds       lattice.Odds
	exp        []float32 // exp(-i/scale)
	curve      [label.Kinds][weights.Bins + 1]float64
}

var defaultModel = sync.OnceValue(func() *Model {
	m, err := Load(embeddedWeights, embeddedClusters)
	if err != nil {
		panic("tagger: " + err.Error())
	}
	return m
})

// Default gives the embedded Model, loaded on first use.
func Default() *Model { return defaultModel() }

// Load makes a Model of what ingest/tagger/train wrote.
func Load(weightData, clusterData []byte) (*Model, error) {
	w, err := weights.Decode(weightData)
	if err != nil {
		return nil, fmt.Errorf("load tagger: %w", err)
	}
	words, err := feature.Decode(clusterData)
	if err != nil {
		return nil, fmt.Errorf("load tagger: %w", err)
	}
	m := &Model{extractor: feature.New(w.Groups, feature.NewClusters(words)), features: newTable(w.Features)}
	for i, row := range w.Transition {
		for k, v := range row {
			m.transition[i][k] = int32(v)
			m.odds[i][k] = float32(math.Exp(float64(v) / float64(w.Scale)))
		}
	}
	for i := range int(w.Scale * 20) {
		m.exp = append(m.exp, float32(math.Exp(-float64(i)/float64(w.Scale))))
	}
	for kind, row := range w.Confidence {
		for i, percent := range row {
			m.curve[kind][i] = float64(percent) / 100
		}
	}
	return m, nil
}

// confidence reads a posterior off the curve of its kind.
func (m *Model) confidence(kind int, p float64) float64 {
	at := min(max(p, 0), 1) * weights.Bins
	i := min(int(at), weights.Bins-1)
	c := &m.curve[kind]
	return c[i] + (c[i+1]-c[i])*(at-float64(i))
}

// table finds the weights of features. A slot holds the 40 bits of a key and, in
// the low 24, where in values its weights begin; empty where it is 0.
type table struct {
	slots  []uint64
	shift  uint
	values []byte // count, then label and value in turn
}

const keyBits = 40

func newTable(features []weights.Feature) table {
	t := table{shift: keyBits, values: []byte{0}}
	for size := 1; size < 2*len(features)+2; size *= 2 {
		t.shift--
	}
	t.slots = make([]uint64, 1<<(keyBits-t.shift))
	for _, f := range features {
		i := f.Key >> t.shift
		for t.slots[i] != 0 {
			i = (i + 1) % uint64(len(t.slots))
		}
		t.slots[i] = f.Key<<24 | uint64(len(t.values))
		t.values = append(t.values, byte(len(f.Labels)))
		for k, l := range f.Labels {
			t.values = append(t.values, l, byte(f.Values[k]))
		}
	}
	return t
}

// emit adds up the weights of features by label.
func (m *Model) emit(sum []int32, keys []uint64) {
	t := &m.features
	mask := uint64(len(t.slots) - 1)
	for _, key := range keys {
		i := key >> t.shift
		for t.slots[i] != 0 && t.slots[i]>>24 != key {
			i = (i + 1) & mask
		}
		if t.slots[i] == 0 {
			continue
		}
		at := t.slots[i] & (1<<24 - 1)
		pairs := t.values[at+1:][:2*int(t.values[at])]
		for k := 0; k+1 < len(pairs); k += 2 {
			sum[pairs[k]] += int32(int8(pairs[k+1]))
		}
	}
}

// posterior fills the lattice with probabilities.
func (m *Model) posterior(l *lattice.Lattice) {
	for i := range l.Emission {
		e := &l.Emission[i]
		top := slices.Max(e[:])
		for k, v := range e {
			l.Chance[i][k] = m.exp[min(int(top-v), len(m.exp)-1)]
		}
	}
	l.Sum(&m.odds)
}
