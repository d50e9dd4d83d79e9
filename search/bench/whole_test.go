package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhiku/search"
)

// TestWhole runs all of it on 300 documents, each engine in processes of its
// own: with the invented press, and with the real one where it is there.
func TestWhole(t *testing.T) {
	t.Run("invented", func(t *testing.T) { testWhole(t, writePress(t), 40) })
	t.Run("real", func(t *testing.T) {
		real := filepath.Join("..", "..", "..", "shared", "corpus")
		if _, err := os.Stat(real); err != nil {
			t.Skip("the news texts are not here")
		}
		if testing.Short() {
			t.Skip("reads all the news")
		}
		testWhole(t, real, 100)
	})
}

func testWhole(t *testing.T, folder string, queries int) {
	r := speedRun{
		Corpus: folder, Dir: t.TempDir(), Engines: []string{"ours", "cjk"}, Docs: 300, Seed: 5,
		Queries: queries, Checked: queries, Clients: []int{1, 2}, Live: true, LiveFor: time.Second, Calm: 200 * time.Millisecond,
	}
	got, err := r.run(t.Context())
	if err != nil && !errors.Is(err, errWrong) {
		t.Fatal(err)
	}
	for _, e := range got.Engines {
		checkFigures(t, e, queries)
	}
	for _, wrong := range got.Engines[0].Search.Wrong {
		t.Errorf("wrong: %s", wrong)
	}
	if l := got.Engines[0].Live; l == nil || l.Articles != perSecond || l.Searchable.Searches != perSecond || l.Meanwhile.Searches < queries {
		t.Errorf("live: %+v", l)
	}
	if left, err := filepath.Glob(filepath.Join(r.Dir, "ours*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	checkPrinted(t, got)
}

func checkFigures(t *testing.T, e engineSpeed, queries int) {
	t.Helper()
	b, s := e.Build, e.Search
	if b.Text < 300*emptiest || b.CPU <= 0 || b.Wall <= 0 || b.Size <= 0 || b.SizeAtOnce <= 0 || b.Memory.Heap <= 0 || b.Reused {
		t.Errorf("%s, indexing: %+v", e.Name, b)
	}
	if s.Open <= 0 || s.Cold.Searches != queries || s.Checked != queries || len(s.Warm) != 2 || len(s.Slowest) != slowestShown {
		t.Errorf("%s, searching: %+v", e.Name, s)
	}
	for i, clients := range []int{1, 2} {
		if l := s.Warm[i]; l.Clients != clients || l.Latency.Searches != clients*passes(clients)*queries || l.Latency.P50 <= 0 {
			t.Errorf("%s, %d clients: %+v", e.Name, clients, l)
		}
	}
	for _, share := range shares {
		if s.Kinds[share.kind].Searches == 0 {
			t.Errorf("%s: no times of the kind %s", e.Name, share.kind)
		}
	}
}

func checkPrinted(t *testing.T, s *speed) {
	t.Helper()
	var text strings.Builder
	s.print(&text)
	for _, want := range []string{"300 documents", "ours / cjk", "MB of text per CPU-second", "2 clients, p99 ms", "ours, live: 20 articles"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is not printed:\n%s", want, text.String())
		}
	}
	line, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	var back speed
	if err := json.Unmarshal(line, &back); err != nil || back.Engines[1].Search.Warm[1] != s.Engines[1].Search.Warm[1] {
		t.Errorf("JSON does not hold what was measured: %v\n%s", err, line)
	}
}

// TestKeep: a second run takes the index of the first, but not for other documents.
func TestKeep(t *testing.T) {
	r := speedRun{
		Corpus: writePress(t), Dir: t.TempDir(), Engines: []string{"cjk"}, Docs: 100, Seed: 5,
		Queries: 10, Checked: 10, Clients: []int{1}, Keep: true, Calm: 100 * time.Millisecond,
	}
	for _, run := range []struct {
		docs   int
		reused bool
	}{{100, false}, {100, true}, {120, false}} {
		r.Docs = run.docs
		got, err := r.run(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if b := got.Engines[0].Build; b.Reused != run.reused || b.Text != got.Text {
			t.Errorf("%d documents: %+v, want reused %v", run.docs, b, run.reused)
		}
	}
}

// TestNoteIsOfAJob: an index of another version, size or seed is not reused.
func TestNoteIsOfAJob(t *testing.T) {
	j := job{Docs: 100, Seed: 5}
	for _, c := range []struct {
		name string
		n    note
		want bool
	}{
		{"the same", note{Version: search.Version, Docs: 100, Seed: 5}, true},
		{"an older search", note{Version: search.Version - 1, Docs: 100, Seed: 5}, false},
		{"fewer documents", note{Version: search.Version, Docs: 99, Seed: 5}, false},
		{"other documents", note{Version: search.Version, Docs: 100, Seed: 6}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.n.of(j); got != c.want {
				t.Errorf("reused: %v", got)
			}
		})
	}
}

// TestWrongAnswersEndTheRun: ours may not be wrong; stock is only measured.
func TestWrongAnswersEndTheRun(t *testing.T) {
	wrong := &searching{Wrong: []string{"one word 茶叶: 1 found, 2 are there"}}
	if err := (&speed{Engines: []engineSpeed{{Name: "ours", Search: wrong}}}).err(); !errors.Is(err, errWrong) {
		t.Errorf("ours was wrong: %v", err)
	}
	if err := (&speed{Engines: []engineSpeed{{Name: "ours", Search: &searching{}}, {Name: "cjk", Search: wrong}}}).err(); err != nil {
		t.Errorf("stock was wrong: %v", err)
	}
}

func TestRunRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, c := range []struct{ name, arg, value, says string }{
		{"clients are numbers", "-clients", "1,many", "numbers from 1"},
		{"no client is no load", "-clients", "0", "numbers from 1"},
		{"a corpus that is not there", "-corpus", "nowhere", "press.jsonl.gz"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := run(t.Context(), []string{"-dir", t.TempDir(), c.arg, c.value}, &strings.Builder{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want something of %q", err, c.says)
			}
		})
	}
	if _, err := openEngine(t.Context(), "lucene", t.TempDir(), nil); err == nil {
		t.Error("lucene is no engine of ours")
	}
}
