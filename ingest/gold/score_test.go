package gold

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const text = "“今年订单多了三成。”安禾机械董事长卫成蹊说，安禾机械明年产值将达12亿元，比今年的10亿元再涨两成。"

func quote(start, end int, kind, speaker string) Quote {
	return Quote{Start: start, End: end, Kind: kind, Speaker: speaker}
}

func TestScoreQuotes(t *testing.T) {
	gold := quote(1, 10, "direct", "卫成蹊")
	tests := []struct {
		name  string
		found []Quote
		class string
		want  [3]int // tp fp fn
	}{
		{"equal words and speaker", []Quote{gold}, "quotes.attributed", [3]int{1, 0, 0}},
		{"marks at the ends do not count", []Quote{quote(0, 11, "direct", "卫成蹊")}, "quotes.exact", [3]int{1, 0, 0}},
		{"another speaker is one missed and one too many", []Quote{quote(1, 10, "direct", "安禾机械")}, "quotes.attributed", [3]int{0, 1, 1}},
		{"another speaker leaves the words exact", []Quote{quote(1, 10, "direct", "安禾机械")}, "quotes.exact", [3]int{1, 0, 0}},
		{"a cut quotation is not exact", []Quote{quote(1, 8, "direct", "卫成蹊")}, "quotes.exact", [3]int{0, 1, 1}},
		{"an indirect one is no direct one", []Quote{quote(1, 10, "indirect", "卫成蹊")}, "quotes.exact", [3]int{0, 0, 1}},
		{"twice found is once too many", []Quote{gold, gold}, "quotes.exact", [3]int{1, 1, 0}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReport()
			if err := r.Add("a", text, &Article{Quotes: []Quote{gold}}, &Article{Quotes: tt.found}); err != nil {
				t.Fatal(err)
			}
			got := r.Tallies[tt.class]
			if [3]int{got.TP, got.FP, got.FN} != tt.want {
				t.Errorf("tp, fp, fn = %d, %d, %d; want %v", got.TP, got.FP, got.FN, tt.want)
			}
		})
	}
}

func TestScoreFigures(t *testing.T) {
	from := json.Number("10")
	gold := Figure{Start: 30, End: 34, Value: "1200000000", Unit: "元", Metric: "明年产值"}
	tests := []struct {
		name  string
		found Figure
		want  [3]int
	}{
		{"equal", gold, [3]int{1, 0, 0}},
		{"another notation of the same number", Figure{Start: 30, End: 34, Value: "1.2e9", Unit: "元"}, [3]int{1, 0, 0}},
		{"another magnitude", Figure{Start: 30, End: 34, Value: "12", Unit: "元"}, [3]int{0, 1, 1}},
		{"another unit", Figure{Start: 30, End: 34, Value: "1200000000", Unit: "美元"}, [3]int{0, 1, 1}},
		{"a change where there is none", Figure{Start: 30, End: 34, Value: "1200000000", Unit: "元", From: &from}, [3]int{0, 1, 1}},
		{"half of the span is enough", Figure{Start: 30, End: 36, Value: "1200000000", Unit: "元"}, [3]int{1, 0, 0}},
		{"less than half is not", Figure{Start: 33, End: 38, Value: "1200000000", Unit: "元"}, [3]int{0, 1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReport()
			if err := r.Add("a", text, &Article{Figures: []Figure{gold}}, &Article{Figures: []Figure{tt.found}}); err != nil {
				t.Fatal(err)
			}
			got := r.Tallies["figures"]
			if [3]int{got.TP, got.FP, got.FN} != tt.want {
				t.Errorf("tp, fp, fn = %d, %d, %d; want %v", got.TP, got.FP, got.FN, tt.want)
			}
		})
	}
}

func TestScoreNames(t *testing.T) {
	gold := Article{
		People: []Person{{Name: "卫成蹊", Title: "董事长", Organization: "安禾机械"}},
		Companies: []Name{{Name: "安禾机械制造有限公司", Aliases: []string{"安禾机械"}},
			{Name: "青屿港", Optional: true}},
		Projects: []Name{{Name: "安禾机械智能工厂二期项目"}},
	}
	found := Article{
		People:    []Person{{Name: "卫成蹊", Title: "董事长", Organization: "安禾机械制造有限公司"}},
		Companies: []Name{{Name: "安禾机械"}, {Name: "安禾机械制造有限公司"}},
		Projects:  []Name{{Name: "智能工厂二期项目"}},
	}
	r := NewReport()
	if err := r.Add("a", text, &gold, &found); err != nil {
		t.Fatal(err)
	}
	for class, want := range map[string][3]int{
		"people":    {1, 0, 0}, // the employer is right by any of its printed forms
		"companies": {1, 1, 0}, // a second form of one company is one too many; the optional one is not missed
		"projects":  {1, 0, 0}, // 8 of 12 characters in a row
	} {
		if got := r.Tallies[class]; [3]int{got.TP, got.FP, got.FN} != want {
			t.Errorf("%s: %+v, want %v", class, got, want)
		}
	}
	if s := r.Tallies["people"].Shares; s[0] != (Share{"title", 1, 1}) || s[1] != (Share{"organization", 1, 1}) {
		t.Errorf("people's shares: %v", s)
	}
	if s := r.Tallies["companies"].Shares; s[0] != (Share{"canonical", 1, 1}) {
		t.Errorf("companies' shares: %v", s)
	}
}

func TestAddRefusesOffsetsOutsideTheText(t *testing.T) {
	a := &Article{Quotes: []Quote{quote(0, 4000, "direct", "")}}
	if err := NewReport().Add("a", text, a, &Article{}); err == nil {
		t.Error("a quote that ends outside the text was scored")
	}
}

// TestAgreesWithReference perturbs real annotations and lets the reference
// scorer, a script beside them, judge the same two sets.
func TestAgreesWithReference(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "gold")
	script := filepath.Join(dir, "score.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("the annotated articles and their scorer are not here")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not here")
	}
	for seed := uint64(1); seed <= 3; seed++ {
		out := t.TempDir()
		perturb(t, dir, out, rand.New(rand.NewPCG(seed, 7)))
		got, err := ScoreDirs([]string{dir}, FoundIn(out))
		if err != nil {
			t.Fatal(err)
		}
		reference, err := exec.Command(python, script, dir, out, "--json").Output()
		if err != nil {
			t.Fatal(err)
		}
		compare(t, got, reference)
	}
}

func compare(t *testing.T, r *Report, reference []byte) {
	t.Helper()
	var got, want map[string]map[string]float64
	ours, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(ours, &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(reference, &want); err != nil {
		t.Fatal(err)
	}
	for class, row := range want {
		for k, v := range row {
			if math.Abs(got[class][k]-v) > 1e-12 {
				t.Errorf("%s %s: %v, the reference says %v", class, k, got[class][k], v)
			}
		}
		if len(got[class]) != len(row) {
			t.Errorf("%s has %d figures, the reference %d", class, len(got[class]), len(row))
		}
	}
}

// perturb writes a damaged copy of every annotation.
func perturb(t *testing.T, from, to string, rnd *rand.Rand) {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(from, "*.json"))
	for _, p := range paths {
		a, err := Load(p)
		if err != nil {
			t.Fatal(err)
		}
		for i := range a.Quotes {
			q := &a.Quotes[i]
			switch rnd.IntN(6) {
			case 0:
				q.End = q.Start + (q.End-q.Start+1)/2
			case 1:
				q.Speaker = "甲"
			case 2:
				q.Kind = "indirect"
			case 3:
				q.End -= rnd.IntN(3) % (q.End - q.Start)
				q.Title = ""
			}
		}
		for i := range a.Figures {
			switch f := &a.Figures[i]; rnd.IntN(5) {
			case 0:
				f.Value = "1"
			case 1:
				f.Start++
			case 2:
				f.Metric = "乙" + f.Metric
			}
		}
		for _, names := range []*[]Name{&a.Companies, &a.Organizations, &a.Projects} {
			for i := range *names {
				if n := &(*names)[i]; rnd.IntN(3) == 0 {
					n.Name = (n.Name + "，丙丁")[:len(n.Name)+3*rnd.IntN(4)]
				} else if len(n.Aliases) > 0 {
					n.Name = n.Aliases[0]
				}
			}
		}
		if len(a.People) > 1 {
			a.People = append(a.People[1:], a.People[1])
			a.People[0].Organization = "戊"
		}
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(p)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
