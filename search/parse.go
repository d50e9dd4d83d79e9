package search

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"zhiku/search/syntax"
	"zhiku/store"
)

// MaxQueryRunes is the most code points of Query.Text and of other texts to be
// searched for. More is refused with store.ErrInvalid.
const MaxQueryRunes = syntax.MaxRunes

// spoken tells whether a range was typed as it may be printed: 超百亿.
func (t *Term) spoken() bool {
	return t.Kind == syntax.Range && !strings.ContainsAny(t.key, "<>≤≥≦≧") && !strings.Contains(t.key, "..")
}

// written is the length, in characters, from which a run may be a question or a
// headline, of which much may be said otherwise. Some of them are Chinese:
// wangchuanfu is one word.
const (
	written    = 6
	writtenHan = 3
)

func (t *Term) long() bool {
	return utf8.RuneCountInString(t.key) >= written && hanCount(t.key) >= writtenHan
}

// Parsed is a query as it was understood. It finds its own marks in a text.
type Parsed struct {
	Clauses  []Clause // all must hold
	Warnings []syntax.Warning
	spelled  string
	err      error
}

// Clause holds where one of its terms does, or, with Exclude, where none does.
type Clause struct {
	Exclude bool
	Any     []Term

	glued bool // a phrase with words right beside it, as in a headline pasted whole: 到2035年“中国建造”领先
}

// Term is a word, phrase, field or range of a query.
type Term struct {
	syntax.Atom
	Words []string // of a word that is several (贵州工业投资), their normal forms
	Names []string // other names of what a word is a name of, in normal form; see Search

	key string // normal form of Text
}

// Parse reads what a reader types; package syntax says what that can be.
// Nothing is a mistake but too much of it: see Err.
func Parse(text string) Parsed {
	q, err := syntax.Parse(text)
	if err != nil {
		return Parsed{err: err}
	}
	p := Parsed{Warnings: q.Warnings, spelled: q.String()}
	for _, c := range q.Clauses {
		p.Clauses = append(p.Clauses, Clause{Exclude: c.Exclude, Any: terms(c, text)})
	}
	p.glue()
	return p
}

// glue finds the phrases that touch a word.
func (p *Parsed) glue() {
	for i := 1; i < len(p.Clauses); i++ {
		a, b := &p.Clauses[i-1], &p.Clauses[i]
		touch := a.Any[len(a.Any)-1].End == b.Any[0].Start
		if !touch || a.Exclude || b.Exclude {
			continue
		}
		a.glued = a.glued || a.isPhrase() && (b.ofWords() || b.isPhrase())
		b.glued = b.glued || b.isPhrase() && (a.ofWords() || a.isPhrase())
	}
}

func (c *Clause) isPhrase() bool { return len(c.Any) == 1 && c.Any[0].Kind == syntax.Phrase }

func terms(c syntax.Clause, typed string) []Term {
	out := make([]Term, len(c.Any))
	for i, a := range c.Any {
		if a.Kind == syntax.Range {
			a.Text = typed[a.Start:a.End]
		}
		out[i] = Term{Atom: a, key: normal(a.Text)}
		if a.Kind == syntax.Word && !c.Exclude {
			out[i].Words = wordsWithin(a.Text)
		}
	}
	return out
}

// Err is nil, or says why the query cannot be served and what would work.
func (p Parsed) Err() error { return p.err }

// Empty tells that nothing is asked for, so that everything matches.
func (p Parsed) Empty() bool { return len(p.Clauses) == 0 && p.err == nil }

// String gives the query in one plain spelling: 电池 “A股” -广告.
func (p Parsed) String() string { return p.spelled }

// sought are the words and phrases that a document is found by, ranges as they
// were typed.
func (p Parsed) sought(visit func(*Term)) {
	for i := range p.Clauses {
		for j := range p.Clauses[i].Any {
			t := &p.Clauses[i].Any[j]
			if !p.Clauses[i].Exclude && t.Kind != syntax.Field {
				visit(t)
			}
		}
	}
}

func tooLong(text string) error {
	if n := utf8.RuneCountInString(text); n > MaxQueryRunes {
		return fmt.Errorf("query of %d characters: at most %d can be searched for: %w", n, MaxQueryRunes, store.ErrInvalid)
	}
	return nil
}
