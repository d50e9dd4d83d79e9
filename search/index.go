package search

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"zhiku/search/leaf"
	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"golang.org/x/sync/semaphore"
)

// Source is what the index reads of the store.
type Source interface {
	store.Log
	ArticlesByID(ctx context.Context, ids []store.ArticleID) (map[store.ArticleID]*store.Article, error)
	QuotesByID(ctx context.Context, ids []store.QuoteID) (map[store.QuoteID]*store.Quote, error)
	FiguresByID(ctx context.Context, ids []store.FigureID) (map[store.FigureID]*store.Figure, error)
	EntitiesByID(ctx context.Context, ids []store.EntityID) (map[store.EntityID]*store.Entity, error)
	EntitiesIn(ctx context.Context, articles []store.ArticleID, perParent int) (map[store.ArticleID][]*store.Entity, error)
}

// Index is an open index. All its methods may be called at once.
type Index struct {
	dir    string
	from   Source
	owner  *owner
	leaves leaf.Cache
	turns  *semaphore.Weighted // searches that may run at once
	budget time.Duration       // for one search, its wait not counted

	catching sync.Mutex // held by whoever writes
	identity string     // of the store, once the index is known to be of it; guarded by catching

	swap   sync.RWMutex // held for writing while bleve is exchanged
	bleve  bleve.Index  // nil when closed, and where making it anew has failed
	closed bool

	position atomic.Int64 // the last change indexed
	goal     atomic.Int64 // the head to reach before answers are whole
}

var (
	errClosed  = errors.New("the index is closed")
	errMissing = fmt.Errorf("the index could not be made anew and is tried again: %w", store.ErrBusy)
)

// absent tells why there is no index, where there is none.
func (ix *Index) absent() error {
	switch {
	case ix.closed:
		return errClosed
	case ix.bleve == nil:
		return errMissing
	}
	return nil
}

// Open opens the index in the folder dir, which it makes where there is none,
// and owns it until Close; store.ErrBusy when somebody else does. An index that
// is missing, broken or of another version is begun anew and filled by Follow
// or CatchUp.
func Open(ctx context.Context, dir string, from Source) (*Index, error) {
	head, err := from.LastChange(ctx)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	owner, err := own(dir)
	if err != nil {
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	b, err := openOrNew(dataDir(dir), head)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open index %s: %w", dir, err), owner.release())
	}
	ix := &Index{dir: dir, from: from, owner: owner, bleve: b, budget: defaultBudget,
		turns: semaphore.NewWeighted(int64(runtime.GOMAXPROCS(0)))}
	ix.position.Store(readPosition(b))
	ix.goal.Store(head)
	return ix, nil
}

// Remove takes the index in dir away, so that it is rebuilt when next opened;
// store.ErrBusy when somebody has it open.
func Remove(dir string) error {
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	owner, err := own(dir)
	if err != nil {
		return fmt.Errorf("remove index %s: %w", dir, err)
	}
	return errors.Join(os.RemoveAll(dataDir(dir)), owner.release())
}

// Close gives the folder free. Searches and catching up that are under way end first.
func (ix *Index) Close() error {
	ix.catching.Lock()
	defer ix.catching.Unlock()
	ix.swap.Lock()
	defer ix.swap.Unlock()
	var err error
	ix.closed = true
	if ix.bleve != nil {
		err = ix.bleve.Close()
		ix.bleve = nil
	}
	return errors.Join(err, ix.owner.release())
}

// Status tells how far the index has come.
func (ix *Index) Status(ctx context.Context) (Status, error) {
	head, err := ix.from.LastChange(ctx)
	if err != nil {
		return Status{}, fmt.Errorf("index status: %w", err)
	}
	return Status{Position: ix.position.Load(), Head: head, Building: ix.building()}, nil
}

// building tells whether the index lacks what was in the store when it was begun.
func (ix *Index) building() bool { return ix.position.Load() < ix.goal.Load() }

// rebuild begins the index anew, empty, and says why in the log.
func (ix *Index) rebuild(head int64, why string) error {
	slog.Warn("index is rebuilt", "dir", ix.dir, "why", why)
	ix.swap.Lock()
	defer ix.swap.Unlock()
	if ix.bleve != nil {
		if err := ix.bleve.Close(); err != nil {
			slog.Warn("closing the old index", "dir", ix.dir, "err", err)
		}
	}
	b, err := renew(dataDir(ix.dir), head)
	if err != nil {
		ix.bleve = nil
		return fmt.Errorf("rebuild index %s: %w", ix.dir, err)
	}
	ix.bleve = b
	ix.position.Store(0)
	ix.goal.Store(head)
	return nil
}

// dataDir is Bleve's folder, beside the file that tells the owner.
func dataDir(dir string) string { return filepath.Join(dir, "bleve") }
