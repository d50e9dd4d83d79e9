package names

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// portfolios end the title of who holds a ministry or an office of a union of
// states; what he has charge of stands before, up to the country: 青德|气候变化与
// 能源|部长.
var portfolios = lexicon.NewSet(strings.Fields("部长 副部长 大臣 副大臣 次官 高级代表 高级专员 事务专员 国务秘书"))

// unions of states have ministers and envoys as states have.
var unions = lexicon.NewSet(strings.Fields("欧盟 欧洲联盟 联合国 东盟 非盟 非洲联盟 北约 阿盟 欧亚经济联盟"))

// longestPortfolio is how many characters stand between a country and 部长.
const longestPortfolio = 16

// ministry gives a minister's title with all he has charge of, and his country
// for the employer.
func (a *article) ministry(from int, t text.Range) (title, country text.Range, ok bool) {
	n := portfolios.Suffix(a.s[t.Start:t.End])
	if n == 0 {
		return t, country, false
	}
	office := t.End - n
	start := a.portfolioStart(from, office)
	country = a.stateEnding(from, start)
	if country.Len() == 0 || start == office || strings.HasSuffix(a.s[start:office], "部") {
		return t, country, false // 青德国防部|副部长: the ministry is the employer
	}
	return text.Range{Start: start, End: t.End}, country, true
}

// portfolioStart walks left from an office over what its holder has charge of, to
// where a state's name ends.
func (a *article) portfolioStart(from, office int) int {
	start := office
	for i := a.wordAt(office - 1); i >= 0 && a.words[i].Start >= from && a.words[i].Start < office; i-- {
		if start < office && a.stateEnding(from, start).Len() > 0 {
			return start
		}
		w := a.words[i]
		if runes(a.s[w.Start:office]) > longestPortfolio {
			break
		}
		if word := a.word(i); word != "和" && word != "与" && word != "及" && strings.IndexByte("wpcurtdmy", w.Tag[0]) >= 0 {
			break
		}
		start = min(w.Start, office)
		if n := a.initialAt(start); n > 0 && start+n < office {
			return start + n
		}
	}
	return start
}

// stateEnding gives the country or union of states whose name ends at off.
func (a *article) stateEnding(from, off int) text.Range {
	before := a.s[max(from, off-longestNameBytes):off]
	n := max(countries().Suffix(before), unions.Suffix(before))
	if _, size := utf8.DecodeLastRuneInString(before); n == 0 && size > 0 && a.initialAt(off-size) > 0 {
		n = size
	}
	return text.Range{Start: off - n, End: off}
}

// ministers' countries may be printed with one character: 哈|教育与科学部长.
const stateInitials = initials + "哈吉塔乌蒙缅老柬新孟斯捷匈塞阿白"

// initialAt gives the bytes of a character at the head of a clause that stands
// for a country.
func (a *article) initialAt(off int) int {
	r := a.runeAt(off)
	if !strings.ContainsRune(stateInitials, r) || !a.clauseHead(off) {
		return 0
	}
	return utf8.RuneLen(r)
}

// dropInOffices drops bodies that are but a part of a minister's title: 哈教育与科学|部长.
func (a *article) dropInOffices() {
	var offices []text.Range
	for _, m := range a.found {
		if m.Kind == store.Person && m.Title.Len() > 0 && m.Employer.End == m.Title.Start && portfolios.Suffix(a.s[m.Title.Start:m.Title.End]) > 0 {
			offices = append(offices, text.Range{Start: m.Employer.Start, End: m.Title.End})
		}
	}
	if len(offices) == 0 {
		return
	}
	a.found = slices.DeleteFunc(a.found, func(m extract.Mention) bool {
		return m.Kind == store.Organization && slices.ContainsFunc(offices, func(o text.Range) bool {
			return m.Start >= o.Start && m.End < o.End && words().body.Suffix(a.s[m.Start:m.End]) == 0 && unions.Suffix(a.s[m.Start:m.End]) == 0
		})
	})
}
