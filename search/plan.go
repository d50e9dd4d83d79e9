package search

import (
	"slices"
	"unicode/utf8"

	"zhiku/search/syntax"
	"zhiku/store"
)

// plan is a query made ready: what must be met, and what makes a document that
// meets it a better answer.
type plan struct {
	must    expr
	filter  expr // what must be met besides the words
	oneWord expr // one of the words
	ranking ranking
	pasted  bool // from a text, marks and all
	relax   bool // where too few meet it, those that hold most of the words are given too
}

// newPlan compiles a query. It fills in the other names of its terms, which d
// knows.
func newPlan(p *Parsed, q Query, d *directory) (*plan, error) {
	out := &plan{}
	filter := filters(q)
	var words []expr
	for i := range p.Clauses {
		c := &p.Clauses[i]
		found, err := c.find(d)
		switch {
		case err != nil:
			return nil, err
		case c.Exclude:
			filter = append(filter, &not{found})
		case c.ofWords() || c.glued:
			out.pasted = out.pasted || c.glued
			words = append(words, found)
		default:
			filter = append(filter, found)
		}
	}
	p.sought(out.ranking.add)
	out.filter = conjunction(filter)
	out.must = conjunction(append(slices.Clone(words), out.filter))
	out.relax = len(words) > 0
	out.oneWord = disjunction(words)
	return out, nil
}

// ofWords tells whether a clause asks for words alone, of which a document may
// lack some where too few hold all.
func (c *Clause) ofWords() bool {
	for i := range c.Any {
		if t := &c.Any[i]; t.Kind != syntax.Word && !t.spoken() {
			return false
		}
	}
	return true
}

// find is what a document must be for a clause to hold, or, where it excludes,
// must not be.
func (c *Clause) find(d *directory) (expr, error) {
	parts := make([]expr, len(c.Any))
	for i := range c.Any {
		t := &c.Any[i]
		var err error
		switch t.Kind {
		case syntax.Word:
			if !c.Exclude {
				err = d.fillNames(t)
			}
			parts[i] = t.word()
		case syntax.Phrase:
			parts[i] = newStretch(t.key)
		case syntax.Field:
			parts[i], err = t.field(d)
		default:
			parts[i] = &anyOf{[]expr{t.bounds(), newStretch(t.key)}}
		}
		if err != nil {
			return nil, err
		}
	}
	return disjunction(parts), nil
}

// word is met by the whole of it, or, where it is several words, by all of
// them, or by another name of what it names.
func (t *Term) word() expr {
	parts := []expr{newStretch(t.key)}
	if len(t.Words) > 0 {
		all := make([]expr, len(t.Words))
		for i, w := range t.Words {
			all[i] = newStretch(w)
		}
		parts = append(parts, &allOf{all})
	}
	for _, name := range t.Names {
		parts = append(parts, newStretch(name))
	}
	return disjunction(parts)
}

// field is met by what is of the source, kind or time asked for, or has to do
// with the entity.
func (t *Term) field(d *directory) (expr, error) {
	switch t.Key {
	case syntax.Source:
		return &oneOf{fieldSource, []string{t.key}}, nil
	case syntax.Unit:
		return &oneOf{fieldUnit, []string{t.key}}, nil
	case syntax.OfKind:
		return &oneOf{fieldKind, []string{string(t.Type)}}, nil
	case syntax.After:
		return published(t.Date, ""), nil
	case syntax.Before:
		return published("", t.Date), nil
	}
	return t.concerned(d)
}

// kindOfKey says which entities a field asks for.
var kindOfKey = map[syntax.Key]store.EntityKind{
	syntax.Speaker: store.Person, syntax.Organization: store.Organization,
	syntax.Company: store.Company, syntax.Project: store.Project,
}

// concerned is met by quotes of the entity or of its people, figures told of it,
// articles that mention it, and the entity itself.
func (t *Term) concerned(d *directory) (expr, error) {
	kind := kindOfKey[t.Key]
	ids, err := d.ids(t.key, kind)
	if err != nil {
		return nil, err
	}
	if len(ids) == 0 && utf8.RuneCountInString(t.key) >= noName {
		return t.asText(), nil
	}
	parts := []expr{&oneOf{fieldConcerns, ids}, &oneOf{fieldID, packIDs(ids)}}
	switch t.Key { // those whose names were printed and not linked
	case syntax.Speaker:
		parts = append(parts, &oneOf{fieldSpeaker, []string{t.key}})
	case syntax.Organization, syntax.Company:
		parts = append(parts, &oneOf{fieldOrganization, []string{t.key}})
	}
	return disjunction(parts), nil
}

// noName is the length, in characters, from which a value that nothing is
// called is no name but text, as in a headline that was pasted: 机构：估值仍有空间.
const noName = 8

// asText reads a field as words, all of them.
func (t *Term) asText() expr {
	t.Kind = syntax.Word
	t.Words = wordsWithin(t.Text)
	return t.word()
}

// bounds are met by figures in a range, of the metric and the unit typed.
func (t *Term) bounds() expr {
	b := t.Bounds
	parts := []expr{&oneOf{fieldKind, []string{string(store.KindFigure)}}, inRange(b)}
	if metric := normal(b.Metric); metric != "" {
		parts = append(parts, inNames(metric))
	}
	return conjunction(parts)
}

func conjunction(parts []expr) expr {
	switch len(parts) {
	case 0:
		return &everything{}
	case 1:
		return parts[0]
	}
	return &allOf{parts}
}

func disjunction(parts []expr) expr {
	if len(parts) == 1 {
		return parts[0]
	}
	return &anyOf{parts}
}

// filters gives one expression for each filter that asks something.
func filters(q Query) []expr {
	var out []expr
	add := func(field string, values ...string) {
		if len(values) > 0 {
			out = append(out, &oneOf{field, values})
		}
	}
	if !q.Candidates {
		out = append(out, &not{&oneOf{fieldCandidate, []string{isCandidate}}})
	}
	if q.QuoteKind == "" {
		out = append(out, &not{&oneOf{fieldQuoteKind, []string{string(store.Term)}}})
	} else {
		add(fieldQuoteKind, string(q.QuoteKind))
	}
	if doubt := (&oneOf{fieldDoubt, []string{inDoubt}}); q.InDoubt != nil && *q.InDoubt {
		out = append(out, doubt)
	} else if q.InDoubt != nil {
		out = append(out, &not{doubt})
	}
	add(fieldKind, texts(q.Kinds)...)
	add(fieldSpeaker, normals(q.Speakers)...)
	add(fieldOrganization, normals(q.Organizations)...)
	if len(q.Articles) > 0 {
		ids := packIDs(q.Articles)
		out = append(out, &anyOf{[]expr{&oneOf{fieldArticle, ids}, &oneOf{fieldID, ids}}})
	}
	if q.Source != "" {
		add(fieldSource, normal(q.Source))
	}
	if q.From != "" || q.To != "" {
		out = append(out, published(q.From, q.To))
	}
	return out
}

// published takes both ends in and leaves the undated out.
func published(from, to store.Date) expr {
	first := string(from)
	if first == "" {
		first = "0000-00-01"
	}
	return &between{fieldPublished, first, string(to)}
}

func texts[S ~string](values []S) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func normals(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = normal(v)
	}
	return out
}
