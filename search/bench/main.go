// Command bench measures the search against Bleve's own cjk analyzer, on a
// million documents put together from real news sentences by a fixed seed: how
// fast and how large both index, how fast they answer, and whether the answers
// are right. With -retrieval it measures how well they rank.
//
//	go run ./search/bench
//	go run ./search/bench -n 100000 -live -keep
//	go run ./search/bench -retrieval -judged search/bench/data/journalist
//
// The texts are not part of the project: they are read in ../shared.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	if isChild() {
		err = beChild(ctx, os.Stdin, os.Stdout)
	} else {
		err = run(ctx, os.Args[1:], os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// report is what a run prints.
type report interface{ print(out io.Writer) }

// run measures and prints, also where it ends with errWrong.
func run(ctx context.Context, args []string, out io.Writer) error {
	s := speedRun{Calm: 3 * time.Second}
	var r retrievalRun
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	shared := filepath.Join("..", "shared")
	flags.IntVar(&s.Docs, "n", 1_000_000, "`documents`")
	flags.StringVar(&s.Dir, "dir", filepath.Join(os.TempDir(), "zhiku-bench"), "`folder` for the indexes")
	flags.Uint64Var(&s.Seed, "seed", 1, "of documents and queries")
	flags.IntVar(&s.Queries, "queries", 400, "how many")
	flags.IntVar(&s.Checked, "check", 100, "how many of the queries are counted by brute force")
	flags.BoolVar(&s.Keep, "keep", false, "use the indexes an earlier run with -keep left in -dir, and leave them")
	flags.BoolVar(&s.Live, "live", false, "also search while 20 articles a second come in")
	flags.DurationVar(&s.LiveFor, "live-for", time.Minute, "how long they come in")
	flags.StringVar(&s.Corpus, "corpus", filepath.Join(shared, "corpus"), "`folder` of the news")
	flags.StringVar(&r.Sets, "sets", filepath.Join(shared, "retrieval"), "`folder` of the retrieval sets")
	flags.StringVar(&r.Judged, "judged", "", "`folder` of judged queries on the press of the corpus")
	engines := flags.String("engines", "ours,cjk", "which of ours, cjk (exact) and cjk-loose (words as matches of pairs), divided by commas; ratios are of the first two")
	clients := flags.String("clients", "1,8", "how many at once, divided by commas")
	asJSON := flags.Bool("json", false, "print JSON")
	rank := flags.Bool("retrieval", false, "measure ranking and nothing else")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s.Engines = strings.Split(*engines, ",")
	r.Corpus, r.Engines = s.Corpus, s.Engines
	var err error
	if s.Clients, err = numbers(*clients); err != nil {
		return err
	}
	if *rank {
		found, err := r.run(ctx)
		return show(out, found, *asJSON, err)
	}
	found, err := s.run(ctx)
	return show(out, found, *asJSON, err)
}

func numbers(list string) ([]int, error) {
	var out []int
	for _, field := range strings.Split(list, ",") {
		n, err := strconv.Atoi(field)
		if err != nil || n < 1 {
			return nil, fmt.Errorf("-clients %s: numbers from 1 are wanted, as in 1,8", list)
		}
		out = append(out, n)
	}
	return out, nil
}

// show prints a report where there is one, and passes err on.
func show[R interface {
	comparable
	report
}](out io.Writer, found R, asJSON bool, err error) error {
	var none R
	switch {
	case found == none:
		return err
	case asJSON:
		if err := json.NewEncoder(out).Encode(found); err != nil {
			return err
		}
	default:
		found.print(out)
	}
	return err
}
