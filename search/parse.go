package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/store"
)

// Limits of a query. What crosses them is refused with store.ErrInvalid.
const (
	MaxQueryRunes = 1000 // code points of Query.Text
	MaxQueryTerms = 64   // words and phrases in it
)

// Parsed is a query as it was understood. It finds its own marks in a text.
type Parsed struct {
	Terms []Term
	err   error
}

// Term is a word or phrase of a query.
type Term struct {
	Text    string // as typed, without marks and minus
	Phrase  bool   // stood in quotation marks: to be found as it stands
	Exclude bool   // followed a minus: what holds it is not wanted

	key   string   // normal form of Text; never empty
	words []string // of a word that is several (贵州工业投资), their normal forms
}

// Parse reads what a reader types: words divided by blanks, “短语” in any kind
// of quotation marks, -词 for what is not wanted. Full-width forms mean what
// half-width ones do. A mark that is not closed and a minus inside a word are
// ordinary characters. Nothing is a mistake but too much of it: see Err.
func Parse(text string) Parsed {
	if err := tooLong(text); err != nil {
		return Parsed{err: err}
	}
	p := parser{rest: []rune(text)}
	for p.skipBlanks(); len(p.rest) > 0; p.skipBlanks() {
		p.term()
	}
	if len(p.terms) > MaxQueryTerms {
		return Parsed{err: fmt.Errorf("query of %d words: at most %d can be searched for: %w",
			len(p.terms), MaxQueryTerms, store.ErrInvalid)}
	}
	return Parsed{Terms: p.terms}
}

func tooLong(text string) error {
	if n := utf8.RuneCountInString(text); n > MaxQueryRunes {
		return fmt.Errorf("query of %d characters: at most %d can be searched for: %w", n, MaxQueryRunes, store.ErrInvalid)
	}
	return nil
}

// Err is nil, or says why the query cannot be served and what would work.
func (p Parsed) Err() error { return p.err }

// Empty tells that nothing is asked for, so that everything matches.
func (p Parsed) Empty() bool { return len(p.Terms) == 0 && p.err == nil }

// String gives the query in one plain spelling: 电池 “A股” -广告.
func (p Parsed) String() string {
	parts := make([]string, len(p.Terms))
	for i, t := range p.Terms {
		parts[i] = t.String()
	}
	return strings.Join(parts, " ")
}

func (t Term) String() string {
	s := t.Text
	if t.Phrase {
		s = "“" + s + "”"
	}
	if t.Exclude {
		s = "-" + s
	}
	return s
}

type parser struct {
	rest  []rune
	terms []Term
}

func (p *parser) skipBlanks() {
	for len(p.rest) > 0 && classOf(p.rest[0]) != counts {
		p.rest = p.rest[1:]
	}
}

// term reads one word or phrase, with its minus.
func (p *parser) term() {
	exclude := p.minus()
	if exclude {
		p.rest = p.rest[1:]
	}
	if n := phraseLength(p.rest); n > 0 {
		p.add(Term{Text: string(p.rest[1 : n-1]), Phrase: true, Exclude: exclude})
		p.rest = p.rest[n:]
		return
	}
	n := wordLength(p.rest)
	p.add(Term{Text: string(p.rest[:n]), Exclude: exclude})
	p.rest = p.rest[n:]
}

// minus tells whether a minus stands before a word or phrase here. One that
// stands alone or doubled is no minus.
func (p *parser) minus() bool {
	return len(p.rest) > 1 && isMinus(p.rest[0]) && !isMinus(p.rest[1]) && classOf(p.rest[1]) == counts
}

func isMinus(r rune) bool { return r == '-' || r == '－' }

func (p *parser) add(t Term) {
	t.Text = strings.Join(strings.FieldsFunc(t.Text, unicode.IsSpace), " ")
	if t.key = normal(t.Text); t.key == "" {
		return
	}
	if !t.Phrase && !t.Exclude {
		t.words = wordsWithin(t.Text)
	}
	p.terms = append(p.terms, t)
}

// wordLength counts the runes until a blank or a phrase; at least one.
func wordLength(text []rune) int {
	for i := 1; i < len(text); i++ {
		if classOf(text[i]) != counts || phraseLength(text[i:]) > 0 {
			return i
		}
	}
	return len(text)
}

// closers gives the marks that close a phrase which the key opens. Straight
// and curly double marks are mixed freely, as input methods do.
var closers = map[rune]string{
	'"': `"”“＂`, '＂': `"”“＂`, '“': `"”“＂`, '”': `"”“＂`,
	'「': "」", '『': "』", '‘': "’", '﹁': "﹂", '﹃': "﹄",
}

// phraseLength counts the runes of the phrase text starts with, marks
// included; 0 when it starts with none or with one that is never closed.
func phraseLength(text []rune) int {
	if len(text) == 0 {
		return 0
	}
	closing, opens := closers[text[0]]
	if !opens {
		return 0
	}
	for i, r := range text[1:] {
		if strings.ContainsRune(closing, r) {
			return i + 2
		}
	}
	return 0
}
