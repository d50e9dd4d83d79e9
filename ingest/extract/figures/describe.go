package figures

import (
	"zhiku/ingest/extract"
	"zhiku/ingest/text"
)

// describe turns the atoms of a sentence into figures.
func (f *finder) describe(s text.Range, atoms []atom) {
	for i := range atoms {
		a := &atoms[i]
		fig := extract.Figure{Range: a.Range, Value: a.value.Store(), Unit: a.unit, Hedge: a.hedge(), AboutEntity: -1}
		if a.ranged {
			fig.To = a.to.Store()
		}
		if a.changed {
			fig.From = a.from.Store()
		}
		fig.Rule, fig.Confidence = "figures."+a.rule, a.sure
		f.figures = append(f.figures, fig)
	}
}
