package label

import (
	"slices"
	"testing"
)

func TestEncodeDecode(t *testing.T) {
	for _, c := range []struct {
		name  string
		n     int
		spans []Span
	}{
		{"no name", 3, nil},
		{"one character", 3, []Span{{1, 2, 0}}},
		{"two characters have no inner one", 3, []Span{{0, 2, 7}}},
		{"names side by side, of one kind and of two", 9, []Span{{0, 2, 3}, {2, 5, 3}, {5, 6, 1}, {6, 9, 2}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			labels := Encode(nil, c.n, c.spans)
			for i := 1; i < c.n; i++ {
				if !Follows(labels[i-1], labels[i]) {
					t.Errorf("%v: %d after %d", labels, labels[i], labels[i-1])
				}
			}
			if got := Decode(nil, labels); len(labels) != c.n || !slices.Equal(got, c.spans) {
				t.Errorf("%v became %v and %v", c.spans, labels, got)
			}
		})
	}
}

func TestFollows(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b Label
		want bool
	}{
		{"a name goes on in its kind", Of(2, B), Of(2, I), true},
		{"not in another", Of(2, B), Of(3, I), false},
		{"a name begun must end", Of(2, I), O, false},
		{"no name begins inside", O, Of(1, E), false},
		{"nor goes on after its end", Of(1, E), Of(1, I), false},
		{"names may touch", Of(1, S), Of(1, B), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Follows(c.a, c.b); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
