package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"zhiku/store"
)

// Verify compares the store with itself and gives a line per difference: the
// file's own structure, references, every span against its text, the log, and
// the counters.
func (db *DB) Verify(ctx context.Context) ([]string, error) {
	tx, err := db.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // one moment, whatever is written meanwhile
	if err != nil {
		return nil, fmt.Errorf("verify store: %w", err)
	}
	defer tx.Rollback()
	v := verifier{from: tx}
	for _, step := range []func(context.Context) error{v.file, v.log, v.counters, v.spans} {
		if err := step(ctx); err != nil {
			return nil, fmt.Errorf("verify store: %w", err)
		}
	}
	return v.found, nil
}

type verifier struct {
	from  querier
	found []string
}

func (v *verifier) say(format string, args ...any) {
	v.found = append(v.found, fmt.Sprintf(format, args...))
}

// rows says format for every row of a query of text columns.
func (v *verifier) rows(ctx context.Context, columns int, format, query string) error {
	return each(ctx, v.from, func(s scanner) error {
		values := make([]any, columns)
		dest := make([]any, columns)
		for i := range values {
			dest[i] = &values[i]
		}
		if err := s.Scan(dest...); err != nil {
			return err
		}
		v.say(format, values...)
		return nil
	}, query)
}

func (v *verifier) file(ctx context.Context) error {
	err := each(ctx, v.from, func(s scanner) error {
		var line string
		err := s.Scan(&line)
		if line != "ok" {
			v.say("file: %s", line)
		}
		return err
	}, "PRAGMA integrity_check")
	if err != nil {
		return err
	}
	return v.rows(ctx, 4, "reference: table %v row %v names a row of %v that is not there (key %v)", "PRAGMA foreign_key_check")
}

// live lists what the log must know of.
const live = `SELECT 'article' AS kind, id FROM article UNION ALL SELECT 'quote', id FROM quote
	UNION ALL SELECT 'figure', id FROM figure UNION ALL SELECT kind, id FROM entity`

// log checks that its numbers have no gaps, that the last word on everything
// there is is put, and on nothing else.
func (v *verifier) log(ctx context.Context) error {
	err := v.rows(ctx, 2, "log: %v entries up to number %v: there are gaps",
		"SELECT count(*), max(seq) FROM change HAVING count(*) > 0 AND (count(*) <> max(seq) OR min(seq) <> 1)")
	if err != nil {
		return err
	}
	const last = "last AS (SELECT kind, id, op, max(seq) FROM change GROUP BY kind, id)"
	err = v.rows(ctx, 2, "log: %v %v is there, and the log does not say so",
		"WITH "+last+" SELECT l.kind, l.id FROM ("+live+") l LEFT JOIN last ON last.kind = l.kind AND last.id = l.id AND last.op = 'put' WHERE last.id IS NULL")
	if err != nil {
		return err
	}
	return v.rows(ctx, 2, "log: %v %v was put and is not there",
		"WITH "+last+" SELECT last.kind, last.id FROM last LEFT JOIN ("+live+") l ON last.kind = l.kind AND last.id = l.id WHERE last.op = 'put' AND l.id IS NULL")
}

// counters checks what entities count against what there is.
func (v *verifier) counters(ctx context.Context) error {
	for _, c := range [][2]string{{"mention_count", "mention WHERE entity"}, {"article_count", "appearance WHERE entity"}, {"quote_count", "quote WHERE " + shown + " AND speaker"}} {
		err := v.rows(ctx, 3, "counter: entity %v has "+c[0]+" %v, there are %v",
			"SELECT id, "+c[0]+", n FROM (SELECT id, "+c[0]+", (SELECT count(*) FROM "+c[1]+" = entity.id) AS n FROM entity) WHERE n <> "+c[0])
		if err != nil {
			return err
		}
	}
	return nil
}

// spans checks every span against its text, one article at a time.
func (v *verifier) spans(ctx context.Context) error {
	var ids []store.ArticleID
	err := each(ctx, v.from, func(s scanner) error {
		var id store.ArticleID
		err := s.Scan(&id)
		ids = append(ids, id)
		return err
	}, "SELECT id FROM article ORDER BY id")
	if err != nil {
		return err
	}
	for _, id := range ids {
		doc, err := document(ctx, v.from, id)
		if err != nil {
			return err
		}
		if doc == nil {
			continue // gone since the list was made
		}
		if err := doc.Validate(); err != nil {
			v.say("%v", err)
		}
	}
	return nil
}

// document puts an article and all that was found in it together again; nil
// where it is not there.
func document(ctx context.Context, q querier, id store.ArticleID) (*store.Document, error) {
	found, err := articles.all(ctx, q, "WHERE t.id = ?", string(id))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	doc := &store.Document{Article: *found[0]}
	if doc.Mentions, err = values(mentions.all(ctx, q, "WHERE t.article = ?", string(id))); err != nil {
		return nil, err
	}
	if doc.Quotes, err = values(quotes.all(ctx, q, "WHERE t.article = ?", string(id))); err != nil {
		return nil, err
	}
	if doc.Figures, err = values(figures.all(ctx, q, "WHERE t.article = ?", string(id))); err != nil {
		return nil, err
	}
	if doc.Dates, err = values(dates.all(ctx, q, "WHERE t.article = ?", string(id))); err != nil {
		return nil, err
	}
	doc.Entities, err = values(entities.all(ctx, q, "WHERE t.id IN (SELECT entity FROM appearance WHERE article = ?)", string(id)))
	return doc, err
}

func values[T any](pointers []*T, err error) ([]T, error) {
	out := make([]T, len(pointers))
	for i, p := range pointers {
		out[i] = *p
	}
	return out, err
}
