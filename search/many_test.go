package search

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"zhiku/store"
)

// shelf is a store of articles alone, in memory, for tests that need many.
type shelf struct {
	Source   // nothing else is asked for
	articles []*store.Article
	number   map[store.ArticleID]int
}

func (s *shelf) add(text, day string) {
	if s.number == nil {
		s.number = map[store.ArticleID]int{}
	}
	id := store.NewArticleID(fmt.Sprint(len(s.articles)))
	s.number[id] = len(s.articles)
	s.articles = append(s.articles, &store.Article{ID: id, Text: text, Published: store.Date(day)})
}

func (s *shelf) LastChange(context.Context) (int64, error) { return int64(len(s.articles)), nil }

func (s *shelf) Changes(_ context.Context, after int64, limit int) ([]store.Change, error) {
	var out []store.Change
	for i := int(after); i < len(s.articles) && len(out) < limit; i++ {
		out = append(out, store.Change{Seq: int64(i + 1), Kind: store.KindArticle, ID: string(s.articles[i].ID), Op: store.Put})
	}
	return out, nil
}

func (s *shelf) ArticlesByID(_ context.Context, ids []store.ArticleID) (map[store.ArticleID]*store.Article, error) {
	out := map[store.ArticleID]*store.Article{}
	for _, id := range ids {
		out[id] = s.articles[s.number[id]]
	}
	return out, nil
}

func (s *shelf) EntitiesIn(context.Context, []store.ArticleID, int) (map[store.ArticleID][]*store.Entity, error) {
	return nil, nil
}

func (s *shelf) open(t *testing.T) *Index {
	t.Helper()
	ix, err := Open(t.Context(), t.TempDir(), s)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	catchUp(t, ix)
	return ix
}

func catchUp(t *testing.T, ix *Index) {
	t.Helper()
	if err := ix.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// walkPages reads a list page by page; between pages, meanwhile is called.
func walkPages(t *testing.T, ix *Index, q Query, meanwhile func()) []string {
	t.Helper()
	var ids []string
	for {
		r, err := ix.Search(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, idsOfHits(r)...)
		if !r.Page.HasNext {
			return ids
		}
		last := r.Page.Positions[len(r.Page.Positions)-1]
		q.Page.After = &last
		meanwhile()
	}
}

// TestTheLastOfManyIsReached: results beyond ten thousand, in every order.
func TestTheLastOfManyIsReached(t *testing.T) {
	if testing.Short() {
		t.Skip("short run")
	}
	s := &shelf{}
	const n = TotalBound + 500
	for i := range n {
		s.add(fmt.Sprintf("动力电池组第%d号。", i%97), fmt.Sprintf("2026-%02d-%02d", 1+i%12, 1+i%28))
	}
	ix := s.open(t)
	for _, order := range []Order{Relevance, Newest, Oldest} {
		ids := walkPages(t, ix, Query{Text: "“动力电池组第”", Order: order, Page: store.PageRequest{Limit: store.MaxPage}}, func() {})
		slices.Sort(ids)
		if got := len(slices.Compact(ids)); got != n {
			t.Errorf("%s: %d of %d reached", order, got, n)
		}
	}
	r, err := ix.Search(t.Context(), Query{Text: "“动力电池组第”", Page: store.PageRequest{Limit: 1}})
	if err != nil || r.Total < TotalBound || r.Total >= n || !r.AtLeast {
		t.Errorf("total %d, at least %v, %v; from %d on it is a lower bound and must say so", r.Total, r.AtLeast, err, TotalBound)
	}
	r, err = ix.Search(t.Context(), Query{Text: "动力", Page: store.PageRequest{Limit: 1}})
	if err != nil || r.Total != n || r.AtLeast {
		t.Errorf("total of a word of two characters: %d, at least %v, %v; it costs nothing and is exact", r.Total, r.AtLeast, err)
	}
}

// TestCursorsStayTrueWhileArticlesCome: what was there when the first page was
// read is read once, whatever comes and however the weights of words change.
func TestCursorsStayTrueWhileArticlesCome(t *testing.T) {
	for _, order := range []Order{Relevance, Newest, Oldest} {
		t.Run(string(order), func(t *testing.T) {
			s := &shelf{}
			for i := range 900 {
				text := "储能电站。"
				for range i % 7 {
					text += "电站和电池。"
				}
				s.add(text+fmt.Sprintf("第%d篇", i), fmt.Sprintf("2026-01-%02d", 1+i%28))
			}
			ix := s.open(t)
			before := map[string]bool{}
			for _, a := range s.articles {
				before[string(a.ID)] = true
			}
			come := 0
			ids := walkPages(t, ix, Query{Text: "电站 电池 OR 储能", Order: order, Page: store.PageRequest{Limit: 50}}, func() {
				for range 30 { // most of them rank before all that was there
					s.add(fmt.Sprintf("电站电池，储能电站，电站，电池，储能。新来第%d篇", come), "2026-01-31")
					come++
				}
				catchUp(t, ix)
			})
			seen := map[string]int{}
			for _, id := range ids {
				seen[id]++
			}
			for id := range before {
				if seen[id] != 1 {
					t.Fatalf("%s was read %d times", id, seen[id])
				}
			}
		})
	}
}
