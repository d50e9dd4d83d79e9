package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/zh/segment"
)

// nameRE admits what has the form of a name.
var nameRE = pattern.MustCompile(`^(?:\p{Han}{2,4}|[^\P{Han}的在]{1,6}(?:[·•][^\P{Han}的在]{1,8})+|[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3})$`)

// personName tells a string that can only be a name: a surname and one or two
// characters, a transliteration with its dot, Latin words.
func personName(s string) bool {
	if !nameRE.MatchString(s) || reporter(s) || notAName[s] {
		return false
	}
	if s[0] < utf8.RuneSelf || strings.ContainsAny(s, "·•") {
		return true
	}
	n := surname(s)
	given := utf8.RuneCountInString(s[n:])
	return n > 0 && !strings.ContainsAny(s[n:], notGiven) && given >= 1 && (given <= 2 || given == 3 && marriedRE.MatchString(s))
}

// characters that no given name has
const notGiven = "的地了着过是不能都也还又就很更最们把被这那即及或等说称"

// 林郑某某: a married woman's two surnames
var marriedRE = pattern.MustCompile(`^(?:[陈林郑张黄李王吴刘蔡杨许谢洪曾廖周叶苏庄江何罗高潘朱钟彭胡沈卢梁赵孙宋邓][陈林郑张黄李王吴刘蔡杨许谢洪曾廖周叶苏庄江何罗高潘朱钟彭胡沈卢梁赵孙宋邓])`)

// transliterated tells a foreign name in characters that newspapers write
// foreign names with.
func transliterated(s string) bool {
	n := 0
	for _, r := range s {
		if !strings.ContainsRune("京各拜祖歇班约翰逊顿夫柯坤英佛昂敖茨登厄冈葛豪惠津孔奎昆黎柳律默弥纽努派庞蓬钦饶什士廷旺翁锡阿埃艾安奥巴贝本比彼波伯勃博布查达戴丹德邓迪蒂丁杜多恩尔法凡菲费芬弗福盖戈格根古哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康考科克肯库拉莱兰朗劳勒雷里理利莉林琳鲁路伦罗洛马玛迈曼梅门蒙米明莫姆穆纳内尼涅诺欧帕潘佩彭皮平珀普奇齐乔切琴丘屈热日瑞若萨塞桑瑟森沙珊舍申圣史斯松苏索塔泰汤特腾提托瓦万威韦维魏温文沃乌武西希谢辛休雪雅亚扬耶叶伊依易因尤约泽扎詹珍朱兹佐娜娅丝蕾妮", r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 8
}

// commonWord tells a word of the dictionary that is no name there: 诸如, 新近.
func commonWord(s string) bool {
	tag, _, word := segment.Default().Lookup(s)
	return word && !strings.HasPrefix(tag, "nr") && tag != "nz"
}

// foreignName tells a transliteration that is no Chinese word.
func foreignName(s string) bool {
	tag, _, word := segment.Default().Lookup(s)
	return transliterated(s) && (!word || strings.HasPrefix(tag, "n") && tag != "n" || utf8.RuneCountInString(s) > 2)
}

// unusualName tells two or three characters that are no word: behind a title
// they are a name, however rare the surname.
func unusualName(s string) bool {
	if n := utf8.RuneCountInString(s); n < 2 || n > 3 || strings.TrimFunc(s, isHan) != "" || reporter(s) || notAName[s] {
		return false
	}
	return !commonWord(s) && !strings.ContainsAny(s, notInNames)
}

// characters that join words and stand in no name
const notInNames = "的了着过在是有和与及或等被把将这那其该不也还又就都很更最上中下内外前后时个们们为从到对向"

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// words that look like a surname and a given name
var notAName = map[string]bool{
	"诸如": true, "诸位": true, "常言": true, "原文": true, "原话": true, "前言": true, "古人": true, "经常": true,
	"方案": true, "文章": true, "文件": true, "公告": true, "公开": true, "公报": true, "包括": true, "高层": true,
	"通报": true, "通知": true, "简言": true, "安全": true, "项目": true, "时间": true, "金融": true, "何以": true,
	"任何": true, "任务": true, "成果": true, "成员": true, "和他": true, "于是": true, "白皮书": true, "计划": true,
	"相关": true, "商家": true, "商务部": true, "全国": true, "全会": true, "全文": true, "明确": true, "明显": true,
	"武器": true, "水平": true, "万一": true, "平台": true, "元首": true, "国内": true, "常常": true, "历史": true,
	"周一": true, "周二": true, "周三": true, "周四": true, "周五": true, "周六": true, "周日": true, "周末": true,
	"普遍": true, "大多": true, "大都": true, "多半": true, "一致": true, "明年": true, "后来": true, "何时": true, "有人": true, "高度": true, "华人": true,
	"车间": true, "支招": true, "点评": true, "解析": true, "解读": true, "答疑": true, "观点": true, "解放": true, "路透社": true, "法新社": true, "美联社": true, "新华社": true, "程序": true, "经济": true,
}
