package names

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// knownNames finds the firms and bodies of the lists.
func knownNames(a *article) []extract.Mention {
	var out []extract.Mention
	weak := lexicon.Load("companies_weak")
	vouched := map[string]bool{} // weak names of this article: does a fuller form stand in it
	for _, l := range []struct {
		set  *lexicon.Set
		kind store.EntityKind
	}{{lexicon.Load("companies"), store.Company}, {lexicon.Load("organizations"), store.Organization}} {
		a.occurrences(l.set, func(start, end int) {
			name := a.s[start:end]
			if weak.Has(name) {
				if _, asked := vouched[name]; !asked {
					vouched[name] = a.fullerForm(name)
				}
				if !vouched[name] {
					return
				}
			}
			if a.insideWord(start, end) || a.givenName(start, end) {
				return
			}
			out = append(out, extract.Mention{Range: text.Range{Start: start, End: end}, Kind: l.kind,
				Found: extract.Found{Rule: "names.list", Confidence: 0.85}})
		})
	}
	return out
}

// givenName tells a listed word of two characters that is somebody's given name:
// 会长 林|经纬, behind a title and a surname.
func (a *article) givenName(start, end int) bool {
	surname := a.runeBefore(start)
	if runes(a.s[start:end]) != 2 || !nameCharacters().single.has(surname) {
		return false
	}
	before := strings.TrimRight(a.s[max(0, start-longestNameBytes):start-utf8.RuneLen(surname)], " 　")
	n := words().title.Suffix(before)
	return n > 0 && !words().weakTitle.Has(before[len(before)-n:])
}

// otherForms gives for every weak name the forms of the same firm that are not:
// 顺丰速运 for 顺丰.
var otherForms = sync.OnceValue(func() map[string][]string {
	weak := lexicon.Load("companies_weak")
	out := map[string][]string{}
	for _, forms := range lexicon.Entries("companies") {
		strong := slices.DeleteFunc(slices.Clone(forms), weak.Has)
		for _, f := range forms {
			if weak.Has(f) {
				out[f] = strong
			}
		}
	}
	return out
})

// insideWord tells whether a list's name is a part of other words: 中行 in
// 其中行业, FBI in FBIX. A name of four characters and more is only where it cuts
// one character off a word of three: 北京大学 in 北京大学生, but not 中国银行 in
// 中国银行行长.
func (a *article) insideWord(start, end int) bool {
	if sameWord(a.runeBefore(start), a.runeAt(start)) || sameWord(a.runeBefore(end), a.runeAt(end)) {
		return true
	}
	if deputy.Prefix(a.ahead(end, 30)) > 0 {
		return a.words[a.wordAt(start)].Start != start
	}
	long := runes(a.s[start:end]) >= 4
	cuts := func(i, rest int) bool { return a.words[i].Known && (!long || rest == 1 && runes(a.word(i)) >= 3) }
	first, last := a.wordAt(start), a.wordAt(end-1)
	before, after := a.s[a.words[first].Start:max(start, a.words[first].Start)], a.s[min(end, a.words[last].End):a.words[last].End]
	return before != "" && cuts(first, runes(before)) || after != "" && cuts(last, runes(after))
}

// deputy begin titles that the cutter puts together with the last character of a
// body: 工信|部副|部长.
var deputy = lexicon.NewSet(strings.Fields("副部长 副局长 副厅长 副署长 副主任 副司长 副处长 副院长 副行长 副会长 副主席 副书记 副秘书长 党组书记 党组成员 新闻发言人"))

// sameWord tells whether two neighbours are Latin letters, or digits, of one
// word: B and I in FBI, but not O and 2 in WTO2011年.
func sameWord(x, y rune) bool {
	return isLetter(x) && isLetter(y) || isDigit(x) && isDigit(y)
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// 青禾果业有限公司（以下简称“青禾果业”） · （下称青禾） · （简称“青禾”）
var shortForm = regexp.MustCompile(`^[（(](?:以下)?(?:简称|下称|以下称|下简称)[：:为]?[“「"']?([^”」"'（）()，。、；]{2,16})[”」"']?[）)]`)

// shortNames finds, all over the article, the firms and bodies that it names
// somewhere, what a bracket declares to be their short name, and the cores of
// full legal names.
func shortNames(a *article) []extract.Mention {
	forms := map[string]extract.Mention{}
	for _, m := range a.found {
		if m.Kind == store.Company || m.Kind == store.Organization {
			a.formsOf(m, forms)
		}
	}
	list := make([]string, 0, len(forms))
	for form := range forms {
		list = append(list, form)
	}
	var out []extract.Mention
	a.occurrences(lexicon.NewSet(list), func(start, end int) {
		if a.insideWord(start, end) {
			return
		}
		m := forms[a.s[start:end]]
		m.Range = text.Range{Start: start, End: end}
		limit := overrules
		if m.Rule != "names.named-before" {
			limit = declaredOverrules
		}
		if !a.opposedBy(m.Range, limit) && (m.Rule != "names.short-form" || a.anySpecific(start, end)) {
			out = append(out, m)
		}
	})
	return out
}

// anySpecific tells whether a word in a stretch can make it a name: 国有企业 is
// none, though 沂川国有企业有限公司 is one.
func (a *article) anySpecific(start, end int) bool {
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if a.specific(i) {
			return true
		}
	}
	return false
}

// formsOf adds what may stand for m elsewhere, with the rule that finds it.
func (a *article) formsOf(m extract.Mention, forms map[string]extract.Mention) {
	name := a.s[m.Start:m.End]
	add := func(form, rule string, confidence float64) {
		if have, ok := forms[form]; !ok || have.Confidence < confidence {
			forms[form] = extract.Mention{Kind: m.Kind, Found: extract.Found{Rule: rule, Confidence: confidence}}
		}
	}
	if d := shortForm.FindStringSubmatch(a.ahead(m.End, 90)); d != nil && utf8.ValidString(d[1]) {
		add(d[1], "names.declared", 0.9)
	}
	if m.Confidence >= sureElsewhere && !(m.Kind == store.Company && m.Rule == "names.tagger") {
		add(name, "names.named-before", m.Confidence*0.97)
	}
	if m.Kind != store.Company {
		return
	}
	for _, short := range Cores(name) {
		if !words().generic.Has(short) && !ordinary(short) && forms[short].Rule == "" {
			add(short, "names.short-form", 0.8)
		}
	}
}

// sureElsewhere is how sure a name must be to be looked for all over the article.
const sureElsewhere = 0.75

var legalTail = pattern.MustCompile(`(?:集团)?(?:股份|有限|责任|控股)*(?:有限)?(?:责任)?公司$`)

// trades say what a firm does; without them and its place a name's core is
// left.
var trades = lexicon.NewSet(strings.Fields("科技 技术 实业 工业 投资 控股 发展 贸易 化工 机械 电子 电器 电气 汽车 食品 饮料 酒业 药业 制药 医药 生物 生物科技 纺织 服装 " +
	"建设 建筑 建工 工程 房地产 置业 地产 物流 运输 航空 航运 能源 新能源 电力 电气 环保 环境 材料 新材料 文化 传媒 网络 信息 软件 农业 农牧 果业 茶业 乳业 矿业 煤业 " +
	"石化 石油 钢铁 冶金 有色金属 重工 装备 设备 制造 服务 管理 咨询 商贸 商业 零售 旅游 酒店 教育 保险 证券 银行 基金 信托 金融 租赁 资本 资产管理 资产 运营 产业 智能 光电 半导体 通信 家居 珠宝 国际"))

// Cores gives the short names a full legal name may have: for
// 沂川青禾果业集团有限公司 these are 沂川青禾果业集团, 沂川青禾果业, 青禾果业集团, 青禾果业.
func Cores(full string) []string {
	at := legalTail.FindStringIndex(full)
	if at == nil || at[0] == 0 {
		return nil
	}
	stem := full[:at[0]]
	group := strings.HasPrefix(full[at[0]:], "集团")
	var out []string
	for _, s := range []string{stem, withoutPlace(stem)} {
		if group && s != "" {
			out = append(out, s+"集团")
		}
		if runes(s) >= 3 {
			out = append(out, s)
		}
	}
	return out
}

// withoutPlace drops a place at the head of a name.
func withoutPlace(name string) string {
	rest := name
	for range 2 {
		n := places().Prefix(rest)
		if n == 0 || n == len(rest) {
			break
		}
		rest = rest[n:]
		if r, size := utf8.DecodeRuneInString(rest); strings.ContainsRune("省市县区州", r) && size < len(rest) {
			rest = rest[size:]
		}
	}
	if runes(rest) < 2 || trades.Has(rest) {
		return ""
	}
	return rest
}

// IsLegalTail tells whether words are nothing but a firm's trade and legal form:
// 果业集团有限公司.
func IsLegalTail(s string) bool {
	at := legalTail.FindStringIndex(s)
	if at == nil {
		return s == "集团" || s == "公司"
	}
	for rest := s[:at[0]]; rest != ""; {
		n := trades.Prefix(rest)
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// Stem is a firm's name without its legal form and 集团: 青禾 of 青禾公司 and of
// 青禾集团有限公司.
func Stem(name string) string {
	if at := legalTail.FindStringIndex(name); at != nil {
		name = name[:at[0]]
	}
	return strings.TrimSuffix(name, "集团")
}

// IsLegal tells whether a name ends with a firm's legal form.
func IsLegal(name string) bool {
	return strings.HasSuffix(name, "有限公司") || strings.HasSuffix(name, "责任公司") || strings.HasSuffix(name, "股份公司") || strings.HasSuffix(name, "株式会社")
}

// OnlyTrades tells whether words only say what a firm does: 网络科技.
func OnlyTrades(s string) bool { return onlyTrades(s) }

// Parts divides a firm's name into the place in it and the rest without legal
// form: 青禾远屿公司 is 远屿 and 青禾.
func Parts(name string) (place, core string) {
	if at := legalTail.FindStringIndex(name); at != nil {
		name = name[:at[0]]
	}
	for i := range name {
		if n := places().Prefix(name[i:]); n > 0 && (i == 0 || i+n == len(name)) {
			return name[i : i+n], name[:i] + name[i+n:]
		}
	}
	return "", name
}

// OnlyPlaces tells whether words are places and nothing else: 沂川省远屿市.
func OnlyPlaces(s string) bool {
	for s != "" {
		n := places().Prefix(s)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s)
			if !strings.ContainsRune("省市县区州镇乡", r) {
				return false
			}
			n = size
		}
		s = s[n:]
	}
	return true
}
