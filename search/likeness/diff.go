package likeness

// Op says what an Edit does with its text.
type Op int

const (
	Equal  Op = iota // the same words in both; marks, blanks, script and width may differ
	Delete           // of the first text alone
	Insert           // of the second text alone
)

func (o Op) String() string { return [...]string{"equal", "delete", "insert"}[o] }

// Edit is one step from text a to text b.
type Edit struct {
	Op   Op
	Text string // as printed: of b for Equal and Insert, of a for Delete
	A, B Span   // where it stands in each; empty, at its place, where it stands in one alone
}

// Diff gives the steps from a to b. Texts of all that is Equal or Insert make b,
// the stretches A of all that is Equal or Delete make a. Words are compared as in
// Compare, so texts that differ in marks and script alone give one Equal, and
// nothing is cut inside a number, a word of letters or an emoji. A change lies at
// the bounds of a clause where it may, and strays of up to three words between
// larger changes belong to the change.
//
// Texts that make 100 words together get the fewest edits there are (Myers); in
// longer ones rows of words that stand once in each are matched first, and
// between two such rows changes of more than 100 words may be given as larger
// than need be.
func Diff(a, b string) []Edit {
	var in interner
	wa, wb := in.wording(a), in.wording(b)
	return script(wa, wb, wa.all(), wb.all()).list()
}

// maxStray is the number of equal words that may be chance.
const maxStray = 3

// match is a row of n words that stands at a in one text, at b in the other.
type match struct{ a, b, n int }

// edits are the matches between stretches of two wordings, in order; what lies
// between them is changed.
type edits struct {
	a, b    *wording
	ra, rb  stretch
	matches []match
}

func script(a, b *wording, ra, rb stretch) *edits {
	s := &edits{a: a, b: b, ra: ra, rb: rb}
	s.matches = align(a.ids[ra.from:ra.to], b.ids[rb.from:rb.to])
	for i := range s.matches {
		s.matches[i].a += ra.from
		s.matches[i].b += rb.from
	}
	s.dropStrays()
	s.slide()
	return s
}

// similarity is Dice's coefficient over the words matched.
func (s *edits) similarity() float64 {
	m := 0
	for _, x := range s.matches {
		m += x.n
	}
	return 2 * float64(m) / float64(max(1, s.ra.len()+s.rb.len()))
}

// bounds are the matches, with an empty one at either end.
func (s *edits) bounds() []match {
	out := make([]match, 0, len(s.matches)+2)
	out = append(out, match{s.ra.from, s.rb.from, 0})
	out = append(out, s.matches...)
	return append(out, match{s.ra.to, s.rb.to, 0})
}

// dropStrays makes a change of short matches between changes at least as long:
// “的” that two unlike clauses share.
func (s *edits) dropStrays() {
	all := s.bounds()
	kept := all[:1:1]
	for _, m := range all[1:] {
		for len(kept) > 1 && stray(kept[len(kept)-2], kept[len(kept)-1], m) {
			kept = kept[:len(kept)-1]
		}
		kept = append(kept, m)
	}
	s.matches = kept[1 : len(kept)-1]
}

func stray(before, m, after match) bool {
	return m.n <= min(maxStray, changed(before, m), changed(m, after))
}

// changed is the length of the change between two matches, on its longer side.
func changed(m, next match) int {
	return max(next.a-(m.a+m.n), next.b-(m.b+m.n))
}

// slide moves what is only inserted or only deleted along equal words, to where
// clauses begin: not 要[改革，要]开放 but [要改革，]要开放.
func (s *edits) slide() {
	all := s.bounds()
	for i := 0; i+1 < len(all); i++ {
		m, next := &all[i], &all[i+1]
		a, b := stretch{m.a + m.n, next.a}, stretch{m.b + m.n, next.b}
		by := 0
		switch {
		case a.len() > 0 && b.len() == 0:
			by = s.a.bestShift(a, m.n, next.n)
		case b.len() > 0 && a.len() == 0:
			by = s.b.bestShift(b, m.n, next.n)
		}
		m.n += by
		next.a, next.b, next.n = next.a+by, next.b+by, next.n-by
	}
	s.matches = s.matches[:0]
	for _, m := range all {
		if m.n > 0 {
			s.matches = append(s.matches, m)
		}
	}
}

// bestShift tells by how many words to move a change, within what matches before
// and after it, so that it begins and ends where clauses do.
func (w *wording) bestShift(change stretch, before, after int) int {
	low, high := 0, 0
	for -low < before && w.ids[change.from+low-1] == w.ids[change.to+low-1] {
		low--
	}
	for high < after && w.ids[change.from+high] == w.ids[change.to+high] {
		high++
	}
	best, shift := -1, 0
	for by := low; by <= high; by++ {
		if v := w.clauseBound(change.from+by) + w.clauseBound(change.to+by); v > best {
			best, shift = v, by
		}
	}
	return shift
}

func (w *wording) clauseBound(at int) int {
	if at == 0 || at == len(w.ids) || w.words[at].fresh {
		return 1
	}
	return 0
}

// list turns matches into edits that leave nothing of the stretches out.
func (s *edits) list() []Edit {
	a, b := s.a.text(s.ra), s.b.text(s.rb)
	l := lister{s: s, a: between(a, a), b: between(b, b)}
	pa, pb := s.ra.from, s.rb.from
	for _, m := range s.bounds()[1:] {
		switch {
		case pa < m.a && pb < m.b:
			l.replace(stretch{pa, m.a}, stretch{pb, m.b})
		case pa < m.a || pb < m.b:
			l.change(s.a.upTo(m.a, l.a, s.ra), s.b.upTo(m.b, l.b, s.rb))
		}
		if m.n > 0 {
			l.equal(s.a.upTo(m.a+m.n, l.a, s.ra), s.b.upTo(m.b+m.n, l.b, s.rb))
		}
		pa, pb = m.a+m.n, m.b+m.n
	}
	l.equal(s.a.upTo(s.ra.to, l.a, s.ra), s.b.upTo(s.rb.to, l.b, s.rb))
	return l.out
}

// lister writes edits; a and b are empty spans that stand where the last one
// ended.
type lister struct {
	s    *edits
	a, b Span
	out  []Edit
}

// equal adds what both texts have from the cursors on.
func (l *lister) equal(a, b Span) {
	if n := len(l.out) - 1; n >= 0 && l.out[n].Op == Equal {
		last := l.out[n]
		l.out = l.out[:n]
		a.Start, a.RuneStart = last.A.Start, last.A.RuneStart
		b.Start, b.RuneStart = last.B.Start, last.B.RuneStart
	}
	l.add(Equal, l.s.b.original, b, a, b)
	l.a, l.b = after(a), after(b)
}

// change adds what only one text has, or what stands in its place.
func (l *lister) change(a, b Span) {
	l.add(Delete, l.s.a.original, a, a, l.b)
	l.a = after(a)
	l.add(Insert, l.s.b.original, b, l.a, b)
	l.b = after(b)
}

// replace adds words that stand in place of others, without the marks around
// them: those are in both, or aside.
func (l *lister) replace(a, b stretch) {
	wa, wb := l.s.a.span(a), l.s.b.span(b)
	l.equal(between(l.a, wa), between(l.b, wb))
	l.change(wa, wb)
}

func (l *lister) add(op Op, text string, cut, a, b Span) {
	if a.Start < a.End || b.Start < b.End {
		l.out = append(l.out, Edit{op, cut.In(text), a, b})
	}
}

// upTo is the text from a cursor to where word number to begins, with the opening
// marks before it left to that word; or to the end of r.
func (w *wording) upTo(to int, from Span, r stretch) Span {
	if to == r.to {
		return between(from, after(w.text(r)))
	}
	if to == r.from {
		return from
	}
	return Span{from.Start, w.words[to].lead, from.RuneStart, w.words[to].runeLead}
}

// between is the text from the start of one span to the start of another.
func between(from, to Span) Span {
	return Span{from.Start, to.Start, from.RuneStart, to.RuneStart}
}

// after is the empty span where s ends.
func after(s Span) Span { return Span{s.End, s.End, s.RuneEnd, s.RuneEnd} }
