package ingest

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"zhiku/ingest/extract"
	"zhiku/ingest/source"
	"zhiku/store"
)

// Event is what became of one item.
type Event struct {
	Item                      source.Item
	Outcome                   store.Outcome // "" where Err is set
	Quotes, Figures, Entities int           // found; 0 where nothing had to be done
	Err                       error
}

// Counts sums up a run.
type Counts struct {
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Failed    int `json:"failed"`
}

func (c *Counts) add(e *Event) {
	switch {
	case e.Err != nil:
		c.Failed++
	case e.Outcome == store.New:
		c.New++
	case e.Outcome == store.Changed:
		c.Changed++
	default:
		c.Unchanged++
	}
}

// job is one item on its way: extraction runs beside others, writing in the
// order of reading.
type job struct {
	item source.Item
	doc  *store.Document // nil where the store has it already
	err  error
	done chan struct{}
}

// Run reads, extracts and writes items; report hears of each, in the order of
// items, once it is in the store or has failed. One failure does not stop the
// rest. The error is the context's, or the store's when it takes no more.
func Run(ctx context.Context, items iter.Seq[source.Item], w store.Writer, report func(Event)) (Counts, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *job)
	ordered := make(chan *job, 2*workers) // bounds the articles held at once

	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for j := range todo {
				j.doc, j.err = prepare(ctx, w, &j.item)
				close(j.done)
			}
		})
	}
	wg.Go(func() { feed(ctx, items, todo, ordered) })

	counts, err := write(ctx, ordered, w, report)
	cancel()
	for range ordered { // lets feed come to its end
	}
	wg.Wait()
	return counts, err
}

// feed hands every item to a worker and, in order, to the writer.
func feed(ctx context.Context, items iter.Seq[source.Item], todo, ordered chan<- *job) {
	defer close(todo)
	defer close(ordered)
	for item := range items {
		j := &job{item: item, done: make(chan struct{})}
		select {
		case ordered <- j:
		case <-ctx.Done():
			return
		}
		select {
		case todo <- j:
		case <-ctx.Done():
			j.err = ctx.Err()
			close(j.done)
			return
		}
	}
}

// prepare does all that needs no writing.
func prepare(ctx context.Context, w store.Writer, item *source.Item) (*store.Document, error) {
	if item.Err != nil {
		return nil, item.Err
	}
	a := item.Article
	id, known, err := w.Known(ctx, a.SourceKey, a.SHA256, extract.Version)
	if id != "" {
		a.ID = id
	}
	if err != nil || known {
		return nil, err
	}
	return Extract(a)
}

func write(ctx context.Context, ordered <-chan *job, w store.Writer, report func(Event)) (Counts, error) {
	var counts Counts
	for j := range ordered {
		<-j.done
		if err := ctx.Err(); err != nil {
			return counts, err
		}
		e := put(ctx, w, j)
		if err := ctx.Err(); err != nil && e.Err != nil {
			return counts, err // the item did not fail, the run was stopped
		}
		counts.add(&e)
		report(e)
	}
	return counts, ctx.Err()
}

func put(ctx context.Context, w store.Writer, j *job) Event {
	e := Event{Item: j.item, Err: j.err, Outcome: store.Unchanged}
	if j.err == nil && j.doc != nil {
		e.Quotes, e.Figures, e.Entities = len(j.doc.Quotes), len(j.doc.Figures), len(j.doc.Entities)
		e.Outcome, e.Err = w.Put(ctx, j.doc)
	}
	if e.Err != nil {
		e.Outcome = ""
		e.Err = fmt.Errorf("%s: %w", j.item.Name(), e.Err)
	}
	return e
}
