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
	longest map[rune]int   // characters of the longest word by its first
	heads   map[string]int // … by its first two
	last    map[rune]int   // … by its last
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
	s := &Set{words: make(map[string]bool, len(words)), longest: map[rune]int{}, heads: map[string]int{}, last: map[rune]int{}}
	for _, w := range words {
		if w == "" {
			continue
		}
		s.words[w] = true
		n := utf8.RuneCountInString(w)
		first, _ := utf8.DecodeRuneInString(w)
		last, _ := utf8.DecodeLastRuneInString(w)
		s.longest[first] = max(s.longest[first], n)
		if n > 1 {
			head := w[:headLen(w)]
			s.heads[head] = max(s.heads[head], n)
		}
		s.last[last] = max(s.last[last], n)
	}
	return s
}

// Has tells whether a word is in the set.
func (s *Set) Has(word string) bool { return s.words[word] }

// headLen gives the length in bytes of the first two characters.
func headLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	return n + m
}

// Prefix gives the length in bytes of the longest word text begins with, or 0.
// Most texts are refused by their first character or two, so that a long list
// costs little more than a short one.
func (s *Set) Prefix(text string) int {
	first, end := utf8.DecodeRuneInString(text)
	if s.longest[first] == 0 {
		return 0
	}
	best := 0
	if s.words[text[:end]] {
		best = end
	}
	end = headLen(text)
	for n := s.heads[text[:end]]; n >= 2; n-- {
		if s.words[text[:end]] {
			best = end
		}
		if end == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	return best
}

// Suffix gives the length in bytes of the longest word text ends with, or 0.
func (s *Set) Suffix(text string) int {
	last, _ := utf8.DecodeLastRuneInString(text)
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
