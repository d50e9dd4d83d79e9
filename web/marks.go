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
}

// segment is a run of text under the same marks.
type segment struct {
	Text  string
	Class string // of all its marks, joined by blanks; "" for plain text
	ID    string // the anchor of a mark that begins here
}

// paragraph is one line of an article.
type paragraph []segment

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
	next := 0
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
		class := classes(active)
		for j, piece := range strings.Split(text[start:end], "\n") {
			if j > 0 {
				out, line = endLine(out, line), nil
			}
			if piece != "" {
				line = append(line, segment{Text: piece, Class: class, ID: id})
				id = ""
			}
		}
	}
	return endLine(out, line)
}

func endLine(out []paragraph, line paragraph) []paragraph {
	for _, s := range line {
		if strings.TrimSpace(s.Text) != "" {
			return append(out, line)
		}
	}
	return out
}

func classes(active []mark) string {
	var names []string
	for _, m := range active {
		if !slices.Contains(names, m.class) {
			names = append(names, m.class)
		}
	}
	return strings.Join(names, " ")
}
