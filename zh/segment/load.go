package segment

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// embedded is not compressed: unzipping it would double the time to load.
//
//go:embed data/jieba.bin
var embedded []byte

// Default gives the one Segmenter, loaded on first use.
var Default = sync.OnceValue(load)

func load() *Segmenter {
	r := &reader{embedded}
	return &Segmenter{dict: r.dict(), hmm: r.hmm()}
}

// reader takes the embedded data apart, from front to back.
type reader struct{ data []byte }

func (r *reader) take(n int) []byte {
	out := r.data[:n]
	r.data = r.data[n:]
	return out
}

func (r *reader) uvarint() int {
	v, n := binary.Uvarint(r.data)
	r.data = r.data[n:]
	return int(v)
}

func (r *reader) weights() (w [states]float32) {
	for i := range w {
		w[i] = math.Float32frombits(binary.LittleEndian.Uint32(r.take(4)))
	}
	return w
}

func (r *reader) dict() *dict {
	words := r.uvarint()
	d := &dict{names: make([]string, r.uvarint())}
	for i := range d.names {
		n := int(r.take(1)[0])
		d.names[i] = string(r.take(n))
	}
	d.tags = bytes.Clone(r.take(words))
	d.freq = make([]uint32, words)
	for i := range d.freq {
		d.freq[i] = uint32(r.uvarint())
	}
	r.words(d, words)
	d.weigh()
	d.index()
	return d
}

// words reads each word as the bytes it shares with the one before and the
// bytes that follow.
func (r *reader) words(d *dict, words int) {
	shared, rest := r.take(words), r.take(words)
	size := 0
	for i := range words {
		size += int(shared[i]) + int(rest[i])
	}
	arena := make([]byte, 0, size)
	d.starts = make([]uint32, 1, words+1)
	before := 0
	for i := range words {
		start := len(arena)
		arena = append(arena, arena[before:before+int(shared[i])]...)
		arena = append(arena, r.take(int(rest[i]))...)
		d.starts = append(d.starts, uint32(len(arena)))
		before = start
	}
	d.arena = string(arena)
}

func (r *reader) hmm() *hmm {
	h := &hmm{start: r.weights()}
	for i := range h.trans {
		h.trans[i] = r.weights()
	}
	n := r.uvarint()
	h.emit = append(make([][states]float32, 0, n+1), [states]float32{unseen, unseen, unseen, unseen})
	for range n {
		char := binary.LittleEndian.Uint16(r.take(2))
		h.number[char] = uint16(len(h.emit))
		h.emit = append(h.emit, r.weights())
	}
	return h
}
