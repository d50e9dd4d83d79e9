package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/zh/segment"
)

// corpus is raw news cut into words.
type corpus struct {
	words []string // each word once, folded; the first stands for a paragraph's end
	text  []int32  // numbers of words
}

// readCorpus reads the news of a folder in the order of the files' names.
func readCorpus(dir string) (*corpus, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("read corpus: no *.jsonl.gz in %s", dir)
	}
	var texts []string
	for _, f := range files {
		if texts, err = readTexts(texts, f); err != nil {
			return nil, fmt.Errorf("read corpus: %s: %w", f, err)
		}
	}
	return cut(texts), nil
}

func readTexts(texts []string, file string) ([]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var item struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &item); err != nil {
			return nil, err
		}
		texts = append(texts, item.Title+"\n"+item.Text)
	}
	return texts, lines.Err()
}

func cut(texts []string) *corpus {
	c := &corpus{words: []string{""}}
	numbers := map[string]int32{"": 0}
	var words []segment.Word
	for _, t := range texts {
		for line := range strings.Lines(t) {
			line = strings.TrimSpace(line)
			words = segment.Default().Cut(line, words[:0])
			for _, w := range words {
				if text := line[w.Start:w.End]; text != " " && text != "\u3000" {
					c.add(numbers, feature.FoldWord(text))
				}
			}
			c.text = append(c.text, 0)
		}
	}
	return c
}

func (c *corpus) add(numbers map[string]int32, word string) {
	n, ok := numbers[word]
	if !ok {
		n = int32(len(c.words))
		numbers[word] = n
		c.words = append(c.words, word)
	}
	c.text = append(c.text, n)
}
