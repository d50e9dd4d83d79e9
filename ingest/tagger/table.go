package tagger

import (
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
)

// table finds the weights of features by open addressing. A slot holds the 40
// bits of a key and, in the low 24, where its weights stand; empty where it is 0.
//
// A feature with few weights has them as pairs of label and value. One with many
// has a row of all labels, a byte each: eight are added in two additions, in
// lanes of 16 bits that the sums of one character never fill.
type table struct {
	slots []uint64
	shift uint
	pairs []byte // count, then label and value in turn
	rows  []row
}

const (
	keyBits = 40
	inRows  = 1 << 23 // set in a slot whose number is one of rows
	few     = 5       // weights that are kept as pairs
	bias    = 128     // what a byte of a row has above its value
	perRow  = (label.Count + 7) / 8
)

// row is the weights of all labels, eight to a word.
type row [perRow]uint64

func newTable(features []weights.Feature) table {
	t := table{shift: keyBits, pairs: []byte{0}}
	for size := 1; size < 2*len(features)+2; size *= 2 {
		t.shift--
	}
	t.slots = make([]uint64, 1<<(keyBits-t.shift))
	for _, f := range features {
		i := f.Key >> t.shift
		for t.slots[i] != 0 {
			i = (i + 1) % uint64(len(t.slots))
		}
		t.slots[i] = f.Key<<(64-keyBits) | t.add(f)
	}
	return t
}

// add keeps the weights of a feature and gives the low bits of its slot.
func (t *table) add(f weights.Feature) uint64 {
	if len(f.Labels) > few {
		t.rows = append(t.rows, newRow(f))
		return inRows | uint64(len(t.rows)-1)
	}
	at := uint64(len(t.pairs))
	t.pairs = append(t.pairs, byte(len(f.Labels)))
	for k, l := range f.Labels {
		t.pairs = append(t.pairs, l, byte(f.Values[k]))
	}
	return at
}

func newRow(f weights.Feature) row {
	var r row
	for i := range r {
		r[i] = bias * 0x0101010101010101
	}
	for k, l := range f.Labels {
		shift := l % 8 * 8
		r[l/8] += uint64(int64(f.Values[k])) << shift
	}
	return r
}

// sums adds rows up: of each word the bytes at even places and those at odd ones.
type sums struct {
	even, odd row
	n         int32
}

// lanes are the low bytes of the four lanes of a word.
const lanes = 0x00FF00FF00FF00FF

func (s *sums) add(r *row) {
	a, b, c, d, e := r[0], r[1], r[2], r[3], r[4]
	s.even[0] += a & lanes
	s.odd[0] += a >> 8 & lanes
	s.even[1] += b & lanes
	s.odd[1] += b >> 8 & lanes
	s.even[2] += c & lanes
	s.odd[2] += c >> 8 & lanes
	s.even[3] += d & lanes
	s.odd[3] += d >> 8 & lanes
	s.even[4] += e & lanes
	s.odd[4] += e >> 8 & lanes
	s.n++
}

// into adds the sums to scores.
func (s *sums) into(scores *lattice.Scores) {
	for l := range scores {
		w := s.even[l/8]
		if l%2 == 1 {
			w = s.odd[l/8]
		}
		scores[l] += int32(w>>(l%8/2*16)&0xFFFF) - bias*s.n
	}
}

// score adds up the weights of a character's features by label.
func (t *table) score(scores *lattice.Scores, keys []uint64) {
	var sums sums
	mask := uint64(len(t.slots) - 1)
	for _, key := range keys {
		i := key >> t.shift & mask
		for t.slots[i] != 0 && t.slots[i]>>(64-keyBits) != key {
			i = (i + 1) & mask
		}
		at := t.slots[i] & (1<<(64-keyBits) - 1)
		if at&inRows != 0 {
			sums.add(&t.rows[at&^inRows])
			continue
		}
		pairs := t.pairs[at+1:][:2*int(t.pairs[at])]
		for k := 0; k+1 < len(pairs); k += 2 {
			scores[pairs[k]] += int32(int8(pairs[k+1]))
		}
	}
	sums.into(scores)
}
