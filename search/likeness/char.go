package likeness

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
)

// gap says what stands between a character and the one before it.
type gap int

const (
	nothing  gap = iota // or only what is not seen: control and format characters
	blanks              // blanks and line breaks
	marks               // punctuation
	ellipsis            // punctuation with …… or ... in it
)

// class says which characters make words together.
type class int

const (
	single  class = iota // a word of its own
	digit                // 0–9, and what joins them inside a number: . - :
	numeral              // 一 to 亿, percent signs: goes on a number
	letter               // of Latin, Cyrillic, Greek and the like
	flag                 // half of a flag
	joined               // no character of its own: accents, skin tones, what a joiner ties on
)

// char is a character that counts, with what stands before it.
type char struct {
	Span
	folded         rune
	class          class
	gap            gap
	lead, runeLead int // where the opening marks before it begin
}

// continues tells whether c goes on the word that last ends.
func (c char) continues(last char) bool {
	switch {
	case c.class == joined:
		return c.gap == nothing
	case c.class == single || c.gap >= marks:
		return false
	case c.class == numeral:
		return last.class == digit || last.class == numeral
	}
	return c.class == last.class && c.gap == nothing
}

const (
	// symbols are punctuation to Unicode, yet said when read: 5%, 元/吨, *ST.
	symbols = "%‰&@#*/"
	// asides are symbols to Unicode, yet not said.
	asides = "|~`^´¨−∼"
	dashes = "-‐‑‒–—―−~〜∼"
)

// reader goes through a text and gathers what stands between characters.
type reader struct {
	text      string
	at, index int // byte and code point of the next character
	last      char
	gap       gap
	dots      int // of an ellipsis so far
	tied      bool
	lead      int // byte of the first opening mark in the gap, or -1
	runeLead  int
	visit     func(char)
}

// eachChar calls visit for every character of text that counts.
func eachChar(text string, visit func(char)) {
	s := reader{text: text, lead: -1, visit: visit}
	for s.at < len(text) {
		r, size := utf8.DecodeRuneInString(text[s.at:])
		s.take(r, fold.Rune(r), size)
		s.at += size
		s.index++
	}
}

func (s *reader) take(r, folded rune, size int) {
	next, _ := utf8.DecodeRuneInString(s.text[s.at+size:])
	next = fold.Rune(next)
	switch {
	case unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Cf, r):
		s.tied = r == '\u200d'
	case unicode.IsSpace(r):
		s.between(blanks)
	case unicode.Is(unicode.Cc, r):
	case s.joinsDigits(folded, next, size):
		s.count(canonical(folded), digit, size)
	case s.omits(folded, next):
	case aside(folded):
		s.mark(folded)
	default:
		s.count(folded, s.classOf(folded), size)
	}
}

// omits tells of marks that part nothing: the comma of 1,000, the apostrophe of
// don't.
func (s *reader) omits(r, next rune) bool {
	if s.gap != nothing {
		return false
	}
	switch r {
	case ',':
		return s.last.class == digit && isDigit(next)
	case '\'', '’':
		return s.last.class == letter && unicode.IsLetter(next)
	}
	return false
}

// joinsDigits tells whether a mark is part of a number: 1.5, 5-10, 10:30, -5.
func (s *reader) joinsDigits(r, next rune, size int) bool {
	if !isDigit(next) || !aside(r) {
		return false
	}
	if s.gap == nothing && isDigit(s.last.folded) {
		return r != ',' || !thousands(s.text[:s.at], s.text[s.at+size:])
	}
	minus := r == '-' || r == '−'
	return minus && s.gap < marks && s.last.class != letter && s.last.class != digit
}

// thousands tells whether a comma between these texts parts thousands.
func thousands(before, after string) bool {
	lead, group := 0, 0
	for lead < 4 {
		r, size := utf8.DecodeLastRuneInString(before)
		if !isDigit(fold.Rune(r)) {
			break
		}
		before = before[:len(before)-size]
		lead++
	}
	for group < 4 {
		r, size := utf8.DecodeRuneInString(after)
		if !isDigit(fold.Rune(r)) {
			break
		}
		after = after[size:]
		group++
	}
	return lead <= 3 && group == 3
}

// canonical gives one form to the dashes that join numbers.
func canonical(r rune) rune {
	if strings.ContainsRune(dashes, r) {
		return '-'
	}
	return r
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isNumeral tells of the characters Chinese numbers are written with, and of what
// may follow digits within a number.
func isNumeral(r rune) bool {
	switch r {
	case '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '两',
		'十', '百', '千', '万', '亿', '兆', '%', '‰':
		return true
	}
	return false
}

// aside tells what is not compared.
func aside(r rune) bool {
	if r < 0x80 && (isDigit(r) || 'a' <= r && r <= 'z') || unicode.Is(unicode.Han, r) {
		return false
	}
	return unicode.IsPunct(r) && !strings.ContainsRune(symbols, r) || strings.ContainsRune(asides, r)
}

func (s *reader) classOf(r rune) class {
	switch {
	case isDigit(r):
		return digit
	case isNumeral(r):
		return numeral
	case unicode.Is(unicode.Han, r):
		return single
	case s.tied || unicode.IsMark(r) || 0x1F3FB <= r && r <= 0x1F3FF:
		return joined
	case 0x1F1E6 <= r && r <= 0x1F1FF:
		return flag
	case unicode.IsLetter(r) && !unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return letter
	}
	return single
}

func (s *reader) between(g gap) {
	s.gap = max(s.gap, g)
	s.dots = 0
}

// mark notes punctuation; …, ... and 。。。 make an ellipsis.
func (s *reader) mark(r rune) {
	dots := s.dots
	s.between(marks)
	switch r {
	case '…', '⋯':
		s.gap = ellipsis
	case '.', '。', '·':
		if s.dots = dots + 1; s.dots >= 3 {
			s.gap = ellipsis
		}
	}
	if s.lead < 0 && (unicode.In(r, unicode.Ps, unicode.Pi)) {
		s.lead, s.runeLead = s.at, s.index
	}
}

func (s *reader) count(folded rune, c class, size int) {
	if s.lead < 0 {
		s.lead, s.runeLead = s.at, s.index
	}
	s.last = char{
		Span:   Span{s.at, s.at + size, s.index, s.index + 1},
		folded: folded, class: c, gap: s.gap,
		lead: s.lead, runeLead: s.runeLead,
	}
	s.visit(s.last)
	s.gap, s.dots, s.tied, s.lead = nothing, 0, false, -1
}
