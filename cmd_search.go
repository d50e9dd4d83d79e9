package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"zhiku/search"
	"zhiku/store"
	"zhiku/store/sqlite"
)

type searchCmd struct {
	dataFlag
	Kind  string   `default:"quote" enum:"quote,article,figure,person,company,organization,project" help:"检索对象：${enum} / what to search"`
	Limit int      `default:"20" help:"条数，1–100 / how many"`
	Order string   `default:"relevance" enum:"relevance,newest,oldest" help:"次序：${enum} / order"`
	JSON  bool     `help:"每条输出一行 JSON / a JSON line per hit"`
	Query []string `arg:"" help:"检索式：词 “短语” -排除 甲 OR 乙 人:姓名 之后:2026 / words “phrase” -not field:value"`
}

// withoutWords lets a query say -词, which the command line would take for a
// flag: a blank before it makes it a word. The one short flag is -h.
func withoutWords(args []string) []string {
	if len(args) == 0 || args[0] != "search" {
		return args
	}
	out := slices.Clone(args)
	for i, a := range out {
		if len(a) > 1 && a[0] == '-' && a[1] != '-' && a != "-h" {
			out[i] = " " + a
		}
	}
	return out
}

func (c *searchCmd) Run(ctx context.Context, s streams) error {
	if c.Limit < 1 || c.Limit > store.MaxPage {
		return fmt.Errorf("--limit %d: must be 1 to %d", c.Limit, store.MaxPage)
	}
	db, err := sqlite.OpenReadOnly(ctx, storePath(c.Data))
	if err != nil {
		return err
	}
	defer db.Close()
	searcher, closeIndex, err := c.searcher(ctx, db, s)
	if err != nil {
		return err
	}
	defer closeIndex()
	q := search.Query{Text: strings.Join(c.Query, " "), Kinds: []store.Kind{store.Kind(c.Kind)},
		Order: search.Order(c.Order), Page: store.PageRequest{Limit: c.Limit}}
	result, err := searcher(ctx, q)
	if err != nil {
		return err
	}
	printUnderstood(s, q.Text, &result.Query)
	return printHits(ctx, db, result, s, c.JSON)
}

type searchFunc func(context.Context, search.Query) (*search.Result, error)

// searcher opens the index and brings it up to date, or, where a running
// server owns it, asks that server.
func (c *searchCmd) searcher(ctx context.Context, db *sqlite.DB, s streams) (searchFunc, func(), error) {
	ix, err := openIndex(ctx, c.Data, db)
	if errors.Is(err, store.ErrBusy) {
		server, readErr := readServer(c.Data)
		if readErr != nil || !server.answers() {
			return nil, nil, ownedByServer(c.Data, err)
		}
		return remoteSearch(server.Addr), func() {}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if err := catchUp(ctx, ix, s); err != nil {
		ix.Close()
		return nil, nil, err
	}
	return ix.Search, func() { ix.Close() }, nil
}

// catchUp brings the index level with the store and says so when that takes time.
func catchUp(ctx context.Context, ix *search.Index, s streams) error {
	stop := make(chan struct{})
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		reportIndexing(ctx, ix, s, stop)
	}()
	err := ix.CatchUp(ctx)
	close(stop)
	<-finished
	return err
}

func reportIndexing(ctx context.Context, ix *search.Index, s streams, stop <-chan struct{}) {
	every := 10 * time.Second
	if isTerminal(s.err) {
		every = 500 * time.Millisecond
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	drawn := false
	for {
		select {
		case <-tick.C:
			status, err := ix.Status(ctx)
			if err != nil {
				return
			}
			line := fmt.Sprintf("索引 indexing %d / %d", status.Position, status.Head)
			if isTerminal(s.err) {
				fmt.Fprintf(s.err, "\r\x1b[K%s", line)
				drawn = true
			} else {
				fmt.Fprintln(s.err, line)
			}
		case <-stop:
			if drawn {
				fmt.Fprint(s.err, "\r\x1b[K")
			}
			return
		}
	}
}

type reindexCmd struct{ dataFlag }

func (c *reindexCmd) Run(ctx context.Context, s streams) error {
	db, err := sqlite.OpenReadOnly(ctx, storePath(c.Data))
	if err != nil {
		return err
	}
	defer db.Close()
	if err := search.Remove(indexPath(c.Data)); err != nil {
		return ownedByServer(c.Data, err)
	}
	ix, err := openIndex(ctx, c.Data, db)
	if err != nil {
		return ownedByServer(c.Data, err)
	}
	defer ix.Close()
	if err := catchUp(ctx, ix, s); err != nil {
		return err
	}
	status, err := ix.Status(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "索引已重建 / index rebuilt: %d\n", status.Position)
	return nil
}

type verifyCmd struct{ dataFlag }

func (c *verifyCmd) Run(ctx context.Context, s streams) error {
	db, err := sqlite.OpenReadOnly(ctx, storePath(c.Data))
	if err != nil {
		return err
	}
	defer db.Close()
	if err := sayOutdated(ctx, db, s); err != nil {
		return err
	}
	differences, err := db.Verify(ctx)
	if err != nil {
		return err
	}
	inIndex, err := verifyIndex(ctx, c.Data, db, s)
	if err != nil {
		return err
	}
	differences = append(differences, inIndex...)
	for _, d := range differences {
		fmt.Fprintln(s.out, plain(d))
	}
	if len(differences) > 0 {
		return exitError{exitFailed, fmt.Sprintf("发现 %d 处不一致 / %d differences", len(differences), len(differences))}
	}
	stats, err := db.Stats(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "无误 / clean: %d articles, %d quotes, %d figures, %d mentions, log %d\n",
		stats.Articles, stats.Quotes, stats.Figures, stats.Mentions, stats.LastChange)
	return nil
}

// verifyIndex compares the index with the store. An index that lags behind is
// brought up first: lagging is no difference. Where none was built yet there
// is nothing to compare.
func verifyIndex(ctx context.Context, dir string, db *sqlite.DB, s streams) ([]string, error) {
	if _, err := os.Stat(indexPath(dir)); errors.Is(err, os.ErrNotExist) {
		fmt.Fprintln(s.err, "尚无索引，启动服务或检索时自动建立 / no index yet; serve and search build it")
		return nil, nil
	}
	ix, err := openIndex(ctx, dir, db)
	if err != nil {
		return nil, ownedByServer(dir, err)
	}
	defer ix.Close()
	if err := catchUp(ctx, ix, s); err != nil {
		return nil, err
	}
	return ix.Verify(ctx)
}

// ownedByServer says who holds the index, where that is why err came.
func ownedByServer(dir string, err error) error {
	if !errors.Is(err, store.ErrBusy) {
		return err
	}
	if server, readErr := readServer(dir); readErr == nil && server.answers() {
		return fmt.Errorf("服务 %s 正在使用索引，请先停止它 / the server at %s (process %d) uses the index; stop it first: %w",
			server.Addr, server.Addr, server.PID, err)
	}
	return fmt.Errorf("另一进程正在使用索引 / another process uses the index; stop it first: %w", err)
}
