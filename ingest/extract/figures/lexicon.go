package figures

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract/figures/number"
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

// list is a list of words that is looked up at a place of a text: by the first
// character, then by length.
type list struct {
	words   map[string]bool
	firsts  bits
	lasts   bits
	longest int // bytes
}

// bits tells for every character of the basic plane whether it is in a set.
type bits [1 << 10]uint64

func (b *bits) add(r rune) {
	if r>>6 < rune(len(b)) {
		b[r>>6] |= 1 << (r & 63)
	}
}

func (b *bits) has(r rune) bool { return r>>6 < rune(len(b)) && b[r>>6]&(1<<(r&63)) != 0 }

func (l *list) add(word string) {
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	l.words[word] = true
	l.firsts.add(first)
	l.lasts.add(last)
	l.longest = max(l.longest, len(word))
}

// begins gives the longest word that text begins with, or "".
func (l *list) begins(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	if !l.firsts.has(r) {
		return ""
	}
	best := ""
	for {
		if l.words[text[:n]] {
			best = text[:n]
		}
		if n >= len(text) || n >= l.longest {
			return best
		}
		_, w := utf8.DecodeRuneInString(text[n:])
		n += w
	}
}

// ends gives the longest word that text ends with, or "".
func (l *list) ends(text string) string {
	r, n := utf8.DecodeLastRuneInString(text)
	if !l.lasts.has(r) {
		return ""
	}
	best := ""
	for {
		if l.words[text[len(text)-n:]] {
			best = text[len(text)-n:]
		}
		if n >= len(text) || n >= l.longest {
			return best
		}
		_, w := utf8.DecodeLastRuneInString(text[:len(text)-n])
		n += w
	}
}

// inside tells whether a word of the list stands in text.
func (l *list) inside(text string) bool {
	for i, r := range text {
		if l.firsts.has(r) && l.begins(text[i:]) != "" {
			return true
		}
	}
	return false
}

// lexicon is read once, on first use.
type lexicon struct {
	units      map[string]kind
	unitFirsts bits
	longest    int // characters of the longest unit
	lists      map[string]*list
	firsts     bits // what a word of any list begins with
	opens      bits // what a figure may begin with
}

var load = sync.OnceValue(func() *lexicon {
	l := &lexicon{units: map[string]kind{}, lists: map[string]*list{}}
	eachLine(unitData, func(k, unit string) { l.addUnit(kind(k), unit) })
	eachLine(currencyData, func(_, unit string) {
		if l.units[unit] == "" {
			l.addUnit(money, unit)
		}
	})
	for r := range rune(len(l.opens) << 6) {
		if number.Begins(r) {
			l.opens.add(r)
		}
	}
	for _, s := range signs {
		first, _ := utf8.DecodeRuneInString(s.sign)
		l.opens.add(first)
	}
	for _, r := range "半翻" {
		l.opens.add(r)
	}
	eachLine(wordData, func(k string, word string) {
		if l.lists[k] == nil {
			l.lists[k] = &list{words: map[string]bool{}}
		}
		l.lists[k].add(word)
		first, _ := utf8.DecodeRuneInString(word)
		l.firsts.add(first)
	})
	return l
})

func (l *lexicon) addUnit(k kind, unit string) {
	l.units[unit] = k
	l.longest = max(l.longest, utf8.RuneCountInString(unit))
	first, _ := utf8.DecodeRuneInString(unit)
	l.unitFirsts.add(first)
}

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
func (l *lexicon) has(list, word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if !l.firsts.has(r) {
		return false
	}
	in := l.lists[list]
	return in.firsts.has(r) && len(word) <= in.longest && in.words[word]
}

// endsWith gives the longest word of the list that text ends with, or "".
func (l *lexicon) endsWith(list, text string) string { return l.lists[list].ends(text) }

// beginsWith gives the longest word of the list that text begins with, or "".
func (l *lexicon) beginsWith(list, text string) string { return l.lists[list].begins(text) }

// inside tells whether a word of the list stands in text.
func (l *lexicon) inside(list, text string) bool { return l.lists[list].inside(text) }

// unitAt gives the longest unit that stands at i: its end and kind. A Latin unit
// must not run on into a longer word: GB of GBase is none.
func (l *lexicon) unitAt(s string, i int) (end int, k kind) {
	var buf [48]byte
	folded := buf[:0]
	end = i
	for n := 0; n < l.longest && i < len(s); n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		r = foldUnit(r)
		if n == 0 && !l.unitFirsts.has(r) {
			return end, k
		}
		folded = utf8.AppendRune(folded, r)
		i += w
		if found, ok := l.units[string(folded)]; ok && !(latin(r) && latinAt(s, i)) {
			end, k = i, found
		}
	}
	return end, k
}

// foldUnit folds width but not case: MW is not mW.
func foldUnit(r rune) rune {
	if 0xFF01 <= r && r <= 0xFF5E {
		return r - 0xFEE0
	}
	return r
}

func latin(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// latinAt tells whether a Latin letter or digit stands at i.
func latinAt(s string, i int) bool {
	return i < len(s) && (latin(rune(s[i])) || '0' <= s[i] && s[i] <= '9')
}
