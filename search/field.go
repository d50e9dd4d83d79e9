package search

import (
	"zhiku/search/gram"

	index "github.com/blevesearch/bleve_index_api"
)

// field is a field of a document as Bleve takes it, its terms made already: an
// analyzer would make a token of every place only for Bleve to count them.
// Neither frequencies nor places are kept, so a term costs a bitmap alone.
type field struct {
	name    string
	options index.FieldIndexingOptions
	terms   index.TokenFrequencies
	value   []byte // stored
}

const (
	asTerms  = index.IndexField | index.SkipFreqNorm
	asValues = asTerms | index.DocValues
	asStored = index.StoreField
)

func (f *field) Name() string                                     { return f.name }
func (f *field) Value() []byte                                    { return f.value }
func (f *field) ArrayPositions() []uint64                         { return nil }
func (f *field) EncodedFieldType() byte                           { return 't' }
func (f *field) Analyze()                                         {}
func (f *field) Options() index.FieldIndexingOptions              { return f.options }
func (f *field) AnalyzedLength() int                              { return 0 }
func (f *field) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
func (f *field) NumPlainTextBytes() uint64                        { return uint64(len(f.value)) }

// Size is about what the field takes in memory.
func (f *field) Size() int { return len(f.value) + 32*len(f.terms) }

// present is what Bleve is told of every term: that it is there. One does for
// all, for nothing is counted.
var present = &index.TokenFreq{}

// keywords is a field of whole values.
func keywords(name string, options index.FieldIndexingOptions, values ...string) *field {
	f := &field{name: name, options: options, terms: make(index.TokenFrequencies, len(values))}
	for _, v := range values {
		if v != "" {
			f.terms[v] = present
		}
	}
	return f
}

// grams is a field of a text's grams. Terms that stand in it often are marked
// where often is asked for.
func grams(name, folded string, often bool) *field {
	terms := make([]byte, 0, 2*len(folded))
	ends := make([]int, 0, len(folded)/3+1)
	gram.Terms(folded, func(term []byte) {
		terms = append(terms, term...)
		ends = append(ends, len(terms))
	})
	f := &field{name: name, options: asTerms, terms: make(index.TokenFrequencies, len(ends))}
	repeated := f.add(string(terms), ends)
	if often {
		f.mark(repeated)
	}
	return f
}

// add makes an entry for each different term of a text of all terms, whose
// memory they share, and counts how often those that are repeated are.
func (f *field) add(all string, ends []int) (repeated map[string]int) {
	at := 0
	for _, end := range ends {
		term := all[at:end]
		at = end
		if _, known := f.terms[term]; !known {
			f.terms[term] = present
			continue
		}
		if repeated == nil {
			repeated = map[string]int{}
		}
		repeated[term]++
	}
	return repeated
}

// mark adds the marked terms of what stands more than once.
func (f *field) mark(repeated map[string]int) {
	for term, more := range repeated {
		gram.Often([]byte(term), more+1, func(marked []byte) { f.terms[string(marked)] = present })
	}
}
