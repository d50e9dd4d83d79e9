package syntax

import (
	"strings"
	"unicode"
)

// piece is an atom, or a word that may join its neighbours as OR does.
type piece struct {
	atom    Atom
	exclude bool
	or      bool
}

// lexer cuts a text into pieces, from left to right, looking at no character
// more than a few times.
type lexer struct {
	chars    []char
	end      int   // index in chars where to stop
	last     []int // lastClosers
	pieces   []piece
	warnings []Warning
	literal  int // number of pieces before the first ( that opens no group; -1: none yet
}

func newLexer(text string) *lexer {
	chars := visible(text)
	return &lexer{chars: chars, end: len(chars), last: lastClosers(chars), literal: -1}
}

// run reads everything.
func (l *lexer) run() {
	l.read(0, l.end)
	l.warnGroup()
}

// read reads the characters from i to end.
func (l *lexer) read(i, end int) {
	defer func(end int) { l.end = end }(l.end)
	l.end = end
	for {
		for i < l.end && l.blank(i) {
			i++
		}
		if i >= l.end {
			return
		}
		i = l.piece(i)
	}
}

func (l *lexer) blank(i int) bool { return unicode.IsSpace(l.chars[i].r) }

// piece reads one piece at i and gives where it ends.
func (l *lexer) piece(i int) int {
	exclude := l.minus(i)
	if exclude {
		i++
	}
	if end, ok := l.group(i, exclude); ok {
		return end
	}
	if end := l.phrase(i); end > i {
		l.add(Atom{Kind: Phrase, Text: textOf(l.chars[i+1 : end-1])}, i, end, exclude)
		return end
	}
	if a, end, ok := l.field(i); ok {
		l.add(a, i, end, exclude)
		return end
	}
	end := l.wordEnd(i)
	l.word(i, end, exclude)
	return end
}

// add appends an atom; a phrase of nothing is nothing.
func (l *lexer) add(a Atom, i, end int, exclude bool) {
	if a.Kind == Phrase && a.Text == "" {
		return
	}
	a.Start, a.End = l.chars[i].start, l.chars[end-1].end
	l.pieces = append(l.pieces, piece{atom: a, exclude: exclude})
}

// word adds what stands from i to end as a range of figures, an OR or a word.
func (l *lexer) word(i, end int, exclude bool) {
	text := textOf(l.chars[i:end])
	if b, ok := l.bounds(i, end); ok {
		l.add(Atom{Kind: Range, Bounds: b}, i, end, exclude)
		return
	}
	if hasMark(text) {
		l.warn(UnclosedMark, i, end)
	}
	if len(l.chars[i:end]) == 1 && isAny(l.chars[i].r, "-") {
		l.warn(EmptyMinus, i, end)
	}
	l.add(Atom{Kind: Word, Text: text}, i, end, exclude)
	l.pieces[len(l.pieces)-1].or = !exclude && isOr(text)
}

// minus tells whether a minus stands at i before something to exclude. One that
// stands alone or doubled is none, nor is that of -5℃.
func (l *lexer) minus(i int) bool {
	return i+1 < l.end && isAny(l.chars[i].r, "-") &&
		!isAny(l.chars[i+1].r, "-") && !l.blank(i+1) && !l.negative(i+1)
}

// phrase gives the end of the phrase that a mark at i opens; i where none does.
func (l *lexer) phrase(i int) int {
	if !l.opens(i) {
		return i
	}
	f := familyOf(l.chars[i].r)
	for i++; !strings.ContainsRune(families[f].closers, l.chars[i].r); i++ {
	}
	return i + 1
}

// opens tells whether a mark stands at i that is closed later.
func (l *lexer) opens(i int) bool {
	f := familyOf(l.chars[i].r)
	return f >= 0 && l.last[f] > i
}

// wordEnd gives the next blank or phrase after i.
func (l *lexer) wordEnd(i int) int {
	for i++; i < l.end && !l.blank(i) && !l.opens(i); i++ {
	}
	return i
}
