package names

import (
	"strings"
	"sync"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// lists are the word lists that the rules need, loaded once.
type lists struct {
	firm, legal, trade *lexicon.Set // endings of firms' names
	body, both         *lexicon.Set
	title, weakTitle   *lexicon.Set
	speech             *lexicon.Set
	stop, outside      *lexicon.Set // what ends a name on the left
	verb, generic      *lexicon.Set
	notBody            *lexicon.Set
	firms, bodies      *lexicon.Set // known by name
	known, lands       *lexicon.Set // firms and bodies; places and countries
}

var words = sync.OnceValue(func() *lists {
	return &lists{
		firm: lexicon.Load("company_suffixes"), legal: lexicon.Load("company_suffixes_legal"),
		trade: lexicon.Load("company_suffixes_weak"),
		body:  lexicon.Load("organization_suffixes"), both: lexicon.Load("company_suffixes", "organization_suffixes"),
		title: withMore("titles", moreTitles, moreWeakTitles), weakTitle: withMore("titles_weak", moreWeakTitles),
		speech: lexicon.Load("speech_verbs"),
		stop:   lexicon.Load("name_stops"), outside: lexicon.Load("name_outsiders"),
		verb: lexicon.Load("name_verbs"), generic: lexicon.Load("name_generic"),
		notBody: lexicon.Load("suffix_false_friends"),
		firms:   lexicon.Load("companies"), bodies: lexicon.Load("organizations"),
		known: lexicon.Load("companies", "organizations"), lands: lexicon.Load("places", "countries"),
	}
})

// namesBySuffix finds firms and bodies by the word their name ends with, and
// their beginning by what cannot stand in a name.
func namesBySuffix(a *article) []extract.Mention {
	var out []extract.Mention
	for _, p := range a.view.Paragraphs {
		for i := a.wordAt(p.Start); i < len(a.words) && a.words[i].Start < p.End; i++ {
			if m, ok := a.nameEndingAt(p.Start, i); ok {
				out = append(out, m)
			}
		}
	}
	return out
}

// nameEndingAt takes word i for the end of a name, where it ends with a suffix.
func (a *article) nameEndingAt(from, i int) (extract.Mention, bool) {
	end := a.words[i].End
	n := words().both.Suffix(a.s[max(from, end-longestNameBytes):end])
	if n == 0 || !a.endsHere(i) {
		return extract.Mention{}, false
	}
	e := ending{word: a.s[end-n : end], start: end - n, end: end}
	e.legal = words().legal.Has(e.word)
	e.trade = words().trade.Has(e.word)
	e.kind = store.Organization
	if words().firm.Has(e.word) && !words().body.Has(e.word) {
		e.kind = store.Company
	}
	start := a.dropGeneric(a.leftEnd(from, e), e.start)
	start = a.dropCountry(start, e)
	if !a.isName(start, e) || e.trade && !a.evidence(start, end) {
		return extract.Mention{}, false
	}
	m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: e.kind, Found: extract.Found{Rule: "names.suffix", Confidence: 0.75}}
	if e.legal {
		m.Rule, m.Confidence = "names.legal-suffix", 0.92
	}
	return m, true
}

// ending is the suffix of a name and where it stands.
type ending struct {
	word         string
	start, end   int
	kind         store.EntityKind
	legal, trade bool
}

// continued lists what shows that a name goes on behind a suffix, or that the
// suffix is part of another word: 公司法, 银行卡, 大学生.
const continued = "法卡业界人员家生级系史章制化性型类版款线路区市县镇村语"

func (a *article) endsHere(i int) bool {
	end := a.words[i].End
	if words().notBody.Suffix(a.s[max(0, end-12):end]) > 0 {
		return false
	}
	if i+1 < len(a.words) && words().both.Has(a.word(i+1)) {
		return insideFirm.Has(a.word(i+1)) && holdsLegalForm(a.s[:end])
	}
	if i+1 < len(a.words) && afterGovernment.Has(a.word(i+1)) && strings.HasSuffix(a.s[:end], "政府") {
		return false
	}
	r := a.runeAt(end)
	return r == 0 || !strings.ContainsRune(continued, r) || i+1 >= len(a.words) || runes(a.word(i+1)) != 1
}

// afterGovernment make another word of 政府: 政府采购.
var afterGovernment = lexicon.NewSet(strings.Fields("采购 部门 机关 集中 性 工作 职能 行为 补贴 投资 债务 网站"))

// isName tells whether what stands before the suffix makes it a name.
func (a *article) isName(start int, e ending) bool {
	name := a.s[start:e.start]
	n := runes(name)
	if n == 0 || words().generic.Has(name) {
		return words().bodies.Has(a.s[start:e.end])
	}
	if a.runeBefore(start) == '《' || e.kind == store.Organization && holdsLegalForm(name) {
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < e.start; i++ {
		if a.specific(i) {
			return e.legal || n >= 2 && !a.onlyPlace(start, e)
		}
	}
	return e.legal && n >= 4
}

// insideFirm are the bodies that a firm has.
var insideFirm = lexicon.NewSet(strings.Fields("党委 党组 党总支 党支部 纪委 工会 团委 宣传部 组织部 办公室 董事会 监事会"))

// holdsLegalForm tells 沂川建工有限公司|党总支: a body inside a firm goes with the
// firm.
func holdsLegalForm(name string) bool {
	return strings.HasSuffix(name, "公司") || strings.HasSuffix(name, "集团")
}

// placeFirms are the suffixes that a bare place makes a name with: 沂川银行.
var placeFirms = lexicon.NewSet(strings.Fields("银行 公司 集团 证券 煤矿 电厂 酒厂 钢厂 日报 航空 农商行 信托 港务 钢铁"))

// onlyPlace refuses a bare place before a suffix that then is a kind of thing:
// 沂川汽车, 沂川电子.
func (a *article) onlyPlace(start int, e ending) bool {
	if e.kind != store.Company || runes(e.word) > 2 || placeFirms.Has(e.word) {
		return false
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < e.start; i++ {
		if !isPlace(a.words[i]) {
			return false
		}
	}
	return true
}
