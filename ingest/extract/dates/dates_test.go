package dates

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/text"
	"zhiku/store"
)

const published = store.Date("2026-01-20")

// line writes a date as: printed = period | precision | from..to | anchor, without
// what it has not; ? is the anchor of one that has none and is not printed whole.
func line(v *text.View, d Date) string {
	days := string(d.From)
	if d.To != d.From {
		days += ".." + string(d.To)
	}
	anchor := string(d.Anchor)
	if d.Inferred && anchor == "" {
		anchor = "?"
	}
	said := slices.DeleteFunc([]string{d.Period, string(d.Precision), days, anchor}, func(s string) bool { return s == "" })
	return v.Cut(d.Range) + " = " + strings.Join(said, " | ")
}

// With no day of publication a date is counted from the latest year of the text.
func TestWithoutPublication(t *testing.T) {
	v := text.New("2019年5月3日开工。6月完工。去年验收。")
	want := []string{
		"2019年5月3日 = 2019-05-03 | day | 2019-05-03",
		"6月 = 2019-06 | month | 2019-06-01..2019-06-30 | text",
		"去年 = 去年 | year | ?",
	}
	var got []string
	for _, d := range Find(v, "") {
		got = append(got, line(v, d))
	}
	if d := gocmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"2024年5月3日至5日", "“十四五”期间", "去年前11个月", "二〇二四年底以来", "1-6月", strings.Repeat("9", 1000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v := text.New(s)
		last := 0
		starts := characters(v.Text)
		for _, d := range Find(v, published) {
			if d.Start < last || d.End <= d.Start || d.End > len(v.Text) {
				t.Fatalf("%q: range %v after %d", s, d.Range, last)
			}
			last = d.End
			if !starts[d.Start] || !starts[d.End] {
				t.Fatalf("%q: %v cuts a character", s, d.Range)
			}
			if (d.Anchor != "") != (d.Inferred && d.From != "") {
				t.Fatalf("%q: %+v", s, d)
			}
			if (d.From == "") != (d.To == "") || d.From > d.To {
				t.Fatalf("%q: from %q to %q", s, d.From, d.To)
			}
		}
	})
}

// characters are the places between characters; a broken byte is one.
func characters(s string) map[int]bool {
	m := map[int]bool{len(s): true}
	for i := range s {
		m[i] = true
	}
	return m
}

func BenchmarkFind(b *testing.B) {
	const sentence = "2025年1至11月，云岭县外贸增长。去年10月，青禾果业投产，今年上半年产量翻番。"
	for _, kb := range []int{10, 100, 1000} {
		v := text.New(strings.Repeat(sentence, kb*1000/len(sentence)))
		want := 3 * (kb * 1000 / len(sentence))
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			for b.Loop() {
				if got := len(Find(v, published)); got != want {
					b.Fatalf("%d dates, want %d", got, want)
				}
			}
		})
	}
}
