package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// withTitle fills in a title and employer printed right before the person
// where the links know none.
func (f *finder) withTitle(s speaker, c text.Range) speaker {
	s = f.withEmployer(s)
	if s.title != "" && s.org != "" {
		return s
	}
	r, ok := f.roleBefore(c, s.at.Start)
	if !ok || s.title != "" && !strings.HasSuffix(s.title, r.title) && !strings.HasSuffix(r.title, s.title) {
		return s
	}
	if s.title == "" {
		s.title = r.title
	}
	if s.org == "" && !(strings.HasPrefix(s.title, r.org) && strings.HasSuffix(r.org, "委")) && !citizenRE.MatchString(s.title) {
		s.org, s.orgEntity = r.org, r.orgEntity // not of 省委常委、市委书记 省委
	}
	return s
}

// a town does not employ its citizens
var citizenRE = pattern.MustCompile(`(?:市民|居民|村民|网友|游客|群众|乘客|业主|家长)$`)

// roleBefore reads the role that ends right before offset at.
func (f *finder) roleBefore(c text.Range, at int) (candidate, bool) {
	r, ok := f.roleIn(text.Range{Start: c.Start, End: at})
	return r, ok && r.at.End == at && r.title != ""
}

var (
	// what stands between a body and the title of one of its people
	betweenRE = pattern.MustCompile(`(?:的|[一多几两这该][位名]|某位?|相关|有关|资深|高级|首席|主要|副|总|常务|执行|联席|名誉|代理|[\s　])+$`)
	// what has people with titles, besides bodies: 某某电站站长, 某某村村支书
	seatRE = pattern.MustCompile(`[站园店馆场矿厂组队团城港村镇乡县市区旗州省]$|社区|街道|项目|工程|园区|基地|景区|小区|市场|商场|超市|工地|[实衣药纸钢铝矿乳酒茶置物农鞋服]业$`)
	// offices that need no name before them: 市公路管理局
	officeRE = pattern.MustCompile(`(?:局|厅|署|管委会|组委会|政府|商委|教委|国资委|发改委|卫健委|市委|省委|县委|检察院|法院|公安|海关|消协|协会)$`)
	// a name that goes on behind: 某集团工程和|安全生产部部长
	cutRE = pattern.MustCompile(`[和与及暨兼、]$`)
	// a body that nobody names: 某公司, 一家银行
	vagueRE = pattern.MustCompile(`^[这该本此]|某|[几数一多两各全][家个名位些国省市]|相关|有关|业内|^行业|当地|国内|国外|境内|海外|知名|大型|各地|多数|部分`)
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
	if bodySuffixes().Suffix(t) == 0 && !bodyEndRE.MatchString(t) && !seatRE.MatchString(t) && !office && !brand(t) || !office && !named(t) {
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
		if w.Known && w.Tag != "nz" && w.Tag != "nt" && !(w.Tag == "j" && shortBodyRE.MatchString(t)) {
			return false
		}
	}
	return true
}

// short names of bodies that the dictionary has: 南航, 社科院; but not 环保
var shortBodyRE = pattern.MustCompile(`[航大院委部社协联局行所办厂校台]$`)

// withEmployer gives a person whom the links know without an employer the body
// that is printed before one of his titles.
func (f *finder) withEmployer(s speaker) speaker {
	if s.org != "" || !f.names.isPersonEntity(s.entity) || citizenRE.MatchString(s.title) {
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
var noteEndRE = pattern.MustCompile(`[(（][^()（）]{1,30}[)）]$`)

// a word in marks that goes with the title: 某某站“80后”站长
var nickEndRE = pattern.MustCompile(`“[^“”，。]{1,24}”$`)

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
		before.End -= len(nickEndRE.FindString(f.v.Cut(before)))
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

var titleLeadRE = pattern.MustCompile(`^(?:[(（][^)）]*[)）]|的|一位|一名|一个|某位?|多位|几位|多名|几名|这位|该|、|\s)+`)

// what goes with a title: 常务副市长
var rankRE = pattern.MustCompile(`(?:副|总|首席|高级|资深|相关|有关|主要|常务|执行|联席|名誉|代理|前|原)+$`)

// what an office is for: 财务|负责人, 公关部|负责人
var dutyRE = pattern.MustCompile(`(?:财务|公关|市场|技术|销售|人事|人力资源|生产|安全|宣传|新闻|法务|投资|运营|采购|品牌|研发|质量|质检|营销|客服|后勤|招商|行政|融资|信贷|理财|个贷|业务)(?:部门?|中心|处|科)?$`)

var headsRE = pattern.MustCompile(`(?:负责人|主管|经理|总监|主任|部长|处长|人士)$`)

// 曾经在某公司工作过的人士: where he was, not where he is
var someRE = pattern.MustCompile(`(?:某|[一几多两数]家|一个|一些|有的)[^的]{0,8}$`)

var formerRE = pattern.MustCompile(`曾|离职|前任|退休`)

// describe fills in the title and the body of somebody without a name.
func (f *finder) describe(who *speaker, head int, word entry) {
	body := f.bodyBefore(who.at.Start, head)
	if formerRE.MatchString(f.v.Text[who.at.Start:head]) {
		body = none // 曾在某公司工作的人士
	} else if body != none && someRE.MatchString(f.v.Text[who.at.Start:f.names.Mentions[body].Start]) {
		body = none // 某某公司负责人
	} else if body != none {
		e := f.names.EntityOf[body]
		who.orgEntity, who.org = e, f.names.Entities[e].Name
	} else if org, ok := f.bodyPrinted(text.Range{Start: who.at.Start, End: head}); ok && (word.has('t') || !seatRE.MatchString(f.v.Cut(org))) {
		who.org, who.orgEntity = f.names.fullest(f.printed.Cut(org))
	} else if m := firmRE.FindString(f.v.Text[who.at.Start:head]); m != "" {
		if e := f.names.companyBefore(max(0, head-3*reach), who.at.Start); e != none {
			who.orgEntity, who.org = e, f.names.Entities[e].Name
		}
	} else if b, ok := f.sameBody(text.Range{Start: who.at.Start, End: head}); ok {
		who.org, who.orgEntity = b.text, b.entity // 该校工作人员
	}
	if !word.has('t') {
		return
	}
	from := head
	if body != none {
		from = f.names.Mentions[body].End
	} else {
		from -= len(rankRE.FindString(f.v.Text[who.at.Start:head]))
		if headsRE.MatchString(word.word) {
			from -= len(dutyRE.FindString(f.v.Text[who.at.Start:from]))
		}
	}
	end := head + len(word.word)
	from += len(titleLeadRE.FindString(f.v.Text[from:end]))
	for _, cut := range []string{"的", "）", ")", "一位", "一名"} {
		if i := strings.LastIndex(f.v.Text[from:end], cut); i >= 0 {
			from += i + len(cut)
		}
	}
	from = f.trade(who.at.Start, from, word.word)
	who.title = f.printed.Text[from:end]
}

// ofLastBody gives somebody the firm that was named last before him: 其公关负责人.
func (f *finder) ofLastBody(who *speaker) {
	if e := f.names.companyBefore(max(0, who.at.Start-reach), who.at.Start); e != none {
		who.orgEntity, who.org = e, f.names.Entities[e].Name
	}
}

// trades are the titles that a word for the trade goes with: 酒吧老板.
var trades = map[string]bool{"老板": true, "老板娘": true, "店主": true, "设计师": true, "工程师": true, "经销商": true, "代理商": true, "司机": true,
	"教练": true, "分析师": true, "技术员": true, "业务员": true, "顾问": true, "医师": true, "加盟商": true, "主播": true, "博主": true}

// trade takes into a title a plain noun right before it that the description
// begins with: 一位家装|设计师.
func (f *finder) trade(start, from int, word string) int {
	if !trades[word] {
		return from
	}
	ws := segment.Default().Cut(f.v.Text[start:from], nil)
	if len(ws) == 0 {
		return from
	}
	w := ws[len(ws)-1]
	n := utf8.RuneCountInString(f.v.Text[start+w.Start : start+w.End])
	if t := f.v.Text[start+w.Start : start+w.End]; !w.Known || w.Tag != "n" && w.Tag != "vn" || n < 2 || n > 3 || t == "行业" || t == "业内" {
		return from
	}
	if before := f.v.Text[start : start+w.Start]; before != "" && !titleLeadEndRE.MatchString(before) {
		return from
	}
	return start + w.Start
}

var titleLeadEndRE = pattern.MustCompile(`(?:的|[一多几两这该][位名个些家]|很多|许多|不少|某|些)$`)

// bodyBefore gives the last firm or organisation named between from and to.
func (f *finder) bodyBefore(from, to int) int {
	lo, hi := f.names.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		if f.names.isBody(i) {
			return i
		}
	}
	return none
}
