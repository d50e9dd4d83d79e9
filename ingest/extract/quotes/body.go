package quotes

import (
	"regexp"
	"strings"

	"zhiku/ingest/text"
)

// body reads a paragraph of running text.
func (f *finder) body(i int) {
	f.index = i
	s := f.scene(f.v.Paragraphs[i].Range)
	f.pairs = s.pairs
	f.decide(s)
	before := f.last
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
func (f *finder) spoke(who speaker) { f.last, f.lastIn = who, f.index }

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
	if c.has('f') || c.has('s') {
		return f.sourceIn(r, c)
	}
	if c.has('w') && !strings.HasPrefix(strings.TrimSpace(f.v.Cut(f.lastClause(r))), "在") {
		return nobody, false
	}
	if lead := strings.TrimSpace(f.v.Cut(f.lastClause(r))); lead == "据" {
		return nobody, c.word == "介绍"
	}
	return f.speakerIn(r)
}

// what may stand between a body and 获悉: 从某局官网, 某公司方面
var sourceTailRE = regexp.MustCompile(`^(?:[(（][^)）]{0,30}[)）])?[^的和与，]{0,8}$`)

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
