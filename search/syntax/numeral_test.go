package syntax

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestReadNumeral(t *testing.T) {
	for _, c := range []struct{ name, text, value, rest string }{
		{"digits", "100元", "100", "元"},
		{"nothing is rounded", "0.0125十0.5", "0.625", ""},
		{"commas by threes", "1,234,567.50", "1234567.5", ""},
		{"a comma elsewhere ends it", "1,23", "1", ",23"},
		{"a point with nothing behind ends it", "3.", "3", "."},
		{"magnitudes multiply", "1.2万亿", "1200000000000", ""},
		{"hundreds of millions", "3亿2000万", "320000000", ""},
		{"a 零 between", "2亿零500万", "205000000", ""},
		{"a gap in digits", "3万5000", "35000", ""},
		{"magnitudes alone", "百亿", "10000000000", ""},
		{"千万", "千万", "10000000", ""},
		{"万亿", "万亿", "1000000000000", ""},
		{"ten", "十", "10", ""},
		{"teens", "十五", "15", ""},
		{"tens", "二十", "20", ""},
		{"all places", "一千二百三十四", "1234", ""},
		{"一百十 lacks its 一", "一百十五", "115", ""},
		{"a 零 keeps the last digit small", "一百零五", "105", ""},
		{"without it the digit is of the next place", "三万五", "35000", ""},
		{"thousands of tens of thousands", "三千五百万", "35000000", ""},
		{"both magnitudes", "一百二十五亿三千万", "12530000000", ""},
		{"a fraction in Chinese", "三点五亿", "350000000", ""},
		{"digits in their places", "二〇二四", "2024", ""},
		{"两个亿", "两个亿", "200000000", ""},
		{"百个亿", "百个亿", "10000000000", ""},
		{"below zero", "-3.5%", "-3.5", "%"},
		{"负", "负三百", "-300", ""},
		{"zero has no sign", "-0", "0", ""},
		{"千瓦 is a unit", "3千瓦", "3", "千瓦"},
		{"百分点 is a unit", "3百分点", "3", "百分点"},
		{"个 before anything else is a unit", "3个", "3", "个"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := []rune(c.text)
			n, ok := readNumeral(s)
			if !ok || string(n.value) != c.value || string(s[n.end:]) != c.rest {
				t.Errorf("readNumeral(%q) = %+v, %v; want %s and %q left", c.text, n, ok, c.value, c.rest)
			}
		})
	}
}

func TestNoNumeral(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"nothing", ""},
		{"a sign alone", "-"},
		{"no numeral", "元"},
		{"a digit of which place?", "3万5"},
		{"several: three or four hundred", "三四百"},
		{"two digits side by side", "一一"},
		{"magnitudes that rise", "三十五百"},
		{"twice the same", "三百五百"},
		{"亿万 means very many", "亿万"},
		{"万 twice", "三万五万"},
		{"亿 twice", "三亿五亿"},
		{"two numbers", "3三"},
		{"a code", strings.Repeat("9", maxDigits+1)},
		{"a longer one", strings.Repeat("9", maxTyped+1) + ".5"},
		{"one in Chinese", strings.Repeat("九", maxTyped+1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			if n, ok := readNumeral([]rune(c.text)); ok {
				t.Errorf("readNumeral(%q) = %+v", c.text, n)
			}
		})
	}
}

// TestNumeralsReadAsWritten writes numbers out in Chinese and reads them back.
func TestNumeralsReadAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 11))
	for range 20_000 {
		n := r.Int64N(1_000_000_000_000) >> r.IntN(38)
		text := spell(n)
		got, ok := readNumeral([]rune(text))
		if want := plainInt(n); !ok || string(got.value) != want || got.end != len([]rune(text)) {
			t.Fatalf("%s is read as %+v, %v; want %s", text, got, ok, want)
		}
	}
}

func plainInt(n int64) string {
	var b []byte
	for ; n > 0 || b == nil; n /= 10 {
		b = append([]byte{byte('0' + n%10)}, b...)
	}
	return string(b)
}

// spell writes n below 万亿 in Chinese as schools teach it.
func spell(n int64) string {
	if n == 0 {
		return "零"
	}
	var b strings.Builder
	gap := false // a place is empty, so that 零 is due
	for place := 11; place >= 0; place-- {
		d := n / pow(place) % 10
		switch {
		case d == 0:
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteString("零")
			}
			b.WriteRune([]rune("零一二三四五六七八九")[d])
			b.WriteString([]string{"", "十", "百", "千"}[place%4])
			gap = false
		}
		if place%4 == 0 && place > 0 && n/pow(place)%10000 > 0 {
			b.WriteString([]string{"", "万", "亿"}[place/4])
		}
	}
	return b.String()
}

func pow(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
