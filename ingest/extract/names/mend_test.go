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
