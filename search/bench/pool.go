package main

import (
	"bufio"
	"errors"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writeSentences writes the sentences of the corpus files to path, one a line:
// the pool that documents are put together from.
func writeSentences(path string, files ...string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriter(f)
	for _, file := range files {
		err := eachZipped(file, func(it item) error {
			for _, s := range sentences(it.Text) {
				out.WriteString(s)
				out.WriteByte('\n')
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// Sentences of fewer characters are captions and bylines, of more are tables.
const (
	shortestSentence = 8
	longestSentence  = 150
)

// sentences cuts a text after 。！？； and at line breaks, and leaves out what is
// too short or too long or holds no Chinese.
func sentences(text string) []string {
	var out []string
	keep := func(s string) {
		s = strings.Join(strings.Fields(s), " ")
		n := utf8.RuneCountInString(s)
		if n >= shortestSentence && n <= longestSentence && strings.ContainsFunc(s, isHan) {
			out = append(out, s)
		}
	}
	for line := range strings.Lines(strings.ToValidUTF8(text, "")) {
		for len(line) > 0 {
			n := sentenceLength(line)
			keep(line[:n])
			line = line[n:]
		}
	}
	return out
}

// sentenceLength counts the bytes of the sentence a line begins with, the
// marks that close it and the quotation it ends included.
func sentenceLength(line string) int {
	end := strings.IndexAny(line, "。！？；")
	if end < 0 {
		return len(line)
	}
	rest := strings.TrimLeft(line[end:], "。！？；”’」』）")
	return len(line) - len(rest)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
