package graph_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"zhiku/graph"
	"zhiku/search"
)

// press gives articles about one firm and one speech: printed, reprinted,
// trimmed, changed, told by another, and told in no quotation.
func press() []string {
	story := func(title, source string, day int, body string) string {
		return fmt.Sprintf("%s\n%s记者 柏知秋\n2026年4月%d日\n\n%s\n", title, source, day, body)
	}
	const said = "我们计划在明年年底以前建成三座储能电站，投资约五十亿元，一个工人也不裁。"
	return []string{
		story("岚川储能开会", "岚港商报", 1, "岚川储能有限公司（以下简称“岚能”）昨天开会。\n\n“"+said+"”岚川储能有限公司董事长顾长河说。"),
		story("转载", "沂川晚报", 2, "“"+said+"”岚川储能有限公司董事长顾长河说。"),
		story("删节", "沂川晚报", 3, "“在明年年底以前建成三座储能电站”，岚川储能有限公司董事长顾长河说。"),
		story("改动", "临溪日报", 4, "“我们计划在明年年底以前建成五座储能电站，投资约五十亿元，一个工人也不裁。”岚川储能有限公司董事长顾长河说。"),
		story("山路", "临溪日报", 5, "去年的大雪压塌了进山的旧桥，村里人等了整整两个冬天。\n\n青禾果业有限公司总经理陆明川表示：“修路的钱一分也不会少。”"),
	}
}

type queryInfo struct {
	Interpreted string
	Holding     int
	Relaxed     bool
	Warnings    []struct {
		Code, MessageZh, MessageEn string
		Start, End                 int
	}
	Terms []struct {
		Text, Kind   string
		Excluded     bool
		Condition    int
		Words, Names []string
	}
}

const askQueryInfo = `query($q: String!) { search(query: $q) { totalCount queryInfo { interpreted holding relaxed
	warnings { code messageZh messageEn start end } terms { text kind excluded condition words names } } } }`

func (h *house) queryInfo(query string) queryInfo {
	h.t.Helper()
	var got struct{ Search struct{ QueryInfo queryInfo } }
	h.get(askQueryInfo, map[string]any{"q": query}, &got)
	return got.Search.QueryInfo
}

func TestQueryInfoTerms(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	for _, tt := range []struct{ name, query, interpreted, terms string }{
		{"nothing", "", "", ""},
		{"words", "电站　工人", "电站 工人", "1 WORD 电站; 2 WORD 工人"},
		{"a word that is several", "储能电站", "储能电站", "1 WORD 储能电站 储能|电站"},
		{"a phrase, in any marks", "「储能电站」", "“储能电站”", "1 PHRASE 储能电站"},
		{"what is not wanted", "-广告 －「招商」", "-广告 -“招商”", "1 not WORD 广告; 2 not PHRASE 招商"},
		{"either is one condition", "电站 或 工人 储能", "电站 OR 工人 储能", "1 WORD 电站; 1 WORD 工人; 2 WORD 储能"},
		{"fields stand as typed", "人：顾长河 之后:2026-03", "人:顾长河 之后:2026-03-01", "1 FIELD 人：顾长河; 2 FIELD 之后:2026-03"},
		{"a range too", "投资>１０亿元", "投资>10亿元", "1 RANGE 投资>１０亿元"},
		{"a name is searched for under its others", "岚能", "岚能", "1 WORD 岚能 as 岚川储能|岚川储能有限公司"},
		{"a phrase is not", "“岚能”", "“岚能”", "1 PHRASE 岚能"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := h.queryInfo(tt.query)
			var terms []string
			for _, term := range got.Terms {
				words := []string{fmt.Sprint(term.Condition)}
				if term.Excluded {
					words = append(words, "not")
				}
				words = append(words, term.Kind, term.Text)
				if len(term.Words) > 0 {
					words = append(words, strings.Join(term.Words, "|"))
				}
				if len(term.Names) > 0 {
					words = append(words, "as", strings.Join(term.Names, "|"))
				}
				terms = append(terms, strings.Join(words, " "))
			}
			if got.Interpreted != tt.interpreted || strings.Join(terms, "; ") != tt.terms {
				t.Errorf("understood as %q: %q\nwant %q: %q", got.Interpreted, strings.Join(terms, "; "), tt.interpreted, tt.terms)
			}
			if got.Warnings == nil || got.Terms == nil || len(got.Warnings) > 0 {
				t.Errorf("warnings %v, terms %v", got.Warnings, got.Terms)
			}
		})
	}
}

// TestQueryInfoWarnings: each code, with its place in code points.
func TestQueryInfoWarnings(t *testing.T) {
	h := newHouse(t, graph.Options{})
	for _, tt := range []struct{ code, query, at string }{
		{"UNCLOSED_MARK", "𠮷野 “电池", "“电池"},
		{"EMPTY_MINUS", "电池 - 储能", "-"},
		{"STRAY_OR", "电池 OR", "OR"},
		{"UNKNOWN_GROUP", "(甲 乙) OR 丙", ""},
		{"FIELD_WITHOUT_VALUE", "𠮷 人:", "人:"},
		{"UNKNOWN_DATE", "电池 之后:去年", "之后:去年"},
		{"UNKNOWN_KIND", "类型:照片", "类型:照片"},
		{"RANGE_WITHOUT_NUMBER", "产值>很多", "产值>很多"},
	} {
		t.Run(tt.code, func(t *testing.T) {
			got := h.queryInfo(tt.query)
			if len(got.Warnings) == 0 {
				t.Fatal("no warning")
			}
			w := got.Warnings[0]
			at := string([]rune(tt.query)[w.Start:w.End])
			if w.Code != tt.code || tt.at != "" && at != tt.at || w.MessageZh == "" || w.MessageEn == "" || w.MessageZh == w.MessageEn {
				t.Errorf("%+v at %q, want %s at %q", w, at, tt.code, tt.at)
			}
		})
	}
}

// TestMostOfTheWords: a question finds what holds most of its words, and the
// answer says so.
func TestMostOfTheWords(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	var got struct {
		Search struct {
			TotalCount int
			QueryInfo  queryInfo
			Edges      []struct{ Snippet string }
		}
	}
	const ask = `query($q: String!) { search(query: $q) { totalCount queryInfo { holding relaxed } edges { snippet } } }`
	h.get(ask, map[string]any{"q": "明年年底以前 建成储能电站 董事长 工人 裁员"}, &got)
	if s := got.Search; !s.QueryInfo.Relaxed || s.QueryInfo.Holding != 0 || s.TotalCount == 0 || !strings.Contains(s.Edges[0].Snippet, "储能电站") {
		t.Errorf("a question finds %+v", s)
	}
	h.get(ask, map[string]any{"q": "“建成三座储能电站”"}, &got)
	if s := got.Search; s.QueryInfo.Relaxed || s.QueryInfo.Holding != s.TotalCount || s.TotalCount == 0 {
		t.Errorf("a phrase finds %+v", s)
	}
}

// changedSearch is the real index but for what a test puts in its place.
type changedSearch struct {
	graph.Searcher
	result  func(*search.Result)
	meantBy []string // texts that names were asked for
}

func (c *changedSearch) Search(ctx context.Context, q search.Query) (*search.Result, error) {
	r, err := c.Searcher.Search(ctx, q)
	if err == nil && c.result != nil {
		c.result(r)
	}
	return r, err
}

func (c *changedSearch) DidYouMean(ctx context.Context, text string, limit int) ([]string, error) {
	c.meantBy = append(c.meantBy, text)
	return c.Searcher.DidYouMean(ctx, text, limit)
}

func (h *house) change(c *changedSearch) {
	c.Searcher = h.index
	h.handler = graph.NewHandler(&graph.Resolver{Store: h.db, Search: c, Log: slog.New(slog.NewTextHandler(&h.log, nil))}, graph.Options{})
}

func TestTotalIsLowerBound(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	for _, atLeast := range []bool{false, true} {
		h.change(&changedSearch{result: func(r *search.Result) { r.AtLeast = atLeast }})
		var got struct {
			Search struct{ TotalIsLowerBound bool }
		}
		h.get(`{ search(query: "电站") { totalIsLowerBound } }`, nil, &got)
		if got.Search.TotalIsLowerBound != atLeast {
			t.Errorf("%+v, want %v", got, atLeast)
		}
	}
	if search.TotalBound != 10_000 {
		t.Errorf("the schema promises exact totals up to 10000, the index up to %d", search.TotalBound)
	}
}

func TestDidYouMean(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	c := &changedSearch{}
	h.change(c)
	for _, tt := range []struct {
		name, query string
		want        []string
		asked       bool
	}{
		{"a wrong character", "顾长禾", []string{"顾长河"}, true},
		{"nobody is called so", "钟离无名", nil, true},
		{"a name that is right has no other", "顾长河", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c.meantBy = nil
			var got struct {
				Search struct {
					DidYouMean []struct {
						Name, Kind   string
						MentionCount int
					}
				}
			}
			h.get(`query($q: String!) { search(query: $q) { didYouMean { name kind mentionCount } } }`, map[string]any{"q": tt.query}, &got)
			var names []string
			for _, e := range got.Search.DidYouMean {
				names = append(names, e.Name)
				if e.Kind != "PERSON" || e.MentionCount == 0 {
					t.Errorf("suggested %+v", e)
				}
			}
			if !slices.Equal(names, tt.want) || got.Search.DidYouMean == nil || len(c.meantBy) > 0 != tt.asked {
				t.Errorf("suggested %v after asking %q, want %v", names, c.meantBy, tt.want)
			}
		})
	}
}

func TestSuggestTypedInLetters(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	for _, prefix := range []string{"顾长", "顧長", "guchanghe", "gch"} {
		var got struct {
			Suggest []struct {
				Name, Kind   string
				MentionCount int
			}
		}
		h.get(`query($p: String!) { suggest(prefix: $p, kinds: [PERSON]) { name kind mentionCount } }`, map[string]any{"p": prefix}, &got)
		if len(got.Suggest) != 1 || got.Suggest[0].Name != "顾长河" || got.Suggest[0].Kind != "PERSON" || got.Suggest[0].MentionCount != 4 {
			t.Errorf("%s suggests %+v", prefix, got.Suggest)
		}
	}
}

type snippet struct {
	Text, HTML string
	Highlights []struct{ Start, End int }
	Start, End int
}

func TestSnippetsOfAHit(t *testing.T) {
	filler := strings.Repeat("这一段说的是别的事情，与所查的毫无关系。", 5)
	h := newHouse(t, graph.Options{}, "大桥通车\n沂川晚报记者 柏知秋\n2026年3月1日\n\n"+
		"旧桥<1958年>建成。"+filler+"\n\n新桥与旧桥相距三里。"+filler+"\n\n桥上通了车，桥下通了船，旧桥与新桥都还在。"+filler+"\n")
	type edges struct {
		Search struct {
			Edges []struct {
				Node     struct{ Text string }
				Snippet  string
				Snippets []snippet
			}
		}
	}
	ask := func(query string, first any) edges {
		var got edges
		h.get(`query($q: String!, $n: Int) { search(query: $q, kinds: [ARTICLE]) { edges { node { ... on Article { text } } snippet
			snippets(first: $n) { text html highlights { start end } start end } } } }`, map[string]any{"q": query, "n": first}, &got)
		return got
	}
	e := ask("旧桥", 10).Search.Edges[0]
	if len(e.Snippets) != 3 || e.Snippets[0].Text != e.Snippet {
		t.Fatalf("snippets %+v, the best alone is %q", e.Snippets, e.Snippet)
	}
	for _, s := range e.Snippets {
		if got := string([]rune(e.Node.Text)[s.Start:s.End]); got != s.Text {
			t.Errorf("%d to %d of the text is %q, the snippet %q", s.Start, s.End, got, s.Text)
		}
		if len(s.Highlights) != 1 || string([]rune(s.Text)[s.Highlights[0].Start:s.Highlights[0].End]) != "旧桥" || !strings.Contains(s.HTML, "<mark>旧桥</mark>") {
			t.Errorf("marks of %+v", s)
		}
		if strings.Contains(s.Text, "<1958年>") && !strings.Contains(s.HTML, "&lt;1958年&gt;") {
			t.Errorf("not escaped: %q", s.HTML)
		}
		if !strings.HasSuffix(s.Text, "。") {
			t.Errorf("%q is no whole sentence", s.Text)
		}
	}
	if n := len(ask("旧桥", 2).Search.Edges[0].Snippets); n != 2 {
		t.Errorf("%d snippets, 2 were asked for", n)
	}
	if s := ask("", nil).Search.Edges[0].Snippets; len(s) != 1 || s[0].Highlights == nil {
		t.Errorf("an empty query shows %+v", s)
	}
}
