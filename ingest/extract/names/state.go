package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// stateTitles are offices of a state, whose holder's employer is the country
// printed before them: 俄|总理, 法国|外长.
var stateTitles = lexicon.NewSet(strings.Fields("总统 副总统 总理 国务总理 副总理 首相 副首相 国王 女王 天皇 国家主席 外长 副外长 第一副外长 防长 副防长 财长 外交部长 国防部长 财政部长 国务卿 议长 众议长 参议长 摄政王 王储 总统新闻秘书 总统发言人 总理新闻秘书 总理发言人 首相新闻秘书 首相发言人 前总统 前总理 前首相 候任总统 当选总统 代总统 临时总统 常务副总理 第一副总理 最高领袖 最高领导人 最高元首 国家元首 陆军参谋长"))

// initials are the characters that stand for a country where nothing else can be
// meant: 俄总统, 与美总统.
const initials = "俄美英法德日韩印乌以伊朝中澳加意泰越菲巴埃土波希委"

// rarerInitials stand for a country at the head of a clause: ，吉|总理.
const rarerInitials = "吉哈塔乌蒙缅老柬新孟斯匈塞阿哥智秘厄挪芬荷比葡"

// country gives the country that ends where an office of a state begins.
func (a *article) country(from, title int) text.Range {
	office := title + tenures.Prefix(a.ahead(title, longestTitle*3))
	if stateTitles.Prefix(a.ahead(office, longestTitle*3)) == 0 {
		return text.Range{}
	}
	before := a.s[from:title]
	if n := countries().Suffix(before[max(0, len(before)-longestNameBytes):]); n > 0 {
		return text.Range{Start: title - n, End: title}
	}
	if strings.HasSuffix(before, "中国") {
		return text.Range{Start: title - len("中国"), End: title}
	}
	r, n := utf8.DecodeLastRuneInString(before)
	if n == 0 || !strings.ContainsRune(initials, r) && !(strings.ContainsRune(rarerInitials, r) && a.clauseHead(title-n)) {
		return text.Range{}
	}
	if head := a.runeBefore(title - n); head != 0 && title-n > from && !strings.ContainsRune(followers+"与和同向对据称在和", head) {
		return text.Range{}
	}
	return text.Range{Start: title - n, End: title}
}

// withCountry adds to a place that employs somebody the country printed right
// before it: 俄罗斯|沂川州.
func (a *article) withCountry(from int, place text.Range) text.Range {
	if place.Len() == 0 || place.Start <= from || !strings.ContainsRune("州省市县区", a.runeBefore(place.End)) {
		return place
	}
	before := a.s[max(from, place.Start-longestNameBytes):place.Start]
	place.Start -= countries().Suffix(before[max(0, len(before)-30):])
	return place
}

// overRegion gives the body before the regions that an office looks after, which
// go to the title: 世行|东亚和太平洋地区|首席经济学家.
func (a *article) overRegion(from int, region text.Range) (text.Range, bool) {
	if m := a.mentionEnding(region.End); region.Len() == 0 || m != nil || !strings.HasSuffix(a.s[region.Start:region.End], "地区") {
		return region, false
	}
	start := region.Start
	for i := a.wordAt(start) - 1; i >= 0 && a.words[i].Start >= from && a.words[i].End == start; i-- {
		if m := a.mentionEnding(start); m != nil && m.Kind != store.Person {
			return m.Range, true
		}
		if word := a.word(i); !isPlace(a.words[i]) && word != "和" && word != "与" {
			break
		}
		start = a.words[i].Start
	}
	m := a.mentionEnding(start)
	if m == nil || m.Kind == store.Person {
		return region, false
	}
	return m.Range, true
}

// splitRegion divides a body's name with a region behind it: 青禾协会|北京区. The
// region goes to the title of who heads it.
func (a *article) splitRegion(r text.Range) (body text.Range, ok bool) {
	last := a.runeBefore(r.End)
	if r.Len() <= 0 || last != '区' && last != '部' {
		return r, false
	}
	for i := a.wordAt(r.End-1) + 1; i > 0 && a.words[i-1].Start > r.Start; i-- {
		end := a.words[i-1].Start
		if runes(a.s[end:r.End]) > longestRegion {
			break
		}
		if s := a.s[r.Start:end]; last == '区' && words().both.Suffix(s) > 0 && runes(s) >= 4 && !strings.ContainsRune("省市县区州", a.runeBefore(end)) {
			return text.Range{Start: r.Start, End: end}, true
		}
	}
	return r, false
}

const longestRegion = 5 // characters

// leadingCountry divides a title that begins with its country: 俄|总统新闻秘书.
func (a *article) leadingCountry(t text.Range) (country, title text.Range) {
	s := a.s[t.Start:t.End]
	n := countries().Prefix(s)
	if r, size := utf8.DecodeRuneInString(s); n == 0 && strings.ContainsRune(initials, r) {
		n = size
	}
	if strings.HasPrefix(s, "中国") {
		n = len("中国")
	}
	if n == 0 || stateTitles.Prefix(s[n:]) == 0 {
		return text.Range{}, t
	}
	return text.Range{Start: t.Start, End: t.Start + n}, text.Range{Start: t.Start + n, End: t.End}
}
