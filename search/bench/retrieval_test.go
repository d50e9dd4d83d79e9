package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// writeSets writes two sets of three documents, and judgements on the press.
func writeSets(t *testing.T) retrievalRun {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"cmrc2018", "finance-headlines"} {
		writeItems(t, filepath.Join(dir, name, "docs.jsonl"),
			item{ID: "d1", Text: press[2]}, item{ID: "d2", Text: press[7]}, item{ID: "d3", Title: "茶叶丰收", Text: press[0]})
		writeFile(t, filepath.Join(dir, name, "queries.tsv"), "q1\t机场\nq2\t茶叶\nq3\t极光\n")
		writeFile(t, filepath.Join(dir, name, "qrels.tsv"), "q1\t0\td2\t1\nq2\t0\td1\t1\nq2\t0\td3\t2\nq3 0 d1 1\n")
	}
	judged := filepath.Join(dir, "journalist")
	writeFile(t, filepath.Join(judged, "queries.tsv"), "j1\t刺绣\n")
	writeFile(t, filepath.Join(judged, "qrels.tsv"), "j1 0 n12 2\nj1 0 n0 0\n")
	return retrievalRun{Sets: dir, Judged: judged, Corpus: writePress(t), Engines: []string{"ours", "cjk"}}
}

// TestRetrieval: of three queries one finds its document, one both of its, one
// nothing.
func TestRetrieval(t *testing.T) {
	got, err := writeSets(t).run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Scores) != 6 {
		t.Fatalf("%d scores, want those of 3 sets and 2 engines", len(got.Scores))
	}
	for _, s := range got.Scores[:4] {
		near(t, s.Set+" "+s.Engine+" MRR", s.MRR, 2.0/3)
		near(t, s.Set+" "+s.Engine+" recall", s.Recall, 2.0/3)
		if s.NDCG < 0.5 || s.NDCG > 2.0/3+1e-9 || s.Empty != 1 || s.Failed != 0 || s.Queries != 3 {
			t.Errorf("%+v", s)
		}
	}
	for _, s := range got.Scores[4:] {
		near(t, s.Set+" "+s.Engine+" nDCG", s.NDCG, 1)
	}
	var text strings.Builder
	got.print(&text)
	if lines := strings.Count(text.String(), "\n"); lines != 7 || !strings.Contains(text.String(), "0.667") {
		t.Errorf("printed:\n%s", text.String())
	}
}

func TestBrokenSetsAreRefused(t *testing.T) {
	for _, c := range []struct{ name, file, text, says string }{
		{"a query without a tab", "queries.tsv", "q1 机场", "tab"},
		{"a judgement of three columns", "qrels.tsv", "q1 0 d1", "grade"},
		{"a grade that is no number", "qrels.tsv", "q1 0 d1 good", "good"},
		{"a judged document that is not there", "qrels.tsv", "q1 0 d9 1", "d9"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := writeSets(t)
			writeFile(t, filepath.Join(r.Sets, "cmrc2018", c.file), c.text)
			if _, err := r.run(t.Context()); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want something of %q", err, c.says)
			}
		})
	}
}
