// Package quotes finds what somebody said or wrote, in that person's words:
// direct quotations in marks, blocks set apart without them, and indirect
// reports after a cue (说, 表示, 据某某介绍).
//
// Find reads a text.View and the names that were found in it, and gives quotes
// sorted by where they start. It is pure and linear in the length of the text:
// the same input gives the same quotes. A quotation that its attribution or
// paragraphs divide is one Quote with several Ranges.
//
// What it takes for a quotation is decided with the marks' surroundings:
// a stop inside the closing mark, a cue before or behind, the words that make a
// term of it (“……”项目). The speaker is looked for between the quotation and
// the cue. A rule's Confidence is how often it was right when read against
// newspaper articles.
package quotes

import (
	"sort"
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
)

// Find gives the quotes of v. Speakers are resolved to linked.Entities; a
// person the attribution names and linked lacks is returned with
// SpeakerEntity -1. linked may be nil.
func Find(v *text.View, linked *extract.Linked) []extract.Quote {
	if linked == nil {
		linked = &extract.Linked{}
	}
	f := &finder{v: simplified(v), printed: v, names: newNames(linked), last: nobody, lastIn: none}
	for i := 0; i < len(v.Paragraphs); {
		i += f.paragraph(i)
	}
	sort.SliceStable(f.quotes, func(a, b int) bool {
		return f.quotes[a].Ranges[0].Start < f.quotes[b].Ranges[0].Start
	})
	return f.quotes
}

// finder walks the paragraphs in order and remembers who spoke last.
type finder struct {
	v       *text.View // in simplified characters, offsets as in printed
	printed *text.View
	names   *names
	quotes  []extract.Quote

	pairs   []text.Pair // the outermost of the paragraph that is read
	index   int         // the paragraph that is being read
	last    speaker     // who spoke last in this section
	lastIn  int         // in which paragraph
	spoken  int         // where the last quote ends: names before it are the speaker's words
	section int
	kinOf   map[string]int // people by what they are to somebody, once asked for
	// carried is the quote that the last paragraph left open, or the speaker
	// whom its final colon announced: 某某说：⏎“……”
	carried *carry
}

// paragraph reads paragraph i, with those after it that belong to the same
// block, and tells how many it has read.
func (f *finder) paragraph(i int) int {
	p := f.v.Paragraphs[i]
	if p.Section != f.section {
		f.section, f.last, f.carried = p.Section, nobody, nil
	}
	switch p.Kind {
	case text.Headline, text.Heading:
		if f.repeatsHeadline(i) {
			return 1
		}
		if n := f.statement(i); n > 0 {
			return n
		}
		f.headline(i)
	case text.Body:
		if f.repeatsHeadline(i) {
			f.termsIn(p.Range)
			return 1
		}
		if n := f.epigraph(i); n > 0 {
			return n
		}
		if !f.turn(i) {
			f.body(i)
		}
	}
	return 1
}

// furthestRepeat is how far behind a headline a paragraph repeats it.
const furthestRepeat = 2

var blanks = strings.NewReplacer(" ", "", "　", "", "\n", "")

// repeatsHeadline tells a paragraph that is the headline over again, a rubric
// before it, as agencies print it: (抗击疫情)某地专家称可以开学
func (f *finder) repeatsHeadline(i int) bool {
	first := f.v.Paragraphs[0]
	if i == 0 || i > furthestRepeat || first.Kind != text.Headline || f.v.Paragraphs[i].Len() > 2*first.Len()+reach {
		return false
	}
	head := blanks.Replace(f.v.Cut(first.Range))
	rubric, repeats := strings.CutSuffix(blanks.Replace(f.v.Cut(f.v.Paragraphs[i].Range)), head)
	return repeats && head != "" && (rubric == "" || strings.HasSuffix(rubric, ")") || strings.HasSuffix(rubric, "）") || strings.HasSuffix(rubric, "："))
}

// add keeps a quote said by sp.
func (f *finder) add(kind store.QuoteKind, sp speaker, rule rule, cue text.Range, ranges ...text.Range) *extract.Quote {
	sp = f.withEmployer(f.asLinked(sp))
	q := extract.Quote{
		Kind: kind, Ranges: ranges, Cue: cue, Context: f.context(ranges, sp.at),
		Speaker: sp.at, SpeakerEntity: sp.entity, SpeakerText: sp.text, Named: sp.named,
		Title: sp.title, Organization: sp.org, OrganizationEntity: sp.orgEntity,
		Found: extract.Found{Rule: rule.name, Confidence: rule.confidence * sp.doubt()},
	}
	q.Candidates = sp.candidates()
	if sp.text == "" {
		q.SpeakerEntity, q.OrganizationEntity = none, none
	}
	f.quotes = append(f.quotes, q)
	return &f.quotes[len(f.quotes)-1]
}

// context is the outer sentences around the first range, its attribution
// included where it stands in the same paragraph.
func (f *finder) context(ranges []text.Range, who text.Range) text.Range {
	c := ranges[0]
	for _, r := range append([]text.Range{who}, ranges...) {
		if r.Len() == 0 || f.v.ParagraphAt(r.Start) != f.v.ParagraphAt(c.Start) {
			continue
		}
		if s, ok := f.v.SentenceAt(r.Start); ok {
			c.Start, c.End = min(c.Start, s.Start), max(c.End, s.End)
		}
		if s, ok := f.v.SentenceAt(r.End - 1); ok {
			c.End = max(c.End, s.End)
		}
	}
	return f.v.Near(c, ranges[0])
}

// rule names a way of finding quotes; confidence is the share of its quotes
// that were right when read by eye.
type rule struct {
	name       string
	confidence float64
}

var (
	saidBefore   = rule{"quotes.said-before", 0.95}   // 某某说：“……”
	saidAfter    = rule{"quotes.said-after", 0.95}    // “……。”某某说
	saidBetween  = rule{"quotes.said-between", 0.97}  // “……，”某某说，“……”
	saidWithin   = rule{"quotes.said-within", 0.85}   // 某某表示，……，“……”。
	saidPartly   = rule{"quotes.said-partly", 0.7}    // 某某强调“……”
	colonOnly    = rule{"quotes.colon", 0.85}         // 某某深有感触：“……”
	voiceAfter   = rule{"quotes.voice-after", 0.75}   // “……。”某某难掩激动
	nothingSaid  = rule{"quotes.adjacent", 0.85}      // “……。”“……。”
	carriedOver  = rule{"quotes.paragraphs", 0.85}    // “……⏎“……”
	lastSubject  = rule{"quotes.last-subject", 0.8}   // 某某来了。“……。”
	printedOnly  = rule{"quotes.as-printed", 0.5}     // 老掌柜说：“……”
	noSpeaker    = rule{"quotes.no-speaker", 0.4}     // a paragraph that is one quotation
	reported     = rule{"quotes.reported", 0.85}      // 某某表示，……
	reportedBare = rule{"quotes.reported-bare", 0.65} // 某某称将……
	reportedFrom = rule{"quotes.reported-from", 0.6}  // 记者从某局获悉，……
	reportedOver = rule{"quotes.reported-over", 0.75} // ……⏎要……
	reportedNone = rule{"quotes.reported-none", 0.6}  // 据介绍，……
	headSays     = rule{"quotes.headline", 0.5}       // 某某：……
	termRule     = rule{"quotes.term", 0.95}          // “链主”企业
	epigraphRule = rule{"quotes.epigraph", 0.95}
	statementOf  = rule{"quotes.statement", 0.85}
	turnOf       = rule{"quotes.turn", 0.8}
)
