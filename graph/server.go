package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"zhiku/graph/generated"
	"zhiku/graph/node"
)

// Options of the HTTP handler.
type Options struct {
	Limits
	Timeout time.Duration // for one request; 0 is defaultTimeout
}

const (
	defaultTimeout = 10 * time.Second
	cachedQueries  = 1000    // parsed documents kept …
	cachedBytes    = 8 << 10 // … none of them longer than this
)

// NewHandler answers GraphQL over HTTP: POST with a JSON body, or GET. There is
// nothing but Query in the schema, so nothing can be written.
func NewHandler(r *Resolver, o Options) http.Handler {
	o.Limits = o.Limits.orDefaults()
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	s := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: r, Complexity: costs()}))
	s.AddTransport(transport.Options{})
	s.AddTransport(transport.GET{})
	s.AddTransport(transport.POST{})
	s.SetParserTokenLimit(o.Tokens)
	s.SetQueryCache(smallQueries{lru.New[*ast.QueryDocument](cachedQueries)})
	s.SetErrorPresenter(present(r.Log))
	s.SetRecoverFunc(recovered(r.Log))
	s.Use(extension.Introspection{})
	s.Use(&costLimit{Limits: o.Limits})
	return bounded(o, s)
}

// smallQueries keeps no long document, for a parsed one holds its whole source:
// a thousand of them would fill the memory.
type smallQueries struct {
	graphql.Cache[*ast.QueryDocument]
}

// Add implements graphql.Cache.
func (c smallQueries) Add(ctx context.Context, query string, doc *ast.QueryDocument) {
	if len(query) <= cachedBytes {
		c.Cache.Add(ctx, query, doc)
	}
}

// methods that GraphQL is asked by.
const methods = "GET, HEAD, OPTIONS, POST"

// bounded refuses what is no GraphQL over HTTP, reads the body as far as it may
// go, and gives the request its time.
func bounded(o Options, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), o.Timeout)
		defer cancel()
		if !strings.Contains(methods, r.Method) {
			w.Header().Set("Allow", methods)
			refuseRequest(w, http.StatusMethodNotAllowed, node.BadRequest, "send GraphQL by POST, or a query by GET")
			return
		}
		if r.Method == http.MethodPost {
			if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
				refuseRequest(w, http.StatusUnsupportedMediaType, node.BadRequest, "send Content-Type: application/json with a body such as {\"query\": \"{ stats { articles } }\"}")
				return
			}
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, o.Body))
			if err != nil {
				refuseBody(w, err, o.Body)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func refuseBody(w http.ResponseWriter, err error, limit int64) {
	status, code, message := http.StatusBadRequest, node.BadRequest, "the request's body could not be read"
	if _, over := err.(*http.MaxBytesError); over {
		status, code = http.StatusRequestEntityTooLarge, node.TooLong
		message = fmt.Sprintf("the request's body is over %d bytes; send large values in several requests", limit)
	}
	refuseRequest(w, status, code, message)
}

// refuseRequest answers as GraphQL does, with one error.
func refuseRequest(w http.ResponseWriter, status int, code node.Code, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{
		"message": message, "extensions": map[string]any{"code": code}}}})
}
