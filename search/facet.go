package search

import (
	"cmp"
	"fmt"
	"slices"

	"zhiku/search/leaf"
	"zhiku/store"

	"github.com/RoaringBitmap/roaring/v2"
)

// FacetField is what the things found are counted by.
type FacetField string

// The fields. Values of the first four are ids of entities, or, of speakers
// that are none, the words printed.
const (
	BySpeaker      FacetField = "speaker"      // of quotes
	ByOrganization FacetField = "organization" // that a quote, figure or article has to do with
	ByCompany      FacetField = "company"      // likewise
	ByProject      FacetField = "project"      // likewise
	BySource       FacetField = "source"       // as printed
	ByYear         FacetField = "year"         // of publication: 2026
	ByMonth        FacetField = "month"        // of publication: 2026-01
	ByKind         FacetField = "kind"
	ByUnit         FacetField = "unit" // of figures, as printed
)

// Limits of facets.
const (
	MaxFacetValues = 100
	maxFacetFields = 9
)

// FacetQuery asks for the most frequent values of a field among all that a
// search finds, not on one page alone.
type FacetQuery struct {
	Field FacetField
	Limit int // 1 to MaxFacetValues
}

// Facet is what a FacetQuery finds. The counts are exact.
type Facet struct {
	Field  FacetField
	Values []FacetValue // by count; years and months by time, the latest first
	Others int          // different values that did not fit
}

// FacetValue is a value with the number of things found that have it.
type FacetValue struct {
	Value string
	Count int
}

// ofEntities says which ids of fieldConcerns a field counts.
var ofEntities = map[FacetField]byte{ByOrganization: 'o', ByCompany: 'c', ByProject: 'j'}

// ofTerms says whose terms a field counts, and how much of them.
var ofTerms = map[FacetField]struct {
	field  string
	length int
}{
	BySource: {fieldPrintedSource, 0}, ByYear: {fieldPublished, len("2026")}, ByMonth: {fieldPublished, len("2026-01")},
	ByKind: {fieldKind, 0}, ByUnit: {fieldPrintedUnit, 0},
}

func checkFacets(asked []FacetQuery) error {
	if len(asked) > maxFacetFields {
		return fmt.Errorf("%d facets: at most %d can be asked for: %w", len(asked), maxFacetFields, store.ErrInvalid)
	}
	for _, f := range asked {
		_, terms := ofTerms[f.Field]
		_, entities := ofEntities[f.Field]
		if !terms && !entities && f.Field != BySpeaker {
			return fmt.Errorf("facet %q is not known: %w", f.Field, store.ErrInvalid)
		}
		if f.Limit < 1 || f.Limit > MaxFacetValues {
			return fmt.Errorf("limit of %d values: 1 to %d can be asked for: %w", f.Limit, MaxFacetValues, store.ErrInvalid)
		}
	}
	return nil
}

// facets counts. All documents found must be settled.
func (r *run) facets(asked []FacetQuery) ([]Facet, error) {
	out := make([]Facet, len(asked))
	for i, f := range asked {
		counts := map[string]int{}
		for _, part := range r.parts {
			if err := part.count(f.Field, counts); err != nil {
				return nil, err
			}
			if err := r.ctx.Err(); err != nil {
				return nil, err
			}
		}
		out[i] = mostFrequent(f, counts)
	}
	return out, nil
}

func (part *partRun) count(f FacetField, counts map[string]int) error {
	if t, ok := ofTerms[f]; ok {
		return part.leaf.Terms(t.field, "", "", func(term string, docs *roaring.Bitmap) bool {
			if n := int(docs.AndCardinality(part.docs)); n > 0 && term != undated {
				if t.length > 0 {
					term = term[:t.length]
				}
				counts[term] += n
			}
			return true
		})
	}
	field, kind := fieldConcerns, ofEntities[f]
	if f == BySpeaker {
		field = fieldBy
	}
	var err error
	values := part.leaf.Visitor(field)
	leaf.Each(part.docs, func(doc uint32) {
		if err == nil {
			err = values.Visit(doc, func(value []byte) {
				if kind == 0 || value[0] == kind {
					counts[string(value)]++
				}
			})
		}
	})
	return err
}

func mostFrequent(f FacetQuery, counts map[string]int) Facet {
	values := make([]FacetValue, 0, len(counts))
	for v, n := range counts {
		values = append(values, FacetValue{v, n})
	}
	byTime := f.Field == ByYear || f.Field == ByMonth
	slices.SortFunc(values, func(a, b FacetValue) int {
		if byTime {
			return cmp.Compare(b.Value, a.Value)
		}
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Value, b.Value))
	})
	shown := min(len(values), f.Limit)
	return Facet{f.Field, values[:shown], len(values) - shown}
}
