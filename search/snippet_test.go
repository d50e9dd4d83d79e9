package search

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestSnippet(t *testing.T) {
	text := "开头一句没有什么。第二句说起动力电池。第三句讲钢铁；第四句又是电池和钢铁！\n末尾一句。"
	for _, c := range []struct {
		name, query string
		max         int
		want        string
	}{
		{"the sentence with the word", "动力", 12, "第二句说起动力电池。"},
		{"the sentence with most of the words", "电池 钢铁", 14, "第四句又是电池和钢铁！"},
		{"several sentences where they fit", "动力 钢铁", 17, "第二句说起动力电池。第三句讲钢铁；"},
		{"the beginning where nothing matches", "没有的词语", 10, "开头一句没有什么。"},
		{"a sentence that is too long is cut around the word", "和钢铁", 6, "池和钢铁！"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Parse(c.query).Snippet(text, c.max)
			if got := text[r.Start:r.End]; got != c.want {
				t.Errorf("snippet %q, want %q", got, c.want)
			}
			checkRanges(t, text, []Range{r})
		})
	}
}

func TestSnippets(t *testing.T) {
	text := "开头一句没有什么。第二句说起动力电池。第三句讲钢铁；第四句又是电池和钢铁！\n末尾一句。"
	for _, c := range []struct {
		name, query string
		max, n      int
		want        []string
	}{
		{"the best first, no sentence twice", "电池 钢铁", 14, 3, []string{"第四句又是电池和钢铁！", "第二句说起动力电池。", "第三句讲钢铁；"}},
		{"no more than asked for", "电池 钢铁", 14, 2, []string{"第四句又是电池和钢铁！", "第二句说起动力电池。"}},
		{"sentences that stand together are one", "电池 钢铁", 40, 3, []string{"开头一句没有什么。第二句说起动力电池。第三句讲钢铁；第四句又是电池和钢铁！"}},
		{"none without a word but the first", "没有的词语", 10, 3, []string{"开头一句没有什么。"}},
		{"of a long sentence the part with most", "动力 电池", 6, 3, []string{"起动力电池。", "是电池和钢铁"}},
		{"none asked for", "电池", 14, 0, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, r := range Parse(c.query).Snippets(text, c.max, c.n) {
				got = append(got, text[r.Start:r.End])
				checkRanges(t, text, []Range{r})
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("snippets %q, want %q", got, c.want)
			}
		})
	}
	for _, blank := range []string{"", " \n　\n"} {
		if got := Parse("电池").Snippets(blank, 10, 3); len(got) > 0 {
			t.Errorf("%q has snippets %v", blank, got)
		}
	}
}

// TestSnippetsOfRandomQueries: of a thousand queries, marks in snippets are what
// brute force finds, and snippets keep to sentences, apart, the best first, none
// of the sentences with a match left out.
func TestSnippetsOfRandomQueries(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 11))
	several := 0
	for range 1000 {
		text := randomStory(rng)
		query, keys := randomQuery(rng)
		p := Parse(query)
		found := p.Snippets(text, 12, 100)
		if len(found) > 1 {
			several++
		}
		for _, r := range found {
			snippet := text[r.Start:r.End]
			if got, want := markedRunes(snippet, p.Highlight(snippet)), bruteMarksOf(snippet, keys); !slices.Equal(got, want) {
				t.Fatalf("%q in %q: marked %v, want %v", query, snippet, got, want)
			}
		}
		checkSnippets(t, text, p.Highlight(text), found, 12)
	}
	if several < 300 {
		t.Errorf("only %d of 1000 texts have several snippets: the test says little", several)
	}
}

// randomQuery is of words and phrases, some not wanted; keys are those that are.
func randomQuery(rng *rand.Rand) (query string, keys [][]rune) {
	letters := []rune("电電池力ａA1１的𠮷")
	for range 1 + rng.IntN(3) {
		word := make([]rune, 1+rng.IntN(3))
		for i := range word {
			word[i] = letters[rng.IntN(len(letters))]
		}
		switch rng.IntN(4) {
		case 0:
			query += " -" + string(word)
			continue
		case 1:
			query += " 「" + string(word) + "」"
		default:
			query += " " + string(word)
		}
		keys = append(keys, []rune(normal(string(word))))
	}
	return query, keys
}

func randomStory(rng *rand.Rand) string {
	ends := []string{"。", "！”", "；", "?\n", "\n　"}
	var b strings.Builder
	for range 1 + rng.IntN(8) {
		b.WriteString(randomText(rng, 16) + ends[rng.IntN(len(ends))])
	}
	return b.String()
}

func bruteMarksOf(text string, keys [][]rune) []int {
	var all []int
	for _, key := range keys {
		all = append(all, bruteMarks(text, key)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func checkSnippets(t *testing.T, text string, marks, found []Range, most int) {
	t.Helper()
	inOrder := slices.SortedFunc(slices.Values(found), func(a, b Range) int { return a.Start - b.Start })
	for i, r := range inOrder {
		checkRanges(t, text, []Range{r})
		if i > 0 && r.Start < inOrder[i-1].End {
			t.Fatalf("snippets %+v of %q overlap", inOrder, text)
		}
	}
	before := len(text)
	for i, r := range found {
		n := marksIn(marks, r)
		if n > before || n == 0 && i > 0 || r.RuneEnd-r.RuneStart > most {
			t.Fatalf("snippet %d of %q, %+v, has %d characters of %+v; the one before has %d", i, text, r, n, marks, before)
		}
		before = n
	}
	for _, s := range splitSentences(text) {
		cut := s.RuneEnd-s.RuneStart > most
		s = trim(text, s)
		shown := slices.ContainsFunc(found, func(r Range) bool {
			if !cut && r.Start < s.End && s.Start < r.End && (s.Start < r.Start || s.End > r.End) {
				t.Fatalf("snippet %+v of %q cuts the sentence %+v", r, text, s)
			}
			return s.Start <= r.Start && r.End <= s.End || r.Start <= s.Start && s.End <= r.End
		})
		if !cut && !shown && marksIn(marks, s) > 0 {
			t.Fatalf("no snippet of %q shows the sentence %+v", text, s)
		}
	}
}

// marksIn counts the code points of the marks that lie inside r.
func marksIn(marks []Range, r Range) int {
	n := 0
	for _, m := range marks {
		if r.Start <= m.Start && m.End <= r.End {
			n += m.RuneEnd - m.RuneStart
		}
	}
	return n
}
