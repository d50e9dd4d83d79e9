package gold

import (
	"testing"

	"zhiku/store"
)

// TestFromKeepsCandidatesApart: what is under the threshold is in Unsure and
// nowhere else.
func TestFromKeepsCandidatesApart(t *testing.T) {
	doc := &store.Document{}
	for i, said := range []float64{0.9, store.CandidateBelow, 0.4} {
		id, e := store.EntityID(rune('a'+i)), store.Evidence{Rule: "test", Confidence: said}
		doc.Entities = append(doc.Entities, store.Entity{ID: id, Kind: store.Company, Name: string(id), Confidence: said})
		doc.Mentions = append(doc.Mentions, store.Mention{Entity: id, Evidence: e})
		doc.Figures = append(doc.Figures, store.Figure{Surface: string(id), Evidence: e})
	}
	a := From(doc, "a.txt", "", 0)
	if len(a.Companies) != 2 || len(a.Figures) != 2 {
		t.Errorf("shown are %+v, %+v", a.Companies, a.Figures)
	}
	u := a.Unsure
	if len(u.Companies) != 1 || len(u.Figures) != 1 || u.Companies[0].Name != "c" || surest(u.Companies[0].Mentions).Confidence != 0.4 {
		t.Errorf("candidates are %+v, %+v", u.Companies, u.Figures)
	}
}
