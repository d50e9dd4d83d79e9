package names

import (
	"strings"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
)

// Words for firms and bodies that have no name: 贸易公司, 卫生部门.

// noFirm tells what looks like a firm to the tagger and has no name: 贸易公司,
// 某公司, 大集团; and models of products, A4 2.0T.
func (a *article) noFirm(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	if strings.Contains(s, "某") {
		return true
	}
	if t.Tag == tagger.Organization {
		return a.noBody(t)
	}
	if t.Tag == tagger.Company && strings.Trim(s, asciiLetters) != "" && strings.Trim(s, asciiLetters+asciiDigits) == "" && strings.ContainsAny(s, asciiDigits) {
		return !words().firms.Has(s)
	}
	if n := dayWords.Prefix(s); n > 0 && n < len(s) && onlyTrades(s[n:]) {
		return true // 昨日|乳业|专家
	}
	n := words().firm.Suffix(s)
	if works, ok := strings.CutSuffix(s, "工厂"); ok && works != "" && OnlyPlaces(works) {
		return true // 青禾杭州工厂 has a name, 杭州工厂 none
	}
	if n == 0 || t.Tag != tagger.Company {
		return false
	}
	name := s[:len(s)-n]
	if words().firms.Has(s) {
		return false
	}
	return words().generic.Has(name) || standIn.Has(name) || countries().Has(name) || strings.HasPrefix(name, "第") || onlyTrades(name)
}

// standIn stand with 公司 where the text says what one already named did: 其称|公司.
var standIn = lexicon.NewSet(strings.Fields("其 其称 其将 其子 其母 其分 该 本 我 贵"))

// dayWords say when, and stand before a noun that looks like a firm's name with them.
var dayWords = lexicon.NewSet(strings.Fields("昨日 今日 昨天 今天 昨晚 近日 日前 目前 当日 当天 近期 最近 去年 今年 本月 上月 本周 上周"))

// kindsOfBodies end words for bodies of a kind: 卫生部门, 有关部委.
var kindsOfBodies = lexicon.NewSet(strings.Fields("部门 部委 机构 各界 当局 单位 消费者 企业 民众 官方 方面 机关 各地 双方 三方 各方"))

// anyOf say that several or any are meant: 一些政府, 各地的政府.
var anyOf = lexicon.NewSet(strings.Fields("一些 有关 相关 各级 各地 各 部分 多个 某些 上级 下级 当地 地方 基层 多国 各国 所在 本地"))

// sorts of bodies are no names: 公立|医院.
var sorts = lexicon.NewSet(strings.Fields("新 前 上届 本届 新一届 公立 私立 民办 公办 高等 普通 重点 职业 定点 专业 综合 省级 市级 县级 国家级 专科 民营 乡村 城市 农村 社区 国际 全球 世界 国外 国内 全国 各类 三甲 二级 三级 双一流 行业 当地 上级 基层"))

// unnamed begin words for a part of a body that is not named: 公司|党委宣传部, 该厅|采购处.
var unnamed = lexicon.NewSet(strings.Fields("公司 集团 本公司 该公司 该厅 该局 该院 该校 该市 该省 本台"))

// partOfFirm are the organs of a firm or body: 公司|董事会. 公司法研究会 has none.
var partOfFirm = lexicon.NewSet(strings.Fields("党委 纪委 工会 团委 董事会 监事会 股东会 股东大会 总部 总公司 分公司 子公司 办公室 管理层 高层"))

// noBody tells words for bodies of a kind: 卫生部门, 一些政府.
func (a *article) noBody(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	if words().bodies.Has(s) {
		return false
	}
	if n := unnamed.Prefix(s); n > 0 && (n == len(s) || isDepartment(s) || partOfFirm.Prefix(s[n:]) > 0) {
		return true
	}
	if OnlyPlaces(s) || s == "中华人民共和国" {
		return true
	}
	for i := a.wordAt(t.Start); i < len(a.words) && a.words[i].End <= t.End; i++ {
		if anyOf.Has(a.word(i)) {
			return true
		}
	}
	n := words().body.Suffix(s)
	return kindsOfBodies.Suffix(s) > 0 || words().generic.Has(s) || n > 0 && sorts.Has(s[:len(s)-n])
}

const (
	asciiDigits  = "0123456789."
	asciiLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz "
)

// partyTo tells the sides of a dealing: 中方, 美方; and what they do: 并愿.
func (a *article) partyTo(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	return t.Tag == tagger.Organization && runes(s) == 2 && (strings.HasSuffix(s, "方") || strings.HasSuffix(s, "愿"))
}
