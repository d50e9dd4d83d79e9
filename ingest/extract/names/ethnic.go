package names

import "zhiku/ingest/lexicon"

// ethnic takes names that have no surname and are put together of well-known
// parts: 扎西多吉, 吐尔逊古丽. Two parts vouch for each other; a single one of
// three characters needs a title before it: 乡长巴特尔.
func (p *finder) ethnic() {
	parts := lexicon.Load("ethnic_names")
	last := 0 // end of the parts before: a name does not begin among them
	p.occurrences(parts, func(start, _ int) {
		if start < last {
			return
		}
		size, n := partsAt(parts, p.s[start:min(len(p.s), start+longestNameBytes)])
		end := start + size
		last = end
		if p.ethnicName(start, end, n) && p.free(start, end) && p.splitsHere(start) {
			p.vouch(start, end, "names.ethnic", 0.85)
		}
	})
}

// ethnicName tells whether n parts are a name; more than three are the names
// of several people without a mark between.
func (p *finder) ethnicName(start, end, n int) bool {
	size := runes(p.s[start:end])
	if n == 1 {
		return size >= 3 && p.behindTitle(start)
	}
	return n <= 3 && size >= 4
}

// partsAt gives the length of the parts text begins with, and how many.
func partsAt(parts *lexicon.Set, text string) (end, n int) {
	for {
		size := parts.Prefix(text[end:])
		if size == 0 {
			return end, n
		}
		end += size
		n++
	}
}

// behindTitle tells whether a title that names somebody ends at off.
func (p *finder) behindTitle(off int) bool {
	n := words().title.Suffix(p.s[max(0, off-longestNameBytes):off])
	return n > 0 && !lexicon.Load("titles_weak").Has(p.s[off-n:off])
}
