package demo

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"testing"
	"unicode/utf8"
)

// eachFile walks the samples.
func eachFile(t *testing.T, f func(t *testing.T, name string, data []byte)) {
	t.Helper()
	names, err := fs.Glob(Articles, "articles/*")
	if err != nil || len(names) < 7 {
		t.Fatalf("samples %v, error %v: want at least seven", names, err)
	}
	for _, name := range names {
		t.Run(path.Base(name), func(t *testing.T) {
			data, err := fs.ReadFile(Articles, name)
			if err != nil {
				t.Fatal(err)
			}
			f(t, name, data)
		})
	}
}

func TestArticlesAreText(t *testing.T) {
	eachFile(t, func(t *testing.T, name string, data []byte) {
		if !utf8.Valid(data) || bytes.ContainsRune(data, utf8.RuneError) {
			t.Error("is no clean UTF-8")
		}
		if n := utf8.RuneCount(data); n < 400 || n > 1800 {
			t.Errorf("has %d characters, want 400 to 1800", n)
		}
	})
}

func TestLinesAreWholeArticles(t *testing.T) {
	seen := map[string]bool{}
	eachFile(t, func(t *testing.T, name string, data []byte) {
		if path.Ext(name) != ".jsonl" {
			return
		}
		for line := range bytes.Lines(data) {
			var a struct{ ID, Title, Source, Published, Text, URL string }
			if err := json.Unmarshal(line, &a); err != nil {
				t.Fatal(err)
			}
			if a.Title == "" || a.Source == "" || a.Published == "" || a.Text == "" || a.URL == "" || seen[a.ID] {
				t.Errorf("article %q lacks a field, or its id stands twice", a.ID)
			}
			seen[a.ID] = true
		}
	})
	if len(seen) < 2 {
		t.Errorf("%d articles in lines, want at least two", len(seen))
	}
}
