package figures

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
)

// recognizers is where the cases of Microsoft's Recognizers-Text (MIT) lie, beside
// the project. They are used in place.
const recognizers = "../../../../shared/figures/recognizers"

type recognizerCase struct {
	Input   string
	Results []struct {
		Text       string
		Start      int // characters
		Resolution struct {
			Value       string
			ISOCurrency string `json:"isoCurrency"`
		}
	}
}

// reading is a number read in a case.
type reading struct {
	start, end int // characters of the input
	value      float64
	currency   string
}

// TestRecognizers counts the cases of others that come out as they say: every
// number they name and no other. What was reached may not be lost; docs/figures.md
// tells why the rest differ.
func TestRecognizers(t *testing.T) {
	for _, c := range []struct {
		file  string
		read  func(f *finder) []reading
		least int
	}{
		{"NumberModel", (*finder).readNumbers, 246},
		{"PercentModel", (*finder).readShares, 104},
		{"CurrencyModel", (*finder).readMoney, 29},
	} {
		t.Run(c.file, func(t *testing.T) {
			cases := recognizerCases(t, c.file)
			right := 0
			for _, k := range cases {
				if why := k.judge(readAll(k.Input, c.read)); why == "" {
					right++
				} else {
					t.Logf("%s: %s", k.Input, why)
				}
			}
			t.Logf("%d of %d right", right, len(cases))
			if right < c.least {
				t.Errorf("%d of %d cases are right, there were %d", right, len(cases), c.least)
			}
		})
	}
}

func recognizerCases(t *testing.T, name string) []recognizerCase {
	data, err := os.ReadFile(filepath.Join(recognizers, name+".json"))
	if os.IsNotExist(err) {
		t.Skip("the cases of Recognizers-Text are not beside the project:", err)
	}
	var cases []recognizerCase
	if err == nil {
		err = json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &cases)
	}
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	return cases
}

// readAll reads a text with the finder's own steps, before what is no figure in a
// newspaper is dropped.
func readAll(s string, read func(f *finder) []reading) []reading {
	v := text.New(s)
	f := newFinder(v, nil, dates.Find(v, ""))
	f.dates = nil
	return read(f)
}

func (f *finder) atoms(keep func(a *atom) (reading, bool)) []reading {
	var out []reading
	for _, p := range f.view.Paragraphs {
		for _, s := range p.Sentences {
			for _, a := range f.joined(f.scan(s)) {
				if r, ok := keep(&a); ok {
					start, end := f.view.RawRange(a.core)
					r.start, r.end = utf8.RuneCountInString(f.view.Raw[:start]), utf8.RuneCountInString(f.view.Raw[:end])
					out = append(out, r)
				}
			}
		}
	}
	return out
}

func number64(a *atom) float64 {
	v, _ := strconv.ParseFloat(string(a.value.Store()), 64)
	return v
}

func (f *finder) readNumbers() []reading {
	return f.atoms(func(a *atom) (reading, bool) {
		return reading{value: number64(a)}, a.kind != money && !a.share && a.unit != "%"
	})
}

// shares are percents of the units that say parts.
var shares = map[string]float64{"%": 1, "‰": 0.1, "成": 10, "折": 10, "个百分点": 1, "百分点": 1}

func (f *finder) readShares() []reading {
	return f.atoms(func(a *atom) (reading, bool) {
		times := shares[a.unit]
		if a.fraction && strings.Contains(f.text[a.core.Start:a.core.End], "万分之") {
			times = 100
		}
		return reading{value: number64(a) * times}, times > 0
	})
}

func (f *finder) readMoney() []reading {
	return f.atoms(func(a *atom) (reading, bool) {
		return reading{value: number64(a), currency: f.currency(a)}, a.kind == money
	})
}

// judge says what is wrong with the readings of a case; "" where nothing is.
func (c *recognizerCase) judge(got []reading) string {
	used := 0
	for _, want := range c.Results {
		value, err := strconv.ParseFloat(strings.TrimSuffix(want.Resolution.Value, "%"), 64)
		if err != nil {
			return "no number is wanted: " + want.Text
		}
		found := false
		for _, r := range got {
			if r.start < want.Start+utf8.RuneCountInString(want.Text) && want.Start < r.end {
				found = math.Abs(r.value-value) <= 1e-9*math.Max(1, math.Abs(value)) && r.currency == want.Resolution.ISOCurrency
				used++
				break
			}
		}
		if !found {
			return "wrong or missed: " + want.Text + " = " + want.Resolution.Value
		}
	}
	if len(got) > used {
		return "more than is wanted"
	}
	return ""
}
