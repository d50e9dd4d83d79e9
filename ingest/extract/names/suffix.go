package names

import (
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// lists are the word lists a suffix rule needs, loaded once.
type lists struct {
	firm, legal, body, both *lexicon.Set
	title                   *lexicon.Set
}

var words = sync.OnceValue(func() *lists {
	return &lists{
		firm: lexicon.Load("company_suffixes"), legal: lexicon.Load("company_suffixes_legal"),
		body: lexicon.Load("organization_suffixes"), both: lexicon.Load("company_suffixes", "organization_suffixes"),
		title: lexicon.Load("titles"),
	}
})

const (
	longestName  = 30 // characters before a suffix
	longestJoint = 14 // characters before 和 inside a name: 工业和信息化厅
)

// namesBySuffix finds firms and bodies by the word their name ends with, and
// their beginning by what cannot stand in a name.
func namesBySuffix(a *article) []extract.Mention {
	var out []extract.Mention
	for _, p := range a.view.Paragraphs {
		for i := a.wordAt(p.Start); i < len(a.words) && a.words[i].Start < p.End; i++ {
			if m, ok := a.nameEndingAt(p.Start, i); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

// nameEndingAt takes word i for the end of a name, where it ends with a suffix.
func (a *article) nameEndingAt(from, i int) (extract.Mention, bool) {
	end := a.words[i].End
	window := a.s[max(from, end-longestNameBytes):end]
	n := words().both.Suffix(window)
	if n == 0 || !a.endsHere(i) {
		return extract.Mention{}, false
	}
	suffix := a.s[end-n : end]
	kind := store.Organization
	if words().firm.Has(suffix) && !words().body.Has(suffix) {
		kind = store.Company
	}
	start := a.leftEnd(from, end-n)
	start = a.dropGeneric(start, end-n)
	legal := words().legal.Has(suffix)
	if !a.isName(start, end-n, suffix, legal) {
		return extract.Mention{}, false
	}
	m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: kind, Found: extract.Found{Rule: "names.suffix", Confidence: 0.75}}
	if legal {
		m.Rule, m.Confidence = "names.legal-suffix", 0.92
	}
	return m, true
}

// continued lists what shows that a name goes on behind a suffix, or that the
// suffix is part of another word: 公司法, 银行卡, 大学生.
const continued = "法卡业界人员家生级系史章制化性型类版款线路区市县镇村语"

func (a *article) endsHere(i int) bool {
	end := a.words[i].End
	if i+1 < len(a.words) && words().both.Prefix(a.s[end:min(len(a.s), end+24)]) > 0 && a.words[i+1].Start == end {
		next := a.word(i + 1)
		return !words().both.Has(next) || next == "党委宣传部"
	}
	r := a.runeAt(end)
	if r != 0 && strings.ContainsRune(continued, r) && i+1 < len(a.words) && runes(a.word(i+1)) == 1 {
		return false
	}
	return true
}

// leftEnd walks left over the words that may stand in a name.
func (a *article) leftEnd(from, suffix int) int {
	start := suffix
	i := a.wordAt(suffix)
	if i < len(a.words) && a.words[i].Start < suffix { // the suffix begins inside a word
		start = a.words[i].Start
	}
	for i = a.wordAt(start) - 1; i >= 0; i-- {
		w := a.words[i]
		if w.Start < from || runes(a.s[w.Start:suffix]) > longestName {
			break
		}
		if open := a.bracketBefore(from, w.End); open >= 0 {
			start = open
			i = a.wordAt(open)
			continue
		}
		if a.stops(i, start, suffix) {
			if j := a.overJoint(from, i, suffix); j >= 0 {
				start = j
				i = a.wordAt(j)
				continue
			}
			break
		}
		start = w.Start
	}
	return start
}

// bracketBefore steps over a short bracket inside a name: 青禾（中国）有限公司.
func (a *article) bracketBefore(from, end int) int {
	last, n := utf8.DecodeLastRuneInString(a.s[from:end])
	if last != '）' && last != ')' {
		return -1
	}
	inner := a.s[max(from, end-n-30) : end-n]
	k := strings.LastIndexAny(inner, "（(")
	if k < 0 || runes(inner[k:]) > 8 || strings.ContainsAny(inner[k:], "，。、：“”") || strings.Contains(inner[k:], "简称") {
		return -1
	}
	return end - n - len(inner) + k
}

// stopWords end the walk whatever their part of speech: they stand before a
// name, not in it.
var stopWords = lexicon.NewSet(strings.Fields("位于 来自 包括 以及 获悉 近日 昨日 今日 旗下 下属 所属 全资 子公司 其中 由于 按照 根据 通过 " +
	"成为 加入 联合 携手 走进 走访 来到 收购 投资者 并购 控股股东 股东 称 说 表示 介绍 认为 指出 透露 记者 从 向 在 与 和 及 对 由 据 将 被 把 让 使 给 到 为 是 有 " +
	"的 了 等 这 该 本 某 各 每 我 你 他 她 它 这家 那家 一家 多家 两家 几家 数家 知名 著名 最大 大型 中型 小型 国内 国外 国有 民营 私营 外资 合资 上市 " +
	"同时 此外 随后 目前 当时 曾 曾任 现任 原 任 时任 担任 创办 成立 设立 创建 组建 注册 前往 进入 离开 担任 就职 毕业 就读 考入 考上 邀请 委托 协助 支持 帮助 指导 要求"))

// nameVerbs stand in names though they are verbs.
var nameVerbs = lexicon.NewSet(strings.Fields("发展 投资 控股 建设 运营 制造 服务 管理 开发 贸易 运输 设计 咨询 生产 供应 经营 租赁 担保 印刷 包装 加工 养殖 种植 " +
	"勘察 检测 回收 联合 创新 通信 通讯 发电 输电 教育 培训 研究 交流 合作 促进 监督 保护 救援 调查 统计 审计 规划 改革 保障 监管 应急 交易 结算 传播 出版 广播 航空 飞行 装备 铸造 冶炼 开采 勘探 " +
	"卫生 健康 保险 信托 拍卖 招标 评估 认证 鉴定 监测 预报 预防 控制 进出口 出口 营销 销售 配送 仓储 装饰 装修 施工 安装 维修 搬迁 整形 美容 护理 康复 养老 劳动 就业 仲裁 检察 公证 登记 动力 循环 再生 协同 融合 推广 流通 外经贸 登山 学习 联想 统一 理想 传化 万向 移动 联通 铁建 " +
	"传媒 工会 联谊 志愿 慈善 募捐 扶贫 开放 行政 执法 综合 清算 信用 担保 小额贷款 融资 风险 资产 管理 商用 联盟 联席"))

func (a *article) stops(i, start, suffix int) bool {
	w := a.words[i]
	word := a.word(i)
	if w.End != start || stopWords.Has(word) {
		return true
	}
	switch w.Tag[0] {
	case 'w', 'p', 'c', 'u', 'r', 'd', 't', 'y', 'e', 'o', 'k', 'h':
		return w.Tag != "x" && !(word == "·" || word == "•" || word == "-" && w.Tag == "w")
	case 'm', 'q':
		return w.Tag != "m" || !strings.HasPrefix(word, "第") && runes(word) > 1 || isDigits(word)
	case 'v':
		return w.Tag != "vn" && !nameVerbs.Has(word)
	case 'f':
		return runes(word) > 1
	case 'a', 'z', 'i', 'l', 'b':
		return false
	}
	return false
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789０１２３４５６７８９.,%") == ""
}

// overJoint steps over 和 inside a body's name: 沂川省工业和信息化厅, where a place
// stands before it and no other name ends at it.
func (a *article) overJoint(from, i, suffix int) int {
	switch a.word(i) {
	case "和", "与", "及", "、":
	default:
		return -1
	}
	joint := a.words[i].Start
	if words().both.Suffix(a.s[max(from, joint-longestNameBytes):joint]) > 0 {
		return -1
	}
	for k := i - 1; k >= 0 && a.words[k].Start >= from && runes(a.s[a.words[k].Start:joint]) <= longestJoint; k-- {
		if a.stops(k, a.words[k].End, suffix) {
			return -1
		}
		if isPlace(a.words[k]) || strings.HasPrefix(a.word(k), "国家") || strings.HasPrefix(a.word(k), "中国") {
			if k > 0 && isPlace(a.words[k-1]) && a.words[k-1].End == a.words[k].Start && a.words[k-1].Start >= from {
				k--
			}
			return a.words[k].Start
		}
	}
	return -1
}

func isPlace(w segment.Word) bool { return w.Known && w.Tag == "ns" }

// dropGeneric drops common nouns before the first word that makes a name:
// 龙头企业|青禾果业. A name all of common nouns is left as it is.
func (a *article) dropGeneric(start, suffix int) int {
	first := -1
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < suffix; i++ {
		if a.specific(i) {
			first = a.words[i].Start
			break
		}
	}
	if first < 0 {
		return start
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < first; i++ {
		if runes(a.word(i)) < 2 || nameVerbs.Has(a.word(i)) {
			return start // a single character before it may belong to it
		}
	}
	return first
}

// common words are found this often in jieba's counts; rarer ones may name a firm.
const commonWord = 60

// specific tells whether a word can make a name a name: a place, an unknown
// word, a rare one.
func (a *article) specific(i int) bool {
	w := a.words[i]
	word := a.word(i)
	if !w.Known {
		return w.Tag != "w" && w.Tag != "m"
	}
	switch w.Tag {
	case "ns", "nr", "nrt", "nrfg", "nz", "nt", "eng":
		return true
	case "j":
		return runes(word) >= 2
	}
	_, freq, ok := segment.Default().Lookup(word)
	return !ok || freq < commonWord && runes(word) >= 2
}

// generic names are none: 该公司, 子公司, 上市公司.
var generic = lexicon.NewSet(strings.Fields("子 分 母 总 本 该 某 各 外国 上市 股份 责任 有限 保险 物流 科技 房地产 地产 建筑 投资 国有 民营 快递 " +
	"商业 中央 地方 城市 农村 村镇 世界 私人 外资 股份制 政策性 开放式 封闭式 货币 股票 债券 指数 公募 私募 阳光私募 社保 养老 医疗 社会 人寿 财产 车 " +
	"五星级 四星级 三星级 星级 经济型 连锁 大型 小型 国际 国内 传统 新能源 电动 二手 高 低 新 老 大 小 全 生态 工业 农业 服务 信息 网络 移动 电子 " +
	"高等 重点 普通 公立 民办 私立 职业 小额 希望 农民 专业 家庭 国营 集体 乡镇 中国 全国 国家 我国 省 市 县 区 镇 乡 村 州 " +
	"公 法 军 火 水 电 煤 油 天然 自来 核 风 热 邮 警 铁 航 船 民 相关 有关 主管 监管 执法 行政 司法 立法 环保 教育 卫生 当地 政府 基层 上级 下级 职能 研究 检测 监测 培训"))

func (a *article) isName(start, suffix int, suffixWord string, legal bool) bool {
	name := a.s[start:suffix]
	n := runes(name)
	if n == 0 || generic.Has(name) {
		return knownWhole(a.s[start:suffix] + suffixWord)
	}
	if r := a.runeBefore(start); r == '《' {
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < suffix; i++ {
		if a.specific(i) {
			return legal || n >= 2 && !a.onlyPlace(start, suffix, suffixWord)
		}
	}
	return legal && n >= 4
}

// onlyPlace refuses a bare place before a suffix that then is a kind of thing:
// 沂川汽车, 中国银行 is on the list, 沂川电子.
func (a *article) onlyPlace(start, suffix int, suffixWord string) bool {
	if !words().firm.Has(suffixWord) || runes(suffixWord) > 2 {
		return false
	}
	switch suffixWord {
	case "银行", "公司", "集团", "证券", "煤矿", "电厂", "酒厂", "钢厂", "日报", "航空", "基金", "保险":
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < suffix; i++ {
		if !isPlace(a.words[i]) {
			return false
		}
	}
	return true
}

func knownWhole(name string) bool { return lexicon.Load("organizations").Has(name) }
