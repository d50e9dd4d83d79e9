package main

import "fmt"

// check compares the answers with the true totals, so far as they are known,
// and every document found with its query. It gives a line for each that is
// wrong.
func (j job) check(docs *corpus, answers []answer) []string {
	var wrong []string
	for i, a := range answers {
		why := a.wrongHit(j.Queries[i], docs.Text)
		if i < len(j.Totals) && why == "" {
			why = a.wrongTotal(j.Totals[i])
		}
		if why != "" {
			wrong = append(wrong, fmt.Sprintf("%s %s: %s", j.Queries[i].Kind, j.Queries[i].Text(), why))
		}
	}
	return wrong
}

// wrongTotal says what is wrong with an answer to a query that so many
// documents match: "" for nothing.
func (a answer) wrongTotal(truth int) string {
	switch {
	case a.Bound && a.Total <= truth || a.Wider && a.Total >= truth:
	case a.Total != truth:
		return fmt.Sprintf("%d found, %d are there", a.Total, truth)
	}
	if want := min(truth, pageSize); len(a.Hits) < want {
		return fmt.Sprintf("%d shown of %d", len(a.Hits), truth)
	}
	return ""
}

// wrongHit says which of the documents found does not match or is not marked.
func (a answer) wrongHit(q query, text func(n int) string) string {
	matches := q.matcher()
	for _, h := range a.Hits {
		switch {
		case h.Marks == 0:
			return fmt.Sprintf("document %d has no marks", h.Number)
		case !a.Wider && !matches(foldText(text(h.Number))):
			return fmt.Sprintf("document %d does not match", h.Number)
		}
	}
	return ""
}
