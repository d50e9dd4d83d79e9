package dates

import (
	"time"

	"zhiku/store"
)

// day is a calendar day; the zero day is unknown.
type day struct{ y, m, d int }

func dayOf(d store.Date) day {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return day{}
	}
	return day{t.Year(), int(t.Month()), t.Day()}
}

func (d day) known() bool { return d.y != 0 }

// date is the day in the store's form; "" for one that does not exist.
func (d day) date() store.Date {
	s, err := store.NewDate(d.y, d.m, d.d)
	if err != nil {
		return ""
	}
	return s
}

// add moves a day; 31 January and one month give the last day of February.
func (d day) add(years, months, days int) day {
	m := d.y*12 + d.m - 1 + years*12 + months
	moved := day{m / 12, m%12 + 1, 0}
	moved.d = min(d.d, lastOf(moved.y, moved.m))
	t := time.Date(moved.y, time.Month(moved.m), moved.d+days, 0, 0, 0, 0, time.UTC)
	return day{t.Year(), int(t.Month()), t.Day()}
}

// lastOf is the last day of a month.
func lastOf(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// set fills From and To where both exist and stand in order.
func (d *Date) set(from, to day) {
	if !from.known() || !to.known() {
		return
	}
	a, b := from.date(), to.date()
	if a != "" && b != "" && a <= b {
		d.From, d.To = a, b
	}
}

// months sets d to the months from a to b of year y.
func (d *Date) months(y, a, b int) {
	if y != 0 {
		d.set(day{y, a, 1}, day{y, b, lastOf(y, b)})
	}
}

// weekday counts from Sunday, 0.
func (d day) weekday() int {
	return int(time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, time.UTC).Weekday())
}
