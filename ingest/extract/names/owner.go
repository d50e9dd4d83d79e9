package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// The rules here find the employer of a post that is not printed right behind him.

// tenures stand between a body and a post and say since when it is held:
// 青禾集团|现任|总裁.
var tenures = lexicon.NewSet(strings.Fields("现任 时任 新任 看守 临时 候任 当选"))

// caretakers of them belong to the title: 看守总理.
var caretakers = lexicon.NewSet(strings.Fields("看守 临时 候任 当选"))

// caretaker gives how many bytes before an office of a state belong to it.
func (a *article) caretaker(from, title int) int {
	if stateTitles.Prefix(a.ahead(title, longestTitle*3)) == 0 {
		return 0
	}
	return caretakers.Suffix(a.s[max(from, title-longestNameBytes):title])
}

// ofHead gives how many bytes before a title say of what head of a state it is, or that it is
// the highest: 俄|总统|新闻秘书, 朝鲜|最高|领导人.
func (a *article) ofHead(from, title int) int {
	before := a.s[max(from, title-longestNameBytes):title]
	ahead := a.ahead(title, longestTitle*3)
	for _, head := range []string{"总统", "总理", "首相", "最高"} {
		if strings.HasSuffix(before, head) && stateTitles.Prefix(head+ahead) > len(head) {
			return len(head)
		}
	}
	if aides.Prefix(ahead) > 0 {
		return a.aideOf(from, title)
	}
	return 0
}

// aides serve the head of a state in some field: 美|总统国家安全事务|助理.
var aides = lexicon.NewSet(strings.Fields("助理 顾问 高级顾问 特使 特别代表 特别助理"))

// aideOf gives how many bytes before an aide's title name his field and the head of state.
func (a *article) aideOf(from, title int) int {
	for i := a.wordAt(title) - 1; i >= 0 && a.words[i].Start >= from && runes(a.s[a.words[i].Start:title]) <= longestField; i-- {
		switch a.word(i) {
		case "总统", "总理", "首相":
			return title - a.words[i].Start
		}
		if strings.IndexByte("nvajb", a.words[i].Tag[0]) < 0 {
			break
		}
	}
	return 0
}

const longestField = 10 // characters

// envoys are posted to a country, which belongs to their title.
var envoys = lexicon.NewSet(strings.Fields("大使 特命全权大使 总领事 副总领事 公使 参赞 临时代办 代办"))

// postedTo gives how many bytes before an envoy's title say where he is, where the
// tagger does not see the place: 中国|驻尼泊尔|大使.
func (a *article) postedTo(from int, t text.Range) int {
	if envoys.Prefix(a.s[t.Start:t.End]) == 0 {
		return 0
	}
	before := a.s[max(from, t.Start-longestNameBytes):t.Start]
	n := countries().Suffix(before)
	if n == 0 || !strings.HasSuffix(before[:len(before)-n], "驻") {
		return 0
	}
	return n + len("驻")
}

// missions are bodies of their own.
var missions = lexicon.NewSet(strings.Fields("使馆 大使馆 领事馆 总领事馆 领馆 总领馆 代表团 代表处 办事处 使团"))

// sender gives the country that an envoy to a body is from: 临溪|驻世界粮食组织|大使.
func (a *article) sender(employer, t text.Range) (country text.Range, ok bool) {
	s := a.s[employer.Start:employer.End]
	n := countries().Prefix(s)
	if n == 0 || envoys.Prefix(a.s[t.Start:t.End]) == 0 || employer.End != t.Start || !strings.HasPrefix(s[n:], "驻") || missions.Suffix(s) > 0 {
		return employer, false
	}
	return text.Range{Start: employer.Start, End: employer.Start + n}, true
}

// experts know a subject that is printed before them and belongs to the title.
var experts = lexicon.NewSet(strings.Fields("专家 资深专家 高级专家 首席专家 分析师 高级分析师 首席分析师 资深分析师 研究员 高级研究员 学者"))

// splitSubject divides what stands before an expert where it begins with a body or country and
// ends with his subject: 商务部|市场运行调控|专家.
func (a *article) splitSubject(employer, t text.Range) (body text.Range, ok bool) {
	first, _, _ := strings.Cut(a.s[t.Start:t.End], "、")
	s := a.s[max(employer.Start, 0):max(employer.End, 0)]
	n := max(words().known.Prefix(s), countries().Prefix(s))
	if n == 0 || n == len(s) || experts.Suffix(first) == 0 || !a.plainSubject(employer.Start+n, employer.End) {
		return employer, false
	}
	return text.Range{Start: employer.Start, End: employer.Start + n}, true
}

// longestSubject is how many characters of an expert's subject the employer may hold.
const longestSubject = 8

// plainSubject tells words of the dictionary that do not end as a body or place does.
func (a *article) plainSubject(start, end int) bool {
	if words().both.Suffix(a.s[start:end]) > 0 || strings.HasSuffix(a.s[start:end], "系统") || runes(a.s[start:end]) > longestSubject || strings.ContainsRune(placesOfWork+departments+"司组", a.runeBefore(end)) {
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if w := a.words[i]; w.Start < start || !w.Known || w.Tag != "n" && w.Tag != "vn" && w.Tag[0] != 'a' && w.Tag[0] != 'j' {
			return false
		}
	}
	return true
}

// withTown gives a town's office the name of the town right before it, which neither the
// rules nor the tagger know: 岚汀|市文化局.
func (a *article) withTown(from int, office text.Range) text.Range {
	if office.Len() <= 0 || office.Start <= from || !strings.ContainsRune("市县", a.runeAt(office.Start)) {
		return office
	}
	i := a.wordAt(office.Start - 1)
	w := a.words[i]
	if w.End != office.Start || w.Start < from || runes(a.word(i)) < 2 || !isPlace(w) && w.Tag != "x" && w.Tag != "nr" && w.Tag != "nz" || a.mentionAt(w.Start) != nil {
		return office
	}
	return text.Range{Start: w.Start, End: office.End}
}

// ownerBefore gives whose a post is that 其 stands before: 青禾公司及其|首席执行官, and
// 青禾公司表示同意，其|董事长, the firm that the sentence names last.
func (a *article) ownerBefore(from, title int) text.Range {
	before := a.s[from:title]
	if !strings.HasSuffix(before, "其") {
		return text.Range{}
	}
	at := title - len("其")
	if strings.HasSuffix(before, "及其") {
		if m := a.mentionEnding(at - len("及")); m != nil && m.Kind != store.Person {
			return m.Range
		}
		return text.Range{}
	}
	if !a.clauseHead(at) || headsOfFirms.Prefix(a.ahead(title, longestTitle*3)) == 0 {
		return text.Range{}
	}
	sentence := from + strings.LastIndexAny(a.s[from:at], "。！？”") + 1
	for k := len(a.found) - 1; k >= 0; k-- {
		if m := &a.found[k]; m.End <= at && m.Kind == store.Company {
			if m.Start < sentence {
				break
			}
			return m.Range
		}
	}
	return text.Range{}
}

// laterEmployer gives the body of a later office where the first is nobody's:
// 国际问题专家、|青禾大学|研究员. A committee or council without its place is none.
func (a *article) laterEmployer(t text.Range) text.Range {
	for k := range a.found {
		m := &a.found[k]
		if m.Kind == store.Person || m.Start <= t.Start || m.End >= t.End || !a.joinsOffices(m.Start) {
			continue
		}
		if !strings.ContainsRune(levels, a.runeAt(m.Start)) && !councils.Has(a.s[m.Start:m.End]) && !strings.Contains(a.s[m.Start:m.End], "常驻") {
			return m.Range
		}
	}
	return text.Range{}
}

// seats are the offices of a place, by the last character of its name.
var seats = map[rune]*lexicon.Set{
	'村': lexicon.NewSet(strings.Fields("村支书 村主任 村委会主任 村党支部书记 村党总支书记 村支部书记 党支部书记 党总支书记 村委会副主任 驻村第一书记 第一书记 村干部 村医 村民")),
	'省': lexicon.NewSet(strings.Fields("省长 副省长 代省长")),
	'县': lexicon.NewSet(strings.Fields("县长 副县长 代县长")),
	'市': lexicon.NewSet(strings.Fields("市长 副市长 代市长")),
	'区': lexicon.NewSet(strings.Fields("区长 副区长 代区长")),
	'镇': lexicon.NewSet(strings.Fields("镇长 副镇长 代镇长")),
	'乡': lexicon.NewSet(strings.Fields("乡长 副乡长 代乡长")),
}

// leadingTown gives the town that a mayor's title begins with: 岚汀|县长.
func (a *article) leadingTown(t text.Range) text.Range {
	n := words().title.Suffix(a.s[t.Start:t.End])
	for _, head := range []string{"市长", "县长", "区长", "镇长", "乡长", "省长", "州长"} {
		if strings.HasSuffix(a.s[t.Start:t.End], head) {
			n = len(head)
		}
	}
	at := t.End - n
	level := a.level(text.Range{Start: at, End: t.End})
	w := a.words[a.wordAt(max(at-1, 0))] // 岚汀, or 岚汀县 of 岚汀县长
	if level == 0 || !isPlace(w) || w.Start != t.Start && at != t.Start || w.End != at && w.End != at+utf8.RuneLen(level) {
		return text.Range{}
	}
	return text.Range{Start: w.Start, End: at}
}

// level gives what kind of place a post is the head of, 市 for 市长; 0 for others.
func (a *article) level(t text.Range) rune {
	name := a.s[t.Start:t.End]
	for r, heads := range seats {
		if r != '村' && heads.Has(name) {
			return r
		}
	}
	return 0
}

// seatOf gives a mayor the place of the committee whose secretary stands before him:
// 岚汀市|委书记卫成蹊、市长柏知秋.
func (a *article) seatOf(before *extract.Mention, level rune) text.Range {
	if place := a.seatIn(before.Employer, level); place.Len() > 0 && place.End <= before.Start {
		return place
	}
	for k := range a.found { // 中共中央政治局委员、沂川省|委书记卫成蹊和省长柏知秋
		m := &a.found[k]
		if m.Kind == store.Organization && m.Start >= before.Title.Start && m.End <= before.Title.End && strings.HasSuffix(a.s[m.Start:m.End], "委") {
			if place := a.seatIn(m.Range, level); place.Len() > 0 {
				return place
			}
		}
	}
	return text.Range{}
}

// seatIn gives the place of a level in the name of its committee.
func (a *article) seatIn(e text.Range, level rune) text.Range {
	if e.Len() <= 0 {
		return text.Range{}
	}
	size := utf8.RuneLen(level)
	if a.runeAt(e.End) == level && strings.HasPrefix(a.s[e.End+size:], "委") {
		return text.Range{Start: e.Start, End: e.End + size} // 岚汀|市委书记
	}
	place := strings.TrimSuffix(a.s[e.Start:e.End], "委")
	if strings.HasSuffix(place, strings.Repeat(string(level), 2)) {
		place = place[:len(place)-size] // 岚汀县县委
	}
	if r, _ := utf8.DecodeLastRuneInString(place); r != level || runes(place) < 3 {
		return text.Range{}
	}
	return text.Range{Start: e.Start, End: e.Start + len(place)}
}

// onSite are posts of whom a reporter meets where they work: 在青禾公司，|生产经理卫成蹊.
var onSite = lexicon.NewSet(strings.Fields("董事长 总经理 副总经理 负责人 经理 生产经理 项目经理 厂长 副厂长 车间主任 店长 工作人员 管理人员 员工 工人 技术员 工程师 总工程师 技术总监 校长 副校长 院长 副院长 主任 副主任 医生 护士 护士长 教师 老师 班长 队长 馆长 站长"))

// arrivals begin a clause that says where somebody is.
var arrivals = lexicon.NewSet(strings.Fields("在 来到 走进 走近"))

// seatBefore gives the place that the clause before a post says where it is one of a place:
// 在沂川省远屿县白岩村，|村委会主任; 在沂川市远屿县，分管农业的|副县长.
func (a *article) seatBefore(from int, t text.Range) text.Range {
	head := a.s[from:t.Start]
	comma := strings.LastIndex(head, "，")
	if comma < 0 || comma+len("，") < len(head) && !strings.HasSuffix(head, "的") {
		return text.Range{}
	}
	end := from + comma
	kind := seats[a.runeBefore(end)]
	local := kind != nil && kind.Has(a.s[t.Start:t.End])
	m := a.mentionEnding(end)
	if !local && (m == nil || m.Kind == store.Person || !onSite.Has(a.s[t.Start:t.End]) || comma+len("，") < len(head)) {
		return text.Range{}
	}
	start := from + strings.LastIndexAny(head[:comma], followers)
	if start >= from {
		_, n := utf8.DecodeRuneInString(a.s[start:])
		start += n
	} else {
		start = from
	}
	n := arrivals.Prefix(a.s[start:end])
	if start += n; !local && n > 0 && (start == m.Start || a.placeEnding(start, m.Start).Start == start) {
		return m.Range
	} else if !local {
		return text.Range{}
	}
	if n == 0 || runes(a.s[start:end]) > longestEmployer || !a.beginsBody(start) {
		return text.Range{}
	}
	return text.Range{Start: start, End: end}
}

// villageBefore gives the village before one of its offices, whose name the dictionary
// does not have as a place: 岚汀镇德胜村|村主任.
func (a *article) villageBefore(from int, t text.Range) text.Range {
	if a.runeBefore(t.Start) != '村' || !seats['村'].Has(a.s[t.Start:t.End]) {
		return text.Range{}
	}
	end := t.Start - len("村")
	w := a.words[a.wordAt(max(end-1, 0))]
	if end <= from || w.Start < from || w.End != end || w.Tag != "x" && (w.Tag[0] != 'n' || w.Tag == "n") {
		return text.Range{}
	}
	start := w.Start
	if chain := a.placeEnding(from, start); chain.Len() > 0 {
		start = chain.Start
	}
	if start > from && !a.clauseHead(start) {
		return text.Range{}
	}
	return text.Range{Start: start, End: t.Start}
}

// twins are bodies that are named after two subjects.
var twins = lexicon.NewSet(strings.Fields("委员会 基金会 协会 学会 商会 联合会"))

// withTwin gives a body of two subjects its first one: 宪法和|法律委员会, 国际坚果和|干果基金会, and
// the body that it is one of.
func (a *article) withTwin(from int, body text.Range) text.Range {
	if body.Len() <= 0 || body.Start <= from || twins.Suffix(a.s[body.Start:body.End]) == 0 || !a.splitsHere(body.Start) {
		return body
	}
	joint := a.runeBefore(body.Start)
	i := a.wordAt(body.Start) - 2
	if joint != '和' && joint != '与' || i < 0 || a.words[i].Start < from || a.words[i].End != body.Start-utf8.RuneLen(joint) {
		return body
	}
	w := a.words[i]
	if w.Tag != "n" && w.Tag != "vn" || runes(a.word(i)) != 2 || words().title.Has(a.word(i)) || a.mentionAt(w.Start) != nil {
		return body // 欧洲理事会主席和|欧盟委员会
	}
	if m := a.mentionEnding(w.Start); m != nil && m.Kind != store.Person && m.Start >= from {
		return text.Range{Start: m.Start, End: body.End}
	}
	start := w.Start
	if n := realms.Suffix(a.s[from:start]); n > 0 && a.splitsHere(start-n) {
		start -= n
	}
	if start > from && !a.clauseHead(start) && a.runeBefore(start) != '了' {
		return body
	}
	return text.Range{Start: start, End: body.End}
}

// realms begin the names of bodies.
var realms = lexicon.NewSet(strings.Fields("中国 全国 国际 世界 亚洲 欧洲 美国 中华"))

// splitsHere tells that a word begins at off.
func (a *article) splitsHere(off int) bool { return a.words[a.wordAt(off)].Start == off }

// cabinet are offices below the head of a state, who are printed behind him.
var cabinet = lexicon.NewSet(strings.Fields("外长 防长 财长 外交部长 国防部长 财政部长 内政部长 交通部长 经济部长 能源部长 贸易部长 卫生部长 农业部长 外交大臣 国防大臣 财政大臣 议长 上院议长 下院议长 议会上院议长 议会下院议长 国务卿"))

// fellow gives a minister without a country the one of the head of state whom
// the sentence names before him: 青德总统卫成蹊率|外长柏知秋.
func (a *article) fellow(i int) {
	m := &a.found[i]
	if m.Employer.Len() > 0 || m.Title.Len() == 0 || m.Title.Start > m.Start || cabinet.Prefix(a.s[m.Title.Start:m.Title.End]) == 0 {
		return
	}
	if strings.ContainsRune("前原任国", a.runeBefore(m.Title.Start)) {
		return // 新西兰前|议长: of another country
	}
	from := a.lineStart(m.Start)
	from += strings.LastIndexAny(a.s[from:m.Title.Start], "。！？；") + 1
	for k := i - 1; k >= 0 && a.found[k].Start >= from; k-- {
		o := &a.found[k]
		if o.Kind != store.Person || o.Employer.Start < from || o.Employer.Len() == 0 {
			continue
		}
		if a.isState(o) {
			m.Employer = o.Employer
		}
		return
	}
}

// isState tells that a country employs somebody.
func (a *article) isState(m *extract.Mention) bool {
	e := a.s[m.Employer.Start:m.Employer.End]
	return countries().Has(e) || slices.Contains(bracketed, e)
}

// bracketed are countries whose names end with a bracket.
var bracketed = []string{"刚果（金）", "刚果（布）", "刚果(金)", "刚果(布)"}

// bracketedEnding gives the bytes of such a name at the end of s.
func bracketedEnding(s string) int {
	for _, name := range bracketed {
		if strings.HasSuffix(s, name) {
			return len(name)
		}
	}
	return 0
}

// partyCentre gives the centre of a country's party before its secretary:
// 古共中央|第一书记.
func (a *article) partyCentre(from, title int) text.Range {
	before := a.s[from:title]
	rest, ok := strings.CutSuffix(before, "共中央")
	if !ok {
		return text.Range{}
	}
	r, n := utf8.DecodeLastRuneInString(rest)
	if n == 0 || !strings.ContainsRune(stateInitials+"古中", r) {
		return text.Range{}
	}
	return text.Range{Start: title - n - len("共中央"), End: title}
}

// reporterLabel gives 记者 before the colon in the bracket that ends a report:
// （执笔记者：卫成蹊；参与记者：柏知秋）.
func (a *article) reporterLabel(m *extract.Mention) (title text.Range, ok bool) {
	before := a.s[a.lineStart(m.Start):m.Start]
	open := max(strings.LastIndex(before, "（"), strings.LastIndex(before, "("))
	if open < 0 || !strings.HasSuffix(before, "记者：") || strings.ContainsAny(before[open:], "）)。") {
		return text.Range{}, false
	}
	end := m.Start - len("：")
	return text.Range{Start: end - len("记者"), End: end}, true
}

// label gives the post that a colon stands behind, where the name is all of the rest of
// the line: 青禾集团沂川销区总经理：卫成蹊.
func (a *article) label(m *extract.Mention) (title, employer text.Range) {
	end := m.Start - len("：")
	if r, ok := a.reporterLabel(m); ok {
		return r, text.Range{}
	}
	if a.runeBefore(m.Start) != '：' || a.runeAt(m.End) != '\n' && a.runeAt(m.End) != 0 {
		return text.Range{}, text.Range{}
	}
	from := a.lineStart(m.Start)
	t, ok := a.titleBefore(from, end)
	if !ok {
		return text.Range{}, text.Range{}
	}
	t, employer = a.offices(from, t)
	if employer.Len() == 0 || min(t.Start, employer.Start) != from {
		return text.Range{}, text.Range{}
	}
	return t, employer
}
