package names

import (
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/zh/segment"
)

// characters knows which ones begin a Chinese name and which follow.
type characters struct {
	surname map[string]bool // one or two characters
	heads   charset         // what surnames begin with
	single  charset         // surnames of one character
	weak    map[string]bool // surnames that more often are words
	given   map[rune]float64
}

var nameCharacters = sync.OnceValue(func() *characters {
	c := &characters{surname: map[string]bool{}, weak: map[string]bool{}, given: map[rune]float64{}}
	for _, w := range lexicon.Words("surnames") {
		c.surname[w] = true
		r, n := utf8.DecodeRuneInString(w)
		c.heads.add(r)
		if n == len(w) {
			c.single.add(r)
		}
	}
	for _, w := range lexicon.Words("surnames_weak") {
		c.weak[w] = true
	}
	for rank, w := range lexicon.Words("given_chars") {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case rank < 300:
			c.given[r] = 1
		case rank < 800:
			c.given[r] = 0.7
		default:
			c.given[r] = 0.3
		}
	}
	return c
})

// never stands in a given name.
const neverGiven = "的了在是和与说等对从有为不也都就还将把被让使给到于及或而且但这那其该各每我你他她它们个些么吗呢吧啊着过地得很最更只又再已曾会能可要应须因所以之者第某称据向由自并即则表示认介绍指出告诉谈讲问答"

var neverGivenChars = newCharset(neverGiven)

const (
	unusualGiven = -0.8 // for a character that given names hardly have
	threeBonus   = 0.9  // five in six given names have two characters
	weakSurname  = -1.2
	goodFollow   = 1.2 // what comes behind can follow a name
	badFollow    = -1.5
	wordPenalty  = -3 // the whole is a common word: 高度, 方面, 金融
	knownName    = 1.5
	cutsUnknown  = -0.3 // the cutter thinks that an unknown word goes on
	sharedEnd    = -1.8 // the last character begins a word that follows
)

// person is a stretch that may be a Chinese name, and how much it looks like one.
type person struct {
	end   int
	score float64
}

// nameAt gives the most likely Chinese name that begins at off.
func (a *article) nameAt(off int) (person, bool) { return a.nameLike(off, -10) }

// nameLike is nameAt for who asks only for a name with some score or a better
// one: what has less may be left unfound.
func (a *article) nameLike(off int, enough float64) (person, bool) {
	best := person{score: -10}
	c := nameCharacters()
	if !c.heads.has(a.runeAt(off)) {
		return best, false
	}
	for _, n := range []int{1, 2} {
		surname, ok := take(a.s[off:], n)
		if !ok || !c.surname[surname] {
			continue
		}
		base := 0.0
		if c.weak[surname] {
			base = weakSurname
		}
		for given := 1; given <= 2; given++ {
			if p, ok := a.tryName(off, surname, given, base, max(enough, best.score)); ok && p.score > best.score {
				best = p
			}
		}
	}
	return best, best.score > -10
}

func take(s string, n int) (string, bool) {
	i := 0
	for range n {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || r < 0x3400 || r > 0x9fff {
			return "", false
		}
		i += size
	}
	return s[:i], true
}

// tryName scores a name, or gives none that has less than enough.
func (a *article) tryName(off int, surname string, given int, base, enough float64) (person, bool) {
	rest, ok := take(a.s[off+len(surname):], given)
	if !ok || neverGivenChars.hasAny(rest) {
		return person{}, false
	}
	end := off + len(surname) + len(rest)
	score := base
	for _, r := range rest {
		if g, ok := nameCharacters().given[r]; ok {
			score += g / float64(given)
		} else {
			score += unusualGiven / float64(given)
		}
	}
	if given == 2 || len(surname) > 3 {
		score += threeBonus
	}
	word := a.wordScore(off, end)
	if score+word+goodFollow < enough-1e-9 { // what stands behind costs most to find out
		return person{}, false
	}
	score += word + a.followScore(end)
	switch {
	case given == 2 && (a.beginsWord(end) || a.cutsWord(end)):
		score += sharedEnd // 谢丹|建言, 任勇|日前
	case !a.boundary(end):
		score += cutsUnknown
	}
	return person{end, score}, true
}

// wordScore judges by the dictionary: names that it knows, words that are none.
func (a *article) wordScore(off, end int) float64 {
	tag, freq, ok := segment.Default().Lookup(a.s[off:end])
	switch {
	case ok && strings.HasPrefix(tag, "nr"):
		return knownName
	case ok && (freq > 5 || runes(a.s[off:end]) > 2):
		return wordPenalty
	}
	return 0
}

// followers are what stands behind a name and is no verb the dictionary knows.
const followers = "，。、；：！？“”‘’（）()《》【】 \t\r\n·…—\"「」『』,.:;!?/|丨"

var followerChars = newCharset(followers)

func (a *article) followScore(end int) float64 {
	r := a.runeAt(end)
	if r == 0 || followerChars.has(r) {
		return goodFollow
	}
	word, tag := a.wordFrom(end)
	if words().speech.Has(word) || words().title.Prefix(a.ahead(end, 30)) > 0 {
		return goodFollow
	}
	switch tag[0] {
	case 'p', 'c', 'u', 'd', 'r', 't', 'w', 'm', 'f', 'y':
		return goodFollow
	case 'v':
		return goodFollow / 2
	case 'n', 'a', 'b', 'i', 'l', 's':
		if runes(word) >= 2 {
			return goodFollow / 4
		}
	}
	return badFollow
}

// wordFrom gives the word that begins at off, also where the article's words run
// over it.
func (a *article) wordFrom(off int) (word, tag string) {
	if i := a.wordAt(off); a.words[i].Start == off {
		return a.word(i), a.words[i].Tag
	}
	a.room.scratch = segment.Default().Cut(a.ahead(off, 24), a.room.scratch[:0])
	w := a.room.scratch[0]
	return a.s[off+w.Start : off+w.End], w.Tag
}

// cutsWord tells whether off lies inside a word that the dictionary knows, no
// name.
func (a *article) cutsWord(off int) bool {
	i := a.wordAt(off)
	return i < len(a.words) && a.words[i].Start < off && a.words[i].Known && !strings.HasPrefix(a.words[i].Tag, "nr")
}

// isVerbal tells whether a word is a known one that can stand behind a name:
// 发现, 日前, 表示, but no noun and no name.
func (a *article) isVerbal(word string) bool {
	tag, freq, ok := segment.Default().Lookup(word)
	if !ok || freq < 20 {
		return false
	}
	switch tag[0] {
	case 'v', 't', 'd', 'p', 'c', 'r', 'f', 'a':
		return true
	}
	return words().speech.Has(word)
}

// cutAt moves an offset back to the beginning of a character.
func cutAt(s string, off int) int {
	if off >= len(s) {
		return len(s)
	}
	for off > 0 && !utf8.RuneStart(s[off]) {
		off--
	}
	return off
}
