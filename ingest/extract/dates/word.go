package dates

import (
	"fmt"
	"strings"
)

// kind of a word that tells of time.
type kind int

const (
	yearWord    kind = iota // 去年: a part of the year may follow
	monthWord               // 上月
	quarterWord             // 本季度
	weekWord                // 上周
	dayWord                 // 昨日
	whileWord               // 每年, 目前: a period and no date
)

// words are longest first among those that begin alike.
var words = []struct {
	text string
	kind kind
	by   int // years, months, … from the publication
}{
	{"上一年度", yearWord, -1}, {"上一年", yearWord, -1}, {"上年度", yearWord, -1}, {"上年", yearWord, -1},
	{"去年", yearWord, -1}, {"今年", yearWord, 0}, {"本年度", yearWord, 0}, {"本年", yearWord, 0}, {"当年", whileWord, 0},
	{"前年", yearWord, -2}, {"明年", yearWord, 1}, {"后年", yearWord, 2},
	{"上个月", monthWord, -1}, {"上月", monthWord, -1}, {"本月", monthWord, 0}, {"这个月", monthWord, 0}, {"下个月", monthWord, 1}, {"下月", monthWord, 1},
	{"上季度", quarterWord, -1}, {"本季度", quarterWord, 0}, {"当季度", whileWord, 0}, {"当季", whileWord, 0},
	{"上周", weekWord, -1}, {"本周", weekWord, 0}, {"下周", weekWord, 1},
	{"昨日", dayWord, -1}, {"昨天", dayWord, -1}, {"今日", dayWord, 0}, {"今天", dayWord, 0}, {"明天", dayWord, 1}, {"明日", dayWord, 1}, {"前天", dayWord, -2},
	{"每年", whileWord, 0}, {"每季度", whileWord, 0}, {"每个月", whileWord, 0}, {"每月", whileWord, 0}, {"每周", whileWord, 0}, {"每天", whileWord, 0}, {"每日", whileWord, 0}, {"每小时", whileWord, 0},
	{"目前", whileWord, 0}, {"当前", whileWord, 0}, {"现在", whileWord, 0}, {"如今", whileWord, 0}, {"近年来", whileWord, 0}, {"当月", whileWord, 0}, {"当日", whileWord, 0}, {"当天", whileWord, 0},
}

// word reads a word from the list that begins at i.
func (f *finder) word(i int) (Date, int) {
	for _, w := range words {
		if !strings.HasPrefix(f.text[i:], w.text) {
			continue
		}
		end := i + len(w.text)
		switch w.kind {
		case yearWord:
			return f.relativeYear(w.by, i, end)
		case monthWord:
			return f.relativeMonth(w.by), end
		case quarterWord:
			return f.relativeQuarter(w.by), end
		case weekWord:
			return f.relativeWeek(w.by), end
		case dayWord:
			return f.relativeDay(w.by), end
		}
		return Date{Period: w.text}, end
	}
	return f.past(i)
}

func (f *finder) relativeYear(by, i, end int) (Date, int) {
	y := 0
	if f.published.known() {
		y = f.published.y + by
		f.year = y
	}
	return f.withinYear(y, true, i, end)
}

func (f *finder) relativeMonth(by int) Date {
	d := Date{Precision: Month, Inferred: true}
	if f.published.known() {
		m := f.published.add(0, by, 0)
		d.months(m.y, m.m, m.m)
		d.Period = fmt.Sprintf("%d-%02d", m.y, m.m)
		f.month = m.m
	}
	return d
}

func (f *finder) relativeQuarter(by int) Date {
	d := Date{Precision: Quarter, Inferred: true}
	if f.published.known() {
		m := f.published.add(0, 3*by, 0)
		d = quarter(m.y, (m.m+2)/3)
		d.Inferred = true
	}
	return d
}

// relativeWeek is the seven days from Monday to Sunday.
func (f *finder) relativeWeek(by int) Date {
	d := Date{Precision: Span, Inferred: true}
	if f.published.known() {
		sinceMonday := (f.published.weekday() + 6) % 7
		monday := f.published.add(0, 0, 7*by-sinceMonday)
		d.set(monday, monday.add(0, 0, 6))
	}
	return d
}

func (f *finder) relativeDay(by int) Date {
	d := Date{Precision: Day, Inferred: true}
	if f.published.known() {
		d = exactly(f.published.add(0, 0, by))
		d.Inferred = true
	}
	return d
}

// past reads 近五年来, 过去三年, 最近10年.
func (f *finder) past(i int) (Date, int) {
	j := literal(f.text, i, "过去", "最近", "近")
	if j == i {
		return Date{}, i
	}
	n := readNumber(f.text, j)
	if d, end := f.yearsBack(j, n); end > j {
		return d, end
	}
	end := literal(f.text, n.end, "年")
	if n.end == j || end == n.end || n.value < 1 || n.value > 200 || n.isYear() || n.arabic && n.value == 1 {
		return Date{}, i
	}
	return f.lastYears(n.value), end
}

// yearsBack reads 五年来, 10余年间 and 三年以来, whose number n stands at i.
func (f *finder) yearsBack(i int, n numeral) (Date, int) {
	j := literal(f.text, n.end, "多", "余")
	j = literal(f.text, j, "年")
	end := literal(f.text, j, "以来", "来", "间")
	if n.end == i || end == j || n.value < 1 || n.value > 200 || !strings.HasSuffix(f.text[:j], "年") {
		return Date{}, i
	}
	return f.lastYears(n.value), end
}

func (f *finder) lastYears(n int) Date {
	d := Date{Precision: Span, Inferred: true}
	if f.published.known() {
		d.set(f.published.add(-n, 0, 0), f.published)
	}
	return d
}

// plans are the five-year plans by the name print gives them, and their first year.
var plans = []struct {
	name string
	from int
}{
	{"十五五", 2026}, {"十四五", 2021}, {"十三五", 2016}, {"十二五", 2011}, {"十一五", 2006}, {"十五", 2001},
	{"九五", 1996}, {"八五", 1991}, {"七五", 1986},
}

// plan reads “十四五”, 十四五期间 and “十四五”时期. The short names need marks: 十五 may
// be fifteen.
func (f *finder) plan(i int) (Date, int) {
	opened := literal(f.text, i, "“", "「", "\"")
	for _, p := range plans {
		j := literal(f.text, opened, p.name)
		if j == opened {
			continue
		}
		end := literal(f.text, j, "”", "」", "\"")
		if marked := opened > i && end > j; !marked && (opened > i || len(p.name) < len("十四五")) {
			return Date{}, i
		}
		d := Date{Precision: Span, Period: "“" + p.name + "”"}
		d.set(day{p.from, 1, 1}, day{p.from + 4, 12, 31})
		return d, literal(f.text, end, "时期", "期间", "末", "以来")
	}
	return Date{}, i
}
