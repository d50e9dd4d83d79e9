package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zhiku/ingest"
	"zhiku/ingest/gold"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/source"
)

type extractCmd struct {
	fillFlags
	Out   string   `placeholder:"DIR" help:"每篇写入 DIR/名.json / write DIR/NAME.json instead of printing"`
	Files []string `arg:"" name:"file" help:"文章文件，- 表示标准输入 / article files, - for stdin"`
}

func (c *extractCmd) Run(ctx context.Context, s streams) error {
	opt, err := c.options()
	if err != nil {
		return err
	}
	if c.Out != "" {
		if err := os.MkdirAll(c.Out, 0o755); err != nil {
			return err
		}
	}
	put := c.write(map[string]string{})
	printer := &articlePrinter{out: s.out, named: map[string]string{}}
	if c.Out == "" {
		put = printer.print
	}
	failed := false
	for item := range source.Walk(ctx, c.Files, s.in, opt) {
		printer.meet(&item)
		found, err := extractItem(&item)
		if err == nil {
			err = put(&item, found)
		}
		if err != nil {
			failed = true
			fmt.Fprintf(s.err, "失败 / failed: %s\n", plain(fmt.Sprintf("%s: %v", item.Name(), err)))
		}
	}
	if err := errors.Join(printer.end(), ctx.Err()); err != nil {
		return err
	}
	if failed {
		return exitError{code: exitFailed}
	}
	return nil
}

// write puts every article into a file of its own; written remembers which input
// each came from.
func (c *extractCmd) write(written map[string]string) func(*source.Item, *gold.Article) error {
	return func(item *source.Item, found *gold.Article) error {
		name := outputName(item)
		if other, ok := written[name]; ok {
			return fmt.Errorf("%s was written for %s already; extract them to different folders", name, other)
		}
		written[name] = item.Path
		var b bytes.Buffer
		if err := writeJSON(&b, found); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(c.Out, name), b.Bytes(), 0o644)
	}
}

// articlePrinter prints an article that stands alone over many lines, for people,
// and several, or those of JSON lines, one a line.
type articlePrinter struct {
	out   io.Writer
	first *gold.Article     // until it is known whether it stands alone
	items int               // met so far, those that failed too
	lines bool              // an article a line
	named map[string]string // name of an article -> its file
}

// meet hears of every item before it is printed or fails.
func (p *articlePrinter) meet(item *source.Item) {
	p.items++
	p.lines = p.lines || p.items > 1 || item.Line > 0
}

func (p *articlePrinter) print(item *source.Item, found *gold.Article) error {
	if other, ok := p.named[found.Article]; ok && other != item.Path {
		found.Article = item.Path // the same name in another folder
	}
	p.named[found.Article] = item.Path
	if !p.lines {
		p.first = found
		return nil
	}
	return errors.Join(p.end(), writeLine(p.out, found))
}

// end prints the first article, where that was not done yet.
func (p *articlePrinter) end() error {
	first := p.first
	p.first = nil
	switch {
	case first == nil:
		return nil
	case p.lines:
		return writeLine(p.out, first)
	}
	return writeJSON(p.out, first)
}

func writeLine(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// outputName is NAME.json for NAME.txt, NAME-LINE.json for a line of JSONL.
func outputName(item *source.Item) string {
	base := filepath.Base(item.Path)
	if item.Path == "-" {
		base = "stdin"
	}
	base = strings.TrimSuffix(base, ".gz")
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if item.Line > 0 {
		base = fmt.Sprintf("%s-%d", base, item.Line)
	}
	return base + ".json"
}

func extractItem(item *source.Item) (*gold.Article, error) {
	if item.Err != nil {
		return nil, item.Err
	}
	doc, err := ingest.Extract(item.Article)
	if err != nil {
		return nil, err
	}
	return gold.From(doc, articleName(item), item.Article.SHA256, item.TextOffset.Runes), nil
}

// articleName is the file's, and of a line of JSONL the line too: n.jsonl#3.
func articleName(item *source.Item) string {
	name := filepath.Base(item.Path)
	if item.Line > 0 {
		name = fmt.Sprintf("%s#%d", name, item.Line)
	}
	return name
}

func writeJSON(out io.Writer, v any) error {
	enc := json.NewEncoder(out)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

type evalCmd struct {
	JSON    bool     `help:"以 JSON 输出 / print JSON"`
	Errors  bool     `xor:"list" help:"列出漏抽与误抽 / list what was missed and what is extra"`
	Found   string   `placeholder:"DIR" help:"评 DIR 中已有的抽取结果 / score extractions in DIR instead of extracting"`
	Without []string `name:"no-lexicon" placeholder:"NAME" help:"不用这些词表，看各有何用 / leave these word lists out, to see what each brings"`
	Curve   bool     `xor:"list" help:"改列把握：自报几成把握的条目，对了几成 / print instead how sure items were said to be, and how many were right"`
	Gold    []string `arg:"" name:"gold-dir" help:"标注目录：名.txt 与 名.json / folders of NAME.txt with NAME.json"`
}

func (c *evalCmd) Run(s streams) error {
	if err := lexicon.Without(c.Without...); err != nil {
		return fmt.Errorf("--no-lexicon: %w", err)
	}
	var found gold.Finder = extractFile
	if c.Found != "" {
		found = gold.FoundIn(c.Found)
	}
	report, err := gold.ScoreDirs(c.Gold, found)
	if err != nil {
		return err
	}
	var table fmt.Stringer = report
	if c.Curve {
		table = report.Curves
	}
	if c.JSON {
		return writeJSON(s.out, table)
	}
	fmt.Fprint(s.out, table)
	if c.Errors {
		for _, e := range report.Errors {
			fmt.Fprintf(s.out, "%s\t%s\t%s\t%s\n", e.Article, e.Class, e.What, e.Item)
		}
	}
	return nil
}

// extractFile extracts an annotated article as zhiku extract would.
func extractFile(path string, data []byte) (*gold.Article, error) {
	item := source.Read(path, data, source.Options{})
	found, err := extractItem(item)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	found.SHA256 = hex.EncodeToString(sum[:])
	return found, nil
}
