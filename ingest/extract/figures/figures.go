// Package figures finds the numbers an article states: what is printed
// (超26万辆), its exact value and unit, what it measures, of whom and when.
//
// A figure is a number with a unit or a magnitude. Find reads the numbers of a
// sentence, joins ranges (3000至5000元) and changes (从17.9%提升到35.5%), drops
// what is no figure (dates, ordinals, clock times, model names, 一家公司), and
// then describes the rest from the words around them. It is pure and linear in
// the length of the text; what it gives is sorted and does not overlap.
package figures

import (
	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
	"zhiku/zh/fold"
	"zhiku/zh/segment"
)

// Find gives the figures of v. linked may be nil; ds are the dates of v.
func Find(v *text.View, linked *extract.Linked, ds []dates.Date) []extract.Figure {
	f := newFinder(v, linked, ds)
	for _, p := range v.Paragraphs {
		if p.Kind == text.Byline || p.Kind == text.Source {
			continue
		}
		f.enter(&p)
		for _, s := range p.Sentences {
			f.sentence(s)
		}
	}
	return f.figures
}

func newFinder(v *text.View, linked *extract.Linked, ds []dates.Date) *finder {
	if linked == nil {
		linked = &extract.Linked{}
	}
	return &finder{view: v, text: fold.Aligned(v.Text), lex: load(), linked: linked, dates: ds}
}

// finder reads the sentences in order.
type finder struct {
	view    *text.View
	text    string // the view's in simplified characters, each in its place
	lex     *lexicon
	linked  *extract.Linked
	dates   []dates.Date
	figures []extract.Figure

	date    int            // the first date that does not end before the current sentence
	mention int            // the first mention that does not end before the current sentence
	scanned []atom         // of the current sentence, as scanned
	pairs   []atom         // the same, joined
	words   []segment.Word // of the current sentence
	raw     []segment.Word // the same before they are mended
	local   *string        // the code of 元, once it is asked for
	context
}

func (f *finder) sentence(s text.Range) {
	for f.date < len(f.dates) && f.dates[f.date].End <= s.Start {
		f.date++
	}
	for f.mention < len(f.linked.Mentions) && f.linked.Mentions[f.mention].End <= s.Start {
		f.mention++
	}
	f.describe(s, f.accepted(f.joined(f.scan(s))))
}
