package main

import (
	"context"
	"fmt"
)

// engine is an open index of one kind over a source.
type engine interface {
	// Build indexes what the log holds and the index does not.
	Build(ctx context.Context) error
	// Position is the last change indexed.
	Position(ctx context.Context) (int64, error)
	// Search gives the first ten answers, marked, and how many there are.
	Search(ctx context.Context, q query) (answer, error)
	Close() error
}

// pageSize is how many answers are asked for.
const pageSize = 10

// answer to a query.
type answer struct {
	Hits  []hit
	Total int
	Bound bool // Total is a lower bound, and the engine says so
	Wider bool // others follow those that hold all that was asked, and the engine says so
}

// hit is a document found and how many stretches of it are marked.
type hit struct {
	Number int
	Marks  int
}

// engines by the name the flag gives them; those whose names begin alike up to
// the dash have one index. Opening makes it where the folder has none.
var engines = map[string]func(ctx context.Context, dir string, from *source) (engine, error){
	"ours":      openOurs,
	"cjk":       openExact,
	"cjk-loose": openLoose,
}

func openEngine(ctx context.Context, name, dir string, from *source) (engine, error) {
	open, ok := engines[name]
	if !ok {
		return nil, fmt.Errorf("engine %q: ours, cjk and cjk-loose are known", name)
	}
	return open(ctx, dir, from)
}
