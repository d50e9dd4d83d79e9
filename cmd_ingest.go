package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"zhiku/ingest"
	"zhiku/ingest/source"
	"zhiku/store"
	"zhiku/store/sqlite"
)

// dataFlag names the folder that holds a knowledge base.
type dataFlag struct {
	Data string `required:"" env:"ZHIKU_DATA" placeholder:"DIR" help:"数据目录 / folder of the knowledge base"`
}

// fillFlags fill in what an article does not say itself.
type fillFlags struct {
	Source   string `placeholder:"报名" help:"文章未载明时的来源 / paper, where the article names none"`
	Date     string `placeholder:"2026-01-20" help:"文章未载明时的见报日期 / date of publication, where the article prints none"`
	URL      string `placeholder:"URL" help:"文章网址，只用于单篇 / the article's address; for one article only"`
	MaxBytes int64  `default:"16777216" help:"单篇上限（字节） / largest article, in bytes"`
}

func (f fillFlags) options() (source.Options, error) {
	opt := source.Options{Source: f.Source, URL: f.URL, MaxBytes: f.MaxBytes}
	if f.MaxBytes <= 0 {
		return opt, fmt.Errorf("--max-bytes %d: must be 1 or more", f.MaxBytes)
	}
	if f.Date == "" {
		return opt, nil
	}
	date, err := store.ParseDate(f.Date)
	if err != nil {
		return opt, fmt.Errorf("--date: %w", err)
	}
	opt.Date = date
	return opt, nil
}

type ingestCmd struct {
	dataFlag
	fillFlags
	JSON  bool     `help:"每篇输出一行 JSON / print a JSON line per article"`
	Paths []string `arg:"" name:"path" help:"文件、目录，或 - 表示标准输入 / files, folders, - for stdin"`
}

func (c *ingestCmd) Run(ctx context.Context, s streams) error {
	opt, err := c.options()
	if err != nil {
		return err
	}
	if nothingThere(c.Paths) {
		return exitError{exitFailed, fmt.Sprintf("没有这样的文件 / no such file or folder: %s", plain(strings.Join(c.Paths, " ")))}
	}
	db, err := openStore(ctx, c.Data)
	if err != nil {
		return err
	}
	defer db.Close()
	counts, err := ingestPaths(ctx, db, c.Paths, opt, s, c.JSON)
	if err != nil {
		return err
	}
	if err := sayOutdated(ctx, db, s); err != nil {
		return err
	}
	if counts.Failed > 0 {
		return exitError{code: exitFailed}
	}
	return nil
}

// nothingThere tells that no path names anything, so that a slip of the pen
// makes no new knowledge base.
func nothingThere(paths []string) bool {
	return !slices.ContainsFunc(paths, func(p string) bool {
		_, err := os.Stat(p)
		return p == "-" || !errors.Is(err, fs.ErrNotExist)
	})
}

// ingestPaths runs the ingest with progress and a last line of counts.
func ingestPaths(ctx context.Context, db *sqlite.DB, paths []string, opt source.Options, s streams, asJSON bool) (ingest.Counts, error) {
	total, files := source.Size(paths)
	p := newProgress(s.err, total, files)
	report := func(e ingest.Event) {
		p.add(e)
		if e.Err != nil {
			p.message("失败 / failed: %s", plain(e.Err.Error()))
		}
		if asJSON {
			printEvent(s.out, &e)
		}
	}
	counts, err := ingest.Run(ctx, source.Walk(ctx, paths, s.in, opt), db, report)
	p.done()
	if asJSON {
		json.NewEncoder(s.out).Encode(struct {
			Counts ingest.Counts `json:"counts"`
		}{counts})
	} else {
		fmt.Fprintf(s.out, "新增 new %d，更新 changed %d，未变 unchanged %d，失败 failed %d\n",
			counts.New, counts.Changed, counts.Unchanged, counts.Failed)
	}
	return counts, err
}

// eventLine is what --json prints of one article.
type eventLine struct {
	Path     string          `json:"path"`
	Line     int             `json:"line,omitempty"`
	Outcome  string          `json:"outcome"` // new, changed, unchanged or failed
	ID       store.ArticleID `json:"id,omitempty"`
	Title    string          `json:"title,omitempty"`
	Quotes   int             `json:"quotes"`
	Figures  int             `json:"figures"`
	Entities int             `json:"entities"`
	Error    string          `json:"error,omitempty"`
}

func printEvent(out io.Writer, e *ingest.Event) {
	line := eventLine{Path: e.Item.Path, Line: e.Item.Line, Outcome: string(e.Outcome),
		Quotes: e.Quotes, Figures: e.Figures, Entities: e.Entities}
	if a := e.Item.Article; a != nil {
		line.ID, line.Title = a.ID, a.Title
	}
	if e.Err != nil {
		line.Outcome, line.Error = "failed", e.Err.Error()
	}
	json.NewEncoder(out).Encode(line)
}

// progress tells how far a run is: one line that changes on a terminal, a
// plain line now and then elsewhere.
type progress struct {
	out      io.Writer
	terminal bool
	every    time.Duration
	start    time.Time
	last     time.Time
	total    int64
	files    int
	articles int
	bytes    int64
	drawn    bool
}

func newProgress(out io.Writer, total int64, files int) *progress {
	p := &progress{out: out, terminal: isTerminal(out), every: 10 * time.Second, start: time.Now(), total: total, files: files}
	if p.terminal {
		p.every = 200 * time.Millisecond
	}
	p.last = p.start
	return p
}

func (p *progress) add(e ingest.Event) {
	p.articles++
	if a := e.Item.Article; a != nil {
		p.bytes += int64(len(a.Text))
	}
	if now := time.Now(); now.Sub(p.last) >= p.every {
		p.last = now
		p.draw()
	}
}

func (p *progress) draw() {
	line := p.line()
	if p.terminal {
		fmt.Fprintf(p.out, "\r\x1b[K%s", line)
		p.drawn = true
		return
	}
	fmt.Fprintln(p.out, line)
}

func (p *progress) line() string {
	seconds := time.Since(p.start).Seconds()
	mb := float64(p.bytes) / 1e6
	return fmt.Sprintf("已读 %d 篇 articles，%.1f MB，%.2f MB/s，%.0f 秒 s", p.articles, mb, mb/seconds, seconds)
}

// message prints a line of its own beside the one that changes.
func (p *progress) message(format string, args ...any) {
	p.clear()
	fmt.Fprintf(p.out, format+"\n", args...)
}

func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
		p.drawn = false
	}
}

// done leaves the last figures standing when the run took long enough to wonder.
func (p *progress) done() {
	p.clear()
	if time.Since(p.start) > time.Second {
		fmt.Fprintln(p.out, p.line())
	}
}
