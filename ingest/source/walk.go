package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// endings are read inside folders, each also with .gz; a file that is named
// itself is read whatever its ending.
var endings = []string{".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"}

func readable(name string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))))
}

func isLines(name string) bool {
	ext := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
	return ext == ".jsonl" || ext == ".ndjson"
}

// Walk gives the articles of files, folders (in the order of names, hidden
// ones left out) and, for "-", of stdin. What cannot be read comes as an Item
// with Err, and the walk goes on. One article is held at a time.
func Walk(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := walker{ctx: ctx, opt: opt, yield: yield, stdin: stdin}
		for _, p := range paths {
			if !w.path(p) {
				return
			}
		}
	}
}

// Size sums up the files a walk would read, as far as that is cheap to know.
func Size(paths []string) (bytes int64, files int) {
	for _, p := range paths {
		filepath.WalkDir(p, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil
			case name != p && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir() || (name != p && !readable(name)):
				return nil
			}
			if info, err := d.Info(); err == nil {
				bytes += info.Size()
				files++
			}
			return nil
		})
	}
	return bytes, files
}

type walker struct {
	ctx     context.Context
	opt     Options
	yield   func(Item) bool
	stdin   io.Reader
	parents []fs.FileInfo // folders the walk stands in
	named   bool          // an article has been given Options.URL
}

// give yields an item; false ends the walk.
func (w *walker) give(item Item) bool {
	if w.opt.URL != "" && item.Err == nil && item.Article.URL == w.opt.URL {
		if w.named { // it would replace the other
			item = Item{Path: item.Path, Line: item.Line, Err: errors.New("the address given is of one article, and another has it already; take this one in by itself, or without --url")}
		}
		w.named = true
	}
	return w.ctx.Err() == nil && w.yield(item)
}

func (w *walker) fail(path string, err error) bool {
	return w.give(Item{Path: path, Err: err})
}

func (w *walker) path(p string) bool {
	if p == "-" {
		return w.standardInput()
	}
	full, err := filepath.Abs(p)
	if err != nil {
		return w.fail(p, err)
	}
	info, err := os.Stat(full)
	if err != nil {
		return w.fail(p, reason(err))
	}
	if info.IsDir() {
		return w.folder(full, info)
	}
	return w.file(full, info)
}

// reason drops the path from an error of the file system: the item has it.
func reason(err error) error {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("there is no such file; check the path")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("it may not be read; check its permissions (chmod +r)")
	case errors.As(err, &p):
		return p.Err
	}
	return err
}

func (w *walker) folder(dir string, info fs.FileInfo) bool {
	for _, parent := range w.parents {
		if os.SameFile(parent, info) {
			return w.fail(dir, errors.New("the folder holds itself through a link; remove the link, or name the folders one by one"))
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return w.fail(dir, reason(err))
	}
	w.parents = append(w.parents, info)
	defer func() { w.parents = w.parents[:len(w.parents)-1] }()
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue
		}
		if !w.entry(filepath.Join(dir, e.Name())) {
			return false
		}
	}
	return true
}

func (w *walker) entry(path string) bool {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return w.fail(path, reason(err))
	case info.IsDir():
		return w.folder(path, info)
	case readable(path):
		return w.file(path, info)
	}
	return true
}

func (w *walker) standardInput() bool {
	if w.stdin == nil {
		return w.fail("-", errors.New("standard input can be read once; name - once"))
	}
	in := bufio.NewReader(w.stdin)
	w.stdin = nil
	return w.stream("-", in, jsonAhead(in))
}

// jsonAhead tells JSON lines by their first character.
func jsonAhead(in *bufio.Reader) bool {
	head, _ := in.Peek(64)
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}

func (w *walker) file(path string, info fs.FileInfo) bool {
	if !info.Mode().IsRegular() {
		return w.fail(path, errors.New("it is no regular file; give files, folders, or - for standard input"))
	}
	f, err := os.Open(path)
	if err != nil {
		return w.fail(path, reason(err))
	}
	defer f.Close()
	if !strings.HasSuffix(strings.ToLower(path), ".gz") {
		return w.stream(path, bufio.NewReader(f), isLines(path))
	}
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return w.fail(path, fmt.Errorf("it is no gzip file (%w); drop the ending .gz, or compress it anew", err))
	}
	return w.stream(path, bufio.NewReader(z), isLines(path))
}

func (w *walker) stream(path string, in *bufio.Reader, lines bool) bool {
	if lines {
		return w.lines(path, in)
	}
	data, err := io.ReadAll(io.LimitReader(in, w.opt.maxBytes()+1))
	if err != nil {
		return w.fail(path, damaged(err))
	}
	return w.give(*Read(path, data, w.opt))
}

func damaged(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the gzip file ends too early; copy it again")
	}
	return reason(err)
}

// lines reads JSON lines, one at a time.
func (w *walker) lines(path string, in *bufio.Reader) bool {
	for n := 1; ; n++ {
		data, tooLong, err := readLine(in, w.opt.maxBytes())
		if err != nil && !errors.Is(err, io.EOF) {
			return w.give(Item{Path: path, Line: n, Err: damaged(err)})
		}
		last := err != nil
		if n == 1 {
			data = bytes.TrimPrefix(data, []byte("\ufeff"))
		}
		switch {
		case tooLong:
			if !w.give(Item{Path: path, Line: n, Err: tooLarge(w.opt)}) {
				return false
			}
		case len(bytes.TrimSpace(data)) > 0:
			if !w.give(*readLineItem(path, n, data, w.opt)) {
				return false
			}
		}
		if last {
			return true
		}
	}
}

func readLineItem(path string, n int, data []byte, opt Options) *Item {
	item := &Item{Path: path, Line: n}
	doc, err := parseLine(data)
	if err != nil {
		item.Err = err
		return item
	}
	item.Article, item.Err = newArticle(path, n, doc, "UTF-8", bytes.TrimSpace(data), opt)
	return item
}

// readLine reads one line without its end. Of a line over max bytes nothing is
// kept, and the reader stands behind it.
func readLine(in *bufio.Reader, max int64) (data []byte, tooLong bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !tooLong {
			data = append(data, part...)
			if int64(len(data)) > max {
				data, tooLong = nil, true
			}
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return data, tooLong, err
		}
	}
}

// ReadAll gives the articles of one file that is in memory: one, or a line each.
func ReadAll(name string, data []byte, opt Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		w := walker{ctx: context.Background(), opt: opt, yield: yield}
		w.stream(name, bufio.NewReader(bytes.NewReader(data)), isLines(name))
	}
}
