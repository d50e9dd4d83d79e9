package web

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"zhiku/search/likeness"
	"zhiku/store"
)

func TestDifference(t *testing.T) {
	tests := []struct {
		name, asked, printed string
		want                 []piece
	}{
		{"the same words have none", "春笋只有二十天的好价钱", "春筍只有二十天的好價錢。", nil},
		{"a part has none", "二十天的好价钱", "春笋只有二十天的好价钱，冬笋能卖到年后", nil},
		{"a word in place of another", "春笋只有三十天的好价钱", "春笋只有二十天的好价钱",
			[]piece{{"equal", "春笋只有"}, {"delete", "三十"}, {"insert", "二十"}, {"equal", "天的好价钱"}}},
		{"what was not printed is gone", "大家听好，春笋只有二十天的好价钱，都记住", "春笋只有二十天的好价钱",
			[]piece{{"delete", "大家听好，"}, {"equal", "春笋只有二十天的好价钱"}, {"delete", "，都记住"}}},
		{"marks are aside", "真的，春笋只有二十天的好价钱。", "春笋只有二十天的好价钱。",
			[]piece{{"delete", "真的，"}, {"equal", "春笋只有二十天的好价钱"}, {"equal", "。"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := difference(tt.asked, likeness.Compare(tt.asked, tt.printed)); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %v\nwant %v", got, tt.want)
			}
		})
	}
}

// FuzzDifference: what is equal or deleted is all that was asked for, and the
// pieces of what was printed are all of it.
func FuzzDifference(f *testing.F) {
	f.Add("春笋只有三十天的好价钱，都记住", "春笋只有二十天的好价钱")
	f.Add("大家听好，春笋只有二十天的好价钱", "春笋只有二十天的好价钱")
	f.Add("春笋……好价钱", "春笋只有二十天的好价钱，冬笋能卖到年后")
	f.Fuzz(func(t *testing.T, asked, print string) {
		r := likeness.Compare(asked, print)
		var whole strings.Builder
		for _, p := range printed(print, r) {
			whole.WriteString(p.Text)
		}
		if whole.String() != print {
			t.Errorf("%q is shown as %q", print, whole.String())
		}
		diff := difference(asked, r)
		if diff == nil || r.Kind != likeness.Contains {
			return
		}
		whole.Reset()
		for _, p := range diff {
			whole.WriteString(p.Text)
		}
		if whole.String() != asked {
			t.Errorf("%q is shown as %q", asked, whole.String())
		}
	})
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("竹", around+1)
	tests := []struct {
		name, before, words, after string
		wantBefore, wantAfter      string
	}{
		{"its line and no other", "上一行\n春笋", "冒了", "半个月\n下一行", "春笋", "半个月"},
		{"nothing around", "", "冒了", "", "", ""},
		{"a long line is cut", long, "冒了", long, "……" + long[:around*len("竹")], long[:around*len("竹")] + "……"},
		{"as much as fits is not", long[len("竹"):], "冒了", long[len("竹"):], long[len("竹"):], long[len("竹"):]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			span := store.Span{Start: len(tt.before), End: len(tt.before + tt.words),
				RuneStart: utf8.RuneCountInString(tt.before), RuneEnd: utf8.RuneCountInString(tt.before + tt.words)}
			want := []piece{{opPlain, tt.wantBefore}, {opMark, tt.words}, {opPlain, tt.wantAfter}}
			if got := excerpt(tt.before+tt.words+tt.after, span); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %v\nwant %v", got, want)
			}
		})
	}
}
