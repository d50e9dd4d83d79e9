package graph

import (
	"zhiku/graph/generated"
	"zhiku/graph/node"
	"zhiku/search"
	"zhiku/store"
)

// times is what a list of n items costs, of which each costs child.
func times(n *int, standard, child int) int {
	count := standard
	if n != nil {
		count = min(max(*n, 1), node.MaxPage) // what is out of range is refused when it is run
	}
	return 1 + count*child
}

func pageCost(child int, first, last *int) int {
	if first == nil {
		first = last
	}
	return times(first, node.DefaultPage, child)
}

// listCost is the cost of a filtered list of Query.
func listCost[F, O any](child int, _ *F, _ *O, first *int, _ *string, last *int, _ *string) int {
	return pageCost(child, first, last)
}

// once is the cost of what comes once with a page: pageCost counts all fields of
// a page once for each of its items.
func once(cost int) int { return 1 + cost/node.DefaultPage }

// nestedCost is the cost of a list within a node.
func nestedCost(child int, first *int, _ *string) int { return times(first, node.DefaultNested, child) }

const (
	statsCost       = 200 // it counts whole tables
	textCost        = 20  // an article may have megabytes
	facetsCost      = 200 // a search, and a count over all that it finds
	meantCost       = 200 // names are compared one by one
	usualCandidates = 3   // of a quote, where there are any: the speaker, who spoke before, who acted before
	citedCost       = 500 // two searches, and the texts found compared
)

// costs tells what each list may cost; every other field costs one and what is
// within it.
func costs() generated.ComplexityRoot {
	var c generated.ComplexityRoot
	searchCosts(&c)
	q := &c.Query
	q.Articles, q.Quotes, q.Figures = listCost, listCost, listCost
	q.People, q.Companies, q.Organizations, q.Projects = listCost, listCost, listCost, listCost
	q.Suggest = func(child int, _ string, _ []store.EntityKind, limit *int) int {
		return times(limit, node.DefaultNested, child)
	}
	q.Changes = func(child int, _ *string, first *int) int { return times(first, node.MaxPage, child) }
	q.Stats = func(child int) int { return statsCost + child }
	q.Nodes = func(child int, ids []string) int { n := len(ids); return times(&n, 0, child) }

	a := &c.Article
	a.Text = func(child int) int { return textCost + child }
	a.Quotes, a.Figures, a.Mentions, a.Dates = nestedCost, nestedCost, nestedCost, nestedCost
	c.Quote.SpeakerCandidates = func(child int) int { return times(nil, usualCandidates, child) }
	a.People, a.Companies, a.Organizations, a.Projects = nestedCost, nestedCost, nestedCost, nestedCost
	c.Person.Quotes, c.Person.Mentions, c.Person.Figures, c.Person.Articles = nestedCost, nestedCost, nestedCost, nestedCost
	c.Company.Quotes, c.Company.Mentions, c.Company.Figures, c.Company.Articles = nestedCost, nestedCost, nestedCost, nestedCost
	c.Organization.Quotes, c.Organization.Mentions, c.Organization.Figures, c.Organization.Articles = nestedCost, nestedCost, nestedCost, nestedCost
	c.Project.Quotes, c.Project.Mentions, c.Project.Figures, c.Project.Articles = nestedCost, nestedCost, nestedCost, nestedCost
	c.Company.People, c.Organization.People = nestedCost, nestedCost
	return c
}

// searchCosts are those of what the index is asked.
func searchCosts(c *generated.ComplexityRoot) {
	q := &c.Query
	q.Search = func(child int, _ string, _ []store.Kind, _ *search.Order, first *int, _ *string, last *int, _ *string) int {
		return pageCost(child, first, last)
	}
	c.SearchConnection.Facets = func(child int, fields []search.FacetField, first *int) int {
		return once(facetsCost + len(fields)*times(first, node.DefaultNested, child))
	}
	c.SearchConnection.DidYouMean = func(child int) int { return once(meantCost + times(nil, node.MaxMeant, child)) }
	c.SearchEdge.Snippets = func(child int, first *int) int { return times(first, node.DefaultSnippets, child) }
	q.SimilarQuotes = func(child int, _ string, first *int) int {
		return citedCost + times(first, node.DefaultNested, child)
	}
	q.VerifyQuote = func(child int, _ string, _ *string) int { return citedCost + child }
	c.QuoteVerification.Matches = func(child int) int { return times(nil, search.MaxMatches, child) }
}
