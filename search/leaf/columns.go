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
	l.columns.mu.Lock()
	defer l.columns.mu.Unlock()
	if c := l.columns.bytes[field]; c != nil {
		return c, nil
	}
	c := make([]byte, l.Size())
	err := l.Terms(field, "", "", func(term string, docs *roaring.Bitmap) bool {
		Each(docs, func(doc uint32) { c[doc] = term[0] })
		return true
	})
	if err != nil {
		return nil, err
	}
	if l.columns.bytes == nil {
		l.columns.bytes = map[string][]byte{}
	}
	l.columns.bytes[field] = c
	return c, nil
}

// Numbers is the column of a field with one term a document, as a number that
// of makes; 0 where a document has none.
func (l *Leaf) Numbers(field string, of func(term string) int32) ([]int32, error) {
	l.columns.mu.Lock()
	defer l.columns.mu.Unlock()
	if c := l.columns.numbers[field]; c != nil {
		return c, nil
	}
	c := make([]int32, l.Size())
	err := l.Terms(field, "", "", func(term string, docs *roaring.Bitmap) bool {
		n := of(term)
		Each(docs, func(doc uint32) { c[doc] = n })
		return true
	})
	if err != nil {
		return nil, err
	}
	if l.columns.numbers == nil {
		l.columns.numbers = map[string][]int32{}
	}
	l.columns.numbers[field] = c
	return c, nil
}

// Beginnings is the column of the first four bytes of every document's id, as
// a number that sorts like them.
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
		for i := range 4 {
			c[doc] <<= 8
			if i < len(id) {
				c[doc] |= uint32(id[i])
			}
		}
	}
	l.columns.ids = c
	return c, nil
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
