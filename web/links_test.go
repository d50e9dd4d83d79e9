package web

import (
	"net/url"
	"reflect"
	"strings"
	"testing"

	"zhiku/search/syntax"
)

// asked are the clauses of the query in an address, without their places.
func asked(t *testing.T, address string) []syntax.Clause {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q, err := syntax.Parse(u.Query().Get("q"))
	if err != nil {
		t.Skip("longer than a query may be")
	}
	return placeless(q.Clauses)
}

func placeless(clauses []syntax.Clause) []syntax.Clause {
	out := []syntax.Clause{}
	for _, c := range clauses {
		atoms := []syntax.Atom{}
		for _, a := range c.Any {
			a.Start, a.End = 0, 0
			atoms = append(atoms, a)
		}
		out = append(out, syntax.Clause{Exclude: c.Exclude, Any: atoms})
	}
	return out
}

// FuzzNarrowing: the link of a name adds one field to whatever was asked, the
// same link there takes it away again, and nothing else of the query changes.
func FuzzNarrowing(f *testing.F) {
	f.Add("电池 OR 储能 -“招商 广告” 之后:2024", "陆星野")
	f.Add("“未闭 (甲 人:", "安 李（香港）")
	f.Add("产值>100亿元", "-5℃ OR 人:乙")
	f.Fuzz(func(t *testing.T, query, name string) {
		name = strings.Join(strings.Fields(name), " ")
		q, err := syntax.Parse(query)
		plain, errName := syntax.Parse("“" + name + "”") // a name that a phrase can say
		if err != nil || errName != nil || len(plain.Clauses) != 1 || plain.Clauses[0].Any[0].Text != name ||
			strings.ContainsAny(query+name, "\"＂“”‘’「」『』﹁﹂﹃﹄'") {
			t.Skip()
		}
		n := &narrowing{frame: frame{Lang: "zh-CN"}, form: quoteForm{Q: query}, query: q}
		active, link := n.field(syntax.Speaker, name)
		if active {
			return
		}
		more := asked(t, link)
		if len(more) != len(q.Clauses)+1 || !asks(more[len(more)-1], syntax.Speaker) || more[len(more)-1].Any[0].Text != name {
			t.Fatalf("%q with %q asks for %+v", query, name, more)
		}
		n.query.Clauses = more
		active, link = n.field(syntax.Speaker, name)
		if less := asked(t, link); !active || !reflect.DeepEqual(less, placeless(q.Clauses)) {
			t.Errorf("%q without %q asks for %+v", query, name, less)
		}
	})
}
