package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// roleIn gives the last noun of the clause that stands for a speaker without a
// name, with all that describes him: 一位不愿具名的经销商.
func (f *finder) roleIn(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	head, word := lastRole(s, func(at, end int) bool {
		title := titleAt(s[at:])
		return !f.mentioned(text.Range{Start: c.Start + at, End: c.Start + end}) && !owns(s[end:]) &&
			!f.personEnds(c.Start+at) && !f.hearer(c.Start, c.Start+at) && (headRE.MatchString(s[end:]) || f.nameFollows(c, end, title))
	})
	if head < 0 {
		return candidate{}, false
	}
	end := head + len(word.word)
	if x, ok := f.delegate(c, head, word); ok {
		return x, true
	}
	if name, ok := f.nameAfterRole(c, end, word.has('t')); ok {
		return f.namedRole(c, head, end, name)
	}
	if strings.HasPrefix(s[end:], "们") {
		end += len("们") // 制药企业们
	}
	start := f.phraseStart(c, head, end)
	start += f.kindBefore(text.Range{Start: c.Start + start, End: c.Start + head})
	start += len(citedRE.FindString(s[start:head])) // 某社援引|观察家
	owned := strings.HasPrefix(s[start:head], "其")  // 其|公关负责人
	if owned {
		start += len("其")
	}
	phrase := text.Range{Start: c.Start + start, End: c.Start + end}
	if word.has('v') && start == head && word.word != "有人" && !strings.HasSuffix(s[:start], "有") || f.noSpeaker(c, phrase, c.Start+head, word) {
		return candidate{}, false
	}
	if who, ok := f.knownRole(phrase, word); ok {
		return candidate{who, 1}, true
	}
	who := speaker{at: phrase, entity: none, text: f.printed.Cut(phrase), orgEntity: none, group: word.has('g')}
	f.describe(&who, c.Start+head, word)
	f.asBefore(&who)
	if owned && who.org == "" {
		f.ofLastBody(&who)
	}
	return candidate{who, 1}, true
}

// noSpeaker tells that the phrase of clause c with its noun at head hears, asks,
// is a place or says what somebody is.
func (f *finder) noSpeaker(c, phrase text.Range, head int, word entry) bool {
	s := f.v.Cut(phrase)
	return f.hearer(c.Start, phrase.Start) || f.hearer(c.Start, head) || reporter(s) || sameBodyRE.MatchString(s) || adjunctHeadRE.MatchString(s) ||
		!word.has('t') && isRE.MatchString(f.v.Text[phrase.Start:head]) || word.has('v') && f.namesPerson(phrase) || f.placed(phrase, head)
}

// knownRole gives whom a phrase stands for where the article says it.
func (f *finder) knownRole(phrase text.Range, word entry) (speaker, bool) {
	if who, ok := f.styled(phrase, word); ok {
		return who, true
	}
	if who, ok := f.sameAgain(phrase); ok {
		return who, true
	}
	if who, ok := f.kin(phrase, word); ok {
		return who, true
	}
	return f.holder(phrase, word)
}

// what kind of firm, or whose, stands before the name of one: 本地药企|某某药业
// 负责人, 我市|某某集团有关人士
var (
	kindOfFirmRE = pattern.MustCompile(`^(?:本地|当地|国内|本土|我[省市县国])\p{Han}{1,3}企(?:业)?`)
	oursRE       = pattern.MustCompile(`^(?:我[省市县区州]|本[省市])`)
)

// kindBefore gives how many bytes of a description only say what kind of firm is
// named behind them; 我市一些商家 names none.
func (f *finder) kindBefore(r text.Range) int {
	s := f.v.Cut(r)
	if n := len(kindOfFirmRE.FindString(s)); n > 0 && (named(s[n:]) || seatRE.MatchString(s[n:])) && utf8.RuneCountInString(s[n:]) >= 2 {
		return n
	}
	n := len(oursRE.FindString(s))
	if lo, hi := f.names.in(r); n > 0 && lo < hi && f.names.isBody(lo) && f.names.Mentions[lo].Start == r.Start+n {
		return n
	}
	return 0
}

// delegate reads a name that the links lack before 代表 or 委员: 某市市长某某代表.
func (f *finder) delegate(c text.Range, head int, word entry) (candidate, bool) {
	if word.word != "代表" && word.word != "委员" {
		return candidate{}, false
	}
	before := text.Range{Start: c.Start, End: c.Start + head}
	if x, ok := f.roleIn(before); ok && x.named && x.at.End == before.End {
		return x, true
	}
	return f.longName(before)
}

// longName reads a name of four or five characters, as minorities have, behind
// the role in c that ends last: 教师某某某某代表.
func (f *finder) longName(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	for _, n := range []int{4, 5} {
		at := lastRunes(s, n)
		if at <= 0 || strings.TrimFunc(s[at:], isHan) != "" || strings.ContainsAny(s[at:], notInNames) {
			continue
		}
		head, _ := lastRole(s[:at], func(_, end int) bool { return end == at })
		if head >= 0 {
			return f.namedRole(c, head, at, text.Range{Start: c.Start + at, End: c.End})
		}
	}
	return candidate{}, false
}

// what may stand between a role and its verb; a noun there makes the role a
// part of another word: 委员小组, 代表中央
var headRE = pattern.MustCompile(`^(?:$|[\s(（]|\p{Han}{2,4}地(?:$|说|表|认|称|告)|大多|大都|普遍|来电|来信|写信|拉着|握着|摇头|点头|哭|冲着|心疼|[处口在向对则也还都又就于当昨今近日曾已均同一再\d代等纷们之接受激坦深很十非告普随事私直毫不无感高兴笑自指摇用边如这更最便却仍此另补特专首继进举算谈说看面拿望满忍惊略颇发回称地坚明认连时反两因见连苦])`)

// nameFollows tells whether a name stands behind a role.
func (f *finder) nameFollows(c text.Range, end int, title bool) bool {
	_, ok := f.nameAfterRole(c, end, title)
	return ok
}

// mentioned tells whether r lies within the name of a person or a body.
func (f *finder) mentioned(r text.Range) bool {
	lo, _ := f.names.in(text.Range{Start: r.Start + 1, End: len(f.v.Text)})
	return lo > 0 && f.names.Mentions[lo-1].End >= r.End && f.names.Mentions[lo-1].Range.Contains(r)
}

// personEnds tells whether a person's name ends at offset at: what follows is
// a form of address, 某某代表.
func (f *finder) personEnds(at int) bool {
	lo, _ := f.names.in(text.Range{Start: at, End: len(f.v.Text)})
	return lo > 0 && f.names.Mentions[lo-1].End == at && f.names.isPerson(lo-1)
}

// titleAt tells whether the role noun that s starts with is a title.
func titleAt(s string) bool {
	e, ok := roleWords().at(s)
	return ok && e.has('t')
}

// lastRole finds the last role noun of s that ok admits.
func lastRole(s string, ok func(at, end int) bool) (at int, word entry) {
	at = -1
	for i := 0; i < len(s); {
		e, found := roleWords().at(s[i:])
		if found {
			if !e.has('-') && ok(i, i+len(e.word)) {
				at, word = i, e
			}
			i += len(e.word)
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return at, word
}

// firstRole finds the first role noun of s that stands for anybody.
func firstRole(s string) (at int, word entry) {
	for i := 0; i < len(s); {
		e, found := roleWords().at(s[i:])
		if found && (e.has('a') || e.has('g')) && i+len(e.word) <= 3*12 {
			return i, e
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return -1, entry{}
}

// firstTitle finds the first title of s.
func firstTitle(s string) (at int, title string) {
	for i := 0; i < len(s); {
		if e, found := roleWords().at(s[i:]); found && e.has('t') {
			return i, e.word
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return -1, ""
}

// 最终受益的将是老百姓: what he is, not who speaks
var isRE = pattern.MustCompile(`[的将会就都才便却]是`)

// 对于某企业, 在某业内: of whom it is told, not who tells
var adjunctHeadRE = pattern.MustCompile(`^(?:对于?|在|就|针对|关于|按照?|随着|除了)`)

var citedRE = pattern.MustCompile(`^.*(?:援引|引述|引用|令|使得)`)

// placed tells whether a person stands before the noun at head, which only says
// where he speaks: 贺东楼在社交|媒体
func (f *finder) placed(phrase text.Range, head int) bool {
	lo, hi := f.names.in(text.Range{Start: phrase.Start, End: head})
	return lo < hi && f.names.isPerson(hi-1) && whereRE.MatchString(f.v.Text[f.names.Mentions[hi-1].End:head])
}

var whereRE = pattern.MustCompile(`^[^的，]{0,6}(?:在|于|通过|接受|面对|会见|考察)`)

func reporter(s string) bool { return strings.Contains(s, "记者") }

// longest description that is kept whole
const maxPhrase = 34

// phraseStart gives where the description whose noun stands from head to end starts.
func (f *finder) phraseStart(c text.Range, head, end int) int {
	s := f.v.Cut(c)[:end]
	start := min(end-len(trimLead(s)), head)
	t := s[start:head]
	if utf8.RuneCountInString(t) <= maxPhrase && !strings.Contains(t, "的是") {
		return start
	}
	if all := onePersonRE.FindAllStringIndex(t, -1); all != nil {
		return start + all[len(all)-1][0]
	}
	if lo, hi := f.names.in(text.Range{Start: c.Start + start, End: c.Start + head}); lo < hi {
		return f.names.Mentions[hi-1].Start - c.Start
	}
	return head
}
