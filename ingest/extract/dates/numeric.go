package dates

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// numeric reads what begins with the number n at i.
func (f *finder) numeric(n numeral, i, start int) (Date, int) {
	switch {
	case n.isYear():
		if d, end := f.iso(n); end > i {
			return d, end
		}
		if d, end := f.years(n, i); end > i {
			return d, end
		}
		return f.printedYear(n, i)
	case n.value < 0 || follows(f.text, i, start, "第"):
		return Date{}, i
	}
	if d, end := f.yearsBack(i, n); end > i {
		return d, end
	}
	return f.yearless(i, i)
}

// follows tells whether prefix stands directly before i.
func follows(s string, i, start int, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasSuffix(s[start:i], p) {
			return true
		}
	}
	return false
}

// iso reads 2024-05-03, 2024/5/3 and 2024.05.03.
func (f *finder) iso(y numeral) (Date, int) {
	if !y.arabic {
		return Date{}, 0
	}
	for _, sep := range []string{"-", "/", "."} {
		i := literal(f.text, y.end, sep)
		m := readArabic(f.text, i)
		j := literal(f.text, m.end, sep)
		if i == y.end || m.end == i || j == m.end {
			continue
		}
		d := readArabic(f.text, j)
		on := day{y.value, m.value, d.value}
		if d.end == j || d.digits > 2 || on.date() == "" {
			continue
		}
		f.remember(y.value, m.value)
		return exactly(on), d.end
	}
	return Date{}, 0
}

func exactly(on day) Date {
	d := Date{Precision: Day, Period: string(on.date())}
	d.set(on, on)
	return d
}

// remember notes what later dates of the sentence may leave out.
func (f *finder) remember(y, m int) {
	f.year, f.month = y, m
	f.latest = max(f.latest, y)
}

// years reads 2011-2013年, 2011年至2013年 and 2020年以来.
func (f *finder) years(y numeral, i int) (Date, int) {
	after := literal(f.text, y.end, "年")
	j := through(f.text, after)
	if j == after {
		j = literal(f.text, after, "/")
	}
	z := readNumber(f.text, j)
	if j == after || !z.isYear() || z.value < y.value {
		return Date{}, i
	}
	end := literal(f.text, z.end, "年度", "年")
	if end == z.end || literal(f.text, end, "月") > end {
		return Date{}, i
	}
	if m := readNumber(f.text, end); m.end > end && literal(f.text, m.end, "月") > m.end {
		return Date{}, i // 2020年1月至2021年3月: read in two
	}
	f.latest = max(f.latest, z.value) // a month behind a range is of no year of it for sure
	d := Date{Precision: Span, Period: fmt.Sprintf("%d至%d年", y.value, z.value)}
	d.set(day{y.value, 1, 1}, day{z.value, 12, 31})
	return d, end
}

// printedYear reads 2024年 and what follows it.
func (f *finder) printedYear(n numeral, i int) (Date, int) {
	end := literal(f.text, n.end, "年")
	if literal(f.text, n.end, "财年", "财政年度") > n.end {
		end = n.end
		return f.withinYear(n.value, false, i, end)
	}
	if end == n.end {
		return Date{}, i
	}
	month := f.month
	f.month = 0
	d, after := f.withinYear(n.value, false, i, end)
	switch {
	case f.inTitle(i), d.Precision == Year && f.toCome(n.value):
		f.month = month
	case d.Precision == Span && goesOn(f.text[i:after]):
		f.month, f.latest = month, max(f.latest, n.value)
	default:
		f.remember(n.value, f.month)
	}
	return d, after
}

// longestWork is how far before a date the mark 《 is looked for, in bytes.
const longestWork = 90

// inTitle tells that i is inside the title of a work, 《2020年规划》, whose year is
// that of the work.
func (f *finder) inTitle(i int) bool {
	before := f.text[max(0, i-longestWork):i]
	return strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
}

// goesOn tells a time that goes on to this day: in 2010年以来首次，上半年…… the half is
// not of 2010.
func goesOn(printed string) bool {
	return strings.HasSuffix(printed, "以来") || strings.HasSuffix(printed, "至今")
}

// toCome tells a year so far ahead that what the sentence tells is not of it:
// 到2020年……，预计下半年公布.
func (f *finder) toCome(y int) bool { return f.published.known() && y > f.published.y+1 }

// withinYear reads what may follow a year that is known or not (0): months, days,
// quarters, halves; else it is the year itself.
func (f *finder) withinYear(y int, inferred bool, i, j int) (Date, int) {
	j = literal(f.text, j, "的")
	if d, end := f.part(y, j); end > j {
		d.Inferred = inferred
		return d, end
	}
	if strings.HasSuffix(f.text[i:j], "的") {
		j -= len("的")
	}
	d := Date{Precision: Year, Inferred: inferred}
	if y != 0 {
		d.Period = fmt.Sprint(y)
		d.set(day{y, 1, 1}, day{y, 12, 31})
	}
	if end := literal(f.text, j, "年初以来", "以来", "至今"); end > j {
		return f.since(d, y, 1, 1), end
	}
	if end := literal(f.text, j, "财年", "财政年度"); end > j { // every firm has its own
		return Date{Precision: Year, Inferred: inferred}, end
	}
	end := literal(f.text, j, "年初", "年底", "年末", "年中", "年内", "初", "底", "末")
	if end > j && y != 0 {
		d.Period += "年" + strings.TrimPrefix(f.text[j:end], "年")
		return d, end
	}
	return d, literal(f.text, j, "同期", "全年", "年度", "度", "期间")
}

// since makes d the time from a day to the day of publication.
func (f *finder) since(d Date, y, m, on int) Date {
	from, to := day{y, m, on}, f.published
	d.From, d.To, d.Precision = "", "", Span
	if y == 0 {
		return d
	}
	d.Period = fmt.Sprintf("%d年以来", y)
	if m > 1 {
		d.Period = fmt.Sprintf("%d年%d月以来", y, m)
	}
	d.set(from, to)
	return d
}

// yearless reads a part of a year whose year is printed elsewhere.
func (f *finder) yearless(i, j int) (Date, int) {
	y, anchor := f.year, Sentence
	if y == 0 {
		y, anchor = f.published.y, Publication
	}
	if y == 0 {
		y, anchor = f.latest, Text
	}
	month := f.month
	d, end := f.part(y, j)
	if end > j && anchor == Publication && f.tooFar(&d) {
		f.month = month
		d, end = f.part(y-1, j)
	}
	if end == j {
		d, end = f.bareDay(y, j)
	}
	d.Inferred, d.Anchor = true, anchor
	if end == j {
		end = i
	}
	return d, end
}

// Days after the publication from which on a part of a year is last year's.
const (
	farBegin = 150 // where it begins
	farEnd   = 100 // where it ends, of a span that begins with the year
)

// tooFar tells whether a date that prints no year lies too far ahead for one to
// tell of it.
func (f *finder) tooFar(d *Date) bool {
	if d.From == "" {
		return false
	}
	limit, from := farBegin, d.From
	if d.Precision == Span && strings.HasSuffix(string(d.From), "-01-01") {
		limit, from = farEnd, d.To
	}
	return from > f.published.add(0, 0, limit).date()
}

// bareDay reads 3日, the day of a month printed before or of the publication.
func (f *finder) bareDay(y, i int) (Date, int) {
	n := readNumber(f.text, i)
	end := literal(f.text, n.end, "日", "号")
	if n.end == i || end == n.end || n.value < 1 || n.value > 31 || n.about > 0 || f.month == 0 && notADay(f.text, end) || lasts(f.text, i, end) {
		return Date{}, i
	}
	if strings.HasSuffix(f.text[n.end:end], "号") && (f.month == 0 || !afterDay(f.text, end)) {
		return Date{}, i // 10号线, 3号楼, 7号燃料油
	}
	on := day{y, f.month, n.value}
	if f.month == 0 {
		on = f.beforePublication(n.value)
	}
	return f.daysFrom(on, end)
}

// beforePublication is the last day with this number that the article can tell of.
func (f *finder) beforePublication(n int) day {
	if !f.published.known() {
		return day{}
	}
	on := day{f.published.y, f.published.m, n}
	if n > f.published.d+7 {
		on = day{f.published.y, f.published.m, 1}.add(0, -1, 0)
		on.d = n
	}
	return on
}

// notADay tells whether the 日 before i belongs to another word: 三日游, 30日内.
func notADay(s string, i int) bool {
	r, w := utf8.DecodeRuneInString(s[i:])
	if r == '本' {
		next, _ := utf8.DecodeRuneInString(s[i+w:])
		return next != '报'
	}
	return strings.ContainsRune("内游间龄均元语线夜", r)
}

// goingOn stand before a number of days: 停业20日, 拘留5日.
var goingOn = []string{"关闭", "停业", "停牌", "停产", "停课", "封闭", "拘留", "为期", "历时", "长达", "關閉", "停業", "為期", "歷時", "長達", "封閉"}

// lasts tells whether the days from i to end are how long something goes on.
func lasts(s string, i, end int) bool {
	if r, _ := utf8.DecodeRuneInString(s[end:]); '0' <= r && r <= '9' || strings.ContainsRune("上下凌早晚起", r) && end < len(s) {
		return false // 停业20日8时起
	}
	for _, w := range goingOn {
		if strings.HasSuffix(s[:i], w) {
			return true
		}
	}
	return false
}

// afterDay tells whether what stands at i may follow a day: a stop, 上午, 至.
func afterDay(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i >= len(s) || strings.ContainsRune("，。、；：,（()）上下晚早中凌至到在起前后开举启正的-—~～当又", r)
}
