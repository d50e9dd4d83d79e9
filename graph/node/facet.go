package node

import (
	"context"

	"zhiku/search"
	"zhiku/search/syntax"
	"zhiku/store"
)

// Facet counts what was found by one field.
type Facet struct {
	Field  search.FacetField
	Values []FacetValue
	Others int // different values that are not listed
}

// FacetValue is a value and how many have it. Entity is nil where the value is
// no id of one.
type FacetValue struct {
	Value, Label string
	Count        int
	Entity       Entity
}

// Facets counts over all that the search finds. It searches anew, for only here
// it is known what is to be counted; the page is the same, for with its cursor
// go the weights that tell which documents hold most of the words.
func (c *SearchConnection) Facets(ctx context.Context, fields []search.FacetField, first *int) ([]Facet, error) {
	q := c.query
	q.Page.Limit = 1
	for _, f := range fields {
		q.Facets = append(q.Facets, search.FacetQuery{Field: f, Limit: Or(first, DefaultNested)})
	}
	result, err := c.from.Search.Search(ctx, q)
	if err != nil {
		return nil, err
	}
	entities, err := c.from.EntitiesByID(ctx, idsCounted(result.Facets))
	return collect(result.Facets, func(f search.Facet) Facet {
		return Facet{f.Field, collect(f.Values, func(v search.FacetValue) FacetValue {
			e := entities[store.EntityID(v.Value)]
			return FacetValue{v.Value, labelOf(f.Field, v.Value, e), v.Count, e}
		}), f.Others}
	}), err
}

// ofEntities are the fields whose values are ids of entities, or words printed.
var ofEntities = map[search.FacetField]bool{
	search.BySpeaker: true, search.ByOrganization: true, search.ByCompany: true, search.ByProject: true}

func idsCounted(facets []search.Facet) []store.EntityID {
	var ids []store.EntityID
	for _, f := range facets {
		for _, v := range f.Values {
			if _, isID := store.KindOf(v.Value); isID && ofEntities[f.Field] {
				ids = append(ids, store.EntityID(v.Value))
			}
		}
	}
	return ids
}

func labelOf(field search.FacetField, value string, e Entity) string {
	switch {
	case e != nil:
		return e.row().Name
	case field == search.ByKind:
		return syntax.KindName(store.Kind(value))
	}
	return value
}
