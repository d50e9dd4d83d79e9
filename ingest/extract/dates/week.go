package dates

import (
	"strings"
	"unicode/utf8"
)

// weekdays by the character that names them.
var weekdays = map[rune]int{'一': 0, '二': 1, '三': 2, '四': 3, '五': 4, '六': 5, '日': 6, '天': 6}

// monday of the week that is by weeks after the publication's.
func (f *finder) monday(by int) day {
	sinceMonday := (f.published.weekday() + 6) % 7
	return f.published.add(0, 0, 7*by-sinceMonday)
}

// relativeWeek is the seven days from Monday to Sunday, or what follows picks of
// them: 上周五, 本周末.
func (f *finder) relativeWeek(by, end int) (Date, int) {
	r, w := utf8.DecodeRuneInString(f.text[end:])
	n, named := weekdays[r]
	weekend := literal(f.text, end, "末")
	if !f.published.known() {
		if named {
			return Date{Precision: Day, Inferred: true}, end + w
		}
		return Date{Precision: Span, Inferred: true}, weekend
	}
	monday := f.monday(by)
	if named {
		d := exactly(monday.add(0, 0, n))
		d.Inferred = true
		return d, end + w
	}
	d := Date{Precision: Span, Inferred: true}
	if weekend > end {
		d.set(monday.add(0, 0, 5), monday.add(0, 0, 6))
		return d, weekend
	}
	d.set(monday, monday.add(0, 0, 6))
	return d, literal(f.text, end, "以来")
}

// weekday reads 周五 and 星期三: the last one up to the publication. 每周五 and 周一至周五
// are no days.
func (f *finder) weekday(i int) (Date, int) {
	j := literal(f.text, i, "星期", "周")
	r, w := utf8.DecodeRuneInString(f.text[j:])
	n, ok := weekdays[r]
	before, _ := utf8.DecodeLastRuneInString(f.text[:i])
	if j == i || !ok || strings.ContainsRune("每一二两三四五六七八九十几数个隔至到逢工", before) {
		return Date{}, i
	}
	end := j + w
	if next, _ := utf8.DecodeRuneInString(f.text[end:]); strings.ContainsRune("至到年岁次期围边省、", next) || through(f.text, end) > end {
		return Date{}, i
	}
	d := Date{Precision: Day, Inferred: true}
	if f.published.known() {
		on := f.monday(0).add(0, 0, n)
		if on.date() > f.published.date() {
			on = on.add(0, 0, -7)
		}
		d = exactly(on)
		d.Inferred = true
	}
	return d, end
}
