package names

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/ingest/internal/cases"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

// TestCases: the names of an article, or, where it has marks, what is left of what
// the tagger marked.
func TestCases(t *testing.T) {
	cases.Run(t, func(article string) string {
		if plain, marks := cases.Marked(article); len(marks) > 0 {
			return mended(plain, marks)
		}
		return named(article)
	})
}

// named gives names, a line each: kind name: title / employer, as far as a
// person's stand beside the name.
func named(s string) string {
	v := text.New(s)
	var got strings.Builder
	for _, m := range Find(v) {
		fmt.Fprintf(&got, "%s %s", m.Kind, v.Cut(m.Range))
		if m.Kind == store.Person && m.Title.Len() > 0 {
			fmt.Fprintf(&got, ": %s", v.Cut(m.Title))
		}
		if m.Kind == store.Person && m.Employer.Len() > 0 {
			fmt.Fprintf(&got, " / %s", v.Cut(m.Employer))
		}
		got.WriteByte('\n')
	}
	return got.String()
}

// mended gives what the tagger marked = the name it holds, or none.
func mended(s string, marks []cases.Mark) string {
	a := newArticle(text.New(s))
	var got strings.Builder
	for _, m := range marks {
		span := tagger.Span{Start: m.Start, End: m.End, Tag: tagOf(m.Kind), Confidence: 0.9}
		name := "none"
		if a.mend(&span) {
			name = s[span.Start:span.End]
		}
		fmt.Fprintf(&got, "%s %s = %s\n", m.Kind, s[m.Start:m.End], name)
	}
	return got.String()
}

func tagOf(kind string) tagger.Tag {
	for tag := tagger.Person; tag <= tagger.Event; tag++ {
		if tag.String() == kind {
			return tag
		}
	}
	panic("the tagger has no kind " + kind)
}
