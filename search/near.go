package search

import (
	"context"

	"zhiku/search/leaf"
	"zhiku/search/syntax"
	"zhiku/store"
)

// What stands near a text is sought by its rarest grams.
const (
	nearUnits = 64   // of a text are looked for
	nearShare = 0.35 // of their weight, which a document must hold
)

// near gives the ids of the documents of some kinds that share most with a
// text, at most so many, the most alike first. It is a first choice: what they
// have to do with the text is for whoever compares them.
func (ix *Index) near(ctx context.Context, text string, kinds []store.Kind, most int) ([]string, error) {
	var ids []string
	err := ix.turn(ctx, func(ctx context.Context, s *leaf.Snapshot) error {
		r := &run{ctx: ctx, order: Relevance, plan: &plan{filter: conjunction(filters(Query{Kinds: kinds}))}}
		defer r.done()
		places, err := r.near(s.Leaves, text, most)
		for i := range places {
			ids = append(ids, unpackID(r.id(&places[i])))
		}
		return err
	})
	return ids, err
}

// near gives the places of the documents that pass the plan's filter and share
// most with a text.
func (r *run) near(leaves []*leaf.Leaf, text string, most int) ([]place, error) {
	ranking := &r.plan.ranking
	ranking.add(&Term{Atom: syntax.Atom{Kind: syntax.Word, Text: text}, key: normal(text)})
	if err := ranking.weigh(leaves); err != nil {
		return nil, err
	}
	units := rarestFirst(ranking.units)
	units = units[:min(len(units), nearUnits)]
	for _, l := range leaves {
		part := &partRun{evaluation: newEvaluation(l)}
		docs, err := r.cover(part, units, nearShare)
		if err != nil {
			return nil, err
		}
		part.docs = docs
		r.parts = append(r.parts, part)
	}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	return r.pick(most, ends{}, false)
}
