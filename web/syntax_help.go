package web

import (
	"zhiku/search"
	"zhiku/search/syntax"
)

// example is a query with what it asks for, as the help shows it.
type example struct{ Query, Says, Link string }

// examples show what a query may say. Names and years are of what the page has
// found, so that following an example finds something.
func (f frame) examples(found []facetView) []example {
	first := map[search.FacetField]string{search.BySpeaker: "王小明", search.ByOrganization: "商务厅",
		search.ByCompany: "某某公司", search.BySource: "某某日报", search.ByYear: "2026"}
	for _, v := range found {
		first[v.Field] = v.Values[0].Name
	}
	if month := first[search.ByMonth]; month != "" {
		first[search.ByYear] = month
	}
	field := func(by search.FacetField) string {
		return syntax.Query{Clauses: []syntax.Clause{{Any: []syntax.Atom{{Kind: syntax.Field, Key: keyOf[by],
			Text: first[by], Quoted: needsMarks(first[by])}}}}}.String()
	}
	year := first[search.ByYear]
	var out []example
	for _, e := range [][2]string{
		{"电池 储能", "helpAll"},
		{"“动力电池”", "helpPhrase"},
		{"电池 -广告", "helpNot"},
		{"(电池 OR 光伏) 产能", "helpOr"},
		{field(search.BySpeaker), "helpSpeaker"},
		{field(search.ByOrganization), "helpOrganization"},
		{field(search.ByCompany), "helpCompany"},
		{field(search.BySource), "helpSource"},
		{"之后:" + year + " 之前:" + year, "helpTime"},
	} {
		out = append(out, example{e[0], f.T[e[1]], f.address("/", quoteForm{Q: e[0]}.values())})
	}
	return out
}
