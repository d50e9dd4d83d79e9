package search

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"zhiku/store"
)

var articlesOnly = []store.Kind{store.KindArticle}

func TestWhatAReaderTypesFinds(t *testing.T) {
	text := "云岭集团的A股上市，投资１００亿元建设40万吨级电池材料工厂，部署5G网与12 GWh储能，占比12.5％；甲、乙两地受益。"
	h := newHouse(t)
	d := article("1", "贵州工业投资观察", text)
	other := article("2", "天气", "贵州今日有雨，适合投资人休息，工业区道路湿滑。")
	h.put(d, other)
	h.catchUp()
	one, two := []string{string(d.Article.ID)}, []string{string(other.Article.ID)}
	both := []string{string(d.Article.ID), string(other.Article.ID)}
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"one character", "电", one},
		{"a letter and a character", "A股", one},
		{"full-width letters", "Ａ股", one},
		{"a number in full-width digits", "100亿", one},
		{"5G网", "5G网", one},
		{"a unit in any case", "gwh", one},
		{"40万吨级", "40万吨级", one},
		{"a percentage", "12.5%", one},
		{"traditional for simplified", "電池", one},
		{"part of a longer number", "00亿", one},
		{"punctuation in a phrase", "“甲、乙”", one},
		{"the same without it is another phrase", "“甲乙”", nil},
		{"words that all stand somewhere", "电池 上市", one},
		{"words of which one stands nowhere", "电池 下雪", nil},
		{"a phrase that stands nowhere though its words do", "“上市电池”", nil},
		{"an exclusion", "投资 -电池", two},
		{"a phrase excluded", "投资 -“电池材料”", two},
		{"exclusions alone", "-电池", two},
		{"exclusion of what is not there", "投资 -下雪", both},
		{"words of the headline", "工业投资观察", one},
		{"headline and text together", "观察 电池", one},
		{"nothing asked", "", both},
		{"only marks", "“”", both},
		{"an unclosed mark stands nowhere", "“电池", nil},
		{"a word that is nowhere", "潜水艇", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := h.search(Query{Text: c.query, Kinds: articlesOnly})
			got := idsOfHits(r)[:r.Holding] // others may follow, which hold most of it
			slices.Sort(got)
			want := slices.Clone(c.want)
			slices.Sort(want)
			if !slices.Equal(got, want) || r.Total < len(want) {
				t.Errorf("%q: found %v of %d, want %v", c.query, got, r.Total, want)
			}
		})
	}
}

func TestRanking(t *testing.T) {
	h := newHouse(t)
	text := "林望舒表示：“电池产业稳步前行。”有人说：“林望舒的看法值得听取，林望舒一向谨慎。”云岭集团董事长林望舒离席。"
	d := article("1", "", text)
	entity(d, store.Person, "林望舒")
	entity(d, store.Company, "云岭集团")
	by := quote(d, "林望舒", "电池产业稳步前行。")
	about := quote(d, "", "林望舒的看法值得听取，林望舒一向谨慎。")
	whole := article("2", "", "省里举行贵州工业投资会议，时间不长。")
	apart := article("3", "", "投资在贵州，贵州的工业，工业的投资，投资在贵州。")
	headline := article("4", "云岭集团年报", "年报公布。")
	passing := article("5", "", "年会上云岭集团到场。")
	h.put(d, whole, apart, headline, passing)
	h.catchUp()
	for _, c := range []struct {
		name          string
		query         string
		kinds         []store.Kind
		first, second string
	}{
		{"a quote by the name before a quote about it", "林望舒", []store.Kind{store.KindQuote}, by, about},
		{"the whole run before its words apart", "贵州工业投资", articlesOnly, string(whole.Article.ID), string(apart.Article.ID)},
		{"a headline before a passing word", "云岭集团 年", articlesOnly, string(headline.Article.ID), string(passing.Article.ID)},
		{"the entity before all that tells of it", "云岭集团", nil, string(store.NewEntityID(store.Company, "云岭集团")), string(headline.Article.ID)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := idsOfHits(h.search(Query{Text: c.query, Kinds: c.kinds}))
			if len(got) < 2 || got[0] != c.first || got[1] != c.second {
				t.Errorf("%q: order %v, want %s, %s first", c.query, got, c.first, c.second)
			}
		})
	}
}

func TestFilters(t *testing.T) {
	h := newHouse(t)
	d := article("1", "", "林望舒说：“电池产量翻番。”顾长河说：“电池要安全。”全年生产电池20万组。")
	d.Article.Source, d.Article.Published = "云岭日报", "2026-01-20"
	p := entity(d, store.Person, "林望舒")
	lin := quote(d, "林望舒", "电池产量翻番。")
	quote(d, "顾长河", "电池要安全。")
	d.Quotes[1].OrganizationText = "青石電池廠"
	d.Quotes[1].Kind = store.Block
	d.Quotes[1].ID = store.NewQuoteID(d.Article.ID, store.Block, d.Quotes[1].Text, 0)
	gu := string(d.Quotes[1].ID)
	fig := figure(d, "全年生产电池20万组。", "20万组", "200000", "电池产量")
	undatedDoc := article("2", "", "电池无日期。")
	h.put(d, undatedDoc)
	h.catchUp()
	a1, a2 := string(d.Article.ID), string(undatedDoc.Article.ID)
	for _, c := range []struct {
		name string
		q    Query
		want []string
	}{
		{"kinds", Query{Kinds: []store.Kind{store.KindFigure, store.KindQuote}}, []string{lin, gu, fig}},
		{"a speaker by id", Query{Speakers: []string{p}}, []string{lin}},
		{"a speaker as printed, in another script", Query{Speakers: []string{"顧長河"}}, []string{gu}},
		{"any of several speakers", Query{Speakers: []string{p, "顾长河"}}, []string{lin, gu}},
		{"an organization as printed", Query{Organizations: []string{"青石电池厂"}}, []string{gu}},
		{"half a name is no filter match", Query{Organizations: []string{"青石"}}, nil},
		{"an article", Query{Articles: []store.ArticleID{d.Article.ID}}, []string{a1, lin, gu, fig}},
		{"a paper", Query{Source: "云岭日报"}, []string{a1, lin, gu, fig}},
		{"a kind of quote", Query{QuoteKind: store.Block}, []string{gu}},
		{"from a day on, that day included, the undated not", Query{From: "2026-01-20"}, []string{a1, lin, gu, fig}},
		{"until a day, that day included, the undated not", Query{To: "2026-01-20"}, []string{a1, lin, gu, fig}},
		{"after all", Query{From: "2026-01-21"}, nil},
		{"no dates asked, the undated too", Query{Kinds: articlesOnly}, []string{a1, a2}},
		{"a figure by its metric and another word of its sentence", Query{Kinds: []store.Kind{store.KindFigure}, Text: "电池产量 全年"}, []string{fig}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.q.Text == "" && len(c.q.Kinds) == 0 {
				c.q.Text = "电池"
			}
			got := h.all(c.q)
			want := slices.Clone(c.want)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("found %v, want %v", got, want)
			}
		})
	}
}

// pagesHouse holds 300 articles of few dates and scores, so that ties abound.
func pagesHouse(t *testing.T) *house {
	h := newHouse(t)
	rng := rand.New(rand.NewPCG(9, 9))
	for i := range 300 {
		d := article(fmt.Sprint(i), "", strings.Repeat("电池。", 1+rng.IntN(3))+strings.Repeat("天气。", rng.IntN(3)))
		if day := rng.IntN(6); day > 0 {
			d.Article.Published = store.Date(fmt.Sprintf("2026-01-%02d", day))
		}
		h.put(d)
	}
	h.catchUp()
	return h
}

func TestPagesReachEveryHitOnce(t *testing.T) {
	h := pagesHouse(t)
	for _, order := range []Order{Relevance, Newest, Oldest} {
		for _, text := range []string{"电池", ""} {
			t.Run(string(order)+" "+text, func(t *testing.T) {
				q := Query{Text: text, Order: order, Kinds: articlesOnly}
				forward := walk(t, h, q, false)
				distinct := slices.Compact(slices.Sorted(slices.Values(forward)))
				if len(forward) != 300 || len(distinct) != 300 {
					t.Fatalf("forward: %d hits, %d different ones, want 300", len(forward), len(distinct))
				}
				if backward := walk(t, h, q, true); !slices.Equal(forward, backward) {
					t.Fatal("backward is not the same list")
				}
				checkOrder(t, h, order, forward)
			})
		}
	}
}

// walk reads all pages of seven, in the list's order.
func walk(t *testing.T, h *house, q Query, backward bool) []string {
	t.Helper()
	var ids []string
	q.Page = store.PageRequest{Limit: 7, Backward: backward}
	for {
		r := h.search(q)
		page := r.Page
		if r.Total != 300 || len(page.Items) != len(page.Positions) || len(page.Items) == 0 {
			t.Fatalf("page of %d items and %d positions, total %d", len(page.Items), len(page.Positions), r.Total)
		}
		more := page.HasNext
		if backward {
			ids, more = append(idsOfHits(r), ids...), page.HasPrevious
			q.Page.Before = &page.Positions[0]
		} else {
			ids = append(ids, idsOfHits(r)...)
			q.Page.After = &page.Positions[len(page.Positions)-1]
		}
		if !more {
			return ids
		}
	}
}

func checkOrder(t *testing.T, h *house, order Order, ids []string) {
	t.Helper()
	var keys []store.ArticleID
	for _, id := range ids {
		keys = append(keys, store.ArticleID(id))
	}
	rows, err := h.store.ArticlesByID(t.Context(), keys)
	if err != nil {
		t.Fatal(err)
	}
	if order == Relevance {
		return
	}
	for i := 1; i < len(ids); i++ {
		a, b := rows[keys[i-1]], rows[keys[i]]
		if order == Oldest && a.Published > b.Published || order == Newest && a.Published < b.Published {
			t.Fatalf("%s: %q before %q", order, a.Published, b.Published)
		}
		if a.Published == b.Published && a.ID > b.ID {
			t.Fatalf("%s: ids %s before %s", order, a.ID, b.ID)
		}
	}
}

func TestBothEndsOfAStretch(t *testing.T) {
	h := pagesHouse(t)
	q := Query{Text: "电池", Kinds: articlesOnly}
	first := h.search(Query{Text: "电池", Kinds: articlesOnly, Page: store.PageRequest{Limit: 10}})
	q.Page = store.PageRequest{Limit: 5, After: &first.Page.Positions[1], Before: &first.Page.Positions[5]}
	for _, backward := range []bool{false, true} {
		q.Page.Backward = backward
		r := h.search(q)
		if got, want := idsOfHits(r), idsOfHits(first)[2:5]; !slices.Equal(got, want) {
			t.Errorf("backward %v: between the ends %v, want %v", backward, got, want)
		}
		if !r.Page.HasNext || !r.Page.HasPrevious {
			t.Errorf("backward %v: there is more on both sides", backward)
		}
	}
}

func TestBadRequests(t *testing.T) {
	h := newHouse(t)
	at := func(key, id string) store.PageRequest {
		return store.PageRequest{Limit: 5, After: &store.Position{Key: key, ID: id}}
	}
	ok := store.PageRequest{Limit: 5}
	for _, c := range []struct {
		name string
		q    Query
	}{
		{"no limit", Query{}},
		{"a limit below one", Query{Page: store.PageRequest{Limit: -1}}},
		{"a limit above the most", Query{Page: store.PageRequest{Limit: store.MaxPage + 1}}},
		{"an unknown order", Query{Order: "best", Page: ok}},
		{"too long a query", Query{Text: strings.Repeat("电", MaxQueryRunes+1), Page: ok}},
		{"an empty position", Query{Page: at("", "")}},
		{"a score that is no number", Query{Page: at("x|2026-01-01", "a-1")}},
		{"a score beyond numbers", Query{Page: at("NaN|2026-01-01", "a-1")}},
		{"a position without id", Query{Page: at("1|2026-01-01", "")}},
		{"a position of another order", Query{Order: Newest, Page: at("1|2026-01-01", "a-1")}},
		{"a date that is none", Query{Order: Newest, Page: at("2026", "a-1")}},
		{"a bad position at the other end", Query{Page: store.PageRequest{Limit: 5, Before: &store.Position{Key: "?", ID: "?"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := h.index.Search(t.Context(), c.q); !errors.Is(err, store.ErrInvalid) {
				t.Errorf("error %v, want ErrInvalid", err)
			}
		})
	}
}

// TestHostileQueries: whatever is typed, an answer or ErrInvalid.
func TestHostileQueries(t *testing.T) {
	h := newHouse(t)
	h.put(article("1", "标题", "动力电池——————"+strings.Repeat("-", 3000)+"“引文”"))
	h.catchUp()
	signs := []string{"“", "”", "\"", "「", "」", "-", "－", "\\", "/", "[", "*", "?", "~", "^", ":", "+", "(", ")", "电", "池", " ",
		"\x00", "\x1b", "\xff", "\u200b", "\ufffd", "\U0010ffff", "{", "|", "&&", "!", "AND", "OR", "_id:", "'", "<b>", "%00", "﹁", "‘"}
	rng := rand.New(rand.NewPCG(5, 5))
	for i := range 10_000 {
		var b strings.Builder
		for range rng.IntN(25) {
			b.WriteString(signs[rng.IntN(len(signs))])
		}
		p := Parse(b.String())
		checkRanges(t, b.String(), p.Highlight(b.String()))
		if _, err := h.index.Search(t.Context(), Query{Text: b.String(), Page: store.PageRequest{Limit: 1}}); err != nil {
			t.Fatalf("query %d, %q: %v", i, b.String(), err)
		}
	}
	if _, err := h.index.Search(t.Context(), Query{Text: strings.Repeat("“电”-", 1<<17), Page: store.PageRequest{Limit: 1}}); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("a megabyte: %v", err)
	}
	if _, err := h.index.Search(t.Context(), Query{Text: strings.Repeat("电 ", 10_000), Page: store.PageRequest{Limit: 1}}); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("ten thousand words: %v", err)
	}
	long := strings.Repeat("-", MaxQueryRunes-2)
	if r := h.search(Query{Text: "“" + long + "”", Kinds: articlesOnly}); r.Total != 1 {
		t.Errorf("a long run of one sign: %d found", r.Total)
	}
}

func TestSearchesAtOnce(t *testing.T) {
	h := pagesHouse(t)
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			r, err := h.index.Search(context.Background(), Query{Text: "电池", Page: store.PageRequest{Limit: 3}})
			if err != nil || r.Total != 300 {
				t.Errorf("%v, %+v", err, r)
			}
		})
	}
	all.Wait()
}

func TestSearchesWhileRebuilding(t *testing.T) {
	h := pagesHouse(t)
	done := make(chan struct{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := 0; ; i++ {
				select {
				case <-done:
					return
				default:
				}
				r, err := h.index.Search(context.Background(), Query{Text: "电池", Kinds: articlesOnly, Page: store.PageRequest{Limit: 3}})
				if err != nil || r.Total > 300 {
					t.Errorf("%v, %+v", err, r)
					return
				}
			}
		})
	}
	for range 3 {
		h.index.catching.Lock()
		err := h.index.rebuild(1, "test")
		h.index.catching.Unlock()
		if err != nil {
			t.Error(err)
		}
		h.catchUp()
	}
	close(done)
	all.Wait()
	h.clean()
}

func TestSearchKeepsItsBudget(t *testing.T) {
	h := pagesHouse(t)
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.index.Search(ended, Query{Text: "电池", Page: store.PageRequest{Limit: 3}}); !errors.Is(err, context.Canceled) {
		t.Errorf("a caller that has left: %v", err)
	}
	t.Run("waiting for its turn", func(t *testing.T) {
		all := int64(runtime.GOMAXPROCS(0))
		if err := h.index.turns.Acquire(t.Context(), all); err != nil {
			t.Fatal(err)
		}
		defer h.index.turns.Release(all)
		soon, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		if _, err := h.index.Search(soon, Query{Page: store.PageRequest{Limit: 3}}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a caller that leaves: %v", err)
		}
	})
	h.index.budget = time.Nanosecond
	_, err := h.index.Search(t.Context(), Query{Text: "电池", Page: store.PageRequest{Limit: 3}})
	if !errors.Is(err, store.ErrBusy) || !strings.Contains(err.Error(), "fewer") {
		t.Errorf("a search that takes too long: %v", err)
	}
}

func TestSuggest(t *testing.T) {
	h := newHouse(t)
	for i := range 3 {
		d := article(fmt.Sprint(i), "", "云岭集团和云岭銀行，顾长河与云帆工程。Catl出席。")
		entity(d, store.Company, "云岭集团", "云岭控股", "雲上集团")
		if i > 0 {
			entity(d, store.Person, "顾长河")
		}
		if i > 1 {
			entity(d, store.Company, "云岭銀行")
			entity(d, store.Project, "云帆工程")
			entity(d, store.Company, "Catl")
		}
		h.put(d)
	}
	h.catchUp()
	id := store.NewEntityID
	group, bank := string(id(store.Company, "云岭集团")), string(id(store.Company, "云岭銀行"))
	gu, sail, catl := string(id(store.Person, "顾长河")), string(id(store.Project, "云帆工程")), string(id(store.Company, "Catl"))
	for _, c := range []struct {
		name, prefix string
		kinds        []store.EntityKind
		limit        int
		want         []string
	}{
		{"a name", "顾长", nil, 10, []string{gu}},
		{"most mentioned first", "云岭", nil, 10, []string{group, bank}},
		{"as many as asked for", "云岭", nil, 1, []string{group}},
		{"an alias", "云岭控", nil, 10, []string{group}},
		{"an alias in another script", "云上", nil, 10, []string{group}},
		{"a name in another script", "云岭银", nil, 10, []string{bank}},
		{"any case and width", "ｃＡ", nil, 10, []string{catl}},
		{"kinds", "云", []store.EntityKind{store.Project}, 10, []string{sail}},
		{"the middle of a name is no beginning", "岭", nil, 10, []string{}},
		{"no prefix: the most mentioned", "", nil, 2, []string{group, gu}},
		{"signs of patterns mean nothing", "云*", nil, 10, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := h.index.Suggest(t.Context(), c.prefix, c.kinds, c.limit)
			if err != nil || !slices.Equal(got, c.want) {
				t.Errorf("%v, %v; want %v", got, err, c.want)
			}
		})
	}
	for _, limit := range []int{0, -1, MaxSuggestions + 1} {
		if _, err := h.index.Suggest(t.Context(), "云", nil, limit); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("limit %d: %v", limit, err)
		}
	}
	if _, err := h.index.Suggest(t.Context(), strings.Repeat("云", MaxQueryRunes+1), nil, 1); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("too long a prefix: %v", err)
	}
}
