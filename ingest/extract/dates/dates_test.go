package dates

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/text"
	"zhiku/store"
)

const published = store.Date("2026-01-20")

// line writes a date as: printed | from..to | precision | period, with ? where inferred.
func line(v *text.View, d Date) string {
	s := fmt.Sprintf("%s|%s..%s|%s|%s", v.Cut(d.Range), d.From, d.To, d.Precision, d.Period)
	if d.Inferred {
		s += "|?"
	}
	return s
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a full date", "2024年5月3日，青禾果业开业。", []string{"2024年5月3日|2024-05-03..2024-05-03|day|2024-05-03"}},
		{"a date with no year", "1月12日，机组并网。", []string{"1月12日|2026-01-12..2026-01-12|day|2026-01-12|?"}},
		{"a day with no month", "记者3日从云岭县获悉。", []string{"3日|2026-01-03..2026-01-03|day|2026-01-03|?"}},
		{"a day of last month", "记者30日从云岭县获悉。", []string{"30日|2025-12-30..2025-12-30|day|2025-12-30|?"}},
		{"days that something goes on are no date", "餐馆停业20日，店主被拘留5日。", nil},
		{"the day from which it goes on is one", "餐馆停业3日起实行。", []string{"3日|2026-01-03..2026-01-03|day|2026-01-03|?"}},
		{"a trip of three days is no date", "推出3日游线路。", nil},
		{"a metro line is no date", "地铁10号线开通。", nil},
		{"ISO", "更新于2024-05-03。", []string{"2024-05-03|2024-05-03..2024-05-03|day|2024-05-03"}},
		{"a day that does not exist is read no further than the year's digits", "编号2024-13-45。", nil},
		{"Chinese digits", "二〇二四年五月，工程开工。", []string{"二〇二四年五月|2024-05-01..2024-05-31|month|2024-05"}},
		{"full width", "２０２４年产量增长。", []string{"２０２４年|2024-01-01..2024-12-31|year|2024"}},
		{"last year", "去年，产量增长。", []string{"去年|2025-01-01..2025-12-31|year|2025|?"}},
		{"last year's month", "去年10月成立。", []string{"去年10月|2025-10-01..2025-10-31|month|2025-10|?"}},
		{"the first eleven months", "今年前11个月，外贸增长。", []string{"今年前11个月|2026-01-01..2026-11-30|span|2026年1至11月|?"}},
		{"months with a year", "2025年1至11月，外贸增长。", []string{"2025年1至11月|2025-01-01..2025-11-30|span|2025年1至11月"}},
		{"months with a dash", "1-6月，外贸增长。", []string{"1-6月|2025-01-01..2025-06-30|span|2025年1至6月|?"}},
		{"eleven months are a duration", "工期11个月。", nil},
		{"a quarter", "2020年一季度，运量增长。", []string{"2020年一季度|2020-01-01..2020-03-31|quarter|2020年一季度"}},
		{"a numbered quarter", "第3季度增长。", []string{"第3季度|2025-07-01..2025-09-30|quarter|2025年三季度|?"}},
		{"three quarters", "前三季度增长。", []string{"前三季度|2025-01-01..2025-09-30|span|2025年前三季度|?"}},
		{"half a year", "今年上半年增长。", []string{"今年上半年|2026-01-01..2026-06-30|half|2026年上半年|?"}},
		{"half a year as a time it took is none", "用了半年时间。", nil},
		{"a plan in marks", "“十四五”期间，投资增长。", []string{"“十四五”期间|2021-01-01..2025-12-31|span|“十四五”"}},
		{"a plan without marks", "十五五时期，投资增长。", []string{"十五五时期|2026-01-01..2030-12-31|span|“十五五”"}},
		{"fifteen is no plan", "十五名工人。", nil},
		{"years back", "五年来，集团投入很多。", []string{"五年来|2021-01-20..2026-01-20|span|五年来|?"}},
		{"the near years", "近三年增长。", []string{"近三年|2023-01-20..2026-01-20|span|近三年|?"}},
		{"since a year", "2020年以来，产量增长。", []string{"2020年以来|2020-01-01..2026-01-20|span|2020年以来"}},
		{"from year to year", "2011年至2013年，产量增长。", []string{"2011年至2013年|2011-01-01..2013-12-31|span|2011至2013年"}},
		{"days of one month", "2021年2月3日至5日，会议举行。", []string{"2021年2月3日至5日|2021-02-03..2021-02-05|span|2021-02-03至2021-02-05"}},
		{"days with one mark", "2月3至5日，会议举行。", []string{"2月3至5日|2026-02-03..2026-02-05|span|2026-02-03至2026-02-05|?"}},
		{"days of two months", "3月26日起至4月5日停运。", []string{"3月26日起至4月5日|2026-03-26..2026-04-05|span|2026-03-26至2026-04-05|?"}},
		{"a second day takes the month", "3月13日、18日开行。", []string{
			"3月13日|2026-03-13..2026-03-13|day|2026-03-13|?", "18日|2026-03-18..2026-03-18|day|2026-03-18|?"}},
		{"a second month takes the year", "2017年10月开工，12月并网。", []string{
			"2017年10月|2017-10-01..2017-10-31|month|2017-10", "12月|2017-12-01..2017-12-31|month|2017-12|?"}},
		{"periods that are no dates", "目前每年发电。", []string{"目前|..||目前", "每年|..||每年"}},
		{"yesterday", "昨日开幕。", []string{"昨日|2026-01-19..2026-01-19|day|2026-01-19|?"}},
		{"last month", "上月增长。", []string{"上月|2025-12-01..2025-12-31|month|2025-12|?"}},
		{"the end of a year", "2017年末增长。", []string{"2017年末|2017-01-01..2017-12-31|year|2017年末"}},
		{"the near future is this year's", "3月5日开幕。", []string{"3月5日|2026-03-05..2026-03-05|day|2026-03-05|?"}},
		{"what lies far ahead was last year", "11月5日开幕。", []string{"11月5日|2025-11-05..2025-11-05|day|2025-11-05|?"}},
		{"eleven months that have ended", "前11个月，外贸增长。", []string{"前11个月|2025-01-01..2025-11-30|span|2025年1至11月|?"}},
		{"this year's are this year's", "今年三季度投产。", []string{"今年三季度|2026-07-01..2026-09-30|quarter|2026年三季度|?"}},
		{"last night", "昨晚开幕。", []string{"昨晚|2026-01-19..2026-01-19|day|2026-01-19|?"}},
		{"the day before yesterday", "前日开幕。", []string{"前日|2026-01-18..2026-01-18|day|2026-01-18|?"}},
		{"目前 before 日 is no such day", "目前日均发电。", []string{"目前|..||目前"}},
		{"a fiscal year of before is none", "以前年度亏损。", nil},
		{"a weekday of last week", "上周五开幕。", []string{"上周五|2026-01-16..2026-01-16|day|2026-01-16|?"}},
		{"the last weekday", "周五开幕。", []string{"周五|2026-01-16..2026-01-16|day|2026-01-16|?"}},
		{"every Friday is none", "每周五开放，周一至周五办公。", []string{"每周|..||每周"}},
		{"the end of last month", "上月底开幕。", []string{"上月底|2025-12-01..2025-12-31|month|2025-12|?"}},
		{"ten days of a month", "2025年8月中旬开幕。", []string{"2025年8月中旬|2025-08-11..2025-08-20|span|2025-08中旬"}},
		{"the end of this year", "年底投产。", []string{"年底|2026-01-01..2026-12-31|year|2026年底|?"}},
		{"three years long is none", "3年内投产。", nil},
		{"the same year", "2017年开工，同年并网。", []string{"2017年|2017-01-01..2017-12-31|year|2017", "同年|2017-01-01..2017-12-31|year|2017|?"}},
		{"the next day", "2021年2月28日开幕，次日闭幕。", []string{
			"2021年2月28日|2021-02-28..2021-02-28|day|2021-02-28", "次日|2021-03-01..2021-03-01|day|2021-03-01|?"}},
		{"the next day of none is open", "次日闭幕。", []string{"次日|..||次日"}},
		{"every same year is none", "历年同年级学生。", nil},
		{"months back", "近3个月增长。", []string{"近3个月|2025-10-20..2026-01-20|span|近3个月|?"}},
		{"years ahead", "未来五年投资。", []string{"未来五年|2026-01-20..2031-01-20|span|未来五年|?"}},
		{"years ago", "10年前建成。", []string{"10年前|2016-01-01..2016-12-31|year|10年前|?"}},
		{"a decade", "上世纪80年代建成。", []string{"上世纪80年代|1980-01-01..1989-12-31|span|上世纪80年代"}},
		{"a decade of an unnamed century", "九十年代建成。", []string{"九十年代|1990-01-01..1999-12-31|span|九十年代"}},
		{"one of two centuries", "20年代建成。", []string{"20年代|..|span|20年代"}},
		{"up to now", "2020年至今增长。", []string{"2020年至今|2020-01-01..2026-01-20|span|2020年以来"}},
		{"a firm's own year is open", "2010财年增长。", []string{"2010财年|..|year|2010财年"}},
		{"clock times between two days", "5月1日零时至5月5日24时。", []string{"5月1日零时至5月5日|2026-05-01..2026-05-05|span|2026-05-01至2026-05-05|?"}},
		{"a kind of oil is no day", "7月1日起，5-7号燃料油降价。", []string{"7月1日|2025-07-01..2025-07-01|day|2025-07-01|?"}},
		{"traditional", "過去兩年，去年前11個月。", []string{"過去兩年|2024-01-20..2026-01-20|span|過去兩年|?", "去年前11個月|2025-01-01..2025-11-30|span|2025年1至11月|?"}},
		{"a number is no year", "生产2024辆汽车。", nil},
		{"a long number is no year", "编号12024年。", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := text.New(c.text)
			var got []string
			for _, d := range Find(v, published) {
				got = append(got, line(v, d))
			}
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestAnchor(t *testing.T) {
	for text1, want := range map[string]store.DateAnchor{
		"2024年5月3日开业。":      "",
		"昨日开业。":             Publication,
		"5月3日开业。":           Publication,
		"2017年10月开工，12月并网。": Sentence,
		"2017年开工，同年并网。":     Sentence,
		"目前发电。":             "",
	} {
		v := text.New(text1)
		ds := Find(v, published)
		if len(ds) == 0 || ds[len(ds)-1].Anchor != want {
			t.Errorf("%s: %+v, want %q", text1, ds, want)
		}
	}
	v := text.New("2019年5月3日开工。6月完工。")
	if ds := Find(v, ""); len(ds) != 2 || ds[1].Anchor != Text {
		t.Errorf("%+v", ds)
	}
}

func TestWithoutPublication(t *testing.T) {
	v := text.New("2019年5月3日开工。6月完工。去年验收。")
	want := []string{
		"2019年5月3日|2019-05-03..2019-05-03|day|2019-05-03",
		"6月|2019-06-01..2019-06-30|month|2019-06|?",
		"去年|..|year|去年|?",
	}
	for i, d := range Find(v, "") {
		if got := line(v, d); got != want[i] {
			t.Errorf("got %s, want %s", got, want[i])
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"2024年5月3日至5日", "“十四五”期间", "去年前11个月", "二〇二四年底以来", "1-6月", strings.Repeat("9", 1000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := text.New(s)
		last := 0
		starts := characters(v.Text)
		for _, d := range Find(v, published) {
			if d.Start < last || d.End <= d.Start || d.End > len(v.Text) {
				t.Fatalf("%q: range %v after %d", s, d.Range, last)
			}
			last = d.End
			if !starts[d.Start] || !starts[d.End] {
				t.Fatalf("%q: %v cuts a character", s, d.Range)
			}
			if (d.Anchor != "") != (d.Inferred && d.From != "") {
				t.Fatalf("%q: %+v", s, d)
			}
			if (d.From == "") != (d.To == "") || d.From > d.To {
				t.Fatalf("%q: from %q to %q", s, d.From, d.To)
			}
		}
	})
}

// characters are the places between characters; a broken byte is one.
func characters(s string) map[int]bool {
	m := map[int]bool{len(s): true}
	for i := range s {
		m[i] = true
	}
	return m
}

func BenchmarkFind(b *testing.B) {
	const sentence = "2025年1至11月，云岭县外贸增长。去年10月，青禾果业投产，今年上半年产量翻番。"
	for _, kb := range []int{10, 100, 1000} {
		v := text.New(strings.Repeat(sentence, kb*1000/len(sentence)))
		want := 3 * (kb * 1000 / len(sentence))
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			for b.Loop() {
				if got := len(Find(v, published)); got != want {
					b.Fatalf("%d dates, want %d", got, want)
				}
			}
		})
	}
}
