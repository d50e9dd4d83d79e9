package names

import (
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/zh/segment"
)

var (
	// campaignEndings end what a body carries out all over its land.
	campaignEndings = lexicon.NewSet(strings.Fields("专项行动 专项整治行动 专项治理行动 专项整治 专项治理 专项行动计划 攻坚行动 提升行动 整治行动 治理行动 促进行动 招聘行动 振兴行动 保障行动 " +
		"三年行动 三年行动计划 三年行动方案 五年行动计划 攻坚战 行动计划 提升工程 惠民工程 培育计划 培育工程 服务行动"))
	// carries are the verbs whose object a campaign is; its name begins behind them.
	carries = lexicon.NewSet(strings.Fields("开展 实施 启动 部署 推进 组织 进行 贯彻 落实 参与 参加 推动 深化 结合 打好 打赢 开启 发起 抓好 展开 推出 实行"))
	// several stand before campaigns of which none is named.
	several = lexicon.NewSet(strings.Fields("一系列 系列 多项 多个 各项 各类 一批 该 此 本 这 此次 本次 这次 有关 相关 两个 三个 一项 新 一次 为期 集中 联合 统一 全面 深入 等"))
)

// joins stand before a campaign that is one of several kinds of work.
var joins = lexicon.NewSet(strings.Fields("和 与 及 、 等 的 以及"))

const (
	shortestCampaign = 4  // characters between the verb and the ending
	longestCampaign  = 26 // and at most
)

// campaigns are the objects of verbs of carrying out: 深入开展|沂川河采砂|专项整治. Their
// names are whole clauses often, and the verb tells where they begin.
func (a *article) campaigns() []extract.Mention {
	var out []extract.Mention
	a.occurrences(campaignEndings, func(start, end int) {
		if projectEnds.Prefix(a.ahead(end, 15)) > 0 {
			return
		}
		if from := a.campaignStart(start); from >= 0 && !a.kindOfProject(from, end) {
			out = append(out, project(from, end, "names.campaign", 0.7))
		}
	})
	return out
}

// campaignStart gives where the name begins of which the ending begins at off; -1
// where no verb stands before it in the clause, or too near.
func (a *article) campaignStart(off int) int {
	for i := a.wordAt(off) - 1; i >= 0; i-- {
		w, word := a.words[i], a.word(i)
		n := runes(a.s[w.End:off])
		if n > longestCampaign || w.Tag[0] == 'w' && word != "、" {
			return -1
		}
		if word != "的" && !carries.Has(word) {
			continue
		}
		from := a.afterFillers(i + 1)
		if n = runes(a.s[from:max(from, off)]); from > off || n < shortestCampaign || several.Prefix(a.s[from:off]) > 0 || joins.Suffix(a.s[from:off]) > 0 {
			return -1
		}
		return from
	}
	return -1
}

// afterFillers gives where the words behind a verb begin that are a name: 启动|了.
func (a *article) afterFillers(i int) int {
	for i < len(a.words) && (a.word(i) == "了" || a.word(i) == "好") {
		i++
	}
	if i == len(a.words) {
		return len(a.s)
	}
	return a.words[i].Start
}

// lineEndings end what runs from one place to another.
var lineEndings = lexicon.NewSet(strings.Fields("高铁 铁路 高速铁路 城际铁路 高速公路 高速 客运专线 城际 特高压 特高压工程 特高压直流工程 特高压直流输电工程"))

// lines are named by their places: 沂川至远屿至白岩|高铁.
func (a *article) lines() []extract.Mention {
	var out []extract.Mention
	a.occurrences(lineEndings, func(start, end int) {
		if from := a.lineFrom(start); from >= 0 {
			out = append(out, project(from, end, "names.line", 0.8))
		}
	})
	return out
}

// lineFrom gives where the chain of places begins that ends at off; -1 for none.
func (a *article) lineFrom(off int) int {
	i, joints := a.wordAt(off)-1, 0
	for ; i >= 2 && a.words[i].End == off && placeLike(a.words[i]) && a.runsTo(i-1) && placeLike(a.words[i-2]); i -= 2 {
		off, joints = a.words[i-2].End, joints+1
	}
	if joints == 0 {
		return -1
	}
	return a.words[i].Start
}

// placeLike tells a word that a place's name may be; the cutter knows not all.
func placeLike(w segment.Word) bool {
	return w.Tag == "ns" || w.Tag == "nr" || w.Tag == "nrt" || w.Tag == "nz" || w.Tag == "x"
}

func (a *article) runsTo(i int) bool {
	switch a.word(i) {
	case "至", "到", "—", "－", "-":
		return true
	}
	return false
}

// longestOwned is the most characters behind an owner's name.
const longestOwned = 22

var (
	// ownedEndings end the names of works behind their owners', placedEndings
	// behind their places'.
	ownedEndings  = lexicon.NewSet(strings.Fields("项目 工程 生产线 示范工程 示范项目 改造工程 项目工程 代线 专项"))
	placedEndings = lexicon.NewSet(strings.Fields("项目 工程 示范工程 示范项目 改造工程 项目工程"))
	phases        = lexicon.NewSet(strings.Fields("（一期） （二期） （三期） (一期) (二期) (三期)"))
	// counting stand before one of several things: 青禾石化|首条|生产线.
	counting = lexicon.NewSet(strings.Fields("条 个 项 座 家 批 首条 首个 首座 两条 多条 三条 一条 一个 一项"))
)

// ownedProjects are works behind the name of the firm, the body or the place that
// has them: 青禾集团|年产60万吨烯烃项目. The tagger takes the owner for a name by itself.
func (a *article) ownedProjects() []extract.Mention {
	var out []extract.Mention
	for _, t := range a.spans {
		if t.Confidence < overrules {
			continue
		}
		end := 0
		switch t.Tag {
		case tagger.Company, tagger.Organization:
			end = a.ownedEnd(t.End, ownedEndings)
		case tagger.Place:
			end = a.ownedEnd(t.End, placedEndings)
		}
		if end > 0 && !a.kindOfProject(t.Start, end) {
			out = append(out, project(t.Start, end, "names.owned-project", 0.6))
		}
	}
	return out
}

// ownedEnd gives where a work's name ends that goes on at off; 0 for none.
func (a *article) ownedEnd(off int, endings *lexicon.Set) int {
	least := shortestProject - 1
	if n := phases.Prefix(a.ahead(off, 15)); n > 0 {
		off, least = off+n, 0 // 青禾医院（一期）|项目
	}
	for i := a.wordAt(off); i < len(a.words) && runes(a.s[off:a.words[i].End]) <= longestOwned; i++ {
		w := a.words[i]
		if w.Start < off || a.stopsOwned(i) {
			return 0
		}
		if n := endings.Suffix(a.s[off:w.End]); n > 0 && !a.goesOn(i+1) {
			if runes(a.s[off:w.End-n]) >= least {
				return w.End
			}
			return 0
		}
	}
	return 0
}

// stopsOwned: numbers stand in such names, 100万吨|冷轧项目; counts and verbs of a
// clause do not.
func (a *article) stopsOwned(i int) bool {
	word, tag := a.word(i), a.words[i].Tag
	switch {
	case counting.Has(word) || carries.Has(word) || beforeProject.Has(word):
		return true
	case tag[0] == 'm' || tag[0] == 'q':
		return counting.Suffix(word) > 0
	case tag == "v":
		return !a.nameVerb(i)
	}
	return a.stopsProject(i, word)
}
