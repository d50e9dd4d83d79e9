package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func kinds(v *View) []string {
	names := map[ParagraphKind]string{Body: "body", Headline: "headline", Heading: "heading", Byline: "byline", Source: "source"}
	var out []string
	for _, p := range v.Paragraphs {
		out = append(out, names[p.Kind]+" "+v.Cut(p.Range))
	}
	return out
}

func TestParagraphKinds(t *testing.T) {
	body := "青岚市今年建成三座水厂。"
	tests := []struct{ name, raw, want string }{
		{"the first short line is the headline", "青岚市水厂投产\n" + body, "headline"},
		{"a first line that ends as a sentence is text", body + "\n" + body, "body"},
		{"a lone line is no headline", "青岚市水厂投产", "heading"},
		{"a Markdown title opens the article", "# 青岚市水厂投产\n" + body, "headline"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := kinds(New(tt.raw))[0]; !strings.HasPrefix(got, tt.want+" ") {
				t.Errorf("got %q, want %s", got, tt.want)
			}
		})
	}
}

func TestLineKinds(t *testing.T) {
	body := "青岚市今年建成三座水厂，供水能力提高一倍。\n"
	tests := []struct{ name, line, want string }{
		{"a marked head", "## 水从哪里来", "heading"},
		{"a short line without a stop is a head", "水从哪里来", "heading"},
		{"a head of two halves", "水厂稳步扩建，居民用水无忧", "heading"},
		{"a cut sentence's stump is no half of a head", "我们新建的第三座净水厂，填补了", "body"},
		{"a numbered head", "一、水厂建设", "heading"},
		{"a numbered sentence is text", "一、加快水厂建设，年内完工。", "body"},
		{"a list's item is text", "●水厂建设", "body"},
		{"reporters", "本报记者 苏映雪 贺东楼", "byline"},
		{"who put it together", "(青岚日报记者 苏映雪 整理)", "byline"},
		{"words and pictures", "文/苏映雪 图/贺东楼", "byline"},
		{"a sentence with 记者 is text", "记者在水厂看到，三台机组正在运转。", "body"},
		{"a speaker named over a statement", "青岚水务有限公司总经理贺东楼：让水更清", "heading"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := kinds(New("青岚市水厂投产\n" + body + tt.line + "\n" + body))[2]
			if !strings.HasPrefix(got, tt.want+" "+tt.line) {
				t.Errorf("got %q, want %s", got, tt.want)
			}
		})
	}
}

func TestEpigraphSource(t *testing.T) {
	v := New("——写在水厂投产之际\n\n## 题记\n\n要让居民喝上好水，把好事办好。\n\n——2031年2月3日，贺东楼在青岚市调研时强调\n\n——加快建设。今年建成三座水厂。")
	want := []string{"headline ——写在水厂投产之际", "heading ## 题记", "body 要让居民喝上好水，把好事办好。",
		"source ——2031年2月3日，贺东楼在青岚市调研时强调", "body ——加快建设。今年建成三座水厂。"}
	if d := cmp.Diff(want, kinds(v)); d != "" {
		t.Error(d)
	}
}

func TestSectionsAndLevels(t *testing.T) {
	v := New("# 青岚水厂\n\n第一段的话。\n\n## 来源\n\n第二段的话。\n\n### 水库\n\n第三段的话。")
	var got [][2]int
	for _, p := range v.Paragraphs {
		got = append(got, [2]int{p.Section, p.Level})
	}
	if d := cmp.Diff([][2]int{{0, 0}, {0, 0}, {1, 2}, {1, 0}, {2, 3}, {2, 0}}, got); d != "" {
		t.Error(d)
	}
}

func TestJoins(t *testing.T) {
	head := "青岚市水厂投产\n"
	tests := []struct {
		name, raw string
		want      string // the second paragraph
		sure      float64
	}{
		{"a paragraph cut by a page break", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\n\n提高一倍。居民满意。", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力提高一倍。居民满意。", joinNoStop},
		{"CRLF and an indent are left out too", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\r\n\r\n　　提高一倍。居民满意。", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力提高一倍。居民满意。", joinNoStop},
		{"a word cut in two is one again", "青岚市的三座水厂今年陆续完成扩建改造，管网也正在更\n\n新。居民满意。", "青岚市的三座水厂今年陆续完成扩建改造，管网也正在更新。居民满意。", joinNoStop},
		{"stray characters meet: text may be lost", "青岚市的三座水厂今年陆续完成扩建改造，带动了整条产业链的贵\n\n垫；全市供水能力提高一倍。", "青岚市的三座水厂今年陆续完成扩建改造，带动了整条产业链的贵垫；全市供水能力提高一倍。", joinStray},
		{"a comma at the end", "水厂今年扩建，\n供水能力提高一倍。", "水厂今年扩建，供水能力提高一倍。", joinComma},
		{"a closing mark at the start", "他说：“水厂今年扩建。\n”居民听了很满意。", "他说：“水厂今年扩建。”居民听了很满意。", joinClosing},
		{"whole paragraphs stay apart", "水厂今年扩建。\n供水能力提高一倍。", "水厂今年扩建。", 0},
		{"a note in brackets ends a paragraph", "水厂今年扩建。(完)\n供水能力提高一倍。", "水厂今年扩建。(完)", 0},
		{"a quotation over paragraphs is not cut", "“水厂今年扩建。\n“供水能力提高一倍。”", "“水厂今年扩建。", 0},
		{"a date opens a paragraph", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\n2031年1月，居民满意。", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力", 0},
		{"but not behind a character that ends nothing", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力已经达到了\n2031年1月的两倍，居民满意。", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力已经达到了2031年1月的两倍，居民满意。", joinNoStop},
		{"nothing joins a head", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\n## 居民", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力", 0},
		{"a list's item starts afresh", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\n1.提高一倍。", "青岚市的三座水厂今年陆续完成扩建改造，全市供水能力", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := New(head + tt.raw)
			if got := v.Cut(v.Paragraphs[1].Range); got != tt.want {
				t.Errorf("got %q", got)
			}
			if tt.sure > 0 != (len(v.Joins) == 1) || len(v.Joins) == 1 && v.Joins[0].Confidence != tt.sure {
				t.Errorf("joins %v, want confidence %v", v.Joins, tt.sure)
			}
		})
	}
}

func TestSpanOverJoin(t *testing.T) {
	raw := "青岚市水厂投产\n青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\r\n\r\n提高一倍。"
	v := New(raw)
	i := strings.Index(v.Text, "能力提高")
	s := v.Span(Range{i, i + len("能力提高")})
	if got := s.Cut(raw); got != "能力\r\n\r\n提高" {
		t.Errorf("cut %q", got)
	}
	if err := s.Check(raw); err != nil {
		t.Error(err)
	}
}

func TestDoubtful(t *testing.T) {
	v := New("青岚市水厂投产\n青岚市的三座水厂今年陆续完成扩建改造，带动了整条产业链的贵\n\n垫；全市供水能力提高一倍。")
	at := v.Joins[0].At
	if !v.Doubtful(Range{at - 3, at + 3}) {
		t.Error("a stretch over the stray join is not doubtful")
	}
	if v.Doubtful(Range{at, at + 3}) || v.Doubtful(Range{at - 3, at}) {
		t.Error("a stretch beside the stray join is doubtful")
	}
}

func TestDoubled(t *testing.T) {
	tests := []struct {
		name, raw string
		want      []string
	}{
		{"a character printed twice", "开拓国际市场场的精准服务。", []string{"场"}},
		{"two words that meet in it", "大家学习习近平的讲话，市长长沙之行结束。", nil},
		{"one word has it twice", "他常常看看书，人人都说好。", nil},
		{"a verb by itself", "这名学生的数学学得好。", nil},
		{"a doubled classifier", "路边种着一棵棵白杨。", nil},
		{"a foreign name", "吉尔吉斯斯坦客商来访。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := New(tt.raw)
			var got []string
			for _, r := range v.Doubled {
				got = append(got, v.Cut(r))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		name, raw string
		want      []string
	}{
		{"three stops", "水来了。真的吗？真的！", []string{"水来了。", "真的吗？", "真的！"}},
		{"a semicolon ends nothing", "一是建厂；二是通水。", []string{"一是建厂；二是通水。"}},
		{"closing marks belong to the sentence", "他说：“水来了。”大家笑了。", []string{"他说：“水来了。”", "大家笑了。"}},
		{"a comma behind the marks goes on", "“水来了。”，他说。", []string{"“水来了。”，他说。"}},
		{"sentences end inside marks", "“水来了。真甜。”他说。", []string{"“水来了。", "真甜。”", "他说。"}},
		{"an ellipsis ends one sentence", "水来了……大家笑了。", []string{"水来了……", "大家笑了。"}},
		{"a question and a shout", "真的吗？！是的。", []string{"真的吗？！", "是的。"}},
		{"a decimal point ends nothing", "增长3.5。下降2.5%。", []string{"增长3.5。", "下降2.5%。"}},
		{"a full-width point ends nothing between digits", "增长３．５％。下降２．５％。", []string{"增长３．５％。", "下降２．５％。"}},
		{"an address ends nothing", "见 http://a.example/x?y=1 一文。", []string{"见 http://a.example/x?y=1 一文。"}},
		{"a Latin sentence", "Water is here. People smile.", []string{"Water is here.", "People smile."}},
		{"an initial ends nothing", "J. Smith来了。", []string{"J. Smith来了。"}},
		{"straight marks close too", `他说:"水来了。"大家笑了。`, []string{`他说:"水来了。"`, "大家笑了。"}},
		{"straight marks open too", `水来了。"真甜。"他说。`, []string{"水来了。", `"真甜。"`, "他说。"}},
		{"no stop at the end", "水来了。还有", []string{"水来了。", "还有"}},
		{"corner marks", "他說：「水來了。」大家笑了。", []string{"他說：「水來了。」", "大家笑了。"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := New(tt.raw)
			var got []string
			for _, s := range v.Paragraphs[0].Sentences {
				got = append(got, v.Cut(s))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOuterSentences(t *testing.T) {
	tests := []struct {
		name, raw string
		want      []string
	}{
		{"a quotation and its attribution", "“水来了。真甜。”他说。大家笑了。", []string{"“水来了。真甜。”他说。", "大家笑了。"}},
		{"attribution first: the marks end it", "他说：“水来了。真甜。”大家笑了。", []string{"他说：“水来了。真甜。”", "大家笑了。"}},
		{"a quotation in two", "“水来了。”他说，“真甜。好水。”大家笑了。", []string{"“水来了。”他说，“真甜。好水。”", "大家笑了。"}},
		{"two quotations run together", "“水来了。”“真甜。”他说。", []string{"“水来了。”“真甜。”他说。"}},
		{"a quotation alone", "“水来了。真甜。”", []string{"“水来了。真甜。”"}},
		{"an open mark swallows nothing", "“水来了。真甜。", []string{"“水来了。", "真甜。"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := New(tt.raw)
			var got []string
			for _, s := range v.Outer(0) {
				got = append(got, v.Cut(s))
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOuterAt(t *testing.T) {
	v := New("“水来了。真甜。”他说。大家笑了。")
	for word, want := range map[string]string{"真甜": "“水来了。真甜。”他说。", "他说": "“水来了。真甜。”他说。", "大家": "大家笑了。"} {
		s, ok := v.OuterAt(strings.Index(v.Text, word))
		if !ok || v.Cut(s) != want {
			t.Errorf("%s: %q, %v", word, v.Cut(s), ok)
		}
	}
}

func TestPairs(t *testing.T) {
	type pair struct {
		Inner  string
		Depth  int
		Closed bool
	}
	tests := []struct {
		name, raw string
		want      []pair
	}{
		{"plain", "“水来了。”他说。", []pair{{"水来了。", 0, true}}},
		{"nested", "“喊‘水’了。”他说。", []pair{{"喊‘水’了。", 0, true}, {"水", 1, true}}},
		{"nested corner marks", "「喊『水』了。」他說。", []pair{{"喊『水』了。", 0, true}, {"水", 1, true}}},
		{"straight marks", `他说:"水来了。"又说:"真甜。"`, []pair{{"水来了。", 0, true}, {"真甜。", 0, true}}},
		{"closed by an opening mark", "“水来了。“他说，“真甜。”", []pair{{"水来了。", 0, true}, {"真甜。", 0, true}}},
		{"opened by a closing mark", "他说：”水来了。”", []pair{{"水来了。", 0, true}}},
		{"open to the paragraph's end", "他说：“水来了。真甜。", []pair{{"水来了。真甜。", 0, false}}},
		{"closed by a straight mark", "他说：“水来了。 \"\n次日水又停了，大家都等着。", []pair{{"水来了。 ", 0, true}}},
		{"a straight mark of its own pair closes no other", "他说：“管子\"三号\"漏了。", []pair{{"管子\"三号\"漏了。", 0, false}, {"三号", 1, true}}},
		{"a stray mark takes nothing from the next pair", "水“来了，他喊“水厂”两字。", []pair{{"水厂", 0, true}}},
		{"an apostrophe is no mark", "O’Neil说水来了’。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := New(tt.raw)
			var got []pair
			for _, q := range v.Pairs {
				got = append(got, pair{v.Cut(q.Inner), q.Depth, q.Closed})
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// check holds what every view of any text keeps.
func check(t *testing.T, raw string) {
	t.Helper()
	v := New(raw)
	checkPieces(t, v)
	end := 0
	for i, p := range v.Paragraphs {
		if p.Start < end || p.End <= p.Start || p.End > len(v.Text) {
			t.Fatalf("paragraph %d %v after %d", i, p.Range, end)
		}
		at := p.Start
		for _, s := range p.Sentences {
			if s.Start < at || s.End <= s.Start || s.End > p.End {
				t.Fatalf("sentence %v in paragraph %v after %d", s, p.Range, at)
			}
			if strings.TrimFunc(v.Text[at:s.Start], blank) != "" {
				t.Fatalf("words %q between sentences", v.Text[at:s.Start])
			}
			at = s.End
			checkSpan(t, v, s)
		}
		end = p.End
		v.Outer(i)
	}
	for _, r := range v.Doubled {
		if s := v.Cut(r); utf8.RuneCountInString(s) != 1 || !strings.HasSuffix(v.Text[:r.Start], s) {
			t.Fatalf("doubled %v", r)
		}
	}
	for _, q := range v.Pairs {
		if !q.Contains(q.Inner) || q.Inner.End < q.Inner.Start {
			t.Fatalf("pair %v", q)
		}
	}
}

// checkPieces: the pieces cover Text without a gap and are cut from Raw in order.
func checkPieces(t *testing.T, v *View) {
	t.Helper()
	view, raw := 0, 0
	for _, p := range v.pieces {
		if p.view != view || p.raw < raw || v.Text[p.view:p.view+p.n] != v.Raw[p.raw:p.raw+p.n] {
			t.Fatalf("piece %v after view %d raw %d", p, view, raw)
		}
		view, raw = p.view+p.n, p.raw+p.n
	}
	if view != len(v.Text) {
		t.Fatalf("pieces cover %d of %d", view, len(v.Text))
	}
}

// checkSpan: a span cuts from Raw what the view shows, with what joins left out.
func checkSpan(t *testing.T, v *View, r Range) {
	t.Helper()
	s := v.Span(r)
	if !utf8.ValidString(v.Raw) {
		return // joined lines may make a character of two halves
	}
	if err := s.Check(v.Raw); err != nil {
		t.Fatal(err)
	}
	squeeze := func(s string) string {
		return strings.Map(func(c rune) rune {
			if blank(c) {
				return -1
			}
			return c
		}, s)
	}
	if squeeze(s.Cut(v.Raw)) != squeeze(v.Cut(r)) {
		t.Fatalf("%v cuts %q from the original, %q from the view", r, s.Cut(v.Raw), v.Cut(r))
	}
}

func FuzzView(f *testing.F) {
	for _, s := range []string{"", "\r\n\r\n", "青岚市水厂投产\n青岚市的三座水厂今年陆续完成扩建改造，全市供水能力\r\n\r\n提高一倍。“好。”", "“「‘\"", "）））", "\xff\xfe。\u2028“", "水，" + strings.Repeat("\x94", 300) + "\n\xa2", "## \n#", "😀\u200b。", strings.Repeat("“", 300)} {
		f.Add(s)
	}
	f.Fuzz(check)
}

func TestHardTexts(t *testing.T) {
	for name, raw := range map[string]string{
		"a thousand nested marks":   strings.Repeat("“", 1000) + "水" + strings.Repeat("”", 1000),
		"a thousand open marks":     strings.Repeat("“水", 1000),
		"a megabyte without a stop": strings.Repeat("水", 350_000),
		"a megabyte of brackets":    strings.Repeat(")", 1_000_000),
		"stops before commas":       strings.Repeat("。，\"", 100_000),
		"one character":             strings.Repeat("水水水", 100_000),
		"cut lines":                 strings.Repeat("青岚市的三座水厂今年陆续完成扩建改造，全市供水能力甲乙\n", 20_000),
	} {
		t.Run(name, func(t *testing.T) { check(t, raw) })
	}
}

func BenchmarkNew(b *testing.B) {
	unit := "青岚水务有限公司总经理贺东楼说：“青岚市的三座水厂今年陆续完成扩建改造，全市供水能力提高一倍。”居民满意，水价\n\n不变。\n"
	for _, size := range []int{10_000, 100_000, 1_000_000} {
		raw := strings.Repeat(unit, size/len(unit)+1)[:size/len(unit)*len(unit)]
		b.Run(sizeName(size), func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				if v := New(raw); len(v.Joins) != len(raw)/len(unit) {
					b.Fatalf("%d joins", len(v.Joins))
				}
			}
		})
	}
}

func sizeName(n int) string {
	return map[int]string{10_000: "10KB", 100_000: "100KB", 1_000_000: "1MB"}[n]
}

func TestNear(t *testing.T) {
	v := New(strings.Repeat("水", 2000) + "岸" + strings.Repeat("水", 2000))
	at := Range{Start: 6000, End: 6003}
	whole := Range{Start: 0, End: len(v.Text)}
	near := v.Near(whole, at)
	if !near.Contains(at) || near.Len() > 2*longestContext+3+2*utf8.UTFMax || !utf8.ValidString(v.Cut(near)) {
		t.Errorf("near %v is %v", at, near)
	}
	if got := v.Near(Range{Start: 5997, End: 6006}, at); got != (Range{Start: 5997, End: 6006}) {
		t.Errorf("a short context becomes %v", got)
	}
}
