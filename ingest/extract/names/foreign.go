package names

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// transliteration characters, which foreign names are written with.
const transliteration = "阿埃艾安奥巴拜班邦保鲍贝本比彼别宾波伯勃博布查达戴丹道德登迪蒂丁东杜多顿厄恩尔法凡范菲费芬丰冯佛弗福夫盖甘冈高戈格葛根古瓜哈海汉豪荷赫黑亨洪侯胡华怀惠霍基吉季加贾简杰金京久君卡凯坎康考柯科克肯孔库奎拉莱赖兰朗劳勒雷蕾黎李里理利莉丽连廉良列林琳留龙卢鲁露伦罗洛玛马迈麦曼芒茂梅门蒙孟米密缅敏明摩莫默姆穆拿纳娜乃奈南内尼年涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平蒲普奇齐恰强乔钦琴青琼丘区曲让热仁日荣茹瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施石史士舒顺司丝斯松苏索塔太泰坦汤唐陶特腾提田铁廷通图土托瓦万旺威维魏温文翁沃乌武西希锡席霞夏先香肖谢辛欣休许雅亚扬耶叶伊以易因英尤于约扎詹珍芝治朱兹宗佐晶什切贡朔措佳岑森岛娅内诗黛丝媛妮茨缪泽昂茜薇萝莎婷弥蓬皮耐泊涵赞朋邓堡勉匡邦涅蓓"

var transliterated = func() map[rune]bool {
	m := map[rune]bool{}
	for _, r := range transliteration {
		m[r] = true
	}
	return m
}()

const dots = "·•・‧"

func isDot(r rune) bool { return r == '·' || r == '•' || r == '・' || r == '‧' }

// foreign takes names with a dot: 阿曼达·科瓦奇.
func (p *finder) foreign() {
	for at := 0; ; {
		k := strings.IndexFunc(p.s[at:], isDot)
		if k < 0 {
			return
		}
		dot := at + k
		_, n := utf8.DecodeRuneInString(p.s[dot:])
		at = dot + n
		start, end := p.transliteratedAround(dot)
		if start < dot && end > dot+n && p.free(start, end) && !p.bracketed(start, end) {
			p.vouch(start, end, "names.foreign", 0.9)
			at = max(at, end)
		}
	}
}

// bracketed tells that a name is a book's or a slogan's: 《…·…》.
func (p *finder) bracketed(start, end int) bool {
	return p.runeBefore(start) == '《' || p.runeAt(end) == '》'
}

const longestPart = 7 // characters of one part of a foreign name

// transliteratedAround gives the stretch of a foreign name's characters and dots
// around a dot. Words that the dictionary knows are not cut in two.
func (p *finder) transliteratedAround(dot int) (start, end int) {
	start = dot
	for n := 0; n < longestPart; n++ {
		r, size := utf8.DecodeLastRuneInString(p.s[:start])
		if !transliterated[r] {
			break
		}
		start -= size
	}
	for start < dot && !p.wordEdge(start) {
		_, size := utf8.DecodeRuneInString(p.s[start:])
		start += size
	}
	return start, p.transliteratedEnd(dot)
}

// transliteratedEnd gives where the parts behind a dot end.
func (p *finder) transliteratedEnd(dot int) int {
	end, part := dot, 0
	for end < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[end:])
		joint := isDot(r) || (r == '-' || r == '—') && part > 0
		if !joint && !(transliterated[r] && part < longestPart) {
			break
		}
		part++
		if joint {
			part = 0
		}
		end += size
	}
	for end > dot {
		r, size := utf8.DecodeLastRuneInString(p.s[:end])
		if !strings.ContainsRune(dots+"-—", r) && p.wordEdge(end) {
			break
		}
		end -= size
	}
	return end
}

// wordEdge tells whether a foreign name may begin or end at off: a word that the
// dictionary knows is not cut in two, unless it is a name.
func (p *finder) wordEdge(off int) bool {
	i := p.wordAt(off)
	if i == len(p.words) || p.words[i].Start == off {
		return true
	}
	w := p.words[i]
	return !w.Known || strings.HasPrefix(w.Tag, "nr")
}

// foreignAt takes a foreign name without a dot that begins at off: 米哈连科. What
// begins a word with the characters behind it, as 特 of 特别, does not belong.
func (p *finder) foreignAt(off int) (end int, ok bool) {
	end = off
	for n := 0; n < longestPart && end < len(p.s); n++ {
		r, size := utf8.DecodeRuneInString(p.s[end:])
		if !transliterated[r] {
			break
		}
		end += size
	}
	for end > off && !(p.wordEdge(end) && !p.beginsWord(end)) {
		_, size := utf8.DecodeLastRuneInString(p.s[:end])
		end -= size
	}
	return end, runes(p.s[off:end]) >= 2
}

// beginsWord tells whether the character before off and the one behind it are a
// known word, no name.
func (a *article) beginsWord(off int) bool {
	_, before := utf8.DecodeLastRuneInString(a.s[:off])
	_, behind := utf8.DecodeRuneInString(a.s[off:])
	return behind > 0 && a.isVerbal(a.s[off-before:off+behind])
}

// latinAt takes a person's name in Latin letters that begins at off: two to four
// words with capitals, Maria van der Berg.
func (p *finder) latinAt(off int) (end int, ok bool) {
	end, parts := off, 0
	for i := off; i < len(p.s) && parts < 4; {
		n := latinWord(p.s[i:])
		if n == 0 {
			break
		}
		end, parts = i+n, parts+1
		i = end
		if i < len(p.s) && (p.s[i] == ' ' || p.s[i] == '-') {
			i++
		}
	}
	return end, parts >= 2
}

// latinWord gives the length of a word with a capital and small letters, or of
// an initial with its stop.
func latinWord(s string) int {
	end, small := 0, false
	for i, r := range s {
		letter := unicode.Is(unicode.Latin, r)
		if i == 0 && !(letter && unicode.IsUpper(r)) {
			return 0
		}
		if r == '.' && end == i && i <= 2 {
			return i + 1
		}
		if !letter && r != '’' && r != '\'' {
			break
		}
		small = small || unicode.IsLower(r)
		end = i + utf8.RuneLen(r)
	}
	if !small {
		return 0
	}
	return end
}
