package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// building is what indexing took. All sizes are in bytes.
type building struct {
	Text       int64   `json:"text_bytes"`
	Wall       float64 `json:"wall_seconds"`     // until all was indexed
	Settling   float64 `json:"settle_seconds"`   // until merging ended
	CPU        float64 `json:"cpu_seconds"`      // of the whole process, merging included
	SizeAtOnce int64   `json:"size_at_once"`     // when all was indexed
	Size       int64   `json:"size"`             // merged and closed
	Memory     memory  `json:"memory"`           // at its peak
	Reused     bool    `json:"reused,omitempty"` // of an earlier run
}

// build indexes all documents, waits for merging to end and closes.
func (j job) build(ctx context.Context, docs *corpus) (*building, error) {
	peak := watchMemory()
	from := newSource(docs, j.Docs)
	begun := time.Now()
	e, err := openEngine(ctx, j.Engine, j.Dir, from)
	if err != nil {
		return nil, err
	}
	b := &building{}
	err = j.fill(ctx, e, from, b, begun)
	if err := errors.Join(err, e.Close()); err != nil {
		return nil, err
	}
	b.Memory = peak()
	b.Size, err = folderSize(j.Dir)
	return b, err
}

func (j job) fill(ctx context.Context, e engine, from *source, b *building, begun time.Time) error {
	stop := progress(j.Engine, from, j.Docs)
	err := e.Build(ctx)
	stop()
	if err != nil {
		return err
	}
	b.Wall = time.Since(begun).Seconds()
	if b.SizeAtOnce, err = folderSize(j.Dir); err != nil {
		return err
	}
	if err := settle(ctx, j.Dir, j.Calm); err != nil {
		return err
	}
	b.Settling = time.Since(begun).Seconds() - b.Wall
	return isWhole(ctx, e, j.Docs)
}

// isWhole fails where the index does not hold n documents.
func isWhole(ctx context.Context, e engine, n int) error {
	position, err := e.Position(ctx)
	if err == nil && position != int64(n) {
		err = fmt.Errorf("the index holds %d of %d documents: one that was kept is of another version, run without -keep", position, n)
	}
	return err
}

// progress says every ten seconds how many articles were read, until stopped.
func progress(name string, from *source, n int) (stop func()) {
	tick := time.NewTicker(10 * time.Second)
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				slog.Info("indexing", "engine", name, "documents", from.read.Load(), "of", n)
			}
		}
	}()
	return func() { tick.Stop(); close(done) }
}
