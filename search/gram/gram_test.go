package gram

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func termsOf(folded string) []string {
	var out []string
	Terms(folded, func(term []byte) { out = append(out, string(term)) })
	return out
}

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       int // terms
	}{
		{"pairs, and the last character for itself", "动力电池", 4},
		{"a mark parts, and what stands before it is for itself", "电池；产能", 5},
		{"marks that stand everywhere have no terms", "电池、产能。", 4},
		{"digits and letters make pairs too", "5g网", 3},
		{"nothing runs over the end of a line", "电池\n产能", 4},
		{"one character", "电", 1},
		{"a sign alone", "%", 1},
		{"nothing", "", 0},
	} {
		if got := termsOf(c.text); len(got) != c.want {
			t.Errorf("%s: %q has %d terms, want %d: %q", c.name, c.text, len(got), c.want, got)
		}
	}
}

func TestWordsHaveTermsOfTheirOwn(t *testing.T) {
	if !KeyOf("电池").Exact {
		t.Error("电池 is a word and must be found without a look at the text")
	}
	if KeyOf("池用").Exact {
		t.Error("池用 is no word: it shares a bucket and must be looked up")
	}
	if KeyOf("动力电池").Exact {
		t.Error("what holds 动力, 力电 and 电池 need not hold 动力电池")
	}
	if k := KeyOf("电"); !k.Exact || !strings.HasPrefix(termsOf("电池")[0], string(k.Prefix)) {
		t.Error("a character must be found by the terms that begin with it")
	}
	a, b := termsOf("池用")[0], termsOf("池甲")[0]
	if len(a) != len(b) || a[:len(a)-1] != b[:len(b)-1] {
		t.Error("pairs that are no words and begin alike differ in one byte, that of the bucket")
	}
}

func TestOftenIsMarked(t *testing.T) {
	term := []byte(termsOf("电池")[0])
	for times, want := range map[int]int{1: 0, 2: 1, 3: 1, 4: 2, 9: 2} {
		n := 0
		Often(term, times, func(marked []byte) {
			n++
			if !bytes.HasPrefix(marked, term) || isWord(marked) {
				t.Errorf("%x marked as %x", term, marked)
			}
		})
		if n != want {
			t.Errorf("%d times: %d marks, want %d", times, n, want)
		}
	}
	Often([]byte(termsOf("池用")[0]), 9, func([]byte) { t.Error("a bucket is marked: what repeats in it may be different pairs") })
}

func TestShortForms(t *testing.T) {
	text := "全省新型工业化现场推进会召开，动力电池产能达到12.5吉瓦时，同比增长8%。"
	if n := len(Encode(text)); n > len(text)*6/10 {
		t.Errorf("%d bytes of %d: common text must take little more than half", n, len(text))
	}
	if !Rare('蓍') || Rare('的') {
		t.Error("蓍 is rare and 的 is not")
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("动力电池，a股12.5%\n𠮷", "电池")
	f.Add("\x00\x01\ufffd\ud7ff\ue000", "\x01")
	f.Fuzz(func(t *testing.T, text, part string) {
		text, part = strings.ToValidUTF8(text, "\ufffd"), strings.ToValidUTF8(part, "\ufffd")
		if got := Decode(Encode(text)); got != text {
			t.Fatalf("%q comes back as %q", text, got)
		}
		if strings.Contains(text, part) != bytes.Contains(Encode(text), Encode(part)) {
			t.Fatalf("%q in %q: the short forms say otherwise", part, text)
		}
	})
}

// FuzzKey: what holds a stretch has its terms, and where a key is exact, what
// has its terms holds the stretch.
func FuzzKey(f *testing.F) {
	f.Add("动力电池产能，同比增长8%", 2, 4)
	f.Add("a股上市\n池用电", 0, 1)
	f.Fuzz(func(t *testing.T, text string, from, n int) {
		text = strings.ToValidUTF8(text, "\ufffd")
		runes := []rune(text)
		if len(runes) == 0 || len(runes) > 200 {
			return
		}
		from = ((from % len(runes)) + len(runes)) % len(runes)
		n = 1 + ((n%12)+12)%12
		part := string(runes[from:min(len(runes), from+n)])
		if strings.Contains(part, "\n") {
			return
		}
		key, has := KeyOf(part), termsOf(text)
		for _, term := range key.Terms {
			if !slices.Contains(has, string(term)) && key.Prefix == nil {
				t.Fatalf("%q holds %q and has no term %x", text, part, term)
			}
		}
		if key.Prefix != nil && !slices.ContainsFunc(has, func(s string) bool { return strings.HasPrefix(s, string(key.Prefix)) }) {
			t.Fatalf("%q holds %q and no term begins with %x", text, part, key.Prefix)
		}
		other := string(slices.Concat(runes[:from], []rune("甲"), runes[from:]))
		all := len(key.Terms) > 0
		for _, term := range key.Terms {
			all = all && slices.Contains(termsOf(other), string(term))
		}
		if key.Exact && key.Prefix == nil && all && !strings.Contains(other, part) {
			t.Fatalf("%q has all terms of %q, which is exact, and does not hold it", other, part)
		}
		if !utf8.Valid(key.Text) {
			t.Fatalf("the key of %q is no text", part)
		}
	})
}
