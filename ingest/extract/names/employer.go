package names

import (
	"strings"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

// employerWords stand for a firm named before.
var employerWords = lexicon.NewSet(strings.Fields("公司 集团 该公司 本公司 该集团 该行 该厂 该校 该院 本报 本刊 本网 企业 该企业 我国 全国 学校 医院"))

// employerBefore gives the firm, body or place that ends where a title begins;
// 公司 and its like stand for the last firm named before.
func (a *article) employerBefore(from, title int) text.Range {
	if a.runeBefore(title) == '的' {
		title -= len("的")
	}
	if a.s[max(from, title-len("”")):title] == "”" {
		if m := a.mentionEnding(title - len("”")); m != nil && m.Kind != store.Person {
			return m.Range // “青禾指挥中心”|指挥官
		}
	}
	if r := a.ownerBefore(from, title); r.Len() > 0 {
		return r
	}
	if n := tenures.Suffix(a.s[max(from, title-longestNameBytes):title]); n > 0 {
		return a.employerBefore(from, title-n)
	}
	if r := a.partyCentre(from, title); r.Len() > 0 {
		return r
	}
	if n := bracketedEnding(a.s[from:title]); n > 0 {
		return text.Range{Start: title - n, End: title}
	}
	title = a.overNote(from, title)
	if m := a.mentionEnding(title); m != nil && m.Kind != store.Person {
		return m.Range
	}
	if r := a.country(from, title); r.Len() > 0 {
		return r
	}
	if r := a.sameKind(from, title); r.Len() > 0 {
		return r
	}
	if a.splitsWord(title) {
		return a.printedEmployer(from, title)
	}
	i := a.wordAt(title) - 1
	if i < 0 || a.words[i].End != title || a.words[i].Start < from {
		return text.Range{}
	}
	if employerWords.Has(a.word(i)) {
		if a.vague(i) {
			return text.Range{}
		}
		return a.meant(a.word(i), a.words[i].Start)
	}
	if r := a.unsureEmployer(title); r.Len() > 0 && r.Start >= from {
		return r
	}
	if r := a.printedEmployer(from, title); r.Len() > 0 {
		return r
	}
	return a.placeEnding(from, title)
}

// vague tells whether what stands before 公司 or 企业 makes it another one than
// that named last: 一家钢贸|企业, 民营|医院.
func (a *article) vague(i int) bool {
	return i > 0 && a.words[i-1].End == a.words[i].Start && strings.IndexByte("nmqbaxjsg", a.words[i-1].Tag[0]) >= 0
}

// leastEmployer is how sure the tagger must be of what stands where an employer
// does.
const leastEmployer = 0.3

// unsureEmployer takes before a title also what the tagger is less sure of, and
// places.
func (a *article) unsureEmployer(title int) text.Range {
	for _, t := range a.spansOver(text.Range{Start: title - 1, End: title}) {
		if t.End != title && !(t.Start < title && words().both.Suffix(a.s[t.Start:title]) > 0) || t.Confidence < leastEmployer {
			continue
		}
		switch t.Tag {
		case tagger.Company, tagger.Organization, tagger.Project, tagger.Place:
			return text.Range{Start: t.Start, End: title} // 青禾医院|临床营养科主任
		}
	}
	return text.Range{}
}

// placesOfWork end the name of a body or place that somebody heads, beside the
// suffixes of the lists: 沂川市, 远屿小学, 白岩山电站, 三台村.
const placesOfWork = "市县区旗省州盟镇乡村站校厂店矿所院馆社队局部处园场会行寺社群"

// printedEmployer takes for the employer what is printed between the head of the
// clause and a title, where it ends like a body or place: 沂川市远屿区|区长.
func (a *article) printedEmployer(from, title int) text.Range {
	before := a.s[max(from, title-longestNameBytes):title]
	if max(words().both.Suffix(before), units.Suffix(before)) == 0 && !strings.ContainsRune(placesOfWork, a.runeBefore(title)) && !strings.HasSuffix(a.s[from:title], "嘎查") && !strings.HasSuffix(a.s[from:title], "苏木") {
		return text.Range{}
	}
	if r := a.branchEnding(from, title); r.Len() > 0 {
		return r
	}
	return a.bodyEnding(from, title)
}

// splitsWord tells that off lies in a word of the dictionary: 协会|主席.
func (a *article) splitsWord(off int) bool {
	i := a.wordAt(off)
	return i < len(a.words) && a.words[i].Start < off
}

// branchEnding gives a body that is a part of the one before it: 青禾医院协会|民营医院管理|分会.
func (a *article) branchEnding(from, title int) text.Range {
	m := a.mentionBefore(title)
	if m == nil || m.Kind == store.Person || m.Start < from || m.End == title || runes(a.s[m.End:title]) > longestBranch || bodyParts.Suffix(a.s[m.End:title]) == 0 {
		return text.Range{}
	}
	for i := a.wordAt(m.End); i < len(a.words) && a.words[i].Start < title; i++ {
		if w := a.words[i]; strings.IndexByte("nabjx", w.Tag[0]) < 0 && w.Tag != "vn" && w.Tag != "v" || w.Start == m.End && employerWords.Has(a.word(i)) || words().title.Has(a.word(i)) {
			return text.Range{}
		}
	}
	return text.Range{Start: m.Start, End: title}
}

// bodyParts end a part of a body that has a head of its own.
var bodyParts = lexicon.NewSet(strings.Fields("分会 专业委员会 专委会 工作委员会 委员会 研究会 研究中心 中心 研究所 研究院 学院 实验室 协会 学会 联盟"))

const longestBranch = 12 // characters

// bodyEnding gives what is printed between the head of the clause and end, where
// it has a place or a rare word of its own.
func (a *article) bodyEnding(from, title int) text.Range {
	start, own := title, false
	if i := a.wordAt(title); a.splitsWord(title) && a.words[i].Start >= from {
		start = a.words[i].Start // 沂川市摄影家|协会主席
	}
	for i := a.wordAt(start) - 1; i >= 0 && a.words[i].Start >= from && a.words[i].End == start; i-- {
		w := a.words[i]
		if m := a.mentionAt(w.Start); m != nil && m.Kind != store.Person && m.End == start && m.Start >= from {
			return text.Range{Start: m.Start, End: title}
		} else if runes(a.s[w.Start:title]) > longestEmployer || m != nil || a.stops(i, ending{kind: store.Organization}) && !(w.End == title && a.isPlaceOfWork(i)) {
			break
		}
		start = w.Start
		own = own || isPlace(w) || a.rareWord(i) || a.town(from, i)
	}
	if !own || runes(a.s[start:title]) < 3 {
		return text.Range{}
	}
	return text.Range{Start: start, End: title}
}

// town tells 市 or 县 behind a word, which makes it a town's name whatever it
// means: 茫崖|市.
func (a *article) town(from, i int) bool {
	word := a.word(i)
	return (word == "市" || word == "县") && i > 0 && a.words[i-1].Start >= from && a.words[i-1].End == a.words[i].Start && runes(a.word(i-1)) == 2 && strings.IndexByte("rmqpdcuvt", a.words[i-1].Tag[0]) < 0
}

// isPlaceOfWork tells a word of one character for a place where people work, which
// the dictionary may have as a verb: 远屿|站.
func (a *article) isPlaceOfWork(i int) bool {
	return runes(a.word(i)) == 1 && strings.ContainsRune(placesOfWork, a.runeAt(a.words[i].Start))
}

const longestEmployer = 22 // characters

// kindsMeant are the firms and bodies that a word for one before it can mean, by
// what their names hold: 该行 a bank.
var kindsMeant = map[string]string{"集团": "集团", "该集团": "集团", "该行": "银行", "该厂": "厂", "该校": "学", "学校": "学", "该院": "院", "医院": "医院"}

// meant gives the firm or body that a word like 公司 or 该行 stands for: the last
// one named before it in the same section that it can mean.
func (a *article) meant(word string, off int) text.Range {
	here := a.view.ParagraphAt(off)
	holds := kindsMeant[word]
	for k := len(a.found) - 1; k >= 0 && here >= 0; k-- {
		m := &a.found[k]
		if m.End > off {
			continue
		}
		p := a.view.ParagraphAt(m.Start)
		if p < 0 || a.view.Paragraphs[p].Section != a.view.Paragraphs[here].Section {
			break
		}
		if m.Kind == store.Company && holds == "" || holds != "" && m.Kind != store.Person && strings.Contains(a.s[m.Start:m.End], holds) {
			return m.Range
		}
	}
	return text.Range{}
}

// placeEnding gives the chain of places that ends at off: 沂川省远屿市.
func (a *article) placeEnding(from, off int) text.Range {
	start := off
	for i := a.wordAt(off) - 1; i >= 0 && a.words[i].Start >= from && a.words[i].End == start && isPlace(a.words[i]); i-- {
		start = a.words[i].Start
	}
	if start == off {
		return text.Range{}
	}
	return text.Range{Start: start, End: off}
}
