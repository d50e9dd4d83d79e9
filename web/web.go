// Package web is zhiku's HTTP face: the routes, what stands around every
// request, and the pages people read. Nothing it serves names another host.
package web

import (
	"context"
	"embed"
	"io/fs"
	"log/slog"
	"net/http"

	"zhiku/search"
	"zhiku/store"
)

//go:embed static graphiql/*.js graphiql/*.css
var files embed.FS

// Searcher finds things and tells how far its index is.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
	Status(ctx context.Context) (search.Status, error)
}

// Options are what the pages are made from.
type Options struct {
	GraphQL  http.Handler
	Reader   store.Reader
	Searcher Searcher
	Log      *slog.Logger
}

// site holds what handlers share.
type site struct {
	Options
	metrics *metrics
}

// New gives the whole HTTP face.
func New(o Options) http.Handler {
	s := &site{Options: o, metrics: newMetrics(o.Searcher)}
	mux := http.NewServeMux()
	s.handle(mux, "GET /{$}", s.quotesPage)
	s.handle(mux, "GET /articles/{id}", s.articlePage)
	s.handle(mux, "GET /playground", s.playground)
	s.handle(mux, "/graphql", o.GraphQL.ServeHTTP)
	s.handle(mux, "GET /healthz", s.health)
	s.handle(mux, "GET /readyz", s.ready)
	s.handle(mux, "GET /static/", serveFiles(files))
	s.handle(mux, "GET /graphiql/", serveFiles(files))
	s.handle(mux, "/", s.notFoundPage)
	mux.Handle("GET /metrics", s.metrics.handler())
	return s.recoverPanics(secure(mux))
}

func (s *site) handle(mux *http.ServeMux, pattern string, h http.HandlerFunc) {
	mux.Handle(pattern, s.metrics.measure(pattern, h))
}

// serveFiles serves embedded files; they change with the binary only, and a
// day is short enough for the next one.
func serveFiles(root fs.FS) http.HandlerFunc {
	server := http.FileServerFS(root)
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=86400")
		server.ServeHTTP(w, r)
	}
}
