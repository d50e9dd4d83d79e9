package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
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
	if (!b.stop && !b.comma || b.lead != none || b.before == 0 || b.runes < 8 || b.after != 0) && !f.voiceBehindComma(s, b) {
		return attribution{}
	}
	c := f.clauseBehind(s, b)
	end := min(s.stopFrom(c.Start), c.Start+reach)
	if (whenRE.MatchString(f.v.Cut(c)) || dayRE.MatchString(f.v.Cut(c))) && c.End < end {
		c.Start = c.End + len("，")
		c.End = c.Start + len(firstClause(f.v.Text[min(c.Start, end):end]))
	}
	who, ok := f.headPerson(c)
	if !ok && b.comma {
		who, ok = f.behindAdjunct(c)
	}
	if !ok {
		return attribution{}
	}
	return attribution{who: who, cue: none, words: f.phraseCue(who.at.End, c.End), rule: voiceAfter, ok: true}
}

// facingRE are adjuncts that lead to the speaker in his clause: 面对空空的货架|柏先生……
var facingRE = pattern.MustCompile(`^(?:面对|看到|看着|望着|说起|谈起|谈到|提起|提到|回忆起)`)

// behindAdjunct gives the one person of a clause that begins with whom or what he
// faces.
func (f *finder) behindAdjunct(c text.Range) (speaker, bool) {
	if !facingRE.MatchString(f.v.Cut(c)) {
		return nobody, false
	}
	if lo, hi := f.names.in(c); hi == lo+1 && f.names.acts(lo) {
		m := f.names.Mentions[lo]
		return f.names.person(lo), !owns(f.v.Text[m.End:c.End]) && m.End < c.End
	}
	x, ok := f.surnameIn(c)
	return x.speaker, ok && x.at.End < c.End
}

// 在大会上，某某……: the clause that says when or where comes before him
var whenRE = pattern.MustCompile(`^(?:在[^，]{1,30}(?:上|中|时|里|后|前|期间|之际|现场)|(?:当|眼瞅着|听着|听到|得知|为|为了|面对|看着|望着|说起|谈起|谈及|提起|提到|回忆起)[^，]{1,30})$`)

// 昨天，某某……
var dayRE = pattern.MustCompile(`^(?:[昨今前当次翌][天日晚]|日前|近日|目前|如今|\d{1,2}月\d{1,2}日|\d{1,2}日|[上下]午|[早晚]上|晚间)(?:[上下]午|[早晚]上|晚间)?$`)

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
		if _, ok := f.roleBefore(c, m.Start); before == "" || isRole(before) || thisIsRE.MatchString(before) || ok || m.Title.Len() > 0 && m.Title.End == m.Start || strings.HasSuffix(before, "的") {
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
	if who, ok := f.agedPerson(c); ok {
		return who, true
	}
	if e, ok := roleWords().at(f.v.Cut(c)); ok {
		return f.titleAtHead(c, e)
	}
	return f.headRole(c)
}

// titleAtHead gives who holds the title that a clause begins with, 总书记身体力行,
// or, where nobody is named with it, somebody without a name: 审判员当庭宣判.
func (f *finder) titleAtHead(c text.Range, e entry) (speaker, bool) {
	r := text.Range{Start: c.Start, End: c.Start + len(e.word)}
	if who, ok := f.holder(r, e); ok {
		return who, true
	}
	if !e.has('t') || styleRE.MatchString(e.word) || !headRE.MatchString(f.v.Text[r.End:c.End]) {
		return nobody, false
	}
	x, ok := f.roleIn(r)
	return x.speaker, ok
}

// isRole tells a word for somebody and no more: 被告人|某某
func isRole(s string) bool {
	e, ok := roleWords().at(s)
	return ok && len(e.word) == len(s)
}

// 这是某某坚守的动力: what was said is meant
var thisIsRE = pattern.MustCompile(`^这(?:也|就|正|便|句话|些话)?是$`)

// headRole gives somebody without a name whom a clause begins with: 一位居民无奈
// 地摇头.
func (f *finder) headRole(c text.Range) (speaker, bool) {
	const near = 14 // characters within which he is named
	s := f.v.Cut(c)
	at, word := firstRole(firstRunes(s, near))
	if at < 0 {
		return nobody, false
	}
	end := at + len(word.word)
	if !onePersonRE.MatchString(s[:at]) || strings.Contains(s[:at], "的") || !headRE.MatchString(s[end:]) {
		return nobody, false
	}
	x, ok := f.roleIn(text.Range{Start: c.Start, End: c.Start + end})
	return x.speaker, ok && x.at.Start == c.Start
}

// 80岁的某某是……
var agedRE = pattern.MustCompile(`^(?:今年|年过)?\d{1,3}岁的(\p{Han}{2,3})(?:是|在|也|住|家|从|一|已|曾|站|坐|笑|乐|激|说)`)

// agedPerson reads a name that the links lack behind an age.
func (f *finder) agedPerson(c text.Range) (speaker, bool) {
	m := agedRE.FindStringSubmatchIndex(f.v.Cut(c))
	if m == nil {
		return nobody, false
	}
	r := text.Range{Start: c.Start + m[2], End: c.Start + m[3]}
	if !personName(f.v.Cut(r)) {
		return nobody, false
	}
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.7}, true
}
