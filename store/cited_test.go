package store

import (
	"strings"
	"testing"
)

func TestCited(t *testing.T) {
	for _, tt := range []struct {
		name, article string
		stretches     []string // the words of the spans, as the article has them
		want          string
	}{
		{"words between are an omission", "“货轮靠港了，”他说，“明年再来。”", []string{"货轮靠港了，", "明年再来。"}, "货轮靠港了，……明年再来。"},
		{"a paragraph's marks are none", "“货轮靠港了。\n\n“明年再来。”", []string{"货轮靠港了。", "明年再来。"}, "货轮靠港了。明年再来。"},
		{"a wrapped line is none", "“货轮\n　　靠港了。”", []string{"货轮\n　　靠港了。"}, "货轮靠港了。"},
		{"Latin words stay apart", "“Zhiku\nreads.”", []string{"Zhiku\nreads."}, "Zhiku reads."},
		{"one line stays", "“货轮靠港了。”", []string{"货轮靠港了。"}, "货轮靠港了。"},
	} {
		q := Quote{Text: strings.Join(tt.stretches, SpanSeparator)}
		for _, s := range tt.stretches {
			at := strings.Index(tt.article, s)
			q.Spans = append(q.Spans, Span{Start: at, End: at + len(s)})
		}
		if got := q.Cited(tt.article); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
