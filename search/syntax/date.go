package syntax

import (
	"regexp"
	"strconv"
	"time"

	"zhiku/store"
)

// dateForms are the ways to write a year, a month or a day, after folding:
// 2024, 2024-5, 2024/05/03, 2024.5.3, 20240503, 2024年5月3日.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$`),
	regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`),
	regexp.MustCompile(`^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$`),
}

// period gives the first and the last day of a year, month or day.
func period(text string) (first, last store.Date, ok bool) {
	for _, form := range dateForms {
		if m := form.FindStringSubmatch(text); m != nil {
			return days(number(m[1]), number(m[2]), number(m[3]))
		}
	}
	return "", "", false
}

// number of a few digits; 0 for none.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// days takes a month or day of 0 for one not given.
func days(year, month, day int) (first, last store.Date, ok bool) {
	from, to := month, month
	if month == 0 {
		from, to = 1, 12
	}
	start, end := day, day
	if day == 0 {
		start, end = 1, time.Date(year, time.Month(to)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	first, err := store.NewDate(year, from, start)
	if err != nil {
		return "", "", false
	}
	last, err = store.NewDate(year, to, end)
	return first, last, err == nil
}
