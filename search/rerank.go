package search

import (
	"bytes"
	"unicode/utf8"

	"zhiku/search/gram"
)

// Parts of the second round, beside BM25 over grams: words in full, words that
// stand close to each other, and what stands in a name counted again.
const (
	nameTimes   = 2.0 // a place in a name is worth so many in the text
	wordPart    = 0.5 // of the weight of its grams, for a word that stands in full
	closePart   = 0.6 // of the weight of the lighter of two neighbours, side by side
	closeSpread = 12  // characters apart at which half of it is left
)

// second gives the score of the second round, from what is stored of a
// document.
func (r *ranking) second(stored []byte) float64 {
	names, text, _ := bytes.Cut(stored, []byte(textMark))
	length := float64(utf8.RuneCount(text))
	score := 0.0
	for _, u := range r.units {
		n := placesOf(u.text, names, text)
		if n > 0 {
			score += u.weight * saturation(n, length)
		}
	}
	for _, t := range r.terms {
		if bytes.Contains(names, t.text) {
			score += boostNamed * r.weightOf(t)
		}
		for _, name := range t.names {
			n := placesOf(name.text, names, text)
			if n > 0 {
				score += r.weightOf(t) * saturation(n, length)
			}
		}
	}
	return score + r.inWords(names, text, length)
}

// placesOf counts where a stretch stands, in the names as in several places.
func placesOf(stretch, names, text []byte) float64 {
	return float64(bytes.Count(text, stretch)) + nameTimes*float64(bytes.Count(names, stretch))
}

// inWords is what the words of the query are worth that stand in a text in
// full, and that stand close to each other in the order they were asked in.
func (r *ranking) inWords(names, text []byte, length float64) float64 {
	score := 0.0
	var before rankedWord
	var places []int
	for _, w := range r.words() {
		n := placesOf(w.text, names, text)
		if n > 0 {
			score += wordPart * w.weight * saturation(n, length)
		}
		here := occurrences(text, w.text)
		if d, ok := nearest(places, len(before.text), here); ok {
			score += closePart * min(before.weight, w.weight) * closeSpread / (closeSpread + float64(d))
		}
		before, places = w, here
	}
	return score
}

// rankedWord is a word of the query with the weight of its grams.
type rankedWord struct {
	text   []byte
	weight float64
}

// words of all terms, in order, made once.
func (r *ranking) words() []rankedWord {
	if r.cut != nil {
		return r.cut
	}
	weights := map[string]float64{}
	for _, u := range r.units {
		weights[string(u.text)] = u.weight
	}
	r.cut = []rankedWord{}
	for _, t := range r.terms {
		for _, w := range contentWords(t.Text) {
			word := rankedWord{text: gram.Encode(w)}
			for _, u := range unitsOf(w) {
				word.weight += weights[string(u.text)]
			}
			if word.weight > 0 {
				r.cut = append(r.cut, word)
			}
		}
	}
	return r.cut
}

// mostPlaces of a word in a text are looked at.
const mostPlaces = 64

func occurrences(text, word []byte) []int {
	var places []int
	for at := 0; len(places) < mostPlaces; {
		i := bytes.Index(text[at:], word)
		if i < 0 {
			break
		}
		places = append(places, at+i)
		at += i + len(word)
	}
	return places
}

// nearest gives the fewest bytes between the end of a word and a later place;
// ok is false where it never stands after it.
func nearest(before []int, size int, here []int) (bytes int, ok bool) {
	bytes = -1
	for _, b := range before {
		for len(here) > 0 && here[0] < b+size {
			here = here[1:]
		}
		if len(here) == 0 {
			break
		}
		if d := here[0] - b - size; bytes < 0 || d < bytes {
			bytes = d
		}
	}
	return bytes, bytes >= 0
}
