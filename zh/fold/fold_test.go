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
		{"the particle 著 is 着", "看著，隨著", "看着,随着"},
		{"著 in a word of writing stays", "著名作家的原著，成效顯著", "著名作家的原著,成效显著"},
		{"the notes of the scale are no levies", "宮商角徵羽，徵收", "宫商角徵羽,征收"},
		{"both scripts of one name become one", "蕭乾和萧乾", "萧乾和萧乾"},
		{"Hong Kong's variants", "衞生署説", "卫生署说"},
		{"the longest phrase wins", "乾乾淨淨過乾隆年", "干干净净过乾隆年"},
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
		{"nor a full-width point for the dot", "安．洛尔", "安·洛尔", true},
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
		if got, want := string(AppendSimplified(nil, s)), Simplify(s); got != want {
			t.Errorf("AppendSimplified(%q) = %q, Simplify gives %q", s, got, want)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if t := read(); t.simplify('電') != '电' {
			b.Fatal("characters are missing")
		}
	}
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
