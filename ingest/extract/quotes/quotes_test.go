package quotes

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/fold"
)

// cast is who the tests' articles name. Every place where a form stands is a
// mention, the longest form first.
var cast = []struct {
	kind            store.EntityKind
	forms           []string
	title, employer string
}{
	{store.Company, []string{"青岚水务集团有限公司", "青岚水务集团", "青岚水务"}, "", ""},
	{store.Company, []string{"临桑机械厂"}, "", ""},
	{store.Organization, []string{"青岚市水利局"}, "", ""},
	{store.Organization, []string{"青岚大学"}, "", ""},
	{store.Person, []string{"贺东楼"}, "总经理", "青岚水务集团有限公司"},
	{store.Person, []string{"苏映雪"}, "", ""},
	{store.Person, []string{"欧阳听雨"}, "教授", "青岚大学"},
	{store.Person, []string{"梅朵吉"}, "副局长", "青岚市水利局"},
}

// link stands for the names of an article as the linker gives them.
func link(v *text.View) *extract.Linked {
	l := &extract.Linked{}
	taken := make([]bool, len(v.Text))
	index := map[string]int{}
	for i, c := range cast {
		e := extract.Entity{Kind: c.kind, Name: c.forms[0], Aliases: c.forms[1:], Title: c.title, Employer: c.employer, EmployerEntity: -1}
		if j, ok := index[c.employer]; ok {
			e.EmployerEntity = j
		}
		index[c.forms[0]] = i
		l.Entities = append(l.Entities, e)
		for _, form := range c.forms {
			mark(v, l, taken, form, i)
		}
	}
	order := make([]int, len(l.Mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(l.Mentions[a].Start, l.Mentions[b].Start) })
	sorted := &extract.Linked{Entities: l.Entities}
	for _, i := range order {
		sorted.Mentions = append(sorted.Mentions, l.Mentions[i])
		sorted.EntityOf = append(sorted.EntityOf, l.EntityOf[i])
	}
	return sorted
}

func mark(v *text.View, l *extract.Linked, taken []bool, form string, entity int) {
	for off := 0; ; {
		i := strings.Index(v.Text[off:], form)
		if i < 0 {
			return
		}
		r := text.Range{Start: off + i, End: off + i + len(form)}
		off = r.End
		if taken[r.Start] {
			continue
		}
		for k := r.Start; k < r.End; k++ {
			taken[k] = true
		}
		l.Mentions = append(l.Mentions, extract.Mention{Range: r, Kind: l.Entities[entity].Kind})
		l.EntityOf = append(l.EntityOf, entity)
	}
}

// said is a quote as a test states it; ranges are joined by "|".
type said struct{ Kind, Speaker, Text string }

// find gives what somebody says; terms in marks have a test of their own.
func find(raw string) []said {
	v := text.New(raw)
	var out []said
	for _, q := range spoken(v) {
		out = append(out, said{string(q.Kind), q.SpeakerText, wordsOf(v, q)})
	}
	return out
}

func spoken(v *text.View) []extract.Quote {
	return slices.DeleteFunc(Find(v, link(v)), func(q extract.Quote) bool { return q.Kind == store.Term })
}

func wordsOf(v *text.View, q extract.Quote) string {
	var parts []string
	for _, r := range q.Ranges {
		parts = append(parts, v.Cut(r))
	}
	return strings.Join(parts, "|")
}

type saidCase struct {
	name, raw string
	want      []said
}

func run(t *testing.T, tests []saidCase) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := gocmp.Diff(tt.want, find(tt.raw)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestDirect(t *testing.T) {
	const d = "direct"
	run(t, []saidCase{
		{"the verb behind", "“水厂扩建完成了。”贺东楼说。", []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"the verb before, with a colon", "贺东楼说：“水厂扩建完成了。”居民很高兴。", []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"the verb before, with a comma", "贺东楼在投产仪式上说，“水厂扩建完成了。”", []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"the comma outside the mark", "“水厂扩建已经完成了”，贺东楼说。", []said{{d, "贺东楼", "水厂扩建已经完成了"}}},
		{"a stop outside the mark", "贺东楼说：“水厂扩建完成了”。", []said{{d, "贺东楼", "水厂扩建完成了"}}},
		{"one cue between two parts makes one quote", "“水厂扩建完成了，”贺东楼说，“水压也稳了。”", []said{{d, "贺东楼", "水厂扩建完成了，|水压也稳了。"}}},
		{"the second part takes the speaker of 据…介绍", "“水厂扩建完成了。”据贺东楼介绍，“水压也稳了。”", []said{{d, "贺东楼", "水厂扩建完成了。|水压也稳了。"}}},
		{"a cue of its own each: two quotes", "“水厂扩建完成了。”贺东楼坦言。他表示：“水压也稳了。”", []said{{d, "贺东楼", "水厂扩建完成了。"}, {d, "贺东楼", "水压也稳了。"}}},
		{"nothing between: the same speaker", "贺东楼说：“水厂扩建完成了。”“水压也稳了，大家放心。”", []said{{d, "贺东楼", "水厂扩建完成了。"}, {d, "贺东楼", "水压也稳了，大家放心。"}}},
		{"a colon without a verb needs a person", "贺东楼深有感触：“水厂扩建让居民放心。”", []said{{d, "贺东楼", "水厂扩建让居民放心。"}}},
		{"a voice with no verb of speech", "“水厂扩建完成了，大家放心。”贺东楼难掩激动的心情。", []said{{d, "贺东楼", "水厂扩建完成了，大家放心。"}}},
		{"a subject further back", "贺东楼走到窗前，激动地说：“水厂扩建完成了。”", []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"nested marks are no quote of their own", "“大家喊‘水来了’，我很感动。”贺东楼说。", []said{{d, "贺东楼", "大家喊‘水来了’，我很感动。"}}},
		{"corner marks", "貝東說，水廠。「水廠擴建完成了。」賀先生表示。", []said{{d, "賀先生", "水廠擴建完成了。"}}},
		{"straight marks", `贺东楼说："水厂扩建完成了。"`, []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"a mark left open by the print", "贺东楼说：“水厂扩建完成了。", []said{{d, "贺东楼", "水厂扩建完成了。"}}},
		{"a few words right behind the cue", "贺东楼强调“水质是供水人的生命线”。", []said{{d, "贺东楼", "水质是供水人的生命线"}}},
		{"the colon ends one paragraph, the words are the next", "贺东楼这样说：\n“水厂扩建完成了，大家放心。”", []said{{d, "贺东楼", "水厂扩建完成了，大家放心。"}}},
		{"paragraphs of one quotation", "贺东楼说：“水厂扩建完成了。\n“水压也稳了。”", []said{{d, "贺东楼", "水厂扩建完成了。|水压也稳了。"}}},
	})
}

func TestTerms(t *testing.T) {
	run(t, []saidCase{
		{"a term", "青岚水务推出“一户一表”服务，贺东楼很满意。", nil},
		{"a project", "“清泉润城”项目去年启动，贺东楼参加了仪式。", nil},
		{"a slogan with a stop", "墙上写着“节约用水，人人有责！”几个大字。", nil},
		{"a theme", "论坛以“水让城市更美，人让水更清”为主题。", nil},
		{"a proverb", "俗话说：“水是生命之源。”", nil},
		{"a list of terms", "厂里做到“管网全覆盖、水质全达标”“水表全更新”，受到好评。", nil},
		{"a term opens the report", "“一户一表”改造完成了，贺东楼说，水费更清楚了。", []said{{"indirect", "贺东楼", "水费更清楚了"}}},
		{"a term in what is reported", "贺东楼说，“一户一表”改造完成了。", []said{{"indirect", "贺东楼", "“一户一表”改造完成了"}}},
		{"a label on a banner", "横幅上的标语是：“水清城美，家家安康。”", nil},
	})
}

func TestIndirect(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"a clause behind the comma", "贺东楼表示，水厂明年再扩建一期。居民反应热烈。", []said{{in, "贺东楼", "水厂明年再扩建一期"}}},
		{"behind a direct quote: of its own", "“水厂扩建完成了。”贺东楼说，水压也比去年稳定。", []said{{"direct", "贺东楼", "水厂扩建完成了。"}, {in, "贺东楼", "水压也比去年稳定"}}},
		{"the voice goes on", "贺东楼介绍，水厂明年再扩建一期。下一步，我们还要更换老旧管网。", []said{{in, "贺东楼", "水厂明年再扩建一期。下一步，我们还要更换老旧管网"}}},
		{"the reporter goes on", "贺东楼介绍，水厂明年再扩建一期。据悉，全市现有水厂三座。", []said{{in, "贺东楼", "水厂明年再扩建一期"}}},
		{"据…介绍", "据贺东楼介绍，水厂明年再扩建一期。", []said{{in, "贺东楼", "水厂明年再扩建一期"}}},
		{"据悉 has no source", "据悉，水厂明年再扩建一期。据了解，投资已经落实。", nil},
		{"no comma", "贺东楼称水厂明年还会再扩建一期。", []said{{in, "贺东楼", "水厂明年还会再扩建一期"}}},
		{"an object is no report", "贺东楼表示热烈欢迎各地客商前来考察。", nil},
		{"denied speech", "贺东楼并未透露，水厂何时扩建。", nil},
		{"an institution speaks", "青岚水务集团表示，水厂明年再扩建一期。", []said{{in, "青岚水务集团有限公司", "水厂明年再扩建一期"}}},
		{"an institution decides", "青岚水务集团决定，水厂明年再扩建一期。", nil},
		{"heard from an institution", "记者从青岚市水利局获悉，水厂明年再扩建一期。", []said{{in, "青岚市水利局", "水厂明年再扩建一期"}}},
		{"in somebody's eyes", "在贺东楼看来，水厂明年还应该再扩建一期。", []said{{in, "贺东楼", "水厂明年还应该再扩建一期"}}},
		{"seen from facts", "从目前情况看来，水厂明年还应该再扩建一期。", nil},
		{"a report cut by a quotation", "贺东楼表示，水厂明年再扩建，“水压一定会更稳。”", []said{{in, "贺东楼", "水厂明年再扩建"}, {"direct", "贺东楼", "水压一定会更稳。"}}},
		{"the dateline's reporter does not speak", "新华社青岚1月2日电（记者苏映雪）贺东楼表示，水厂明年再扩建一期。", []said{{in, "贺东楼", "水厂明年再扩建一期"}}},
	})
}

func TestTrapVerbs(t *testing.T) {
	for _, s := range []string{
		"这部小说，贺东楼读了三遍也没读够。",
		"据说，贺东楼明年要再扩建一座水厂。",
		"贺东楼知道，水厂明年再扩建一期。",
		"据报道，贺东楼明年要再扩建一座水厂。",
		"贺东楼的职称，是教授级高级工程师。",
		"对贺东楼来说，水厂是第二个家。",
		"贺东楼被称为，当地最懂水的人。",
	} {
		if got := find(s); got != nil {
			t.Errorf("%s: %v", s, got)
		}
	}
}

// A verb behind a noun that ends in a character it makes a word with.
func TestVerbsBehindRoles(t *testing.T) {
	for _, who := range []string{"导演", "导游", "同学", "观众", "群众", "总统", "负责人", "发言人", "研究所所长"} {
		for _, verb := range []string{"说", "称", "介绍"} {
			raw := "“水厂扩建完成了。”一位" + who + verb + "，水压也稳了。"
			if got := find(raw); len(got) != 2 || got[0].Speaker != "一位"+who {
				t.Errorf("%s: %v", raw, got)
			}
		}
	}
}

func TestSpeakers(t *testing.T) {
	const q = "水厂扩建完成了，大家放心。"
	tests := []struct{ name, before, after, speaker, title, org string }{
		{"a person's title and employer come from the links", "", "贺东楼说。", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"adverbs are no part of a name", "", "贺东楼昨日也激动地说。", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"whom he speaks to does not speak", "", "贺东楼对苏映雪说。", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"whom he speaks of does not speak", "谈到苏映雪时，贺东楼说：", "", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"whom he meets does not speak", "贺东楼在会见苏映雪时说：", "", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"another's wife is not he", "", "贺东楼的妻子说。", "贺东楼的妻子", "", ""},
		{"a form of address behind the name", "", "欧阳听雨教授说。", "欧阳听雨", "教授", "青岚大学"},
		{"a surname with 女士 is the one person of that name", "", "梅女士告诉记者。", "梅朵吉", "副局长", "青岚市水利局"},
		{"a surname of nobody else stands as printed", "", "居民王女士告诉记者。", "王女士", "", ""},
		{"a pronoun is who spoke last", "贺东楼说，水压稳了。他说：", "", "贺东楼", "总经理", "青岚水务集团有限公司"},
		{"a pronoun is who was named since", "贺东楼说，水压稳了。苏映雪随后赶来。她说：", "", "苏映雪", "", ""},
		{"somebody without a name", "", "一位不愿具名的经销商说。", "一位不愿具名的经销商", "经销商", ""},
		{"有 before him is a verb", "", "有业内人士称。", "业内人士", "", ""},
		{"有关 is none", "", "有关负责人称。", "有关负责人", "有关负责人", ""},
		{"则 and 也 are no part of him", "", "一位居民则向记者表示。", "一位居民", "", ""},
		{"an office without a name", "", "青岚水务集团相关负责人介绍。", "青岚水务集团相关负责人", "相关负责人", "青岚水务集团有限公司"},
		{"该负责人 is who spoke last", "青岚水务集团相关负责人说，水压稳了。该负责人还说：", "", "青岚水务集团相关负责人", "相关负责人", "青岚水务集团有限公司"},
		{"an organisation", "青岚市水利局表示：", "", "青岚市水利局", "", ""},
		{"a name the links lack, behind a role", "", "村民杜若衡说。", "杜若衡", "", ""},
		{"a name the links lack, behind a title", "", "临桑机械厂副厂长杜若衡说。", "杜若衡", "副厂长", "临桑机械厂"},
		{"a name the links lack, alone", "", "杜若衡说。", "杜若衡", "", ""},
		{"a day of the week is no name", "", "市场人士周四表示。", "市场人士", "", ""},
		{"most of them is no part of who they are", "", "这些企业的销售部门大多认为。", "这些企业的销售部门", "", ""},
		{"an adverb is no name", "", "业内人士普遍认为。", "业内人士", "", ""},
		{"an adverb behind a name", "", "村民杜若衡毫不犹豫地说。", "杜若衡", "", ""},
		{"whom an office speaks to is no name", "", "青岚大学一位教授向本报记者表示。", "青岚大学一位教授", "教授", "青岚大学"},
		{"a foreign name the links lack", "", "教练阿尔特姆·洛加说。", "阿尔特姆·洛加", "教练", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.before + "“" + q + "”" + tt.after)
			for _, got := range Find(v, link(v)) {
				if got.Kind != store.Direct {
					continue
				}
				want := []string{tt.speaker, tt.title, tt.org}
				if d := gocmp.Diff(want, []string{got.SpeakerText, got.Title, got.Organization}); d != "" {
					t.Error(d)
				}
				return
			}
			t.Fatal("no direct quote")
		})
	}
}

func TestNamedAndEntity(t *testing.T) {
	tests := []struct {
		name, raw string
		named     bool
		entity    int
	}{
		{"a linked person", "“水厂扩建完成了。”贺东楼说。", true, 4},
		{"an organisation", "青岚市水利局表示：“水厂扩建完成了。”", true, 2},
		{"a person the links lack", "“水厂扩建完成了。”村民杜若衡说。", true, -1},
		{"a surname with 某", "“水厂扩建完成了。”杜某说。", true, -1},
		{"a description", "“水厂扩建完成了。”一位居民说。", false, -1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.raw)
			got := Find(v, link(v))
			if len(got) != 1 || got[0].Named != tt.named || got[0].SpeakerEntity != tt.entity {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestBlocks(t *testing.T) {
	const b = "block"
	run(t, []saidCase{
		{"an epigraph with its source line", "## 题记\n\n要让居民喝上好水，把好事办好。\n\n——2031年2月3日，贺东楼在青岚调研时强调",
			[]said{{b, "贺东楼", "要让居民喝上好水，把好事办好。"}}},
		{"an epigraph in marks is direct", "## 题记\n\n“要让居民喝上好水，把好事办好。”\n\n——2031年2月3日，贺东楼在青岚调研时强调",
			[]said{{"direct", "贺东楼", "要让居民喝上好水，把好事办好。"}}},
		{"a statement under a head that names him", "## 心里话\n\n青岚水务集团总经理贺东楼：让水更清\n\n五年来，我们新建三座水厂。\n\n我常对团队说，水质就是生命线。\n\n(青岚日报记者 苏映雪 整理)\n\n水厂今年再扩建一期。",
			[]said{{b, "贺东楼", "让水更清"}, {b, "贺东楼", "五年来，我们新建三座水厂。|我常对团队说，水质就是生命线。"}}},
		{"the head is his, a text about him is not", "## 心里话\n\n青岚水务集团总经理贺东楼：\n\n让水更清\n\n五年来，青岚市新建三座水厂。贺东楼深有感触：“我们的水更清了。”",
			[]said{{b, "贺东楼", "让水更清"}, {"direct", "贺东楼", "我们的水更清了。"}}},
		{"turns of an interview", "水厂扩建了吗\n记者：水厂的扩建工程完成了吗？\n贺东楼：今年六月全部完成，全市供水能力提高了一倍多。\n记者：水价会不会上涨？\n贺东楼：居民水价三年不变，这是我们对市民的承诺。",
			[]said{{b, "贺东楼", "今年六月全部完成，全市供水能力提高了一倍多。"}, {b, "贺东楼", "居民水价三年不变，这是我们对市民的承诺。"}}},
	})
}

func TestCues(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"the verb", "“水厂扩建完成了。”贺东楼介绍说。", "介绍说"},
		{"with the hearer", "“水厂扩建完成了。”贺东楼告诉本报记者。", "告诉本报记者"},
		{"a phrase where no verb is", "贺东楼深有感触：“水厂扩建让居民放心。”", "深有感触"},
		{"a feeling behind the quotation", "“水厂扩建完成了，大家放心。”贺东楼难掩激动的心情。", "难掩激动的心情"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.raw)
			got := Find(v, link(v))
			if len(got) != 1 || v.Cut(got[0].Cue) != tt.want {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestOptional(t *testing.T) {
	tests := []struct {
		name, raw string
		want      bool
	}{
		{"a few words are optional", "贺东楼强调“水质是供水人的生命线”。", true},
		{"a sentence is not", "贺东楼强调：“水质是供水人的生命线。”", false},
		{"what is heard from an office is", "记者从青岚市水利局获悉，水厂明年再扩建一期。", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.raw)
			if got := Find(v, link(v)); len(got) != 1 || got[0].Optional != tt.want {
				t.Errorf("got %+v", got)
			}
		})
	}
}

func TestWithoutLinks(t *testing.T) {
	v := text.New("“水厂扩建完成了。”贺东楼说。")
	got := Find(v, nil)
	if len(got) != 1 || got[0].SpeakerText != "贺东楼" || got[0].SpeakerEntity != -1 {
		t.Errorf("got %+v", got)
	}
}

func TestTraditional(t *testing.T) {
	v := text.New("「水廠擴建完成了。」蘭嶼水務總經理賀東樓說，水壓也穩了。")
	var got []string
	for _, q := range Find(v, nil) {
		got = append(got, string(q.Kind), q.SpeakerText, q.Title, wordsOf(v, q))
	}
	want := []string{"direct", "賀東樓", "總經理", "水廠擴建完成了。", "indirect", "賀東樓", "總經理", "水壓也穩了"}
	if d := gocmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLists(t *testing.T) {
	for name, letters := range map[string]string{"quote_cues": "dincrsfwopub-", "quote_roles": "tagv-", "quote_marks": "<>"} {
		seen := map[string]bool{}
		for _, line := range lexicon.Words(name) {
			word, uses, ok := strings.Cut(line, "\t")
			if !ok || word == "" || strings.Trim(uses, letters) != "" || fold.Simplify(word) != word {
				t.Errorf("%s: %q", name, line)
			}
			if key := word + uses; seen[key] && name != "quote_marks" {
				t.Errorf("%s: %q stands twice", name, line)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestTermsAreKept(t *testing.T) {
	tests := []struct {
		name, raw string
		want      []string
	}{
		{"terms and quotations apart", "贺东楼说：“‘一户一表’改完了。”“水清城美”行动开始了。", []string{"水清城美"}},
		{"a list of terms", "打造“管网全覆盖”“水表全更新”的样板。", []string{"管网全覆盖", "水表全更新"}},
		{"a mark that is not closed holds none", "打造“管网全覆盖的样板。", nil},
		{"too long for a term, and nobody says it", "题为“" + strings.Repeat("水", 61) + "”。", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := text.New(tt.raw)
			var got []string
			for _, q := range Find(v, link(v)) {
				if q.Kind != store.Term {
					continue
				}
				got = append(got, wordsOf(v, q))
				if q.SpeakerText != "" || q.SpeakerEntity != none || q.Context.Len() == 0 {
					t.Errorf("term %+v", q)
				}
			}
			if d := gocmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
