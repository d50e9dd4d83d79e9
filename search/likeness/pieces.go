package likeness

// Bounds of an ellipsis: pieces of one word would fit anywhere, and what stands
// further apart than a long paragraph was not one utterance.
const (
	maxPieces = 20
	minPiece  = 2   // words, where there are several pieces
	maxLeft   = 300 // words left out between two pieces
)

// pieces cuts a text where it leaves words out; one piece where it does not.
func (w *wording) pieces() [][]rune {
	var out [][]rune
	from := 0
	for _, at := range w.left {
		out = append(out, w.ids[from:at])
		from = at
	}
	return append(out, w.ids[from:])
}

// piecesIn finds the pieces of w in t, in their order: the first place where they
// end, as close together as they stand there; nil when they do not.
func (w *wording) piecesIn(t *wording) []stretch {
	pieces := w.pieces()
	if len(pieces) > maxPieces {
		return nil
	}
	chain := make([][]link, len(pieces))
	for i, p := range pieces {
		if len(pieces) > 1 && len(p) < minPiece {
			return nil
		}
		chain[i] = starts(p, t.ids)
		if i > 0 {
			chain[i] = follow(chain[i-1], chain[i], len(pieces[i-1]))
		}
		if len(chain[i]) == 0 {
			return nil
		}
	}
	out := make([]stretch, len(pieces))
	for i, k := len(pieces)-1, 0; i >= 0; i-- {
		l := chain[i][k]
		out[i] = stretch{l.at, l.at + len(pieces[i])}
		k = l.before
	}
	return out
}

// link is a place where a piece starts, and which link of the piece before leads
// to it.
type link struct{ at, before int }

// follow keeps the places of a piece that a place of the piece before leads to,
// the closest one.
func follow(before, here []link, length int) []link {
	var out []link
	k := -1 // the last of before that ends in time
	for _, l := range here {
		for k+1 < len(before) && before[k+1].at+length <= l.at {
			k++
		}
		if k >= 0 && l.at-(before[k].at+length) <= maxLeft {
			out = append(out, link{l.at, k})
		}
	}
	return out
}

// starts finds every place where p stands in text, in linear time (Knuth, Morris
// and Pratt).
func starts(p, text []rune) []link {
	if len(p) == 0 || len(p) > len(text) {
		return nil
	}
	border := borders(p)
	var out []link
	n := 0 // words of p that match
	for i, id := range text {
		for n > 0 && (n == len(p) || p[n] != id) {
			n = border[n-1]
		}
		if p[n] == id {
			n++
		}
		if n == len(p) {
			out = append(out, link{at: i + 1 - n})
		}
	}
	return out
}

// borders gives, for each beginning of p, the length of the longest shorter
// beginning that it also ends with.
func borders(p []rune) []int {
	out := make([]int, len(p))
	n := 0
	for i := 1; i < len(p); i++ {
		for n > 0 && p[n] != p[i] {
			n = out[n-1]
		}
		if p[n] == p[i] {
			n++
		}
		out[i] = n
	}
	return out
}
