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
