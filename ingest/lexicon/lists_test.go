package lexicon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
)

// named are the lists whose entries are firms and bodies with all their forms.
var named = []string{"companies", "organizations"}

// A form that stands twice would belong to two firms, and the articles that
// print it to whichever came last.
func TestFormsAreUnique(t *testing.T) {
	owner := map[string]string{}
	for _, list := range named {
		for _, e := range lexicon.Entries(list) {
			for _, f := range e {
				if other, taken := owner[f]; taken {
					t.Errorf("%s: %s stands for %s and for %s", list, f, other, e[0])
				}
				owner[f] = e[0]
			}
		}
	}
}

func TestWordsAreUnique(t *testing.T) {
	for _, list := range []string{"companies_weak", "company_suffixes", "organization_suffixes", "titles", "titles_weak", "surnames", "surnames_weak"} {
		seen := map[string]bool{}
		for _, w := range lexicon.Words(list) {
			if seen[w] {
				t.Errorf("%s: %s stands twice", list, w)
			}
			seen[w] = true
		}
	}
}

// A name of one character would be found in every second sentence; a blank
// or a mark at its end is a slip of the pen; a bracket without its other half
// matches nothing.
func TestFormsAreWellMade(t *testing.T) {
	for _, list := range append(named, "titles") {
		for _, e := range lexicon.Entries(list) {
			for _, f := range e {
				if fault := faultOf(f, list == "titles"); fault != "" {
					t.Errorf("%s: %q %s", list, f, fault)
				}
			}
		}
	}
}

func faultOf(form string, one bool) string {
	first, _ := utf8.DecodeRuneInString(form)
	last, _ := utf8.DecodeLastRuneInString(form)
	switch {
	case !utf8.ValidString(form):
		return "is not UTF-8"
	case strings.ContainsFunc(form, unicode.IsSpace):
		return "contains a blank"
	case !one && utf8.RuneCountInString(form) < 2:
		return "is too short"
	case unicode.IsPunct(first), unicode.IsPunct(last) && last != '）' && last != '”':
		return "begins or ends with a mark"
	case strings.Count(form, "（") != strings.Count(form, "）"):
		return "has half a bracket"
	case strings.ContainsAny(form, "()，,。"):
		return "has a mark of another width"
	}
	return ""
}

func TestFaultOf(t *testing.T) {
	for _, c := range []struct {
		form  string
		fault bool
	}{
		{"青禾果业", false}, {"青禾（中国）", false}, {"青禾·远屿", false},
		{"青", true}, {"青禾 果业", true}, {"青禾（中国", true}, {"青禾，", true}, {"", true}, {"青禾(中国)", true},
	} {
		if got := faultOf(c.form, false); (got != "") != c.fault {
			t.Errorf("faultOf(%q) = %q", c.form, got)
		}
	}
}

// A weak firm's name needs another form of it in the article, so there must be
// one that is not weak.
func TestWeakNamesHaveStrongForms(t *testing.T) {
	weak := lexicon.Load("companies_weak")
	for _, e := range lexicon.Entries("companies") {
		if !slices.ContainsFunc(e, func(f string) bool { return !weak.Has(f) }) {
			t.Errorf("%s: nothing can vouch for it", strings.Join(e, "|"))
		}
	}
}

func TestWeakNamesAreListed(t *testing.T) {
	for _, pair := range [][2]string{{"companies_weak", "companies"}, {"titles_weak", "titles"}} {
		all := lexicon.Load(pair[1])
		for _, w := range lexicon.Words(pair[0]) {
			if !all.Has(w) {
				t.Errorf("%s: %s is not in %s", pair[0], w, pair[1])
			}
		}
	}
}

// The fullest form stands first: no other form goes on where the first ends.
func TestFullestFormFirst(t *testing.T) {
	for _, list := range named {
		for _, e := range lexicon.Entries(list) {
			for _, f := range e[1:] {
				if strings.HasPrefix(f, e[0]) {
					t.Errorf("%s: %s stands before the fuller %s", list, e[0], f)
				}
			}
		}
	}
}

func TestListsAreLarge(t *testing.T) {
	for list, least := range map[string]int{"companies": 2600, "organizations": 1200, "titles": 400} {
		if n := len(lexicon.Entries(list)); n < least {
			t.Errorf("%s has %d entries, less than %d", list, n, least)
		}
	}
}

func TestHeadsNameSourceAndLicence(t *testing.T) {
	paths, err := filepath.Glob("data/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no lists: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		head := headOf(string(data))
		for _, want := range []string{"Source:", "Licence:"} {
			if !strings.Contains(head, want) {
				t.Errorf("the head of %s names no %s", path, strings.TrimSuffix(want, ":"))
			}
		}
	}
}

// headOf gives the comment a list begins with.
func headOf(list string) string {
	var head []string
	for _, line := range strings.Split(list, "\n") {
		if !strings.HasPrefix(line, "#") {
			break
		}
		head = append(head, line)
	}
	return strings.Join(head, "\n")
}

func FuzzPrefixAndSuffix(f *testing.F) {
	words := []string{"青", "青禾", "青禾果业集团", "果业", "WTO", "业"}
	set := lexicon.NewSet(words)
	for _, seed := range []string{"", "青", "青禾果业", "青禾果业集团有限公司", "WTO青", "\xe9\x9d", "青\xff禾"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		prefix, suffix := 0, 0
		for _, w := range words {
			if strings.HasPrefix(s, w) {
				prefix = max(prefix, len(w))
			}
			if strings.HasSuffix(s, w) {
				suffix = max(suffix, len(w))
			}
		}
		if got := set.Prefix(s); got != prefix {
			t.Errorf("Prefix(%q) = %d, want %d", s, got, prefix)
		}
		if got := set.Suffix(s); got != suffix {
			t.Errorf("Suffix(%q) = %d, want %d", s, got, suffix)
		}
	})
}
