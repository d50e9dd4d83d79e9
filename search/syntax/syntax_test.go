package syntax

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhiku/store"
	"zhiku/zh/fold"
)

// tree spells a query so that nothing of its clauses is lost: clauses by "; ",
// alternatives by " | ".
func tree(q Query) string {
	clauses := make([]string, len(q.Clauses))
	for i, c := range q.Clauses {
		atoms := make([]string, len(c.Any))
		for j, a := range c.Any {
			atoms[j] = leaf(a)
		}
		if clauses[i] = strings.Join(atoms, " | "); c.Exclude {
			clauses[i] = "not " + clauses[i]
		}
	}
	return strings.Join(clauses, "; ")
}

func leaf(a Atom) string {
	switch a.Kind {
	case Phrase:
		return "[" + a.Text + "]"
	case Field:
		text := string(a.Date) + string(a.Type) + a.Text
		if a.Quoted {
			text = "[" + text + "]"
		}
		return string(a.Key) + ":" + text
	case Range:
		return strings.TrimRight(fmt.Sprintf("%s%s %s %s %s", a.Bounds.Metric, a.Bounds.Op,
			a.Bounds.Value, a.Bounds.To, a.Bounds.Unit), " ")
	}
	return a.Text
}

func codes(q Query) string {
	out := make([]string, len(q.Warnings))
	for i, w := range q.Warnings {
		out[i] = string(w.Code)
	}
	return strings.Join(out, " ")
}

type example struct{ name, query, want, warned string }

func check(t *testing.T, examples []example) {
	t.Helper()
	for _, c := range examples {
		t.Run(c.name, func(t *testing.T) {
			q, err := Parse(c.query)
			if err != nil {
				t.Fatal(err)
			}
			if got := tree(q); got != c.want {
				t.Errorf("Parse(%q)\n got %s\nwant %s", c.query, got, c.want)
			}
			if got := codes(q); got != c.warned {
				t.Errorf("Parse(%q) warns %q, want %q", c.query, got, c.warned)
			}
			if err := sound(c.query, q); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestWordsAndPhrases(t *testing.T) {
	check(t, []example{
		{"nothing asks nothing", " 　\t", "", ""},
		{"blanks divide words", "电池  钢铁", "电池; 钢铁", ""},
		{"a full-width blank divides as well", "电池　钢铁", "电池; 钢铁", ""},
		{"a line break is a blank", "电池\n钢铁", "电池; 钢铁", ""},
		{"curly marks make a phrase", "“动力电池”", "[动力电池]", ""},
		{"straight marks", `"动力电池"`, "[动力电池]", ""},
		{"full-width straight marks", "＂动力电池＂", "[动力电池]", ""},
		{"corner marks", "「動力電池」 『產能』", "[動力電池]; [產能]", ""},
		{"upright corner marks", "﹁動力﹂﹃電池﹄", "[動力]; [電池]", ""},
		{"single curly marks", "‘动力电池’", "[动力电池]", ""},
		{"an input method's two closing marks", "”动力电池”", "[动力电池]", ""},
		{"and its two opening ones", "“动力电池“", "[动力电池]", ""},
		{"a straight mark closes a curly one", `“动力电池"`, "[动力电池]", ""},
		{"other marks inside are text", "「他说“好”」", "[他说“好”]", ""},
		{"blanks inside a phrase stay one", "“ new　 energy ”", "[new energy]", ""},
		{"syntax inside a phrase is text", "“-甲 OR 人:乙”", "[-甲 OR 人:乙]", ""},
		{"a phrase after a word needs no blank", "电池“产能”", "电池; [产能]", ""},
		{"a word after a phrase needs no blank", "“产能”电池", "[产能]; 电池", ""},
		{"an empty phrase is nothing", "“” 电池", "电池", ""},
		{"an unclosed mark is a character", "“未闭合 电池", "“未闭合; 电池", "unclosed-mark"},
		{"a closing corner mark alone too", "电池」", "电池」", "unclosed-mark"},
		{"an apostrophe is no mark", "it’s", "it’s", ""},
		{"signs of other query languages mean nothing", "电池^2 /[/ a~1 +b * 比亚?", "电池^2; /[/; a~1; +b; *; 比亚?", ""},
		{"title marks are part of the word", "《山海报》", "《山海报》", ""},
		{"what cannot be seen is nothing", "\u200b\ufeff\x00 电\u200b池", "电池", ""},
		{"full-width letters stay as typed", "ｃａｔｌ Ａ股", "ｃａｔｌ; Ａ股", ""},
		{"a byte that is no UTF-8 is a character", "电\xff池", "电\uFFFD池", ""},
	})
}

func TestExclude(t *testing.T) {
	check(t, []example{
		{"a minus excludes", "电池 -广告", "电池; not 广告", ""},
		{"a full-width minus excludes", "电池 －广告", "电池; not 广告", ""},
		{"before a phrase", "-“招商 广告”", "not [招商 广告]", ""},
		{"before a field", "-来源:甲报", "not source:甲报", ""},
		{"before a range", "-产值>1亿", "not 产值> 100000000", ""},
		{"exclusions alone", "-广告 -招商", "not 广告; not 招商", ""},
		{"a minus alone is a character", "电池 - 钢铁", "电池; -; 钢铁", "empty-minus"},
		{"at the end too", "电池 －", "电池; －", "empty-minus"},
		{"inside a word it is a character", "COVID-19 铁-镍", "COVID-19; 铁-镍", ""},
		{"so it is at its end", "电池-", "电池-", ""},
		{"two are characters", "--电池", "--电池", ""},
		{"degrees below zero are text", "-5℃ -3.5% -10度", "-5℃; -3.5%; -10度", ""},
		{"so is a decimal", "-0.5", "-0.5", ""},
		{"5G is no degree", "-5G -2023 -12306", "not 5G; not 2023; not 12306", ""},
		{"marks exclude what looks like degrees", "-“5℃”", "not [5℃]", ""},
	})
}

func TestAlternatives(t *testing.T) {
	check(t, []example{
		{"OR joins", "电池 OR 储能", "电池 | 储能", ""},
		{"或 joins", "电池 或 储能", "电池 | 储能", ""},
		{"a bar joins", "电池 | 储能 ｜ 钠电", "电池 | 储能 | 钠电", ""},
		{"full-width OR joins", "电池　ＯＲ　储能", "电池 | 储能", ""},
		{"OR is closer than a blank", "甲 乙 OR 丙 丁", "甲; 乙 | 丙; 丁", ""},
		{"或 inside a word is text", "或许 甲或乙 间或", "或许; 甲或乙; 间或", ""},
		{"or in small letters is English", "war or peace", "war; or; peace", ""},
		{"a bar inside a word is text", "甲|乙", "甲|乙", ""},
		{"between phrases no blank is needed", "“甲”或“乙”", "[甲] | [乙]", ""},
		{"fields and ranges join as well", "人:甲 OR 产值>5亿", "speaker:甲 | 产值> 500000000", ""},
		{"OR at the end is a word", "电池 OR", "电池; OR", "stray-or"},
		{"at the beginning too", "或 电池", "或; 电池", "stray-or"},
		{"alone too", "OR", "OR", "stray-or"},
		{"twice in a row too", "甲 OR OR 乙", "甲; OR; OR; 乙", "stray-or stray-or"},
		{"beside an exclusion too", "甲 OR -乙", "甲; OR; not 乙", "stray-or"},
		{"behind one too", "-甲 或 乙", "not 甲; 或; 乙", "stray-or"},
		{"或 can be excluded", "甲 -或 乙", "甲; not 或; 乙", ""},
		{"或 can be sought in marks", "甲 “或” 乙", "甲; [或]; 乙", ""},
	})
}

func TestBrackets(t *testing.T) {
	check(t, []example{
		{"brackets hold alternatives", "(甲 OR 乙) 丙", "甲 | 乙; 丙", ""},
		{"full-width ones too, with no blank", "（甲 或 乙）丙", "甲 | 乙; 丙", ""},
		{"phrases and fields within", "(“甲” OR 人:“乙 丙” OR 人:丁)", "[甲] | speaker:[乙 丙] | speaker:丁", ""},
		{"two of them", "(甲 OR 乙) (丙 OR 丁)", "甲 | 乙; 丙 | 丁", ""},
		{"a minus takes none of them", "-(甲 OR 乙) 丙", "not (甲; OR; 乙); 丙", "unknown-group stray-or"},
		{"a bracket in marks closes nothing", "(甲 OR “乙)”)", "甲 | [乙)]", ""},
		{"brackets in a word are text", "蓝湖(沂川)公司 f(x)", "蓝湖(沂川)公司; f(x)", ""},
		{"around one word too", "(甲) ()", "(甲); ()", ""},
		{"words that must all hold make no alternative", "(甲 乙) OR 丙", "(甲; 乙) | 丙", "unknown-group"},
		{"an exclusion neither", "(甲 OR -乙)", "(甲; OR; not 乙)", "unknown-group stray-or"},
		{"a nest is text to its end", "(甲 OR (乙 OR 丙) OR 丁)", "(甲 | (乙 | 丙) | 丁)", "unknown-group"},
		{"not closed", "(甲 OR 乙", "(甲 | 乙", "unknown-group"},
		{"the first of several is named", "(甲 OR 乙( 人:(丙", "(甲 | 乙(; speaker:(丙", "unknown-group"},
		{"a field of alternatives is none", "人:(甲 OR 乙)", "speaker:(甲 | 乙)", "unknown-group"},
	})
}

func TestFields(t *testing.T) {
	check(t, []example{
		{"a person", "人:安·李", "speaker:安·李", ""},
		{"the English key in any case", "Speaker:安·李 ORG:x", "speaker:安·李; org:x", ""},
		{"a full-width colon", "人：安·李", "speaker:安·李", ""},
		{"a full-width key", "ｏｒｇ：甲", "org:甲", ""},
		{"a traditional key", "機構:甲 單位:元 來源:乙 項目:丙", "org:甲; unit:元; source:乙; project:丙", ""},
		{"a value in marks", "人:“安·李” 公司：「甲 乙」丙", "speaker:[安·李]; company:[甲 乙]; 丙", ""},
		{"all keys", "公司:a company:b 项目:c project:d 来源:e source:f 单位:g unit:h 机构:i",
			"company:a; company:b; project:c; project:d; source:e; source:f; unit:g; unit:h; org:i", ""},
		{"kinds", "类型:文章 类型:引语 kind:Figure 类型:人物 类型:企业 类型:机构 類型:項目",
			"kind:article; kind:quote; kind:figure; kind:person; kind:company; kind:organization; kind:project", ""},
		{"a kind in marks", "类型:“数据”", "kind:figure", ""},
		{"a kind that is none", "类型:照片", "类型:照片", "unknown-kind"},
		{"the value stands right behind", "人: 安·李", "人:; 安·李", "field-without-value"},
		{"and the colon right behind the key", "人 :安·李 人       ：安", "人; :安·李; 人; ：安", ""},
		{"an empty phrase is no value", "人:“”", "人:", "field-without-value"},
		{"an unclosed value", "人:“安", "speaker:“安", "unclosed-mark"},
		{"a longer word is no key", "负责人:甲 时间:12:30 比亚迪:深圳", "负责人:甲; 时间:12:30; 比亚迪:深圳", ""},
		{"nor is code or an address", "project::name source://x https://a.b/c?d=1", "project::name; source://x; https://a.b/c?d=1", ""},
		{"a value may hold a colon", "来源:甲:乙", "source:甲:乙", ""},
		{"a unit is half-width", "单位：％", "unit:%", ""},
		{"scores and standards are text", "3:2 A/B C++ GB/T 123-2020", "3:2; A/B; C++; GB/T; 123-2020", ""},
	})
}

func TestDates(t *testing.T) {
	check(t, []example{
		{"after a year begins with it", "之后:2024", "after:2024-01-01", ""},
		{"before a year ends with it", "之前:2024", "before:2024-12-31", ""},
		{"a month", "之后:2024-05 之前:2024-5", "after:2024-05-01; before:2024-05-31", ""},
		{"a leap year's February", "之前:2024/2 之前:2023.02", "before:2024-02-29; before:2023-02-28", ""},
		{"a day is included by both", "after:2024-05-03 before:2024/5/3", "after:2024-05-03; before:2024-05-03", ""},
		{"in Chinese", "之后:2024年 之后:2024年5月 之前:2024年5月3日 之前:2024年5月3号",
			"after:2024-01-01; after:2024-05-01; before:2024-05-03; before:2024-05-03", ""},
		{"eight digits", "之后:20240503", "after:2024-05-03", ""},
		{"full-width digits", "之後：２０２４－０５", "after:2024-05-01", ""},
		{"in marks", "之后:“2024-05-03”", "after:2024-05-03", ""},
		{"a day that does not exist", "之后:2024-02-30", "之后:2024-02-30", "unknown-date"},
		{"nor a month", "之后:2024-13 之前:2024年13月", "之后:2024-13; 之前:2024年13月", "unknown-date unknown-date"},
		{"nor a year of news", "之后:0024", "之后:0024", "unknown-date"},
		{"words", "之后:去年", "之后:去年", "unknown-date"},
		{"no date", "之后:", "之后:", "field-without-value"},
		{"之后 in a word is text", "会后之后 之后", "会后之后; 之后", ""},
	})
}

func TestRanges(t *testing.T) {
	check(t, []example{
		{"more than", "产值>100亿元", "产值> 10000000000  元", ""},
		{"at least", "产值>=100亿元 产值≥100亿", "产值>= 10000000000  元; 产值>= 10000000000", ""},
		{"less and at most", "利润<1000万元 利润<=1000万 利润≤5", "利润< 10000000  元; 利润<= 10000000; 利润<= 5", ""},
		{"full-width signs", "产值＞１００亿元 产值＞＝１，０００", "产值> 10000000000  元; 产值>= 1000", ""},
		{"traditional numerals", "產值>3億元", "產值> 300000000  元", ""},
		{"percent", "增长>10% 增长>10％ 增长>百分之十", "增长> 10  %; 增长> 10  %; 增长> 10  %", ""},
		{"below zero", "增长>-5% 利润<负3万元", "增长> -5  %; 利润< -30000  元", ""},
		{"any metric", "数值>100亿 value>100亿 >100亿", "> 10000000000; > 10000000000; > 10000000000", ""},
		{"a metric with a digit and a point", "PM2.5>75", "PM2.5> 75", ""},
		{"a colon before the sign", "产值:>5亿", "产值> 500000000", ""},
		{"from and to", "产值:100亿..200亿", "产值.. 10000000000 20000000000", ""},
		{"typed the wrong way round", "产值:200亿..100亿", "产值.. 10000000000 20000000000", ""},
		{"the unit of both", "产值：100亿..200亿元", "产值.. 10000000000 20000000000 元", ""},
		{"the magnitude of both", "产值:100..200亿元", "产值.. 10000000000 20000000000 元", ""},
		{"unless that is too much", "产值:5000..1万", "产值.. 5000 10000", ""},
		{"nor with a unit of its own", "产值:5元..1万元", "产值.. 5 10000 元", ""},
		{"two numbers alone", "100亿..200亿", ".. 10000000000 20000000000", ""},
		{"a word that begins with 超", "超百亿 超100亿元 逾3万人", "> 10000000000; > 10000000000  元; > 30000  人", ""},
		{"and its like", "超过三成 突破1000万辆 高于5% 低于三百万元 不足10% 不到两年 不低于3倍 大于等于5亿 不超过一百户",
			"> 3  成; > 10000000  辆; > 5  %; < 3000000  元; < 10  %; < 2  年; >= 3  倍; >= 500000000; <= 100  户", ""},
		{"the unit keeps its case", "装机>5ＧＷ 电量>3.5GWh", "装机> 5  GW; 电量> 3.5  GWh", ""},
		{"a unit may begin like a magnitude", "装机>5千瓦 装机>5万千瓦", "装机> 5  千瓦; 装机> 50000  千瓦", ""},
		{"units of two parts", "价格>5000元/吨 面积>3m2", "价格> 5000  元/吨; 面积> 3  m2", ""},
	})
}

func TestNoRanges(t *testing.T) {
	check(t, []example{
		{"a word that only begins like one", "超人 超一线城市 超三甲 超5G 逾期 突破 不到长城 不足", "超人; 超一线城市; 超三甲; 超5G; 逾期; 突破; 不到长城; 不足", ""},
		{"超 with a bare digit", "超8 突破2", "超8; 突破2", ""},
		{"in the middle of a word", "产值超百亿", "产值超百亿", ""},
		{"a dash is no range", "产值100亿-200亿 产值:100亿-200亿 比分:3-2", "产值100亿-200亿; 产值:100亿-200亿; 比分:3-2", ""},
		{"a comparison with no number", "产值>很多", "产值>很多", "range-without-number"},
		{"with none at all", "产值>=", "产值>=", "range-without-number"},
		{"blanks around the sign", "产值 > 100亿元", "产值; >; 100亿元", "range-without-number"},
		{"a number in marks", "产值>“100亿”", "产值>; [100亿]", "range-without-number"},
		{"half a range", "产值:100亿..", "产值:100亿..", "range-without-number"},
		{"units that differ", "产值:5元..9吨", "产值:5元..9吨", "range-without-number"},
		{"two comparisons", "产值>1亿<2亿", "产值>1亿<2亿", "range-without-number"},
		{"a number of two readings", "产值>3万5", "产值>3万5", "range-without-number"},
		{"a sentence is no unit", "产值>5元人民币的企业有多少", "产值>5元人民币的企业有多少", "range-without-number"},
		{"nor is 左右", "产值>5亿元左右 产值>5以上", "产值>5亿元左右; 产值>5以上", "range-without-number range-without-number"},
		{"nor is a second number", "产值>5元2", "产值>5元2", "range-without-number"},
		{"arrows, tags and formulas", "A->B <b> a=>1 E=mc2 1>2 x=5", "A->B; <b>; a=>1; E=mc2; 1>2; x=5", ""},
		{"an address", "https://a.b/c>5", "https://a.b/c>5", ""},
		{"dots", "等等.. a..b 1.2.3", "等等..; a..b; 1.2.3", ""},
	})
}

func TestPlaces(t *testing.T) {
	const text = "甲 -“乙” OR 人：“丙”\u200b丁 之后:x"
	q, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range q.Clauses {
		for _, a := range c.Any {
			got = append(got, text[a.Start:a.End])
		}
	}
	for _, w := range q.Warnings {
		got = append(got, "!"+text[w.Start:w.End])
	}
	want := []string{"甲", "“乙”", "OR", "人：“丙”", "丁", "之后:x", "!OR", "!之后:x"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWarningsSayWhatWouldWork(t *testing.T) {
	q, err := Parse("之后:去年")
	if err != nil || len(q.Warnings) != 1 {
		t.Fatal(q.Warnings, err)
	}
	for _, message := range []string{q.Warnings[0].Chinese, q.Warnings[0].English} {
		if !strings.Contains(message, "之后:去年") || !strings.Contains(message, "2024-05-03") {
			t.Errorf("%q does not name the slip and what works", message)
		}
	}
}

func TestString(t *testing.T) {
	for _, c := range [][2]string{
		{"甲 ｜ speaker：「乙」　－after:2024", "甲 OR 人:“乙” -之后:2024-01-01"},
		{"(甲 或 乙) “丙", "甲 OR 乙 “丙"},
		{"「他说“好”」", "「他说“好”」"},
		{"source://x Org::y", "source://x Org::y"},
		{"5\"屏 『甲』", "5\"屏 「甲」"},
		{"kind:quote before:2024年2月", "类型:引语 之前:2024-02-29"},
		{"超百亿 产值≥1.2万亿元 增长<０．５％", "数值>100亿 产值>=1.2万亿元 增长<0.5%"},
		{"产值:5..100000 产值:5..10万", "产值:5..100000 产值:5万..10万"},
	} {
		q, err := Parse(c[0])
		if err != nil || q.String() != c[1] {
			t.Errorf("Parse(%q).String() = %q, %v; want %q", c[0], q.String(), err, c[1])
		}
	}
}

func TestLimits(t *testing.T) {
	for _, c := range []struct {
		name, query string
		wrong       bool
	}{
		{"as long as can be", strings.Repeat("电", MaxRunes), false},
		{"one character too long", strings.Repeat("电", MaxRunes+1), true},
		{"as many words as can be", strings.Repeat("电 ", MaxAtoms), false},
		{"one word too many", strings.Repeat("电 ", MaxAtoms+1), true},
		{"an OR is no word of its own", strings.Repeat("电 OR ", MaxAtoms-1) + "池", false},
		{"alternatives are words", strings.Repeat("电 OR ", MaxAtoms) + "池", true},
		{"a megabyte", strings.Repeat("“电", 1<<18), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := Parse(c.query)
			if got := errors.Is(err, store.ErrInvalid); got != c.wrong {
				t.Fatalf("Parse: %v", err)
			}
			if c.wrong && (q.Clauses != nil || !strings.Contains(err.Error(), "at most")) {
				t.Errorf("%v comes with %v or does not say what would work", err, q)
			}
		})
	}
}

// sound tells what rule a parsed query breaks.
func sound(text string, q Query) error {
	last := 0
	for _, c := range q.Clauses {
		if len(c.Any) == 0 || c.Exclude && len(c.Any) > 1 {
			return fmt.Errorf("%q has a clause of %d atoms, exclude %v", text, len(c.Any), c.Exclude)
		}
		for _, a := range c.Any {
			if a.Start < last || a.End <= a.Start || a.End > len(text) {
				return fmt.Errorf("%q: %+v overlaps or lies outside", text, a)
			}
			if last = a.End; a.Kind == Word && (a.Text == "" || strings.ContainsAny(a.Text, " \n\t")) {
				return fmt.Errorf("%q has the word %q", text, a.Text)
			}
		}
	}
	for _, w := range q.Warnings {
		if w.Start < 0 || w.End <= w.Start || w.End > len(text) || w.Chinese == "" || w.English == "" {
			return fmt.Errorf("%q: warning %+v", text, w)
		}
	}
	if err := sameWide(text, q); err != nil {
		return err
	}
	return sameAgain(text, q)
}

// sameAgain checks that the plain spelling of a query asks for the same.
func sameAgain(text string, q Query) error {
	plain := q.String()
	if utf8.RuneCountInString(plain) > MaxRunes {
		return nil // grown: 之后:2024 is 之后:2024-01-01
	}
	again, err := Parse(plain)
	if err != nil || tree(again) != tree(q) {
		return fmt.Errorf("%q is spelt %q and read back as\n%s, not\n%s, %v", text, plain, tree(again), tree(q), err)
	}
	if again.String() != plain {
		return fmt.Errorf("%q is spelt %q, then %q", text, plain, again.String())
	}
	return nil
}

// sameWide checks that a query in full-width forms asks for the same.
func sameWide(text string, q Query) error {
	wide, err := Parse(widen(text))
	if a, b := fold.String(tree(q)), fold.String(tree(wide)); a != b || err != nil {
		return fmt.Errorf("%q asks for\n%s, in full-width forms for\n%s, %v", text, a, b, err)
	}
	return nil
}

func widen(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '　'
		case '!' <= r && r <= '~':
			return r - '!' + '！'
		}
		return r
	}, s)
}

// scraps are what hostile and plain queries are made of.
var scraps = strings.Fields(`“ ” " ＂ 「 」 『 』 ‘ ’ ﹁ ﹂ - － -- OR 或 | ｜ ( ) （ ） : ： :: // .. ... . , > < >= ≤ ≥ ＞ = ==
	人: 机构： speaker: 之后: before: 类型: 单位: 数值 数值: 产值 产值> 产值: 超 超过 不足 不低于 百分之 负 − 2024 2024-05 2024年5月3日 文章
	电池 储能 甲 乙 a B 5 10 100 3.5 1,000 0.1 00 百 千 万 亿 个亿 十 三 五 零 〇 两 点 元 % ％ ℃ 人 千瓦 GWh m2 元/吨 成
	* ? ~ ^ [ ] \ / + & ! # @ { } ; 🎉 é İ 電 乾 著`)

func TestHostileQueries(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2026))
	scraps := append(scraps, " ", " ", " ", "　", "\x00", "\x1b", "\u200b", "\u202e", "\ufeff", "\n", "\xff", "\xe4\xb8", "\ufffd", "")
	for range 10_000 {
		var b strings.Builder
		for range r.IntN(24) {
			b.WriteString(scraps[r.IntN(len(scraps))])
		}
		q, err := Parse(b.String())
		if err != nil {
			t.Fatalf("%q: %v", b.String(), err)
		}
		if err := sound(b.String(), q); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"甲 OR (乙 或 丙) -“丁 戊” 人:“安·李”", "产值:100..200亿元 超百亿 -5℃", "之后:2024-05 类型:引语",
		"5\" 「甲」 ”", "(甲 OR (乙 OR 丙) OR 丁)", "产值>百分之三点五 逾两个亿",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		if err != nil {
			if !errors.Is(err, store.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		if err := sound(text, q); err != nil {
			t.Fatal(err)
		}
	})
}
