package names

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
)

// invariants hold for any text.
func invariants(t *testing.T, s string) []extract.Mention {
	v := text.New(s)
	ms := Find(v)
	last := 0
	for _, m := range ms {
		if m.Start < last || m.End <= m.Start || m.End > len(v.Text) {
			t.Fatalf("mention [%d,%d) overlaps the one before or leaves the text", m.Start, m.End)
		}
		last = m.End
		for _, r := range []text.Range{m.Title, m.Employer, m.Behind} {
			if r.Start < 0 || r.End < r.Start || r.End > len(v.Text) {
				t.Fatalf("post [%d,%d) of a text of %d bytes", r.Start, r.End, len(v.Text))
			}
		}
		if m.Rule == "" || m.Confidence <= 0 || m.Confidence > 1 {
			t.Fatalf("mention without rule or confidence: %+v", m)
		}
	}
	return ms
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "董事长卫成蹊、柏知秋和陆明远", "中新社4月1日电 (记者 卫成蹊", "青禾（北京）有限公司（以下简称“青禾”）", "阿曼达·科瓦奇·",
		"總裁暨執行長Amara Velling", strings.Repeat("公司", 300), "“”工程《》·（）记者\xff\xfe、", "（简称", "0" + strings.Repeat("\x89", 40), "\xa5", "记者记者记者卫成蹊", "“00工程"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, b := invariants(t, s), invariants(t, s)
		if d := gocmp.Diff(a, b); d != "" {
			t.Fatal("two runs differ: ", d)
		}
	})
}

func TestHostileTexts(t *testing.T) {
	for _, s := range []string{strings.Repeat("（", 5000), strings.Repeat("记者", 20000), strings.Repeat("公司", 30000), strings.Repeat("卫成蹊、", 20000),
		strings.Repeat("董事长", 20000), strings.Repeat("阿·", 20000), strings.Repeat("9", 100000), strings.Repeat("“", 3000), strings.Repeat("王", 60000)} {
		invariants(t, s)
	}
}

// passage holds seven mentions.
const passage = "中新社北京4月1日电 (记者 卫成蹊)杭州青禾果业有限公司董事长柏知秋昨日表示，公司去年投入三亿元。山东省生态环境厅通报了情况。柏知秋说，青禾果业将继续投入。\n"

func BenchmarkFind(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"10KB", 10_000}, {"100KB", 100_000}, {"1MB", 1_000_000}} {
		n := size.n / len(passage)
		v := text.New(strings.Repeat(passage, n))
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			b.ReportAllocs()
			for b.Loop() {
				if got := len(Find(v)); got != 7*n {
					b.Fatalf("%d mentions, not %d", got, 7*n)
				}
			}
		})
	}
}
