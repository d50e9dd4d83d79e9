package segment

import (
	"math"
	"strings"
	"unicode/utf8"
)

// dict is the word list: all words in one string, sorted by bytes, so that the
// words that begin alike stand in one range. A table gives the range of two
// first characters at once; from there on it is narrowed by binary search.
type dict struct {
	arena  string
	starts []uint32  // of word i in arena; one more at the end
	weight []float32 // log of the word's share of all running words
	freq   []uint32
	tags   []uint8
	names  []string // of tags
	floor  float32  // weight of what is no word

	single [0x10000]uint32 // word of one character, plus one; 0 for none
	pairs  []pair          // open addressing, a power of two
}

// wordRange is a run of words that share a beginning.
type wordRange struct{ lo, hi uint32 }

// pair is a slot of the table of first two characters; empty where hi is 0.
type pair struct {
	key uint32 // both characters, 16 bits each
	wordRange
}

const pairSlots = 1 << 18 // the dictionary has 178,175 pairs

func slot(key uint32) uint32 { return key * 0x9E3779B1 >> 14 }

func (d *dict) word(i uint32) string { return d.arena[d.starts[i]:d.starts[i+1]] }

func (d *dict) tag(i uint32) string { return d.names[d.tags[i]] }

// weigh turns frequencies into weights. Most words are rare: their few
// logarithms are taken once.
func (d *dict) weigh() {
	total := 0.0
	for _, f := range d.freq {
		total += float64(f)
	}
	logTotal := math.Log(total)
	d.floor = float32(-logTotal)
	var rare [256]float32
	for f := range rare {
		rare[f] = float32(math.Log(float64(max(f, 1))) - logTotal)
	}
	d.weight = make([]float32, len(d.freq))
	for i, f := range d.freq {
		if int(f) < len(rare) {
			d.weight[i] = rare[f]
		} else {
			d.weight[i] = float32(math.Log(float64(f)) - logTotal)
		}
	}
}

// index fills the tables of single characters and of pairs.
func (d *dict) index() {
	d.pairs = make([]pair, pairSlots)
	var last pair
	for i := range uint32(len(d.freq)) {
		word := d.word(i)
		a, n := utf8.DecodeRuneInString(word)
		if n == len(word) {
			d.single[a] = i + 1
			continue
		}
		b, _ := utf8.DecodeRuneInString(word[n:])
		key := uint32(a)<<16 | uint32(b)
		if key != last.key {
			d.insert(last)
			last = pair{key, wordRange{i, i}}
		}
		last.hi = i + 1
	}
	d.insert(last)
}

func (d *dict) insert(p pair) {
	if p.hi == 0 {
		return
	}
	i := slot(p.key)
	for d.pairs[i].hi != 0 {
		i = (i + 1) % pairSlots
	}
	d.pairs[i] = p
}

// startingWith gives the words that begin with two characters.
func (d *dict) startingWith(a, b rune) (wordRange, bool) {
	if a > 0xFFFF || b > 0xFFFF {
		return wordRange{}, false
	}
	key := uint32(a)<<16 | uint32(b)
	for i := slot(key); d.pairs[i].hi != 0; i = (i + 1) % pairSlots {
		if d.pairs[i].key == key {
			return d.pairs[i].wordRange, true
		}
	}
	return wordRange{}, false
}

// narrow keeps the words of a range whose bytes from depth on begin with char.
func (d *dict) narrow(r wordRange, depth int, char string) wordRange {
	lo := d.search(r, depth, func(tail string) bool { return tail < char })
	hi := d.search(wordRange{lo, r.hi}, depth, func(tail string) bool { return strings.HasPrefix(tail, char) })
	return wordRange{lo, hi}
}

// search gives the first word of the range whose bytes from depth on are not
// below what is looked for.
func (d *dict) search(r wordRange, depth int, below func(tail string) bool) uint32 {
	for r.lo < r.hi {
		middle := (r.lo + r.hi) / 2
		if below(d.word(middle)[depth:]) {
			r.lo = middle + 1
		} else {
			r.hi = middle
		}
	}
	return r.lo
}

// find gives the index of a word.
func (d *dict) find(word []rune) (uint32, bool) {
	switch {
	case len(word) == 0 || word[0] > 0xFFFF:
		return 0, false
	case len(word) == 1:
		return d.single[word[0]] - 1, d.single[word[0]] > 0
	}
	r, ok := d.startingWith(word[0], word[1])
	if !ok {
		return 0, false
	}
	text := string(word)
	i := d.search(r, 0, func(tail string) bool { return tail < text })
	return i, i < r.hi && d.word(i) == text
}
