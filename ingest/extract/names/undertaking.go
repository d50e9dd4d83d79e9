package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// mendProject repairs the bounds of a project's name that the tagger gives, and
// gives false for words that name a kind of project or a plan of the state's.
func (a *article) mendProject(t *tagger.Span) bool {
	a.mendHead(t)
	a.mendMarks(t)
	a.mendBrackets(t)
	t.Start, t.End = a.trimProject(t.Start, t.End)
	return t.End > t.Start && !a.partOfWorks(t) && !a.kindOfProject(t.Start, t.End)
}

// endsAsProject tells whether a name ends like a project's: the tagger's doubt is
// then about its bounds only.
func endsAsProject(name string) bool {
	n := projectWords().all.Suffix(name)
	return n > 0 && runes(name[:len(name)-n]) >= 2
}

var (
	// beforeProject are words of the sentence before a project's name.
	beforeProject = lexicon.NewSet(strings.Fields("推进 加快 加快推进 全面推进 实施 启动 开展 上马 新开工 新建 新增 缓解 减轻 聚焦 迅速 承建 参与 投资 计划 推动 参观 考察 建立 " +
		"打造 包括 位于 今起 执行 来自 正在 即将 穿越 途经 连接 在建 对接 乘坐 通过 作为 围绕 依托 利用 完成 进行 组织 获得 中标 其中 本次 这一 这套 这条 这项 该省 我国 日前"))
	// glued are characters that the cutter puts to a name of two behind them.
	glued = "自经除如据于由"
	// sites stand behind a project's name and say what is there.
	sites = lexicon.NewSet(strings.Fields("施工现场 施工工地 建设工地 建设现场 现场 工地 施工 沿线 全线 全线隧道 建设办 名单 开工仪式 竣工仪式 启动仪式 奠基仪式"))
)

// trimProject cuts the words of the sentence off a project's name:
// 推进|东干渠工程, 自|沂远铁路, 东干渠工程|施工现场.
func (a *article) trimProject(start, end int) (int, int) {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start == start && beforeProject.Has(a.word(i)) && endsAsProject(a.s[a.words[i].End:end]); i++ {
		start = a.words[i].End
	}
	end -= tailOfSite(a.s[start:end])
	if r, n := utf8.DecodeRuneInString(a.s[start:end]); strings.ContainsRune(glued, r) && lineOfTwo(a.s[start+n:end]) {
		start += n
	}
	if n := projectWords().known.Suffix(a.s[start:end]); n > 0 && a.clauseBefore(start, end-n) {
		start = end - n // 沂川后坐车经|港珠澳大桥
	}
	return start, end
}

// clauseBefore tells words of the sentence before a known work from a place or a
// mark that belongs to it.
func (a *article) clauseBefore(start, end int) bool {
	head := a.s[start:end]
	return head != "" && !strings.ContainsAny(head, opening) && !OnlyPlaces(head) && (runes(head) <= 2 || a.holdsTag(start, end, "pvdf"))
}

// holdsTag tells whether a word of one of some parts of speech stands in a stretch.
func (a *article) holdsTag(start, end int, tags string) bool {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].End <= end; i++ {
		if strings.IndexByte(tags, a.words[i].Tag[0]) >= 0 {
			return true
		}
	}
	return false
}

const opening = "“「《‘"

// lineOfTwo tells a railway named by a character of each end: 沂远铁路.
func lineOfTwo(name string) bool {
	n := projectWords().built.Suffix(name)
	return n > 0 && runes(name[:len(name)-n]) == 2
}

// tailOfSite gives the bytes of a word for a site behind a project's name.
func tailOfSite(name string) int {
	n := sites.Suffix(name)
	if rest := name[:len(name)-n]; n > 0 && (endsAsProject(rest) || projectWords().known.Has(rest)) {
		return n
	}
	return 0
}

var (
	// kindsOfProject stand right before an ending and say of what kind, or how
	// important, many projects are.
	kindsOfProject = lexicon.NewSet(strings.Fields("在建 拟建 续建 重点 重大 控制性 关键控制性 先导性 示范性 指令性 标志性 标杆 代表性 公共 民生 备案 获批 传统 比赛 竞赛 体育 运动 遗产 " +
		"文化遗产 作战 军事 地面 实际 单边 报复 面子 形象 政绩 世纪 基础设施 原本 年度 航班 工作 教学 复习 重整 服务 收费 检测 体验 功能 典型 认证 娱乐 综合性"))
	// ofMany begin words for what several have, or all: 两国|合作项目.
	ofMany = lexicon.NewSet(strings.Fields("两国 多国 各国 外国 本国 双方 多方 各方 各地 多地 中外"))
	// unfinished stand anywhere in words for several projects: 沂川|在建|铁路项目.
	unfinished = lexicon.NewSet(strings.Fields("在建 拟建"))
	// clauseWords make a clause of the words before an ending: 海岛|为|贸易基地.
	clauseWords = lexicon.NewSet(strings.Fields("为 是 处于 成为 源于 聚焦 就是 不是 主要"))
	states      = lexicon.NewSet(strings.Fields("中国 我国 国家 全国"))
	// fiveYears are the plans of the state, which are dates more than undertakings.
	fiveYears = lexicon.NewSet(strings.Fields("规划 规划纲要 发展规划 发展规划纲要 计划 专项规划 远景规划 发展计划"))
)

// kindOfProject tells words that name no project: 建设工程, 三大行动, 在建项目,
// “十二五”规划, 户式空调机组.
func (a *article) kindOfProject(start, end int) bool {
	name := a.s[start:end]
	n := projectWords().all.Suffix(name)
	core := strings.TrimRight(name[:len(name)-n], "”」’")
	switch {
	case core == "" || strings.HasSuffix(name, "系统工程") || severalProjects(name) || fiveYearPlan(name) || ofMany.Prefix(name) > 0:
		return true
	case n == 0 || len(core) < len(name)-n: // no ending, or its marks
		return false
	case kindsOfProject.Suffix(core) > 0 || sizes.Has(a.lastWord(start, start+len(core))):
		return !strings.HasSuffix(name, "专项") && !strings.HasSuffix(name, "专项行动")
	case strings.HasSuffix(name, "机组") && !strings.Contains(core, "号") && !strings.ContainsAny(core, asciiDigits):
		return true
	case (strings.HasSuffix(name, "铁路") || strings.HasSuffix(name, "高铁")) && a.lineOfNowhere(core):
		return true
	}
	if a.holdsWord(start, end, unfinished) || a.holdsWord(start, end, clauseWords) {
		return true
	}
	r := a.runeBefore(start)
	inMarks := r == '“' || r == '‘'
	if !a.commonWord(start, start+len(core)) && !(inMarks && runes(core) < shortestProject) || strings.HasSuffix(name, "行动") || strings.HasSuffix(name, "计划") {
		return false
	}
	return !inMarks || !a.carriedOut(text.Range{Start: start - utf8.RuneLen(r), End: a.behindMark(end)})
}

// carriedOut tells that what stands in marks is done as one undertaking is: named,
// started before them or built behind them, 启动|“圆梦工程”, “圆梦工程”|竣工. 曝光“豆腐渣工程” is not.
func (a *article) carriedOut(marked text.Range) bool {
	i := a.wordAt(marked.Start) - 1
	if i >= 0 && a.word(i) == "了" {
		i--
	}
	if i >= 0 && (carries.Has(a.word(i)) || begins.Has(a.word(i))) {
		return true
	}
	return begins.Prefix(a.ahead(marked.End, 15)) > 0
}

// behindMark steps over the closing mark at off; a half-closed pair has none.
func (a *article) behindMark(off int) int {
	if r := a.runeAt(off); r == '”' || r == '’' {
		return off + utf8.RuneLen(r)
	}
	return off
}

// begins are said of one undertaking before its name or behind it.
var begins = lexicon.NewSet(strings.Fields("名为 叫做 称为 建成 竣工 开工 动工 完工 投产 投用 启动 启用 启幕 立项 奠基 建设 改造"))

// sizes before an ending tell of what size: 投资|大|项目.
var sizes = lexicon.NewSet(strings.Fields("大 小 新 老 好"))

// lastWord is the word that ends at end.
func (a *article) lastWord(start, end int) string {
	if i := a.wordAt(end - 1); end > start && i < len(a.words) && a.words[i].Start >= start && a.words[i].End == end {
		return a.word(i)
	}
	return ""
}

// plainEndings end words for kinds of projects more often than names.
var plainEndings = lexicon.NewSet(strings.Fields("项目 基地 园区 生产线 示范区 隧道"))

// ownWord tells that a name holds something that no kind of project does: a place,
// a number, a mark, a word made for it.
func (a *article) ownWord(start, end int) bool {
	if strings.ContainsAny(a.s[start:end], opening+asciiDigits+"·") {
		return true
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if w := a.words[i]; isPlace(w) || a.rareWord(i) || strings.HasPrefix(w.Tag, "nr") {
			return true
		}
	}
	return false
}

// holdsWord tells whether a word of the set stands in a stretch.
func (a *article) holdsWord(start, end int, set *lexicon.Set) bool {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].End <= end; i++ {
		if set.Has(a.word(i)) {
			return true
		}
	}
	return false
}

// lineOfNowhere tells the railways of one place, 沂川省|铁路, from a line between
// two.
func (a *article) lineOfNowhere(core string) bool {
	return places().Has(core) || countries().Has(core) || strings.HasSuffix(core, "高速") || core == "城市" || core == "全国" || strings.ContainsAny(core, "乘坐搭该趟这那每首")
}

// commonWord tells one word of the dictionary that is no name of its own.
func (a *article) commonWord(start, end int) bool {
	i := a.wordAt(start)
	if i == len(a.words) || a.words[i].Start != start || a.words[i].End != end || !a.words[i].Known {
		return false
	}
	tag := a.words[i].Tag
	return !strings.HasPrefix(tag, "ns") && !strings.HasPrefix(tag, "nr") && !strings.HasPrefix(tag, "nz") && !strings.HasPrefix(tag, "nt") && tag != "eng" && tag != "j" && tag != "x"
}

const (
	numerals    = "0123456789０１２３４５６７８９一二两三四五六七八九十百千几数多余"
	classifiers = "项个条座家批类种大年"
)

// severalProjects tells a number of projects: 218项|村镇供水工程, 三大|行动计划, and 五年|规划.
func severalProjects(name string) bool {
	rest := strings.TrimLeft(name, numerals)
	r, n := utf8.DecodeRuneInString(rest)
	if len(rest) == len(name) || !strings.ContainsRune(classifiers, r) {
		return false
	}
	return r != '年' || projectWords().all.Has(rest[n:]) || fiveYears.Has(rest[n:])
}

var withoutMarks = strings.NewReplacer("“", "", "”", "", "‘", "", "’", "", "\"", "")

// fiveYearPlan: “十二五”规划, 十四五规划纲要. One of a trade or a place is a work of its own.
func fiveYearPlan(name string) bool {
	name = withoutMarks.Replace(name)
	rest, ok := strings.CutPrefix(name[states.Prefix(name):], "十")
	if !ok {
		return false
	}
	_, n := utf8.DecodeRuneInString(rest)
	rest, ok = strings.CutPrefix(rest[n:], "五")
	return ok && (rest == "" || fiveYears.Has(rest))
}
