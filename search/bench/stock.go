package main

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/mapping"
	bsearch "github.com/blevesearch/bleve/v2/search"
	bquery "github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// stock is Bleve as it comes, with its cjk analyzer, set up as well as somebody
// can who knows it: one field and no more, nothing stored, no values for
// sorting, no field of all fields; large batches; BM25.
type stock struct {
	index bleve.Index
	from  *source
	exact bool // words are phrases
}

// stockField is the only field: the headline, where there is one, and the text.
const stockField = "text"

// openExact finds a word where its characters stand in a row, as ours does.
func openExact(_ context.Context, dir string, from *source) (engine, error) {
	return openStock(dir, from, true)
}

// openLoose finds a word where all its pairs stand, wherever: faster than a
// phrase for three characters and more, but it also finds what is not there.
func openLoose(_ context.Context, dir string, from *source) (engine, error) {
	return openStock(dir, from, false)
}

func openStock(dir string, from *source, exact bool) (engine, error) {
	ix, err := bleve.Open(dir)
	if errors.Is(err, bleve.ErrorIndexPathDoesNotExist) {
		ix, err = bleve.New(dir, stockMapping())
	}
	if err != nil {
		return nil, err
	}
	return &stock{ix, from, exact}, nil
}

func stockMapping() mapping.IndexMapping {
	text := bleve.NewTextFieldMapping()
	text.Analyzer = cjk.AnalyzerName
	text.IncludeTermVectors = true
	text.Store, text.DocValues, text.IncludeInAll = false, false, false
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt(stockField, text)
	im := bleve.NewIndexMapping()
	im.DefaultMapping = doc
	im.DefaultAnalyzer = cjk.AnalyzerName
	im.ScoringModel = index.BM25Scoring
	return im
}

// stockBatch is how many documents are written together.
const stockBatch = 1000

// Build writes the documents that follow those of the index.
func (s *stock) Build(ctx context.Context) error {
	n, err := s.Position(ctx)
	if err != nil {
		return err
	}
	for n < s.from.head.Load() && ctx.Err() == nil {
		batch := s.index.NewBatch()
		for ; n < s.from.head.Load() && batch.Size() < stockBatch; n++ {
			s.from.read.Add(1)
			a := s.from.Article(int(n))
			if err := batch.Index(string(a.ID), stockDocument(a)); err != nil {
				return err
			}
		}
		if err := s.index.Batch(batch); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func stockDocument(a *store.Article) map[string]any {
	return map[string]any{stockField: strings.TrimLeft(a.Title+"\n"+a.Text, "\n")}
}

// Position is the last change indexed: changes only put, each another document.
func (s *stock) Position(context.Context) (int64, error) {
	n, err := s.index.DocCount()
	return int64(n), err
}

// Search finds first and asks for the places of the ten found in a second
// search among them alone. One search with places would read those of every
// document that matches; the stock highlighter needs the text stored as well.
func (s *stock) Search(ctx context.Context, q query) (answer, error) {
	asked := s.query(q)
	found, err := s.index.SearchInContext(ctx, bleve.NewSearchRequestOptions(asked, pageSize, 0, false))
	if err != nil || len(found.Hits) == 0 {
		return answer{}, err
	}
	places, err := s.places(ctx, asked, found.Hits)
	if err != nil {
		return answer{}, err
	}
	out := answer{Total: int(found.Total)}
	for _, h := range found.Hits {
		n, _ := s.from.Number(store.ArticleID(h.ID))
		out.Hits = append(out.Hits, hit{n, places[h.ID]})
	}
	return out, nil
}

// places counts the matching places in each of the hits.
func (s *stock) places(ctx context.Context, asked bquery.Query, hits bsearch.DocumentMatchCollection) (map[string]int, error) {
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	among := bleve.NewConjunctionQuery(bleve.NewDocIDQuery(ids), asked)
	request := bleve.NewSearchRequestOptions(among, len(ids), 0, false)
	request.IncludeLocations = true
	found, err := s.index.SearchInContext(ctx, request)
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, h := range found.Hits {
		for _, places := range h.Locations[stockField] {
			counts[h.ID] += len(places)
		}
	}
	return counts, nil
}

func (s *stock) query(q query) bquery.Query {
	terms := make([]bquery.Query, len(q.Terms))
	for i, term := range q.Terms {
		terms[i] = s.term(q.Kind, term)
	}
	switch {
	case len(terms) == 1:
		return terms[0]
	case q.Kind == anyOf:
		return bleve.NewDisjunctionQuery(terms...)
	}
	return bleve.NewConjunctionQuery(terms...)
}

// term: a question is a match of any of its pairs. A word of two characters is
// one pair and needs no phrase.
func (s *stock) term(k kind, term string) bquery.Query {
	if k == phrase || k != question && s.exact && utf8.RuneCountInString(term) > 2 {
		p := bleve.NewMatchPhraseQuery(term)
		p.SetField(stockField)
		return p
	}
	m := bleve.NewMatchQuery(term)
	m.SetField(stockField)
	if k != question {
		m.SetOperator(bquery.MatchQueryOperatorAnd)
	}
	return m
}

// Close ends the index.
func (s *stock) Close() error { return s.index.Close() }
