package gold

import (
	"os"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// TestCurve: of an invented article one quote has the wrong speaker, one name is
// no person, one figure the wrong value. An optional organisation is neither right
// nor wrong, a name is as sure as its best mention, and what says nothing of
// itself (500棵) is left out.
func TestCurve(t *testing.T) {
	r, err := ScoreDirs([]string{"testdata/curve/gold"}, FoundIn("testdata/curve/found"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/curve/want.txt")
	if err != nil {
		t.Fatal(err)
	}
	if d := gocmp.Diff(string(want), r.Curves.String()); d != "" {
		t.Error(d)
	}
}

func TestBands(t *testing.T) {
	for _, c := range []struct {
		teaches string
		said    float64
		band    int
	}{
		{"nothing is a candidate", 0, 0},
		{"so is what is just under the threshold", 0.4999, 0},
		{"a bound is of the band above it", 0.5, 1},
		{"also where floating point is not exact", 0.7, 3},
		{"certainty is in the last band", 1, 5},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			var got, want Curve
			got.note(c.said, true)
			want[c.band] = Band{Right: 1, All: 1, sum: c.said}
			if got != want {
				t.Errorf("%v, not %v", got, want)
			}
		})
	}
}

// TestCurveOfCandidates: they are judged, by what of the gold is left, and change
// no score.
func TestCurveOfCandidates(t *testing.T) {
	person := func(name string, sure float64) Person {
		return Person{Name: name, Mentions: []Stretch{{Evidence: &Evidence{Rule: "test", Confidence: sure}}}}
	}
	gold := &Article{People: []Person{{Name: "卫成蹊"}, {Name: "柏知秋"}, {Name: "陆明远", Optional: true}}}
	for _, c := range []struct {
		teaches   string
		candidate string
		want      Band
	}{
		{"one that is missing is right", "柏知秋", Band{Right: 1, All: 1, sum: 0.25}},
		{"one that is shown already is wrong", "卫成蹊", Band{Right: 0, All: 1, sum: 0.25}},
		{"an optional one is neither", "陆明远", Band{}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			r := NewReport()
			found := &Article{People: []Person{person("卫成蹊", 0.75)}, Unsure: &Article{People: []Person{person(c.candidate, 0.25)}}}
			if err := r.Add("a", text, gold, found); err != nil {
				t.Fatal(err)
			}
			curve := r.Curves["people"]
			if curve[0] != c.want || curve[3] != (Band{Right: 1, All: 1, sum: 0.75}) {
				t.Errorf("%+v", curve)
			}
			if got := r.Tallies["people"]; got.TP != 1 || got.FP != 0 || got.FN != 1 {
				t.Errorf("the score is %+v", got)
			}
		})
	}
}
