package leaf

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// columns of a segment, each loaded once, when first asked for.
type columns struct {
	mu      sync.Mutex
	bytes   map[string][]byte
	numbers map[string][]int32
	ids     []uint32
}

// Bytes is the column of a field whose terms are single bytes, one for each
// document; 0 where a document has none.
func (l *Leaf) Bytes(field string) ([]byte, error) {
	return column(l, &l.columns.bytes, field, func(term string) byte { return term[0] })
}

// Numbers is the column of a field with one term a document, as a number that
// of makes; 0 where a document has none.
func (l *Leaf) Numbers(field string, of func(term string) int32) ([]int32, error) {
	return column(l, &l.columns.numbers, field, of)
}

// column loads a column into the segment's, or takes it from there.
func column[V any](l *Leaf, loaded *map[string][]V, field string, of func(term string) V) ([]V, error) {
	l.columns.mu.Lock()
	defer l.columns.mu.Unlock()
	if c := (*loaded)[field]; c != nil {
		return c, nil
	}
	c := make([]V, l.Size())
	err := l.Terms(field, "", "", func(term string, docs *roaring.Bitmap) bool {
		v := of(term)
		Each(docs, func(doc uint32) { c[doc] = v })
		return true
	})
	if err != nil {
		return nil, err
	}
	if *loaded == nil {
		*loaded = map[string][]V{}
	}
	(*loaded)[field] = c
	return c, nil
}

// Beginnings is the column of Beginning of every document's id.
func (l *Leaf) Beginnings() ([]uint32, error) {
	l.columns.mu.Lock()
	defer l.columns.mu.Unlock()
	if l.columns.ids != nil {
		return l.columns.ids, nil
	}
	c := make([]uint32, l.Size())
	for doc := range c {
		id, err := l.segment.DocID(uint64(doc))
		if err != nil {
			return nil, err
		}
		c[doc] = Beginning(string(id))
	}
	l.columns.ids = c
	return c, nil
}

// Beginning is the number that the first four bytes of an id make. It sorts as
// they do.
func Beginning(id string) uint32 {
	n := uint32(0)
	for i := range 4 {
		n <<= 8
		if i < len(id) {
			n |= uint32(id[i])
		}
	}
	return n
}

// Each calls visit for every document of a bitmap, in order.
func Each(docs *roaring.Bitmap, visit func(doc uint32)) {
	var buf [256]uint32
	for it := docs.ManyIterator(); ; {
		n := it.NextMany(buf[:])
		if n == 0 {
			return
		}
		for _, doc := range buf[:n] {
			visit(doc)
		}
	}
}
