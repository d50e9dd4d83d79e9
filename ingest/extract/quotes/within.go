package quotes

import (
	"sort"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// spokenRE are words that a speaker has and a term has not.
var spokenRE = pattern.MustCompile(`[我你您咱吧呢啊吗嘛]`)

// endsReport tells a quotation in which somebody's report ends: 某某认为，……，
// “既然这样，不如……”。
func (f *finder) endsReport(s *scene, b beat) bool {
	return !b.sentenceLike() && b.before == '，' && (b.after == '。' || b.after == '$') &&
		(b.clauses && b.runes >= 10 || b.runes >= 16 || b.runes >= 8 && spokenRE.MatchString(f.v.Cut(b.Inner))) &&
		s.reportBefore(b.Start) != none && !ruledRE.MatchString(f.v.Text[max(s.Start, b.Start-reach/6):b.Start])
}

// a law or a paper is quoted: 该办法规定，“……”
var ruledRE = pattern.MustCompile(`(?:规定|写着|写明|载明|显示|写道|所谓|即)[，：]\s*$`)

// reportBefore gives the last cue of the sentence up to offset at that opens a
// report, or none.
func (s *scene) reportBefore(at int) int {
	from := s.Start
	if k := sort.SearchInts(s.stops, at+1); k > 0 {
		from = s.stops[k-1]
	}
	if k := s.cueFrom(at) - 1; k >= 0 && s.cues[k].Start < from && s.reports(k) && at-s.cues[k].Start < reach {
		return k // the report goes on over a sentence: 某某表示，……。其中……，“……”。
	}
	for i := s.cueFrom(at) - 1; i >= 0 && s.cues[i].Start >= from && at-s.cues[i].Start < longSentence; i-- {
		if c := s.cues[i]; s.reports(i) && !c.has('f') && !c.has('s') {
			return i
		}
	}
	return none
}

// withReport gives a quotation that ends a report to who makes it.
func (f *finder) withReport(s *scene, b beat) attribution {
	if b.lead != none || !f.endsReport(s, b) {
		return attribution{}
	}
	i := s.reportBefore(b.Start)
	if !s.said[i].ok || !s.said[i].known() {
		return attribution{}
	}
	return attribution{who: s.said[i].speaker, cue: i, words: s.cues[i].Range, rule: saidWithin, leads: true, ok: true}
}

// voiceBehindComma tells a quotation with a comma behind the mark and who says it
// behind that, a verb of speech or none: “我们真的很难做，……”，某某希望……
func (f *finder) voiceBehindComma(s *scene, b beat) bool {
	if b.sentenceLike() || b.after != '，' || !b.clauses || b.runes < 12 || !spokenRE.MatchString(f.v.Cut(b.Inner)) {
		return false
	}
	_, ok := f.headPerson(f.clauseBehind(s, b))
	return ok
}

// clauseBehind is the clause behind a quotation, its comma left out.
func (f *finder) clauseBehind(s *scene, b beat) text.Range {
	start := skip(f.v.Text, b.End, s.End)
	if b.after == '，' {
		start = skip(f.v.Text, start+len(firstRunes(f.v.Text[start:s.End], 1)), s.End)
	}
	end := min(s.stopFrom(start), start+reach)
	return text.Range{Start: start, End: start + len(firstClause(f.v.Text[start:max(start, end)]))}
}

// opensReport tells a saying that begins a report and is no quotation: 他说，“上面
// 千条线，下面一根针”，社区……
func (f *finder) opensReport(s *scene, b beat) bool {
	if b.sentenceLike() || b.after != '，' || b.runes >= 16 || b.tail != none && s.cues[b.tail].Start-b.End < reach/4 || spokenRE.MatchString(f.v.Cut(b.Inner)) || !s.cues[b.lead].has('i') {
		return false
	}
	return s.stopFrom(b.End)-b.End >= minReport*len("字")
}
