package quotes

import (
	"cmp"
	"slices"
	"strings"

	"zhiku/ingest/extract"
)

// rival is somebody who may have spoken in a speaker's place, and how much speaks
// for him where the speaker has 1.
type rival struct {
	text   string
	entity int
	weight float64
	joint  bool // both speak: 甲、乙指出
}

// How much speaks for one who was passed over.
const (
	spokeLast   = 0.35 // he spoke last, but somebody was named since: 他
	actedBefore = 0.3  // the sentence before the quotation begins with him
	spokeToo    = 1.0  // both speak
	namedBefore = 0.25 // another firm stands further back: 该公司
)

// against keeps other as who it may be in s's place, unless the two are one.
func (s speaker) against(other speaker, weight float64) speaker {
	return s.beside(other, rival{weight: weight})
}

// together keeps other as one who speaks with s.
func (s speaker) together(other speaker) speaker {
	return s.beside(other, rival{weight: spokeToo, joint: true})
}

func (s speaker) beside(other speaker, as rival) speaker {
	if !other.known() || !s.known() || s.same(other) {
		return s
	}
	as.text, as.entity = other.text, other.entity
	s.rivals = append(slices.Clip(s.rivals), as)
	return s
}

// same tells whether two are one: one entity, or one description that ends with the
// other, 一家店的店主马先生 and 马先生.
func (s speaker) same(o speaker) bool {
	return s.entity != none && s.entity == o.entity || strings.HasSuffix(s.text, o.text) || strings.HasSuffix(o.text, s.text)
}

// candidates gives the speaker and his rivals, the heaviest first, their weights
// making 1; none where there is no rival. A rival outweighs nobody: the speaker
// was chosen over him.
func (s speaker) candidates() []extract.Candidate {
	if len(s.rivals) == 0 || !s.known() {
		return nil
	}
	out := []extract.Candidate{{Who: s.text, Entity: s.entity, Weight: 1}}
	total := 1.0
	for _, r := range s.rivals {
		if !slices.ContainsFunc(out, func(c extract.Candidate) bool { return c.Who == r.text }) {
			out = append(out, extract.Candidate{Who: r.text, Entity: r.entity, Weight: r.weight, Joint: r.joint})
			total += r.weight
		}
	}
	for i := range out {
		out[i].Weight /= total
	}
	slices.SortStableFunc(out, func(a, b extract.Candidate) int { return cmp.Compare(b.Weight, a.Weight) })
	return out
}
