// Package label holds the labels of the character tagger: O for a character
// outside of names, and of each kind of name B (its first character), I (inner),
// E (last) and S (a name of one character). Training and decoding share them.
package label

// Kinds is the number of kinds of names.
const Kinds = 8

// Count is the number of labels.
const Count = 1 + 4*Kinds

// Label is O (0), or 1 + 4·kind + its part.
type Label uint8

// The parts of a name.
const (
	B = iota
	I
	E
	S
)

// O is the label of what is no name.
const O Label = 0

// Of gives the label of a part of a kind.
func Of(kind, part int) Label { return Label(1 + 4*kind + part) }

// Kind gives the kind of a label other than O.
func (l Label) Kind() int { return int(l-1) / 4 }

// Part gives the part of a label other than O.
func (l Label) Part() int { return int(l-1) % 4 }

// States is the number of states between two characters outside of a name:
// after O, and after a name of each kind.
const States = 1 + Kinds

// Boundary gives the state that O or a kind's E or S leads to, and that O or a
// kind's B or S is entered with: 0 for O, 1 + kind else.
func (l Label) Boundary() int {
	if l == O {
		return 0
	}
	return 1 + l.Kind()
}

// Span is a name: characters from Start to End, half-open.
type Span struct{ Start, End, Kind int }

// Encode writes the labels of sorted disjoint spans over n characters.
func Encode(dst []Label, n int, spans []Span) []Label {
	for range n {
		dst = append(dst, O)
	}
	out := dst[len(dst)-n:]
	for _, s := range spans {
		if s.End == s.Start+1 {
			out[s.Start] = Of(s.Kind, S)
			continue
		}
		for i := s.Start; i < s.End; i++ {
			out[i] = Of(s.Kind, I)
		}
		out[s.Start], out[s.End-1] = Of(s.Kind, B), Of(s.Kind, E)
	}
	return dst
}

// Decode appends the spans of a sequence of labels that Follows allows.
func Decode(dst []Span, labels []Label) []Span {
	start := 0
	for i, l := range labels {
		switch {
		case l == O:
		case l.Part() == B:
			start = i
		case l.Part() == E:
			dst = append(dst, Span{start, i + 1, l.Kind()})
		case l.Part() == S:
			dst = append(dst, Span{i, i + 1, l.Kind()})
		}
	}
	return dst
}

// Ends tells whether a name, or none, may end with l.
func (l Label) Ends() bool { return l == O || l.Part() == E || l.Part() == S }

// Begins tells whether a name, or none, may begin with l.
func (l Label) Begins() bool { return l == O || l.Part() == B || l.Part() == S }

// Follows tells whether b may stand after a.
func Follows(a, b Label) bool {
	if a.Ends() {
		return b.Begins()
	}
	return !b.Begins() && a.Kind() == b.Kind()
}
