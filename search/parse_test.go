package search

import (
	"errors"
	"strings"
	"testing"

	"zhiku/search/syntax"
	"zhiku/store"
)

func TestFullWidthMeansHalfWidth(t *testing.T) {
	for _, c := range [][2]string{
		{"ｃａｔｌ", "CATL"}, {"比例：３（约）", "比例:3(约)"}, {"“１２，５％”", `"12,5%"`}, {"傳動", "传动"},
	} {
		a, b := Parse(c[0]), Parse(c[1])
		if a.Clauses[0].Any[0].key != b.Clauses[0].Any[0].key {
			t.Errorf("%q is sought as %q, %q as %q", c[0], a.Clauses[0].Any[0].key, c[1], b.Clauses[0].Any[0].key)
		}
	}
}

func TestQueryLimits(t *testing.T) {
	for _, c := range []struct {
		name, query string
		wrong       bool
	}{
		{"as long as can be", strings.Repeat("电", MaxQueryRunes), false},
		{"one character too long", strings.Repeat("电", MaxQueryRunes+1), true},
		{"as many words as can be", strings.Repeat("电 ", syntax.MaxAtoms), false},
		{"one word too many", strings.Repeat("电 ", syntax.MaxAtoms+1), true},
		{"a megabyte", strings.Repeat("“电", 1<<18), true},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Parse(c.query)
			if got := errors.Is(p.Err(), store.ErrInvalid); got != c.wrong {
				t.Fatalf("Err() = %v", p.Err())
			}
			if c.wrong && (p.Empty() || len(p.Highlight("电")) > 0) {
				t.Error("a refused query is empty or marks something")
			}
			if c.wrong && !strings.Contains(p.Err().Error(), "at most") {
				t.Errorf("%v does not say what would work", p.Err())
			}
		})
	}
}
