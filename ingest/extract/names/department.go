package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// departments end the names of parts of a firm or body.
const departments = "部科处室"

// splitDepartment divides a firm's name with a department behind it: 青禾煤矿|机电部.
// The department goes to the title of who works there.
func (a *article) splitDepartment(r text.Range) (firm text.Range, ok bool) {
	if r.Len() <= 0 || !isDepartment(a.s[r.Start:r.End]) || strings.HasSuffix(a.s[r.Start:r.End], "管理办公室") {
		return r, false
	}
	for i := a.wordAt(r.End-1) + 1; i > 0 && a.words[i-1].Start > r.Start; i-- {
		end := a.words[i-1].Start
		if runes(a.s[end:r.End]) > longestDepartment {
			break
		}
		if a.isFirmAlone(r.Start, end) || strings.ContainsRune(placesOfWork, a.runeBefore(end)) && runes(a.s[r.Start:end]) >= 4 && runes(a.s[end:r.End]) >= 2 {
			return text.Range{Start: r.Start, End: end}, true
		}
	}
	return r, false
}

// withoutDepartment leaves the department before a post to the title, as firms'
// are: 青禾医院|感染科|主任. Those of the state are bodies of their own: 沂川省教育厅基教处.
func (a *article) withoutDepartment(r text.Range) text.Range {
	if _, post := a.spanBeginning(r.End, tagger.Title); !post && words().title.Prefix(a.ahead(r.End, 30)) == 0 {
		return r
	}
	if !isDepartment(a.s[r.Start:r.End]) || ownOffices.Suffix(a.s[r.Start:r.End]) > 0 {
		return r
	}
	for i := a.wordAt(r.End-1) + 1; i > 0 && a.words[i-1].Start > r.Start; i-- {
		end := a.words[i-1].Start
		if n := runes(a.s[end:r.End]); n > longestDepartment {
			break
		} else if n >= 2 && serving.Suffix(a.s[r.Start:end]) > 0 && runes(a.s[r.Start:end]) >= 4 {
			return text.Range{Start: r.Start, End: end}
		}
	}
	return r
}

// ownOffices end like departments and stand by themselves: 青禾中心|远屿营业部.
var ownOffices = lexicon.NewSet(strings.Fields("营业部 经营部 门市部 分部 总部 本部 支部 俱乐部 指挥部 项目部"))

// serving end the names of bodies that do not govern.
var serving = lexicon.NewSet(strings.Fields("中心 医院 大学 学院 协会 学会 商会 联合会 联盟 研究院 设计院 科学院 研究所 基金会 博物馆 图书馆 火车站 车站 气象台 电视台"))

// isDepartment tells whether words end like the name of a department.
func isDepartment(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(departments, last) || strings.HasSuffix(s, "部门")
}

const longestDepartment = 14 // characters
