// Package pinyin gives the spellings under which a reader types a Chinese name
// on a Latin keyboard: all of it (wangchuanfu) or the first letters (wcf).
//
// A character is read as the longest word around it says (银行 yinhang, 行动
// xingdong), at the head of a person's name as a surname (曾 zeng), and else as
// names usually have it. Where that leaves a choice, several spellings are
// given, the most usual first. Tones are not written. data/ names the sources
// of the word lists; single characters are read by go-pinyin, whose table
// counts several readings but does not know names. The lists are loaded on
// first use and safe for concurrent use.
package pinyin

import (
	"strings"

	"zhiku/zh/fold"
)

// Kind says whose name it is.
type Kind int

const (
	Other  Kind = iota // a company, an organisation, a project, a place
	Person             // begins with a surname
)

// Spelling is one way to type a name, in lower-case ASCII letters and digits.
type Spelling struct {
	Full     string // each character's syllable, ü as v or u: "wangchuanfu"
	Initials string // each syllable's first letter: "wcf"
}

const (
	maxSpellings  = 8  // of one name
	maxCharacters = 64 // of a name that are read; what follows is left out
)

// Of gives the spellings of a name in either script, at most 8, the most usual
// first; none for a name with nothing to type. Latin letters and digits stay
// in their places (TCL科技: tclkeji, tclkj), all else is dropped. Of a name
// longer than 64 characters the first 64 are spelled.
func Of(name string, kind Kind) []Spelling {
	all := []Spelling{{}}
	for _, readings := range read(characters(name), kind) {
		all = extend(all, readings)
	}
	if all[0].Full == "" {
		return nil
	}
	return all
}

// characters folds the head of a name. 乾 stays, since names have it for qián
// (乾元) more than for the 干 that folding makes of it.
func characters(name string) []rune {
	n := 0
	for i := range name {
		if n == maxCharacters {
			name = name[:i]
			break
		}
		n++
	}
	text := []rune(fold.String(name))
	i := 0
	for _, r := range name {
		if r == '乾' {
			text[i] = r
		}
		i++
	}
	return text
}

// extend appends each reading to each spelling. The usual reading of what
// follows goes before a rare one, and a choice made at the head of the name,
// where the surname stands, is not pushed out by a later one.
func extend(all []Spelling, readings []string) []Spelling {
	if len(readings) == 1 {
		for i := range all {
			all[i] = all[i].with(readings[0])
		}
		return all
	}
	out := make([]Spelling, 0, min(len(all)*len(readings), maxSpellings))
	for _, reading := range readings {
		for _, s := range all {
			if len(out) == maxSpellings {
				return out
			}
			out = append(out, s.with(reading))
		}
	}
	return out
}

func (s Spelling) with(reading string) Spelling {
	return Spelling{s.Full + reading, s.Initials + reading[:1]}
}

// read gives the readings of each character, none empty; what cannot be typed
// has no entry.
func read(text []rune, kind Kind) [][]string {
	t := load()
	out := make([][]string, 0, len(text))
	start := 0
	if kind == Person {
		start = surnameStart(text)
	}
	for i := 0; i < len(text); {
		var found [][]string
		if i == start && kind == Person {
			found = t.surnameAt(text[i:])
		}
		if found == nil {
			found = longest(t.words, text[i:])
		}
		if found == nil {
			found = t.character(text[i])
		}
		out = append(out, found...)
		i += max(len(found), 1)
	}
	return out
}

// surnameStart is the place of the surname: 1 in 老曾, -1 in 查尔斯·芒格, where the
// dot tells that no surname comes first.
func surnameStart(text []rune) int {
	if strings.ContainsAny(string(text), "·•・‧∙●･") {
		return -1
	}
	if len(text) == 2 && strings.ContainsRune("老小阿", text[0]) {
		return 1
	}
	return 0
}
