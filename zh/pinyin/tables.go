package pinyin

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	gopinyin "github.com/mozillazg/go-pinyin"
)

//go:embed data/surnames.txt
var surnameData string

//go:embed data/foreign.txt
var foreignData string

//go:embed data/words.txt
var wordData string

//go:embed data/characters.txt
var characterData string

// entry is a run of characters and the readings of each.
type entry struct {
	text     []rune
	readings [][]string
}

// list holds entries by first character, longest first.
type list map[rune][]entry

type tables struct{ surnames, foreign, words, characters list }

var load = sync.OnceValue(func() *tables {
	return &tables{parse(surnameData), parse(foreignData), parse(wordData), parse(characterData)}
})

// parse reads lines like "乐清 yue qing" and "盖 ge/gai".
func parse(data string) list {
	l := list{}
	for line := range strings.Lines(data) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		e := entry{text: []rune(fields[0])}
		for _, syllable := range fields[1:] {
			e.readings = append(e.readings, strings.Split(syllable, "/"))
		}
		l.add(e)
	}
	return l
}

func (l list) add(e entry) {
	same := l[e.text[0]]
	i := 0
	for i < len(same) && len(same[i].text) >= len(e.text) {
		i++
	}
	l[e.text[0]] = append(same[:i], append([]entry{e}, same[i:]...)...)
}

// longest gives the readings of the longest entry that text begins with.
func longest(l list, text []rune) [][]string {
	for _, e := range l[text[0]] {
		if len(e.text) <= len(text) && string(e.text) == string(text[:len(e.text)]) {
			return e.readings
		}
	}
	return nil
}

// surnameAt reads a surname, or the foreign name that begins with it: 查尔斯 is
// no 查 (zha).
func (t *tables) surnameAt(text []rune) [][]string {
	if found := longest(t.foreign, text); found != nil {
		return found
	}
	return longest(t.surnames, text)
}

// character reads one character: a letter or digit as itself, a Chinese one as
// names have it.
func (t *tables) character(r rune) [][]string {
	switch {
	case r < utf8.RuneSelf:
		if !letterOrDigit(r) {
			return nil
		}
		return [][]string{{string(r)}}
	case t.characters[r] != nil:
		return t.characters[r][0].readings
	}
	syllable := usual(r)
	switch {
	case syllable == "":
		return nil
	case strings.Contains(syllable, "v"):
		return [][]string{{syllable, strings.ReplaceAll(syllable, "v", "u")}}
	}
	return [][]string{{syllable}}
}

func letterOrDigit(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
}

var plain = gopinyin.NewArgs()

// usual is the reading that go-pinyin puts first, ü as v; "" for what it does
// not know.
func usual(r rune) string {
	found := gopinyin.SinglePinyin(r, plain)
	if len(found) == 0 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if !letterOrDigit(r) { // ê, and the tone marks of ń and ḿ
			return -1
		}
		return r
	}, found[0])
}
