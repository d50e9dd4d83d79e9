package names

import (
	"regexp"
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// quotedProject: “东干渠提升”工程, 「百村」計劃.
var quotedProject = regexp.MustCompile(`[“「]([^”」，。！？]{2,16})[”」](项目|工程|计划|行动|专项)`)

var projectSuffixes = lexicon.NewSet(strings.Fields("项目 工程 计划 行动 基地 产业园 工业园 科技园 物流园 创业园 园区 生产线 机组 高铁 铁路 高速公路 高速 大桥 特大桥 隧道 水电站 电站 水库 " +
	"风电场 光伏电站 抽水蓄能电站 示范区 试验区 综合体 数据中心 枢纽 专项行动 攻坚战 规划 行动方案 行动计划"))

// projectsNeeding lists suffixes that are undertakings only with 项目 or 工程 or a
// name of their own beside them.
const shortestProject = 4 // characters of the name before the suffix

// projects finds named undertakings: quoted ones, and specific words before a
// project's suffix.
func projects(a *article) []extract.Mention {
	var out []extract.Mention
	for _, m := range quotedProject.FindAllStringSubmatchIndex(a.s, -1) {
		out = append(out, extract.Mention{Range: text.Range{Start: m[0], End: m[1]}, Kind: store.Project,
			Found: extract.Found{Rule: "names.quoted-project", Confidence: 0.7}})
	}
	for _, p := range a.view.Paragraphs {
		for i := a.wordAt(p.Start); i < len(a.words) && a.words[i].Start < p.End; i++ {
			if m, ok := a.projectEndingAt(p.Start, i); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

func (a *article) projectEndingAt(from, i int) (extract.Mention, bool) {
	end := a.words[i].End
	n := projectSuffixes.Suffix(a.s[max(from, end-longestNameBytes):end])
	if n == 0 || i+1 < len(a.words) && projectSuffixes.Has(a.word(i+1)) {
		return extract.Mention{}, false
	}
	suffix := a.s[end-n : end]
	start := a.dropGeneric(a.leftEnd(from, end-n), end-n)
	if !a.projectName(start, end-n, suffix) {
		return extract.Mention{}, false
	}
	return extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Project,
		Found: extract.Found{Rule: "names.project-suffix", Confidence: 0.5}}, true
}

// projectName asks for a place or an unknown word, and enough beside it.
func (a *article) projectName(start, end int, suffix string) bool {
	if runes(a.s[start:end]) < shortestProject && suffix != "水电站" && suffix != "大桥" && suffix != "高铁" && suffix != "铁路" {
		return false
	}
	if runes(a.s[start:end]) < 2 || suffix == "计划" || suffix == "行动" || suffix == "规划" {
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if isPlace(a.words[i]) || !a.words[i].Known && a.words[i].Tag != "w" && runes(a.word(i)) >= 2 {
			return true
		}
	}
	return false
}
