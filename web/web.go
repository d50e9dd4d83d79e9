// Package web is zhiku's HTTP face: the routes, what stands around every
// request, and the pages people read. Nothing it serves names another host.
package web

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"

	"zhiku/search"
	"zhiku/store"
)

//go:embed static graphiql/*.js graphiql/*.css
var files embed.FS

// Searcher finds things and tells how far its index is.
type Searcher interface {
	Search(ctx context.Context, q search.Query) (*search.Result, error)
	VerifyQuote(ctx context.Context, text, speaker string) (*search.Verification, error)
	SimilarQuotes(ctx context.Context, id store.QuoteID, limit int) ([]search.Similar, error)
	DidYouMean(ctx context.Context, text string, limit int) ([]string, error)
	Status(ctx context.Context) (search.Status, error)
}

// Options are what the pages are made from.
type Options struct {
	GraphQL  http.Handler
	Reader   store.Reader
	Searcher Searcher
	Log      *slog.Logger

	Extractor int // the version that reads articles now
}

// site holds what handlers share.
type site struct {
	Options
	metrics *metrics
}

// New gives the whole HTTP face.
func New(o Options) http.Handler {
	s := &site{Options: o, metrics: newMetrics(&o)}
	mux := http.NewServeMux()
	s.handle(mux, "GET /{$}", s.quotesPage)
	s.handle(mux, "GET /verify", s.verifyPage)
	s.handle(mux, "GET /articles/{id}", s.articlePage)
	s.handle(mux, "GET /playground", s.playground)
	s.handle(mux, "/graphql", o.GraphQL.ServeHTTP)
	s.handle(mux, "GET /healthz", s.health)
	s.handle(mux, "GET /readyz", s.ready)
	s.handle(mux, "GET /static/", s.serveFiles(files))
	s.handle(mux, "GET /graphiql/", s.serveFiles(files))
	s.handle(mux, "/", s.notFoundPage)
	mux.Handle("GET /metrics", s.metrics.handler())
	return s.recoverPanics(secure(mux))
}

func (s *site) handle(mux *http.ServeMux, pattern string, h http.HandlerFunc) {
	mux.Handle(pattern, s.metrics.measure(pattern, h))
}

// serveFiles serves embedded files. A browser asks each time whether it has the
// newest, by the hash of its content.
func (s *site) serveFiles(root embed.FS) http.HandlerFunc {
	server := http.FileServerFS(root)
	tags := tagsOf(root)
	return func(w http.ResponseWriter, r *http.Request) {
		tag, ok := tags[strings.TrimPrefix(r.URL.Path, "/")]
		if !ok { // folders are not listed
			s.notFoundPage(w, r)
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		w.Header().Set("ETag", tag)
		server.ServeHTTP(w, r)
	}
}

// tagsOf gives the entity tag of every file, by its path.
func tagsOf(root embed.FS) map[string]string {
	tags := map[string]string{}
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := root.ReadFile(path)
		sum := sha256.Sum256(data)
		tags[path] = fmt.Sprintf("%q", hex.EncodeToString(sum[:8]))
		return err
	})
	if err != nil {
		panic(err) // the files are in the binary
	}
	return tags
}
