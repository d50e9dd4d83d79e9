package web_test

import (
	"context"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"zhiku/search"
	"zhiku/store"
	"zhiku/web"
)

// Three papers, two years, a firm with a short name, and two people of one name.
var narrowing = []string{
	bamboo,
	"砍竹\n青禾日报记者 秦照\n2025年8月2日\n\n“竹子要分年份砍。”青禾县林业局局长周怀谷说。\n",
	"算账\n青禾日报记者 秦照\n2025年8月3日\n\n“竹子的账我天天算。”翠溪竹业有限公司会计周怀谷说。\n",
	"简称\n沂川晚报记者 柏知秋\n2026年5月9日\n\n九峰电力装备股份有限公司（以下简称“九峰电装”）昨天投产。“九峰电装今年不招人。”九峰电装总经理谢鸣皋说。\n\n“竹子和电线杆一样直。”谢鸣皋说。\n\n“电线杆今年全换。”谢鸣皋说。\n",
}

// linked gives the address of the link whose text, blanks and hidden signs
// aside, begins so.
func linked(t *testing.T, page, class, text string) string {
	t.Helper()
	for _, part := range strings.Split(page, "<"+class)[1:] {
		for _, m := range regexp.MustCompile(`(?s)<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>`).FindAllStringSubmatch(part, -1) {
			if strings.HasPrefix(plain(m[2]), text) {
				return html.UnescapeString(m[1])
			}
		}
	}
	t.Fatalf("no link %q in %s", text, class)
	return ""
}

func plain(fragment string) string {
	text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(fragment, "")
	return html.UnescapeString(strings.Join(strings.Fields(text), " "))
}

func quotesOn(page string) int { return strings.Count(page, "<blockquote") }

func TestFacetNarrowsAndIsTakenBack(t *testing.T) {
	s := newSite(t, narrowing...)
	start := "/?q=" + url.QueryEscape("竹子")
	all := quotesOn(s.page(start, http.StatusOK))
	for _, tt := range []struct {
		name, value string
		count       int
		asked       string // what the address says then
	}{
		{"a speaker by name", "陆明川", 1, "人:陆明川"},
		{"a paper", "青禾日报", 2, "来源:青禾日报"},
		{"an organisation", "青禾县林业局", 1, "机构:青禾县林业局"},
		{"a company", "翠溪竹业有限公司", 2, "公司:翠溪竹业有限公司"},
		{"a year", "2025", 2, "之后:2025-01-01 之前:2025-12-31"},
		{"of two people of one name the one meant", "周怀谷（青禾县林业局）", 1, "speaker=p-"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := s.page(start, http.StatusOK)
			link := linked(t, page, "nav", tt.value)
			if asked, _ := url.QueryUnescape(link); !strings.Contains(asked, tt.asked) {
				t.Errorf("the link asks for %s, want %s", asked, tt.asked)
			}
			if !strings.Contains(plain(page), fmt.Sprintf("%s %d", tt.value, tt.count)) {
				t.Errorf("the facet does not count %d", tt.count)
			}
			narrowed := s.page(link, http.StatusOK)
			if n := quotesOn(narrowed); n != tt.count {
				t.Errorf("%d quotes, the facet said %d", n, tt.count)
			}
			back := linked(t, narrowed, `ul class="conditions"`, "")
			if n := quotesOn(s.page(back, http.StatusOK)); n != all {
				t.Errorf("%d quotes once the condition is gone, want %d", n, all)
			}
		})
	}
}

func TestMonthsOfOneYearAndTheChosenOne(t *testing.T) {
	s := newSite(t, narrowing...)
	year := s.page("/?q="+url.QueryEscape("之后:2026 之前:2026"), http.StatusOK)
	month := s.page(linked(t, year, "nav", "2026-03"), http.StatusOK)
	if n := quotesOn(month); n != 2 {
		t.Fatalf("%d quotes in March, want 2", n)
	}
	if !strings.Contains(month, "2026-03-01 – 2026-03-31") || strings.Contains(month, "2026-12-31") {
		t.Error("the month does not stand in place of the year")
	}
	if again := linked(t, month, "nav", "2026-03"); strings.Contains(again, "q=") {
		t.Errorf("the chosen month leads to %s and not back", again)
	}
}

func TestConditionsOfTheForm(t *testing.T) {
	s := newSite(t, narrowing...)
	page := s.page("/?source="+url.QueryEscape("青禾日报")+"&kind=direct&from=2025-01-01&org="+url.QueryEscape("青禾县林业局"), http.StatusOK)
	for _, condition := range []string{"报刊 青禾日报", "引语类型 直接引语", "见报 2025-01-01 起", "所属机构 青禾县林业局"} {
		without := linked(t, page, `ul class="conditions"`, condition)
		if strings.Count(without, "=") != 3 {
			t.Errorf("%s leaves %s", condition, without)
		}
	}
	excluded := s.page("/?q="+url.QueryEscape("竹子 -来源:青禾日报 -之后:2026-05 人:陆明川"), http.StatusOK)
	for _, condition := range []string{"排除 报刊 青禾日报", "排除 不早于 2026-05-01", "说话人 陆明川"} {
		linked(t, excluded, `ul class="conditions"`, condition)
	}
}

func TestWhatWasUnderstoodIsSaid(t *testing.T) {
	s := newSite(t, narrowing...)
	for _, tt := range []struct {
		name, query, says, never string
	}{
		{"full-width signs in plain spelling", "竹子　－广告", "理解为 竹子 -广告", ""},
		{"what is plain is not repeated", "竹子 -广告", "条引语", "理解为"},
		{"a slip, in the page's language", "竹子 之后:去年", "日期无法识别", "is not known"},
		{"a slip, in English", "竹子 之后:去年&lang=en", "is not known", "无法识别"},
		{"a run of words", "竹子年份", "“竹子年份” 连在一起查找，也分开查找：竹子 + 年份", ""},
		{"figures are not on this page", "产值>5亿", "这里只检索引语", ""},
		{"most of the words", "竹子 电线杆 年份", "没有一条含有全部词语", ""},
		{"all of the words and most of them", "电线杆 一样", "其中 1 条含有全部词语", "没有一条"},
		{"markup is text", "<b>竹子 人:", "“人:”后面没有内容", "<b>竹子"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			query, lang, _ := strings.Cut(tt.query, "&")
			page := s.page("/?q="+url.QueryEscape(query)+"&"+lang, http.StatusOK)
			if !strings.Contains(plain(page), tt.says) {
				t.Errorf("the page does not say %q:\n%s", tt.says, plain(page))
			}
			if tt.never != "" && strings.Contains(page, tt.never) {
				t.Errorf("the page says %q", tt.never)
			}
		})
	}
}

func TestOtherNamesAreSaidAndSwitchedOff(t *testing.T) {
	s := newSite(t, narrowing...)
	page := s.page("/?q="+url.QueryEscape("九峰电力装备股份有限公司"), http.StatusOK)
	if !strings.Contains(plain(page), "也查找其他名称：九峰电装") || quotesOn(page) != 1 {
		t.Fatalf("%d quotes, and the other name is not said:\n%s", quotesOn(page), plain(page))
	}
	alone := s.page(linked(t, page, `div class="understood"`, "只查"), http.StatusOK)
	if strings.Contains(alone, "也查找其他名称") || quotesOn(alone) != 0 {
		t.Error("a phrase is searched for under other names")
	}
}

func TestDidYouMean(t *testing.T) {
	s := newSite(t, narrowing...)
	page := s.page("/?q="+url.QueryEscape("卢明川"), http.StatusOK)
	if quotesOn(page) != 0 {
		t.Fatal("the slip finds something")
	}
	meant := s.page(linked(t, page, `div class="notice"`, "陆明川"), http.StatusOK)
	if quotesOn(meant) == 0 {
		t.Error("the name meant finds nothing")
	}
}

func TestHelpShowsQueriesThatFind(t *testing.T) {
	s := newSite(t, narrowing...)
	for _, found := range []string{"/", "/?q=" + url.QueryEscape("“竹子要分” OR “竹子的账”")} { // all, and two people of one name
		page := s.page(found, http.StatusOK)
		for _, example := range []string{"人:", "机构:", "公司:", "来源:", "之后:"} {
			if n := quotesOn(s.page(linked(t, page, `details class="help"`, example), http.StatusOK)); n == 0 {
				t.Errorf("on %s the example %s finds nothing", found, example)
			}
		}
	}
	if nothing := s.page("/?q="+url.QueryEscape("没有人说过"), http.StatusOK); strings.Contains(nothing, url.QueryEscape("王小明")) {
		t.Error("a made-up name is a link")
	}
}

func TestMoreOfAFacet(t *testing.T) {
	var articles []string
	for i := range 8 {
		articles = append(articles, fmt.Sprintf("第%d篇\n青禾%d报记者 秦照\n2026年3月%d日\n来源：青禾%d报\n\n“第%d年的竹子长得最好。”翠溪竹业有限公司董事长陆明川说。\n", i, i, i+1, i, i))
	}
	s := newSite(t, articles...)
	page := s.page("/", http.StatusOK)
	more := s.page(linked(t, page, "nav", "还有 2 个"), http.StatusOK)
	for i := range 8 {
		linked(t, more, "nav", fmt.Sprintf("青禾%d报", i))
	}
}

// countless is a searcher whose counts take too long and whose totals are no more than bounds.
type countless struct{ web.Searcher }

func (c countless) Search(ctx context.Context, q search.Query) (*search.Result, error) {
	if len(q.Facets) > 0 {
		return nil, fmt.Errorf("stopped after 2s: %w", store.ErrBusy)
	}
	r, err := c.Searcher.Search(ctx, q)
	if err == nil {
		r.Total, r.AtLeast, r.Holding = search.TotalBound, true, search.TotalBound
	}
	return r, err
}

func TestWithoutCountsATotalMayBeABound(t *testing.T) {
	s := newSite(t, narrowing...)
	s.handler = web.New(web.Options{Reader: s.db, Searcher: countless{s.index},
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), GraphQL: http.NotFoundHandler()})
	page := s.page("/?q="+url.QueryEscape("竹子"), http.StatusServiceUnavailable)
	page = s.page(linked(t, page, `div class="notice error"`, "不作分类统计"), http.StatusOK)
	if !strings.Contains(page, "至少 10,000 条引语") {
		t.Errorf("the page does not say that the total is a bound:\n%s", plain(page))
	}
}
