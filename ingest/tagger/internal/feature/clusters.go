package feature

import (
	"encoding/binary"
	"errors"
	"slices"
	"unicode/utf8"
)

// Levels is how many clusterings a word stands in, from coarse to fine.
const Levels = 3

// Clusters tell of a word, by the hash of its folded characters, which class of
// words that stand in like places it belongs to.
type Clusters struct {
	slots []clusterSlot
	mask  uint64
}

type clusterSlot struct {
	key   uint32
	class [Levels]uint16 // from 1; 0 in an empty slot
}

// Word is a word's hash with its classes.
type Word struct {
	Key   uint32
	Class [Levels]uint16
}

// FoldWord gives the form of a word that its key is made of: folded characters,
// and "0" for all numbers.
func FoldWord(word string) string {
	t := characters()
	out, digits := make([]rune, 0, len(word)), true
	for _, r := range word {
		if r > 0xFFFF {
			r = utf8.RuneError
		}
		digits = digits && t[r].numeric()
		out = append(out, rune(t[r].fold))
	}
	if digits {
		return "0"
	}
	return string(out)
}

// WordKey gives the key of a folded word.
func WordKey(folded string) uint32 {
	var buf [32]uint16
	chars := buf[:0]
	for _, r := range folded {
		chars = append(chars, uint16(r))
	}
	return hashWord(chars)
}

// numeric tells whether a word of such characters is a number.
func (c *char) numeric() bool {
	return c.kind == typeDigit || c.fold == '.' || c.fold == '%' || c.fold == ','
}

func hashWord(folded []uint16) uint32 {
	h := uint64(root)
	for _, c := range folded {
		h = extend(h, c)
	}
	return uint32(h >> 32)
}

// NewClusters makes the table of some words; of two with one key the first wins.
func NewClusters(words []Word) *Clusters {
	size := 1
	for size < 2*len(words)+2 {
		size *= 2
	}
	c := &Clusters{make([]clusterSlot, size), uint64(size - 1)}
	for _, w := range words {
		i := uint64(w.Key) & c.mask
		for c.slots[i].class[0] != 0 && c.slots[i].key != w.Key {
			i = (i + 1) & c.mask
		}
		if c.slots[i].class[0] == 0 {
			c.slots[i] = clusterSlot{w.Key, w.Class}
		}
	}
	return c
}

// Find gives the classes of a word, or zeros.
func (c *Clusters) Find(key uint32) [Levels]uint16 {
	i := uint64(key) & c.mask
	for c.slots[i].class[0] != 0 {
		if c.slots[i].key == key {
			return c.slots[i].class
		}
		i = (i + 1) & c.mask
	}
	return [Levels]uint16{}
}

// Encode writes words in the order of their keys: the count; of each the step
// from the key before (uvarint); then level by level their classes (2 bytes).
func Encode(words []Word) []byte {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b Word) int { return int(int64(a.Key) - int64(b.Key)) })
	out := binary.AppendUvarint(nil, uint64(len(words)))
	before := uint32(0)
	for _, w := range words {
		out = binary.AppendUvarint(out, uint64(w.Key-before))
		before = w.Key
	}
	for level := range Levels {
		for _, w := range words {
			out = binary.LittleEndian.AppendUint16(out, w.Class[level])
		}
	}
	return out
}

var errShort = errors.New("clusters end early")

// Decode reads what Encode wrote.
func Decode(data []byte) ([]Word, error) {
	n, k := binary.Uvarint(data)
	if k <= 0 || n > uint64(len(data)) {
		return nil, errShort
	}
	words, data := make([]Word, n), data[k:]
	key := uint32(0)
	for i := range words {
		step, k := binary.Uvarint(data)
		if k <= 0 {
			return nil, errShort
		}
		key, data = key+uint32(step), data[k:]
		words[i].Key = key
	}
	if len(data) != 2*Levels*len(words) {
		return nil, errShort
	}
	for level := range Levels {
		for i := range words {
			words[i].Class[level] = binary.LittleEndian.Uint16(data)
			data = data[2:]
		}
	}
	return words, nil
}
