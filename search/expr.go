package search

import (
	"bytes"

	"zhiku/search/gram"
	"zhiku/search/leaf"

	"github.com/RoaringBitmap/roaring/v2"
)

// expr is what a document must be to be found. It is evaluated on a segment as
// a whole, with terms alone; where terms do not tell, holds looks at the text.
type expr interface {
	eval(*evaluation) (found, error)
	holds(*evaluation, uint32, []byte) bool
}

// found is what an expression finds in a segment: the documents that meet it
// for certain, and all that may. Neither bitmap is to be changed.
type found struct{ sure, maybe *roaring.Bitmap }

func exactly(docs *roaring.Bitmap) found { return found{docs, docs} }

func (f found) exact() bool { return f.sure == f.maybe }

// evaluation is the work on one segment. It keeps what each expression found.
type evaluation struct {
	leaf  *leaf.Leaf
	known map[expr]found
}

func newEvaluation(l *leaf.Leaf) *evaluation { return &evaluation{l, map[expr]found{}} }

func (ev *evaluation) of(e expr) (found, error) {
	if f, ok := ev.known[e]; ok {
		return f, nil
	}
	f, err := e.eval(ev)
	if err != nil {
		return found{}, err
	}
	ev.known[e] = f
	return f, nil
}

// stored lends what is stored of a document.
func (ev *evaluation) stored(doc uint32, visit func(text []byte)) error {
	return ev.leaf.Stored(doc, fieldStored, visit)
}

// look tells whether an expression that was evaluated holds for a document, from
// its text.
func (ev *evaluation) look(e expr, doc uint32) (holds bool, err error) {
	err = ev.stored(doc, func(text []byte) { holds = e.holds(ev, doc, text) })
	return holds, err
}

// inBitmaps tells whether an expression that was evaluated exactly holds a document.
func (ev *evaluation) inBitmaps(e expr, doc uint32) bool { return ev.known[e].sure.Contains(doc) }

// everything is met by all documents.
type everything struct{}

func (e *everything) eval(ev *evaluation) (found, error)     { return exactly(ev.leaf.Live()), nil }
func (e *everything) holds(*evaluation, uint32, []byte) bool { return true }

// oneOf is met by documents that have one of some values in a field.
type oneOf struct {
	field  string
	values []string
}

func (e *oneOf) eval(ev *evaluation) (found, error) {
	all := make([]*roaring.Bitmap, len(e.values))
	for i, v := range e.values {
		docs, err := ev.leaf.Docs(e.field, []byte(v))
		if err != nil {
			return found{}, err
		}
		all[i] = docs
	}
	return exactly(union(all)), nil
}

func (e *oneOf) holds(ev *evaluation, doc uint32, _ []byte) bool { return ev.inBitmaps(e, doc) }

// between is met by documents with a value of a field between two, both
// included; "" leaves an end open.
type between struct{ field, from, to string }

func (e *between) eval(ev *evaluation) (found, error) {
	docs, err := ev.leaf.DocsBetween(e.field, e.from, e.to)
	return exactly(docs), err
}

func (e *between) holds(ev *evaluation, doc uint32, _ []byte) bool { return ev.inBitmaps(e, doc) }

// begins is met by documents with a value of a field that begins so.
type begins struct{ field, with string }

func (e *begins) eval(ev *evaluation) (found, error) {
	docs, err := ev.leaf.DocsBeginning(e.field, e.with)
	return exactly(docs), err
}

func (e *begins) holds(ev *evaluation, doc uint32, _ []byte) bool { return ev.inBitmaps(e, doc) }

// stretch is met by documents whose text or names hold a stretch; with names,
// whose names do.
type stretch struct {
	key   gram.Key
	names bool
}

func newStretch(normal string) *stretch { return &stretch{key: gram.KeyOf(normal)} }

func inNames(normal string) *stretch { return &stretch{key: gram.KeyOf(normal), names: true} }

func (e *stretch) field() string {
	if e.names {
		return fieldName
	}
	return fieldText
}

func (e *stretch) eval(ev *evaluation) (found, error) {
	if e.key.Prefix != nil {
		docs, err := ev.leaf.DocsBeginning(e.field(), string(e.key.Prefix))
		return exactly(docs), err
	}
	if len(e.key.Terms) == 0 {
		return found{none, ev.leaf.Live()}, nil
	}
	all := make([]*roaring.Bitmap, len(e.key.Terms))
	for i, term := range e.key.Terms {
		docs, err := ev.leaf.Docs(e.field(), term)
		if err != nil {
			return found{}, err
		}
		all[i] = docs
	}
	docs := intersection(all)
	if e.key.Exact || docs.IsEmpty() {
		return exactly(docs), nil
	}
	return found{none, docs}, nil
}

var none = roaring.New()

func (e *stretch) holds(ev *evaluation, doc uint32, text []byte) bool {
	f := ev.known[e]
	if f.exact() || !f.maybe.Contains(doc) {
		return f.maybe.Contains(doc)
	}
	if e.names {
		text, _, _ = bytes.Cut(text, []byte(textMark))
	}
	return bytes.Contains(text, e.key.Text)
}

// allOf is met where all of its parts are; there is at least one.
type allOf struct{ parts []expr }

func (e *allOf) eval(ev *evaluation) (found, error) {
	sure, maybe, exact, err := ev.parts(e.parts)
	if err != nil {
		return found{}, err
	}
	docs := intersection(maybe)
	if exact || docs.IsEmpty() {
		return exactly(docs), nil
	}
	return found{intersection(sure), docs}, nil
}

func (e *allOf) holds(ev *evaluation, doc uint32, text []byte) bool {
	for _, p := range e.parts {
		if !p.holds(ev, doc, text) {
			return false
		}
	}
	return true
}

// anyOf is met where one of its parts is.
type anyOf struct{ parts []expr }

func (e *anyOf) eval(ev *evaluation) (found, error) {
	sure, maybe, exact, err := ev.parts(e.parts)
	if err != nil {
		return found{}, err
	}
	docs := union(maybe)
	if exact {
		return exactly(docs), nil
	}
	return found{union(sure), docs}, nil
}

func (e *anyOf) holds(ev *evaluation, doc uint32, text []byte) bool {
	for _, p := range e.parts {
		if p.holds(ev, doc, text) {
			return true
		}
	}
	return false
}

func (ev *evaluation) parts(parts []expr) (sure, maybe []*roaring.Bitmap, exact bool, err error) {
	exact = true
	for _, p := range parts {
		f, err := ev.of(p)
		if err != nil {
			return nil, nil, false, err
		}
		sure, maybe, exact = append(sure, f.sure), append(maybe, f.maybe), exact && f.exact()
	}
	return sure, maybe, exact, nil
}

// not is met where its part is not.
type not struct{ part expr }

func (e *not) eval(ev *evaluation) (found, error) {
	f, err := ev.of(e.part)
	if err != nil {
		return found{}, err
	}
	live := ev.leaf.Live()
	if f.exact() {
		live.AndNot(f.sure)
		return exactly(live), nil
	}
	return found{roaring.AndNot(live, f.maybe), roaring.AndNot(live, f.sure)}, nil
}

func (e *not) holds(ev *evaluation, doc uint32, text []byte) bool {
	return !e.part.holds(ev, doc, text)
}

func union(all []*roaring.Bitmap) *roaring.Bitmap {
	switch len(all) {
	case 0:
		return none
	case 1:
		return all[0]
	}
	return roaring.FastOr(all...)
}

// intersection begins with the rarest.
func intersection(all []*roaring.Bitmap) *roaring.Bitmap {
	if len(all) == 1 {
		return all[0]
	}
	rarest := 0
	for i := range all {
		if all[i].GetCardinality() < all[rarest].GetCardinality() {
			rarest = i
		}
	}
	out := all[rarest]
	for i, docs := range all {
		if i != rarest && !out.IsEmpty() {
			out = roaring.And(out, docs)
		}
	}
	return out
}
