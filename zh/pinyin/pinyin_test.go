package pinyin

import (
	"slices"
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	tests := []struct {
		about, name string
		kind        Kind
		full        string // all Full spellings in their order
		initials    string // of the first
	}{
		{"a plain name", "王传福", Person, "wangchuanfu", "wcf"},
		{"traditional is read as simplified", "王傳福", Person, "wangchuanfu", "wcf"},
		{"a surname", "曾毓群", Person, "zengyuqun", "zyq"},
		{"a surname of another reading", "单秋白", Person, "shanqiubai", "sqb"},
		{"the same character in a word", "单车公司", Other, "danchegongsi", "dcgs"},
		{"仇", "仇英", Person, "qiuying", "qy"},
		{"解", "解晓东", Person, "xiexiaodong", "xxd"},
		{"解 in a company's name is no surname", "和解公司", Other, "hejiegongsi", "hjgs"},
		{"查", "查良镛", Person, "zhaliangyong", "zly"},
		{"查 of a foreign name", "查尔斯", Person, "chaersi", "ces"},
		{"the dot tells a foreign name", "查林·芒格", Person, "chalinmangge", "clmg"},
		{"朴", "朴正民", Person, "piaozhengmin", "pzm"},
		{"盖, the usual reading first", "盖文", Person, "gewen gaiwen", "gw"},
		{"区", "區文", Person, "ouwen", "ow"},
		{"种", "种师道", Person, "chongshidao", "csd"},
		{"任", "任正非", Person, "renzhengfei", "rzf"},
		{"纪", "纪晓岚", Person, "jixiaolan", "jxl"},
		{"乐 as surname", "乐嘉", Person, "yuejia lejia", "yj"},
		{"翟", "翟明", Person, "zhaiming diming", "zm"},
		{"覃", "覃海", Person, "qinhai tanhai", "qh"},
		{"晁", "晁盖", Person, "chaogai", "cg"},
		{"员", "员文", Person, "yunwen yuanwen", "yw"},
		{"缪", "缪文", Person, "miaowen", "mw"},
		{"宓", "宓文", Person, "miwen fuwen", "mw"},
		{"two characters of surname", "尉迟恭", Person, "yuchigong", "ycg"},
		{"万俟", "万俟卨", Person, "moqixie", "mqx"},
		{"万 alone", "万科", Other, "wanke", "wk"},
		{"澹台", "澹臺明", Person, "tantaiming", "ttm"},
		{"长孙", "长孙无忌", Person, "zhangsunwuji", "zswj"},
		{"a surname after 老", "老曾", Person, "laozeng", "lz"},
		{"ü is v, and u", "吕文", Person, "lvwen luwen", "lw"},

		{"重庆", "重庆", Other, "chongqing", "cq"},
		{"重 as in heavy", "三一重工", Other, "sanyizhonggong", "syzg"},
		{"长沙", "長沙銀行", Other, "changshayinhang", "csyh"},
		{"words meet at one character twice", "银行行长", Other, "yinhanghangzhang", "yhhz"},
		{"行长 does not take 长 from 长沙", "中国银行长沙支行", Other, "zhongguoyinhangchangshazhihang", "zgyhcszh"},
		{"市长 goes before 长城", "市长城", Other, "shizhangcheng", "szc"},
		{"行业", "行业协会", Other, "hangyexiehui", "hyxh"},
		{"行动", "清风行动", Other, "qingfengxingdong", "qfxd"},
		{"厦门", "厦门", Other, "xiamen", "xm"},
		{"大厦", "大厦", Other, "dasha", "ds"},
		{"六安", "六安", Other, "luan", "la"},
		{"六 elsewhere", "六国化工", Other, "liuguohuagong", "lghg"},
		{"东阿", "东阿阿胶", Other, "dongeejiao", "deej"},
		{"阿里", "阿里巴巴", Other, "alibaba", "albb"},
		{"蚌埠", "蚌埠", Other, "bengbu", "bb"},
		{"台州", "台州", Other, "taizhou", "tz"},
		{"乐清", "乐清", Other, "yueqing", "yq"},
		{"丽水", "麗水", Other, "lishui", "ls"},
		{"会计", "会计学会", Other, "kuaijixuehui", "kjxh"},
		{"朝阳", "朝阳", Other, "chaoyang", "cy"},
		{"音乐", "音乐", Other, "yinyue", "yy"},
		{"快乐", "快乐", Other, "kuaile", "kl"},
		{"都江堰", "都江堰", Other, "dujiangyan", "djy"},
		{"参与", "参与", Other, "canyu", "cy"},
		{"长城, 增长", "长城增长", Other, "changchengzengzhang", "cczz"},
		{"乾 is qian in names, gan in traditional words", "乾元", Other, "qianyuan ganyuan", "qy"},
		{"no word decides, both are given", "长沐", Other, "changmu zhangmu", "cm"},

		{"a letter stays", "A股", Other, "agu", "ag"},
		{"letters stay in both", "TCL科技", Other, "tclkeji", "tclkj"},
		{"full-width forms are their half-width ones", "５Ｇ网", Other, "5gwang", "5gw"},
		{"marks and blanks are dropped", "“青禾” （果业）", Other, "qingheguoye", "qhgy"},
		{"letters of other alphabets are dropped", "é甲ж", Other, "jia", "j"},
		{"nothing to type", "（·）\xff", Other, "", ""},
		{"empty", "", Person, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			var full []string
			first := Spelling{}
			for i, s := range Of(tt.name, tt.kind) {
				if i == 0 {
					first = s
				}
				full = append(full, s.Full)
			}
			if got := strings.Join(full, " "); got != tt.full || first.Initials != tt.initials {
				t.Errorf("Of(%q) = %q, %q; want %q, %q", tt.name, got, first.Initials, tt.full, tt.initials)
			}
		})
	}
}

func TestOfIsBounded(t *testing.T) {
	all := Of(strings.Repeat("长木", 10000), Other)
	if len(all) != maxSpellings || len(all[0].Initials) != maxCharacters {
		t.Errorf("%d spellings of %d syllables, want %d of %d", len(all), len(all[0].Initials), maxSpellings, maxCharacters)
	}
}

// TestLists keeps the lists in their form: one syllable for each character,
// simplified characters, each entry once.
func TestLists(t *testing.T) {
	for name, l := range map[string]list{"surnames": load().surnames, "foreign": load().foreign, "words": load().words, "characters": load().characters} {
		for _, same := range l {
			seen := map[string]bool{}
			for _, e := range same {
				text := string(e.text)
				if len(e.text) != len(e.readings) || string(characters(text)) != text || seen[text] {
					t.Errorf("%s: %s %v: want simplified characters, a syllable for each, once", name, text, e.readings)
				}
				seen[text] = true
				for _, r := range slices.Concat(e.readings...) {
					if r == "" || Key(r) != r {
						t.Errorf("%s: %s: reading %q", name, text, r)
					}
				}
			}
		}
	}
}

func TestTyped(t *testing.T) {
	tests := []struct {
		about, query string
		typed        bool
		key          string
	}{
		{"full", "wangchuanfu", true, "wangchuanfu"},
		{"initials", "wcf", true, "wcf"},
		{"a blank after the surname", "wang chuanfu", true, "wangchuanfu"},
		{"as printed abroad", "Wang Chuan-fu", true, "wangchuanfu"},
		{"an apostrophe parts syllables", "xi'an", true, "xian"},
		{"a curly one too", "Xi’an", true, "xian"},
		{"ü", "lü", true, "lv"},
		{"ü of the passport", "Lyu Wen", true, "lvwen"},
		{"yu after n is another syllable", "jinyu", true, "jinyu"},
		{"full-width letters", "ｗｃｆ", true, "wcf"},
		{"a digit of the name", "5gwang", true, "5gwang"},
		{"a number alone is a number", "2024", false, "2024"},
		{"Chinese is not typed", "王wang", false, "wang"},
		{"syntax is not typed", "org:wang", false, "orgwang"},
		{"nothing", " '", false, ""},
		{"too long for a name", strings.Repeat("a", maxTyped+1), false, strings.Repeat("a", maxTyped+1)},
	}
	for _, tt := range tests {
		t.Run(tt.about, func(t *testing.T) {
			if got := IsTyped(tt.query); got != tt.typed {
				t.Errorf("IsTyped(%q) = %v", tt.query, got)
			}
			if got := Key(tt.query); got != tt.key {
				t.Errorf("Key(%q) = %q, want %q", tt.query, got, tt.key)
			}
		})
	}
}

func FuzzOf(f *testing.F) {
	for _, seed := range []string{"曾毓群", "TCL科技", "欸嗯呣", "長沙\xff銀行", "吕绿女", "𠮷野家"} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, name string, person bool) {
		kind := Other
		if person {
			kind = Person
		}
		all := Of(name, kind)
		if len(all) > maxSpellings || !slices.Equal(all, Of(name, kind)) {
			t.Fatalf("Of(%q): %d spellings, or not the same twice", name, len(all))
		}
		for i, s := range all {
			bad := strings.ContainsFunc(s.Full+s.Initials, func(r rune) bool { return !letterOrDigit(r) })
			if bad || s.Initials == "" || len(s.Initials) > min(len(s.Full), maxCharacters) || slices.Contains(all[:i], s) {
				t.Fatalf("Of(%q): spelling %q", name, s)
			}
		}
	})
}

func BenchmarkOf(b *testing.B) {
	for b.Loop() {
		if got := Of("中国银行长沙支行", Other); got[0].Initials != "zgyhcszh" {
			b.Fatal(got)
		}
	}
}
