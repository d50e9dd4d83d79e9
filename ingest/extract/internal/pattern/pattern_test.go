package pattern

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// expressions of the kinds that are in use.
var expressions = []string{
	`^(?:然而|但是?|\d{1,2}日|[上下]午)`,
	`(?:[也还]|明确|[(（][^)）]{1,4}[)）]|(?:\d{1,2}月)?\d{1,2}日|在[^，的]{1,3}(?:时|上)|.{1,3}地)$`,
	`(?:向[^，]{1,3}|对)$`,
	`^(.{2,}?)(?:对于|就)[^，]{2,}$`,
	`(?:\s*[(（](?:完|记者)[)）])+$`,
	`^[^，]{0,3}?(记者|我们)`,
	`(?:^|[，。])我[同将]`,
	`^$|也$`,
	`^也?$`,
	`[也还]*$`,
	`(?i)^abc`,
	`也\b`,
	`^(?:这(?:也|就)?是)$`,
	`某`,
	`^\x{FFFD}|\x{FFFD}$`,
}

const alphabet = "然而但是12日上下午也还明确(（)）月在，的时地向对于就记者完我们。同将这ABCabc x某\n"

func TestPatternFindsWhatThePlainOneFinds(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	chars := []rune(alphabet)
	for _, expr := range expressions {
		p := MustCompile(expr)
		for range 3000 {
			var s []rune
			for range r.IntN(30) {
				s = append(s, chars[r.IntN(len(chars))])
			}
			compare(t, p, string(s))
		}
	}
}

func FuzzPattern(f *testing.F) {
	f.Add("但是记者也明确")
	f.Add("接受青岚日报采访时")
	f.Add("")
	var patterns []*Pattern
	for _, expr := range expressions {
		patterns = append(patterns, MustCompile(expr))
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range patterns {
			compare(t, p, s)
		}
	})
}

func compare(t *testing.T, p *Pattern, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		return // an article is valid before anything looks for patterns in it
	}
	plain := p.re
	expr := plain.String()
	if got, want := p.MatchString(s), plain.MatchString(s); got != want {
		t.Fatalf("%s matches %q: %v", expr, s, got)
	}
	if got, want := p.FindString(s), plain.FindString(s); got != want {
		t.Fatalf("%s finds %q in %q, not %q", expr, got, s, want)
	}
	if got, want := p.FindStringIndex(s), plain.FindStringIndex(s); !slices.Equal(got, want) {
		t.Fatalf("%s finds %v in %q, not %v", expr, got, s, want)
	}
	if got, want := p.FindStringSubmatch(s), plain.FindStringSubmatch(s); !slices.Equal(got, want) {
		t.Fatalf("%s finds %q in %q, not %q", expr, got, s, want)
	}
	if got, want := p.FindStringSubmatchIndex(s), plain.FindStringSubmatchIndex(s); !slices.Equal(got, want) {
		t.Fatalf("%s finds %v in %q, not %v", expr, got, s, want)
	}
}

// What cannot match is told by one character, so that the plain expression is not
// asked.
func TestOneCharacterTells(t *testing.T) {
	for _, c := range []struct {
		expr, text string
		may        bool
	}{
		{`^(?:但|然而)`, "但是", true},
		{`^(?:但|然而)`, "而且", false},
		{`(?:也|明确)$`, "他明确", true},
		{`(?:也|明确)$`, "明确他", false},
		{`[^，]{1,3}$`, "他", true},
		{`^也?`, "他", true},
		{`也`, "他", true},
	} {
		if got := MustCompile(c.expr).may(c.text); got != c.may {
			t.Errorf("%s may match %s: %v", c.expr, c.text, got)
		}
	}
}

// Only the end of a long text is read, where a match that ends it is short.
func TestOnlyTheEndIsRead(t *testing.T) {
	for expr, read := range map[string]int{`(?:也|对.{1,3})$`: 16, `(?:也)+$`: 40, `也$|还`: 40, `^也$`: 40} {
		s := strings.Repeat("一", 13) + "a"
		if got := len(s) - MustCompile(expr).from(s); got > read+utf8.UTFMax || read == 40 && got != 40 {
			t.Errorf("%s reads %d bytes, want %d", expr, got, read)
		}
	}
}
