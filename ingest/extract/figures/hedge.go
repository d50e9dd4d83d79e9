package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
)

// dressed adds to an atom the hedges that touch it, its sign, and marks what an
// ordinal, a model's name or a score makes no figure of.
func (f *finder) dressed(a atom, s text.Range) atom {
	a.Start = a.core.Start
	if a.End < a.core.End {
		a.End = a.core.End
	}
	f.hedgeBehind(&a, s)
	f.negative(&a, s)
	a.noFigure = f.ordinal(&a, s)
	f.hedgeBefore(&a, s)
	return a
}

// hedgeBehind takes 以上, 左右, and a 多 that stands after the unit.
func (f *finder) hedgeBehind(a *atom, s text.Range) {
	rest := f.text[a.End:min(s.End, a.End+12)]
	if w := f.lex.beginsWith("trail", rest); w != "" && !(w == "上下" && strings.ContainsRune("游客车班楼铺级午行水联文", after(f.text[:s.End], a.End+len(w)))) {
		a.after = w
		a.End += len(w)
		return
	}
	r, w := utf8.DecodeRuneInString(rest)
	if next := after(f.text[:s.End], a.End+w); r == '内' && a.kind != "" && strings.ContainsRune("的，。；、）)", next) {
		a.after = rest[:w]
		a.End += w
		return
	}
	if a.inner != "" || a.kind == "" && a.num.Magnitude == 0 {
		return
	}
	switch next := after(f.text[:s.End], a.End+w); {
	case (r == '余' || r == '餘') && a.kind != count:
	case r == '多' && a.unit == "倍" && next != '于':
	case r == '多' && a.kind != "" && a.kind != count && a.kind != people && a.kind != rate && !strings.ContainsRune("种次方项个数家元晶样功媒边维层", next):
	default:
		return
	}
	a.after = rest[:w]
	a.End += w
}

// hedgeBefore takes 约, 超过 …, unless the characters belong to another word: 节约,
// 最近, 通过.
func (f *finder) hedgeBefore(a *atom, s text.Range) {
	list := "hedge"
	if a.num.Bare || a.fraction && a.num.Chinese {
		list = "barehedge"
	}
	i := a.Start
	for i > s.Start && f.text[i-1] == ' ' && a.Start-i < 2 {
		i--
	}
	ahead := f.text[max(s.Start, i-18):i]
	w := f.lex.endsWith(list, ahead)
	if list == "barehedge" && w == "" {
		w = f.lex.endsWith("hedge", ahead)
	}
	half := a.fraction && strings.HasPrefix(f.text[a.core.Start:], "半") && w == "过" // 进度过半 is no 度过
	if w == "" || !half && f.otherWord(w, ahead[:len(ahead)-len(w)]) {
		return
	}
	a.before, a.Start = w, i-len(w)
}

// otherWord tells whether a hedge of one character is the end of another word.
func (f *finder) otherWord(hedge, ahead string) bool {
	r, _ := utf8.DecodeLastRuneInString(ahead)
	switch hedge {
	case "约", "約":
		return strings.ContainsRune("节節条條合契预預签簽公履违違制邀相续續失特租集大誓盟爽赴毁解纽", r)
	case "近":
		return strings.ContainsRune("最附邻靠临亲远走拉贴", r)
	case "过", "過":
		return strings.ContainsRune("通经超不度难错跨越罪路渡", r)
	case "破":
		return strings.ContainsRune("突打攻爆识看", r)
	case "超":
		return strings.ContainsRune("中英德意西法高赶", r)
	case "上":
		return strings.ContainsRune("以线网路地海陆会市身手晚早马岸船车山楼加版", r)
	}
	return false
}

// negative takes a minus sign, 负 and 零下.
func (f *finder) negative(a *atom, s text.Range) {
	ahead := f.text[s.Start:a.Start]
	for _, minus := range []string{"-", "−", "－", "负", "零下"} {
		if !strings.HasSuffix(ahead, minus) || a.num.Chinese && minus == "-" {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(ahead[:len(ahead)-len(minus)])
		if len(minus) == 1 && (before < 0x80 && before != '(' && before != ' ' && before != utf8.RuneError || before == '％' || before == '℃') {
			return
		}
		if len(minus) != 6 && f.endsUnit(ahead[:len(ahead)-len(minus)]) {
			return
		}
		a.value = a.value.Neg()
		a.Start -= len(minus)
		return
	}
}

// endsUnit tells whether a number with a unit ends here: then - is a range's.
func (f *finder) endsUnit(ahead string) bool {
	r, w := utf8.DecodeLastRuneInString(ahead)
	if _, k := f.lex.unitAt(string(r), 0); k == "" && !strings.ContainsRune("万亿", r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(ahead[:len(ahead)-w])
	return '0' <= before && before <= '9' || strings.ContainsRune("万亿百千十", before)
}

// ordinal tells whether the number counts nothing: 第3, 前10名, 数百, 8+4, C919, 3比2.
func (f *finder) ordinal(a *atom, s text.Range) bool {
	ahead := f.text[s.Start:a.Start]
	r, w := utf8.DecodeLastRuneInString(ahead)
	if ahead == "" {
		r = 0
	}
	next := after(f.text[:s.End], a.core.End)
	switch {
	case r == '第':
		return true
	case strings.ContainsRune("数几", r) && r != 0: // 数百家; but 岗位数91643个
		return a.num.Chinese
	case r == '前':
		before, _ := utf8.DecodeLastRuneInString(ahead[:len(ahead)-w])
		return !strings.ContainsRune("目以之提当此日年午眼先", before)
	case strings.ContainsRune("+＋×*_@#", r) && r != 0, latin(r):
		return a.kind != rate && a.kind != money
	case (r == '.' || r == '/' || r == ':') && a.kind != rate && a.kind != money:
		return true
	case r == '-' && len(ahead) > 1 && (latin(rune(ahead[len(ahead)-2]))):
		return true
	case strings.ContainsRune("+＋", next):
		_, ok := digitOrHan(f.text[:s.End], a.core.End+utf8.RuneLen(next))
		return ok
	case a.kind == "" && (next == ':' || next == '：' || next == '比') && a.num.Magnitude == 0:
		return true
	}
	return false
}

// digitOrHan tells whether a digit stands at i.
func digitOrHan(t string, i int) (rune, bool) {
	r := after(t, i)
	return r, '0' <= r && r <= '9' || r == 'N' || strings.ContainsRune("一二三四五六七八九十", r)
}
