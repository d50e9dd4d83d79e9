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
func (f *field) Size() int { return len(f.value) + 64*len(f.terms) }

// keywords is a field of whole values.
func keywords(name string, options index.FieldIndexingOptions, values ...string) *field {
	f := &field{name: name, options: options, terms: make(index.TokenFrequencies, len(values))}
	for _, v := range values {
		if v != "" {
			f.terms[v] = &index.TokenFreq{Term: []byte(v)}
		}
	}
	return f
}

// grams is a field of a text's grams. Terms that stand in it often are marked
// where often is asked for.
func grams(name, folded string, often bool) *field {
	var all []byte
	var ends []int
	gram.Terms(folded, func(term []byte) {
		all = append(all, term...)
		ends = append(ends, len(all))
	})
	f := &field{name: name, options: asTerms, terms: make(index.TokenFrequencies, len(ends))}
	times := count(f.terms, string(all), all, ends)
	if often {
		f.mark(times)
	}
	return f
}

// count makes one entry for each different term. They share the memory of the
// text of all terms.
func count(into index.TokenFrequencies, text string, all []byte, ends []int) map[string]int {
	slab := make([]index.TokenFreq, 0, len(ends))
	var times map[string]int
	at := 0
	for _, end := range ends {
		term := text[at:end]
		if _, known := into[term]; !known {
			slab = append(slab, index.TokenFreq{Term: all[at:end:end]})
			into[term] = &slab[len(slab)-1]
		} else {
			if times == nil {
				times = map[string]int{}
			}
			times[term]++
		}
		at = end
	}
	return times
}

// mark adds the marked terms of what stands more than once; times counts the
// repetitions.
func (f *field) mark(times map[string]int) {
	for term, more := range times {
		gram.Often([]byte(term), more+1, func(marked []byte) {
			own := append([]byte(nil), marked...)
			f.terms[string(own)] = &index.TokenFreq{Term: own}
		})
	}
}
