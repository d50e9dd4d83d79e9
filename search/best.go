package search

import (
	"slices"

	"zhiku/search/leaf"
)

// ends of a stretch of a list; nil where open.
type ends struct{ after, before *place }

func (r *run) within(e ends, p *place) bool {
	return (e.after == nil || r.order.compare(p, e.after, r.id) > 0) &&
		(e.before == nil || r.order.compare(p, e.before, r.id) < 0)
}

// best gives the first k places of a stretch, or the last k with backward, in
// the list's order. Those that are open are looked at: where many fall out, it
// looks further at once.
func (r *run) best(k int, e ends, backward bool) ([]place, error) {
	for wide := k; ; wide *= 4 {
		picked, err := r.pick(wide, e, backward)
		if err != nil {
			return nil, err
		}
		all := len(picked) < wide
		kept, err := r.certain(picked)
		if err != nil {
			return nil, err
		}
		if all || len(kept) >= k {
			if backward {
				return kept[max(0, len(kept)-k):], nil
			}
			return kept[:min(k, len(kept))], nil
		}
	}
}

// certain leaves out those whose text does not hold what is asked.
func (r *run) certain(picked []place) ([]place, error) {
	kept := picked[:0:len(picked)]
	for _, p := range picked {
		part := r.parts[p.leaf]
		if part.open != nil && part.open.Contains(p.doc) {
			holds, err := part.check(r.plan.must, p.doc)
			if err != nil {
				return nil, err
			}
			if !holds {
				continue
			}
		}
		kept = append(kept, p)
	}
	return kept, nil
}

// pick selects k places without looking at texts.
func (r *run) pick(k int, e ends, backward bool) ([]place, error) {
	s := selection{k: k, compare: func(a, b *place) int {
		c := r.order.compare(a, b, r.id)
		if backward {
			return -c
		}
		return c
	}}
	seen := 0
	for i, part := range r.parts {
		var err error
		leaf.Each(part.docs, func(doc uint32) {
			if seen++; seen%everySo == 0 && err == nil {
				err = r.ctx.Err()
			}
			if part.scores != nil && !backward && s.full && part.scores[doc] < s.worst.score {
				return
			}
			if p := r.at(i, doc); r.within(e, &p) {
				s.add(p)
			}
		})
		if err != nil {
			return nil, err
		}
	}
	out := s.sorted()
	if backward {
		slices.Reverse(out)
	}
	return out, nil
}

// selection keeps the first k of what is added, in about linear time.
type selection struct {
	k       int
	compare func(a, b *place) int
	places  []place
	full    bool
	worst   place // of the k, once there are so many
}

func (s *selection) add(p place) {
	if s.full && s.compare(&p, &s.worst) >= 0 {
		return
	}
	s.places = append(s.places, p)
	if len(s.places) >= 2*s.k+16 {
		s.sorted()
	}
}

func (s *selection) sorted() []place {
	slices.SortFunc(s.places, func(a, b place) int { return s.compare(&a, &b) })
	if len(s.places) >= s.k {
		s.places = s.places[:s.k]
		s.worst, s.full = s.places[s.k-1], true
	}
	return s.places
}

// again runs the second round: over the first secondRound places, or, on a
// further page, over all places before the line that was drawn then.
func (r *run) again(line *place) ([]place, error) {
	k, e := secondRound, ends{}
	if line != nil {
		below := *line
		below.id += "\x00" // the line itself is in
		k, e.before = 4*secondRound, &below
	}
	tops, err := r.best(k, e, false)
	if err != nil {
		return nil, err
	}
	r.pinned.line = place{score: -1, id: packID(lowest)}
	switch {
	case line != nil:
		r.pinned.line = *line
	case len(tops) == k:
		r.pinned.line = tops[k-1]
		r.pinned.line.id = r.id(&tops[k-1])
	}
	r.plan.ranking.words() // once, before they are shared
	err = inParallel(r.ctx, len(tops), func(i int) error { return r.rescore(&tops[i]) })
	if err != nil {
		return nil, err
	}
	slices.SortFunc(tops, func(a, b place) int { return r.order.compare(&a, &b, r.id) })
	return tops, nil
}

// lowest stands where no line was needed.
const lowest = "-"

func (r *run) rescore(p *place) error {
	part := r.parts[p.leaf]
	score := 0.0
	err := part.stored(p.doc, func(text []byte) { score = r.plan.ranking.second(text) })
	score += r.plan.ranking.wholes(part.evaluation, p.doc)
	p.top, p.score = true, float32(score)
	if part.whole != nil && part.whole.Contains(p.doc) {
		p.score += r.above()
	}
	return err
}

// page gives the places of a stretch of the list.
func (r *run) page(k int, e ends, backward bool, line *place) ([]place, error) {
	if r.order != Relevance || len(r.plan.ranking.units) == 0 {
		return r.best(k, e, backward)
	}
	tops, err := r.again(line)
	if err != nil {
		return nil, err
	}
	tops = slices.DeleteFunc(tops, func(p place) bool { return !r.within(e, &p) })
	rest := func() ([]place, error) { return r.best(k, r.below(e), backward) }
	if backward {
		out, err := rest()
		if missing := k - len(out); missing > 0 {
			out = append(tops[max(0, len(tops)-missing):], out...)
		}
		return out, err
	}
	if len(tops) >= k || r.pinned.line.score < 0 {
		return tops[:min(k, len(tops))], nil
	}
	out, err := rest()
	return append(tops, out[:min(k-len(tops), len(out))]...), err
}

// below gives the part of a stretch that lies below the line.
func (r *run) below(e ends) ends {
	if e.after == nil || e.after.top {
		line := r.pinned.line
		e.after = &line
	}
	if e.before != nil && e.before.top { // nothing of it lies there
		e.before = e.after
	}
	return e
}
