// Package leaf reads a Bleve index segment by segment, below its query engine:
// which documents have a term, as bitmaps; their stored text; and columns, one
// small value for every document, which are loaded when first asked for and
// kept while the segment lives. Lucene calls such a view a leaf reader.
//
// A Snapshot is the index at one moment. It must be closed.
package leaf

import (
	"errors"
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// Snapshot is the index at one moment.
type Snapshot struct {
	Leaves []*Leaf
	reader index.IndexReader
}

// Cache keeps the columns of segments from one snapshot to the next.
type Cache struct {
	mu      sync.Mutex
	columns map[segment.Segment]*columns
}

// Open takes a snapshot of an index made by scorch.
func (c *Cache) Open(b bleve.Index) (*Snapshot, error) {
	advanced, err := b.Advanced()
	if err != nil {
		return nil, err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, err
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		return nil, errors.Join(fmt.Errorf("an index of %T is not known", reader), reader.Close())
	}
	s := &Snapshot{reader: reader}
	for _, one := range snapshot.Segments() {
		if one.Segment().Count() > 0 {
			s.Leaves = append(s.Leaves, &Leaf{segment: one.Segment(), deleted: one.Deleted()})
		}
	}
	c.share(s)
	return s, nil
}

// share gives every leaf its columns and forgets those of segments that are gone.
func (c *Cache) share(s *Snapshot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	kept := make(map[segment.Segment]*columns, len(s.Leaves))
	for _, l := range s.Leaves {
		l.columns = c.columns[l.segment]
		if l.columns == nil {
			l.columns = &columns{}
		}
		kept[l.segment] = l.columns
	}
	c.columns = kept
}

// Close lets the snapshot's segments go.
func (s *Snapshot) Close() error { return s.reader.Close() }

// Leaf is one segment. Its documents are numbered from 0 to Size, those that
// are deleted among them.
type Leaf struct {
	segment segment.Segment
	deleted *roaring.Bitmap
	columns *columns
	dicts   map[string]segment.TermDictionary
}

// Size counts the documents, the deleted ones among them.
func (l *Leaf) Size() int { return int(l.segment.Count()) }

// Live gives the documents that are not deleted.
func (l *Leaf) Live() *roaring.Bitmap {
	all := roaring.New()
	all.AddRange(0, l.segment.Count())
	l.DropDeleted(all)
	return all
}

// DropDeleted takes the deleted documents out of a bitmap, which it changes.
func (l *Leaf) DropDeleted(docs *roaring.Bitmap) {
	if l.deleted != nil {
		docs.AndNot(l.deleted)
	}
}

var empty = roaring.New()

// Docs gives the documents that have a term, deleted ones among them. The
// bitmap is the index's own and must not be changed.
func (l *Leaf) Docs(field string, term []byte) (*roaring.Bitmap, error) {
	d, err := l.dict(field)
	if err != nil {
		return nil, err
	}
	return bitmap(d, term)
}

func bitmap(d segment.TermDictionary, term []byte) (*roaring.Bitmap, error) {
	list, err := d.PostingsList(term, nil, nil)
	if err != nil || list.Count() == 0 {
		return empty, err
	}
	at, ok := list.Iterator(false, false, false, nil).(segment.OptimizablePostingsIterator)
	if !ok {
		return nil, fmt.Errorf("postings of %T are not known", list)
	}
	if one, is := at.DocNum1Hit(); is {
		return roaring.BitmapOf(uint32(one)), nil
	}
	return at.ActualBitmap(), nil
}

// dict is asked for by one search at a time.
func (l *Leaf) dict(field string) (segment.TermDictionary, error) {
	if d := l.dicts[field]; d != nil {
		return d, nil
	}
	d, err := l.segment.Dictionary(field)
	if err != nil {
		return nil, err
	}
	if l.dicts == nil {
		l.dicts = map[string]segment.TermDictionary{}
	}
	l.dicts[field] = d
	return d, nil
}

// DocsBetween gives the documents that have a term from the first to the last
// named, both included; "" leaves an end open.
func (l *Leaf) DocsBetween(field string, from, to string) (*roaring.Bitmap, error) {
	var all []*roaring.Bitmap
	err := l.Terms(field, from, to, func(_ string, docs *roaring.Bitmap) bool {
		all = append(all, docs)
		return true
	})
	if len(all) == 1 {
		return all[0], err
	}
	return roaring.FastOr(all...), err
}

// Terms calls visit for the terms of a field from the first to the last named,
// both included, in the order of their bytes, until it returns false.
func (l *Leaf) Terms(field, from, to string, visit func(term string, docs *roaring.Bitmap) bool) error {
	d, err := l.dict(field)
	if err != nil {
		return err
	}
	var start, end []byte
	if from != "" {
		start = []byte(from)
	}
	if to != "" {
		end = append([]byte(to), 0)
	}
	terms := d.AutomatonIterator(nil, start, end)
	for {
		entry, err := terms.Next()
		if err != nil || entry == nil {
			return err
		}
		docs, err := bitmap(d, []byte(entry.Term))
		if err != nil {
			return err
		}
		if !visit(entry.Term, docs) {
			return nil
		}
	}
}

// After a prefix the highest byte never stands in a term.
const highest = "\xff"

// DocsBeginning gives the documents that have a term that begins so.
func (l *Leaf) DocsBeginning(field, prefix string) (*roaring.Bitmap, error) {
	return l.DocsBetween(field, prefix, prefix+highest)
}

// ID gives a document's id.
func (l *Leaf) ID(doc uint32) (string, error) {
	id, err := l.segment.DocID(uint64(doc))
	return string(id), err
}

// Stored lends what is stored of a document in a field to visit; it is called
// once at most.
func (l *Leaf) Stored(doc uint32, field string, visit func(value []byte)) error {
	return l.segment.VisitStoredFields(uint64(doc), func(name string, _ byte, value []byte, _ []uint64) bool {
		if name != field {
			return true
		}
		visit(value)
		return false
	})
}

// Values calls visit for every value a document has in a field with document
// values, through a Visitor, which reads on from where it was.
type Visitor struct {
	leaf  *Leaf
	field []string
	state segment.DocVisitState
}

// Visitor begins to read the values of a field. Documents are asked for in
// ascending order, for speed.
func (l *Leaf) Visitor(field string) *Visitor { return &Visitor{leaf: l, field: []string{field}} }

// Visit calls visit for every value of a document. The bytes are lent.
func (v *Visitor) Visit(doc uint32, visit func(value []byte)) (err error) {
	values, ok := v.leaf.segment.(segment.DocValueVisitable)
	if !ok {
		return fmt.Errorf("%T has no document values", v.leaf.segment)
	}
	v.state, err = values.VisitDocValues(uint64(doc), v.field,
		func(_ string, value []byte) { visit(value) }, v.state)
	return err
}
