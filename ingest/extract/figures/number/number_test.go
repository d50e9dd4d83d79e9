package number

import (
	"strings"
	"testing"

	"zhiku/store"
)

func TestScan(t *testing.T) {
	for _, c := range []struct {
		name, text  string
		printed     string // what is read; "" where no number stands
		value, upto string
	}{
		{"plain", "12家", "12", "12", ""},
		{"commas in threes", "1,234.5元", "1,234.5", "1234.5", ""},
		{"a comma that is none of the number's", "12,34", "12", "12", ""},
		{"full width", "１２．５％", "１２．５", "12.5", ""},
		{"magnitude", "3.2亿元", "3.2亿", "320000000", ""},
		{"many decimals stay", "1.23456789万", "1.23456789万", "12345.6789", ""},
		{"magnitudes in a chain", "5万亿元", "5万亿", "5000000000000", ""},
		{"千 of a unit is no magnitude", "82万千瓦", "82万", "820000", ""},
		{"千 with a person is one", "5千人", "5千", "5000", ""},
		{"百 of 百分点", "3百分点", "3", "3", ""},
		{"ten thousands and thousands", "25万6千人", "25万6千", "256000", ""},
		{"ten thousands and four digits", "3万4000元", "3万4000", "34000", ""},
		{"a new number after a magnitude", "3万5月", "3万", "30000", ""},
		{"亿 and 万", "2亿3000万元", "2亿3000万", "230000000", ""},
		{"余 before the magnitude", "2000余万元", "2000余万", "20000000", ""},
		{"个 before 亿", "40个亿", "40个亿", "4000000000", ""},
		{"个 before anything else", "40个人", "40", "40", ""},
		{"traditional", "3.5萬個", "3.5萬", "35000", ""},
		{"a version", "1.2.3版", "", "", ""},
		{"Chinese", "一百二十五亿元", "一百二十五亿", "12500000000", ""},
		{"万 below 亿", "一万五千亿", "一万五千亿", "1500000000000", ""},
		{"十万 and 亿", "二十万亿", "二十万亿", "20000000000000", ""},
		{"多 inside", "一千多万元", "一千多万", "10000000", ""},
		{"余 inside", "二百余万元", "二百余万", "2000000", ""},
		{"零 inside", "三千零五十人", "三千零五十", "3050", ""},
		{"the last magnitude is left out", "三万五", "三万五", "35000", ""},
		{"bank forms", "叁佰万圆", "叁佰万", "3000000", ""},
		{"digits in places", "二〇二四年", "二〇二四", "2024", ""},
		{"a Chinese point", "三点五亿", "三点五亿", "350000000", ""},
		{"a Chinese clock time has no point", "八点三十分", "八", "8", ""},
		{"three or four hundred", "三四百元", "三四百", "300", "400"},
		{"seventeen or eighteen", "十七八个", "十七八", "17", "18"},
		{"十 and some", "十几家", "十几", "10", ""},
		{"零 before 十", "一百零十万", "一百零十万", "1100000", ""},
		{"兆 above 亿", "四十九兆九千五百九十二亿", "四十九兆九千五百九十二亿", "49959200000000", ""},
		{"万 of 万", "四万万同胞", "四万万", "400000000", ""},
		{"a blank before 万", "3 万吨", "3 万", "30000", ""},
		{"a blank before a unit is none of the number's", "3 吨", "3", "3", ""},
		{"a point torn from its digits", "98. 5%以上", "98. 5", "98.5", ""},
		{"a point torn from the whole", "9 .5%", "9 .5", "9.5", ""},
		{"a numbered head", "1. 5户", "1", "1", ""},
		{"full-width threes", "４，５６５元", "４，５６５", "4565", ""},
		{"a comma between two numbers", "4，565元", "4", "4", ""},
		{"几 behind 零", "一百零几万", "一百零几万", "1000000", ""},
		{"a bank form alone is a word", "陆地面积", "", "", ""},
		{"nonsense", "一一对应", "", "", ""},
		{"no number", "公司", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, ok := Scan(c.text, 0)
			if ok != (c.printed != "") {
				t.Fatalf("ok = %v for %q", ok, c.text)
			}
			if !ok {
				return
			}
			if got := c.text[n.Start:n.End]; got != c.printed {
				t.Errorf("read %q, want %q", got, c.printed)
			}
			if got := n.Value.Store(); got != store.Decimal(c.value) {
				t.Errorf("value %s, want %s", got, c.value)
			}
			if n.Ranged != (c.upto != "") || n.Ranged && n.To.Store() != store.Decimal(c.upto) {
				t.Errorf("to %s (%v), want %q", n.To.Store(), n.Ranged, c.upto)
			}
		})
	}
}

func TestBareMagnitude(t *testing.T) {
	for text, bare := range map[string]bool{"百家": true, "万亿": true, "十家": false, "一百家": false, "3万": false} {
		if n, ok := Scan(text, 0); !ok || n.Bare != bare {
			t.Errorf("%s: bare = %v, ok = %v", text, n.Bare, ok)
		}
	}
}

func TestLongRunsAreNoNumbers(t *testing.T) {
	for _, digit := range []string{"7", "七"} {
		long := strings.Repeat(digit, 10_000)
		n, ok := Scan(long+"元", 0)
		if ok || n.End != len(long) {
			t.Errorf("%s ×10000: ok %v, end %d", digit, ok, n.End)
		}
	}
}

func TestQuoIsCutNotRounded(t *testing.T) {
	if got := Int(2, 0).Quo(Int(3, 0)).Store(); got != "0.666666666666" {
		t.Errorf("2/3 = %s", got)
	}
	if got := Int(1, 0).Quo(Int(4, 0)).Store(); got != "0.25" {
		t.Errorf("1/4 = %s", got)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"一万五千亿", "25万6千", "1,234.5", "三点五亿", "十几", "百百百", "９９．９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := range s {
			n, ok := Scan(s, i)
			if n.End < i || n.End > len(s) {
				t.Fatalf("end %d of %q at %d", n.End, s, i)
			}
			if ok && n.End == i {
				t.Fatalf("an empty number in %q at %d", s, i)
			}
			v := n.Value.Store()
			if again, err := store.ParseDecimal(string(v)); err != nil || again != v {
				t.Fatalf("%q: %s is not in normal form: %v", s, v, err)
			}
		}
	})
}
