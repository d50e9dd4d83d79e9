package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhiku/ingest/tagger"
	"zhiku/ingest/tagger/internal/label"
)

// invent makes folders of invented sentences and news.
func invent(t *testing.T) (data, corpus string) {
	t.Helper()
	data, corpus = t.TempDir(), t.TempDir()
	names := []string{"青禾", "松岭", "云帆", "海棠", "白石", "金穗"}
	var marked, sources, news strings.Builder
	for i, a := range names {
		for k, b := range names {
			fmt.Fprintf(&marked, "{COM:%s集团}{TTL:董事长}{PER:陈%s}说，与{COM:%s}的合作很好。\n", a, b, b)
			fmt.Fprintf(&sources, "invented\td%d\n", i)
			fmt.Fprintf(&news, `{"title":"%s新闻","text":"%s集团的董事长说，%s公司去年增长%d%%。"}`+"\n", a, a, b, k)
		}
	}
	save(t, filepath.Join(data, "part01.tag"), []byte(marked.String()))
	save(t, filepath.Join(data, "part01.src"), []byte(sources.String()))
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	io.WriteString(z, strings.Repeat(news.String(), 8))
	z.Close()
	save(t, filepath.Join(corpus, "news.jsonl.gz"), packed.Bytes())
	return data, corpus
}

func save(t *testing.T, file string, data []byte) {
	t.Helper()
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func load(t *testing.T, dir string) (weights, clusters []byte) {
	t.Helper()
	weights, err := os.ReadFile(filepath.Join(dir, "weights.bin"))
	if err != nil {
		t.Fatal(err)
	}
	clusters, err = os.ReadFile(filepath.Join(dir, "clusters.bin"))
	if err != nil {
		t.Fatal(err)
	}
	return weights, clusters
}

func TestTraining(t *testing.T) {
	data, corpus := invent(t)
	train := func(seed string) (weights, clusters []byte) {
		out := t.TempDir()
		args := []string{"-data", data, "-corpus", corpus, "-out", out, "-cv", "3", "-epochs", "6", "-average", "2", "-seed", seed}
		if err := run(args, io.Discard); err != nil {
			t.Fatal(err)
		}
		return load(t, out)
	}
	weights, clusters := train("1")
	again, clustersAgain := train("1")
	if !bytes.Equal(weights, again) || !bytes.Equal(clusters, clustersAgain) {
		t.Error("the same data and seed gave other bytes")
	}
	if other, _ := train("2"); bytes.Equal(weights, other) {
		t.Error("the seed does not matter")
	}
	m, err := tagger.Load(weights, clusters)
	if err != nil {
		t.Fatal(err)
	}
	e, err := parse("{COM:海棠集团}{TTL:董事长}{PER:陈松岭}说，与{COM:松岭}的合作很好。")
	if err != nil {
		t.Fatal(err)
	}
	got := m.Tag(nil, e.text, e.words)
	for i := range got {
		got[i].Confidence = 0
	}
	if !slices.Equal(got, e.spans) {
		t.Errorf("got %v, want %v", got, e.spans)
	}
}

func TestParse(t *testing.T) {
	e, err := parse("在{LOC:贵阳}的{COM:青禾}（{PRD:Q1}）")
	want := []tagger.Span{{Start: 3, End: 9, Tag: tagger.Place}, {Start: 12, End: 18, Tag: tagger.Company}, {Start: 21, End: 23, Tag: tagger.Product}}
	if err != nil || e.text != "在贵阳的青禾（Q1）" || !slices.Equal(e.spans, want) {
		t.Errorf("got %q %v, %v", e.text, e.spans, err)
	}
	for name, line := range map[string]string{"unknown tag": "{XYZ:青禾}", "empty mark": "{COM:}", "broken": "青\xff"} {
		if _, err := parse(line); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func TestFoldsKeepDocumentsTogether(t *testing.T) {
	var examples []example
	for i := range 60 {
		examples = append(examples, example{document: fmt.Sprint("d", i%20)})
	}
	fold := folds(examples, 5)
	sizes := make([]int, 5)
	for i, f := range fold {
		sizes[f]++
		if f != fold[i%20] {
			t.Errorf("document %s lies in folds %d and %d", examples[i].document, f, fold[i%20])
		}
	}
	if slices.Min(sizes) != 12 || slices.Max(sizes) != 12 {
		t.Errorf("sizes %v", sizes)
	}
}

func TestCalibrate(t *testing.T) {
	var r report
	for i := range 1000 {
		r.guesses = append(r.guesses, guess{tagger.Company, 0.9, i%2 == 0}, guess{tagger.Company, 0.5, i%4 != 0})
	}
	c := r.calibrate()
	half, nine := c[tagger.Company][3], c[tagger.Company][6]
	if half < 6000 || half > 6600 || half != nine {
		t.Errorf("0.5 is right in 75 of 100 and 0.9 in 50: pooled they are 63, got %d and %d", half, nine)
	}
	for k := range label.Kinds {
		if !slices.IsSorted(c[k][:]) {
			t.Errorf("%s falls: %v", tagger.Tag(k), c[k])
		}
	}
}

func TestScore(t *testing.T) {
	r := report{guesses: []guess{{tagger.Person, 1, true}, {tagger.Person, 1, false}, {tagger.Place, 1, true}}}
	r.marked[tagger.Person], r.marked[tagger.Place] = 4, 1
	if p, rec, f := r.score(int(tagger.Person)); p != 50 || rec != 25 || f < 33.3 || f > 33.4 {
		t.Errorf("persons: %v %v %v", p, rec, f)
	}
	if p, rec, _ := r.score(-1); p < 66.6 || p > 66.7 || rec != 40 {
		t.Errorf("all: %v %v", p, rec)
	}
}

func TestVectorsTellPlacesApart(t *testing.T) {
	// 甲 and 乙 stand in the same places, 丙 elsewhere.
	c := cut([]string{strings.Repeat("a 甲 b c。a 乙 b c。c 丙 a b。", 40)})
	v := newVocabulary(c)
	y := vectors(cooccurrence(v), 1)
	at := func(term string) []float32 { return y.row(slices.Index(v.terms, term)) }
	if same, other := dot(at("甲"), at("乙")), dot(at("甲"), at("丙")); same < 0.95 || other > 0.5 {
		t.Errorf("甲 and 乙 are %.2f alike, 甲 and 丙 %.2f", same, other)
	}
}
