package syntax

import (
	"math/big"
	"strings"

	"zhiku/store"
)

// numeral is a number as read from the start of a text.
type numeral struct {
	value store.Decimal // magnitudes multiplied out: 1.2万亿 is 1200000000000
	power int           // highest magnitude of 万 and above in it: 4 for 万, 8 for 亿; else 0
	point bool          // typed with a decimal point
	end   int           // characters read
}

// Longer numerals are codes.
const (
	maxDigits = 40 // of the value, with sign and point
	maxTyped  = 60 // digits typed
)

var digits = map[rune]int64{
	'零': 0, '〇': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var powers = map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8}

// readNumeral reads the longest number s starts with: 1,234.5, -3%, 1.2万亿, 百亿,
// 三百五十万, 3亿2000万. s is folded in width and script. Nothing is rounded.
func readNumeral(s []rune) (numeral, bool) {
	r := reader{s: s, high: new(big.Rat), low: new(big.Rat), section: new(big.Rat)}
	negative := len(s) > 0 && strings.ContainsRune("-−负", s[0])
	if negative {
		r.i++
	}
	start := r.i
	for r.step() {
	}
	if r.failed || r.i == start || r.digits > maxTyped || !r.tail() {
		return numeral{}, false
	}
	sum := r.high.Add(r.high, r.low)
	sum.Add(sum, r.section)
	if negative {
		sum.Neg(sum)
	}
	value, err := store.ParseDecimal(sum.FloatString(r.places))
	return numeral{value: value, power: r.power, point: r.places > 0, end: r.i}, err == nil && len(value) <= maxDigits
}

// reader sums a numeral up: high is what 亿 closed, low what 万 closed, section
// what stands below, pending the digits that await their magnitude.
type reader struct {
	s                  []rune
	i                  int
	high, low, section *big.Rat
	pending            *big.Rat
	arabic, zero       bool // pending is typed in 0 to 9; a 零 stands before it
	last               int  // power before pending; 0 at the start
	power              int
	places             int // digits behind the point
	digits             int
	failed             bool
}

// at gives the character k behind; 0 past the end.
func (r *reader) at(k int) rune {
	if r.i+k < len(r.s) {
		return r.s[r.i+k]
	}
	return 0
}

// step reads digits or a magnitude; false where the number ends.
func (r *reader) step() bool {
	c := r.at(0)
	if r.failed || r.digits > maxTyped {
		return false
	}
	if isDigit(c) {
		return r.readArabic()
	}
	if _, ok := digits[c]; ok {
		return r.readChinese()
	}
	if c == '个' && r.at(1) == '亿' && (r.pending != nil || 0 < r.last && r.last < 4) { // 两个亿
		r.i++
		c = '亿'
	}
	p := powers[c]
	if p == 0 || r.beginsUnit() {
		return false
	}
	r.i++
	r.magnitude(p)
	return !r.failed
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// beginsUnit tells whether 千 or 百 here belongs to the unit: 千瓦, 百分点.
func (r *reader) beginsUnit() bool {
	switch r.at(0) {
	case '千':
		return r.at(1) != 0 && strings.ContainsRune("米克瓦伏卡帕赫焦牛欧安升字", r.at(1))
	case '百':
		return r.at(1) != 0 && strings.ContainsRune("帕分", r.at(1))
	}
	return false
}

// readArabic reads 1234, 1,234 and 12.5.
func (r *reader) readArabic() bool {
	if r.pending != nil {
		r.failed = true
		return false
	}
	text := r.run()
	for len(text) <= maxTyped && r.thousands() {
		r.i++
		text += r.run()
	}
	if r.at(0) == '.' && isDigit(r.at(1)) {
		r.i++
		frac := r.run()
		r.places = max(r.places, len(frac))
		text += "." + frac
	}
	r.digits += len(text)
	r.pending, _ = new(big.Rat).SetString(text[:min(len(text), maxTyped)])
	r.arabic = true
	return true
}

// run reads the digits here.
func (r *reader) run() string {
	start := r.i
	for isDigit(r.at(0)) {
		r.i++
	}
	return string(r.s[start:r.i])
}

// thousands tells whether a comma and three digits follow.
func (r *reader) thousands() bool {
	return r.at(0) == ',' && isDigit(r.at(1)) && isDigit(r.at(2)) && isDigit(r.at(3)) && !isDigit(r.at(4))
}

// readChinese reads 五, 零五, 三点五 and digits in their places: 二〇二四.
func (r *reader) readChinese() bool {
	var run []byte
	for ; ; r.i++ {
		d, ok := digits[r.at(0)]
		if !ok {
			break
		}
		run = append(run, byte('0'+d))
	}
	text := string(run)
	if r.last > 0 && text[0] == '0' { // 一百零五, 2亿零500万
		if r.zero, text = true, text[1:]; text == "" {
			return true
		}
	}
	if frac := r.fraction(); frac != "" {
		text += "." + frac
		r.places = max(r.places, len(frac))
	}
	r.digits += len(text)
	inPlaces := len(run) > 2 && r.last == 0
	if r.pending != nil || len(run) > maxTyped || (len(strings.TrimLeft(string(run), "0")) > 1 && !inPlaces) {
		r.failed = true
		return false
	}
	r.pending, _ = new(big.Rat).SetString(text)
	r.arabic = false
	return true
}

// fraction reads 点五.
func (r *reader) fraction() string {
	if _, ok := digits[r.at(1)]; !ok || r.at(0) != '点' {
		return ""
	}
	r.i++
	var frac []byte
	for ; len(frac) <= maxTyped; r.i++ {
		d, ok := digits[r.at(0)]
		if !ok {
			break
		}
		frac = append(frac, byte('0'+d))
	}
	return string(frac)
}

// allows tells whether a magnitude of 10^p may stand here.
func (r *reader) allows(p int) bool {
	switch {
	case r.last == 0:
		return true
	case r.pending != nil: // 三百五十, 三万五千, not 三十五百
		return p >= 4 || r.last >= 4 || p < r.last
	case p == 1: // 一百十
		return r.last > 1
	}
	return p >= 4 && p > r.last // 百万, 万亿, not 亿万
}

// magnitude multiplies what was read by 10^p.
func (r *reader) magnitude(p int) {
	r.failed = !r.allows(p) || p == 4 && r.low.Sign() != 0 || p == 8 && r.high.Sign() != 0
	n := r.take(r.last == 0 || p == 1)
	switch {
	case p < 4:
		r.section.Add(r.section, n.Mul(n, pow10(p)))
	case p == 4:
		r.low = n.Mul(n.Add(n, r.section), pow10(p))
		r.section = new(big.Rat)
	default:
		n.Add(n, r.section)
		r.high = n.Mul(n.Add(n, r.low), pow10(p))
		r.section, r.low = new(big.Rat), new(big.Rat)
	}
	if p >= 4 {
		r.power = max(r.power, p)
	}
	r.last, r.zero = p, false
}

// take gives the pending digits, or 1 where a magnitude stands for itself.
func (r *reader) take(one bool) *big.Rat {
	n := r.pending
	r.pending = nil
	switch {
	case n != nil:
		return n
	case one:
		return big.NewRat(1, 1)
	}
	return new(big.Rat)
}

// tail adds the digits behind the last magnitude: 5 of 一百零五, 5000 of 三万五 and
// of 3万5000. It is false for 3万5, which may mean either.
func (r *reader) tail() bool {
	if r.pending == nil {
		return true
	}
	n := r.pending
	switch {
	case r.last < 2 || r.zero:
	case r.arabic:
		if n.Cmp(pow10(r.last-1)) < 0 || n.Cmp(pow10(r.last)) >= 0 {
			return false
		}
	default:
		n.Mul(n, pow10(r.last-1))
	}
	r.section.Add(r.section, n)
	return true
}

func pow10(n int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
	return new(big.Rat).SetInt(p)
}
