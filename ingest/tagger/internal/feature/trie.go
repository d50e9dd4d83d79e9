package feature

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/zh/fold"
)

// Classes of the lexicon's words.
const (
	company = iota
	companyWeak
	companySuffix
	legalSuffix
	organization
	organizationSuffix
	place
	title
	speech
	eventSuffix
	projectSuffix
	classes
)

var lists = [classes][]string{
	company:            {"companies"},
	companyWeak:        {"companies_weak"},
	companySuffix:      {"company_suffixes"},
	legalSuffix:        {"company_suffixes_legal"},
	organization:       {"organizations"},
	organizationSuffix: {"organization_suffixes"},
	place:              {"places"},
	title:              {"titles", "titles_weak"},
	speech:             {"speech_verbs"},
}

// Endings of events and of projects.
const (
	eventEndings   = "会议 大会 峰会 论坛 年会 博览会 展览会 交易会 洽谈会 进博会 服贸会 广交会 研讨会 座谈会 发布会 推介会 全会 两会 会谈 会晤 奥运会 冬奥会 运动会 亚运会 世界杯 锦标赛 联赛 大赛 公开赛 邀请赛 马拉松 比赛 电影节 艺术节 文化节 购物节 嘉年华 战争 冲突 协定 协议 公约 条约 法 条例 办法 规定 通知 意见 法案 革命 运动 事件 事故 地震 周年 仪式 典礼 活动周 活动"
	projectEndings = "项目 工程 计划 行动 行动计划 行动方案 规划 方案 专项 试点 基地 示范区 产业园 水电站 核电站 电站 电厂 机组 高铁 铁路 高速 高速公路 公路 大桥 隧道 水库 大坝 水利枢纽 枢纽 管道 管线 运河 航线 专线 班列 生产线 中心 大厦 园区 新区 倡议 走廊 战略"
)

// trie finds words by the hash of each of their prefixes: one table, built once,
// and one look-up per character.
type trie struct {
	slots []slot
	mask  uint64
	alone [0x10000 / 64]uint64 // characters that are words
	heads [1 << 12]uint64      // a bit for each hash of what words begin with, two characters
}

// begins tells, sometimes wrongly, whether a word begins with two characters, and
// whether the first is one.
func (t *trie) begins(a, b uint16) (pair, alone bool) {
	h := pairBit(a, b)
	return t.heads[h>>6]>>(h&63)&1 == 1, t.alone[a>>6]>>(a&63)&1 == 1
}

func pairBit(a, b uint16) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) * 0xC2B2AE3D >> 14
}

// slot is a prefix of words; empty where key is 0.
type slot struct {
	key  uint64
	word uint16 // classes of the word that ends here
}

func extend(h uint64, c uint16) uint64 {
	h = (h ^ uint64(c)) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

const root = 0x5851F42D4C957F2D

func newTrie() *trie {
	words := [classes][]string{
		eventSuffix:   strings.Fields(eventEndings),
		projectSuffix: strings.Fields(projectEndings),
	}
	prefixes := 1
	for class := range words {
		for _, name := range lists[class] {
			words[class] = append(words[class], lexicon.Words(name)...)
		}
		for _, w := range words[class] {
			prefixes += utf8.RuneCountInString(w)
		}
	}
	size := 1
	for size < 2*prefixes {
		size *= 2
	}
	t := &trie{slots: make([]slot, size), mask: uint64(size - 1)}
	for class, list := range words {
		for _, w := range list {
			t.insert(w, 1<<class)
		}
	}
	return t
}

func (t *trie) insert(word string, class uint16) {
	h := uint64(root)
	var last *slot
	var folded []uint16
	for _, r := range word {
		folded = append(folded, uint16(fold.Rune(r)))
	}
	if len(folded) == 1 {
		t.alone[folded[0]>>6] |= 1 << (folded[0] & 63)
	} else if len(folded) > 1 {
		b := pairBit(folded[0], folded[1])
		t.heads[b>>6] |= 1 << (b & 63)
	}
	for _, c := range folded {
		h = extend(h, c)
		last = t.at(h)
		last.key = h
	}
	if last != nil {
		last.word |= class
	}
}

// at gives the slot of a prefix, or the free one where it would stand.
func (t *trie) at(h uint64) *slot {
	i := h >> 20 & t.mask
	for t.slots[i].key != 0 && t.slots[i].key != h {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}
