package search

import (
	"errors"
	"strings"
	"testing"

	"zhiku/store"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, query, want string }{
		{"nothing asks nothing", " 　\t", ""},
		{"blanks divide words", "电池  钢铁", "电池 钢铁"},
		{"a full-width blank divides as well", "电池　钢铁", "电池 钢铁"},
		{"curly marks make a phrase", "“动力电池”", "“动力电池”"},
		{"straight marks", `"动力电池"`, "“动力电池”"},
		{"full-width straight marks", "＂动力电池＂", "“动力电池”"},
		{"corner marks", "「動力電池」 『產能』", "“動力電池” “產能”"},
		{"single curly marks", "‘动力电池’", "“动力电池”"},
		{"an input method's two closing marks", "”动力电池”", "“动力电池”"},
		{"a straight mark closes a curly one", `“动力电池"`, "“动力电池”"},
		{"blanks inside a phrase stay one", "“new　 energy”", "“new energy”"},
		{"a phrase after a word needs no blank", "电池“产能”", "电池 “产能”"},
		{"a word after a phrase needs no blank", "“产能”电池", "“产能” 电池"},
		{"an unclosed mark is an ordinary character", "“未闭合 电池", "“未闭合 电池"},
		{"a closing corner mark alone too", "电池」", "电池」"},
		{"an apostrophe is no mark", "it’s", "it’s"},
		{"an empty phrase is nothing", "“” 电池", "电池"},
		{"title marks are part of the word", "《山海报》", "《山海报》"},
		{"a minus excludes", "电池 -广告", "电池 -广告"},
		{"a full-width minus excludes", "电池 －广告", "电池 -广告"},
		{"a minus before a phrase", "-“招商 广告”", "-“招商 广告”"},
		{"a minus alone is a character", "电池 - 钢铁", "电池 - 钢铁"},
		{"a minus inside a word is a character", "COVID-19 铁-镍", "COVID-19 铁-镍"},
		{"a minus at the end is a character", "电池-", "电池-"},
		{"two minuses are characters", "--电池", "--电池"},
		{"exclusions alone", "-广告 -招商", "-广告 -招商"},
		{"full-width letters stay as typed", "ｃａｔｌ：Ａ股", "ｃａｔｌ：Ａ股"},
		{"signs of other query languages mean nothing", "时间:12:30 电池^2 /[/ a~1 +b *", "时间:12:30 电池^2 /[/ a~1 +b *"},
		{"what cannot be seen is nothing", "\u200b\ufeff\x00 电池", "电池"},
		{"a line break is a blank", "电池\n钢铁", "电池 钢铁"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Parse(c.query)
			if got := p.String(); got != c.want || p.Err() != nil {
				t.Errorf("Parse(%q) = %q, %v; want %q", c.query, got, p.Err(), c.want)
			}
			if p.Empty() != (c.want == "") {
				t.Errorf("Parse(%q).Empty() = %v", c.query, p.Empty())
			}
		})
	}
}

func TestFullWidthMeansHalfWidth(t *testing.T) {
	for _, c := range [][2]string{
		{"ｃａｔｌ", "CATL"}, {"比例：３（约）", "比例:3(约)"}, {"“１２，５％”", `"12,5%"`}, {"傳動", "传动"},
	} {
		a, b := Parse(c[0]), Parse(c[1])
		if a.Terms[0].key != b.Terms[0].key {
			t.Errorf("%q is sought as %q, %q as %q", c[0], a.Terms[0].key, c[1], b.Terms[0].key)
		}
	}
}

func TestQueryLimits(t *testing.T) {
	for _, c := range []struct {
		name, query string
		wrong       bool
	}{
		{"as long as can be", strings.Repeat("电", MaxQueryRunes), false},
		{"one character too long", strings.Repeat("电", MaxQueryRunes+1), true},
		{"as many words as can be", strings.Repeat("电 ", MaxQueryTerms), false},
		{"one word too many", strings.Repeat("电 ", MaxQueryTerms+1), true},
		{"a megabyte", strings.Repeat("“电", 1<<18), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Parse(c.query)
			if got := errors.Is(p.Err(), store.ErrInvalid); got != c.wrong {
				t.Fatalf("Err() = %v", p.Err())
			}
			if c.wrong && (p.Empty() || len(p.Highlight("电")) > 0) {
				t.Error("a refused query is empty or marks something")
			}
			if c.wrong && !strings.Contains(p.Err().Error(), "at most") {
				t.Errorf("%v does not say what would work", p.Err())
			}
		})
	}
}
