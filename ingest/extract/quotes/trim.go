package quotes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
)

// trimAdverbs cuts what stands between a subject and its verb off the end.
func trimAdverbs(s string) string {
	for {
		s = strings.TrimRight(s, " 　")
		n := max(len(adverbRE.FindString(s)), len(towardsRE.FindString(s)))
		if n == 0 {
			return s
		}
		s = s[:len(s)-n]
	}
}

var (
	// what may stand before a description and is no part of it
	leadRE      = pattern.MustCompile(`^(?:[\s、）)]|早先|早前|而且|并且|而|但是|但|虽然|尽管|虽|不过|然而|对此|根据|另据|据|来自|另有|此外|同时|其中|随后|此前|日前|近日|昨日|昨天|今天|今日|当天|当日|当时|彼时|目前|近期|最近|连日来|后来|还|也|这(?:也|就|正)?是|正如|正像|就连|连|甚至有?|更有|包括|于是|因此|所以|其实|事实上|\d{4}年|\d{1,2}月|\d{1,2}日|上午|下午|晚间|[上下本]周[一二三四五六日末]?|有记者|记者所\p{Han}{2,4}的|记者)`)
	haveRE      = pattern.MustCompile(`^[也还仍更另又却就]?然?有[^关限些人的]`)
	atRE        = pattern.MustCompile(`^(?:在|当|谈到|谈及|谈起|说起|提起|看到|面对|针对|对于)[^的，]{1,20}?(?:上|中|时|后|里|前|期间|现场|之际|问题)`)
	onePersonRE = regexp.MustCompile(`(?:一|多|几|数|两|有)(?:位|名|个|家|些)|某`)
)

// trimLead cuts conjunctions, dates and adjuncts off the front.
func trimLead(s string) string {
	for {
		t := s
		if _, after, ok := strings.Cut(s, "——"); ok && after != "" {
			t = after // 领军企业——|青岚公司负责人
		} else if _, after, ok := strings.Cut(s, "……"); ok && after != "" {
			t = after
		} else if m := leadRE.FindString(s); m != "" {
			t = s[len(m):]
		} else if strings.HasPrefix(s, "且该") {
			t = s[len("且"):] // but 且末县政府
		} else if haveRE.MatchString(s) {
			t = s[strings.Index(s, "有")+len("有"):]
		} else if m := atRE.FindString(s); m != "" && !strings.HasPrefix(s[len(m):], "的") {
			t = s[len(m):]
		}
		if t == s || t == "" {
			return s
		}
		s = t
	}
}

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

// lastRunes gives where the last n characters of s start, or -1.
func lastRunes(s string, n int) int {
	i := len(s)
	for ; n > 0; n-- {
		if i == 0 {
			return -1
		}
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return i
}

// words between a name and its verb
var adverbRE = pattern.MustCompile(`(?:[也还则都就又再却便曾亦仍]|更是|更|明确|公开|曾多次|多次|进一步|着重|特别|直接|反复|一再|再三|坦率|坦诚|郑重|严肃|坚定|专门|不断|继续|接着|当场|现场|私下|如实|率先|首先|另外|此外|曾经|随后|昨日|昨天|今天|日前|近日|最后|同时|代表|委员|先生|女士|[(（][^)）]{1,40}[)）]|(?:\d{1,2}月)?\d{1,2}日|[上本下]?周[一二三四五六日天]|星期[一二三四五六日天]|新近|晚些时候|早些时候|稍[后早]|事后|会[后上]|席间|当[天日晚]|[即同翌次]日|同一?天|前一天|当地时间|发[表布出][^，的]{0,6}(?:讲话|声明|演讲|文章|谈话|评论|消息|公告|通报|公报|报告|通告)|在?受访时?|均|纷纷|普遍|大多|大都|多半|一致|` +
	`在[^，的]{1,20}(?:时|后|中|上|里|会)|接受[^，]{1,16}时|.{1,5}地|非常|十分|这样|如此|经(?:审理|调查|审查|复核|核实|查))$`)

// … and whom or what they are said to or of, which may end with anything
var towardsRE = pattern.MustCompile(`(?:就(?:此|该|这|其)[^，]{0,10}|向[^，]{1,12}|对[^，]{1,12})$`)
