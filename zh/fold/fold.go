// Package fold makes Chinese text comparable: full-width forms become
// half-width, letters lower-case, traditional characters simplified. One
// character becomes one character, so places in the folded text are places in
// the original, counted in characters (not in bytes: 824 characters change
// their UTF-8 length).
package fold

import (
	"bufio"
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed data/characters.txt
var characterData []byte

//go:embed data/phrases.txt
var phraseData []byte

// phrase is a run of characters that folds other than its characters do:
// 乾隆 stays 乾隆 though 乾 alone becomes 干.
type phrase struct{ from, to []rune }

// tables are read once, on first use.
type tables struct {
	simple  map[rune]rune     // traditional -> simplified
	phrases map[rune][]phrase // by first character, longest first
	marks   map[rune]int      // +1 only traditional text has it, -1 only simplified
}

var load = sync.OnceValue(func() *tables {
	t := &tables{simple: make(map[rune]rune, 4200), phrases: map[rune][]phrase{}, marks: make(map[rune]int, 8000)}
	eachLine(characterData, func(line string) {
		from, n := utf8.DecodeRuneInString(line)
		to, _ := utf8.DecodeRuneInString(line[n:])
		t.simple[from] = to
	})
	eachLine(phraseData, func(line string) {
		from, to, _ := strings.Cut(line, "\t")
		p := phrase{[]rune(from), []rune(to)}
		t.phrases[p.from[0]] = insertLongestFirst(t.phrases[p.from[0]], p)
		for _, r := range p.to { // 乾, 著 stand in simplified text too
			t.marks[r] = 0
		}
	})
	for from, to := range t.simple {
		if _, both := t.marks[from]; !both {
			t.marks[from] = 1
		}
		if _, alsoTraditional := t.simple[to]; !alsoTraditional && !sharedByBoth[to] {
			t.marks[to] = -1
		}
	}
	return t
})

// sharedByBoth are simplified characters that traditional text uses as well,
// for another word: 后 (皇后), 里 (公里), 云 (人云亦云).
var sharedByBoth = runeSet("后里云干只台松谷几了面丑斗冬制板布千升余折朱于表出卷姜症才系征周向松致回沈范柜欲咸弦蔑曲借克恤准御累舍胡苏辟采钟郁吁愈叶涂杰家发党当个么么")

func runeSet(s string) map[rune]bool {
	m := map[rune]bool{}
	for _, r := range s {
		m[r] = true
	}
	return m
}

func insertLongestFirst(list []phrase, p phrase) []phrase {
	i := 0
	for i < len(list) && len(list[i].from) >= len(p.from) {
		i++
	}
	return append(list[:i], append([]phrase{p}, list[i:]...)...)
}

func eachLine(data []byte, f func(string)) {
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		if line := lines.Text(); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// Rune folds one character in width, case and script.
func Rune(r rune) rune {
	r = width(r)
	if r < 0x80 {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	if s, ok := load().simple[r]; ok {
		return s
	}
	if lower := unicode.ToLower(r); lower != r {
		return lower
	}
	return r
}

// width folds the full-width forms of ASCII and the ideographic space.
func width(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFEE0
	case r == 0x3000:
		return ' '
	}
	return r
}

// String folds a text: as Rune, but phrases go before their characters. An
// invalid byte becomes one U+FFFD.
func String(s string) string { return convert(s, Rune) }

// Simplify turns traditional text into simplified and leaves width and case.
func Simplify(s string) string {
	t := load()
	return convert(s, func(r rune) rune {
		if to, ok := t.simple[r]; ok {
			return to
		}
		return r
	})
}

func convert(s string, one func(rune) rune) string {
	t := load()
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if p := match(t.phrases[r], s[i:]); p != nil {
			for j, from := range p.from {
				b.WriteRune(p.to[j])
				i += utf8.RuneLen(from)
			}
			continue
		}
		b.WriteRune(one(r))
		i += n
	}
	return b.String()
}

func match(list []phrase, s string) *phrase {
	for i := range list {
		if strings.HasPrefix(s, string(list[i].from)) {
			return &list[i]
		}
	}
	return nil
}

// dropped are the marks a name may be printed with or without.
const dropped = "“”‘’「」『』\"'《》〈〉"

// dots are the ways to print the dot inside a foreign name.
const dots = "•・‧∙●．"

// Key folds a name for joining: 「青禾 果業」 and 青禾果业 have one key. Blanks and
// quotation marks go, the dots in 安·李 become one.
func Key(name string) string {
	var b strings.Builder
	for _, r := range String(name) {
		switch {
		case unicode.IsSpace(r) || strings.ContainsRune(dropped, r):
		case strings.ContainsRune(dots, r):
			b.WriteRune('·')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Traditional tells whether a text is written in traditional characters.
func Traditional(s string) bool {
	t := load()
	n := 0
	for _, r := range s {
		n += t.marks[r]
	}
	return n > 0
}
