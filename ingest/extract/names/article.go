package names

import (
	"sort"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/zh/fold"
	"zhiku/zh/segment"
)

// article is a view with its words, as generators read it.
type article struct {
	view  *text.View
	s     string // the view's text, simplified where that keeps the bytes of a character
	words []segment.Word
	found []extract.Mention // resolved so far, sorted
	spans []tagger.Span     // what the tagger sees, sorted; none without a model
	model bool              // whether a model read the article
	stems map[string]bool   // what stands before 集团, 公司 …; made when asked for
	room  *room
}

// room is what articles leave behind for the next ones.
type room struct{ words, scratch []segment.Word }

var rooms = sync.Pool{New: func() any { return new(room) }}

// newArticle makes an article, which lasts until it is left.
func newArticle(v *text.View) *article {
	r := rooms.Get().(*room)
	a := &article{view: v, s: fold.Aligned(v.Text), room: r}
	r.words = segment.Default().Cut(a.s, r.words[:0])
	a.words = r.words
	return a
}

// leave gives the room of an article back.
func (a *article) leave() { rooms.Put(a.room) }

// wordAt gives the index of the word that holds offset off.
func (a *article) wordAt(off int) int {
	return sort.Search(len(a.words), func(i int) bool { return a.words[i].End > off })
}

// boundary tells whether a word begins or ends at off.
func (a *article) boundary(off int) bool {
	i := a.wordAt(off)
	return i == len(a.words) || a.words[i].Start == off
}

func (a *article) word(i int) string { return a.s[a.words[i].Start:a.words[i].End] }

// runeBefore and runeAt give the characters beside an offset; 0 at the ends.
func (a *article) runeBefore(off int) rune {
	if off == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(a.s[:off])
	return r
}

func (a *article) runeAt(off int) rune {
	if off >= len(a.s) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(a.s[off:])
	return r
}

// mentionEnding gives the mention found so far that ends at off; mentionAt the
// one that holds off.
func (a *article) mentionEnding(off int) *extract.Mention {
	i := sort.Search(len(a.found), func(i int) bool { return a.found[i].End >= off })
	if i < len(a.found) && a.found[i].End == off {
		return &a.found[i]
	}
	return nil
}

// mentionBefore gives the last mention found so far that ends at off or before.
func (a *article) mentionBefore(off int) *extract.Mention {
	i := sort.Search(len(a.found), func(i int) bool { return a.found[i].End > off })
	if i == 0 {
		return nil
	}
	return &a.found[i-1]
}

func (a *article) mentionAt(off int) *extract.Mention {
	i := sort.Search(len(a.found), func(i int) bool { return a.found[i].End > off })
	if i < len(a.found) && a.found[i].Start <= off {
		return &a.found[i]
	}
	return nil
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// occurrences calls f for every place where a word of the set stands, longest
// first at each place.
func (a *article) occurrences(set *lexicon.Set, f func(start, end int)) { set.Each(a.s, f) }

// longestNameBytes bounds what one look into a list may cost.
const longestNameBytes = 120
