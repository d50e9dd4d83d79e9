package names

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// How much a stretch must look like a name, by what vouches for it.
const (
	enoughAfterTitle  = 0.9
	enoughAfterWeak   = 2.2 // behind 专家, 员工 …, which mostly stand alone
	enoughBeforeVerb  = 1.9
	enoughBeforeTitle = 2.2
	enoughInList      = 1.2
	enoughInByline    = 0.2
	enoughAlone       = 1.9 // before a verb or a post, where the tagger sees nothing
)

// people finds persons that something in the article vouches for, and then all
// places where their names stand.
func people(a *article) []extract.Mention {
	p := finder{article: a, vouched: map[string]float64{}}
	p.bylines()
	p.taggedPeople()
	p.afterTitles()
	p.beforeVerbs()
	p.foreign()
	p.ethnic()
	p.lists()
	return append(p.mentions(), p.surnames()...)
}

// finder collects names and what vouches for them.
type finder struct {
	*article
	vouched map[string]float64 // full name -> confidence
	out     []extract.Mention
}

func (p *finder) vouch(start, end int, rule string, confidence float64) {
	if p.placeName(start, end) {
		return
	}
	// A list vouches where the tagger sees nothing, and so do a title before and a
	// verb behind together.
	alone := rule == "names.list-of-people" || rule == "names.ethnic" || rule == "names.repeated" ||
		rule == "names.after-title" && p.speaks(end) || rule == "names.apposed" || rule == "names.said"
	if p.free(start, end) && !p.elsewise(start, end, alone) {
		if strings.HasPrefix(p.s[end:], "和、") && runes(p.s[start:end]) == 2 {
			end += len("和") // 卫子|和、柏知秋: no 和 stands before 、
		}
		p.out = append(p.out, p.vouchName(start, end, rule, confidence))
	}
}

func (p *finder) vouchName(start, end int, rule string, confidence float64) extract.Mention {
	name := p.s[start:end]
	p.vouched[name] = max(p.vouched[name], confidence)
	return extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person,
		Found: extract.Found{Rule: rule, Confidence: confidence}}
}

// surePerson is how sure the tagger must be of a person for whom nothing else
// vouches.
const surePerson = 0.7

// placeName tells whether the dictionary or a list has a stretch as a place.
func (p *finder) placeName(start, end int) bool {
	name := p.s[start:end]
	tag, _, ok := segment.Default().Lookup(name)
	return ok && tag == "ns" || words().lands.Has(name)
}

// taggedPeople takes the persons that the tagger sees. Where it runs names of a byline
// together, the division of the byline stays.
func (p *finder) taggedPeople() {
	written := p.out
	for _, t := range p.spans {
		r := text.Range{Start: t.Start, End: t.End}
		if t.Tag != tagger.Person || t.Confidence < leastPerson || runes(p.s[t.Start:t.End]) < 2 || !p.free(t.Start, t.End) || p.acronym(r) {
			continue
		}
		if p.noPerson(r, t.Confidence) {
			continue
		}
		if overlapsAny(written, r) || t.Confidence < 0.95 && p.placeName(t.Start, t.End) || t.Confidence < surePerson && !p.supported(r) {
			continue
		}
		p.out = append(p.out, p.vouchName(t.Start, t.End, "names.tagger", t.Confidence))
	}
}

// noPerson tells a village, a word of the dictionary for which nothing vouches,
// and another firm's name in a bracket behind the firm: 青禾证券(Qinghe).
func (p *finder) noPerson(r text.Range, confidence float64) bool {
	name := p.s[r.Start:r.End]
	if last := p.runeBefore(r.End); runes(name) >= 3 && strings.ContainsRune("村镇乡县", last) && !nameCharacters().single.has(p.runeAt(r.Start)) {
		return true
	}
	if confidence < sureRiver && runes(name) >= 3 && water.has(p.runeBefore(r.End)) && p.amongWaters(r) {
		return true
	}
	if b := p.runeBefore(r.Start); (b == '(' || b == '（') && latin(name) {
		m := p.mentionEnding(r.Start - utf8.RuneLen(b))
		return m != nil && m.Kind != store.Person
	}
	return confidence < sureWord && p.dictionaryWord(r.Start, r.End) && !p.supported(r)
}

// sureRiver is how sure the tagger must be of a person that stands among rivers.
const sureRiver = 0.9

var water = newCharset("江河湖溪渠海")

// amongWaters tells a name in a list with one before or behind it that ends like a
// river's: 青江、|沂塘河|、云溪.
func (p *finder) amongWaters(r text.Range) bool {
	if p.runeBefore(r.Start) == '、' && water.has(p.runeBefore(r.Start-len("、"))) {
		return true
	}
	rest, ok := strings.CutPrefix(p.ahead(r.End, 24), "、")
	next, _, more := strings.Cut(rest, "、")
	if last, _ := utf8.DecodeLastRuneInString(next); ok && more {
		return water.has(last)
	}
	return false
}

// sureWord is how sure the tagger must be that a word of the dictionary is
// somebody's name.
const sureWord = 0.95

// acronym tells one Latin word that is written as no person's name is, and that
// no title stands before: QLMMS, just-in-time.
func (p *finder) acronym(r text.Range) bool {
	name := p.s[r.Start:r.End]
	if strings.Trim(name, asciiLetters+"-'") != "" || strings.Contains(name, " ") || latinName.MatchString(name) {
		return false
	}
	_, titled := p.spanEnding(r.Start, tagger.Title)
	return !titled
}

// one capital, or one behind Mc, Mac, O' or a hyphen
var latinName = regexp.MustCompile(`^(?:Mc|Mac|O'|De|Le|La|Di)?[A-Z][a-z]+(?:-[A-Z][a-z]+)*$`)

func overlapsAny(ms []extract.Mention, r text.Range) bool {
	return slices.ContainsFunc(ms, func(m extract.Mention) bool { return m.Overlaps(r) })
}

// supported tells whether something vouches for a person: a title, a verb of
// speech, a dot, or that it looks like a name.
func (p *finder) supported(r text.Range) bool {
	if _, ok := p.spanEnding(r.Start, tagger.Title); ok || p.speaks(r.End) || strings.ContainsAny(p.s[r.Start:r.End], dots) {
		return true
	}
	if t, ok := p.spanBeginning(r.End, tagger.Title); ok {
		_, other := p.spanBeginning(t.End, tagger.Person)
		return !other // 青德|总理卫成蹊
	}
	q, ok := p.nameAt(r.Start)
	return ok && q.end == r.End && q.score >= enoughInList
}

// elsewise tells whether the tagger sees a stretch as something else than a
// person's whole name, or as nothing, unless that is enough.
func (p *finder) elsewise(start, end int, alone bool) bool {
	for _, t := range p.spansOver(text.Range{Start: start, End: end}) {
		if t.Tag == tagger.Person && t.Start == start && t.End == end {
			return false
		}
		if t.Confidence >= overrules {
			return true
		}
	}
	return p.model && !alone
}

// free tells whether no firm or body stands over a stretch.
func (p *finder) free(start, end int) bool {
	return p.mentionAt(start) == nil && p.mentionAt(end-1) == nil
}

// dictionaryWord tells that a stretch is a word and no name.
func (p *finder) dictionaryWord(start, end int) bool { return p.wordScore(start, end) < 0 }

// titled tells whether a title ends at off: what follows is a name that the
// article has elsewhere, be it a town's too: 副总裁|泰州.
func (p *finder) titled(off int) bool {
	n := words().title.Suffix(p.s[max(0, off-longestNameBytes):off])
	return n > 0 && !words().weakTitle.Has(p.s[off-n:off])
}

// mentions finds every place where a vouched name stands.
func (p *finder) mentions() []extract.Mention {
	names := make([]string, 0, len(p.vouched))
	for name := range p.vouched {
		names = append(names, name)
	}
	at := make(map[int]bool, len(p.out))
	for _, m := range p.out {
		at[m.Start] = true
	}
	out := p.out
	p.occurrences(lexicon.NewSet(names), func(start, end int) {
		if at[start] || !p.free(start, end) || p.bracketed(start, end) {
			return
		}
		if !p.titled(start) && (p.dictionaryWord(start, end) || p.opposed(text.Range{Start: start, End: end})) {
			return
		}
		m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person,
			Found: extract.Found{Rule: "names.named-before", Confidence: p.vouched[p.s[start:end]] * 0.97}}
		out = append(out, m)
	})
	return out
}
