package ingest

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/extract/figures"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/extract/quotes"
	"zhiku/ingest/link"
	"zhiku/ingest/text"
	"zhiku/store"
)

// corpus gives the texts of real articles, where the shared folder is beside
// the project: every nth of each file, so that all years are among them.
func corpus(b *testing.B, nth int) []string {
	b.Helper()
	var out []string
	for _, name := range []string{"press", "tvnews"} {
		f, err := os.Open(filepath.Join("..", "..", "shared", "corpus", name+".jsonl.gz"))
		if err != nil {
			b.Skip("the shared corpus is not here")
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 64<<20)
		for n := 0; lines.Scan(); n++ {
			var a struct{ Text string }
			if n%nth != 0 {
				continue
			}
			if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
				b.Fatal(err)
			}
			out = append(out, a.Text)
		}
	}
	return out
}

// stages are the steps of Extract, each with what came before it.
type stages struct {
	article *store.Article
	view    *text.View
	dates   []dates.Date
	names   []extract.Mention
	linked  *extract.Linked
	found   findings
	doc     *store.Document
}

// BenchmarkStages runs each step of the extraction over real articles, in one
// goroutine: MB/s is per core. Each step is checked to have found something.
func BenchmarkStages(b *testing.B) {
	texts := corpus(b, 40)
	all := make([]stages, len(texts))
	size := 0
	for i, t := range texts {
		all[i].article = &store.Article{ID: store.NewArticleID(t), SourceKey: t, Text: t, Published: "2020-04-02"}
		size += len(t)
	}
	for _, step := range []struct {
		name string
		run  func(*stages) int
	}{
		{"text", func(s *stages) int { s.view = text.New(s.article.Text); return len(s.view.Paragraphs) }},
		{"dates", func(s *stages) int { s.dates = dates.Find(s.view, s.article.Published); return len(s.dates) }},
		{"names", func(s *stages) int { s.names = names.Find(s.view); return len(s.names) }},
		{"link", func(s *stages) int { s.linked = link.Link(s.view, s.names); return len(s.linked.Entities) }},
		{"quotes", func(s *stages) int { s.found.quotes = quotes.Find(s.view, s.linked); return len(s.found.quotes) }},
		{"figures", func(s *stages) int {
			s.found.figures = figures.Find(s.view, s.linked, s.dates)
			return len(s.found.figures)
		}},
		{"assemble", func(s *stages) int {
			s.found.view, s.found.linked = s.view, s.linked
			s.doc = assemble(s.article, &s.found)
			return len(s.doc.Entities)
		}},
		{"validate", func(s *stages) int {
			if s.doc.Validate() != nil {
				return 0
			}
			return 1
		}},
		{"whole", func(s *stages) int {
			doc, err := Extract(s.article)
			if err != nil {
				return 0
			}
			return len(doc.Mentions)
		}},
	} {
		b.Run(step.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			found := 0
			for b.Loop() {
				for i := range all {
					found += step.run(&all[i])
				}
			}
			if found < len(all) {
				b.Fatalf("%d found in %d articles", found, len(all))
			}
		})
	}
}
