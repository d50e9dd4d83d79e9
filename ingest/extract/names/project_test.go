package names

import (
	"slices"
	"testing"

	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// sureProjects are the names that the rules are sure of without a tagger.
func sureProjects(s string) []string {
	a := newArticle(text.New(s))
	var got []string
	for _, m := range resolve(projects(a)) {
		if m.Confidence >= leastConfidence {
			got = append(got, a.s[m.Start:m.End])
		}
	}
	return got
}

func TestProjectsByRule(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          []string
	}{
		{"the verb tells where a campaign begins", "沂川市开展河道采砂和非法码头专项整治行动。", []string{"河道采砂和非法码头专项整治行动"}},
		{"so does 的", "他们开展为期三个月的河道采砂专项整治。", []string{"河道采砂专项整治"}},
		{"a campaign without a name is none", "他们开展了一系列专项行动。", nil},
		{"nor is one of several kinds of work", "他们开展试点工作和专项整治。", nil},
		{"a clause is no campaign's name", "推进整改是今年环保专项行动的任务。", nil},
		{"what is built stands behind the marks", "“千山”天然气管道开工。", []string{"“千山”天然气管道"}},
		{"a word between marks and ending", "“千山”战略工程实施多年。", []string{"“千山”战略工程"}},
		{"years between marks and ending", "“千山护林”3年计划开始了。", []string{"“千山护林”3年计划"}},
		{"a number of several is none of the name", "“千山护林”“百水清波”两个项目开始了。", nil},
		{"a whole name between marks", "他们推出“千山护林计划”。", []string{"千山护林计划"}},
		{"a common word between marks is a name", "他们盼着“圆梦工程”建成，不要“豆腐渣工程”、“烂尾工程”。", []string{"圆梦工程"}},
		{"a kind of work between marks is none", "不搞“政绩工程”。", nil},
		{"a train is no line", "该趟高铁晚点。", nil},
		{"a sentence between marks is none", "他说：“我支持这个项目。”", nil},
		{"计划 behind a project is a verb", "“千山入海”工程计划今年开工。", []string{"“千山入海”工程"}},
		{"names before 等 and what they are", "他们开展“千山”“百水”等一系列专项整治。", []string{"千山", "百水"}},
		{"and with 和 between", "实施“千山”和“百水”等计划。", []string{"千山", "百水"}},
		{"words before 等 that are none", "用好“千山”“百水”等素材。", nil},
		{"a line between three places", "杭州至金华至温州高铁开工。", []string{"杭州至金华至温州高铁"}},
		{"the railways of a place are no line", "浙江铁路今天增开列车。", nil},
		{"a character that the cutter leaves to the word before", "自渝昆高铁开通以来。", []string{"渝昆高铁"}},
		{"a line that the dictionary knows whole", "兰新铁路增开列车。", []string{"兰新铁路"}},
		{"a common word that it knows is none", "他们发现一条地下隧道。", nil},
		{"a campaign of service", "沂川市开展企业纾困调研服务专项行动。", []string{"企业纾困调研服务专项行动"}},
		{"a preposition that it puts to the name", "如武广铁路开工。", []string{"武广铁路"}},
		{"works of a kind have no place and no number", "这里是重卡生产基地。", nil},
		{"nor have plans that are verbs", "浙江青禾集团计划投资三亿元。", nil},
		{"machines are no works", "新型多功能空调机组上市。", nil},
		{"most important of all is no name", "脱贫是第一民生工程。", nil},
		{"the state's plan for five years is a date", "“十三五”规划提出目标。", nil},
		{"one of a trade is a work", "沂川水运“十三五”规划提出目标。", nil},
		{"a rail authority is no line", "浙江至上海铁路部门增开列车。", []string{"浙江至上海铁路"}},
		{"a known work with 工程 behind it", "滇中引水工程开工。", []string{"滇中引水工程"}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if got := sureProjects(c.text); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestMendProjects(t *testing.T) {
	for _, c := range []struct {
		teaches, text, span, want string
	}{
		{"a name stays", "远屿河水利枢纽工程开工。", "远屿河水利枢纽工程", "远屿河水利枢纽工程"},
		{"a verb before it", "上马远屿河供水项目。", "上马远屿河供水项目", "远屿河供水项目"},
		{"the site behind it", "记者来到远屿河供水工程施工现场。", "远屿河供水工程施工现场", "远屿河供水工程"},
		{"a number of works", "218项村镇供水工程开工。", "218项村镇供水工程", ""},
		{"so many great ones", "落实三大行动计划。", "三大行动计划", ""},
		{"works being built", "沂川地铁在建项目复工。", "沂川地铁在建项目", ""},
		{"a word for any work", "这些建设工程开工。", "建设工程", ""},
		{"a common noun and 工程", "我国航天工程进展顺利。", "航天工程", ""},
		{"a campaign of a common noun has a name", "他们参加猎狐行动。", "猎狐行动", "猎狐行动"},
		{"a clause", "他们以海岛为贸易基地。", "海岛为贸易基地", ""},
		{"items of sports", "他参加短道速滑比赛项目。", "短道速滑比赛项目", ""},
		{"roads are built by a system that has a name", "沂川快速公交系统项目开工。", "沂川快速公交系统项目", "沂川快速公交系统项目"},
		{"a system of works is a figure of speech", "这是复杂的系统工程。", "复杂的系统工程", ""},
		{"the state's plan", "中国“十五五”规划开局。", "中国“十五五”规划", ""},
		{"words of the sentence before a known work", "旅客离开沂川后坐车经港珠澳大桥回家。", "沂川后坐车经港珠澳大桥", "港珠澳大桥"},
		{"a place before a known work", "新疆中欧班列开行。", "新疆中欧班列", "新疆中欧班列"},
		{"what two states have", "运营好两国合作大项目。", "两国合作大项目", ""},
		{"of what size", "青禾集团看好投资大项目。", "投资大项目", ""},
		{"a ride is no line", "他们同乘高铁前往沂川。", "同乘高铁", ""},
		{"half a bracket", "沂川示范基地（青禾园开园。", "沂川示范基地（青禾园", "沂川示范基地"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			span := spanOf(t, c.text, c.span, tagger.Project)
			got := ""
			if a.mend(&span) {
				got = c.text[span.Start:span.End]
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestOwnedProjects(t *testing.T) {
	for _, c := range []struct {
		teaches, text, owner string
		tag                  tagger.Tag
		want                 []string
	}{
		{"a work behind its owner", "青禾石化年产60万吨烯烃项目投产。", "青禾石化", tagger.Company, []string{"青禾石化年产60万吨烯烃项目"}},
		{"a generation of works", "青禾电子8.5代线投产。", "青禾电子", tagger.Company, []string{"青禾电子8.5代线"}},
		{"a phase stands for a description", "青禾医院（一期）项目竣工。", "青禾医院", tagger.Organization, []string{"青禾医院（一期）项目"}},
		{"one of its several lines", "青禾石化首条口罩生产线投产。", "青禾石化", tagger.Company, nil},
		{"what it does is no name", "青禾石化启动口罩生产项目。", "青禾石化", tagger.Company, nil},
		{"a work behind its place", "沂川太阳能项目投产。", "沂川", tagger.Place, []string{"沂川太阳能项目"}},
		{"works of a place are of a kind", "沂川重点项目投产。", "沂川", tagger.Place, nil},
		{"lines of a place are, too", "沂川新型干法生产线投产。", "沂川", tagger.Place, nil},
		{"an office is no work", "青禾石化烯烃分公司项目部成立。", "青禾石化", tagger.Company, nil},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			a.spans = []tagger.Span{spanOf(t, c.text, c.owner, c.tag)}
			var got []string
			for _, m := range a.ownedProjects() {
				got = append(got, c.text[m.Start:m.End])
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

// A doubted span is taken where it ends like a project, and left a candidate
// where it does not.
func TestDoubtedProjects(t *testing.T) {
	for _, c := range []struct {
		teaches, text, span string
		confidence, want    float64
	}{
		{"an ending speaks for it", "他们开展河砂盗采攻坚专项行动以来。", "河砂盗采攻坚专项行动", 0.3, endedProject},
		{"a surer tagger is believed", "他们开展河砂盗采攻坚专项行动以来。", "河砂盗采攻坚专项行动", 0.9, 0.9},
		{"no ending, no more", "他们守护青禾水塔。", "青禾水塔", 0.3, 0.3},
		{"a kind of project has no word of its own", "农机检修项目大获好评。", "农机检修项目", 0.4, 0.4},
		{"works have names without one", "路面安全防护工程大获好评。", "路面安全防护工程", 0.4, endedProject},
		{"a place is one", "杭州农机检修项目大获好评。", "杭州农机检修项目", 0.4, endedProject},
		{"the least doubt counts", "他们开展河砂盗采攻坚专项行动以来。", "河砂盗采攻坚专项行动", 0.1, 0.1},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			span := spanOf(t, c.text, c.span, tagger.Project)
			span.Confidence = c.confidence
			if got := a.confidence(&span); got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

// A doubted span of the tagger's does not hide the shorter name of a rule.
func TestDoubtedSpansHideNothing(t *testing.T) {
	const s = "记者来到兰新铁路白岩复线。"
	a := newArticle(text.New(s))
	span := spanOf(t, s, "兰新铁路白岩复线", tagger.Project)
	span.Confidence = 0.3
	a.spans = []tagger.Span{span}
	got := a.weigh(projects(a))
	if len(got) != 1 || s[got[0].Start:got[0].End] != "兰新铁路" {
		t.Errorf("%+v", got)
	}
}
