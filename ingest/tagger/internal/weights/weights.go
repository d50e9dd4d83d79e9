// Package weights holds the form in which a trained tagger is kept: training
// writes it, the tagger reads it.
package weights

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/ingest/tagger/internal/label"
)

// Knots are the posteriors at which a curve says a confidence; between them it is
// straight. They lie close where most posteriors do, near one.
var Knots = [...]float64{0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96, 0.99, 0.998, 1}

// Weights are a trained tagger's. All but Confidence are in units of 1/Scale.
type Weights struct {
	Groups     feature.Group
	Scale      float32
	Transition [label.States][label.States]int16 // from the state after a character to the next
	Confidence [label.Kinds]Curve
	Features   []Feature // by Key, rising
}

// Curve turns a posterior into a confidence: in units of 1/Units, at each of the
// Knots.
type Curve [len(Knots)]uint16

// Units of a Curve make one.
const Units = 10000

// Between gives the knot at or before a posterior and how far it lies on the way
// to the next.
func Between(p float64) (knot int, way float64) {
	p = min(max(p, 0), 1)
	for knot < len(Knots)-2 && Knots[knot+1] <= p {
		knot++
	}
	return knot, (p - Knots[knot]) / (Knots[knot+1] - Knots[knot])
}

// Read reads a posterior off a curve.
func Read(c *Curve, p float64) float64 {
	i, way := Between(p)
	low, high := float64(c[i]), float64(c[i+1])
	return (low + (high-low)*way) / Units
}

// Feature is a feature's weights by label.
type Feature struct {
	Key    uint64
	Labels []uint8
	Values []int8
}

const magic = "zktag1"

// Encode writes weights: the head; of each feature the step from the key before
// (uvarint); of each how many labels (1 byte); their labels; their values.
func Encode(w *Weights) []byte {
	out := append([]byte(magic), byte(w.Groups), byte(w.Groups>>8))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w.Scale))
	for _, row := range w.Transition {
		for _, v := range row {
			out = binary.LittleEndian.AppendUint16(out, uint16(v))
		}
	}
	for _, row := range w.Confidence {
		for _, v := range row {
			out = binary.LittleEndian.AppendUint16(out, v)
		}
	}
	out = binary.AppendUvarint(out, uint64(len(w.Features)))
	before := uint64(0)
	for _, f := range w.Features {
		out = binary.AppendUvarint(out, f.Key-before)
		before = f.Key
	}
	for _, f := range w.Features {
		out = append(out, byte(len(f.Labels)))
	}
	for _, f := range w.Features {
		out = append(out, f.Labels...)
	}
	for _, f := range w.Features {
		for _, v := range f.Values {
			out = append(out, byte(v))
		}
	}
	return out
}

var errShort = errors.New("weights end early")

// Decode reads what Encode wrote.
func Decode(data []byte) (*Weights, error) {
	const head = len(magic) + 2 + 4 + 2*label.States*label.States + 2*label.Kinds*len(Knots)
	if len(data) < head || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("weights do not begin with %q", magic)
	}
	w := new(Weights)
	data = w.head(data[len(magic):])
	n, k := binary.Uvarint(data)
	if k <= 0 || n > uint64(len(data)) {
		return nil, errShort
	}
	w.Features, data = make([]Feature, n), data[k:]
	key := uint64(0)
	for i := range w.Features {
		step, k := binary.Uvarint(data)
		if k <= 0 {
			return nil, errShort
		}
		key, data = key+step, data[k:]
		if step == 0 && i > 0 || step >= 1<<feature.Bits || key >= 1<<feature.Bits {
			return nil, errors.New("keys of weights do not rise")
		}
		w.Features[i].Key = key
	}
	return w, w.values(data)
}

// head reads what has a fixed length.
func (w *Weights) head(data []byte) []byte {
	w.Groups = feature.Group(binary.LittleEndian.Uint16(data))
	w.Scale = math.Float32frombits(binary.LittleEndian.Uint32(data[2:]))
	data = data[6:]
	for i := range w.Transition {
		for k := range w.Transition[i] {
			w.Transition[i][k] = int16(binary.LittleEndian.Uint16(data))
			data = data[2:]
		}
	}
	for i := range w.Confidence {
		for k := range w.Confidence[i] {
			w.Confidence[i][k] = binary.LittleEndian.Uint16(data)
			data = data[2:]
		}
	}
	return data
}

// values reads labels and values of the features.
func (w *Weights) values(data []byte) error {
	if len(data) < len(w.Features) {
		return errShort
	}
	counts, data := data[:len(w.Features)], data[len(w.Features):]
	total := 0
	for _, n := range counts {
		total += int(n)
	}
	if len(data) != 2*total {
		return errShort
	}
	values := make([]int8, total)
	for i, v := range data[total:] {
		values[i] = int8(v)
	}
	at := 0
	for i, n := range counts {
		w.Features[i].Labels, w.Features[i].Values = data[at:at+int(n)], values[at:at+int(n)]
		at += int(n)
	}
	for _, l := range data[:total] {
		if l >= label.Count {
			return fmt.Errorf("weights name label %d", l)
		}
	}
	return nil
}
