package web

import "zhiku/store"

// dateView is a printed date as a reader sees it.
type dateView struct {
	ID    string // the anchor of its first place
	Words string // as printed
	Means string // the days it covers: 2026-03-04, 2025-12, 2025-07-01 – 2025-09-30
	Via   string // what that is counted from; "" where all of it is printed
}

// viaKeys are the texts that say what a date is counted from.
var viaKeys = map[store.DateAnchor]string{
	store.AnchorPublication: "fromPublication", store.AnchorSentence: "fromSentence", store.AnchorText: "fromText"}

func (f frame) date(d *store.DateMention) dateView {
	return dateView{ID: string(d.ID), Words: d.Surface, Means: days(d), Via: f.T[viaKeys[d.Anchor]]}
}

// days writes the period a date covers no more exactly than it is printed; "" for
// one that cannot be resolved.
func days(d *store.DateMention) string {
	switch {
	case d.From == "":
		return ""
	case d.Precision == store.PrecisionMonth:
		return string(d.From[:len("2026-01")])
	case d.Precision == store.PrecisionYear:
		return string(d.From[:len("2026")])
	case d.From == d.To:
		return string(d.From)
	}
	return string(d.From) + " – " + string(d.To)
}

// Title is what the page says of a date at its place in the text.
func (d dateView) Title() string {
	if d.Via == "" {
		return d.Means
	}
	return d.Means + " · " + d.Via
}

// Dates are what the dates of the article mean, each wording once for each
// meaning; those that cannot be resolved tell a reader nothing.
func (d *articleData) Dates() []dateView {
	var out []dateView
	seen := map[dateView]bool{}
	for _, m := range d.dates {
		v := d.date(m)
		same := dateView{Words: v.Words, Means: v.Means, Via: v.Via}
		if v.Means != "" && !seen[same] {
			seen[same] = true
			out = append(out, v)
		}
	}
	return out
}
