package web

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/search"
	"zhiku/search/likeness"
	"zhiku/store"
)

// matchView is a place where words stand or nearly stand.
type matchView struct {
	T       words
	Verdict search.Verdict
	Says    string     // how the place answers the words, in short
	Quote   *quoteView // nil where it is no quotation; Printed shows its words
	Article *store.Article
	Link    string  // to the place in the article
	Printed []piece // what is printed there, the stretch that answers marked
	Diff    []piece // from the words to what is printed; none where they are the same
	Other   bool    // another speaker
	Doubt   bool    // the speaker asked for, or where none is the one printed, is only one of several who may have said it
}

// piece is a run of text that is the same, deleted, inserted or marked.
type piece struct{ Op, Text string }

// Ops of pieces beside those of likeness.
const (
	opPlain = "plain"
	opMark  = "mark"
)

// around is how many characters are shown before and after words that stand in
// an article and in no quotation.
const around = 60

// match shows where the words asked for stand.
func (f frame) match(m search.Match, asked string) matchView {
	out := matchView{T: f.T, Verdict: m.Verdict(), Says: f.T[matchText(m)], Article: m.Article,
		Diff: difference(asked, m.Relation), Other: !m.SameSpeaker && !m.InDoubt, Doubt: m.InDoubt || openSpeaker(m)}
	if m.Quote == nil {
		out.Printed = excerpt(m.Article.Text, m.Span)
		at := fmt.Sprintf("%d-%d", m.Span.Start, m.Span.End)
		out.Link = f.address("/articles/"+string(m.Article.ID), url.Values{"at": {at}}) + "#at"
		return out
	}
	q := f.view(m.Quote, m.Article, nil)
	out.Quote, out.Link, out.Printed = &q, q.Link, printed(m.Quote.Text, m.Relation)
	return out
}

// openSpeaker tells of a quotation whose speaker is in doubt where no speaker was
// asked for.
func openSpeaker(m search.Match) bool {
	return m.Quote != nil && m.SameSpeaker && !m.InDoubt && m.Quote.InDoubt()
}

func differ(matches []matchView) bool {
	return slices.ContainsFunc(matches, func(m matchView) bool { return len(m.Diff) > 0 })
}

// matchText is the key of the text that says how the printed words answer.
func matchText(m search.Match) string {
	switch m.Relation.Kind {
	case likeness.Verbatim:
		return "isVerbatim"
	case likeness.Normalised:
		return "isNormalised"
	case likeness.PartOf:
		return "isPart"
	case likeness.Contains:
		return "isTrimmed"
	}
	return "isAltered"
}

// printed marks, in a quotation that has more, the stretches that answer.
func printed(text string, r likeness.Relation) []piece {
	stretches := []likeness.Span{r.Printed}
	if r.Kind == likeness.PartOf {
		stretches = r.Pieces
	}
	if r.Printed.Start == 0 && r.Printed.End == len(text) && len(stretches) == 1 {
		return []piece{{opPlain, text}}
	}
	return cut(text, stretches, opMark, opPlain)
}

// cut divides text into stretches and what stands between them.
func cut(text string, stretches []likeness.Span, inside, outside string) []piece {
	var out []piece
	add := func(op, text string) {
		if text != "" {
			out = append(out, piece{op, text})
		}
	}
	at := 0
	for _, s := range stretches {
		add(outside, text[at:s.Start])
		add(inside, s.In(text))
		at = s.End
	}
	add(outside, text[at:])
	return out
}

// difference leads from the words asked for to those printed. What is asked for
// beyond the stretch that answers is not printed there.
func difference(asked string, r likeness.Relation) []piece {
	gone, same := likeness.Delete.String(), likeness.Equal.String()
	var out []piece
	switch r.Kind {
	case likeness.Contains:
		out = cut(asked, r.Pieces, same, gone)
	case likeness.Altered:
		for _, p := range cut(asked, []likeness.Span{r.Asked}, opMark, gone) {
			if p.Op == opMark {
				out = append(out, edits(r.Diff)...)
			} else {
				out = append(out, p)
			}
		}
	}
	for i, p := range out {
		if p.Op == gone && strings.IndexFunc(p.Text, isWritten) < 0 { // marks are aside
			out[i].Op = same
		}
	}
	return out
}

func edits(diff []likeness.Edit) []piece {
	out := make([]piece, len(diff))
	for i, e := range diff {
		out[i] = piece{e.Op.String(), e.Text}
	}
	return out
}

// excerpt is a stretch of an article with what stands around it in its lines.
func excerpt(text string, s store.Span) []piece {
	before := text[strings.LastIndexByte(text[:s.Start], '\n')+1 : s.Start]
	after, _, _ := strings.Cut(text[s.End:], "\n")
	return []piece{{opPlain, lastRunes(before, around)}, {opMark, text[s.Start:s.End]}, {opPlain, firstRunes(after, around)}}
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i] + "……"
		}
	}
	return s
}

func lastRunes(s string, n int) string {
	drop := utf8.RuneCountInString(s) - n
	for i := range s {
		if drop--; drop == -1 && i > 0 {
			return "……" + s[i:]
		}
	}
	return s
}
