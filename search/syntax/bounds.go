package syntax

import (
	"math/big"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/store"
	"zhiku/zh/fold"
)

// Op compares a figure with the value of Bounds.
type Op string

// The comparisons.
const (
	More    Op = ">"
	AtLeast Op = ">="
	Less    Op = "<"
	AtMost  Op = "<="
	Between Op = ".." // Value to To, both included
)

// Bounds ask for figures: 产值>100亿元.
type Bounds struct {
	Metric string // what is measured, as typed: 产值; "" for anything: 数值>1, 超百亿
	Op     Op
	// Value is exact, in Unit, with 万 and 亿 multiplied out; To the same for the upper end of
	// Between, and "" else.
	Value, To store.Decimal
	// Unit is as typed, in half-width: 元, %, GWh; "" where none was typed. 百分之五 is 5 %;
	// 三成 is 3 成.
	Unit string
}

// anyMetric are the metrics that mean none, folded.
var anyMetric = map[string]bool{"数值": true, "value": true}

// hedges begin a word that is a range by itself, the longest first. They
// exclude the value as > and < do, though print often says 超百亿 of 100亿 and a bit.
var hedges = []struct {
	word string
	op   Op
}{
	{"大于等于", AtLeast}, {"不小于", AtLeast}, {"不低于", AtLeast}, {"不少于", AtLeast},
	{"至少", AtLeast},
	{"小于等于", AtMost}, {"不大于", AtMost}, {"不超过", AtMost}, {"不高于", AtMost}, {"不多于", AtMost}, {"至多", AtMost},
	{"超过", More}, {"突破", More}, {"高于", More}, {"大于", More}, {"多于", More}, {"超", More}, {"逾", More},
	{"低于", Less}, {"不足", Less}, {"不到", Less}, {"小于", Less}, {"少于", Less},
}

// bounds reads what stands from i to end as a range.
func (l *lexer) bounds(i, end int) (Bounds, bool) {
	w := newRun(l.chars[i:end])
	if k := w.indexAny("<>≤≥≦≧"); k >= 0 {
		b, ok := w.compared(k)
		if !ok && (len(w.folded) == w.opEnd(k) && k == 0 || b.Metric != "") {
			l.warn(RangeWithoutNumber, i, end)
		}
		return b, ok
	}
	if k := w.index(".."); k >= 0 {
		b, half, ok := w.between(k)
		if half {
			l.warn(RangeWithoutNumber, i, end)
		}
		return b, ok
	}
	return w.hedged()
}

// negative tells whether the word at i, which follows a minus, is the number of
// -5℃ and -0.5, so that nothing is excluded.
func (l *lexer) negative(i int) bool {
	w := newRun(l.chars[i:l.wordEnd(i)])
	if !isDigit(w.folded[0]) {
		return false
	}
	n, ok := readNumeral(w.folded)
	unit := fold.Simplify(w.typed(n.end, len(w.folded)))
	return ok && (signed[unit] || unit == "" && n.point)
}

// run is a word as typed and as it is read, of the same length.
type run struct {
	chars  []char
	folded []rune
	text   string // folded
}

func newRun(chars []char) run {
	text := fold.String(textOf(chars))
	return run{chars, []rune(text), text}
}

// typed gives the characters from i to j in half-width.
func (w run) typed(i, j int) string { return strings.Map(half, textOf(w.chars[i:j])) }

func (w run) indexAny(set string) int {
	for i, r := range w.folded {
		if strings.ContainsRune(set, r) {
			return i
		}
	}
	return -1
}

func (w run) index(s string) int {
	i := strings.Index(w.text, s)
	if i < 0 {
		return -1
	}
	return utf8.RuneCountInString(w.text[:i])
}

// opEnd gives the end of the comparison at k.
func (w run) opEnd(k int) int {
	if k+1 < len(w.folded) && w.folded[k+1] == '=' && strings.ContainsRune("<>", w.folded[k]) {
		return k + 2
	}
	return k + 1
}

func (w run) op(k int) Op {
	orEqual := w.opEnd(k) > k+1 || !strings.ContainsRune("<>", w.folded[k])
	switch more := strings.ContainsRune(">≥≧", w.folded[k]); {
	case more && orEqual:
		return AtLeast
	case more:
		return More
	case orEqual:
		return AtMost
	}
	return Less
}

// compared reads 产值>100亿元, with the comparison at k. Metric is given even
// where no number follows.
func (w run) compared(k int) (b Bounds, ok bool) {
	metric, ok := w.metric(k)
	if !ok {
		return b, false
	}
	b = Bounds{Metric: metric, Op: w.op(k)}
	q, ok := w.quantity(w.opEnd(k), len(w.folded))
	b.Value, b.Unit = q.value, q.unit
	return b.plain(), ok
}

// plain forgets a metric that means any, so that 数值>1 is >1.
func (b Bounds) plain() Bounds {
	if anyMetric[fold.String(b.Metric)] {
		b.Metric = ""
	}
	return b
}

// metric gives what stands before k, which a colon may end. It is a name, not a
// formula or an address: letters and digits with at most a sign between them.
func (w run) metric(k int) (string, bool) {
	if k > 0 && w.folded[k-1] == ':' {
		k--
	}
	letters := k == 0
	for i, r := range w.folded[:k] {
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsDigit(r) || unicode.IsMark(r) && i > 0:
		case i > 0 && i < k-1 && strings.ContainsRune("·/-.", r):
		default:
			return "", false
		}
	}
	return textOf(w.chars[:k]), letters
}

// quantity is a number with its unit.
type quantity struct {
	value store.Decimal
	power int
	unit  string
}

// quantity reads the characters from i to j, all of them.
func (w run) quantity(i, j int) (quantity, bool) {
	s, unit := w.folded[i:j], ""
	for prefix, u := range map[string]string{"百分之": "%", "千分之": "‰"} {
		if strings.HasPrefix(string(s), prefix) {
			s, i, unit = s[3:], i+3, u
		}
	}
	n, ok := readNumeral(s)
	if !ok {
		return quantity{}, false
	}
	switch rest := w.typed(i+n.end, j); {
	case unit == "":
		unit = rest
	case rest != "":
		return quantity{}, false
	}
	return quantity{n.value, n.power, unit}, isUnit(unit)
}

// between reads 产值:100亿..200亿 with the dots at k. half tells that only one of
// the numbers is there.
func (w run) between(k int) (b Bounds, half, ok bool) {
	colon := w.indexAny(":")
	metric, named := w.metric(max(colon, 0))
	if !named || colon > k {
		return b, false, false
	}
	low, okLow := w.quantity(colon+1, k)
	high, okHigh := w.quantity(k+len(".."), len(w.folded))
	okUnit := okLow && okHigh && low.share(&high)
	if !okUnit {
		return b, colon > 0 && (okLow || okHigh), false
	}
	if rat(low.value).Cmp(rat(high.value)) > 0 {
		low, high = high, low
	}
	return Bounds{metric, Between, low.value, high.value, high.unit}.plain(), false, true
}

// share gives both ends of a range what only one is typed with: 100..200亿元 begins at
// 100亿元, unless that is more than where it ends: 5000..1万. It is false where the units
// differ.
func (q *quantity) share(high *quantity) bool {
	if q.power == 0 && q.unit == "" && high.power > 0 {
		raised := new(big.Rat).Mul(rat(q.value), pow10(high.power))
		if raised.Cmp(rat(high.value)) <= 0 {
			q.value, _ = store.ParseDecimal(raised.FloatString(maxDigits))
		}
	}
	switch {
	case q.unit == "":
		q.unit = high.unit
	case high.unit == "":
		high.unit = q.unit
	}
	return q.unit == high.unit
}

func rat(d store.Decimal) *big.Rat {
	r, _ := new(big.Rat).SetString(string(d))
	return r
}

// hedged reads 超百亿 and 不足三成: a number with a known unit, or with 万 or 亿.
func (w run) hedged() (Bounds, bool) {
	for _, h := range hedges {
		if !strings.HasPrefix(w.text, h.word) {
			continue
		}
		q, ok := w.quantity(utf8.RuneCountInString(h.word), len(w.folded))
		known := units[fold.Simplify(q.unit)] || q.unit == "" && q.power >= 4
		return Bounds{Op: h.op, Value: q.value, Unit: q.unit}, ok && known
	}
	return Bounds{}, false
}
