package figures

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestCases runs testdata/*.txtar: an article, the figures it states with what each
// measures, and above them a sentence why.
func TestCases(t *testing.T) {
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
				t.Fatal("want a sentence why, an article and its figures")
			}
			v, figs := find(string(a.Files[0].Data))
			var got strings.Builder
			for _, f := range figs {
				fmt.Fprintf(&got, "%s = %s %s: %s\n", v.Cut(f.Range), f.Value, f.Unit, f.Metric)
			}
			if d := gocmp.Diff(string(a.Files[1].Data), got.String()); d != "" {
				t.Error(d)
			}
		})
	}
}
