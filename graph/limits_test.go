package graph_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"zhiku/graph"
	"zhiku/search"
	"zhiku/store"
)

func TestWrongRequests(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(3)...)
	deep := "{ articles { nodes " + strings.Repeat("{ people { nodes { articles { nodes ", 4) + "{ title }" + strings.Repeat(" } } } }", 4) + " } }"
	bomb := "{ ...f0 } "
	for i := range 30 {
		bomb += fmt.Sprintf("fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	bomb += "fragment f30 on Query { stats { articles } }"
	tests := []struct {
		name, query string
		variables   map[string]any
		code, says  string
	}{
		{"no such field", `{ nosuch }`, nil, "GRAPHQL_VALIDATION_FAILED", "nosuch"},
		{"no query at all", `{{`, nil, "GRAPHQL_PARSE_FAILED", ""},
		{"first of zero", `{ quotes(first: 0) { totalCount } }`, nil, "INVALID_ARGUMENT", "first must be 1 to 100, not 0"},
		{"first too large", `{ quotes(first: 1000) { totalCount } }`, nil, "INVALID_ARGUMENT", "first must be 1 to 100, not 1000"},
		{"first and last", `{ quotes(first: 1, last: 1) { totalCount } }`, nil, "INVALID_ARGUMENT", "not both"},
		{"nested first too large", `{ people(first: 1) { nodes { quotes(first: 101) { totalCount } } } }`, nil, "INVALID_ARGUMENT", "1 to 100"},
		{"a cursor that is none", `{ quotes(after: "垃圾") { totalCount } }`, nil, "INVALID_CURSOR", "no cursor"},
		{"an id that is none", `{ node(id: "x") { id } }`, nil, "INVALID_ARGUMENT", "no id"},
		{"an article that is none", `{ quotes(filter: {article: "q-00000000000000000000"}) { totalCount } }`, nil, "INVALID_ARGUMENT", "no article's id"},
		{"a date that is none", `{ quotes(filter: {from: "2026-02-30"}) { totalCount } }`, nil, "INVALID_ARGUMENT", "2026-02-30"},
		{"a date that is none, in a variable", `query($d: Date) { quotes(filter: {from: $d}) { totalCount } }`, map[string]any{"d": "昨天"}, "INVALID_ARGUMENT", "2026-01-20"},
		{"days the wrong way round", `{ quotes(filter: {from: "2026-02-02", to: "2026-02-01"}) { totalCount } }`, nil, "INVALID_ARGUMENT", "comes after"},
		{"values the wrong way round", `{ figures(filter: {minValue: 2, maxValue: 1}) { totalCount } }`, nil, "INVALID_ARGUMENT", "comes after"},
		{"an order that needs a search", `{ quotes(orderBy: RELEVANCE) { totalCount } }`, nil, "INVALID_ARGUMENT", "only with search"},
		{"an order that goes with none", `{ quotes(filter: {search: "果"}, orderBy: POSITION) { totalCount } }`, nil, "INVALID_ARGUMENT", "not with search"},
		{"a filter that goes with none", `{ figures(filter: {search: "果", unit: "元"}) { totalCount } }`, nil, "INVALID_ARGUMENT", "unit does not go with search"},
		{"too many dates", `{ articles { nodes { dates(first: 101) { totalCount } } } }`, nil, "INVALID_ARGUMENT", "1 to 100"},
		{"dates over and over", `{ articles(first: 100) { nodes { ` + aliases(6, "dates(first: 100) { nodes { surface } }") + `} } }`, nil, "TOO_COMPLEX", "at most 50000"},
		{"candidates over and over", `{ quotes(first: 100) { nodes { ` + aliases(130, "speakerCandidates { name }") + `} } }`, nil, "TOO_COMPLEX", "at most 50000"},
		{"a search too long", `query($q: String!) { search(query: $q) { totalCount } }`, map[string]any{"q": strings.Repeat("长", 1001)}, "INVALID_ARGUMENT", "at most 1000"},
		{"a filter too long", `query($m: String) { figures(filter: {metric: $m}) { totalCount } }`, map[string]any{"m": strings.Repeat("长", 20_000)}, "INVALID_ARGUMENT", "metric has 20000 characters; at most 1000"},
		{"a name too long", `query($m: String) { people(filter: {name: $m}) { totalCount } }`, map[string]any{"m": strings.Repeat("长", 1001)}, "INVALID_ARGUMENT", "at most 1000"},
		{"counting everything over and over", "{ " + aliases(300, "stats { articles }") + "}", nil, "TOO_COMPLEX", "at most 50000"},
		{"too many suggestions", `{ suggest(prefix: "青", limit: 51) { name } }`, nil, "INVALID_ARGUMENT", "1 to 50"},
		{"too many snippets", `{ search(query: "果") { edges { snippets(first: 11) { text } } } }`, nil, "INVALID_ARGUMENT", "first must be 1 to 10, not 11"},
		{"no snippets", `{ search(query: "果") { edges { snippets(first: 0) { text } } } }`, nil, "INVALID_ARGUMENT", "first must be 1 to 10, not 0"},
		{"too many values of a facet", `{ search(query: "果") { facets(fields: [KIND], first: 101) { others } } }`, nil, "INVALID_ARGUMENT", "1 to 100"},
		{"no values of a facet", `{ search(query: "果") { facets(fields: [KIND], first: 0) { others } } }`, nil, "INVALID_ARGUMENT", "1 to 100"},
		{"a facet over and over", `{ search(query: "果") { facets(fields: [` + strings.Repeat("KIND ", 10) + `]) { others } } }`, nil, "INVALID_ARGUMENT", "at most 9"},
		{"a facet there is none of", `{ search(query: "果") { facets(fields: [COLOUR]) { others } } }`, nil, "GRAPHQL_VALIDATION_FAILED", "COLOUR"},
		{"too many words", `query($q: String!) { search(query: $q) { totalCount } }`, map[string]any{"q": strings.Repeat("长 ", 65)}, "INVALID_ARGUMENT", "at most 64"},
		{"like what is no quote", `{ similarQuotes(id: "a-00000000000000000000") { relation } }`, nil, "INVALID_ARGUMENT", "no quote's id"},
		{"like what is no id", `{ similarQuotes(id: "x") { relation } }`, nil, "INVALID_ARGUMENT", "no quote's id"},
		{"like a quote there is none of", `{ similarQuotes(id: "q-00000000000000000000") { relation } }`, nil, "NOT_FOUND", "q-00000000000000000000"},
		{"too many like quotes", `{ similarQuotes(id: "q-00000000000000000000", first: 21) { relation } }`, nil, "INVALID_ARGUMENT", "1 to 20"},
		{"nothing to verify", `{ verifyQuote(text: " 　") { verdict } }`, nil, "INVALID_ARGUMENT", "give the words"},
		{"too much to verify", `query($q: String!) { verifyQuote(text: $q, speaker: "陆") { verdict } }`, map[string]any{"q": strings.Repeat("长", 1000)}, "INVALID_ARGUMENT", "at most 1000"},
		{"verifying over and over", "{ " + aliases(101, `verifyQuote(text: "果子") { verdict }`) + "}", nil, "TOO_COMPLEX", "at most 50000"},
		{"all matches of many", "{ " + aliases(90, `verifyQuote(text: "果子") { matches { diff { op text } article { title source published url } quote { text speakerText } } }`) + "}", nil, "TOO_COMPLEX", "at most 50000"},
		{"likeness over and over", "{ " + aliases(101, `similarQuotes(id: "q-00000000000000000000") { relation }`) + "}", nil, "TOO_COMPLEX", "at most 50000"},
		{"counting facets over and over", `{ search(query: "果") { ` + aliases(250, "facets(fields: [KIND]) { others }") + "} }", nil, "TOO_COMPLEX", "at most 50000"},
		{"names over and over", `{ search(query: "果") { ` + aliases(250, "didYouMean { name }") + "} }", nil, "TOO_COMPLEX", "at most 50000"},
		{"snippets over and over", `{ search(query: "果", first: 100) { edges { ` + aliases(30, "snippets(first: 10) { text html }") + "} } }", nil, "TOO_COMPLEX", "at most 50000"},
		{"too many ids", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": make([]string, 101)}, "INVALID_ARGUMENT", "at most 100"},
		{"too deep", deep, nil, "TOO_DEEP", "at most 16"},
		{"too much", `{ companies(first: 100) { nodes { quotes(first: 100) { nodes { text title cue named organization } } } } }`, nil, "TOO_COMPLEX", "at most 50000"},
		{"fragments that double", bomb, nil, "TOO_COMPLEX", "fragments"},
		{"too many words of GraphQL", "{ " + strings.Repeat("stats { articles } ", 5000) + "}", nil, "GRAPHQL_PARSE_FAILED", "token"},
		{"an operation that is not there", `query a { stats { articles } } query b { stats { articles } }`, nil, "GRAPHQL_VALIDATION_FAILED", "not found"},
		{"nothing can be written", `mutation { x }`, nil, "GRAPHQL_VALIDATION_FAILED", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := h.ask(tt.query, tt.variables)
			if a.code() != tt.code || !strings.Contains(a.Errors[0].Message, tt.says) {
				t.Errorf("answer %d %.400s; want %s with %q", a.Status, a.raw, tt.code, tt.says)
			}
		})
	}
	if h.log.Len() > 0 {
		t.Errorf("a client's mistakes are in the server's log:\n%s", h.log.String())
	}
}

// TestAWholePageFits: the limits let a page of 100 hits through with all there is
// to say of it.
func TestAWholePageFits(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(12)...)
	a := h.ask(`{ search(query: "果", first: 100) { totalCount totalIsLowerBound
		queryInfo { interpreted holding relaxed warnings { code messageZh messageEn start end } terms { text kind excluded condition words names } }
		facets(fields: [SPEAKER, ORGANIZATION, COMPANY, PROJECT, SOURCE, YEAR, MONTH, KIND, UNIT], first: 20) {
			field others values { value label count entity { id name kind mentionCount } } }
		didYouMean { id name kind mentionCount }
		edges { cursor score snippets { text html highlights { start end } start end }
			node { __typename ... on Quote { text speaker { name } article { title source published url } } } } } }`, nil)
	if len(a.Errors) > 0 {
		t.Errorf("refused: %+v", a.Errors)
	}
}

func TestCursorOfAnotherList(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(3)...)
	var got struct {
		Quotes struct{ PageInfo struct{ EndCursor string } }
	}
	h.get(`{ quotes(first: 1) { pageInfo { endCursor } } }`, nil, &got)
	for _, list := range []string{"quotes(orderBy: OLDEST, after: $c)", "figures(after: $c)", `quotes(filter: {search: "果"}, after: $c)`} {
		a := h.ask("query($c: String) { "+list+" { totalCount } }", map[string]any{"c": got.Quotes.PageInfo.EndCursor})
		if a.code() != "INVALID_CURSOR" {
			t.Errorf("%s takes it: %s", list, a.raw)
		}
	}
}

func TestBodies(t *testing.T) {
	h := newHouse(t, graph.Options{})
	secret := strings.Repeat("绝密", 50)
	tests := []struct {
		name, body string
		status     int
		code       string
	}{
		{"no JSON", "{" + secret, http.StatusBadRequest, "BAD_REQUEST"},
		{"too large", `{"query":"` + strings.Repeat(" ", 1<<20) + `{ stats { articles } }"}`, http.StatusRequestEntityTooLarge, "TOO_LONG"},
		{"a list of requests", `[{"query":"{ stats { articles } }"}]`, http.StatusBadRequest, "BAD_REQUEST"},
		{"no query in it", `{}`, http.StatusUnprocessableEntity, "GRAPHQL_VALIDATION_FAILED"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := h.post(tt.body)
			if a.Status != tt.status || a.code() != tt.code {
				t.Errorf("answer %d %.300s; want %d %s", a.Status, a.raw, tt.status, tt.code)
			}
			if strings.Contains(a.raw, "绝密") {
				t.Error("the answer repeats the body")
			}
		})
	}
	t.Run("just not too large", func(t *testing.T) {
		query := `{"query":"{ stats { articles } }"`
		if a := h.post(query + strings.Repeat(" ", 1<<20-len(query)-1) + "}"); a.Status != http.StatusOK {
			t.Errorf("answer %d %.200s", a.Status, a.raw)
		}
	})
}

func TestGet(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(1)...)
	a := h.do(httptest.NewRequest("GET", "/graphql?query="+url.QueryEscape("{ stats { articles } }"), nil))
	if a.Status != http.StatusOK || string(a.Data) != `{"stats":{"articles":1}}` {
		t.Errorf("answer %d %s", a.Status, a.raw)
	}
}

// brokenSearch fails in a chosen way.
type brokenSearch struct {
	graph.Searcher
	fail func(ctx context.Context) error
}

func (b brokenSearch) Search(ctx context.Context, _ search.Query) (*search.Result, error) {
	return nil, b.fail(ctx)
}

func TestErrorsTellNothingInternal(t *testing.T) {
	h := newHouse(t, graph.Options{})
	tests := []struct {
		name string
		fail func(context.Context) error
		code string
		says string
	}{
		{"a fault of ours", func(context.Context) error { return errors.New("open /var/secret/index: no space") }, "INTERNAL", "internal error"},
		{"a panic", func(context.Context) error { panic("slice bounds out of range /var/secret") }, "INTERNAL", "internal error"},
		{"the index is busy", func(context.Context) error {
			return fmt.Errorf("stopped after 2s; ask for rarer words: %w", store.ErrBusy)
		}, "BUSY", "ask for rarer words"},
		{"over its time", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }, "TIMEOUT", "took too long"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h.log.Reset()
			h.handler = graph.NewHandler(&graph.Resolver{Store: h.db, Search: brokenSearch{fail: tt.fail}, Log: slog.New(slog.NewTextHandler(&h.log, nil))},
				graph.Options{Timeout: 50 * time.Millisecond})
			a := h.ask(`{ search(query: "果") { totalCount } }`, nil)
			if a.code() != tt.code || !strings.Contains(a.Errors[0].Message, tt.says) {
				t.Errorf("answer %s; want %s with %q", a.raw, tt.code, tt.says)
			}
			if strings.Contains(a.raw, "secret") {
				t.Error("the answer leaks what is internal")
			}
			if _, id, ok := strings.Cut(a.Errors[0].Message, "internal error "); ok && !strings.Contains(h.log.String(), id) {
				t.Error("the log does not know the id the client was given")
			}
		})
	}
}

// aliases asks for one field n times.
func aliases(n int, field string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "s%d: %s ", i, field)
	}
	return b.String()
}

func TestWhatIsNoGraphQLOverHTTP(t *testing.T) {
	h := newHouse(t, graph.Options{})
	for _, tt := range []struct {
		name, method, media string
		status              int
	}{
		{"a form", "POST", "application/x-www-form-urlencoded", http.StatusUnsupportedMediaType},
		{"no media type", "POST", "", http.StatusUnsupportedMediaType},
		{"another method", "PUT", "application/json", http.StatusMethodNotAllowed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest(tt.method, "/graphql", strings.NewReader(`{"query":"{ stats { articles } }"}`))
			r.Header.Set("Content-Type", tt.media)
			if a := h.do(r); a.Status != tt.status || a.code() != "BAD_REQUEST" {
				t.Errorf("answer %d %s", a.Status, a.raw)
			}
		})
	}
}

// TestLongQueriesAreNotKept: a thousand different queries of half a megabyte
// would fill the memory.
func TestLongQueriesAreNotKept(t *testing.T) {
	h := newHouse(t, graph.Options{})
	memory := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := memory()
	for i := range 100 {
		if a := h.ask(fmt.Sprintf("# %d %s\n{ stats { articles } }", i, strings.Repeat("x", 500_000)), nil); len(a.Errors) > 0 {
			t.Fatal(a.raw[:200])
		}
	}
	if after := memory(); after > before+20<<20 {
		t.Errorf("the heap grew from %d to %d MB", before>>20, after>>20)
	}
}
