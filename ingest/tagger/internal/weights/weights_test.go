package weights

import (
	"reflect"
	"testing"

	"zhiku/ingest/tagger/internal/label"
)

func sample() *Weights {
	w := &Weights{Groups: 5, Scale: 24, Features: []Feature{
		{Key: 3, Labels: []uint8{0}, Values: []int8{-127}},
		{Key: 1 << 39, Labels: []uint8{1, 32}, Values: []int8{127, -1}},
	}}
	w.Transition[1][2] = -300
	w.Confidence[7][10] = 99
	return w
}

func TestEncodeDecode(t *testing.T) {
	got, err := Decode(Encode(sample()))
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestDecodeRejects(t *testing.T) {
	data := Encode(sample())
	for n := range data {
		if _, err := Decode(data[:n]); err == nil {
			t.Errorf("%d of %d bytes were taken", n, len(data))
		}
	}
	for _, key := range []uint64{3, 1 << 40, 1 << 63} {
		bad := sample()
		bad.Features[1].Key = key
		if _, err := Decode(Encode(bad)); err == nil {
			t.Errorf("the key %d after 3 was taken", key)
		}
	}
	bad := sample()
	bad.Features[0].Labels[0] = label.Count
	if _, err := Decode(Encode(bad)); err == nil {
		t.Error("a label that is none was taken")
	}
}
