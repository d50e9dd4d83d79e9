package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
)

// longest phrase that is kept as a cue: 难掩激动的心情
const maxCue = 14

// phraseCue gives the words between a speaker and his quotation as the cue,
// where no verb of speech is.
func (f *finder) phraseCue(from, to int) text.Range {
	if from >= to {
		return text.Range{}
	}
	t := f.v.Text[from:to]
	t = strings.TrimPrefix(strings.TrimPrefix(t, "代表"), "委员")
	t = strings.Trim(t, " 　，。：")
	if n := utf8.RuneCountInString(t); n == 0 || n > maxCue {
		return text.Range{}
	}
	at := from + strings.Index(f.v.Text[from:to], t)
	return text.Range{Start: at, End: at + len(t)}
}

// voiceBehind reads a person who stands right behind a quotation without a
// verb of speech: “……。”某某难掩激动的心情。
func (f *finder) voiceBehind(s *scene, b beat) attribution {
	if !b.stop || b.lead != none || b.before == 0 || b.runes < 8 || b.after != 0 {
		return attribution{}
	}
	start := skip(f.v.Text, b.End, s.End)
	end := min(s.stopFrom(start), start+reach)
	c := text.Range{Start: start, End: start + len(firstClause(f.v.Text[start:end]))}
	who, ok := f.headPerson(c)
	if !ok {
		return attribution{}
	}
	return attribution{who: who, cue: none, words: f.phraseCue(who.at.End, c.End), rule: voiceAfter, ok: true}
}

// firstClause is s up to its first comma or stop.
func firstClause(s string) string {
	s = s[:len(s)-len(invalidTail(s))]
	if i := strings.IndexAny(s, "，,。！？；：“「"); i >= 0 {
		return s[:i]
	}
	return s
}

// invalidTail is the cut-off character at the end of s.
func invalidTail(s string) string {
	for n := 1; n < utf8.UTFMax && n <= len(s); n++ {
		if t := s[len(s)-n:]; utf8.RuneStart(t[0]) && t[0] >= utf8.RuneSelf && !utf8.FullRuneInString(t) {
			return t
		}
	}
	return ""
}

// headPerson gives the person or role that a clause begins with.
func (f *finder) headPerson(c text.Range) (speaker, bool) {
	lo, hi := f.names.in(c)
	for i := lo; i < hi; i++ {
		if !f.names.isPerson(i) {
			continue
		}
		m := f.names.Mentions[i]
		who := f.names.person(i)
		before := f.v.Text[c.Start:m.Start]
		if _, ok := f.roleBefore(c, m.Start); before == "" || ok || m.Title.Len() > 0 && m.Title.End == m.Start || strings.HasSuffix(before, "的") {
			return who, !owns(f.v.Text[m.End:c.End])
		}
		return nobody, false
	}
	if x, ok := f.surnameIn(c); ok && x.at.Start == c.Start {
		return x.speaker, true
	}
	if x, ok := f.roleIn(c); ok && x.named && x.entity == none {
		return x.speaker, true
	}
	return nobody, false
}
