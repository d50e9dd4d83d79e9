package search

import (
	"strings"

	"zhiku/store"
	"zhiku/zh/pinyin"
)

// Before a spelling in fieldTyped: all of it (wangchuanfu), its initials (wcf), or
// its first letter, by which so many names begin that they have one term.
const (
	spelledOut  = "f"
	initials    = "i"
	firstLetter = "1"
)

// Shorter spellings of a query's words are not taken for names: too many have
// them, and words of letters stand in texts themselves.
const (
	fewestLetters  = 4 // of a name spelled out
	fewestInitials = 3
)

// typedTerms are the ways to type the names of an entity in letters.
func typedTerms(kind store.EntityKind, names []string) []string {
	var out []string
	for _, name := range names {
		for _, s := range pinyin.Of(name, pinyinKind(kind)) {
			out = append(out, spelledOut+s.Full, initials+s.Initials, firstLetter+s.Full[:1])
		}
	}
	return out
}

func pinyinKind(kind store.EntityKind) pinyin.Kind {
	if kind == store.Person {
		return pinyin.Person
	}
	return pinyin.Other
}

// typedBeginning is met by the entities whose name, as it is typed, begins so.
func typedBeginning(key string) expr {
	if len(key) == 1 {
		return &oneOf{fieldTyped, []string{firstLetter + key}}
	}
	return &anyOf{[]expr{&begins{fieldTyped, spelledOut + key}, &begins{fieldTyped, initials + key}}}
}

// typedNames gives the names of the entities that a word of letters is the
// spelling or the initials of.
func (d *directory) typedNames(word string) ([]string, error) {
	if !pinyin.IsTyped(word) {
		return nil, nil
	}
	key := pinyin.Key(word)
	var values []string
	if len(key) >= fewestLetters {
		values = append(values, spelledOut+key)
	}
	if len(key) >= fewestInitials {
		values = append(values, initials+key)
	}
	ids, err := d.mostMentioned(&oneOf{fieldTyped, values}, mostBearers)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, b := range ids {
		for _, name := range b.names {
			if !strings.Contains(name, normal(word)) && len(out) < mostNames {
				out = append(out, name)
			}
		}
	}
	return out, nil
}
