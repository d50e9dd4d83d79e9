package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Internal keys of the index, written in the same batch as the documents.
var (
	keyFingerprint = []byte("zhiku.fingerprint")
	keyPosition    = []byte("zhiku.position") // the last change indexed
	keyStore       = []byte("zhiku.store")    // the store it was indexed from
)

// patience is how long opening waits for another owner to leave.
const patience = time.Second

// bleveConfig merges segments as Bleve does by itself, or, while very much is
// indexed, not at all, so that everything is merged once, at the end, and not
// once for every level. What is not named here Bleve would remember from when the
// index was made.
func bleveConfig(merging bool) map[string]any {
	perTier := mergeplan.DefaultMergePlanOptions.MaxSegmentsPerTier
	if !merging {
		perTier = 1 << 20
	}
	return map[string]any{
		"bolt_timeout":           patience.String(),
		"scorchMergePlanOptions": map[string]any{"MaxSegmentsPerTier": perTier},
	}
}

// owner is the lock on an index folder. Bleve has one of its own, but a folder
// that is broken or to be removed needs one outside what is taken away.
type owner struct{ file *bolt.DB }

func own(dir string) (*owner, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	file, err := bolt.Open(filepath.Join(dir, "owner"), 0o600, &bolt.Options{Timeout: patience})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("another process has it open; stop it or choose another folder: %w", store.ErrBusy)
	}
	if err != nil {
		return nil, err
	}
	return &owner{file}, nil
}

func (o *owner) release() error { return o.file.Close() }

// openOrNew opens the index in dir, or begins a new one where it cannot be
// used, into which so many changes will go. The caller owns dir.
func openOrNew(dir string, changes int64) (bleve.Index, error) {
	if _, err := os.Stat(dir); err == nil {
		b, err := openGuarded(dir)
		if err == nil {
			return b, nil
		}
		slog.Warn("index is rebuilt", "dir", dir, "why", err)
	}
	return renew(dir, changes)
}

// openGuarded opens what may be broken: a panic or a fault in a mapped file is
// an error, as is an index of another fingerprint.
func openGuarded(dir string) (b bleve.Index, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if fault := recover(); fault != nil {
			b, err = nil, fmt.Errorf("broken: %v", fault)
		}
	}()
	if err := dropBrokenSegments(dir); err != nil {
		return nil, err
	}
	b, err = bleve.OpenUsing(dir, bleveConfig(true))
	if err != nil {
		return nil, err
	}
	found, err := b.GetInternal(keyFingerprint)
	if err == nil && string(found) == fingerprint() {
		return b, nil
	}
	return nil, errors.Join(fmt.Errorf("built with %q, not %q", found, fingerprint()), err, b.Close())
}

// renew takes away what is in dir and begins an empty index, into which so many
// changes will go.
func renew(dir string, changes int64) (bleve.Index, error) {
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	b, err := newBleve(dir, changes <= bulk)
	if err != nil {
		return nil, err
	}
	if err := b.SetInternal(keyFingerprint, []byte(fingerprint())); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

func readPosition(b bleve.Index) int64 {
	value, err := b.GetInternal(keyPosition)
	if err != nil {
		return 0
	}
	n, _ := strconv.ParseInt(string(value), 10, 64) // never written: from the start
	return n
}

// dropBrokenSegments removes segment files whose checksum is wrong: Bleve does
// not look, and reading such a file may ask for any amount of memory. One that
// a crash left half-written belongs to nothing and is not missed; one that the
// index needs makes Bleve open it empty, so that it is rebuilt.
func dropBrokenSegments(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil {
		return err
	}
	for _, name := range files {
		whole, err := checksumHolds(name)
		if err != nil {
			return err
		}
		if !whole {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// checksumHolds tells whether the last four bytes of a file are the CRC-32 of
// all before, as in every segment file.
func checksumHolds(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() < crc32.Size {
		return false, err
	}
	sum := crc32.NewIEEE()
	if _, err := io.CopyN(sum, f, info.Size()-crc32.Size); err != nil {
		return false, err
	}
	var stored uint32
	err = binary.Read(f, binary.BigEndian, &stored)
	return stored == sum.Sum32(), err
}
