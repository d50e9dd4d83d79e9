package quotes

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/internal/cases"
)

// TestCases: the quotes of an article.
func TestCases(t *testing.T) {
	cases.Run(t, func(article string) string {
		var got strings.Builder
		for _, q := range find(article) {
			fmt.Fprintf(&got, "%s %s: %s\n", q.Kind, q.Speaker, q.Text)
		}
		return got.String()
	})
}
