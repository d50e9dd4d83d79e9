package tagger

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"zhiku/zh/segment"
)

func tag(s string) []Span { return Default().Tag(nil, s, segment.Default().Cut(s, nil)) }

// show gives spans as "tag:words".
func show(s string, spans []Span) []string {
	var out []string
	for _, g := range spans {
		out = append(out, g.Tag.String()+":"+s[g.Start:g.End])
	}
	return out
}

func TestTag(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a firm, a post and a person in one breath",
			"青禾果业集团董事长陈立民表示，今年的产量将会增加。",
			[]string{"company:青禾果业集团", "title:董事长", "person:陈立民"}},
		{"the place at the head of a firm's name belongs to it",
			"去年，遵义青禾食品有限公司的销售额增长了两成。",
			[]string{"company:遵义青禾食品有限公司"}},
		{"a place that only says where does not",
			"位于遵义的青禾食品有限公司去年增长了两成。",
			[]string{"place:遵义", "company:青禾食品有限公司"}},
		{"a reporter who hears it is a title alone",
			"陈立民告诉记者，订单已经排到明年。",
			[]string{"person:陈立民", "title:记者"}},
		{"an office and its head", "国家统计局局长李明远10日在贵阳表示",
			[]string{"organization:国家统计局", "title:局长", "person:李明远", "place:贵阳"}},
		{"a foreign name is one person", "总裁安德鲁·霍尔姆斯说，公司将继续投资。",
			[]string{"title:总裁", "person:安德鲁·霍尔姆斯"}},
		{"no name goes on behind a legal ending and 与", "岚汀运营杭州有限公司与岚汀运营苏州有限公司签约。",
			[]string{"company:岚汀运营杭州有限公司", "company:岚汀运营苏州有限公司"}},
		{"公司 alone is no name", "公司将继续投资，集团也会增加投入。", nil},
		{"traditional text is tagged as simplified", "青禾果業集團董事長陳立民表示，今年的產量將會增加。",
			[]string{"company:青禾果業集團", "title:董事長", "person:陳立民"}},
		{"nothing in nothing", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(c.text, tag(c.text)); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTagAppends(t *testing.T) {
	first := Span{Start: 1, End: 2, Tag: Event, Confidence: 1}
	s := "国家统计局局长李明远表示"
	got := Default().Tag([]Span{first}, s, segment.Default().Cut(s, nil))
	if len(got) != 4 || got[0] != first {
		t.Errorf("got %v", got)
	}
}

// Long texts are tagged piece by piece: what stands far from a cut is found
// where it stands.
func TestTagLongText(t *testing.T) {
	sentence := "国家统计局局长李明远表示，今年的产量将会增加。"
	got := tag(strings.Repeat(sentence, 400))
	if len(got) < 3*390 {
		t.Fatalf("%d spans of %d sentences", len(got), 400)
	}
	want := tag(sentence)
	last := got[len(got)-3:]
	for i := range want {
		if last[i].Start != want[i].Start+399*len(sentence) || last[i].End != want[i].End+399*len(sentence) {
			t.Errorf("the last sentence has %v, want %v moved by %d", last[i], want[i], 399*len(sentence))
		}
	}
}

// Words that do not fit the text are no reason to panic or to cut a character.
func TestTagOddWords(t *testing.T) {
	s := "青禾果业集团董事长陈立民表示"
	for name, words := range map[string][]segment.Word{
		"none":           nil,
		"inside letters": {{Start: 1, End: 4}, {Start: 4, End: 5}},
		"overlapping":    {{Start: 0, End: 12}, {Start: 3, End: 9}},
		"beyond the end": {{Start: 0, End: 600}},
		"empty":          {{Start: 0, End: 0}, {Start: 0, End: 0}},
	} {
		t.Run(name, func(t *testing.T) { checkSpans(t, s, Default().Tag(nil, s, words)) })
	}
}

func checkSpans(t *testing.T, s string, spans []Span) {
	t.Helper()
	at := 0
	for _, g := range spans {
		if g.Start < at || g.End <= g.Start || g.End > len(s) {
			t.Fatalf("%v after %d in %d bytes", g, at, len(s))
		}
		for _, b := range []int{g.Start, g.End} {
			if utf8.ValidString(s) && b < len(s) && !utf8.RuneStart(s[b]) {
				t.Fatalf("%v cuts a character", g)
			}
		}
		if !(g.Confidence >= 0 && g.Confidence <= 1) || g.Tag > Event {
			t.Fatalf("%v", g)
		}
		at = g.End
	}
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"", "青禾果业集团董事长陈立民表示", "\xff\xfe青\xe4\xba禾公司", "公司公司公司公司", "（（（““《", "12.5%GWh", "👨‍👩‍👧公司\u200b集团", "\u202e司公禾青",
		strings.Repeat("司", 1200), strings.Repeat("\x80", 2100), strings.Repeat("a", 3000),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := tag(s)
		checkSpans(t, s, got)
		if again := tag(s); !slices.Equal(got, again) {
			t.Fatalf("%v, then %v", got, again)
		}
		checkSpans(t, s, Default().Tag(nil, s, nil))
	})
}

func TestTagConcurrently(t *testing.T) {
	s := "青禾果业集团董事长陈立民10日在贵阳表示，将与国家统计局合作。"
	want := tag(s)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 50 {
				if got := tag(s); !slices.Equal(got, want) {
					t.Errorf("%v, want %v", got, want)
				}
			}
		})
	}
	wait.Wait()
}

func TestLoadRejects(t *testing.T) {
	for _, n := range []int{0, 5, 100, len(embeddedWeights) / 2, len(embeddedWeights) - 1} {
		if _, err := Load(embeddedWeights[:n], embeddedClusters); err == nil {
			t.Errorf("%d bytes of weights were taken", n)
		}
	}
	for _, n := range []int{0, 5, len(embeddedClusters) / 2, len(embeddedClusters) - 1} {
		if _, err := Load(embeddedWeights, embeddedClusters[:n]); err == nil {
			t.Errorf("%d bytes of clusters were taken", n)
		}
	}
}

func BenchmarkTag(b *testing.B) {
	sentence := "青禾果业集团董事长陈立民10日在贵阳表示，与国家统计局的合作已经开始。公司去年营业收入增长了百分之十二，新建的生产线将在明年投产。"
	words := segment.Default().Cut(sentence, nil)
	want := len(tag(sentence))
	for _, size := range []int{10 << 10, 100 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			n := size / len(sentence)
			b.SetBytes(int64(n * len(sentence)))
			b.ReportAllocs()
			var spans []Span
			for b.Loop() {
				spans = spans[:0]
				for range n {
					spans = Default().Tag(spans, sentence, words)
				}
			}
			if len(spans) != n*want {
				b.Fatalf("%d spans, want %d", len(spans), n*want)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(embeddedWeights, embeddedClusters); err != nil {
			b.Fatal(err)
		}
	}
}
