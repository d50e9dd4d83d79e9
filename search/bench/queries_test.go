package main

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestQueryTextAndMatches(t *testing.T) {
	const text = "云岭集团在貴陽擴大动力电池产能，ＧＷｈ級項目年內投產。"
	for _, c := range []struct {
		name    string
		q       query
		typed   string
		matches bool
	}{
		{"a word stands in it", query{oneWord, []string{"电池"}}, "电池", true},
		{"a word is part of a longer one", query{oneWord, []string{"岭集"}}, "岭集", true},
		{"a word does not", query{oneWord, []string{"茶叶"}}, "茶叶", false},
		{"both words must", query{twoWords, []string{"电池", "茶叶"}}, "电池 茶叶", false},
		{"both do, far apart", query{twoWords, []string{"产能", "云岭"}}, "产能 云岭", true},
		{"one of three is enough", query{anyOf, []string{"茶叶", "电池", "航线"}}, "茶叶 OR 电池 OR 航线", true},
		{"none of three", query{anyOf, []string{"茶叶", "花园", "航线"}}, "茶叶 OR 花园 OR 航线", false},
		{"a phrase in one piece", query{phrase, []string{"扩大动力电池"}}, "“扩大动力电池”", true},
		{"a phrase with a gap", query{phrase, []string{"扩大电池"}}, "“扩大电池”", false},
		{"script, width and case are one", query{phrase, []string{"gwh级项目"}}, "“gwh级项目”", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.q.Text(); got != c.typed {
				t.Errorf("typed %s, want %s", got, c.typed)
			}
			if got := c.q.matcher()(foldText(text)); got != c.matches {
				t.Errorf("matches: %v", got)
			}
		})
	}
}

func TestFoldTextDropsWhatDoesNotCount(t *testing.T) {
	if got, want := foldText("Ａ股 上\u200b市\n電"), "a股上市电"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

const drawnFrom = 200 // documents

func draw(t *testing.T, count int, seed uint64) []query {
	t.Helper()
	queries, err := drawQueries(inventedCorpus(t, 1), drawnFrom, count, seed)
	if err != nil {
		t.Fatal(err)
	}
	return queries
}

func TestDrawnQueriesDependOnTheSeedAlone(t *testing.T) {
	first := draw(t, 40, 1)
	if diff := cmp.Diff(first, draw(t, 40, 1)); diff != "" {
		t.Error(diff)
	}
	if cmp.Equal(first, draw(t, 40, 2)) {
		t.Error("another seed draws the same")
	}
}

func TestDrawnQueries(t *testing.T) {
	queries := draw(t, 40, 1)
	docs := inventedCorpus(t, 1)
	kinds, typed := map[kind]int{}, map[string]bool{}
	totals := bruteForce(docs, drawnFrom, queries)
	for i, q := range queries {
		kinds[q.Kind]++
		if typed[q.Text()] {
			t.Errorf("%s is drawn twice", q.Text())
		}
		typed[q.Text()] = true
		if totals[i] == 0 {
			t.Errorf("%s %s finds nothing", q.Kind, q.Text())
		}
		if n := utf8.RuneCountInString(q.Terms[0]); q.Kind == phrase && (n < shortestPhrase || n > longestPhrase || !allHan(q.Terms[0])) {
			t.Errorf("%s is no phrase of 6 to 10 Chinese characters", q.Text())
		}
		if q.Kind == rareWord && strings.Count(strings.Join(press, ""), q.Terms[0]) > rareCount {
			t.Errorf("%s is not rare", q.Text())
		}
	}
	want := map[kind]int{oneWord: 8, twoWords: 8, oneName: 8, anyOf: 4, phrase: 8, rareWord: 4}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Error(diff)
	}
}

func TestNoQueryIsAnError(t *testing.T) {
	c, err := newCorpus([]byte("一二三四五六七八九十\n"), 1)
	if err != nil {
		t.Fatal(err)
	}
	if q, err := drawQueries(c, 10, 10, 1); err == nil {
		t.Errorf("%v were drawn from a text without words", q)
	}
}

func TestDistinct(t *testing.T) {
	if got := distinct([]string{"电池", "动力电池"}); got != nil {
		t.Errorf("%v: one holds the other", got)
	}
	if got := distinct([]string{"电池", "动力"}); !slices.Equal(got, []string{"电池", "动力"}) {
		t.Errorf("%v", got)
	}
}

// TestBruteForce counts by hand: documents are whole sentences, so one that
// holds a sentence's word holds the sentence.
func TestBruteForce(t *testing.T) {
	docs := inventedCorpus(t, 3)
	want := 0
	for n := range 50 {
		if strings.Contains(docs.Text(n), press[7]) {
			want++
		}
	}
	got := bruteForce(docs, 50, []query{{oneWord, []string{"机场"}}, {oneWord, []string{"不在其中"}}})
	if want == 0 || !slices.Equal(got, []int{want, 0}) {
		t.Errorf("%v, want %d and 0", got, want)
	}
}
