// Package number reads numbers as newspapers print them: 1,234.5 and １２,
// 一万五千亿, 25万6千, 3万4000, 一千多万, 三四百, 十几. Values are exact; nothing is
// rounded and nothing passes through a float.
package number

import (
	"strings"
	"unicode/utf8"
)

// Number is one number with its magnitudes multiplied out, without its unit.
type Number struct {
	Start, End int     // bytes, half-open
	Value      Decimal // 一千多万: 10000000
	To         Decimal // of 三四百: 400; zero where To is not Ranged
	Ranged     bool    // printed as two neighbouring digits: 三四百
	Mantissa   Decimal // without the magnitude behind it: 3 of 3万
	Magnitude  int     // power of ten behind the mantissa: 4 of 3万; 0 where none
	Inner      string  // 多 余 几 来, printed inside or behind: 一千多万, 十几
	Chinese    bool    // no Arabic digit in it
	Bare       bool    // magnitudes alone: 百, 万亿
	Point      bool    // has a decimal point
	Digits     int     // Arabic digits or Chinese characters printed
}

const (
	maxDigits  = 40 // longer runs are no numbers but codes
	maxChinese = 40 // characters
)

// Scan reads the number that begins at byte i of s. Where none does, or what
// stands there is a code, a version or nonsense, ok is false; n.End then tells
// where to read on, which is after i whenever a digit stands at i.
func Scan(s string, i int) (n Number, ok bool) {
	if _, w := digitAt(s, i); w > 0 {
		return scanArabic(s, i)
	}
	if r, _ := utf8.DecodeRuneInString(s[i:]); isNumeral(r) {
		return scanChinese(s, i)
	}
	return Number{Start: i, End: i}, false
}

// Begins tells whether a number may begin with r.
func Begins(r rune) bool {
	switch {
	case r < 0x80:
		return '0' <= r && r <= '9'
	case '０' <= r && r <= '９':
		return true
	}
	return isNumeral(r)
}

// digitAt reads a half- or full-width digit at i; w is its width in bytes, or 0.
func digitAt(s string, i int) (d byte, w int) {
	if i >= len(s) {
		return 0, 0
	}
	if c := s[i]; '0' <= c && c <= '9' {
		return c, 1
	}
	if strings.HasPrefix(s[i:], "\xef\xbc") && i+2 < len(s) { // U+FF10 to U+FF19
		if c := s[i+2]; 0x90 <= c && c <= 0x99 {
			return c - 0x90 + '0', 3
		}
	}
	return 0, 0
}

// digitsAt reads a run of digits.
func digitsAt(s string, i int) (digits string, end int) {
	start, plain := i, true
	for {
		_, w := digitAt(s, i)
		if w == 0 {
			break
		}
		plain = plain && w == 1
		i += w
	}
	if plain {
		return s[start:i], i
	}
	var b strings.Builder
	for j := start; j < i; {
		d, w := digitAt(s, j)
		b.WriteByte(d)
		j += w
	}
	return b.String(), i
}

func scanArabic(s string, i int) (n Number, ok bool) {
	n.Start = i
	whole, end := digitsAt(s, i)
	whole, end = groups(s, whole, end)
	frac, end, version := fraction(s, end)
	n.End, n.Digits, n.Point = end, len(whole)+len(frac), frac != ""
	if n.Digits > maxDigits || version {
		return n, false
	}
	n.Mantissa = newDecimal(whole+frac, -len(frac))
	n.magnitudes(s)
	n.lowerParts(s)
	return n, true
}

// groups joins digits that commas part in threes: 1,234,567.
func groups(s, whole string, end int) (string, int) {
	if len(whole) > 3 {
		return whole, end
	}
	for {
		w := commaAt(s, end)
		if w == 0 {
			return whole, end
		}
		next, after := digitsAt(s, end+w)
		if len(next) != 3 {
			return whole, end
		}
		if end = after; len(whole) <= maxDigits { // enough to know a code by
			whole += next
		}
	}
}

func commaAt(s string, i int) int {
	if strings.HasPrefix(s[i:], ",") {
		return 1
	}
	return 0
}

func pointAt(s string, i int) int {
	switch {
	case strings.HasPrefix(s[i:], "."):
		return 1
	case strings.HasPrefix(s[i:], "．"):
		return len("．")
	}
	return 0
}

// fraction reads a point and digits; a second point makes a version of it.
func fraction(s string, i int) (digits string, end int, version bool) {
	w := pointAt(s, i)
	if w == 0 {
		return "", i, false
	}
	digits, end = digitsAt(s, i+w)
	if digits == "" {
		return "", i, false
	}
	for {
		w := pointAt(s, end)
		_, dw := digitAt(s, end+w)
		if w == 0 || dw == 0 {
			return digits, end, version
		}
		version = true
		_, end = digitsAt(s, end+w)
	}
}

// magnitudes reads what multiplies the mantissa: 万, 多万, 千万, 万亿, 个亿.
func (n *Number) magnitudes(s string) {
	n.Value = n.Mantissa
	inner, w := innerAt(s, n.End)
	exp, end := magnitudeAt(s, n.End+w)
	if end == n.End+w {
		return
	}
	n.Inner, n.Magnitude, n.End = inner, exp, end
	n.Value = n.Mantissa.shift(exp)
}

// innerAt reads a 多 or 余 that may stand before a magnitude.
func innerAt(s string, i int) (string, int) {
	r, w := utf8.DecodeRuneInString(s[i:])
	if strings.ContainsRune("多余餘几幾来", r) {
		return s[i : i+w], w
	}
	return "", 0
}

// magnitudeAt reads a chain of magnitudes and gives its power of ten.
func magnitudeAt(s string, i int) (exp, end int) {
	if r, w := utf8.DecodeRuneInString(s[i:]); r == '个' || r == '個' {
		if r, _ := utf8.DecodeRuneInString(s[i+w:]); r == '亿' || r == '億' {
			i += w
		} else {
			return 0, i
		}
	}
	for {
		r, w := utf8.DecodeRuneInString(s[i:])
		e := power[r]
		if e == 0 || exp+e > 32 || beginsUnit(s, i) {
			return exp, i
		}
		exp, i = exp+e, i+w
	}
}

// beginsUnit tells whether the 千, 百, 兆 or 分 at i belongs to a unit: 千瓦, 百帕, 百分点.
func beginsUnit(s string, i int) bool {
	r, w := utf8.DecodeRuneInString(s[i:])
	after, _ := utf8.DecodeRuneInString(s[i+w:])
	switch r {
	case '千':
		return strings.ContainsRune("米克瓦伏卡帕赫焦牛欧安升字分", after)
	case '百':
		return strings.ContainsRune("帕分", after)
	case '兆':
		return strings.ContainsRune("瓦焦赫帕欧字比位", after)
	}
	return false
}

// lowerParts adds what follows a magnitude: 25万6千, 3万4000, 2亿零500万.
func (n *Number) lowerParts(s string) {
	for below := n.Magnitude; below > 0 && n.Inner == ""; {
		i, zero := n.End, false
		if r, w := utf8.DecodeRuneInString(s[i:]); r == '零' || r == '〇' {
			i, zero = i+w, true
		}
		digits, end := digitsAt(s, i)
		if digits == "" || len(digits) > maxDigits {
			return
		}
		exp, end := magnitudeAt(s, end)
		if exp+len(digits) > below || (exp == 0 && len(digits) < below && !zero) {
			return
		}
		n.Value = n.Value.add(newDecimal(digits, exp))
		n.Digits += len(digits)
		n.End, below = end, exp
	}
}
