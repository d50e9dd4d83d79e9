package search

import (
	"errors"
	"slices"
	"testing"

	"zhiku/store"
)

// newsHouse holds two articles with all kinds of things in them.
func newsHouse(t *testing.T) (h *house, ids map[string]string) {
	h = newHouse(t)
	ids = map[string]string{}
	a := article("1", "青石电池扩产", "青石电池股份有限公司（以下简称青石电池）董事长林望舒说：“动力电池产值已超百亿元。”全年产值120亿元，占比三成。一位司机说：“路好走了。”")
	a.Article.Source, a.Article.Published = "云岭日报", "2026-01-20"
	ids["林"] = entity(a, store.Person, "林望舒")
	ids["青石"] = entity(a, store.Company, "青石电池股份有限公司", "青石电池", "QSB")
	ids["林说"] = quote(a, "林望舒", "动力电池产值已超百亿元。")
	a.Quotes[0].Organization, a.Quotes[0].OrganizationText = store.EntityID(ids["青石"]), "青石电池股份有限公司"
	ids["司机说"] = quote(a, "一位司机", "路好走了。")
	ids["超百亿"] = figure(a, "动力电池产值已超百亿元。", "超百亿元", "10000000000", "动力电池产值")
	ids["120亿"] = figure(a, "全年产值120亿元，占比三成。", "120亿元", "12000000000", "全年产值")
	ids["三成"] = figure(a, "全年产值120亿元，占比三成。", "三成", "3", "占比")
	for i, unit := range []string{"元", "元", "成"} {
		a.Figures[i].Unit = unit
	}
	a.Figures[0].Hedge = "超"
	a.Figures[1].AboutID, a.Figures[1].About = store.EntityID(ids["青石"]), "青石电池"

	b := article("2", "省协会座谈", "省电池协会会长顾长河表示：“储能要看动力电池。”QSB出席，用电量5000度。")
	b.Article.Source, b.Article.Published = "山海晚报", "2025-12-03"
	ids["顾"] = entity(b, store.Person, "顾长河")
	ids["协会"] = entity(b, store.Organization, "省电池协会")
	ids["顾说"] = quote(b, "顾长河", "储能要看动力电池。")
	b.Quotes[0].Organization, b.Quotes[0].OrganizationText = store.EntityID(ids["协会"]), "省电池协会"
	ids["5000度"] = figure(b, "QSB出席，用电量5000度。", "5000度", "5000", "用电量")
	b.Figures[0].Unit = "度"
	h.put(a, b)
	h.catchUp()
	ids["甲文"], ids["乙文"] = string(a.Article.ID), string(b.Article.ID)
	return h, ids
}

func TestWhatAQueryMaySay(t *testing.T) {
	h, ids := newsHouse(t)
	quotes, figures, articles := []store.Kind{store.KindQuote}, []store.Kind{store.KindFigure}, []store.Kind{store.KindArticle}
	for _, c := range []struct {
		name, query string
		kinds       []store.Kind
		want        []string
	}{
		{"one of two words", "司机 OR 储能", quotes, []string{"司机说", "顾说"}},
		{"in Chinese", "路好走 或 储能", quotes, []string{"司机说", "顾说"}},
		{"either, and another word", "(动力 OR 路) 产值", quotes, []string{"林说"}},
		{"a speaker", "人:林望舒", quotes, []string{"林说"}},
		{"a speaker in another script, with another colon", "人：林望舒 電池", quotes, []string{"林说"}},
		{"a speaker without a name", "人:一位司机", quotes, []string{"司机说"}},
		{"not by him", "-人:林望舒 动力电池", quotes, []string{"顾说"}},
		{"whoever is of the company, by its short name", "公司:青石电池", quotes, []string{"林说"}},
		{"an organisation, by a part of its name", "机构:电池协会", quotes, []string{"顾说"}},
		{"a company is no organisation", "机构:青石电池", quotes, nil},
		{"articles that mention the company", "公司:青石电池", articles, []string{"甲文"}},
		{"figures told of it", "公司:青石电池", figures, []string{"120亿"}},
		{"a source", "来源:山海晚报", quotes, []string{"顾说"}},
		{"from a year on", "之后:2026", articles, []string{"甲文"}},
		{"until a month, that month too", "之前:2025-12", articles, []string{"乙文"}},
		{"a kind", "类型:引语 储能", nil, []string{"顾说"}},
		{"a unit", "单位:度", figures, []string{"5000度"}},
		{"more than a value, printed with a hedge or without", "产值>100亿元", figures, []string{"超百亿", "120亿"}},
		{"at least as much", "产值>=100亿元", figures, []string{"超百亿", "120亿"}},
		{"another metric", "用电量>100亿元", figures, nil},
		{"less", "产值<110亿元", figures, []string{"超百亿"}},
		{"between", "产值:110亿..130亿", figures, []string{"120亿"}},
		{"in words", "超百亿", figures, []string{"超百亿", "120亿"}},
		{"another unit", "数值>1000度", figures, []string{"5000度"}},
		{"a tenth is ten per cent", "占比>25%", figures, []string{"三成"}},
		{"and not less", "占比<25%", figures, nil},
		{"another name of the company finds its articles", "青石电池", articles, []string{"甲文", "乙文"}},
		{"a phrase does not", "“青石电池”", articles, []string{"甲文"}},
		{"an exclusion does not either", "-青石电池", articles, []string{"乙文"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := h.search(Query{Text: c.query, Kinds: c.kinds})
			got := idsOfHits(r)
			var want []string
			for _, name := range c.want {
				want = append(want, ids[name])
			}
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) || r.Total != len(want) {
				t.Errorf("%q: found %v of %d, want %v", c.query, got, r.Total, want)
			}
		})
	}
}

func TestMostOfTheWordsAreEnoughWhereFewHoldAll(t *testing.T) {
	h := newHouse(t)
	passage := article("1", "", "广茂铁路全长364公里，从广州到茂名，1991年全线通车。")
	other := article("2", "", "高速公路全长多少，听众来信询问。")
	h.put(passage, other)
	h.catchUp()
	r := h.search(Query{Text: "广茂铁路全长多少公里？", Kinds: articlesOnly})
	if got := idsOfHits(r); len(got) == 0 || got[0] != string(passage.Article.ID) {
		t.Fatalf("a question finds %v, want its passage first", got)
	}
	if r.Holding != 0 || r.Total == 0 {
		t.Errorf("%d hold all of %d; none does, and the answer must say so", r.Holding, r.Total)
	}
	if r := h.search(Query{Text: "“广茂铁路全长多少公里”", Kinds: articlesOnly}); r.Total != 0 {
		t.Errorf("a phrase finds %d that do not hold it", r.Total)
	}
	if r := h.search(Query{Text: "全长 广茂铁路 通车", Kinds: articlesOnly}); r.Holding != 1 || r.Page.Items[0].ID != string(passage.Article.ID) {
		t.Errorf("%d hold all, first %v", r.Holding, r.Page.Items)
	}
}

func TestFacets(t *testing.T) {
	h, ids := newsHouse(t)
	ask := func(text string, kinds []store.Kind, f FacetField) []FacetValue {
		r := h.search(Query{Text: text, Kinds: kinds, Page: store.PageRequest{Limit: 1}, Facets: []FacetQuery{{f, 10}}})
		if len(r.Facets) != 1 || r.Facets[0].Field != f || r.Facets[0].Others != 0 {
			t.Fatalf("facets %+v", r.Facets)
		}
		return r.Facets[0].Values
	}
	quotes, figures := []store.Kind{store.KindQuote}, []store.Kind{store.KindFigure}
	for _, c := range []struct {
		name, query string
		kinds       []store.Kind
		field       FacetField
		want        []FacetValue
	}{
		{"speakers", "", quotes, BySpeaker, []FacetValue{{ids["林"], 1}, {ids["顾"], 1}, {"一位司机", 1}}},
		{"speakers of what a word finds", "储能", quotes, BySpeaker, []FacetValue{{ids["顾"], 1}}},
		{"companies", "", nil, ByCompany, []FacetValue{{ids["青石"], 3}}},
		{"organisations", "", quotes, ByOrganization, []FacetValue{{ids["协会"], 1}}},
		{"sources as printed", "", quotes, BySource, []FacetValue{{"云岭日报", 2}, {"山海晚报", 1}}},
		{"years, the latest first", "", quotes, ByYear, []FacetValue{{"2026", 2}, {"2025", 1}}},
		{"months", "动力电池", quotes, ByMonth, []FacetValue{{"2026-01", 1}, {"2025-12", 1}}},
		{"kinds", "动力电池", nil, ByKind, []FacetValue{{"article", 2}, {"quote", 2}, {"figure", 1}}},
		{"units", "", figures, ByUnit, []FacetValue{{"元", 2}, {"度", 1}, {"成", 1}}},
		{"nothing found, nothing counted", "“潜水艇”", nil, ByKind, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ask(c.query, c.kinds, c.field)
			slices.SortStableFunc(got, func(a, b FacetValue) int { return b.Count - a.Count })
			same := len(got) == len(c.want)
			for _, v := range c.want {
				same = same && slices.Contains(got, v)
			}
			if !same {
				t.Errorf("counted %v, want %v", got, c.want)
			}
		})
	}
	for name, f := range map[string]FacetQuery{"unknown": {"colour", 1}, "none": {ByKind, 0}, "too many": {ByKind, MaxFacetValues + 1}} {
		if _, err := h.index.Search(t.Context(), Query{Page: store.PageRequest{Limit: 1}, Facets: []FacetQuery{f}}); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
