package search

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"zhiku/search/leaf"
	"zhiku/store"
	"zhiku/zh/pinyin"
)

// MaxSuggestions is the most entities Suggest gives.
const MaxSuggestions = 50

// Suggest gives the ids of entities whose name or alias begins with prefix, in
// any width, case and script, or is typed so in pinyin or its initials, those
// most mentioned first. An empty prefix begins all names; no kinds are all kinds.
func (ix *Index) Suggest(ctx context.Context, prefix string, kinds []store.EntityKind, limit int) ([]string, error) {
	if err := checkSuggest(prefix, limit); err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		kinds = store.EntityKinds
	}
	asked := []expr{&oneOf{fieldKind, texts(kinds)}}
	if begin := normal(prefix); begin != "" {
		asked = append(asked, beginning(prefix, begin))
	}
	var found []bearer
	err := ix.turn(ctx, func(ctx context.Context, s *leaf.Snapshot) (err error) {
		d := &directory{s.Leaves}
		found, err = d.mostMentioned(conjunction(asked), limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("suggest %q: %w", prefix, err)
	}
	return idsOfBearers(found), nil
}

func beginning(prefix, normal string) expr {
	named := &begins{fieldNames, normal}
	if !pinyin.IsTyped(prefix) {
		return named
	}
	return &anyOf{[]expr{named, typedBeginning(pinyin.Key(prefix))}}
}

func checkSuggest(text string, limit int) error {
	if limit < 1 || limit > MaxSuggestions {
		return fmt.Errorf("limit of %d suggestions: 1 to %d can be asked for: %w", limit, MaxSuggestions, store.ErrInvalid)
	}
	return tooLong(text)
}

func idsOfBearers(found []bearer) []string {
	ids := make([]string, len(found))
	for i, b := range found {
		ids[i] = b.id
	}
	return ids
}

// mostMentioned gives the entities an exact expression finds, candidates left
// out, those most mentioned first.
func (d *directory) mostMentioned(asked expr, limit int) ([]bearer, error) {
	sure := &allOf{[]expr{asked, &not{&oneOf{fieldCandidate, []string{isCandidate}}}}}
	r := &run{plan: &plan{}}
	s := selection{k: limit, compare: func(a, b *place) int {
		return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(a.start, b.start), cmp.Compare(r.id(a), r.id(b)))
	}}
	for i, l := range d.leaves {
		part := &partRun{evaluation: newEvaluation(l)}
		r.parts = append(r.parts, part)
		f, err := part.of(sure)
		if err != nil {
			return nil, err
		}
		if f.sure.IsEmpty() {
			continue
		}
		docs := f.sure.Clone()
		l.DropDeleted(docs)
		mentions, err := l.Numbers(fieldMentions, decimal)
		if err != nil {
			return nil, err
		}
		leaf.Each(docs, func(doc uint32) { s.add(place{leaf: i, doc: doc, day: mentions[doc]}) })
	}
	return d.bearersAt(s.sorted())
}

// bearersAt reads the entities of some places.
func (d *directory) bearersAt(places []place) ([]bearer, error) {
	out := make([]bearer, len(places))
	for i, p := range places {
		l := d.leaves[p.leaf]
		mentions, err := l.Numbers(fieldMentions, decimal)
		if err != nil {
			return nil, err
		}
		if out[i], err = bearerAt(l, p.doc); err != nil {
			return nil, err
		}
		out[i].mentions = mentions[p.doc]
	}
	return out, nil
}

func decimal(term string) int32 {
	n, _ := strconv.ParseInt(term, 10, 32) // written by entityEntry
	return int32(n)
}
