package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/source"
	"zhiku/store"
)

// shelf is a store that keeps documents in the order they came.
type shelf struct {
	mu    sync.Mutex
	known map[string]bool
	put   []string
	ids   map[string]store.ArticleID // under a key from before
	fail  func(key string) error
}

func (s *shelf) Put(_ context.Context, doc *store.Document) (store.Outcome, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		if err := s.fail(doc.Article.SourceKey); err != nil {
			return "", err
		}
	}
	s.put = append(s.put, doc.Article.SourceKey)
	if s.known == nil {
		s.known = map[string]bool{}
	}
	s.known[doc.Article.SourceKey+doc.Article.SHA256] = true
	return store.New, nil
}

func (s *shelf) Known(_ context.Context, key, sha string, _ int) (store.ArticleID, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.ids[key], s.known[key+sha], nil
}

// articles gives n items; every one differs in length, so that workers finish
// in another order than they began.
func articles(n int) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range n {
			text := fmt.Sprintf("青禾集团第%d次开会\n\n青禾集团董事长卫成蹊说：“今年投入%d亿元。”\n", i, i+1)
			text += strings.Repeat("昨日，雨停了，路通了。", (n-i)*20%97)
			if !yield(*source.Read(fmt.Sprintf("%03d.txt", i), []byte(text), source.Options{})) {
				return
			}
		}
	}
}

func paths(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%03d.txt", i))
	}
	return out
}

func TestRunKeepsTheOrder(t *testing.T) {
	const n = 60
	var s shelf
	var reported []string
	counts, err := Run(t.Context(), articles(n), &s, func(e Event) { reported = append(reported, e.Item.Path) })
	if err != nil || counts != (Counts{New: n}) {
		t.Fatalf("%+v, %v", counts, err)
	}
	if d := gocmp.Diff(paths(n), reported); d != "" {
		t.Error("reported: ", d)
	}
	if len(s.put) != n {
		t.Errorf("%d put", len(s.put))
	}
}

func TestRunReportsWhatWasFound(t *testing.T) {
	var e Event
	if _, err := Run(t.Context(), articles(1), &shelf{}, func(got Event) { e = got }); err != nil {
		t.Fatal(err)
	}
	if e.Quotes != 1 || e.Entities < 2 || e.Outcome != store.New {
		t.Errorf("%+v", e)
	}
}

// A bad file, and one that the store refuses, are counted; the rest goes on.
func TestRunGoesOnAfterFailures(t *testing.T) {
	items := func(yield func(source.Item) bool) {
		i := 0
		for item := range articles(5) {
			if i == 1 {
				item = *source.Read("broken.txt", nil, source.Options{})
			}
			if !yield(item) {
				return
			}
			i++
		}
	}
	refused := errors.New("disk full")
	s := shelf{fail: func(key string) error {
		if strings.Contains(key, "003") {
			return refused
		}
		return nil
	}}
	var failed []Event
	counts, err := Run(t.Context(), items, &s, func(e Event) {
		if e.Err != nil {
			failed = append(failed, e)
		}
	})
	if err != nil || counts != (Counts{New: 3, Failed: 2}) {
		t.Fatalf("%+v, %v", counts, err)
	}
	if len(failed) != 2 || failed[0].Item.Path != "broken.txt" || !errors.Is(failed[1].Err, refused) {
		t.Fatalf("failed: %+v", failed)
	}
	if !strings.HasPrefix(failed[1].Err.Error(), "003.txt: ") || failed[1].Outcome != "" {
		t.Errorf("an error names its file and has no outcome: %+v", failed[1])
	}
}

func TestRunSparesWhatTheStoreKnows(t *testing.T) {
	var s shelf
	for _, want := range []Counts{{New: 4}, {Unchanged: 4}} {
		counts, err := Run(t.Context(), articles(4), &s, func(Event) {})
		if err != nil || counts != want {
			t.Errorf("%+v, %v; want %+v", counts, err, want)
		}
	}
	if len(s.put) != 4 {
		t.Errorf("%d documents put, not 4", len(s.put))
	}
}

func TestRunStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	seen := 0
	counts, err := Run(ctx, articles(500), &shelf{}, func(Event) {
		if seen++; seen == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if counts.New != 3 || counts.Failed != 0 {
		t.Errorf("what was cut off has not failed: %+v", counts)
	}
}

func TestExtractIsPure(t *testing.T) {
	for item := range articles(1) {
		a, errA := Extract(item.Article)
		b, errB := Extract(item.Article)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if d := gocmp.Diff(a, b); d != "" {
			t.Error(d)
		}
	}
}

// TestArticleKeepsItsID: an article that the store has under its key keeps the id
// it has there, whatever the key would make of it now.
func TestArticleKeepsItsID(t *testing.T) {
	const kept = store.ArticleID("a-00000000000000000000")
	s := shelf{ids: map[string]store.ArticleID{"file:000.txt": kept}}
	var ids []store.ArticleID
	counts, err := Run(t.Context(), articles(2), &s, func(e Event) { ids = append(ids, e.Item.Article.ID) })
	if err != nil || counts != (Counts{New: 2}) || ids[0] != kept || ids[1] != store.NewArticleID("file:001.txt") {
		t.Errorf("%v, %+v, %v", ids, counts, err)
	}
}
