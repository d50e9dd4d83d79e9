// Package search is the Chinese full-text index: what is typed becomes a plan
// over the terms of Bleve's segments, texts are looked at where terms do not
// tell, what is found is ranked, counted, cut into snippets and marked, and a
// follower keeps the index level with the store's change log. The index is a
// shadow of the store: it can be thrown away and is rebuilt by itself when
// missing, broken or of another version. docs/search.md says how fast it is and
// what was tried.
package search

import "zhiku/store"

// Query asks for the things of Kinds that match Text and the filters. An empty
// Text matches all; the zero value of a filter asks nothing.
type Query struct {
	Text  string       // as a reader types it: see package syntax
	Kinds []store.Kind // article, quote, figure, person, company, organization, project

	Speakers      []string // entity ids or printed names, any of them
	Organizations []string // entity ids or printed names, any of them
	Articles      []store.ArticleID
	Source        string
	QuoteKind     store.QuoteKind
	From, To      store.Date // published, both included
	Candidates    bool       // candidates too
	InDoubt       *bool      // only quotes whose speaker is in doubt, or only what is not; nil asks nothing

	Order  Order
	Page   store.PageRequest
	Facets []FacetQuery // counts over all that is found
}

// Order of the hits; ids break ties.
type Order string

const (
	Relevance Order = "relevance"
	Newest    Order = "newest"
	Oldest    Order = "oldest"
)

// Hit is one thing found.
type Hit struct {
	ID    string
	Kind  store.Kind
	Score float64
}

// Result is a page of hits.
type Result struct {
	Page    store.Page[Hit]
	Total   int     // all that match …
	AtLeast bool    // … or at least so many: see TotalBound
	Holding int     // those of them that hold all words; the rest holds most
	Facets  []Facet // in the order asked for
	Query   Parsed  // how the text was understood; also finds the marks in a text
}

// Range is a half-open stretch of a text: bytes and code points.
type Range struct {
	Start, End         int
	RuneStart, RuneEnd int
}

// Status tells how far the index follows the store.
type Status struct {
	Position int64 // the last change indexed
	Head     int64 // the last change in the store's log
	Building bool  // a rebuild is under way; answers are incomplete
}
