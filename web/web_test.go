package web_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zhiku/graph"
	"zhiku/ingest"
	"zhiku/ingest/source"
	"zhiku/search"
	"zhiku/store"
	"zhiku/store/sqlite"
	"zhiku/web"
)

const bamboo = `竹海里的新账本
沂川晚报记者 柏知秋
2026年3月5日

“一根竹子也能卖出三份钱，<b>这不是</b>吹的。”翠溪竹业有限公司董事长陆明川说。

翠溪竹业有限公司总经理贺长风表示，公司今年将新增两条生产线。
`

// site is the whole HTTP face over a real store and index.
type site struct {
	t       *testing.T
	handler http.Handler
	db      *sqlite.DB
	index   *search.Index
}

func newSite(t *testing.T, articles ...string) *site {
	t.Helper()
	dir := t.TempDir()
	db, err := sqlite.Open(t.Context(), filepath.Join(dir, "zhiku.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for i, text := range articles {
		item := source.Read(fmt.Sprintf("%d.txt", i), []byte(text), source.Options{URL: fmt.Sprintf("https://paper.example/%d", i)})
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		doc, err := ingest.Extract(item.Article)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Put(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
	}
	index, err := search.Open(t.Context(), filepath.Join(dir, "index"), db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { index.Close() })
	if err := index.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	handler := web.New(web.Options{Reader: db, Searcher: index, Log: log,
		GraphQL: graph.NewHandler(&graph.Resolver{Store: db, Search: index, Log: log}, graph.Options{})})
	return &site{t: t, handler: handler, db: db, index: index}
}

func (s *site) get(path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func (s *site) page(path string, code int) string {
	s.t.Helper()
	w := s.get(path)
	if w.Code != code {
		s.t.Fatalf("GET %s: %d, want %d\n%.500s", path, w.Code, code, w.Body)
	}
	return w.Body.String()
}

func TestQuoteIsFoundAndLinked(t *testing.T) {
	s := newSite(t, bamboo)
	page := s.page("/?q="+url.QueryEscape("“卖出三份钱”"), http.StatusOK)
	if !strings.Contains(page, "<mark>卖出三份钱</mark>") {
		t.Fatal("the words searched for are not marked")
	}
	if strings.Contains(page, "<b>这不是") {
		t.Error("an article's own markup reaches the page")
	}
	for _, cited := range []string{"陆明川", "翠溪竹业有限公司", "董事长", "沂川晚报", "2026-03-05", "https://paper.example/0"} {
		if !strings.Contains(page, cited) {
			t.Errorf("the citation lacks %s", cited)
		}
	}
	link := regexp.MustCompile(`href="(/articles/[^"#]+)#(q-[0-9a-f]+)"`).FindStringSubmatch(page)
	if link == nil {
		t.Fatal("no link to the place in the article")
	}
	article := s.page(html.UnescapeString(link[1]), http.StatusOK)
	if !strings.Contains(article, `<mark class="quote chosen" id="`+link[2]+`">一根竹子也能卖出三份钱，&lt;b&gt;这不是&lt;/b&gt;吹的。</mark>`) {
		t.Errorf("the quote is not marked in its article:\n%s", article)
	}
}

func TestEveryFilterOfThePage(t *testing.T) {
	s := newSite(t, bamboo)
	for query, found := range map[string]bool{
		"speaker=" + url.QueryEscape("陆明川"):                 true,
		"speaker=" + url.QueryEscape("钟离无名"):                false,
		"org=" + url.QueryEscape("翠溪竹业有限公司"):                true,
		"source=" + url.QueryEscape("沂川晚报"):                 true,
		"source=" + url.QueryEscape("别的报"):                  false,
		"kind=direct":                                       true,
		"kind=block":                                        false,
		"from=2026-03-05&to=2026-03-05":                     true,
		"from=2026-03-06":                                   false,
		"sort=oldest&q=" + url.QueryEscape("竹子"):            true,
		"q=" + url.QueryEscape("竹子 -三份钱"):                   false,
		"q=" + url.QueryEscape("竹子") + "&speaker=陆明川":       true,
		"q=" + url.QueryEscape("竹子") + "&kind=indirect":     false,
		"q=" + url.QueryEscape("生产线") + "&kind=indirect":    true,
		"q=" + url.QueryEscape("生产线") + "&speaker=贺长风":      true,
		"q=" + url.QueryEscape("生产线") + "&kind=direct":      false,
		"q=" + url.QueryEscape("生產線") + "&lang=zh-CN&sort=": true,
	} {
		page := s.page("/?"+query, http.StatusOK)
		if got := strings.Contains(page, "<blockquote"); got != found {
			t.Errorf("?%s finds a quote: %v, want %v", query, got, found)
		}
	}
}

func TestPagesSayWhatIsWrong(t *testing.T) {
	s := newSite(t, bamboo)
	for _, tt := range []struct {
		path string
		code int
		says string
	}{
		{"/?from=gestern", http.StatusBadRequest, "2026-01-20"},
		{"/?from=2026-06-01&to=2025-01-01", http.StatusBadRequest, "2026-06-01 晚于截止日期 2025-01-01"},
		{"/?from=2026-06-01&to=2026-06-01", http.StatusOK, ""},
		{"/?kind=shout", http.StatusBadRequest, "direct, block or indirect"},
		{"/?sort=best", http.StatusBadRequest, "relevance, newest or oldest"},
		{"/?after=垃圾", http.StatusBadRequest, "下一页"},
		{"/?q=" + url.QueryEscape(strings.Repeat("长", 1001)), http.StatusBadRequest, "1000"},
		{"/articles/a-00000000000000000000", http.StatusNotFound, "没有这篇文章"},
		{"/articles/../../etc/passwd", http.StatusTemporaryRedirect, ""},
		{"/nosuch", http.StatusNotFound, "没有这个页面"},
		{"/static/", http.StatusNotFound, "没有这个页面"},
		{"/?after=" + base64.RawURLEncoding.EncodeToString([]byte(`["a","b"]`)), http.StatusBadRequest, "重新检索"},
		{"/static/../web.go", http.StatusTemporaryRedirect, ""},
		{"/static/nosuch.css", http.StatusNotFound, ""},
	} {
		if page := s.page(tt.path, tt.code); !strings.Contains(page, tt.says) {
			t.Errorf("GET %.80s does not say %q", tt.path, tt.says)
		}
	}
	if page := newSite(t).page("/", http.StatusOK); !strings.Contains(page, "zhiku ingest") {
		t.Error("an empty knowledge base does not say how to fill it")
	}
}

func TestPagingOfQuotes(t *testing.T) {
	var articles []string
	for i := range 25 {
		articles = append(articles, fmt.Sprintf("第%d篇\n沂川晚报记者 柏知秋\n2026年3月%d日\n\n“第%d年的竹子长得最好。”翠溪竹业有限公司董事长陆明川说。\n", i, i+1, i))
	}
	s := newSite(t, articles...)
	first := s.page("/?q="+url.QueryEscape("竹子长得最好"), http.StatusOK)
	next := regexp.MustCompile(`href="(/\?[^"]*after=[^"]+)"`).FindStringSubmatch(first)
	if next == nil || strings.Count(first, "<blockquote") != 20 {
		t.Fatalf("%d quotes on the first page, next %v", strings.Count(first, "<blockquote"), next)
	}
	second := s.page(html.UnescapeString(next[1]), http.StatusOK)
	back := regexp.MustCompile(`href="(/\?[^"]*before=[^"]+)"`).FindStringSubmatch(second)
	if back == nil || strings.Count(second, "<blockquote") != 5 {
		t.Fatalf("%d quotes on the second page, back %v", strings.Count(second, "<blockquote"), back)
	}
	if again := s.page(html.UnescapeString(back[1]), http.StatusOK); strings.Count(again, "<blockquote") != 20 {
		t.Error("the page before the second is not the first")
	}
}

// TestNoOtherHost: no page names an address outside this server, but for those
// of the articles themselves.
func TestNoOtherHost(t *testing.T) {
	s := newSite(t, bamboo)
	address := regexp.MustCompile(`(?:src|href|action|url\()=?["'(]?(?:https?:)?//[^"')\s>]+`)
	for _, path := range []string{"/", "/?lang=en", "/verify?text=x", "/playground", "/static/style.css", "/static/playground.js", "/static/playground.css"} {
		for _, a := range address.FindAllString(s.page(path, http.StatusOK), -1) {
			if !strings.Contains(a, "paper.example") {
				t.Errorf("%s names %s", path, a)
			}
		}
	}
	if policy := s.get("/").Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'self'") {
		t.Errorf("content policy %q", policy)
	}
}

func TestHealthAndMetrics(t *testing.T) {
	s := newSite(t, bamboo)
	if body := s.page("/healthz", http.StatusOK); !strings.Contains(body, `"ok"`) {
		t.Errorf("healthz says %s", body)
	}
	if body := s.page("/readyz", http.StatusOK); !strings.Contains(body, `"ready"`) {
		t.Errorf("readyz says %s", body)
	}
	s.page("/", http.StatusOK)
	body := s.page("/metrics", http.StatusOK)
	for _, want := range []string{`zhiku_http_requests_total{code="200",route="GET /{$}"} 1`, "zhiku_index_lag_changes 0", "go_goroutines"} {
		if !strings.Contains(body, want) {
			t.Errorf("metrics lack %s", want)
		}
	}
}

// TestNotReadyWhileIndexing opens an index that knows nothing of a filled store.
func TestNotReadyWhileIndexing(t *testing.T) {
	s := newSite(t, bamboo)
	index, err := search.Open(t.Context(), filepath.Join(t.TempDir(), "index"), s.db)
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	s.handler = web.New(web.Options{Reader: s.db, Searcher: index, Log: log,
		GraphQL: graph.NewHandler(&graph.Resolver{Store: s.db, Search: index, Log: log}, graph.Options{})})
	if body := s.page("/readyz", http.StatusServiceUnavailable); !strings.Contains(body, `"indexing"`) {
		t.Errorf("readyz says %s", body)
	}
	if page := s.page("/", http.StatusOK); !strings.Contains(page, "索引正在建立") {
		t.Error("the page does not say that the index is being built")
	}
	const printed = "公司今年将新增两条生产线"
	w := s.get(checking(printed, ""))
	if body := w.Body.String(); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" ||
		!strings.Contains(body, "索引正在建立") || strings.Contains(body, "没有找到") || strings.Contains(body, "verdict") {
		t.Errorf("a quotation is judged by half an index: %d %s", w.Code, plain(body))
	}
	if err := index.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if page := s.page(checking(printed, ""), http.StatusOK); !strings.Contains(page, "一字不差") {
		t.Error("it is not judged once the index is built")
	}
	if body := s.page("/readyz", http.StatusOK); !strings.Contains(body, `"ready"`) {
		t.Errorf("readyz says %s once it is built", body)
	}
}

// panicking is a store that fails by panic.
type panicking struct{ store.Reader }

func TestPanicIsAnsweredAndHidden(t *testing.T) {
	s := newSite(t, bamboo)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	s.handler = web.New(web.Options{Reader: panicking{}, Searcher: s.index, Log: log, GraphQL: http.NotFoundHandler()})
	body := s.page("/articles/a-00000000000000000000", http.StatusInternalServerError)
	if !strings.Contains(body, "内部错误") || strings.Contains(body, "nil pointer") {
		t.Errorf("a panic is answered with %q", body)
	}
}

func TestLanguageOfPages(t *testing.T) {
	s := newSite(t, bamboo)
	r := httptest.NewRequest("GET", "/", nil)
	r.Header.Set("Accept-Language", "en-GB,en;q=0.8")
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	if !strings.Contains(w.Body.String(), `<html lang="en"`) || !strings.Contains(w.Body.String(), "A knowledge base of Chinese news") {
		t.Error("an English browser gets no English page")
	}
	if w.Header().Get("Vary") != "Accept-Language" {
		t.Error("a cache would mix the languages up")
	}
	if page := s.page("/", http.StatusOK); !strings.Contains(page, `<html lang="zh-CN"`) {
		t.Error("Chinese is not the default")
	}
}

func TestOnlyReading(t *testing.T) {
	s := newSite(t)
	for _, path := range []string{"/", "/articles/a-00000000000000000000", "/static/style.css", "/nosuch"} {
		w := httptest.NewRecorder()
		s.handler.ServeHTTP(w, httptest.NewRequest("POST", path, nil))
		if w.Code != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", path, w.Code)
		}
	}
}

func TestFilesAreAskedForAgain(t *testing.T) {
	s := newSite(t)
	first := s.get("/static/style.css")
	tag := first.Header().Get("ETag")
	if tag == "" || first.Header().Get("Cache-Control") != "no-cache" {
		t.Fatalf("header %v", first.Header())
	}
	r := httptest.NewRequest("GET", "/static/style.css", nil)
	r.Header.Set("If-None-Match", tag)
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("the same file again: %d", w.Code)
	}
}

func TestLinksKeepTheLanguage(t *testing.T) {
	s := newSite(t, bamboo)
	if page := s.page("/?lang=en", http.StatusOK); !regexp.MustCompile(`href="/articles/[^"]*lang=en`).MatchString(page) {
		t.Error("an English page leads to a Chinese one")
	}
}

// slowSearcher finds every search too slow.
type slowSearcher struct{ web.Searcher }

func (slowSearcher) Search(context.Context, search.Query) (*search.Result, error) {
	return nil, fmt.Errorf("stopped after 2s: %w", store.ErrBusy)
}

func TestSlowSearchSaysWhatWouldWork(t *testing.T) {
	s := newSite(t, bamboo)
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	s.handler = web.New(web.Options{Reader: s.db, Searcher: slowSearcher{s.index}, Log: log, GraphQL: http.NotFoundHandler()})
	if page := s.page("/?q=x", http.StatusServiceUnavailable); !strings.Contains(page, "更少见的词") {
		t.Error("a reader is not told what would work")
	}
}

// TestAQuoteThatIsGoneIsMissed: the address of a quote of an older reading.
func TestAQuoteThatIsGoneIsMissed(t *testing.T) {
	s := newSite(t, bamboo)
	link := linked(t, s.page("/", http.StatusOK), "li", "竹海里的新账本")
	there, _, _ := strings.Cut(link, "#")
	path, _, _ := strings.Cut(there, "?")
	for address, want := range map[string]bool{there: false, path: false, path + "?quote=q-00000000000000000000": true} {
		page := s.page(address, http.StatusOK)
		if got := strings.Contains(page, "已经不在这里"); got != want {
			t.Errorf("%s: said %v, want %v", address, got, want)
		}
	}
	if page := s.page(path+"?lang=en&quote=q-00000000000000000000", http.StatusOK); !strings.Contains(page, "is no longer here") {
		t.Error("nothing of it in English")
	}
}

// TestCitationIsOneLine: an omission stands where the article interrupts.
func TestCitationIsOneLine(t *testing.T) {
	s := newSite(t, "码头开了\n沂川晚报记者 柏知秋\n2026年3月15日\n\n“货轮靠港了，”沂川港务集团有限公司董事长贺长风说，“明年还要再来。”\n")
	if page := html.UnescapeString(s.page("/", http.StatusOK)); !strings.Contains(page, "“货轮靠港了，……明年还要再来。” ——") {
		t.Errorf("the citation is another: %s", plain(page))
	}
}
