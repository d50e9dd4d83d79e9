package names

import (
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
	alone := rule == "names.list-of-people" || rule == "names.ethnic" // these vouch where the tagger sees nothing
	if p.free(start, end) && !p.elsewise(start, end, alone) {
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
const surePerson = 0.9

// placeName tells whether the dictionary or a list has a stretch as a place.
func (p *finder) placeName(start, end int) bool {
	name := p.s[start:end]
	tag, _, ok := segment.Default().Lookup(name)
	return ok && tag == "ns" || lexicon.Load("places", "countries").Has(name)
}

// taggedPeople takes the persons that the tagger sees. Where it runs names of a byline
// together, the division of the byline stays.
func (p *finder) taggedPeople() {
	written := p.out
	for _, t := range p.spans {
		r := text.Range{Start: t.Start, End: t.End}
		if t.Tag != tagger.Person || t.Confidence < leastPerson || runes(p.s[t.Start:t.End]) < 2 || !p.free(t.Start, t.End) {
			continue
		}
		if overlapsAny(written, r) || t.Confidence < 0.95 && p.placeName(t.Start, t.End) || t.Confidence < surePerson && !p.supported(r) {
			continue
		}
		p.out = append(p.out, p.vouchName(t.Start, t.End, "names.tagger", t.Confidence))
	}
}

func overlapsAny(ms []extract.Mention, r text.Range) bool {
	return slices.ContainsFunc(ms, func(m extract.Mention) bool { return m.Overlaps(r) })
}

// supported tells whether something vouches for a person: a title, a verb of
// speech, a dot, or that it looks like a name.
func (p *finder) supported(r text.Range) bool {
	if _, ok := p.spanEnding(r.Start, tagger.Title); ok || p.speaks(r.End) || strings.ContainsAny(p.s[r.Start:r.End], dots) {
		return true
	}
	if _, ok := p.spanBeginning(r.End, tagger.Title); ok {
		return true
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

// afterTitles takes names behind a title, and before one: 董事长卫成蹊, 卫成蹊董事长.
func (p *finder) afterTitles() {
	p.occurrences(words().title, func(start, end int) {
		weak := words().weakTitle.Has(p.s[start:end])
		p.afterTitle(end, weak)
		if !weak {
			p.beforeTitle(start)
		}
	})
}

func (p *finder) afterTitle(at int, weak bool) {
	need, confidence := enoughAfterTitle, 0.92
	if weak {
		need, confidence = enoughAfterWeak, 0.8
	}
	if r := p.runeAt(at); r == ' ' || r == '　' {
		at += utf8.RuneLen(r)
	}
	if end, ok := p.latinAt(at); ok && p.free(at, end) {
		p.vouch(at, end, "names.after-title", confidence)
		return
	}
	q, ok := p.nameAt(at)
	ok = ok && q.score >= need && p.splitsHere(at)
	if end, foreign := p.foreignAt(at); foreign && !weak && p.foreignWins(at, end, q, ok) {
		if p.free(at, end) && !p.dictionaryWord(at, end) {
			p.vouch(at, end, "names.foreign-after-title", 0.8)
		}
		return
	}
	if ok && p.free(at, q.end) {
		p.vouch(at, q.end, "names.after-title", confidence)
	}
}

// foreignWins decides between a foreign name of a title's bearer and a Chinese
// one: the longer, and of three characters and fewer the Chinese one.
func (p *finder) foreignWins(at, end int, q person, chinese bool) bool {
	if strings.ContainsRune(dots, p.runeAt(end)) {
		return false // its first part only: the rule for dots takes it
	}
	return !chinese || end > q.end && runes(p.s[at:end]) > 3
}

// dictionaryWord tells that a stretch is a word and no name.
func (p *finder) dictionaryWord(start, end int) bool { return p.wordScore(start, end) < 0 }

// splitsHere guards 总书记|向总: a name does not begin inside a longer common word
// that the text reads.
func (p *finder) splitsHere(at int) bool {
	i := p.wordAt(at)
	if i == len(p.words) {
		return false
	}
	w := p.words[i]
	return w.Start == at || !w.Known || runes(p.s[w.Start:w.End]) <= 2 || w.Tag == "nr"
}

// beforeTitle takes a full name that ends where a title begins.
func (p *finder) beforeTitle(title int) {
	for _, n := range []int{3, 2, 4} {
		start, ok := back(p.s, title, n)
		if !ok {
			return
		}
		if r := p.runeBefore(start); r != 0 && !strings.ContainsRune(followers+"和与由据请对向", r) {
			continue
		}
		if q, ok := p.nameAt(start); ok && q.end == title && q.score >= enoughBeforeTitle && p.free(start, title) {
			p.vouch(start, title, "names.before-title", 0.85)
			return
		}
	}
}

// back gives the offset n Chinese characters before off.
func back(s string, off, n int) (int, bool) {
	for range n {
		r, size := utf8.DecodeLastRuneInString(s[:off])
		if size == 0 || r < 0x3400 || r > 0x9fff {
			return 0, false
		}
		off -= size
	}
	return off, true
}

// before a name at the head of a clause stands a mark, or one of these.
const clauseHeads = "据由让对向与和请经连就但而"

// beforeVerbs takes names at the head of a clause with a verb of speech behind.
func (p *finder) beforeVerbs() {
	for i := range p.words {
		start := p.words[i].Start
		if r := p.runeBefore(start); r != 0 && !strings.ContainsRune(followers+clauseHeads, r) {
			continue
		}
		if end, ok := p.latinAt(start); ok && p.free(start, end) && p.speaks(end) {
			p.vouch(start, end, "names.before-verb", 0.8)
			continue
		}
		q, ok := p.nameAt(start)
		if ok && q.score >= enoughBeforeVerb && p.free(start, q.end) && p.speaks(q.end) {
			p.vouch(start, q.end, "names.before-verb", 0.85)
		}
	}
}

// speaks tells whether a verb that persons are the subject of stands at off.
func (p *finder) speaks(off int) bool {
	behind := p.ahead(off, 30)
	trimmed := strings.TrimLeft(behind, " 则也还就又曾再")
	off += len(behind) - len(trimmed)
	n := words().speech.Prefix(trimmed)
	return n > 0 && !p.trapVerb(off, n)
}

// trapVerb: 称 in 称号, 道 in 道路, 分析 in 分析师.
func (p *finder) trapVerb(off, n int) bool {
	word, _ := p.wordFrom(off)
	return len(word) > n
}

// lists takes the names in a 、-list with one that is vouched for.
func (p *finder) lists() {
	for k := 0; k < len(p.out) && k < maxListWalk; k++ {
		p.listAfter(p.out[k].End)
	}
}

func (p *finder) listAfter(end int) {
	for {
		r := p.runeAt(end)
		if r != '、' && r != '和' && r != '与' {
			return
		}
		start := end + utf8.RuneLen(r)
		q, ok := p.nameAt(start)
		if !ok || q.score < enoughInList || p.vouched[p.s[start:q.end]] > 0 || !p.free(start, q.end) {
			return
		}
		p.vouch(start, q.end, "names.list-of-people", 0.8)
		end = q.end
	}
}

// maxListWalk bounds the work on a text that is one list.
const maxListWalk = 100_000

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
		if at[start] || p.dictionaryWord(start, end) || !p.free(start, end) || p.bracketed(start, end) || p.opposed(text.Range{Start: start, End: end}) {
			return
		}
		m := extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Person,
			Found: extract.Found{Rule: "names.named-before", Confidence: p.vouched[p.s[start:end]] * 0.97}}
		out = append(out, m)
	})
	return out
}
