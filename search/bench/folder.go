package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"
)

// look gives the bytes of all files in a folder, and a text that changes when
// any of them does.
func look(dir string) (size int64, state string, err error) {
	var names strings.Builder
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) { // merged away meanwhile
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		size += info.Size()
		fmt.Fprintln(&names, path, info.Size(), info.ModTime().UnixNano())
		return nil
	})
	return size, names.String(), err
}

func folderSize(dir string) (int64, error) {
	size, _, err := look(dir)
	return size, err
}

// longestSettling is how long merging is waited for.
const longestSettling = 10 * time.Minute

// settle waits until background merging is over: until the folder has stayed as
// it is for so long.
func settle(ctx context.Context, dir string, calm time.Duration) error {
	last, since := "", time.Now()
	for begun := since; time.Since(begun) < longestSettling; {
		_, state, err := look(dir)
		if err != nil {
			return err
		}
		if state != last {
			last, since = state, time.Now()
		}
		if time.Since(since) >= calm {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(calm / 10):
		}
	}
	return fmt.Errorf("%s: still merging after %v", dir, longestSettling)
}
