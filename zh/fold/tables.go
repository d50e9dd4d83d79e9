package fold

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/characters.txt
var characterData string

//go:embed data/phrases.txt
var phraseData string

// phrase is a run of characters that folds other than its characters do:
// 乾隆 stays 乾隆 though 乾 alone becomes 干. Both sides have as many characters.
type phrase struct{ from, to string }

// character is what the tables know of one character.
type character struct {
	simple rune // its simplified form, 0 for itself
	mark   int8 // +1 only traditional text has it, -1 only simplified text
	starts bool // a phrase begins with it
}

// tables are read once, on first use.
type tables struct {
	characters [0x10000]character // the basic plane
	rare       map[rune]rune      // simplified forms of the others, which stand in no phrase
	phrases    map[rune][]phrase  // by first character, longest first
}

var load = sync.OnceValue(read)

func read() *tables {
	t := &tables{rare: make(map[rune]rune, 1200), phrases: make(map[rune][]phrase, 256)}
	eachLine(characterData, t.addCharacter)
	eachLine(phraseData, func(line string) {
		from, to, _ := strings.Cut(line, "\t")
		t.add(phrase{from, to})
	})
	t.keepSimplified()
	t.markScripts()
	return t
}

func eachLine(data string, f func(string)) {
	for line := range strings.Lines(data) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			f(line)
		}
	}
}

// addCharacter reads "電电".
func (t *tables) addCharacter(line string) {
	from, n := utf8.DecodeRuneInString(line)
	to, _ := utf8.DecodeRuneInString(line[n:])
	if int(from) < len(t.characters) {
		t.characters[from].simple = to
	} else {
		t.rare[from] = to
	}
}

func (t *tables) add(p phrase) {
	first, _ := utf8.DecodeRuneInString(p.from)
	list := t.phrases[first]
	i := 0
	for i < len(list) && len(list[i].from) >= len(p.from) {
		i++
	}
	t.phrases[first] = append(list[:i], append([]phrase{p}, list[i:]...)...)
	t.characters[first].starts = true
}

// keepSimplified adds the simplified side of a phrase as a phrase of its own
// where its characters would be folded again: 蕭乾 and 萧乾 both become 萧乾.
func (t *tables) keepSimplified() {
	eachLine(phraseData, func(line string) {
		_, to, _ := strings.Cut(line, "\t")
		if convert(t, to, t.simplify) != to {
			t.add(phrase{to, to})
		}
	})
}

// simplify gives the simplified form of one character.
func (t *tables) simplify(r rune) rune {
	to := rune(0)
	if int(r) < len(t.characters) {
		to = t.characters[r].simple
	} else {
		to = t.rare[r]
	}
	if to == 0 {
		return r
	}
	return to
}

// sharedByBoth are simplified characters that traditional text uses as well,
// for another word: 后 (皇后), 里 (公里), 云 (人云亦云).
const sharedByBoth = "后里云干只台松谷几了面丑斗冬制板布千升余折朱于表出卷姜症才系征周向松致回沈范柜欲咸弦蔑曲借克恤准御累舍胡苏辟采钟郁吁愈叶涂杰家发党当个么"

// markScripts finds the characters that tell traditional text from simplified.
func (t *tables) markScripts() {
	for from := range t.characters {
		to := t.characters[from].simple
		if to == 0 {
			continue
		}
		t.characters[from].mark = 1
		if int(to) < len(t.characters) && t.characters[to].simple == 0 {
			t.characters[to].mark = -1
		}
	}
	for _, r := range sharedByBoth {
		t.characters[r].mark = 0
	}
	t.unmarkKept()
}

// unmarkKept takes the mark from characters that simplified text keeps in
// some words: 乾 in 乾隆.
func (t *tables) unmarkKept() {
	eachLine(phraseData, func(line string) {
		_, to, _ := strings.Cut(line, "\t")
		for _, r := range to {
			if int(r) < len(t.characters) && t.characters[r].simple != 0 {
				t.characters[r].mark = 0
			}
		}
	})
}

// phraseAt gives the longest phrase that s begins with; r is its first character.
func (t *tables) phraseAt(r rune, s string) (phrase, bool) {
	if int(r) >= len(t.characters) || !t.characters[r].starts {
		return phrase{}, false
	}
	for _, p := range t.phrases[r] {
		if strings.HasPrefix(s, p.from) {
			return p, true
		}
	}
	return phrase{}, false
}
