package names

import "zhiku/ingest/tagger"

// longestRunOfNames bounds the work on a run of characters.
const longestRunOfNames = 12

// splitNames divides a run of Chinese characters into names, the likeliest way;
// open says that the run may go on with other words, so that it takes the first
// name only.
func (p *finder) splitNames(start, end int, open bool) []int {
	n := runes(p.s[start:end])
	if r, ok := p.spanBeginning(start, tagger.Person); ok && open && r.End < end && p.verbAt(r.End) {
		if _, next := p.spanBeginning(r.End, tagger.Person); !next {
			return []int{r.End} // 本报记者卫成蹊|报道
		}
	}
	switch {
	case n < 2:
		return nil
	case p.dictionaryWord(start, end):
		return nil // 透露, 整理
	case n <= 3 && p.surnameLength(start, end) > 0, n == 2 && !open:
		return []int{end}
	case n > longestRunOfNames || open && n > 6:
		if q, ok := p.nameAt(start); ok && q.score >= enoughInByline && q.end <= end {
			return []int{q.end}
		}
		return nil
	}
	return p.bestSplit(start, end, n)
}

// bestSplit finds the division of n characters into names of two to four that
// scores best.
func (p *finder) bestSplit(start, end, n int) []int {
	offsets := make([]int, 0, n+1)
	for i := range p.s[start:end] {
		offsets = append(offsets, start+i)
	}
	offsets = append(offsets, end)
	best := make([]float64, n+1)
	from := make([]int, n+1)
	for k := 1; k <= n; k++ {
		best[k] = -1000
		for size := 2; size <= 4 && size <= k; size++ {
			if s := best[k-size] + p.writerScore(offsets[k-size], offsets[k], size); s > best[k] {
				best[k], from[k] = s, k-size
			}
		}
	}
	var ends []int
	for k := n; k > 0; k = from[k] {
		ends = append([]int{offsets[k]}, ends...)
	}
	if best[n] < 0 {
		return nil
	}
	return ends
}

// writerScore tells how much a stretch of a list of names looks like one name.
func (p *finder) writerScore(start, end, size int) float64 {
	if makers.Suffix(p.s[start:end]) > len("文") {
		return -2 // 卫成蹊|整理
	}
	surname := p.surnameLength(start, end)
	score := 0.0
	switch {
	case surname > 1:
		score = 1.5
	case surname == 1 && size < 4:
		score = 1
	default:
		score = -0.7
	}
	if size == 4 && surname < 2 {
		score -= 1.5
	}
	if p.spanOf(start, end) {
		score += seenByTagger
	}
	for _, r := range p.s[start:end] {
		if g, ok := nameCharacters().given[r]; ok {
			score += g / float64(2*size)
		}
	}
	return score
}

// seenByTagger is added where the tagger sees the name too.
const seenByTagger = 0.6

// spanOf tells whether the tagger sees a person in exactly this stretch.
func (p *finder) spanOf(start, end int) bool {
	r, ok := p.spanEnding(end, tagger.Person)
	return ok && r.Start == start
}

// surnameLength counts the characters of the surname that a stretch begins with;
// 0 for none.
func (p *finder) surnameLength(start, end int) int {
	for _, n := range []int{2, 1} {
		if s, ok := take(p.s[start:end], n); ok && nameCharacters().surname[s] && len(s) < end-start {
			return n
		}
	}
	return 0
}
