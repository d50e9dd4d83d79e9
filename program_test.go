package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"zhiku/ingest"
	"zhiku/ingest/extract"
	"zhiku/ingest/source"
)

// beProgram makes the test binary be zhiku itself, so that tests run, stop and
// kill the real program.
const beProgram = "ZHIKU_TEST_BE_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(beProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// zhiku is the program with these arguments, ready to start.
func zhiku(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, os.Args[0], args...)
	cmd.Env = append(os.Environ(), beProgram+"=1")
	return cmd
}

// result is what a finished program left.
type result struct {
	code        int
	out, errOut string
}

func runProgram(t *testing.T, args ...string) result {
	t.Helper()
	cmd := zhiku(t, args...)
	var out, errOut bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errOut
	err := cmd.Run()
	if _, exited := err.(*exec.ExitError); err != nil && !exited {
		t.Fatal(err)
	}
	return result{code: cmd.ProcessState.ExitCode(), out: out.String(), errOut: errOut.String()}
}

func mustRun(t *testing.T, args ...string) result {
	t.Helper()
	r := runProgram(t, args...)
	if r.code != exitOK {
		t.Fatalf("zhiku %s: exit %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.errOut)
	}
	return r
}

// server is a running zhiku serve.
type server struct {
	cmd    *exec.Cmd
	base   string
	errOut bytes.Buffer // to be read once the program has ended
}

func startServer(t *testing.T, dir string) *server {
	t.Helper()
	cmd := zhiku(t, "serve", "--data", dir, "--addr", "127.0.0.1:0")
	s := &server{cmd: cmd}
	cmd.Stderr = &s.errOut
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	_, rest, found := strings.Cut(line, "http://")
	if err != nil || !found {
		t.Fatalf("the server said %q, %v", line, err)
	}
	address, _, _ := strings.Cut(rest, "/")
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	s.base = "http://" + address
	return s
}

// page gets a page of the server.
func (s *server) page(t *testing.T, path string) string {
	t.Helper()
	resp, err := http.Get(s.base + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// stop asks the server to end and gives its exit code.
func (s *server) stop(t *testing.T) int {
	t.Helper()
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.cmd.Wait()
	return s.cmd.ProcessState.ExitCode()
}

// ask sends a GraphQL query and decodes its data.
func (s *server) ask(t *testing.T, query string, variables map[string]any, data any) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(s.base+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer := struct {
		Data   any
		Errors []struct{ Message string }
	}{Data: data}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if len(answer.Errors) > 0 {
		t.Fatalf("%s: %v", query, answer.Errors)
	}
}

func writeFile(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const orchard = `果园里的数字账本
沂川晚报记者 柏知秋
2026年3月5日

“以前看天吃饭，现在看屏幕吃饭。”青禾果业有限公司总经理陆明川说，公司今年新建了12座智能温室。

2025年，青禾果业有限公司销售收入达到3.6亿元，同比增长18.5%。
`

const harbour = `新港区开出首班货轮
沂川晚报记者 柏知秋
2026年3月9日

“首航只是开始，航线会越开越密。”沂川港务集团有限公司董事长贺长风表示。
`

// ferry leaves open who spoke last.
const ferry = `渡口新码头
沂川晚报记者 柏知秋
2026年3月12日

远屿港务有限公司董事长顾望舒说，票价不变，开船照常。总经理林小舟听完点了点头。他还表示，去年的事不会再有，账也已经结清。
`

// quotesAnswer is what the tests ask of quotes.
type quotesAnswer struct {
	Quotes struct {
		TotalCount int
		Nodes      []struct {
			Text        string
			SpeakerText string
			Speaker     *struct{ Name string }
			Article     struct{ Title, Source, Published string }
		}
	}
}

const askQuotes = `query($search: String) { quotes(filter: {search: $search, kind: DIRECT}) {
  totalCount nodes { text speakerText speaker { ... on Entity { name } } article { title source published } } } }`

func TestFromArticleToAnswer(t *testing.T) {
	dir := t.TempDir()
	articles := filepath.Join(dir, "articles")
	writeFile(t, filepath.Join(articles, "orchard.txt"), orchard)
	data := filepath.Join(dir, "data")

	r := mustRun(t, "ingest", "--data", data, articles)
	if !strings.Contains(r.out, "new 1，") {
		t.Fatalf("ingest ended with %q", r.out)
	}
	s := startServer(t, data)
	waitReady(t, s)
	var found quotesAnswer
	s.ask(t, askQuotes, map[string]any{"search": "看屏幕吃饭"}, &found)
	if found.Quotes.TotalCount != 1 {
		t.Fatalf("%d quotes found", found.Quotes.TotalCount)
	}
	q := found.Quotes.Nodes[0]
	if q.Text != "以前看天吃饭，现在看屏幕吃饭。" || q.Speaker == nil || q.Speaker.Name != "陆明川" {
		t.Errorf("quote = %+v", q)
	}
	if q.Article.Title != "果园里的数字账本" || q.Article.Published != "2026-03-05" {
		t.Errorf("article = %+v", q.Article)
	}
	if code := s.stop(t); code != exitOK {
		t.Errorf("a server told to stop ended with %d", code)
	}
	if r := mustRun(t, "verify", "--data", data); !strings.Contains(r.out, "clean") {
		t.Errorf("verify says %q", r.out)
	}
}

func waitReady(t *testing.T, s *server) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		resp, err := http.Get(s.base + "/readyz")
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("not ready: %s", resp.Status)
		}
	}
}

// TestServerFollowsIngest has one process write while another serves.
func TestServerFollowsIngest(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	s := startServer(t, data)
	waitReady(t, s)
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "harbour.txt"), harbour))
	var found quotesAnswer
	for deadline := time.Now().Add(20 * time.Second); found.Quotes.TotalCount == 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the server does not find what another process took in")
		}
		s.ask(t, askQuotes, map[string]any{"search": "航线"}, &found)
	}
	if q := found.Quotes.Nodes[0]; q.SpeakerText != "贺长风" {
		t.Errorf("quote = %+v", q)
	}

	t.Run("search asks the server that owns the index", func(t *testing.T) {
		r := mustRun(t, "search", "--data", data, "--json", "“越开越密”")
		var line struct {
			Text, Speaker string
			Marks         [][2]int
		}
		if err := json.Unmarshal([]byte(r.out), &line); err != nil {
			t.Fatalf("%q: %v", r.out, err)
		}
		if line.Speaker != "贺长风" || len(line.Marks) != 1 || line.Marks[0] != [2]int{10, 14} {
			t.Errorf("hit = %+v", line)
		}
	})
	t.Run("verify and reindex say who owns the index", func(t *testing.T) {
		for _, command := range []string{"verify", "reindex"} {
			r := runProgram(t, command, "--data", data)
			if r.code != exitUsage || !strings.Contains(r.errOut, s.base) {
				t.Errorf("%s: exit %d, %q", command, r.code, r.errOut)
			}
		}
	})
	t.Run("a second server is refused", func(t *testing.T) {
		r := runProgram(t, "serve", "--data", data, "--addr", "127.0.0.1:0")
		if r.code != exitUsage || !strings.Contains(r.errOut, s.base) {
			t.Errorf("exit %d, %q", r.code, r.errOut)
		}
	})
}

// TestVerifyWhileIngesting: what another process writes meanwhile is no damage.
func TestVerifyWhileIngesting(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "orchard.txt"), orchard))
	mustRun(t, "search", "--data", data, "果园") // builds the index
	many := writeFile(t, filepath.Join(dir, "many.jsonl"), manyArticles(rand.New(rand.NewPCG(1, 2)), 0, 1500))
	ingest := zhiku(t, "ingest", "--data", data, many)
	if err := ingest.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { ingest.Wait(); close(ended) }()
	runs := 0
	for running := true; running; runs++ {
		select {
		case <-ended:
			running = false
		default:
		}
		if r := runProgram(t, "verify", "--data", data); r.code != exitOK {
			t.Fatalf("run %d: %s%s", runs, r.out, r.errOut)
		}
	}
	if runs < 2 {
		t.Error("the ingest ended before it was verified: the test shows nothing")
	}
}

func TestSearchWithoutWords(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "orchard.txt"), orchard), writeFile(t, filepath.Join(dir, "harbour.txt"), harbour))
	for _, tt := range []struct {
		args []string
		want string
	}{
		{[]string{"看", "--kind", "quote"}, "看屏幕吃饭"},
		{[]string{"--kind", "article", "公司", "-果园"}, "新港区"},
		{[]string{"--kind", "article", "-“果园”", "公司"}, "新港区"},
	} {
		r := mustRun(t, append([]string{"search", "--data", data}, tt.args...)...)
		if !strings.Contains(r.out, tt.want) || strings.Contains(r.out, "《果园里") && tt.want != "看屏幕吃饭" {
			t.Errorf("%v finds %q", tt.args, r.out)
		}
	}
}

func TestExtractNamesWhatFails(t *testing.T) {
	dir := t.TempDir()
	lines := writeFile(t, filepath.Join(dir, "a.jsonl"), "{\"id\":1,\"text\":\"果园丰收了。\"}\n{\"id\":2}\n")
	for _, tt := range []struct{ path, want string }{{filepath.Join(dir, "nosuch.txt"), "nosuch.txt: there is no such file"}, {lines, "a.jsonl:2: the line has no"}} {
		if r := runProgram(t, "extract", tt.path); r.code != exitFailed || !strings.Contains(r.errOut, tt.want) {
			t.Errorf("extract %s: exit %d, %q", tt.path, r.code, r.errOut)
		}
	}
}

// TestExtractPrintsEveryList: one that is empty too, and as [].
func TestExtractPrintsEveryList(t *testing.T) {
	r := mustRun(t, "extract", writeFile(t, filepath.Join(t.TempDir(), "a.txt"), "果园丰收了。\n"))
	for _, list := range []string{"quotes", "people", "companies", "organizations", "projects", "figures", "dates"} {
		if !strings.Contains(r.out, `"`+list+`": []`) {
			t.Errorf("%s is no empty list in %s", list, r.out)
		}
	}
}

// TestStoppedByTheSecondSignal: a client that sends half a request is waited for,
// unless the server is told twice.
func TestStoppedByTheSecondSignal(t *testing.T) {
	dir := t.TempDir()
	s := startServer(t, filepath.Join(dir, "data"))
	waitReady(t, s)
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := io.WriteString(conn, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(100 * time.Millisecond)
	start := time.Now()
	s.cmd.Process.Signal(syscall.SIGINT)
	time.Sleep(300 * time.Millisecond)
	s.cmd.Process.Signal(syscall.SIGINT)
	s.cmd.Wait()
	if took := time.Since(start); took > shutdownGrace-2*time.Second {
		t.Errorf("a second signal is not heard for %v", took)
	}
}

func TestSlipOfThePenMakesNoKnowledgeBase(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	r := runProgram(t, "ingest", "--data", data, "nosuch.txt")
	if r.code != exitFailed || !strings.Contains(r.errOut, "nosuch.txt") {
		t.Errorf("exit %d, %q", r.code, r.errOut)
	}
	if _, err := os.Stat(data); err == nil {
		t.Error("it left a knowledge base behind")
	}
}

// TestLinesMayMove: a line more at the top of a file is one new article, and the
// others are known again by their ids.
func TestLinesMayMove(t *testing.T) {
	dir := t.TempDir()
	data, file := filepath.Join(dir, "data"), filepath.Join(dir, "n.jsonl")
	const lines = `{"id":"n1","text":"渡口的灯亮了。"}` + "\n" + `{"id":"n2","text":"果园里丰收了。"}` + "\n"
	mustRun(t, "ingest", "--data", data, writeFile(t, file, lines))
	r := mustRun(t, "ingest", "--data", data, writeFile(t, file, `{"id":"n3","text":"新港区开航了。"}`+"\n"+lines))
	if !strings.Contains(r.out, "new 1，更新 changed 0，未变 unchanged 2") {
		t.Errorf("after a line more at the top: %s", r.out)
	}
}

// TestOutdatedArticlesAreNamed: what an older extractor read is said by every
// command that works on the folder, until the file was read again.
func TestOutdatedArticlesAreNamed(t *testing.T) {
	dir := t.TempDir()
	data, file := filepath.Join(dir, "data"), writeFile(t, filepath.Join(dir, "orchard.txt"), orchard)
	putAsOf(t, data, file, extract.Version-1)
	said := fmt.Sprintf("1 articles were read by an older extractor (version: articles %d: 1; now %d)", extract.Version-1, extract.Version)
	if r := mustRun(t, "verify", "--data", data); !strings.Contains(r.errOut, said) {
		t.Errorf("verify says %q", r.errOut)
	}
	if r := mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "harbour.txt"), harbour)); !strings.Contains(r.errOut, said) {
		t.Errorf("an ingest of another file says %q", r.errOut)
	}
	var got struct {
		Stats struct{ OutdatedArticles int }
	}
	s := startServer(t, data)
	if s.ask(t, `{ stats { outdatedArticles } }`, nil, &got); got.Stats.OutdatedArticles != 1 {
		t.Errorf("stats %+v", got.Stats)
	}
	if body := s.page(t, "/metrics"); !strings.Contains(body, "zhiku_outdated_articles 1\n") {
		t.Error("the metrics do not count it")
	}
	s.stop(t)
	if !strings.Contains(s.errOut.String(), said) {
		t.Errorf("serve says %q", s.errOut.String())
	}
	if r := mustRun(t, "ingest", "--data", data, file); strings.Contains(r.errOut, "older") || !strings.Contains(r.out, "changed 1") {
		t.Errorf("reading it again says %q, %q", r.out, r.errOut)
	}
	if r := mustRun(t, "verify", "--data", data); strings.Contains(r.errOut, "older") {
		t.Errorf("then verify says %q", r.errOut)
	}
}

// putAsOf takes a file in as an extractor of this version would have.
func putAsOf(t *testing.T, data, file string, version int) {
	t.Helper()
	db, err := openStore(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for item := range source.Walk(t.Context(), []string{file}, nil, source.Options{}) {
		doc, err := ingest.Extract(item.Article)
		if err != nil {
			t.Fatal(err)
		}
		doc.Extractor = version
		if _, err := db.Put(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
	}
}

// TestServeSaysThatItMadeAnEmptyOne: a folder misspelt looks like one without articles.
func TestServeSaysThatItMadeAnEmptyOne(t *testing.T) {
	data := filepath.Join(t.TempDir(), "typo")
	for _, want := range []bool{true, false} {
		s := startServer(t, data)
		s.stop(t)
		if got := strings.Contains(s.errOut.String(), "a new, empty one was made: "+data); got != want {
			t.Errorf("new %v, said %v: %s", want, got, s.errOut.String())
		}
	}
}

func TestHelpIsACommandToo(t *testing.T) {
	for want, args := range map[string][]string{"Usage: zhiku <command>": {"help"}, "Usage: zhiku ingest": {"help", "ingest"}} {
		if r := mustRun(t, args...); !strings.Contains(r.out, want) {
			t.Errorf("%v prints %q", args, r.out)
		}
	}
}

// TestExtractPrintsSeveralOnLines: each with a name of its own; one that stands
// alone is printed for people.
func TestExtractPrintsSeveralOnLines(t *testing.T) {
	dir := t.TempDir()
	one := writeFile(t, filepath.Join(dir, "one.txt"), harbour)
	same := writeFile(t, filepath.Join(dir, "b", "one.txt"), harbour)
	lines := writeFile(t, filepath.Join(dir, "n.jsonl"), `{"text":"果园丰收了。"}`+"\n{}\n"+`{"text":"渡口的灯亮了。"}`+"\n")
	single := writeFile(t, filepath.Join(dir, "m.jsonl"), `{"text":"果园丰收了。"}`+"\n")
	for _, tt := range []struct {
		files []string
		want  []string
	}{
		{[]string{lines}, []string{"n.jsonl#1", "n.jsonl#3"}},
		{[]string{single}, []string{"m.jsonl#1"}},
		{[]string{one, lines}, []string{"one.txt", "n.jsonl#1", "n.jsonl#3"}},
		{[]string{one, filepath.Join(dir, "nosuch.txt")}, []string{"one.txt"}},
		{[]string{one, same}, []string{"one.txt", same}},
	} {
		var names []string
		for line := range strings.Lines(runProgram(t, append([]string{"extract"}, tt.files...)...).out) {
			var a struct{ Article string }
			if err := json.Unmarshal([]byte(line), &a); err != nil {
				t.Fatalf("%v: the line %q is no JSON: %v", tt.files, line, err)
			}
			names = append(names, a.Article)
		}
		if !slices.Equal(names, tt.want) {
			t.Errorf("%v: %v, want %v", tt.files, names, tt.want)
		}
	}
	if out := mustRun(t, "extract", one).out; !strings.HasPrefix(out, "{\n \"article\": \"one.txt\"") {
		t.Errorf("one article alone is printed so: %.60s", out)
	}
}
