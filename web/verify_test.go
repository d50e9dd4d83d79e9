package web_test

import (
	"context"
	"fmt"
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

const cited = `两头忙
沂川晚报记者 柏知秋
2026年4月1日
来源：沂川晚报

“春笋只有二十天的好价钱，冬笋能卖到年后。我们两头都要赶。”翠溪竹业有限公司董事长陆明川说。

山里的春笋今年比往年早冒了整整半个月，收购车一直排到了村口。
`

const reprinted = `笋农记
青禾日报记者 秦照
2026年4月3日
来源：青禾日报

“春笋只有二十天的好价钱，冬笋能卖到三月。我们两头都要赶。”翠溪竹业有限公司董事长陆明川说。
`

func checking(text, speaker string) string {
	return "/verify?" + url.Values{"text": {text}, "speaker": {speaker}}.Encode()
}

func TestVerdictsInPlainWords(t *testing.T) {
	s := newSite(t, cited)
	for _, tt := range []struct {
		name, text, speaker, says string
	}{
		{"to the letter", "春笋只有二十天的好价钱，冬笋能卖到年后。我们两头都要赶。", "陆明川", "一字不差"},
		{"line ends of a form are no difference", "\r\n春笋只有二十天的好价钱，冬笋能卖到年后。我们两头都要赶。\r\n", "", "一字不差"},
		{"the other script and marks", "春筍只有二十天的好價錢,冬筍能賣到年後,我們兩頭都要趕", "", "文字相同"},
		{"a part", "冬笋能卖到年后", "陆明川", "是一段引语的一部分"},
		{"a word changed", "春笋只有三十天的好价钱，冬笋能卖到年后。我们两头都要赶。", "陆明川", "与见报的话有出入"},
		{"another speaker", "春笋只有二十天的好价钱，冬笋能卖到年后。我们两头都要赶。", "贺长风", "不是这个人说的"},
		{"the reporter's own words", "山里的春笋今年比往年早冒了整整半个月", "", "文章里有，但不是引语"},
		{"nobody's words", "飞船已经离开了第三颗卫星的轨道", "", "没有找到"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := s.page(checking(tt.text, tt.speaker), http.StatusOK)
			if !strings.Contains(page, `<p class="big">`+tt.says+`</p>`) {
				t.Errorf("the page does not say %q:\n%s", tt.says, plain(page))
			}
		})
	}
}

func TestADifferenceIsShownAndReadAloud(t *testing.T) {
	s := newSite(t, cited)
	page := s.page(checking("春笋只有三十天的好价钱，冬笋能卖到年后。我们两头都要赶。真的。", "陆明川"), http.StatusOK)
	for _, want := range []string{
		`<del><span class="aloud">删去：</span>三十<span class="aloud">。</span></del>`,
		`<ins><span class="aloud">增加：</span>二十<span class="aloud">。</span></ins>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s:\n%s", want, page)
		}
	}
	for _, want := range []string{"真的", "划去的字", "陆明川", "翠溪竹业有限公司", "董事长", "沂川晚报", "2026-04-01", "https://paper.example/0", "——沂川晚报《两头忙》"} {
		if !strings.Contains(plain(page), want) && !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if page := s.page(checking("冬笋能卖到年后", ""), http.StatusOK); !strings.Contains(page, "<mark>冬笋能卖到年后</mark>") || strings.Contains(page, "划去的字") {
		t.Error("of a longer quotation the part is not marked, or a difference is told of")
	}
}

func TestWhatStandsInAnArticleIsMarkedThere(t *testing.T) {
	s := newSite(t, cited)
	page := s.page(checking("今年比往年早冒了整整半个月", ""), http.StatusOK)
	if !strings.Contains(page, "山里的春笋<mark>今年比往年早冒了整整半个月</mark>，收购车") {
		t.Fatalf("the sentence is not shown:\n%s", plain(page))
	}
	link := linked(t, page, `li class="card prose"`, "两头忙")
	path, _, _ := strings.Cut(link, "#")
	if article := s.page(path, http.StatusOK); !strings.Contains(withoutDates(article), `<mark class="chosen" id="at">今年比往年早冒了整整半个月</mark>`) {
		t.Error("the words are not marked in the article")
	}
	base, _, _ := strings.Cut(path, "?")
	for _, at := range []string{"1-2", "5-3", "-1-4", "0-99999999", "x", "99999999999999999999-1"} {
		if article := s.page(base+"?at="+at, http.StatusOK); strings.Contains(article, `id="at"`) {
			t.Errorf("at=%s marks something", at)
		}
	}
}

// withoutDates is an article's page without what tells of its dates.
func withoutDates(page string) string {
	return regexp.MustCompile(`<span class="date"[^>]*>([^<]*)</span>`).ReplaceAllString(page, "$1")
}

func TestSimilarQuotationsStandByAQuote(t *testing.T) {
	s := newSite(t, cited, reprinted, bamboo)
	page := s.page("/?q="+url.QueryEscape("“冬笋能卖到年后”"), http.StatusOK)
	path, _, _ := strings.Cut(linked(t, page, "li", "两头忙"), "#")
	article := s.page(path, http.StatusOK)
	for _, want := range []string{"青禾日报", `删去：</span>年后`, `增加：</span>三月`, "划去的字那边没有"} {
		if !strings.Contains(article, want) {
			t.Errorf("beside the quote there is no %s", want)
		}
	}
	check := s.page(linked(t, article, "aside", "核对引语"), http.StatusOK)
	if !strings.Contains(check, "一字不差") || strings.Count(check, `<li class="card`) != 2 {
		t.Error("the link from a quote does not check it")
	}
	alone := s.page("/?q="+url.QueryEscape("“卖出三份钱”"), http.StatusOK)
	path, _, _ = strings.Cut(linked(t, alone, "li", "竹海里的新账本"), "#")
	if !strings.Contains(s.page(path, http.StatusOK), "没有与它相同或相近的引语") {
		t.Error("a quote that has none like it does not say so")
	}
}

func TestCheckingSaysWhatIsWrong(t *testing.T) {
	s := newSite(t, cited)
	for _, tt := range []struct {
		name, path string
		code       int
		says       string
	}{
		{"the form alone", "/verify", http.StatusOK, "要核对的话"},
		{"no words", checking("", "陆明川"), http.StatusBadRequest, "请填写要核对的话"},
		{"signs alone", checking("，，，", ""), http.StatusBadRequest, "请填写要核对的话"},
		{"too long, and how long it is", checking(strings.Repeat("长", 995), "陆明川先生们"), http.StatusBadRequest, "1,001"},
		{"the most there may be", checking(strings.Repeat("长", 1000), ""), http.StatusOK, "没有找到"},
		{"bytes that are no text", "/verify?text=%ff%00%fe竹", http.StatusOK, "没有找到"},
		{"markup", checking("<script>alert(1)</script>", "<i>"), http.StatusOK, "&lt;script&gt;alert"},
		{"English", checking("，", "") + "&lang=en", http.StatusBadRequest, "Fill in the words"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := s.page(tt.path, tt.code)
			if !strings.Contains(page, tt.says) {
				t.Errorf("the page does not say %q:\n%s", tt.says, plain(page))
			}
			if strings.Contains(page, "<script>") || strings.Contains(page, "<i>") {
				t.Error("what was typed is markup")
			}
		})
	}
}

// slowChecker finds every check too slow.
type slowChecker struct{ web.Searcher }

func (slowChecker) VerifyQuote(context.Context, string, string) (*search.Verification, error) {
	return nil, fmt.Errorf("stopped after 2s: %w", store.ErrBusy)
}

func (slowChecker) SimilarQuotes(context.Context, store.QuoteID, int) ([]search.Similar, error) {
	return nil, fmt.Errorf("stopped after 2s: %w", store.ErrBusy)
}

func TestSlowCheckSaysWhatWouldWork(t *testing.T) {
	s := newSite(t, cited)
	page := s.page("/", http.StatusOK)
	path, _, _ := strings.Cut(linked(t, page, "li", "两头忙"), "#")
	s.handler = web.New(web.Options{Reader: s.db, Searcher: slowChecker{s.index},
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), GraphQL: http.NotFoundHandler()})
	if page := s.page(checking("春笋", ""), http.StatusServiceUnavailable); !strings.Contains(page, "只核对其中一句") {
		t.Error("a reader is not told what would work")
	}
	if article := s.page(path, http.StatusOK); !strings.Contains(article, "查找相近引语太慢") || !strings.Contains(article, "春笋只有二十天") {
		t.Error("an article cannot be read while similar quotations are slow to find")
	}
}

func TestCheckIsLinkedFromEveryPage(t *testing.T) {
	s := newSite(t, cited)
	for _, path := range []string{"/", "/verify", "/nosuch", "/?lang=en"} {
		page := s.get(path).Body.String()
		want := `<nav><a href="/verify">核对引语</a>`
		if strings.Contains(path, "en") {
			want = `<nav><a href="/verify?lang=en">Check a quotation</a>`
		}
		if !strings.Contains(page, want) {
			t.Errorf("%s does not link the check", path)
		}
	}
}
