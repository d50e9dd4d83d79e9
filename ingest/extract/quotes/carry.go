package quotes

import (
	"strings"

	"zhiku/ingest/text"
)

// carry is what one paragraph hands to the next.
type carry struct {
	who    speaker
	words  text.Range   // the cue
	ranges []text.Range // of a quotation still without a speaker
	quote  *int         // the quote that is still open, into finder.quotes; nil for none
}

// open remembers a quotation whose marks the paragraph leaves open.
func (f *finder) open(s *scene, k int, a attribution, quote *int) {
	if s.beats[k].Closed {
		return
	}
	if quote == nil {
		n := len(f.quotes) - 1
		quote = &n
	}
	f.carried = &carry{who: a.who, words: a.words, quote: quote}
}

// hold keeps an open quotation until a later paragraph names its speaker.
func (f *finder) hold(s *scene, k int) {
	if b := s.beats[k]; !b.Closed {
		f.carried = &carry{who: nobody, ranges: []text.Range{f.inner(b)}}
	}
}

// extend gives an open quote the ranges of a further paragraph.
func (f *finder) extend(quote *int, ranges []text.Range) {
	q := &f.quotes[*quote]
	q.Ranges = append(q.Ranges, ranges...)
	f.spoken = max(f.spoken, q.Ranges[len(q.Ranges)-1].End)
}

// announce remembers who is to speak in the next paragraph: 某某说：⏎“……”
func (f *finder) announce(s *scene) {
	t := strings.TrimRight(f.v.Cut(s.Range), " 　")
	if !strings.HasSuffix(t, "：") && !strings.HasSuffix(t, ":") {
		return
	}
	c := cue{Range: text.Range{Start: s.Start + strings.LastIndexAny(t, "：:"), End: s.End}}
	if n := len(s.cues); n > 0 && s.cues[n-1].End == c.Start {
		c.Range = s.cues[n-1].Range
	}
	if who, ok := f.speakerIn(s.region(f.v.Text, c)); ok {
		f.spoke(who)
		f.carried = &carry{who: who, words: c.Range}
	}
}
