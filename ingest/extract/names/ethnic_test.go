package names

import (
	"slices"
	"testing"

	"zhiku/ingest/text"
)

func TestEthnicNames(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"two parts", "牧民扎西多吉家里来了客人。", []string{"扎西多吉"}},
		{"two parts of three characters", "吐尔逊古丽在地里摘棉花。", []string{"吐尔逊古丽"}},
		{"one part behind a title", "乡长巴特尔说，草场好了。", []string{"巴特尔"}},
		{"one part by itself may be anything", "巴特尔的意思是英雄。", nil},
		{"two characters are too few", "乡长达瓦到了。", nil},
		{"parts in a greeting are no name", "人们互道扎西德勒。", nil},
		{"a row of parts is a list of names, not one", "扎西多吉次仁卓玛尼玛都来了。", nil},
		{"the same name once more", "扎西多吉种地。后来扎西多吉养牛。", []string{"扎西多吉", "扎西多吉"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := finder{article: newArticle(text.New(tt.text)), vouched: map[string]float64{}}
			p.ethnic()
			var got []string
			for _, m := range p.out {
				got = append(got, p.s[m.Start:m.End])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}
