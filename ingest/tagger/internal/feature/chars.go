package feature

import (
	"sync"
	"unicode"

	"zhiku/ingest/lexicon"
	"zhiku/zh/fold"
)

// Types of characters.
const (
	typeOther = iota
	typeHan
	typeNumeral // 一二三
	typeDigit
	typeUpper
	typeLower
	typeStop  // 。，；：！？、 and the like: no name goes over it
	typeOpen  // （ “ 《
	typeClose // ） ” 》
	typeDot   // · and hyphens
	typeBlank
)

// char is what is known of a character.
type char struct {
	fold    uint16
	kind    uint8
	surname uint8 // 0 none, 1 a word more often than a name, 2 a surname
	sound   uint8 // 1 writes the sounds of foreign names, 2 joins their parts, 3 both
}

const (
	numerals = "〇零一二三四五六七八九十百千万亿两"
	stops    = "。，,；;：:！!？?、…—～~|"
	opens    = "（(“‘「『《〈【[〔"
	closes   = "）)”’」』》〉】]〕"
	dots     = "·•・‧.-－—/&＆"

	// sounds are the characters foreign names are written with, in the usual
	// tables of transcription.
	sounds = "阿埃艾安昂奥巴拜班邦鲍贝本比彼宾波博伯布策查茨达戴丹当道德邓迪蒂丁东杜敦顿多厄恩尔法范菲芬丰佛夫弗福甫盖冈高戈哥格葛贡古瓜圭哈海汉豪赫亨胡华怀霍基吉季加贾简捷金京卡凯坎康考科克肯孔库夸奎拉莱赖兰朗劳勒雷黎里利莉立丽连廉良列林琳刘龙隆卢鲁路伦罗洛马玛迈麦曼芒毛梅门蒙孟米密敏明摩莫默姆木穆拿娜纳乃奈南内嫩尼年涅宁纽农努女诺欧帕派潘庞培佩彭皮平泼珀普奇恰乔切钦琼丘让热仁日荣茹儒瑞若撒萨塞赛桑森沙莎山尚绍舍申圣施什史舒朔斯丝司思松苏素孙索塔太泰坦汤唐陶特藤提田廷通图土托瓦万旺威韦维魏温文翁沃乌伍武西希锡夏香肖谢辛欣休许雪逊雅亚延扬耶叶伊依因英尤于约泽赞詹珍芝治朱卓祖佐"
)

var characters = sync.OnceValue(func() *[0x10000]char {
	t := new([0x10000]char)
	for r := rune(0); r < 0x10000; r++ {
		t[r].fold, t[r].kind = uint16(fold.Rune(r)), kindOf(r)
	}
	each := func(list string, f func(c *char)) {
		for _, r := range list {
			f(&t[r])
		}
	}
	each(numerals, func(c *char) { c.kind = typeNumeral })
	each(dots, func(c *char) { c.kind, c.sound = typeDot, 2 })
	each(stops, func(c *char) { c.kind = typeStop })
	each(opens, func(c *char) { c.kind = typeOpen })
	each(closes, func(c *char) { c.kind = typeClose })
	each(sounds, func(c *char) { c.sound |= 1 })
	surnames(t)
	traditional(t)
	return t
})

// kindOf gives the type of a character that stands in none of the lists.
func kindOf(r rune) uint8 {
	w := fold.Rune(r)
	switch {
	case '0' <= w && w <= '9':
		return typeDigit
	case unicode.IsSpace(r):
		return typeBlank
	case r >= 0x2E80 && unicode.Is(unicode.Han, r):
		return typeHan
	case unicode.IsUpper(r):
		return typeUpper
	case unicode.IsLetter(r):
		return typeLower
	}
	return typeOther
}

// surnames notes the characters of surnames.
func surnames(t *[0x10000]char) {
	note := func(list string, v uint8) {
		for _, w := range lexicon.Words(list) {
			if r := []rune(w); len(r) == 1 && r[0] < 0x10000 {
				t[r[0]].surname = v
			}
		}
	}
	note("surnames", 2)
	note("surnames_weak", 1)
}

// traditional gives characters what is known of their simplified forms.
func traditional(t *[0x10000]char) {
	for r := range t {
		f := t[r].fold
		if int(f) == r || t[r].kind != typeHan {
			continue
		}
		t[r] = t[f]
		t[r].fold = f
	}
}
