package web_test

import (
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// harbour leaves open who said that it will not happen again.
const harbour = `码头扩建
沂川晚报记者 柏知秋
2026年3月5日

昨日，青禾港务有限公司董事长贺长风说，水价不变，供水照常。总经理林小舟听完点了点头。他还表示，去年三季度的事不会再有，去年三季度的账也已经结清。

每年都会开一次会。
`

const doubtful = "去年三季度的事不会再有，去年三季度的账也已经结清"

func TestADoubtfulSpeakerIsToldOf(t *testing.T) {
	s := newSite(t, harbour)
	list := html.UnescapeString(s.page("/?q="+url.QueryEscape("“事不会再有”"), http.StatusOK))
	if !strings.Contains(list, `说话人存疑，也可能是<a href="/?speaker=p-`) || !strings.Contains(plain(list), "也可能是贺长风；引用前请看原文。") {
		t.Errorf("the list does not say who else may have spoken:\n%s", plain(list))
	}
	if !strings.Contains(list, "林小舟（也可能是贺长风）："+doubtful+"（间接引语） ——") {
		t.Error("the citation leaves the doubt out")
	}
	link := linked(t, list, "li", "码头扩建")
	path, _, _ := strings.Cut(link, "#")
	article := s.page(path, http.StatusOK)
	if strings.Count(article, "说话人存疑，也可能是") != 1 || strings.Count(article, `<b>林小舟</b> <i class="perhaps">也可能是贺长风</i>`) != 1 {
		t.Errorf("beside the article: %s", plain(article))
	}
	if sure := s.page("/?q="+url.QueryEscape("“供水照常”"), http.StatusOK); strings.Contains(sure, "也可能是") {
		t.Error("a speaker who is named is said to be in doubt")
	}
	if english := s.page(path+"&lang=en", http.StatusOK); !strings.Contains(english, "or perhaps 贺长风") {
		t.Error("nothing of it in English")
	}
}

func TestACheckTellsOfADoubtfulSpeaker(t *testing.T) {
	s := newSite(t, harbour)
	for _, tt := range []struct {
		name, text, speaker, says string
		tag                       string // beside the match
	}{
		{"the likeliest", doubtful, "林小舟", "说话人存疑", "说话人存疑"},
		{"the other one", doubtful, "董事长贺长风", "说话人存疑", "说话人存疑"},
		{"a part of it", "去年三季度的账也已经结清", "林小舟", "说话人存疑", "说话人存疑"},
		{"nobody named: the words are asked for", doubtful, "", "一字不差", "说话人存疑"},
		{"somebody else", doubtful, "陆明川", "不是这个人说的", "说话人不同"},
		{"other words come first", "去年三季度的事不会再来，去年三季度的账也已经结清", "林小舟", "与见报的话有出入", "说话人存疑"},
		{"nobody named, and nobody in doubt", "水价不变，供水照常", "", "一字不差", ""},
		{"who is named is in no doubt", "水价不变，供水照常", "贺长风", "一字不差", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := s.page(checking(tt.text, tt.speaker), http.StatusOK)
			if !strings.Contains(page, `<p class="big">`+tt.says+`</p>`) {
				t.Errorf("the page does not say %q:\n%s", tt.says, plain(page))
			}
			if tag := `<span class="tag warn">`; strings.Contains(page, tag) != (tt.tag != "") || !strings.Contains(page, tag+tt.tag) && tt.tag != "" {
				t.Errorf("beside the match there is no %q, or there is one too many", tt.tag)
			}
			warned := strings.Contains(page, `<p class="warning">说话人存疑`)
			if want := tt.speaker == "" && tt.tag != ""; warned != want {
				t.Errorf("under the verdict a warning of the speaker: %v, want %v", warned, want)
			}
		})
	}
}

func TestWhoSpeaksTogetherIsNamed(t *testing.T) {
	s := newSite(t, "码头扩建\n沂川晚报记者 柏知秋\n2026年3月5日\n\n顾望舒、林小舟说，票价不变，开船照常，大家尽可放心。\n")
	list := s.page("/", http.StatusOK)
	for _, want := range []string{"与林小舟共同表示。", "顾望舒（与林小舟共同表示）：票价不变"} {
		if !strings.Contains(plain(list), want) {
			t.Errorf("the list lacks %s:\n%s", want, plain(list))
		}
	}
	check := s.page(checking("票价不变，开船照常，大家尽可放心", "林小舟"), http.StatusOK)
	if !strings.Contains(check, `<p class="big">一字不差</p>`) || strings.Contains(list+check, "存疑") {
		t.Errorf("two who speak together are in doubt:\n%s", plain(check))
	}
}

// TestDatesOfThePage: each wording once with what it means, and at its places in
// the text.
func TestDatesOfThePage(t *testing.T) {
	s := newSite(t, harbour)
	list := s.page("/", http.StatusOK)
	path, _, _ := strings.Cut(linked(t, list, "li", "码头扩建"), "?")
	article := s.page(path, http.StatusOK)
	for _, want := range []string{
		`title="2026-03-04 · 按见报日推算">昨日</span>`, `title="2026-03-05">2026年3月5日</span>`,
		`title="2025-07-01 – 2025-09-30 · 按见报日推算">去年三季度</span>`,
		`<h2>日期 <span class="dim">3</span></h2>`, `<td>2026-03-04 <span class="dim">按见报日推算</span></td>`,
	} {
		if !strings.Contains(article, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if n := strings.Count(article, `>去年三季度</a>`); n != 1 || strings.Count(article, `>去年三季度</span>`) != 2 {
		t.Errorf("去年三季度 stands %d times in the table", n)
	}
	if strings.Contains(article, ">每年</") {
		t.Error("每年 is marked, and means no days")
	}
	for _, id := range strings.Split(article, `<td lang="zh"><a href="#`)[1:] {
		id, _, _ = strings.Cut(id, `"`)
		if strings.Count(article, `<span class="date" id="`+id+`"`) != 1 {
			t.Errorf("%s leads nowhere", id)
		}
	}
}
