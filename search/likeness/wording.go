package likeness

import (
	"unicode"
	"unicode/utf8"
)

// wording is a text in its normal form. Equal ids are equal words.
type wording struct {
	original string
	runes    int     // code points of original
	ids      []rune  // the words; see interner
	words    []place // where each stands in original
	left     []int   // the words before which an ellipsis stands, in order
}

// place is where a word stands.
type place struct {
	Span
	lead, runeLead int  // where the opening marks before it begin: “《
	fresh          bool // marks part it from the word before, so a clause may begin here
}

// stretch is a half-open row of words, by number.
type stretch struct{ from, to int }

func (s stretch) len() int { return s.to - s.from }

func (w *wording) all() stretch { return stretch{0, len(w.ids)} }

func (w *wording) whole() Span { return Span{0, len(w.original), 0, w.runes} }

// span is the text of some words, without the marks around them.
func (w *wording) span(s stretch) Span {
	if s.len() == 0 {
		return Span{}
	}
	first, last := w.words[s.from], w.words[s.to-1]
	return Span{first.Start, last.End, first.RuneStart, last.RuneEnd}
}

// text is span, but with the marks at the ends of the text where s reaches them.
func (w *wording) text(s stretch) Span {
	out := w.span(s)
	if s.from == 0 {
		out.Start, out.RuneStart = 0, 0
	}
	if s.to == len(w.ids) {
		out.End, out.RuneEnd = len(w.original), w.runes
	}
	return out
}

func (w *wording) spans(pieces []stretch) []Span {
	out := make([]Span, len(pieces))
	for i, p := range pieces {
		out[i] = w.span(p)
	}
	return out
}

// around is the text from the first piece to the last.
func (w *wording) around(pieces []stretch) Span {
	return w.span(stretch{pieces[0].from, pieces[len(pieces)-1].to})
}

// interner gives words numbers: a character is its own, a longer word gets one
// behind the last code point. Numbers of one interner can be compared.
type interner struct{ known map[string]rune }

func (in *interner) id(word []rune) rune {
	if len(word) == 1 {
		return word[0]
	}
	key := string(word)
	id, ok := in.known[key]
	if !ok {
		if in.known == nil {
			in.known = map[string]rune{}
		}
		id = unicode.MaxRune + 1 + rune(len(in.known))
		in.known[key] = id
	}
	return id
}

// wording brings a text into its normal form.
func (in *interner) wording(text string) *wording {
	w := &wording{original: text, runes: utf8.RuneCountInString(text)}
	var (
		word []rune // folded characters of the word being read
		at   place
		last char
	)
	flush := func() {
		if len(word) > 0 {
			w.ids = append(w.ids, in.id(word))
			w.words = append(w.words, at)
			word = word[:0]
		}
	}
	eachChar(text, func(c char) {
		if len(word) == 0 || !c.continues(last) {
			flush()
			at = place{c.Span, c.lead, c.runeLead, c.gap >= marks}
			if c.gap == ellipsis && len(w.ids) > 0 {
				w.left = append(w.left, len(w.ids))
			}
		}
		word = append(word, c.folded)
		at.End, at.RuneEnd = c.End, c.RuneEnd
		if c.class != joined {
			last = c
		}
	})
	flush()
	return w
}
