package web

import (
	"zhiku/search"
	"zhiku/search/syntax"
	"zhiku/store"
	"zhiku/zh/fold"
)

// noFacets in an address asks for no counts, which spares work.
const noFacets = "no"

// Values of a facet that are shown, and at most shown when more are asked for.
const (
	fewValues  = 6
	mostValues = search.MaxFacetValues
)

// facetFields stand beside the quotes in this order. The kind of quotes is not
// counted by the index; the form asks for it.
var facetFields = []search.FacetField{search.BySpeaker, search.ByOrganization, search.ByCompany,
	search.BySource, search.ByYear, search.ByMonth}

// keyOf says in which field of the query a facet is asked for.
var keyOf = map[search.FacetField]syntax.Key{search.BySpeaker: syntax.Speaker, search.ByOrganization: syntax.Organization,
	search.ByCompany: syntax.Company, search.BySource: syntax.Source}

func (f quoteForm) facets() []search.FacetQuery {
	if f.Facets == noFacets {
		return nil
	}
	out := make([]search.FacetQuery, len(facetFields))
	for i, field := range facetFields {
		out[i] = search.FacetQuery{Field: field, Limit: fewValues}
		if f.Facets == string(field) || field == search.BySpeaker { // namesakes are looked for among more than is shown
			out[i].Limit = mostValues
		}
	}
	return out
}

// facetView is one facet as a reader sees it.
type facetView struct {
	Field  search.FacetField
	Name   string
	Values []facetValue
	Others int    // values that are not shown …
	More   string // … and the address where more of them are; "" where they are
}

type facetValue struct {
	Name   string
	bare   string // Name, of namesakes without what tells them apart
	Count  int
	Active bool   // the search asks for it already …
	Link   string // … and Link no longer does; else Link asks for it too
}

// facets gives those that can narrow the search or do: of years and months the
// years where there are several.
func (n *narrowing) facets(result *search.Result) []facetView {
	var out []facetView
	years := 0
	for _, f := range result.Facets {
		if f.Field == search.ByYear {
			years = len(f.Values) + f.Others
		}
		if f.Field == search.ByYear && years < 2 || f.Field == search.ByMonth && years > 1 {
			continue
		}
		if v := n.facet(f); v.narrows(result.Total) {
			out = append(out, v)
		}
	}
	return out
}

func (v facetView) narrows(total int) bool {
	if len(v.Values) == 1 {
		return v.Values[0].Active || v.Values[0].Count < total
	}
	return len(v.Values) > 1
}

func (n *narrowing) facet(f search.Facet) facetView {
	borne := map[string]int{}
	for _, v := range f.Values {
		borne[fold.String(n.named(v.Value))]++
	}
	shown := f.Values
	if n.form.Facets != string(f.Field) {
		shown = shown[:min(fewValues, len(shown))]
	}
	out := facetView{Field: f.Field, Name: n.T[string(f.Field)], Others: f.Others + len(f.Values) - len(shown)}
	if out.Others > 0 && len(shown) < mostValues {
		out.More = n.to(func(form *quoteForm) { form.Facets = string(f.Field) })
	}
	for _, v := range shown {
		out.Values = append(out.Values, n.value(f.Field, v, borne[fold.String(n.named(v.Value))] > 1))
	}
	return out
}

// value makes the link of one value. The query's fields know names alone: a
// speaker that shares the name with another, or is no person, is asked for by
// id in the form's field.
func (n *narrowing) value(field search.FacetField, v search.FacetValue, shared bool) facetValue {
	out := facetValue{Name: n.named(v.Value), bare: n.named(v.Value), Count: v.Count}
	e := n.entities[store.EntityID(v.Value)]
	switch {
	case field == search.ByYear || field == search.ByMonth:
		out.Active, out.Link = n.period(v.Value)
	case field == search.BySpeaker && e != nil && (shared || e.Kind != store.Person):
		out.Name = n.apartFrom(v.Value)
		id := v.Value
		if out.Active = n.form.Speaker == id; out.Active {
			id = ""
		}
		out.Link = n.to(func(f *quoteForm) { f.Speaker = id })
	default:
		out.Active, out.Link = n.field(keyOf[field], out.Name)
	}
	return out
}
