package store

import (
	"fmt"
	"math"
)

// Document is an article with all that was found in it: what ingest hands to
// the store, in one piece.
type Document struct {
	Article      Article
	Entities     []Entity
	Mentions     []Mention
	Quotes       []Quote
	Figures      []Figure
	Dates        []DateMention
	Affiliations []Affiliation
	Undertakings []Undertaking
	Extractor    int // extract.Version
}

// Validate tells what is wrong with a document: a span that does not cut out
// its surface, an id that stands twice, a reference to an entity that is not there.
func (d *Document) Validate() error {
	v := validator{doc: d, entities: map[EntityID]bool{}, seen: map[string]bool{}}
	for i := range d.Entities {
		v.entity(i, &d.Entities[i])
	}
	for i := range d.Mentions {
		v.mention(i, &d.Mentions[i])
	}
	for i := range d.Quotes {
		v.quote(i, &d.Quotes[i])
	}
	for i := range d.Figures {
		v.figure(i, &d.Figures[i])
	}
	for i := range d.Dates {
		v.date(i, &d.Dates[i])
	}
	for i, a := range d.Affiliations {
		v.ref(fmt.Sprintf("affiliation %d: person", i), a.Person, true)
		v.ref(fmt.Sprintf("affiliation %d: organization", i), a.Organization, false)
	}
	for i, u := range d.Undertakings {
		v.ref(fmt.Sprintf("undertaking %d: project", i), u.Project, true)
		v.ref(fmt.Sprintf("undertaking %d: owner", i), u.Owner, false)
	}
	if d.Article.TitleSpan != (Span{}) {
		v.check("title", d.Article.TitleSpan, d.Article.TitleSpan.Check(d.Article.Text))
	}
	if v.err != nil {
		return fmt.Errorf("document %s: %w", d.Article.ID, v.err)
	}
	return nil
}

type validator struct {
	doc      *Document
	entities map[EntityID]bool
	seen     map[string]bool
	err      error // the first one found
}

func (v *validator) fail(format string, args ...any) {
	if v.err == nil {
		v.err = fmt.Errorf(format, args...)
	}
}

func (v *validator) check(what string, s Span, err error) {
	if err != nil {
		v.fail("%s: %w", what, err)
	}
}

func (v *validator) unique(what, id string) {
	if id == "" || v.seen[id] {
		v.fail("%s: id %q is empty or stands twice", what, id)
	}
	v.seen[id] = true
}

func (v *validator) ref(what string, id EntityID, required bool) {
	if id == "" && !required {
		return
	}
	if !v.entities[id] {
		v.fail("%s: entity %q is not in the document", what, id)
	}
}

func (v *validator) cuts(what string, s Span, surface string) {
	if err := s.Check(v.doc.Article.Text); err != nil {
		v.fail("%s: %w", what, err)
		return
	}
	if got := s.Cut(v.doc.Article.Text); got != surface {
		v.fail("%s: span cuts out %q, not %q", what, got, surface)
	}
}

func (v *validator) optionalSpan(what string, s Span) {
	if s != (Span{}) {
		v.check(what, s, s.Check(v.doc.Article.Text))
	}
}

func (v *validator) evidence(what string, e Evidence) {
	if e.Rule == "" || e.Confidence < 0 || e.Confidence > 1 || e.Extractor <= 0 {
		v.fail("%s: evidence %+v: rule, confidence of 0 to 1 and extractor are needed", what, e)
	}
}

func (v *validator) entity(i int, e *Entity) {
	what := fmt.Sprintf("entity %d", i)
	v.unique(what, string(e.ID))
	v.entities[e.ID] = true
	if e.Name == "" || e.Key == "" {
		v.fail("%s: name %q and key %q must not be empty", what, e.Name, e.Key)
	}
	if e.Confidence < 0 || e.Confidence > 1 {
		v.fail("%s: confidence %v is not 0 to 1", what, e.Confidence)
	}
	if want := NewEntityID(e.Kind, e.Key); e.ID != want {
		v.fail("%s: id is %s, its kind and key give %s", what, e.ID, want)
	}
}

func (v *validator) mention(i int, m *Mention) {
	what := fmt.Sprintf("mention %d", i)
	v.unique(what, string(m.ID))
	v.cuts(what, m.Span, m.Surface)
	v.ref(what, m.Entity, true)
	v.evidence(what, m.Evidence)
}

func (v *validator) quote(i int, q *Quote) {
	what := fmt.Sprintf("quote %d", i)
	v.unique(what, string(q.ID))
	text := ""
	for j, s := range q.Spans {
		if err := s.Check(v.doc.Article.Text); err != nil {
			v.fail("%s: %w", what, err)
			return
		}
		if j > 0 {
			text += SpanSeparator
			if s.Start < q.Spans[j-1].End {
				v.fail("%s: spans overlap or are out of order", what)
			}
		}
		text += s.Cut(v.doc.Article.Text)
	}
	if text == "" || text != q.Text {
		v.fail("%s: spans cut out %q, not %q", what, text, q.Text)
	}
	v.optionalSpan(what+": context", q.Context)
	v.optionalSpan(what+": speaker", q.SpeakerSpan)
	if q.CueSpan != (Span{}) {
		v.cuts(what+": cue", q.CueSpan, q.Cue)
	}
	v.ref(what+": speaker", q.Speaker, false)
	v.candidates(what, q)
	v.ref(what+": organization", q.Organization, false)
	v.evidence(what, q.Evidence)
}

func (v *validator) figure(i int, f *Figure) {
	what := fmt.Sprintf("figure %d", i)
	v.unique(what, string(f.ID))
	v.cuts(what, f.Span, f.Surface)
	for _, d := range []Decimal{f.Value, f.From, f.To} {
		if d == "" {
			continue
		}
		if got, err := ParseDecimal(string(d)); err != nil || got != d {
			v.fail("%s: %q is no normal decimal number", what, d)
		}
	}
	if f.Value == "" {
		v.fail("%s: no value", what)
	}
	v.optionalSpan(what+": context", f.Context)
	v.ref(what+": about", f.AboutID, false)
	v.evidence(what, f.Evidence)
}

// candidates of a quote are its speaker and at least one other, the likelier
// first, with weights that make 1.
func (v *validator) candidates(what string, q *Quote) {
	if len(q.Candidates) == 0 {
		return
	}
	if first := q.Candidates[0]; len(q.Candidates) == 1 || first.Name != q.SpeakerText || first.Entity != q.Speaker || first.Joint {
		v.fail("%s: candidates %+v are not the speaker %q and others", what, q.Candidates, q.SpeakerText)
	}
	sum, last := 0.0, 1.0
	for _, c := range q.Candidates {
		v.ref(what+": candidate", c.Entity, false)
		if c.Name == "" || c.Weight <= 0 || c.Weight > last {
			v.fail("%s: candidate %+v: a name is needed, and a weight that is none of a likelier one", what, c)
		}
		sum, last = sum+c.Weight, c.Weight
	}
	if math.Abs(sum-1) > 1e-6 {
		v.fail("%s: the weights of its candidates make %v, not 1", what, sum)
	}
}

func (v *validator) date(i int, d *DateMention) {
	what := fmt.Sprintf("date %d", i)
	v.evidence(what, d.Evidence)
	v.unique(what, string(d.ID))
	v.cuts(what, d.Span, d.Surface)
	if (d.From == "") != (d.To == "") || d.From > d.To {
		v.fail("%s: %s is resolved from %q to %q", what, d.Surface, d.From, d.To)
	}
	if d.Anchor != "" && (d.From == "" || !d.Relative) {
		v.fail("%s: %s is counted from %q and is not relative, or not resolved", what, d.Surface, d.Anchor)
	}
}
