package names

import (
	"slices"
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
	longestQuoted   = 24 // characters between the marks of “…”工程
	longestBehind   = 10 // characters behind the marks: “北溪”|天然气管道
)

// projects finds named undertakings: quoted ones, those known by name, and
// specific words before a project's ending.
func projects(a *article) []extract.Mention {
	out := slices.Concat(a.quotedProjects(), a.campaigns(), a.lines())
	a.occurrences(projectWords().known, func(start, end int) {
		if strings.HasPrefix(a.ahead(end, 6), "工程") && !strings.HasSuffix(a.s[:end], "工程") {
			end += len("工程")
		}
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
var quotedEndings = lexicon.NewSet(strings.Fields("项目 工程 计划 行动 专项 专项行动 专项计划 试点 规划 行动计划 工程项目 专项工作 工程攻坚战 攻坚战 战略工程 重大项目 系列专项行动 专项整治"))

// quotedProjects: “东干渠提升”工程, 「百村」計劃.
func (a *article) quotedProjects() []extract.Mention {
	var out []extract.Mention
	for _, q := range a.view.Pairs {
		inner := runes(a.s[q.Start:q.End]) - 2
		if inner < 2 || inner > longestQuoted || strings.ContainsAny(a.s[q.Start:q.End], "，。！？") {
			continue
		}
		n := a.endingBehind(q.Start, q.End)
		if n == 0 {
			if a.projectInside(q.Inner) || a.amongProjects(q.End) {
				out = append(out, project(q.Inner.Start, q.Inner.End, "names.quoted-project", 0.6))
			}
			continue
		}
		start := q.Start
		if from := a.placeEnding(a.lineStart(start), start); from.Len() > 0 {
			start = from.Start
		}
		if !a.kindOfProject(start, q.End+n) {
			out = append(out, project(start, q.End+n, "names.quoted-project", 0.7))
		}
	}
	return out
}

// amongProjects tells that a list of names between marks goes on at off and ends
// with what they are: “千山”|“百水”等一系列专项整治.
func (a *article) amongProjects(off int) bool {
	for range mostListed {
		switch r := a.runeAt(off); r {
		case '、', '和', '与', '及':
			off += utf8.RuneLen(r)
		case '“':
			n := strings.Index(a.ahead(off, 3*longestQuoted), "”")
			if n < 0 {
				return false
			}
			off += n + len("”")
		case '等':
			off += utf8.RuneLen(r)
			return quotedEndings.Prefix(a.ahead(off+several.Prefix(a.ahead(off, 15)), 24)) > 0
		default:
			return false
		}
	}
	return false
}

// mostListed bounds the way to the end of a list.
const mostListed = 12

// projectInside tells a whole name between marks: “千山护林计划”.
func (a *article) projectInside(inner text.Range) bool {
	name := a.s[inner.Start:inner.End]
	if runes(name) > longestInside || !endsAsProject(name) || a.kindOfProject(inner.Start, inner.End) {
		return false
	}
	for i := a.wordAt(inner.Start); i < len(a.words) && a.words[i].End <= inner.End; i++ {
		if strings.IndexByte("wpurdye", a.words[i].Tag[0]) >= 0 && a.word(i) != "+" && a.words[i].Tag != "eng" {
			return false
		}
	}
	return true
}

const longestInside = 16 // characters

// endingBehind gives the bytes of a project's ending behind the mark at off, with
// a word or two that say what is built: “东干渠”|提水管道.
func (a *article) endingBehind(start, off int) int {
	known := projectWords().known.Has(strings.Trim(a.s[start:off], "“”「」")) || fiveYearPlan(a.s[start:off])
	n := quotedEndings.Prefix(a.ahead(off, 30))
	for i := a.afterYears(off); n == 0 && !known && i < len(a.words) && runes(a.s[off:a.words[i].End]) <= longestBehind; i++ {
		w := a.words[i]
		if w.Start < off || a.stopsProject(i, a.word(i)) || w.Tag == "v" && !a.nameVerb(i) {
			break
		}
		if m := projectWords().all.Suffix(a.s[off:w.End]); m > 0 && w.End-off > n && !a.goesOn(i+1) {
			n = w.End - off
		}
	}
	return n
}

// afterYears gives the word behind the years a plan takes, where they stand at off:
// “千山护林”3年|计划.
func (a *article) afterYears(off int) int {
	i := a.wordAt(off)
	digits := len(a.ahead(off, 12)) - len(strings.TrimLeft(a.ahead(off, 12), numerals))
	if end := off + digits + len("年"); digits > 0 && strings.HasPrefix(a.s[off+digits:], "年") && a.boundary(end) {
		return a.wordAt(end)
	}
	return i
}

// goesOn tells whether word i makes something else of a project: 项目|部.
func (a *article) goesOn(i int) bool {
	return i < len(a.words) && (projectWords().all.Has(a.word(i)) || projectEnds.Has(a.word(i)))
}

// nameVerb tells a verb that names of projects hold.
func (a *article) nameVerb(i int) bool {
	return words().verb.Has(a.word(i)) || projectVerbs.Has(a.word(i))
}

// projectVerbs are what is done in projects: 东干渠|改造|工程.
var projectVerbs = lexicon.NewSet(strings.Fields("改造 扩建 改扩建 新建 迁建 重建 采购 治理 整治 修复 提升 引水 供水 调水 输水 供热 供暖 灌溉 种植 育种 制氢 制油 储能 充电 探测 观测 试验 示范 推进 巩固 攻坚 培育 招聘 打击 清理 绿化 防护 搬运 抢险 输送"))

// projectEndingAt takes word i for the end of a project's name.
func (a *article) projectEndingAt(from, i int) (extract.Mention, bool) {
	end := a.words[i].End
	n := projectWords().all.Suffix(a.s[max(from, end-longestNameBytes):end])
	if n == 0 || a.goesOn(i+1) {
		return extract.Mention{}, false
	}
	e := ending{word: a.s[end-n : end], start: end - n, end: end, kind: store.Project}
	start, sure := a.projectStart(from, e)
	start, _ = a.trimProject(start, end)
	start = a.lineStartsBefore(from, start, &e)
	if !a.projectName(start, e) || a.kindOfProject(start, end) {
		return extract.Mention{}, false
	}
	sure = sure || places().Prefix(a.s[start:e.start]) > 0 || facilities.Has(e.word)
	if projectWords().built.Has(e.word) || e.word == "行动" || sure && e.word != "计划" && a.onlyNameVerbs(start, e.start) {
		return project(start, end, "names.project-suffix", 0.6), true
	}
	return project(start, end, "names.project-suffix", doubtfulProject), true
}

// facilities are built under names that no place begins.
var facilities = lexicon.NewSet(strings.Fields("产业园 工业园 科技园 物流园 创业园 光伏电站 风电场 数据中心"))

// doubtfulProject is for words before an ending that no place and no number
// begins: of those that the tagger did not see one in four was a project.
const doubtfulProject = 0.4

// onlyNameVerbs tells that no verb of a clause stands in a stretch: not
// 岚汀|抢修|生产线.
func (a *article) onlyNameVerbs(start, end int) bool {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if a.words[i].Tag == "v" && !a.nameVerb(i) {
			return false
		}
	}
	return true
}

// endsOfLines are characters that stand for the places a railway runs between.
const endsOfLines = "京津沪渝冀豫云滇辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕秦吉闽贵黔粤青藏川蜀宁琼港广深杭成昆兰合福郑西石济武沈哈大长"

// lineStartsBefore takes in the character that the cutter has put to the word
// before: 渝|昆高铁.
func (a *article) lineStartsBefore(from, start int, e *ending) int {
	if !strings.HasSuffix(e.word, "铁路") && !strings.HasSuffix(e.word, "高铁") || runes(a.s[start:e.start]) != 1 {
		return start
	}
	for _, r := range a.s[start:e.start] {
		if !strings.ContainsRune(endsOfLines, r) {
			return start
		}
	}
	if r, n := utf8.DecodeLastRuneInString(a.s[from:start]); strings.ContainsRune(endsOfLines, r) {
		return start - n
	}
	return start
}

// projectEnds go on with something that is no project: 项目|部, 计划|书.
var projectEnds = lexicon.NewSet(strings.Fields("部 书 院 师 处 组 办 公司 经理 总监 管理 机械 学院 大学 局 段 指挥部 建设者 领域 行业 企业 单位 专家 中心 技术 研究 有限公司 监理 造价 沿线 沿岸 周边 部门 口岸 设施 公安 客流 股份 集团 票价 运输 建设部 学校 大厦 总公司"))

// projectStart walks left from a project's ending. Firms and activities may
// stand in the name: 青禾煤矿低浓度瓦斯发电项目.
func (a *article) projectStart(from int, e ending) (start int, sure bool) {
	first := -1
	start = e.start
	if w := a.words[a.wordAt(start)]; w.Start < start && w.Start >= from {
		if start = w.Start; !a.commonWord(w.Start, w.End) {
			first, sure = start, true // the cutter knows 兰新铁路
		}
	}
	for i := a.wordAt(start) - 1; i >= 0; i-- {
		w, word := a.words[i], a.word(i)
		if w.Start < from || w.End != start || runes(a.s[w.Start:e.start]) > longestProject || a.stopsProject(i, word) {
			break
		}
		start = w.Start
		if isPlace(w) || a.rareWord(i) || a.digitsInName(i) || w.Tag == "nr" && w.End == e.start && projectWords().built.Has(e.word) {
			first, sure = start, isPlace(w) || a.digitsInName(i)
		}
	}
	if first < 0 {
		return e.start, false
	}
	return first, sure
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
	return a.words[i].Tag == "eng" || a.output(i) || strings.HasPrefix(word, "第") && !periods.Has(word[len("第"):])
}

// output tells a number, and its unit, behind 年产.
func (a *article) output(i int) bool {
	return i > 0 && a.word(i-1) == "年产" || i > 1 && a.word(i-2) == "年产" && a.words[i].Tag[0] == 'q'
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

// Line is the number and 号线 that a name ends with: 4号线 of 沂川地铁4号线; "" for
// others.
func Line(name string) string {
	core, ok := strings.CutSuffix(name, "号线")
	if !ok {
		return ""
	}
	at := len(strings.TrimRight(core, "0123456789一二三四五六七八九十"))
	if at == len(core) {
		return ""
	}
	return name[at:]
}

// Coined tells a core of three characters that is no word of the dictionary and no
// place: it was made for one work, and a longer name that holds it is that work's.
func Coined(core string) bool {
	return runes(core) == 3 && !plainWord(core) && !OnlyPlaces(core)
}
