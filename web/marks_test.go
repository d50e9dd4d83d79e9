package web

import (
	"reflect"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	text := "标题\r\n\n甲说乙。\n丙"
	at := func(s string) int { return strings.Index(text, s) }
	tests := []struct {
		name  string
		marks []mark
		want  []paragraph
	}{
		{"blank lines are no paragraphs", nil,
			[]paragraph{{{Text: "标题\r"}}, {{Text: "甲说乙。"}}, {{Text: "丙"}}}},
		{"a mark cuts its line in three", []mark{{at("说"), at("乙"), "quote", "q-1"}},
			[]paragraph{{{Text: "标题\r"}}, {{Text: "甲"}, {"说", "quote", "q-1"}, {Text: "乙。"}}, {{Text: "丙"}}}},
		{"overlapping marks share a segment", []mark{{at("甲"), at("乙"), "quote", "q-1"}, {at("说"), at("。"), "hit", ""}},
			[]paragraph{{{Text: "标题\r"}}, {{"甲", "quote", "q-1"}, {"说", "quote hit", ""}, {"乙", "hit", ""}, {Text: "。"}}, {{Text: "丙"}}}},
		{"a mark runs over a line end, its anchor once", []mark{{at("乙"), len(text), "quote", "q-1"}},
			[]paragraph{{{Text: "标题\r"}}, {{Text: "甲说"}, {"乙。", "quote", "q-1"}}, {{"丙", "quote", ""}}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := paragraphs(text, tt.marks); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}
