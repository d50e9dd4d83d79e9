package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/figures/number"
	"zhiku/ingest/text"
)

// atom is one printed number with what touches it.
type atom struct {
	text.Range            // hedges and unit included
	core       text.Range // the number alone
	num        number.Number
	value      number.Decimal
	to, from   number.Decimal
	ranged     bool // to is set
	changed    bool // from is set
	unit       string
	kind       kind // "" where no unit is printed
	unitEnd    int
	unitAt     text.Range // where the unit is printed; empty where it is not
	before     string     // hedge
	inner      string     // 多 余 几
	after      string     // 以上 左右
	fraction   bool       // 三分之一, 一半
	share      bool       // 百分之十
	rule       string
	sure       float64
	noFigure   bool // an ordinal, a model's name …: counts only as what it is not
}

// scan reads all numbers of a sentence that are not within a date, a title in
// 《》, a Latin word or an address of the web.
func (f *finder) scan(s text.Range) []atom {
	atoms := f.scanned[:0]
	date := f.date
	for i := s.Start; i < s.End; {
		for date < len(f.dates) && f.dates[date].End <= i {
			date++
		}
		if date < len(f.dates) && f.dates[date].Start <= i {
			i = f.dates[date].End
			continue
		}
		r, w := utf8.DecodeRuneInString(f.text[i:])
		if r == '《' {
			i = f.title(i, s.End)
			continue
		}
		if latin(r) && !f.signed(i, r) {
			i = f.latinWord(i, s.End)
			continue
		}
		if !f.lex.opens.has(r) && !latin(r) {
			i += w
			continue
		}
		a, end, ok := f.atom(i, r, s)
		if ok {
			atoms = append(atoms, a)
		}
		i = max(end, i+w)
	}
	f.scanned = atoms
	return atoms
}

const longestTitle = 300 // bytes; a 《 that is closed no sooner is a misprint

// title gives the end of the 《…》 at i.
func (f *finder) title(i, end int) int {
	stretch := f.text[i:min(end, i+longestTitle)]
	if n := strings.Index(stretch, "》"); n >= 0 {
		return i + n + len("》")
	}
	return i + len("《")
}

// latinWord steps over a Latin word with its digits: C919, COVID-19, an URL. A per
// cent or a sum behind letters is left to be read: GDP6.5%, US$3.
func (f *finder) latinWord(i, end int) int {
	for i < end && latin(rune(f.text[i])) {
		i++
	}
	j := i
	for j < end && (latinAt(f.text, j) || strings.IndexByte("-._/:?=&#@~+%", f.text[j]) >= 0) {
		j++
	}
	if n, ok := number.Scan(f.text[:end], i); ok && n.End > i && n.Start == i {
		if _, k := f.lex.unitAt(f.text[:end], n.End); k == rate || k == money {
			return i
		}
	}
	for j > i && strings.IndexByte("-._/:?=&#@~+%", f.text[j-1]) >= 0 {
		j--
	}
	return j
}

// atom reads the number at i.
func (f *finder) atom(i int, r rune, s text.Range) (a atom, end int, ok bool) {
	t := f.text[:s.End]
	if sum, unit := f.sign(t, i); sum > i {
		n, ok := number.Scan(t, sum)
		if !ok {
			return a, max(n.End, sum), false
		}
		a = newAtom(n)
		a.core.Start = i
		a.unit, a.kind = unit, money
		return f.dressed(a, s), a.End, true
	}
	if r == '百' || r == '千' {
		if a, ok := f.shareAt(t, i); ok {
			return f.dressed(a, s), a.End, true
		}
	}
	if r == '半' || r == '翻' || r == '一' {
		if a, ok := f.worded(t, i, s); ok {
			return a, a.End, true
		}
	}
	if r == '一' {
		if end := allAtOnce(t, i); end > i {
			return a, end, false
		}
	}
	n, ok := number.Scan(t, i)
	if !ok {
		return a, n.End, false
	}
	if a, ok := f.quotient(t, n); ok {
		return f.dressed(a, s), a.End, true
	}
	a = newAtom(n)
	f.unit(&a, t)
	a = f.dressed(a, s)
	return a, a.End, true
}

// allAtOnce gives the end of a 一 that is no number: 从28%[一举]升至61%, 由6%[统一]提高到.
func allAtOnce(t string, i int) int {
	end := i + len("一")
	switch next := after(t, end); next {
	case '举', '路', '直', '跃':
		return end + utf8.RuneLen(next)
	}
	if i > 0 && strings.ContainsRune("统唯逐划", ahead(t, i)) {
		return end
	}
	return i
}

func newAtom(n number.Number) atom {
	span := text.Range{Start: n.Start, End: n.End}
	return atom{Range: span, core: span, num: n, value: n.Value, to: n.To, ranged: n.Ranged, inner: n.Inner, unitEnd: n.End}
}

// signs of money, longest first.
var signs = []struct{ sign, unit string }{
	{"US$", "美元"}, {"HK$", "港元"}, {"NT$", "新台币"}, {"RMB", "元"}, {"￥", "元"}, {"¥", "元"},
	{"$", "美元"}, {"＄", "美元"}, {"€", "欧元"}, {"£", "英镑"}, {"￡", "英镑"},
}

// signed tells whether a sign of money in letters begins at i: US$, RMB.
func (f *finder) signed(i int, r rune) bool {
	if !strings.ContainsRune("UHNR", r) {
		return false
	}
	after, _ := f.sign(f.text, i)
	return after > i && after < len(f.text) && number.Begins(rune(f.text[after]))
}

// sign reads a sign of money before a number and gives where the number begins.
func (f *finder) sign(t string, i int) (after int, unit string) {
	for _, s := range signs {
		if strings.HasPrefix(t[i:], s.sign) {
			return skipBlank(t, i+len(s.sign)), s.unit
		}
	}
	return i, ""
}

// skipBlank steps over up to two blanks.
func skipBlank(t string, i int) int {
	for range 2 {
		if strings.HasPrefix(t[i:], " ") {
			i++
		} else if strings.HasPrefix(t[i:], "\u00a0") {
			i += len("\u00a0")
		}
	}
	return i
}

// shareAt reads 百分之十 and 千分之三.
func (f *finder) shareAt(t string, i int) (atom, bool) {
	for _, p := range []struct{ words, unit string }{{"百分之", "%"}, {"千分之", "‰"}} {
		if !strings.HasPrefix(t[i:], p.words) {
			continue
		}
		n, ok := number.Scan(t, i+len(p.words))
		if !ok && strings.HasPrefix(t[n.Start:], "百") {
			n, ok = number.Number{End: n.Start + len("百"), Value: number.Int(100, 0)}, true
		}
		if !ok {
			return atom{}, false
		}
		n.Start = i
		a := newAtom(n)
		a.unit, a.kind, a.share = p.unit, rate, true
		return a, true
	}
	return atom{}, false
}

// quotient reads what follows low in 三分之一 and 1/4; dates and editions (2011/2012)
// have larger parts.
func (f *finder) quotient(t string, low number.Number) (atom, bool) {
	i, rest := low.Start, t[low.End:]
	joint, over := "分之", true
	for _, slash := range []string{"/", "／"} {
		if !low.Chinese && strings.HasPrefix(rest, slash) {
			joint, over = slash, false
		}
	}
	if low.Point || low.Ranged || !strings.HasPrefix(rest, joint) {
		return atom{}, false
	}
	high, ok := number.Scan(t, low.End+len(joint))
	if !ok {
		return atom{}, false
	}
	n := number.Number{Start: i, End: high.End, Chinese: low.Chinese}
	if !over {
		low, high = high, low
	}
	if low.Value.Zero() || high.Value.Cmp(low.Value) >= 0 || !over && low.Value.Cmp(number.Int(10, 0)) > 0 {
		return atom{}, false
	}
	if !over && strings.HasPrefix(t[n.End:], "决赛") || strings.HasPrefix(t[n.End:], "/") {
		return atom{}, false
	}
	n.Value = high.Value.Quo(low.Value)
	a := newAtom(n)
	a.fraction = true
	return a, true
}

// worded reads figures without a numeral: 近半, 半数, 一半, 翻番, 翻一番.
func (f *finder) worded(t string, i int, s text.Range) (atom, bool) {
	half := func(end int) (atom, bool) {
		a := newAtom(number.Number{Start: i, End: end, Value: number.Int(5, -1), Chinese: true})
		a.fraction = true
		return f.dressed(a, s), true
	}
	switch {
	case strings.HasPrefix(t[i:], "一半"):
		return half(i + len("一半"))
	case strings.HasPrefix(t[i:], "半小时"), strings.HasPrefix(t[i:], "半个小时"):
		end := i + strings.Index(t[i:], "小时") + len("小时")
		a := newAtom(number.Number{Start: i, End: end, Value: number.Int(5, -1), Chinese: true})
		a.unit, a.kind = "小时", timing
		return f.dressed(a, s), true
	case strings.HasPrefix(t[i:], "半数"), strings.HasPrefix(t[i:], "半數"):
		return half(i + len("半数"))
	case strings.HasPrefix(t[i:], "半"):
		if h := t[s.Start:i]; strings.HasSuffix(h, "近") || strings.HasSuffix(h, "过") || strings.HasSuffix(h, "超") {
			if next := after(t, i+len("半")); !strings.ContainsRune("年月天个日小时", next) {
				return half(i + len("半"))
			}
		}
	case strings.HasPrefix(t[i:], "翻番"):
		a := newAtom(number.Number{Start: i, End: i + len("翻番"), Value: number.Int(1, 0), Chinese: true})
		a.unit, a.kind = "番", rate
		return f.dressed(a, s), true
	}
	return atom{}, false
}

// after gives the character at i.
func after(t string, i int) rune {
	r, _ := utf8.DecodeRuneInString(t[i:])
	return r
}

// ahead gives the character that ends at i.
func ahead(t string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(t[:i])
	return r
}
