package search

import (
	"encoding/binary"
	"math"
	"regexp"
	"strconv"

	"zhiku/search/syntax"
	"zhiku/store"
)

// valueTerm writes a number in eight bytes that sort as numbers do.
func valueTerm(d store.Decimal) (string, bool) {
	f, err := strconv.ParseFloat(string(d), 64)
	if err != nil {
		return "", false
	}
	return sortable(f), true
}

func sortable(f float64) string {
	bits := math.Float64bits(f)
	if bits>>63 == 1 {
		bits = ^bits
	} else {
		bits |= 1 << 63
	}
	return string(binary.BigEndian.AppendUint64(nil, bits))
}

// tenths are the units of which one is ten of the other: 三成 is 30%.
const (
	percent = "%"
	tenth   = "成"
)

// inRange is met by values in a range, in the unit typed, or in any where none was.
func inRange(b syntax.Bounds) expr {
	unit := normal(b.Unit)
	low, _ := strconv.ParseFloat(string(b.Value), 64) // a decimal, or infinite, which sorts
	high, _ := strconv.ParseFloat(string(b.To), 64)
	switch unit {
	case "":
		return inBounds(b.Op, low, high)
	case percent:
		return &anyOf{[]expr{in(unit, inBounds(b.Op, low, high)), in(tenth, inBounds(b.Op, low/10, high/10))}}
	case tenth:
		return &anyOf{[]expr{in(unit, inBounds(b.Op, low, high)), in(percent, inBounds(b.Op, low*10, high*10))}}
	}
	return in(unit, inBounds(b.Op, low, high))
}

func in(unit string, bounds expr) expr {
	return &allOf{[]expr{&oneOf{fieldUnit, []string{unit}}, bounds}}
}

// inBounds takes 超百亿 in print, whose value is 百亿, for more than that, and
// 近百亿 for less.
func inBounds(op syntax.Op, low, high float64) expr {
	switch op {
	case syntax.More:
		return &anyOf{[]expr{values(math.Nextafter(low, math.Inf(1)), math.Inf(1)), hedged(low, isOver)}}
	case syntax.AtLeast:
		return values(low, math.Inf(1))
	case syntax.Less:
		return &anyOf{[]expr{values(math.Inf(-1), math.Nextafter(low, math.Inf(-1))), hedged(low, isUnder)}}
	case syntax.AtMost:
		return values(math.Inf(-1), low)
	}
	return values(low, high)
}

func values(from, to float64) expr { return &between{fieldValue, sortable(from), sortable(to)} }

func hedged(value float64, way string) expr {
	return &allOf{[]expr{values(value, value), &oneOf{fieldHedge, []string{way}}}}
}

// What fieldHedge holds.
const (
	isOver  = "over"
	isUnder = "under"
)

var (
	over  = regexp.MustCompile("超|逾|突破|高于|大于|多|余|以上")
	under = regexp.MustCompile("不足|不到|低于|小于|近|将近|接近|以下|以内")
)

// hedgeOf tells which side of the printed number the true one lies on; "" where
// print does not say.
func hedgeOf(printed string) string {
	switch folded := normal(printed); {
	case under.MatchString(folded):
		return isUnder
	case over.MatchString(folded):
		return isOver
	}
	return ""
}
