package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
)

// bareFirms finds firms by what stands behind their bare names: a post that
// only firms have, 青禾总裁陆明远, or a share code, 青禾（000000.SZ）.
func bareFirms(a *article) []extract.Mention {
	var out []extract.Mention
	add := func(end int, rule string, confidence float64) {
		if start, ok := a.bareBefore(end); ok {
			out = append(out, extract.Mention{Range: text.Range{Start: start, End: end}, Kind: store.Company,
				Found: extract.Found{Rule: rule, Confidence: confidence}})
		}
	}
	for i := 1; i < len(a.words); i++ {
		off := a.words[i].Start
		switch {
		case firmTitles.Prefix(a.ahead(off, 30)) > 0, chiefOf(a.ahead(off, 3*(longestChief+4))):
			add(off, "names.before-title", 0.75)
		case (a.word(i) == "（" || a.word(i) == "(") && a.beforeCode(off):
			add(off, "names.share-code", 0.85)
		}
	}
	return out
}

const longestBare = 8 // characters

// bareBefore gives where the bare name that ends at end begins: the unknown
// and rare words before it, at least one of them such, back to the clause's
// head or a word no name holds.
func (a *article) bareBefore(end int) (int, bool) {
	if a.mentionEnding(end) != nil {
		return 0, false
	}
	start, rare := end, false
	for i := a.wordAt(end) - 1; i >= 0 && a.words[i].End == start; i-- {
		w := a.words[i]
		if runes(a.s[w.Start:end]) > longestBare || a.mentionAt(w.Start) != nil || a.stops(i, ending{kind: store.Company}) ||
			isPlace(w) && countries().Has(a.word(i)) || words().title.Has(a.word(i)) {
			break
		}
		start = w.Start
		rare = rare || a.rareWord(i)
	}
	name := a.s[start:end]
	rare = rare || a.clauseHead(start) && a.singles(start, end)
	return start, rare && runes(name) >= 2 && !onlyTrades(name) && !words().generic.Has(name) && !OnlyPlaces(name)
}

// singles tells whether a stretch is two to four characters, behind a place or
// not, that make no word the dictionary knows.
func (a *article) singles(start, end int) bool {
	n := 0
	if p := places().Prefix(a.s[start:end]); p > 0 {
		start += p
	}
	for i := a.wordAt(start); i < len(a.words) && a.words[i].Start < end; i++ {
		if runes(a.word(i)) > 1 || a.words[i].Tag == "w" {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}

// rareWord tells whether a word is likely to have been made for a name.
func (a *article) rareWord(i int) bool {
	w := a.words[i]
	if !w.Known {
		return w.Tag == "eng" || w.Tag == "x" && runes(a.word(i)) >= 2
	}
	switch w.Tag {
	case "nz", "nrt", "nt", "eng":
		return true
	}
	return false
}

// onlyTrades tells whether words only say what a firm does.
func onlyTrades(s string) bool {
	for s != "" {
		n := trades.Prefix(s)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s)
			if !strings.ContainsRune("省市县区州大小新老", r) {
				return false
			}
			n = size
		}
		s = s[n:]
	}
	return true
}
