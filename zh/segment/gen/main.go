// Command gen makes the embedded dictionary from jieba's own files.
//
//	go run ./zh/segment/gen SOURCE_DIR OUT_DIR
//
// SOURCE_DIR holds jieba.dict.utf8 and hmm_model.utf8, as cppjieba ships them.
// The dictionary is sorted by bytes, which is what the reader needs to find
// words without building a table at start-up.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen SOURCE_DIR OUT_DIR")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	dict, err := os.ReadFile(filepath.Join(from, "jieba.dict.utf8"))
	if err != nil {
		return err
	}
	hmm, err := os.ReadFile(filepath.Join(from, "hmm_model.utf8"))
	if err != nil {
		return err
	}
	if err := write(filepath.Join(to, "dict.txt.gz"), sorted(dict)); err != nil {
		return err
	}
	return write(filepath.Join(to, "hmm.txt.gz"), hmm)
}

// sorted keeps one line a word, "word frequency tag", in the order of bytes.
func sorted(dict []byte) []byte {
	lines := map[string]string{}
	for scan := bufio.NewScanner(bytes.NewReader(dict)); scan.Scan(); {
		word, _, ok := strings.Cut(scan.Text(), " ")
		if ok && word != "" {
			lines[word] = scan.Text()
		}
	}
	words := make([]string, 0, len(lines))
	for w := range lines {
		words = append(words, w)
	}
	slices.Sort(words)
	var out bytes.Buffer
	for _, w := range words {
		out.WriteString(lines[w])
		out.WriteByte('\n')
	}
	return out.Bytes()
}

func write(path string, data []byte) error {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
