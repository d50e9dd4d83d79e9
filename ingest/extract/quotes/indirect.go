package quotes

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/store"
)

const (
	minReport     = 6 // runes; less is no report
	minBareReport = 8
	maxSentences  = 12   // a report runs on over at most so many more
	longSentence  = 1200 // bytes; a longer sentence is no speaker's
)

var (
	// 表示欢迎, 称赞: what follows the cue is its object, no report
	objectRE = pattern.MustCompile(`^(?:[了过着的为其到出过法者师道完]|欢迎|感谢|祝贺|赞赏|支持|关注|反对|谴责|满意|不满|哀悼|慰问|同意|理解|遗憾|愿意|肯定|认可|抗议|担忧|歉意|敬意|怀疑|诚挚|热烈|衷心|高度|强烈|坚决)`)
	// the speaker's voice goes on
	goesOnRE = pattern.MustCompile(`^[\s]*(?:[要让使]|必须|应当|应该|应|需要|同时，|另外，我|因此|所以|于是|下一步|接下来|通过|我|咱|希望|力争|进一步|不仅|只有|只要|如果|祝|愿|衷心|一是|二是|三是|首先|其次|另一方面|一方面|与此相比|况且|再说|第二|第三|也|并|从而|还要|还将|反之|反过来|相反|特别是|尤其|这样一来|这样，|这么一来|换言之|换句话说|也就是说|说白了|比如|打个比方|目前已|已|将|其|\p{Han}{1,2}方(?:愿|将|一直|支持|同样|高度|始终|希望|赞赏|期待|坚持|反对|也|还|坚定|视|重视|主张|致力|欢迎|珍视|感谢|坚决|呼吁|应|要|可以|都)|不过，我|但我|坚持|坚定|加快|加强|推动|推进|深化|全面|着力|切实|努力|积极|既要|更要)`)
	weRE     = pattern.MustCompile(`我们|我国|咱们|本人|(?:^|[，。、；年月日前])我[同将愿想谨对与和也还相认曾在高注希深坚很]`)
	// what a body says of times to come: 某市将……
	willRE = pattern.MustCompile(`^(?:[^，。]{1,14}(?:愿|应当|应该|必须|要[^求])|[^。]{1,36}将)`)
	// the reporter's voice comes back
	endsItRE = pattern.MustCompile(`^(?:此前|据|记者|数据|资料|与此同时|当[天日晚]|会[上后]|(?:会谈|会见|仪式|签约)[前后]|会议(?:由|指出|强调|还|要求|审议|听取)|随后|日前|近日|党的[^，]{2,5}以来|昨[日天]|今[日天]|(?:两国|双方|中[\p{Han}]两国)(?:元首|领导人|签署|还[就共签]|共同(?:出席|签署|会见|发表))|\d{4}[^年，。\d%]{2,20}(?:大会|论坛|年会|峰会|博览会|交易会|展会)[^，。]{0,24}(?:举行|举办|召开|开幕|主办)|[^，。]{1,4}方(?:谴责|对此|否认|没有|尚未|则|暂未|回应)|值得注意|事实上|实际上|[^。]{0,10}(?:一些|不少|许多|很多)(?:人|百姓|民众|居民|市民|网友|专家|国家|企业)|对此|而在|《|\d{4}年(?:新年|[初底末]|以来|\d)|\d{1,2}月\d{1,2}日|\d{1,2}日|[^，。]{0,24}(?:显示|获悉|了解到|看到|报道|指导下|带领下))`)
)

// 而在某种情况下 is the speaker's reasoning, no scene of the reporter's
var givenRE = pattern.MustCompile(`^而在[^，。]{2,20}(?:情况|背景|前提|条件|形势|压力)下`)

// what a speaker says of people in general: 消费者会……, not 居民反应热烈
var generalRE = pattern.MustCompile(`会|应该|应当|才能|可以|需要|这样|就能`)

// the reporter tells what the speaker did: 随后，她还摘了……
var didRE = pattern.MustCompile(`^(?:[^，。“]{1,8}，)?[他她](?:还|也|又|便|就|已经|已)?[^，。说表称们]{1,6}了`)

// reports tells whether cue i can open an indirect report.
func (s *scene) reports(i int) bool {
	c := s.cues[i]
	if c.next >= s.End || s.beatAt(c.next) || c.punct == 0 && s.cueSoon(i) {
		return false
	}
	switch c.punct {
	case '，', '：':
		return c.has('i') || c.has('f') || c.has('s') || c.has('w')
	case 0, '“':
		return c.has('n') || c.has('u')
	}
	return false
}

// cueSoon tells whether the next cue stands almost at once behind cue i, as its
// object's verb does: 发表声明否认，声明|表示
func (s *scene) cueSoon(i int) bool {
	return i+1 < len(s.cues) && s.cues[i+1].Start-s.cues[i].next <= len("声明中") && s.cues[i+1].punct != 0
}

func (s *scene) beatAt(i int) bool {
	k := sort.Search(len(s.beats), func(k int) bool { return s.beats[k].Start >= i })
	return k < len(s.beats) && s.beats[k].Start == i
}

// report adds what follows cue c as who's indirect words and tells where it ends.
func (f *finder) report(s *scene, c cue, who speaker) int {
	r := text.Range{Start: c.next, End: f.reportEnd(s, c)}
	n := utf8.RuneCountInString(f.v.Cut(r))
	rule, optional := reported, false
	if c.has('p') && !f.demands(s, c, who) {
		return 0
	}
	switch {
	case !who.known():
		rule, optional = reportedNone, true
	case c.has('f') || c.has('s'):
		rule, optional = reportedFrom, true
	case c.punct != '，' && c.punct != '：':
		rule, optional = reportedBare, c.word == "期望" || c.word == "希望"
		if n < minBareReport || nounRE.MatchString(f.v.Text[c.Start:r.End]) || forecastRE.MatchString(c.word) && !who.named && !foreseesRE.MatchString(who.text) || !c.has('n') && who.named || c.word == "期望" && !who.named || objectRE.MatchString(f.v.Text[c.next:r.End]) || !nextTo(f.v.Text, who, c) && !f.opensClause(s, c) {
			return 0
		}
	}
	if n < minReport {
		return 0
	}
	switch {
	case isLetter(f.v.Cut(s.region(f.v.Text, c))):
		r = f.letter(s, r)
	case rule == reported || rule == reportedBare:
		r = f.runOn(s, r, who, rule == reportedBare)
	}
	ranges := append([]text.Range{f.trimStop(r)}, f.listed(r)...)
	f.add(store.Indirect, who, rule, c.Range, ranges...).Optional = optional
	f.spoken = ranges[len(ranges)-1].End
	return r.End
}

// demands tells whether a person asks for what follows: 某某要求，……; what a body
// asks for is its decision, and 按照某某的要求 tells of none.
func (f *finder) demands(s *scene, c cue, who speaker) bool {
	lead := f.v.Cut(s.region(f.v.Text, c))
	return who.known() && !f.isBody(who) && who.at.End <= c.Start && c.Start-who.at.End < reach && trimAdverbs(f.v.Text[who.at.End:c.Start]) == "" &&
		!byOrderRE.MatchString(lead)
}

var byOrderRE = pattern.MustCompile(`(?:按照?|根据|依据|遵照|落实|贯彻|符合|满足)[^，。]*$`)

// opensClause tells whether nothing stands between a cue and the comma before
// it: 某某祝贺对方当选，表示……
func (f *finder) opensClause(s *scene, c cue) bool {
	return !forecastRE.MatchString(c.word) && trimAdverbs(f.v.Cut(f.lastClause(s.region(f.v.Text, c)))) == ""
}

// what has no speaker may be expected: 某项目动工，预计明年完工
var forecastRE = pattern.MustCompile(`^(?:预计|预测|估计)$`)

// a letter is one voice to its end: 某某在贺电中表示，……
var letterRE = pattern.MustCompile(`(?:贺电|贺信|来信|回信|复信|致信|信中|致函|复函|唁电|慰问电|电报|公开信|遗书|家书)[^，。]{0,6}(?:，[^，。]{0,6})?$`)

// 代表建议8754件, 企业希望的: the verb is a noun there
var nounRE = pattern.MustCompile(`^(?:建议|要求|提醒|担心|担忧|希望|主张)(?:\d|[的和与及书案稿中被得均已、])`)

// who without a name foresees: 业界预计将……, not 棉农预计将增产
var foreseesRE = pattern.MustCompile(`人士|界|业内|市场|机构|专家|学者|分析|券商|协会|商会|经济学家`)

// isLetter tells words that lead to what a letter says.
func isLetter(s string) bool {
	return strings.ContainsAny(s, "电信函书") && letterRE.MatchString(s)
}

// letter takes in the sentences after r up to the next quotation or cue.
func (f *finder) letter(s *scene, r text.Range) text.Range {
	for r.End < s.End && s.stopsAt(r.End) {
		next := text.Range{Start: skip(f.v.Text, r.End, s.End), End: s.stopFrom(r.End)}
		if next.Len() <= 0 || s.busy(next) || reporterBackRE.MatchString(f.v.Cut(next)) {
			break
		}
		r.End = next.End
	}
	return r
}

// what no letter says: the reporter tells of it again
var reporterBackRE = pattern.MustCompile(`^(?:据|记者|此前|同日|当[天日]|[^，。]{0,12}(?:同日|当天|此前|当日)[^，。]{0,6}(?:致|发|还|也))`)

// nextTo tells whether the speaker stands right before the cue, adverbs aside.
func nextTo(t string, who speaker, c cue) bool {
	return who.at.End <= c.Start && utf8.RuneCountInString(t[who.at.End:c.Start]) <= 6 &&
		!strings.ContainsAny(t[who.at.End:c.Start], "，的")
}

// reportEnd is the end of the sentence, or where a quotation in marks begins,
// its own attribution left out.
func (f *finder) reportEnd(s *scene, c cue) int {
	end := f.otherVoice(s, c, s.stopFrom(c.next))
	k := sort.Search(len(s.beats), func(k int) bool { return s.beats[k].Start >= c.next })
	if k == len(s.beats) || s.beats[k].Start >= end {
		return end
	}
	end = s.beats[k].Start
	if lead := s.beats[k].lead; lead != none && s.cues[lead].Start > c.next {
		from := s.cues[lead].Start
		if i := strings.LastIndex(f.v.Text[c.next:from], "，"); i >= 0 {
			return c.next + i
		}
	}
	return end
}

// otherVoice is where in the sentence up to end somebody else's report begins:
// 甲预计……，而乙则认为……
func (f *finder) otherVoice(s *scene, c cue, end int) int {
	for i := s.cueFrom(c.next); i < len(s.cues) && s.cues[i].Start < end && s.cues[i].Start < c.next+longSentence; i++ {
		if x := s.cues[i]; s.reports(i) && !x.has('p') {
			clause := f.lastClause(text.Range{Start: c.next, End: x.Start})
			if clause.Start > c.next && heToo.MatchString(f.v.Cut(clause)) {
				return clause.Start
			}
			if x.has('b') && clause.Len() == 0 {
				return clause.Start // ……，|并称……
			}
			if clause.Start > c.next && butRE.MatchString(f.v.Cut(clause)) && f.someoneIn(clause) {
				return clause.Start
			}
		}
	}
	return end
}

// someoneIn tells whether a name, or somebody without one, stands in a clause: 但早先
// 就有媒体报料称.
func (f *finder) someoneIn(c text.Range) bool {
	if f.namesAny(c) {
		return true
	}
	_, ok := f.roleIn(c)
	return ok
}

// 某某直言，……，因此他|呼吁……: a report of its own by the same speaker
var heToo = pattern.MustCompile(`^(?:因此|所以|为此|同时|并且?|对此)[他她](?:还|也|又)?$`)

var butRE = pattern.MustCompile(`^(?:而|但是?|不过)`)

// runOn takes in the sentences after r in which the speaker's voice goes on.
// One that no comma introduced takes less.
func (f *finder) runOn(s *scene, r text.Range, who speaker, bare bool) text.Range {
	for n := 0; n < maxSentences && r.End < s.End; n++ {
		next := text.Range{Start: skip(f.v.Text, r.End, s.End), End: s.stopFrom(r.End)}
		if next.Len() <= 0 || !s.stopsAt(r.End) {
			break
		}
		if s.busy(f.behindI(next, who)) {
			return f.upToQuotation(s, r, next)
		}
		t := f.v.Cut(next)
		if heSaysRE.MatchString(t) || endsItRE.MatchString(t) && !(iSeeRE.MatchString(t) && who.named && !f.isBody(who)) && !givenRE.MatchString(t) || f.tellsOf(t, who) {
			break
		}
		if !goesOnRE.MatchString(t) && !weRE.MatchString(t) && !f.speaksAgain(s, next, who) && (bare || !f.voiceKept(r, next, t, who)) {
			break
		}
		r.End = next.End
	}
	return r
}

// upToQuotation adds to a report what stands before a quotation that ends it in
// the next sentence: ……。其中……，“……”。
func (f *finder) upToQuotation(s *scene, r, next text.Range) text.Range {
	k := sort.Search(len(s.beats), func(k int) bool { return s.beats[k].Start >= next.Start })
	if k == len(s.beats) || s.beats[k].Start >= next.End || s.beats[k].lead != none || !f.endsReport(s, s.beats[k]) {
		return r
	}
	if lead := (text.Range{Start: next.Start, End: s.beats[k].Start}); !s.busy(lead) {
		r.End = lead.End
	}
	return r
}

// 被问及时，他说……: a report of its own
var heSaysRE = pattern.MustCompile(`，[他她](?:还|也|又)?(?:说|称|表示|坦言|透露|指出|认为)`)

// 我高兴地看到，……: in a report that is the speaker, no cue of another's
var iSeeRE = pattern.MustCompile(`^我[^，。市国省县区校院公]{1,8}，`)

// behindI is a sentence of a report without the clause in which a person speaks
// of himself.
func (f *finder) behindI(r text.Range, who speaker) text.Range {
	if who.named && !f.isBody(who) {
		r.Start += len(iSeeRE.FindString(f.v.Cut(text.Range{Start: r.Start, End: min(r.End, r.Start+reach)})))
	}
	return r
}

func (f *finder) namesPerson(r text.Range) bool {
	lo, hi := f.names.in(r)
	for i := lo; i < hi; i++ {
		if f.names.isPerson(i) {
			return true
		}
	}
	return false
}

var againRE = pattern.MustCompile(`^(?:[他她](?:还|也|同时|并|又|指|强|说|表|介|认|补|解|$)|该(?:负责人|人士|官员|发言人|专家|工作人员))`)

// speaksAgain tells whether the next cue behind r is who's again: what stands
// between two of his reports is his too.
func (f *finder) speaksAgain(s *scene, r text.Range, who speaker) bool {
	name := f.v.Cut(who.at)
	i := s.cueFrom(r.Start)
	for i < len(s.cues) && (s.cues[i].punct != '，' && s.cues[i].punct != '：' || !s.cues[i].has('i')) {
		i++
	}
	if i == len(s.cues) || s.cues[i].Start < r.End || s.cues[i].Start-r.End > 4*longSentence || name == "" {
		return false
	}
	lead := strings.TrimSpace(f.v.Cut(f.lastClause(s.region(f.v.Text, s.cues[i]))))
	return strings.HasPrefix(lead, name) || againRE.MatchString(lead) && !f.namesPerson(r)
}

// voiceKept tells whether a sentence behind a report with no sign of a voice is
// the speaker's still: one that says what will be or must be; and of a person
// with a name any other, until the reporter tells when, or names the speaker,
// somebody else or a firm that the report did not. Offices and associations he
// may speak of himself.
func (f *finder) voiceKept(report, next text.Range, t string, who speaker) bool {
	if !who.named && !f.oneOf(who, next) || len(t) > longSentence {
		return false
	}
	if willRE.MatchString(t) && (f.isBody(who) || !f.namesAnew(report, next, who, store.Company)) {
		return true
	}
	if word, others := roleWords().at(t); others && (!word.has('a') || !generalRE.MatchString(t)) {
		return false // 居民反应热烈。
	}
	return !who.body && (who.entity == none || f.names.isPersonEntity(who.entity)) && !f.namesAnew(report, next, who, store.Person, store.Company)
}

// 一位经销商, 某经销商
var aPersonRE = regexp.MustCompile(`^(?:\p{Han}{0,12}的)?(?:一(?:位|名|个)|某)`)

// oneOf tells that a speaker without a name is one person, some body's or counted, and
// no other such stands in the sentence behind his report: 青岚水务集团一位负责人.
func (f *finder) oneOf(who speaker, next text.Range) bool {
	if who.group || who.body || who.org == "" && !aPersonRE.MatchString(who.text) {
		return false
	}
	_, other := f.roleIn(text.Range{Start: next.Start, End: next.Start + len(firstClause(f.v.Cut(next)))})
	return !other
}

// tellsOf tells whether a sentence names the speaker himself, as the reporter does.
func (f *finder) tellsOf(t string, who speaker) bool {
	if who.body || who.entity != none && !f.names.isPersonEntity(who.entity) {
		return false
	}
	return who.named && (didRE.MatchString(t) || strings.Contains(t, who.text) || who.title != "" && strings.Contains(t, lastTitle(who.title)))
}

// lastTitle is the last of several titles: 总经理 of 党委书记、总经理.
func lastTitle(title string) string {
	if i := strings.LastIndex(title, "、"); i >= 0 {
		return title[i+len("、"):]
	}
	return title
}

// namesAnew tells whether next names somebody of these kinds whom report does not.
func (f *finder) namesAnew(report, next text.Range, who speaker, kinds ...store.EntityKind) bool {
	lo, hi := f.names.in(next)
	for i := lo; i < hi; i++ {
		e := f.names.EntityOf[i]
		if slices.Contains(kinds, f.names.Entities[e].Kind) && e != who.orgEntity && !f.names.namedIn(e, report) {
			return true
		}
	}
	return false
}

// stopsAt tells whether a sentence of the narration ends at i.
func (s *scene) stopsAt(i int) bool {
	k := sort.SearchInts(s.stops, i)
	return k < len(s.stops) && s.stops[k] == i
}

// busy tells whether r holds a quotation or a cue of its own.
func (s *scene) busy(r text.Range) bool {
	k := sort.Search(len(s.beats), func(k int) bool { return s.beats[k].End > r.Start })
	if k < len(s.beats) && s.beats[k].Start < r.End {
		return true
	}
	for i := s.cueFrom(r.Start); i < len(s.cues) && s.cues[i].Start < r.End; i++ {
		if c := s.cues[i]; (c.punct == '，' || c.punct == '：') && strings.ContainsAny(c.uses, "ifsw") && !c.has('p') {
			return true
		}
	}
	return false
}

var noteRE = pattern.MustCompile(`(?:\s*(?:[(（](?:完|记者[^)）]{0,20})[)）]|[。！？][(（](?:\p{Han}{2,4}[ 　、]?){1,3}[)）]|[【\[（(](?:责任)?(?:编辑|责编|作者|来源|编译|校对)[^】\]）)]{0,24}[】\]）)]))+$`)

// trimStop cuts the final stop and an agency's closing note off.
func (f *finder) trimStop(r text.Range) text.Range {
	t := f.v.Cut(r)
	if len(t) > reach {
		t = t[len(t)-reach:]
	}
	cut := strings.TrimRight(t, " 　")
	if note := noteRE.FindStringIndex(cut); note != nil {
		cut = cut[:note[0]]
	}
	r.End -= len(t) - len(strings.TrimRight(cut, "。，：、；, 　"))
	return r
}
