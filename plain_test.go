package main

import "testing"

func TestPlain(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"text stays", "“电池”走得更远。\n第二段\t完", "“电池”走得更远。\n第二段\t完"},
		{"no title is set", "a\x1b]0;pwned\x07b", "a?]0;pwned?b"},
		{"no colour", "\x1b[31m红", "?[31m红"},
		{"nor by one character of C1", "\u009b31m红", "¿31m红"},
		{"no other end of a line", "a\u2028b", "a\ufffdb"},
		{"no turning round", "\u202e红", "\ufffd红"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := plain(tt.in)
			if got != tt.want || len(got) != len(tt.in) {
				t.Errorf("plain(%q) = %q, want %q, in as many bytes", tt.in, got, tt.want)
			}
		})
	}
}
