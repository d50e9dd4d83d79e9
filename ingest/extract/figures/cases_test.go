package figures

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/internal/cases"
)

// TestCases: the figures of an article with what each measures.
func TestCases(t *testing.T) {
	cases.Run(t, func(article string) string {
		var got strings.Builder
		v, figs := find(article)
		for _, f := range figs {
			fmt.Fprintf(&got, "%s = %s %s: %s\n", v.Cut(f.Range), f.Value, f.Unit, f.Metric)
		}
		return got.String()
	})
}
