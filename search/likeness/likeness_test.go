package likeness

import (
	"math"
	"strings"
	"testing"
)

// printedLong is a quote of several clauses, all invented.
const printedLong = "过去三年行业并不景气，很多同行退出了市场。但公司今年业绩很好，营收增长了15.2%，未来将持续加大研发投入。对外界的传言，我们一切以公告为准。"

var relations = []struct {
	name, asked, printed string
	kind                 Kind
	diff                 string // of Altered; see render
}{
	{"the same letters", "我们将继续投资。", "我们将继续投资。", Verbatim, ""},
	{"no text is no text", "", "", Verbatim, ""},

	{"width and script", "營收１５．２億元（ＧＤＰ）", "营收15.2亿元(gdp)", Normalised, ""},
	{"quotation marks and the full stop", "“我们将「继续」投资。”", "我们将继续投资", Normalised, ""},
	{"blanks, line breaks, zero width", "我们 将\n继\u200b续投资", "我们将继续投资", Normalised, ""},
	{"thousands", "投资1,000,000元", "投资1000000元", Normalised, ""},
	{"dashes of a range", "增长5—10个百分点", "增长5~10个百分点", Normalised, ""},
	{"a blank inside an amount", "投资 15.2 亿元", "投资15.2亿元", Normalised, ""},
	{"a question is the same words", "还会涨吗？", "还会涨吗", Normalised, ""},
	{"the apostrophe", "don’t stop", "Dont stop", Normalised, ""},
	{"an ellipsis for nothing", "我们……将继续投资", "我们将继续投资", Normalised, ""},

	{"the point of a number is no punctuation", "公司全年营收是1.5亿元", "公司全年营收是15亿元", Altered, "公司全年营收是[-1.5亿-]{+15亿+}元"},
	{"nor is what joins two numbers", "依据条例第1、2条作出处罚", "依据条例第12条作出处罚", Altered, "依据条例第[-1、2-]{+12+}条作出处罚"},
	{"nor a minus", "全年利润增速为-5%左右", "全年利润增速为5%左右", Altered, "全年利润增速为[--5%-]{+5%+}左右"},
	{"a percent sign is said", "全年利润增长了5%左右", "全年利润增长了5左右", Altered, "全年利润增长了[-5%-]{+5+}左右"},
	{"a star is said", "公司股票简称为*ST青禾", "公司股票简称为ST青禾", Altered, "公司股票简称为[-*-]ST青禾"},

	{"a changed number", "我国人口超过14亿，消费潜力巨大。", "我国人口超过15亿，消费潜力巨大。", Altered, "我国人口超过[-14亿-]{+15亿+}，消费潜力巨大。"},
	{"a multiplier", "项目总投资15.2亿元", "项目总投资15.2万元", Altered, "项目总投资[-15.2亿-]{+15.2万+}元"},
	{"a number of characters", "我国人口超过十四亿，潜力巨大", "我国人口超过十五亿，潜力巨大", Altered, "我国人口超过[-十四亿-]{+十五亿+}，潜力巨大"},
	{"numbers are not read", "我国人口超过14亿，潜力巨大", "我国人口超过十四亿，潜力巨大", Altered, "我国人口超过[-14亿-]{+十四亿+}，潜力巨大"},
	{"a negation dropped", "我们会放弃这个市场", "我们不会放弃这个市场", Altered, "我们{+不+}会放弃这个市场"},
	{"a negation put in", "我们不会放弃这个市场", "我们会放弃这个市场", Altered, "我们[-不-]会放弃这个市场"},
	{"a word swapped, the rest in the other script", "我們將繼續投資貴州", "我们将逐步投资贵州", Altered, "我们将[-繼續-]{+逐步+}投资贵州"},
	{"a clause cut", "要坚持创新驱动，加大研发投入，提升竞争力。", "要坚持创新驱动，提升竞争力。", Altered, "要坚持创新驱动，[-加大研发投入，-]提升竞争力。"},
	{"a clause cut is the whole clause", "要改革，要开放，要发展", "要改革，要发展", Altered, "要改革，[-要开放，-]要发展"},
	{"altered within a longer quote", "公司今年业绩非常好，营收增长了15.2%", printedLong, Altered, "公司今年业绩[-非常-]{+很+}好，营收增长了15.2%"},
	{"a longer text around an altered quote", printedLong, "公司今年业绩非常好，营收增长了15.2%", Altered, "公司今年业绩[-很-]{+非常+}好，营收增长了15.2%"},
	{"words in Latin letters stay whole", "We will keep investing in new plants here", "We will stop investing in new plants here", Altered, "We will [-keep-]{+stop+} investing in new plants here"},

	{"a part", "公司今年业绩很好，营收增长了15.2%", printedLong, PartOf, ""},
	{"a short part", "一切", printedLong, PartOf, ""},
	{"a part with words left out", "公司今年业绩很好……将持续加大研发投入", printedLong, PartOf, ""},
	{"dots for an ellipsis", "很多同行退出了市场...一切以公告为准", printedLong, PartOf, ""},
	{"an ellipsis at either end", "……很多同行退出了市场……", printedLong, PartOf, ""},
	{"pieces out of order", "一切以公告为准……很多同行退出了市场", printedLong, Different, ""},
	{"a piece of one word fits anywhere", "我……的", printedLong, Different, ""},
	{"the end of a number is no part", "投资5亿元", "公司投资15亿元", Different, ""},
	{"nor the end of a number of characters", "四亿人口", "超过十四亿人口", Different, ""},
	{"nor the whole part of one with a fraction", "增长了15", printedLong, Different, ""},
	{"nor a piece of a Latin word", "比ER强", "比ERP强", Different, ""},
	{"marks part two numbers", "一是扩大内需", "增长5%，一是扩大内需", PartOf, ""},

	{"a trimmed version", printedLong, "公司今年业绩很好，营收增长了15.2%", Contains, ""},
	{"trimmed, with an ellipsis printed", printedLong, "公司今年业绩很好……一切以公告为准", Contains, ""},
	{"two words are no version", printedLong, "一切", Different, ""},

	{"short texts must be exact", "会议召开", "会议结束", Different, ""},
	{"short texts, a negation", "会放弃吗", "不放弃吗", Different, ""},
	{"short words with little in common", "坚持", "继续", Different, ""},
	{"another sentence on the topic", "今年新能源汽车销量有望突破一千万辆，出口继续增长。", "新能源汽车产业竞争激烈，部分企业面临出口压力。", Different, ""},
	{"another answer to the same question", "我们认为房地产市场总体平稳，风险可控。", "房地产市场仍在调整，我们将因城施策，稳定预期。", Different, ""},
	{"one shared name in a long text", "青禾果业董事长表示将扩大出口", printedLong + "青禾果业董事长没有到场，也没有回应记者的提问。", Different, ""},
	{"marks alone are no words", "。", "！", Different, ""},
	{"marks alone are no part", "……", "我们将继续投资", Different, ""},
}

func TestCompare(t *testing.T) {
	for _, tt := range relations {
		t.Run(tt.name, func(t *testing.T) {
			r := Compare(tt.asked, tt.printed)
			if r.Kind != tt.kind {
				t.Fatalf("%v (%.2f), want %v", r.Kind, r.Similarity, tt.kind)
			}
			if got := render(r.Diff); got != tt.diff {
				t.Errorf("diff %s, want %s", got, tt.diff)
			}
		})
	}
}

// TestCompareBackwards: what is altered or different is so from either side; only
// a short part is no trimmed version.
func TestCompareBackwards(t *testing.T) {
	for _, tt := range relations {
		if tt.kind > Altered {
			continue
		}
		back := Compare(tt.printed, tt.asked).Kind
		if back != tt.kind && back != PartOf {
			t.Errorf("%s: %v, backwards %v", tt.name, tt.kind, back)
		}
		if back == PartOf && len([]rune(tt.printed)) >= shortest {
			t.Errorf("%s: %v, yet a part backwards", tt.name, tt.kind)
		}
	}
}

func TestSimilarity(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       float64
	}{
		{"one word of ten changed", "春夏秋冬山川湖海风云", "春夏秋冬山川湖海风雨", 0.9},
		{"a number is one word", "春夏秋冬山川湖海风15.2亿", "春夏秋冬山川湖海风1.52亿", 0.9},
		{"a negation dropped from ten", "我们不会放弃这个市场", "我们会放弃这个市场", 18. / 19},
		{"one of three clauses cut", "春夏秋冬，山川湖海，风云雨雪", "春夏秋冬，风云雨雪", 0.8},
		{"strays do not count", "春夏的秋冬", "山川的湖海", 0},
	} {
		if got := Compare(tt.a, tt.b).Similarity; math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %f, want %f", tt.name, got, tt.want)
		}
	}
}

// render writes a diff in one line: 14亿 becomes 15亿 as [-14亿-]{+15亿+}.
func render(diff []Edit) string {
	var b strings.Builder
	for _, e := range diff {
		switch e.Op {
		case Equal:
			b.WriteString(e.Text)
		case Delete:
			b.WriteString("[-" + e.Text + "-]")
		case Insert:
			b.WriteString("{+" + e.Text + "+}")
		}
	}
	return b.String()
}

func TestWhereItStands(t *testing.T) {
	const altered = "公司今年业绩非常好，营收增长了15.2%"
	for _, tt := range []struct {
		name, asked, printed     string
		askedPart, printedPart   string
		pieces                   []string
		piecesStandInTheAskedOne bool
	}{
		{"a part, without the marks around it", "營收增長了15.2%。", printedLong,
			"營收增長了15.2%。", "营收增长了15.2%", []string{"营收增长了15.2%"}, false},
		{"pieces, as close together as they stand", "我们……投资", "我们认为，我们将在贵州投资，也在四川投资",
			"我们……投资", "我们将在贵州投资", []string{"我们", "投资"}, false},
		{"a trimmed version", printedLong, "公司今年业绩很好……一切以公告为准",
			"公司今年业绩很好，营收增长了15.2%，未来将持续加大研发投入。对外界的传言，我们一切以公告为准", "公司今年业绩很好……一切以公告为准",
			[]string{"公司今年业绩很好", "一切以公告为准"}, true},
		{"an altered part", altered, printedLong, altered, "公司今年业绩很好，营收增长了15.2%", nil, false},
		{"changed at its beginning", "明年研发投入将继续加大力度，一切以公告为准", "他说，今年研发投入将继续加大力度，一切以公告为准。此外没有更多可以透露的消息，请大家耐心等待公司的公告。",
			"明年研发投入将继续加大力度，一切以公告为准", "今年研发投入将继续加大力度，一切以公告为准", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := Compare(tt.asked, tt.printed)
			if got := r.Asked.In(tt.asked); got != tt.askedPart {
				t.Errorf("asked %q, want %q", got, tt.askedPart)
			}
			if got := r.Printed.In(tt.printed); got != tt.printedPart {
				t.Errorf("printed %q, want %q", got, tt.printedPart)
			}
			longer := tt.printed
			if tt.piecesStandInTheAskedOne {
				longer = tt.asked
			}
			var pieces []string
			for _, p := range r.Pieces {
				pieces = append(pieces, p.In(longer))
			}
			if got, want := strings.Join(pieces, "|"), strings.Join(tt.pieces, "|"); got != want {
				t.Errorf("pieces %q, want %q", got, want)
			}
		})
	}
}

// TestPiecesFarApart: what stands a chapter apart was not said in one breath.
func TestPiecesFarApart(t *testing.T) {
	const asked = "扩大内需……稳定外贸"
	near := "扩大内需" + strings.Repeat("天", maxLeft) + "稳定外贸"
	far := "扩大内需" + strings.Repeat("天", maxLeft+1) + "稳定外贸"
	if r := Compare(asked, near); r.Kind != PartOf {
		t.Errorf("%d words apart: %v", maxLeft, r.Kind)
	}
	if r := Compare(asked, far); r.Kind != Different {
		t.Errorf("%d words apart: %v", maxLeft+1, r.Kind)
	}
	if r := Compare(asked, far+near); r.Kind != PartOf || len(r.Pieces) != 2 || r.Pieces[0].Start != len(far) {
		t.Errorf("the near pair behind the far one: %v at %v", r.Kind, r.Pieces)
	}
}
