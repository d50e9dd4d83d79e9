package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// searching is what the queries took.
type searching struct {
	Open    float64          `json:"open_ms"`  // the index, in a new process
	First   float64          `json:"first_ms"` // the first search after that
	Cold    latency          `json:"cold"`     // the first pass, 1 client
	Warm    []load           `json:"warm"`
	Kinds   map[kind]latency `json:"kinds"` // of the warm pass with the fewest clients
	Slowest []timed          `json:"slowest"`
	Memory  memory           `json:"memory"`
	Checked int              `json:"checked"` // queries whose true total is known
	Wrong   []string         `json:"wrong,omitempty"`
}

// load is what so many clients at once see. The processor's time, garbage
// collection and merging included, says more than the clock on a machine that
// others use; of single searches it is known only where they follow each other.
type load struct {
	Clients int     `json:"clients"`
	Latency latency `json:"latency"`
	CPU     latency `json:"cpu,omitzero"` // 1 client
	MeanCPU float64 `json:"cpu_ms_per_search"`
}

// timed is a search and how long it took.
type timed struct {
	Query query   `json:"query"`
	Took  float64 `json:"took_ms"`
}

// passes of a client over all queries, of which every one was run before: a
// lone one makes several, so that a percentile rests on many searches.
func passes(clients int) int {
	if clients == 1 {
		return 3
	}
	return 1
}

// slowestShown is how many of the slowest queries are named.
const slowestShown = 5

func (j job) search(ctx context.Context, docs *corpus) (*searching, error) {
	peak := watchMemory()
	begun := time.Now()
	e, err := openEngine(ctx, j.Engine, j.Dir, newSource(docs, j.Docs))
	if err != nil {
		return nil, err
	}
	s := &searching{Open: milliseconds(time.Since(begun))}
	err = isWhole(ctx, e, j.Docs)
	if err == nil {
		err = j.measure(ctx, e, docs, s)
	}
	s.Memory = peak()
	return s, errors.Join(err, e.Close())
}

func (j job) measure(ctx context.Context, e engine, docs *corpus, s *searching) error {
	answers := make([]answer, len(j.Queries))
	times := make([]time.Duration, len(j.Queries))
	begun := time.Now()
	for i, q := range j.Queries {
		var err error
		if answers[i], times[i], err = timedSearch(ctx, e, q); err != nil {
			return err
		}
	}
	s.First, s.Cold = milliseconds(times[0]), summarize(times, time.Since(begun))
	s.Checked, s.Wrong = len(j.Totals), j.check(docs, answers)
	for i, clients := range j.Clients {
		r, err := runClients(ctx, e, j.Queries, clients)
		if err != nil {
			return err
		}
		s.Warm = append(s.Warm, r.load(clients))
		if i == 0 {
			s.Kinds, s.Slowest = byKind(j.Queries, r.took), slowest(j.Queries, r.took)
		}
	}
	return nil
}

func timedSearch(ctx context.Context, e engine, q query) (answer, time.Duration, error) {
	begun := time.Now()
	a, err := e.Search(ctx, q)
	took := time.Since(begun)
	if err != nil {
		err = fmt.Errorf("search %s: %w", q.Text(), err)
	}
	return a, took, err
}

// rounds are the times of all clients' searches.
type rounds struct {
	lock      sync.Mutex
	took, cpu [][]time.Duration // by query; cpu where there was one client
	errs      []error
	wall, all time.Duration // of all together: by the clock and of processors
}

func (r *rounds) load(clients int) load {
	l := load{Clients: clients, Latency: summarize(slices.Concat(r.took...), r.wall)}
	l.MeanCPU = milliseconds(r.all) / float64(l.Latency.Searches)
	if clients == 1 {
		l.CPU = summarize(slices.Concat(r.cpu...), 0)
	}
	return l
}

// runClients lets so many clients at once ask all queries several times, each
// in an order of its own.
func runClients(ctx context.Context, e engine, queries []query, clients int) (*rounds, error) {
	r := &rounds{took: make([][]time.Duration, len(queries)), cpu: make([][]time.Duration, len(queries))}
	begun, used := time.Now(), processCPU()
	var all sync.WaitGroup
	for c := range clients {
		all.Go(func() {
			rng := rand.New(rand.NewPCG(8, uint64(c)))
			for range passes(clients) {
				for _, i := range rng.Perm(len(queries)) {
					r.search(ctx, e, queries, i)
				}
			}
		})
	}
	all.Wait()
	r.wall, r.all = time.Since(begun), processCPU()-used
	return r, errors.Join(r.errs...)
}

func (r *rounds) search(ctx context.Context, e engine, queries []query, i int) {
	used := processCPU()
	_, took, err := timedSearch(ctx, e, queries[i])
	used = processCPU() - used
	r.lock.Lock()
	defer r.lock.Unlock()
	r.took[i] = append(r.took[i], took)
	r.cpu[i] = append(r.cpu[i], used)
	if err != nil {
		r.errs = append(r.errs, err)
	}
}

func byKind(queries []query, times [][]time.Duration) map[kind]latency {
	sorted := map[kind][]time.Duration{}
	for i, q := range queries {
		sorted[q.Kind] = append(sorted[q.Kind], times[i]...)
	}
	out := map[kind]latency{}
	for k, t := range sorted {
		out[k] = summarize(t, 0)
	}
	return out
}

// slowest queries by the middle one of their times.
func slowest(queries []query, times [][]time.Duration) []timed {
	var all []timed
	for i, q := range queries {
		all = append(all, timed{q, summarize(times[i], 0).P50})
	}
	slices.SortStableFunc(all, func(a, b timed) int { return cmp.Compare(b.Took, a.Took) })
	return all[:min(slowestShown, len(all))]
}
