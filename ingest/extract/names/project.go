package names

import (
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// undertakings holds the endings of projects' names.
type undertakings struct {
	all   *lexicon.Set
	built *lexicon.Set // works that a short name is enough for: 青禾大桥
	known *lexicon.Set
}

var projectWords = sync.OnceValue(func() *undertakings {
	return &undertakings{all: lexicon.Load("project_suffixes", "project_suffixes_built"),
		built: lexicon.Load("project_suffixes_built"), known: lexicon.Load("projects")}
})

const (
	shortestProject = 4  // characters before 项目, 工程 …
	longestProject  = 26 // and at most
	longestQuoted   = 16 // characters between the marks of “…”工程
)

// projects finds named undertakings: quoted ones, those known by name, and
// specific words before a project's ending.
func projects(a *article) []extract.Mention {
	out := a.quotedProjects()
	a.occurrences(projectWords().known, func(start, end int) {
		out = append(out, project(start, end, "names.list", 0.8))
	})
	for _, p := range a.view.Paragraphs {
		for i := a.wordAt(p.Start); i < len(a.words) && a.words[i].Start < p.End; i++ {
			if m, ok := a.projectEndingAt(p.Start, i); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

func project(start, end int, rule string, confidence float64) extract.Mention {
	return extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Project,
		Found: extract.Found{Rule: rule, Confidence: confidence}}
}

// quotedEndings follow the closing mark of a project's name: “东干渠提升”工程.
var quotedEndings = lexicon.NewSet(strings.Fields("项目 工程 计划 行动 专项 专项行动 专项计划 试点 规划 行动计划 工程项目"))

// quotedProjects: “东干渠提升”工程, 「百村」計劃.
func (a *article) quotedProjects() []extract.Mention {
	var out []extract.Mention
	for _, q := range a.view.Pairs {
		n := quotedEndings.Prefix(a.ahead(q.End, 24))
		inner := runes(a.s[q.Start:q.End]) - 2
		if n == 0 || inner < 2 || inner > longestQuoted || strings.ContainsAny(a.s[q.Start:q.End], "，。！？") {
			continue
		}
		start := q.Start
		if from := a.placeEnding(a.lineStart(start), start); from.Len() > 0 {
			start = from.Start
		}
		out = append(out, project(start, q.End+n, "names.quoted-project", 0.7))
	}
	return out
}

// projectEndingAt takes word i for the end of a project's name.
func (a *article) projectEndingAt(from, i int) (extract.Mention, bool) {
	end := a.words[i].End
	n := projectWords().all.Suffix(a.s[max(from, end-longestNameBytes):end])
	if n == 0 || i+1 < len(a.words) && (projectWords().all.Has(a.word(i+1)) || projectEnds.Has(a.word(i+1))) {
		return extract.Mention{}, false
	}
	e := ending{word: a.s[end-n : end], start: end - n, end: end, kind: store.Project}
	start := a.projectStart(from, e)
	if !a.projectName(start, e) {
		return extract.Mention{}, false
	}
	return project(start, end, "names.project-suffix", 0.6), true
}

// projectEnds go on with something that is no project: 项目|部, 计划|书.
var projectEnds = lexicon.NewSet(strings.Fields("部 书 院 师 处 组 办 公司 经理 总监 管理 机械 学院 大学 局 段 指挥部 建设者 领域 行业 企业 单位 专家 中心 技术 研究 有限公司 监理 造价 沿线 沿岸 周边"))

// projectStart walks left from a project's ending. Firms and activities may
// stand in the name: 青禾煤矿低浓度瓦斯发电项目.
func (a *article) projectStart(from int, e ending) int {
	start, first := e.start, -1
	for i := a.wordAt(start) - 1; i >= 0; i-- {
		w, word := a.words[i], a.word(i)
		if w.Start < from || w.End != start || runes(a.s[w.Start:e.start]) > longestProject || a.stopsProject(i, word) {
			break
		}
		start = w.Start
		if isPlace(w) || a.rareWord(i) || a.digitsInName(i) {
			first = start
		}
	}
	if first < 0 {
		return e.start
	}
	return first
}

func (a *article) stopsProject(i int, word string) bool {
	switch a.words[i].Tag[0] {
	case 'w':
		return word != "·" && word != "-" && word != "—"
	case 'p', 'c', 'u', 'r', 'd', 't', 'y', 'e', 'o':
		return true
	case 'm', 'q':
		return !a.digitsInName(i)
	}
	return words().stop.Has(word) && !words().verb.Has(word)
}

// digitsInName: 年产2500吨|项目, 3号|机组 take part in names; other numbers do not.
func (a *article) digitsInName(i int) bool {
	word := a.word(i)
	return a.words[i].Tag == "eng" || i > 0 && a.word(i-1) == "年产" || strings.HasPrefix(word, "第") && !periods.Has(word[len("第"):])
}

// periods behind 第 are times and no names: 第一季度|计划.
var periods = lexicon.NewSet(strings.Fields("一季度 二季度 三季度 四季度 一年 二年 一批 二批 三批 一次 二次 三次 一个 二个 三个 一阶段 二阶段 三阶段"))

// projectName asks for enough before the ending, and that it is no kind of thing.
func (a *article) projectName(start int, e ending) bool {
	name := a.s[start:e.start]
	n := runes(name)
	if projectWords().built.Has(e.word) {
		return n >= 2 && n <= 12 && !OnlyPlaces(name) || n >= 2 && n <= 6 && e.word != "基地"
	}
	r, _ := utf8.DecodeRuneInString(name)
	if OnlyPlaces(strings.TrimSuffix(strings.TrimSuffix(name, "工厂"), "公司")) {
		return false // 杭州工厂|生产线
	}
	return n >= shortestProject && r != '省' && r != '市'
}

// ProjectCore is a project's name without its ending and its marks: 东干渠提升 of
// “东干渠提升”工程.
func ProjectCore(name string) string {
	name = strings.TrimRight(name[:len(name)-projectWords().all.Suffix(name)], "”」")
	return strings.TrimLeft(name, "“「")
}
