package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// Metrics of figures that stand behind places: 临川[14例].

// byPlace gives the place that alone stands before a figure: in a bracket behind the
// sum, 现有病例98例(临川[83例]), or behind what all are a part of, 出院病例中，临川[14例], and
// in the list that goes on from it; and notes what is counted there.
func (f *finder) byPlace(s text.Range, cs []clause, i int) []segment.Word {
	c := &cs[i]
	words := f.wordsIn(c.before)
	if len(words) == 0 || words[len(words)-1].End == c.before.End && !f.mayEndPlace(words[len(words)-1]) { // so most often
		return nil
	}
	words = clip(words, c.before)
	first := ""
	if len(words) > 1 {
		first = f.word(words[0])
	}
	switch first {
	case "其中", "含", "包括": // 病例22例，其中临川14例
		words = words[1:]
	case "来自": // 新增3例，来自临川1例
		words = words[1:]
		if i > 0 && cs[i-1].places == nil {
			cs[i-1].places = cs[i-1].base
		}
	}
	if len(words) == 0 || !f.placeAlone(words) {
		return nil
	}
	if whole := f.wholeBefore(s, cs, i); whole != nil {
		c.places = whole
		return words
	}
	if i == 0 || c.unit != cs[i-1].unit {
		return nil
	}
	last := &cs[i-1]
	c.places = last.places
	switch between := f.text[last.End:c.before.Start]; between {
	case "(", "（", "：", ":", "，其中：", "，其中:", "（其中：", "(其中：", "(其中:", "。(其中：", "。（其中：", ")，其中：", "，其中，":
		if c.places == nil || first != "含" && first != "包括" {
			c.places = last.base
		}
	case "、", "，", "；", ")、", "）、", ")，", "），":
		if first == "其中" {
			c.places = last.base
		}
	default:
		c.places = nil
	}
	if c.places == nil {
		return nil
	}
	return words
}

// wholeBefore gives what the clause before a figure names as the whole: [出院病例]中，临川14例;
// nil where it names none.
func (f *finder) wholeBefore(s text.Range, cs []clause, i int) phrase {
	if !cs[i].counts() {
		return nil
	}
	end := cs[i].before.Start
	ahead := f.text[max(s.Start, end-2*len("中，")):end]
	open := strings.TrimRight(ahead, "，：:,")
	if open == ahead || !strings.HasSuffix(open, "中") || strings.HasSuffix(open, "其中") {
		return nil
	}
	end = s.Start + strings.LastIndex(f.text[s.Start:end], "中")
	r := text.Range{Start: f.clauseStart(end, s.Start), End: end}
	if i > 0 && cs[i-1].End > r.Start {
		return nil
	}
	words := f.trimFront(clip(f.wordsIn(r), r))
	if len(words) == 0 || f.span(words) > longestNoun || !nominal(words[len(words)-1]) || !nominal(words[0]) && words[0].Tag[0] != 'v' {
		return nil
	}
	return phraseOf(words)
}

// placeAlone tells whether words are no more than a place: 临川市, 某县.
func (f *finder) placeAlone(core []segment.Word) bool {
	for i, w := range core {
		printed := f.word(w)
		ends := i == len(core)-1 && (f.lex.endsWith("placeend", printed) != "" || i > 0 && printed == "籍") // 青岚籍
		if w.Tag != "ns" && !ends && !f.isName(w) && !origin[printed] {
			return false
		}
	}
	return true
}

// mayEndPlace tells whether a word may be the last of a place's name.
func (f *finder) mayEndPlace(w segment.Word) bool {
	printed := f.word(w)
	return w.Tag == "ns" || printed == "籍" || origin[printed] || f.lex.endsWith("placeend", printed) != "" || f.isName(w)
}

// origin words tell where cases come from: 境外输入3例，本土2例.
var origin = map[string]bool{"境外": true, "输入": true, "境外输入": true, "本土": true, "本地": true, "外地": true}

// local tells whether a word is a place or a side of one.
func local(w segment.Word) bool { return w.Tag == "ns" || w.Tag == "s" || w.Tag == "f" }
