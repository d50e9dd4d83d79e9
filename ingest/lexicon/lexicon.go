// Package lexicon holds the word lists of extraction. Each list is a file of
// data/, one entry a line, whose head says what it holds, where it comes from,
// under which licence and since when. An entry may name several forms of one
// thing, the fullest first, divided by "|".
package lexicon

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/*.txt
var files embed.FS

// Names gives the names of all lists.
func Names() []string {
	files, err := files.ReadDir("data")
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var out []string
	for _, f := range files {
		out = append(out, strings.TrimSuffix(f.Name(), ".txt"))
	}
	return out
}

// emptied lists have no entries, to measure what they bring.
var emptied = map[string]bool{}

// Without empties lists for the rest of the run. It must be called before
// anything is extracted, and an unknown name is an error.
func Without(names ...string) error {
	for _, n := range names {
		if !slices.Contains(Names(), n) {
			return fmt.Errorf("there is no list %q; there are %s", n, strings.Join(Names(), ", "))
		}
		emptied[n] = true
	}
	return nil
}

// Entries gives the entries of a list, each with all its forms. An unknown name
// is a mistake in the program and panics.
func Entries(name string) [][]string {
	data, err := files.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	if emptied[name] {
		return nil
	}
	var out [][]string
	for _, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "|"))
		}
	}
	return out
}

// Words gives all forms of all entries of a list.
func Words(name string) []string {
	var out []string
	for _, e := range Entries(name) {
		out = append(out, e...)
	}
	return out
}

// Set is a list of words to look up.
type Set struct {
	words   map[string]bool
	longest map[rune]int // characters of the longest word by its first
	last    map[rune]int // … by its last
	heads   gate         // what words begin with: one character, or two
	tails   gate         // … end with
}

// gate tells quickly, and sometimes wrongly, that a word may begin or end with
// some characters; where it says no there is none.
type gate [1 << 10]uint64

func (g *gate) bit(a, b rune) (word, mask uint32) {
	h := (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> 16
	return h >> 6, h & 63
}

func (g *gate) open(a, b rune) {
	w, m := g.bit(a, b)
	g[w] |= 1 << m
}

func (g *gate) isOpen(a, b rune) bool {
	w, m := g.bit(a, b)
	return g[w]>>m&1 == 1
}

var sets sync.Map // name of lists -> *Set

// Load gives the words of some lists as one Set, made once.
func Load(names ...string) *Set {
	key := strings.Join(names, " ")
	if s, ok := sets.Load(key); ok {
		return s.(*Set)
	}
	var words []string
	for _, n := range names {
		words = append(words, Words(n)...)
	}
	s, _ := sets.LoadOrStore(key, NewSet(words))
	return s.(*Set)
}

// NewSet makes a Set of words.
func NewSet(words []string) *Set {
	s := &Set{words: make(map[string]bool, len(words)), longest: map[rune]int{}, last: map[rune]int{}}
	for _, w := range words {
		if w == "" {
			continue
		}
		s.words[w] = true
		n := utf8.RuneCountInString(w)
		first, head := utf8.DecodeRuneInString(w)
		last, tail := utf8.DecodeLastRuneInString(w)
		s.longest[first] = max(s.longest[first], n)
		s.last[last] = max(s.last[last], n)
		if n == 1 {
			s.heads.open(first, 0)
			s.tails.open(last, 0)
			continue
		}
		second, _ := utf8.DecodeRuneInString(w[head:])
		before, _ := utf8.DecodeLastRuneInString(w[:len(w)-tail])
		s.heads.open(first, second)
		s.tails.open(last, before)
	}
	return s
}

// Has tells whether a word is in the set.
func (s *Set) Has(word string) bool { return s.words[word] }

// Prefix gives the length in bytes of the longest word text begins with, or 0.
func (s *Set) Prefix(text string) int {
	first, size := utf8.DecodeRuneInString(text)
	second, _ := utf8.DecodeRuneInString(text[size:])
	if !s.heads.isOpen(first, second) && !s.heads.isOpen(first, 0) {
		return 0
	}
	best, n := 0, 0
	limit := s.longest[first]
	for i := range text {
		if n > 0 && s.words[text[:i]] {
			best = i
		}
		if n == limit {
			return best
		}
		n++
	}
	if n <= limit && s.words[text] {
		best = len(text)
	}
	return best
}

// Suffix gives the length in bytes of the longest word text ends with, or 0.
func (s *Set) Suffix(text string) int {
	last, size := utf8.DecodeLastRuneInString(text)
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	if !s.tails.isOpen(last, before) && !s.tails.isOpen(last, 0) {
		return 0
	}
	best, i := 0, len(text)
	for range s.last[last] {
		if i == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		if s.words[text[i:]] {
			best = len(text) - i
		}
	}
	return best
}
