package names

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
)

var letters = map[store.EntityKind]string{store.Person: "P", store.Company: "C", store.Organization: "O", store.Project: "J"}

// found gives what Find finds in s as "P 卫成蹊", in the order of the text.
func found(s string) []string {
	v := text.New(s)
	out := []string{}
	for _, m := range Find(v) {
		out = append(out, letters[m.Kind]+" "+v.Cut(m.Range))
	}
	return out
}

type nameCase struct {
	teaches string
	text    string
	want    string // "C 青禾集团 | P 卫成蹊"
}

func check(t *testing.T, cases []nameCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.teaches, func(t *testing.T) {
			want := []string{}
			if c.want != "" {
				want = strings.Split(c.want, " | ")
			}
			if d := gocmp.Diff(want, found(c.text)); d != "" {
				t.Errorf("%s\n%s", c.text, d)
			}
		})
	}
}

func TestFirms(t *testing.T) {
	check(t, []nameCase{
		{"a legal form ends a firm's name", "昨日，沂川青禾果业有限公司开工。", "C 沂川青禾果业有限公司"},
		{"two firms of one name and two places are two", "青禾通道运营沂川有限公司与青禾通道运营远屿有限公司签约。",
			"C 青禾通道运营沂川有限公司 | C 青禾通道运营远屿有限公司"},
		{"a place in a bracket belongs", "青禾果业（北京）有限公司宣布停产。", "C 青禾果业（北京）有限公司"},
		{"a reporter's bracket does not", "沂川4月1日电(卫成蹊)青禾果业有限公司宣布停产。", "P 卫成蹊 | C 青禾果业有限公司"},
		{"a 、 divides firms", "岚汀集团、青禾果业有限公司出资。", "C 岚汀集团 | C 青禾果业有限公司"},
		{"和 divides firms", "南山牧场和青禾果业有限公司出资。", "C 青禾果业有限公司"},
		{"a noun of the sentence stays outside", "施工单位青禾建工有限公司进场。", "C 青禾建工有限公司"},
		{"a verb the dictionary calls a noun stays outside", "代表团在北京会见青禾果业公司负责人。", "C 青禾果业公司"},
		{"a foreign country stays outside", "美国弗莱克斯公司宣布停产。", "C 弗莱克斯公司"},
		{"a date's last character stays outside", "他15日到青禾集团调研。", "C 青禾集团"},
		{"a branch keeps the firm before it", "青禾建工公司远屿分公司开业。", "C 青禾建工公司远屿分公司"},
		{"a party branch inside a firm is the firm", "青禾建工有限公司党总支开会。", "C 青禾建工有限公司"},
		{"that firm, the parent, the group: no names", "该公司说，集团和子公司都盈利，上市公司也一样。", ""},
		{"a trade alone is no firm", "智能汽车和生物科技，工伤保险，私募基金。", ""},
		{"a workshop or layout is none", "代工厂和加工厂重构了空间新格局。", ""},
		{"a short name that a bracket declares", "青禾岚汀果业有限公司（以下简称“禾汀”）停产，禾汀称无力还债。", "C 青禾岚汀果业有限公司 | C 禾汀 | C 禾汀"},
		{"the core of a legal name", "杭州岚汀果业有限公司停产。岚汀果业称无力还债。", "C 杭州岚汀果业有限公司 | C 岚汀果业"},
		{"a bare name with a firm's post behind it", "岚汀总裁卫成蹊说，岚汀不缺钱。", "C 岚汀 | P 卫成蹊 | C 岚汀"},
		{"a bare name with a share code", "岚汀科技（600999.SH）涨停。", "C 岚汀科技"},
		{"a law about firms is none", "修订公司法，办理银行卡，大学生就业。", ""},
	})
}

func TestBodies(t *testing.T) {
	check(t, []nameCase{
		{"和 stands inside a body's name", "山东省工业和信息化厅通报。", "O 山东省工业和信息化厅"},
		{"a list of provinces is no body", "北京市、浙江省、商务部出席。", "O 商务部"},
		{"a body of a town", "他到了浙江省杭州市生态环境局。", "O 浙江省杭州市生态环境局"},
		{"authorities without a name are none", "有关部门和当地政府介入。", ""},
		{"a layout is no bureau", "形成新的发展格局，完善产业布局。", ""},
	})
}

func TestPeople(t *testing.T) {
	check(t, []nameCase{
		{"a title before a name", "董事长卫成蹊参加了会议。", "P 卫成蹊"},
		{"the name's last character begins no verb", "总经理谢丹建言，应当开放。", "P 谢丹"},
		{"no person 向总", "他们向总书记报告。", ""},
		{"doubled characters that are right", "市长长沙调研。", ""},
		{"a verb of speech behind", "柏知秋说，今年不错。", "P 柏知秋"},
		{"a list of people", "董事长卫成蹊、柏知秋和陆明远出席。", "P 卫成蹊 | P 柏知秋 | P 陆明远"},
		{"once sure, found everywhere", "董事长卫成蹊到场。会后卫成蹊离开。", "P 卫成蹊 | P 卫成蹊"},
		{"a foreign name with a dot", "总裁阿曼达·科瓦奇表示，科技重要。", "P 阿曼达·科瓦奇"},
		{"a dot in a book's name is no person", "《寻古·东方》播出。", ""},
		{"a foreign name without a dot behind a title", "总统米哈连科7日说，局势稳定。", "P 米哈连科"},
		{"a name in Latin letters behind a title", "首席执行官Amara Velling表示看好。", "P Amara Velling"},
		{"a compound surname", "教授欧阳知秋认为可行。", "P 欧阳知秋"},
		{"a withheld name", "卫某被起诉。", "P 卫某"},
		{"only the middle withheld", "卫某国、李某华因失火被刑事拘留。", "P 卫某国 | P 李某华"},
		{"what a withheld name has is no part of it", "赵某在家，孙某家中失火，钱某奔赴现场。", "P 赵某 | P 孙某 | P 钱某"},
		{"a rare last character before a verb", "医生贺子超认为不行。贺子超理解大家。", "P 贺子超 | P 贺子超"},
		{"a verb that begins like a name", "王伟强调，今年不错。", "P 王伟"},
		{"a byline with two names and a blank", "本报记者 卫成蹊 柏知秋\n昨日，雨停了，路通了，车也开了。", "P 卫成蹊 | P 柏知秋"},
		{"a credit line at the end", "昨日，雨停了，路通了。\n实习记者卫成蹊", "P 卫成蹊"},
		{"a name that heads clause after clause", "邱建华没有走。邱建华又回来了。邱建华身负重伤。", "P 邱建华 | P 邱建华 | P 邱建华"},
		{"a dateline's names run together", "中新网沂川4月1日电 (卫成蹊柏知)昨日，雨停了。", "O 中新网 | P 卫成蹊 | P 柏知"},
		{"a reporter's bracket", "本报北京4月1日电  （记者卫成蹊、柏知秋）昨日，雨停了。", "P 卫成蹊 | P 柏知秋"},
		{"a correspondent of the same line", "本报讯（记者 卫成蹊 通讯员 柏知秋）昨日，雨停了。", "P 卫成蹊 | P 柏知秋"},
		{"what 记者 learns is no name", "本报记者获悉，雨停了。", ""},
	})
}

func TestLatinBrandIsNoPerson(t *testing.T) {
	for _, name := range found("他买了New Balance跑鞋。") {
		if strings.HasPrefix(name, "P ") {
			t.Error(name)
		}
	}
}

// posts gives title and employer of the first person.
func posts(s string) [3]string {
	v := text.New(s)
	for _, m := range Find(v) {
		if m.Kind == store.Person {
			return [3]string{v.Cut(m.Range), v.Cut(m.Title), v.Cut(m.Employer)}
		}
	}
	return [3]string{}
}

func TestPosts(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          [3]string
	}{
		{"employer, title, name", "沂川青禾集团董事长卫成蹊说，好。", [3]string{"卫成蹊", "董事长", "沂川青禾集团"}},
		{"several titles", "青禾集团党委书记、董事长卫成蹊说，好。", [3]string{"卫成蹊", "党委书记、董事长", "青禾集团"}},
		{"a department belongs to the title", "青禾煤矿有限公司机电部部长卫成蹊说，好。", [3]string{"卫成蹊", "机电部部长", "青禾煤矿有限公司"}},
		{"the firm, and 公司 for it", "青禾集团昨日开会。公司财务总监卫成蹊说，好。", [3]string{"卫成蹊", "财务总监", "青禾集团"}},
		{"该行 is the bank, not the firm named last", "青禾银行与岚汀公司签约。该行行长卫成蹊说，好。", [3]string{"卫成蹊", "行长", "青禾银行"}},
		{"集团 is the group", "青禾集团与岚汀公司签约。集团总裁卫成蹊说，好。", [3]string{"卫成蹊", "总裁", "青禾集团"}},
		{"a former post", "青禾集团前总裁卫成蹊说，好。", [3]string{"卫成蹊", "前总裁", "青禾集团"}},
		{"a post of that time", "时任青禾集团总裁卫成蹊说，好。", [3]string{"卫成蹊", "总裁", "青禾集团"}},
		{"a title behind the name", "卫成蹊教授说，好。", [3]string{"卫成蹊", "教授", ""}},
		{"a mayor's employer is the place", "浙江省杭州市市长卫成蹊说，好。", [3]string{"卫成蹊", "市长", "浙江省杭州市"}},
		{"what the clause behind says", "妻子柏知秋是青禾煤矿的一名调度员，她住在杭州。柏知秋说，好。", [3]string{"柏知秋", "调度员", "青禾煤矿"}},
		{"a body that begins with a firm, in the clause behind", "妻子柏知秋是杭州青禾煤业集团供电服务中心的一名调度员。柏知秋说，好。", [3]string{"柏知秋", "调度员", "杭州青禾煤业集团供电服务中心"}},
		{"what he was once", "妻子柏知秋是青禾煤矿的首任矿长，后来退休。柏知秋说，好。", [3]string{"柏知秋", "", ""}},
		{"what another is", "妻子柏知秋是总裁的朋友。柏知秋说，好。", [3]string{"柏知秋", "", ""}},
		{"a relation is no title", "妻子柏知秋是青禾煤矿的一名调度员，能理解他。柏知秋说，好。", [3]string{"柏知秋", "调度员", "青禾煤矿"}},
		{"a word in marks before the title", "沂川青禾集团“85后”总裁卫成蹊说，好。", [3]string{"卫成蹊", "总裁", "沂川青禾集团"}},
		{"the firm's name in other letters before the title", "沂川青禾集团(Qinghe Group)的全球品牌总监卫成蹊说，好。", [3]string{"卫成蹊", "全球品牌总监", "沂川青禾集团"}},
		{"the head of a group that is named", "杭州市新型肺炎救治专家组组长、青禾大学教授卫成蹊说，好。", [3]string{"卫成蹊", "组长、青禾大学教授", "杭州市新型肺炎救治专家组"}},
		{"the head of a group that is not", "专家组组长卫成蹊说，好。", [3]string{"卫成蹊", "专家组组长", ""}},
		{"a reporter's employer is the agency of the dateline", "中新社北京4月1日电 (记者 卫成蹊)昨日，雨停了。", [3]string{"卫成蹊", "记者", "中新社"}},
		{"a reporter without agency", "本报记者 卫成蹊\n昨日，雨停了，路通了，车也开了。", [3]string{"卫成蹊", "记者", ""}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if d := gocmp.Diff(c.want, posts(c.text)); d != "" {
				t.Errorf("%s\n%s", c.text, d)
			}
		})
	}
}

func TestProjects(t *testing.T) {
	check(t, []nameCase{
		{"a quoted name with 工程", "“东干渠提升”工程开工。", "J “东干渠提升”工程"},
		{"a kind of base is none", "六大产业基地和重点项目。", ""},
		{"a quoted number with 项目", "“1579”项目开工。", "J “1579”项目"},
		{"a quarter's plan is none", "完成第一季度计划。", ""},
		{"a line of a works is none", "杭州工厂生产线投产。", ""},
		{"a power station", "沂川水电站投产。", "J 沂川水电站"},
	})
}

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
		"總裁暨執行長Amara Velling", strings.Repeat("公司", 300), "“”工程《》·（）记者\xff\xfe、", "（简称", "0" + strings.Repeat("\x89", 40), "\xa5", "记者记者记者卫成蹊"} {
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
