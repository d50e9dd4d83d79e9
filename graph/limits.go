package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"zhiku/graph/node"
)

// Limits bound what one request may ask for; 0 stands for the default.
type Limits struct {
	Body       int64 // bytes of an HTTP body
	Tokens     int   // of a document
	Depth      int   // fields within fields, introspection not counted
	Complexity int   // fields of the answer, each counted as often as its lists may hold it
}

// defaults let a page of 100 quotes with all that hangs on them through.
var defaults = Limits{Body: 1 << 20, Tokens: 15_000, Depth: 16, Complexity: 50_000}

// maxFields bounds how many fields a document may have once its fragments are
// put in, where a fragment that uses another twice doubles it.
const maxFields = 20_000

func (l Limits) orDefaults() Limits {
	if l.Body == 0 {
		l.Body = defaults.Body
	}
	if l.Tokens == 0 {
		l.Tokens = defaults.Tokens
	}
	if l.Depth == 0 {
		l.Depth = defaults.Depth
	}
	if l.Complexity == 0 {
		l.Complexity = defaults.Complexity
	}
	return l
}

// costLimit refuses a query that nests too deep or asks for too much, before
// any of it is run.
type costLimit struct {
	Limits
	schema graphql.ExecutableSchema
}

var _ interface {
	graphql.OperationContextMutator
	graphql.HandlerExtension
} = &costLimit{}

// ExtensionName implements graphql.HandlerExtension.
func (*costLimit) ExtensionName() string { return "CostLimit" }

// Validate implements graphql.HandlerExtension.
func (c *costLimit) Validate(schema graphql.ExecutableSchema) error {
	c.schema = schema
	return nil
}

// MutateOperationContext implements graphql.OperationContextMutator.
func (c *costLimit) MutateOperationContext(ctx context.Context, o *graphql.OperationContext) *gqlerror.Error {
	m := measure{fragments: map[string]size{}}
	s := m.set(o.Operation.SelectionSet)
	if s.depth > c.Depth {
		return refused(node.TooDeep, "the query is nested %d deep; at most %d is allowed", s.depth, c.Depth)
	}
	if s.fields > maxFields {
		return refused(node.TooComplex, "the query has more than %d fields once its fragments are put in", maxFields)
	}
	if n := complexity.Calculate(ctx, c.schema, o.Operation, o.Variables); n > c.Complexity {
		return refused(node.TooComplex, "the query may give %d fields; at most %d are allowed: lower first, or ask for fewer lists within lists", n, c.Complexity)
	}
	return nil
}

func refused(code node.Code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf("%s", fmt.Sprintf(format, args...))
	errcode.Set(err, string(code))
	return err
}

// size of a selection with its fragments put in.
type size struct{ depth, fields int }

// measure sizes each fragment once, so that it takes linear time whatever the
// fragments expand to. Validation has refused fragments that use themselves.
type measure struct{ fragments map[string]size }

func (m measure) set(set ast.SelectionSet) size {
	var s size
	for _, selection := range set {
		inner := m.selection(selection)
		s.depth = max(s.depth, inner.depth)
		s.fields = min(s.fields+inner.fields, maxFields+1)
	}
	return s
}

func (m measure) selection(selection ast.Selection) size {
	switch x := selection.(type) {
	case *ast.Field:
		s := m.set(x.SelectionSet)
		s.fields++
		s.depth++
		if x.Name == "__schema" || x.Name == "__type" {
			s.depth = 1 // tools ask for types of types of types
		}
		return s
	case *ast.InlineFragment:
		return m.set(x.SelectionSet)
	case *ast.FragmentSpread:
		s, ok := m.fragments[x.Name]
		if !ok {
			s = m.set(x.Definition.SelectionSet)
			m.fragments[x.Name] = s
		}
		return s
	}
	return size{}
}
