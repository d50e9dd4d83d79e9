package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"zhiku/store"
)

// living is what a reader sees while articles come in.
type living struct {
	Articles   int     `json:"articles"`
	Searchable latency `json:"searchable"` // from an article's entry in the log
	Quiet      latency `json:"quiet"`      // 1 client, before
	Meanwhile  latency `json:"meanwhile"`  // 1 client, while they came in
}

// perSecond is how many articles come in.
const perSecond = 20

// stream is the corpus continued: an article that comes in holds words by which
// it alone is found.
type stream struct {
	*corpus
	from int // the first that comes in
}

func marker(n int) string { return fmt.Sprintf("号外第%d号", n) }

// Article n, with its marker where it came in.
func (s stream) Article(n int) *store.Article {
	a := s.corpus.Article(n)
	if n >= s.from {
		a.Text += marker(n)
	}
	return a
}

// live measures on a copy of the index, for what comes in stays in.
func (j job) live(ctx context.Context, docs *corpus) (out *living, err error) {
	copied := j.Dir + ".live"
	defer func() { err = errors.Join(err, os.RemoveAll(copied)) }()
	if err := os.RemoveAll(copied); err != nil {
		return nil, err
	}
	if err := os.CopyFS(copied, os.DirFS(j.Dir)); err != nil {
		return nil, err
	}
	from := newSource(stream{docs, j.Docs}, j.Docs)
	e, err := openOurs(ctx, copied, from)
	if err != nil {
		return nil, err
	}
	out, err = j.watch(ctx, e.(*ours), from)
	return out, errors.Join(err, e.Close())
}

func (j job) watch(ctx context.Context, o *ours, from *source) (*living, error) {
	if err := isWhole(ctx, o, j.Docs); err != nil {
		return nil, err
	}
	if _, err := runFor(ctx, o, j.Queries, j.LiveFor); err != nil { // to warm
		return nil, err
	}
	out := &living{}
	var err error
	if out.Quiet, err = runFor(ctx, o, j.Queries, j.LiveFor); err != nil {
		return nil, err
	}
	following, stop := context.WithCancel(ctx)
	followed, arrived := make(chan error, 1), make(chan error, 1)
	var delays []time.Duration
	go func() { followed <- o.Follow(following) }()
	go func() {
		var err error
		delays, err = arrive(ctx, o, from, j.LiveFor)
		arrived <- err
	}()
	out.Meanwhile, err = runFor(ctx, o, j.Queries, j.LiveFor)
	err = errors.Join(err, <-arrived)
	stop()
	err = errors.Join(err, <-followed)
	out.Articles, out.Searchable = len(delays), summarize(delays, 0)
	return out, err
}

// runFor lets one client ask the queries in turn for a while, and each once.
func runFor(ctx context.Context, e engine, queries []query, d time.Duration) (latency, error) {
	var times []time.Duration
	begun := time.Now()
	for i := 0; i < len(queries) || time.Since(begun) < d; i++ {
		_, took, err := timedSearch(ctx, e, queries[i%len(queries)])
		if err != nil {
			return latency{}, err
		}
		times = append(times, took)
	}
	return summarize(times, time.Since(begun)), nil
}

// longestDelay is how long the last article is waited for.
const longestDelay = 30 * time.Second

// arrive lets articles come in at an even pace and gives how long each took to
// be found. An article counts as found when the index has come to its change;
// that a search finds it then is tried with the newest each time.
func arrive(ctx context.Context, o *ours, from *source, d time.Duration) ([]time.Duration, error) {
	first := from.head.Load()
	pace := time.Second / perSecond
	want := int(d / pace)
	begun := time.Now()
	var entered, delays []time.Duration
	for len(delays) < want {
		now := time.Since(begun)
		if now > d+longestDelay {
			return delays, fmt.Errorf("%d of %d articles were not found after %v", want-len(delays), want, longestDelay)
		}
		for len(entered) < want && now >= time.Duration(len(entered))*pace {
			from.head.Add(1)
			entered = append(entered, now)
		}
		position, err := o.Position(ctx)
		if err != nil {
			return nil, err
		}
		if come := int(position - first); come > len(delays) {
			if err := isFound(ctx, o, int(position)-1); err != nil {
				return nil, err
			}
			found := time.Since(begun)
			for _, at := range entered[len(delays):come] {
				delays = append(delays, found-at)
			}
		}
		time.Sleep(2 * time.Millisecond)
	}
	return delays, ctx.Err()
}

func isFound(ctx context.Context, e engine, n int) error {
	a, err := e.Search(ctx, query{phrase, []string{marker(n)}})
	if err == nil && (len(a.Hits) == 0 || a.Hits[0].Number != n) {
		err = fmt.Errorf("article %d was indexed, but its words find %+v", n, a)
	}
	return err
}
