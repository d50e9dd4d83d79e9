package gold

import (
	"encoding/json"
	"math"

	"zhiku/store"
)

// From turns a document into this form, its candidates apart. runeOffset is
// where the article's text begins in its file, in code points.
func From(doc *store.Document, file string, sha256 string, runeOffset int) *Article {
	e := exporter{Document: doc, offset: runeOffset, byID: map[store.EntityID]*store.Entity{},
		mentions: map[store.EntityID][]Stretch{}}
	for i := range doc.Entities {
		e.byID[doc.Entities[i].ID] = &doc.Entities[i]
	}
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		s := Stretch{Start: m.Span.RuneStart + runeOffset, End: m.Span.RuneEnd + runeOffset, Evidence: evidence(m.Evidence)}
		e.mentions[m.Entity] = append(e.mentions[m.Entity], s)
	}
	a := e.items()
	a.Article, a.SHA256, a.Extractor = file, sha256, doc.Extractor
	a.Source, a.Title, a.Published = doc.Article.Source, doc.Article.Title, string(doc.Article.Published)
	a.Dates = e.dates()
	e.unsure = true
	a.Unsure = e.items()
	return a
}

type exporter struct {
	*store.Document
	offset   int
	byID     map[store.EntityID]*store.Entity
	mentions map[store.EntityID][]Stretch
	unsure   bool // whether candidates are wanted, and not what is shown
}

// items are those that are candidates, or those that are not.
func (e *exporter) items() *Article {
	return &Article{Quotes: e.quotes(), People: e.people(), Companies: e.names(store.Company),
		Organizations: e.names(store.Organization), Projects: e.projects(), Figures: e.figures()}
}

func evidence(e store.Evidence) *Evidence {
	return &Evidence{Rule: e.Rule, Confidence: e.Confidence}
}

func (e *exporter) quotes() []Quote {
	out := []Quote{}
	groups := 0
	for i := range e.Quotes {
		q := &e.Quotes[i]
		if q.Candidate() != e.unsure {
			continue
		}
		group := 0
		if len(q.Spans) > 1 {
			groups++
			group = groups
		}
		for _, s := range q.Spans {
			out = append(out, Quote{Start: s.RuneStart + e.offset, End: s.RuneEnd + e.offset,
				Text: s.Cut(e.Article.Text), Kind: string(q.Kind), Speaker: q.SpeakerText, Named: q.Named,
				Title: q.Title, Organization: q.OrganizationText, Cue: q.Cue, Group: group,
				Candidates: candidates(q.Candidates), Evidence: evidence(q.Evidence)})
		}
	}
	return out
}

// candidates are who may have spoken, their weights to three places.
func candidates(all []store.SpeakerCandidate) []Candidate {
	var out []Candidate
	for _, c := range all {
		out = append(out, Candidate{Who: c.Name, Named: c.Entity != "", Weight: math.Round(c.Weight*1000) / 1000, Joint: c.Joint})
	}
	return out
}

func (e *exporter) dates() []Date {
	out := []Date{}
	for i := range e.Dates {
		d := &e.Dates[i]
		out = append(out, Date{Start: d.Span.RuneStart + e.offset, End: d.Span.RuneEnd + e.offset, Text: d.Surface,
			From: string(d.From), To: string(d.To), Precision: string(d.Precision), Relative: d.Relative, Anchor: string(d.Anchor), Evidence: evidence(d.Evidence)})
	}
	return out
}

func (e *exporter) people() []Person {
	out := []Person{}
	post := map[store.EntityID]store.Affiliation{}
	for _, a := range e.Affiliations {
		if _, ok := post[a.Person]; !ok {
			post[a.Person] = a
		}
	}
	for i := range e.Entities {
		p := &e.Entities[i]
		if p.Kind == store.Person && p.Candidate() == e.unsure {
			out = append(out, Person{Name: p.Name, Title: post[p.ID].Title,
				Organization: post[p.ID].OrganizationText, Mentions: e.mentions[p.ID]})
		}
	}
	return out
}

// projects are names with owner and place, as the article's first mention of an
// undertaking gives them.
func (e *exporter) projects() []Name {
	of := map[string]store.Undertaking{}
	for _, u := range e.Undertakings {
		if name := e.byID[u.Project].Name; of[name].Project == "" {
			of[name] = u
		}
	}
	out := e.names(store.Project)
	for i := range out {
		out[i].Owner, out[i].Place = of[out[i].Name].OwnerText, of[out[i].Name].Place
	}
	return out
}

func (e *exporter) names(kind store.EntityKind) []Name {
	out := []Name{}
	for i := range e.Entities {
		if n := &e.Entities[i]; n.Kind == kind && n.Candidate() == e.unsure {
			aliases := append([]string{}, n.Aliases...)
			out = append(out, Name{Name: n.Name, Aliases: aliases, Mentions: e.mentions[n.ID]})
		}
	}
	return out
}

func (e *exporter) figures() []Figure {
	out := []Figure{}
	for i := range e.Figures {
		f := &e.Figures[i]
		if f.Candidate() != e.unsure {
			continue
		}
		out = append(out, Figure{Start: f.Span.RuneStart + e.offset, End: f.Span.RuneEnd + e.offset, Text: f.Surface,
			Value: json.Number(f.Value), From: number(f.From), To: number(f.To), Unit: f.Unit, Currency: f.Currency, Target: f.Target, Hedge: f.Hedge,
			Metric: f.Metric, About: f.About, Period: f.Period, Evidence: evidence(f.Evidence)})
	}
	return out
}

func number(d store.Decimal) *json.Number {
	if d == "" {
		return nil
	}
	n := json.Number(d)
	return &n
}
