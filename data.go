package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"zhiku/ingest/extract"
	"zhiku/search"
	"zhiku/store/sqlite"
)

// The folder of a knowledge base holds three things.
func storePath(dir string) string  { return filepath.Join(dir, "zhiku.db") }
func indexPath(dir string) string  { return filepath.Join(dir, "index") }
func serverPath(dir string) string { return filepath.Join(dir, "server.json") } // while a server runs

// openStore opens a knowledge base, or makes a new one.
func openStore(ctx context.Context, dir string) (*sqlite.DB, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("数据目录不可用 / data folder: %w", err)
	}
	return sqlite.Open(ctx, storePath(dir))
}

// sayOutdated says how many articles an older extractor read, where there are any:
// nothing else shows what they lack.
func sayOutdated(ctx context.Context, db *sqlite.DB, s streams) error {
	outdated, err := db.Outdated(ctx, extract.Version)
	if err != nil || len(outdated) == 0 {
		return err
	}
	var by []string
	for _, version := range slices.Sorted(maps.Keys(outdated)) {
		by = append(by, fmt.Sprintf("%d: %d", version, outdated[version]))
	}
	fmt.Fprintf(s.err, "%[1]d 篇文章由旧版抽取器读入（版本: 篇数 %[2]s；现为 %[3]d），缺少后来才抽取的内容；再用 zhiku ingest 读入同样的文件即可补上 / "+
		"%[1]d articles were read by an older extractor (version: articles %[2]s; now %[3]d) and lack what is found since; run zhiku ingest on the same files again\n",
		outdated.Articles(), strings.Join(by, ", "), extract.Version)
	return nil
}

// openIndex opens the index beside a store.
func openIndex(ctx context.Context, dir string, db *sqlite.DB) (*search.Index, error) {
	return search.Open(ctx, indexPath(dir), db)
}

// runningServer is what a server writes down about itself, so that commands
// that need the index, which it owns, can ask it.
type runningServer struct {
	Addr string `json:"addr"` // http://127.0.0.1:8080
	PID  int    `json:"pid"`
}

func (r runningServer) write(dir string) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return os.WriteFile(serverPath(dir), data, 0o644)
}

func readServer(dir string) (runningServer, error) {
	var r runningServer
	data, err := os.ReadFile(serverPath(dir))
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(data, &r)
}

// answers tells whether the server is alive: one that was killed leaves its
// file behind.
func (r runningServer) answers() bool {
	client := http.Client{Timeout: time.Second}
	resp, err := client.Get(r.Addr + "/healthz")
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
