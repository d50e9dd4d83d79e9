package search

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"zhiku/search/likeness"
	"zhiku/store"
)

func TestVerifyQuote(t *testing.T) {
	h, ids := newsHouse(t)
	long := article("3", "", "林望舒强调：“企业要把质量放在第一位，不能只看产量，更不能拿安全换速度。”她还说到，山里的路一定会修通，谁也不会落下。")
	long.Article.Published = "2026-02-01"
	entity(long, store.Person, "林望舒")
	ids["质量"] = quote(long, "林望舒", "企业要把质量放在第一位，不能只看产量，更不能拿安全换速度。")
	h.put(long)
	h.catchUp()
	for _, c := range []struct {
		name, text, speaker string
		want                Verdict
		first               string // the quote that decides; "" for none
	}{
		{"to the letter", "动力电池产值已超百亿元。", "林望舒", Verbatim, "林说"},
		{"nobody named", "动力电池产值已超百亿元。", "", Verbatim, "林说"},
		{"with the title before the name", "动力电池产值已超百亿元。", "董事长林望舒", Verbatim, "林说"},
		{"in another script and without its full stop", "動力電池產值已超百億元", "林望舒", Normalised, "林说"},
		{"a part", "不能只看产量", "林望舒", PartOfQuote, "质量"},
		{"two parts with an ellipsis between", "企业要把质量放在第一位……更不能拿安全换速度", "林望舒", PartOfQuote, "质量"},
		{"a word changed", "企业要把产量放在第一位，不能只看质量，更不能拿安全换速度。", "林望舒", Altered, "质量"},
		{"a negation dropped", "企业要把质量放在第一位，能只看产量，更不能拿安全换速度。", "林望舒", Altered, "质量"},
		{"somebody else said it", "储能要看动力电池。", "林望舒", SomebodyElse, "顾说"},
		{"in the article, in no quotation", "山里的路一定会修通，谁也不会落下", "林望舒", OutsideQuote, ""},
		{"nowhere", "明年将全面取消高速公路收费并发放补贴", "林望舒", NotFound, ""},
		{"words that are everywhere, in no order", "动力储能产值路好走质量", "", NotFound, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, err := h.index.VerifyQuote(t.Context(), c.text, c.speaker)
			if err != nil {
				t.Fatal(err)
			}
			if v.Verdict != c.want {
				t.Fatalf("%s, want %s: %s", v.Verdict, c.want, describe(v.Matches))
			}
			if c.first != "" && (v.Matches[0].Quote == nil || string(v.Matches[0].Quote.ID) != ids[c.first]) {
				t.Errorf("rests on %s, want %s", describe(v.Matches), c.first)
			}
			for _, m := range v.Matches {
				if m.Article == nil || m.Span.Check(m.Article.Text) != nil {
					t.Errorf("match without its place: %s", describe(v.Matches))
				}
				if m.Relation.Kind == likeness.Altered && len(m.Relation.Diff) == 0 {
					t.Error("altered without a difference")
				}
			}
		})
	}
	for name, text := range map[string]string{"nothing": " “” \n", "too much": strings.Repeat("电", MaxQueryRunes+1)} {
		if _, err := h.index.VerifyQuote(t.Context(), text, ""); name == "too much" && !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func describe(matches []Match) string {
	var b strings.Builder
	for _, m := range matches {
		words := "(article)"
		if m.Quote != nil {
			words = m.Quote.Text
		}
		fmt.Fprintf(&b, "[%s %s %.2f %v %s]", m.Verdict(), m.Relation.Kind, m.Relation.Similarity, m.SameSpeaker, words)
	}
	return b.String()
}

func TestSimilarQuotes(t *testing.T) {
	h := newHouse(t)
	words := "我们计划在明年年底以前建成三座储能电站，投资约五十亿元。"
	put := func(key, said string) string {
		d := article(key, "", "顾长河说：“"+said+"”")
		entity(d, store.Person, "顾长河")
		id := quote(d, "顾长河", said)
		h.put(d)
		return id
	}
	first := put("1", words)
	reprint := put("2", words)
	trimmed := put("3", "在明年年底以前建成三座储能电站")
	changed := put("4", "我们计划在明年年底以前建成五座储能电站，投资约五十亿元。")
	put("5", "储能电站的投资要看市场，明年再说。")
	h.catchUp()
	got, err := h.index.SimilarQuotes(t.Context(), store.QuoteID(first), 10)
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, m := range got {
		order = append(order, string(m.Quote.ID))
	}
	want := []string{reprint, trimmed, changed}
	if fmt.Sprint(order) != fmt.Sprint(want) {
		t.Errorf("similar %s", describe(got))
	}
	if _, err := h.index.SimilarQuotes(t.Context(), "q-00000000000000000000", 10); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an unknown quote: %v", err)
	}
	if _, err := h.index.SimilarQuotes(t.Context(), store.QuoteID(first), 0); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("no quotes asked for: %v", err)
	}
}
