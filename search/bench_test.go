package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"zhiku/store"
)

// benchHouse holds n articles of about 1 kB.
func benchHouse(b *testing.B, n int) (h *house, size int64) {
	b.Helper()
	h = newHouse(b)
	rng := rand.New(rand.NewPCG(1, 1))
	for i := range n {
		text := strings.Join(randomSentences(rng, 12), "")
		if i%100 == 0 {
			text += "本篇另有独到之处。"
		}
		size += int64(len(text))
		h.put(article(fmt.Sprint(i), "", text))
	}
	return h, size
}

// BenchmarkIndex indexes 2,000 articles from the store; MB/s are of text.
func BenchmarkIndex(b *testing.B) {
	h, size := benchHouse(b, 2000)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		h.close()
		if err := Remove(h.indexDir()); err != nil {
			b.Fatal(err)
		}
		h.open()
		h.catchUp()
		if r := h.search(Query{Text: "独到之处"}); r.Total != 20 {
			b.Fatalf("%d found, want 20", r.Total)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	h, _ := benchHouse(b, 2000)
	h.catchUp()
	for _, c := range []struct {
		name, query string
		total       int
	}{
		{"rare phrase", "“独到之处”", 20},
		{"phrase of frequent characters", "“第7号”", 2000},
		{"words", "独到之处 -“并无此语”", 20},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				r := h.search(Query{Text: c.query, Page: store.PageRequest{Limit: 20}})
				if r.Total != c.total {
					b.Fatalf("%d found, want %d", r.Total, c.total)
				}
			}
		})
	}
}

// many is a store of entities alone, in memory.
type many struct {
	Source
	entities []*store.Entity
	number   map[store.EntityID]int
}

func (m *many) LastChange(context.Context) (int64, error) { return int64(len(m.entities)), nil }

func (m *many) Changes(_ context.Context, after int64, limit int) ([]store.Change, error) {
	var out []store.Change
	for i := int(after); i < len(m.entities) && len(out) < limit; i++ {
		e := m.entities[i]
		out = append(out, store.Change{Seq: int64(i + 1), Kind: store.Kind(e.Kind), ID: string(e.ID), Op: store.Put})
	}
	return out, nil
}

func (m *many) EntitiesByID(_ context.Context, ids []store.EntityID) (map[store.EntityID]*store.Entity, error) {
	out := map[store.EntityID]*store.Entity{}
	for _, id := range ids {
		out[id] = m.entities[m.number[id]]
	}
	return out, nil
}

// BenchmarkSuggest asks among 100,000 people of invented names.
func BenchmarkSuggest(b *testing.B) {
	rng := rand.New(rand.NewPCG(8, 8))
	family, given := []rune("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"), []rune("望舒长河青禾小岭文舟星野棠梨明川若韫知秋传福")
	m := &many{number: map[store.EntityID]int{}}
	for i := range 100_000 {
		name := string([]rune{family[rng.IntN(len(family))], given[rng.IntN(len(given))], given[rng.IntN(len(given))]})
		key := fmt.Sprint(name, "\x00", i)
		e := &store.Entity{ID: store.NewEntityID(store.Person, key), Kind: store.Person, Name: name, Confidence: 1, MentionCount: 1 + rng.IntN(50)}
		m.number[e.ID] = len(m.entities)
		m.entities = append(m.entities, e)
	}
	ix, err := Open(b.Context(), b.TempDir(), m)
	if err != nil {
		b.Fatal(err)
	}
	defer ix.Close()
	if err := ix.CatchUp(b.Context()); err != nil {
		b.Fatal(err)
	}
	for _, prefix := range []string{"王", "王望", "wang", "w", "wws", "wangwang"} {
		b.Run(prefix, func(b *testing.B) {
			for b.Loop() {
				got, err := ix.Suggest(b.Context(), prefix, nil, 10)
				if err != nil || len(got) != 10 {
					b.Fatal(len(got), err)
				}
			}
		})
	}
}
