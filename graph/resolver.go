// Package graph answers GraphQL over HTTP. The schema is schema.graphqls at the
// root; graph/generated and graph/model are what gqlgen makes of it, graph/node
// holds the nodes and how they are read. Resolvers here turn filters into
// queries of the store or of the index.
package graph

import (
	"log/slog"

	"zhiku/graph/node"
	"zhiku/store"
)

// Searcher is the full-text index.
type Searcher = node.Searcher

// Resolver answers the fields of Query.
type Resolver struct {
	Store  store.Reader
	Search Searcher
	Log    *slog.Logger

	Extractor int // the version that reads articles now
}

func (r *Resolver) nodes() *node.Source { return &node.Source{Store: r.Store, Search: r.Search} }
