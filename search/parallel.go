package search

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// fewest pieces of work that are worth another goroutine.
const fewest = 32

// inParallel does n pieces of work in stretches, one for each processor, or all
// of them here where they are few.
func inParallel(ctx context.Context, n int, work func(i int) error) error {
	stretches := min(runtime.GOMAXPROCS(0), n/fewest)
	if stretches < 2 {
		return inOrder(ctx, 0, n, work)
	}
	var group errgroup.Group
	for k := range stretches {
		group.Go(func() error { return inOrder(ctx, k*n/stretches, (k+1)*n/stretches, work) })
	}
	return group.Wait()
}

func inOrder(ctx context.Context, from, to int, work func(i int) error) error {
	for i := from; i < to; i++ {
		if err := work(i); err != nil {
			return err
		}
	}
	return ctx.Err()
}
