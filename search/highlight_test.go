package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHighlight(t *testing.T) {
	for _, c := range []struct{ name, query, text, want string }{
		{"a word", "电池", "动力电池产能", "动力[电池]产能"},
		{"every place", "电", "电池用电", "[电]池用[电]"},
		{"a simplified word marks traditional text", "电池产业", "動力電池產業", "動力[電池產業]"},
		{"traditional marks simplified", "電池", "动力电池", "动力[电池]"},
		{"half-width marks full-width", "100亿", "投资１００亿元", "投资[１００亿]元"},
		{"case does not count", "gwh", "12 GWh", "12 [GWh]"},
		{"blanks inside do not count and are inside the mark", "“A股市场”", "在A 股　市场上", "在[A 股　市场]上"},
		{"a line break is never crossed", "“电池”", "电\n池", "电\n池"},
		{"overlapping places are one", "“人民人”", "人民人民人", "[人民人民人]"},
		{"touching words are one", "动力 电池", "动力电池", "[动力电池]"},
		{"a word inside another", "动力电池 电", "动力电池", "[动力电池]"},
		{"what is not wanted is not marked", "动力 -电池", "动力电池", "[动力]电池"},
		{"punctuation counts", "“甲、乙”", "甲乙和甲、乙", "甲乙和[甲、乙]"},
		{"a sign of four bytes before", "电", "𠮷野家电", "𠮷野家[电]"},
		{"nothing found, nothing marked", "钢铁", "动力电池", "动力电池"},
		{"an empty query marks nothing", "", "动力电池", "动力电池"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Parse(c.query).Highlight(c.text)
			if marked := Mark(c.text, got, "[", "]"); marked != c.want {
				t.Errorf("%q marks %q, want %q", c.query, marked, c.want)
			}
			checkRanges(t, c.text, got)
		})
	}
}

// checkRanges: in bounds, on character boundaries, sorted, apart, both counts right.
func checkRanges(t *testing.T, text string, ranges []Range) {
	t.Helper()
	count := map[int]int{len(text): utf8.RuneCountInString(text)} // code points before each boundary
	n := 0
	for i := range text {
		count[i] = n
		n++
	}
	at := -1
	for _, r := range ranges {
		if r.Start <= at || r.End <= r.Start {
			t.Fatalf("range %+v after byte %d of %q", r, at, text)
		}
		start, starts := count[r.Start]
		end, ends := count[r.End]
		if !starts || !ends || start != r.RuneStart || end != r.RuneEnd {
			t.Fatalf("range %+v cuts a character of %q or counts wrongly", r, text)
		}
		at = r.End
	}
}

// TestHighlightIsBruteForce marks each character that lies in any window of the
// folded text equal to the phrase, and compares.
func TestHighlightIsBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 1))
	for range 3000 {
		text := randomText(rng, 40)
		key := []rune(normal(randomText(rng, 3)))
		if len(key) == 0 || strings.ContainsAny(string(key), "-\"“”「」『』‘’") {
			continue
		}
		want := bruteMarks(text, key)
		got := markedRunes(text, Parse("“"+string(key)+"”").Highlight(text))
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %q: marked %v, want %v", string(key), text, got, want)
		}
	}
}

// markedRunes are the numbers of the characters that count and are marked.
func markedRunes(text string, marks []Range) []int {
	var out []int
	runes := []rune(text)
	for _, r := range marks {
		for i := r.RuneStart; i < r.RuneEnd; i++ {
			if classOf(runes[i]) == counts {
				out = append(out, i)
			}
		}
	}
	return out
}

func bruteMarks(text string, key []rune) []int {
	var folded []rune
	var index []int
	for i, r := range []rune(text) {
		switch {
		case r == '\n':
			folded, index = append(folded, '\n'), append(index, i)
		case r != ' ' && r != '　':
			folded, index = append(folded, foldRune(r)), append(index, i)
		}
	}
	hit := map[int]bool{}
	for i := 0; i+len(key) <= len(folded); i++ {
		if slices.Equal(folded[i:i+len(key)], key) {
			for j := range key {
				hit[index[i+j]] = true
			}
		}
	}
	var out []int
	for _, i := range index {
		if hit[i] {
			out = append(out, i)
		}
	}
	return out
}

// randomText is made of few characters, so that they meet often.
func randomText(rng *rand.Rand, n int) string {
	letters := []rune("电電池力ａA1１，, 　\n的𠮷")
	var b strings.Builder
	for range 1 + rng.IntN(n) {
		b.WriteRune(letters[rng.IntN(len(letters))])
	}
	return b.String()
}

func TestMarkHTMLEscapes(t *testing.T) {
	text := `<b>电池</b> & "电"`
	got := MarkHTML(text, Parse("电池").Highlight(text), "<mark>", "</mark>")
	want := `&lt;b&gt;<mark>电池</mark>&lt;/b&gt; &amp; &#34;电&#34;`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzHighlight(f *testing.F) {
	f.Add("“电池” -广告 Ａ股", "動力電池 A股\n１００亿")
	f.Add("𠮷 \xff", "\xff𠮷\xe7\x94")
	f.Add("贵州工业投资", "贵州的工业；投资。")
	f.Fuzz(func(t *testing.T, query, text string) {
		p := Parse(query)
		checkRanges(t, text, p.Highlight(text))
		if s := p.Snippet(text, 20); s.End > s.Start {
			checkRanges(t, text, []Range{s})
			if s.RuneEnd-s.RuneStart > 20 {
				t.Fatalf("snippet %+v is longer than asked for", s)
			}
		}
	})
}
