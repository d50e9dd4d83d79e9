package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadmeAnswer: the answer the README prints is the one a newcomer gets.
// With README_UPDATE set it writes it.
func TestReadmeAnswer(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	query := regexp.MustCompile("(?s)```graphql\n(.*?)```").FindSubmatch(readme)
	answer := regexp.MustCompile("(?s)```json\n(.*?)```").FindSubmatchIndex(readme)
	if query == nil || answer == nil {
		t.Fatal("the README has no query with an answer")
	}
	data := filepath.Join(t.TempDir(), "data")
	mustRun(t, "ingest", "--data", data, "demo/articles")
	s := startServer(t, data)
	waitReady(t, s)
	var got json.RawMessage
	s.ask(t, string(query[1]), nil, &got)
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, got, "", "  "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	printed := string(readme[answer[2]:answer[3]])
	if os.Getenv("README_UPDATE") != "" {
		if err := os.WriteFile("README.md", []byte(strings.Replace(string(readme), "```json\n"+printed, "```json\n"+pretty.String(), 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if printed != pretty.String() {
		t.Errorf("the README prints\n%s\nthe program answers\n%s\nrun the test with README_UPDATE=1", printed, pretty.String())
	}
}
