package link

import (
	"strings"
	"unicode/utf8"

	"zhiku/store"
	"zhiku/zh/fold"
)

// joinLatin joins the first or last word of a name in Latin letters with the
// whole name, unless two people of the article have it: Harlow, Edda Harlow.
func (l *linker) joinLatin() {
	byPart := map[string]int{}
	for i, g := range l.groups {
		words := strings.Fields(g.forms[0])
		if g.kind != store.Person || len(words) < 2 || !latin(g.forms[0]) {
			continue
		}
		for _, part := range []string{words[0], words[len(words)-1]} {
			part = fold.Key(part)
			if j, taken := byPart[part]; taken && (j < 0 || l.root(j) != l.root(i)) {
				byPart[part] = -1
				continue
			}
			byPart[part] = i
		}
	}
	for i, g := range l.groups {
		if j, ok := byPart[l.keys[i]]; ok && j >= 0 && g.kind == store.Person && latin(g.forms[0]) {
			l.join(i, j)
		}
	}
}

// latin tells a name that is written in ASCII alone.
func latin(name string) bool { return len(name) == utf8.RuneCountInString(name) }
