package dates

import (
	"strings"
	"unicode/utf8"
)

// begins tells whether a date may begin with r.
func begins(r rune) bool {
	switch {
	case r < 0x80:
		return '0' <= r && r <= '9'
	case 0xFF10 <= r && r <= 0xFF19:
		return true
	}
	return r < 0x10000 && starters[r>>6]&(1<<(r&63)) != 0
}

// starters has a bit for every character that may open a date, digits aside.
var starters = func() *[1 << 10]uint64 {
	m := &[1 << 10]uint64{}
	add := func(r rune) { m[r>>6] |= 1 << (r & 63) }
	for _, r := range "〇○零一二三四五六七八九十两廿“「上下首前头近过最当第未今接星周本新" {
		add(r)
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w.text)
		add(r)
	}
	return m
}()

// numeral is a whole number in a date.
type numeral struct {
	value, end int
	arabic     bool
	digits     int // of an Arabic number, or of a Chinese one written in places
	// about is the first of two digits that stand for "the one or the other", of
	// which value is the second: 三四年前, 一二月份; 0 for a plain number.
	about int
}

// chineseDigit gives the value of a digit, or -1.
func chineseDigit(r rune) int {
	switch r {
	case '〇', '○', '零':
		return 0
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

// readNumber reads 2024, ２０２４, 二〇二四 or 二十四. A number too long for a date
// has the value -1; end is i where no number stands.
func readNumber(s string, i int) numeral {
	if n := readArabic(s, i); n.end > i {
		return n
	}
	return readChinese(s, i)
}

func readArabic(s string, i int) numeral {
	n := numeral{arabic: true}
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		switch {
		case '０' <= r && r <= '９':
			r -= '０' - '0'
		case r < '0' || r > '9':
			return n.ending(i)
		}
		if n.digits++; n.digits <= 4 {
			n.value = n.value*10 + int(r-'0')
		}
		i += w
	}
	return n.ending(i)
}

func (n numeral) ending(i int) numeral {
	n.end = i
	if n.digits > 4 {
		n.value = -1
	}
	return n
}

func readChinese(s string, i int) numeral {
	n := numeral{}
	tens := -1
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		d := chineseDigit(r)
		switch {
		case r == '十' && tens < 0 && n.digits <= 1:
			tens = 1
			if n.digits == 1 {
				tens = n.value
			}
			n.value, n.digits = 0, 0
		case d >= 0:
			if n.digits++; n.digits <= 4 {
				n.value = n.value*10 + d
			}
		default:
			return n.chinese(i, tens)
		}
		i += w
	}
	return n.chinese(i, tens)
}

func (n numeral) chinese(i, tens int) numeral {
	switch {
	case tens >= 0 && n.digits > 1:
		return numeral{value: -1, end: i}
	case tens >= 0:
		return numeral{value: tens*10 + n.value, end: i}
	case n.digits == 2 && n.value/10 > 0 && n.value/10 < n.value%10:
		return numeral{value: n.value % 10, about: n.value / 10, end: i}
	case n.digits == 2 || n.digits == 3:
		n.value = -1 // no count, and no year
	}
	return n.ending(i)
}

// isYear tells whether n may be a year printed in four digits.
func (n numeral) isYear() bool { return n.digits == 4 && 1800 <= n.value && n.value <= 2199 }

// literal gives the end of the first of the alternatives that stands at i, or i.
func literal(s string, i int, alternatives ...string) int {
	for _, a := range alternatives {
		if strings.HasPrefix(s[i:], a) {
			return i + len(a)
		}
	}
	return i
}

// through gives the end of a word that joins the two ends of a range, or i.
func through(s string, i int) int {
	return literal(s, i, "起至", "至", "到", "——", "—", "－", "―", "–", "-", "~", "～")
}
