package main

import (
	"path/filepath"
	"strings"
	"testing"

	"zhiku/store"

	"github.com/google/go-cmp/cmp"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a full stop ends one", "今年茶叶喜获丰收。茶农的收入明显增加。", []string{"今年茶叶喜获丰收。", "茶农的收入明显增加。"}},
		{"a comma does not", "今年茶叶喜获丰收，茶农的收入增加", []string{"今年茶叶喜获丰收，茶农的收入增加"}},
		{"closing marks stay with what they close", "他说：“今年一定丰收！”众人都很高兴呢。", []string{"他说：“今年一定丰收！”", "众人都很高兴呢。"}},
		{"a line ends one", "今年茶叶喜获丰收\n茶农的收入增加了", []string{"今年茶叶喜获丰收", "茶农的收入增加了"}},
		{"blanks are one blank", "今年　　茶叶 \t喜获丰收。", []string{"今年 茶叶 喜获丰收。"}},
		{"a caption is too short", "茶园一景。", nil},
		{"a table is too long", strings.Repeat("茶", longestSentence+1), nil},
		{"without Chinese it is no sentence", "COVID-19 2020-03-01", nil},
		{"broken bytes go", "今年茶叶\xff喜获丰收", []string{"今年茶叶喜获丰收"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, sentences(c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWriteSentences(t *testing.T) {
	dir := writePress(t)
	pool := filepath.Join(t.TempDir(), "sentences")
	if err := writeSentences(pool, filepath.Join(dir, "press.jsonl.gz"), filepath.Join(dir, "tvnews.jsonl.gz")); err != nil {
		t.Fatal(err)
	}
	c, unmap, err := mapCorpus(pool, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer unmap()
	all := strings.Join(press, "\n") + "\n"
	if want := all + all; string(c.pool) != want {
		t.Errorf("the pool is\n%s\nwant\n%s", c.pool, want)
	}
}

func TestEmptyPoolIsNoCorpus(t *testing.T) {
	if _, err := newCorpus(nil, 1); err == nil {
		t.Error("made of no sentences")
	}
}

// TestCorpus: the seed makes the documents, all of whole sentences.
func TestCorpus(t *testing.T) {
	a, b, other := inventedCorpus(t, 7), inventedCorpus(t, 7), inventedCorpus(t, 8)
	differ := 0
	for n := range 200 {
		if diff := cmp.Diff(a.Article(n), b.Article(n)); diff != "" {
			t.Fatalf("document %d of one seed differs: %s", n, diff)
		}
		text := a.Text(n)
		if text != other.Text(n) {
			differ++
		}
		if len(text) < emptiest || len(text) >= 2*fullest {
			t.Errorf("document %d has %d bytes", n, len(text))
		}
		for _, s := range press {
			text = strings.ReplaceAll(text, s, "")
		}
		if text != "" {
			t.Errorf("document %d holds %q, no sentence of the pool", n, text)
		}
	}
	if differ < 100 {
		t.Errorf("another seed changed %d of 200 documents", differ)
	}
}

func TestNumberIsReadFromTheID(t *testing.T) {
	c := inventedCorpus(t, 1)
	seen := map[store.ArticleID]bool{}
	for _, n := range []int{0, 1, 2, 299, 65_536, 999_999, 1 << 40} {
		id := c.ID(n)
		if kind, ok := store.KindOf(string(id)); !ok || kind != store.KindArticle || seen[id] {
			t.Errorf("%s of document %d is no id of its own", id, n)
		}
		seen[id] = true
		if got, ok := c.Number(id); got != n || !ok {
			t.Errorf("number of %s: %d, %v; want %d", id, got, ok, n)
		}
	}
	for _, id := range []store.ArticleID{"", "a-", "a-00000000000000000001", "a-zzzzzzzzzzzzzzzzzzzz"} {
		if n, ok := c.Number(id); ok {
			t.Errorf("%q is taken for document %d", id, n)
		}
	}
}

func TestSource(t *testing.T) {
	s := newSource(inventedCorpus(t, 1), 5)
	changes, err := s.Changes(t.Context(), 2, 2)
	if err != nil || len(changes) != 2 || changes[0].Seq != 3 || changes[1].ID != string(s.ID(3)) {
		t.Errorf("two changes after 2: %+v, %v", changes, err)
	}
	if changes, err = s.Changes(t.Context(), 5, 10); err != nil || len(changes) != 0 {
		t.Errorf("changes after the last: %+v, %v", changes, err)
	}
	got, err := s.ArticlesByID(t.Context(), []store.ArticleID{s.ID(4), s.ID(5), "a-1"})
	if err != nil || len(got) != 1 || got[s.ID(4)].Text != s.Article(4).Text {
		t.Errorf("the article that is there among three: %+v, %v", got, err)
	}
	s.head.Add(1)
	if got, err = s.ArticlesByID(t.Context(), []store.ArticleID{s.ID(5)}); err != nil || len(got) != 1 {
		t.Errorf("an article that came in: %+v, %v", got, err)
	}
}
