// Zhiku 知库 is a knowledge base of Chinese news in one program: it reads
// newspaper articles, finds in them who said what, which companies, people and
// projects they tell of and which figures they state, and answers GraphQL.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit codes. Scripts rely on them.
const (
	exitOK     = 0
	exitFailed = 1 // something was wrong with the data: an article failed, a difference was found
	exitUsage  = 2 // the command line is wrong, or what it names cannot be used
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// cli is the command line; every command is a field with a Run method.
type cli struct {
	Ingest  ingestCmd  `cmd:"" help:"读入文章 / take articles in"`
	Serve   serveCmd   `cmd:"" help:"启动服务 / serve GraphQL and pages"`
	Demo    demoCmd    `cmd:"" help:"用内置样稿演示 / ingest embedded sample articles and serve them"`
	Extract extractCmd `cmd:"" help:"只抽取，不入库；多篇或 JSONL 每篇一行 / print what is found in files, no store; of several articles, and of JSONL, one a line"`
	Eval    evalCmd    `cmd:"" help:"对照标注打分 / score extraction against annotated articles"`
	Search  searchCmd  `cmd:"" help:"在终端检索 / search in the terminal"`
	Cite    citeCmd    `cmd:"" help:"核对引语：是否这样见报、谁说的 / check a quotation before citing it"`
	Verify  verifyCmd  `cmd:"" help:"核对库与索引 / check store, spans, log and index"`
	Reindex reindexCmd `cmd:"" help:"重建索引 / build the index anew from the store"`
	Version versionCmd `cmd:"" help:"版本 / version"`
}

// streams are what a command reads and writes: data to out, messages to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// exitError ends the program with code; its message, if any, is printed.
type exitError struct {
	code int
	msg  string
}

func (e exitError) Error() string { return e.msg }

// parsed is how kong asks to end early (after --help).
type parsed int

func run(ctx context.Context, args []string, in io.Reader, out, errOut io.Writer) (code int) {
	defer func() {
		if p := recover(); p != nil {
			early, ok := p.(parsed)
			if !ok {
				panic(p)
			}
			code = int(early)
		}
	}()
	var c cli
	parser, err := kong.New(&c,
		kong.Name("zhiku"),
		kong.Description("知库：中文新闻知识库 / a knowledge base of Chinese news."),
		kong.Writers(out, errOut),
		kong.Exit(func(code int) { panic(parsed(code)) }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(streams{in: in, out: out, err: errOut}),
	)
	if err != nil {
		panic(err) // the struct above is wrong: no input leads here
	}
	kctx, err := parser.Parse(withoutWords(asFlag(args)))
	if err != nil {
		fmt.Fprintf(errOut, "zhiku: %v\n用法见 zhiku --help / see zhiku --help\n", err)
		return exitUsage
	}
	return exitCode(kctx.Run(), errOut)
}

// asFlag lets help be asked for as a command: zhiku help, zhiku help ingest.
func asFlag(args []string) []string {
	if len(args) == 0 || args[0] != "help" {
		return args
	}
	return append(slices.Clone(args[1:]), "--help")
}

func exitCode(err error, errOut io.Writer) int {
	var ee exitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &ee):
		if ee.msg != "" {
			fmt.Fprintln(errOut, "zhiku: "+ee.msg)
		}
		return ee.code
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(errOut, "zhiku: 已中断 / interrupted")
		return exitFailed
	default:
		fmt.Fprintln(errOut, "zhiku: "+err.Error())
		return exitUsage
	}
}
