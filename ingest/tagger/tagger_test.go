package tagger

import (
	"testing"

	"zhiku/zh/segment"
)

func TestTag(t *testing.T) {
	s := "青禾果业集团董事长陈立民10日在贵阳表示，与国家统计局的合作已经开始。"
	for _, g := range Default().Tag(nil, s, segment.Default().Cut(s, nil)) {
		t.Log(s[g.Start:g.End], g.Tag, g.Confidence)
	}
}

func BenchmarkTag(b *testing.B) {
	s := "青禾果业集团董事长陈立民10日在贵阳表示，与国家统计局的合作已经开始。公司去年营业收入增长了百分之十二，新建的生产线将在明年投产。"
	w := segment.Default().Cut(s, nil)
	m := Default()
	var buf []Span
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		buf = m.Tag(buf[:0], s, w)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(embeddedWeights, embeddedClusters); err != nil {
			b.Fatal(err)
		}
	}
}
