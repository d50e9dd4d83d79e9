package search

import (
	"cmp"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"zhiku/search/gram"
	"zhiku/store"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// Fields of a document in the index.
const (
	fieldText   = "t" // names and text, in grams
	fieldName   = "n" // headline, name and aliases, speaker, metric, in grams
	fieldStored = "s" // names and text in normal form, as gram.Encode writes it
	fieldLength = "l" // one byte: see lengthClass

	fieldKind         = "kind"
	fieldNames        = "names" // of an entity: name and aliases, each whole
	fieldTyped        = "typed" // of an entity: how its names are typed, see typed.go
	fieldSpeaker      = "speaker"
	fieldOrganization = "organization"
	fieldArticle      = "article" // of what is no article itself
	fieldID           = "_id"     // Bleve's own
	fieldSource       = "source"
	fieldQuoteKind    = "qkind"
	fieldPublished    = "published" // a day
	fieldMentions     = "mentions"  // of an entity, a decimal number
	fieldCandidate    = "candidate" // there only where it is one
	fieldDoubt        = "doubt"     // of a quote, there only where its speaker is in doubt
	fieldConcerns     = "concerns"  // ids: of a quote the speaker and the employer, of a figure whom it is told of, of an article all it mentions
	fieldUnit         = "unit"      // of a figure
	fieldValue        = "value"     // of a figure: see valueTerm
	fieldHedge        = "hedge"     // of a figure: see hedgeOf

	// Only for facets.
	fieldBy            = "by" // of a quote: the speaker's id, or the words printed
	fieldPrintedSource = "printed source"
	fieldPrintedUnit   = "printed unit"
)

// textMark stands between names and text in what is stored. No normal form
// holds it.
const textMark = "\x00"

// entry is a document to index: its id, and what its fields are made of.
type entry struct {
	id     string
	names  []string
	text   string
	fields []*field
}

func newEntry(id string, kind store.Kind) *entry {
	e := &entry{id: id}
	e.set(fieldKind, string(kind))
	return e
}

// set gives a field those of the values that are not empty.
func (e *entry) set(name string, values ...string) { e.add(keywords(name, asTerms, values...)) }

// count gives a field values that are counted.
func (e *entry) count(name string, values ...string) { e.add(keywords(name, asValues, values...)) }

func (e *entry) add(f *field) {
	if len(f.terms) > 0 {
		e.fields = append(e.fields, f)
	}
}

// document makes what Bleve takes.
func (e *entry) document() *document.Document {
	d := document.NewDocument(packID(e.id))
	names := lines(e.names...)
	text := lines(e.text)
	whole := text
	if names != "" {
		whole = names + "\n" + text
		d.AddField(grams(fieldName, names, false))
	}
	d.AddField(grams(fieldText, whole, true))
	d.AddField(&field{name: fieldStored, options: asStored, value: stored(names, text)})
	d.AddField(keywords(fieldLength, asTerms, string([]byte{lengthClass(len(text) / 3)})))
	for _, f := range e.fields {
		d.AddField(f)
	}
	return d
}

func stored(names, text string) []byte {
	out := gram.Encode(names)
	out = append(out, textMark...)
	return append(out, gram.Encode(text)...)
}

// lines puts the normal forms of texts one below the other.
func lines(texts ...string) string {
	parts := make([]string, 0, len(texts))
	for _, t := range texts {
		if folded := normalLines(t); folded != "" {
			parts = append(parts, folded)
		}
	}
	return strings.Join(parts, "\n")
}

// lengthClass of a text of so many characters: four classes for a doubling, so
// that one byte and a table of 64 do for all lengths.
func lengthClass(characters int) byte {
	return byte(min(63, max(1, int(math.Round(4*math.Log2(float64(characters+1)))))))
}

// lengthOf is the middle of a class.
func lengthOf(class byte) float64 { return math.Exp2(float64(class) / 4) }

func articleEntry(a *store.Article, mentioned []*store.Entity) *entry {
	e := newEntry(string(a.ID), store.KindArticle)
	e.names, e.text = []string{a.Title}, a.Text
	e.printed(a)
	ids := make([]store.EntityID, len(mentioned))
	for i, n := range mentioned {
		ids[i] = n.ID
	}
	e.concerns(ids...)
	return e
}

// quoteEntry: the spans of a quote are divided by line breaks, so a phrase
// never runs from one into the next. a is nil where the article is not known.
func quoteEntry(q *store.Quote, a *store.Article) *entry {
	e := newEntry(string(q.ID), store.KindQuote)
	e.names, e.text = []string{q.SpeakerText}, q.Text
	e.set(fieldSpeaker, string(q.Speaker), normal(q.SpeakerText))
	e.set(fieldOrganization, string(q.Organization), normal(q.OrganizationText))
	e.set(fieldQuoteKind, string(q.Kind))
	e.concerns(q.Speaker, q.Organization)
	e.count(fieldBy, cmp.Or(string(q.Speaker), q.SpeakerText))
	e.candidate(q.Candidate())
	if q.InDoubt() {
		e.set(fieldDoubt, inDoubt)
	}
	e.origin(q.Article, a)
	return e
}

// figureEntry: a figure is found by the words of the sentence it stands in, and
// above all by what it measures and whom it is told of.
func figureEntry(f *store.Figure, a *store.Article) *entry {
	e := newEntry(string(f.ID), store.KindFigure)
	e.names, e.text = []string{f.Metric, f.About}, f.Surface
	if a != nil && f.Context.Check(a.Text) == nil {
		e.text = f.Context.Cut(a.Text)
	}
	e.set(fieldUnit, normal(f.Unit))
	e.set(fieldPrintedUnit, f.Unit)
	e.set(fieldHedge, hedgeOf(f.Hedge))
	if value, ok := valueTerm(f.Value); ok {
		e.set(fieldValue, value)
	}
	e.concerns(f.AboutID)
	e.candidate(f.Candidate())
	e.origin(f.Article, a)
	return e
}

func entityEntry(n *store.Entity) *entry {
	e := newEntry(string(n.ID), store.Kind(n.Kind))
	e.names = append([]string{n.Name}, n.Aliases...)
	e.set(fieldNames, normals(e.names)...)
	e.set(fieldTyped, typedTerms(n.Kind, e.names)...)
	e.set(fieldPublished, undated)
	e.set(fieldMentions, strconv.Itoa(n.MentionCount))
	e.candidate(n.Candidate())
	return e
}

// undated stands before all dates, so that the undated come last among the
// newest and first among the oldest, as in the store.
const undated = "0000-00-00"

// origin tells which article a document is from; a is nil where it is not known.
func (e *entry) origin(id store.ArticleID, a *store.Article) {
	e.set(fieldArticle, packID(string(id)))
	e.printed(a)
}

// printed tells where and when an article came out; a is nil where it is not known.
func (e *entry) printed(a *store.Article) {
	day := undated
	if a != nil {
		e.set(fieldSource, normal(a.Source))
		e.set(fieldPrintedSource, a.Source)
		if a.Published != "" {
			day = string(a.Published)
		}
	}
	e.set(fieldPublished, day)
}

// concerns takes ids as they are: values that are counted may not hold the byte
// 0xFF, which stands between them.
func (e *entry) concerns(entities ...store.EntityID) {
	e.count(fieldConcerns, texts(entities)...)
}

func (e *entry) candidate(is bool) {
	if is {
		e.set(fieldCandidate, isCandidate)
	}
}

const (
	isCandidate = "yes"
	inDoubt     = "yes"
)

// packID writes an id of the store in eleven bytes, for it is kept twice for
// every document. Packed ids sort as the ids do.
func packID(id string) string {
	if _, ok := store.KindOf(id); !ok {
		return id
	}
	packed, err := hex.DecodeString(id[2:])
	if err != nil {
		return id
	}
	return id[:1] + string(packed)
}

func packIDs[ID ~string](ids []ID) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = packID(string(id))
	}
	return out
}

const packedLength = 11

// unpackID is packID's way back.
func unpackID(packed string) string {
	if len(packed) != packedLength {
		return packed
	}
	return packed[:1] + "-" + hex.EncodeToString([]byte(packed[1:]))
}

// newBleve makes an empty index in dir, or in memory where dir is "". No
// mapping is needed: the fields come as they are.
func newBleve(dir string, merging bool) (bleve.Index, error) {
	return bleve.NewUsing(dir, bleve.NewIndexMapping(), scorch.Name, scorch.Name, bleveConfig(merging))
}
