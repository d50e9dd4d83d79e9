package graph_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"zhiku/graph"
)

type facet struct {
	Field  string
	Others int
	Values []struct {
		Value, Label string
		Count        int
		Entity       *struct{ ID, Name string }
	}
}

func (f facet) counts() map[string]int {
	out := map[string]int{}
	for _, v := range f.Values {
		out[v.Value] = v.Count
	}
	return out
}

const facetFields = `field others values { value label count entity { id name } }`

func (h *house) facets(args, fields string) []facet {
	h.t.Helper()
	var got struct{ Search struct{ Facets []facet } }
	h.get(fmt.Sprintf(`{ search(%s) { facets(%s) { %s } } }`, args, fields, facetFields), nil, &got)
	return got.Search.Facets
}

// mixed are articles of two papers and two months, with speakers who are
// entities, speakers who are none, and one article of no paper and no day.
func mixed() []string {
	return append(slices.Concat(orchards(12), press()),
		"路边\n临溪日报记者 柏知秋\n2026年5月1日\n\n“今年的果子不好卖。”一位果农说。\n\n“冷库的果子也不好卖。”一位果农说。\n",
		"无题\n\n“冷库里没有果子。”青禾果业有限公司董事长陆明川说。\n")
}

// TestFacetsCountWhatIsFound: counts are those of all pages of hits.
func TestFacetsCountWhatIsFound(t *testing.T) {
	h := newHouse(t, graph.Options{}, mixed()...)
	const found = `query: "果子 OR 冷库 OR 电站", kinds: [QUOTE]`
	var hits struct {
		Search struct {
			TotalCount int
			Nodes      []struct {
				Speaker            *struct{ ID string }
				SpeakerText        string
				OrganizationEntity *struct{ ID, Kind string }
				Article            struct{ Source, Published string }
			}
		}
	}
	h.get(`{ search(`+found+`, first: 100) { totalCount nodes { ... on Quote { speaker { id } speakerText organizationEntity { id kind } article { source published } } } } }`, nil, &hits)
	want := map[string]map[string]int{}
	for _, f := range []string{"SPEAKER", "COMPANY", "SOURCE", "YEAR", "MONTH", "KIND", "UNIT", "ORGANIZATION", "PROJECT"} {
		want[f] = map[string]int{}
	}
	for _, q := range hits.Search.Nodes {
		speaker := q.SpeakerText
		if q.Speaker != nil {
			speaker = q.Speaker.ID
		}
		want["SPEAKER"][speaker]++
		if e := q.OrganizationEntity; e != nil && e.Kind == "COMPANY" {
			want["COMPANY"][e.ID]++
		}
		if q.Article.Source != "" {
			want["SOURCE"][q.Article.Source]++
		}
		if day := q.Article.Published; day != "" {
			want["YEAR"][day[:4]]++
			want["MONTH"][day[:7]]++
		}
		want["KIND"]["quote"]++
	}
	if len(hits.Search.Nodes) != hits.Search.TotalCount || want["SPEAKER"]["一位果农"] != 2 || len(want["SOURCE"]) != 3 || len(want["MONTH"]) != 3 {
		t.Fatalf("the hits are too few or too much alike: %v", want)
	}
	got := h.facets(found+", first: 3", `fields: [SPEAKER, COMPANY, SOURCE, YEAR, MONTH, KIND, UNIT, ORGANIZATION, PROJECT], first: 100`)
	if len(got) != len(want) {
		t.Fatalf("%d facets, want %d", len(got), len(want))
	}
	for _, f := range got {
		if !maps.Equal(f.counts(), want[f.Field]) || f.Others != 0 || f.Values == nil {
			t.Errorf("%s: %v and %d others, want %v", f.Field, f.counts(), f.Others, want[f.Field])
		}
	}
}

func TestFacetValues(t *testing.T) {
	h := newHouse(t, graph.Options{}, mixed()...)
	facets := h.facets(`query: "果子 OR 冷库 OR 电站", kinds: [QUOTE, ARTICLE]`, `fields: [SPEAKER, MONTH, KIND, SOURCE], first: 2`)
	speakers, months, kinds, sources := facets[0], facets[1], facets[2], facets[3]
	if v := speakers.Values; len(v) != 2 || v[0].Label != "顾长河" || v[0].Entity == nil || v[0].Entity.ID != v[0].Value || v[0].Entity.Name != v[0].Label || v[0].Count != 4 {
		t.Errorf("an entity is %+v", v)
	}
	if v := speakers.Values[1]; v.Count != 2 {
		t.Errorf("the second most frequent is %+v", v)
	}
	if speakers.Others < 10 {
		t.Errorf("%d other speakers", speakers.Others)
	}
	if v := months.Values; v[0].Value != "2026-05" || v[1].Value != "2026-04" || v[0].Entity != nil {
		t.Errorf("the latest months are %+v", v)
	}
	for _, v := range kinds.Values {
		if want := map[string]string{"quote": "引语", "article": "文章"}[v.Value]; v.Label != want || want == "" {
			t.Errorf("a kind is %+v", v)
		}
	}
	if v := sources.Values[0]; v.Value != "沂川晚报" || v.Label != v.Value {
		t.Errorf("a paper is %+v", v)
	}
	all := h.facets(`query: "一位果农"`, `fields: SPEAKER`)[0] // one field stands for a list
	if v := all.Values; len(v) == 0 || v[0].Value != "一位果农" || v[0].Label != "一位果农" || v[0].Entity != nil {
		t.Errorf("a speaker who is no entity is %+v", v)
	}
}

// TestFacetsOfEveryPage: they count the whole search, wherever the page stands
// and whichever way fields are asked for.
func TestFacetsOfEveryPage(t *testing.T) {
	h := newHouse(t, graph.Options{}, mixed()...)
	const query = `query($after: String, $fields: [FacetField!]!) { search(query: "冷库 损耗 电站", first: 5, after: $after) {
		totalCount queryInfo { relaxed } pageInfo { endCursor hasNextPage } ...counted few: facets(fields: [KIND], first: 1) { others values { count } } } }
		fragment counted on SearchConnection { facets(fields: $fields) { ` + facetFields + ` } }`
	var after any
	pages := 0
	for more := true; more; pages++ {
		var got struct {
			Search struct {
				TotalCount int
				QueryInfo  struct{ Relaxed bool }
				PageInfo   struct {
					EndCursor   string
					HasNextPage bool
				}
				Facets []facet
				Few    []facet
			}
		}
		h.get(query, map[string]any{"after": after, "fields": []string{"KIND"}}, &got)
		sum := 0
		for _, v := range got.Search.Facets[0].Values {
			sum += v.Count
		}
		if sum != got.Search.TotalCount || !got.Search.QueryInfo.Relaxed || len(got.Search.Few[0].Values) != 1 || got.Search.Few[0].Others != len(got.Search.Facets[0].Values)-1 {
			t.Errorf("page %d: %d counted, %d found, %+v", pages, sum, got.Search.TotalCount, got.Search.Few)
		}
		after, more = got.Search.PageInfo.EndCursor, got.Search.PageInfo.HasNextPage
	}
	if pages < 3 {
		t.Errorf("only %d pages", pages)
	}
}

// TestFacetsTakeOneStatement: the entities of all fields are read together.
func TestFacetsTakeOneStatement(t *testing.T) {
	h := newHouse(t, graph.Options{}, mixed()...)
	count := func(more string) int {
		h.statements = nil
		if a := h.ask(`{ search(query: "果子") { totalCount `+more+` } }`, nil); len(a.Errors) > 0 {
			t.Fatal(a.raw)
		}
		return len(h.statements)
	}
	plain := count("")
	if n := count(`facets(fields: [SPEAKER, ORGANIZATION, COMPANY, PROJECT], first: 100) { values { label entity { name } } }`); n != plain+1 {
		t.Errorf("%d statements, %d without facets:\n%s", n, plain, strings.Join(h.statements, "\n"))
	}
}
