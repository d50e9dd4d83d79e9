package search

import (
	"log/slog"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Names under which the analyzers are stored in an index. Bleve keeps only the
// name: whoever changes what one does raises Version.
const (
	charAnalyzer = "zh_char"
	wordAnalyzer = "zh_word"
)

func init() {
	register(charAnalyzer, charTokens)
	register(wordAnalyzer, wordTokens)
}

// register gives Bleve a tokenizer and an analyzer of it, of one name.
func register(name string, tokens tokenizer) {
	must(registry.RegisterTokenizer(name, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
		return tokens, nil
	}))
	must(registry.RegisterAnalyzer(name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return &analysis.DefaultAnalyzer{Tokenizer: tokens}, nil
	}))
}

func must(err error) {
	if err != nil {
		panic(err) // two analyzers of one name: a mistake in the program
	}
}

// tokenizer makes tokens of a text. Bleve calls it on goroutines of its own,
// where a panic would end the process.
type tokenizer func(text string) analysis.TokenStream

// Tokenize makes tokenizer an analysis.Tokenizer.
func (t tokenizer) Tokenize(input []byte) (out analysis.TokenStream) {
	defer func() {
		if fault := recover(); fault != nil {
			slog.Error("text left out of the index", "bytes", len(input), "fault", fault)
			out = nil
		}
	}()
	return t(string(input))
}

// charTokens makes one token of every character that counts, folded, with the
// bytes where it stands. Positions run on over blanks and jump at line breaks,
// so that a phrase is found wherever it stands within a line and nowhere else.
func charTokens(text string) analysis.TokenStream {
	slab := make([]analysis.Token, 0, len(text)/3+1)
	folded := make([]byte, 0, len(text))
	position, line := 0, 0
	eachChar(text, func(c char) {
		position++
		if c.line != line {
			position, line = position+1, c.line
		}
		from := len(folded)
		folded = append(folded, string(c.folded)...)
		slab = append(slab, analysis.Token{
			Term: folded[from:len(folded):len(folded)], Start: c.start, End: c.end,
			Position: position, Type: analysis.Ideographic,
		})
	})
	out := make(analysis.TokenStream, len(slab))
	for i := range slab {
		out[i] = &slab[i]
	}
	return out
}

// wordTokens makes tokens of the words a segmenter cuts, punctuation left out.
func wordTokens(text string) analysis.TokenStream {
	var out analysis.TokenStream
	eachWord(text, func(w word) {
		out = append(out, &analysis.Token{
			Term: []byte(w.folded), Start: w.start, End: w.end,
			Position: len(out) + 1, Type: analysis.Ideographic,
		})
	})
	return out
}
