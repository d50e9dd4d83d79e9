package store

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Omission stands in a citation for words that are left out.
const Omission = "……"

// Break is a line break in a quote's Text, with the blanks around it, and what
// stands for it in a citation.
type Break struct {
	Start, End int // in Text, in bytes
	Words      string
}

// Cited gives the words on one line, as they are cited. article is the text of
// the quote's article.
func (q *Quote) Cited(article string) string {
	var b strings.Builder
	at := 0
	for _, br := range q.Breaks(article) {
		b.WriteString(q.Text[at:br.Start] + br.Words)
		at = br.End
	}
	return b.String() + q.Text[at:]
}

// Breaks gives the line breaks of a quote, in order. Where the article has other
// words between two spans it is an omission; where it has marks alone, and where a
// line is only wrapped, nothing is left out.
func (q *Quote) Breaks(article string) []Break {
	var out []Break
	at := 0
	for i, span := range q.Spans {
		end := min(at+span.Len(), len(q.Text))
		out = append(out, wraps(q.Text, at, end)...)
		if i+1 < len(q.Spans) && end < len(q.Text) {
			b := Break{end, end + len(SpanSeparator), joint(q.Text[:end], q.Text[end+len(SpanSeparator):])}
			if wordsBetween(article, span.End, q.Spans[i+1].Start) {
				b.Words = Omission
			}
			out = append(out, b)
		}
		at = end + len(SpanSeparator)
	}
	return out
}

// wraps gives the line breaks within text[from:to].
func wraps(text string, from, to int) []Break {
	var out []Break
	for from < to {
		i := strings.IndexByte(text[from:to], '\n')
		if i < 0 {
			break
		}
		start := len(strings.TrimRightFunc(text[:from+i], unicode.IsSpace))
		end := to - len(strings.TrimLeftFunc(text[from+i:to], unicode.IsSpace))
		out = append(out, Break{start, end, joint(text[:start], text[end:])})
		from = end
	}
	return out
}

// joint is a blank between words of Latin letters; Chinese needs none.
func joint(before, after string) string {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if last < utf8.RuneSelf && first < utf8.RuneSelf {
		return " "
	}
	return ""
}

func wordsBetween(article string, from, to int) bool {
	if from < 0 || from > to || to > len(article) {
		return true
	}
	return strings.IndexFunc(article[from:to], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
