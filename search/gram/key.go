package gram

// Key is what a text must have to hold a stretch.
type Key struct {
	Terms  [][]byte // all of these terms, of which there may be none …
	Prefix []byte   // … or, of a single character, any term that begins so
	Exact  bool     // a text that has them holds the stretch; else it must be looked at
	Text   []byte   // the stretch as Encode writes it: what to look for
}

// mostTerms of a stretch are asked for. A longer one is found by as many of
// its places, evenly spread, and then looked up.
const mostTerms = 16

// KeyOf gives the key of a stretch in normal form, without line breaks and not
// empty.
func KeyOf(folded string) Key {
	k := Key{Text: Encode(folded)}
	w := walker{code: theCode(), words: theWords()}
	w.visit = func(term []byte) { k.Terms = append(k.Terms, append([]byte(nil), term...)) }
	places := 0
	for _, r := range folded {
		w.next(r)
		places++
	}
	// What follows the last character is not known: it may have a neighbour.
	if places == 1 && w.before != 0 {
		k.Prefix, k.Exact = k.Text, true
		return k
	}
	k.Exact = len(k.Terms) == 1 && (places == 1 || places == 2 && isWord(k.Terms[0]))
	k.Terms = spread(k.Terms)
	return k
}

func spread(terms [][]byte) [][]byte {
	if len(terms) <= mostTerms {
		return terms
	}
	out := make([][]byte, mostTerms)
	for i := range out {
		out[i] = terms[i*len(terms)/mostTerms]
	}
	return out
}
