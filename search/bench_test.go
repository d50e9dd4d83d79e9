package search

import (
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
