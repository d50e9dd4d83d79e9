package segment

import (
	"math"
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
	begun  [1 << 15]uint64 // a bit for each hash of a pair: most neighbours begin no word
	third  [1 << 15]uint64 // … of a pair and the character behind it, in words that go on
}

// wordRange is a run of words that share a beginning.
type wordRange struct{ lo, hi uint32 }

// pair is a slot of the table of first two characters; empty where n is 0.
type pair struct {
	key    uint32 // both characters, 16 bits each
	lo     uint32 // the first word that begins with them
	weight float32
	n      uint16 // how many words do
	word   bool   // the two alone are a word, the first one, of that weight
}

const pairSlots = 1 << 18 // the dictionary has 178,175 pairs

func slot(key uint32) uint32 { return key * 0x9E3779B1 >> 14 }

// bit gives the place of a pair among the bits of begun.
func bit(key uint32) (word, mask uint32) {
	h := key * 0x85EBCA77 >> 11
	return h >> 6, h & 63
}

// goesOn tells, sometimes wrongly, whether a word begins with a pair and a third
// character.
func (d *dict) goesOn(pair uint32, third rune) bool {
	w, m := bit(pair ^ uint32(third)*0xC2B2AE3D)
	return d.third[w]>>m&1 == 1
}

func (d *dict) noteThird(pair uint32, third rune) {
	w, m := bit(pair ^ uint32(third)*0xC2B2AE3D)
	d.third[w] |= 1 << m
}

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
		b, m := utf8.DecodeRuneInString(word[n:])
		key := uint32(a)<<16 | uint32(b)
		if n+m < len(word) {
			c, _ := utf8.DecodeRuneInString(word[n+m:])
			d.noteThird(key, c)
		}
		if key != last.key {
			d.insert(last)
			last = pair{key: key, lo: i, weight: d.weight[i], word: n+m == len(word)}
		}
		last.n++
	}
	d.insert(last)
}

func (d *dict) insert(p pair) {
	if p.n == 0 {
		return
	}
	w, m := bit(p.key)
	d.begun[w] |= 1 << m
	i := slot(p.key)
	for d.pairs[i].n != 0 {
		i = (i + 1) % pairSlots
	}
	d.pairs[i] = p
}

// startingWith gives the words that begin with two characters, or nil.
func (d *dict) startingWith(a, b rune) *pair {
	if a > 0xFFFF || b > 0xFFFF {
		return nil
	}
	key := uint32(a)<<16 | uint32(b)
	if w, m := bit(key); d.begun[w]>>m&1 == 0 {
		return nil
	}
	for i := slot(key); d.pairs[i].n != 0; i = (i + 1) % pairSlots {
		if d.pairs[i].key == key {
			return &d.pairs[i]
		}
	}
	return nil
}

// narrow keeps the words of a range whose bytes from depth on begin with char, a
// character of n bytes.
func (d *dict) narrow(r wordRange, depth int, char uint32, n int) wordRange {
	hi := r.hi
	for r.lo < hi {
		if middle := (r.lo + hi) / 2; d.bytesAt(middle, depth, n) < char {
			r.lo = middle + 1
		} else {
			hi = middle
		}
	}
	for hi < r.hi && d.bytesAt(hi, depth, n) == char { // few words begin with three characters alike
		hi++
	}
	return wordRange{r.lo, hi}
}

// bytesAt gives n bytes of a word from depth on as a number, zeros behind its
// end.
func (d *dict) bytesAt(word uint32, depth, n int) uint32 {
	tail := d.word(word)[depth:]
	if n == 3 && len(tail) >= 3 {
		return uint32(tail[0])<<16 | uint32(tail[1])<<8 | uint32(tail[2])
	}
	v := uint32(0)
	for k := range n {
		v <<= 8
		if k < len(tail) {
			v |= uint32(tail[k])
		}
	}
	return v
}

// pack gives a character as bytesAt gives it, and the number of its bytes.
func pack(r rune) (uint32, int) {
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	v := uint32(0)
	for _, b := range buf[:n] {
		v = v<<8 | uint32(b)
	}
	return v, n
}

// find gives the index of a word.
func (d *dict) find(word []rune) (uint32, bool) {
	switch {
	case len(word) == 0 || word[0] > 0xFFFF:
		return 0, false
	case len(word) == 1:
		return d.single[word[0]] - 1, d.single[word[0]] > 0
	}
	p := d.startingWith(word[0], word[1])
	if p == nil {
		return 0, false
	}
	if len(word) == 2 {
		return p.lo, p.word
	}
	if !d.goesOn(p.key, word[2]) {
		return 0, false
	}
	r := wordRange{p.lo, p.lo + uint32(p.n)}
	depth := utf8.RuneLen(word[0]) + utf8.RuneLen(word[1])
	for _, c := range word[2:] {
		v, n := pack(c)
		if r = d.narrow(r, depth, v, n); r.lo == r.hi {
			return 0, false
		}
		depth += n
	}
	return r.lo, len(d.word(r.lo)) == depth // the shortest of the range comes first
}
