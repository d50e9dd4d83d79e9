package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// targets tells which figures of a sentence are aims, plans or forecasts and
// not facts: 力争突破100亿元, 将建成5座, 到2030年达到30%. A mark holds for the clauses
// after it until one tells of something done.
func (f *finder) targets(s text.Range, cs []clause) []bool {
	out := make([]bool, len(cs))
	aim := false
	from := s.Start
	for i := range cs {
		aim = f.aimed(text.Range{Start: from, End: cs[i].core.Start}, aim)
		out[i] = aim
		from = cs[i].core.Start
	}
	return out
}

// aimed reads the marks between two figures.
func (f *finder) aimed(r text.Range, aim bool) bool {
	words := f.wordsIn(r)
	for i, w := range words {
		printed := f.word(w)
		switch {
		case f.lex.has("done", printed), strings.HasSuffix(printed, "完成"):
			aim = false
		case !aim:
			aim = f.aims(words, i, printed)
		}
	}
	return aim
}

// aims tells whether the word at i opens what is still to come.
func (f *finder) aims(words []segment.Word, i int, printed string) bool {
	next := segment.Word{Tag: "w"}
	if i+1 < len(words) {
		next = words[i+1]
	}
	verbal := next.Tag[0] == 'v' || next.Tag == "d"
	switch printed {
	case "将": // 将达到, not 将能耗降低
		return verbal
	case "计划", "规划": // 计划投资, not 计划内, 行动计划
		_, dated := f.dateOver(next)
		return verbal || dated || next.Tag == "p"
	case "到", "至": // 到2030年, at the head of a clause
		d, dated := f.dateOver(next)
		return dated && strings.HasPrefix(f.text[d.Start:], "20") && !strings.Contains(f.text[d.Start:d.End], "月") && (i == 0 || strings.Contains(stops, f.word(words[i-1])))
	case "目标": // not 完成目标任务
		return i == 0 || !f.lex.has("idle", f.word(words[i-1])) && !strings.HasSuffix(f.word(words[i-1]), "完成")
	}
	return f.lex.has("aim", printed)
}
