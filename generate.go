package main

// gqlgen writes graph/generated, graph/model and the signatures in
// graph/schema.resolvers.go from schema.graphqls; it must run from here.
//go:generate go tool gqlgen generate
