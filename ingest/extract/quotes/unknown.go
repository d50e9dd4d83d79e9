package quotes

import (
	"strings"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// withoutTitle cuts what stands before a foreign name off: 某国首相|某某·某某.
func (f *finder) withoutTitle(r text.Range) text.Range {
	s := f.v.Cut(r)
	if !strings.ContainsAny(s, "·•") {
		return r
	}
	if at, word := lastRole(s, func(at, end int) bool { return at > 0 && end < len(s) }); at > 0 {
		r.Start += at + len(word.word)
	}
	return r
}

// nameIn finds the name in what stands between a role, or a clause's start, and
// the cue: adverbs may follow it (杜若衡毫不犹豫地, 杜衡曾).
func nameIn(s string) (string, bool) {
	s = strings.Trim(s, " 　")
	if toHearerRE.MatchString(s) {
		return "", false
	}
	if m := shortAdverbRE.FindString(s); m != "" && personName(s[:len(s)-len(m)]) {
		return s[:len(s)-len(m)], true
	}
	if personName(s) {
		return s, true
	}
	for n := 4; n >= 2; n-- {
		if head := firstRunes(s, n); personName(head) && trimAdverbs(s[len(head):]) == "" {
			return head, true
		}
	}
	s = trimAdverbs(s)
	return s, personName(s)
}

// 向 is a surname too
var toHearerRE = pattern.MustCompile(`^(?:向|对)(?:本报|本刊|记者|笔者|媒体|大家|外界|导报|中新|新华|《)`)

var shortAdverbRE = pattern.MustCompile(`[也还则又再却便曾均]$`)

// nameAfterRole reads the name that the links lack between a role and the cue:
// 村民张某某说.
func (f *finder) nameAfterRole(c text.Range, end int, title bool) (text.Range, bool) {
	rest := f.v.Cut(c)[end:]
	s, ok := nameIn(rest)
	if s == "" || !ok && !transliterated(s) && !(title && unusualName(s)) {
		return text.Range{}, false
	}
	start := c.Start + end + strings.Index(rest, s)
	r := text.Range{Start: start, End: start + len(s)}
	lo, hi := f.names.in(r)
	return r, lo == hi
}

// namedRole gives a person by the name that follows his role.
func (f *finder) namedRole(c text.Range, head, end int, name text.Range) (candidate, bool) {
	word, _ := roleWords().at(f.v.Cut(c)[head:])
	who := speaker{at: text.Range{Start: c.Start + f.phraseStart(c, head, end), End: c.Start + end}, orgEntity: none}
	f.describe(&who, c.Start+head, word)
	who.at, who.entity, who.text, who.named = name, none, f.printed.Cut(name), true
	return candidate{who.doubtful(0.85), 2}, true
}

var (
	styleRE = pattern.MustCompile(`^(?:总书记|总理|总统|主席|副主席|首相|国务卿|外长|防长|部长|副部长|市长|省长|教授|副教授|院士|院长|校长|医生|老师|律师|警官|博士|主任|书记|局长|总裁|董事长|总经理)$`)
	placeRE = pattern.MustCompile(`[级面门府司局村县市省区厂院校系处厅部所社家国会队组团军州镇乡]$`)
)

// styled reads a name before its title: 某某教授. The links know most of them.
func (f *finder) styled(phrase text.Range, word entry) (speaker, bool) {
	s := f.v.Cut(phrase)
	name := strings.TrimSuffix(s, word.word)
	if name == s || !styleRE.MatchString(word.word) {
		return nobody, false
	}
	if x, ok := f.nameBetween(text.Range{Start: phrase.Start, End: phrase.Start + len(name)}); ok {
		if x.title == "" {
			x.title = f.printed.Text[phrase.Start+len(name) : phrase.End]
		}
		return x, true
	}
	if !personName(name) || placeRE.MatchString(name) {
		return nobody, false
	}
	r := text.Range{Start: phrase.Start, End: phrase.Start + len(name)}
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, title: f.printed.Text[r.End:phrase.End], orgEntity: none, sure: 0.8}, true
}

// unknownName reads a clause that is a name and nothing else.
func (f *finder) unknownName(c text.Range) (speaker, bool) {
	s, ok := nameIn(trimLead(f.v.Cut(c)))
	if !ok && !foreignName(s) || ok && commonWord(s) {
		return nobody, false
	}
	start := c.Start + strings.Index(f.v.Cut(c), s)
	r := f.withoutTitle(text.Range{Start: start, End: start + len(s)})
	return speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.6}, true
}

// nameBehindDe reads a name that the links lack behind what describes him:
// 来自某地的某某说.
func (f *finder) nameBehindDe(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	at := strings.LastIndex(s, "的")
	if at < 0 {
		return candidate{}, false
	}
	at += len("的")
	t := trimAdverbs(s[at:])
	if !personName(t) && !foreignName(t) || kinRE.MatchString(t) {
		return candidate{}, false
	}
	r := f.withoutTitle(text.Range{Start: c.Start + at, End: c.Start + at + len(t)})
	if commonWord(t) {
		return candidate{}, false
	}
	return candidate{speaker{at: r, entity: none, text: f.printed.Cut(r), named: true, orgEntity: none, sure: 0.7}, 0}, true
}
