package figures

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/extract/figures/number"
	"zhiku/ingest/text"
)

// unit reads what follows the number: 多 余, the unit, a part of it (角 分), a
// second unit behind / and 级.
func (f *finder) unit(a *atom, t string) {
	i := a.End
	if r, w := utf8.DecodeRuneInString(t[i:]); strings.ContainsRune("多余餘来來几", r) && a.inner == "" {
		a.inner, i = t[i:i+w], i+w
	}
	if f.half(a, t, i) {
		return
	}
	if f.hourAndMore(a, t, i) {
		return
	}
	j := skipBlank(t, i)
	end, k := f.lex.unitAt(t, j)
	if person := t[j:end]; (person == "个人" || person == "個人") && strings.ContainsRune("工类民才生口均物体大文情性道权参社行防际力数质居气格身头家设造种", after(t, end)) {
		end, k = j+len("个"), count // 10个|人工湖
	}
	if end == j || f.notUnit(t, j, end, k) || a.num.Magnitude >= 8 && t[j:end] == "对" { // 投资5亿多对高速改造
		if a.inner != "" && a.num.Inner == "" { // 多 belongs to the next word
			if !strings.ContainsRune("余餘", ahead(t, i)) && a.num.Magnitude == 0 {
				a.inner = ""
				i = a.End
			}
		}
		a.End, a.unitEnd = i, i
		return
	}
	a.kind, a.End = k, f.wholeUnit(t, end, k)
	if a.End-j > len("位") && strings.HasPrefix(t[a.End-len("位"):], "位于") { // 2座|位于沂川
		a.End -= len("位")
	}
	a.unit, a.unitAt = normalUnit(t[j:a.End]), text.Range{Start: j, End: a.End}
	if a.unit == "个人" || a.unit == "個人" {
		a.unitAt.Start += len("个")
		a.unit = "人"
	}
	if a.unit == "块" && !unicode.Is(unicode.Han, after(t, a.End)) { // 三块 as money, not 三块面板
		a.kind = money
	}
	f.smallerUnits(a, t)
	f.halfBehind(a, t)
	a.unitEnd = a.End
}

// normalUnit writes full-width forms as half-width ones.
func normalUnit(u string) string {
	return strings.Map(func(r rune) rune {
		if 0xFF01 <= r && r <= 0xFF5E {
			return r - 0xFEE0
		}
		return r
	}, u)
}

// notUnit tells whether what looks like a unit is the beginning of a word: 成 of
// 成为, 分 of 分别, 点 of 点击.
func (f *finder) notUnit(t string, i, end int, k kind) bool {
	next := after(t, end)
	if f.runsOn(t, i, end, next) {
		return true
	}
	switch t[i:end] {
	case "成":
		if n, _ := utf8.DecodeLastRuneInString(t[:i]); strings.HasPrefix(t[end:], "都") && strings.ContainsRune("一二三四五六七八九", n) && !strings.HasPrefix(t[end:], "都市") {
			return false // 六成|都在深圳
		}
		return strings.ContainsRune("立为本功员交果都效就品人长绩熟份型语家年分", next)
	case "折":
		return strings.ContainsRune("叠腰射扣旧断戟磨服算合子页线损中返", next)
	case "分":
		return strings.ContainsRune("别为成布局公享类期批支之析行", next)
	case "节":
		return strings.ContainsRune("气约能目日假", next)
	case "家":
		return strings.ContainsRune("庭长乡具电", next)
	case "次":
		return strings.ContainsRune("要级于日生氯", next)
	case "度":
		return strings.ContainsRune("假过夏", next)
	case "人":
		return strings.ContainsRune("均工类民才生口", next) && !strings.HasPrefix(t[i:], "人民币")
	case "位":
		return strings.ContainsRune("数于置居列", next)
	case "倍":
		return strings.ContainsRune("感", next)
	case "国":
		return strings.ContainsRune("际内产道人民", next) || strings.HasPrefix(t[end:], "集团")
	case "角":
		return true
	}
	return k == timing && t[i:end] == "月"
}

// runsOn tells whether a unit of one character is the first half of a word: 方面,
// 列车, 港口.
func (f *finder) runsOn(t string, i, end int, next rune) bool {
	w := utf8.RuneLen(next)
	return end-i == len("方") && end+w <= len(t) && f.lex.has("compound", t[i:end+w])
}

// half reads 3个半小时 and 两年半: half a unit more.
func (f *finder) half(a *atom, t string, i int) bool {
	j := i
	if strings.HasPrefix(t[j:], "个半") {
		j += len("个半")
	} else if unit := t[j:min(len(t), j+len("倍"))]; (unit == "倍" || unit == "成") && strings.HasPrefix(t[j+len(unit):], "半") {
		a.value = a.value.Add(number.Int(5, -1))
		a.unit, a.kind, a.End = unit, rate, j+len("倍半")
		a.unitEnd = a.End
		return true
	} else {
		return false
	}
	end, k := f.lex.unitAt(t, j)
	if end == j || k != timing {
		return false
	}
	a.value = a.value.Add(number.Int(5, -1))
	a.unit, a.unitAt = t[j:end], text.Range{Start: j, End: end}
	a.kind, a.End, a.unitEnd = k, end, end
	return true
}

// hourAndMore reads 1个多小时.
func (f *finder) hourAndMore(a *atom, t string, i int) bool {
	j := i + len("个多")
	if !strings.HasPrefix(t[i:], "个多") && !strings.HasPrefix(t[i:], "個多") {
		return false
	}
	end, k := f.lex.unitAt(t, j)
	if k != timing {
		return false
	}
	a.inner, a.kind = "多", k
	a.unit, a.unitAt = t[j:end], text.Range{Start: j, End: end}
	a.End, a.unitEnd = end, end
	return true
}

// halfBehind reads 四公里半 and 两年半.
func (f *finder) halfBehind(a *atom, t string) {
	if !strings.HasPrefix(t[a.End:], "半") || a.num.Magnitude > 0 || a.kind != measure && a.kind != safe && a.kind != timing {
		return
	}
	next := after(t, a.End+len("半"))
	if strings.ContainsRune("小径夜数价岛导成天年月个决自封米公里", next) {
		return
	}
	a.value = a.value.Add(number.Int(5, -1))
	a.End += len("半")
}

// wholeUnit gives the end of a unit with what it is printed with: 元/吨, 元人民币,
// 吨级.
func (f *finder) wholeUnit(t string, end int, k kind) int {
	if k == money && strings.HasPrefix(t[end:], "人民币") {
		return end + len("人民币")
	}
	for _, slash := range []string{"/", "／"} {
		if !strings.HasPrefix(t[end:], slash) {
			continue
		}
		if second, _ := f.lex.unitAt(t, end+len(slash)); second > end+len(slash) {
			return second
		}
	}
	if (k == measure || k == safe) && strings.HasPrefix(t[end:], "级") {
		return end + len("级")
	}
	return end
}

// smallerUnits adds 123元1角1分 and 3小时53分 to one value.
func (f *finder) smallerUnits(a *atom, t string) {
	switch a.unit {
	case "元", "块", "日元":
		for _, part := range []struct {
			units []string
			exp   int
		}{{[]string{"角", "毛"}, -1}, {[]string{"分", "钱"}, -2}} {
			n, end := smaller(t, a.End, part.units)
			if end > a.End {
				a.value, a.End = a.value.Add(n.Shift(part.exp)), end
			}
		}
	case "小时", "个小时":
		if n, end := smaller(t, a.End, []string{"分钟", "分"}); end > a.End {
			a.value = a.value.Times(60).Add(n)
			a.unit, a.End = "分钟", end
		}
	}
}

// smaller reads a plain number with one of the units.
func smaller(t string, i int, units []string) (number.Decimal, int) {
	n, ok := number.Scan(t, i)
	if !ok || n.Magnitude > 0 || n.Ranged {
		return number.Decimal{}, i
	}
	for _, u := range units {
		if strings.HasPrefix(t[n.End:], u) {
			return n.Value, n.End + len(u)
		}
	}
	return number.Decimal{}, i
}
