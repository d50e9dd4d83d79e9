package figures

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// metrics says what each figure of a sentence measures.
func (f *finder) metrics(s text.Range, cs []clause) {
	for i := range cs {
		f.measured(s, cs, i)
	}
	f.pairLists(cs)
	for i := range cs {
		cs[i].metric = f.tidy(cs[i].metric)
	}
}

// measured reads a figure's metric: the words before it in the clause, what it
// counts behind it, or both.
func (f *finder) measured(s text.Range, cs []clause, i int) {
	c := &cs[i]
	if i > 0 && cs[i-1].abuts && c.listed { // 34只新股[融资额]96亿元
		c.before.Start = max(c.before.Start, cs[i-1].noun)
	}
	core := f.core(c.before)
	noun := f.noun(c, len(core) > 0 && verbal(core[len(core)-1]))
	if len(noun) > 0 {
		c.noun = noun[0].End
	}
	if (len(noun) > 0 || f.lex.has("noununit", c.unit)) && f.forNoun(c, core) {
		core = nil
	}
	if p := f.dimension(c); p != nil {
		c.base, c.metric = p, p
		return
	}
	how, grows := f.grows(core)
	switch {
	case grows && c.counts() && len(noun) > 0: // 增加至51只新股
		c.base, c.metric = noun, noun
	case grows:
		c.how = how
		c.base = f.subject(s, cs, i)
		c.metric = append(append(phrase{}, c.base...), how...)
	case len(core) == 0:
		c.metric = f.bare(s, cs, i, noun)
		c.base = f.withoutGrowth(c.metric)
	default:
		c.metric = f.whole(c, core, noun)
		c.base = f.withoutGrowth(c.metric)
	}
}

// dimension reads 200多米[高]的[吸热塔].
func (f *finder) dimension(c *clause) phrase {
	if c.kind != measure && c.kind != safe {
		return nil
	}
	words := clip(f.wordsIn(c.behind), c.behind)
	if len(words) < 3 || !dimensions[f.word(words[0])] || f.word(words[1]) != "的" {
		return nil
	}
	n := f.nounLength(words[2:], false)
	if n == 0 {
		return nil
	}
	return append(phraseOf(words[2:2+n]), phraseOf(words[:1])...)
}

var dimensions = map[string]bool{"高": true, "长": true, "宽": true, "深": true, "厚": true, "远": true, "重": true}

// bare is the metric of a figure with nothing of use before it.
func (f *finder) bare(s text.Range, cs []clause, i int, noun phrase) phrase {
	c := &cs[i]
	switch {
	case i > 0 && len(noun) == 0 && listJoints[f.text[cs[i-1].End:c.Start]]:
		return cs[i-1].metric // 减少30%或40%
	case len(noun) > 0 && c.counts():
		return f.happens(c, noun)
	case len(noun) > 0:
		return noun
	case f.lex.has("noununit", c.unit) && c.unitAt.Len() > 0:
		return phrase{c.unitAt}
	case c.counts():
		if name := f.wordsIn(c.before); len(name) > 0 && f.isName(name[len(name)-1]) {
			return phraseOf(clip(f.lastName(name), c.before))
		}
	}
	return f.subject(s, cs, i)
}

// counts tells whether a figure counts things, which print names behind it.
func (c *clause) counts() bool {
	return c.kind == count || c.kind == people || c.kind == "" || c.unit == "人"
}

// happens adds to what is counted what it does, where the clause is short: 就业
// 困难人员[实现就业].
func (f *finder) happens(c *clause, noun phrase) phrase {
	r := text.Range{Start: noun[0].Start, End: c.behind.End}
	if c.abuts {
		return noun
	}
	if n := utf8.RuneCountInString(f.text[r.Start:r.End]); n <= 14 && n > f.runes(noun) {
		return phraseOf(f.trimBack(clip(f.wordsIn(r), r)))
	}
	return noun
}

// forNoun tells whether what is before a figure belongs to the noun behind it:
// 在这条1035公里长的铁路线, 甲、乙等10位同志, 河南8500万亩小麦.
func (f *finder) forNoun(c *clause, core []segment.Word) bool {
	ahead := f.text[c.before.Start:c.before.End]
	if strings.HasPrefix(f.text[c.behind.Start:], "的") && (strings.HasSuffix(ahead, "在") || strings.HasSuffix(ahead, "于") || strings.HasSuffix(ahead, "沿")) {
		return true // 在74米的长卷上
	}
	return f.pointing(c) || strings.HasSuffix(ahead, "等") || strings.HasSuffix(ahead, "、") || strings.HasSuffix(c.unit, "级") ||
		c.fraction && strings.HasPrefix(f.text[c.behind.Start:], "的") ||
		len(core) > 0 && (local(core[len(core)-1]) || f.lex.has("whole", f.word(core[len(core)-1])))
}

// local tells whether a word is a place or a side of one.
func local(w segment.Word) bool { return w.Tag == "ns" || w.Tag == "s" || w.Tag == "f" }

// verbal tells whether a word is a verb that takes what follows it.
func verbal(w segment.Word) bool { return w.Tag != "vn" && strings.HasPrefix(w.Tag, "v") }

// pointing tells whether 这条 or 该 points at what is behind a figure.
func (f *finder) pointing(c *clause) bool {
	words := f.wordsIn(c.before)
	for n := len(words) - 1; n >= 0 && n >= len(words)-2; n-- {
		if r, _ := utf8.DecodeRuneInString(f.word(words[n])); strings.ContainsRune("这该那此", r) {
			return true
		}
		if words[n].Tag != "q" {
			return false
		}
	}
	return false
}
