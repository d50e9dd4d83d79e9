package figures

import (
	"strings"

	"zhiku/zh/segment"
)

const longestNoun = 12 // characters

// noun is what a figure counts, printed behind it: 26万辆[整车], 5%的[股份].
// object tells that a verb stands before the figure.
func (f *finder) noun(c *clause, object bool) phrase {
	r := c.behind
	words := clip(f.wordsIn(r), r)
	for len(words) > 0 && (f.word(words[0]) == "的" || f.word(words[0]) == " " || f.word(words[0]) == "之") {
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	n := f.nounLength(words, object)
	if n == 0 {
		return f.event(words)
	}
	if c.abuts { // 280个县市区[的人口超]1.5亿人
		for i := 1; i < n; i++ {
			if f.word(words[i]) == "的" {
				n = i
			}
		}
	}
	return phraseOf(words[:n])
}

// nounLength tells how many words at the front make a noun with what describes it.
func (f *finder) nounLength(words []segment.Word, object bool) int {
	end := 0
	for i, w := range words {
		if f.span(words[:i+1]) > longestNoun {
			break
		}
		switch {
		case nominal(w), w.Tag == "w" && strings.Contains("“”「」《》（）()·-", f.word(w)):
			if nominal(w) || strings.Contains("”」》）)", f.word(w)) {
				end = i + 1
			}
		case f.word(w) == "的" && end > 0, w.Tag == "v" && i+1 < len(words) && (f.word(words[i+1]) == "的" || (end == 0 || object) && nominal(words[i+1]) || words[i+1].Tag == "vn"):
		default:
			return end
		}
	}
	return end
}

// nominal tells whether a word may be part of a noun phrase.
func nominal(w segment.Word) bool {
	switch w.Tag {
	case "", "w", "x":
		return !strings.Contains("w", w.Tag)
	case "t", "vn", "an", "a", "b", "j", "l", "i", "eng", "s", "ng", "g", "z", "k":
		return true
	}
	return w.Tag[0] == 'n'
}

// event is a short clause with no noun in front: 195人[死亡].
func (f *finder) event(words []segment.Word) phrase {
	if len(words) == 0 || f.span(words) > 8 || !strings.HasPrefix(words[0].Tag, "v") || f.lex.has("idle", f.word(words[0])) {
		return nil
	}
	return phraseOf(words)
}

// whole joins what stands before a figure and behind it.
func (f *finder) whole(c *clause, core []segment.Word, noun phrase) phrase {
	of := strings.HasPrefix(f.text[c.behind.Start:c.behind.End], "的")
	last := core[len(core)-1]
	verb := verbal(last)
	idle := f.lex.has("idle", f.word(last))
	if len(noun) == 0 && verb && f.span(core) <= 4 && c.kind == money {
		noun = f.event(clip(f.wordsIn(c.behind), c.behind))
	}
	switch {
	case len(noun) == 0, !c.counts() && !of && !verb, !c.counts() && f.span(core) > 6:
		return phraseOf(core)
	case verb && idle:
		return noun
	case of && !verb && !c.counts():
		return phraseOf(core)
	case verb:
		return append(phraseOf(core[len(core)-1:]), noun...)
	case f.span(core) > 8:
		return noun
	}
	return append(phraseOf(core), noun...)
}
