package dates

import (
	"strings"

	"zhiku/ingest/extract"
)

// unit of a length of time.
type unit struct {
	name                string
	years, months, days int
}

var units = []unit{
	{"年", 1, 0, 0}, {"个月", 0, 1, 0}, {"个季度", 0, 3, 0}, {"周", 0, 0, 7}, {"个星期", 0, 0, 7}, {"星期", 0, 0, 7}, {"天", 0, 0, 1}, {"日", 0, 0, 1},
}

const longest = 200 // years, months or days; more is no while that news count

// past reads 近五年来, 过去三年, 最近10个月, and 未来五年, which lie ahead.
func (f *finder) past(i int) (Date, int) {
	sign := -1
	j := literal(f.text, i, "过去", "最近", "近")
	if j == i {
		sign = 1
		j = literal(f.text, i, "未来", "今后", "接下来")
	}
	if j == i {
		return Date{}, i
	}
	if end := literal(f.text, j, "半年"); end > j {
		return f.lasting(sign, 6, unit{months: 1}), literal(f.text, end, "来", "以来", "间", "内")
	}
	n := readNumber(f.text, j)
	if d, end := f.yearsBack(j, n); end > j && sign < 0 {
		return d, end
	}
	if n.end == j || n.value < 1 || n.value > longest || n.isYear() || n.arabic && n.value == 1 && sign < 0 {
		return Date{}, i
	}
	for _, u := range units {
		if end := literal(f.text, n.end, u.name); end > n.end && !(u.days == 1 && f.text[i:j] == "近") {
			after := literal(f.text, end, "以来", "来", "间", "内")
			if n.about > 0 {
				return Date{Precision: Span, Inferred: true}, after // 近三五年: since when is open
			}
			return f.lasting(sign, n.value, u), after
		}
	}
	return Date{}, i
}

// yearsBack reads 五年来, 10余年间 and 三年以来, whose number n stands at i, and 10年前,
// which is a year.
func (f *finder) yearsBack(i int, n numeral) (Date, int) {
	more := literal(f.text, n.end, "多", "余")
	j := literal(f.text, more, "年")
	if n.end == i || j == more || n.value < 1 || n.value > longest {
		return Date{}, i
	}
	if end := literal(f.text, j, "以来", "来", "间"); end > j {
		if n.about > 0 {
			return Date{Precision: Span, Inferred: true}, end
		}
		return f.lasting(-1, n.value, units[0]), end
	}
	if end := literal(f.text, j, "前"); end > j && more == n.end && !strings.HasPrefix(f.text[end:], "后") {
		return f.yearsAgo(n), end
	}
	return Date{}, i
}

// yearsAgo is the year 三年前, or the two that 三四年前 leaves open.
func (f *finder) yearsAgo(n numeral) Date {
	d := Date{Precision: Year, Inferred: true, Found: extract.Found{Rule: lastingRule}}
	last := n.value
	if n.about > 0 {
		d.Precision, last = Span, n.about
	}
	if y := f.published.y; f.published.known() {
		d.set(day{y - n.value, 1, 1}, day{y - last, 12, 31})
	}
	return d
}

// lasting is the time of n units up to the publication, or from it on.
func (f *finder) lasting(sign, n int, u unit) Date {
	d := Date{Precision: Span, Inferred: true, Found: extract.Found{Rule: lastingRule}}
	if f.published.known() {
		other := f.published.add(sign*n*u.years, sign*n*u.months, sign*n*u.days)
		if sign < 0 {
			d.set(other, f.published)
		} else {
			d.set(f.published, other)
		}
	}
	return d
}
