package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/tagger"
	"zhiku/zh/segment"
)

// example is a marked sentence.
type example struct {
	document string
	text     string
	spans    []tagger.Span
	words    []segment.Word
}

var tags = map[string]tagger.Tag{
	"PER": tagger.Person, "TTL": tagger.Title, "COM": tagger.Company, "ORG": tagger.Organization,
	"PRJ": tagger.Project, "PRD": tagger.Product, "LOC": tagger.Place, "EVT": tagger.Event,
}

var mark = regexp.MustCompile(`\{([A-Z]{3}):([^{}]*)\}`)

// readExamples reads the part*.tag files of a folder, each with its .src file
// that says which document a line comes from.
func readExamples(dir string) ([]example, error) {
	files, err := filepath.Glob(filepath.Join(dir, "part*.tag"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("read examples: no part*.tag in %s", dir)
	}
	var out []example
	for _, f := range files {
		lines, err := readLines(f)
		if err != nil {
			return nil, fmt.Errorf("read examples: %w", err)
		}
		sources, err := readLines(strings.TrimSuffix(f, ".tag") + ".src")
		if err != nil {
			return nil, fmt.Errorf("read examples: %w", err)
		}
		if len(lines) != len(sources) {
			return nil, fmt.Errorf("read examples: %s has %d lines, its sources %d", f, len(lines), len(sources))
		}
		for i, line := range lines {
			e, err := parse(line)
			if err != nil {
				return nil, fmt.Errorf("read examples: %s:%d: %w", f, i+1, err)
			}
			e.document = sources[i]
			out = append(out, e)
		}
	}
	return out, nil
}

func readLines(file string) ([]string, error) {
	data, err := os.ReadFile(file)
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n"), err
}

// parse takes the marks out of a line.
func parse(line string) (example, error) {
	var e example
	var text strings.Builder
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(line, -1) {
		tag, ok := tags[line[m[2]:m[3]]]
		if !ok || m[4] == m[5] {
			return e, fmt.Errorf("%q is no mark", line[m[0]:m[1]])
		}
		text.WriteString(line[at:m[0]])
		start := text.Len()
		text.WriteString(line[m[4]:m[5]])
		e.spans = append(e.spans, tagger.Span{Start: start, End: text.Len(), Tag: tag})
		at = m[1]
	}
	text.WriteString(line[at:])
	e.text = text.String()
	if !utf8.ValidString(e.text) {
		return e, fmt.Errorf("not UTF-8")
	}
	e.words = segment.Default().Cut(e.text, nil)
	return e, nil
}

// folds deals documents out to n folds and gives each example's.
func folds(examples []example, n int) []int {
	sum := map[string]uint64{}
	var documents []string
	for _, e := range examples {
		if _, ok := sum[e.document]; !ok {
			h := fnv.New64a()
			h.Write([]byte(e.document))
			sum[e.document] = h.Sum64()
			documents = append(documents, e.document)
		}
	}
	slices.SortFunc(documents, func(a, b string) int { return cmp.Or(cmp.Compare(sum[a], sum[b]), cmp.Compare(a, b)) })
	fold := map[string]int{}
	for i, d := range documents {
		fold[d] = i % n
	}
	out := make([]int, len(examples))
	for i, e := range examples {
		out[i] = fold[e.document]
	}
	return out
}
