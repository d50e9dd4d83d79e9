package segment

import "unicode/utf8"

// Words calls visit for every word of the dictionary, in the order of its
// bytes, with its frequency there: for tables that are made of all of them.
func (s *Segmenter) Words(visit func(word string, freq int)) {
	for i, freq := range s.dict.freq {
		visit(s.dict.word(uint32(i)), int(freq))
	}
}

// Characters sums up, for every character of the dictionary's words, how often
// it runs in text.
func (s *Segmenter) Characters() map[rune]int {
	sums := map[rune]int{}
	s.Words(func(word string, freq int) {
		for i := 0; i < len(word); {
			r, n := utf8.DecodeRuneInString(word[i:])
			sums[r] += freq
			i += n
		}
	})
	return sums
}
