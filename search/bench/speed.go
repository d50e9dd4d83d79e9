package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"zhiku/search"
)

// speedRun is what -n and its like ask for.
type speedRun struct {
	Corpus  string // folder of press.jsonl.gz and tvnews.jsonl.gz
	Dir     string // where pool and indexes lie
	Engines []string
	Docs    int
	Seed    uint64
	Queries int
	Checked int // of the queries, against brute force
	Clients []int
	Keep    bool // use what an earlier run left, and leave it
	Live    bool
	LiveFor time.Duration
	Calm    time.Duration // an index that has not changed for so long is merged
}

// speed is the report of a run.
type speed struct {
	Docs    int           `json:"documents"`
	Text    int64         `json:"text_bytes"`
	Queries int           `json:"queries"`
	Seed    uint64        `json:"seed"`
	Engines []engineSpeed `json:"engines"`
}

type engineSpeed struct {
	Name   string     `json:"name"`
	Build  *building  `json:"build"`
	Search *searching `json:"search"`
	Live   *living    `json:"live,omitempty"`
}

// errWrong is what the run ends with when ours gave a wrong answer.
var errWrong = errors.New("wrong answers")

func (r speedRun) run(ctx context.Context) (*speed, error) {
	if err := os.MkdirAll(r.Dir, 0o755); err != nil {
		return nil, err
	}
	pool := filepath.Join(r.Dir, "sentences")
	err := writeSentences(pool, filepath.Join(r.Corpus, "press.jsonl.gz"), filepath.Join(r.Corpus, "tvnews.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	j, text, err := r.prepare(pool)
	if err != nil {
		return nil, err
	}
	out := &speed{Docs: r.Docs, Text: text, Queries: len(j.Queries), Seed: r.Seed}
	for _, name := range r.Engines {
		e, err := r.measure(ctx, name, j, text)
		if err != nil {
			return nil, err
		}
		out.Engines = append(out.Engines, e)
	}
	return out, out.err()
}

// prepare draws the queries and counts their true answers.
func (r speedRun) prepare(path string) (j job, text int64, err error) {
	docs, unmap, err := mapCorpus(path, r.Seed)
	if err != nil {
		return j, 0, err
	}
	defer func() { err = errors.Join(err, unmap()) }()
	j = job{Pool: path, Docs: r.Docs, Seed: r.Seed, Clients: r.Clients, LiveFor: r.LiveFor, Calm: r.Calm}
	j.Queries, err = drawQueries(docs, r.Docs, r.Queries, r.Seed)
	if err != nil {
		return j, 0, err
	}
	slog.Info("counting the true answers", "queries", r.Checked, "documents", r.Docs)
	j.Totals = bruteForce(docs, r.Docs, j.Queries[:min(r.Checked, len(j.Queries))])
	for n := range r.Docs {
		text += int64(len(docs.Text(n)))
	}
	return j, text, nil
}

func (r speedRun) measure(ctx context.Context, name string, j job, text int64) (engineSpeed, error) {
	folder, _, _ := strings.Cut(name, "-")
	j.Engine, j.Dir = name, filepath.Join(r.Dir, folder)
	out := engineSpeed{Name: name}
	if !r.Keep {
		defer os.RemoveAll(j.Dir)
	}
	var err error
	if out.Build, err = r.built(ctx, j, text); err != nil {
		return out, err
	}
	slog.Info("searching", "engine", name)
	j.Role = "search"
	found, _, err := runAsChild(ctx, j)
	if err != nil {
		return out, err
	}
	out.Search = found.Search
	if r.Live && name == "ours" {
		slog.Info("searching while articles come in", "engine", name)
		j.Role = "live"
		found, _, err = runAsChild(ctx, j)
		out.Live = found.Live
	}
	return out, err
}

// note stands beside an index and tells what it holds and what that took.
type note struct {
	Version int // of the search
	Docs    int
	Seed    uint64
	Build   *building
}

// of tells whether the index is the one a job would build.
func (n note) of(j job) bool {
	return n.Version == search.Version && n.Docs == j.Docs && n.Seed == j.Seed
}

// built indexes, or takes what an earlier run left where it may.
func (r speedRun) built(ctx context.Context, j job, text int64) (*building, error) {
	beside := j.Dir + ".json"
	if r.Keep {
		old, err := readNote(beside)
		if err != nil {
			return nil, err
		}
		if old.Build != nil && old.of(j) {
			old.Build.Reused = true
			return old.Build, nil
		}
	}
	if err := errors.Join(os.RemoveAll(j.Dir), os.RemoveAll(beside)); err != nil {
		return nil, err
	}
	slog.Info("indexing", "engine", j.Engine)
	j.Role = "build"
	made, cpu, err := runAsChild(ctx, j)
	if err != nil {
		return nil, err
	}
	made.Build.Text, made.Build.CPU = text, cpu.Seconds()
	if !r.Keep {
		return made.Build, nil
	}
	line, err := json.Marshal(note{search.Version, j.Docs, j.Seed, made.Build})
	return made.Build, errors.Join(err, os.WriteFile(beside, line, 0o644))
}

// readNote is the zero note where there is none.
func readNote(path string) (n note, err error) {
	line, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return n, nil
	}
	if err == nil {
		err = json.Unmarshal(line, &n)
	}
	return n, err
}

// err is errWrong where ours was: the others are measured, not judged.
func (s *speed) err() error {
	for _, e := range s.Engines {
		if n := len(e.Search.Wrong); e.Name == "ours" && n > 0 {
			return fmt.Errorf("%d %w", n, errWrong)
		}
	}
	return nil
}
