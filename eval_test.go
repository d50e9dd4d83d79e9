package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEvalGolden compares the scores on the annotated articles with the ones
// written down, so that every change of them is seen in a diff. With
// EVAL_UPDATE set it writes them.
func TestEvalGolden(t *testing.T) {
	gold := filepath.Join("..", "shared", "gold")
	if _, err := os.Stat(gold); err != nil {
		t.Skip("the annotated articles are not here")
	}
	const golden = "testdata/eval.golden"
	got := mustRun(t, "eval", gold).out
	if os.Getenv("EVAL_UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, []byte(got)) {
		t.Errorf("the scores are\n%s\nwritten down are\n%s\nrun the test with EVAL_UPDATE=1 and look at the diff", got, want)
	}
}

// TestEvalCurve: the curve counts what the score counts, one folder or two. The
// article has nothing that is optional.
func TestEvalCurve(t *testing.T) {
	gold := t.TempDir()
	writeFile(t, filepath.Join(gold, "a.txt"), "雨停了\n\n昨日，雨停了，路也通了。\n青岚水务集团董事长苏映雪说：“明年产水量将达到300万吨。”\n")
	writeFile(t, filepath.Join(gold, "a.json"), `{"article":"a.txt","quotes":[],"people":[{"name":"苏映雪","title":"","organization":""}],
		"companies":[],"organizations":[],"projects":[],"figures":[]}`)
	type band struct{ From, To, Right, All, Mean float64 }
	type tally struct{ TP, FP float64 }
	for _, folders := range [][]string{{gold}, {gold, gold}} {
		curves, scores := map[string][]band{}, map[string]tally{}
		read(t, &curves, append([]string{"eval", "--curve", "--json"}, folders...)...)
		read(t, &scores, append([]string{"eval", "--json"}, folders...)...)
		for class, bands := range curves {
			var got tally
			for _, b := range bands {
				if b.Mean < b.From || b.Mean > b.To {
					t.Errorf("%s: %+v", class, b)
				}
				if b.From >= 0.5 {
					got.TP += b.Right
					got.FP += b.All - b.Right
				}
			}
			if got != scores[class] {
				t.Errorf("%s of %d folders: %+v in the curve, %+v in the score", class, len(folders), got, scores[class])
			}
		}
		if n := float64(len(folders)); scores["people"].TP != n || scores["figures"].FP != n || len(curves) != 7 {
			t.Errorf("%d curves, %+v", len(curves), scores)
		}
	}
}

// TestEvalSaysWhatIsMissing: the folder, the text of an annotation, or what to print.
func TestEvalSaysWhatIsMissing(t *testing.T) {
	gold := t.TempDir()
	writeFile(t, filepath.Join(gold, "a.json"), `{}`)
	for want, args := range map[string][]string{
		"no such folder":                    {filepath.Join(gold, "nosuch")},
		"a.json: its text a.txt is missing": {gold},
		"--curve":                           {"--curve", "--errors", gold},
	} {
		r := runProgram(t, append([]string{"eval"}, args...)...)
		if r.code != exitUsage || !strings.Contains(r.errOut, want) {
			t.Errorf("%v: exit %d, %q", args, r.code, r.errOut)
		}
	}
}

// read decodes what the program prints.
func read(t *testing.T, to any, args ...string) {
	t.Helper()
	if err := json.Unmarshal([]byte(mustRun(t, args...).out), to); err != nil {
		t.Fatal(err)
	}
}
