package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

const longestTitle = 22 // characters of a post with all its parts

// titleBehind gives the title that begins at off, behind a name.
func (a *article) titleBehind(off int) text.Range {
	n := words().title.Prefix(a.ahead(off, 48))
	if n == 0 || words().weakTitle.Has(a.s[off:off+n]) {
		return text.Range{}
	}
	return text.Range{Start: off, End: off + n}
}

// titleBefore gives the title that ends at end: the tagger's, else the lists'.
func (a *article) titleBefore(from, end int) (text.Range, bool) {
	if t, ok := a.spanEnding(end, tagger.Title); ok && t.Start >= from && !relations.Has(a.s[t.Start:t.End]) {
		t.Start += countedHolders.Prefix(a.s[t.Start:t.End])
		if cut, _, ok := strings.Cut(a.s[t.Start:t.End], "、"); ok && runes(cut) == 1 {
			t.Start += len(cut) + len("、") // 苏映|雪、副市长
		}
		if a.mentionEnding(t.Start) == nil {
			t.Start = min(t.Start, end-words().title.Suffix(a.s[from:end])) // 品牌|代言人
		}
		return a.wholeTitle(from, t), true
	}
	t, ok := a.titleEnding(from, end)
	if !ok {
		return text.Range{}, false
	}
	return a.wholeTitle(from, text.Range{Start: t, End: end}), true
}

// countedHolders count those who hold a title: 两位|创始人.
var countedHolders = lexicon.NewSet(strings.Fields("两位 三位 四位 多位 几位 数位 两名 三名 四名 多名 几名 数名 一位 一名 这位"))

// wholeTitle adds what belongs to a title and stands between it and the firm or
// body before it: 青禾煤矿|机电部|部长, 青禾集团|华东区|总监; and 前 or 原.
func (a *article) wholeTitle(from int, t text.Range) text.Range {
	if strings.HasPrefix(a.s[t.Start:t.End], "”") {
		t.Start += len("”")
	}
	if r := a.runeAt(t.Start); r == '科' && strings.ContainsRune("一二三四五六七八九十", a.runeBefore(t.Start)) {
		t.Start += utf8.RuneLen(r) // 感染五科|主任: the dictionary has 科主任
	}
	t.Start = a.wardBefore(from, t.Start)
	t.Start = a.partBefore(from, t.Start)
	if head := a.titleHead(from, t.Start); head < t.Start && titleHeads.Has(a.word(a.wordAt(head))) && a.opensPost(from, head) {
		t.Start = head
	}
	if m := a.mentionBefore(t.Start); m != nil && m.Kind != store.Person && m.Start >= from && m.End < t.Start && a.insideTitle(m.End, t.Start) {
		t.Start = m.End
	}
	if place, ok := a.spanEnding(t.Start, tagger.Place); ok && a.runeBefore(place.Start) == '驻' {
		t.Start = place.Start - len("驻")
	} else if n := a.postedTo(from, t); n > 0 {
		t.Start -= n
	}
	before := a.s[max(from, t.Start-longestNameBytes):t.Start]
	if strings.HasSuffix(before, inCharge) {
		t.Start -= len(inCharge)
	} else if n := organs.Suffix(before); n > 0 && employerWords.Suffix(before[:len(before)-n]) > 0 {
		t.Start -= n // 公司|党委宣传部部长
	}
	t.Start -= a.caretaker(from, t.Start)
	t.Start -= a.ofHead(from, t.Start)
	if r := a.runeBefore(t.Start); (r == '前' || r == '原') && a.mentionEnding(t.Start-utf8.RuneLen(r)) != nil {
		t.Start -= utf8.RuneLen(r)
	}
	return t
}

// wardBefore steps over the words for a hospital's ward before 科主任 that stand behind a
// body: 青禾卫生中心|临床心理|科主任.
func (a *article) wardBefore(from, title int) int {
	if a.runeAt(title) != '科' {
		return title
	}
	start := title
	for i := a.wordAt(title) - 1; i >= 0 && a.words[i].Start >= from && a.words[i].End == start; i-- {
		if before := a.s[max(from, start-longestNameBytes):start]; max(words().both.Suffix(before), units.Suffix(before)) > 0 {
			return start
		}
		if strings.IndexByte("nvab", a.words[i].Tag[0]) < 0 || runes(a.s[a.words[i].Start:title]) > longestWard {
			break
		}
		start = a.words[i].Start
	}
	return title
}

const longestWard = 6 // characters

// inCharge stands before the title of a deputy who leads.
const inCharge = "主持工作"

// regions of a firm's business stand before a title: 华东区总经理.
var regions = lexicon.NewSet(strings.Fields("亚洲 欧洲 非洲 美洲 北美 南美 拉美 亚太 中东 东南亚 亚洲区 欧洲区 东南亚区 华东区 华南区 华北区 华中区 西南区 西北区 东北区 亚太区 大中华区 中国区 北美区 全球 大中华 华东 华南 华北 华中 大区 区域 亚太地区 大中华地区 中国地区 华东地区 华南地区"))

// partBefore steps over a region or a department of one word before a title:
// 机电部|部长.
func (a *article) partBefore(from, title int) int {
	if n := regions.Suffix(a.s[max(from, title-30):title]); n > 0 && a.mentionEnding(title) == nil {
		return title - n
	}
	i := a.wordAt(title) - 1
	if i < 0 || a.words[i].End != title || a.words[i].Start < from || a.mentionEnding(title) != nil {
		return title
	}
	if trades := trade.Prefix(a.ahead(title, longestTitle*3)); trades > 0 && a.tradeBefore(from, i) {
		return a.words[i].Start
	}
	last := a.runeBefore(title)
	if n := runes(a.word(i)); strings.ContainsRune(departments, last) && n >= 2 && n <= 4 && a.words[i].Tag[0] == 'n' && !placeOfWork.Has(a.word(i)) {
		return a.words[i].Start
	}
	return title
}

// trade are the titles that a word for the trade goes with: 酒吧老板, 家装设计师.
var trade = lexicon.NewSet(strings.Fields("老板 老板娘 店主 设计师 工程师 经销商 代理商 分析师 研究员 技术员 业务员 销售员 推销员 批发商 摊主 司机 教练 评论员 观察人士 观察家 观察员 贸易商 交易商 采购商 策展人 从业者 顾问 医师 专家"))

// tradeBefore tells whether word i is a plain noun that a post begins with: a word
// for what somebody trades in.
func (a *article) tradeBefore(from, i int) bool {
	w := a.words[i]
	n := runes(a.word(i))
	return w.Known && (w.Tag == "n" || w.Tag == "vn") && n >= 2 && n <= 3 && a.opensPost(from, w.Start) && !strings.ContainsRune("校厂社院所局", a.runeBefore(w.End))
}

// placeOfWork look like departments and have a head of their own.
var placeOfWork = lexicon.NewSet(strings.Fields("营业部 总部 编辑部 门市部 俱乐部 项目部 中宣部 组织部 宣传部 统战部 外交部 国防部 财政部 教育部 商务部"))

const longestInTitle = 14 // characters between a firm and a title

// insideTitle tells whether words between a firm and a title say of what the
// title is.
func (a *article) insideTitle(start, end int) bool {
	if runes(a.s[start:end]) > longestInTitle {
		return false
	}
	department := isDepartment(a.s[start:end]) || end < len(a.s) && isDepartment(a.word(a.wordAt(end))) // 岚汀|事业部
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		word := a.word(i)
		if !department && a.rareWord(i) {
			return false // a firm of its own
		}
		switch a.words[i].Tag[0] {
		case 'w', 'u', 'p', 'c', 'r', 't', 'd', 'y':
			if word != "·" && word != "+" {
				return false
			}
		}
		if words().stop.Has(word) && !titleHeads.Has(word) || employerWords.Has(word) || a.words[i].Tag == "v" && runes(word) == 1 {
			return false
		}
	}
	return true
}

// titleEnding gives where the titles begin that end at end: 党委书记、董事长,
// 机电部部长, 副总经理兼总工程师.
func (a *article) titleEnding(from, end int) (start int, ok bool) {
	start = end
	for runes(a.s[start:end]) <= longestTitle {
		n := words().title.Suffix(a.s[max(from, start-longestNameBytes):start])
		if n == 0 {
			break
		}
		start, ok = a.titleHead(from, start-n), true
		joint := a.runeBefore(start)
		if joint != '、' && joint != '兼' || words().title.Suffix(a.s[from:start-utf8.RuneLen(joint)]) == 0 {
			break
		}
		start -= utf8.RuneLen(joint)
	}
	if start >= end {
		return end, false // a body's name ends where the title does: 国务院参事
	}
	if r := a.runeAt(start); ok && (r == '、' || r == '兼') {
		start += utf8.RuneLen(r)
	}
	return start, ok
}

// titleHead walks left from a title over the words that say of what: 机电部|部长.
// It ends where a firm, body or place ends.
func (a *article) titleHead(from, title int) int {
	if m := a.mentionAt(title); m != nil && m.Start < title && m.End > title {
		title = m.End // a body whose name ends inside the title: 沂川市委|书记
	}
	start := title
	for i := a.wordAt(start) - 1; i >= 0; i-- {
		w := a.words[i]
		word := a.word(i)
		if w.Start < from || w.End != start || a.mentionAt(w.Start) != nil || employerWords.Has(word) {
			break
		}
		if runes(a.s[w.Start:title]) > 8 || !titlePart(w.Tag, word) {
			break
		}
		start = w.Start
	}
	if start < title && !titleHeads.Has(a.word(a.wordAt(start))) && !a.afterEmployer(start) {
		return a.knownHead(start, title)
	}
	return start
}

// knownHead keeps of the words before a title only those that titles have.
func (a *article) knownHead(start, title int) int {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < title; i++ {
		if titleHeads.Has(a.word(i)) || strings.HasSuffix(a.word(i), "部") {
			return a.words[i].Start
		}
	}
	return title
}

func (a *article) afterEmployer(start int) bool {
	if a.mentionEnding(start) != nil {
		return true
	}
	i := a.wordAt(start) - 1
	return i >= 0 && a.words[i].End == start && (employerWords.Has(a.word(i)) || isPlace(a.words[i]))
}

// titleHeads may begin a title whatever stands before them.
var titleHeads = lexicon.NewSet(strings.Fields("基层 一线 党委 党组 党总支 党支部 纪委 副 总 原 前 常务 执行 名誉 首席 高级 资深 财务 市场 技术 运营 销售 生产 采购 人事 人力资源 行政 品牌 公关 法务 研发 产品 项目 区域 " +
	"全球 亚太 亚太区 大中华区 中国区 北美 华东 华南 华北 事业部 董事会 监事会 理事会 证券 投资 研究 策略 宏观 商务 客户 信息 安全 质量 工程 设备 机电部 车间 新闻 对外 国际 联席 助理 代理 候任 前任 时任 著名 知名 博士生 硕士生 研究生 特聘 客座 终身 荣誉"))

func titlePart(tag, word string) bool {
	switch tag[0] {
	case 'n':
		return tag != "ns" && tag != "nr" && tag != "nt"
	case 'v', 'b', 'j', 'a', 'g', 'x':
		return tag != "v" || words().verb.Has(word)
	}
	return titleHeads.Has(word)
}
