package search

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"zhiku/store"
)

// namesHouse holds entities of many names.
func namesHouse(t *testing.T) (h *house, id func(name string) string) {
	h = newHouse(t)
	ids := map[string]string{}
	people := []string{"曾望舒", "单青禾", "王传福", "仇小河"}
	companies := []string{"重庆青石银行", "长沙云帆科技", "TCL云岭"}
	d := article("1", "", strings.Join(append(slices.Clone(people), companies...), "、")+"和青石厂。文中还有gdp和王某某。")
	for _, name := range people {
		ids[name] = entity(d, store.Person, name)
	}
	for _, name := range companies {
		ids[name] = entity(d, store.Company, name)
	}
	h.put(d)
	h.catchUp()
	return h, func(name string) string { return ids[name] }
}

func TestSuggestInLetters(t *testing.T) {
	h, id := namesHouse(t)
	for _, c := range []struct{ name, prefix, want string }{
		{"a name spelled out", "wangchuanfu", "王传福"},
		{"as it is typed", "wangch", "王传福"},
		{"initials", "wcf", "王传福"},
		{"capitals and a blank", "Wang Chuan", "王传福"},
		{"a surname's own reading", "zengws", ""},
		{"a surname's own reading, spelled out", "zengwang", "曾望舒"},
		{"not the usual reading of the character", "cengwang", ""},
		{"another surname", "shanqing", "单青禾"},
		{"qiu and not chou", "qiuxiao", "仇小河"},
		{"a city and a bank", "chongqingqingshiyinhang", "重庆青石银行"},
		{"initials of a city", "cqqs", "重庆青石银行"},
		{"another city", "changshayun", "长沙云帆科技"},
		{"letters in a name", "tclyunling", "TCL云岭"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := h.index.Suggest(t.Context(), c.prefix, nil, 5)
			var want []string
			if c.want != "" {
				want = []string{id(c.want)}
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%q: %v, %v; want %s", c.prefix, got, err, c.want)
			}
		})
	}
}

func TestNamesInLettersFind(t *testing.T) {
	h, id := namesHouse(t)
	people := []store.Kind{store.KindPerson, store.KindCompany}
	for _, c := range []struct{ name, query, want string }{
		{"spelled out", "wangchuanfu", "王传福"},
		{"initials", "wcf", "王传福"},
		{"two letters are too few", "wc", ""},
		{"a phrase stands as it is", "“wangchuanfu”", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := h.search(Query{Text: c.query, Kinds: people})
			if c.want == "" {
				if len(r.Page.Items) > 0 {
					t.Errorf("%q finds %v", c.query, r.Page.Items)
				}
				return
			}
			if r.Total != 1 || len(r.Page.Items) != 1 || r.Page.Items[0].ID != id(c.want) {
				t.Fatalf("%q finds %v", c.query, r.Page.Items)
			}
			if names := r.Query.Clauses[0].Any[0].Names; !slices.Equal(names, []string{c.want}) {
				t.Errorf("%q is not shown to be %s: %v", c.query, c.want, names)
			}
			if got := Mark("文中有王传福。", r.Query.Highlight("文中有王传福。"), "[", "]"); got != "文中有[王传福]。" {
				t.Errorf("marked %s", got)
			}
		})
	}
}

func TestDidYouMean(t *testing.T) {
	h, id := namesHouse(t)
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"a name that sounds the same", "王传富", []string{"王传福"}},
		{"one wrong character", "王伟福", []string{"王传福"}},
		{"in another script", "王傳富", []string{"王传福"}},
		{"one character too few in a long name", "重庆青石行", []string{"重庆青石银行"}},
		{"beside another word", "王传富 上市", []string{"王传福"}},
		{"the name itself is not meant otherwise", "王传福", nil},
		{"nothing is near", "潜水艇", nil},
		{"two characters of three wrong", "王大明", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := h.index.DidYouMean(t.Context(), c.query, 5)
			want := []string{}
			for _, name := range c.want {
				want = append(want, id(name))
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%q: %v, %v; want %v", c.query, got, err, c.want)
			}
		})
	}
	if _, err := h.index.DidYouMean(t.Context(), "王传富", 0); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("none asked for: %v", err)
	}
	if _, err := h.index.DidYouMean(t.Context(), strings.Repeat("王", MaxQueryRunes+1), 1); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("too much asked for: %v", err)
	}
}
