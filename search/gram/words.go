package gram

import (
	"crypto/sha256"
	"encoding/binary"
	"sync"
	"unicode/utf8"

	"zhiku/zh/segment"
)

// words is the dictionary's words of two characters, in open addressing.
type words struct{ slots []uint32 } // both characters, 16 bits each; 0 is empty

const wordSlots = 1 << 18

var theWords = sync.OnceValue(func() *words {
	w := &words{make([]uint32, wordSlots)}
	segment.Default().Words(func(word string, _ int) {
		a, n := utf8.DecodeRuneInString(word)
		b, m := utf8.DecodeRuneInString(word[n:])
		if m > 0 && n+m == len(word) && a < plane && b < plane {
			w.add(uint32(a)<<16 | uint32(b))
		}
	})
	return w
})

func slot(key uint32) uint32 { return key * 0x9E3779B1 >> 14 }

func (w *words) add(key uint32) {
	i := slot(key)
	for w.slots[i] != 0 && w.slots[i] != key {
		i = (i + 1) % wordSlots
	}
	w.slots[i] = key
}

// hold tells whether two characters are a word.
func (w *words) hold(a, b rune) bool {
	if a >= plane || b >= plane {
		return false
	}
	key := uint32(a)<<16 | uint32(b)
	for i := slot(key); w.slots[i] != 0; i = (i + 1) % wordSlots {
		if w.slots[i] == key {
			return true
		}
	}
	return false
}

// Fingerprint changes whenever a text may get other terms or another short form.
func Fingerprint() []byte {
	h := sha256.New()
	for _, short := range theCode().short {
		h.Write(binary.BigEndian.AppendUint16(nil, short))
	}
	for _, key := range theWords().slots {
		h.Write(binary.BigEndian.AppendUint32(nil, key))
	}
	return h.Sum(nil)
}
