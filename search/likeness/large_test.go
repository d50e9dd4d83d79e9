package likeness

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// chance is text of n characters drawn from so many.
func chance(n, from int, seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	for range n {
		b.WriteRune('一' + 5 + rune(rng.IntN(from)))
	}
	return b.String()
}

const mega = 1 << 20

// hostile are texts of a megabyte, each against one way of doing the work.
var hostile = []struct{ name, a, b string }{
	{"one character", strings.Repeat("啊", mega/3), strings.Repeat("啊", mega/3-7)},
	{"two characters by chance", chance(mega/3, 2, 1), chance(mega/3, 2, 2)},
	{"many characters by chance", chance(mega/3, 3000, 1), chance(mega/3, 3000, 2)},
	{"every seventh word changed", strings.Repeat("甲", 7) + chance(mega/3, 3000, 3), everySeventh(chance(mega/3, 3000, 3))},
	{"one number", strings.Repeat("1", mega), strings.Repeat("1", mega-1)},
	{"thousands of thousands", strings.Repeat("1,000,", mega/6), strings.Repeat("1,000", mega/5)},
	{"ellipses", strings.Repeat("继续……", mega/12), strings.Repeat("继续", mega/6)},
	{"a few pieces, everywhere", strings.Repeat("啊啊……", 20) + "哦哦", strings.Repeat("啊", mega/3)},
	{"bytes that are not UTF-8", strings.Repeat("\xff\xe4", mega/2), strings.Repeat("\xe4", mega)},
	{"nothing that is seen", strings.Repeat("\u200d", mega/3), strings.Repeat("\u200b", mega/3)},
	{"one accent on another", "e" + strings.Repeat("\u0301", mega/2), "e" + strings.Repeat("\u0301", mega/2-1)},
	{"a short text in a long one", "公司今年业绩非常好，营收增长了15.2%", chance(mega/3, 3000, 4) + printedLong},
}

func everySeventh(s string) string {
	r := []rune(s)
	for i := 0; i < len(r); i += 7 {
		r[i] = '改'
	}
	return string(r)
}

func TestHostileTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes take seconds")
	}
	for _, tt := range hostile {
		t.Run(tt.name, func(t *testing.T) {
			var in interner
			a, b := in.wording(tt.a), in.wording(tt.b)
			s := script(a, b, a.all(), b.all())
			for i, m := range s.matches {
				if m.n < 1 || m.a+m.n > len(a.ids) || m.b+m.n > len(b.ids) {
					t.Fatalf("match %d, %+v, lies outside", i, m)
				}
			}
			r := Compare(tt.a, tt.b)
			checkSpan(t, r.Asked, tt.a)
			checkSpan(t, r.Printed, tt.b)
			where, _ := Nearest(tt.a, tt.b)
			checkSpan(t, where, tt.b)
		})
	}
}

// Ordinary lengths: a quote of some 30 characters against another.
func BenchmarkCompareQuotes(b *testing.B) {
	const asked = "公司今年业绩非常好，营收增长了15.2%，未来将持续加大研发投入。"
	for b.Loop() {
		if r := Compare(asked, printedLong); r.Kind != Altered || r.Printed.In(printedLong) != "公司今年业绩很好，营收增长了15.2%，未来将持续加大研发投入" {
			b.Fatalf("%v %q", r.Kind, r.Printed.In(printedLong))
		}
	}
}

func BenchmarkCompareUnlike(b *testing.B) {
	const asked = "今年新能源汽车销量有望突破一千万辆，出口继续增长。"
	for b.Loop() {
		if r := Compare(asked, printedLong); r.Kind != Different {
			b.Fatal(r.Kind)
		}
	}
}

func BenchmarkNearestArticle(b *testing.B) {
	benchmarkNearest(b, 2000)
}

func BenchmarkNearestMegabyte(b *testing.B) {
	benchmarkNearest(b, mega/3)
}

func benchmarkNearest(b *testing.B, characters int) {
	text := chance(characters/2, 3000, 5) + "。" + printedLong + chance(characters/2, 3000, 6)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s, v := Nearest("公司今年业绩非常好，营收增长了15.2%", text)
		if s.In(text) != "公司今年业绩很好，营收增长了15.2%" || v < 0.8 {
			b.Fatalf("%q %f", s.In(text), v)
		}
	}
}

func BenchmarkDiffMegabyte(b *testing.B) {
	x := chance(mega/3, 3000, 3)
	y := everySeventh(x)
	b.SetBytes(int64(len(x) + len(y)))
	for b.Loop() {
		if d := Diff(x, y); len(d) < 3*(mega/3/7)-100 {
			b.Fatalf("%d edits", len(d))
		}
	}
}
