package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

// mayImport says, for each room, which other packages of the project it may
// know. A room stands for itself and all below it; what is not listed knows
// nobody but store and zh.
var mayImport = map[string][]string{
	"zhiku":                {"*"}, // main wires
	"zhiku/store":          {},
	"zhiku/zh":             {"zhiku/zh"},
	"zhiku/store/sqlite":   {"zhiku/store"},
	"zhiku/search":         {"zhiku/store", "zhiku/zh", "zhiku/search"},
	"zhiku/search/syntax":  {"zhiku/store", "zhiku/zh"},
	"zhiku/search/bench":   {"zhiku/search", "zhiku/store", "zhiku/zh"},
	"zhiku/ingest":         {"zhiku/store", "zhiku/zh", "zhiku/ingest"},
	"zhiku/ingest/text":    {"zhiku/store", "zhiku/zh"},
	"zhiku/ingest/lexicon": {"zhiku/zh"},
	"zhiku/graph":          {"zhiku/store", "zhiku/search", "zhiku/graph"},
	"zhiku/web":            {"zhiku/store", "zhiku/search", "zhiku/graph", "zhiku/zh"},
	"zhiku/demo":           {},
}

// TestHouse keeps the arrows between the rooms as ARCHITECTURE.md draws them.
func TestHouse(t *testing.T) {
	for _, p := range listPackages(t) {
		room := roomOf(p.ImportPath)
		if room == "" {
			t.Errorf("%s stands in no room of the house; give it one in ARCHITECTURE.md and here", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if strings.HasPrefix(imported, "zhiku/") && !allowed(room, imported) {
				t.Errorf("%s imports %s; its room may import %v", p.ImportPath, imported, mayImport[room])
			}
		}
	}
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p goPackage
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// roomOf is the longest listed name that covers a package.
func roomOf(path string) string {
	best := ""
	for room := range mayImport {
		if covers(room, path) && len(room) > len(best) {
			best = room
		}
	}
	return best
}

func covers(room, path string) bool {
	return path == room || (room != "zhiku" && strings.HasPrefix(path, room+"/"))
}

func allowed(room, imported string) bool {
	for _, may := range mayImport[room] {
		if may == "*" || covers(may, imported) && roomOf(imported) != "zhiku/store/sqlite" {
			return true
		}
	}
	return false
}
