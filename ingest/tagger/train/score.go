package main

import (
	"fmt"
	"io"

	"zhiku/ingest/tagger"
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/weights"
)

// guess is a span the tagger found, and whether it was right.
type guess struct {
	tag        tagger.Tag
	confidence float64
	right      bool
}

// report is what a tagger found in marked sentences.
type report struct {
	marked  [label.Kinds]int
	guesses []guess
	errors  []string // "-" a name missed, "+" one too many
}

// judge tags an example and compares.
func (r *report) judge(m *tagger.Model, e *example) {
	want := map[tagger.Span]bool{}
	for _, s := range e.spans {
		r.marked[s.Tag]++
		want[s] = true
	}
	for _, s := range m.Tag(nil, e.text, e.words) {
		bare := tagger.Span{Start: s.Start, End: s.End, Tag: s.Tag}
		r.guesses = append(r.guesses, guess{s.Tag, s.Confidence, want[bare]})
		if !want[bare] {
			r.errors = append(r.errors, fmt.Sprintf("+ %s %s %.2f\t%s", s.Tag, e.text[s.Start:s.End], s.Confidence, e.text))
		}
		delete(want, bare)
	}
	for _, s := range e.spans {
		if want[s] {
			r.errors = append(r.errors, fmt.Sprintf("- %s %s\t%s", s.Tag, e.text[s.Start:s.End], e.text))
		}
	}
}

func (r *report) add(o *report) {
	for i, n := range o.marked {
		r.marked[i] += n
	}
	r.guesses = append(r.guesses, o.guesses...)
	r.errors = append(r.errors, o.errors...)
}

// score gives precision, recall and F1 of a kind in percent; of all kinds for -1.
func (r *report) score(kind int) (p, rec, f float64) {
	right, found, marked := 0, 0, 0
	for _, g := range r.guesses {
		if kind < 0 || int(g.tag) == kind {
			found++
			if g.right {
				right++
			}
		}
	}
	for k, n := range r.marked {
		if kind < 0 || k == kind {
			marked += n
		}
	}
	p, rec = 100*float64(right)/float64(max(found, 1)), 100*float64(right)/float64(max(marked, 1))
	return p, rec, 2 * p * rec / max(p+rec, 1e-9)
}

func (r *report) print(out io.Writer) {
	fmt.Fprintln(out, "| class | marked | precision | recall | F1 |\n|---|---|---|---|---|")
	for k := range label.Kinds {
		p, rec, f := r.score(k)
		fmt.Fprintf(out, "| %s | %d | %.1f | %.1f | %.1f |\n", tagger.Tag(k), r.marked[k], p, rec, f)
	}
	p, rec, f := r.score(-1)
	fmt.Fprintf(out, "| all | %d | %.1f | %.1f | %.1f |\n", sum(r.marked[:]), p, rec, f)
}

func sum(list []int) int {
	n := 0
	for _, v := range list {
		n += v
	}
	return n
}

// curves turn a posterior into a confidence, kind by kind.
type curves = [label.Kinds][weights.Bins + 1]uint8

// plain takes the posterior as it is.
func plain() *curves {
	c := new(curves)
	for k := range c {
		for i := range c[k] {
			c[k][i] = uint8(i * 100 / weights.Bins)
		}
	}
	return c
}

// calibrate gives the curves on which a posterior says how often guesses like
// it were right. The report's confidences must be plain.
func (r *report) calibrate() *curves {
	const trust = 8 // guesses that the posterior itself counts for
	c := new(curves)
	for k := range c {
		var right, found [weights.Bins + 1]float64
		for i := range found {
			right[i], found[i] = trust*float64(i)/weights.Bins, trust
		}
		for _, g := range r.guesses {
			if int(g.tag) == k {
				i := int(g.confidence*weights.Bins + 0.5)
				found[i]++
				if g.right {
					right[i]++
				}
			}
		}
		for i, v := range rising(right[:], found[:]) {
			c[k][i] = uint8(100*v + 0.5)
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
