package main

import (
	"fmt"
	"io"

	"zhiku/ingest/tagger"
	"zhiku/ingest/tagger/internal/label"
)

// guess is a span the tagger found, and whether it was right.
type guess struct {
	tag       tagger.Tag
	posterior float64
	right     bool
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

// total joins reports.
func total(reports []report) *report {
	r := &report{}
	for _, o := range reports {
		for i, n := range o.marked {
			r.marked[i] += n
		}
		r.guesses = append(r.guesses, o.guesses...)
		r.errors = append(r.errors, o.errors...)
	}
	return r
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
