package search

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/search/gram"
	"zhiku/search/leaf"
	"zhiku/store"

	"github.com/RoaringBitmap/roaring/v2"
)

// Limits of what one word is searched for besides itself.
const (
	mostNames    = 8   // other names
	mostBearers  = 4   // a name of more entities is too general to be searched for under their others
	mostEntities = 200 // meant by the value of a field
	fewestRunes  = 2   // of another name
)

// directory looks names up among the entities of a snapshot.
type directory struct{ leaves []*leaf.Leaf }

// bearer is an entity that has a name.
type bearer struct {
	id    string
	names []string // all of its names, in normal form

	mentions int32 // where they were asked for
}

// bearers gives the entities that have a name, at most so many and one.
func (d *directory) bearers(key string, most int) ([]bearer, error) {
	var out []bearer
	for _, l := range d.leaves {
		docs, err := l.Docs(fieldNames, []byte(key))
		if err != nil {
			return nil, err
		}
		docs = docs.Clone()
		l.DropDeleted(docs)
		for _, doc := range docs.ToArray() {
			if len(out) > most {
				return out, nil
			}
			b, err := bearerAt(l, doc)
			if err != nil {
				return nil, err
			}
			out = append(out, b)
		}
	}
	return out, nil
}

func bearerAt(l *leaf.Leaf, doc uint32) (b bearer, err error) {
	id, err := l.ID(doc)
	if err != nil {
		return b, err
	}
	b.id = unpackID(id)
	err = l.Stored(doc, fieldStored, func(stored []byte) {
		names, _, _ := bytes.Cut(stored, []byte(textMark))
		b.names = strings.Split(gram.Decode(names), "\n")
	})
	return b, err
}

// fillNames gives a word the names it is searched for under besides itself.
func (d *directory) fillNames(t *Term) error {
	others, err := d.otherNames(t.key)
	if err != nil {
		return err
	}
	spelled, err := d.typedNames(t.Text)
	t.Names = slices.Compact(slices.Sorted(slices.Values(append(others, spelled...))))
	return err
}

// otherNames gives the other names of the entities that have this one, those
// that are not already found by it. A name that many have (集团) has none, and
// is none.
func (d *directory) otherNames(key string) ([]string, error) {
	bearers, err := d.bearers(key, mostBearers)
	if err != nil || len(bearers) > mostBearers {
		return nil, err
	}
	var out []string
	for _, b := range bearers {
		for _, name := range b.names {
			if strings.Contains(name, key) || slices.Contains(out, name) || utf8.RuneCountInString(name) < fewestRunes {
				continue
			}
			others, err := d.bearers(name, mostBearers)
			if err != nil {
				return nil, err
			}
			if len(others) <= len(bearers) && len(out) < mostNames {
				out = append(out, name)
			}
		}
	}
	return out, nil
}

// ids gives the entities of a kind that have a name; where none has it whole,
// those whose names hold it.
func (d *directory) ids(key string, kind store.EntityKind) ([]string, error) {
	ofKind := &oneOf{fieldKind, []string{string(kind)}}
	out, err := d.matching(&allOf{[]expr{ofKind, &oneOf{fieldNames, []string{key}}}})
	if err != nil || len(out) > 0 {
		return out, err
	}
	return d.matching(&allOf{[]expr{ofKind, inNames(key)}})
}

// matching gives the ids of what an expression finds, at most mostEntities.
func (d *directory) matching(e expr) ([]string, error) {
	var out []string
	for _, l := range d.leaves {
		ev := newEvaluation(l)
		f, err := ev.of(e)
		if err != nil {
			return nil, err
		}
		docs := f.maybe.Clone()
		l.DropDeleted(docs)
		for _, doc := range docs.ToArray() {
			if len(out) == mostEntities {
				return out, nil
			}
			id, holds, err := ev.confirm(e, f.sure, doc)
			if err != nil {
				return nil, err
			}
			if holds {
				out = append(out, unpackID(id))
			}
		}
	}
	return out, nil
}

// confirm tells whether a document is what an expression finds, with its id.
func (ev *evaluation) confirm(e expr, sure *roaring.Bitmap, doc uint32) (id string, holds bool, err error) {
	if id, err = ev.leaf.ID(doc); err != nil || sure.Contains(doc) {
		return id, err == nil, err
	}
	holds, err = ev.look(e, doc)
	return id, holds, err
}

// named gives the people, companies and organisations that have a name, or,
// where none has it whole, hold it.
func (ix *Index) named(ctx context.Context, key string) (ids []store.EntityID, err error) {
	err = ix.turn(ctx, func(_ context.Context, s *leaf.Snapshot) error {
		d := &directory{s.Leaves}
		for _, kind := range []store.EntityKind{store.Person, store.Company, store.Organization} {
			found, err := d.ids(key, kind)
			if err != nil {
				return err
			}
			ids = append(ids, typed[store.EntityID](found)...)
		}
		return nil
	})
	return ids, err
}
