package quotes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// staff reads a name that the links lack behind a body and one of its
// departments: 某某公司外贸部某某.
func (f *finder) staff(r text.Range, body int) (candidate, bool) {
	name, ok := f.nameOfStaff(r)
	if !ok {
		return candidate{}, false
	}
	return candidate{f.memberOf(text.Range{Start: f.names.Mentions[body].Start, End: r.End}, name), 2}, true
}

// nameOfStaff gives the name that ends r, adverbs aside, behind a department.
func (f *finder) nameOfStaff(r text.Range) (text.Range, bool) {
	t := trimAdverbs(f.v.Cut(r))
	for _, n := range []int{3, 2} {
		at := lastRunes(t, n)
		if at > 0 && personName(t[at:]) && departmentRE.MatchString(t[:at]) {
			return text.Range{Start: r.Start + at, End: r.Start + len(t)}, true
		}
	}
	return text.Range{}, false
}

var departmentRE = regexp.MustCompile(`(?:[部处科室所站队组厂村厅局办院班司系]|[村镇乡县市省]人|中心|公司|集团|银行|基金|证券|大学|学院|医院)$`)

// lastRunes gives where the last n characters of s start, or -1.
func lastRunes(s string, n int) int {
	i := len(s)
	for ; n > 0; n-- {
		if i == 0 {
			return -1
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

// bodyAsPrinted takes a clause that is nothing but the name of a body for the
// speaker: one with a suffix of bodies, or a short word that no dictionary has.
func (f *finder) bodyAsPrinted(c text.Range) (speaker, bool) {
	if c.Len() == 0 {
		return nobody, false
	}
	if name, ok := f.nameOfStaff(c); ok {
		return f.memberOf(c, name), true
	}
	t := strings.TrimSuffix(trimAdverbs(trimLead(f.v.Cut(c))), "方面")
	at := c.Start + strings.LastIndex(f.v.Cut(c), t)
	r := text.Range{Start: at, End: at + len(t)}
	if s, ok := f.sameBody(r); ok {
		return s, true
	}
	if !bodyLike(t) {
		return nobody, false
	}
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.6, body: true}, true
}

var (
	bodySuffixes = lexicon.Load("organization_suffixes", "company_suffixes", "company_suffixes_legal")
	// what ends like a body and is none, or meets
	noBodyRE = regexp.MustCompile(`^[该本此这]|[对向致]|代表|(?:会议|大会|全会|年会|峰会|论坛|讲话|意见|声明|文章|研究|调查|结果|数据|问卷|评论|预算)$`)
)

// bodyLike tells a string that can only be the name of a body.
func bodyLike(t string) bool {
	n := utf8.RuneCountInString(t)
	if n <= 3 && sideRE.MatchString(t) {
		return true
	}
	if n < 3 || n > 24 || notASpeakerRE.MatchString(t) || noBodyRE.MatchString(t) || pronounRE.MatchString(t) ||
		subjectless(t) || strings.ContainsAny(t, notInBodies) {
		return false
	}
	if bodySuffixes.Suffix(t) > 0 {
		return true
	}
	tag, _, word := segment.Default().Lookup(t)
	return tag == "nt" || !word && (n <= 6 || bodyEndRE.MatchString(t)) && strings.TrimFunc(t, isHan) == "" && proper(t)
}

// a side in a dispute: 警方, 某军, 某方
var sideRE = regexp.MustCompile(`^(?:[警军校院检官厂店控辩矿村资馆]方|\p{Han}{1,2}[军方警]|\p{Han}(?:政府|媒体|外交部|国防部|外长))$`)

// short suffixes that a proper name before them makes a body's: 某省卫生健康委
var bodyEndRE = regexp.MustCompile(`(?:[部委局厅院署司所社网台行校办会]|中心|总部|课题组|专家组|工作组)$`)

// characters that make a clause of a name
const notInBodies = "的了着过是被把将这那其不也还又都很更最们“”「」、；"

// proper tells a word that holds the name of a place or something no
// dictionary has, and nothing that joins words.
func proper(t string) bool {
	found := false
	for _, w := range segment.Default().Cut(t, nil) {
		if strings.ContainsAny(w.Tag[:1], "dpcrumtfyoe") && w.Known {
			return false
		}
		found = found || nameLike(w)
	}
	return found
}

// named tells a string that holds a name.
func named(t string) bool {
	for _, w := range segment.Default().Cut(t, nil) {
		if nameLike(w) {
			return true
		}
	}
	return false
}

// nameLike tells a word that names a place, a body or a person, or that no
// dictionary has.
func nameLike(w segment.Word) bool {
	return !w.Known || w.Tag == "j" || w.Tag == "ns" || w.Tag == "nt" || w.Tag == "nz" || strings.HasPrefix(w.Tag, "nr")
}

var sameBodyRE = regexp.MustCompile(`^(?:该|本|这家|这个|上述)(公司|集团|银行|企业|协会|学会|商会|组织|机构|部门|部|局|委|厅|院|所|校|大学|学院|医院|研究所|研究院|中心|网站|平台|媒体|报|社|基金|券商|行|厂|联盟|委员会|基金会)$`)

// sameBody reads 该协会 as the body of that kind named last.
func (f *finder) sameBody(r text.Range) (speaker, bool) {
	m := sameBodyRE.FindStringSubmatch(f.v.Cut(r))
	if m == nil {
		return nobody, false
	}
	if e := f.names.bodyEnding(max(0, r.Start-3*reach), r.Start, m[1]); e != none {
		return f.names.entityAs(e, r).doubtful(0.8), true
	}
	if f.last.known() && strings.HasSuffix(f.last.text, m[1]) {
		who := f.last
		who.at = r
		return who.doubtful(0.8), true
	}
	return nobody, false
}

// words for any body
var anyBody = map[string]bool{"组织": true, "机构": true, "部门": true, "企业": true, "公司": true, "平台": true, "网站": true, "媒体": true}

// bodyEnding gives the last body that is named between from and to and ends in
// kind, or in anything where kind says nothing; none where there is none.
func (n *names) bodyEnding(from, to int, kind string) int {
	lo, hi := n.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		e := n.EntityOf[i]
		if n.isBody(i) && (anyBody[kind] || strings.HasSuffix(n.Entities[e].Name, kind)) {
			return e
		}
	}
	return none
}

var (
	// what stands between a body and the title of one of its people
	betweenRE = regexp.MustCompile(`(?:的|[一多几两][位名]|某位?|相关|有关|资深|高级|首席|主要|副|总|常务|执行|联席|名誉|代理|[\s　])+$`)
	// what has people with titles, besides bodies: 某某电站站长, 某某村村支书
	seatRE = regexp.MustCompile(`[站园店馆场矿厂组队团城港村镇乡县市区旗州省]$|社区|街道|项目|工程|园区|基地|景区|小区|市场|商场|超市|工地|[实衣药纸钢铝矿乳酒茶置物农鞋服]业$`)
	// offices that need no name before them: 市公路管理局
	officeRE = regexp.MustCompile(`(?:局|厅|署|管委会|组委会|政府|商委|教委|国资委|发改委|卫健委|市委|省委|县委|检察院|法院|公安|海关|消协|协会)$`)
	// a name that goes on behind: 某集团工程和|安全生产部部长
	cutRE = regexp.MustCompile(`[和与及暨兼、]$`)
	// a body that nobody names: 某公司, 一家银行
	vagueRE = regexp.MustCompile(`[某几数这该本此]|[一多两各全][家个名位些国省市]|相关|有关|业内|^行业|当地|国内|国外|境内|海外|知名|大型|各地|多数|部分`)
)

// bodyPrinted gives the name of a body that r holds and nothing else, articles
// and ranks behind it aside.
func (f *finder) bodyPrinted(r text.Range) (text.Range, bool) {
	s := f.v.Cut(r)
	s = s[:len(s)-len(betweenRE.FindString(s))]
	t := trimLead(s)
	if at, word := firstTitle(t); at > 0 && at+len(word) < len(t) { // 某校教授兼某中心|主任
		s = s[:len(s)-len(t)+at]
		t = t[:at]
	}
	if n := utf8.RuneCountInString(t); n < 2 || n > 24 || vagueRE.MatchString(t) || strings.ContainsAny(t, notInBodies+"，、（）()") || noBodyRE.MatchString(t) {
		return text.Range{}, false
	}
	if cutRE.MatchString(t) {
		return text.Range{}, false
	}
	office := officeRE.MatchString(t)
	if bodySuffixes.Suffix(t) == 0 && !bodyEndRE.MatchString(t) && !seatRE.MatchString(t) && !office && !brand(t) || !office && !named(t) {
		return text.Range{}, false
	}
	return text.Range{Start: r.Start + len(s) - len(t), End: r.Start + len(s)}, true
}

// brand tells a short word that is neither in the dictionary nor a place's.
func brand(t string) bool {
	if utf8.RuneCountInString(t) > 8 {
		return false
	}
	for _, w := range segment.Default().Cut(t, nil) {
		if w.Known && w.Tag != "nz" && w.Tag != "nt" && w.Tag != "j" {
			return false
		}
	}
	return true
}

// withEmployer gives a person whom the links know without an employer the body
// that is printed before one of his titles.
func (f *finder) withEmployer(s speaker) speaker {
	if s.org != "" || !f.names.isPersonEntity(s.entity) {
		return s
	}
	org, seen := f.names.employers[s.entity]
	if !seen {
		org = f.employerPrinted(s.entity)
		f.names.employers[s.entity] = org
	}
	if org != "" {
		s.org, s.orgEntity = f.names.fullest(org)
	}
	return s
}

// a short name in brackets: 某某协会(下称“某协”)
var noteEndRE = regexp.MustCompile(`[(（][^()（）]{1,30}[)）]$`)

func (f *finder) employerPrinted(e int) string {
	for _, i := range f.names.Entities[e].Mentions {
		m := f.names.Mentions[i]
		title := m.Title
		p := f.v.ParagraphAt(title.Start)
		if title.Len() <= 0 || title.End > m.Start || p < 0 {
			continue
		}
		before := text.Range{Start: max(f.v.Paragraphs[p].Start, title.Start-reach/2), End: title.Start}
		before.End -= len(noteEndRE.FindString(f.v.Cut(before)))
		before.Start += strings.LastIndexAny(f.v.Cut(before), "，。；：、！？“”‘’《》（）()「」,:;") + 1
		for before.Start < before.End && !utf8.RuneStart(f.v.Text[before.Start]) {
			before.Start++
		}
		if org, ok := f.bodyPrinted(before); ok {
			return f.printed.Cut(org)
		}
	}
	return ""
}
