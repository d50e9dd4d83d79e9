package number

import (
	"math"
	"strings"
	"unicode/utf8"
)

// digit values of Chinese numerals, with the forms of bank notes.
var digit = map[rune]int{
	'零': 0, '〇': 0, '○': 0, '一': 1, '二': 2, '两': 2, '兩': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '貳': 2, '叁': 3, '參': 3, '肆': 4, '伍': 5, '陆': 6, '陸': 6, '柒': 7, '捌': 8, '玖': 9,
}

// power of ten of the magnitudes.
var power = map[rune]int{
	'十': 1, '拾': 1, '百': 2, '佰': 2, '千': 3, '仟': 3, '万': 4, '萬': 4, '亿': 8, '億': 8, '兆': 12,
}

func isNumeral(r rune) bool {
	if r < 0x3000 && r != '○' {
		return false
	}
	if _, ok := digit[r]; ok {
		return true
	}
	return power[r] > 0
}

// token is one numeral character.
type token struct {
	digit int // -1 for a magnitude
	power int
	zero  bool
}

// scanChinese reads the longest run of numerals at i.
func scanChinese(s string, i int) (Number, bool) {
	n := Number{Start: i, Chinese: true}
	tokens, end := n.tokens(s, i)
	n.End, n.Digits = end, len(tokens)
	if len(tokens) == 0 || len(tokens) > maxChinese {
		n.End = max(end, i)
		return n, false
	}
	if len(tokens) == 1 && strings.Contains("陆陸伍肆拾參", s[i:end]) && !strings.HasSuffix(s[:i], "之") { // 陆地, 入伍, 拾起
		return n, false
	}
	lo, hi, ranged, ok := evaluate(tokens)
	if !ok {
		return n, false
	}
	n.Bare = magnitudesOnly(tokens)
	n.Mantissa, n.Magnitude = split(lo, tokens)
	n.Value, n.To, n.Ranged = Int(lo, 0), Int(hi, 0), ranged
	if n.Inner == "" && !ranged {
		n.point(s)
	}
	return n, true
}

// tokens collects the numerals; 多 余 几 来 inside go to n.Inner.
func (n *Number) tokens(s string, i int) (all []token, end int) {
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		t, ok := tokenOf(s, i, r)
		if !ok {
			inner, after, more := n.inside(s, i, r, w, all)
			if !more {
				return all, i
			}
			n.Inner, i = inner, after
			continue
		}
		all, i = append(all, t), i+w
	}
}

func tokenOf(s string, i int, r rune) (token, bool) {
	if p := power[r]; p > 0 && !beginsUnit(s, i) {
		return token{digit: -1, power: p}, true
	}
	d, ok := digit[r]
	return token{digit: d, zero: ok && d == 0}, ok
}

// inside steps over what may stand within a Chinese numeral: 一千多万, 三个亿, 十几.
func (n *Number) inside(s string, i int, r rune, w int, all []token) (inner string, after int, more bool) {
	if len(all) == 0 || n.Inner != "" {
		return "", i, false
	}
	next, _ := utf8.DecodeRuneInString(s[i+w:])
	switch {
	case strings.ContainsRune("几幾", r) && (all[len(all)-1].power == 1 || all[len(all)-1].zero && power[next] > 0):
		return s[i : i+w], i + w, true
	case strings.ContainsRune("多余餘来", r) && power[next] > 0 && !beginsUnit(s, i+w):
		return s[i : i+w], i + w, true
	case (r == '个' || r == '個') && (next == '亿' || next == '億'):
		return "", i + w, true
	}
	return "", i, false
}

func magnitudesOnly(all []token) bool {
	for _, t := range all {
		if t.power < 2 {
			return false
		}
	}
	return true
}

// split takes the last magnitudes off: 3 and 4 of 三万.
func split(v int64, all []token) (Decimal, int) {
	exp := 0
	for i := len(all) - 1; i > 0 && all[i].power >= 4; i-- {
		exp += all[i].power
	}
	m := Int(v, -exp)
	return m, exp
}

// evaluate gives a numeral's value, or both of 三四百.
func evaluate(all []token) (lo, hi int64, ranged, ok bool) {
	if p := pairAt(all); p >= 0 {
		lo, ok = value(without(all, p+1))
		hi, ok2 := value(without(all, p))
		return lo, hi, true, ok && ok2 && lo < hi
	}
	lo, ok = value(all)
	return lo, 0, false, ok
}

// pairAt finds two neighbouring digits that say "or": 三四百, 十七八, 三五.
func pairAt(all []token) int {
	p := -1
	for i := 0; i+1 < len(all); i++ {
		a, b := all[i].digit, all[i+1].digit
		if a < 1 || b < 1 {
			continue
		}
		if p >= 0 || !(b == a+1 || a == 3 && b == 5) {
			return -1
		}
		p = i
	}
	return p
}

func without(all []token, i int) []token {
	out := append([]token(nil), all[:i]...)
	return append(out, all[i+1:]...)
}

// value evaluates digits in places (二〇二四) or with magnitudes (一万五千亿).
func value(all []token) (int64, bool) {
	if len(all) > 1 && digitsOnly(all) {
		return positional(all)
	}
	var s sum
	pending, last := int64(-1), 20
	for i, t := range all {
		switch {
		case t.power == 0:
			if pending > 0 {
				return 0, false
			}
			pending = int64(t.digit)
		case t.power < 4:
			if t.power >= last && s.section > 0 {
				return 0, false
			}
			if pending == 0 { // 一百零十
				pending = -1
			}
			s.section += one(pending) * pow10(t.power)
			pending, last = -1, t.power
		default:
			s.section += max(pending, 0)
			if s == (sum{}) && i == 0 {
				s.section = 1
			}
			if !s.times(t.power) {
				return 0, false
			}
			pending, last = -1, 20
		}
	}
	return s.high + s.tenThousands + s.section + tail(pending, all), true
}

// sum is a numeral read so far.
type sum struct {
	high, tenThousands, section int64 // 亿 and above; 万; below
	top                         int   // the highest magnitude from 亿 on
}

// times multiplies what was read by a magnitude of 万 and above; false where it
// grows too large.
func (s *sum) times(power int) bool {
	switch {
	case power == 4 && s.section == 0 && s.tenThousands > 0: // 四万万
		s.tenThousands *= pow10(4)
	case power == 4:
		s.tenThousands += s.section * pow10(4)
	case power < s.top: // 四十九兆九千亿
		low := s.tenThousands + s.section
		if low > (math.MaxInt64/2-s.high)/pow10(power) {
			return false
		}
		s.high, s.tenThousands = s.high+low*pow10(power), 0
	default:
		all := s.high + s.tenThousands + s.section
		if all > math.MaxInt64/pow10(power)/2 {
			return false
		}
		s.high, s.tenThousands, s.top = all*pow10(power), 0, power
	}
	s.section = 0
	return s.tenThousands <= math.MaxInt64/pow10(8)
}

// one gives the digit before a magnitude: 1 where 十 or 百 stands alone.
func one(pending int64) int64 {
	if pending < 0 {
		return 1
	}
	return pending
}

// tail is the worth of the last digit: 5 in 一百零五, 5000 in 三万五.
func tail(pending int64, all []token) int64 {
	if pending <= 0 || len(all) < 2 {
		return max(pending, 0)
	}
	if before := all[len(all)-2]; before.power >= 2 {
		return pending * pow10(before.power-1)
	}
	return pending
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func digitsOnly(all []token) bool {
	for _, t := range all {
		if t.power > 0 {
			return false
		}
	}
	return true
}

// positional reads 二〇二四; two digits side by side are no number (一一).
func positional(all []token) (int64, bool) {
	if len(all) < 3 || len(all) > 18 {
		return 0, false
	}
	v := int64(0)
	for _, t := range all {
		v = v*10 + int64(t.digit)
	}
	return v, true
}

// point reads 点五 after a numeral, and the magnitudes behind: 三点五亿. A clock
// time (八点三十) is left alone.
func (n *Number) point(s string) {
	r, w := utf8.DecodeRuneInString(s[n.End:])
	if r != '点' && r != '點' {
		return
	}
	var digits strings.Builder
	i := n.End + w
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		d, ok := digit[r]
		if !ok {
			break
		}
		digits.WriteByte(byte('0' + d))
		i += w
	}
	frac := digits.String()
	r, _ = utf8.DecodeRuneInString(s[i:])
	if frac == "" || len(frac) > maxDigits || r == '十' || r == '刻' || r == '分' {
		return
	}
	n.Mantissa = n.Value.add(newDecimal(frac, -len(frac)))
	n.End, n.Point, n.Bare = i, true, false
	n.magnitudes(s)
}
