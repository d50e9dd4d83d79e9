package cases

import (
	"regexp"
	"strings"
)

// Mark is a stretch of an article that is said to be a name: [company:青禾集团].
type Mark struct {
	Start, End int // of the text without marks, in bytes
	Kind       string
}

var mark = regexp.MustCompile(`\[([a-z]+):([^\]]*)\]`)

// Marked reads an article in which names are marked, for what is done with names
// once they are found. The text it gives is without the marks.
func Marked(article string) (text string, marks []Mark) {
	var plain strings.Builder
	last := 0
	for _, m := range mark.FindAllStringSubmatchIndex(article, -1) {
		plain.WriteString(article[last:m[0]])
		start := plain.Len()
		plain.WriteString(article[m[4]:m[5]])
		marks = append(marks, Mark{Start: start, End: plain.Len(), Kind: article[m[2]:m[3]]})
		last = m[1]
	}
	plain.WriteString(article[last:])
	return plain.String(), marks
}
