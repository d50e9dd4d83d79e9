package lexicon

import "unicode/utf8"

// Set is a list of words to look up.
type Set struct {
	forward  prefixes // of the words
	backward prefixes // of the words read from their ends
	heads    gate     // what words begin with: one character, or two
	tails    gate     // … end with
}

// gate tells quickly, and sometimes wrongly, that a word may begin or end with
// some characters; where it says no there is none.
type gate struct {
	bits  []uint64
	shift uint32
	alone bool // whether a word is one character
}

// newGate makes a gate for some words: at least sixteen bits for each.
func newGate(words int) gate {
	g := gate{shift: 32 - 10}
	for size := 1 << 10; size < 16*words; size *= 2 {
		g.shift--
	}
	g.bits = make([]uint64, 1<<(32-g.shift)/64)
	return g
}

func (g *gate) bit(a, b rune) (word, mask uint32) {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) * 0xC2B2AE3D >> g.shift
	return h >> 6, h & 63
}

func (g *gate) open(a, b rune) {
	w, m := g.bit(a, b)
	g.bits[w] |= 1 << m
	g.alone = g.alone || b == 0
}

func (g *gate) isOpen(a, b rune) bool {
	w, m := g.bit(a, b)
	return g.bits[w]>>m&1 == 1
}

// either tells whether a word may begin with a and b, or be a alone.
func (g *gate) either(a, b rune) bool { return g.isOpen(a, b) || g.alone && g.isOpen(a, 0) }

// prefixes are the beginnings of words, each as a hash of its characters in a
// table of open addressing. The lowest bit of a hash tells whether a word ends
// there; an empty slot is 0.
type prefixes struct {
	slots []uint64
	used  int
}

const root = 0x5851F42D4C957F2D

// extend gives the hash of a beginning with one more character. The highest bit
// keeps it from 0.
func extend(h uint64, r rune) uint64 {
	h = (h ^ uint64(r)) * 0x9E3779B97F4A7C15
	return (h^h>>29)&^1 | 1<<63
}

// at gives the slot of a beginning, or the free one where it would stand.
func (p *prefixes) at(h uint64) *uint64 {
	mask := uint64(len(p.slots) - 1)
	i := h >> 20 & mask
	for p.slots[i] != 0 && p.slots[i]&^1 != h {
		i = (i + 1) & mask
	}
	return &p.slots[i]
}

// note notes a beginning.
func (p *prefixes) note(h uint64) *uint64 {
	if 2*p.used >= len(p.slots) {
		p.grow()
	}
	slot := p.at(h)
	if *slot == 0 {
		*slot = h
		p.used++
	}
	return slot
}

func (p *prefixes) grow() {
	old := p.slots
	p.slots = make([]uint64, max(16, 2*len(old)))
	for _, v := range old {
		if v != 0 {
			*p.at(v &^ 1) = v
		}
	}
}

// char decodes the first character of s. A byte that is not UTF-8 is a character
// of its own.
func char(s string) (rune, int) {
	if len(s) >= 3 && 0xE3 <= s[0] && s[0] <= 0xE9 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		return rune(s[0]&0xF)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3 // most, told quickly
	}
	return anyChar(s)
}

func anyChar(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		r = utf8.MaxRune + 1 + rune(s[0])
	}
	return r, n
}

// lastChar decodes the last character of s likewise.
func lastChar(s string) (rune, int) {
	if n := len(s); n >= 3 && 0xE3 <= s[n-3] && s[n-3] <= 0xE9 && s[n-2]&0xC0 == 0x80 && s[n-1]&0xC0 == 0x80 {
		return char(s[n-3:])
	}
	r, n := utf8.DecodeLastRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		r = utf8.MaxRune + 1 + rune(s[len(s)-1])
	}
	return r, n
}

// NewSet makes a Set of words.
func NewSet(words []string) *Set {
	s := &Set{heads: newGate(len(words)), tails: newGate(len(words))}
	s.forward.grow()
	s.backward.grow()
	for _, w := range words {
		if w != "" {
			s.add(w)
		}
	}
	return s
}

func (s *Set) add(word string) {
	first, head := char(word)
	second, _ := char(word[head:])
	last, tail := lastChar(word)
	before, _ := lastChar(word[:len(word)-tail])
	if head == len(word) {
		second, before = 0, 0
	}
	s.heads.open(first, second)
	s.tails.open(last, before)
	var slot *uint64
	for h, rest := uint64(root), word; rest != ""; {
		r, n := char(rest)
		h, rest = extend(h, r), rest[n:]
		slot = s.forward.note(h)
	}
	*slot |= 1
	for h, rest := uint64(root), word; rest != ""; {
		r, n := lastChar(rest)
		h, rest = extend(h, r), rest[:len(rest)-n]
		slot = s.backward.note(h)
	}
	*slot |= 1
}

// Has tells whether a word is in the set.
func (s *Set) Has(word string) bool {
	h := uint64(root)
	for rest := word; rest != ""; {
		r, n := char(rest)
		h, rest = extend(h, r), rest[n:]
	}
	return *s.forward.at(h)&1 == 1 && word != ""
}

// Prefix gives the length in bytes of the longest word text begins with, or 0.
func (s *Set) Prefix(text string) int {
	first, n := char(text)
	second, _ := char(text[n:])
	if !s.heads.either(first, second) {
		return 0
	}
	return s.prefix(text)
}

// prefix is Prefix where the gate is open.
func (s *Set) prefix(text string) int {
	best := 0
	for h, i := uint64(root), 0; i < len(text); {
		r, n := char(text[i:])
		h, i = extend(h, r), i+n
		if i == n && !s.heads.alone {
			continue // no word is one character; two say more
		}
		slot := *s.forward.at(h)
		if slot == 0 {
			break
		}
		if slot&1 == 1 {
			best = i
		}
	}
	return best
}

// Suffix gives the length in bytes of the longest word text ends with, or 0.
func (s *Set) Suffix(text string) int {
	last, n := lastChar(text)
	before, _ := lastChar(text[:len(text)-n])
	if !s.tails.either(last, before) {
		return 0
	}
	best := 0
	for h, i := uint64(root), len(text); i > 0; {
		r, n := lastChar(text[:i])
		h, i = extend(h, r), i-n
		if i == len(text)-n && !s.tails.alone {
			continue
		}
		slot := *s.backward.at(h)
		if slot == 0 {
			break
		}
		if slot&1 == 1 {
			best = len(text) - i
		}
	}
	return best
}

// longestEach bounds, in bytes, what one look of Each may cost.
const longestEach = 120

// Each calls f for every place of a text where a word of the set stands, from
// the first to the last, the longest at each place and none that overlap.
func (s *Set) Each(text string, f func(start, end int)) {
	first, n := char(text)
	for i := 0; i < len(text); {
		second, next := char(text[i+n:])
		if s.heads.either(first, second) {
			if k := s.prefix(text[i:min(len(text), i+longestEach)]); k > 0 {
				f(i, i+k)
				i += k
				first, n = char(text[i:])
				continue
			}
		}
		i += n
		first, n = second, next
	}
}
