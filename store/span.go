package store

import (
	"fmt"
	"unicode/utf8"
)

// Span is a half-open stretch of an article's text, counted twice: in bytes
// for Go and in Unicode code points for clients.
type Span struct {
	Start, End         int // bytes
	RuneStart, RuneEnd int // Unicode code points
}

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Cut returns the stretch of text the span covers. The span must have passed
// Check against the same text.
func (s Span) Cut(text string) string { return text[s.Start:s.End] }

// Check tells whether the span lies in text on character boundaries, is not
// empty, and whether its two counts agree.
func (s Span) Check(text string) error {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return fmt.Errorf("span [%d,%d) does not lie in a text of %d bytes", s.Start, s.End, len(text))
	}
	if !utf8.RuneStart(text[s.Start]) || (s.End < len(text) && !utf8.RuneStart(text[s.End])) {
		return fmt.Errorf("span [%d,%d) cuts a character in two", s.Start, s.End)
	}
	if n := s.RuneEnd - s.RuneStart; n != utf8.RuneCountInString(text[s.Start:s.End]) {
		return fmt.Errorf("span [%d,%d) holds %d code points, not %d", s.Start, s.End,
			utf8.RuneCountInString(text[s.Start:s.End]), n)
	}
	return nil
}
