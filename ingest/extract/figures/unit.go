package figures

import (
	"strings"
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
	j := skipBlank(t, i)
	end, k := f.lex.unitAt(t, j)
	if end == j || f.notUnit(t, j, end, k) {
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
	a.unit, a.unitAt = normalUnit(t[j:a.End]), text.Range{Start: j, End: a.End}
	f.smallerUnits(a, t)
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
	switch t[i:end] {
	case "成":
		return strings.ContainsRune("立为本功员交果都效就品人长绩熟份型语家年分", next)
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
	case "石", "方", "安", "两", "行", "金", "银", "铜", "味", "口", "手", "面", "发", "单", "对", "步", "球", "环", "院", "区", "市", "省", "县", "港", "站", "州", "旗", "乡", "镇", "里", "码", "排", "基", "员", "票", "字", "节次":
		return f.runsOn(t, i, end, next)
	case "人":
		return strings.ContainsRune("均工类民才生", next) && !strings.HasPrefix(t[i:], "人民币")
	case "位":
		return strings.ContainsRune("数于置居列", next)
	case "倍":
		return strings.ContainsRune("感", next)
	case "国":
		return strings.ContainsRune("家际内产道", next) && next != '家'
	case "角":
		return true
	}
	return k == timing && t[i:end] == "月"
}

// compounds are the words that a one-character unit may be the first half of.
var compounds = "方面 方案 方式 方向 安全 安排 两岸 行业 行动 行为 金牌 银牌 铜牌 口岸 手续 手机 面向 面积 面对 发展 发现 发电 发布 发生 发射 单位 对于 对外 对口 步骤 步行 球员 球队 环节 环保 院士 院校 区域 区间 市场 市民 省份 省级 县城 县级 港口 港元 港币 站点 州市 里程 里面 码头 排放 排名 排查 基地 基础 员工 票房 票据 字节 石油 石化 味道 旗下 乡村 乡镇 镇村 区县 市县 市州 行政"

func (f *finder) runsOn(t string, i, end int, next rune) bool {
	word := t[i:end] + string(next)
	return word != "港元" && word != "港币" && strings.Contains(" "+compounds+" ", " "+word+" ")
}

// half reads 3个半小时 and 两年半: half a unit more.
func (f *finder) half(a *atom, t string, i int) bool {
	j := i
	if strings.HasPrefix(t[j:], "个半") {
		j += len("个半")
	} else if strings.HasPrefix(t[j:], "倍半") {
		a.value = a.value.Add(number.Int(5, -1))
		a.unit, a.kind, a.End = "倍", rate, i+len("倍半")
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
			a.value = times60(a.value).Add(n)
			a.unit, a.End = "分钟", end
		}
	}
}

// times60 turns hours into minutes.
func times60(d number.Decimal) number.Decimal {
	sum := number.Decimal{}
	for range 6 {
		sum = sum.Add(d)
	}
	return sum.Shift(1)
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
