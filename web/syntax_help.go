package web

import (
	"cmp"

	"zhiku/search"
	"zhiku/search/syntax"
	"zhiku/store"
)

// example is a query with what it asks for, as the help shows it. Link is ""
// where its name is made up.
type example struct{ Query, Says, Link string }

// examples show what a query may say. Names and years are of what the page has
// found, so that following an example finds something.
func (d *quotesData) examples() []example {
	out := []example{
		d.example("电池 储能", "helpAll"),
		d.example("“动力电池”", "helpPhrase"),
		d.example("电池 -广告", "helpNot"),
		d.example("(电池 OR 光伏) 产能", "helpOr"),
	}
	found := d.firstFound()
	for _, e := range []struct {
		field        search.FacetField
		madeUp, says string
	}{
		{search.BySpeaker, "王小明", "helpSpeaker"}, {search.ByOrganization, "某某局", "helpOrganization"},
		{search.ByCompany, "某某公司", "helpCompany"}, {search.BySource, "某某日报", "helpSource"},
	} {
		name := cmp.Or(found[e.field], e.madeUp)
		a := syntax.Atom{Kind: syntax.Field, Key: keyOf[e.field], Text: name, Quoted: needsMarks(name)}
		shown := d.example(syntax.Query{Clauses: []syntax.Clause{{Any: []syntax.Atom{a}}}}.String(), e.says)
		if found[e.field] == "" {
			shown.Link = ""
		}
		out = append(out, shown)
	}
	time := cmp.Or(found[search.ByMonth], found[search.ByYear], "2026")
	return append(out, d.example("之后:"+time+" 之前:"+time, "helpTime"))
}

func (d *quotesData) example(query, says string) example {
	return example{query, d.T[says], d.address("/", quoteForm{Q: query}.values())}
}

// firstFound gives names from the first quote and, before that, from the facets.
func (d *quotesData) firstFound() map[search.FacetField]string {
	out := map[search.FacetField]string{}
	if len(d.Quotes) > 0 {
		q := d.Quotes[0]
		out[search.BySpeaker], out[search.BySource] = q.SpeakerText, q.Article.Source
		if day := string(q.Article.Published); day != "" {
			out[search.ByYear] = day[:len("2026")]
		}
		switch kind, _ := store.KindOf(string(q.Organization)); kind {
		case store.KindOrganization:
			out[search.ByOrganization] = q.OrganizationText
		case store.KindCompany:
			out[search.ByCompany] = q.OrganizationText
		}
	}
	for _, v := range d.Facets {
		out[v.Field] = v.Values[0].bare
	}
	return out
}
