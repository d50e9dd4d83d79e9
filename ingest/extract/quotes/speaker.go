package quotes

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// candidate is a phrase in a clause that may be the speaker.
type candidate struct {
	speaker
	rank int // of two that end at one place the higher wins
}

// speakerIn looks for the speaker in the narration before a cue: in the cue's
// own clause, and where that has no subject (看到这里，激动地说) in those before it.
func (f *finder) speakerIn(r text.Range) (speaker, bool) {
	for n := 0; n < 4; n++ {
		c := f.lastClause(r)
		if !f.namesAny(c) && rumour(f.v.Cut(c)) {
			return nobody, false
		}
		if n > 0 {
			if s := f.v.Cut(c); strings.HasPrefix(s, "据") && sourceRE.MatchString(s) {
				return nobody, false
			}
			c.End = f.upToFirst(c)
		}
		if s, ok := f.subject(c); ok {
			if n > 0 {
				s = s.doubtful(0.9)
			}
			return s, true
		}
		if c.Start <= r.Start || !subjectless(f.v.Cut(c)) {
			return nobody, false
		}
		_, size := utf8.DecodeLastRuneInString(f.v.Text[:c.Start])
		r.End = c.Start - size
	}
	return nobody, false
}

// 有消息称, 另据报道: nobody speaks
var rumourRE = pattern.MustCompile(`(?:消息|报道|传言|传闻|传)$`)

// rumour tells a clause that ends in a message nobody sends; 某馆发布消息 has a sender.
func rumour(s string) bool { return rumourRE.MatchString(s) && rumourRE.MatchString(trimAdverbs(s)) }

// 据某台报道，……: the paper does not speak the clauses that follow
var sourceRE = pattern.MustCompile(`^据.*(?:报道|消息|统计|透露|介绍)$`)

func (f *finder) namesAny(r text.Range) bool {
	lo, hi := f.names.in(r)
	return lo < hi
}

// upToFirst cuts an earlier clause behind its first person or pronoun: the
// subject stands first, 他去找某某.
func (f *finder) upToFirst(c text.Range) int {
	lo, hi := f.names.in(c)
	end := c.End
	for i := lo; i < hi; i++ {
		if f.names.isPerson(i) && !f.hearer(c.Start, f.names.Mentions[i].Start) {
			end = f.names.Mentions[i].End
			break
		}
	}
	if m := pronounRE.FindStringIndex(f.v.Cut(c)); m != nil {
		end = min(end, c.Start+m[1])
	}
	return end
}

// lastClause is what stands in r behind its last comma.
func (f *finder) lastClause(r text.Range) text.Range {
	s := f.v.Cut(r)
	i := strings.LastIndexAny(s, "，,；;：:")
	if i < 0 {
		return r
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return text.Range{Start: r.Start + i + n, End: r.End}
}

// a clause that begins so has its subject further back
var subjectlessRE = pattern.MustCompile(`^\s*(?:$|[在对对就谈当并也还又再则更曾却便都于向据从以用不没毫十非深颇很感同随此近昨今忍激兴自高笑哭叹含动语接面告坦一边最其\d]|日前|地$|.{0,6}地$)`)

func subjectless(s string) bool { return subjectlessRE.MatchString(s) }

// 某某在会见外宾时说: whom the adjunct names does not speak
var adjunctRE = pattern.MustCompile(`^(.*?[^现正存所实潜内外旨好志贵不自])(?:在|同|与|会见|考察|回忆|谈到|谈及|提到|解读|介绍|回答|回应|接受|出席|参加|视察|调研)[^，]*(?:时|后|中|上|里|期间|之际|之间|前|会|现场|仪式|活动)(?:\p{Han}{0,6})$`)

// subject finds the speaker in one clause, first before an adjunct that the
// clause may have.
func (f *finder) subject(c text.Range) (speaker, bool) {
	if x, ok := f.beforeAdjunct(c); ok {
		return x, true
	}
	if m := adjunctRE.FindStringSubmatchIndex(f.v.Cut(c)); m != nil {
		if s, ok := f.subjectOf(text.Range{Start: c.Start, End: c.Start + m[3]}); ok {
			return s, true
		}
	}
	if m := about(f.v.Cut(c)); m != nil {
		if s, ok := f.subjectOf(text.Range{Start: c.Start, End: c.Start + m[3]}); ok && s.at.End == c.Start+m[3] && !f.isBody(s) {
			return s, true
		}
	}
	return f.subjectOf(c)
}

// restRE is what an adjunct leaves of the clause behind a name.
var restRE = regexp.MustCompile(`^(?:在|同|与|会见|考察|回忆|谈到|谈及|提到|解读|介绍|回答|回应|接受|出席|参加|视察|调研)[^，]*(?:时|后|中|上|里|期间|之际|之间|前|会|现场|仪式|活动)\p{Han}{0,6}$`)

// beforeAdjunct gives the first person of a clause behind whom nothing but an
// adjunct stands: 外交与合作部长某某|在议院接受问询时.
func (f *finder) beforeAdjunct(c text.Range) (speaker, bool) {
	lo, hi := f.names.in(c)
	for i := lo; i < hi; i++ {
		m := f.names.Mentions[i]
		if f.names.isPerson(i) && restRE.MatchString(f.v.Text[m.End:c.End]) && !f.hearer(c.Start, m.Start) && !f.writer(c.Start, m.Start) {
			x, ok := f.personIn(text.Range{Start: c.Start, End: m.End})
			return x.speaker, ok
		}
	}
	return nobody, false
}

// 某某对于公司的成本高于同行: of whom or what he speaks comes behind him
var aboutRE = pattern.MustCompile(`^(.{2,}?)(?:对于|针对|就|对|给)[^，]{4,}$`)

// about divides such a clause; most hold none of its words.
func about(s string) []int {
	if !strings.Contains(s, "对") && !strings.Contains(s, "就") && !strings.Contains(s, "给") {
		return nil
	}
	return aboutRE.FindStringSubmatchIndex(s)
}

// subjectOf finds the person, role, pronoun or body that ends last, hearers
// and possessors aside.
func (f *finder) subjectOf(c text.Range) (speaker, bool) {
	if c.Len() == 0 {
		return nobody, false
	}
	best := candidate{speaker: nobody, rank: -1}
	for _, find := range []func(text.Range) (candidate, bool){f.personIn, f.roleIn, f.surnameIn, f.pronounIn, f.nicknamed, f.nameBehindDe} {
		if x, ok := find(c); ok && (x.at.End > best.at.End || x.at.End == best.at.End && x.rank > best.rank) {
			best = x
		}
	}
	if best.known() {
		return best.speaker, true
	}
	if x, ok := f.bodyIn(c); ok {
		return x.speaker, true
	}
	if s, ok := f.unknownName(c); ok {
		return s, true
	}
	return f.bodyAsPrinted(c)
}

// personIn gives the last person of the clause who is no hearer and owns
// nothing that follows: 甲的经纪人 is not 甲.
func (f *finder) personIn(c text.Range) (candidate, bool) {
	lo, hi := f.names.in(c)
	for i := hi - 1; i >= lo; i-- {
		m := f.names.Mentions[i]
		start := m.Start
		for _, r := range []text.Range{m.Title, m.Employer} {
			if r.Len() > 0 && r.Start >= c.Start && r.End <= start+1 {
				start = r.Start
			}
		}
		if !f.names.isPerson(i) || f.hearer(c.Start, start) || toHearerRE.MatchString(f.v.Cut(m.Range)) || f.writer(c.Start, m.Start) || owns(f.v.Text[m.End:c.End]) {
			continue
		}
		if f.toldFar(text.Range{Start: c.Start, End: start}) {
			continue
		}
		who := f.withTitle(f.names.person(i), c)
		if first := f.firstOfJoint(i, lo); first < i {
			other := who
			who = f.withTitle(f.names.person(first), c)
			who.at.End = m.End
			who = who.together(other)
		}
		return candidate{who, 2}, true
	}
	return candidate{}, false
}

// toldFarRE ends before whom something is told, with what describes him between:
// 对青岚实业的元老之一|某某说
var toldFarRE = regexp.MustCompile(`^对[^此于，。]{2,24}(?:之一|的)$`)

var withoutMarks = strings.NewReplacer("“", "", "”", "")

// toldFar tells whether the clause up to a person names him as who is spoken to,
// where another person stands before the clause.
func (f *finder) toldFar(before text.Range) bool {
	s, ok := f.v.SentenceAt(before.Start)
	if !ok || !toldFarRE.MatchString(withoutMarks.Replace(f.v.Cut(before))) {
		return false
	}
	return !f.namesPerson(before) && f.namesPerson(text.Range{Start: s.Start, End: before.Start})
}

// firstOfJoint gives the first of several people who speak as one, of whom
// mention i is the last: 甲、|乙指出.
func (f *finder) firstOfJoint(i, lo int) int {
	for i > lo && f.names.acts(i-1) {
		a, b := f.names.Mentions[i-1], f.names.Mentions[i]
		if joint := f.v.Text[a.End:b.Start]; joint != "、" && joint != "和" {
			break
		}
		i--
	}
	return i
}

var (
	hearerEnd   = pattern.MustCompile(`(?:对|向|给|跟|被|由|为|请|让|受|陪|替|对着|采访|针对|关于|谈到|谈起|说起|提到|提起|回忆起|忆起|想起|怀念|看到|得知|听取|会见|陪同|等待)$`)
	reporterEnd = pattern.MustCompile(`(?:记者|通讯员|编辑|实习生)[\s:：]*(?:\p{Han}{2,3}[\s、]+)*$`)
	ownsStart   = pattern.MustCompile(`^(?:方面|团队|一方|方|父亲|母亲|妻子|丈夫|儿子|女儿|家人|家属|的[^，]{0,12}?(?:经纪人|律师|妻子|丈夫|父亲|母亲|儿子|女儿|助理|秘书|同事|朋友|家人|家属|邻居|团队|发言人|代表|老师|同学|学生|弟子|粉丝|代理人))`)
)

// hearer tells whether what starts at is spoken to or of.
func (f *finder) hearer(from, at int) bool { return hearerEnd.MatchString(f.v.Text[from:at]) }

// writer tells whether the person who is named at offset at reports the news.
func (f *finder) writer(from, at int) bool { return reporterEnd.MatchString(f.v.Text[from:at]) }

func owns(s string) bool { return ownsStart.MatchString(s) }

// described tells that what follows s is introduced: 家住青岚的|王先生.
func described(s string) bool {
	return strings.HasSuffix(s, "的") || strings.HasSuffix(s, "市民") || strings.HasSuffix(s, "居民")
}

var kinRE = regexp.MustCompile(`(?:先生|女士|小姐|太太|老太太|师傅|大爷|大妈|大姐|大哥|大叔|大婶|大娘|阿姨|奶奶|爷爷|老汉|老伯|老人|老师|医生|同学|某某|某)`)

// surnameIn reads a surname with a form of address: 王先生, 华某. Where the
// article has one person of that name it means him.
func (f *finder) surnameIn(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	all := kinRE.FindAllStringIndex(s, -1)
	for k := len(all) - 1; k >= 0; k-- {
		at := all[k][0]
		_, one := utf8.DecodeLastRuneInString(s[:at])
		start := at - one
		if one == 0 || s[start:at] == "位" || !isSurname(s[start:at]) || f.personEnds(c.Start+at) {
			continue // 首席执行官柏明|先生
		}
		if _, two := utf8.DecodeLastRuneInString(s[:start]); two > 0 && isSurname(s[start-two:at]) {
			start -= two
		}
		r := text.Range{Start: c.Start + start, End: c.Start + all[k][1]}
		if f.hearer(c.Start, r.Start) || owns(s[all[k][1]:]) {
			continue
		}
		if e := f.names.personBySurname(f.printed.Text[r.Start : c.Start+at]); e != none && !(described(s[:start]) && f.names.firstAt(e) > r.Start) {
			return candidate{f.names.entityAs(e, r).doubtful(0.9), 3}, true
		}
		return candidate{speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none}, 3}, true
	}
	return candidate{}, false
}
