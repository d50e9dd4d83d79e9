// Package node holds the Go types of the nodes, lists and scalars of
// schema.graphqls. gqlgen binds the schema's fields to their fields and methods.
//
// Things that were read together hang on together: when the speaker of one
// quote of a page is asked for, the speakers of all quotes of that page are
// read, in one query, and so on at every depth. See family.
package node
