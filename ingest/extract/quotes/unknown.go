package quotes

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

var (
	// words between a name and its verb
	adverbRE = regexp.MustCompile(`(?:[也还则都就又再却便曾亦仍]|更是|更|明确|公开|曾多次|多次|进一步|着重|特别|直接|反复|一再|再三|坦率|坦诚|郑重|严肃|坚定|专门|不断|继续|接着|当场|现场|私下|如实|率先|首先|另外|此外|曾经|随后|昨日|昨天|今天|日前|近日|最后|同时|代表|委员|先生|女士|[(（][^)）]{1,40}[)）]|(?:\d{1,2}月)?\d{1,2}日|[上本下]?周[一二三四五六日天]|星期[一二三四五六日天]|新近|晚些时候|早些时候|稍[后早]|事后|会[后上]|席间|当[天日晚]|[即同翌次]日|就(?:此|该|这|其)[^，]{0,10}|同一?天|前一天|当地时间|发表[^，的]{0,6}(?:讲话|声明|演讲|文章|谈话|评论)|在?受访时?|均|纷纷|普遍|一致|` +
		`在[^，的]{1,20}(?:时|后|中|上|里|会)|向[^，]{1,12}|对[^，]{1,12}|接受[^，]{1,16}时|.{1,5}地|非常|十分|这样|如此)$`)
	nameRE = regexp.MustCompile(`^(?:\p{Han}{2,4}|[^\P{Han}的在]{1,6}(?:[·•][^\P{Han}的在]{1,8})+|[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){0,3})$`)
)

// trimAdverbs cuts what stands between a subject and its verb off the end.
func trimAdverbs(s string) string {
	for {
		s = strings.TrimRight(s, " 　")
		m := adverbRE.FindString(s)
		if m == "" {
			return s
		}
		s = s[:len(s)-len(m)]
	}
}

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
const notGiven = "的了着过是不能都也还又就很更最们把被这那即及或等说称"

// 林郑某某: a married woman's two surnames
var marriedRE = regexp.MustCompile(`^(?:[陈林郑张黄李王吴刘蔡杨许谢洪曾廖周叶苏庄江何罗高潘朱钟彭胡沈卢梁赵孙宋邓][陈林郑张黄李王吴刘蔡杨许谢洪曾廖周叶苏庄江何罗高潘朱钟彭胡沈卢梁赵孙宋邓])`)

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

// withoutTitle cuts what stands before a foreign name off: 某国首相|某某·某某.
func (f *finder) withoutTitle(r text.Range) text.Range {
	s := f.v.Cut(r)
	if !strings.ContainsAny(s, "·•") {
		return r
	}
	if at, word := lastRole(s, func(at, end int) bool { return at > 0 && end < len(s) }); at > 0 {
		r.Start += at + len(word.word)
	}
	return r
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

// nameIn finds the name in what stands between a role, or a clause's start, and
// the cue: adverbs may follow it (杜若衡毫不犹豫地, 杜衡曾).
func nameIn(s string) (string, bool) {
	s = strings.Trim(s, " 　")
	if toHearerRE.MatchString(s) {
		return "", false
	}
	if m := shortAdverbRE.FindString(s); m != "" && personName(s[:len(s)-len(m)]) {
		return s[:len(s)-len(m)], true
	}
	if personName(s) {
		return s, true
	}
	for n := 4; n >= 2; n-- {
		if head := firstRunes(s, n); personName(head) && trimAdverbs(s[len(head):]) == "" {
			return head, true
		}
	}
	s = trimAdverbs(s)
	return s, personName(s)
}

// 向 is a surname too
var toHearerRE = regexp.MustCompile(`^(?:向|对)(?:本报|本刊|记者|笔者|媒体|大家|外界|导报|中新|新华|《)`)

var shortAdverbRE = regexp.MustCompile(`[也还则又再却便曾均]$`)

// firstRunes gives the first n characters of s, or all.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// nameAfterRole reads the name that the links lack between a role and the cue:
// 村民张某某说.
func (f *finder) nameAfterRole(c text.Range, end int, title bool) (text.Range, bool) {
	rest := f.v.Cut(c)[end:]
	s, ok := nameIn(rest)
	if s == "" || !ok && !transliterated(s) && !(title && unusualName(s)) {
		return text.Range{}, false
	}
	start := c.Start + end + strings.Index(rest, s)
	r := text.Range{Start: start, End: start + len(s)}
	lo, hi := f.names.in(r)
	return r, lo == hi
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

// namedRole gives a person by the name that follows his role.
func (f *finder) namedRole(c text.Range, head, end int, name text.Range) (candidate, bool) {
	word, _ := roleWords.at(f.v.Cut(c)[head:])
	who := speaker{at: text.Range{Start: c.Start + f.phraseStart(c, head, end), End: c.Start + end}, orgEntity: none}
	f.describe(&who, c.Start+head, word)
	who.at, who.entity, who.text, who.named = name, none, f.printed.Cut(name), true
	return candidate{who.doubtful(0.85), 2}, true
}

var (
	styleRE = regexp.MustCompile(`^(?:总书记|总理|总统|主席|副主席|首相|国务卿|外长|防长|部长|副部长|市长|省长|教授|副教授|院士|院长|校长|医生|老师|律师|警官|博士|主任|书记|局长|总裁|董事长|总经理)$`)
	placeRE = regexp.MustCompile(`[级面门府司局村县市省区厂院校系处厅部所社家国会队组团军州镇乡]$`)
)

// styled reads a name before its title: 某某教授. The links know most of them.
func (f *finder) styled(phrase text.Range, word entry) (speaker, bool) {
	s := f.v.Cut(phrase)
	name := strings.TrimSuffix(s, word.word)
	if name == s || !styleRE.MatchString(word.word) {
		return nobody, false
	}
	if x, ok := f.nameBetween(text.Range{Start: phrase.Start, End: phrase.Start + len(name)}); ok {
		if x.title == "" {
			x.title = f.printed.Text[phrase.Start+len(name) : phrase.End]
		}
		return x, true
	}
	if !personName(name) || placeRE.MatchString(name) {
		return nobody, false
	}
	r := text.Range{Start: phrase.Start, End: phrase.Start + len(name)}
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, title: f.printed.Text[r.End:phrase.End], orgEntity: none, sure: 0.8}, true
}

// nameBetween reads a name that ends r behind another role: 某校博导某某教授.
func (f *finder) nameBetween(r text.Range) (speaker, bool) {
	s := f.v.Cut(r)
	for _, n := range []int{3, 2} {
		at := lastRunes(s, n)
		if at <= 0 || !personName(s[at:]) {
			continue
		}
		name := text.Range{Start: r.Start + at, End: r.End}
		if head, _ := lastRole(s[:at], func(_, end int) bool { return end == at }); head >= 0 {
			x, ok := f.namedRole(r, head, at, name)
			return x.speaker, ok
		}
		if departmentRE.MatchString(s[:at]) || strings.HasSuffix(s[:at], "的") {
			return f.memberOf(r, name), true
		}
	}
	return nobody, false
}

// memberOf gives the person whose name ends r as one of the body named in it.
func (f *finder) memberOf(r, name text.Range) speaker {
	who := speaker{at: name, entity: none, text: f.printed.Cut(name), named: true, orgEntity: none, sure: 0.8}
	if body := f.bodyBefore(r.Start, name.Start); body != none {
		who.orgEntity = f.names.EntityOf[body]
		who.org = f.names.Entities[who.orgEntity].Name
	}
	return who
}

// unknownName reads a clause that is a name and nothing else.
func (f *finder) unknownName(c text.Range) (speaker, bool) {
	s, ok := nameIn(trimLead(f.v.Cut(c)))
	if !ok && !foreignName(s) || ok && commonWord(s) {
		return nobody, false
	}
	start := c.Start + strings.Index(f.v.Cut(c), s)
	r := f.withoutTitle(text.Range{Start: start, End: start + len(s)})
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.6}, true
}

// words that look like a surname and a given name
var notAName = map[string]bool{
	"诸如": true, "诸位": true, "常言": true, "原文": true, "原话": true, "前言": true, "古人": true, "经常": true,
	"方案": true, "文章": true, "文件": true, "公告": true, "公开": true, "公报": true, "包括": true, "高层": true,
	"通报": true, "通知": true, "简言": true, "安全": true, "项目": true, "时间": true, "金融": true, "何以": true,
	"任何": true, "任务": true, "成果": true, "成员": true, "和他": true, "于是": true, "白皮书": true, "计划": true,
	"相关": true, "商家": true, "商务部": true, "全国": true, "全会": true, "全文": true, "明确": true, "明显": true,
	"武器": true, "水平": true, "万一": true, "平台": true, "元首": true, "国内": true, "常常": true, "历史": true,
	"周一": true, "周二": true, "周三": true, "周四": true, "周五": true, "周六": true, "周日": true, "周末": true,
	"普遍": true, "一致": true, "明年": true, "后来": true, "何时": true, "有人": true, "高度": true, "华人": true,
	"车间": true, "解放": true, "路透社": true, "法新社": true, "美联社": true, "新华社": true, "程序": true, "经济": true,
}

// nameBehindDe reads a name that the links lack behind what describes him:
// 来自某地的某某说.
func (f *finder) nameBehindDe(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	at := strings.LastIndex(s, "的")
	if at < 0 {
		return candidate{}, false
	}
	at += len("的")
	t := trimAdverbs(s[at:])
	if !personName(t) && !foreignName(t) || kinRE.MatchString(t) {
		return candidate{}, false
	}
	r := f.withoutTitle(text.Range{Start: c.Start + at, End: c.Start + at + len(t)})
	if commonWord(t) {
		return candidate{}, false
	}
	return candidate{speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.7}, 0}, true
}
