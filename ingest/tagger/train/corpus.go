package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"zhiku/ingest/tagger/internal/feature"
	"zhiku/zh/segment"
)

// readCorpus gives the words of raw news as keys, 0 between paragraphs, in the
// order of the files' names.
func readCorpus(dir string) ([]uint32, error) {
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
	const parts = 2
	var keys [parts][]uint32
	var wait sync.WaitGroup
	for p := range parts {
		wait.Go(func() { keys[p] = wordKeys(texts[len(texts)*p/parts : len(texts)*(p+1)/parts]) })
	}
	wait.Wait()
	return append(keys[0], keys[1]...), nil
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

func wordKeys(texts []string) []uint32 {
	var keys []uint32
	var words []segment.Word
	for _, t := range texts {
		for line := range strings.Lines(t) {
			line = strings.TrimSpace(line)
			words = segment.Default().Cut(line, words[:0])
			for _, w := range words {
				if text := line[w.Start:w.End]; text != " " && text != "\u3000" {
					keys = append(keys, feature.WordKey(text))
				}
			}
			keys = append(keys, 0)
		}
	}
	return keys
}
