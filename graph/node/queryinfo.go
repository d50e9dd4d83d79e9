package node

import (
	"unicode/utf8"

	"zhiku/search"
	"zhiku/search/syntax"
)

// QueryInfo tells how a query was understood.
type QueryInfo struct {
	Interpreted string
	Warnings    []QueryWarning
	Terms       []QueryTerm
	Holding     int  // of those found, how many hold all the words
	Relaxed     bool // those that hold most were added
}

// QueryWarning is about a part of the query that was read as plain text; Start
// and End are code points of the query.
type QueryWarning struct {
	Code                 syntax.Code
	MessageZh, MessageEn string
	Start, End           int
}

// QueryTerm is a word, phrase, field or range of a query.
type QueryTerm struct {
	Text         string
	Kind         syntax.Kind
	Excluded     bool
	Condition    int // from 1; of the terms of one any will do
	Words, Names []string
}

// QueryInfo tells how the query was understood.
func (c *SearchConnection) QueryInfo() *QueryInfo {
	info := &QueryInfo{Interpreted: c.parsed.String(), Holding: c.holding, Relaxed: c.relaxed()}
	for _, w := range c.parsed.Warnings {
		info.Warnings = append(info.Warnings, QueryWarning{w.Code, w.Chinese, w.English,
			runesBefore(c.query.Text, w.Start), runesBefore(c.query.Text, w.End)})
	}
	for i, clause := range c.parsed.Clauses {
		for _, t := range clause.Any {
			info.Terms = append(info.Terms, QueryTerm{typed(c.query.Text, t), t.Kind, clause.Exclude, i + 1, t.Words, t.Names})
		}
	}
	return info
}

// runesBefore counts the code points of a text before one of its bytes.
func runesBefore(text string, at int) int { return utf8.RuneCountInString(text[:at]) }

// typed is what stands in the query for a term; of a field or range all of it,
// for its parts are not text alone.
func typed(query string, t search.Term) string {
	if t.Kind == syntax.Field || t.Kind == syntax.Range {
		return query[t.Start:t.End]
	}
	return t.Text
}
