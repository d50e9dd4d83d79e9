package ingest

import (
	"slices"

	"zhiku/ingest/extract"
	"zhiku/ingest/link"
	"zhiku/ingest/text"
	"zhiku/store"
)

// assemble gives what was found its ids and its places in the article's own
// text.
func assemble(a *store.Article, f *findings) *store.Document {
	b := builder{findings: f, article: a.ID, seen: map[string]int{}, row: map[store.EntityID]int{},
		doc: &store.Document{Article: *a, Extractor: extract.Version}}
	b.entities()
	b.mentions()
	b.quotes()
	b.figures()
	b.dates()
	return b.doc
}

type builder struct {
	*findings
	article store.ArticleID
	doc     *store.Document
	ids     []store.EntityID       // beside linked.Entities
	row     map[store.EntityID]int // of doc.Entities
	seen    map[string]int         // how often an item of the same words came before
}

// nth counts from 0 how often key was asked for.
func (b *builder) nth(key string) int {
	n := b.seen[key]
	b.seen[key]++
	return n
}

func (b *builder) evidence(f extract.Found) store.Evidence {
	return store.Evidence{Rule: f.Rule, Confidence: f.Confidence, Extractor: extract.Version}
}

// entities turns the article's entities into the store's. Two that have one
// key are one entity with the names of both.
func (b *builder) entities() {
	for i := range b.linked.Entities {
		e := &b.linked.Entities[i]
		key := link.Key(e.Kind, e.Name, e.Employer)
		id := store.NewEntityID(e.Kind, key)
		b.ids = append(b.ids, id)
		if n, ok := b.row[id]; ok {
			addNames(&b.doc.Entities[n], append([]string{e.Name}, e.Aliases...))
		} else {
			b.row[id] = len(b.doc.Entities)
			b.doc.Entities = append(b.doc.Entities, store.Entity{ID: id, Kind: e.Kind, Name: e.Name, Key: key, Employer: e.Employer})
			addNames(&b.doc.Entities[len(b.doc.Entities)-1], e.Aliases)
		}
	}
	for i := range b.linked.Entities {
		b.affiliation(i)
		b.undertaking(i)
	}
}

func addNames(e *store.Entity, names []string) {
	have := map[string]bool{e.Name: true}
	for _, n := range e.Aliases {
		have[n] = true
	}
	for _, n := range names {
		if n != "" && !have[n] {
			have[n] = true
			e.Aliases = append(e.Aliases, n)
		}
	}
}

func (b *builder) affiliation(i int) {
	e := &b.linked.Entities[i]
	if e.Kind != store.Person || (e.Title == "" && e.Employer == "") {
		return
	}
	a := store.Affiliation{Article: b.article, Person: b.ids[i], OrganizationText: e.Employer, Title: e.Title,
		Organization: b.id(e.EmployerEntity)}
	for _, have := range b.doc.Affiliations {
		if have == a {
			return
		}
	}
	b.doc.Affiliations = append(b.doc.Affiliations, a)
}

func (b *builder) undertaking(i int) {
	e := &b.linked.Entities[i]
	if e.Kind != store.Project || (e.OwnerText == "" && e.Place == "") {
		return
	}
	u := store.Undertaking{Article: b.article, Project: b.ids[i], Owner: b.id(e.Owner), OwnerText: e.OwnerText, Place: e.Place}
	if !slices.Contains(b.doc.Undertakings, u) {
		b.doc.Undertakings = append(b.doc.Undertakings, u)
	}
}

// id of the entity with index i; "" for -1.
func (b *builder) id(i int) store.EntityID {
	if i < 0 {
		return ""
	}
	return b.ids[i]
}

// optionalSpan is the zero span for an empty range.
func (b *builder) optionalSpan(r text.Range) store.Span {
	if r.Len() <= 0 {
		return store.Span{}
	}
	return b.view.Span(r)
}

// around gives the sentences r stands in, or r itself outside of any, as far as
// they are near.
func (b *builder) around(r text.Range) text.Range { return b.view.Near(b.sentences(r), r) }

func (b *builder) sentences(r text.Range) text.Range {
	first, ok := b.view.SentenceAt(r.Start)
	if !ok {
		return r
	}
	last, ok := b.view.SentenceAt(r.End - 1)
	if !ok {
		return r
	}
	return text.Range{Start: min(first.Start, r.Start), End: max(last.End, r.End)}
}

// printed gives where an item stands, and what its id is made of: its sentence, its
// words, and the how manieth of its kind they are there.
func (b *builder) printed(kind string, r, around text.Range) (span store.Span, sentence, surface string, nth int) {
	sentence, surface = b.view.Cut(around), b.view.Cut(r)
	return b.view.Span(r), sentence, surface, b.nth(kind + "\x00" + sentence + "\x00" + surface)
}

func (b *builder) mentions() {
	for i := range b.linked.Mentions {
		m := &b.linked.Mentions[i]
		span, sentence, surface, nth := b.printed("m", m.Range, b.around(m.Range))
		id := store.NewMentionID(b.article, sentence, surface, nth)
		e := &b.doc.Entities[b.row[b.ids[b.linked.EntityOf[i]]]]
		e.Confidence = max(e.Confidence, m.Confidence)
		b.doc.Mentions = append(b.doc.Mentions, store.Mention{ID: id, Article: b.article, Kind: m.Kind,
			Entity: b.ids[b.linked.EntityOf[i]], Span: span, Surface: span.Cut(b.view.Raw), Evidence: b.evidence(m.Found)})
	}
}

func (b *builder) quotes() {
	for i := range b.findings.quotes {
		b.doc.Quotes = append(b.doc.Quotes, b.quote(&b.findings.quotes[i]))
	}
}

func (b *builder) quote(q *extract.Quote) store.Quote {
	words := ""
	spans := make([]store.Span, len(q.Ranges))
	for i, r := range q.Ranges {
		spans[i] = b.view.Span(r)
		if i > 0 {
			words += store.SpanSeparator
		}
		words += spans[i].Cut(b.view.Raw)
	}
	out := store.Quote{Article: b.article, Kind: q.Kind, Text: words, Spans: spans,
		ID:      store.NewQuoteID(b.article, q.Kind, words, b.nth("q\x00"+string(q.Kind)+words)),
		Context: b.optionalSpan(b.quoteContext(q)),
		Speaker: b.id(q.SpeakerEntity), SpeakerText: q.SpeakerText, SpeakerSpan: b.optionalSpan(q.Speaker), Named: q.Named,
		Candidates: b.candidates(q), Title: q.Title, OrganizationText: q.Organization, Organization: b.id(q.OrganizationEntity),
		Evidence: b.evidence(q.Found)}
	if q.Cue.Len() > 0 {
		out.CueSpan = b.view.Span(q.Cue)
		out.Cue = out.CueSpan.Cut(b.view.Raw)
	}
	return out
}

// candidates are all who may have said a quote. Two names of one entity are one
// candidate; where that leaves the speaker alone there is no doubt.
func (b *builder) candidates(q *extract.Quote) []store.SpeakerCandidate {
	var out []store.SpeakerCandidate
	sum := 0.0
	for _, c := range q.Candidates {
		id := b.id(c.Entity)
		if id != "" && slices.ContainsFunc(out, func(have store.SpeakerCandidate) bool { return have.Entity == id }) {
			continue
		}
		out = append(out, store.SpeakerCandidate{Name: c.Who, Entity: id, Weight: c.Weight, Joint: c.Joint})
		sum += c.Weight
	}
	if len(out) < 2 {
		return nil
	}
	for i := range out {
		out[i].Weight /= sum
	}
	return out
}

func (b *builder) quoteContext(q *extract.Quote) text.Range {
	if q.Context.Len() > 0 {
		return q.Context
	}
	return b.around(text.Range{Start: q.Ranges[0].Start, End: q.Ranges[len(q.Ranges)-1].End})
}

func (b *builder) figures() {
	for i := range b.findings.figures {
		f := &b.findings.figures[i]
		around := b.around(f.Range)
		span, sentence, surface, nth := b.printed("f", f.Range, around)
		id := store.NewFigureID(b.article, sentence, surface, nth)
		b.doc.Figures = append(b.doc.Figures, store.Figure{ID: id, Article: b.article, Span: span,
			Surface: span.Cut(b.view.Raw), Value: f.Value, From: f.From, To: f.To, Unit: f.Unit, Currency: f.Currency, Hedge: f.Hedge, Target: f.Target,
			Metric: f.Metric, About: f.About, AboutID: b.id(f.AboutEntity), Period: f.Period, PeriodVia: f.PeriodVia,
			Context: b.view.Span(around), Evidence: b.evidence(f.Found)})
	}
}

func (b *builder) dates() {
	for i := range b.findings.dates {
		d := &b.findings.dates[i]
		span, sentence, surface, nth := b.printed("d", d.Range, b.around(d.Range))
		id := store.NewDateID(b.article, sentence, surface, nth)
		b.doc.Dates = append(b.doc.Dates, store.DateMention{ID: id, Article: b.article, Span: span, Surface: span.Cut(b.view.Raw),
			From: d.From, To: d.To, Precision: d.Precision, Relative: d.Inferred, Anchor: d.Anchor, Evidence: b.evidence(d.Found)})
	}
}
