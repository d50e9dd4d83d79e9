package main

import (
	"errors"
	"fmt"
	"io"
	"sync"

	"zhiku/ingest/tagger"
	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/weights"
)

// trainer is what all trainings of one run share.
type trainer struct {
	settings
	examples []example
	clusters []byte
	words    []feature.Word
}

func (t *trainer) extractor(groups feature.Group) *feature.Extractor {
	return feature.New(groups, feature.NewClusters(t.words))
}

func (t *trainer) train(s *set) *result { return trainAll(s, t.settings) }

// validate tags each example by a model trained on the other folds: the model
// that would be shipped, rounded and pruned. It gives a report of each fold. Two
// folds run beside each other.
func (t *trainer) validate(n int, groups feature.Group) ([]report, error) {
	fold := folds(t.examples, n)
	all := newSet(t.examples, t.extractor(groups))
	reports, errs := make([]report, n), make([]error, n)
	gate := make(chan struct{}, 2)
	var wait sync.WaitGroup
	for k := range n {
		wait.Go(func() {
			gate <- struct{}{}
			defer func() { <-gate }()
			errs[k] = t.validateFold(&reports[k], all, groups, func(i int) bool { return fold[i] == k })
		})
	}
	wait.Wait()
	return reports, errors.Join(errs...)
}

func (t *trainer) validateFold(r *report, all *set, groups feature.Group, held func(i int) bool) error {
	trained := t.train(all.subset(t.least, func(i int) bool { return !held(i) }))
	m, err := tagger.Load(weights.Encode(trained.pack(groups, t.prune, plain())), t.clusters)
	if err != nil {
		return err
	}
	for i := range t.examples {
		if held(i) {
			r.judge(m, &t.examples[i])
		}
	}
	return nil
}

// ablate validates without each group of features in turn.
func (t *trainer) ablate(n int, full *report, log io.Writer) error {
	row := func(name string, r *report) {
		fmt.Fprintf(log, "| %s |", name)
		for _, kind := range []tagger.Tag{tagger.Person, tagger.Title, tagger.Company, tagger.Organization, tagger.Project, tagger.Product, tagger.Place, tagger.Event} {
			_, _, f := r.score(int(kind))
			fmt.Fprintf(log, " %.1f |", f)
		}
		_, _, f := r.score(-1)
		fmt.Fprintf(log, " %.1f |\n", f)
	}
	row("nothing", full)
	for i, name := range feature.Names {
		r, err := t.validate(n, feature.All&^(1<<i))
		if err != nil {
			return err
		}
		row(name, total(r))
	}
	return nil
}
