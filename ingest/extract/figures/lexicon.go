package figures

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
)

//go:embed data/units.txt
var unitData string

//go:embed data/words.txt
var wordData string

// kind of a unit.
type kind string

const (
	money   kind = "money"
	measure kind = "measure"
	safe    kind = "safe"
	rate    kind = "rate"
	count   kind = "count"
	people  kind = "people"
	timing  kind = "time"
	point   kind = "point"
	level   kind = "level"
)

// lexicon is read once, on first use.
type lexicon struct {
	units   map[string]kind
	longest int // characters of the longest unit
	words   map[string]map[string]bool
}

var load = sync.OnceValue(func() *lexicon {
	l := &lexicon{units: map[string]kind{}, words: map[string]map[string]bool{}}
	eachLine(unitData, func(k string, unit string) {
		l.units[unit] = kind(k)
		l.longest = max(l.longest, utf8.RuneCountInString(unit))
	})
	eachLine(wordData, func(k string, word string) {
		if l.words[k] == nil {
			l.words[k] = map[string]bool{}
		}
		l.words[k][word] = true
	})
	return l
})

// eachLine gives every word of every line "kind<tab>word word …".
func eachLine(data string, f func(kind, word string)) {
	for _, line := range strings.Split(data, "\n") {
		k, words, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			f(k, w)
		}
	}
}

// has tells whether word is in the list.
func (l *lexicon) has(list, word string) bool { return l.words[list][word] }

// endsWith gives the longest word of the list that text ends with, or "".
func (l *lexicon) endsWith(list, text string) string {
	return l.longestOf(list, text, strings.HasSuffix)
}

// beginsWith gives the longest word of the list that text begins with, or "".
func (l *lexicon) beginsWith(list, text string) string {
	return l.longestOf(list, text, strings.HasPrefix)
}

func (l *lexicon) longestOf(list, text string, at func(s, affix string) bool) string {
	best := ""
	for w := range l.words[list] {
		if len(w) > len(best) && at(text, w) {
			best = w
		}
	}
	return best
}

// inside tells whether a word of the list stands in text.
func (l *lexicon) inside(list, text string) bool {
	for w := range l.words[list] {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// unitAt gives the longest unit that stands at i: its end and kind. A Latin unit
// must not run on into a longer word: GB of GBase is none.
func (l *lexicon) unitAt(s string, i int) (end int, k kind) {
	var folded []byte
	end = i
	for n := 0; n < l.longest && i < len(s); n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		r = foldUnit(r)
		folded = utf8.AppendRune(folded, r)
		i += w
		if found, ok := l.units[string(folded)]; ok && !(latin(r) && latinAt(s, i)) {
			end, k = i, found
		}
	}
	return end, k
}

// foldUnit folds width and script but not case: MW is not mW.
func foldUnit(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFEE0
	case r >= 0x2E80 && unicode.Is(unicode.Han, r):
		return fold.Rune(r)
	}
	return r
}

func latin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// latinAt tells whether a Latin letter or digit stands at i.
func latinAt(s string, i int) bool {
	return i < len(s) && (latin(rune(s[i])) || '0' <= s[i] && s[i] <= '9')
}
