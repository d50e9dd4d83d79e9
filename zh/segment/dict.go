package segment

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

//go:embed data/dict.txt.gz
var dictData []byte

// dict is the word list: all words in one string, sorted by bytes, so that the
// words that begin alike stand in one range, narrowed character by character.
type dict struct {
	arena  string
	starts []uint32  // of word i in arena; one more at the end
	weight []float32 // log of the word's share of all running words
	freq   []uint32
	tags   []uint8
	names  []string // of tags
	first  map[rune]wordRange
	floor  float32 // weight of what is no word
}

// wordRange is a run of words that share a beginning.
type wordRange struct{ lo, hi uint32 }

// unzip reads an embedded file. It can only fail where the binary is damaged.
func unzip(data []byte) string {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		panic("segment: embedded data: " + err.Error())
	}
	var b strings.Builder
	if _, err := io.Copy(&b, z); err != nil {
		panic("segment: embedded data: " + err.Error())
	}
	return b.String()
}

func loadDict() *dict {
	const words = 350_000
	d := &dict{starts: make([]uint32, 0, words), weight: make([]float32, 0, words), freq: make([]uint32, 0, words),
		tags: make([]uint8, 0, words), first: make(map[rune]wordRange, 20_000)}
	text := unzip(dictData)
	var arena strings.Builder
	arena.Grow(len(text))
	ids := map[string]uint8{}
	total := 0.0
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		word, fields, _ := strings.Cut(line, " ")
		count, tag, _ := strings.Cut(fields, " ")
		n, err := strconv.ParseUint(count, 10, 32)
		if err != nil {
			panic("segment: embedded dictionary: " + line)
		}
		d.add(&arena, word, uint32(n), d.tagID(ids, tag))
		total += float64(n)
	}
	d.starts = append(d.starts, uint32(arena.Len()))
	d.arena = arena.String()
	d.weigh(math.Log(total))
	return d
}

func (d *dict) tagID(ids map[string]uint8, tag string) uint8 {
	id, ok := ids[tag]
	if !ok {
		id = uint8(len(d.names))
		tag = strings.Clone(tag)
		ids[tag] = id
		d.names = append(d.names, tag)
	}
	return id
}

func (d *dict) add(arena *strings.Builder, word string, freq uint32, tag uint8) {
	i := uint32(len(d.starts))
	r, _ := utf8.DecodeRuneInString(word)
	if known, ok := d.first[r]; ok {
		d.first[r] = wordRange{known.lo, i + 1}
	} else {
		d.first[r] = wordRange{i, i + 1}
	}
	d.starts = append(d.starts, uint32(arena.Len()))
	d.freq = append(d.freq, freq)
	d.tags = append(d.tags, tag)
	arena.WriteString(word)
}

func (d *dict) weigh(logTotal float64) {
	for _, f := range d.freq {
		d.weight = append(d.weight, float32(math.Log(float64(max(f, 1)))-logTotal))
	}
	d.floor = float32(-logTotal)
}

func (d *dict) word(i uint32) string { return d.arena[d.starts[i]:d.starts[i+1]] }

// narrow keeps the words of a range whose bytes from depth on begin with char.
func (d *dict) narrow(r wordRange, depth int, char string) wordRange {
	lo := d.search(r, depth, char, false)
	return wordRange{lo, d.search(wordRange{lo, r.hi}, depth, char, true)}
}

// search gives the first word of the range whose bytes at depth are not below
// char (or, with past, above it).
func (d *dict) search(r wordRange, depth int, char string, past bool) uint32 {
	lo, hi := r.lo, r.hi
	for lo < hi {
		mid := (lo + hi) / 2
		at := d.word(mid)[depth:]
		below := false
		if past && strings.HasPrefix(at, char) {
			below = true
		} else {
			below = at < char
		}
		if below {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// find gives the index of a word.
func (d *dict) find(word string) (uint32, bool) {
	r, n := utf8.DecodeRuneInString(word)
	known, ok := d.first[r]
	if !ok {
		return 0, false
	}
	i := d.search(known, n, word[n:], false)
	return i, i < known.hi && d.word(i) == word
}
