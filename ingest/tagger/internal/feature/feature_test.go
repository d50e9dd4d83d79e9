package feature

import (
	"reflect"
	"slices"
	"testing"

	"zhiku/zh/segment"
)

func extract(text string, words []segment.Word) [][]uint64 {
	x := New(All, NewClusters([]Word{{WordKey("果业"), [Levels]uint16{1, 2, 3}}, {WordKey("青禾果业"), [Levels]uint16{4, 5, 6}}}))
	var s Sentence
	x.Read(&s, text, words)
	var out [][]uint64
	for i := range s.Len() {
		out = append(out, x.Rest(x.First(nil, &s, i), &s, i))
	}
	return out
}

// words cuts a text at the given characters of three bytes.
func words(ends ...int) []segment.Word {
	var out []segment.Word
	at := 0
	for _, e := range ends {
		out = append(out, segment.Word{Start: 3 * at, End: 3 * e, Tag: "n"})
		at = e
	}
	return out
}

func TestTraditionalHasTheFeaturesOfSimplified(t *testing.T) {
	a, b := extract("贵州青禾果业", words(2, 4, 6)), extract("貴州青禾果業", words(2, 4, 6))
	if !reflect.DeepEqual(a, b) {
		t.Error("the features differ")
	}
	if c := extract("贵州青禾果树", words(2, 4, 6)); reflect.DeepEqual(a, c) {
		t.Error("another word has the same features")
	}
}

func TestWordsCount(t *testing.T) {
	if reflect.DeepEqual(extract("贵州青禾果业", words(2, 4, 6)), extract("贵州青禾果业", words(2, 3, 6))) {
		t.Error("words cut elsewhere give the same features")
	}
}

func TestReadAgain(t *testing.T) {
	x := New(All, NewClusters(nil))
	var s Sentence
	x.Read(&s, "（青禾果业集团有限公司、贵州省统计局", nil)
	x.Read(&s, "果业", words(2))
	again := x.First(nil, &s, 0)
	var fresh Sentence
	x.Read(&fresh, "果业", words(2))
	if want := x.First(nil, &fresh, 0); !slices.Equal(again, want) {
		t.Error("a sentence read before leaves its traces")
	}
}

func TestGroups(t *testing.T) {
	var s Sentence
	all := New(All, NewClusters(nil))
	all.Read(&s, "青禾果业", words(2, 4))
	total := len(all.Rest(all.First(nil, &s, 1), &s, 1))
	for i, name := range Names {
		x := New(All&^(1<<i), NewClusters(nil))
		x.Read(&s, "青禾果业", words(2, 4))
		if n := len(x.Rest(x.First(nil, &s, 1), &s, 1)); n >= total {
			t.Errorf("without %s %d features, with all %d", name, n, total)
		}
	}
}

func TestWordKey(t *testing.T) {
	if WordKey(FoldWord("ＧＤＰ")) != WordKey("gdp") || WordKey(FoldWord("集團")) != WordKey("集团") {
		t.Error("forms of one word have two keys")
	}
	if FoldWord("12.5%") != "0" || FoldWord("３") != "0" || FoldWord("5G") == "0" {
		t.Error("numbers, and only they, are alike")
	}
}

func TestClusters(t *testing.T) {
	list := []Word{{9, [Levels]uint16{1, 2, 3}}, {4, [Levels]uint16{80, 500, 2000}}, {1<<32 - 1, [Levels]uint16{7, 8, 9}}}
	read, err := Decode(Encode(list))
	if err != nil || len(read) != 3 {
		t.Fatalf("%v, %v", read, err)
	}
	c := NewClusters(read)
	for _, w := range list {
		if got := c.Find(w.Key); got != w.Class {
			t.Errorf("%d: got %v, want %v", w.Key, got, w.Class)
		}
	}
	if got := c.Find(5); got != [Levels]uint16{} {
		t.Errorf("an unknown word has %v", got)
	}
	data := Encode(list)
	for n := range data {
		if _, err := Decode(data[:n]); err == nil {
			t.Errorf("%d of %d bytes were taken", n, len(data))
		}
	}
}

func TestTrie(t *testing.T) {
	x := New(All, NewClusters(nil))
	var s Sentence
	x.Read(&s, "青禾股份有限公司", nil)
	if m := s.match[companySuffix][7]; m.length != 6 || m.begin != 5 {
		t.Errorf("司 stands in %+v, want the last of 股份有限公司", m)
	}
	if m := s.match[companySuffix][0]; m.length != 0 {
		t.Errorf("青 stands in %+v", m)
	}
}
