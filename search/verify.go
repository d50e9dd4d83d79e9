package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// Verify compares the index with the store's log and gives one line for each
// difference: things that are missing, things that should not be there, and a
// position that is not the head. Nothing is indexed meanwhile.
func (ix *Index) Verify(ctx context.Context) ([]string, error) {
	ix.catching.Lock()
	defer ix.catching.Unlock()
	if ix.bleve == nil {
		return nil, errClosed
	}
	position := ix.position.Load()
	head, alive, err := replay(ctx, ix.from)
	if err != nil {
		return nil, fmt.Errorf("verify index: %w", err)
	}
	indexed, err := idsOf(ix.bleve)
	if err != nil {
		return nil, fmt.Errorf("verify index: %w", err)
	}
	var out []string
	if position != head {
		out = append(out, fmt.Sprintf("index stands at change %d, the store at %d", position, head))
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

// replay reads the whole log and gives its end and the ids of what is there
// then and belongs into the index.
func replay(ctx context.Context, log store.Log) (head int64, alive map[string]bool, err error) {
	alive = map[string]bool{}
	for {
		changes, err := log.Changes(ctx, head, batchDocs)
		if err != nil || len(changes) == 0 {
			return head, alive, err
		}
		for _, c := range changes {
			if c.Kind == store.KindMention {
				continue
			}
			if c.Op == store.Put {
				alive[c.ID] = true
			} else {
				delete(alive, c.ID)
			}
		}
		head = changes[len(changes)-1].Seq
	}
}

// idsOf gives the ids of all documents of an index.
func idsOf(b bleve.Index) (ids map[string]bool, err error) {
	advanced, err := b.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, reader.Close()) }()
	all, err := reader.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, all.Close()) }()
	return readIDs(reader, all)
}

func readIDs(reader index.IndexReader, all index.DocIDReader) (map[string]bool, error) {
	ids := map[string]bool{}
	for {
		internal, err := all.Next()
		if err != nil || internal == nil {
			return ids, err
		}
		id, err := reader.ExternalID(internal)
		if err != nil {
			return nil, err
		}
		ids[id] = true
	}
}
