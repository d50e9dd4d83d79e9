package fold

import (
	"testing"
	"unicode/utf8"
)

func TestString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"full width becomes half width", "投资１００亿元（Ａ股）", "投资100亿元(a股)"},
		{"traditional becomes simplified", "電動車產業鏈", "电动车产业链"},
		{"a phrase goes before its characters", "乾隆年間", "乾隆年间"},
		{"alone the character is another word", "餅乾", "饼干"},
		{"case is folded", "GWh", "gwh"},
		{"an ideographic space is a space", "甲　乙", "甲 乙"},
		{"simplified text stays", "后来在皇后大道", "后来在皇后大道"},
		{"a character outside the basic plane stays", "𠮷野家", "𠮷野家"},
		{"each invalid byte is one replacement character", "甲\xff\xfe乙", "甲\uFFFD\uFFFD乙"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := String(tt.in); got != tt.want {
				t.Errorf("String(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSimplifyLeavesWidthAndCase(t *testing.T) {
	if got := Simplify("ＧＷｈ產能"); got != "ＧＷｈ产能" {
		t.Errorf("Simplify = %q", got)
	}
}

func TestKey(t *testing.T) {
	tests := []struct {
		name, a, b string
		same       bool
	}{
		{"script and blanks do not part a name", "青禾 果業", "青禾果业", true},
		{"nor do quotation marks", "“青禾”果业", "青禾果业", true},
		{"nor the kind of dot or bracket", "安•洛尔（中国）", "安·洛尔(中国)", true},
		{"another branch is another name", "青禾（沂川）果业", "青禾（远屿）果业", false},
		{"a dot is part of a name", "安·洛尔", "安洛尔", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Key(tt.a) == Key(tt.b); got != tt.same {
				t.Errorf("Key(%q) = %q, Key(%q) = %q", tt.a, Key(tt.a), tt.b, Key(tt.b))
			}
		})
	}
}

func TestTraditional(t *testing.T) {
	tests := []struct {
		name, in string
		want     bool
	}{
		{"traditional", "記者從會議上獲悉，該公司將擴大產能", true},
		{"simplified", "记者从会议上获悉，该公司将扩大产能", false},
		{"a quoted traditional name in simplified text", "记者从会议上获悉，招牌上写着“裕豐號”", false},
		{"neither", "ABC 123", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Traditional(tt.in); got != tt.want {
				t.Errorf("Traditional(%q) = %v", tt.in, got)
			}
		})
	}
}

func FuzzStringKeepsTheCount(f *testing.F) {
	f.Add("乾隆年間，電動車１００輛\xff")
	f.Fuzz(func(t *testing.T, s string) {
		got := String(s)
		if utf8.RuneCountInString(got) != utf8.RuneCountInString(s) {
			t.Errorf("String(%q) = %q: the number of characters changed", s, got)
		}
		if !utf8.ValidString(got) {
			t.Errorf("String(%q) is not valid UTF-8", s)
		}
	})
}

func BenchmarkString(b *testing.B) {
	const s = "記者從會議上獲悉，該公司將擴大產能，投资１００亿元（Ａ股），GWh。"
	want := String(s)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if String(s) != want {
			b.Fatal("another answer")
		}
	}
}
