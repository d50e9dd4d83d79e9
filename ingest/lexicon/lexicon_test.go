package lexicon

import (
	"slices"
	"strings"
	"testing"
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
