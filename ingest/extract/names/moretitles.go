package names

import (
	"strings"

	"zhiku/ingest/lexicon"
)

// moreTitles are posts that the list of titles lacks. The list is what the tagger
// was trained with and stays as it is.
var moreTitles = strings.Fields("观察员 观察家 特别报告员 牵头人 参事 监察专员 督察专员 国务总理 众议长 参议长 协调员 召集人 联合发起人 治疗师 心理治疗师 规划师 品酒师 茶艺师 " +
	"饲养员 检疫人员 副主任技师 主任技师 规培医生 联邦参议员 财务官")

// moreWeakTitles are some that more often stand alone than before a name.
var moreWeakTitles = strings.Fields("观察人士 贸易商 采购商 交易商 茶商 外交官 前外交官 职员 旅客 检疫人员 环保人士 环保志愿者 蒜农 果农 菜农 粮农 茶农 花农 烟农 蔗农 棉农 药农 瓜农 种植户 养殖户 经营户")

// withMore gives a list of the lexicon with more words.
func withMore(list string, more ...[]string) *lexicon.Set {
	all := append([]string{}, lexicon.Words(list)...)
	for _, m := range more {
		all = append(all, m...)
	}
	return lexicon.NewSet(all)
}
