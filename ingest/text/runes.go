package text

import "unicode/utf8"

// runeIndex counts code points up to a byte offset in constant time: one
// count is kept every runeStep bytes.
type runeIndex []int

const runeStep = 256

func newRuneIndex(s string) runeIndex {
	idx := make(runeIndex, 0, len(s)/runeStep+1)
	n := 0
	for i := 0; i < len(s); i++ {
		if i%runeStep == 0 {
			idx = append(idx, n)
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return append(idx, n)
}

// at counts the characters of s that start before byte off.
func (x runeIndex) at(s string, off int) int {
	k := off / runeStep
	n := x[min(k, len(x)-1)]
	for i := k * runeStep; i < off && i < len(s); i++ {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
