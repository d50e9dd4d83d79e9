package lattice

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"zhiku/ingest/tagger/internal/label"
)

// random fills a lattice of n characters and a table of transitions.
func random(r *rand.Rand, n int) (*Lattice, *Transition, *Odds) {
	l, t, o := &Lattice{}, &Transition{}, &Odds{}
	l.Grow(n)
	for i := range n {
		l.Next()
		for k := range l.Emission[i] {
			l.Emission[i][k] = int32(r.IntN(200) - 100)
			l.Chance[i][k] = float32(math.Exp(float64(l.Emission[i][k]) / 50))
		}
	}
	for i := range t {
		for k := range t[i] {
			t[i][k] = int32(r.IntN(200) - 100)
			o[i][k] = float32(math.Exp(float64(t[i][k]) / 50))
		}
	}
	return l, t, o
}

// sequences calls f with every allowed sequence of n labels and its score.
func sequences(l *Lattice, t *Transition, n int, f func(labels []label.Label, score int32)) {
	labels := make([]label.Label, 0, n)
	var grow func(score int32)
	grow = func(score int32) {
		before := label.O
		if len(labels) > 0 {
			before = labels[len(labels)-1]
		}
		if len(labels) == n {
			if before.Ends() {
				f(labels, score)
			}
			return
		}
		i := len(labels)
		for k := range label.Label(label.Count) {
			if !label.Follows(before, k) {
				continue
			}
			s := score + l.Emission[i][k]
			if k.Begins() {
				s += t[before.Boundary()][k.Boundary()]
			}
			labels = append(labels, k)
			grow(s)
			labels = labels[:i]
		}
	}
	grow(0)
}

func TestBestIsTheBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := 1; n <= 4; n++ {
		l, transition, _ := random(r, n)
		top := int32(math.MinInt32)
		var want []label.Label
		sequences(l, transition, n, func(labels []label.Label, score int32) {
			if score > top {
				top, want = score, slices.Clone(labels)
			}
		})
		if got := l.Best(transition, LeadsOf(transition)); !slices.Equal(got, want) {
			t.Errorf("%d characters: got %v, want %v", n, got, want)
		}
	}
}

// TestHope: where a name is among the best labels there was hope for one.
func TestHope(t *testing.T) {
	r, named, hopeless := rand.New(rand.NewPCG(7, 8)), 0, 0
	for range 4000 {
		l, transition, _ := random(r, 1+r.IntN(8))
		transition[0][0] = int32(r.IntN(200))
		gains, hope, hoped := GainsOf(transition), NoHope, false
		for i := range l.Emission {
			e := &l.Emission[i]
			e[label.O] = int32(r.IntN(150))
			hope = hope.After(slices.Max(e[1:])-e[label.O], &gains)
			hoped = hoped || hope.Left(&gains)
		}
		hoped = hoped || hope > 0
		best := l.Best(transition, LeadsOf(transition))
		switch found := slices.ContainsFunc(best, func(l label.Label) bool { return l != label.O }); {
		case found && !hoped:
			t.Fatalf("%v without hope", best)
		case found:
			named++
		case !hoped:
			hopeless++
		}
	}
	if named < 100 || hopeless < 100 {
		t.Errorf("%d lattices with names, %d without hope: too few", named, hopeless)
	}
}

func TestBestObeysFollows(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		l, transition, _ := random(r, 1+r.IntN(40))
		before := label.O
		for _, b := range l.Best(transition, LeadsOf(transition)) {
			if !label.Follows(before, b) {
				t.Fatalf("%d after %d", b, before)
			}
			before = b
		}
		if !before.Ends() {
			t.Fatalf("the last label is %d", before)
		}
	}
}

func TestProbability(t *testing.T) {
	const n = 4
	l, transition, odds := random(rand.New(rand.NewPCG(5, 6)), n)
	total, share := 0.0, map[label.Span]float64{}
	sequences(l, transition, n, func(labels []label.Label, score int32) {
		p := math.Exp(float64(score) / 50)
		total += p
		for _, s := range label.Decode(nil, labels) {
			share[s] += p
		}
	})
	l.Sum(odds)
	for s, p := range share {
		if got := l.Probability(s); math.Abs(got-p/total) > 1e-4 {
			t.Errorf("%v: got %.5f, want %.5f", s, got, p/total)
		}
	}
}
