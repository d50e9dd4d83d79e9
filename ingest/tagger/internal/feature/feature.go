// Package feature turns a sentence into the features of its characters, each a
// hash of 40 bits. Training and tagging share it, so that both see the same. It
// works on folded characters (half-width, lower-case, simplified) and on what the
// segmenter, the lexicon and the word clusters know.
package feature

import (
	"unicode/utf8"

	"zhiku/zh/segment"
)

// Group is a set of groups of features, for ablation.
type Group uint16

// The groups.
const (
	Chars Group = 1 << iota
	Words
	WordClusters
	Lexicon
	Suffixes
	Persons
	Cues
	Brackets
	All Group = 1<<iota - 1
)

// Names gives the groups by name, in order.
var Names = []string{"characters", "words", "clusters", "lexicon", "suffixes", "persons", "cues", "brackets"}

// Extractor makes features. It is immutable and safe for concurrent use.
type Extractor struct {
	Groups   Group
	chars    *[0x10000]char
	trie     *trie
	clusters *Clusters
}

// New makes an Extractor over the project's lexicon.
func New(groups Group, clusters *Clusters) *Extractor {
	return &Extractor{groups, characters(), newTrie(), clusters}
}

// pad is how many characters and words stand before the first and after the
// last, so that no feature asks for the bounds.
const pad = 3

// Sentence is a sentence made ready, and scratch space for the next one.
type Sentence struct {
	Offsets []int // bytes of each character, and the end
	chars   []char
	word    []int32 // of each character, its word
	part    []uint8 // of each character, where in its word it stands: B I E S
	words   []word
	match   [classes][]match // of each character, the longest word of the lexicon it stands in
	begins  []uint16         // of each character, the classes of those words that begin with it
	ends    []uint16         // … that end with it
	ahead   []ahead
	hash    []uint16
}

// word is a word of the sentence.
type word struct {
	key        uint32
	tag        uint8
	length     uint8
	class      [Levels]uint16
	start, end int32 // characters
}

// match is a word of the lexicon over a character.
type match struct {
	begin, length uint8 // characters before this one in the word, and in all
	whole         bool  // begins and ends where words do
}

// ahead tells which suffixes follow a character in its clause.
type ahead struct {
	company, organization, event, project reach
	title                                 reach
	bracket                               uint8 // the bracket the character stands in
	since                                 uint8 // characters since it opened
}

// reach is how far the end of a suffix is.
type reach struct {
	far     uint8 // bucket of the distance; 0 none
	crosses bool  // a function word stands between
	kind    uint8 // of the suffix
}

// Len is the number of characters.
func (s *Sentence) Len() int { return len(s.Offsets) - 1 }

// Divides tells whether character i joins a name that a legal ending has just
// closed to something else: 与 in 甲有限公司与乙有限公司.
func (s *Sentence) Divides(i int) bool {
	switch s.chars[pad+i].fold {
	case '与', '和', '及', '同', '跟', '、':
		return s.endsBefore(i)>>legalSuffix&1 == 1
	}
	return false
}

// Read makes a text ready, whose words are given in order.
func (x *Extractor) Read(s *Sentence, text string, words []segment.Word) {
	s.Offsets = s.Offsets[:0]
	s.chars = append(s.chars[:0], make([]char, pad)...)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r > 0xFFFF {
			r = utf8.RuneError
		}
		s.Offsets = append(s.Offsets, i)
		s.chars = append(s.chars, x.chars[r])
		i += n
	}
	s.Offsets = append(s.Offsets, len(text))
	s.chars = append(s.chars, make([]char, pad)...)
	x.readWords(s, words)
	x.readLexicon(s)
	x.lookAhead(s)
}

// readWords lays words over the characters. Characters no word covers, and words
// that begin or end within a character, become words of one character.
func (x *Extractor) readWords(s *Sentence, words []segment.Word) {
	n := s.Len()
	s.word, s.part = resize(s.word, n), resize(s.part, n)
	s.words = append(s.words[:0], word{}, word{}, word{})
	for i, k := 0, 0; i < n; {
		for k < len(words) && words[k].Start < s.Offsets[i] {
			k++
		}
		end, tag := i+1, ""
		if k < len(words) && words[k].Start == s.Offsets[i] {
			tag = words[k].Tag
			for end < n && s.Offsets[end] < words[k].End {
				end++
			}
			if s.Offsets[end] != words[k].End {
				end = i + 1
			}
		}
		x.addWord(s, i, end, tag)
		i = end
	}
	for range pad {
		s.words = append(s.words, word{start: int32(n), end: int32(n)})
	}
}

func (x *Extractor) addWord(s *Sentence, from, to int, tag string) {
	s.hash = s.hash[:0]
	digits := true
	for i := from; i < to; i++ {
		c := &s.chars[pad+i]
		digits = digits && c.numeric()
		s.hash = append(s.hash, c.fold)
		s.word[i] = int32(len(s.words))
		s.part[i] = part(i, from, to)
	}
	if digits {
		s.hash = append(s.hash[:0], '0')
	}
	key := hashWord(s.hash)
	s.words = append(s.words, word{
		key: key, tag: tagNumber(tag), length: uint8(min(to-from, 6)),
		class: x.clusters.Find(key), start: int32(from), end: int32(to),
	})
}

// part is 0 to 3: begin, inner, end, single.
func part(i, from, to int) uint8 {
	switch {
	case to == from+1:
		return 3
	case i == from:
		return 0
	case i == to-1:
		return 2
	}
	return 1
}

// tagNumber packs the first two letters of a part of speech.
func tagNumber(tag string) uint8 {
	n := uint8(0)
	if len(tag) > 0 {
		n = tag[0] & 31
	}
	if len(tag) > 1 && tag[0] == 'n' {
		n |= tag[1] & 7 << 5
	}
	return n
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// readLexicon notes for each character and class the longest word over it.
func (x *Extractor) readLexicon(s *Sentence) {
	n := s.Len()
	for c := range s.match {
		s.match[c] = resize(s.match[c], n)
		clear(s.match[c])
	}
	seen := uint16(0) // classes with a word in this sentence
	for i := range n {
		pair, alone := x.trie.begins(s.chars[pad+i].fold, s.chars[pad+i+1].fold)
		if !pair && !alone {
			continue
		}
		h := uint64(root)
		for k := i; k < n && k < i+40; k++ {
			h = extend(h, s.chars[pad+k].fold)
			slot := x.trie.at(h)
			if slot.key == 0 {
				break
			}
			seen |= slot.word
			for c, bits := 0, slot.word; bits != 0; c, bits = c+1, bits>>1 {
				if bits&1 != 0 {
					s.cover(s.match[c], i, k+1)
				}
			}
		}
	}
	s.noteEnds(seen)
}

// cover notes a word over its characters, where no longer one stands.
func (s *Sentence) cover(over []match, from, to int) {
	whole := s.part[from]%3 == 0 && s.part[to-1] >= 2
	for i := from; i < to; i++ {
		if int(over[i].length) < to-from {
			over[i] = match{uint8(i - from), uint8(to - from), whole}
		}
	}
}

// noteEnds notes where the words of some classes begin and end.
func (s *Sentence) noteEnds(seen uint16) {
	s.begins, s.ends = resize(s.begins, s.Len()), resize(s.ends, s.Len())
	clear(s.begins)
	clear(s.ends)
	for c := range s.match {
		if seen>>c&1 == 0 {
			continue
		}
		for i, m := range s.match[c] {
			if m.length == 0 {
				continue
			}
			if m.begin == 0 {
				s.begins[i] |= 1 << c
			}
			if m.begin == m.length-1 {
				s.ends[i] |= 1 << c
			}
		}
	}
}

// endings are what lookAhead looks for, in its order.
var endings = [5]int{companySuffix, organizationSuffix, eventSuffix, projectSuffix, title}

const lookedFor = 1<<companySuffix | 1<<organizationSuffix | 1<<eventSuffix | 1<<projectSuffix | 1<<title

// lookAhead goes from the last character to the first and notes which suffixes
// follow, and from the first to the last for brackets.
func (x *Extractor) lookAhead(s *Sentence) {
	n := s.Len()
	s.ahead = resize(s.ahead, n)
	clear(s.ahead)
	var seen [5]struct {
		end     int
		kind    uint8
		crosses bool
	}
	any := false // whether something is seen
	for i := n - 1; i >= 0; i-- {
		c := &s.chars[pad+i]
		if c.kind == typeStop || c.kind == typeOpen || c.kind == typeClose {
			clear(seen[:])
			any = false
			continue
		}
		if function(s.words[s.word[i]].tag) {
			for k := range seen {
				seen[k].crosses = true
			}
		}
		if s.ends[i]&lookedFor != 0 {
			any = true
			for k, class := range endings {
				if s.ends[i]>>class&1 != 0 {
					seen[k].end, seen[k].crosses = i+1, false
					seen[k].kind = min(s.match[class][i].length, 3)
					if s.match[legalSuffix][i].length > 0 {
						seen[k].kind = 4
					}
				}
			}
		}
		if !any {
			continue
		}
		a := &s.ahead[i]
		for k, r := range [5]*reach{&a.company, &a.organization, &a.event, &a.project, &a.title} {
			if seen[k].end > 0 {
				*r = reach{distance(seen[k].end - i), seen[k].crosses, seen[k].kind}
			}
		}
	}
	s.brackets()
}

// function tells whether a part of speech seldom stands inside a name.
func function(tag uint8) bool {
	switch tag {
	case 'u' & 31, 'p' & 31, 'c' & 31, 'd' & 31, 'r' & 31, 'v' & 31:
		return true
	}
	return false
}

// distance puts a number of characters into a bucket.
func distance(n int) uint8 {
	switch {
	case n <= 6:
		return uint8(n)
	case n <= 8:
		return 7
	case n <= 11:
		return 8
	case n <= 15:
		return 9
	case n <= 24:
		return 10
	}
	return 11
}

// brackets notes the innermost open bracket; one left open counts for forty
// characters.
func (s *Sentence) brackets() {
	open, since := uint8(0), 0
	for i := range s.ahead {
		c := &s.chars[pad+i]
		switch c.kind {
		case typeOpen:
			open, since = bracketKind(c.fold), 0
			continue
		case typeClose:
			open = 0
		}
		if since++; since > 40 {
			open = 0
		}
		s.ahead[i].bracket = open
		if open != 0 {
			s.ahead[i].since = uint8(min(since, 5))
		}
	}
}

func bracketKind(c uint16) uint8 {
	switch c {
	case '(':
		return 1
	case '《', '〈', '『':
		return 2
	}
	return 3
}
