package gold

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Curves tell of each class how sure its items were said to be and how many of
// them were right. Right is what the score counts as found: quotes with words and
// speaker (quotes.attributed and quotes.indirect), names, figures. An item that the
// gold calls optional is neither right nor wrong. A candidate is right where it is
// what nothing shown was paired with.
type Curves map[string]*Curve

// Curve is the bands of one class, the least sure first.
type Curve [6]Band

// Band counts the items whose confidence is from its bound up to the next.
type Band struct {
	Right, All int
	sum        float64
}

// bounds are where the bands begin; below the second stand the candidates.
var bounds = [len(Curve{}) + 1]float64{0, 0.5, 0.6, 0.7, 0.8, 0.9, 1}

// Mean of what the items of the band said of themselves; 0 where it is empty.
func (b *Band) Mean() float64 {
	if b.All == 0 {
		return 0
	}
	return b.sum / float64(b.All)
}

func (c *Curve) note(said float64, right bool) {
	i := 0
	for i+1 < len(c) && said >= bounds[i+1] {
		i++
	}
	c[i].All++
	c[i].sum += said
	if right {
		c[i].Right++
	}
}

// judge notes what was found and was paired, and then the candidates, for which
// what is left of the gold may be paired.
func judge[T any](curves Curves, c class[T], gold, found []T, pairs []pairing) {
	if curves[c.name] == nil {
		curves[c.name] = new(Curve)
	}
	curve := curves[c.name]
	noteAll(curve, c, gold, found, pairs)
	taken := make([]bool, len(gold))
	for _, p := range pairs {
		taken[p.g] = true
	}
	var left []T
	for i := range gold {
		if !taken[i] {
			left = append(left, gold[i])
		}
	}
	noteAll(curve, c, left, c.unsure, pair(left, c.unsure, c.rank))
}

func noteAll[T any](curve *Curve, c class[T], gold, found []T, pairs []pairing) {
	partner := make([]*T, len(found))
	for _, p := range pairs {
		partner[p.f] = &gold[p.g]
	}
	for j := range found {
		said := c.sure(&found[j])
		if said == nil || partner[j] != nil && c.optional(partner[j]) {
			continue
		}
		curve.note(said.Confidence, partner[j] != nil)
	}
}

// surest is the best evidence of a name.
func surest(mentions []Stretch) *Evidence {
	var best *Evidence
	for _, m := range mentions {
		if m.Evidence != nil && (best == nil || m.Confidence > best.Confidence) {
			best = m.Evidence
		}
	}
	return best
}

// String is the table people read, the surest band of each class first.
func (c Curves) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %-8s %9s %6s %6s\n", "class", "said", "right/all", "right", "mean")
	for _, class := range Classes {
		curve := c[class]
		if curve == nil {
			continue
		}
		for i := len(curve) - 1; i >= 0; i-- {
			if band := &curve[i]; band.All > 0 {
				fmt.Fprintf(&b, "%-18s %.1f-%.1f  %9s %6.3f %6.3f\n", class, bounds[i], bounds[i+1],
					fmt.Sprintf("%d/%d", band.Right, band.All), ratio(band.Right, band.All), band.Mean())
			}
		}
	}
	return b.String()
}

// MarshalJSON gives {class: [{from, to, right, all, mean}…]}, empty bands left out.
func (c *Curve) MarshalJSON() ([]byte, error) {
	type row struct {
		From  float64 `json:"from"`
		To    float64 `json:"to"`
		Right int     `json:"right"`
		All   int     `json:"all"`
		Mean  float64 `json:"mean"`
	}
	rows := []row{}
	for i := range c {
		if b := &c[i]; b.All > 0 {
			rows = append(rows, row{bounds[i], bounds[i+1], b.Right, b.All, b.Mean()})
		}
	}
	return json.Marshal(rows)
}
