package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strconv"
	"time"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
)

// Larger batches are hardly faster, but Bleve needs some 200 bytes of memory for
// a byte of text in a batch.
const (
	runLength    = 200      // changes whose rows are fetched together
	batchDocs    = 6000     // a batch is written when it holds so many …
	batchBytes   = 16 << 20 // … or so much text
	bulk         = 20_000   // changes behind the log from which memory is spent for speed
	defaultEvery = 200 * time.Millisecond
	longestPause = 30 * time.Second // between tries, while errors last
)

// Follow catches up now and whenever the log has grown, looking every so often
// (200 ms for 0), until ctx ends; then it returns nil. An error is logged and
// tried again, later and later.
func (ix *Index) Follow(ctx context.Context, every time.Duration) error {
	if every <= 0 {
		every = defaultEvery
	}
	pause := every
	for ctx.Err() == nil {
		err := ix.CatchUp(ctx)
		switch {
		case errors.Is(err, errClosed):
			return err
		case err == nil:
			pause = every
		case ctx.Err() == nil:
			pause = min(pause*2, longestPause)
			slog.Error("index cannot catch up", "err", err, "next", pause)
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
	return nil
}

// CatchUp indexes all changes until the head of the log. An index that is of
// another store, or ahead of this one, is rebuilt.
func (ix *Index) CatchUp(ctx context.Context) error {
	ix.catching.Lock()
	defer ix.catching.Unlock()
	if ix.closed {
		return errClosed
	}
	head, err := ix.from.LastChange(ctx)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	if ix.bleve == nil {
		if err := ix.rebuild(head, "the last try failed"); err != nil {
			return err
		}
	}
	if err := ix.checkStore(ctx, head); err != nil {
		return err
	}
	much := head-ix.position.Load() > bulk
	if much {
		defer collectLess()()
	}
	for ix.position.Load() < head {
		if err := ix.step(ctx); err != nil {
			return fmt.Errorf("index changes after %d: %w", ix.position.Load(), err)
		}
	}
	if much {
		if err := ix.compact(ctx); err != nil {
			return fmt.Errorf("index: merging what was indexed: %w", err)
		}
	}
	return ix.warm()
}

// compact merges all segments into one, and opens the index again, so that from
// then on it is merged as it grows.
func (ix *Index) compact(ctx context.Context) error {
	advanced, err := ix.bleve.Advanced()
	if err != nil {
		return err
	}
	merged, ok := advanced.(*scorch.Scorch)
	if !ok {
		return fmt.Errorf("an index of %T is not known", advanced)
	}
	if err := merged.ForceMerge(ctx, &mergeplan.SingleSegmentMergePlanOptions); err != nil {
		return err
	}
	ix.swap.Lock()
	defer ix.swap.Unlock()
	if err := ix.bleve.Close(); err != nil {
		return err
	}
	ix.bleve, err = bleve.OpenUsing(dataDir(ix.dir), bleveConfig(true))
	return err
}

// collectLess lets garbage grow to twice what lives while much is indexed,
// which spares a seventh of the time; unless somebody has set it otherwise.
func collectLess() (done func()) {
	const usual, less = 100, 200
	if before := debug.SetGCPercent(less); before != usual {
		debug.SetGCPercent(before)
		return func() {}
	}
	return func() { debug.SetGCPercent(usual) }
}

// warm loads what searches need of segments that are new, so that no search
// waits for it.
func (ix *Index) warm() (err error) {
	s, err := ix.leaves.Open(ix.bleve)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	for _, l := range s.Leaves {
		if _, err := l.Bytes(fieldLength); err != nil {
			return err
		}
		if _, err := l.Numbers(fieldPublished, dayOf); err != nil {
			return err
		}
		if _, err := l.Beginnings(); err != nil {
			return err
		}
	}
	return nil
}

// checkStore rebuilds an index that cannot be of this store: one that is ahead
// of its log, or was filled from a log that began otherwise.
func (ix *Index) checkStore(ctx context.Context, head int64) error {
	if ix.position.Load() > head {
		ix.identity = ""
		if err := ix.rebuild(head, "it is ahead of the store"); err != nil {
			return err
		}
	}
	if ix.identity != "" || head == 0 {
		return nil
	}
	identity, err := identify(ctx, ix.from)
	if err != nil {
		return err
	}
	filled, err := ix.bleve.GetInternal(keyStore)
	if err != nil {
		return err
	}
	if filled != nil && string(filled) != identity {
		if err := ix.rebuild(head, "it is of another store"); err != nil {
			return err
		}
	}
	ix.identity = identity
	return nil
}

// identify gives what tells a store from others: its first change.
func identify(ctx context.Context, log store.Log) (string, error) {
	first, err := log.Changes(ctx, 0, 1)
	if err != nil || len(first) == 0 {
		return "", err
	}
	return first[0].ID + " " + first[0].At.UTC().Format(time.RFC3339Nano), nil
}

// step writes one batch: the next changes, and how far they go.
func (ix *Index) step(ctx context.Context) error {
	batch := ix.bleve.NewBatch()
	position := ix.position.Load()
	for batch.Size() < batchDocs && batch.TotalDocsSize() < batchBytes {
		changes, err := ix.from.Changes(ctx, position, runLength)
		if err != nil {
			return err
		}
		if len(changes) == 0 {
			break
		}
		if err := ix.add(ctx, batch, changes); err != nil {
			return err
		}
		position = changes[len(changes)-1].Seq
	}
	if position == ix.position.Load() {
		return fmt.Errorf("the log ends before its last change")
	}
	return ix.write(batch, position)
}

func (ix *Index) write(batch *bleve.Batch, position int64) error {
	batch.SetInternal(keyPosition, []byte(strconv.FormatInt(position, 10)))
	batch.SetInternal(keyStore, []byte(ix.identity))
	if err := ix.bleve.Batch(batch); err != nil {
		return err
	}
	ix.position.Store(position)
	return nil
}

// add puts what the changed things are now into a batch, whatever happened to
// them in between: a thing that is no longer there is deleted.
func (ix *Index) add(ctx context.Context, batch *bleve.Batch, changes []store.Change) error {
	rows, err := fetch(ctx, ix.from, changes)
	if err != nil {
		return err
	}
	for id := range rows.ids {
		d := rows.document(id)
		if d == nil {
			batch.Delete(packID(id))
			continue
		}
		if err := batch.IndexAdvanced(d.document()); err != nil {
			return fmt.Errorf("%s: %w", id, err)
		}
	}
	return nil
}
