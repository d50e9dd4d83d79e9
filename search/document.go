package search

import (
	"slices"

	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// Fields of a document in the index. Nothing is stored but ids; chars and name
// carry positions, for phrases.
const (
	fieldChars = "chars" // the text, in characters
	fieldName  = "name"  // headline, name and aliases, speaker, metric: in characters
	fieldWords = "words" // text and names, in words, for ranking only

	fieldKind         = "kind"
	fieldNames        = "names" // of an entity: name and aliases, each whole
	fieldSpeaker      = "speaker"
	fieldOrganization = "organization"
	fieldArticle      = "article"
	fieldSource       = "source"
	fieldQuoteKind    = "qkind"
	fieldPublished    = "published" // sorted by
	fieldMentions     = "mentions"  // sorted by
	fieldCandidate    = "candidate" // there only where it is one
)

// undated stands before all dates, so that the undated come last among the
// newest and first among the oldest, as in the store.
const undated = "0000-00-00"

type document map[string]any

func newMapping() *mapping.IndexMappingImpl {
	doc := bleve.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt(fieldChars, textField(charAnalyzer, true))
	doc.AddFieldMappingsAt(fieldName, textField(charAnalyzer, true))
	doc.AddFieldMappingsAt(fieldWords, textField(wordAnalyzer, false))
	for _, f := range []string{fieldKind, fieldNames, fieldSpeaker, fieldOrganization, fieldArticle,
		fieldSource, fieldQuoteKind, fieldCandidate} {
		doc.AddFieldMappingsAt(f, textField(keyword.Name, false))
	}
	published := textField(keyword.Name, false)
	published.DocValues = true
	doc.AddFieldMappingsAt(fieldPublished, published)
	mentions := bleve.NewNumericFieldMapping()
	mentions.Store, mentions.IncludeInAll = false, false
	doc.AddFieldMappingsAt(fieldMentions, mentions)

	im := bleve.NewIndexMapping()
	im.DefaultMapping = doc
	im.DefaultAnalyzer = keyword.Name
	im.ScoringModel = index.BM25Scoring
	return im
}

func textField(analyzer string, positions bool) *mapping.FieldMapping {
	f := bleve.NewTextFieldMapping()
	f.Analyzer = analyzer
	f.Store, f.IncludeInAll, f.DocValues = false, false, false
	f.IncludeTermVectors = positions
	return f
}

// newBleve makes an empty index in dir, or in memory where dir is "".
func newBleve(dir string) (bleve.Index, error) {
	return bleve.NewUsing(dir, newMapping(), scorch.Name, scorch.Name, bleveConfig())
}

func articleDocument(a *store.Article) document {
	d := document{}
	d.set(fieldKind, string(store.KindArticle))
	d.set(fieldChars, a.Text)
	d.set(fieldWords, a.Title, a.Text)
	d.set(fieldName, a.Title)
	d.origin(a.ID, a)
	return d
}

// quoteDocument: the spans of a quote are divided by line breaks, so a phrase
// never runs from one into the next. a is nil where the article is not known.
func quoteDocument(q *store.Quote, a *store.Article) document {
	d := document{}
	d.set(fieldKind, string(store.KindQuote))
	d.set(fieldChars, q.Text)
	d.set(fieldWords, q.Text, q.SpeakerText)
	d.set(fieldName, q.SpeakerText)
	d.set(fieldSpeaker, string(q.Speaker), normal(q.SpeakerText))
	d.set(fieldOrganization, string(q.Organization), normal(q.OrganizationText))
	d.set(fieldQuoteKind, string(q.Kind))
	d.candidate(q.Candidate())
	d.origin(q.Article, a)
	return d
}

// figureDocument: a figure is found by the words of the sentence it stands in,
// and above all by what it measures and whom it is told of.
func figureDocument(f *store.Figure, a *store.Article) document {
	text := f.Surface
	if a != nil && f.Context.Check(a.Text) == nil {
		text = f.Context.Cut(a.Text)
	}
	d := document{}
	d.set(fieldKind, string(store.KindFigure))
	d.candidate(f.Candidate())
	d.set(fieldChars, text)
	d.set(fieldWords, text, f.Metric, f.About)
	d.set(fieldName, f.Metric, f.About)
	d.origin(f.Article, a)
	return d
}

func entityDocument(e *store.Entity) document {
	printed := append([]string{e.Name}, e.Aliases...)
	names := make([]string, len(printed))
	for i, n := range printed {
		names[i] = normal(n)
	}
	d := document{fieldPublished: undated, fieldMentions: float64(e.MentionCount)}
	d.set(fieldKind, string(e.Kind))
	d.candidate(e.Candidate())
	d.set(fieldName, printed...)
	d.set(fieldWords, printed...)
	d.set(fieldNames, names...)
	return d
}

// origin tells which article a document is from; a is nil where it is not known.
func (d document) origin(id store.ArticleID, a *store.Article) {
	d.set(fieldArticle, string(id))
	d[fieldPublished] = undated
	if a == nil {
		return
	}
	d.set(fieldSource, normal(a.Source))
	if a.Published != "" {
		d[fieldPublished] = string(a.Published)
	}
}

func (d document) candidate(is bool) {
	if is {
		d.set(fieldCandidate, isCandidate)
	}
}

const isCandidate = "yes"

// set gives a field those of the values that are not empty.
func (d document) set(field string, values ...string) {
	values = slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(values) > 0 {
		d[field] = values
	}
}
