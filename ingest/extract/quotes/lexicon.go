package quotes

import (
	"bufio"
	"embed"
	"sort"
	"strings"
	"unicode/utf8"
)

//go:embed data/*.txt
var data embed.FS

// words is a word list that finds its longest entry at a place.
type words map[rune][]entry

// entry is a word and the letters behind it in its file.
type entry struct{ word, uses string }

func (e entry) has(use byte) bool { return strings.IndexByte(e.uses, use) >= 0 }

var (
	cueWords  = load("cues")
	roleWords = load("roles")
	markWords = load("marks")
	surnames  = loadSurnames()
)

// load reads a list of the package's own; every line was checked by a test.
func load(name string) words {
	w := words{}
	for _, line := range lines(name) {
		word, uses, _ := strings.Cut(line, "\t")
		first, _ := utf8.DecodeRuneInString(word)
		w[first] = append(w[first], entry{word, uses})
	}
	for _, es := range w {
		sort.SliceStable(es, func(i, j int) bool { return len(es[i].word) > len(es[j].word) })
	}
	return w
}

func lines(name string) []string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // the files are part of the program
	}
	var out []string
	for s := bufio.NewScanner(strings.NewReader(string(b))); s.Scan(); {
		if line := s.Text(); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// loadSurnames gives single surnames and double ones, which blanks set apart.
func loadSurnames() map[string]bool {
	out := map[string]bool{}
	for _, line := range lines("surnames") {
		for _, f := range strings.Fields(line) {
			if utf8.RuneCountInString(f) == 2 {
				out[f] = true
				continue
			}
			for _, r := range f {
				out[string(r)] = true
			}
		}
	}
	return out
}

// at gives the longest entry that s starts with.
func (w words) at(s string) (entry, bool) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, e := range w[first] {
		if strings.HasPrefix(s, e.word) {
			return e, true
		}
	}
	return entry{}, false
}

// surname gives the length in bytes of the surname s starts with, or 0.
func surname(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	switch {
	case surnames[s[:n+m]] && m > 0:
		return n + m
	case surnames[s[:n]]:
		return n
	}
	return 0
}
