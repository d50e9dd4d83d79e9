package likeness

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzCompare(f *testing.F) {
	for _, tt := range relations {
		f.Add(tt.asked, tt.printed)
	}
	f.Add("继\xff续……\u200d👨‍👩‍👧e\u0301🇨🇳🇨", "-1,000,00.5%——...“")
	f.Add(strings.Repeat("啊", 300), strings.Repeat("啊", 200)+"哦")
	f.Fuzz(func(t *testing.T, a, b string) {
		checkDiff(t, Diff(a, b), a, b)
		r, back := Compare(a, b), Compare(b, a)
		checkRelation(t, r, a, b)
		checkReverse(t, r, back)
		s, v := Nearest(a, b)
		checkSpan(t, s, b)
		if v < 0 || v > 1 || v > 0 && s.Start == s.End {
			t.Errorf("nearest %v with %f", s, v)
		}
		if r.Kind == PartOf && v != 1 {
			t.Errorf("a part, but nearest gives %f", v)
		}
	})
}

func checkRelation(t *testing.T, r Relation, asked, printed string) {
	t.Helper()
	checkSpan(t, r.Asked, asked)
	checkSpan(t, r.Printed, printed)
	if (r.Kind == Verbatim) != (asked == printed) {
		t.Errorf("%q and %q: %v", asked, printed, r.Kind)
	}
	if r.Kind >= Contains != (r.Similarity == 1) || r.Similarity < 0 || r.Similarity > 1 {
		t.Errorf("%v with similarity %f", r.Kind, r.Similarity)
	}
	if same := r.Kind >= Normalised; hasWords(asked+printed) && same != unchanged(Diff(asked, printed)) {
		t.Errorf("%v, and the diff is %s", r.Kind, render(Diff(asked, printed)))
	}
	if (r.Kind == Altered) != (len(r.Diff) > 0) {
		t.Errorf("%v with %d edits", r.Kind, len(r.Diff))
	}
	if r.Kind == Altered {
		first, last := r.Diff[0], r.Diff[len(r.Diff)-1]
		if first.A.Start != r.Asked.Start || last.A.End != r.Asked.End || first.B.Start != r.Printed.Start || last.B.End != r.Printed.End {
			t.Errorf("the diff leads from %v, %v to %v, %v, not from %v to %v", first.A, first.B, last.A, last.B, r.Asked, r.Printed)
		}
	}
	longer := printed
	if r.Kind == Contains {
		longer = asked
	}
	for i, p := range r.Pieces {
		checkSpan(t, p, longer)
		if i > 0 && p.Start < r.Pieces[i-1].End {
			t.Errorf("piece %d overlaps the one before", i)
		}
	}
}

func unchanged(diff []Edit) bool {
	for _, e := range diff {
		if e.Op != Equal {
			return false
		}
	}
	return true
}

// checkReverse checks that Compare means the same read backwards. Short texts are
// parts of longer ones, but no trimmed versions.
func checkReverse(t *testing.T, r, back Relation) {
	t.Helper()
	switch r.Kind {
	case Verbatim, Normalised:
		if back.Kind != r.Kind {
			t.Errorf("%v forwards, %v backwards", r.Kind, back.Kind)
		}
	case Contains:
		if back.Kind != PartOf {
			t.Errorf("contains forwards, %v backwards", back.Kind)
		}
	case PartOf:
		if back.Kind == Verbatim || back.Kind == Normalised {
			t.Errorf("a part forwards, %v backwards", back.Kind)
		}
	}
}

func FuzzWording(f *testing.F) {
	f.Add("營收１５．２億元，“增長”……\xff👨‍👩‍👧")
	f.Add("1,000,000—5…… e\u0301\u200d")
	f.Fuzz(func(t *testing.T, text string) {
		w := new(interner).wording(text)
		end := Span{}
		for i, at := range w.words {
			checkSpan(t, at.Span, text)
			checkSpan(t, Span{at.lead, at.Start, at.runeLead, at.RuneStart}, text)
			if at.Start >= at.End || at.lead < end.End {
				t.Fatalf("word %d at %+v, after %+v", i, at, end)
			}
			end = at.Span
		}
		if w.runes != utf8.RuneCountInString(text) || len(w.ids) != len(w.words) {
			t.Fatalf("%d code points, %d words at %d places", w.runes, len(w.ids), len(w.words))
		}
	})
}
