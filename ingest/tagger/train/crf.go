package main

import (
	"math"
	"math/rand/v2"

	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
)

// settings of a training.
type settings struct {
	seed     uint64
	runs     int // trainings that are averaged
	epochs   int
	average  int     // epochs before averaging starts
	rate     float64 // of learning
	l1, l2   float64 // of each epoch's shrinking
	miss     float64 // cost of O where a name stands
	spurious float64 // cost of a name where another label stands
	least    int     // a feature seen less often is left out
	prune    float64 // a weight below is left out
	drop     float64 // share of the features that each step leaves out
}

// crf is a conditional random field in training: AdaGrad, one sentence a step.
type crf struct {
	settings
	set     *set
	weight  []float32 // by feature, then label
	squares []float32 // sums of squared gradients
	sum     []float32 // of weight over the averaged epochs
	step    crfStep
	lattice lattice.Lattice
	random  *rand.Rand
	kept    sample // a sample without the features left out
}

// crfStep is what the transitions learn.
type crfStep struct {
	weight, squares, sum, expected [label.States][label.States]float64
	odds                           lattice.Odds
}

// result is trained weights, before they are made small.
type result struct {
	keys       []uint64
	weight     []float32 // by feature, then label
	transition [label.States][label.States]float64
}

// trainAll averages the settings' runs.
func trainAll(s *set, o settings) *result {
	r := trainCRF(s, o)
	for k := 1; k < o.runs; k++ {
		o.seed++
		next := trainCRF(s, o)
		axpy(r.weight, 1, next.weight)
		for i := range r.transition {
			for k, v := range next.transition[i] {
				r.transition[i][k] += v
			}
		}
	}
	r.divide(float64(o.runs))
	return r
}

// divide makes sums averages.
func (r *result) divide(n float64) {
	for i := range r.weight {
		r.weight[i] /= float32(n)
	}
	for i := range r.transition {
		for k := range r.transition[i] {
			r.transition[i][k] /= n
		}
	}
}

func trainCRF(s *set, o settings) *result {
	c := &crf{settings: o, set: s}
	c.weight = make([]float32, len(s.keys)*label.Count)
	c.squares = make([]float32, len(c.weight))
	c.sum = make([]float32, len(c.weight))
	c.random = rand.New(rand.NewPCG(o.seed, 2))
	for epoch := range o.epochs {
		for _, i := range c.random.Perm(len(s.samples)) {
			c.learn(c.thin(&s.samples[i]))
		}
		c.shrink()
		if epoch >= o.average {
			c.collect()
		}
	}
	return c.result()
}

// thin leaves out some features of a sample, so that no name is learned by its
// characters alone.
func (c *crf) thin(s *sample) *sample {
	if c.drop == 0 {
		return s
	}
	k := &c.kept
	k.labels, k.features, k.starts = s.labels, k.features[:0], append(k.starts[:0], 0)
	limit := uint32(c.drop * (1 << 32))
	for i := range s.labels {
		for _, f := range s.at(i) {
			if c.random.Uint32() >= limit {
				k.features = append(k.features, f)
			}
		}
		k.starts = append(k.starts, int32(len(k.features)))
	}
	return k
}

// learn takes one step along the gradient of a sentence.
func (c *crf) learn(s *sample) {
	n := len(s.labels)
	if n == 0 {
		return
	}
	c.score(s)
	for i, row := range c.step.weight {
		for k, v := range row {
			c.step.odds[i][k] = float32(math.Exp(v))
		}
	}
	c.lattice.Sum(&c.step.odds)
	for i := range n {
		c.update(s.at(i), s.labels[i], &c.lattice.Forward[i], &c.lattice.Backward[i])
	}
	c.updateTransitions(s)
}

// score fills the lattice. A wrong label's score is raised by its cost, so that
// the right one has to win by more.
func (c *crf) score(s *sample) {
	c.lattice.Grow(len(s.labels))
	boost := float32(1 / (1 - c.drop))
	for i, gold := range s.labels {
		var sum [label.Count]float32
		for _, f := range s.at(i) {
			axpy(sum[:], boost, c.weight[int(f)*label.Count:][:label.Count])
		}
		for l := range sum {
			switch {
			case label.Label(l) == gold:
			case label.Label(l) == label.O:
				sum[l] += float32(c.miss)
			default:
				sum[l] += float32(c.spurious)
			}
		}
		exponentiate(&c.lattice.Chance[i], &sum)
	}
}

func exponentiate(to *lattice.Chances, score *[label.Count]float32) {
	top := score[0]
	for _, v := range score {
		top = max(top, v)
	}
	for k, v := range score {
		to[k] = float32(math.Exp(float64(max(v-top, -40))))
	}
}

// update moves the weights of a character's features. Labels whose probability
// is right to a thousandth are left alone.
func (c *crf) update(features []int32, gold label.Label, forward, backward *lattice.Chances) {
	var labels [label.Count]int
	var slope [label.Count]float32
	n := 0
	for l := range label.Count {
		d := forward[l] * backward[l]
		if label.Label(l) == gold {
			d--
		}
		if d > 1e-3 || d < -1e-3 {
			labels[n], slope[n] = l, d
			n++
		}
	}
	rate := float32(c.rate)
	for _, f := range features {
		w := c.weight[int(f)*label.Count:][:label.Count]
		q := c.squares[int(f)*label.Count:][:label.Count]
		for k := range n {
			l, d := labels[k], slope[k]
			q[l] += d * d
			w[l] -= rate * d / float32(math.Sqrt(float64(q[l]+1)))
		}
	}
}

func (c *crf) updateTransitions(s *sample) {
	t := &c.step
	t.expected = [label.States][label.States]float64{}
	before, from := &lattice.Chances{label.O: 1}, label.O
	for i, to := range s.labels {
		c.expect(i, before)
		if from.Ends() && to.Begins() {
			t.expected[from.Boundary()][to.Boundary()]--
		}
		before, from = &c.lattice.Forward[i], to
	}
	for i := range t.expected {
		for k, d := range t.expected[i] {
			t.squares[i][k] += d * d
			t.weight[i][k] -= c.rate * d / math.Sqrt(t.squares[i][k]+1)
		}
	}
}

// expect adds the probabilities of the steps into character i.
func (c *crf) expect(i int, before *lattice.Chances) {
	var leave, enter [label.States]float32
	after, chance := &c.lattice.Backward[i], &c.lattice.Chance[i]
	for l := range label.Label(label.Count) {
		if l.Ends() {
			leave[l.Boundary()] += before[l]
		}
		if l.Begins() {
			enter[l.Boundary()] += after[l] * chance[l]
		}
	}
	for s := range leave {
		for d := range enter {
			c.step.expected[s][d] += float64(leave[s] * c.step.odds[s][d] * enter[d] / c.lattice.Norm[i])
		}
	}
}

// shrink pulls all weights towards zero, the less the surer they are.
func (c *crf) shrink() {
	for i, w := range c.weight {
		if w == 0 {
			continue
		}
		step := float32(c.rate / math.Sqrt(float64(c.squares[i]+1)))
		w /= 1 + float32(c.l2)*step
		pull := float32(c.l1) * step
		switch {
		case w > pull:
			w -= pull
		case w < -pull:
			w += pull
		default:
			w = 0
		}
		c.weight[i] = w
	}
}

func (c *crf) collect() {
	for i, w := range c.weight {
		c.sum[i] += w
	}
	for i := range c.step.weight {
		for k, w := range c.step.weight[i] {
			c.step.sum[i][k] += w
		}
	}
}

func (c *crf) result() *result {
	r := &result{c.set.keys, c.sum, c.step.sum}
	r.divide(float64(c.epochs - c.average))
	return r
}
