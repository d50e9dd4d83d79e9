package search

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhiku/store"
	"zhiku/store/sqlite"
)

// filled is a house of 30 articles, indexed in several batches and closed.
func filled(t *testing.T) *house {
	h := newHouse(t)
	for i := range 30 {
		h.put(article(fmt.Sprint(i), "", fmt.Sprintf("第%d篇讲动力电池。", i)))
		if i%10 == 9 {
			h.catchUp()
		}
	}
	h.close()
	return h
}

// whole opens, catches up and fails unless all is there.
func (h *house) whole(n int) {
	h.t.Helper()
	h.open()
	h.catchUp()
	h.clean()
	if got := h.search(Query{Text: "电池", Kinds: articlesOnly}).Total; got != n {
		h.t.Errorf("%d articles found, want %d", got, n)
	}
}

// eachFile does something to every file of Bleve's that matches a pattern.
func eachFile(t *testing.T, dir, pattern string, do func(path string, size int64) error) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if ok, _ := filepath.Match(pattern, e.Name()); !ok || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		n++
		return do(path, info.Size())
	})
	if err != nil || n == 0 {
		t.Fatalf("%d files %s: %v", n, pattern, err)
	}
}

func garbage(path string, size int64) error {
	return os.WriteFile(path, []byte(strings.Repeat("垃圾", int(size)/6+1)), 0o600)
}

func halved(path string, size int64) error { return os.Truncate(path, size/2) }

func emptied(path string, _ int64) error { return os.Truncate(path, 0) }

func oneBitOff(path string, size int64) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data[size/2] ^= 1
	return os.WriteFile(path, data, 0o600)
}

func gone(path string, _ int64) error { return os.Remove(path) }

func TestBrokenIndexIsRebuilt(t *testing.T) {
	for _, c := range []struct {
		name, file string
		do         func(string, int64) error
	}{
		{"metadata cut short", "index_meta.json", halved},
		{"metadata empty", "index_meta.json", emptied},
		{"metadata gone", "index_meta.json", gone},
		{"metadata of garbage", "index_meta.json", garbage},
		{"root of garbage", "root.bolt", garbage},
		{"root cut short", "root.bolt", halved},
		{"root empty", "root.bolt", emptied},
		{"root gone", "root.bolt", gone},
		{"segments of garbage", "*.zap", garbage},
		{"segments cut short", "*.zap", halved},
		{"segments empty", "*.zap", emptied},
		{"one bit of a segment wrong", "*.zap", oneBitOff},
		{"segments gone", "*.zap", gone},
		{"everything of garbage", "*", garbage},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := filled(t)
			eachFile(t, dataDir(h.indexDir()), c.file, c.do)
			h.whole(30)
			h.close()
			h.whole(30)
		})
	}
	t.Run("a file where the folder should be", func(t *testing.T) {
		h := filled(t)
		if err := errors.Join(os.RemoveAll(dataDir(h.indexDir())), os.WriteFile(dataDir(h.indexDir()), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		h.whole(30)
	})
}

func TestIndexOfAnotherVersionIsRebuilt(t *testing.T) {
	h := filled(t)
	b, err := openGuarded(dataDir(h.indexDir()))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.SetInternal(keyFingerprint, []byte("0-other")), b.Close()); err != nil {
		t.Fatal(err)
	}
	h.open()
	status, err := h.index.Status(t.Context())
	if err != nil || !status.Building || status.Position != 0 || status.Head == 0 {
		t.Fatalf("status %+v, %v", status, err)
	}
	if r := h.search(Query{Text: "电池"}); r.Total != 0 {
		t.Fatalf("%d found in an index just begun", r.Total)
	}
	h.catchUp()
	h.clean()
	status, err = h.index.Status(t.Context())
	if err != nil || status.Building || status.Position != status.Head {
		t.Errorf("status %+v, %v", status, err)
	}
}

func TestReplacedStoreIsIndexedAnew(t *testing.T) {
	for _, c := range []struct {
		name string
		n    int
	}{{"a shorter one", 5}, {"a longer one", 50}} {
		t.Run(c.name, func(t *testing.T) {
			h := filled(t)
			h.store = openStore(t, filepath.Join(h.dir, "other.db"))
			for i := range c.n {
				h.put(article(fmt.Sprint("other", i), "", "别处的电池。"))
			}
			h.whole(c.n)
		})
	}
}

func TestReopeningIndexesOnlyWhatIsNew(t *testing.T) {
	h := filled(t)
	h.open()
	before := h.index.position.Load()
	if head, err := h.store.LastChange(t.Context()); err != nil || before != head {
		t.Fatalf("position %d after reopening, head %d, %v", before, head, err)
	}
	h.put(article("new", "", "新的电池。"))
	h.catchUp()
	h.clean()
}

func TestOneOwner(t *testing.T) {
	h := newHouse(t)
	start := time.Now()
	if _, err := Open(t.Context(), h.indexDir(), h.store); !errors.Is(err, store.ErrBusy) {
		t.Errorf("opened twice: %v", err)
	}
	if err := Remove(h.indexDir()); !errors.Is(err, store.ErrBusy) {
		t.Errorf("removed while open: %v", err)
	}
	if waited := time.Since(start); waited > 20*time.Second {
		t.Errorf("told after %v", waited)
	}
	h.reopen()
}

func TestRemoveOfNothing(t *testing.T) {
	if err := Remove(filepath.Join(t.TempDir(), "none")); err != nil {
		t.Error(err)
	}
}

func TestClosedIndexSaysSo(t *testing.T) {
	h := newHouse(t)
	h.close()
	if _, err := h.index.Search(t.Context(), Query{Page: store.PageRequest{Limit: 1}}); !errors.Is(err, errClosed) {
		t.Errorf("search: %v", err)
	}
	if err := h.index.Follow(t.Context(), 0); !errors.Is(err, errClosed) {
		t.Errorf("follow: %v", err)
	}
	if _, err := h.index.Verify(t.Context()); !errors.Is(err, errClosed) {
		t.Errorf("verify: %v", err)
	}
}

// TestFailedRebuildIsTriedAgain: a disk that was full for a moment ends nothing.
func TestFailedRebuildIsTriedAgain(t *testing.T) {
	h := newHouse(t)
	h.put(article("1", "", "电池走得更远。"))
	h.catchUp()
	// A file stands where the folder must be made, so that making it fails.
	blocked := h.index.dir
	h.index.dir = filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(h.index.dir, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	h.index.catching.Lock()
	err := h.index.rebuild(1, "the test says so")
	h.index.catching.Unlock()
	if err == nil {
		t.Fatal("the rebuild did not fail: the test shows nothing")
	}
	if _, err := h.index.Search(t.Context(), Query{Text: "电池", Page: store.PageRequest{Limit: 1}}); !errors.Is(err, store.ErrBusy) {
		t.Errorf("search meanwhile: %v", err)
	}
	if err := h.index.CatchUp(t.Context()); err == nil || errors.Is(err, errClosed) {
		t.Errorf("catching up meanwhile: %v", err)
	}
	h.index.dir = blocked
	if err := h.index.CatchUp(t.Context()); err != nil {
		t.Fatal(err)
	}
	found, err := h.index.Search(t.Context(), Query{Text: "电池", Page: store.PageRequest{Limit: 1}})
	if err != nil || found.Total != 1 {
		t.Errorf("afterwards: %v, %v", found, err)
	}
}

func TestVerifyTellsDifferences(t *testing.T) {
	h := newHouse(t)
	d := article("1", "", "电池。")
	h.put(d)
	h.catchUp()
	b := h.index.bleve.NewBatch()
	b.Delete(packID(string(d.Article.ID)))
	if err := errors.Join(b.IndexAdvanced((&entry{id: "a-strange", text: "x"}).document()), h.index.bleve.Batch(b)); err != nil {
		t.Fatal(err)
	}
	h.put(article("2", "", "钢铁。")) // what the index has not come to is no difference
	lines, err := h.index.Verify(t.Context())
	if err != nil || len(lines) != 2 {
		t.Fatalf("%v, %v", lines, err)
	}
	h.index.position.Store(9)
	beyond, err := h.index.Verify(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(append(lines, beyond...), "\n")
	for _, want := range []string{"index stands at change 9, the store's log ends at 2", string(d.Article.ID) + " is in the store but not",
		"a-strange is in the index but not"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

func TestMuchTextTakesSeveralBatches(t *testing.T) {
	h := newHouse(t)
	for i := range 4 {
		h.put(article(fmt.Sprint(i), "", strings.Repeat("动力电池。", batchBytes/20)+fmt.Sprintf("末尾第%d号", i)))
	}
	h.catchUp()
	h.clean()
	for i := range 4 {
		if r := h.search(Query{Text: fmt.Sprintf("“电池。末尾第%d号”", i)}); r.Total != 1 {
			t.Errorf("the end of article %d: %d found", i, r.Total)
		}
	}
}

// flaky is a store whose log cannot be read at times, as when a disk is slow.
type flaky struct {
	*sqlite.DB
	failures chan error
}

func (f flaky) Changes(ctx context.Context, after int64, limit int) ([]store.Change, error) {
	select {
	case err := <-f.failures:
		return nil, err
	default:
		return f.DB.Changes(ctx, after, limit)
	}
}

func TestFollowOutlivesErrors(t *testing.T) {
	h := newHouse(t)
	h.close()
	from := flaky{h.store, make(chan error, 3)}
	ix, err := Open(t.Context(), h.indexDir(), from)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for range 3 {
		from.failures <- errors.New("passing trouble")
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- ix.Follow(ctx, time.Millisecond) }()
	for i := range 3 {
		h.put(article(fmt.Sprint(i), "", "电池。"))
		waitFor(t, ix, i+1)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("Follow ended with %v", err)
	}
}

func waitFor(t *testing.T, ix *Index, n int) {
	t.Helper()
	deadline := time.Now().Add(20 * time.Second)
	for time.Now().Before(deadline) {
		r, err := ix.Search(t.Context(), Query{Text: "电池", Page: store.PageRequest{Limit: 1}})
		if err == nil && r.Total == n {
			return
		}
		time.Sleep(2 * time.Millisecond)
	}
	t.Fatalf("%d articles are not found in time", n)
}

// TestKilledWhileIndexing lets another process index in a loop and kills it.
func TestKilledWhileIndexing(t *testing.T) {
	if dir := os.Getenv("ZHIKU_TEST_INDEX"); dir != "" {
		indexForEver(t, dir)
	}
	h := newHouse(t)
	h.close()
	for i := range 300 {
		h.put(article(fmt.Sprint(i), "", strings.Repeat(fmt.Sprintf("第%d篇讲动力电池。", i), 20)))
	}
	for round := range 5 {
		killed(t, h.dir, time.Duration(5+round*37)*time.Millisecond)
		h.open()
		t.Logf("round %d: the index stands at change %d", round, h.index.position.Load())
		h.close()
		h.whole(300)
		h.close()
	}
}

// killed runs this test in another process, waits for its first batch and some
// time more, and kills it.
func killed(t *testing.T, dir string, after time.Duration) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=^TestKilledWhileIndexing$")
	c.Env = append(os.Environ(), "ZHIKU_TEST_INDEX="+dir)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, "indexing") {
		t.Errorf("the other process said %q, %v", line, err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "index"), openStore(t, filepath.Join(dir, "zhiku.db"))); !errors.Is(err, store.ErrBusy) {
		t.Errorf("opened while another process has it: %v", err)
	}
	time.Sleep(after)
	if err := c.Process.Kill(); err != nil {
		t.Error(err)
	}
	if err := c.Wait(); err == nil {
		t.Error("the other process ended by itself")
	}
}

// indexForEver indexes small batches, begins anew when done, and never returns.
func indexForEver(t *testing.T, dir string) {
	h := &house{t: t, dir: dir, store: openStore(t, filepath.Join(dir, "zhiku.db"))}
	h.open()
	if err := h.index.checkStore(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	fmt.Println("indexing")
	for {
		if err := h.index.rebuild(0, "test"); err != nil {
			t.Fatal(err)
		}
		for from := int64(0); ; {
			changes, err := h.store.Changes(t.Context(), from, 7)
			if err != nil || len(changes) == 0 {
				break
			}
			batch := h.index.bleve.NewBatch()
			if err := h.index.add(t.Context(), batch, changes); err != nil {
				t.Fatal(err)
			}
			from = changes[len(changes)-1].Seq
			if err := h.index.write(batch, from); err != nil {
				t.Fatal(err)
			}
		}
	}
}
