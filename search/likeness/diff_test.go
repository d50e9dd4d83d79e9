package likeness

import (
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"nothing", "", "", ""},
		{"the same", "继续投资。", "继续投资。", "继续投资。"},
		{"script and width are no change", "繼續投資１０億元", "继续投资10亿元", "继续投资10亿元"},
		{"marks are no change", "“继续”，投资", "继续投资！", "继续投资！"},
		{"marks alone", "。", "！", "！"},
		{"words for marks", "。", "继续", "[-。-]{+继续+}"},
		{"all new", "", "继续。", "{+继续。+}"},
		{"all gone", "继续。", "", "[-继续。-]"},
		{"nothing in common", "继续", "停止", "[-继续-]{+停止+}"},
		{"a number whole", "增长15.2亿元", "增长15.3亿元", "增长[-15.2亿-]{+15.3亿+}元"},
		{"a percentage whole", "增长5%左右", "增长5.5%左右", "增长[-5%-]{+5.5%+}左右"},
		{"a date by its parts", "2023年5月", "2024年5月", "[-2023-]{+2024+}年5月"},
		{"a Latin word whole", "用ERP管理", "用CRM管理", "用[-ERP-]{+CRM+}管理"},
		{"a family whole", "好👨‍👩‍👧啊", "好👨‍👩‍👦啊", "好[-👨‍👩‍👧-]{+👨‍👩‍👦+}啊"},
		{"a thumb with its skin", "好👍🏻啊", "好👍🏿啊", "好[-👍🏻-]{+👍🏿+}啊"},
		{"a flag whole", "去🇨🇳了", "去🇨🇱了", "去[-🇨🇳-]{+🇨🇱+}了"},
		{"an accent with its letter", "caf\u0065\u0301 好", "cafe 好", "[-caf\u0065\u0301-]{+cafe+} 好"},
		{"a character outside the basic plane", "去𠮷野家", "去吉野家", "去[-𠮷-]{+吉+}野家"},
		{"the marks around a changed word stay", "他说“继续”。", "他说“停止”。", "他说“[-继续-]{+停止+}”。"},
		{"a clause goes with its comma", "要改革，要开放，要发展", "要改革，要发展", "要改革，[-要开放，-]要发展"},
		{"a clause at the beginning", "要改革，要开放", "要开放", "[-要改革，-]要开放"},
		{"a clause at the end", "要改革，要开放", "要改革", "要改革[-要开放-]"},
		{"a quoted word put in goes with its marks", "他说好，走", "他说“很”好，走", "他说{+“很”+}好，走"},
		{"a stray 的 is no match", "小明的书", "老王的笔", "[-小明的书-]{+老王的笔+}"},
		{"a short match between short changes stays", "我们会一直加大投入", "我们将一直减少投入", "我们[-会-]{+将+}一直[-加大-]{+减少+}投入"},
		{"bytes that are not UTF-8", "继\xff续", "继\xff\xfe续", "继{+\xff+}\xfe续"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Diff(tt.a, tt.b)
			if line := render(got); line != tt.want {
				t.Errorf("%s, want %s", line, tt.want)
			}
			checkDiff(t, got, tt.a, tt.b)
		})
	}
}

// checkDiff checks that edits leave nothing out of either text, cut what they say,
// and take turns.
func checkDiff(t *testing.T, diff []Edit, a, b string) {
	t.Helper()
	var endA, endB Span
	var applied strings.Builder
	for i, e := range diff {
		checkSpan(t, e.A, a)
		checkSpan(t, e.B, b)
		if between(endA, e.A) != (Span{e.A.Start, e.A.Start, e.A.RuneStart, e.A.RuneStart}) ||
			between(endB, e.B) != (Span{e.B.Start, e.B.Start, e.B.RuneStart, e.B.RuneStart}) {
			t.Fatalf("edit %d, %+v: does not go on where the last one ended, %v %v", i, e, endA, endB)
		}
		endA, endB = after(e.A), after(e.B)
		want := e.B.In(b)
		switch e.Op {
		case Delete:
			want = e.A.In(a)
			if e.B.Start != e.B.End {
				t.Fatalf("edit %d deletes and takes %q of the second text", i, want)
			}
		case Insert:
			if e.A.Start != e.A.End {
				t.Fatalf("edit %d inserts and takes %q of the first text", i, e.A.In(a))
			}
			fallthrough
		case Equal:
			applied.WriteString(e.Text)
		}
		if e.Text != want {
			t.Fatalf("edit %d says %q and cuts %q", i, e.Text, want)
		}
		if i > 0 && diff[i-1].Op >= e.Op && (e.Op == diff[i-1].Op || e.Op != Equal) {
			t.Fatalf("edit %d, %v, follows %v", i, e.Op, diff[i-1].Op)
		}
		if e.Op == Equal && Compare(e.A.In(a), e.B.In(b)).Kind < Normalised && hasWords(e.A.In(a)+e.B.In(b)) {
			t.Fatalf("edit %d calls %q and %q equal", i, e.A.In(a), e.B.In(b))
		}
	}
	if endA.End != len(a) || endB.End != len(b) || applied.String() != b {
		t.Fatalf("the edits end at %v of %d, %v of %d, and make %q of %q", endA, len(a), endB, len(b), applied.String(), b)
	}
}

func hasWords(s string) bool { return len(new(interner).wording(s).ids) > 0 }

// checkSpan checks that bytes and code points of a span agree and lie in text.
func checkSpan(t *testing.T, s Span, text string) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		t.Fatalf("%+v of %d bytes", s, len(text))
	}
	if len([]rune(text[:s.Start])) != s.RuneStart || len([]rune(s.In(text))) != s.RuneEnd-s.RuneStart {
		t.Fatalf("%+v: %q stands at other code points", s, s.In(text))
	}
}

// TestDiffOfLongTexts: what was changed far apart is found where it is, however
// much was changed.
func TestDiffOfLongTexts(t *testing.T) {
	clauses := make([]string, 400)
	for i := range clauses {
		clauses[i] = numbered(i)
	}
	a := strings.Join(clauses, "，")
	for i := 0; i < len(clauses); i += 3 {
		clauses[i] = "改写" + clauses[i]
	}
	b := strings.Join(append(clauses[:200:200], clauses[260:]...), "，")
	diff := Diff(a, b)
	checkDiff(t, diff, a, b)
	inserted, deleted := 0, 0
	for _, e := range diff {
		switch {
		case e.Op == Insert && e.Text == "改写":
			inserted++
		case e.Op == Delete && strings.HasPrefix(e.Text, numbered(200)) && strings.HasSuffix(e.Text, numbered(259)+"，"):
			deleted++
		case e.Op != Equal:
			t.Errorf("%v %q", e.Op, e.Text)
		}
	}
	if inserted != 114 || deleted != 1 {
		t.Errorf("%d insertions and %d deletions, want 114 and 1", inserted, deleted)
	}
}

// numbered is a clause of twelve characters that no other number has.
func numbered(i int) string {
	const chars = "春夏秋冬山川湖海风云雨雪花鸟鱼虫"
	var b strings.Builder
	for n := 0; n < 12; n++ {
		b.WriteRune([]rune(chars)[(i>>(n%3*4)+n*n*i)&15])
	}
	return b.String()
}
