package names

import (
	"slices"
	"testing"

	"zhiku/ingest/text"
)

func TestKnownNames(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a short name that is a word is none by itself", "果园里的苹果熟了。", nil},
		{"the full name beside it vouches for it", "苹果公司昨天开会。苹果没有回应。", []string{"苹果公司", "苹果"}},
		{"so does another form that does not begin with it", "顺丰速运与中通签约，中通快递随后证实。", []string{"顺丰速运", "中通", "中通快递"}},
		{"a person of the firm's name is no firm", "体操王子李宁来到学校。", nil},
		{"a plain name", "他去年加入宁德时代。", []string{"宁德时代"}},
		{"a short name inside another word is none", "其中行业巨头很多。", nil},
		{"a long one before a longer word that ends with a word", "中国银行行长到会。", []string{"中国银行"}},
		{"a long one that cuts a long word is none", "中国银行业仍有压力，北京大学生就业良好。", nil},
		{"Latin letters inside a word are none", "SECURE与FBIX都是词。", nil},
		{"a digit behind them is another word", "WTO2011年开会。", []string{"WTO"}},
		{"Latin letters by themselves are one", "世界贸易组织（WTO）开会。", []string{"世界贸易组织", "WTO"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.text)
			a := newArticle(v)
			var got []string
			for _, m := range knownNames(a) {
				got = append(got, a.s[m.Start:m.End])
			}
			slices.Sort(got)
			want := slices.Clone(tt.want)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("found %q, want %q", got, want)
			}
		})
	}
}
