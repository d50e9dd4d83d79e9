package names

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/segment"
)

// What the tagger's confidence must reach. Measured over the marked sentences in
// their articles with weights that had not seen them.
const (
	// leastConfidence is for an entity; what is less sure is a candidate and
	// left out.
	leastConfidence = 0.5
	// overrules is for the tagger's bounds and kind to go before a rule's: of two
	// that differ the tagger's were right in two of three, the rule's in one of
	// four.
	overrules = 0.5
	// leastPerson is the same for a person, leastTitle for a title beside one.
	leastPerson = 0.4
	leastTitle  = 0.4
	// leastBare is for a firm that only the tagger sees and nothing in the article
	// speaks for: below it less than one in three was right.
	leastBare   = 0.8
	leastEnding = 0.6 // where the name ends like a firm's
	leastLegal  = 0.3 // where it ends with a legal form
	// leastProject is the same for a project, leastEnded for one that ends like one,
	// which is then said to be as sure as endedProject.
	leastProject = 0.45
	leastEnded   = 0.2
	endedProject = 0.6
	// declaredOverrules is for the tagger to go before a short name that a bracket
	// or a legal name in the article declares.
	declaredOverrules = 0.9
	// agreed is added where a rule gives the same name.
	agreed = 0.5
)

var kindOf = map[tagger.Tag]store.EntityKind{tagger.Person: store.Person, tagger.Company: store.Company,
	tagger.Organization: store.Organization, tagger.Project: store.Project}

// tag lets the model read every sentence; the spans are sorted and disjoint.
func (a *article) tag(m *tagger.Model) {
	a.model = true
	for _, p := range a.view.Paragraphs {
		for _, s := range p.Sentences {
			words := a.room.scratch[:0]
			for i := a.wordAt(s.Start); i < len(a.words) && a.words[i].End <= s.End; i++ {
				w := a.words[i]
				if w.Start >= s.Start {
					words = append(words, segment.Word{Start: w.Start - s.Start, End: w.End - s.Start, Tag: w.Tag, Known: w.Known})
				}
			}
			a.room.scratch = words
			from := len(a.spans)
			a.spans = m.Tag(a.spans, a.s[s.Start:s.End], words)
			a.keep(from, s.Start)
		}
	}
	a.shorten()
	a.vote()
	a.amongPeople()
	a.placesBefore()
}

// keep moves the spans from index from on to where their sentence begins, and
// mends them.
func (a *article) keep(from, sentence int) {
	fresh := slices.Clone(a.spans[from:])
	a.spans = a.spans[:from]
	for _, t := range fresh {
		t.Start += sentence
		t.End += sentence
		for _, t := range a.splitTitle(splitFirms(a.s, t)) {
			if a.mend(&t) {
				a.spans = append(a.spans, t)
			}
		}
	}
}

// shorten cuts a name to what another place of the article has for it: 柏知秋|还,
// where 柏知秋 is tagged elsewhere; 青禾局|已. A person's name that lacks its last
// character there gets it: 贺连|明说.
func (a *article) shorten() {
	type form struct {
		tag  tagger.Tag
		name string
	}
	have := map[form]bool{}
	for _, t := range a.spans {
		have[form{t.Tag, a.s[t.Start:t.End]}] = true
	}
	always := map[string]bool{} // names that stand nowhere without their third character
	for i := range a.spans {
		t := &a.spans[i]
		r, last := utf8.DecodeLastRuneInString(a.s[t.Start:t.End])
		if runes(a.s[t.Start:t.End]) <= 2 || !have[form{t.Tag, a.s[t.Start : t.End-last]}] {
			continue
		}
		if t.Tag == tagger.Person && !(a.givenLike(t.End-last) && a.alwaysWith(always, t.Start, t.End-last, t.End)) || t.Tag != tagger.Person && strings.ContainsRune(behindFirm, r) {
			t.End -= last
		}
	}
	for i := range a.spans {
		t := &a.spans[i]
		if _, next := utf8.DecodeRuneInString(a.s[t.End:]); t.Tag == tagger.Person && next > 0 && runes(a.s[t.Start:t.End]) == 2 &&
			(i+1 == len(a.spans) || a.spans[i+1].Start >= t.End+next) && have[form{t.Tag, a.s[t.Start : t.End+next]}] && a.givenLike(t.End) {
			t.End += next
		}
	}
}

// alwaysWith tells whether a name of two characters stands in the article only
// with the third one behind it: 贺连|明说. known holds the answers so far.
func (a *article) alwaysWith(known map[string]bool, start, end, longer int) bool {
	short, long := a.s[start:end], a.s[start:longer]
	if runes(short) != 2 {
		return false
	}
	always, ok := known[long]
	if !ok {
		always = strings.Count(a.s, short) == strings.Count(a.s, long)
		known[long] = always
	}
	return always
}

// placesBefore gives a body, and a place, the larger place that is printed right
// before it: 内蒙古|鄂尔多斯市, 浙江省|杭州市青禾小学.
func (a *article) placesBefore() {
	kept := a.spans[:0]
	for _, t := range a.spans {
		if n := len(kept); n > 0 && kept[n-1].Tag == tagger.Place && kept[n-1].End == t.Start &&
			(t.Tag == tagger.Place || t.Tag == tagger.Organization) && places().Prefix(a.s[kept[n-1].Start:kept[n-1].End]) > 0 &&
			countries().Prefix(a.s[kept[n-1].Start:kept[n-1].End]) == 0 {
			t.Start = kept[n-1].Start
			kept = kept[:n-1]
		}
		kept = append(kept, t)
	}
	a.spans = kept
}

// amongPeople takes for a person what stands in a 、-list between two and looks
// like a name.
func (a *article) amongPeople() {
	for i := 1; i+1 < len(a.spans); i++ {
		t, before, behind := &a.spans[i], &a.spans[i-1], &a.spans[i+1]
		if before.Tag != tagger.Person || behind.Tag != tagger.Person || t.Tag == tagger.Person || t.Tag == tagger.Title ||
			a.s[before.End:t.Start] != "、" || a.s[t.End:behind.Start] != "、" {
			continue
		}
		if q, ok := a.nameAt(t.Start); ok && q.end == t.End {
			t.Tag = tagger.Person
		}
	}
}

// vote gives a name that is tagged as several kinds the kind that the article's
// other mentions of it have, where they are surer.
func (a *article) vote() {
	votes := map[string]*[8]float64{}
	for _, t := range a.spans {
		v := votes[a.s[t.Start:t.End]]
		if v == nil {
			v = &[8]float64{}
			votes[a.s[t.Start:t.End]] = v
		}
		v[t.Tag] += t.Confidence
	}
	for i := range a.spans {
		t := &a.spans[i]
		v := votes[a.s[t.Start:t.End]]
		best := t.Tag
		for k := range v {
			if v[k] > v[best] {
				best = tagger.Tag(k)
			}
		}
		if best != t.Tag && v[best] > 2*v[t.Tag] {
			t.Tag, t.Confidence = best, min(t.Confidence, v[best]/2)
		}
	}
}

// spansOver gives the tagger's spans that share a byte with r.
func (a *article) spansOver(r text.Range) []tagger.Span {
	i := sort.Search(len(a.spans), func(i int) bool { return a.spans[i].End > r.Start })
	j := i
	for j < len(a.spans) && a.spans[j].Start < r.End {
		j++
	}
	return a.spans[i:j]
}

// spanEnding gives the span of a tag that ends at off.
func (a *article) spanEnding(off int, tag tagger.Tag) (text.Range, bool) {
	if off == 0 {
		return text.Range{}, false
	}
	for _, t := range a.spansOver(text.Range{Start: off - 1, End: off}) {
		if t.End == off && t.Tag == tag && t.Confidence >= leastTitle {
			return text.Range{Start: t.Start, End: t.End}, true
		}
	}
	return text.Range{}, false
}

// spanBeginning gives the span of a tag that begins at off.
func (a *article) spanBeginning(off int, tag tagger.Tag) (text.Range, bool) {
	for _, t := range a.spansOver(text.Range{Start: off, End: off + 1}) {
		if t.Start == off && t.Tag == tag && t.Confidence >= leastTitle {
			return text.Range{Start: t.Start, End: t.End}, true
		}
	}
	return text.Range{}, false
}

// taggedFirms are the firms, bodies and projects that the tagger sees.
func (a *article) taggedFirms() []extract.Mention {
	var out []extract.Mention
	for _, t := range a.spans {
		if kind, ok := kindOf[t.Tag]; ok && kind != store.Person {
			r := text.Range{Start: t.Start, End: t.End}
			if kind == store.Company {
				r, _ = a.splitDepartment(r)
			} else if kind == store.Organization {
				r = a.withoutDepartment(r)
			}
			out = append(out, extract.Mention{Range: r, Kind: kind,
				Found: extract.Found{Rule: "names.tagger", Confidence: a.confidence(&t)}})
		}
	}
	return out
}

// confidence is the tagger's, more for a project that ends like one: of those it
// doubted most were projects, and what it doubted were their bounds. 项目 and 基地
// with no word of their own are a kind of project more often: 农机检修项目.
func (a *article) confidence(t *tagger.Span) float64 {
	name := a.s[t.Start:t.End]
	if t.Tag != tagger.Project || t.Confidence < leastEnded || !endsAsProject(name) {
		return t.Confidence
	}
	if !a.ownWord(t.Start, t.End) && plainEndings.Suffix(name) > 0 {
		return t.Confidence
	}
	return max(t.Confidence, endedProject)
}

// standAlone are the rules that are right where the tagger sees nothing.
var standAlone = map[string]bool{"names.declared": true, "names.share-code": true, "names.before-title": true, "names.list": true, "names.legal-suffix": true,
	"names.named-before": true, "names.short-form": true, "names.quoted-project": true, "names.project-suffix": true,
	"names.campaign": true, "names.owned-project": true, "names.line": true}

// weigh joins what the rules found with what the tagger sees: where both give a
// name they make it surer; where they differ the tagger goes before; where the
// tagger sees nothing only the rules stay that have shown to be right alone.
func (a *article) weigh(rules []extract.Mention) []extract.Mention {
	out := a.taggedFirms()
	rules = append(rules, a.ownedProjects()...)
	at := make(map[text.Range]int, len(out))
	for i := range out {
		at[out[i].Range] = i
	}
	for _, m := range rules {
		if i, ok := at[m.Range]; ok && out[i].Kind == m.Kind {
			c := out[i].Confidence
			c += (1 - c) * agreed
			if standAlone[m.Rule] {
				c = max(c, m.Confidence)
			}
			out[i].Found = extract.Found{Rule: m.Rule, Confidence: c}
			continue
		}
		if !standAlone[m.Rule] || a.opposed(m.Range) && !a.holdsProjects(&m) || a.joinsProjects(&m) {
			continue
		}
		out = append(out, m)
	}
	return resolve(slices.DeleteFunc(out, doubted))
}

// doubted tells a project that is no candidate even: it would hide a shorter one
// that a rule is sure of.
func doubted(m extract.Mention) bool { return m.Kind == store.Project && m.Confidence < leastProject }

// holdsProjects tells that a project's name whose ends are sure, by its marks, by
// the verb before it or by its owner's name, holds all that the tagger sees there,
// as projects, or as firms and places: “|1468|”项目, |青禾集团|东干渠项目.
func (a *article) holdsProjects(m *extract.Mention) bool {
	if m.Kind != store.Project || m.Rule == "names.project-suffix" || m.Rule == "names.list" {
		return false
	}
	for _, t := range a.spansOver(m.Range) {
		inside := m.Contains(text.Range{Start: t.Start, End: t.End})
		switch t.Tag {
		case tagger.Project:
			if !inside {
				return false
			}
		case tagger.Place:
			if !inside {
				return false
			}
		case tagger.Company, tagger.Organization, tagger.Product:
			if m.Rule == "names.quoted-project" || !inside {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// joinsProjects tells that a campaign's name holds another thing before one that
// the tagger sees: 沂川宣言和|远屿行动计划.
func (a *article) joinsProjects(m *extract.Mention) bool {
	if m.Rule != "names.campaign" {
		return false
	}
	for _, t := range a.spansOver(m.Range) {
		if t.Tag == tagger.Project && t.End == m.End && t.Start > m.Start && strings.ContainsRune("和与及、", a.runeBefore(t.Start)) {
			return true
		}
	}
	return false
}

// opposed tells whether the tagger is sure of something else over a stretch.
func (a *article) opposed(r text.Range) bool { return a.opposedBy(r, overrules) }

func (a *article) opposedBy(r text.Range, confidence float64) bool {
	for _, t := range a.spansOver(r) {
		if t.Confidence >= confidence {
			return true
		}
	}
	return false
}

// beforePost tells whether a title stands behind off, a department between.
func (a *article) beforePost(off int) bool {
	for _, t := range a.spansOver(text.Range{Start: off, End: min(len(a.s), off+3*longestInTitle)}) {
		if t.Tag == tagger.Title && t.Start >= off {
			return a.insideTitle(off, t.Start)
		}
	}
	return false
}

// latin tells whether a name has no character but Latin letters and digits.
func latin(s string) bool { return strings.Trim(s, asciiLetters+asciiDigits+"&-'") == "" }

// least is how sure the tagger must be of a firm that nothing else speaks for.
func (a *article) least(r text.Range) float64 {
	if words().firm.Suffix(a.s[r.Start:r.End]) > 0 {
		return leastEnding
	}
	return leastBare
}

// sure drops what is less sure than an entity must be.
func (a *article) sure(ms []extract.Mention) []extract.Mention {
	out := ms[:0]
	for _, m := range ms {
		if a.isSure(&m) {
			out = append(out, m)
		}
	}
	return out
}

func (a *article) isSure(m *extract.Mention) bool {
	switch {
	case m.Kind == store.Project:
		return m.Confidence >= leastProject
	case m.Kind == store.Company && IsLegal(a.s[m.Start:m.End]):
		return m.Confidence >= leastLegal
	case m.Confidence < leastConfidence:
		return false
	case m.Rule != "names.tagger", m.Kind == store.Organization && !latin(a.s[m.Start:m.End]), m.Confidence >= a.least(m.Range):
		return true
	}
	return a.evidence(m.Start, m.End) || a.beforePost(m.End)
}
