package syntax

import "strings"

// isOr tells whether a word that stands alone between two atoms joins them. A small
// or is English text.
func isOr(word string) bool {
	switch strings.Map(half, word) {
	case "OR", "或", "|":
		return true
	}
	return false
}

// clauses joins the pieces. An OR that does not stand between two atoms that
// are wanted is a word.
func (l *lexer) clauses() []Clause {
	var out []Clause
	for i := 0; i < len(l.pieces); i++ {
		p := l.pieces[i]
		switch {
		case l.joins(i):
			i++
			c := &out[len(out)-1]
			c.Any = append(c.Any, l.pieces[i].atom)
			continue
		case p.or:
			l.warnAt(StrayOr, p.atom.Text, p.atom.Start, p.atom.End)
		}
		out = append(out, Clause{Exclude: p.exclude, Any: []Atom{p.atom}})
	}
	return out
}

// joins tells whether piece i is an OR between two wanted atoms.
func (l *lexer) joins(i int) bool {
	wanted := func(i int) bool {
		return i >= 0 && i < len(l.pieces) && !l.pieces[i].or && !l.pieces[i].exclude
	}
	return l.pieces[i].or && wanted(i-1) && wanted(i+1)
}

// group reads (甲 OR 乙) at i and gives its end. Brackets mean nothing else: OR binds
// closer than a blank, so they may be left out. All others are text, those behind a
// minus too, and once one is, so are all that follow: else the rest of a nest would
// be a group.
func (l *lexer) group(i int, exclude bool) (end int, ok bool) {
	if i >= l.end || !isAny(l.chars[i].r, "(") || l.literal >= 0 {
		return i, false
	}
	pieces, warnings := len(l.pieces), len(l.warnings)
	if end = l.bracket(i); end > i && !exclude {
		l.read(i+1, end-1)
		if alternate(l.pieces[pieces:]) {
			return end, true
		}
	}
	l.pieces, l.warnings = l.pieces[:pieces], l.warnings[:warnings]
	l.literal = pieces
	return i, false
}

// bracket gives the end of the brackets that open at i; i where they hold
// others or are not closed.
func (l *lexer) bracket(i int) int {
	for j := i + 1; j < l.end; j++ {
		switch {
		case l.opens(j):
			j = l.phrase(j) - 1
		case isAny(l.chars[j].r, "("):
			return i
		case isAny(l.chars[j].r, ")"):
			return j + 1
		}
	}
	return i
}

// alternate tells whether pieces are wanted atoms with an OR between each two.
func alternate(pieces []piece) bool {
	for i, p := range pieces {
		if p.exclude || p.or != (i%2 == 1) {
			return false
		}
	}
	return len(pieces) > 1 && len(pieces)%2 == 1
}

// warnGroup says that brackets which hold an OR mean nothing.
func (l *lexer) warnGroup() {
	if l.literal < 0 {
		return
	}
	for _, p := range l.pieces[l.literal:] {
		if p.or {
			a := l.pieces[l.literal].atom
			l.warnAt(UnknownGroup, a.Text, a.Start, a.End)
			return
		}
	}
}
