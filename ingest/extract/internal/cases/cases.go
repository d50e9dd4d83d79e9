// Package cases runs the cases of a finder: txtar files, each an article and
// what is found in it, a line each, and above them a sentence why.
package cases

import (
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// Run runs testdata/*.txtar of the package tested; show gives what is found in
// an article.
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
			if len(a.Files) != 2 || strings.TrimSpace(string(a.Comment)) == "" {
				t.Fatal("want a sentence why, an article and what is found in it")
			}
			if d := gocmp.Diff(string(a.Files[1].Data), show(string(a.Files[0].Data))); d != "" {
				t.Error(d)
			}
		})
	}
}
