package main

import (
	"context"
	"sync/atomic"
	"time"

	"zhiku/store"
)

// documents are articles by number, from 0.
type documents interface {
	ID(n int) store.ArticleID
	Article(n int) *store.Article
	Number(id store.ArticleID) (n int, ok bool)
}

// source is what the index follows in place of a store: a log in which change
// n+1 puts document n. It keeps nothing.
type source struct {
	documents
	head atomic.Int64 // the last change: how many documents are there
	read atomic.Int64 // how many articles were asked for
}

func newSource(d documents, n int) *source {
	s := &source{documents: d}
	s.head.Store(int64(n))
	return s
}

var firstChange = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// Changes gives at most limit entries after seq.
func (s *source) Changes(_ context.Context, after int64, limit int) ([]store.Change, error) {
	var out []store.Change
	for seq := after + 1; seq <= s.head.Load() && len(out) < limit; seq++ {
		id := s.ID(int(seq) - 1)
		out = append(out, store.Change{
			Seq: seq, Kind: store.KindArticle, ID: string(id), Op: store.Put, Article: id,
			At: firstChange.Add(time.Duration(seq) * time.Second),
		})
	}
	return out, nil
}

// LastChange is the log's head.
func (s *source) LastChange(context.Context) (int64, error) { return s.head.Load(), nil }

// ArticlesByID gives those of the articles that are there.
func (s *source) ArticlesByID(_ context.Context, ids []store.ArticleID) (map[store.ArticleID]*store.Article, error) {
	s.read.Add(int64(len(ids)))
	out := make(map[store.ArticleID]*store.Article, len(ids))
	for _, id := range ids {
		if n, ok := s.Number(id); ok && int64(n) < s.head.Load() {
			out[id] = s.Article(n)
		}
	}
	return out, nil
}

// QuotesByID: there are none.
func (s *source) QuotesByID(context.Context, []store.QuoteID) (map[store.QuoteID]*store.Quote, error) {
	return nil, nil
}

// FiguresByID: there are none.
func (s *source) FiguresByID(context.Context, []store.FigureID) (map[store.FigureID]*store.Figure, error) {
	return nil, nil
}

// EntitiesByID: there are none.
func (s *source) EntitiesByID(context.Context, []store.EntityID) (map[store.EntityID]*store.Entity, error) {
	return nil, nil
}

// EntitiesIn: there are none.
func (s *source) EntitiesIn(context.Context, []store.ArticleID, int) (map[store.ArticleID][]*store.Entity, error) {
	return nil, nil
}
