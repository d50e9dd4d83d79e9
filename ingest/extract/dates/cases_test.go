package dates

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/internal/cases"
	"zhiku/ingest/text"
)

// TestCases: the dates of an article of 2026-01-20.
func TestCases(t *testing.T) {
	cases.Run(t, func(article string) string {
		v := text.New(article)
		var got strings.Builder
		for _, d := range Find(v, published) {
			fmt.Fprintln(&got, line(v, d))
		}
		return got.String()
	})
}
