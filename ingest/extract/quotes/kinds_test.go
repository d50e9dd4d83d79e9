package quotes

import (
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/text"
)

// The kinds of mistakes that were found by reading newspapers, each with the
// trap beside the plain case. docs/quotes.md counts them.

func TestStopsOutsideTheMark(t *testing.T) {
	const d, in = "direct", "indirect"
	run(t, []saidCase{
		{"the cue behind a stop outside the mark", "“越是缺水的时候，越要把水管好”。贺东楼说，水价不会涨。", []said{{d, "贺东楼", "越是缺水的时候，越要把水管好"}, {in, "贺东楼", "水价不会涨"}}},
		{"one cue for the sentence before and the one behind", "“越是缺水的时候，越要把水管好”。贺东楼说：“水价也不会涨。”", []said{{d, "贺东楼", "越是缺水的时候，越要把水管好|水价也不会涨。"}}},
		{"an attribution alone behind a sentence that goes on from a term", "草案列入“一户一表”，“让每一户都知道自己用了多少水”。贺东楼说。", []said{{d, "贺东楼", "让每一户都知道自己用了多少水"}}},
		{"a pronoun's sentence in marks", "贺东楼说，水压已经稳了。“我劝大家不要存水，要相信水厂”。", []said{{in, "贺东楼", "水压已经稳了"}, {d, "贺东楼", "我劝大家不要存水，要相信水厂"}}},
		{"a term before a stop", "水厂要做到“水清城美”。贺东楼说，水价不会涨。", []said{{in, "贺东楼", "水价不会涨"}}},
	})
}

func TestPairsInARow(t *testing.T) {
	const d = "direct"
	run(t, []saidCase{
		{"the second pair behind a comma has the first one's speaker", "苏映雪曾评价，“青岚的水是最好喝的水”，“水厂的人也都很尽心”。", []said{{d, "苏映雪", "青岚的水是最好喝的水"}, {d, "苏映雪", "水厂的人也都很尽心"}}},
		{"terms in a row are none", "水厂做到“水表全更新”，“管网全覆盖”，贺东楼很满意。", nil},
	})
}

func TestUnknownSpeakers(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"a body the links lack", "禾丰县卫生健康委表示，饮水安全检查明年还会再做一次。", []said{{in, "禾丰县卫生健康委", "饮水安全检查明年还会再做一次"}}},
		{"a firm without a suffix", "霁川重工指出，新水泵明年还会再降价一次。", []said{{in, "霁川重工", "新水泵明年还会再降价一次"}}},
		{"a word of the dictionary is no body", "历史经验表示，水厂明年应该再扩建一期。", nil},
		{"该局 is the body of that kind named last", "青岚市水利局检查了水厂。该局表示，水厂明年再扩建一期。", []said{{in, "青岚市水利局", "水厂明年再扩建一期"}}},
		{"该协会 needs an association", "青岚市水利局检查了水厂。该协会表示，水厂明年再扩建一期。", nil},
		{"a side in a dispute", "警方称，水厂的围墙昨夜被人推倒了。", []said{{in, "警方", "水厂的围墙昨夜被人推倒了"}}},
		{"a meeting decides, it does not speak", "青岚大学召开会议强调，节水工作必须年年抓下去。", nil},
		{"one of a department", "青岚水务集团外贸部杜若衡表示，水表明年出口到三个国家。", []said{{in, "杜若衡", "水表明年出口到三个国家"}}},
		{"one of a village", "“水厂扩建完成了。”青岚镇临溪村人杜若衡3日在接受记者采访时说。", []said{{"direct", "杜若衡", "水厂扩建完成了。"}}},
		{"a rare surname behind a title", "投资总监归凯岚认为，水务股明年还会再涨一轮。", []said{{in, "归凯岚", "水务股明年还会再涨一轮"}}},
		{"an adverb behind a title is no name", "投资总监坦率认为，水务股明年还会再涨一轮。", []said{{in, "投资总监", "水务股明年还会再涨一轮"}}},
		{"an adverb of four characters behind a name", "临桑机械厂副厂长满连舟不无自豪地说，水泵明年还会再降价一次。", []said{{in, "满连舟", "水泵明年还会再降价一次"}}},
		{"a name behind what describes him", "来自临溪的杜若衡说，水厂明年还会再扩建一期。", []said{{in, "杜若衡", "水厂明年还会再扩建一期"}}},
		{"a foreign name alone", "塔洛夫斯基预计，水价明年还会再涨一成。", []said{{in, "塔洛夫斯基", "水价明年还会再涨一成"}}},
		{"a foreign name with its own letters", "资深经纪人柳尔维(Tom Lurvey)表示，水价明年还会再涨一成。", []said{{in, "柳尔维", "水价明年还会再涨一成"}}},
		{"发表电视讲话 is no dateline", "总统莫塔洛30日发表电视讲话称，水厂明年再扩建一期。", []said{{in, "莫塔洛", "水厂明年再扩建一期"}}},
		{"a name between a department and a title", "“水厂扩建完成了。”青岚大学水利系杜若衡教授表示。", []said{{"direct", "杜若衡", "水厂扩建完成了。"}}},
		{"a woman's two surnames", "陈郑晓岚当日会见传媒时指出，水厂明年再扩建一期。", []said{{in, "陈郑晓岚", "水厂明年再扩建一期"}}},
		{"words that are no speaker", "这样的话，诸如：“水是最要紧的东西，一天也离不了。”", []said{{"direct", "", "水是最要紧的东西，一天也离不了。"}}},
		{"what a man does with his hands is no speaker", "握着老人的手说“别怕，水马上就来！”", nil},
		{"hearsay", "苏映雪赶到水厂时，有消息称，水厂明年再扩建一期。", nil},
		{"kin without 的", "贺东楼父亲说，水厂明年再扩建一期。", []said{{in, "贺东楼父亲", "水厂明年再扩建一期"}}},
		{"speech that may be", "有人可能会说，“水厂不应该再扩建了，够用就行。”", nil},
	})
}

func TestWhoIsMeant(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"a bare title is its holder", "青岚大学教授欧阳听雨来到水厂。教授指出，水厂的水质比去年更好了。", []said{{in, "欧阳听雨", "水厂的水质比去年更好了"}}},
		{"他们 are the people the sentence starts with", "外地游客高度评价水厂，他们表示，青岚的水比家里的好喝。", []said{{in, "外地游客", "青岚的水比家里的好喝"}}},
		{"他 is no body", "青岚水务集团表示，水价三年不变。他还表示，水厂明年再扩建。", []said{{in, "青岚水务集团有限公司", "水价三年不变"}}},
		{"one who is spoken to is passed over", "日前，国家相关部门向媒体透露，水价条例有望在年内出台。", []said{{in, "国家相关部门", "水价条例有望在年内出台"}}},
		{"the one with a form of address at the sentence's head", "苏映雪说，水压已经稳了。黄先生站在窗口，他回忆说：“以前一到夏天就停水。”", []said{{in, "苏映雪", "水压已经稳了"}, {"direct", "黄先生", "以前一到夏天就停水。"}}},
		{"a subject in the clause before", "贺东楼拨通电话，“我喊他们马上关上阀门，停水检查。”", []said{{"direct", "贺东楼", "我喊他们马上关上阀门，停水检查。"}}},
		{"a verb with whom it is said to", "“你欠下的水费，要按约定的时间还清。”贺东楼告诫苏映雪。", []said{{"direct", "贺东楼", "你欠下的水费，要按约定的时间还清。"}}},
	})
}

func TestReportsRunOn(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"a person goes on in a sentence with no sign", "贺东楼介绍，水厂每天检查三次。一经发现异常，立即停水。", []said{{in, "贺东楼", "水厂每天检查三次。一经发现异常，立即停水"}}},
		{"a body goes on where it says what will be", "青岚市水利局表示，水厂要从建设转向管理。青岚将通过改造管网，让水更清。", []said{{in, "青岚市水利局", "水厂要从建设转向管理。青岚将通过改造管网，让水更清"}}},
		{"a body's facts are the reporter's", "青岚市水利局表示，水厂要从建设转向管理。全市现有水厂三座。", []said{{in, "青岚市水利局", "水厂要从建设转向管理"}}},
		{"the reporter tells when", "贺东楼介绍，水厂每天检查三次。2030年底，水厂停过一次水。", []said{{in, "贺东楼", "水厂每天检查三次"}}},
		{"somebody else is named", "贺东楼介绍，水厂每天检查三次。苏映雪每次都到场。", []said{{in, "贺东楼", "水厂每天检查三次"}}},
		{"others begin the sentence", "贺东楼介绍，水厂每天检查三次。居民反应热烈。", []said{{in, "贺东楼", "水厂每天检查三次"}}},
		{"between two reports of one speaker all is his", "贺东楼指出，水厂每天检查三次。苏映雪每次都到场。贺东楼强调，水质不能放松。", []said{{in, "贺东楼", "水厂每天检查三次。苏映雪每次都到场"}, {in, "贺东楼", "水质不能放松"}}},
	})
}

func TestTraditionalCues(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"指 with a comma is speech", "「水壓穩了。」賀先生指，水廠明年再擴建一期。", []said{{"direct", "賀先生", "水壓穩了。"}, {in, "賀先生", "水廠明年再擴建一期"}}},
		{"an index is none", "恒指，昨日收市報兩萬點，升一百點。", nil},
		{"double corner marks", "『我們會全力配合水廠擴建。』賀先生說。", []said{{"direct", "賀先生", "我們會全力配合水廠擴建。"}}},
	})
}

func TestEmployersAsPrinted(t *testing.T) {
	tests := []struct{ name, who, speaker, title, org string }{
		{"an office the links lack", "禾丰县公路管理局相关负责人", "禾丰县公路管理局相关负责人", "相关负责人", "禾丰县公路管理局"},
		{"a short name", "霁川的一位分析师", "霁川的一位分析师", "分析师", "霁川"},
		{"where he worked once is no employer", "一位曾在临桑机械厂工作过的工程师", "一位曾在临桑机械厂工作过的工程师", "工程师", ""},
		{"a body without a name is none", "某水务公司负责人", "某水务公司负责人", "负责人", ""},
		{"nor is a trade", "行业分析师", "行业分析师", "分析师", ""},
		{"a note in brackets is no part of a title", "青岚大学水利研究所（以下简称“水研所”）负责人", "青岚大学水利研究所（以下简称“水研所”）负责人", "负责人", "青岚大学"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New("“水厂扩建完成了，大家放心。”" + tt.who + "说。")
			got := spoken(v)
			if len(got) != 1 {
				t.Fatalf("%d quotes", len(got))
			}
			if d := gocmp.Diff([]string{tt.speaker, tt.title, tt.org}, []string{got[0].SpeakerText, got[0].Title, got[0].Organization}); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestVoicesWithoutAVerb(t *testing.T) {
	const d = "direct"
	run(t, []saidCase{
		{"behind an adjunct", "“水厂扩建完成了，大家放心。”在投产仪式上，贺东楼难掩激动。", []said{{d, "贺东楼", "水厂扩建完成了，大家放心。"}}},
		{"behind an age", "“水压稳了，水也比过去清了。”80岁的杜若衡是厂里的老工人。", []said{{d, "杜若衡", "水压稳了，水也比过去清了。"}}},
		{"behind what he looks at", "“每次停水之前都要先通知大家。”说起停水的事，贺东楼有一套办法。", []said{{d, "贺东楼", "每次停水之前都要先通知大家。"}}},
		{"the holder of a bare title", "青岚大学教授欧阳听雨来到水厂。“大家都喝这里的水，都要护好这里的水。”教授带头捡起垃圾。", []said{{d, "欧阳听雨", "大家都喝这里的水，都要护好这里的水。"}}},
		{"somebody without a name", "“水压稳了，水也比过去清了。”一位居民高兴得直拍手。", []said{{d, "一位居民", "水压稳了，水也比过去清了。"}}},
		{"an age alone is nobody", "“水压稳了，水也比过去清了。”80岁的老厂房拆了。", nil},
		{"he who is named before the quotation", "苏映雪说，水厂很重要。贺东楼听了很受鼓舞。“水厂扩建完成了。”他说，“水压也稳了。”", []said{{"indirect", "苏映雪", "水厂很重要"}, {d, "贺东楼", "水厂扩建完成了。|水压也稳了。"}}},
		{"a few words that a later verb introduces", "“水厂要办好，作风必须过硬。”贺东楼上任以来一直抓作风，从提出“水清城美”，到检查每一个水表。", []said{{d, "贺东楼", "水厂要办好，作风必须过硬。"}}},
	})
}
