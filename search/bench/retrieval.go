package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/tabwriter"
	"time"
)

// retrievalRun is what -retrieval asks for.
type retrievalRun struct {
	Sets    string // folder of cmrc2018 and finance-headlines
	Judged  string // folder of queries.tsv and qrels.tsv on the press; may be ""
	Corpus  string // folder of press.jsonl.gz
	Engines []string
}

// retrieval is the report of a run.
type retrieval struct {
	Scores []score `json:"scores"`
}

// score of an engine on a set; each figure is the mean over the queries.
type score struct {
	Set     string  `json:"set"`
	Engine  string  `json:"engine"`
	Queries int     `json:"queries"`
	MRR     float64 `json:"mrr_10"`
	Recall  float64 `json:"recall_10"`
	NDCG    float64 `json:"ndcg_10"`
	Empty   int     `json:"nothing_found"` // queries
	Failed  int     `json:"failed"`        // queries answered with an error
	Seconds float64 `json:"seconds"`       // of all searches
}

func (r retrievalRun) run(ctx context.Context) (*retrieval, error) {
	sets, err := r.sets()
	if err != nil {
		return nil, err
	}
	out := &retrieval{}
	for _, s := range sets {
		for _, name := range r.Engines {
			got, err := s.score(ctx, name)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", s.name, err)
			}
			out.Scores = append(out.Scores, got)
		}
	}
	return out, nil
}

func (r retrievalRun) sets() ([]*judgedSet, error) {
	var sets []*judgedSet
	for _, name := range []string{"cmrc2018", "finance-headlines"} {
		dir := filepath.Join(r.Sets, name)
		s, err := readSet(dir, func(visit func(item) error) error {
			return eachPlain(filepath.Join(dir, "docs.jsonl"), visit)
		})
		if err != nil {
			return nil, err
		}
		sets = append(sets, s)
	}
	if r.Judged == "" {
		return sets, nil
	}
	s, err := readSet(r.Judged, func(visit func(item) error) error {
		return eachZipped(filepath.Join(r.Corpus, "press.jsonl.gz"), visit)
	})
	return append(sets, s), err
}

// score indexes the set's documents and asks its queries.
func (s *judgedSet) score(ctx context.Context, name string) (out score, err error) {
	dir, err := os.MkdirTemp("", "zhiku-bench-")
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	e, err := openEngine(ctx, name, filepath.Join(dir, name), newSource(s.docs, len(s.docs.ids)))
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	if err := e.Build(ctx); err != nil {
		return out, err
	}
	out = score{Set: s.name, Engine: name, Queries: len(s.queries)}
	begun := time.Now()
	for _, q := range s.queries {
		out.add(s.ask(ctx, e, q))
	}
	out.Seconds = time.Since(begun).Seconds()
	out.average()
	return out, ctx.Err()
}

// ask gives the ids of the documents found and the grades they are held against.
func (s *judgedSet) ask(ctx context.Context, e engine, q judgedQuery) ([]string, grades, error) {
	a, err := e.Search(ctx, query{question, []string{q.text}})
	ranked := make([]string, len(a.Hits))
	for i, h := range a.Hits {
		ranked[i] = s.docs.ids[h.Number]
	}
	return ranked, s.grades[q.id], err
}

// add takes one query's answer into the sums.
func (sc *score) add(ranked []string, g grades, err error) {
	switch {
	case err != nil:
		sc.Failed++
	case len(ranked) == 0:
		sc.Empty++
	}
	sc.MRR += reciprocalRank(ranked, g)
	sc.Recall += recall(ranked, g)
	sc.NDCG += gainAt(pageSize, ranked, g)
}

func (sc *score) average() {
	n := float64(max(sc.Queries, 1))
	sc.MRR, sc.Recall, sc.NDCG = sc.MRR/n, sc.Recall/n, sc.NDCG/n
}

// print writes one line for each set and engine.
func (r *retrieval) print(out io.Writer) {
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "set\tengine\tqueries\tMRR@10\trecall@10\tnDCG@10\tnothing found\tfailed\tseconds\t")
	for _, s := range r.Scores {
		fmt.Fprintf(t, "%s\t%s\t%d\t%.3f\t%.3f\t%.3f\t%d\t%d\t%.1f\t\n",
			s.Set, s.Engine, s.Queries, s.MRR, s.Recall, s.NDCG, s.Empty, s.Failed, s.Seconds)
	}
	t.Flush()
}
