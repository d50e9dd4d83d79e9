package quotes

import (
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// attribute gives every quotation of the scene its speaker and adds it. before
// is who spoke last before this paragraph.
func (f *finder) attribute(s *scene, before speaker) {
	found := make([]attribution, len(s.beats))
	for k := range s.beats {
		found[k] = f.attribution(s, k)
	}
	for k := 1; k < len(s.beats); k++ {
		switch prev := found[k-1]; {
		case found[k].ok || !prev.ok:
		case s.beside(f.v.Text, k-1):
			found[k] = attribution{who: prev.who, cue: none, rule: nothingSaid, ok: true}
		case !prev.leads && prev.rule != nothingSaid && s.oneClause(k-1):
			found[k] = prev
			found[k].leads = true
		}
	}
	for k := len(s.beats) - 2; k >= 0; k-- {
		if !found[k].ok && s.touch(f.v.Text, k) && found[k+1].ok && !found[k+1].leads {
			found[k] = attribution{who: found[k+1].who, cue: none, rule: nothingSaid, ok: true}
		}
	}
	for k := range s.beats {
		if !found[k].ok {
			found[k] = f.inherited(s, k, before)
		}
	}
	f.emit(s, found)
}

// attribution says who said a quotation and how that was found.
type attribution struct {
	who   speaker
	cue   int // into scene.cues, or none
	words text.Range
	rule  rule
	leads bool // the cue stands before the quotation
	ok    bool
}

// continues tells whether a is the second part of what b begins: one cue
// between two quotations attributes both.
func (a attribution) continues(b attribution) bool {
	return a.ok && a.leads && !b.leads && a.words == b.words && a.who.at == b.who.at && (a.cue != none || a.rule == b.rule)
}

// attribution reads the cue before or behind beat k, or the person behind it.
func (f *finder) attribution(s *scene, k int) attribution {
	b := s.beats[k]
	if b.lead != none && s.said[b.lead].ok && s.said[b.lead].known() {
		c := s.cues[b.lead]
		a := attribution{who: s.said[b.lead].speaker, cue: b.lead, words: c.Range, rule: saidBefore, leads: true, ok: true}
		switch {
		case c.word == "":
			a.rule, a.words = colonOnly, f.phraseCue(a.who.at.End, c.Start)
		case c.punct == '“' && !b.sentenceLike():
			a.rule = saidPartly
		}
		return a
	}
	if b.tail != none && s.said[b.tail].ok && s.said[b.tail].known() {
		c := s.cues[b.tail]
		a := attribution{who: s.said[b.tail].speaker, cue: b.tail, words: c.Range, rule: saidAfter, ok: true}
		if c.word == "" {
			a.words = f.phraseCue(a.who.at.End, c.Start)
		}
		return a
	}
	if a := f.withReport(s, b); a.ok {
		return a
	}
	if a := f.voiceBehind(s, b); a.ok {
		return a
	}
	return f.asPrinted(s, b)
}

// nearCue gives the cue before or behind a quotation, or none.
func (s *scene) nearCue(b beat) int {
	if b.lead != none {
		return b.lead
	}
	return b.tail
}

// words of the reporter's own that are no speaker
var notASpeakerRE = pattern.MustCompile(`记者|笔者|报告|公告|文章|会议|通知|声明|报道|消息|数据|标语|横幅|规定|条例|办法|意见|文件|法律|歌词|古语|俗话|谚语|俗语|名言|诗句|[《》“”「」！？]`)

// a clause that is no speaker: it goes on, or leads to words nobody says
var noSubjectRE = pattern.MustCompile(`^(?:让|令|使|诸如|例如|比如|譬如|正如|原文|前提|前言|开头|结尾|其中)|[着了是不能都曾即被把]|(?:的|下|上|每一|会|可以|明确|时|如下|以下)$`)

// asPrinted takes the words before the cue for the speaker, where nothing in
// them is known.
func (f *finder) asPrinted(s *scene, b beat) attribution {
	i := s.nearCue(b)
	if i == none || !b.sentenceLike() || !s.cues[i].has('d') {
		return attribution{}
	}
	clause := f.lastClause(s.region(f.v.Text, s.cues[i]))
	t := trimAdverbs(trimLead(f.v.Cut(clause)))
	if n := utf8.RuneCountInString(t); n < 2 || n > 24 || notASpeakerRE.MatchString(t) || pronounRE.MatchString(t) || subjectless(t) || noSubjectRE.MatchString(t) {
		return attribution{}
	}
	at := clause.Start + strings.Index(f.v.Cut(clause), t)
	r := text.Range{Start: at, End: at + len(t)}
	who := speaker{at: r, entity: none, text: f.printed.Cut(r), named: personName(t) || foreignName(t), orgEntity: none}
	return attribution{who: who, cue: i, words: s.cues[i].Range, rule: printedOnly, leads: b.lead != none, ok: true}
}

// oneClause tells whether no stop stands between beats k and k+1 and a comma or
// colon before the second.
func (s *scene) oneClause(k int) bool {
	return s.stopFrom(s.beats[k].End) > s.beats[k+1].Start && (s.beats[k+1].before == '，' || s.beats[k+1].before == '：')
}

// touch tells whether nothing stands between beats k and k+1.
func (s *scene) touch(t string, k int) bool {
	return skip(t, s.beats[k].End, s.End) == s.beats[k+1].Start
}

// beside tells whether nothing but commas stands between beats k and k+1: “……”，“……”。
func (s *scene) beside(t string, k int) bool {
	a, b := s.beats[k].End, s.beats[k+1].Start
	return b-a <= 2*len("，") && strings.Trim(t[a:b], "，、 　") == ""
}

// inherited finds the speaker of a quotation that nothing attributes: who
// spoke or acted last.
func (f *finder) inherited(s *scene, k int, before speaker) attribution {
	b := s.beats[k]
	if exampleRE.MatchString(f.v.Text[b.End:min(s.End, b.End+reach)]) {
		return attribution{}
	}
	if k == 0 && b.before == '^' && f.carried != nil {
		return attribution{who: f.carried.who, cue: none, words: f.carried.words, rule: carriedOver, ok: f.carried.who.known()}
	}
	if !b.stop || b.before == 0 {
		return attribution{}
	}
	whole := b.before == '^' && b.after == '$'
	who := nobody
	if whole && f.lastIn == f.index-1 {
		who = before
	}
	if i := s.saidBefore(b.Start); i != none {
		who = s.said[i].speaker
	}
	if !whole && (b.before == '。' || b.before == '，' && (!who.known() || f.saidEarlier(s, b))) {
		if x, ok := f.subjectBefore(s, b); ok {
			who = x
		}
	}
	if !who.known() && b.before == '，' {
		who = f.bodyAhead(s, b)
	}
	if !who.known() && !f.isBody(before) && b.runes >= 20 && f.lastIn >= f.index-1 && (b.before == '。' || b.before == '^' && b.after == 0) {
		who = before
	}
	switch {
	case who.known():
		who.at = text.Range{}
		who = f.passedOver(s, b, who, before)
		return attribution{who: who, cue: none, rule: lastSubject, ok: true}
	case whole && b.runes >= 20, b.before == '。' && b.after == '$' && b.runes >= 30, b.before == '。' && f.firstPersonTold(b), f.saidBySomebody(s, b):
		return attribution{who: nobody, cue: none, rule: noSpeaker, ok: true}
	}
	return attribution{}
}

// “……。”类似的话语每天传递着: said by many, or none of those named
var exampleRE = pattern.MustCompile(`^[\s　]*(?:类似的?|这样的|这句|这番|这些|诸如此类的?)(?:话|声音|对话|呼声|疑问|标语|口号)`)

// passedOver adds to who inherits a quotation those who might have: the one who
// spoke before in the paragraph or the one before it, and the subject of the
// sentence before.
func (f *finder) passedOver(s *scene, b beat, who, before speaker) speaker {
	who.rivals = nil
	x, acts := f.subjectBefore(s, b)
	if acts && x.same(who) && f.tells(x, b) {
		return who
	}
	if i := s.saidBefore(b.Start); i != none {
		who = who.against(s.said[i].speaker, spokeLast)
	} else if f.lastIn >= f.index-1 {
		who = who.against(before, spokeLast)
	}
	if acts {
		who = who.against(x, actedBefore)
	}
	return who
}

// tellsRE finds what is done with words and is no cue: 解释改革的目的，“……”
var tellsRE = pattern.MustCompile(`提到|提及|解释|否认|谈到|谈及|介绍|表达|列举|形容|道出`)

// tells tells that the sentence before a quotation is about what its subject says,
// and to nobody that it names: 贺东楼否认了传言，“……”
func (f *finder) tells(who speaker, b beat) bool {
	r := text.Range{Start: who.at.End, End: b.Start}
	return b.before == '，' && r.Len() > 0 && r.Len() < reach && !f.namesPerson(r) && tellsRE.MatchString(f.v.Cut(r))
}

// bodyAhead gives the body that the sentence before a quotation starts with:
// 某公司宣布退出，“……”
func (f *finder) bodyAhead(s *scene, b beat) speaker {
	from := s.Start
	if k := sort.SearchInts(s.stops, b.Start+1); k > 0 {
		from = s.stops[k-1]
	}
	lo, hi := f.names.in(text.Range{Start: from, End: b.Start})
	if lo == hi || f.names.isPerson(lo) {
		return nobody
	}
	before := f.v.Text[skip(f.v.Text, from, b.Start):f.names.Mentions[lo].Start]
	if len(before) > len("日前，") && (!strings.HasSuffix(before, "的") || strings.ContainsAny(before, "，；：“")) {
		return nobody // 位于某地的某集团……
	}
	return f.names.entityAs(f.names.EntityOf[lo], f.names.Mentions[lo].Range).doubtful(0.8)
}

// firstPersonTold tells a quotation that speaks as 我 and is long enough for one.
func (f *finder) firstPersonTold(b beat) bool {
	return b.stop && b.runes >= 16 && strings.Contains(f.v.Cut(b.Inner), "我")
}

// saidBySomebody tells a quotation with a cue whose speaker is not known but
// is one: no book, no banner.
func (f *finder) saidBySomebody(s *scene, b beat) bool {
	i := s.nearCue(b)
	return i != none && b.runes >= 8 && !notASpeakerRE.MatchString(f.v.Cut(f.lastClause(s.region(f.v.Text, s.cues[i]))))
}

// saidBefore gives the last cue before offset at whose speaker is known.
func (s *scene) saidBefore(at int) int {
	if s.spoken == nil {
		s.spoken = make([]int, len(s.cues)+1)
		s.spoken[0] = none
		for i, v := range s.said {
			s.spoken[i+1] = s.spoken[i]
			if v.ok && v.known() {
				s.spoken[i+1] = i
			}
		}
	}
	return s.spoken[s.cueFrom(at)]
}

// subjectBefore gives the first person of the sentence before a quotation.
func (f *finder) subjectBefore(s *scene, b beat) (speaker, bool) {
	at := b.Start
	for at > s.Start && strings.ContainsRune(" 　", rune(f.v.Text[at-1])) {
		at--
	}
	prev, ok := f.v.SentenceAt(at - 1)
	if !ok {
		return nobody, false
	}
	lo, hi := f.names.in(prev)
	for i := lo; i < hi; i++ {
		if f.names.acts(i) && !f.hearer(prev.Start, f.names.Mentions[i].Start) && !owns(f.v.Text[f.names.Mentions[i].End:prev.End]) {
			return f.names.person(i), true
		}
	}
	if x, ok := f.styledHead(prev); ok {
		return x, true
	}
	return f.someoneAtHead(prev)
}

// saidEarlier tells whether who spoke last before a quotation did so in another
// sentence.
func (f *finder) saidEarlier(s *scene, b beat) bool {
	i, from := s.saidBefore(b.Start), s.Start
	if k := sort.SearchInts(s.stops, b.Start+1); k > 0 {
		from = s.stops[k-1]
	}
	return i == none || s.cues[i].Start < from
}

// someoneAtHead gives somebody without a name with whom a sentence begins: 一位市民
// 流下眼泪，“……。”
func (f *finder) someoneAtHead(r text.Range) (speaker, bool) {
	first := text.Range{Start: r.Start, End: r.Start + len(firstClause(f.v.Text[r.Start:min(r.End, r.Start+reach)]))}
	if !onePersonRE.MatchString(firstRunes(f.v.Cut(first), 3)) {
		return nobody, false
	}
	x, ok := f.roleIn(first)
	return x.speaker, ok && x.at.Start == first.Start && !x.named
}

// styledHead gives somebody by surname and form of address with whom a sentence
// begins: 胡先生早就看好水价，“……。”
func (f *finder) styledHead(r text.Range) (speaker, bool) {
	r.End = r.Start + len(firstClause(f.v.Text[r.Start:min(r.End, r.Start+reach)]))
	x, ok := f.surnameIn(r)
	return x.speaker, ok && strings.TrimSpace(f.v.Text[r.Start:x.at.Start]) == ""
}
