package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"

	"zhiku/demo"
	"zhiku/graph"
	"zhiku/ingest"
	"zhiku/ingest/extract"
	"zhiku/ingest/source"
	"zhiku/search"
	"zhiku/store/sqlite"
	"zhiku/web"
)

const (
	followEvery   = 200 * time.Millisecond // an article another process wrote is found well within a second
	shutdownGrace = 10 * time.Second       // for answers under way when the server is told to stop
	headerTimeout = 10 * time.Second       // for a client to send its request's head
	readTimeout   = 30 * time.Second       // … and its body
	idleTimeout   = 2 * time.Minute
	maxHeader     = 64 << 10
)

type addrFlag struct {
	Addr string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"监听地址，端口 0 为任选 / address to listen on, port 0 picks one"`
}

type serveCmd struct {
	dataFlag
	addrFlag
}

func (c *serveCmd) Run(ctx context.Context, s streams) error {
	return serve(ctx, c.Data, c.Addr, s, func(base string) {
		fmt.Fprintf(s.out, "知库 %s/  GraphQL %s/playground\n", base, base)
	})
}

type demoCmd struct {
	Data string `placeholder:"DIR" help:"数据目录，默认为新的临时目录 / folder of the knowledge base; a fresh temporary one by default"`
	addrFlag
}

func (c *demoCmd) Run(ctx context.Context, s streams) error {
	dir := c.Data
	if dir == "" {
		temp, err := os.MkdirTemp("", "zhiku-demo-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temp)
		dir = temp
	}
	counts, err := ingestDemo(ctx, dir)
	if err != nil {
		return err
	}
	return serve(ctx, dir, c.Addr, s, func(base string) {
		fmt.Fprintf(s.out, demoText, counts.New+counts.Changed+counts.Unchanged, dir, base, base, base, demo.Query)
	})
}

const demoText = `样稿 %d 篇已入库 / sample articles are in: %s
检索引语 quotes      %s/
GraphQL  playground  %s/playground
GraphQL  endpoint    %s/graphql

粘贴试试 / a query to paste:
%s
按 Ctrl-C 停止 / stop with Ctrl-C
`

// ingestDemo takes in the embedded articles.
func ingestDemo(ctx context.Context, dir string) (ingest.Counts, error) {
	db, err := openStore(ctx, dir)
	if err != nil {
		return ingest.Counts{}, err
	}
	defer db.Close()
	var failures []error
	counts, err := ingest.Run(ctx, demoItems, db, func(e ingest.Event) { failures = append(failures, e.Err) })
	return counts, errors.Join(append(failures, err)...)
}

func demoItems(yield func(source.Item) bool) {
	fs.WalkDir(demo.Articles, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(demo.Articles, name)
		if err != nil {
			return err
		}
		for item := range source.ReadAll(path.Base(name), data, source.Options{}) {
			if !yield(item) {
				return fs.SkipAll
			}
		}
		return nil
	})
}

// serve answers on addr until ctx ends; ready hears the address once requests
// are taken.
func serve(ctx context.Context, dir, addr string, s streams, ready func(base string)) error {
	log := slog.New(slog.NewTextHandler(s.err, nil))
	slog.SetDefault(log)
	_, missing := os.Stat(storePath(dir))
	db, err := openStore(ctx, dir)
	if err != nil {
		return err
	}
	if errors.Is(missing, fs.ErrNotExist) { // it may be a slip of the pen
		fmt.Fprintf(s.err, "这里还没有知识库，新建了一个空的 / there was no knowledge base; a new, empty one was made: %s\n", plain(dir))
	}
	defer db.Close()
	if err := sayOutdated(ctx, db, s); err != nil {
		return err
	}
	index, err := openIndex(ctx, dir, db)
	if err != nil {
		return ownedByServer(dir, err)
	}
	defer index.Close()
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("监听失败 / listen: %w; 用 --addr 换一个地址 / choose another with --addr", err)
	}
	base := "http://" + reachable(listener.Addr())
	if err := (runningServer{Addr: base, PID: os.Getpid()}).write(dir); err != nil {
		return err
	}
	defer os.Remove(serverPath(dir))
	ready(base)
	return serveAndFollow(ctx, newServer(db, index, log), listener, index)
}

// reachable is an address a browser on this machine can open: a server that
// listens on all addresses listens on the loopback too.
func reachable(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return a.String()
	}
	return net.JoinHostPort("127.0.0.1", strconv.Itoa(tcp.Port))
}

func newServer(db *sqlite.DB, index *search.Index, log *slog.Logger) *http.Server {
	handler := web.New(web.Options{
		GraphQL:   graph.NewHandler(&graph.Resolver{Store: db, Search: index, Log: log, Extractor: extract.Version}, graph.Options{}),
		Reader:    db,
		Searcher:  index,
		Log:       log,
		Extractor: extract.Version,
	})
	return &http.Server{Handler: handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
}

// serveAndFollow runs the server and the index's follower until ctx ends or one
// of them fails; answers under way are let finish.
func serveAndFollow(ctx context.Context, server *http.Server, listener net.Listener, index *search.Index) error {
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		return index.Follow(ctx, followEvery)
	})
	g.Go(func() error {
		<-ctx.Done()
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownGrace)
		defer cancel()
		if err := server.Shutdown(grace); !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return server.Close() // somebody reads or sends too slowly to wait for
	})
	return g.Wait()
}
