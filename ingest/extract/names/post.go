package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// posts finds title and employer of every person who has none yet.
func (a *article) posts() {
	for i := range a.found {
		if m := &a.found[i]; m.Kind == store.Person && m.Title.Len() == 0 && m.Employer.Len() == 0 {
			a.post(m)
			a.inherit(i)
			a.share(i)
			a.fellow(i)
			a.house(m)
		}
	}
	a.headlineTitle()
	a.dropInOffices()
}

// house gives a person without a post before the name the firm or body that
// stands there: 沂川大学经济学院|卫成蹊认为.
func (a *article) house(m *extract.Mention) {
	if m.Title.Len() > 0 && m.Title.Start < m.Start || m.Employer.Len() > 0 || m.Rule == "names.dateline" {
		return
	}
	at, joined := m.Start, m.Title.Start == m.End && a.runeBefore(m.Start) == '的'
	if joined {
		at -= len("的") // 青禾集团的|卫成蹊部长
	}
	b := a.mentionEnding(at)
	if b == nil || b.Kind != store.Company && b.Kind != store.Organization || joined && a.actsOn(b.Start) {
		return
	}
	m.Employer = b.Range
}

// actsOn tells that what begins at off is the object of a verb: 起诉|青禾集团的卫成蹊律师.
func (a *article) actsOn(off int) bool {
	i := a.wordAt(off) - 1
	return i >= 0 && a.words[i].End == off && strings.HasPrefix(a.words[i].Tag, "v") && words().speech.Suffix(a.word(i)) == 0
}

// inherit gives a person who has a title and no employer the employer of the
// person before, where only 和 or 、 stands between: 青禾集团董事长卫成蹊和总经理|柏知秋.
func (a *article) inherit(i int) {
	m := &a.found[i]
	if i == 0 || m.Employer.Len() > 0 || m.Title.Len() == 0 || m.Title.Start > m.Start {
		return
	}
	before := &a.found[i-1]
	if before.Kind != store.Person || before.Title.Start >= before.Start || before.End >= m.Title.Start {
		return
	}
	joint := a.s[before.End:m.Title.Start]
	if level := a.level(m.Title); level != 0 {
		if joint == "、" || joint == "和" || joint == "，" {
			m.Employer = a.seatOf(before, level)
		}
		return
	}
	switch joint {
	case "、", "和", "与", "及", "以及":
		m.Employer = before.Employer
	}
}

// post finds the title and the employer printed beside a person's name: before
// it, 沂川港务集团董事长贺长风, or behind it, 贺长风董事长.
func (a *article) post(m *extract.Mention) {
	start := m.Start
	if r := a.runeBefore(start); (r == ' ' || r == '　') && !a.headlines(m) {
		start -= utf8.RuneLen(r)
	}
	from := a.lineStart(start)
	if t, ok := a.titleBefore(from, start); ok {
		m.Title, m.Employer = a.offices(from, t)
		if citizens.Suffix(a.s[m.Title.Start:m.Title.End]) > 0 && OnlyPlaces(a.s[m.Employer.Start:m.Employer.End]) {
			m.Employer = text.Range{} // a town does not employ its citizens
		}
		m.Behind = a.titleBehind(m.End)
		return
	}
	if t, ok := a.spanBeginning(m.End, tagger.Title); ok && !a.plainWord(t) {
		m.Title = t
		return
	}
	if m.Title = a.titleBehind(m.End); m.Title.Len() == 0 {
		m.Title, m.Employer = a.predicate(m)
	}
	if m.Title.Len() == 0 {
		m.Title, m.Employer = a.apposed(m)
	}
	if m.Title.Len() == 0 {
		if t := a.charge(from, start); t.Len() > 0 {
			m.Title, m.Employer = t, a.employerBefore(from, t.Start)
		}
	}
	if m.Title.Len() == 0 {
		m.Title, m.Employer = a.titleOf(from, start)
	}
	if m.Title.Len() == 0 {
		m.Title, m.Employer = a.label(m)
	}
	if m.Title.Len() == 0 {
		m.Title = a.ownTitle(m)
	}
}

// titleOf gives a post that 的 joins with the name, 现任青禾公司执行董事的|卫成蹊:
// one with its firm or body, or behind a word for holding it.
func (a *article) titleOf(from, name int) (title, employer text.Range) {
	end := name - len("的")
	if end <= from || a.runeBefore(name) != '的' {
		return text.Range{}, text.Range{}
	}
	t, ok := a.titleBefore(from, end)
	if !ok || words().weakTitle.Has(a.s[t.Start:t.End]) {
		return text.Range{}, text.Range{}
	}
	t, employer = a.offices(from, t)
	start := t.Start
	if employer.Len() > 0 && employer.End <= t.Start {
		start = employer.Start
	}
	if holds.Suffix(a.s[from:start]) == 0 && employer.Len() == 0 {
		return text.Range{}, text.Range{}
	}
	return t, employer
}

// citizens live or trade in a place and do not work for it.
var citizens = lexicon.NewSet(strings.Fields("市民 居民 村民 网友 游客 群众 乘客 旅客 业主 家长 采购商 贸易商 交易商 茶商 蒜农 果农 菜农 粮农 茶农 花农 烟农 蔗农 棉农 药农 瓜农 种植户 养殖户 经营户"))

// plainWord tells a word that the dictionary has and the lists not as a title:
// 岳父卫某|协商.
func (a *article) plainWord(t text.Range) bool {
	word := a.s[t.Start:t.End]
	_, _, ok := segment.Default().Lookup(word)
	return ok && words().title.Suffix(word) == 0
}

// mostOffices bounds how many offices of one person are read.
const mostOffices = 6

// offices reads leftward from the title next to a name over others before it,
// each with its body: 沂川市委书记、沂川市人大主任. The title runs from the first
// office on, the employer is the first one's.
func (a *article) offices(from int, t text.Range) (title, employer text.Range) {
	t, employer = a.firstOffice(from, t)
	if group, ok := a.groupHead(from, t); ok {
		return text.Range{Start: group.End, End: t.End}, group
	}
	employer, t = a.splitEmployer(from, employer, t)
	if title, country, ok := a.ministry(from, t); ok {
		return title, country
	}
	employer, t = a.withCommittee(employer, t)
	employer, t = a.withCouncil(from, employer, t)
	employer, t = a.withParty(from, employer, t)
	employer, t = a.withLocalOffice(employer, t)
	employer, t = a.withUnit(from, employer, t)
	if employer.Len() == 0 {
		employer, t = a.distantEmployer(from, t)
	}
	if employer.Len() == 0 {
		employer = a.looseEmployer(from, t)
	}
	return t, a.withTwin(from, a.withTown(from, a.withCountry(from, employer)))
}

// firstOffice goes from the title t over the offices that 、 and 兼 join before it.
func (a *article) firstOffice(from int, t text.Range) (title, employer text.Range) {
	employer = a.employerBefore(from, t.Start)
	for range mostOffices {
		start := t.Start
		if employer.Len() > 0 && employer.Start >= from {
			start = min(start, employer.Start)
		} else if !a.joinsOffices(start) {
			start = a.officeStart(from, start)
		}
		if r := a.runeBefore(start); (r == '原' || r == '前') && start > from && a.joinsOffices(start-utf8.RuneLen(r)) {
			start -= utf8.RuneLen(r)
		}
		if !a.joinsOffices(start) || start-len("、") <= from {
			break
		}
		first, ok := a.titleBefore(from, start-len("、"))
		if cut := a.mentionEnding(first.Start); !ok || cut != nil && cut.Kind == store.Person {
			break
		}
		t.Start = first.Start
		employer = a.employerBefore(from, first.Start)
	}
	return t, employer
}

// splitEmployer gives to the title what the name of the employer ends with and is
// no part of it: a ward, a department, a region, all but the country.
func (a *article) splitEmployer(from int, employer, t text.Range) (text.Range, text.Range) {
	if hospital, ok := a.splitWard(employer); ok {
		employer, t.Start = hospital, hospital.End
	} else if country, ok := a.sender(employer, t); ok {
		employer, t.Start = country, country.End
	} else if firm, ok := a.splitDepartment(employer); ok {
		employer, t.Start = firm, firm.End
	} else if firm, ok := a.firmBefore(from, employer); ok {
		t.Start, employer = employer.Start, firm
	} else if body, ok := a.overRegion(from, employer); ok {
		employer, t.Start = body, body.End
	} else if body, ok := a.splitSubject(employer, t); ok {
		employer, t.Start = body, body.End
	} else if body, ok := a.splitRegion(employer); ok {
		employer, t.Start = body, body.End
	}
	if strings.HasSuffix(a.s[max(employer.Start, 0):max(employer.End, 0)], "共中央第一") {
		employer.End -= len("第一")
		t.Start = employer.End // 古共中央|第一书记
	}
	if employer.Len() == 0 {
		if place := a.leadingTown(t); place.Len() > 0 {
			return place, text.Range{Start: place.End, End: t.End}
		}
		return a.leadingCountry(t)
	}
	if country, rest := a.leadingCountry(text.Range{Start: employer.Start, End: t.End}); country.Len() > 0 && rest.Start < employer.End {
		return country, rest
	}
	return employer, t
}

// distantEmployer gives the body before the department that a title begins with or
// stands behind, or the firm of the sentence before.
func (a *article) distantEmployer(from int, t text.Range) (employer, title text.Range) {
	body, ok := a.departmentOf(from, t.Start)
	if !ok {
		body, ok = a.joinedDepartment(from, t)
	}
	if !ok && experts.Prefix(a.s[t.Start:t.End]) > 0 {
		body, ok = a.joined(from, t.Start) // 青禾研究所|国防和外交政策专家
	}
	if ok {
		return body, text.Range{Start: body.End, End: t.End}
	}
	firm, _ := a.ownFirm(from, t)
	return firm, t
}

// looseEmployer gives the body of a later office, or the place of a local one.
func (a *article) looseEmployer(from int, t text.Range) text.Range {
	for _, find := range []func() text.Range{
		func() text.Range { return a.laterEmployer(t) },
		func() text.Range { return a.seatBefore(from, t) },
		func() text.Range { return a.villageBefore(from, t) },
	} {
		if r := find(); r.Len() > 0 {
			return r
		}
	}
	return text.Range{}
}

// joinsOffices tells whether the character before off joins two offices: 、 or 兼.
func (a *article) joinsOffices(off int) bool {
	r := a.runeBefore(off)
	return r == '、' || r == '兼'
}

// longestBody is how many characters of a body's name the rules have not found
// may stand between 、 and a title.
const longestBody = 12

// officeStart goes back to the 、 before a title over a body's name.
func (a *article) officeStart(from, title int) int {
	start := title
	for range longestBody {
		r, n := utf8.DecodeLastRuneInString(a.s[from:start])
		if n == 0 || r == '、' || r == '兼' {
			return start
		}
		m := a.mentionAt(start - n)
		if followerChars.has(r) || m != nil && m.Kind == store.Person && !strings.Contains(a.s[m.Start:title], "团队") {
			return title // 、财政部长卫成蹊以及|贸易代表; but 、卫成蹊院士团队|负责人
		}
		start -= n
	}
	return title
}

// headlines tells that the blank before a name divides two headlines, of which the
// first has its own subject: 柏知秋当选主席 卫成蹊|致电. In a caption it does not:
// 董事长 卫成蹊, nor where the writer likes blanks: 董事长 卫成蹊表示.
func (a *article) headlines(m *extract.Mention) bool {
	if r := a.runeAt(m.End); r == 0 || followerChars.has(r) {
		return false
	}
	p := a.view.ParagraphAt(m.Start)
	if p >= 0 && a.view.Paragraphs[p].Kind == text.Headline {
		return true
	}
	from := a.lineStart(m.Start)
	return slices.ContainsFunc(a.found, func(o extract.Mention) bool {
		return o.Kind == store.Person && o.Start >= from && o.End < m.Start
	})
}

func (a *article) lineStart(off int) int {
	p := a.view.ParagraphAt(max(off-1, 0))
	if p < 0 {
		return off
	}
	return a.view.Paragraphs[p].Start
}
