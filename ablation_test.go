package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestEvalWithoutLexicon: a list left out changes what is found, and a name
// that is no list's is refused with those there are. A name that the
// tagger does not see is one by the list of surnames.
func TestEvalWithoutLexicon(t *testing.T) {
	gold := t.TempDir()
	writeFile(t, filepath.Join(gold, "a.txt"), "雨停了\n\n昨日，雨停了，路也通了。\n卫成蹊说，好。\n")
	writeFile(t, filepath.Join(gold, "a.json"), `{"article":"a.txt","quotes":[],"people":[{"name":"卫成蹊","title":"","organization":""}],
		"companies":[],"organizations":[],"projects":[],"figures":[]}`)
	people := func(r result) string {
		for _, line := range strings.Split(r.out, "\n") {
			if strings.HasPrefix(line, "people ") {
				return line
			}
		}
		return ""
	}
	with, without := people(mustRun(t, "eval", gold)), people(mustRun(t, "eval", "--no-lexicon", "surnames", gold))
	if with == without {
		t.Errorf("with and without lists: %s", with)
	}
	if r := runProgram(t, "eval", "--no-lexicon", "nosuch", gold); r.code != exitUsage || !strings.Contains(r.errOut, "companies") {
		t.Errorf("exit %d, %s", r.code, r.errOut)
	}
}
