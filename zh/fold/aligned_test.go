package fold

import (
	"testing"
	"unicode/utf8"
)

func TestAligned(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"traditional", "產值3億元", "产值3亿元"},
		{"simplified text is itself", "产值3亿元", "产值3亿元"},
		{"width and case stay", "ＧＤＰ增長", "ＧＤＰ增长"},
		{"broken bytes stay", "\xff產\x80", "\xff产\x80"},
	} {
		if got := Aligned(c.text); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzAligned(f *testing.F) {
	f.Add("產值3億元，\xff")
	f.Fuzz(func(t *testing.T, s string) {
		out := Aligned(s)
		if len(out) != len(s) {
			t.Fatalf("%d bytes of %d", len(out), len(s))
		}
		for i := 0; i < len(s); {
			_, n := utf8.DecodeRuneInString(s[i:])
			if _, m := utf8.DecodeRuneInString(out[i:]); m != n {
				t.Fatalf("%q: a character of %d bytes at %d, of %d before", s, m, i, n)
			}
			i += n
		}
	})
}
