package lexicon

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSet(t *testing.T) {
	s := NewSet([]string{"青禾", "青禾果业", "果业", ""})
	tests := []struct {
		name, text     string
		prefix, suffix string
	}{
		{"the longest at the head", "青禾果业公司", "青禾果业", ""},
		{"the shorter where the longer is cut", "青禾果", "青禾", ""},
		{"the longest at the end", "沂川青禾果业", "", "青禾果业"},
		{"the whole", "果业", "果业", "果业"},
		{"nothing", "港务", "", ""},
		{"no text", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if n := s.Prefix(tt.text); tt.text[:n] != tt.prefix {
				t.Errorf("Prefix = %q, want %q", tt.text[:n], tt.prefix)
			}
			if n := s.Suffix(tt.text); tt.text[len(tt.text)-n:] != tt.suffix {
				t.Errorf("Suffix = %q, want %q", tt.text[len(tt.text)-n:], tt.suffix)
			}
		})
	}
}

// TestListsSayWhereTheyComeFrom: a list's head names its source and licence.
func TestListsSayWhereTheyComeFrom(t *testing.T) {
	for _, name := range Names() {
		data, err := files.ReadFile("data/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(data), "\n\n")
		head = strings.ToLower(head[:min(len(head), 1500)])
		if !strings.HasPrefix(head, "#") || !strings.Contains(head, "source") && !strings.Contains(head, "general knowledge") && !strings.Contains(head, "written") {
			t.Errorf("%s: the head does not say where the list comes from:\n%s", name, head[:min(len(head), 200)])
		}
	}
}

func TestWithoutRefusesWhatIsNoList(t *testing.T) {
	if err := Without("nosuch"); err == nil || !strings.Contains(err.Error(), "companies") {
		t.Errorf("error %v does not say which lists there are", err)
	}
	if slices.Contains(Names(), "nosuch") || len(Names()) < 10 {
		t.Errorf("lists %v", Names())
	}
}

// The quick gates change nothing: Prefix and Suffix find what a search through
// all words finds.
func FuzzSet(f *testing.F) {
	f.Add("青禾 青禾集团 集 团队", "青禾集团队")
	f.Add("\xe6 \xe6\x8d a", "\xe6\x8da")
	f.Fuzz(func(t *testing.T, list, text string) {
		words := strings.Fields(list)
		s := NewSet(words)
		prefix, suffix := 0, 0
		for _, w := range words {
			if strings.HasPrefix(text, w) {
				prefix = max(prefix, len(w))
			}
			if strings.HasSuffix(text, w) {
				suffix = max(suffix, len(w))
			}
		}
		if !utf8.ValidString(list) || !utf8.ValidString(text) {
			s.Prefix(text) // must not panic; what half a character is, nobody says
			s.Suffix(text)
			return
		}
		if got := s.Prefix(text); got != prefix {
			t.Errorf("Prefix %d, not %d", got, prefix)
		}
		if got := s.Suffix(text); got != suffix {
			t.Errorf("Suffix %d, not %d", got, suffix)
		}
		if got := s.Has(text); got != slices.Contains(words, text) {
			t.Errorf("Has is %v", got)
		}
		at := 0
		s.Each(text, func(start, end int) {
			for ; at < start; at++ {
				if n := s.Prefix(text[at:]); n > 0 && utf8.RuneStart(text[at]) {
					t.Errorf("Each steps over the word of %d bytes at %d", n, at)
				}
			}
			if n := s.Prefix(text[start:]); n != end-start && n <= longestEach {
				t.Errorf("Each finds %d bytes at %d, Prefix %d", end-start, start, n)
			}
			at = end
		})
	})
}
