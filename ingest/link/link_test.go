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

func linked(s string) (*text.View, *extract.Linked) {
	v := text.New(s)
	return v, Link(v, names.Find(v))
}

// entities gives those of one kind as "full=alias=alias".
func entities(s string, kind store.EntityKind) []string {
	_, l := linked(s)
	out := []string{}
	for _, e := range l.Entities {
		if e.Kind == kind {
			out = append(out, strings.Join(append([]string{e.Name}, e.Aliases...), "="))
		}
	}
	return out
}

func TestFirmsOfOneArticle(t *testing.T) {
	for _, c := range []struct{ teaches, text, want string }{
		{"a full and a short name", "杭州岚汀果业有限公司停产。岚汀果业称无力还债。", "杭州岚汀果业有限公司=岚汀果业"},
		{"a short name before the full one", "岚汀果业（600999.SH）停产。杭州岚汀果业有限公司称无力还债。", "杭州岚汀果业有限公司=岚汀果业"},
		{"a bracket declares another name", "沂川第一果业有限公司（以下简称“岚汀”）停产，岚汀无力还债。", "沂川第一果业有限公司=岚汀"},
		{"the group with and without its legal form", "杭州岚汀集团有限公司开会。岚汀集团称盈利。", "杭州岚汀集团有限公司=岚汀集团"},
		{"the same firm in two orders", "杭州岚汀开工。岚汀杭州公司董事长卫成蹊到场。杭州岚汀总裁柏知秋也在。", "岚汀杭州公司=杭州岚汀"},
		{"one name at two places is two firms", "岚汀运营杭州有限公司与岚汀运营苏州有限公司签约。", "岚汀运营杭州有限公司 | 岚汀运营苏州有限公司"},
		{"a short name that fits two stays alone", "杭州岚汀集团有限公司与苏州岚汀集团有限公司打官司。岚汀集团总裁卫成蹊出庭。",
			"杭州岚汀集团有限公司 | 苏州岚汀集团有限公司 | 岚汀集团"},
		{"one stem, one firm", "岚汀公司开工。岚汀集团董事长卫成蹊到场。", "岚汀公司=岚汀集团"},
		{"the form with its country is the fuller", "美国弗莱克斯公司停产。弗莱克斯公司无力还债。", "美国弗莱克斯公司=弗莱克斯公司"},
		{"公司 behind the core of a full name", "沂川岚汀医用敷料有限公司开工。岚汀公司称盈利。", "沂川岚汀医用敷料有限公司=岚汀公司"},
		{"集团 is not its subsidiary", "沂川岚汀医用敷料有限公司开工。岚汀集团称盈利。", "沂川岚汀医用敷料有限公司 | 岚汀集团"},
		{"a group is not its finance firm", "岚汀集团称盈利。岚汀集团财务有限公司开工。", "岚汀集团 | 岚汀集团财务有限公司"},
		{"a group is not its listed daughter, whose name begins like it", "岚汀集团与岚汀控股签约。岚汀集团董事长卫成蹊到场。", "岚汀集团 | 岚汀控股"},
		{"a bank is not short for another", "青禾银行与沂川青禾银行学院有限公司签约。", "青禾银行 | 沂川青禾银行学院有限公司"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if d := gocmp.Diff(strings.Split(c.want, " | "), entities(c.text, store.Company)); d != "" {
				t.Errorf("%s\n%s", c.text, d)
			}
		})
	}
}

func TestPeopleOfOneArticle(t *testing.T) {
	for _, c := range []struct{ teaches, text, want string }{
		{"title and employer of the first mention hold for all", "杭州岚汀集团董事长卫成蹊到场。卫成蹊说，好。", "卫成蹊/董事长/杭州岚汀集团"},
		{"the employer's fullest name", "岚汀果业董事长卫成蹊到场。杭州岚汀果业有限公司开工。", "卫成蹊/董事长/杭州岚汀果业有限公司"},
		{"a surname with 总", "岚汀集团总裁卫成蹊到场。卫总说，好。", "卫成蹊/总裁/岚汀集团"},
		{"a foreign name and its last part", "岚汀集团总裁阿曼达·科瓦奇到场。科瓦奇说，好。", "阿曼达·科瓦奇/总裁/岚汀集团"},
		{"a Latin name and its last word", "岚汀集团总裁Edda Harlow到场。Harlow说，好。", "Edda Harlow/总裁/岚汀集团"},
		{"a surname in Latin letters that two have", "岚汀集团总裁Edda Harlow与总监Tomas Harlow到场。Harlow说，好。", "Edda Harlow/总裁/岚汀集团 | Tomas Harlow/总监/岚汀集团 | Harlow//"},
		{"a surname is one of the article, its holder named before", "岚汀集团总裁卫成蹊到场。卫先生说，好。", "卫成蹊/总裁/岚汀集团"},
		{"who is introduced by a surname is somebody else", "家住杭州的卫先生来了。岚汀集团总裁卫成蹊到场。", "卫成蹊/总裁/岚汀集团 | 卫先生//"},
		{"the title here, the employer there", "卫成蹊教授到场。杭州大学教授卫成蹊说，好。", "卫成蹊/教授/杭州大学"},
		{"titles on both sides are both", "杭州大学博士生导师卫成蹊教授说，好。", "卫成蹊/博士生导师、教授/杭州大学"},
		{"the employer of the one before holds for the next", "杭州岚汀集团董事长卫成蹊和总经理柏知秋到场。", "卫成蹊/董事长/杭州岚汀集团 | 柏知秋/总经理/杭州岚汀集团"},
		{"not over a new clause", "杭州岚汀集团董事长卫成蹊到场，总经理柏知秋没来。", "卫成蹊/董事长/杭州岚汀集团 | 柏知秋/总经理/"},
		{"two people of one list", "董事长卫成蹊、总经理柏知秋到场。", "卫成蹊/董事长/ | 柏知秋/总经理/"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			_, l := linked(c.text)
			got := []string{}
			for _, e := range l.Entities {
				if e.Kind == store.Person {
					got = append(got, fmt.Sprintf("%s/%s/%s", e.Name, e.Title, e.Employer))
				}
			}
			if d := gocmp.Diff(strings.Split(c.want, " | "), got); d != "" {
				t.Errorf("%s\n%s", c.text, d)
			}
		})
	}
}

// mentionsOf makes firms of words, in the order in which they stand in s.
func mentionsOf(s string, words ...string) []extract.Mention {
	var out []extract.Mention
	at := 0
	for _, w := range words {
		start := at + strings.Index(s[at:], w)
		at = start + len(w)
		out = append(out, extract.Mention{Range: text.Range{Start: start, End: at}, Kind: store.Company,
			Found: extract.Found{Rule: "test", Confidence: 1}})
	}
	return out
}

func TestNamesInBrackets(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		words         []string
		want          string
	}{
		{"a Latin name behind the Chinese one, which is the entity's", "岚汀（LANTING GROUP）停产", []string{"岚汀", "LANTING GROUP"}, "岚汀=LANTING GROUP"},
		{"a bracket that goes on declares nothing", "岚汀（青禾出资）停产", []string{"岚汀", "青禾"}, "岚汀 | 青禾"},
		{"a declared name that shares no character", "第一果业（以下简称“岚汀”）停产", []string{"第一果业", "岚汀"}, "第一果业=岚汀"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			l := Link(text.New(c.text), mentionsOf(c.text, c.words...))
			got := []string{}
			for _, e := range l.Entities {
				got = append(got, strings.Join(append([]string{e.Name}, e.Aliases...), "="))
			}
			if d := gocmp.Diff(strings.Split(c.want, " | "), got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestProjects(t *testing.T) {
	for _, c := range []struct {
		teaches     string
		short, full string
		want        bool
	}{
		{"head words shared, another ending", "瓦斯发电项目", "青禾煤矿瓦斯发电机组", true},
		{"marks do not count", "东干渠提升工程", "沂川“东干渠提升”工程", true},
		{"a core too short says nothing", "发电项目", "青禾煤矿瓦斯发电机组", false},
		{"two phases are two", "青禾风电场一期项目", "沂川青禾风电场二期项目", false},
		{"one of two that a name joins", "青禾高速公路", "沂川路西延与青禾高速公路立交工程", false},
	} {
		if got := shortProject(c.short, c.full); got != c.want {
			t.Errorf("%s: %v", c.teaches, got)
		}
	}
}

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
	for _, s := range []string{"", "杭州岚汀集团董事长卫成蹊、柏知秋到场。卫总说。", "阿·巴·查公司（以下简称“巴”）总裁阿·巴", "岚汀公司杭州岚汀，岚汀集团有限公司岚汀杭州公司"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, l := linked(s)
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
		}
		if _, again := linked(s); gocmp.Diff(l, again) != "" {
			t.Fatal("two runs differ")
		}
	})
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
