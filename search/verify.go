package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"zhiku/search/leaf"
	"zhiku/store"
)

// Verify compares the index with the store's log up to where the index stands,
// and gives one line for each difference: things that are missing, things that
// should not be there, and a position beyond the log's end. Nothing is indexed
// meanwhile; what is written to the store meanwhile is no difference.
func (ix *Index) Verify(ctx context.Context) ([]string, error) {
	ix.catching.Lock()
	defer ix.catching.Unlock()
	if err := ix.absent(); err != nil {
		return nil, err
	}
	position := ix.position.Load()
	end, alive, err := replay(ctx, ix.from, position)
	if err != nil {
		return nil, fmt.Errorf("verify index: %w", err)
	}
	indexed, err := ix.ids()
	if err != nil {
		return nil, fmt.Errorf("verify index: %w", err)
	}
	var out []string
	if position != end {
		out = append(out, fmt.Sprintf("index stands at change %d, the store's log ends at %d", position, end))
	}
	return append(out, differences(alive, indexed)...), nil
}

func differences(alive, indexed map[string]bool) []string {
	var out []string
	for id := range alive {
		if !indexed[id] {
			out = append(out, fmt.Sprintf("%s is in the store but not in the index", id))
		}
	}
	for id := range indexed {
		if !alive[id] {
			out = append(out, fmt.Sprintf("%s is in the index but not in the store", id))
		}
	}
	slices.Sort(out)
	return out
}

// replay reads the log up to a change, where it has as many, and gives the last
// one read and the ids of what is there then and belongs into the index.
func replay(ctx context.Context, log store.Log, to int64) (head int64, alive map[string]bool, err error) {
	alive = map[string]bool{}
	for {
		changes, err := log.Changes(ctx, head, batchDocs)
		if err != nil || len(changes) == 0 {
			return head, alive, err
		}
		for _, c := range changes {
			if c.Seq > to {
				return head, alive, nil
			}
			head = c.Seq
			if c.Kind == store.KindMention {
				continue
			}
			if c.Op == store.Put {
				alive[c.ID] = true
			} else {
				delete(alive, c.ID)
			}
		}
	}
}

// ids gives the ids of all documents of the index.
func (ix *Index) ids() (ids map[string]bool, err error) {
	s, err := ix.leaves.Open(ix.bleve)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	ids = map[string]bool{}
	for _, l := range s.Leaves {
		leaf.Each(l.Live(), func(doc uint32) {
			id, failed := l.ID(doc)
			err = errors.Join(err, failed)
			ids[unpackID(id)] = true
		})
	}
	return ids, err
}
