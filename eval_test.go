package main

import (
	"bytes"
	"os"
	"path/filepath"
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
