package quotes

import (
	"strings"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/store"
)

// body reads a paragraph of running text.
func (f *finder) body(i int) {
	f.index = i
	s := f.scene(f.v.Paragraphs[i].Range)
	f.pairs = s.pairs
	f.decide(s)
	before := f.last
	f.goOn(s)
	f.listen(s)
	f.attribute(s, before)
	f.announce(s)
}

// listen goes through the cues in order, resolves who speaks at those that
// attribute a quotation or open an indirect report, and adds the reports.
func (f *finder) listen(s *scene) {
	used := s.used()
	reportEnd := 0
	for i, c := range s.cues {
		reports := s.reports(i)
		if c.Start < reportEnd || !used[i] && !reports {
			continue
		}
		who, ok := f.speakerAt(s, c)
		s.said[i] = voice{who, ok}
		if ok && who.known() {
			f.spoke(who)
		}
		if reports && ok {
			reportEnd = f.report(s, c, who)
		}
	}
}

// spoke remembers who spoke last.
func (f *finder) spoke(who speaker) {
	who.rivals = nil // what was in doubt once is not carried on
	f.last, f.lastIn = who, f.index
}

// used marks the cues that stand before or behind a quotation.
func (s *scene) used() []bool {
	out := make([]bool, len(s.cues))
	for _, b := range s.beats {
		if b.lead != none {
			out[b.lead] = true
		}
		if b.tail != none {
			out[b.tail] = true
		}
	}
	return out
}

// speakerAt gives the speaker at a cue.
func (f *finder) speakerAt(s *scene, c cue) (speaker, bool) {
	r := s.region(f.v.Text, c)
	if who, ok := f.goesOnToSay(r, c); ok {
		return who, true
	}
	if c.has('f') || c.has('s') {
		return f.sourceIn(r, c)
	}
	if c.has('w') {
		clause := f.lastClause(r)
		t := strings.TrimLeft(f.v.Cut(clause), " 　而但")
		if !strings.HasPrefix(t, "在") {
			return nobody, false
		}
		r.Start = clause.End - len(t) + len("在")
	}
	if strings.HasPrefix(c.word, "的话") {
		r.Start = f.behindUse(r)
	}
	if lead := strings.TrimSpace(f.v.Cut(f.lastClause(r))); lead == "据" {
		return nobody, c.word == "介绍"
	}
	return f.speakerIn(r)
}

// 用某某|的话说, 借用某某的话形容; in 用友网络表示 it is a part of the name
var useRE = pattern.MustCompile(`^[\s　而但]*(?:借|套|引|沿)?用`)

// behindUse gives where the clause before 的话说 begins, without the verb that it
// is the object of.
func (f *finder) behindUse(r text.Range) int {
	clause := f.lastClause(r)
	if n := len(useRE.FindString(f.v.Cut(clause))); n > 0 {
		return clause.Start + n
	}
	return r.Start
}

// 某局表示，……。并|指出，……: the sentence has no subject, the speaker of the one
// before goes on
var goesOnToSayRE = pattern.MustCompile(`^[\s　，]*(?:并且?|还|同时还?|同时也)[\s　]*$`)

// goesOnToSay gives who spoke in the sentence before one that has no subject.
func (f *finder) goesOnToSay(r text.Range, c cue) (speaker, bool) {
	lead := f.v.Text[r.Start:c.Start]
	if c.has('b') && strings.Trim(lead, "，。 　") == "" {
		return f.stillSpeaking()
	}
	if !f.last.known() || f.lastIn != f.index || r.Start-f.spoken > len("。”") || r.Start < f.spoken || !goesOnToSayRE.MatchString(lead) {
		return nobody, false
	}
	return f.stillSpeaking()
}

// stillSpeaking gives who spoke last in the paragraph: “……”，并称“……”。
func (f *finder) stillSpeaking() (speaker, bool) {
	who := f.last
	who.at = text.Range{}
	return who, who.known() && f.lastIn == f.index
}

// what may stand between a body and 获悉: 从某局官网, 某公司方面
var sourceTailRE = pattern.MustCompile(`^(?:[(（][^)）]{0,30}[)）])?[^的和与，]{0,8}$`)

// sourceIn gives the body or the people a reporter has something from:
// 记者从某局获悉, 据某机构统计.
func (f *finder) sourceIn(r text.Range, c cue) (speaker, bool) {
	clause := f.lastClause(r)
	s := f.v.Cut(clause)
	at := max(strings.LastIndex(s, "从"), strings.LastIndex(s, "据"))
	if at < 0 {
		return nobody, false
	}
	clause.Start += at + len("从")
	if x, ok := f.roleIn(clause); ok {
		return x.speaker, true
	}
	if body := f.bodyBefore(clause.Start, clause.End); body != none && sourceTailRE.MatchString(f.v.Text[f.names.Mentions[body].End:clause.End]) {
		return f.names.entityAs(f.names.EntityOf[body], f.names.Mentions[body].Range), true
	}
	return nobody, false
}

// a paragraph that asks for something goes on with what was asked for before
var demandRE = pattern.MustCompile(`^[\s　]*(?:要[^求说知闻看是数]|还要|同时，?要|必须)`)

// goOn takes a paragraph that begins with 要 for the words of the person whose
// report the paragraph before ends with.
func (f *finder) goOn(s *scene) {
	if f.index == 0 || f.lastIn != f.index-1 || !f.last.named || f.isBody(f.last) || f.v.Paragraphs[f.index-1].End-f.spoken > len("。\"") || len(f.quotes) == 0 || !demandRE.MatchString(f.v.Cut(s.Range)[:min(reach, s.Len())]) {
		return
	}
	r := text.Range{Start: skip(f.v.Text, s.Start, s.End), End: s.stopFrom(s.Start)}
	if q := f.quotes[len(f.quotes)-1]; q.Kind != store.Indirect || s.busy(r) {
		return
	}
	r = f.trimStop(f.runOn(s, r, f.last, false))
	who := f.last
	who.at = text.Range{}
	f.add(store.Indirect, who, reportedOver, text.Range{}, r)
	f.spoken, f.lastIn = r.End, f.index
}
