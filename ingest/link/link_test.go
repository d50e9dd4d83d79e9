package link

import (
	"fmt"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/text"
	"zhiku/store"
)

func TestKey(t *testing.T) {
	for _, c := range []struct {
		teaches string
		same    bool
		a, b    string
	}{
		{"both scripts are one", true, Key(store.Company, "滙豐銀行", ""), Key(store.Company, "汇丰银行", "")},
		{"width aside", true, Key(store.Company, "ＡＢＣ集团", ""), Key(store.Company, "ABC集团", "")},
		{"a namesake with an employer is another", false, Key(store.Person, "卫成蹊", ""), Key(store.Person, "卫成蹊", "岚汀集团")},
		{"a foreign country before a firm does not count", true, Key(store.Company, "美国弗莱克斯公司", ""), Key(store.Company, "弗莱克斯公司", "")},
		{"but it does where nothing else makes the name", false, Key(store.Company, "美国银行", ""), Key(store.Company, "银行", "")},
		{"a firm has no employer", true, Key(store.Company, "岚汀", "x"), Key(store.Company, "岚汀", "")},
	} {
		if (c.a == c.b) != c.same {
			t.Errorf("%s: %q, %q", c.teaches, c.a, c.b)
		}
	}
}

func FuzzLink(f *testing.F) {
	for _, s := range []string{"", "杭州岚汀集团董事长卫成蹊、柏知秋到场。卫总说。", "阿·巴·查公司（以下简称“巴”）总裁阿·巴", "岚汀公司杭州岚汀，岚汀集团有限公司岚汀杭州公司",
		"沂川青禾集团投资建设的成都“东干渠提升”工程开工。位于远屿县的青禾集团沂川水电站由岚汀集团出资。",
		"\x80\x9d工A0电站0000000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := text.New(s)
		ms := names.Find(v)
		l := Link(v, ms)
		if len(l.EntityOf) != len(l.Mentions) {
			t.Fatal("EntityOf does not run beside Mentions")
		}
		last := 0
		for i, m := range l.Mentions {
			if m.Start < last {
				t.Fatal("mentions overlap or are out of order")
			}
			last = m.End
			if l.Entities[l.EntityOf[i]].Kind != m.Kind {
				t.Fatal("a mention of another kind than its entity")
			}
		}
		for _, e := range l.Entities {
			if e.Name == "" || len(e.Mentions) == 0 || !strings.Contains(v.Text, e.Name) {
				t.Fatalf("entity %+v", e)
			}
			checkUndertaking(t, l, &e)
		}
		if gocmp.Diff(l, Link(v, ms)) != "" {
			t.Fatal("two runs differ")
		}
	})
}

// checkUndertaking: only a project is owned or placed, and by the name of its
// owner.
func checkUndertaking(t *testing.T, l *extract.Linked, e *extract.Entity) {
	t.Helper()
	if e.Kind != store.Project && (e.Owner != -1 || e.OwnerText != "" || e.Place != "") {
		t.Fatalf("%s is owned or placed: %+v", e.Name, e)
	}
	if (e.Owner >= 0) != (e.OwnerText != "") || e.Owner >= 0 && l.Entities[e.Owner].Name != e.OwnerText {
		t.Fatalf("owner %d of %s is not %q", e.Owner, e.Name, e.OwnerText)
	}
}

// Every paragraph names three firms and two people of its own.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{40, 400, 4000} {
		var s strings.Builder
		for i := range n {
			c, d := rune(0x4e00+i%900), rune(0x5500+i/900)
			fmt.Fprintf(&s, "沂川%c%c果业有限公司与%c%c集团签约，董事长卫%c%c、总裁柏%c%c到场。\n", c, d, d, c, c, d, d, c)
		}
		v := text.New(s.String())
		ms := names.Find(v)
		b.Run(fmt.Sprintf("%dKB", len(v.Text)/1000), func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			for b.Loop() {
				if l := Link(v, ms); len(l.Mentions) < n {
					b.Fatal("mentions were lost")
				}
			}
		})
	}
}
