package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/store"
	"zhiku/zh/segment"
)

const (
	longestName  = 30 // characters before a suffix
	longestJoint = 14 // characters before 和 inside a name: 工业和信息化厅
)

// leftEnd walks left from a suffix over the words that may stand in a name.
func (a *article) leftEnd(from int, e ending) int {
	start := e.start
	i := a.wordAt(start)
	if i < len(a.words) && a.words[i].Start < start { // the suffix begins inside a word
		start = a.words[i].Start
	}
	for i = a.wordAt(start) - 1; i >= 0; i-- {
		w := a.words[i]
		if w.Start < from || w.End != start || runes(a.s[w.Start:e.start]) > longestName {
			break
		}
		if open := a.bracketBefore(from, w.End); open >= 0 {
			start = open
			i = a.wordAt(open)
			continue
		}
		if a.stops(i, e) {
			j := a.overJoint(from, i, e)
			if j < 0 {
				break
			}
			start = j
			i = a.wordAt(j)
			continue
		}
		start = w.Start
		if n := a.gluedHead(i); n > 0 {
			return start + n
		}
	}
	return start
}

// gluedHeads stand before a name and are no part of it.
const gluedHeads = "与和及在向由从将把被对为是据而兼"

// gluedHead gives the bytes of 与, 在 … at the head of a word that the cutter put
// together from it and the first character of a name: 与岚|汀.
func (a *article) gluedHead(i int) int {
	r, n := utf8.DecodeRuneInString(a.word(i))
	if len(a.word(i)) > n && (!a.words[i].Known || strings.HasPrefix(a.words[i].Tag, "nr")) && strings.ContainsRune(gluedHeads, r) {
		return n
	}
	return 0
}

// bracketBefore steps over a bracket inside a name, which holds a place or a
// word of the firm's form: 青禾（中国）有限公司, 青禾（集团）股份有限公司.
func (a *article) bracketBefore(from, end int) int {
	last, n := utf8.DecodeLastRuneInString(a.s[from:end])
	if last != '）' && last != ')' {
		return -1
	}
	inner := a.s[max(from, end-n-30) : end-n]
	k := strings.LastIndexAny(inner, "（(")
	if k < 0 {
		return -1
	}
	_, open := utf8.DecodeRuneInString(inner[k:])
	words := inner[k+open:]
	if words == "" || !OnlyPlaces(words) && !bracketWords.Has(words) {
		return -1
	}
	return end - n - len(inner) + k
}

var bracketWords = lexicon.NewSet(strings.Fields("集团 控股 国际 亚洲 亚太 远东 中国区 大中华 大中华区 全球 普通合伙 有限合伙 特殊普通合伙 股份"))

// stops tells whether word i cannot stand in the name that ends with e.
func (a *article) stops(i int, e ending) bool {
	w, word := a.words[i], a.word(i)
	if words().stop.Has(word) || words().outside.Has(word) {
		return true
	}
	if e.kind == store.Company && endsWithFirm(word) && !branches.Has(e.word) {
		return true
	}
	switch w.Tag[0] {
	case 'w':
		return word != "·" && word != "•" && word != "-"
	case 'p', 'c', 'u', 'r', 'd', 't', 'y', 'e', 'o', 'k', 'h':
		return true
	case 'm', 'q':
		return w.Tag != "m" || !strings.HasPrefix(word, "第") && runes(word) > 1 || isDigits(word)
	case 'v':
		return !e.legal && w.Tag != "vn" && !words().verb.Has(word)
	case 'f':
		return runes(word) > 1
	}
	return !w.Known && a.afterNumber(i)
}

// afterNumber tells 15|日到|沂川集团: what a number's classifier begins is no name.
func (a *article) afterNumber(i int) bool {
	return i > 0 && a.words[i-1].End == a.words[i].Start && isDigits(a.word(i-1)) &&
		strings.HasPrefix(a.word(i), "日")
}

// endsWithFirm tells that another firm's name ends with a word; a branch's name
// goes on behind it: 沂川建工公司远屿分公司.
func endsWithFirm(word string) bool { return strings.HasSuffix(word, "公司") }

var branches = lexicon.NewSet(strings.Fields("分公司 支行 分行 营业部 分部"))

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789０１２３４５６７８９.,%") == ""
}

// compound are the bodies whose names are joined with 和: 工业和信息化厅.
var compound = lexicon.NewSet(strings.Fields("局 厅 部 署 委员会 管理局 总局 协会 学会 研究院 研究所 研究中心 联合会 促进会 基金会 信息化厅 信息化局 文化和旅游厅 文化和旅游局 林业和草原局 社会保障厅 社会保障局 总署 办公室 储备局 管理委员会 监督管理局 建设厅 建设局 大学 医院"))

// overJoint steps over 和 inside a body's name: 沂川省工业和信息化厅, where a place
// stands before it and no other name ends at it.
func (a *article) overJoint(from, i int, e ending) int {
	if word := a.word(i); word != "和" && word != "与" || !compound.Has(e.word) {
		return -1
	}
	joint := a.words[i].Start
	if words().both.Suffix(a.s[max(from, joint-longestNameBytes):joint]) > 0 {
		return -1
	}
	for k := i - 1; k >= 0 && a.words[k].Start >= from && runes(a.s[a.words[k].Start:joint]) <= longestJoint; k-- {
		if a.stops(k, e) {
			return -1
		}
		if k < i-1 && heads(a.words[k], a.word(k)) {
			for k > 0 && isPlace(a.words[k-1]) && a.words[k-1].Start >= from {
				k--
			}
			return a.words[k].Start
		}
	}
	return -1
}

// heads tells whether a word can be the head of a body's name.
func heads(w segment.Word, word string) bool {
	return isPlace(w) || word == "国家" || word == "中国" || word == "联合国"
}

func isPlace(w segment.Word) bool { return w.Known && w.Tag == "ns" }

// dropGeneric drops common nouns before the first word that makes a name:
// 龙头企业|青禾果业. A name all of common nouns is left as it is.
func (a *article) dropGeneric(start, suffix int) int {
	first := -1
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < suffix; i++ {
		if a.specific(i) || heads(a.words[i], a.word(i)) {
			first = max(start, a.words[i].Start)
			break
		}
	}
	if first < 0 {
		return start
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < first; i++ {
		if runes(a.word(i)) < 2 || words().verb.Has(a.word(i)) {
			return start // a single character before it may belong to it
		}
	}
	return first
}

// dropCountry drops a foreign country before a firm's name of its own: 法国|青禾公司,
// but 法国航空公司.
func (a *article) dropCountry(start int, e ending) int {
	if e.kind != store.Company {
		return start
	}
	n := countries().Prefix(a.s[start:e.start])
	if n == 0 || runes(a.s[start+n:e.start]) < 2 || trades.Has(a.s[start+n:e.start]) {
		return start
	}
	for i := a.wordAt(start + n); i < len(a.words) && a.words[i].Start < e.start; i++ {
		if a.words[i].Start >= start+n && !trades.Has(a.word(i)) && a.specific(i) {
			return start + n
		}
	}
	return start
}

// common words are found this often in jieba's counts; rarer ones may name a firm.
const commonWord = 60

// specific tells whether a word can make a name a name: a place, an unknown
// word, a rare one.
func (a *article) specific(i int) bool {
	w := a.words[i]
	word := a.word(i)
	if !w.Known {
		return w.Tag != "w" && w.Tag != "m"
	}
	switch w.Tag {
	case "ns", "nr", "nrt", "nrfg", "nz", "nt", "eng":
		return true
	case "j":
		return runes(word) >= 2
	}
	_, freq, ok := segment.Default().Lookup(word)
	return !ok || freq < commonWord && runes(word) >= 2
}
