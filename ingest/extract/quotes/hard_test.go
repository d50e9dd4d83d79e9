package quotes

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
)

// check holds what quotes of any text keep: ranges lie in the text, ascend
// without overlap and cut whole characters; a second run gives the same.
func check(t *testing.T, raw string) []extract.Quote {
	t.Helper()
	v := text.New(raw)
	l := link(v)
	quotes := Find(v, l)
	if !reflect.DeepEqual(quotes, Find(v, l)) {
		t.Fatal("two runs differ")
	}
	for i, q := range quotes {
		checkQuote(t, v, l, q)
		if i > 0 && q.Ranges[0].Start < quotes[i-1].Ranges[0].Start {
			t.Fatal("not sorted")
		}
	}
	return quotes
}

func checkQuote(t *testing.T, v *text.View, l *extract.Linked, q extract.Quote) {
	t.Helper()
	if len(q.Ranges) == 0 || q.Confidence <= 0 || q.Confidence > 1 || q.Rule == "" {
		t.Fatalf("quote %+v", q)
	}
	end := 0
	for _, r := range q.Ranges {
		if r.Start < end || r.End <= r.Start || r.End > len(v.Text) {
			t.Fatalf("range %v after %d", r, end)
		}
		end = r.End
	}
	for _, r := range append([]text.Range{q.Cue, q.Speaker, q.Context}, q.Ranges...) {
		if r.Len() > 0 {
			if err := v.Span(r).Check(v.Raw); err != nil && strings.ToValidUTF8(v.Raw, "") == v.Raw {
				t.Fatalf("%v: %v", r, err)
			}
		}
	}
	if !q.Context.Contains(q.Ranges[0]) {
		t.Fatalf("context %v without %v", q.Context, q.Ranges[0])
	}
	for _, e := range []int{q.SpeakerEntity, q.OrganizationEntity} {
		if e < -1 || e >= len(l.Entities) {
			t.Fatalf("entity %d of %d", e, len(l.Entities))
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"贺东楼：\"", "贺东楼：“”",
		"“水厂扩建完成了，”贺东楼说，“水压也稳了。”",
		"贺东楼说：“水厂扩建完成了。\n“水压也稳了。\n居民高兴。”",
		"据贺东楼介绍，水厂扩建完成。他还说，", "中新社青岚1月2日电（记者苏映雪）：“水来了。”贺东楼说", "央视网消息（新闻联播）：“水来了，大家放心。”",
		"说：“", "“”说。", "贺东楼说：“ 　 ”", "\xff说：“\xff”", "😀“😀。”\u200b贺东楼\u200b说",
		"“水厂要建好，大家放心”。贺东楼说。", "教授说，他们说，该局说，水来了水来了。", "贺东楼说，水来了水来了。水要来了。贺东楼说，水来了。",
		"来自临溪的杜若衡说：“水来了”，“水清了，大家放心”。", "\xed\xa0\x80“水。”\u202e贺东楼说", "『「“‘\"水。",
		"## 题记\n\n好水。\n\n——贺东楼说", "## 贺东楼：\n我\n(整理)", "贺东楼：" + strings.Repeat("水", 30) + "\n贺东楼：" + strings.Repeat("水", 30),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) { check(t, raw) })
}

func TestHardTexts(t *testing.T) {
	for name, raw := range map[string]string{
		"a thousand nested marks":         strings.Repeat("“", 1000) + "水来了。" + strings.Repeat("”", 1000) + "贺东楼说。",
		"a thousand open marks":           strings.Repeat("贺东楼说：“水来了。", 1000),
		"open marks over paragraphs":      strings.Repeat("贺东楼说：“水来了。\n", 2000),
		"a megabyte without a stop":       strings.Repeat("贺东楼说，水来了，", 30_000),
		"a megabyte of verbs":             strings.Repeat("说，", 100_000),
		"a megabyte of colons":            strings.Repeat("贺东楼：“水”", 30_000),
		"a thousand heads with a name":    strings.Repeat("## 贺东楼：水\n\n我来了。\n\n", 1000),
		"marks of all kinds, none closed": strings.Repeat("“「『‘\"贺东楼说：", 3000),
		"marks that only close":           strings.Repeat("水来了。”贺东楼说，」』’", 3000),
		"surrogate halves":                strings.Repeat("\xed\xa0\x80“水来了。”\xed\xb0\x80贺东楼说。", 1000),
		"right to left":                   strings.Repeat("\u202e“水来了。”\u2067贺东楼\u2069说，مرحبا。", 1000),
		"a report that never ends":        strings.Repeat("贺东楼说，水来了水来了。", 1) + strings.Repeat("青岚水务的水要来了。", 20_000),
		"titles without a holder":         strings.Repeat("教授说，水来了水来了。他们说，水来了水来了。该局说，水来了。", 5000),
		"bodies nobody knows":             strings.Repeat("禾丰县卫生健康委说，霁川重工的杜若衡说，“水来了。”", 5000),
		"nothing but firms":               strings.Repeat("公司", 100_000) + "说，水来了水来了。",
		"emoji and zero-width marks":      strings.Repeat("“😀\u200b水来了。”\u200d贺东楼说。", 1000),
		"one name in a hundred thousand":  strings.Repeat("水", 100_000) + "“水来了。”贺东楼说。",
	} {
		t.Run(name, func(t *testing.T) { check(t, raw) })
	}
}

// The found quotes do not depend on what stands around them.
func TestOneQuotationAmongMany(t *testing.T) {
	unit := "“水厂扩建完成了，”贺东楼说，“水压也稳了。”居民很高兴。\n"
	if got := len(check(t, strings.Repeat(unit, 500))); got != 500 {
		t.Errorf("%d quotes", got)
	}
}

func BenchmarkFind(b *testing.B) {
	unit := "“水厂扩建完成了，”贺东楼说，“水压也稳了。”居民很高兴。\n青岚水务集团表示，“一户一表”改造明年完成。今年以来，全市供水能力提高一倍。\n"
	for _, kb := range []int{10, 100, 1000} {
		n := kb * 1000 / len(unit)
		v := text.New(strings.Repeat(unit, n))
		l := link(v)
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			for b.Loop() {
				if got := len(Find(v, l)); got != 3*n { // the term included
					b.Fatalf("%d quotes, want %d", got, 3*n)
				}
			}
		})
	}
}
