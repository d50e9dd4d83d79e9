package search

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"zhiku/search/leaf"

	"github.com/RoaringBitmap/roaring/v2"
)

// Bounds of the work one search does.
const (
	// TotalBound is the number of documents up to which totals are always
	// exact. Beyond it, where the terms of a phrase do not tell and each text
	// would have to be looked at, a total may be a lower bound that says so.
	TotalBound = 10_000
	// enough documents that hold all the words spare the looking for those
	// that hold most of them.
	enough = 10
	// secondRound is the number of documents that go into the second round.
	secondRound = 60
	// part of the weight of all grams that is most of them; of a whole question
	// or headline, of which much may be said otherwise, it is less.
	mostOf      = 0.5
	mostWritten = 0.1
	// everySo many documents the budget is looked at.
	everySo = 1 << 12
	// atOnce texts are looked at between two counts.
	atOnce = 1 << 11
)

// run is one search at work.
type run struct {
	ctx    context.Context
	order  Order
	plan   *plan
	parts  []*partRun
	pinned pinned

	holding int  // documents that hold all that was asked, as far as counted
	counted bool // all of them are counted
	relaxed bool // documents that hold most were added
}

// partRun is a search at work on one segment.
type partRun struct {
	*evaluation
	docs   *roaring.Bitmap // what is found
	whole  *roaring.Bitmap // those of them that hold all, where others hold most
	open   *roaring.Bitmap // those whose text is still to be looked at; nil for none
	scores []float32
	days   []int32
	starts []uint32
}

// find evaluates the query on every segment.
func (r *run) find(leaves []*leaf.Leaf) error {
	for _, l := range leaves {
		part := &partRun{evaluation: newEvaluation(l)}
		f, err := part.of(r.plan.must)
		if err != nil {
			return err
		}
		part.docs = f.maybe.Clone()
		l.DropDeleted(part.docs)
		if !f.exact() {
			part.open = roaring.AndNot(part.docs, f.sure)
		}
		r.parts = append(r.parts, part)
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// settle looks at texts until all documents found are certain, or, unless all
// are wanted, as many as TotalBound.
func (r *run) settle(all bool) error {
	r.holding, r.counted = 0, true
	for _, part := range r.parts {
		r.holding += int(part.docs.GetCardinality())
		if part.open != nil {
			r.holding -= int(part.open.GetCardinality())
		}
	}
	for _, part := range r.parts {
		for part.open != nil && !part.open.IsEmpty() {
			if !all && r.holding >= TotalBound {
				r.counted = false
				return nil
			}
			held, err := r.lookAtNext(part)
			if err != nil {
				return err
			}
			r.holding += held
		}
		part.open = nil
	}
	return nil
}

// lookAtNext looks at the texts of the next documents that are open, on all processors,
// drops those that do not hold what is asked, and counts those that do.
func (r *run) lookAtNext(part *partRun) (held int, err error) {
	var next [atOnce]uint32
	docs := next[:part.open.ManyIterator().NextMany(next[:])]
	var holds [atOnce]bool
	err = inParallel(r.ctx, len(docs), func(i int) error {
		var err error
		holds[i], err = part.look(r.plan.must, docs[i])
		return err
	})
	out := roaring.New()
	for i, doc := range docs {
		if holds[i] {
			held++
		} else {
			out.Add(doc)
		}
	}
	part.docs.AndNot(out)
	part.open.RemoveRange(0, uint64(docs[len(docs)-1])+1)
	return held, err
}

// check looks at the text of a document that is open, and drops it where it
// does not hold what is asked.
func (part *partRun) check(must expr, doc uint32) (holds bool, err error) {
	holds, err = part.look(must, doc)
	part.open.Remove(doc)
	if !holds {
		part.docs.Remove(doc)
		if part.scores != nil {
			part.scores[doc] = 0
		}
	}
	return holds, err
}

// loosen adds the documents that hold most of the words, where too few hold
// all. A word by itself, unless it is long, has no most.
func (r *run) loosen() error {
	terms, long := len(r.plan.ranking.terms), r.plan.pasted
	for _, t := range r.plan.ranking.terms {
		long = long || t.long()
	}
	if !r.plan.relax || r.holding >= enough || terms < 2 && !long {
		return nil
	}
	share := mostOf
	if long {
		share = mostWritten
	}
	for _, part := range r.parts {
		most, err := r.cover(part, r.plan.ranking.units, share)
		if err != nil {
			return err
		}
		if !long {
			if most, err = r.withAWord(part, most); err != nil {
				return err
			}
		}
		part.whole = part.docs
		part.docs = roaring.Or(part.docs, most)
		r.relaxed = r.relaxed || part.docs.GetCardinality() > part.whole.GetCardinality()
	}
	return nil
}

// withAWord keeps the documents that hold one of the words in full, and not
// only pieces of several.
func (r *run) withAWord(part *partRun, docs *roaring.Bitmap) (*roaring.Bitmap, error) {
	f, err := part.of(r.plan.oneWord)
	if err != nil {
		return nil, err
	}
	out := roaring.And(docs, f.sure)
	for i, doc := range roaring.AndNot(roaring.And(docs, f.maybe), f.sure).ToArray() {
		if i%everySo == 0 && r.ctx.Err() != nil {
			return nil, r.ctx.Err()
		}
		holds, err := part.look(r.plan.oneWord, doc)
		if err != nil {
			return nil, err
		}
		if holds {
			out.Add(doc)
		}
	}
	return out, nil
}

// cover gives the documents of a segment that pass the filter and hold units of
// a share of the weight of all, the rarest units first: once the rest together
// are not enough, a document that has none so far cannot get there any more.
func (r *run) cover(part *partRun, units []unit, share float64) (*roaring.Bitmap, error) {
	f, err := part.of(r.plan.filter)
	if err != nil {
		return nil, err
	}
	units = rarestFirst(units)
	rest := weightOf(units)
	wanted := float32(rest * share)
	sums := floats(part.leaf.Size())
	defer floatsDone(sums)
	touched := roaring.New()
	for _, u := range units {
		docs, err := u.docs(part.leaf)
		if err != nil {
			return nil, err
		}
		weight, late := float32(u.weight), float32(rest) < wanted
		if late {
			docs = both(docs, touched)
		} else {
			touched.Or(docs)
		}
		leaf.Each(docs, func(doc uint32) { sums[doc] += weight })
		rest -= u.weight
		if err := r.ctx.Err(); err != nil {
			return nil, err
		}
	}
	out := roaring.New()
	leaf.Each(touched, func(doc uint32) {
		if sums[doc] >= wanted {
			out.Add(doc)
		}
		sums[doc] = 0
	})
	out.And(f.sure)
	part.leaf.DropDeleted(out)
	return out, nil
}

func rarestFirst(units []unit) []unit {
	return slices.SortedStableFunc(slices.Values(units), func(a, b unit) int { return cmp.Compare(b.weight, a.weight) })
}

// prepare loads what places are made of and, by relevance, scores the first
// round.
func (r *run) prepare() (err error) {
	for _, part := range r.parts {
		if part.docs.IsEmpty() {
			continue
		}
		if part.days, err = part.leaf.Numbers(fieldPublished, dayOf); err != nil {
			return err
		}
		if part.starts, err = part.leaf.Beginnings(); err != nil {
			return err
		}
		if r.order != Relevance {
			continue
		}
		part.scores = floats(part.leaf.Size())
		if err := r.plan.ranking.first(part.evaluation, part.docs, part.scores); err != nil {
			return err
		}
		if part.whole != nil {
			above := r.above()
			leaf.Each(part.whole, func(doc uint32) { part.scores[doc] += above })
		}
		if err := r.ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// above is what lifts a document that holds all over those that hold most.
func (r *run) above() float32 { return float32(8 * weightOf(r.plan.ranking.units)) }

// done gives the memory of the scores back.
func (r *run) done() {
	for _, part := range r.parts {
		if part.scores != nil {
			part.forget()
			floatsDone(part.scores)
		}
	}
}

// forget makes the scores zero again: those of a few documents one by one.
func (part *partRun) forget() {
	const few = 16 // times fewer than there are
	if part.docs.GetCardinality()*few > uint64(len(part.scores)) {
		clear(part.scores)
		return
	}
	leaf.Each(part.docs, func(doc uint32) { part.scores[doc] = 0 })
}

// id gives the packed id of a place's document.
func (r *run) id(p *place) string {
	if p.id == "" {
		id, err := r.parts[p.leaf].leaf.ID(p.doc)
		if err == nil {
			p.id = id
		}
	}
	return p.id
}

// at gives a document's place.
func (r *run) at(leaf int, doc uint32) place {
	part := r.parts[leaf]
	p := place{leaf: leaf, doc: doc, day: part.days[doc], start: part.starts[doc]}
	if part.scores != nil {
		p.score = part.scores[doc]
	}
	return p
}

var pool sync.Pool

// floats lends n zeros.
func floats(n int) []float32 {
	if lent, ok := pool.Get().(*[]float32); ok && cap(*lent) >= n {
		return (*lent)[:n]
	}
	return make([]float32, n)
}

// floatsDone takes them back; they must be zero again.
func floatsDone(lent []float32) { pool.Put(&lent) }
