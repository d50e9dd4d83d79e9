package store

import (
	"fmt"
	"math/big"
	"strings"
)

// Figure is a number with what it counts or measures: 3.2亿元, 从17.9%提升到35.5%.
type Figure struct {
	ID      FigureID
	Article ArticleID
	Span    Span
	Surface string // as printed, from the hedge to the unit: 约2590万度

	Value Decimal // in Unit, 万 and 亿 multiplied out: 25900000; of a change the later, of a range the lower
	From  Decimal // of a change the earlier value; else ""
	To    Decimal // of a range the upper value; else ""
	Unit  string  // as printed after the magnitude: 元, %, 个百分点, 度; "" for a bare ratio
	// Currency is the ISO 4217 code of money: CNY for 元; "" where it is none, or
	// where print leaves it open.
	Currency string
	Hedge string  // as printed: 约, 超过, 近…多; else ""

	Target    bool     // an aim, a plan or a forecast (力争, 计划, 预计), not a fact
	Metric    string   // what is measured: 发电
	About     string   // whom or what it is told of, as printed; else ""
	AboutID   EntityID // the same as an entity; else ""
	Period    string   // when it holds, as printed or resolved: 2025, 每年; else ""
	PeriodVia string   // "printed" in the sentence, "inferred" from text around it, or ""
	Context   Span     // the sentence around it
	Evidence
}

// Decimal is an exact decimal number in plain notation, such as "35.5",
// "-0.1" or "320000000"; "" is no number. It never passes through a float.
type Decimal string

// ParseDecimal checks and normalises s: no exponent, no leading or trailing
// zeros that carry nothing.
func ParseDecimal(s string) (Decimal, error) {
	digits := strings.TrimPrefix(s, "-")
	whole, frac, point := strings.Cut(digits, ".")
	if whole == "" || (point && frac == "") || strings.Trim(whole+frac, "0123456789") != "" {
		return "", fmt.Errorf("%q is no decimal number", s)
	}
	whole = strings.TrimLeft(whole, "0")
	frac = strings.TrimRight(frac, "0")
	if whole == "" {
		whole = "0"
	}
	out := whole
	if frac != "" {
		out += "." + frac
	}
	if s != digits && out != "0" {
		out = "-" + out
	}
	return Decimal(out), nil
}

// Float64 is the nearest floating-point value, for filters and sorting only.
func (d Decimal) Float64() float64 {
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return 0
	}
	f, _ := r.Float64()
	return f
}
