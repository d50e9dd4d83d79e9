package syntax

import "strings"

// family is a kind of quotation marks. Any of openers begins a phrase that the
// next of closers ends: straight and curly double marks are mixed freely, as
// input methods do.
type family struct{ openers, closers string }

// families in the order String prefers them. No mark stands in two.
var families = []family{
	{`“"＂”`, `”"＂“`},
	{"「", "」"},
	{"『", "』"},
	{"‘", "’"},
	{"﹁", "﹂"},
	{"﹃", "﹄"},
}

// lonely are closing marks that are nothing else; ’ is an apostrophe as well.
const lonely = "」』﹂﹄"

// familyOf gives the family of which r is an opener; -1 if it is none.
func familyOf(r rune) int {
	for i, f := range families {
		if strings.ContainsRune(f.openers, r) {
			return i
		}
	}
	return -1
}

// lastClosers gives for each family where its last closing mark stands; -1
// where there is none. With it an opener that is never closed is known at once.
func lastClosers(chars []char) []int {
	last := make([]int, len(families))
	for f := range last {
		last[f] = -1
	}
	for i, c := range chars {
		for f := range families {
			if strings.ContainsRune(families[f].closers, c.r) {
				last[f] = i
			}
		}
	}
	return last
}

// hasMark tells whether text holds a mark that stands alone.
func hasMark(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return familyOf(r) >= 0 || strings.ContainsRune(lonely, r)
	})
}
