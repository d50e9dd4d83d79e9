package search

import (
	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Weights of what a word can match. Characters count little by themselves, for
// 的 says nothing; a name counts more than the text, and most when it is the
// whole of what was asked.
const (
	weightChars   = 0.3
	weightName    = 4
	weightParts   = 0.02 // of a word that is several, found apart
	weightWord    = 1
	weightSpeaker = 6
	weightNames   = 10
)

// bleveQuery turns a query into Bleve's: every word must stand in the text or
// the name, what is excluded in neither, the filters let through, and words
// and whole names raise the score.
func bleveQuery(p Parsed, q Query) query.Query {
	b := bleve.NewBooleanQuery()
	b.AddMust(bleve.NewMatchAllQuery()) // also where all words are excluded
	if !q.Candidates {
		b.AddMustNot(termQuery(fieldCandidate, isCandidate, 1))
	}
	for _, t := range p.Terms {
		if t.Exclude {
			b.AddMustNot(inTextOrName(t.key))
			continue
		}
		b.AddMust(t.find())
		b.AddShould(t.raise()...)
	}
	if f := filters(q); len(f) > 0 {
		b.AddFilter(query.NewConjunctionQuery(f))
	}
	return b
}

// find is what a document must hold for t to be found in it.
func (t Term) find() query.Query {
	if len(t.words) == 0 {
		return inTextOrName(t.key)
	}
	parts := make([]query.Query, len(t.words))
	for i, w := range t.words {
		parts[i] = anyOf(&phraseQuery{fieldChars, w, weightParts}, &phraseQuery{fieldName, w, weightParts})
	}
	return anyOf(inTextOrName(t.key), query.NewConjunctionQuery(parts))
}

// raise is what makes a document that t is found in a better answer.
func (t Term) raise() []query.Query {
	out := []query.Query{
		termQuery(fieldNames, t.key, weightNames),
		termQuery(fieldSpeaker, t.key, weightSpeaker),
	}
	eachWord(t.Text, func(w word) {
		out = append(out, termQuery(fieldWords, w.folded, weightWord))
	})
	return out
}

func inTextOrName(key string) query.Query {
	return anyOf(&phraseQuery{fieldChars, key, weightChars}, &phraseQuery{fieldName, key, weightName})
}

func anyOf(queries ...query.Query) query.Query {
	d := query.NewDisjunctionQuery(queries)
	d.SetMin(1)
	return d
}

func termQuery(field, term string, weight float64) query.Query {
	t := bleve.NewTermQuery(term)
	t.SetField(field)
	t.SetBoost(weight)
	return t
}

// filters gives one query for each filter that asks something.
func filters(q Query) []query.Query {
	var out []query.Query
	add := func(field string, values []string) {
		if len(values) > 0 {
			out = append(out, oneOf(field, values))
		}
	}
	add(fieldKind, texts(q.Kinds))
	add(fieldSpeaker, normals(q.Speakers))
	add(fieldOrganization, normals(q.Organizations))
	add(fieldArticle, texts(q.Articles))
	if q.Source != "" {
		add(fieldSource, []string{normal(q.Source)})
	}
	if q.QuoteKind != "" {
		add(fieldQuoteKind, []string{string(q.QuoteKind)})
	}
	if q.From != "" || q.To != "" {
		out = append(out, published(q.From, q.To))
	}
	return out
}

func oneOf(field string, values []string) query.Query {
	queries := make([]query.Query, len(values))
	for i, v := range values {
		queries[i] = termQuery(field, v, 1)
	}
	return anyOf(queries...)
}

// published takes both ends in and leaves the undated out.
func published(from, to store.Date) query.Query {
	first, last := string(from), string(to)
	if first == "" {
		first = "0000-00-01"
	}
	if last == "" {
		last = "9999-99-99"
	}
	both := true
	r := bleve.NewTermRangeInclusiveQuery(first, last, &both, &both)
	r.SetField(fieldPublished)
	return r
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
