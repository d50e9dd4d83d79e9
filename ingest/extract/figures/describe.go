package figures

import (
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// context is what a sentence leaves to the ones after it.
type context struct {
	section   int
	paragraph text.Range
	period    period // last one printed in this section
	about     about  // whom the section tells of
	said      phrase // what the sentence before measured last
}

// enter begins a paragraph. A heading opens a section, and what it names is
// what the section tells of.
func (f *finder) enter(p *text.Paragraph) {
	if p.Section != f.section || p.Kind == text.Heading || p.Kind == text.Headline {
		f.context = context{section: p.Section}
	}
	f.paragraph, f.said = p.Range, nil
}

// describe turns the atoms of a sentence into figures, and notes what the
// sentence leaves to the next.
func (f *finder) describe(s text.Range, atoms []atom) {
	if len(atoms) > 0 {
		f.cut(s)
		clauses := f.clauses(s, atoms)
		f.metrics(s, clauses)
		targets := f.targets(s, clauses)
		who, when := f.abouts(s, clauses), f.periods(s, clauses)
		for i := range clauses {
			f.figures = append(f.figures, f.figure(&clauses[i], who[i], when[i], targets[i]))
		}
		f.said = clauses[len(clauses)-1].base
	}
	f.leave(s)
}

// cut segments the sentence into words.
func (f *finder) cut(s text.Range) {
	f.words = segment.Default().Cut(f.text[s.Start:s.End], f.words[:0])
	for i := range f.words {
		w := &f.words[i]
		w.Start += s.Start
		w.End += s.Start
		if i > 0 && strings.HasPrefix(f.word(*w), "比") && f.word(f.words[i-1]) == "占" { // 占|比达 is 占比|达
			f.words[i-1].End += len("比")
			f.words[i-1].Tag = "n"
			w.Start += len("比")
		}
	}
}

func (f *finder) figure(c *clause, who about, when period, target bool) extract.Figure {
	fig := extract.Figure{Range: c.Range, Value: c.value.Store(), Unit: f.printedUnit(c.atom), Hedge: c.hedge(),
		Currency: f.currency(c.atom), Metric: f.printed(c.metric), About: who.name, AboutEntity: who.entity,
		Period: when.text, PeriodVia: when.via, Target: target}
	if c.ranged {
		fig.To = c.to.Store()
	}
	if c.changed {
		fig.From = c.from.Store()
	}
	fig.Rule, fig.Confidence = "figures."+c.rule, c.sure
	return fig
}

// printedUnit gives the unit in the article's own characters, full-width forms
// as half-width ones.
func (f *finder) printedUnit(a *atom) string {
	if a.unitAt.Len() > 0 && normalUnit(f.text[a.unitAt.Start:a.unitAt.End]) == a.unit {
		return normalUnit(f.view.Cut(a.unitAt))
	}
	return a.unit
}
