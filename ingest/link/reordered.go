package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/names"
)

// shortestReordered is the fewest characters of two names that differ in their
// order alone.
const shortestReordered = 8

// joinReordered joins a firm's or body's name with one of the same characters in
// another order, its legal form aside: 青禾桥梁勘察设计院, 青禾桥梁设计勘察院有限公司.
// Numbers keep their order: 第二十三中学 is not 第三十二中学.
func (l *linker) joinReordered(longestFirst []int) {
	first := map[form]int{}
	for _, i := range longestFirst {
		g := l.groups[i]
		if !owns(g.kind) {
			continue
		}
		key := names.Stem(l.keys[i])
		if utf8.RuneCountInString(key) < shortestReordered {
			continue
		}
		letters := []rune(key)
		slices.Sort(letters)
		f := form{g.kind, string(letters) + "\x00" + numerals(key)}
		if j, ok := first[f]; ok && prefix(l.keys[i], 4) == prefix(l.keys[j], 4) {
			l.join(i, j)
		} else if !ok {
			first[f] = i
		}
	}
}

// numerals are the digits of a name in their order.
func numerals(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("0123456789〇零一二三四五六七八九十百千", r) {
			return r
		}
		return -1
	}, name)
}
