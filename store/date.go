package store

import (
	"fmt"
	"time"
)

// Date is a calendar day as "2026-01-20"; "" is no date. Its order as a string
// is its order in time.
type Date string

// Years outside these are taken for misprints.
const (
	MinYear = 1800
	MaxYear = 2199
)

// NewDate gives the Date of a day that exists, in a year news can tell of.
func NewDate(year, month, day int) (Date, error) {
	if year < MinYear || year > MaxYear {
		return "", fmt.Errorf("year %d is not between %d and %d", year, MinYear, MaxYear)
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return "", fmt.Errorf("there is no day %04d-%02d-%02d", year, month, day)
	}
	return Date(t.Format(time.DateOnly)), nil
}

// ParseDate reads "2026-01-20"; anything else is an error that says what works.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", fmt.Errorf("date %q: write it as 2026-01-20", s)
	}
	return NewDate(t.Year(), int(t.Month()), t.Day())
}

// Year of the date; 0 for no date.
func (d Date) Year() int {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	return t.Year()
}

// DateMention is one place where an article prints a date or a period: 昨日,
// 前11个月, “十四五”期间.
type DateMention struct {
	ID        DateID
	Article   ArticleID
	Span      Span
	Surface   string        // as printed
	From, To  Date          // the days it covers, both included; "" where it cannot be resolved
	Precision DatePrecision // "" for 每年 and 目前
	Relative  bool          // not all of it is printed: 昨日, 3月5日
	Anchor    DateAnchor    // what a relative one is counted from; "" where it is not, or cannot be resolved
	Evidence                // its confidence is that of the days, not of the words
}

// DatePrecision tells how long a printed period is.
type DatePrecision string

// The precisions. A date that cannot be resolved has the one it is printed with.
const (
	PrecisionDay     DatePrecision = "day"
	PrecisionMonth   DatePrecision = "month"
	PrecisionQuarter DatePrecision = "quarter"
	PrecisionHalf    DatePrecision = "half"
	PrecisionYear    DatePrecision = "year"
	PrecisionSpan    DatePrecision = "span" // from one day to another: 3月5日至8日, 近五年
)

// DateAnchor tells what a date is counted from that does not print all of itself.
type DateAnchor string

// The anchors.
const (
	AnchorSentence    DateAnchor = "sentence"    // a date printed before: 2017年10月开工，12月并网
	AnchorPublication DateAnchor = "publication" // the day of publication: 昨日
	AnchorText        DateAnchor = "text"        // the latest year the text prints
)
