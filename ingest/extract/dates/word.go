package dates

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// kind of a word that tells of time.
type kind int

const (
	yearWord    kind = iota // 去年: a part of the year may follow
	monthWord               // 上月
	quarterWord             // 本季度
	weekWord                // 上周
	dayWord                 // 昨日
	sameYear                // 同年, 次年: counted from a year printed before
	sameDay                 // 当天, 次日
	sameMonth               // 当月
	openYear                // 年初, 年底: with no year before it
	openMonth               // 月底
	whileWord               // 每年, 目前: a period and no date
)

// timeWord is a word that tells of time.
type timeWord struct {
	text string
	kind kind
	by   int // years, months, … from what it is counted from
}

// words are longest first among those that begin alike.
var words = []timeWord{
	{"上一年度", yearWord, -1}, {"上一年", yearWord, -1}, {"上年度", yearWord, -1}, {"上年", yearWord, -1},
	{"去年", yearWord, -1}, {"今年", yearWord, 0}, {"本年度", yearWord, 0}, {"本年", yearWord, 0},
	{"前年", yearWord, -2}, {"明年", yearWord, 1}, {"后年", yearWord, 2},
	{"同年", sameYear, 0}, {"当年", sameYear, 0}, {"次年", sameYear, 1}, {"翌年", sameYear, 1}, {"全年", sameYear, 0},
	{"年初以来", openYear, 0}, {"年初", openYear, 0}, {"年底", openYear, 0}, {"年末", openYear, 0}, {"年中", openYear, 0}, {"年内", openYear, 0},
	{"上个月", monthWord, -1}, {"上月", monthWord, -1}, {"本月", monthWord, 0}, {"这个月", monthWord, 0}, {"下个月", monthWord, 1}, {"下月", monthWord, 1},
	{"当月", sameMonth, 0}, {"同月", sameMonth, 0}, {"月底", openMonth, 0}, {"月初", openMonth, 0}, {"月末", openMonth, 0},
	{"上季度", quarterWord, -1}, {"本季度", quarterWord, 0}, {"当季度", whileWord, 0}, {"当季", whileWord, 0},
	{"上周", weekWord, -1}, {"本周", weekWord, 0}, {"这周", weekWord, 0}, {"下周", weekWord, 1},
	{"上星期", weekWord, -1}, {"本星期", weekWord, 0}, {"下星期", weekWord, 1},
	{"昨日", dayWord, -1}, {"昨天", dayWord, -1}, {"昨晚", dayWord, -1}, {"昨夜", dayWord, -1}, {"今日", dayWord, 0}, {"今天", dayWord, 0}, {"今晚", dayWord, 0}, {"今晨", dayWord, 0}, {"今早", dayWord, 0},
	{"明天", dayWord, 1}, {"明日", dayWord, 1}, {"明晚", dayWord, 1}, {"前天", dayWord, -2}, {"前日", dayWord, -2}, {"后天", dayWord, 2},
	{"当日", sameDay, 0}, {"当天", sameDay, 0}, {"当晚", sameDay, 0}, {"同日", sameDay, 0}, {"同一天", sameDay, 0}, {"次日", sameDay, 1}, {"翌日", sameDay, 1}, {"第二天", sameDay, 1},
	{"每年", whileWord, 0}, {"每季度", whileWord, 0}, {"每个月", whileWord, 0}, {"每月", whileWord, 0}, {"每周", whileWord, 0}, {"每天", whileWord, 0}, {"每日", whileWord, 0}, {"每小时", whileWord, 0},
	{"目前", whileWord, 0}, {"当前", whileWord, 0}, {"现在", whileWord, 0}, {"如今", whileWord, 0}, {"近年来", whileWord, 0}, {"往年", whileWord, 0},
}

// wordsBy are the words by their first character.
var wordsBy = func() map[rune][]timeWord {
	m := map[rune][]timeWord{}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.text)
		m[r] = append(m[r], w)
	}
	return m
}()

// word reads a word from the list that begins at i.
func (f *finder) word(i int) (Date, int) {
	r, _ := utf8.DecodeRuneInString(f.text[i:])
	for _, w := range wordsBy[r] {
		if strings.HasPrefix(f.text[i:], w.text) && !f.partOfWord(i, r) {
			d, end := f.resolve(w, i, i+len(w.text))
			d.Rule = wordRule
			return d, end
		}
	}
	if d, end := f.weekday(i); end > i {
		d.Rule = wordRule
		return d, end
	}
	return f.past(i)
}

// partOfWord tells whether a word goes on one before it: 以前年度, 3年内, 两个月底,
// 出现在, 项目前期.
func (f *finder) partOfWord(i int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(f.text[:i])
	switch r {
	case '后':
		if strings.HasPrefix(f.text[i:], "后年") && f.yearly(i, before) {
			return true
		}
		return strings.ContainsRune("以之此目提眼年多数几日天", before) && !strings.HasSuffix(f.text[:i], "明年") || strings.HasPrefix(f.text[i:], "后天下")
	case '现':
		return strings.ContainsRune("出发体表呈实兑浮涌展再显", before)
	case '目':
		return strings.ContainsRune("项题节数科栏剧书曲名盲账品", before)
	case '前':
		return strings.ContainsRune("以之此目提眼年多数几日天", before) || strings.HasPrefix(f.text[i:], "前年度") || strings.HasPrefix(f.text[i:], "前日均")
	case '年', '月':
		return i > 0 && before >= '0' && !strings.ContainsRune("，。；：、“”（）《》到至于在截从自去今和与", before)
	case '同', '当', '全', '次':
		return strings.ContainsRune("每相共安健首年", before)
	}
	return false
}

// yearly tells that 后 at i ends a clause and 年 says how much a year: 投产后|年产.
func (f *finder) yearly(i int, before rune) bool {
	next, _ := utf8.DecodeRuneInString(f.text[i+len("后年"):])
	return strings.ContainsRune("产成工营用建完市", before) || strings.ContainsRune("产销均收处发供加出营利纳上入新可", next)
}

// resolve gives the date that a word means.
func (f *finder) resolve(w timeWord, i, end int) (Date, int) {
	switch w.kind {
	case yearWord:
		return f.relativeYear(w.by, i, end)
	case openYear:
		return f.relativeYear(0, i, i)
	case monthWord:
		return f.relativeMonth(w.by, end)
	case openMonth:
		d, _ := f.relativeMonth(0, i)
		return d, end
	case quarterWord:
		return f.relativeQuarter(w.by), literal(f.text, end, "末")
	case weekWord:
		return f.relativeWeek(w.by, end)
	case dayWord:
		return f.relativeDay(w.by), end
	case sameYear, sameMonth, sameDay:
		return f.same(w, i, end)
	}
	return Date{Period: f.view.Text[i:end]}, end
}

const near = 400 // bytes; 当天 counts from no date farther before

// same counts from the date printed before: 同年, 次日.
func (f *finder) same(w timeWord, i, end int) (Date, int) {
	open := Date{Period: f.view.Text[i:end]}
	on := f.said
	if !on.known() || i-f.saidAt > near || w.kind == sameDay && on.d == 0 || w.kind == sameMonth && on.m == 0 {
		return open, end
	}
	switch w.kind {
	case sameYear:
		if w.text == "全年" && f.year == 0 {
			return open, end
		}
		d, end := f.withinYear(on.y+w.by, true, i, end)
		d.Anchor = Sentence
		return d, end
	case sameMonth:
		d := Date{Precision: Month, Period: fmt.Sprintf("%d-%02d", on.y, on.m), Inferred: true, Anchor: Sentence}
		d.months(on.y, on.m, on.m)
		return d, end
	}
	d := exactly(on.add(0, 0, w.by))
	if f.published.known() && d.From > f.published.date() && f.saidAt <= f.start {
		return open, end // a day to come that another sentence tells of
	}
	d.Inferred, d.Anchor = true, Sentence
	return d, end
}

func (f *finder) relativeYear(by, i, end int) (Date, int) {
	y := 0
	if f.published.known() {
		y = f.published.y + by
		f.year = y
	}
	return f.withinYear(y, true, i, end)
}

func (f *finder) relativeMonth(by, end int) (Date, int) {
	d := Date{Precision: Month, Inferred: true}
	if !f.published.known() {
		return d, literal(f.text, end, "上旬", "中旬", "下旬", "初", "底", "末")
	}
	m := f.published.add(0, by, 0)
	d.months(m.y, m.m, m.m)
	d.Period = fmt.Sprintf("%d-%02d", m.y, m.m)
	f.month = m.m
	return d.ten(f.text, m.y, m.m, end)
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

func (f *finder) relativeDay(by int) Date {
	d := Date{Precision: Day, Inferred: true}
	if f.published.known() {
		on := f.published.add(0, 0, by)
		d = exactly(on)
		d.Inferred = true
		f.year = on.y // 今天（12月31日）
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
		marked, told := opened > i && end > j, literal(f.text, end, "时期", "期间") > end
		if !marked && (opened > i || len(p.name) < len("十四五") && !(told && p.name != "十五")) {
			return Date{}, i
		}
		d := Date{Precision: Span, Period: "“" + p.name + "”"}
		d.set(day{p.from, 1, 1}, day{p.from + 4, 12, 31})
		return d, literal(f.text, end, "时期", "期间", "末", "以来")
	}
	return Date{}, i
}
