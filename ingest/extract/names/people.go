package names

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// How much a stretch must look like a name, by what vouches for it.
const (
	enoughAfterTitle  = 0.9
	enoughAfterWeak   = 2.2 // behind 专家, 员工 …, which mostly stand alone
	enoughBeforeVerb  = 2.0
	enoughBeforeTitle = 2.2
	enoughInList      = 1.2
	enoughInByline    = 0.2
)

// people finds persons that something in the article vouches for, and then all
// places where their names stand.
func people(a *article) []extract.Mention {
	p := finder{article: a, vouched: map[string]float64{}}
	p.bylines()
	p.afterTitles()
	p.beforeVerbs()
	p.foreign()
	p.ethnic()
	p.lists()
	return append(p.mentions(), p.surnames()...)
}

// finder collects names and what vouches for them.
type finder struct {
	*article
	vouched map[string]float64 // full name -> confidence
	out     []extract.Mention
}

func (p *finder) vouch(start, end int, rule string, confidence float64) {
	name := p.s[start:end]
	p.vouched[name] = max(p.vouched[name], confidence)
	m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person, Found: extract.Found{Rule: rule, Confidence: confidence}}
	p.post(&m)
	p.out = append(p.out, m)
}

// free tells whether no firm or body stands over a stretch.
func (p *finder) free(start, end int) bool {
	m := p.mentionAt(start)
	if m == nil {
		m = p.mentionAt(end - 1)
	}
	return m == nil
}

var (
	reporterWords = regexp.MustCompile(`(?:记者|通讯员|实习生|评论员|撰稿|撰文|摄影|文字?|图|作者|编辑|责编|见习记者|特约记者|整理)[：:/／丨|\s]*`)
	byBracket     = regexp.MustCompile(`[（(](?:\p{Han}{0,10}?)(?:记者|通讯员)[：:\s]*([\p{Han}\s、，·]{2,40}?)[)）]`)
)

// bylines takes the names of reporters: a byline paragraph, or （记者 …）.
func (p *finder) bylines() {
	for _, g := range p.view.Paragraphs {
		if g.Kind == text.Byline {
			line := p.s[g.Start:g.End]
			if at := reporterWords.FindAllStringIndex(line, -1); at != nil {
				for _, m := range at {
					p.nameList(g.Start+m[1], g.End, "names.byline")
				}
			}
		}
	}
	for _, m := range byBracket.FindAllStringSubmatchIndex(p.s, -1) {
		p.nameList(m[2], m[3], "names.reporter")
	}
	for _, m := range ledeReporter.FindAllStringSubmatchIndex(p.s, -1) {
		p.nameList(m[2], min(len(p.s), m[2]+60), "names.reporter")
	}
}

// ledeReporter: 本报记者 卫成蹊, 本报讯 记者卫成蹊报道.
var ledeReporter = regexp.MustCompile(`(?:本报|本网|本刊|本社)(?:\p{Han}{0,4})记者[：:\s]*(\p{Han})`)

// nameList takes names one behind the other, blanks or marks or nothing
// between: 柏知秋 卫成蹊, 柏知秋卫成蹊.
func (p *finder) nameList(from, to int, rule string) {
	for i := from; i < to; {
		r, n := utf8.DecodeRuneInString(p.s[i:])
		if strings.ContainsRune(" \t　、，,/／·丨|：:", r) {
			i += n
			continue
		}
		end, ok := p.bylineName(i, to)
		if !ok {
			return
		}
		p.vouch(i, end, rule, 0.95)
		i = end
	}
}

// bylineName takes two characters where the third begins another name that the
// end of the line needs.
func (p *finder) bylineName(i, to int) (int, bool) {
	run := i
	for run < to {
		r, n := utf8.DecodeRuneInString(p.s[run:])
		if r < 0x3400 || r > 0x9fff {
			break
		}
		run += n
	}
	if name := p.s[i:run]; runes(name) >= 2 && runes(name) <= 4 && nameCharacters().surname[name[:3]] {
		if q, ok := p.nameAt(i); runes(name) <= 3 || ok && q.end == run {
			return run, true
		}
	}
	q, ok := p.nameAt(i)
	if !ok || q.score < enoughInByline || q.end > to {
		return 0, false
	}
	return q.end, true
}

// afterTitles takes names behind a title, and before one: 董事长卫成蹊, 卫成蹊董事长.
func (p *finder) afterTitles() {
	weak := lexicon.Load("titles_weak")
	p.occurrences(words().title, func(start, end int) {
		title := p.s[start:end]
		need, confidence := enoughAfterTitle, 0.92
		if weak.Has(title) {
			need, confidence = enoughAfterWeak, 0.8
		}
		at := end
		if r := p.runeAt(at); r == ' ' || r == '　' {
			at += utf8.RuneLen(r)
		}
		if q, ok := p.nameAt(at); ok && q.score >= need && p.free(at, q.end) && p.splitsHere(at) {
			p.vouch(at, q.end, "names.after-title", confidence)
		}
		if !weak.Has(title) {
			p.beforeTitle(start)
		}
	})
}

// splitsHere guards 总书记|向总: a name does not begin inside a longer common word
// that the text reads.
func (p *finder) splitsHere(at int) bool {
	w := p.words[p.wordAt(at)]
	return w.Start == at || !w.Known || runes(p.s[w.Start:w.End]) <= 2 || w.Tag == "nr"
}

// beforeTitle takes a full name that ends where a title begins.
func (p *finder) beforeTitle(title int) {
	for _, n := range []int{3, 2, 4} {
		start, ok := back(p.s, title, n)
		if !ok {
			continue
		}
		if r := p.runeBefore(start); r != 0 && !strings.ContainsRune(followers+"和与由据请对向", r) {
			continue
		}
		if q, ok := p.nameAt(start); ok && q.end == title && q.score >= enoughBeforeTitle && p.free(start, title) {
			p.vouch(start, title, "names.before-title", 0.85)
			return
		}
	}
}

// back gives the offset n Chinese characters before off.
func back(s string, off, n int) (int, bool) {
	for range n {
		r, size := utf8.DecodeLastRuneInString(s[:off])
		if size == 0 || r < 0x3400 || r > 0x9fff {
			return 0, false
		}
		off -= size
	}
	return off, true
}

// before a name at the head of a clause stands a mark, or one of these.
const clauseHeads = "据由让对向与和请经连就但而"

// beforeVerbs takes names at the head of a clause with a verb of speech behind.
func (p *finder) beforeVerbs() {
	verbs := lexicon.Load("speech_verbs")
	for i := range p.words {
		start := p.words[i].Start
		if r := p.runeBefore(start); r != 0 && !strings.ContainsRune(followers+clauseHeads, r) {
			continue
		}
		q, ok := p.nameAt(start)
		if !ok || q.score < enoughBeforeVerb || !p.free(start, q.end) {
			continue
		}
		behind := strings.TrimLeft(p.s[q.end:min(len(p.s), q.end+30)], "则也还就又曾再")
		if n := verbs.Prefix(behind); n > 0 && !trapVerb(behind, n) {
			p.vouch(start, q.end, "names.before-verb", 0.85)
		}
	}
}

// trapVerb: 称 in 称号, 道 in 道路, 分析 in 分析师.
func trapVerb(s string, n int) bool {
	w := segment.Default().Cut(s[:cutAt(s, n+9)], nil)[0]
	return w.End > n && w.Known
}

// transliteration characters, which foreign names are written with.
const transliteration = "阿埃艾安奥巴拜班邦保鲍贝本比彼别宾波伯勃博布查达戴丹道德登迪蒂丁东杜多顿厄恩尔法凡范菲费芬丰冯佛弗福夫盖甘冈高戈格葛根古瓜哈海汉豪荷赫黑亨洪侯胡华怀惠霍基吉季加贾简杰金京久君卡凯坎康考柯科克肯孔库奎拉莱赖兰朗劳勒雷蕾黎李里理利莉丽连廉良列林琳留龙卢鲁露伦罗洛玛马迈麦曼芒茂梅门蒙孟米密缅敏明摩莫默姆穆拿纳娜乃奈南内尼年涅宁牛纽农努诺欧帕派潘庞佩彭皮匹平蒲普奇齐恰强乔钦琴青琼丘区曲让热仁日荣茹瑞若萨塞赛桑瑟森沙莎山尚绍舍申圣施石史士舒顺司丝斯松苏索塔太泰坦汤唐陶特腾提田铁廷通图土托瓦万旺威维魏温文翁沃乌武西希锡席霞夏先香肖谢辛欣休许雅亚扬耶叶伊以易因英尤于约扎詹珍芝治朱兹宗佐晶"

var foreignName = regexp.MustCompile(`(?:[` + transliteration + `]{1,7}[·•・‧])+[` + transliteration + `]{1,7}(?:[—-][` + transliteration + `]{1,6})?`)

// foreign takes names with a dot; and afterwards their last part alone.
func (p *finder) foreign() {
	for _, m := range foreignName.FindAllStringIndex(p.s, -1) {
		end := m[1]
		for end > m[0] && !p.boundaryOfForeign(end) {
			_, n := utf8.DecodeLastRuneInString(p.s[:end])
			end -= n
		}
		if name := p.s[m[0]:end]; strings.ContainsAny(name, "·•・‧") && !strings.HasSuffix(name, "·") && p.free(m[0], end) {
			p.vouch(m[0], end, "names.foreign", 0.9)
		}
	}
}

// boundaryOfForeign tells whether a foreign name may end at off: a word that the
// dictionary knows is not cut in two.
func (p *finder) boundaryOfForeign(off int) bool {
	i := p.wordAt(off)
	if i == len(p.words) || p.words[i].Start == off {
		return true
	}
	w := p.words[i]
	return !w.Known || strings.HasPrefix(w.Tag, "nr")
}

// lists takes the names in a 、-list with one that is vouched for.
func (p *finder) lists() {
	for k := 0; k < len(p.out) && k < maxListWalk; k++ {
		m := p.out[k]
		for end := m.End; ; {
			r := p.runeAt(end)
			if r != '、' && r != '和' {
				break
			}
			start := end + utf8.RuneLen(r)
			q, ok := p.nameAt(start)
			if !ok || q.score < enoughInList || p.vouched[p.s[start:q.end]] > 0 || !p.free(start, q.end) {
				break
			}
			p.vouch(start, q.end, "names.list-of-people", 0.8)
			end = q.end
		}
	}
}

// maxListWalk bounds the work on a text that is one list.
const maxListWalk = 100_000

// mentions finds every place where a vouched name stands.
func (p *finder) mentions() []extract.Mention {
	names := make([]string, 0, len(p.vouched))
	for name := range p.vouched {
		names = append(names, name)
	}
	at := map[int]bool{}
	for _, m := range p.out {
		at[m.Start] = true
	}
	out := p.out
	p.occurrences(lexicon.NewSet(names), func(start, end int) {
		if at[start] || !p.free(start, end) {
			return
		}
		m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person,
			Found: extract.Found{Rule: "names.named-before", Confidence: p.vouched[p.s[start:end]] * 0.97}}
		p.post(&m)
		out = append(out, m)
	})
	return out
}

// called is what follows a surname where it stands for a person.
var called = lexicon.NewSet(strings.Fields("先生 女士 小姐 太太 总 某 某某 董 老师 教授 院士 博士 局长 处长 部长 市长 书记 主任 经理 律师 医生 老板 队长 校长 厂长 师傅 大爷 大妈 阿姨"))

// surnames finds 陆总, 贺先生, 卫某: a person of the article by surname alone, or one
// whose name is withheld.
func (p *finder) surnames() []extract.Mention {
	known := map[string]bool{}
	for name := range p.vouched {
		first, _ := take(name, 1)
		known[first] = true
	}
	var out []extract.Mention
	for i, r := range p.s {
		size := utf8.RuneLen(r)
		if r < 0x3400 || size < 0 || !nameCharacters().surname[p.s[i:i+size]] {
			continue
		}
		if m, ok := p.surnameAt(i, i+size, known[p.s[i:i+size]]); ok && p.free(m.Start, m.End) {
			out = append(out, m)
		}
	}
	return out
}

func (p *finder) surnameAt(start, end int, known bool) (extract.Mention, bool) {
	n := called.Prefix(p.s[end:min(len(p.s), end+12)])
	word := p.s[end : end+n]
	m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person, Found: extract.Found{Rule: "names.surname", Confidence: 0.75}}
	switch {
	case n == 0:
		return m, false
	case word == "某" || word == "某某":
		m.End = end + n
		m.Rule = "names.withheld"
		return m, p.withheld(start, m.End)
	case !known:
		return m, false
	}
	return m, p.headOfName(start) && !nameCharacters().weak[p.s[start:end]]
}

// headOfName tells whether a surname can begin here: not in the middle of a
// word or of another name.
func (p *finder) headOfName(start int) bool {
	r := p.runeBefore(start)
	return r == 0 || strings.ContainsRune(followers+clauseHeads+"的是为被把给", r)
}

// withheld refuses 某 before what it may mean by itself: 王某些, 李某市.
func (p *finder) withheld(start, end int) bool {
	return p.headOfName(start) && !strings.ContainsRune("些个种年月日地市省县区镇乡村公单企银", p.runeAt(end))
}
