package segment

import (
	"sync"
	"unicode/utf8"

	"zhiku/zh/fold"
)

const (
	longestWord = 16  // characters of the dictionary's longest word
	longestRun  = 256 // characters cut at once: keeps memory and time linear
)

// cutter holds one text while it is cut, and scratch space for its runs.
type cutter struct {
	*Segmenter
	text  string
	words []Word
	// of the current run of Chinese characters:
	chars   []rune // simplified
	offsets []int  // of each character in text, and the end
	best    []step
	paths   []path
	ends    []int
}

// step is the best way on from a character.
type step struct {
	weight float32
	next   int    // the character after the word that begins here
	word   uint32 // number of a dictionary word, plus one; 0 for none
}

// cutters are kept for their scratch space.
var cutters = sync.Pool{New: func() any { return new(cutter) }}

func (c *cutter) emit(start, end int, tag string, known bool) {
	c.words = append(c.words, Word{Start: start, End: end, Tag: tag, Known: known})
}

// latinRun cuts one number or Latin word: 12.5%, １００, GWh, 5G.
func (c *cutter) latinRun(start int) int {
	i, before, numeric := start, other, true
	for i < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		class := classify(r, n)
		if class != digit && class != letter && !(before == digit && c.insideNumber(r, i+n)) {
			break
		}
		numeric = numeric && class != letter
		before = class
		i += n
	}
	if !numeric {
		c.emit(start, i, "eng", false)
		return i
	}
	if r, n := utf8.DecodeRuneInString(c.text[i:]); r == '%' || r == '％' || r == '‰' {
		i += n
	}
	c.emit(start, i, "m", false)
	return i
}

// insideNumber tells whether a mark after a digit is a point or comma with
// another digit behind it.
func (c *cutter) insideNumber(mark rune, after int) bool {
	if mark != '.' && mark != ',' && mark != '．' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(c.text[after:])
	return isDigit(next)
}

// hanRun cuts a run of Chinese characters, or its first longestRun.
func (c *cutter) hanRun(start int) int {
	c.offsets = c.offsets[:0]
	i := start
	for i < len(c.text) && len(c.offsets) < longestRun {
		r, n := utf8.DecodeRuneInString(c.text[i:])
		if classify(r, n) != han {
			break
		}
		c.offsets = append(c.offsets, i)
		i += n
	}
	c.offsets = append(c.offsets, i)
	// The dictionary has few traditional words; the offsets stay the text's.
	c.chars = fold.AppendSimplified(c.chars[:0], c.text[start:i])
	c.route()
	c.follow()
	return i
}

// route finds the best way from every character to the end, from the back.
func (c *cutter) route() {
	n := len(c.chars)
	if cap(c.best) <= n {
		c.best = make([]step, n+1, longestRun+1)
	}
	c.best = c.best[:n+1]
	c.best[n] = step{}
	for i := n - 1; i >= 0; i-- {
		c.best[i] = step{weight: c.dict.floor + c.best[i+1].weight, next: i + 1}
		if char := c.chars[i]; char <= 0xFFFF && c.dict.single[char] > 0 {
			k := c.dict.single[char] - 1
			c.best[i] = step{weight: c.dict.weight[k] + c.best[i+1].weight, next: i + 1, word: k + 1}
		}
		c.longer(i)
	}
}

// longer tries the words of two and more characters that begin at i.
func (c *cutter) longer(i int) {
	if i+1 >= len(c.chars) {
		return
	}
	p := c.dict.startingWith(c.chars[i], c.chars[i+1])
	if p == nil {
		return
	}
	r := wordRange{p.lo, p.lo + uint32(p.n)}
	if p.word {
		c.consider(i, i+2, r.lo, p.weight)
		r.lo++
	}
	if i+2 >= len(c.chars) || r.lo == r.hi || !c.dict.goesOn(p.key, c.chars[i+2]) {
		return
	}
	depth := utf8.RuneLen(c.chars[i]) + utf8.RuneLen(c.chars[i+1])
	for j := i + 2; j < len(c.chars) && j-i < longestWord && r.lo < r.hi; j++ {
		char, size := pack(c.chars[j])
		r = c.dict.narrow(r, depth, char, size)
		depth += size
		if r.lo < r.hi && len(c.dict.word(r.lo)) == depth { // the shortest of the range comes first
			c.consider(i, j+1, r.lo, c.dict.weight[r.lo])
			r.lo++
		}
	}
}

// consider takes a word for the way on from i if it is the most probable yet.
func (c *cutter) consider(i, j int, word uint32, weight float32) {
	if w := weight + c.best[j].weight; w > c.best[i].weight || c.best[i].word == 0 {
		c.best[i] = step{weight: w, next: j, word: word + 1}
	}
}

// follow emits the words of the best way; runs of single characters go through
// the model.
func (c *cutter) follow() {
	singles := 0 // where the current run of single characters began
	for i := 0; i < len(c.chars); {
		b := c.best[i]
		if b.next > i+1 {
			c.guess(singles, i)
			c.emit(c.offsets[i], c.offsets[b.next], c.dict.tag(b.word-1), true)
			singles = b.next
		}
		i = b.next
	}
	c.guess(singles, len(c.chars))
}

// guess cuts the single characters from i to j by the model.
func (c *cutter) guess(i, j int) {
	switch j - i {
	case 0:
		return
	case 1:
		c.emitGuess(i, j)
		return
	}
	c.paths, c.ends = c.hmm.cut(c.chars[i:j], c.paths, c.ends[:0])
	from := i
	for _, e := range c.ends {
		c.emitGuess(from, i+e)
		from = i + e
	}
}

func (c *cutter) emitGuess(i, j int) {
	if k, ok := c.dict.find(c.chars[i:j]); ok {
		c.emit(c.offsets[i], c.offsets[j], c.dict.tag(k), true)
		return
	}
	c.emit(c.offsets[i], c.offsets[j], "x", false)
}
