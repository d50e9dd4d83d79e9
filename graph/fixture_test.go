package graph_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"zhiku/graph"
	"zhiku/ingest"
	"zhiku/ingest/source"
	"zhiku/search"
	"zhiku/store"
	"zhiku/store/sqlite"
)

// house is the real handler over a real store and index.
type house struct {
	t       testing.TB
	db      *sqlite.DB
	index   *search.Index
	handler http.Handler
	log     bytes.Buffer

	mu         sync.Mutex
	statements []string // of the store's readers
}

func newHouse(t testing.TB, o graph.Options, articles ...string) *house {
	t.Helper()
	h := &house{t: t}
	dir := t.TempDir()
	db, err := sqlite.Open(t.Context(), filepath.Join(dir, "zhiku.db"), sqlite.OnQuery(h.note))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	for i, text := range articles {
		if _, err := db.Put(t.Context(), extract(t, fmt.Sprintf("%03d.txt", i), text)); err != nil {
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
	h.db, h.index = db, index
	log := slog.New(slog.NewTextHandler(&h.log, nil))
	h.handler = graph.NewHandler(&graph.Resolver{Store: db, Search: index, Log: log}, o)
	return h
}

func extract(t testing.TB, name, text string) *store.Document {
	t.Helper()
	item := source.Read(name, []byte(text), source.Options{})
	if item.Err != nil {
		t.Fatal(item.Err)
	}
	doc, err := ingest.Extract(item.Article)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func (h *house) note(query string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.statements = append(h.statements, query)
}

// answer is a GraphQL answer with its HTTP status.
type answer struct {
	Status int
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code string }
	}
	raw string
}

// code of the only error; "" where there is none.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

func (h *house) post(body string) answer {
	h.t.Helper()
	r := httptest.NewRequest("POST", "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return h.do(r)
}

func (h *house) do(r *http.Request) answer {
	h.t.Helper()
	w := httptest.NewRecorder()
	h.handler.ServeHTTP(w, r)
	a := answer{Status: w.Code, raw: w.Body.String()}
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		h.t.Fatalf("the answer is no JSON: %q", a.raw)
	}
	return a
}

func (h *house) ask(query string, variables map[string]any) answer {
	h.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		h.t.Fatal(err)
	}
	return h.post(string(body))
}

// get decodes the data of an answer that must have no errors.
func (h *house) get(query string, variables map[string]any, into any) {
	h.t.Helper()
	a := h.ask(query, variables)
	if len(a.Errors) > 0 {
		h.t.Fatalf("%s: %+v", query, a.Errors)
	}
	if err := json.Unmarshal(a.Data, into); err != nil {
		h.t.Fatal(err)
	}
}

// works gives n articles, up to 64, each of a project of a firm of its own in
// Chengdu.
func works(n int) []string {
	first, second := []rune("青翠碧苍丹紫素玄"), []rune("禾岚溪谷泉松梅竹")
	out := make([]string, n)
	for i := range out {
		firm := string([]rune{first[i%8], second[i/8]})
		out[i] = fmt.Sprintf(`%[1]s果业有限公司开工
沂川晚报记者 柏知秋
2026年3月%[2]d日

%[1]s果业有限公司投资建设的“%[1]s冷库”工程位于成都市，明年完工。
`, firm, i%28+1)
	}
	return out
}

// orchards gives n articles, up to 64, each of a firm of its own with two
// people who speak.
func orchards(n int) []string {
	surnames, given := []rune("陆贺温裴韦苏柏卫"), []string{"明川", "长风", "宁远", "思源", "执中", "棠梨", "知秋", "成蹊"}
	first, second := []rune("青翠碧苍丹紫素玄"), []rune("禾岚溪谷泉松梅竹")
	out := make([]string, n)
	for i := range out {
		firm := string([]rune{first[i%8], second[i/8]})
		a := string(surnames[i%8]) + given[i/8]
		b := string(surnames[(i+3)%8]) + given[(i/8+4)%8]
		out[i] = fmt.Sprintf(`%[1]s果园开园
沂川晚报记者 柏知秋
2026年3月%[2]d日

“今年的果子比去年甜，订单多了%[3]d笔。”%[1]s果业有限公司董事长%[4]s说。

%[1]s果业有限公司总经理%[5]s表示：“冷库扩建以后，损耗降到了%[6]d%%。”

2025年，%[1]s果业有限公司销售收入达到%[7]d.5亿元，同比增长%[8]d%%。
`, firm, i%28+1, i+10, a, b, i%9+1, i+1, i%30+1)
	}
	return out
}
