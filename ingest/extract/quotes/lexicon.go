package quotes

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/zh/fold"
)

// words is a word list that finds its longest entry at a place.
type words struct {
	byFirst map[rune][]entry
	starts  [1 << 10]uint64 // a bit for each character that starts a word: most text starts none
}

// entry is a word and the letters behind it in its file.
type entry struct{ word, uses string }

func (e entry) has(use byte) bool { return strings.IndexByte(e.uses, use) >= 0 }

var (
	cueWords  = lazily("quote_cues")
	roleWords = lazily("quote_roles")
	markWords = lazily("quote_marks")
	surnames  = sync.OnceValue(func() *lexicon.Set { return lexicon.Load("surnames", "surnames_weak") })
)

func lazily(name string) func() *words { return sync.OnceValue(func() *words { return load(name) }) }

// load reads a list whose entries have their uses behind a tab.
func load(name string) *words {
	w := &words{byFirst: map[rune][]entry{}}
	for _, line := range lexicon.Words(name) {
		word, uses, _ := strings.Cut(line, "\t")
		first, _ := utf8.DecodeRuneInString(word)
		w.byFirst[first] = append(w.byFirst[first], entry{word, uses})
		w.starts[first>>6&0x3ff] |= 1 << (first & 63)
	}
	for _, es := range w.byFirst {
		sort.SliceStable(es, func(i, j int) bool { return len(es[i].word) > len(es[j].word) })
	}
	return w
}

// at gives the longest entry that s starts with.
func (w *words) at(s string) (entry, bool) {
	first, _ := utf8.DecodeRuneInString(s)
	if w.starts[first>>6&0x3ff]&(1<<(first&63)) == 0 {
		return entry{}, false
	}
	for _, e := range w.byFirst[first] {
		if strings.HasPrefix(s, e.word) {
			return e, true
		}
	}
	return entry{}, false
}

// isSurname tells a surname in either script.
func isSurname(s string) bool { return surnames().Has(string(fold.AppendSimplified(nil, s))) }

// surname gives the length in bytes of the surname s starts with, or 0.
func surname(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	switch {
	case m > 0 && isSurname(s[:n+m]):
		return n + m
	case isSurname(s[:n]):
		return n
	}
	return 0
}

// simplified gives v with traditional characters simplified, so that one list
// serves both scripts. Offsets stay: a character whose simplified form takes
// another number of bytes is left as it is.
func simplified(v *text.View) *text.View {
	if !fold.Traditional(v.Text) || !utf8.ValidString(v.Text) {
		return v
	}
	to := fold.AppendSimplified(nil, v.Text)
	var b strings.Builder
	b.Grow(len(v.Text))
	i := 0
	for _, r := range v.Text {
		if utf8.RuneLen(to[i]) == utf8.RuneLen(r) {
			r = to[i]
		}
		b.WriteRune(r)
		i++
	}
	w := *v
	w.Text = b.String()
	return &w
}
