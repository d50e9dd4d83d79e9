package dates

import (
	"fmt"
	"strings"
)

// part reads a part of the year y (0 where unknown) that begins at i: 5月3日,
// 1至11月, 前11个月, 一季度, 上半年.
func (f *finder) part(y, i int) (Date, int) {
	for _, read := range []func(y, i int) (Date, int){f.halves, f.firstMonths, f.quarters, f.month1, f.monthRange} {
		if d, end := read(y, i); end > i {
			return d, end
		}
	}
	return Date{}, i
}

func (f *finder) halves(y, i int) (Date, int) {
	for k, name := range []string{"上半年", "下半年"} {
		if end := literal(f.text, i, name); end > i {
			d := Date{Precision: Half, Period: named(y, name)}
			d.months(y, 1+6*k, 6+6*k)
			return d, end
		}
	}
	return Date{}, i
}

// named writes a part of a year with its year.
func named(y int, part string) string {
	if y == 0 {
		return part
	}
	return fmt.Sprintf("%d年%s", y, part)
}

// firstMonths reads 前11个月, 前三季度 and 首季.
func (f *finder) firstMonths(y, i int) (Date, int) {
	if end := literal(f.text, i, "首季度", "首季"); end > i {
		return quarter(y, 1), end
	}
	j := literal(f.text, i, "前", "头")
	n := readNumber(f.text, j)
	if j == i || n.end == j || n.value < 1 || n.value > 12 || n.about > 0 {
		return Date{}, i
	}
	if end := literal(f.text, n.end, "个月", "月"); end > n.end {
		return months(y, 1, n.value), end
	}
	if end := literal(f.text, n.end, "个季度", "季度"); end > n.end && n.value <= 4 {
		d := months(y, 1, 3*n.value)
		d.Period = named(y, "前"+numbers[n.value]+"季度")
		return d, end
	}
	return Date{}, i
}

var numbers = [...]string{"", "一", "二", "三", "四"}

func quarter(y, q int) Date {
	d := Date{Precision: Quarter, Period: named(y, numbers[q]+"季度")}
	d.months(y, 3*q-2, 3*q)
	return d
}

func months(y, a, b int) Date {
	d := Date{Precision: Span, Period: named(y, fmt.Sprintf("%d至%d月", a, b))}
	d.months(y, a, b)
	return d
}

// quarters reads 一季度, 第三季度, 1季度末 and 一至三季度.
func (f *finder) quarters(y, i int) (Date, int) {
	n := readNumber(f.text, literal(f.text, i, "第"))
	if n.end == i || n.value < 1 || n.value > 4 {
		return Date{}, i
	}
	if end := literal(f.text, n.end, "季度"); end > n.end && n.about > 0 {
		return quartersTo(y, n.about, n.value), end // 一二季度
	}
	if end := literal(f.text, n.end, "季度", "季"); end > n.end && !fourSeasons(f.text, i, end) {
		return quarter(y, n.value), literal(f.text, end, "末", "以来")
	}
	j := through(f.text, n.end)
	m := readNumber(f.text, literal(f.text, j, "第"))
	end := literal(f.text, m.end, "季度")
	if j == n.end || end == m.end || m.value <= n.value || m.value > 4 {
		return Date{}, i
	}
	return quartersTo(y, n.value, m.value), end
}

// fourSeasons tells 四季 that is no quarter: 四季豆, 四季如春.
func fourSeasons(s string, i, end int) bool {
	return s[i:end] == "四季" && literal(s, end, "报", "末", "业绩") == end
}

func quartersTo(y, a, b int) Date {
	d := months(y, 3*a-2, 3*b)
	d.Period = named(y, numbers[a]+"至"+numbers[b]+"季度")
	return d
}

// month1 reads 5月, 5月份, 5月3日, 5月底, 2月至3月, 一二月份.
func (f *finder) month1(y, i int) (Date, int) {
	n := readNumber(f.text, i)
	end := literal(f.text, n.end, "月份", "月")
	if n.end == i || end == n.end || n.value < 1 || n.value > 12 {
		return Date{}, i
	}
	if n.about > 0 {
		return months(y, n.about, n.value), end // 一二月份
	}
	f.month = n.value
	if strings.HasSuffix(f.text[n.end:end], "月") {
		if on := readNumber(f.text, end); on.end > end && on.value >= 1 && on.value <= 31 {
			if after, ok := f.dayMark(on); ok {
				return f.daysFrom(day{y, n.value, on.value}, after)
			}
		}
	}
	return f.monthTail(y, n.value, end)
}

// dayMark gives the end of the 日 after a day's number. In 3至5日 the mark stands
// behind the range: then it is the number's own end.
func (f *finder) dayMark(n numeral) (end int, ok bool) {
	if end := literal(f.text, n.end, "日", "号"); end > n.end {
		return end, true
	}
	_, end = f.rangeEnd(day{}, n.end)
	return n.end, end > n.end
}

func (f *finder) monthTail(y, m, end int) (Date, int) {
	if j := through(f.text, end); j > end {
		n := readNumber(f.text, j)
		if after := literal(f.text, n.end, "月份", "月"); n.end > j && after > n.end && n.value > m && n.value <= 12 && !f.dayAt(after) {
			return months(y, m, n.value), after
		}
	}
	if after := literal(f.text, end, "以来", "至今"); after > end {
		return f.since(Date{}, y, m, 1), after
	}
	d := Date{Precision: Month}
	if y != 0 {
		d.Period = fmt.Sprintf("%d-%02d", y, m)
	}
	d.months(y, m, m)
	return d.ten(f.text, y, m, end)
}

// ten reads the part of a month behind it: 上旬, 底.
func (d Date) ten(s string, y, m, i int) (Date, int) {
	for k, name := range []string{"上旬", "中旬", "下旬"} {
		end := literal(s, i, name)
		if end == i {
			continue
		}
		d.Precision = Span
		if y != 0 {
			d.Period += name
			last := 10*k + 10
			if k == 2 {
				last = lastOf(y, m)
			}
			d.set(day{y, m, 10*k + 1}, day{y, m, last})
		}
		return d, end
	}
	return d, literal(s, i, "初", "底", "末")
}

// dayAt tells whether a day's number stands at i: 3月26日至4月5日.
func (f *finder) dayAt(i int) bool {
	n := readNumber(f.text, i)
	return n.end > i && literal(f.text, n.end, "日") > n.end
}

// monthRange reads 1-6月, 1至11月, 一到三月份.
func (f *finder) monthRange(y, i int) (Date, int) {
	n := readNumber(f.text, i)
	j := through(f.text, n.end)
	if n.end == i || j == n.end {
		return Date{}, i
	}
	m := readNumber(f.text, j)
	end := literal(f.text, m.end, "月份", "月")
	if m.end == j || end == m.end || n.value < 1 || n.value >= m.value || m.value > 12 || f.dayAt(end) {
		return Date{}, i
	}
	return months(y, n.value, m.value), end
}

// daysFrom reads what may follow a day: 至5日, 至4月5日, 以来.
func (f *finder) daysFrom(on day, end int) (Date, int) {
	if to, after := f.rangeEnd(on, end); after > end {
		f.month = to.m
		d := Date{Precision: Span, Period: fmt.Sprintf("%s至%s", on.date(), to.date())}
		d.set(on, to)
		if d.From == "" {
			d.Period = ""
		}
		return d, after
	}
	if after := literal(f.text, end, "以来", "至今"); after > end {
		return f.since(Date{}, on.y, on.m, on.d), after
	}
	return exactly(on), end
}

// rangeEnd reads the last day of a range that begins on a day.
func (f *finder) rangeEnd(on day, i int) (day, int) {
	j := through(f.text, clock(f.text, i))
	if j == i || j == clock(f.text, i) {
		return on, i
	}
	to, n := on, readNumber(f.text, j)
	if n.isYear() {
		if k := literal(f.text, n.end, "年"); k > n.end {
			to.y, n = n.value, readNumber(f.text, k)
			j = k
		}
	}
	if k := literal(f.text, n.end, "月"); n.end > j && k > n.end {
		to.m, n = n.value, readNumber(f.text, k)
		j = k
	}
	end := literal(f.text, n.end, "日", "号")
	if n.end == j || end == n.end || n.value < 1 || n.value > 31 {
		return on, i
	}
	to.d = n.value
	return to, end
}

// clock steps over a time of day that may stand between two days: 零时, 8时30分.
func clock(s string, i int) int {
	n := readNumber(s, i)
	j := literal(s, n.end, "时", "点")
	if n.end == i || j == n.end {
		return i
	}
	if m := readNumber(s, j); m.end > j {
		if k := literal(s, m.end, "分"); k > m.end {
			return k
		}
	}
	return j
}
