package leaf

import (
	"fmt"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// newIndex holds n documents, d00 and so on, whose colour and day go round, in
// batches of three, so that there are several segments.
func newIndex(t *testing.T, n int) bleve.Index {
	t.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = keyword.Name
	b, err := bleve.NewUsing("", m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	for i := 0; i < n; i += 3 {
		batch := b.NewBatch()
		for j := i; j < min(n, i+3); j++ {
			fields := map[string]any{"colour": []string{"red", "green"}[j%2], "day": fmt.Sprintf("tag %02d", 1+j%5)}
			if err := batch.Index(fmt.Sprintf("d%02d", j), fields); err != nil {
				t.Fatal(err)
			}
		}
		if err := b.Batch(batch); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// found gives the ids that ask finds on all segments, deleted ones dropped.
func found(t *testing.T, b bleve.Index, ask func(*Leaf) (*roaring.Bitmap, error)) []string {
	t.Helper()
	var c Cache
	s, err := c.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var out []string
	for _, l := range s.Leaves {
		docs, err := ask(l)
		if err != nil {
			t.Fatal(err)
		}
		docs = docs.Clone()
		l.DropDeleted(docs)
		Each(docs, func(doc uint32) {
			id, err := l.ID(doc)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, id)
		})
	}
	slices.Sort(out)
	return out
}

func TestTermsFindDocuments(t *testing.T) {
	b := newIndex(t, 10)
	if err := b.Delete("d02"); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		ask  func(*Leaf) (*roaring.Bitmap, error)
		want string
	}{
		"a term":                     {func(l *Leaf) (*roaring.Bitmap, error) { return l.Docs("colour", []byte("red")) }, "[d00 d04 d06 d08]"},
		"a term nobody has":          {func(l *Leaf) (*roaring.Bitmap, error) { return l.Docs("colour", []byte("blue")) }, "[]"},
		"a field nobody has":         {func(l *Leaf) (*roaring.Bitmap, error) { return l.Docs("size", []byte("red")) }, "[]"},
		"both ends of a range":       {func(l *Leaf) (*roaring.Bitmap, error) { return l.DocsBetween("day", "tag 02", "tag 03") }, "[d01 d06 d07]"},
		"an open end":                {func(l *Leaf) (*roaring.Bitmap, error) { return l.DocsBetween("day", "tag 05", "") }, "[d04 d09]"},
		"a beginning":                {func(l *Leaf) (*roaring.Bitmap, error) { return l.DocsBeginning("colour", "gr") }, "[d01 d03 d05 d07 d09]"},
		"all that are not deleted":   {func(l *Leaf) (*roaring.Bitmap, error) { return l.Live(), nil }, "[d00 d01 d03 d04 d05 d06 d07 d08 d09]"},
		"a range that ends too soon": {func(l *Leaf) (*roaring.Bitmap, error) { return l.DocsBetween("day", "tag 03", "tag 02") }, "[]"},
	} {
		if got := fmt.Sprint(found(t, b, c.ask)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestColumns(t *testing.T) {
	b := newIndex(t, 10)
	var c Cache
	for range 2 { // the second time from the cache
		s, err := c.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		seen := 0
		for _, l := range s.Leaves {
			days, err := l.Numbers("day", func(term string) int32 { return int32(term[len(term)-1] - '0') })
			if err != nil {
				t.Fatal(err)
			}
			colours, err := l.Bytes("colour")
			if err != nil {
				t.Fatal(err)
			}
			starts, err := l.Beginnings()
			if err != nil {
				t.Fatal(err)
			}
			for doc := range l.Size() {
				id, _ := l.ID(uint32(doc))
				n := int(id[2] - '0')
				if days[doc] != int32(1+n%5) || colours[doc] != "rg"[n%2] || starts[doc]>>8 != uint32('d')<<16|uint32('0')<<8|uint32(id[2]) {
					t.Errorf("%s: day %d, colour %c, beginning %x", id, days[doc], colours[doc], starts[doc])
				}
				seen++
			}
		}
		if seen != 10 {
			t.Errorf("%d documents, want 10", seen)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
