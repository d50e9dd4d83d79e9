package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// The rules here find an employer by how a post is printed, where neither the
// rules for names nor the tagger see a name before it.

// units end the parts of a firm or body that have a head of their own.
var units = lexicon.NewSet(strings.Fields("中心 研究院 研究所 学院 医院 实验室 分公司 支行 分行 分局 支队 大队 作物站 工作站 监测站 推广站 管理站 检测站 派出所"))

// withUnit moves a part of a body that a title begins with to the body:
// 青禾咨询|产业中心|分析师. The department of a firm stays with the title, 机电部部长.
func (a *article) withUnit(from int, employer, t text.Range) (text.Range, text.Range) {
	if employer.Len() > 0 && employer.End != t.Start {
		return employer, t
	}
	for i := a.wordAt(t.End-1) - 1; i >= 0 && a.words[i].Start >= t.Start; i-- {
		end := a.words[i].End
		n := units.Suffix(a.s[t.Start:end])
		if n == 0 || words().title.Suffix(a.s[end:t.End]) == 0 || strings.ContainsAny(a.s[t.Start:t.End], "、兼") {
			continue
		}
		if employer.Len() == 0 {
			body := a.bodyEnding(from, end)
			if m, ok := a.joined(from, end); body.Len() == 0 && ok {
				body = text.Range{Start: m.Start, End: end} // 青禾研究院燃料与排放|实验室
			}
			if body.Len() > 0 {
				return body, text.Range{Start: end, End: t.End}
			}
			break
		}
		return text.Range{Start: employer.Start, End: end}, text.Range{Start: end, End: t.End}
	}
	return employer, t
}

// splitWard divides a hospital's name with a ward or department behind it:
// 云岭医院|感染一科二病区. The ward goes to the title of who heads it.
func (a *article) splitWard(r text.Range) (hospital text.Range, ok bool) {
	s := a.s[r.Start:r.End]
	k := strings.LastIndex(s, "医院")
	if k <= 0 || !strings.HasSuffix(s, "科") && !strings.HasSuffix(s, "病区") && !strings.HasSuffix(s, "病房") {
		return r, false
	}
	return text.Range{Start: r.Start, End: r.Start + k + len("医院")}, true
}

// councils are bodies of a province, town or county that are printed without
// its name, 市政协主席; their seat is the character before.
var councils = lexicon.NewSet(strings.Fields("政协 人大 人大常委会 人大常委"))

// councilHeads head them. 委员 and 常委 belong to a council's title.
var councilHeads = lexicon.NewSet(strings.Fields("主席 副主席 主任 副主任 秘书长 副秘书长"))

const levels = "省市县区州旗"

// withCouncil divides 市政协|主席, and 沂川市|政协|主席.
func (a *article) withCouncil(from int, employer, t text.Range) (text.Range, text.Range) {
	n := councils.Prefix(a.s[t.Start:t.End])
	if n == 0 || councilHeads.Prefix(a.s[t.Start+n:t.End]) == 0 {
		return employer, t
	}
	start := t.Start
	if employer.Len() > 0 && employer.End == start {
		start = employer.Start
	} else if r := a.runeBefore(start); start > from && strings.ContainsRune(levels, r) {
		start -= utf8.RuneLen(r)
	} else {
		return employer, t
	}
	return text.Range{Start: start, End: t.Start + n}, text.Range{Start: t.Start + n, End: t.End}
}

// withParty gives 党 back to the party that a title begins with: 缅甸人民|党主席.
func (a *article) withParty(from int, employer, t text.Range) (text.Range, text.Range) {
	if a.runeAt(t.Start) != '党' || partyHeads.Prefix(a.s[t.Start+len("党"):t.End]) == 0 || a.clauseHead(t.Start) {
		return employer, t
	}
	end := t.Start + len("党")
	start := min(a.nounsBefore(from, t.Start), a.nounsBefore(from, end))
	if start == t.Start {
		return employer, t
	}
	return text.Range{Start: start, End: end}, text.Range{Start: end, End: t.End}
}

// partyHeads head a party; 书记 and 委书记 belong to 党委.
var partyHeads = lexicon.NewSet(strings.Fields("主席 副主席 总书记 领袖 领导人 发言人 总裁 副总裁 党鞭 秘书长"))

// localOffices end the offices of a province or town that are printed without its
// name: 省经信委|副巡视员.
const localOffices = "委厅局办院署"

// withLocalOffice divides a title that begins with such an office.
func (a *article) withLocalOffice(employer, t text.Range) (text.Range, text.Range) {
	if employer.Len() > 0 || !strings.ContainsRune(levels, a.runeAt(t.Start)) {
		return employer, t
	}
	n := words().title.Suffix(a.s[t.Start:t.End])
	at := t.End - n
	if n == 0 || runes(a.s[t.Start:at]) < 3 || !strings.ContainsRune(localOffices, a.runeBefore(at)) || ownCommittee.Has(a.s[t.Start:at]) || strings.ContainsAny(a.s[t.Start:at], "、兼") {
		return employer, t
	}
	return text.Range{Start: t.Start, End: at}, text.Range{Start: at, End: t.End}
}

// ownCommittee are committees that are printed without their place.
var ownCommittee = lexicon.NewSet(strings.Fields("省委 市委 县委 区委 州委 旗委 自治区党委"))

// withCommittee gives a committee without a place back to the title that it
// begins: 省委|常委、市委书记 is nobody's employer and a post.
func (a *article) withCommittee(employer, t text.Range) (text.Range, text.Range) {
	if employer.End == t.Start && a.runeAt(t.Start) == '委' && strings.ContainsRune(levels, a.runeBefore(t.Start)) && words().title.Suffix(a.s[t.Start+len("委"):t.End]) > 0 {
		employer.End, t.Start = t.Start+len("委"), t.Start+len("委") // 沂川县委|副书记、县长
	}
	if employer.End == t.Start && ownCommittee.Has(a.s[employer.Start:employer.End]) {
		return text.Range{}, text.Range{Start: employer.Start, End: t.End}
	}
	return employer, t
}

// A department before a title has so many characters.
const shortestUnit, longestUnit = 2, 5

// departmentOf gives the body before a department that a title follows, where
// its name ends like one and has a word of its own: 云岭站|运安科|工程师.
func (a *article) departmentOf(from, title int) (text.Range, bool) {
	if last := a.runeBefore(title); !strings.ContainsRune(departments, last) && (last != '司' || strings.HasSuffix(a.s[from:title], "公司")) {
		return text.Range{}, false
	}
	for n := shortestUnit; n <= longestUnit; n++ {
		at, ok := back(a.s, title, n)
		if !ok || at <= from {
			break
		}
		if !a.boundary(at) || !strings.ContainsRune(placesOfWork, a.runeBefore(at)) && words().both.Suffix(a.s[max(from, at-30):at]) == 0 {
			continue
		}
		if body := a.bodyEnding(from, at); body.Len() > 0 {
			return body, true
		}
	}
	return text.Range{}, false
}

// joinedDepartment gives the body before a department of two subjects that a title
// begins with: 青禾厅|规章标准与科技处|副处长.
func (a *article) joinedDepartment(from int, t text.Range) (text.Range, bool) {
	body, ok := a.joined(from, t.Start)
	return body, ok && (strings.ContainsRune(departments+"司", a.runeBefore(t.Start)) || a.beginsDepartment(t))
}

// joined gives the body before words of two subjects that end at end.
func (a *article) joined(from, end int) (text.Range, bool) {
	m := a.mentionBefore(end)
	if m == nil || m.Kind == store.Person || m.Start < from {
		return text.Range{}, false
	}
	between := a.s[m.End:end]
	joint := strings.IndexAny(between, "与和及、")
	if joint <= 0 || runes(between) > longestDepartment || strings.ContainsAny(between, "，。；：（）()“”") {
		return text.Range{}, false
	}
	for i := a.wordAt(m.End); i < len(a.words) && a.words[i].Start < end; i++ {
		if strings.IndexByte("nvajblg", a.words[i].Tag[0]) < 0 && !strings.Contains("与和及、", a.word(i)) && a.words[i].Tag != "x" {
			return text.Range{}, false
		}
	}
	return m.Range, true
}

// beginsDepartment tells a title whose first part is a department: 科技处|副处长.
func (a *article) beginsDepartment(t text.Range) bool {
	n := words().title.Suffix(a.s[t.Start:t.End])
	return n > 0 && t.Len() > n && strings.ContainsRune(departments+"司", a.runeBefore(t.End-n))
}

// heads of firms, who are printed without the firm where it was just named.
var headsOfFirms = lexicon.NewSet(strings.Fields("董事长 总经理 总裁 首席执行官 CEO 副总经理 副总裁 创始人 董事长兼总经理 董事长兼总裁 董事长兼CEO 联合创始人 负责人"))

// ownFirm gives the firm that a sentence before in the same paragraph is about,
// where a title at the head of a clause is a firm's and none is printed with it:
// 青禾公司上调工资。董事长卫成蹊称
func (a *article) ownFirm(from int, t text.Range) (text.Range, bool) {
	if !headsOfFirms.Has(a.s[t.Start:t.End]) || !strings.ContainsRune("。！？”", a.runeBefore(t.Start)) {
		return text.Range{}, false
	}
	firm := text.Range{}
	for k := len(a.found) - 1; k >= 0; k-- {
		m := &a.found[k]
		if m.Start < from {
			break
		}
		if m.Kind != store.Company || m.End > t.Start {
			continue
		}
		if firm.Len() > 0 && a.s[firm.Start:firm.End] != a.s[m.Start:m.End] {
			return text.Range{}, false
		}
		firm = m.Range
	}
	return firm, firm.Len() > 0
}

// longestKind is how many characters a kind of body behind 该 has.
const longestKind = 5

// sameKind gives what 该电站 means before a title: the last body or undertaking
// named before it that ends so; 该国 the country.
func (a *article) sameKind(from, title int) text.Range {
	head := max(from, title-(longestKind+1)*3)
	k := strings.LastIndex(a.s[head:title], "该")
	if k < 0 {
		return text.Range{}
	}
	at := head + k
	kind := a.s[at+len("该") : title]
	if kind == "" || strings.ContainsAny(kind, followers) || employerWords.Has("该"+kind) {
		return text.Range{}
	}
	if kind == "国" {
		return a.countryMeant(at)
	}
	for i := len(a.found) - 1; i >= 0; i-- {
		if m := &a.found[i]; m.End <= at && m.Kind != store.Person && runes(kind) > 1 && strings.HasSuffix(a.s[m.Start:m.End], kind) {
			return m.Range
		}
	}
	return text.Range{}
}

// farCountry is how far back a country is looked for, in bytes.
const farCountry = 900

// countryMeant gives the country printed last before off.
func (a *article) countryMeant(off int) text.Range {
	for i := off; i > max(0, off-farCountry); {
		_, n := utf8.DecodeLastRuneInString(a.s[:i])
		i -= n
		if size := countries().Prefix(a.s[i:min(off, i+30)]); size > 0 {
			return text.Range{Start: i, End: i + size}
		}
	}
	return text.Range{}
}

// longestLabel bounds what stands before the colon of a headline, in bytes.
const longestLabel = 36

// headlineTitle gives the one person of an article whose post the headline
// alone prints that post: 沂川协会秘书长：价格不会下降.
func (a *article) headlineTitle() {
	title := a.labelTitle()
	if title.Len() == 0 {
		return
	}
	name := ""
	for i := range a.found {
		m := &a.found[i]
		if m.Kind != store.Person {
			continue
		}
		if m.Title.Len() > 0 || name != "" && a.s[m.Start:m.End] != name || m.Start < title.End {
			return
		}
		name = a.s[m.Start:m.End]
	}
	for i := range a.found {
		if m := &a.found[i]; m.Kind == store.Person {
			m.Title, m.Employer = title, a.employerBefore(a.lineStart(title.Start), title.Start)
		}
	}
}

// labelTitle gives the title right before the headline's colon.
func (a *article) labelTitle() text.Range {
	if len(a.view.Paragraphs) == 0 || a.view.Paragraphs[0].Kind != text.Headline {
		return text.Range{}
	}
	p := a.view.Paragraphs[0]
	colon := strings.Index(a.s[p.Start:a.cutAfter(p.Start, min(p.End, p.Start+longestLabel))], "：")
	if colon <= 0 {
		return text.Range{}
	}
	end := p.Start + colon
	n := words().title.Suffix(a.s[p.Start:end])
	if n == 0 || words().weakTitle.Has(a.s[end-n:end]) {
		return text.Range{}
	}
	return text.Range{Start: end - n, End: end}
}
