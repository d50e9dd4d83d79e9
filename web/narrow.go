package web

import (
	"context"
	"fmt"
	"slices"

	"zhiku/search"
	"zhiku/search/syntax"
	"zhiku/store"
)

// condition is what narrows a search beside its words.
type condition struct {
	Name, Value string
	Without     string // the address of the search without it
}

// narrowing makes the addresses of searches that ask for more or less than one.
type narrowing struct {
	frame
	form     quoteForm
	query    syntax.Query
	entities map[store.EntityID]*store.Entity // that facets and form name
}

// newNarrowing looks up the names of the entities that the page will show.
func (s *site) newNarrowing(ctx context.Context, data *quotesData, result *search.Result) (*narrowing, error) {
	n := &narrowing{frame: data.frame, form: data.Form}
	var err error
	if n.query, err = syntax.Parse(data.Form.Q); err != nil {
		return nil, err
	}
	var ids []store.EntityID
	for _, f := range result.Facets {
		for _, v := range f.Values {
			if isID(v.Value) {
				ids = append(ids, store.EntityID(v.Value))
			}
		}
	}
	for _, asked := range []string{data.Form.Speaker, data.Form.Organization} {
		if isID(asked) {
			ids = append(ids, store.EntityID(asked))
		}
	}
	n.entities, err = s.Reader.EntitiesByID(ctx, ids)
	return n, err
}

// to is the address of the same search with another form.
func (n *narrowing) to(change func(*quoteForm)) string {
	form := n.form
	form.Facets = ""
	if n.form.Facets == noFacets {
		form.Facets = noFacets
	}
	change(&form)
	return n.address("/", form.values())
}

// asking is the address of the same search with other clauses.
func (n *narrowing) asking(clauses []syntax.Clause) string {
	return n.to(func(f *quoteForm) { f.Q = syntax.Query{Clauses: clauses}.String() })
}

// with is the address of the same search that asks for a clause as well.
func (n *narrowing) with(a syntax.Atom) string {
	return n.asking(append(slices.Clone(n.query.Clauses), syntax.Clause{Any: []syntax.Atom{a}}))
}

// without is the address of the same search without some of its clauses.
func (n *narrowing) without(drop func(syntax.Clause) bool) string {
	return n.asking(slices.DeleteFunc(slices.Clone(n.query.Clauses), drop))
}

// asks tells whether a clause wants this one field and nothing else.
func asks(c syntax.Clause, key syntax.Key) bool {
	return !c.Exclude && len(c.Any) == 1 && c.Any[0].Kind == syntax.Field && c.Any[0].Key == key
}

func ofTime(c syntax.Clause) bool { return asks(c, syntax.After) || asks(c, syntax.Before) }

// conditions lists the fields of the query, the dates as one, and what the form
// asks for.
func (n *narrowing) conditions() []condition {
	var out []condition
	dates := [2]string{}
	for i, c := range n.query.Clauses {
		a := c.Any[0]
		switch {
		case asks(c, syntax.After):
			dates[0] = max(dates[0], string(a.Date))
		case asks(c, syntax.Before):
			if dates[1] == "" || string(a.Date) < dates[1] {
				dates[1] = string(a.Date)
			}
		case len(c.Any) == 1 && a.Kind == syntax.Field:
			at := -1
			out = append(out, condition{n.nameOf(c), a.Text + string(a.Date) + n.T[string(a.Type)],
				n.without(func(syntax.Clause) bool { at++; return at == i })})
		}
	}
	if dates[0]+dates[1] != "" {
		out = append(out, condition{n.T["published"], n.days(dates[0], dates[1]), n.without(ofTime)})
	}
	return append(out, n.ofForm()...)
}

func (n *narrowing) nameOf(c syntax.Clause) string {
	name := n.T[string(c.Any[0].Key)]
	if c.Exclude {
		return n.T["not"] + name
	}
	return name
}

func (n *narrowing) ofForm() []condition {
	var out []condition
	add := func(key, value string, clear func(*quoteForm)) {
		if value != "" {
			out = append(out, condition{n.T[key], value, n.to(clear)})
		}
	}
	add("speaker", n.apartFrom(n.form.Speaker), func(f *quoteForm) { f.Speaker = "" })
	add("belongs", n.named(n.form.Organization), func(f *quoteForm) { f.Organization = "" })
	add("source", n.form.Source, func(f *quoteForm) { f.Source = "" })
	add("quoteKind", n.T[n.form.Kind], func(f *quoteForm) { f.Kind = "" })
	if n.form.From+n.form.To != "" {
		add("published", n.days(n.form.From, n.form.To), func(f *quoteForm) { f.From, f.To = "", "" })
	}
	return out
}

// apartFrom is the name of an entity's id that tells it from its namesakes.
func (n *narrowing) apartFrom(value string) string {
	if e := n.entities[store.EntityID(value)]; e != nil && e.Employer != "" {
		return e.Name + "（" + e.Employer + "）"
	}
	return n.named(value)
}

// days spells a stretch of time, of which one end may be open.
func (f frame) days(from, to string) string {
	switch {
	case from == "":
		return fmt.Sprintf(f.T["until"], to)
	case to == "":
		return fmt.Sprintf(f.T["since"], from)
	}
	return from + " – " + to
}

// named is the name of an entity's id; any other text is its own.
func (n *narrowing) named(value string) string {
	if e := n.entities[store.EntityID(value)]; e != nil {
		return e.Name
	}
	return value
}

// field asks for a name, or no longer.
func (n *narrowing) field(key syntax.Key, name string) (active bool, link string) {
	same := func(c syntax.Clause) bool { return asks(c, key) && c.Any[0].Text == name }
	if slices.ContainsFunc(n.query.Clauses, same) {
		return true, n.without(same)
	}
	return false, n.with(syntax.Atom{Kind: syntax.Field, Key: key, Text: name, Quoted: needsMarks(name)})
}

// needsMarks tells whether a name must stand in marks to be one value.
func needsMarks(name string) bool {
	q, err := syntax.Parse("人:" + name)
	return err != nil || len(q.Clauses) != 1 || len(q.Warnings) > 0 || !asks(q.Clauses[0], syntax.Speaker) ||
		q.Clauses[0].Any[0].Text != name || q.Clauses[0].Any[0].Quoted
}

// period asks for a year or a month in place of all other dates, or no longer.
func (n *narrowing) period(period string) (active bool, link string) {
	q, err := syntax.Parse("之后:" + period + " 之前:" + period)
	if err != nil || len(q.Clauses) != 2 {
		return false, n.to(func(*quoteForm) {})
	}
	first, last := q.Clauses[0].Any[0].Date, q.Clauses[1].Any[0].Date
	rest := slices.DeleteFunc(slices.Clone(n.query.Clauses), ofTime)
	dated := len(n.query.Clauses) - len(rest)
	exact := func(c syntax.Clause) bool {
		return asks(c, syntax.After) && c.Any[0].Date == first || asks(c, syntax.Before) && c.Any[0].Date == last
	}
	if dated == 2 && !slices.ContainsFunc(n.query.Clauses, func(c syntax.Clause) bool { return ofTime(c) && !exact(c) }) {
		return true, n.asking(rest)
	}
	return false, n.asking(append(rest, q.Clauses...))
}
