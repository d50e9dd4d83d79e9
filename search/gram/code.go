package gram

import (
	"cmp"
	"slices"
	"sync"
	"unicode/utf8"

	"zhiku/zh/segment"
)

// plane is the part of Unicode in which characters are exchanged.
const plane = 0x10000

// code exchanges characters so that those frequent in Chinese news have the
// short forms of UTF-8: the first hundred take one byte and the next two
// thousand two, where they took three. It is a bijection, so nothing is lost,
// and what it writes is UTF-8, so a stretch is found in a text as its bytes.
type code struct {
	short [plane]uint16 // of a character
	long  [plane]uint16 // and back
}

// The short forms go to the marks and numbers that folding leaves of a
// newspaper, then to the most frequent characters of words, then, with two
// bytes, to letters, and then to more characters.
const (
	signs   = ",。、“”0123456789.:()%《》-·;—"
	letters = "abcdefghijklmnopqrstuvwxyz/'\"!?#$&*+<=>@[]^_`{|}~\\"
)

var theCode = sync.OnceValue(newCode)

func newCode() *code {
	c := &code{}
	for i := range plane {
		c.short[i], c.long[i] = uint16(i), uint16(i)
	}
	next := rune(1)
	words := frequent()
	shortest := 0x80 - 2 - utf8.RuneCountInString(signs) // forms of one byte, without 0 and "\n"
	order := slices.Concat([]rune(signs), words[:shortest], []rune(letters), words[shortest:])
	for _, r := range order {
		if next == '\n' {
			next++
		}
		if next >= 0x800 {
			break
		}
		c.exchange(r, next)
		next++
	}
	return c
}

// frequent gives the characters of the dictionary, the most frequent first.
func frequent() []rune {
	sums := segment.Default().Characters()
	out := make([]rune, 0, len(sums))
	for r := range sums {
		if r < plane && r != utf8.RuneError && r > ' ' {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b rune) int { return cmp.Or(sums[b]-sums[a], int(a-b)) })
	return out
}

// exchange gives r the short form to, and what had it that of r.
func (c *code) exchange(r, to rune) {
	from, other := c.short[r], c.long[to]
	c.short[r], c.short[other] = uint16(to), from
	c.long[to], c.long[from] = uint16(r), other
}

func (c *code) of(r rune) rune {
	if r < plane {
		return rune(c.short[r])
	}
	return r
}

// Encode writes a folded text in short forms. A line break stays itself.
func Encode(folded string) []byte {
	c := theCode()
	out := make([]byte, 0, len(folded)*2/3+4)
	for _, r := range folded {
		out = utf8.AppendRune(out, c.of(r))
	}
	return out
}

// Decode is Encode's way back.
func Decode(encoded []byte) string {
	c := theCode()
	out := make([]byte, 0, len(encoded)*2)
	for i := 0; i < len(encoded); {
		r, n := utf8.DecodeRune(encoded[i:])
		if r < plane {
			r = rune(c.long[r])
		}
		out = utf8.AppendRune(out, r)
		i += n
	}
	return string(out)
}

// Rare tells whether a character is none of the two thousand most frequent.
func Rare(r rune) bool { return theCode().of(r) >= 0x800 }
