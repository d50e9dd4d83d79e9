package quotes

import (
	"regexp"
	"strings"
	"unicode/utf8"

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
	start := f.phraseStart(c, head, end)
	phrase := text.Range{Start: c.Start + start, End: c.Start + end}
	if f.hearer(c.Start, phrase.Start) || f.hearer(c.Start, c.Start+head) || reporter(s[start:end]) || word.has('v') && start == head && word.word != "有人" {
		return candidate{}, false
	}
	if who, ok := f.styled(phrase, word); ok {
		return candidate{who, 1}, true
	}
	if who, ok := f.sameAgain(phrase); ok {
		return candidate{who, 1}, true
	}
	if who, ok := f.holder(phrase, word); ok {
		return candidate{who, 1}, true
	}
	who := speaker{at: phrase, entity: none, text: f.printed.Cut(phrase), orgEntity: none, group: word.has('g')}
	f.describe(&who, c.Start+head, word)
	return candidate{who, 1}, true
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
var headRE = regexp.MustCompile(`^(?:$|[\s(（]|[处口在向对则也还都又就于当昨今近日曾已均同一再\d代等纷们之接受激坦深很十非告普随事私直毫不无感高兴笑自指摇用边如这更最便却仍此另补特专首继进举算谈说看面拿望满忍惊略颇发回称地坚明认连时反两])`)

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
	e, ok := roleWords.at(s)
	return ok && e.has('t')
}

// lastRole finds the last role noun of s that ok admits.
func lastRole(s string, ok func(at, end int) bool) (at int, word entry) {
	at = -1
	for i := 0; i < len(s); {
		e, found := roleWords.at(s[i:])
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
		e, found := roleWords.at(s[i:])
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
		if e, found := roleWords.at(s[i:]); found && e.has('t') {
			return i, e.word
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return -1, ""
}

func reporter(s string) bool { return strings.Contains(s, "记者") }

var (
	// what may stand before a description and is no part of it
	leadRE      = regexp.MustCompile(`^(?:[\s、）)]|而|但是|但|虽然|尽管|虽|不过|然而|对此|根据|另据|据|来自|另有|此外|同时|其中|随后|此前|日前|近日|昨日|昨天|今天|今日|当天|当日|当时|彼时|目前|近期|最近|连日来|后来|还|也|这(?:也|就|正)?是|正如|正像|就连|连|甚至有?|更有|包括|于是|因此|所以|其实|事实上|\d{4}年|\d{1,2}月|\d{1,2}日|上午|下午|晚间|[上下本]周[一二三四五六日末]?|有记者|记者)`)
	haveRE      = regexp.MustCompile(`^[也还仍更另又却就]?然?有[^关限些人的]`)
	atRE        = regexp.MustCompile(`^(?:在|当|谈到|谈及|谈起|说起|提起|看到|面对|针对|对于)[^的，]{1,20}?(?:上|中|时|后|里|前|期间|现场|之际|问题)`)
	onePersonRE = regexp.MustCompile(`(?:一|多|几|数|两|有)(?:位|名|个|家|些)|某`)
)

// trimLead cuts conjunctions, dates and adjuncts off the front.
func trimLead(s string) string {
	for {
		t := s
		if m := leadRE.FindString(s); m != "" {
			t = s[len(m):]
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

var sameRE = regexp.MustCompile(`^(?:该名?|这位|这名|那位)`)

// sameAgain reads 该负责人, 这位经销商 as who spoke last.
func (f *finder) sameAgain(phrase text.Range) (speaker, bool) {
	s := f.v.Cut(phrase)
	m := sameRE.FindString(s)
	if m == "" || !f.last.known() {
		return nobody, false
	}
	if e, ok := roleWords.at(s[len(m):]); !ok || len(e.word) != len(s)-len(m) {
		return nobody, false
	}
	who := f.last
	who.at = phrase
	return who.doubtful(0.9), true
}

// holder reads a bare title, or one behind a surname, as the person of the
// article who holds it: 总书记, 某主席.
func (f *finder) holder(phrase text.Range, word entry) (speaker, bool) {
	s := f.v.Cut(phrase)
	before := strings.TrimSuffix(s, word.word)
	if !styleRE.MatchString(word.word) || before != "" && !isSurname(before) {
		return nobody, false
	}
	e := f.names.holderOf(phrase.Start, before, word.word)
	if e == none && before != "" {
		e = f.names.personBySurname(f.printed.Text[phrase.Start : phrase.Start+len(before)])
	}
	if e == none {
		return nobody, false
	}
	return f.names.entityAs(e, phrase).doubtful(0.9), true
}

var titleLeadRE = regexp.MustCompile(`^(?:[(（][^)）]*[)）]|的|一位|一名|一个|某位?|多位|几位|多名|几名|这位|该|、|\s)+`)

// what goes with a title: 常务副市长
var rankRE = regexp.MustCompile(`(?:副|总|首席|高级|资深|相关|有关|主要|常务|执行|联席|名誉|代理|前|原)+$`)

// 曾经在某公司工作过的人士: where he was, not where he is
var someRE = regexp.MustCompile(`(?:某|[一几多两数]家|一个|一些|有的)[^的]{0,8}$`)

var formerRE = regexp.MustCompile(`曾|离职|前任|退休`)

// describe fills in the title and the body of somebody without a name.
func (f *finder) describe(who *speaker, head int, word entry) {
	body := f.bodyBefore(who.at.Start, head)
	if formerRE.MatchString(f.v.Text[who.at.Start:head]) {
		body = none // 曾在某公司工作的人士
	} else if body != none && someRE.MatchString(f.v.Text[who.at.Start:f.names.Mentions[body].Start]) {
		body = none // 某某公司负责人
	} else if body != none {
		e := f.names.EntityOf[body]
		who.orgEntity, who.org = e, f.names.Entities[e].Name
	} else if org, ok := f.bodyPrinted(text.Range{Start: who.at.Start, End: head}); ok && (word.has('t') || !seatRE.MatchString(f.v.Cut(org))) {
		who.org, who.orgEntity = f.names.fullest(f.printed.Cut(org))
	} else if m := firmRE.FindString(f.v.Text[who.at.Start:head]); m != "" {
		if e := f.names.companyBefore(max(0, head-3*reach), who.at.Start); e != none {
			who.orgEntity, who.org = e, f.names.Entities[e].Name
		}
	}
	if !word.has('t') {
		return
	}
	from := head
	if body != none {
		from = f.names.Mentions[body].End
	} else {
		from -= len(rankRE.FindString(f.v.Text[who.at.Start:head]))
	}
	end := head + len(word.word)
	from += len(titleLeadRE.FindString(f.v.Text[from:end]))
	for _, cut := range []string{"的", "）", ")"} {
		if i := strings.LastIndex(f.v.Text[from:end], cut); i >= 0 {
			from += i + len(cut)
		}
	}
	who.title = f.printed.Text[from:end]
}

// bodyBefore gives the last firm or organisation named between from and to.
func (f *finder) bodyBefore(from, to int) int {
	lo, hi := f.names.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		if f.names.isBody(i) {
			return i
		}
	}
	return none
}
