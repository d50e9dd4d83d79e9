package quotes

import (
	"strings"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
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

var departmentRE = pattern.MustCompile(`(?:[部处科室所站队组厂村厅局办院班司系]|[村镇乡县市省]人|中心|公司|集团|银行|基金|证券|大学|学院|医院)$`)

// memberOf gives the person whose name ends r as one of the body named in it.
func (f *finder) memberOf(r, name text.Range) speaker {
	who := speaker{at: name, entity: none, text: f.printed.Cut(name), named: true, orgEntity: none, sure: 0.8}
	if body := f.bodyBefore(r.Start, name.Start); body != none {
		who.orgEntity = f.names.EntityOf[body]
		who.org = f.names.Entities[who.orgEntity].Name
	}
	return who
}

// nameBetween reads a name that ends r behind another role: 某校博导某某教授.
func (f *finder) nameBetween(r text.Range) (speaker, bool) {
	s := f.v.Cut(r)
	for _, n := range []int{3, 2} {
		at := lastRunes(s, n)
		if at <= 0 || !personName(s[at:]) {
			continue
		}
		name := text.Range{Start: r.Start + at, End: r.End}
		if head, _ := lastRole(s[:at], func(_, end int) bool { return end == at }); head >= 0 {
			x, ok := f.namedRole(r, head, at, name)
			return x.speaker, ok
		}
		if departmentRE.MatchString(s[:at]) || strings.HasSuffix(s[:at], "的") {
			return f.memberOf(r, name), true
		}
	}
	return nobody, false
}
