package web

import (
	"reflect"
	"strings"
	"testing"
)

func TestParagraphs(t *testing.T) {
	text := "标题\r\n\n甲说乙。\n丙"
	at := func(s string) int { return strings.Index(text, s) }
	day := &dateView{ID: "d-1"}
	plain := func(s string) segment { return segment{Words: []wording{{Text: s}}} }
	marked := func(s, class, id string) segment { return segment{class, id, []wording{{Text: s}}} }
	title := paragraph{plain("标题\r")}
	tests := []struct {
		name  string
		marks []mark
		want  []paragraph
	}{
		{"blank lines are no paragraphs", nil,
			[]paragraph{title, {plain("甲说乙。")}, {plain("丙")}}},
		{"a mark cuts its line in three", []mark{{start: at("说"), end: at("乙"), class: "quote", id: "q-1"}},
			[]paragraph{title, {plain("甲"), marked("说", "quote", "q-1"), plain("乙。")}, {plain("丙")}}},
		{"overlapping marks share a segment", []mark{{start: at("甲"), end: at("乙"), class: "quote", id: "q-1"}, {start: at("说"), end: at("。"), class: "hit"}},
			[]paragraph{title, {marked("甲", "quote", "q-1"), marked("说", "quote hit", ""), marked("乙", "hit", ""), plain("。")}, {plain("丙")}}},
		{"a mark runs over a line end, its anchor once", []mark{{start: at("乙"), end: len(text), class: "quote", id: "q-1"}},
			[]paragraph{title, {plain("甲说"), marked("乙。", "quote", "q-1")}, {marked("丙", "quote", "")}}},
		{"a date does not cut the mark it stands in", []mark{{start: at("甲"), end: at("。"), class: "quote"}, {start: at("说"), end: at("乙"), date: day}},
			[]paragraph{title, {{"quote", "", []wording{{Text: "甲"}, {"说", day, true}, {Text: "乙"}}}, plain("。")}, {plain("丙")}}},
		{"a date is cut where a quote begins, its anchor once", []mark{{start: at("说"), end: len(text), class: "quote"}, {start: at("甲"), end: at("乙"), date: day}},
			[]paragraph{title, {{"", "", []wording{{"甲", day, true}}}, {"quote", "", []wording{{"说", day, false}, {Text: "乙。"}}}}, {marked("丙", "quote", "")}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := paragraphs(text, tt.marks); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}
