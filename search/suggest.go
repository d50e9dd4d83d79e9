package search

import (
	"context"
	"fmt"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
)

// MaxSuggestions is the most entities Suggest gives.
const MaxSuggestions = 50

// Suggest gives the ids of entities whose name or alias begins with prefix, in
// any width, case and script, those most mentioned first. An empty prefix
// begins all names; no kinds are all kinds.
func (ix *Index) Suggest(ctx context.Context, prefix string, kinds []store.EntityKind, limit int) ([]string, error) {
	if limit < 1 || limit > MaxSuggestions {
		return nil, fmt.Errorf("limit of %d suggestions: 1 to %d can be asked for: %w", limit, MaxSuggestions, store.ErrInvalid)
	}
	if err := tooLong(prefix); err != nil {
		return nil, err
	}
	if len(kinds) == 0 {
		kinds = store.EntityKinds
	}
	q := bleve.NewBooleanQuery()
	q.AddMust(oneOf(fieldKind, texts(kinds)))
	q.AddMustNot(termQuery(fieldCandidate, isCandidate, 1))
	if begin := normal(prefix); begin != "" {
		p := bleve.NewPrefixQuery(begin)
		p.SetField(fieldNames)
		q.AddFilter(p)
	}
	r := bleve.NewSearchRequestOptions(q, limit, 0, false)
	r.SortBy([]string{"-" + fieldMentions, "_id"})
	found, err := ix.run(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("suggest %q: %w", prefix, err)
	}
	ids := make([]string, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ID
	}
	return ids, nil
}
