// Package segment cuts Chinese text into words in jieba's way: the most
// probable path through the dictionary's words, and a hidden Markov model for
// the runs of characters that no word joins (Sun Junyi, jieba, MIT). Offsets
// are exact bytes of the text as it is; nothing is lower-cased or dropped.
//
// A Segmenter is immutable and safe for concurrent use.
package segment

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"zhiku/zh/fold"
)

// Word is one word of a text. The words of a text cover it without a gap.
type Word struct {
	Start, End int    // bytes, half-open
	Tag        string // jieba's part of speech; "m" a number, "eng" Latin, "w" a mark or blank, "x" unknown
	Known      bool   // stands in the dictionary
}

// Segmenter cuts texts.
type Segmenter struct {
	dict *dict
	hmm  *hmm
}

// Default gives the one Segmenter, loaded on first use.
var Default = sync.OnceValue(func() *Segmenter {
	return &Segmenter{dict: loadDict(), hmm: loadHMM()}
})

const (
	longestWord = 20  // characters; the longest in the dictionary has 16
	longestRun  = 256 // characters cut at once: keeps memory and time linear
)

// Cut appends the words of text to buf.
func (s *Segmenter) Cut(text string, buf []Word) []Word {
	c := cutter{Segmenter: s, text: text, words: buf}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch class := classify(r, n); class {
		case han:
			i = c.hanRun(i)
		case digit, letter:
			i = c.latinRun(i)
		default:
			c.emit(i, i+n, tagOf(class, r), false)
			i += n
		}
	}
	return c.words
}

// CutSearch appends the words of text and, after each word of three and more
// characters, the dictionary's words of two and three characters inside it.
func (s *Segmenter) CutSearch(text string, buf []Word) []Word {
	for _, w := range s.Cut(text, nil) {
		buf = append(buf, w)
		buf = s.inside(text, w, buf)
	}
	return buf
}

func (s *Segmenter) inside(text string, w Word, buf []Word) []Word {
	offsets := make([]int, 0, 8)
	for i := range text[w.Start:w.End] {
		offsets = append(offsets, w.Start+i)
	}
	offsets = append(offsets, w.End)
	chars := len(offsets) - 1
	for i := range chars {
		for n := 2; n <= 3 && n < chars && i+n <= chars; n++ {
			if tag, _, ok := s.Lookup(text[offsets[i]:offsets[i+n]]); ok {
				buf = append(buf, Word{Start: offsets[i], End: offsets[i+n], Tag: tag, Known: true})
			}
		}
	}
	return buf
}

// Lookup tells whether a word stands in the dictionary, with its part of speech
// and its frequency there.
func (s *Segmenter) Lookup(word string) (tag string, freq int, ok bool) {
	i, ok := s.dict.find(fold.Simplify(word))
	if !ok {
		return "", 0, false
	}
	return s.dict.names[s.dict.tags[i]], int(s.dict.freq[i]), true
}

// class of a character.
type class int

const (
	other class = iota
	han
	digit
	letter
)

func classify(r rune, n int) class {
	switch {
	case r == utf8.RuneError && n <= 1:
		return other
	case r >= 0x2E80 && unicode.Is(unicode.Han, r):
		return han
	case isDigit(r):
		return digit
	case unicode.IsLetter(r):
		return letter
	}
	return other
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

func tagOf(c class, r rune) string {
	if c == other && (unicode.IsPunct(r) || unicode.IsSpace(r) || unicode.IsSymbol(r)) {
		return "w"
	}
	return "x"
}

// cutter holds one text while it is cut.
type cutter struct {
	*Segmenter
	text  string
	words []Word
	// of the current run, reused:
	runes   []rune // simplified
	offsets []int  // of each character in text, and the end
	best    []step
	ends    []int
}

// step is the best way on from a character.
type step struct {
	weight float32
	next   int    // the character after the word that begins here
	word   uint32 // of a dictionary word, plus one; 0 for none
}

func (c *cutter) emit(start, end int, tag string, known bool) {
	c.words = append(c.words, Word{Start: start, End: end, Tag: tag, Known: known})
}

// latinRun cuts one number or Latin word: 12.5%, １００, GWh, 5G.
func (c *cutter) latinRun(start int) int {
	numeric := true
	i := start
	for i < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		switch classify(r, n) {
		case letter:
			numeric = false
		case digit:
		default:
			if !c.insideNumber(r, i+n) {
				goto done
			}
		}
		i += n
	}
done:
	if numeric {
		if r, n := utf8.DecodeRuneInString(c.text[i:]); r == '%' || r == '％' || r == '‰' {
			i += n
		}
		c.emit(start, i, "m", false)
	} else {
		c.emit(start, i, "eng", false)
	}
	return i
}

// insideNumber tells whether a point or comma stands between two digits.
func (c *cutter) insideNumber(r rune, after int) bool {
	if r != '.' && r != ',' && r != '．' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(c.text[after:])
	return isDigit(next)
}

// hanRun cuts a run of Chinese characters, or its first longestRun.
func (c *cutter) hanRun(start int) int {
	c.runes, c.offsets = c.runes[:0], c.offsets[:0]
	i := start
	for i < len(c.text) && len(c.runes) < longestRun {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if classify(r, n) != han {
			break
		}
		c.runes = append(c.runes, r)
		c.offsets = append(c.offsets, i)
		i += n
	}
	c.offsets = append(c.offsets, i)
	c.simplify(start, i)
	c.route()
	c.follow()
	return i
}

// simplify puts simplified characters in place of traditional ones, which the
// dictionary has few words of; the offsets stay those of the text.
func (c *cutter) simplify(start, end int) {
	k := 0
	for _, r := range fold.Simplify(c.text[start:end]) {
		c.runes[k] = r
		k++
	}
}

// route finds the best way from every character to the end, from the back.
func (c *cutter) route() {
	n := len(c.runes)
	if cap(c.best) <= n {
		c.best = make([]step, n+1, longestRun+1)
	}
	c.best = c.best[:n+1]
	c.best[n] = step{}
	var char [utf8.UTFMax]byte
	for i := n - 1; i >= 0; i-- {
		best := step{weight: c.dict.floor + c.best[i+1].weight, next: i + 1}
		r, ok := c.dict.first[c.runes[i]]
		depth := utf8.RuneLen(c.runes[i])
		for j := i + 1; ok; j++ {
			if len(c.dict.word(r.lo)) == depth { // the shortest of the range comes first
				if w := c.dict.weight[r.lo] + c.best[j].weight; w > best.weight || best.word == 0 {
					best = step{weight: w, next: j, word: r.lo + 1}
				}
			}
			if j == n || j-i == longestWord {
				break
			}
			size := utf8.EncodeRune(char[:], c.runes[j])
			r = c.dict.narrow(r, depth, string(char[:size]))
			depth += size
			ok = r.lo < r.hi
		}
		c.best[i] = best
	}
}

// follow emits the words of the best way; runs of single characters go through
// the model.
func (c *cutter) follow() {
	singles := -1 // where a run of single characters began
	for i := 0; i < len(c.runes); {
		b := c.best[i]
		if b.next == i+1 {
			if singles < 0 {
				singles = i
			}
		} else {
			c.guess(singles, i)
			singles = -1
			c.emit(c.offsets[i], c.offsets[b.next], c.dict.names[c.dict.tags[b.word-1]], true)
		}
		i = b.next
	}
	c.guess(singles, len(c.runes))
}

// guess cuts the single characters from i to j by the model.
func (c *cutter) guess(i, j int) {
	if i < 0 || i == j {
		return
	}
	c.ends = c.ends[:0]
	if j-i == 1 {
		c.ends = append(c.ends, 1)
	} else {
		c.ends = c.hmm.cut(c.runes[i:j], c.ends)
	}
	from := i
	for _, e := range c.ends {
		c.emitGuess(from, i+e)
		from = i + e
	}
}

func (c *cutter) emitGuess(i, j int) {
	if j-i == 1 && c.best[i].word > 0 {
		c.emit(c.offsets[i], c.offsets[j], c.dict.names[c.dict.tags[c.best[i].word-1]], true)
		return
	}
	if k, ok := c.dict.find(string(c.runes[i:j])); ok {
		c.emit(c.offsets[i], c.offsets[j], c.dict.names[c.dict.tags[k]], true)
		return
	}
	c.emit(c.offsets[i], c.offsets[j], "x", false)
}
