package main

import (
	"fmt"
	"io"

	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/weights"
)

// curves turn a posterior into a confidence, kind by kind.
type curves = [label.Kinds]weights.Curve

// plain takes the posterior as it is.
func plain() *curves {
	c := new(curves)
	for k := range c {
		for i, p := range weights.Knots {
			c[k][i] = uint16(weights.Units*p + 0.5)
		}
	}
	return c
}

// calibrate gives the curves on which a posterior says how often guesses like
// it were right. A guess counts for both knots it lies between, the more for the
// nearer one.
func (r *report) calibrate() *curves {
	const trust = 8 // guesses that the posterior itself counts for
	c := new(curves)
	for k := range c {
		var right, found [len(weights.Knots)]float64
		for i, p := range weights.Knots {
			right[i], found[i] = trust*p, trust
		}
		for _, g := range r.guesses {
			if int(g.tag) != k {
				continue
			}
			i, way := weights.Between(g.posterior)
			found[i] += 1 - way
			found[i+1] += way
			if g.right {
				right[i] += 1 - way
				right[i+1] += way
			}
		}
		for i, v := range rising(right[:], found[:]) {
			c[k][i] = uint16(weights.Units*v + 0.5)
		}
	}
	return c
}

// rising gives the shares right/found, pooled where one is below the one before.
func rising(right, found []float64) []float64 {
	type pool struct {
		right, found float64
		n            int
	}
	var pools []pool
	for i := range right {
		p := pool{right[i], found[i], 1}
		for len(pools) > 0 && pools[len(pools)-1].right/pools[len(pools)-1].found >= p.right/p.found {
			last := pools[len(pools)-1]
			p = pool{p.right + last.right, p.found + last.found, p.n + last.n}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	var out []float64
	for _, p := range pools {
		for range p.n {
			out = append(out, p.right/p.found)
		}
	}
	return out
}

// reliability prints how often guesses of each confidence are right, with curves
// learned on the other folds.
func reliability(reports []report, out io.Writer) {
	bounds := []float64{0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01}
	said, right, found := make([]float64, len(bounds)), make([]float64, len(bounds)), make([]float64, len(bounds))
	for k := range reports {
		others := append(append([]report{}, reports[:k]...), reports[k+1:]...)
		c := total(others).calibrate()
		for _, g := range reports[k].guesses {
			confidence, b := weights.Read(&c[g.tag], g.posterior), 0
			for confidence >= bounds[b+1] {
				b++
			}
			said[b] += confidence
			found[b]++
			if g.right {
				right[b]++
			}
		}
	}
	fmt.Fprintln(out, "| confidence | names | said | right |\n|---|---|---|---|")
	for b := range len(bounds) - 1 {
		n := max(found[b], 1)
		fmt.Fprintf(out, "| %.2f to %.2f | %.0f | %.1f | %.1f |\n", bounds[b], min(bounds[b+1], 1), found[b], 100*said[b]/n, 100*right[b]/n)
	}
}
