package figures

import (
	"strings"

	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

// targets tells which figures of a sentence are aims, plans or forecasts and
// not facts: 力争突破100亿元, 将建成5座, 到2030年达到30%. A mark holds for the clauses
// after it until one tells of something done; 将 holds for its own clause.
func (f *finder) targets(s text.Range, cs []clause) []bool {
	out := make([]bool, len(cs))
	var aim aims
	from := s.Start
	for i := range cs {
		c := &cs[i]
		f.aimed(text.Range{Start: from, End: c.core.Start}, &aim)
		out[i] = aim.plan || aim.clause || f.goal(c)
		from = c.core.Start
	}
	return out
}

// aims are the marks that hold.
type aims struct{ plan, clause bool }

// goal tells whether a figure is called a goal behind it: 3万辆的目标.
func (f *finder) goal(c *clause) bool {
	behind := f.text[c.behind.Start:c.behind.End]
	return strings.HasPrefix(behind, "的") && (strings.HasSuffix(behind, "目标") || strings.Contains(behind, "目标任务")) ||
		strings.HasPrefix(behind, "的目标")
}

// aimed reads the marks between two figures.
func (f *finder) aimed(r text.Range, aim *aims) {
	words := f.wordsIn(r)
	for i, w := range words {
		printed := f.word(w)
		switch {
		case strings.Contains(stops, printed):
			aim.clause = false
		case f.lex.has("done", printed), strings.HasSuffix(printed, "完成"), printed == "了":
			*aim = aims{}
		case printed == "将", printed == "要", printed == "会", printed == "即将":
			aim.clause = aim.clause || i+1 < len(words) && forward(words[i+1], printed)
		case !aim.plan:
			aim.plan = f.aims(words, i, printed)
		}
	}
}

// forward tells whether the word behind 将 or 会 goes on as a deed: 将达到, 将以10%增长,
// not 将能耗降低.
func forward(next segment.Word, mark string) bool {
	return next.Tag[0] == 'v' || next.Tag == "d" || next.Tag == "p" && mark != "会"
}

// aims tells whether the word at i opens what is still to come.
func (f *finder) aims(words []segment.Word, i int, printed string) bool {
	next := segment.Word{Tag: "w"}
	if i+1 < len(words) {
		next = words[i+1]
	}
	verbal := next.Tag[0] == 'v' || next.Tag == "d"
	switch printed {
	case "计划", "规划": // 计划投资, not 计划内, 行动计划
		_, dated := f.dateOver(next)
		return verbal || dated || next.Tag == "p"
	case "到", "至": // 到2030年, at the head of a clause
		d, dated := f.dateOver(next)
		return dated && strings.HasPrefix(f.text[d.Start:], "20") && !strings.Contains(f.text[d.Start:d.End], "月") && (i == 0 || strings.Contains(stops, f.word(words[i-1])) || f.lex.has("sets", f.word(words[i-1])))
	case "目标": // not 完成目标任务
		return i == 0 || !f.lex.has("idle", f.word(words[i-1])) && !strings.HasSuffix(f.word(words[i-1]), "完成")
	}
	return f.lex.has("aim", printed)
}
