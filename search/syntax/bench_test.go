package syntax

import (
	"strings"
	"testing"
)

// BenchmarkParse reads queries as journalists type them and the longest that
// try to make it slow; each must come to as many clauses as stand beside it.
func BenchmarkParse(b *testing.B) {
	for _, c := range []struct {
		name, query string
		clauses     int
	}{
		{"two words", "动力电池 回收", 2},
		{"everything", "“动力电池” OR 储能 -广告 人:“安·李” 之后:2024-05 产值>100亿元 超三成", 6},
		{"unclosed marks", strings.Repeat("「", MaxRunes), 1},
		{"brackets", strings.Repeat("(", MaxRunes), 1},
		{"words and brackets", strings.Repeat("(甲甲甲甲甲甲甲甲甲甲甲甲甲 ", 60), 60},
		{"one word of keys", strings.Repeat("人:", MaxRunes/2), 1},
		{"one word of digits", "产值>" + strings.Repeat("9", MaxRunes-3), 1},
		{"one word of numerals", "产值>" + strings.Repeat("亿", MaxRunes-3), 1},
		{"signs", strings.Repeat(">", MaxRunes), 1},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if q, err := Parse(c.query); err != nil || len(q.Clauses) != c.clauses {
					b.Fatalf("%d clauses, %v", len(q.Clauses), err)
				}
			}
		})
	}
}
