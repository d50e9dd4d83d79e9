// Package syntax reads what a reader types into the search box and gives it as
// a tree: words, “phrases”, -exclusions, alternatives, fields and ranges of
// figures. It is pure: text in, tree out; it knows no index.
//
//	电池 储能            both words
//	“动力电池”           the phrase as it stands, in any quotation marks
//	-广告 -“招商” -来源:甲  not this; － is the same
//	电池 OR 储能          at least one; 或 and | are the same. OR binds closer than a blank:
//	                     甲 OR 乙 丙 asks for 丙 and one of 甲, 乙. (甲 OR 乙) is the same
//	人:安·李 机构:“甲”     fields: 人 speaker, 机构 org, 公司 company, 项目 project, 来源 source,
//	                     单位 unit, 类型 kind, 之后 after, 之前 before
//	之后:2024-05          from the first day of the period on: 2024-05-01
//	之前:2024             to the last day of the period, that day included: 2024-12-31
//	产值>100亿元          figures: > >= < <= ≥ ≤, 产值:100亿..200亿, 超百亿, 不足三成
//
// Full-width forms mean what half-width ones do, and traditional characters
// what simplified ones do. A mark of a phrase parts words as a blank does.
// Characters that cannot be seen are as if not typed.
//
// Nothing typed is a mistake but too much of it. What looks like syntax and is
// none (an unclosed mark, 之后: with no date) is searched for as it stands, and
// Query.Warnings says so. What only resembles syntax (时间:12:30, C++, -5℃) is
// text without a warning.
package syntax

import (
	"fmt"
	"unicode/utf8"

	"zhiku/store"
)

// Limits of a query. What crosses them is refused with store.ErrInvalid.
const (
	MaxRunes = 1000 // code points of the typed text
	MaxAtoms = 64   // words, phrases, fields and ranges in it
)

// Query is what a text asks for. Without clauses it asks for everything.
type Query struct {
	Clauses  []Clause  // all must hold; in the order typed
	Warnings []Warning // what was read as plain text though it looks like syntax
}

// Clause holds where at least one of Any does. With Exclude it holds where its
// atom, which is then the only one, does not.
type Clause struct {
	Exclude bool
	Any     []Atom
}

// Kind says what an Atom is.
type Kind string

// The kinds of atoms.
const (
	Word   Kind = "word"   // Text, anywhere
	Phrase Kind = "phrase" // Text, to be found as it stands
	Field  Kind = "field"  // Key with Text, Date or Type
	Range  Kind = "range"  // Bounds
)

// Atom is one thing asked for. What its kind does not speak of is zero.
type Atom struct {
	Kind Kind
	// Text is what was typed, without marks, blanks made single; of a field its
	// value, "" where Date or Type hold it. Neither width nor script is folded.
	Text   string
	Key    Key
	Quoted bool       // the value of a field stood in marks: this name and no other
	Date   store.Date // of After the first day asked for, of Before the last
	Type   store.Kind // of OfKind
	Bounds Bounds

	Start, End int // bytes of the typed text, half-open; marks and key included, minus not
}

// Parse reads a query. The only errors are too long a text and too many atoms;
// they wrap store.ErrInvalid.
func Parse(text string) (Query, error) {
	if n := utf8.RuneCountInString(text); n > MaxRunes {
		return Query{}, fmt.Errorf("query of %d characters: at most %d can be searched for: %w",
			n, MaxRunes, store.ErrInvalid)
	}
	l := newLexer(text)
	l.run()
	q := Query{Clauses: l.clauses()}
	q.Warnings = l.inOrder()
	if n := q.atoms(); n > MaxAtoms {
		return Query{}, fmt.Errorf("query of %d words: at most %d can be searched for: %w",
			n, MaxAtoms, store.ErrInvalid)
	}
	return q, nil
}

func (q Query) atoms() int {
	n := 0
	for _, c := range q.Clauses {
		n += len(c.Any)
	}
	return n
}
