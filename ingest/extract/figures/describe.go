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
	heading   bool // stands above a section
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
	f.heading = p.Kind == text.Heading || p.Kind == text.Headline
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
	f.raw = segment.Default().Cut(f.text[s.Start:s.End], f.raw[:0])
	f.words = f.words[:0]
	for _, w := range f.raw {
		w.Start += s.Start
		w.End += s.Start
		if n := len("同比"); w.End-w.Start > n && (f.text[w.Start:w.Start+n] == "同比" || f.text[w.Start:w.Start+n] == "环比") { // 同比增加 is no name
			f.words = append(f.words, segment.Word{Start: w.Start, End: w.Start + n, Tag: "j"})
			w.Start, w.Tag = w.Start+n, "v"
		}
		if n := len("已"); strings.HasPrefix(f.text[w.Start:w.End], "已") && f.lex.has("change", f.text[w.Start+n:w.End]) { // 已|降
			f.words = append(f.words, segment.Word{Start: w.Start, End: w.Start + n, Tag: "d"})
			w.Start, w.Tag = w.Start+n, "v"
		}
		if n := len(f.words); n > 0 && f.comparing(f.words[n-1], w) { // 价格比|往年, 规模较|“十三五”末
			at := f.words[n-1].End - len("比")
			f.words[n-1].End = at
			f.words = append(f.words, segment.Word{Start: at, End: at + len("比"), Tag: "p"})
		}
		f.words = append(f.words, w)
		if n := len(f.words); n > 1 {
			f.mend(&f.words[n-2], &f.words[n-1])
		}
	}
}

// comparing tells whether the 比 or 较 that ends a word, which statistics made,
// compares with the time that follows.
func (f *finder) comparing(a, b segment.Word) bool {
	printed := f.word(a)
	if len(printed) <= 2*len("比") || !strings.HasSuffix(printed, "比") && !strings.HasSuffix(printed, "较") {
		return false
	}
	if b.Tag != "t" && f.word(b) != "“" {
		if _, dated := f.dateOver(b); !dated {
			return false
		}
	}
	return !f.lex.has("share", printed) && !f.lex.has("tail", printed)
}

// mend moves the cut between two words where statistics leave a word torn that
// metrics need: 占|比达 is 占比|达, 比|重要达到 is 比重|要.
func (f *finder) mend(a, b *segment.Word) {
	first, second := f.word(*a), f.word(*b)
	if first == "最" && strings.HasPrefix(second, "高") && f.lex.has("change", strings.TrimPrefix(second, "高")) { // 最高|涨, not 最|高涨
		a.End += len("高")
		b.Start += len("高")
		b.Tag = "v"
		return
	}
	if first == "创新" && second == "高" { // 再创|新高
		a.End -= len("新")
		b.Start -= len("新")
		a.Tag, b.Tag = "v", "n"
		return
	}
	if second == "旗下" { // a side of its owner
		b.Tag = "f"
	}
	if second == "大项" || second == "小项" { // no numbers
		b.Tag = "n"
	}
	if second == "大宗" { // no number
		b.Tag = "b"
	}
	if b.Tag == "x" && strings.HasPrefix(second, "内") && f.lasts(*a) { // 六个月|内升
		a.End += len("内")
		b.Start += len("内")
		b.Tag = "v"
		return
	}
	if first == "占" && strings.HasPrefix(second, "比") || first == "比" && strings.HasPrefix(second, "重") {
		a.End += len("比")
		b.Start += len("比")
		a.Tag = "n"
		if f.word(*b) == "要" {
			b.Tag = "v"
		}
	}
}

func (f *finder) figure(c *clause, who about, when period, target bool) extract.Figure {
	fig := extract.Figure{Range: c.Range, Value: c.value.Store(), Unit: f.printedUnit(c.atom), Hedge: f.printedHedge(c.atom),
		Currency: f.currency(c.atom), Metric: f.measureOf(c), About: who.name, AboutEntity: who.entity,
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

// printedHedge gives the hedges as one field, in the article's own characters: 近…多.
func (f *finder) printedHedge(a *atom) string {
	var parts []string
	at := a.Start
	for _, h := range []string{a.before, a.inner, a.after} {
		if h == "" {
			continue
		}
		if i := strings.Index(f.text[at:a.End], h); i >= 0 {
			at += i + len(h)
			h = f.view.Text[at-len(h) : at]
		}
		parts = append(parts, h)
	}
	return strings.Join(parts, "…")
}
