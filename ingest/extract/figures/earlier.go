package figures

import (
	"strings"

	"zhiku/ingest/text"
)

// ofUnit gives which figure before i a change belongs to that can be none of the one just
// before: points are those of a rate, and things added are no part of one: 到岗1319人，到岗率
// 95%，较上月增加[47人]、提高[13个百分点]. It is the one just before where none fits better.
func (f *finder) ofUnit(cs []clause, i int) int {
	c := &cs[i]
	if len(cs[i].how) == 0 || !c.points() && cs[i-1].kind != rate || c.fits(&cs[i-1]) {
		return i - 1
	}
	for k := i - 2; k >= 0 && k >= i-4; k-- {
		if strings.ContainsAny(f.text[cs[k].End:cs[k+1].Start], "；;") {
			break
		}
		if c.fits(&cs[k]) && len(cs[k].base) > 0 {
			return k
		}
	}
	return i - 1
}

// fits tells whether a figure may be a change of another.
func (c *clause) fits(of *clause) bool {
	if c.points() {
		return of.kind == rate
	}
	return c.kind == rate || c.kind == of.kind && (c.unit == of.unit || c.kind == money)
}

func (c *clause) points() bool { return c.unit == "个百分点" || c.unit == "百分点" }

// ranked reads a share that only says how somebody ranks, 甲厂以[21%]位居第二: it is the share
// that the sentence told before; nil where it is none.
func (f *finder) ranked(cs []clause, i int) phrase {
	c := &cs[i]
	if i == 0 || c.kind != rate || cs[i-1].kind != rate || c.points() || !strings.HasSuffix(f.text[c.before.Start:c.before.End], "以") && !strings.HasSuffix(f.text[c.before.Start:c.before.End], "则以") {
		return nil
	}
	words := f.wordsIn(c.behind)
	if len(words) == 0 || f.lex.beginsWith("recordverb", f.word(words[0])) == "" && !ranking[f.word(words[0])] {
		return nil
	}
	return cs[i-1].metric
}

// ranking words say what place somebody has.
var ranking = map[string]bool{"排名": true, "排在": true, "排": true, "名列": true, "紧随": true, "紧随其后": true, "领先": true, "居于": true, "次之": true}

// speech tells whether a clause only leads to what somebody says: 会长告诉记者，最少也有[3000家].
func (f *finder) speech(r text.Range) bool {
	t := strings.TrimSpace(f.text[r.Start:r.End])
	for _, end := range []string{"告诉记者", "表示", "介绍", "指出", "透露", "认为", "坦言", "接受采访时说", "对记者说", "告诉本报记者"} {
		if strings.HasSuffix(t, end) {
			return true
		}
	}
	return false
}
