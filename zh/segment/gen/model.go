package main

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// states of a character in a word, in the order of the file: it begins one,
// ends one, stands in the middle, is one.
const states = 4

// unseen is the weight of what never occurs. Two of them stay within a float32.
const unseen = -1e9

// encodeModel appends start and transition weights, then the characters with
// their weight in each state.
func encodeModel(out []byte, text string) ([]byte, error) {
	var rows []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rows = append(rows, line)
		}
	}
	if len(rows) != 1+states+states {
		return nil, fmt.Errorf("%d rows, want %d: start, transitions, emissions", len(rows), 1+states+states)
	}
	for _, row := range rows[:1+states] {
		weights, err := readWeights(strings.Fields(row))
		if err != nil {
			return nil, err
		}
		out = appendFloats(out, weights)
	}
	return encodeEmissions(out, rows[1+states:])
}

func readWeights(fields []string) ([]float32, error) {
	if len(fields) != states {
		return nil, fmt.Errorf("row %q: want %d weights", fields, states)
	}
	var weights []float32
	for _, f := range fields {
		w, err := strconv.ParseFloat(f, 64)
		if err != nil {
			return nil, err
		}
		weights = append(weights, float32(max(w, unseen)))
	}
	return weights, nil
}

func appendFloats(out []byte, weights []float32) []byte {
	for _, w := range weights {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(w))
	}
	return out
}

// encodeEmissions reads rows like "耀:-10.46,涉:-8.76,…", one a state.
func encodeEmissions(out []byte, rows []string) ([]byte, error) {
	weights := map[rune][]float32{}
	for state, row := range rows {
		for item := range strings.SplitSeq(row, ",") {
			r, n := utf8.DecodeRuneInString(item)
			w, err := strconv.ParseFloat(strings.TrimPrefix(item[n:], ":"), 32)
			if err != nil || r > 0xFFFF {
				return nil, fmt.Errorf("item %q: want a character of the basic plane, a colon and a weight", item)
			}
			if weights[r] == nil {
				weights[r] = []float32{unseen, unseen, unseen, unseen}
			}
			weights[r][state] = float32(w)
		}
	}
	out = binary.AppendUvarint(out, uint64(len(weights)))
	for _, r := range slices.Sorted(maps.Keys(weights)) {
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
		out = appendFloats(out, weights[r])
	}
	return out, nil
}
