package names

import (
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
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
