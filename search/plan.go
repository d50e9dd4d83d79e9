package search

import (
	"zhiku/store"
)

// plan is a query made ready: what must be met, and what makes a document that
// meets it a better answer.
type plan struct {
	must    expr
	filter  expr // what must be met besides the words
	ranking ranking
	relax   bool // where too few meet it, those that hold most of the words are given too
}

func newPlan(p Parsed, q Query) *plan {
	out := &plan{}
	filter := filters(q)
	var words []expr
	for _, t := range p.Terms {
		switch found := t.find(); {
		case t.Exclude:
			filter = append(filter, &not{found})
			continue
		case t.Phrase:
			filter = append(filter, found)
		default:
			words = append(words, found)
		}
		out.ranking.add(t)
	}
	out.filter = conjunction(filter)
	out.must = conjunction(append(words, out.filter))
	out.relax = len(words) > 0
	return out
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

// find is what a document must hold for t to be found in it: the whole of it,
// or, of a word that is several, all of them.
func (t Term) find() expr {
	whole := newStretch(t.key)
	if len(t.words) == 0 {
		return whole
	}
	parts := make([]expr, len(t.words))
	for i, w := range t.words {
		parts[i] = newStretch(w)
	}
	return &anyOf{[]expr{whole, &allOf{parts}}}
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
	add(fieldKind, texts(q.Kinds)...)
	add(fieldSpeaker, normals(q.Speakers)...)
	add(fieldOrganization, normals(q.Organizations)...)
	if len(q.Articles) > 0 {
		ids := make([]string, len(q.Articles))
		for i, id := range q.Articles {
			ids[i] = packID(string(id))
		}
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
	first, last := string(from), string(to)
	if first == "" {
		first = "0000-00-01"
	}
	return &between{fieldPublished, first, last}
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
