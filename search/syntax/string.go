package syntax

import (
	"math/big"
	"strings"

	"zhiku/store"
)

// String gives a parsed query in one plain spelling: 电池 OR 储能 -“招商”
// 之后:2024-01-01 产值>100亿元. It parses to the same clauses,
// unless it has grown beyond MaxRunes: dates and keys may be longer than typed.
func (q Query) String() string {
	w := writer{open: make([]bool, len(families))}
	for i, c := range q.Clauses {
		if i > 0 {
			w.WriteByte(' ')
		}
		if c.Exclude {
			w.WriteByte('-')
		}
		for j, a := range c.Any {
			if j > 0 {
				w.WriteString(" OR ")
			}
			w.atom(a)
		}
	}
	return w.String()
}

// writer spells a query. open tells of which families a mark stands unclosed in
// the text so far, which a phrase in these marks would close.
type writer struct {
	strings.Builder
	open []bool
}

func (w *writer) atom(a Atom) {
	switch a.Kind {
	case Phrase:
		w.phrase(a.Text)
	case Field:
		w.field(a)
	case Range:
		w.bounds(a.Bounds)
	default:
		w.plain(a.Text)
	}
}

func (w *writer) field(a Atom) {
	w.WriteString(spellings[a.Key] + ":")
	switch {
	case a.Date != "":
		w.WriteString(string(a.Date))
	case a.Type != "":
		w.WriteString(kindNames[a.Type])
	case a.Quoted:
		w.phrase(a.Text)
	default:
		w.plain(a.Text)
	}
}

// plain writes text in which any mark is unclosed.
func (w *writer) plain(text string) {
	for _, r := range text {
		if f := familyOf(r); f >= 0 {
			w.open[f] = true
		}
	}
	w.WriteString(text)
}

// phrase writes text in the first marks that nothing before or in it meets. The
// marks it was typed in are always such.
func (w *writer) phrase(text string) {
	for i, f := range families {
		if w.open[i] || strings.ContainsAny(text, f.closers) {
			continue
		}
		opener, closer := []rune(f.openers)[0], []rune(f.closers)[0]
		w.WriteString(string(opener) + text + string(closer))
		return
	}
	w.plain(text)
}

func (w *writer) bounds(b Bounds) {
	metric := b.Metric
	if metric == "" {
		metric = "数值"
	}
	w.WriteString(metric)
	if b.Op == Between {
		w.WriteString(":" + between(b.Value, b.To) + b.Unit)
		return
	}
	w.WriteString(string(b.Op) + short(b.Value) + b.Unit)
}

// between writes the ends of a range. The 万 or 亿 of the upper end alone would be read as
// that of both.
func between(low, high store.Decimal) string {
	first, last := short(low), short(high)
	if first == string(low) {
		last = string(high)
	}
	return first + ".." + last
}

// short writes a number with 万 or 亿 where it is so large.
func short(d store.Decimal) string {
	abs := new(big.Rat).Abs(rat(d))
	for _, m := range []struct {
		power int
		name  string
	}{{12, "万亿"}, {8, "亿"}, {4, "万"}} {
		if abs.Cmp(pow10(m.power)) >= 0 {
			shifted := new(big.Rat).Quo(rat(d), pow10(m.power))
			s, _ := store.ParseDecimal(shifted.FloatString(maxDigits + m.power))
			return string(s) + m.name
		}
	}
	return string(d)
}
