package names

import (
	"strings"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

// mendBeforePost cuts off a firm's or body's name what belongs to the title
// behind it.
func (a *article) mendBeforePost(t *tagger.Span) {
	title := words().title.Prefix(a.ahead(t.End, longestTitle*3))
	if title == 0 {
		return
	}
	name := a.s[t.Start:t.End]
	if n := words().known.Prefix(name); n > 0 && a.partOfBody(name[n:], t.Start+n) {
		t.End, t.Confidence = t.Start+n, max(t.Confidence, listedBody)
		return
	}
	if k := strings.LastIndex(name, "医院"); k > 0 && a.runeAt(t.End) == '科' {
		t.End = t.Start + k + len("医院") // 青禾医院|临床营养科主任
		return
	}
	if n := a.ownOrgan(name); n > 0 {
		t.End, t.Tag = t.Start+n, tagger.Company
		return
	}
	if sectorTitles.Prefix(a.s[t.End:t.End+title]) > 0 && t.Tag == tagger.Company && words().both.Suffix(name) == 0 {
		t.End = a.beforeSector(t.Start, t.End)
	}
}

// listedBody is how sure a body of the lists is that a title follows.
const listedBody = 0.85

// partOfBody tells whether the words behind a listed name are a department, or
// the sector that an analyst looks at: 云岭研究中心|产业经济部, 青禾评级|信用|分析师.
func (a *article) partOfBody(rest string, at int) bool {
	if rest == "" {
		return false
	}
	if strings.HasSuffix(rest, "部") || strings.HasSuffix(rest, "研究室") {
		return runes(rest) <= longestDepartment && words().body.Suffix(rest) < len(rest) && !strings.HasPrefix(rest, "驻")
	}
	w := a.words[a.wordAt(at)]
	return !firmWords.Has(rest) && w.Start == at && w.End == at+len(rest) && w.Known && w.Tag == "n" && words().both.Suffix(rest) == 0 && !strings.ContainsRune("党团军", a.runeAt(at))
}

// firmWords end the names of firms that look at markets, and are no sector.
var firmWords = lexicon.NewSet(strings.Fields("资讯 咨询 信息 数据 财经 智库 顾问 研究 评级 指数 证券 期货 投资 资本 金融"))

// organs are the parts of a firm that have a head, be the firm's name printed
// with them or not.
var organs = lexicon.NewSet(strings.Fields("党委 党组 党总支 纪委 工会 团委 董事会 监事会 理事会 党群工作部 党委宣传部 党委组织部 党委办公室 宣传部 组织部 办公室 董事会办公室 总经理办公室"))

// ownOrgan gives the bytes of the firm in 岚汀公司|党委宣传部.
func (a *article) ownOrgan(name string) int {
	n := organs.Suffix(name)
	firm := name[:len(name)-n]
	if n == 0 || !holdsLegalForm(firm) || runes(firm) < 4 {
		return 0
	}
	return len(firm)
}

// firmBefore gives the firm right before what is but one of its departments: 青禾|
// Pads+部门|副总裁.
func (a *article) firmBefore(from int, part text.Range) (text.Range, bool) {
	if part.Len() <= 0 || part.Start <= from || !isDepartment(a.s[part.Start:part.End]) || words().known.Has(a.s[part.Start:part.End]) {
		return text.Range{}, false
	}
	end := part.Start - (len(a.s[from:part.Start]) - len(strings.TrimRight(a.s[from:part.Start], " 　")))
	m := a.mentionEnding(end)
	if m == nil || m.Kind != store.Company || m.Start < from {
		return text.Range{}, false
	}
	return m.Range, true
}

// sectorTitles are posts before which the sector is told: 成品油|分析师.
var sectorTitles = lexicon.NewSet(strings.Fields("分析师 高级分析师 首席分析师 资深分析师 研究员 高级研究员 研究总监 首席研究员"))

// beforeSector gives where a firm's name ends before a plain noun: 岚汀资讯|成品油.
func (a *article) beforeSector(start, end int) int {
	i := a.wordAt(end - 1)
	w := a.words[i]
	if w.End != end || w.Start <= start || !w.Known || w.Tag != "n" && w.Tag != "nz" || runes(a.s[start:w.Start]) < 3 || trades.Has(a.word(i)) || !a.anySpecific(start, w.Start) {
		return end
	}
	return w.Start
}

// mendOffice adds to an office without a name of its own the body that it is part
// of: 财政部政府采购|管理办公室.
func (a *article) mendOffice(t *tagger.Span) {
	if t.Tag != tagger.Organization || a.anySpecific(t.Start, t.End) || words().bodies.Has(a.s[t.Start:t.End]) {
		return
	}
	start := t.Start
	for i := a.wordAt(start) - 1; i >= 0 && a.words[i].End == start; i-- {
		if n := words().bodies.Suffix(a.s[max(0, start-longestNameBytes):start]); n > 0 && start < t.Start {
			t.Start = start - n
			return
		}
		if w := a.words[i]; strings.IndexByte("nvbj", w.Tag[0]) < 0 || runes(a.s[w.Start:t.Start]) > longestOffice {
			return
		}
		start = a.words[i].Start
	}
}

// longestOffice is how many characters stand between a body and its office.
const longestOffice = 8
