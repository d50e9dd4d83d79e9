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

// called is what follows a surname where it stands for a person.
var called = lexicon.NewSet(strings.Fields("先生 女士 小姐 太太 总 某 某某 董 老师 教授 院士 博士 局长 处长 部长 市长 书记 主任 经理 律师 医生 老板 队长 校长 厂长 师傅 大爷 大妈 阿姨"))

// styles are those of called that somebody is known by who is not named in full.
var styles = lexicon.NewSet(strings.Fields("先生 女士 小姐 太太 大爷 大妈 阿姨 师傅"))

// Style gives the length of the form of address that s begins with, 先生 of
// 先生说, or 0.
func Style(s string) int { return styles.Prefix(s[:min(len(s), 12)]) }

// surnames finds 陆总, 贺先生, 卫某: a person of the article by surname alone, or one
// whose name is withheld.
func (p *finder) surnames() []extract.Mention {
	known := map[string]bool{}
	for name := range p.vouched {
		first, _ := take(name, 1)
		known[first] = true
	}
	var out []extract.Mention
	for i, r := range p.s {
		if r < 0x3400 || !nameCharacters().single.has(r) {
			continue
		}
		size := utf8.RuneLen(r)
		if m, ok := p.surnameAt(i, i+size, known[p.s[i:i+size]]); ok && p.free(m.Start, m.End) {
			out = append(out, m)
		}
	}
	return out
}

func (p *finder) surnameAt(start, end int, known bool) (extract.Mention, bool) {
	n := called.Prefix(p.s[end:min(len(p.s), end+12)])
	word := p.s[end : end+n]
	m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person, Found: extract.Found{Rule: "names.surname", Confidence: 0.75}}
	switch {
	case n == 0:
		return m, false
	case word == "某" || word == "某某":
		m.End = end + n
		if word == "某" {
			m.End += p.lastOfWithheld(m.End)
		}
		m.Rule = "names.withheld"
		return m, p.withheld(start, m.End)
	case !known && styles.Has(word) && p.runeBefore(start) != '《':
		m.End = end + n // nobody of the article but he has it: 卫女士 is his whole name
		m.Rule = "names.styled"
	case !known:
		return m, false
	}
	return m, p.headOfName(start) && !nameCharacters().weak[p.s[start:end]]
}

// headOfName tells whether a surname can begin here: not in the middle of a
// word or of another name.
func (p *finder) headOfName(start int) bool {
	r := p.runeBefore(start)
	return r == 0 || headChars.has(r) || strings.ContainsRune("的是为被把给", r) || p.titleEnds(start)
}

// titleEnds tells whether a title ends at off, 老板|卫女士: what follows may begin
// a name though no stop stands before it.
func (p *finder) titleEnds(off int) bool {
	n := words().title.Suffix(p.s[max(0, off-longestTitle*3):off])
	return n > len("长") && (p.boundary(off-n) || p.boundary(off))
}

// withheld refuses 某 before what it may mean by itself: 王某些, 李某市.
func (p *finder) withheld(start, end int) bool {
	return p.headOfName(start) && !strings.ContainsRune("些个种年月日地市省县区镇乡村公单企银", p.runeAt(end))
}

// notOfName are characters of whom or what a withheld name has: 张某|家.
const notOfName = "家妻夫父母子女儿等人案车房某处两三"

// lastOfWithheld gives the length of the last character of a name whose middle
// is withheld: 卫某|蹊.
func (p *finder) lastOfWithheld(off int) int {
	r, size := utf8.DecodeRuneInString(p.s[off:])
	if r < 0x3400 || r > 0x9fff || strings.ContainsRune(neverGiven+notOfName, r) {
		return 0
	}
	if two, ok := take(p.s[off:], 2); ok {
		if _, _, known := segment.Default().Lookup(two); known {
			return 0 // 华某|奔赴
		}
	}
	if tag, _, _ := segment.Default().Lookup(p.s[off : off+size]); tag != "" && strings.IndexByte("vdpcufqmrt", tag[0]) >= 0 {
		return 0
	}
	return size
}
