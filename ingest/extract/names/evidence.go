package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// evidence tells whether something beside a stretch, or elsewhere in the
// article, says that it names a firm: a title or a share code behind it, a
// longer form, being the subject of what firms do.
func (a *article) evidence(start, end int) bool {
	return a.beforeFirmTitle(end) || a.beforeCode(end) || a.fullerForm(a.s[start:end]) ||
		a.beforeShortForm(end) || a.clauseHead(start) && a.beforeFirmVerb(end) || words().firms.Has(Stem(a.s[start:end])) ||
		a.besideFirm(start, end)
}

// sureNeighbour is how sure the tagger must be of a firm for the next in a list.
const sureNeighbour = 0.8

// besideFirm tells whether a 、 or a bracket stands between a stretch and what the
// tagger is sure is a firm: 青禾科技、|岚汀, 岚汀（|LANTING）.
func (a *article) besideFirm(start, end int) bool {
	if r := a.runeBefore(start); r == '、' || r == '（' || r == '(' {
		before := start - utf8.RuneLen(r)
		if a.sureFirmAt(before-1) && before > 0 {
			return true
		}
	}
	return a.runeAt(end) == '、' && a.sureFirmAt(end+len("、"))
}

func (a *article) sureFirmAt(off int) bool {
	for _, t := range a.spansOver(text.Range{Start: off, End: off + 1}) {
		if t.Tag == tagger.Company && t.Confidence >= sureNeighbour {
			return true
		}
	}
	return false
}

// firmTitles are the posts that only a firm has.
var firmTitles = lexicon.NewSet(strings.Fields("董事长 副董事长 董事局主席 董事会主席 总经理 副总经理 常务副总经理 总裁 副总裁 高级副总裁 执行副总裁 首席执行官 首席运营官 首席财务官 首席技术官 首席经济学家 首席分析师 " +
	"执行董事 独立董事 董秘 董事会秘书 证券事务代表 创始人 联合创始人 行长 副行长 总监 财务总监 市场总监 技术总监 运营总监 公关总监 产品经理 执行长 行政总裁 董事总经理 轮值董事长 CEO CFO COO CTO 分析师 研究员 基金经理 首席策略分析师 掌门人 厂长 副厂长 矿长"))

func (a *article) beforeFirmTitle(end int) bool {
	rest := a.ahead(end, 40)
	if r, n := utf8.DecodeRuneInString(rest); strings.ContainsRune("前原现", r) {
		rest = rest[n:]
	}
	return firmTitles.Prefix(rest) > 0 || chiefOf(rest)
}

// chiefs end the posts that begin with 首席.
var chiefs = []string{"顾问", "官", "师", "家", "专家", "代表", "研究员"}

// longestChief bounds such a post, in characters.
const longestChief = 10

// chiefOf tells a post made of 首席 and what somebody is chief of: 首席葡萄酒顾问.
func chiefOf(s string) bool {
	rest, ok := strings.CutPrefix(s, "首席")
	if !ok {
		return false
	}
	if n := strings.IndexAny(rest, followers); n >= 0 {
		rest = rest[:n]
	}
	rest = takeUpTo(rest, longestChief)
	for _, c := range chiefs {
		if strings.Contains(rest, c) {
			return true
		}
	}
	return false
}

// takeUpTo gives the first n characters of s, or all.
func takeUpTo(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// ahead is the text behind off, about n bytes of it.
func (a *article) ahead(off, n int) string { return a.s[off:a.cutAfter(off, off+n)] }

// cutAfter moves end back to the beginning of a character, not before off.
func (a *article) cutAfter(off, end int) int { return max(off, cutAt(a.s, end)) }

// beforeCode: 青禾科技(600000.SH), 青禾科技（00000，HK）, 青禾(NYSE:QH).
func (a *article) beforeCode(end int) bool {
	rest := a.ahead(end, 30)
	open := strings.TrimLeft(rest, "（([")
	if len(open) == len(rest) {
		return false
	}
	for _, market := range []string{"NYSE", "NASDAQ", "Nasdaq", "HK", "SH", "SZ", "股票代码", "证券代码", "股份代号"} {
		if strings.HasPrefix(open, market) {
			return true
		}
	}
	digits := len(open) - len(strings.TrimLeft(open, "0123456789"))
	return digits >= 4 && digits <= 6 && strings.IndexAny(open[digits:min(len(open), digits+6)], ".,)，）;-") == 0
}

func (a *article) beforeShortForm(end int) bool {
	rest := a.ahead(end, 60)
	return (strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(")) && strings.Contains(rest, "简称")
}

// firmVerbs are what firms do, as the predicate right behind the name.
var firmVerbs = lexicon.NewSet(strings.Fields("宣布 发布公告 公告 公告称 推出 收购 并购 上市 控股 入股 参股 增持 减持 停牌 复牌 董事会 股价 旗下 相关负责人 有关负责人 内部人士 方面表示 方面称 中国区 官方 总部 员工 门店 专卖店 旗舰店 年报 财报 招股书 股份 发布 披露 透露 回应 中标 净利润 营业收入 营收"))

func (a *article) beforeFirmVerb(end int) bool { return firmVerbs.Prefix(a.ahead(end, 24)) > 0 }

// clauseHead tells whether a clause begins at off.
func (a *article) clauseHead(off int) bool {
	r := a.runeBefore(off)
	return r == 0 || followerChars.has(r)
}

// fullerTails are what a firm's longer name has behind the short one.
var fullerTails = []string{"集团", "公司", "银行", "控股", "汽车", "科技", "电器", "电子", "股份", "有限"}

// longestStem is how many characters of a fuller form are looked at.
const longestStem = 8

// fullerForm tells whether the article prints another form of the firm's name
// that can be no other word, or a longer name that begins with this one: 青禾集团
// vouches for 青禾.
func (a *article) fullerForm(name string) bool {
	for _, form := range otherForms()[name] {
		if strings.Contains(a.s, form) {
			return true
		}
	}
	if a.stems == nil {
		a.stems = map[string]bool{}
		for _, tail := range fullerTails {
			for at := 0; ; {
				k := strings.Index(a.s[at:], tail)
				if k < 0 {
					break
				}
				a.addStems(at + k)
				at += k + len(tail)
			}
		}
	}
	return a.stems[name]
}

func (a *article) addStems(end int) {
	start := end
	for range longestStem {
		r, n := utf8.DecodeLastRuneInString(a.s[:start])
		if n == 0 || followerChars.has(r) {
			return
		}
		start -= n
		a.stems[a.s[start:end]] = true
	}
}
