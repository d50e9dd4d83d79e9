package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// job is one measurement, made by a process of its own, so that neither engine
// is measured with the other's memory, nor searching with that of indexing.
type job struct {
	Role    string // "build", "search" or "live"
	Engine  string
	Pool    string // file of sentences
	Dir     string // the index
	Docs    int
	Seed    uint64
	Queries []query
	Totals  []int // the true ones of the first queries
	Clients []int
	LiveFor time.Duration
	Calm    time.Duration // an index that has not changed for so long is merged
}

// outcome of a job: what its role measured.
type outcome struct {
	Build  *building  `json:",omitempty"`
	Search *searching `json:",omitempty"`
	Live   *living    `json:",omitempty"`
}

// childMark in the environment makes the program a child: it reads a job from
// its input and writes the outcome to its output.
const childMark = "ZHIKU_BENCH_CHILD"

func isChild() bool { return os.Getenv(childMark) != "" }

// runAsChild runs a job in a process of its own and also gives the processor
// time this took, start and end of the process included.
func runAsChild(ctx context.Context, j job) (out outcome, cpu time.Duration, err error) {
	self, err := os.Executable()
	if err != nil {
		return out, 0, err
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), childMark+"=1")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return out, 0, err
	}
	result, err := cmd.StdoutPipe()
	if err != nil {
		return out, 0, err
	}
	if err := cmd.Start(); err != nil {
		return out, 0, err
	}
	sent := json.NewEncoder(in).Encode(j)
	in.Close()
	received := json.NewDecoder(result).Decode(&out)
	if err := cmd.Wait(); err != nil {
		return out, 0, fmt.Errorf("%s of %s: %w", j.Role, j.Engine, err)
	}
	if sent != nil || received != nil {
		return out, 0, fmt.Errorf("%s of %s: job sent: %v; outcome received: %v", j.Role, j.Engine, sent, received)
	}
	return out, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

// beChild is the child's side.
func beChild(ctx context.Context, in io.Reader, out io.Writer) error {
	var j job
	if err := json.NewDecoder(in).Decode(&j); err != nil {
		return fmt.Errorf("read the job: %w", err)
	}
	result, err := j.run(ctx)
	if err != nil {
		return err
	}
	return json.NewEncoder(out).Encode(result)
}

func (j job) run(ctx context.Context) (out outcome, err error) {
	docs, unmap, err := mapCorpus(j.Pool, j.Seed)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, unmap()) }()
	switch j.Role {
	case "build":
		out.Build, err = j.build(ctx, docs)
	case "search":
		out.Search, err = j.search(ctx, docs)
	case "live":
		out.Live, err = j.live(ctx, docs)
	default:
		err = fmt.Errorf("role %q of a child is not known", j.Role)
	}
	return out, err
}
