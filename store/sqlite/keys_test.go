package sqlite

import (
	"maps"
	"path/filepath"
	"testing"

	"zhiku/store"
)

// TestKeysLoseTheirLine: keys of an older store that hold a line lose it and their
// articles keep their ids; of one article that is there twice the one read last is it.
func TestKeysLoseTheirLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "zhiku.db")
	old, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{ // old key -> new key
		"id:/news/n.jsonl#2:n2":         "id:/news/n.jsonl:n2",
		"id:/news/N.JSONL.gz#12:a:b#3:": "id:/news/N.JSONL.gz:a:b#3:",
		"id:/a#1:b/n.ndjson#7:7":        "id:/a#1:b/n.ndjson:7",
		"id:/n.jsonl#x/m.jsonl#3:1":     "id:/n.jsonl#x/m.jsonl#3:1",
		"id:沂川晚报:#2:n2":                 "id:沂川晚报:#2:n2",
		"file:/news/n.jsonl#2":          "file:/news/n.jsonl#2",
		"https://paper.example/#2:1":    "https://paper.example/#2:1",
		"id:/twice.jsonl#1:a":           "id:/twice.jsonl#1:a",
		"id:/twice.jsonl#2:a":           "id:/twice.jsonl:a", // read last
		"id:/here.jsonl#1:a":            "id:/here.jsonl#1:a",
		"id:/here.jsonl:a":              "id:/here.jsonl:a",
	}
	for key := range want {
		doc := article(key, "", "2026-03-05", lu)
		doc.Article.Format = "jsonl"
		put(t, old, doc, store.New)
	}
	if _, err := old.write.ExecContext(ctx, "UPDATE article SET ingested_at = ingested_at + 1000 WHERE source_key = 'id:/twice.jsonl#2:a'"); err != nil {
		t.Fatal(err)
	}
	downTo(t, old.write, 2)
	old.Close()

	db, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	got := map[string]string{}
	for key := range want {
		id := store.NewArticleID(key)
		found, err := db.ArticlesByID(ctx, []store.ArticleID{id})
		if err != nil || found[id] == nil {
			t.Fatalf("%s is gone: %v", key, err)
		}
		got[key] = found[id].SourceKey
	}
	if !maps.Equal(got, want) {
		t.Errorf("keys = %v\nwant   %v", got, want)
	}
	if id, known, err := db.Known(ctx, "id:/news/n.jsonl:n2", article("id:/news/n.jsonl#2:n2", "", "2026-03-05", lu).Article.SHA256, 1); !known || err != nil || id != store.NewArticleID("id:/news/n.jsonl#2:n2") {
		t.Errorf("Known = %s, %v, %v", id, known, err)
	}
	clean(t, db)
}
