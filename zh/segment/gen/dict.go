package main

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// entry is one line of the dictionary: "北京 34488 ns".
type entry struct {
	word string
	freq uint64
	tag  string
}

// encodeDict appends the dictionary, sorted by bytes, column after column.
func encodeDict(out []byte, text string) ([]byte, error) {
	entries, err := readDict(text)
	if err != nil {
		return nil, err
	}
	tags := tagNames(entries)
	out = binary.AppendUvarint(out, uint64(len(entries)))
	out = binary.AppendUvarint(out, uint64(len(tags)))
	for _, tag := range tags {
		out = append(out, byte(len(tag)))
		out = append(out, tag...)
	}
	for _, e := range entries {
		out = append(out, byte(slices.Index(tags, e.tag)))
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, e.freq)
	}
	return appendWords(out, entries), nil
}

func readDict(text string) ([]entry, error) {
	byWord := map[string]entry{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("line %q: want a word, a frequency and a tag", line)
		}
		freq, err := strconv.ParseUint(fields[1], 10, 32)
		if err != nil {
			return nil, fmt.Errorf("line %q: %w", line, err)
		}
		if err := fits(fields[0]); err != nil {
			return nil, err
		}
		byWord[fields[0]] = entry{fields[0], freq, fields[2]}
	}
	entries := make([]entry, 0, len(byWord))
	for _, e := range byWord {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.word, b.word) })
	return entries, nil
}

// fits tells whether the reader's tables can hold a word.
func fits(word string) error {
	if len(word) > 255 {
		return fmt.Errorf("word %q is longer than 255 bytes", word)
	}
	for _, r := range word {
		if r > 0xFFFF || r == utf8.RuneError {
			return fmt.Errorf("word %q has a character outside the basic plane", word)
		}
	}
	return nil
}

func tagNames(entries []entry) []string {
	var tags []string
	for _, e := range entries {
		if !slices.Contains(tags, e.tag) {
			tags = append(tags, e.tag)
		}
	}
	return tags
}

// appendWords writes how many bytes each word shares with the one before it,
// how many follow, and those that follow.
func appendWords(out []byte, entries []entry) []byte {
	var shared, rest, suffixes []byte
	before := ""
	for _, e := range entries {
		n := sharedBytes(before, e.word)
		shared = append(shared, byte(n))
		rest = append(rest, byte(len(e.word)-n))
		suffixes = append(suffixes, e.word[n:]...)
		before = e.word
	}
	out = append(append(out, shared...), rest...)
	return append(out, suffixes...)
}

func sharedBytes(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
