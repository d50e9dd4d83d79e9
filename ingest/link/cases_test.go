package link

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/internal/cases"
	"zhiku/ingest/text"
	"zhiku/store"
)

// TestCases: the entities of an article, of the names marked in it or else of
// those that are found.
func TestCases(t *testing.T) {
	cases.Run(t, func(article string) string {
		var got strings.Builder
		for _, e := range read(article).Entities {
			got.WriteString(show(&e) + "\n")
		}
		return got.String()
	})
}

func read(article string) *extract.Linked {
	plain, marks := cases.Marked(article)
	v := text.New(plain)
	if len(marks) == 0 {
		return Link(v, names.Find(v))
	}
	var mentions []extract.Mention
	for _, m := range marks {
		mentions = append(mentions, extract.Mention{Range: text.Range{Start: m.Start, End: m.End}, Kind: store.EntityKind(m.Kind),
			Found: extract.Found{Rule: "test", Confidence: 1}})
	}
	return Link(v, mentions)
}

// show writes kind name = alias = alias, behind it what a person or a project has.
func show(e *extract.Entity) string {
	s := fmt.Sprintf("%s %s", e.Kind, strings.Join(append([]string{e.Name}, e.Aliases...), " = "))
	for _, has := range []struct{ what, text string }{
		{"title", e.Title}, {"employer", e.Employer}, {"owner", e.OwnerText}, {"place", e.Place},
	} {
		if has.text != "" {
			s += fmt.Sprintf(" | %s %s", has.what, has.text)
		}
	}
	return s
}
