// Package cases runs the cases of a finder: txtar files, each about one thing
// that is easily mistaken. A sentence at the head says why; below it stands an
// article and what is found in it, a line each, or several such pairs, where an
// article would see what belongs to another. The name of an article says what it
// teaches. So who knows Chinese but not Go can add one.
package cases

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Run runs testdata/*.txtar of the package tested; show gives what is found in
// an article. With CASES_UPDATE set it writes what is found into the files.
func Run(t *testing.T, show func(article string) string) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) == 0 || len(a.Files)%2 != 0 || strings.TrimSpace(string(a.Comment)) == "" {
				t.Fatal("want a sentence why, then articles, each with what is found in it")
			}
			runFile(t, a, show)
			if os.Getenv("CASES_UPDATE") != "" {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// runFile compares pair by pair, or, to update, puts in what is found.
func runFile(t *testing.T, a *txtar.Archive, show func(article string) string) {
	for i := 0; i < len(a.Files); i += 2 {
		article, found := &a.Files[i], &a.Files[i+1]
		t.Run(article.Name, func(t *testing.T) {
			got := show(string(article.Data))
			if os.Getenv("CASES_UPDATE") != "" {
				found.Data = []byte(got)
			} else if d := gocmp.Diff(string(found.Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}
