package tagger

import (
	"cmp"
	"slices"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
	"zhiku/ingest/tagger/internal/lattice"
	"zhiku/ingest/tagger/internal/weights"
)

// table finds the weights of features by a perfect hash: the place of a key is
// known from the key and one small number, so that the look-ups of a character
// wait neither for each other nor for a wrongly guessed branch. What stands at a
// place is told by a check; a key that is none has the last row, which weighs
// nothing.
//
// Only the differences between labels count, so O weighs nothing in any row and
// the other 32 labels fill four words, a byte each.
type table struct {
	moves  []uint16 // by the high bits of a key: what moves its place
	shift  uint     // from a key to its index in moves
	checks []uint32 // the low bits of the key at a place
	rows   []row    // one more than places
}

const (
	keyBits = feature.Bits
	bias    = 31                    // what a byte of a row has above its value
	atOnce  = 255 / (2 * bias)      // rows whose bytes can be added before one overflows
	perRow  = (label.Count - 1) / 8 // words of a row
)

// row is the weights of all labels but O, less that of O.
type row [perRow]uint64

// vacant is the check of a place without a key. A key with these low bits would
// be given the weights of none, which are all that is there.
const vacant = 1<<32 - 1

// place gives the place of a key that is moved, of n.
func place(key uint64, move uint16, n int) int {
	h := (key ^ uint64(move)<<keyBits) * 0x9E3779B97F4A7C15
	h ^= h >> 32
	return int(h * 0xD6E8FEB86659FD93 >> 32 * uint64(n) >> 32)
}

func newTable(features []weights.Feature) table {
	n := len(features) + len(features)/8 + 1
	t, ok := build(features, n)
	for !ok { // hardly ever
		n += n/8 + 1
		t, ok = build(features, n)
	}
	return t
}

// build makes a table of n places; false where that is too narrow.
func build(features []weights.Feature, n int) (t table, ok bool) {
	t = table{shift: keyBits, checks: make([]uint32, n), rows: make([]row, n+1)}
	for size := 1; size < len(features)/3; size *= 2 {
		t.shift--
	}
	t.moves = make([]uint16, 1<<(keyBits-t.shift))
	for i := range t.checks {
		t.checks[i] = vacant
	}
	nothing := newRow(&weights.Feature{})
	for i := range t.rows {
		t.rows[i] = nothing
	}
	for _, group := range t.groups(features) {
		if !t.settle(group) {
			return t, false
		}
	}
	return t, true
}

// groups gives the features that share a move, the largest groups first: they
// are the hardest to find places for. Features come by rising keys.
func (t *table) groups(features []weights.Feature) [][]weights.Feature {
	var out [][]weights.Feature
	for len(features) > 0 {
		n := 1
		for n < len(features) && features[n].Key>>t.shift == features[0].Key>>t.shift {
			n++
		}
		out = append(out, features[:n])
		features = features[n:]
	}
	slices.SortStableFunc(out, func(a, b []weights.Feature) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// settle finds a move that brings all features of a group to free places.
func (t *table) settle(group []weights.Feature) bool {
	var places []int
	for move := range 1 << 16 {
		places = t.free(places[:0], group, uint16(move))
		if len(places) < len(group) {
			continue
		}
		t.moves[group[0].Key>>t.shift] = uint16(move)
		for i, p := range places {
			t.checks[p], t.rows[p] = uint32(group[i].Key), newRow(&group[i])
		}
		return true
	}
	return false
}

// free appends the places of a group's features, up to the first that is taken.
func (t *table) free(places []int, group []weights.Feature, move uint16) []int {
	for _, f := range group {
		p := place(f.Key, move, len(t.checks))
		if t.checks[p] != vacant || slices.Contains(places, p) {
			break
		}
		places = append(places, p)
	}
	return places
}

func newRow(f *weights.Feature) row {
	var value [label.Count]int
	for k, l := range f.Labels {
		value[l] = int(f.Values[k])
	}
	var r row
	for l, v := range value[1:] {
		v = max(-bias, min(v-value[label.O], bias))
		r[l/8] |= uint64(v+bias) << (l % 8 * 8)
	}
	return r
}

// find replaces the keys of features by their places.
func (t *table) find(keys []uint64) {
	moves, checks, shift := t.moves, t.checks, t.shift&63
	n := len(checks)
	for i, key := range keys {
		p, at := place(key, moves[key>>shift], n), n
		if checks[p] == uint32(key) {
			at = p
		}
		keys[i] = uint64(at)
	}
}

// lanes are the low bytes of the four lanes of a word.
const lanes = 0x00FF00FF00FF00FF

// sums adds rows up: of each word the bytes at even places and those at odd
// ones, in lanes of 16 bits that the sums of one character never fill.
type sums struct {
	even, odd row
	n         int // rows
}

func (s *sums) add(a, b, c, d *row) {
	w, x := a[0]+b[0]+c[0]+d[0], a[1]+b[1]+c[1]+d[1] // no loop: this is where most of the time goes
	y, z := a[2]+b[2]+c[2]+d[2], a[3]+b[3]+c[3]+d[3]
	s.even[0] += w & lanes
	s.odd[0] += w >> 8 & lanes
	s.even[1] += x & lanes
	s.odd[1] += x >> 8 & lanes
	s.even[2] += y & lanes
	s.odd[2] += y >> 8 & lanes
	s.even[3] += z & lanes
	s.odd[3] += z >> 8 & lanes
	s.n += atOnce
}

// top gives the highest score of a label other than O, which has 0.
func (s *sums) top() int {
	m := s.even[0]
	for k := 1; k < perRow; k++ {
		m = higher(m, s.even[k])
	}
	for k := range perRow {
		m = higher(m, s.odd[k])
	}
	m = higher(m, m>>32)
	return int(higher(m, m>>16)&0xFFFF) - bias*s.n
}

// higher gives lane by lane the higher of two, which have their highest bits
// free.
func higher(a, b uint64) uint64 {
	const high = 0x8000800080008000
	first := ((a | high) - b) & high // where that of a is no lower
	first -= first >> 15             // all bits but the free ones
	return a&first | b&^first
}

// into sets scores to the sums.
func (s *sums) into(scores *lattice.Scores) {
	scores[label.O] = 0
	offset := int32(bias * s.n)
	for k := range perRow {
		even, odd := s.even[k], s.odd[k]
		eight := scores[1+8*k:][:8]
		for i := 0; i < 8; i += 2 {
			eight[i], eight[i+1] = int32(even&0xFFFF)-offset, int32(odd&0xFFFF)-offset
			even >>= 16
			odd >>= 16
		}
	}
}

// sum adds the weights of features. It overwrites the keys.
func (t *table) sum(s *sums, keys []uint64) {
	t.find(keys)
	none := &t.rows[len(t.rows)-1]
	for ; len(keys) >= atOnce; keys = keys[atOnce:] {
		s.add(&t.rows[keys[0]], &t.rows[keys[1]], &t.rows[keys[2]], &t.rows[keys[3]])
	}
	if len(keys) == 0 {
		return
	}
	last := [atOnce]*row{none, none, none, none}
	for i, at := range keys {
		last[i] = &t.rows[at]
	}
	s.add(last[0], last[1], last[2], last[3])
}
