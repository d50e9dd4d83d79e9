// Package dates finds the dates and periods an article prints: 2024年5月3日,
// 去年, 今年前11个月, 1至11月, “十四五”期间, 近五年来, 每年, 目前.
//
// Find is pure and linear in the length of the text. What is printed without a
// year is resolved against the year printed before it in the sentence, else
// against the day the article was published, else against the latest year the
// text prints; what stays open has no From and To. Counted from the publication,
// a part of a year that would lie far ahead is last year's: in January, 前11个月
// is told of the year that has ended. Clock times and durations
// (3小时, 三个月) are no dates.
package dates

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/fold"
)

// The precisions and anchors, by short names. A date that prints its year, or
// cannot be resolved, has no anchor; 每年 and 目前 have no precision.
const (
	Day     = store.PrecisionDay
	Month   = store.PrecisionMonth
	Quarter = store.PrecisionQuarter
	Half    = store.PrecisionHalf
	Year    = store.PrecisionYear
	Span    = store.PrecisionSpan

	Sentence    = store.AnchorSentence
	Publication = store.AnchorPublication
	Text        = store.AnchorText
)

// Date is one printed date or period.
type Date struct {
	text.Range
	From, To  store.Date // both included; "" where not to be resolved
	Precision store.DatePrecision
	Inferred  bool             // the year, or the day it is counted from, is taken from elsewhere
	Anchor    store.DateAnchor // from where it is taken
	extract.Found
	// Period is how a figure's period is written: "2025", "2026-01",
	// "2026-01-12", "2025年1至11月", "2020年一季度", "“十四五”", "每年".
	Period string
}

// Find gives the dates of v, sorted and not overlapping. published may be "".
func Find(v *text.View, published store.Date) []Date {
	f := &finder{view: v, text: fold.Aligned(v.Text), published: dayOf(published)}
	for _, p := range v.Paragraphs {
		for _, s := range p.Sentences {
			f.sentence(s)
		}
	}
	return f.dates
}

// finder reads the sentences in order.
type finder struct {
	view      *text.View
	text      string // the view's in simplified characters, each in its place
	published day
	dates     []Date

	latest int // year printed last, anywhere before
	start  int // of this sentence
	year   int // printed in this sentence; 0 for none
	month  int // printed in this sentence; 0 for none

	said   day // the last day or year that was resolved
	saidAt int // where
}

func (f *finder) sentence(s text.Range) {
	f.start, f.year, f.month = s.Start, 0, 0
	for i := s.Start; i < s.End; {
		r, w := utf8.DecodeRuneInString(f.text[i:])
		if !begins(r) {
			i += w
			continue
		}
		d, end := f.at(i, r, s.Start)
		if end <= i || end > s.End {
			i = max(i+w, f.skip(i, r))
			continue
		}
		f.keep(d, text.Range{Start: i, End: end})
		i = end
	}
}

// keep adds a date and notes what later ones may count from.
func (f *finder) keep(d Date, r text.Range) {
	d.Range = r
	if d.Period == "" {
		d.Period = f.view.Text[r.Start:r.End]
	}
	switch {
	case !d.Inferred || d.From == "":
		d.Anchor = ""
	case d.Anchor == "":
		d.Anchor = Publication
	}
	d.Found = how(&d)
	if d.From != "" && (d.Precision == Day || d.Precision == Month || d.Precision == Year) {
		f.said, f.saidAt = dayOf(d.From), r.End
		if d.Precision != Day {
			f.said.d = 0
		}
	}
	f.dates = append(f.dates, d)
}

// skip steps over the rest of a number that is no date: 2日 of 12日 is none.
func (f *finder) skip(i int, r rune) int {
	if n := readNumber(f.text, i); n.end > i {
		return n.end
	}
	return i
}

// at reads a date that begins at i with r; end is i where none does.
func (f *finder) at(i int, r rune, start int) (Date, int) {
	if strings.ContainsRune(planHeads, r) {
		if d, end := f.plan(i); end > i {
			return d, end
		}
	}
	n := readNumber(f.text, i)
	if literal(f.text, n.end, "世纪", "年代") > n.end || strings.ContainsRune(centuryHeads, r) {
		if d, end := f.century(i); end > i {
			return d, end
		}
	}
	if n.end > i {
		return f.numeric(n, i, start)
	}
	if d, end := f.word(i); end > i {
		return d, end
	}
	if !strings.ContainsRune(partHeads, r) {
		return Date{}, i
	}
	return f.yearless(i, i)
}

// What may begin with these is looked for only where one stands.
const (
	planHeads    = "“「\"十九八七"
	centuryHeads = "上本新"
	partHeads    = "上下首前头第" // of parts of a year, numbers aside
)
