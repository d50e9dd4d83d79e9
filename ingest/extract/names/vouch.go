package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// afterTitles takes names behind a title, and before one: 董事长卫成蹊, 卫成蹊董事长.
func (p *finder) afterTitles() {
	p.occurrences(words().title, func(start, end int) {
		weak := words().weakTitle.Has(p.s[start:end])
		p.afterTitle(end, weak)
		if !weak {
			p.beforeTitle(start)
		}
	})
}

func (p *finder) afterTitle(at int, weak bool) {
	need, confidence := enoughAfterTitle, 0.92
	if weak {
		need, confidence = enoughAfterWeak, 0.8
	}
	if r := p.runeAt(at); r == ' ' || r == '　' {
		at += utf8.RuneLen(r)
	}
	if end, ok := p.latinAt(at); ok && p.free(at, end) {
		p.vouch(at, end, "names.after-title", confidence)
		return
	}
	q, ok := p.nameAt(at)
	ok = ok && q.score >= need && p.splitsHere(at)
	if end, foreign := p.foreignAt(at); foreign && !weak && p.foreignWins(at, end, q, ok) {
		if p.free(at, end) && !p.dictionaryWord(at, end) {
			p.vouch(at, end, "names.foreign-after-title", 0.8)
		}
		return
	}
	if ok && p.free(at, q.end) {
		p.vouch(at, q.end, "names.after-title", confidence)
	}
}

// foreignWins decides between a foreign name of a title's bearer and a Chinese
// one: the longer, and of three characters and fewer the Chinese one.
func (p *finder) foreignWins(at, end int, q person, chinese bool) bool {
	if isDot(p.runeAt(end)) {
		return false // its first part only: the rule for dots takes it
	}
	return !chinese || end > q.end && runes(p.s[at:end]) > 3
}

// splitsHere guards 总书记|向总: a name does not begin inside a longer common word
// that the text reads.
func (p *finder) splitsHere(at int) bool {
	i := p.wordAt(at)
	if i == len(p.words) {
		return false
	}
	w := p.words[i]
	return w.Start == at || !w.Known || runes(p.s[w.Start:w.End]) <= 2 || w.Tag == "nr"
}

// beforeTitle takes a full name that ends where a title begins.
func (p *finder) beforeTitle(title int) {
	for _, n := range []int{3, 2, 4} {
		start, ok := back(p.s, title, n)
		if !ok {
			return
		}
		if r := p.runeBefore(start); r != 0 && !strings.ContainsRune(followers+"和与由据请对向", r) {
			continue
		}
		if q, ok := p.nameAt(start); ok && q.end == title && q.score >= enoughBeforeTitle && p.free(start, title) {
			p.vouch(start, title, "names.before-title", 0.85)
			return
		}
	}
}

// back gives the offset n Chinese characters before off.
func back(s string, off, n int) (int, bool) {
	for range n {
		r, size := utf8.DecodeLastRuneInString(s[:off])
		if size == 0 || r < 0x3400 || r > 0x9fff {
			return 0, false
		}
		off -= size
	}
	return off, true
}

// before a name at the head of a clause stands a mark, or one of these.
const clauseHeads = "据由让对向与和及请经连就但而"

var headChars = newCharset(followers + clauseHeads)

// oftenEnough is at how many heads of clauses a stretch that looks like a name
// must stand for nothing else to be needed.
const oftenEnough = 3

// beforeVerbs takes names at the head of a clause with a verb of speech behind,
// and those that head several clauses.
func (p *finder) beforeVerbs() {
	heads := map[string][]int{}
	defer func() { p.repeated(heads) }()
	for i := range p.words {
		start := p.words[i].Start
		if r := p.runeBefore(start); r != 0 && !headChars.has(r) {
			continue
		}
		if end, ok := p.latinAt(start); ok && p.free(start, end) && p.speaks(end) {
			p.vouch(start, end, "names.before-verb", 0.8)
			continue
		}
		q, ok := p.nameLike(start, enoughBeforeVerb)
		if !ok || q.score < enoughBeforeVerb || !p.free(start, q.end) {
			continue
		}
		if p.speaks(q.end) && q.score >= enoughAlone && p.onlyName(start, q.end) {
			p.vouch(start, q.end, "names.said", 0.8)
		} else if p.speaks(q.end) {
			p.vouch(start, q.end, "names.before-verb", 0.85)
		} else if p.onlyName(start, q.end) && p.postBehind(start, q.end) {
			p.vouch(start, q.end, "names.apposed", 0.8)
		} else if name := p.s[start:q.end]; p.plainName(name) {
			heads[name] = append(heads[name], start)
		}
	}
}

// onlyName tells a stretch over which the tagger sees nothing and that can be
// nothing but a surname and a given name: not 高|成长, 向|高法.
func (p *finder) onlyName(start, end int) bool {
	surname, _ := take(p.s[start:end], 1)
	if runes(p.s[start:end]) != 3 || nameCharacters().weak[surname] || strings.Contains(beforeName+gluedHeads, surname) {
		return false
	}
	head, _ := take(p.s[start:end], 2)
	return !plainWord(head) && p.runeAt(end) != '道' && !plainWord(p.s[start+len(surname):end]) && len(p.spansOver(text.Range{Start: start, End: end})) == 0
}

// plainWord tells a word of the dictionary that is no name.
func plainWord(s string) bool {
	tag, _, word := segment.Default().Lookup(s)
	return word && !strings.HasPrefix(tag, "nr")
}

// postBehind tells whether a firm's or body's post and nothing else stands in the
// clause behind a name: 卫成蹊，青禾集团董事长，
func (p *finder) postBehind(start, end int) bool {
	title, _ := p.apposed(&extract.Mention{Range: text.Range{Start: start, End: end}})
	return title.Len() > 0
}

// plainName tells whether three characters are a common surname and two that
// given names often have.
func (p *finder) plainName(name string) bool {
	c := nameCharacters()
	for i, r := range name {
		if i == 0 && c.weak[name[:utf8.RuneLen(r)]] || i > 0 && c.given[r] < 0.7 {
			return false
		}
	}
	return runes(name) == 3
}

// repeated takes the names that head clauses often enough.
func (p *finder) repeated(heads map[string][]int) {
	for name, at := range heads {
		if len(at) < oftenEnough || p.vouched[name] > 0 {
			continue
		}
		for _, start := range at {
			p.vouch(start, start+len(name), "names.repeated", 0.7)
		}
	}
}

// speaks tells whether a verb that persons are the subject of stands at off.
func (p *finder) speaks(off int) bool {
	behind := p.ahead(off, 30)
	trimmed := strings.TrimLeft(behind, " 则也还就又曾再")
	off += len(behind) - len(trimmed)
	n := words().speech.Prefix(trimmed)
	return n > 0 && !p.trapVerb(off, n)
}

// trapVerb: 称 in 称号, 道 in 道路, 分析 in 分析师.
func (p *finder) trapVerb(off, n int) bool {
	word, _ := p.wordFrom(off)
	return len(word) > n
}

// lists takes the names in a 、-list with one that is vouched for.
func (p *finder) lists() {
	for k := 0; k < len(p.out) && k < maxListWalk; k++ {
		p.listAfter(p.out[k].End)
		p.listBefore(p.out[k].Start)
	}
}

// listBefore takes the name before one that is vouched for: 陆明远、|柏知秋.
func (p *finder) listBefore(start int) {
	if p.runeBefore(start) != '、' {
		return
	}
	end := start - len("、")
	for _, n := range []int{3, 2} {
		from, ok := back(p.s, end, n)
		if !ok || !strings.ContainsRune(followers, p.runeBefore(from)) {
			continue
		}
		if q, ok := p.nameAt(from); ok && q.end == end && q.score >= enoughInList && p.vouched[p.s[from:end]] == 0 && p.free(from, end) {
			p.vouch(from, end, "names.list-of-people", 0.8)
			return
		}
	}
}

func (p *finder) listAfter(end int) {
	for {
		r := p.runeAt(end)
		if r != '、' && r != '和' && r != '与' {
			return
		}
		start := end + utf8.RuneLen(r)
		q, ok := p.nameAt(start)
		if !ok || q.score < enoughInList || p.vouched[p.s[start:q.end]] > 0 || !p.free(start, q.end) {
			return
		}
		p.vouch(start, q.end, "names.list-of-people", 0.8)
		end = q.end
	}
}

// maxListWalk bounds the work on a text that is one list.
const maxListWalk = 100_000
