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
	leads      *lattice.Leads
	gains      lattice.Gains
	odds       lattice.Odds
	exp        []float32 // exp(-i/scale)
	confidence [label.Kinds]weights.Curve
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
	m.leads, m.gains = lattice.LeadsOf(&m.transition), lattice.GainsOf(&m.transition)
	for i := range int(w.Scale * 20) {
		m.exp = append(m.exp, float32(math.Exp(-float64(i)/float64(w.Scale))))
	}
	m.confidence = w.Confidence
	return m, nil
}

// posterior fills the lattice with probabilities.
func (m *Model) posterior(l *lattice.Lattice) {
	l.Grow(l.Len())
	for i := range l.Emission {
		e := &l.Emission[i]
		top := slices.Max(e[:])
		for k, v := range e {
			l.Chance[i][k] = m.exp[min(int(top-v), len(m.exp)-1)]
		}
	}
	l.Sum(&m.odds)
}
