package web

import (
	"slices"
	"strings"
)

// mark is a stretch of an article's text that the page sets off, in bytes.
type mark struct {
	start, end int
	class      string
	id         string // the anchor; "" for none
	date       *dateView
}

// segment is a run of text under the same marks.
type segment struct {
	Class string // of all its marks, joined by blanks; "" for plain text
	ID    string // the anchor of a mark that begins here
	Words []wording
}

// wording is a part of a segment: a date, a part of one, or what stands between
// dates.
type wording struct {
	Text  string
	Date  *dateView // nil for none
	First bool      // the first part of that date, which has its anchor
}

// paragraph is one line of an article.
type paragraph []segment

// add puts words at the end of a line: in its last segment, where they stand
// under the same marks and no mark with an anchor begins.
func (p paragraph) add(class, id string, w wording) paragraph {
	if n := len(p); n > 0 && p[n-1].Class == class && id == "" {
		p[n-1].Words = append(p[n-1].Words, w)
		return p
	}
	return append(p, segment{class, id, []wording{w}})
}

// paragraphs cuts a text into its non-empty lines and each line at the bounds
// of marks. Marks may overlap and may run over line ends.
func paragraphs(text string, marks []mark) []paragraph {
	cuts := []int{0, len(text)}
	for _, m := range marks {
		cuts = append(cuts, m.start, m.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.start - b.start })

	var out []paragraph
	var line paragraph
	var active []mark
	next, anchored := 0, map[*dateView]bool{}
	for i := 0; i+1 < len(cuts); i++ {
		start, end := cuts[i], cuts[i+1]
		active = slices.DeleteFunc(active, func(m mark) bool { return m.end <= start })
		id := ""
		for ; next < len(marks) && marks[next].start == start; next++ {
			active = append(active, marks[next])
			if id == "" {
				id = marks[next].id
			}
		}
		class, date := classes(active), dateIn(active)
		for j, piece := range strings.Split(text[start:end], "\n") {
			if j > 0 {
				out, line = endLine(out, line), nil
			}
			if piece != "" {
				line = line.add(class, id, wording{piece, date, date != nil && !anchored[date]})
				id, anchored[date] = "", true
			}
		}
	}
	return endLine(out, line)
}

func endLine(out []paragraph, line paragraph) []paragraph {
	for _, s := range line {
		for _, w := range s.Words {
			if strings.TrimSpace(w.Text) != "" {
				return append(out, line)
			}
		}
	}
	return out
}

func classes(active []mark) string {
	var names []string
	for _, m := range active {
		if m.class != "" && !slices.Contains(names, m.class) {
			names = append(names, m.class)
		}
	}
	return strings.Join(names, " ")
}

func dateIn(active []mark) *dateView {
	for _, m := range active {
		if m.date != nil {
			return m.date
		}
	}
	return nil
}
