package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// listedFirms takes the bare names in a 、-list of firms: one between two firms,
// 青禾果业、|三九|、岚汀制药, and all before 等运营商.
func listedFirms(a *article) []extract.Mention {
	var out []extract.Mention
	add := func(r text.Range) {
		if a.bareItem(r) {
			out = append(out, extract.Mention{Range: r, Kind: store.Company, Found: extract.Found{Rule: "names.listed", Confidence: 0.7}})
		}
	}
	for i := range a.found {
		m := &a.found[i]
		if m.Kind != store.Company {
			continue
		}
		if r, ok := a.itemBehind(m.End); ok && i+1 < len(a.found) && a.found[i+1].Kind == store.Company && a.found[i+1].Start == r.End+len("、") && a.runeAt(r.End) == '、' {
			add(r)
		}
		if a.runeBefore(m.Start) != '、' && a.runeAt(m.End) != '、' {
			continue
		}
		if items := a.itemsBeside(m.Range); len(items) > 0 {
			for _, r := range items {
				add(r)
			}
		}
	}
	return out
}

// ofFirms say what kind of firms a list was of: 等|各大本地运营商.
var ofFirms = lexicon.NewSet(strings.Fields("企业 公司 运营商 药企 车企 厂商 厂家 银行 券商 房企 开发商 大厂 巨头 电商 集团 险企 酒企 乳企 钢企 航企 航空公司 品牌商 供应商 经销商 零售商 上市公司"))

const (
	longestItem  = 8 // characters of a bare name in a list
	mostItems    = 12
	longestOther = 8 // characters between 等 and the kind
)

// itemBehind gives what stands between the 、 at off and the next mark.
func (a *article) itemBehind(off int) (text.Range, bool) {
	if a.runeAt(off) != '、' {
		return text.Range{}, false
	}
	start := off + len("、")
	s := takeUpTo(a.s[start:], longestItem+1)
	n := strings.IndexAny(s, followers)
	if n <= 0 {
		return text.Range{}, false
	}
	return text.Range{Start: start, End: start + n}, true
}

// itemsBeside gives the other items of the list that firm stands in, where 等 and a
// kind of firm end it.
func (a *article) itemsBeside(firm text.Range) []text.Range {
	var items []text.Range
	end := firm.End
	for n := 0; a.runeAt(end) == '、' && n < mostItems; n++ {
		start := end + len("、")
		s := takeUpTo(a.s[start:], 3*longestItem)
		k := strings.IndexAny(s, followers+"等")
		if k <= 0 {
			return nil
		}
		end = start + k
		items = append(items, text.Range{Start: start, End: end})
	}
	if a.runeAt(end) != '等' || !ofKind(takeUpTo(a.s[end+len("等"):], longestOther+4)) {
		return nil
	}
	for start := firm.Start; a.runeBefore(start) == '、' && len(items) < mostItems; {
		last := start - len("、")
		from := last
		for range longestItem {
			r, size := utf8.DecodeLastRuneInString(a.s[:from])
			if size == 0 || followerChars.has(r) {
				break
			}
			from -= size
		}
		if from == last || !a.clauseHead(from) || a.runeBefore(from) != '、' && a.ledIn(text.Range{Start: from, End: last}) {
			break
		}
		items = append(items, text.Range{Start: from, End: last})
		start = from
	}
	return items
}

// leads stand before the first name of a list: 如|青禾, 以|青禾.
const leads = gluedHeads + "以如到像有连"

// ledIn tells whether words of the sentence stand before the first name of a
// list: 包括|青禾, 目前看好|青禾.
func (a *article) ledIn(r text.Range) bool {
	if strings.ContainsRune(leads, a.runeAt(r.Start)) {
		return true
	}
	for i := a.wordAt(r.Start); i < len(a.words) && a.words[i].Start < r.End; i++ {
		if strings.IndexByte("vptdfcr", a.words[i].Tag[0]) >= 0 && a.words[i].Known {
			return true
		}
	}
	return false
}

// ofKind tells whether a word for firms ends the phrase that s begins with.
func ofKind(s string) bool {
	for i := range s {
		if n := ofFirms.Prefix(s[i:]); n > 0 {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); followerChars.has(r) {
			return false
		}
	}
	return false
}

// bareItem tells whether an item of a list of firms can be a name: no plain word, no
// place, and nothing else to the tagger.
func (a *article) bareItem(r text.Range) bool {
	s := a.s[r.Start:r.End]
	if n := runes(s); n < 2 || n > longestItem || a.mentionAt(r.Start) != nil || a.mentionAt(r.End-1) != nil || words().lands.Has(s) || onlyTrades(s) || words().generic.Has(s) || strings.ContainsAny(s, "及和与") {
		return false
	}
	if tag, _, ok := segment.Default().Lookup(s); ok && strings.IndexByte("nvadr", tag[0]) >= 0 && tag != "nz" && tag != "nt" {
		return false
	}
	for i := a.wordAt(r.Start); i < len(a.words) && a.words[i].Start < r.End; i++ {
		if strings.IndexByte("wpcury", a.words[i].Tag[0]) >= 0 {
			return false
		}
	}
	return !a.opposed(r)
}
