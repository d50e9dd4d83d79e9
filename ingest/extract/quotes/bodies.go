package quotes

import (
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// a body that meets decides, it does not speak
var meetsRE = pattern.MustCompile(`^[^，]{0,12}(?:召开|举行|开会)`)

var (
	bodyTailRE = pattern.MustCompile(`^(?:[(（][^)）]{0,40}[)）])?(?:方面|方|官方|集团)?(?:[^的了，]{0,18})$`)
	afterBody  = pattern.MustCompile(`^(?:在|是|有|股价|股票|产品|旗下|的)`)
)

// bodyIn gives the firm or organisation that speaks in the clause.
func (f *finder) bodyIn(c text.Range) (candidate, bool) {
	lo, hi := f.names.in(c)
	for i := hi - 1; i >= lo; i-- {
		m := f.names.Mentions[i]
		if m.Kind == store.Project {
			continue // a plan has a spokesman, it does not speak
		}
		rest := f.v.Text[m.End:c.End]
		before := f.v.Text[c.Start:m.Start]
		if f.names.isPerson(i) || f.hearer(c.Start, m.Start) || strings.HasSuffix(before, "接受") || strings.HasSuffix(before, "在") ||
			!bodyTailRE.MatchString(rest) || afterBody.MatchString(rest) || meetsRE.MatchString(rest) {
			continue
		}
		if x, ok := f.staff(text.Range{Start: m.End, End: c.End}, i); ok {
			return x, true
		}
		if x, ok := f.jointBodies(c, i); ok {
			return x, true
		}
		return candidate{f.names.entityAs(f.names.EntityOf[i], m.Range).doubtful(0.95), 0}, true
	}
	return f.firmByPronoun(c)
}

// 甲和乙等大厂: the whole speaks
var andOthersRE = pattern.MustCompile(`^等[^，。的]{0,4}(?:大厂|企业|公司|厂商|厂家|机构|银行|券商|车企|药企|部门|平台|品牌|巨头|协会)`)

// jointBodies gives several bodies that speak as one, of which i is the last.
func (f *finder) jointBodies(c text.Range, i int) (candidate, bool) {
	m := f.names.Mentions[i]
	end := m.End + len(andOthersRE.FindString(f.v.Text[m.End:c.End]))
	start := m.Start
	for j := i - 1; j >= 0 && f.names.Mentions[j].Start >= c.Start && f.names.isBody(j); j-- {
		if joint := f.v.Text[f.names.Mentions[j].End:start]; joint != "、" && joint != "和" && joint != "与" {
			break
		}
		start = f.names.Mentions[j].Start
	}
	if end == m.End || start == m.Start {
		return candidate{}, false
	}
	r := text.Range{Start: start, End: end}
	return candidate{speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, group: true, body: true}, 0}, true
}

var firmRE = pattern.MustCompile(`^(?:该公司|该集团|该行|该企业|公司|集团)(?:方面)?`)

// firmByPronoun reads 该公司 as the firm named last.
func (f *finder) firmByPronoun(c text.Range) (candidate, bool) {
	s := trimLead(f.v.Cut(c))
	m := firmRE.FindString(s)
	if m == "" || !bodyTailRE.MatchString(s[len(m):]) {
		return candidate{}, false
	}
	start := c.End - len(s)
	if o := f.last.orgEntity; f.lastIn == f.index && f.last.known() && o != none && f.names.Entities[o].Kind == store.Company {
		return candidate{f.names.entityAs(o, text.Range{Start: start, End: start + len(m)}).doubtful(0.9), 0}, true // its 负责人 spoke before
	}
	e := f.names.companyBefore(max(0, start-3*reach), start)
	if e == none {
		return candidate{}, false
	}
	who := f.names.entityAs(e, text.Range{Start: start, End: start + len(m)}).doubtful(0.8)
	if other := f.names.otherCompany(max(0, start-3*reach), start, e); other != none {
		who = who.against(f.names.entityAs(other, text.Range{}), namedBefore)
	}
	return candidate{who, 0}, true
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
	if !bodyLike(t) && !sideOf(f.v.Text[r.End:c.End], t) {
		return nobody, false
	}
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.6, body: true}, true
}

var (
	bodySuffixes = sync.OnceValue(func() *lexicon.Set {
		return lexicon.Load("organization_suffixes", "company_suffixes", "company_suffixes_legal")
	})
	// what ends like a body and is none, or meets
	noBodyRE = pattern.MustCompile(`^[该本此这]|[对向致让]|应[该当]|必须|可以|代表|(?:会议|大会|全会|年会|峰会|论坛|讲话|意见|声明|文章|研究|调查|结果|数据|问卷|评论|预算)$`)
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
	if bodySuffixes().Suffix(t) > 0 {
		return true
	}
	if missionRE.MatchString(t) {
		return true
	}
	tag, _, word := segment.Default().Lookup(t)
	return tag == "nt" || !word && (n <= 6 || bodyEndRE.MatchString(t)) && strings.TrimFunc(t, isHan) == "" && proper(t)
}

// sideOf tells a firm or trade that speaks as 高铁|方面.
func sideOf(behind, t string) bool {
	n := utf8.RuneCountInString(t)
	return strings.HasPrefix(behind, "方面") && n >= 2 && n <= 8 && strings.TrimFunc(t, isHan) == "" && !strings.ContainsAny(t, notInBodies+"一各多几两有某")
}

// a side in a dispute: 警方, 某军, 某方
var sideRE = pattern.MustCompile(`^(?:[警军校院检官厂店控辩矿村资馆]方|\p{Han}{1,2}[军方警]|\p{Han}(?:政府|媒体|外交部|国防部|外长))$`)

// 某国驻某地总领馆: no word may stand between, whatever the places are
var missionRE = pattern.MustCompile(`驻.+(?:[领使]事?馆|办事处|代表处|代表团|记者站)$`)

// short suffixes that a proper name before them makes a body's: 某省卫生健康委
var bodyEndRE = pattern.MustCompile(`(?:[部委局厅院署司所社网台行校办会馆]|中心|总部|课题组|专家组|工作组)$`)

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

var sameBodyRE = pattern.MustCompile(`^(?:该|本|这家|这个|上述)(公司|集团|银行|企业|协会|学会|商会|组织|机构|部门|部|局|委|厅|院|所|校|大学|学院|医院|研究所|研究院|中心|网站|平台|媒体|报|社|基金|券商|行|厂|联盟|委员会|基金会)$`)

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
var anyBody = map[string]bool{"组织": true, "机构": true, "部门": true, "平台": true, "网站": true, "媒体": true}

// ofKind tells a body that may be called by kind, as 该校 or 上述企业 does; an
// undertaking is none of these.
func (n *names) ofKind(e int, kind string) bool {
	switch x := n.Entities[e]; kind {
	case "公司", "企业", "集团":
		return x.Kind == store.Company
	case "校":
		return strings.HasSuffix(x.Name, kind) || schoolRE.MatchString(x.Name)
	default:
		return anyBody[kind] && x.Kind != store.Project || strings.HasSuffix(x.Name, kind)
	}
}

var schoolRE = pattern.MustCompile(`(?:[大中小]学|学院|学校|[一二三四五六七八九十]中|附[中小])$`)

// bodyEnding gives the last body that is named between from and to and ends in
// kind, or in anything where kind says nothing; none where there is none.
func (n *names) bodyEnding(from, to int, kind string) int {
	lo, hi := n.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		e := n.EntityOf[i]
		if n.isBody(i) && n.ofKind(e, kind) {
			return e
		}
	}
	return none
}
