package main

import (
	"slices"
	"strings"
	"unicode"

	"zhiku/zh/fold"
)

// kind of a query.
type kind string

const (
	oneWord  kind = "one word"
	twoWords kind = "two words"
	oneName  kind = "name"
	rareWord kind = "rare word"
	anyOf    kind = "any of three"
	phrase   kind = "phrase"
	question kind = "question" // a text as somebody typed it; ranks, and excludes nothing
)

// query is what both engines are asked.
type query struct {
	Kind  kind
	Terms []string
}

// Text is the query as a reader types it.
func (q query) Text() string {
	switch q.Kind {
	case anyOf:
		return strings.Join(q.Terms, " OR ")
	case phrase:
		return "“" + q.Terms[0] + "”"
	}
	return strings.Join(q.Terms, " ")
}

// matcher tells whether a document is an answer, from its folded text alone.
func (q query) matcher() func(folded string) bool {
	terms := make([]string, len(q.Terms))
	for i, term := range q.Terms {
		terms[i] = foldText(term)
	}
	if q.Kind == anyOf {
		return func(folded string) bool {
			return slices.ContainsFunc(terms, func(term string) bool { return strings.Contains(folded, term) })
		}
	}
	return func(folded string) bool {
		return !slices.ContainsFunc(terms, func(term string) bool { return !strings.Contains(folded, term) })
	}
}

// foldText gives the characters that count when texts are compared, folded:
// blanks, control and format characters are as if not there.
func foldText(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return fold.Rune(r)
	}, text)
}
