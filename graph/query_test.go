package graph_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhiku/graph"
	"zhiku/search"
)

// TestPageOfQuotesTakesFewStatements: the speakers of a page are read together,
// and so are its employers and articles.
func TestPageOfQuotesTakesFewStatements(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(40)...)
	h.statements = nil
	var got struct {
		Quotes struct {
			TotalCount int
			Edges      []struct {
				Node struct {
					Speaker            *struct{ Name string }
					OrganizationEntity *struct{ Name string }
					Article            struct{ Title string }
					Context            struct{ Text string }
				}
			}
		}
	}
	h.get(`{ quotes(first: 50) { totalCount edges { node {
		speaker { name } organizationEntity { name } article { title } context { text } } } } }`, nil, &got)
	if len(got.Quotes.Edges) != 50 || got.Quotes.TotalCount < 80 {
		t.Fatalf("%d of %d quotes", len(got.Quotes.Edges), got.Quotes.TotalCount)
	}
	whole := 0
	for _, e := range got.Quotes.Edges {
		if e.Node.Speaker != nil && e.Node.OrganizationEntity != nil && e.Node.Article.Title != "" && e.Node.Context.Text != "" {
			whole++
		}
	}
	if whole < 40 {
		t.Fatalf("only %d of 50 quotes have speaker, employer, article and context: the count below says little", whole)
	}
	if n := len(h.statements); n > 6 {
		t.Errorf("%d SQL statements, at most 6 are allowed:\n%s", n, strings.Join(h.statements, "\n"))
	}
}

// TestNestedListsComeInBatches: twice as many parents take no more statements.
func TestNestedListsComeInBatches(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(40)...)
	count := func(first int) int {
		h.statements = nil
		var got struct {
			Companies struct{ Nodes []struct{ Name string } }
		}
		h.get(`query($n: Int) { companies(first: $n) { nodes { name
			quotes(first: 3) { nodes { text article { title } } }
			people(first: 3) { nodes { name quotes(first: 2) { nodes { text } } employers { name } } }
			figures(first: 3) { nodes { surface context { text } } }
			articles(first: 2) { nodes { title people(first: 3) { nodes { name } } } } } } }`, map[string]any{"n": first}, &got)
		if len(got.Companies.Nodes) != first {
			t.Fatalf("%d companies, want %d", len(got.Companies.Nodes), first)
		}
		return len(h.statements)
	}
	if few, many := count(15), count(30); many > few {
		t.Errorf("%d statements for 15 companies, %d for 30", few, many)
	}
}

// TestUndertakings: a project's owner and place, and no more statements for more
// projects.
func TestUndertakings(t *testing.T) {
	h := newHouse(t, graph.Options{}, works(24)...)
	type project struct {
		Name         string
		Undertakings []struct {
			OwnerText, Place string
			Owner            *struct{ Name string }
			Article          struct{ Title string }
		}
	}
	ask := func(first int) (list []project, statements int) {
		h.statements = nil
		var got struct{ Projects struct{ Nodes []project } }
		h.get(`query($n: Int) { projects(first: $n, orderBy: NAME) { nodes { name
			undertakings { ownerText place owner { name } article { title } } } } }`, map[string]any{"n": first}, &got)
		if len(got.Projects.Nodes) != first {
			t.Fatalf("%d projects, want %d", len(got.Projects.Nodes), first)
		}
		return got.Projects.Nodes, len(h.statements)
	}
	list, many := ask(24)
	if _, few := ask(12); many > few {
		t.Errorf("%d statements for 12 projects, %d for 24", few, many)
	}
	for _, p := range list {
		if len(p.Undertakings) != 1 {
			t.Fatalf("%s: %+v", p.Name, p.Undertakings)
		}
		firm := string([]rune(p.Name)[1:3]) + "果业有限公司"
		u := p.Undertakings[0]
		if u.OwnerText != firm || u.Owner == nil || u.Owner.Name != firm || u.Place != "成都市" || u.Article.Title != firm+"开工" {
			t.Errorf("%s: %+v", p.Name, u)
		}
	}
	var one struct {
		Bare struct {
			Nodes []struct{ Undertakings []any }
		}
	}
	bare := newHouse(t, graph.Options{}, "沂川晚报记者 柏知秋\n2026年3月1日\n\n“东干渠提升”工程受到好评。\n")
	bare.get(`{ bare: projects(first: 1) { nodes { undertakings { place } } } }`, nil, &one)
	if len(one.Bare.Nodes) != 1 || one.Bare.Nodes[0].Undertakings == nil || len(one.Bare.Nodes[0].Undertakings) != 0 {
		t.Errorf("a project with neither owner nor place gives %+v", one.Bare)
	}
}

type pageOf struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
}

func (p pageOf) ids() []string {
	var out []string
	for _, e := range p.Edges {
		out = append(out, e.Node.ID)
	}
	return out
}

// TestPagesMeet walks every list forward and backward, in every order, with and
// without a search: each item comes once, and both ways give the same list.
func TestPagesMeet(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(12)...)
	for _, list := range []struct{ field, filter string }{
		{"articles", "orderBy: NEWEST"}, {"articles", "orderBy: OLDEST"}, {"articles", `filter: {search: "果园"}`},
		{"quotes", "orderBy: NEWEST"}, {"quotes", "orderBy: POSITION"}, {"quotes", `filter: {search: "果子"}`},
		{"quotes", `filter: {search: "果子"}, orderBy: OLDEST`},
		{"figures", "orderBy: LARGEST"}, {"figures", "orderBy: SMALLEST"}, {"figures", `filter: {search: "同比增长"}`},
		{"people", "orderBy: NAME"}, {"companies", "orderBy: MOST_MENTIONED"}, {"companies", `filter: {search: "果业"}`},
		{"search", `query: "果园"`},
	} {
		t.Run(list.field+" "+list.filter, func(t *testing.T) {
			node := "node { id }"
			if list.field == "search" {
				node = "node { ... on Node { id } }"
			}
			ask := func(args string) pageOf {
				var got struct{ List pageOf }
				h.get(fmt.Sprintf("{ list: %s(%s, %s) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor %s } } }",
					list.field, list.filter, args, node), nil, &got)
				return got.List
			}
			forward := walk(t, ask, "first: 7", func(p pageOf) (string, bool) {
				return fmt.Sprintf("first: 7, after: %q", deref(p.PageInfo.EndCursor)), p.PageInfo.HasNextPage
			})
			backward := walk(t, ask, "last: 7", func(p pageOf) (string, bool) {
				return fmt.Sprintf("last: 7, before: %q", deref(p.PageInfo.StartCursor)), p.PageInfo.HasPreviousPage
			})
			total := ask("first: 1").TotalCount
			if total < 8 {
				t.Fatalf("%d items: too few to page", total)
			}
			all := slices.Concat(forward...)
			slices.Reverse(backward)
			if len(all) != total || !slices.Equal(all, slices.Concat(backward...)) {
				t.Errorf("of %d items forward gives %d, backward %d, or in another order", total, len(all), len(slices.Concat(backward...)))
			}
			slices.Sort(all)
			if len(slices.Compact(all)) != total {
				t.Error("an item comes twice")
			}
		})
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func walk(t *testing.T, ask func(string) pageOf, args string, next func(pageOf) (string, bool)) [][]string {
	t.Helper()
	var out [][]string
	for range 100 {
		p := ask(args)
		out = append(out, p.ids())
		var more bool
		if args, more = next(p); !more {
			return out
		}
	}
	t.Fatal("the list has no end")
	return nil
}

func TestQuoteFilters(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(12)...)
	var one struct {
		Quotes struct {
			Nodes []struct {
				ID                 string
				SpeakerText        string
				Speaker            struct{ ID string }
				OrganizationEntity struct{ ID, Name string }
				Article            struct{ ID, Published string }
			}
		}
	}
	h.get(`{ quotes(first: 1, orderBy: OLDEST) { nodes { id speakerText speaker { id } organizationEntity { id name } article { id published } } } }`, nil, &one)
	q := one.Quotes.Nodes[0] // of the first article: 陆明川
	for _, tt := range []struct {
		name   string
		filter map[string]any
		want   int
	}{
		{"by the speaker's printed name", map[string]any{"speaker": q.SpeakerText}, 1},
		{"by the speaker's id", map[string]any{"speaker": q.Speaker.ID}, 1},
		{"a speaker nobody is", map[string]any{"speaker": "钟离无名"}, 0},
		{"by employer's name", map[string]any{"organization": q.OrganizationEntity.Name}, 2},
		{"by employer's id", map[string]any{"organization": q.OrganizationEntity.ID}, 2},
		{"by article", map[string]any{"article": q.Article.ID}, 2},
		{"by day", map[string]any{"from": q.Article.Published, "to": q.Article.Published}, 2},
		{"by paper", map[string]any{"source": "沂川晚报"}, 24},
		{"of a kind there is none of", map[string]any{"kind": "BLOCK"}, 0},
		{"a search and the speaker", map[string]any{"search": "果子", "speaker": "陆明川"}, 1},
		{"a search and another speaker's words", map[string]any{"search": "冷库", "speaker": "陆明川"}, 0},
		{"a phrase across the cut of words", map[string]any{"search": "“子比去”"}, 12},
		{"an empty search asks nothing", map[string]any{"search": ""}, 24},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got struct {
				Quotes struct{ TotalCount int }
			}
			h.get(`query($f: QuoteFilter) { quotes(filter: $f) { totalCount } }`, map[string]any{"f": tt.filter}, &got)
			if got.Quotes.TotalCount != tt.want {
				t.Errorf("%d quotes, want %d", got.Quotes.TotalCount, tt.want)
			}
		})
	}
}

func TestFigureFilters(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(12)...)
	for _, tt := range []struct {
		name   string
		filter map[string]any
		want   int
	}{
		{"by unit", map[string]any{"unit": "元"}, 12},
		{"by currency", map[string]any{"currency": "CNY", "target": false}, 12},
		{"no aims among them", map[string]any{"target": true}, 0},
		{"both ends are in", map[string]any{"unit": "元", "minValue": 350000000.0, "maxValue": 450000000.0}, 2},
		{"万 and 亿 are multiplied out", map[string]any{"unit": "元", "maxValue": 1000.0}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got struct {
				Figures struct{ TotalCount int }
			}
			h.get(`query($f: FigureFilter) { figures(filter: $f) { totalCount } }`, map[string]any{"f": tt.filter}, &got)
			if got.Figures.TotalCount != tt.want {
				t.Errorf("%d figures, want %d", got.Figures.TotalCount, tt.want)
			}
		})
	}
}

// TestCandidatesAreKeptAndNotShown: what is too unsure stands in no list, search,
// suggestion or count until it is asked for.
func TestCandidatesAreKeptAndNotShown(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(1)...)
	unsure := extract(t, "unsure.txt", orchards(2)[1])
	for i := range unsure.Quotes {
		unsure.Quotes[i].Confidence = 0.4
	}
	for i := range unsure.Figures {
		unsure.Figures[i].Confidence = 0.4
	}
	for i := range unsure.Entities {
		unsure.Entities[i].Confidence = 0.4
	}
	if _, err := h.db.Put(t.Context(), unsure); err != nil {
		t.Fatal(err)
	}
	if err := h.index.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	type counts struct {
		Quotes, Figures, Companies, FoundQuotes, FoundCompanies struct{ TotalCount int }
	}
	count := func(candidates bool) (c counts) {
		h.get(`query($c: Boolean) { quotes(filter: {candidates: $c}) { totalCount } figures(filter: {candidates: $c}) { totalCount }
			companies(filter: {candidates: $c}) { totalCount }
			foundQuotes: quotes(filter: {search: "果子", candidates: $c}) { totalCount }
			foundCompanies: companies(filter: {search: "果业", candidates: $c}) { totalCount } }`, map[string]any{"c": candidates}, &c)
		return c
	}
	sure, all := count(false), count(true)
	if sure.Quotes.TotalCount != 2 || sure.FoundQuotes.TotalCount != 1 || sure.Companies.TotalCount != 1 || sure.FoundCompanies.TotalCount != 1 {
		t.Errorf("without candidates: %+v", sure)
	}
	if all.Quotes.TotalCount != 4 || all.FoundQuotes.TotalCount != 2 || all.Companies.TotalCount != 2 || all.FoundCompanies.TotalCount != 2 ||
		all.Figures.TotalCount <= sure.Figures.TotalCount {
		t.Errorf("with candidates: %+v", all)
	}
	var rest struct {
		Stats    struct{ Quotes, Companies int }
		Suggest  []struct{ Name string }
		Articles struct {
			Nodes []struct {
				Title             string
				Quotes, Companies struct{ TotalCount int }
			}
		}
		Unsure struct {
			Nodes []struct{ People struct{ TotalCount int } }
		}
		Quotes struct {
			Nodes []struct{ Evidence struct{ Candidate bool } }
		}
	}
	h.get(`{ stats { quotes companies } suggest(prefix: "翠") { name }
		unsure: companies(filter: {candidates: true, name: "翠禾果业有限公司"}) { nodes { people { totalCount } } }
		articles(orderBy: NEWEST) { nodes { title quotes { totalCount } companies { totalCount } } }
		quotes(filter: {search: "果子", candidates: true}, orderBy: NEWEST) { nodes { evidence { candidate } } } }`, nil, &rest)
	if rest.Stats.Quotes != 2 || rest.Stats.Companies != 1 || len(rest.Suggest) != 0 {
		t.Errorf("counted or suggested: %+v", rest)
	}
	if a := rest.Articles.Nodes[0]; a.Quotes.TotalCount != 0 || a.Companies.TotalCount != 0 {
		t.Errorf("shown in their article: %+v", a)
	}
	if n := rest.Unsure.Nodes; len(n) != 1 || n[0].People.TotalCount != 0 {
		t.Errorf("candidates are an employer's people: %+v", n)
	}
	if q := rest.Quotes.Nodes; !q[0].Evidence.Candidate || q[1].Evidence.Candidate {
		t.Errorf("evidence: %+v", q)
	}
	if differences, err := h.db.Verify(t.Context()); err != nil || len(differences) > 0 {
		t.Errorf("verify: %v, %v", differences, err)
	}
}

func TestNodes(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(2)...)
	var ids struct {
		Articles, Quotes, Figures, People, Companies struct{ Nodes []struct{ ID string } }
	}
	h.get(`{ articles(first:1) { nodes { id } } quotes(first:1) { nodes { id } } figures(first:1) { nodes { id } }
		people(first:1) { nodes { id } } companies(first:1) { nodes { id } } }`, nil, &ids)
	want := map[string]string{ids.Articles.Nodes[0].ID: "Article", ids.Quotes.Nodes[0].ID: "Quote", ids.Figures.Nodes[0].ID: "Figure",
		ids.People.Nodes[0].ID: "Person", ids.Companies.Nodes[0].ID: "Company", "q-00000000000000000000": ""}
	var list []string
	for id := range want {
		list = append(list, id)
	}
	var got struct {
		Nodes []*struct {
			Typename string `json:"__typename"`
			ID       string
		}
	}
	h.get(`query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, map[string]any{"ids": list}, &got)
	for i, id := range list {
		switch n := got.Nodes[i]; {
		case want[id] == "" && n != nil:
			t.Errorf("%s names nothing and gives %+v", id, n)
		case want[id] != "" && (n == nil || n.Typename != want[id] || n.ID != id):
			t.Errorf("%s gives %+v, want a %s", id, n, want[id])
		}
	}
	var one struct{ Person *struct{ ID string } }
	h.get(`query($id: ID!) { person(id: $id) { id } }`, map[string]any{"id": ids.Companies.Nodes[0].ID}, &one)
	if one.Person != nil {
		t.Error("a company's id gives a person")
	}
}

func TestSearchMarksWhatMatches(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(3)...)
	var got struct {
		Search struct {
			TotalCount int
			Edges      []struct {
				Snippet, SnippetHtml string
				SnippetHighlights    []struct{ Start, End int }
				Node                 struct {
					Typename      string `json:"__typename"`
					HighlightHtml *string
				}
			}
		}
	}
	h.get(`{ search(query: "“比去年甜”", kinds: [QUOTE]) { totalCount edges { snippet snippetHtml snippetHighlights { start end }
		node { __typename ... on Quote { highlightHtml } } } } }`, nil, &got)
	if got.Search.TotalCount != 3 {
		t.Fatalf("%d quotes found, want 3", got.Search.TotalCount)
	}
	for _, e := range got.Search.Edges {
		runes := []rune(e.Snippet)
		if len(e.SnippetHighlights) != 1 || string(runes[e.SnippetHighlights[0].Start:e.SnippetHighlights[0].End]) != "比去年甜" {
			t.Errorf("marks %v in %q", e.SnippetHighlights, e.Snippet)
		}
		if !strings.Contains(e.SnippetHtml, "<mark>比去年甜</mark>") || e.Node.HighlightHtml == nil || !strings.Contains(*e.Node.HighlightHtml, "<mark>比去年甜</mark>") {
			t.Errorf("marked as %q", e.SnippetHtml)
		}
	}
}

// TestNoVerdictWhileIndexing: an index that is being built would not find what was
// printed.
func TestNoVerdictWhileIndexing(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(1)...)
	index, err := search.Open(t.Context(), filepath.Join(t.TempDir(), "index"), h.db)
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	h.handler = graph.NewHandler(&graph.Resolver{Store: h.db, Search: index, Log: slog.Default()}, graph.Options{})
	const check = `{ verifyQuote(text: "看屏幕吃饭") { verdict } }`
	if a := h.ask(check, nil); a.code() != "INDEX_BUILDING" {
		t.Errorf("answer %s", a.raw)
	}
	if err := index.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	if a := h.ask(check, nil); len(a.Errors) > 0 {
		t.Errorf("once the index is built: %s", a.raw)
	}
}

// TestOutdatedArticlesAreCounted: those that an extractor older than the one that
// reads now has read.
func TestOutdatedArticlesAreCounted(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(2)...)
	old := extract(t, "old.txt", orchards(3)[2])
	old.Extractor--
	if _, err := h.db.Put(t.Context(), old); err != nil {
		t.Fatal(err)
	}
	h.handler = graph.NewHandler(&graph.Resolver{Store: h.db, Search: h.index, Log: slog.Default(), Extractor: old.Extractor + 1}, graph.Options{})
	var got struct {
		Stats struct{ Articles, OutdatedArticles int }
	}
	h.get(`{ stats { articles outdatedArticles } }`, nil, &got)
	if got.Stats.Articles != 3 || got.Stats.OutdatedArticles != 1 {
		t.Errorf("%+v", got.Stats)
	}
}

func TestSuggestStatsChanges(t *testing.T) {
	h := newHouse(t, graph.Options{}, orchards(3)...)
	var got struct {
		Suggest []struct{ Name string }
		Stats   struct{ Articles, Quotes, LastChange, IndexedChange int }
		Changes struct {
			TotalCount int
			PageInfo   struct{ EndCursor string }
			Nodes      []struct {
				Seq  int
				Op   string
				Node *struct {
					Typename string `json:"__typename"`
				}
			}
		}
	}
	h.get(`{ suggest(prefix: "翠禾") { name } stats { articles quotes lastChange indexedChange }
		changes(first: 100) { totalCount pageInfo { endCursor } nodes { seq op node { __typename } } } }`, nil, &got)
	if len(got.Suggest) != 1 || got.Suggest[0].Name != "翠禾果业有限公司" {
		t.Errorf("suggestions %+v", got.Suggest)
	}
	if s := got.Stats; s.Articles != 3 || s.Quotes != 6 || s.LastChange == 0 || s.IndexedChange != s.LastChange {
		t.Errorf("stats %+v", s)
	}
	for i, c := range got.Changes.Nodes {
		if c.Seq != i+1 || c.Op != "PUT" || c.Node == nil {
			t.Errorf("change %d is %+v", i+1, c)
		}
	}
	var rest struct {
		Changes struct{ Nodes []struct{ Seq int } }
	}
	h.get(`query($after: String) { changes(after: $after) { nodes { seq } } }`, map[string]any{"after": fmt.Sprint(got.Stats.LastChange - 2)}, &rest)
	var head struct {
		Changes struct {
			PageInfo struct{ EndCursor *string }
			Nodes    []struct{ Seq int }
		}
	}
	h.get(`query($after: String) { changes(after: $after) { pageInfo { endCursor } nodes { seq } } }`, map[string]any{"after": got.Changes.PageInfo.EndCursor}, &head)
	if c := head.Changes; len(c.Nodes) != 0 || c.PageInfo.EndCursor == nil || *c.PageInfo.EndCursor != got.Changes.PageInfo.EndCursor {
		t.Errorf("at the head of the log a mirror is told %+v", c)
	}
	if n := rest.Changes.Nodes; len(n) != 2 || n[1].Seq != got.Stats.LastChange {
		t.Errorf("the log after the last but two is %+v", n)
	}
}

// TestEveryFieldIsDescribed: Chinese first, English after.
func TestEveryFieldIsDescribed(t *testing.T) {
	h := newHouse(t, graph.Options{})
	var got struct {
		Schema struct {
			Types []struct {
				Name, Description   string
				Fields, InputFields []struct {
					Name, Description string
					Args              []struct{ Name, Description string }
				}
				EnumValues []struct{ Name, Description string }
			}
		} `json:"__schema"`
	}
	h.get(`{ __schema { types { name description fields { name description args { name description } }
		inputFields { name description } enumValues { name description } } } }`, nil, &got)
	check := func(what, description string) {
		zh, en, both := strings.Cut(description, " / ")
		if !both || strings.IndexFunc(zh, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) < 0 || en == "" {
			t.Errorf("%s is described as %q", what, description)
		}
	}
	seen := 0
	for _, typ := range got.Schema.Types {
		if strings.HasPrefix(typ.Name, "__") || slices.Contains([]string{"String", "Int", "Float", "Boolean", "ID"}, typ.Name) {
			continue
		}
		seen++
		check(typ.Name, typ.Description)
		for _, f := range append(typ.Fields, typ.InputFields...) {
			check(typ.Name+"."+f.Name, f.Description)
			for _, a := range f.Args {
				check(typ.Name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
		for _, v := range typ.EnumValues {
			check(typ.Name+"."+v.Name, v.Description)
		}
	}
	if seen < 30 {
		t.Errorf("%d types seen", seen)
	}
}

func TestAnswerIsJSONThroughout(t *testing.T) {
	h := newHouse(t, graph.Options{}, "控制字符\x01与“引号”\n沂川晚报记者 柏知秋\n2026年3月5日\n\n“一切正常，\u2028没有问题。”青禾果业有限公司总经理陆明川说。\n")
	a := h.ask(`{ articles { nodes { text title } } }`, nil)
	if len(a.Errors) > 0 || !json.Valid([]byte(a.raw)) {
		t.Errorf("answer %q", a.raw)
	}
}

// TestNestedPagesMeetWhileArticlesArrive: what comes between two pages of a
// list within a node pushes nothing out of it.
func TestNestedPagesMeetWhileArticlesArrive(t *testing.T) {
	day := func(d int) string {
		return fmt.Sprintf("第%d日\n沂川晚报记者 柏知秋\n2026年3月%d日\n\n“今天是第%d天。”青禾果业有限公司董事长陆明川说。\n", d, d, d)
	}
	var articles []string
	for d := range 8 {
		articles = append(articles, day(d+1))
	}
	h := newHouse(t, graph.Options{}, articles...)
	type answer struct {
		Companies struct {
			Nodes []struct {
				Articles struct {
					PageInfo struct {
						EndCursor   string
						HasNextPage bool
					}
					Nodes []struct{ Published string }
				}
			}
		}
	}
	const query = `query($after: String) { companies(filter: {name: "青禾果业有限公司"}) { nodes { articles(first: 3, after: $after) {
		pageInfo { endCursor hasNextPage } nodes { published } } } } }`
	var seen []string
	var after any
	for page := range 4 {
		var got answer
		h.get(query, map[string]any{"after": after}, &got)
		list := got.Companies.Nodes[0].Articles
		for _, a := range list.Nodes {
			seen = append(seen, a.Published)
		}
		if page == 0 {
			for d := range 2 {
				if _, err := h.db.Put(t.Context(), extract(t, fmt.Sprintf("new%d.txt", d), day(20+d))); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !list.PageInfo.HasNextPage {
			break
		}
		after = list.PageInfo.EndCursor
	}
	if len(seen) != 8 || seen[0] != "2026-03-08" || seen[7] != "2026-03-01" {
		t.Errorf("pages hold %v, want all of the eight days", seen)
	}
}
