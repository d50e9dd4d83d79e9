// Package pattern is regular expressions that tell by one character of most
// texts that they do not match: by the first, where a match begins with the text,
// or by the last, where it ends with it. Of such a text's end they read no more
// than a match can be long.
package pattern

import (
	"regexp"
	"regexp/syntax"
	"unicode/utf8"
)

// Pattern is a regular expression. What it finds is what the plain one finds.
type Pattern struct {
	re          *regexp.Regexp
	first, last *runes // what a match begins with, where it begins the text; ends with; nil where unknown
	longest     int    // bytes of a match that ends the text; 0 where unknown
}

// MustCompile is regexp.MustCompile.
func MustCompile(expr string) *Pattern {
	p := &Pattern{re: regexp.MustCompile(expr)}
	tree, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err) // what compiles can be parsed
	}
	if edge(tree, syntax.OpBeginText, false) {
		p.first = edgeRunes(tree, false)
	}
	if edge(tree, syntax.OpEndText, true) {
		p.last = edgeRunes(tree, true)
		p.longest = longest(tree) * utf8.UTFMax
	}
	return p
}

// MatchString tells whether s holds a match.
func (p *Pattern) MatchString(s string) bool {
	return p.may(s) && p.re.MatchString(s[p.from(s):])
}

// FindString gives the leftmost match, or "".
func (p *Pattern) FindString(s string) string {
	if !p.may(s) {
		return ""
	}
	return p.re.FindString(s[p.from(s):])
}

// FindStringIndex gives where the leftmost match is, or nil.
func (p *Pattern) FindStringIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	from := p.from(s)
	return shift(p.re.FindStringIndex(s[from:]), from)
}

// FindStringSubmatchIndex gives where the leftmost match and its groups are, or
// nil.
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	if !p.may(s) {
		return nil
	}
	from := p.from(s)
	return shift(p.re.FindStringSubmatchIndex(s[from:]), from)
}

func shift(at []int, by int) []int {
	for i := range at {
		if at[i] >= 0 {
			at[i] += by
		}
	}
	return at
}

// FindStringSubmatch gives the leftmost match and its groups, or nil.
func (p *Pattern) FindStringSubmatch(s string) []string {
	if !p.may(s) {
		return nil
	}
	return p.re.FindStringSubmatch(s[p.from(s):])
}

// may tells whether s begins and ends like a match, as far as it must.
func (p *Pattern) may(s string) bool {
	if p.first != nil {
		if r, _ := utf8.DecodeRuneInString(s); !p.first.has(r) {
			return false
		}
	}
	if p.last != nil {
		if r, _ := utf8.DecodeLastRuneInString(s); !p.last.has(r) {
			return false
		}
	}
	return true
}

// from gives where to begin to look.
func (p *Pattern) from(s string) int {
	if p.longest == 0 || p.first != nil || len(s) <= p.longest {
		return 0
	}
	i := len(s) - p.longest
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// runes is a set of characters, by their lowest bits: it has some others too.
type runes [16]uint64

func (s *runes) add(r rune) { s[r>>6&15] |= 1 << (r & 63) }

func (s *runes) has(r rune) bool { return s[r>>6&15]>>(r&63)&1 == 1 }

// edge tells whether all that matches has an assertion at its begin, or its end.
func edge(re *syntax.Regexp, op syntax.Op, end bool) bool {
	switch re.Op {
	case op:
		return true
	case syntax.OpCapture:
		return edge(re.Sub[0], op, end)
	case syntax.OpConcat:
		return edge(at(re.Sub, 0, end), op, end)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if !edge(sub, op, end) {
				return false
			}
		}
		return true
	}
	return false
}

// at gives the ith of some parts, counted from the begin or from the end.
func at(subs []*syntax.Regexp, i int, end bool) *syntax.Regexp {
	if end {
		return subs[len(subs)-1-i]
	}
	return subs[i]
}

// edgeRunes gives what a match begins with, or ends with; nil where that is
// nothing or nearly anything.
func edgeRunes(re *syntax.Regexp, end bool) *runes {
	s := new(runes)
	if empty, known := s.edge(re, end); empty || !known {
		return nil
	}
	return s
}

// edge adds what a match begins with, or ends with. It tells whether a match may
// be empty, and whether the characters are few enough to be known.
func (s *runes) edge(re *syntax.Regexp, end bool) (empty, known bool) {
	switch re.Op {
	case syntax.OpLiteral:
		r := re.Rune[0]
		if end {
			r = re.Rune[len(re.Rune)-1]
		}
		s.add(r)
		return false, re.Flags&syntax.FoldCase == 0
	case syntax.OpCharClass:
		return false, s.class(re.Rune)
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return false, false
	case syntax.OpStar, syntax.OpQuest:
		_, known = s.edge(re.Sub[0], end)
		return true, known
	case syntax.OpRepeat:
		empty, known = s.edge(re.Sub[0], end)
		return empty || re.Min == 0, known
	case syntax.OpPlus, syntax.OpCapture:
		return s.edge(re.Sub[0], end)
	case syntax.OpConcat:
		for i := range re.Sub {
			if empty, known = s.edge(at(re.Sub, i, end), end); !empty || !known {
				return empty, known
			}
		}
		return true, true
	case syntax.OpAlternate:
		known = true
		for _, sub := range re.Sub {
			e, k := s.edge(sub, end)
			empty, known = empty || e, known && k
		}
		return empty, known
	}
	return true, true // an assertion
}

// class adds a class of characters, given by its ranges; false where it is large.
func (s *runes) class(ranges []rune) bool {
	const large = 300
	n := 0
	for i := 0; i < len(ranges); i += 2 {
		if n += int(ranges[i+1] - ranges[i]); n > large {
			return false
		}
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			s.add(r)
		}
	}
	return true
}

// longest gives the characters of the longest match, or 0 where there is none.
func longest(re *syntax.Regexp) int {
	n, ok := length(re)
	if !ok {
		return 0
	}
	return n
}

// length is the same, and false where matches may be of any length or depend on
// what stands before them.
func length(re *syntax.Regexp) (n int, ok bool) {
	switch re.Op {
	case syntax.OpEmptyMatch, syntax.OpEndText:
		return 0, true
	case syntax.OpLiteral:
		return len(re.Rune), true
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, true
	case syntax.OpQuest, syntax.OpCapture:
		return length(re.Sub[0])
	case syntax.OpRepeat:
		n, ok = length(re.Sub[0])
		return n * re.Max, ok && re.Max >= 0
	case syntax.OpConcat, syntax.OpAlternate:
		for _, sub := range re.Sub {
			k, ok := length(sub)
			if !ok {
				return 0, false
			}
			if re.Op == syntax.OpConcat {
				n += k
			} else {
				n = max(n, k)
			}
		}
		return n, true
	}
	return 0, false // repeated without end, or an assertion
}
