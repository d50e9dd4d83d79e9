package names

import (
	"strings"
	"testing"

	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// spanOf makes the tagger's span of the first place where words stand in s.
func spanOf(t *testing.T, s, words string, tag tagger.Tag) tagger.Span {
	t.Helper()
	at := strings.Index(s, words)
	if at < 0 {
		t.Fatalf("%q does not stand in %q", words, s)
	}
	return tagger.Span{Start: at, End: at + len(words), Tag: tag, Confidence: 0.9}
}

func TestMend(t *testing.T) {
	for _, c := range []struct {
		teaches, text, span string
		tag                 tagger.Tag
		want                string // "" where the span is dropped
	}{
		{"a right span stays", "青禾集团宣布停产。", "青禾集团", tagger.Company, "青禾集团"},
		{"a name may end like a function word", "岚为宣布停产。", "岚为", tagger.Company, "岚为"},
		{"a word of the sentence before it", "时任青禾集团总裁的卫成蹊。", "时任青禾集团", tagger.Company, "青禾集团"},
		{"a verb between place and firm", "他在北京会见青禾公司负责人。", "北京会见青禾公司", tagger.Company, "青禾公司"},
		{"和 before a legal name", "南山牧场和青禾果业有限公司出资。", "南山牧场和青禾果业有限公司", tagger.Company, "青禾果业有限公司"},
		{"words behind the whole name", "青禾集团归属于母公司的利润。", "青禾集团归属于母公司", tagger.Company, "青禾集团"},
		{"a bracket whose partner is outside", "青禾(2.5%)股份有限公司停产。", "2.5%)股份有限公司", tagger.Company, ""},
		{"a bracket that is closed stays", "青禾（北京）公司停产。", "青禾（北京）公司", tagger.Company, "青禾（北京）公司"},
		{"a firm of a kind is no name", "几家贸易公司停产。", "贸易公司", tagger.Company, ""},
		{"nor is one left unnamed", "沂川某贸易公司停产。", "沂川某贸易公司", tagger.Company, ""},
		{"a model of a product is no firm", "召回A42.0T一批。", "A42.0T", tagger.Company, ""},
		{"a title and a name behind a body", "青禾大学博导卫成蹊说好。", "青禾大学博导卫成蹊", tagger.Organization, "青禾大学"},
		{"the place of a dateline", "中新社杭州4月1日电", "中新社杭州", tagger.Organization, "中新社"},
		{"a place is no body", "他是浙江省杭州市市长。", "浙江省杭州市", tagger.Organization, ""},
		{"a society of a profession keeps its title", "青禾作家协会开会。", "青禾作家协会", tagger.Organization, "青禾作家协会"},
		{"sides of a dealing are none", "中方表示欢迎。", "中方", tagger.Organization, ""},
		{"nor are authorities of a kind", "省里卫生部门表示欢迎。", "卫生部门", tagger.Organization, ""},
		{"nor hospitals of a sort", "几家公立医院表示欢迎。", "公立医院", tagger.Organization, ""},
		{"a hospital with a name is one", "青禾医院表示欢迎。", "青禾医院", tagger.Organization, "青禾医院"},
		{"先生 is no part of a name", "卫先生说好。", "卫先生", tagger.Person, "卫"},
		{"a title is no part of a name", "总理顾问米哈连科说好。", "顾问米哈连科", tagger.Person, "米哈连科"},
		{"同 before a foreign name", "他同朔尔尼茨会谈。", "同朔尔尼茨", tagger.Person, "朔尔尼茨"},
		{"还 behind a name", "柏知秋还到了沂川。", "柏知秋还", tagger.Person, "柏知秋"},
		{"a name that ends with a rare character stays", "卫成蹊到了沂川。", "卫成蹊", tagger.Person, "卫成蹊"},
		{"a line of a place's works", "杭州工厂生产线投产。", "杭州工厂生产线", tagger.Project, ""},
		{"the line of a firm's works may be a project", "青禾工厂生产线投产。", "青禾工厂生产线", tagger.Project, "青禾工厂生产线"},
		{"the mark that a project's name begins with", "“东干渠提升”工程开工。", "东干渠提升”工程", tagger.Project, "“东干渠提升”工程"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			span := spanOf(t, c.text, c.span, c.tag)
			got := ""
			if a.mend(&span) {
				got = c.text[span.Start:span.End]
			}
			if got != c.want {
				t.Errorf("%s: %q, not %q", c.text, got, c.want)
			}
		})
	}
}

// withSpans is an article that the tagger reads as given.
func withSpans(s string, spans ...tagger.Span) *article {
	a := newArticle(text.New(s))
	a.model, a.spans = true, spans
	return a
}

func TestVote(t *testing.T) {
	s := "岚汀宣布停产。岚汀说不好。岚汀沉没。"
	first, third := spanOf(t, s, "岚汀", tagger.Company), tagger.Span{Start: strings.LastIndex(s, "岚汀"), Tag: tagger.Product, Confidence: 0.6}
	third.End = third.Start + len("岚汀")
	second := first
	second.Start += len("岚汀宣布停产。")
	second.End = second.Start + len("岚汀")
	a := withSpans(s, first, second, third)
	a.vote()
	if a.spans[2].Tag != tagger.Company {
		t.Errorf("two sure mentions should decide the kind of the third, an unsure %v", a.spans[2].Tag)
	}
	a = withSpans(s, first, third)
	a.vote()
	if a.spans[1].Tag != tagger.Product {
		t.Error("one mention does not decide another's kind")
	}
}

func TestShorten(t *testing.T) {
	s := "柏知秋到了。柏知秋陪同。"
	whole := spanOf(t, s, "柏知秋", tagger.Person)
	long := spanOf(t, s, "柏知秋陪", tagger.Person)
	a := withSpans(s, whole, long)
	a.shorten()
	if got := s[a.spans[1].Start:a.spans[1].End]; got != "柏知秋" {
		t.Errorf("%q, not the name that the article has elsewhere", got)
	}
}

func TestAmongPeople(t *testing.T) {
	s := "卫成蹊、柏知秋、陆明远出席。"
	a := withSpans(s, spanOf(t, s, "卫成蹊", tagger.Person), spanOf(t, s, "柏知秋", tagger.Company), spanOf(t, s, "陆明远", tagger.Person))
	a.amongPeople()
	if a.spans[1].Tag != tagger.Person {
		t.Error("what stands between persons of a list is one")
	}
}

func TestPlacesBefore(t *testing.T) {
	s := "浙江杭州市青禾小学"
	a := withSpans(s, spanOf(t, s, "浙江", tagger.Place), spanOf(t, s, "杭州市青禾小学", tagger.Organization))
	a.placesBefore()
	if len(a.spans) != 1 || a.spans[0].Start != 0 {
		t.Errorf("%+v: the province belongs to the school", a.spans)
	}
	s = "美国青禾大学"
	a = withSpans(s, spanOf(t, s, "美国", tagger.Place), spanOf(t, s, "青禾大学", tagger.Organization))
	a.placesBefore()
	if len(a.spans) != 2 {
		t.Error("a country does not belong to it")
	}
}

func TestSplitDepartment(t *testing.T) {
	for _, c := range []struct{ teaches, text, want string }{
		{"a department behind a firm", "青禾煤矿机电部", "青禾煤矿"},
		{"a department of a body", "青禾医院感染科", "青禾医院"},
		{"a ministry is whole", "外交部", ""},
		{"a firm without department is whole", "青禾煤矿", ""},
		{"a holding is whole", "联想控股", ""},
	} {
		a := newArticle(text.New(c.text))
		firm, ok := a.splitDepartment(text.Range{End: len(c.text)})
		if got := c.text[:firm.End]; ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s: %q %v, want %q", c.teaches, got, ok, c.want)
		}
	}
}

func TestOffices(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          [3]string
	}{
		{"two offices are one title, the first body the employer", "中共中央政治局常委、国务院总理卫成蹊到场。",
			[3]string{"卫成蹊", "常委、国务院总理", "中共中央政治局"}},
		{"a title before and one behind", "青禾大学博士生导师卫成蹊教授说，好。", [3]string{"卫成蹊", "博士生导师", "青禾大学"}},
		{"an ambassador's place is in the title", "中国驻南非大使卫成蹊到场。", [3]string{"卫成蹊", "驻南非大使", "中国"}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if got := posts(c.text); got != c.want {
				t.Errorf("%s: %q, not %q", c.text, got, c.want)
			}
		})
	}
}
