package main

import (
	"strings"
	"testing"
)

func TestReadDict(t *testing.T) {
	entries, err := readDict("果园 12 n\n柑橘 30 n\n果园 15 n\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []entry{{"果园", 15, "n"}, {"柑橘", 30, "n"}}
	if len(entries) != 2 || entries[0] != want[0] || entries[1] != want[1] {
		t.Errorf("readDict = %v, want %v: sorted by bytes, the last of two lines", entries, want)
	}
}

func TestReadDictRefuses(t *testing.T) {
	tests := []struct{ name, text, says string }{
		{"a line without a tag", "果园 12\n", "want a word, a frequency and a tag"},
		{"a frequency that is none", "果园 many n\n", "invalid syntax"},
		{"a character the tables cannot hold", "𠮷野 3 nr\n", "basic plane"},
		{"a word too long for its length byte", strings.Repeat("字", 86) + " 3 n\n", "longer than 255 bytes"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := readDict(tt.text); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("readDict(%q): error %v, want one that says %q", tt.text, err, tt.says)
			}
		})
	}
}

func TestEncodeModelRefuses(t *testing.T) {
	if _, err := encodeModel(nil, "0 0 0 0\n"); err == nil || !strings.Contains(err.Error(), "1 rows, want 9") {
		t.Errorf("a model without emissions: error %v", err)
	}
}
