package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"zhiku/store"
)

// kind says how rows of one table become values.
type kind[T any] struct {
	table   string
	columns string
	scan    func(scanner) (*T, error)
	shown   string // a condition that keeps out what lists leave out by default; "" for none
}

// scanner is *sql.Rows with more columns to come before or after.
type scanner interface{ Scan(dest ...any) error }

var articles = kind[store.Article]{"article",
	"t.id, t.source_key, t.revision, t.sha256, t.format, t.encoding, t.title, t.title_span, t.text, t.source, t.author, " +
		"t.dateline, t.url, t.published, t.published_from, t.ingested_at", scanArticle, ""}

func scanArticle(s scanner) (*store.Article, error) {
	var a store.Article
	var at int64
	err := s.Scan(&a.ID, &a.SourceKey, &a.Revision, &a.SHA256, &a.Format, &a.Encoding, &a.Title, (*spanColumn)(&a.TitleSpan),
		&a.Text, &a.Source, &a.Author, &a.Dateline, &a.URL, &a.Published, &a.PublishedFrom, &at)
	a.IngestedAt = time.UnixMilli(at).UTC()
	return &a, err
}

// entities come with their aliases: every printed form but the name.
var entities = kind[store.Entity]{"entity",
	"t.id, t.kind, t.name, t.key, t.employer, t.confidence, t.mention_count, t.article_count, t.quote_count, " +
		"(SELECT json_group_array(name) FROM (SELECT DISTINCT name FROM alias WHERE entity = t.id AND name <> t.name ORDER BY name))",
	scanEntity, " AND t." + shown}

func scanEntity(s scanner) (*store.Entity, error) {
	var e store.Entity
	var aliases string
	if err := s.Scan(&e.ID, &e.Kind, &e.Name, &e.Key, &e.Employer, &e.Confidence, &e.MentionCount, &e.ArticleCount, &e.QuoteCount, &aliases); err != nil {
		return nil, err
	}
	return &e, json.Unmarshal([]byte(aliases), &e.Aliases)
}

var mentions = kind[store.Mention]{"mention",
	"t.id, t.article, t.entity, t.kind, t.start, t.end, t.rune_start, t.rune_end, t.surface, t.rule, t.confidence, t.extractor",
	scanMention, ""}

func scanMention(s scanner) (*store.Mention, error) {
	var m store.Mention
	return &m, s.Scan(&m.ID, &m.Article, &m.Entity, &m.Kind, &m.Span.Start, &m.Span.End, &m.Span.RuneStart, &m.Span.RuneEnd,
		&m.Surface, &m.Rule, &m.Confidence, &m.Extractor)
}

var quotes = kind[store.Quote]{"quote",
	"t.id, t.article, t.kind, t.text, t.spans, t.context, t.cue, t.cue_span, coalesce(t.speaker, ''), t.speaker_text, t.speaker_span, " +
		"t.named, t.candidates, t.title, coalesce(t.organization, ''), t.organization_text, t.rule, t.confidence, t.extractor", scanQuote, " AND t." + shown + " AND t." + noTerm}

func scanQuote(s scanner) (*store.Quote, error) {
	var q store.Quote
	return &q, s.Scan(&q.ID, &q.Article, &q.Kind, &q.Text, (*spansColumn)(&q.Spans), (*spanColumn)(&q.Context), &q.Cue,
		(*spanColumn)(&q.CueSpan), &q.Speaker, &q.SpeakerText, (*spanColumn)(&q.SpeakerSpan), &q.Named, (*candidatesColumn)(&q.Candidates),
		&q.Title, &q.Organization, &q.OrganizationText, &q.Rule, &q.Confidence, &q.Extractor)
}

var figures = kind[store.Figure]{"figure",
	"t.id, t.article, t.start, t.end, t.rune_start, t.rune_end, t.surface, t.value, t.value_from, t.value_to, t.unit, t.currency, t.hedge, " +
		"t.target, t.metric, t.about, coalesce(t.about_entity, ''), t.period, t.period_via, t.context, t.rule, t.confidence, t.extractor", scanFigure, " AND t." + shown}

func scanFigure(s scanner) (*store.Figure, error) {
	var f store.Figure
	return &f, s.Scan(&f.ID, &f.Article, &f.Span.Start, &f.Span.End, &f.Span.RuneStart, &f.Span.RuneEnd, &f.Surface, &f.Value,
		&f.From, &f.To, &f.Unit, &f.Currency, &f.Hedge, &f.Target, &f.Metric, &f.About, &f.AboutID, &f.Period, &f.PeriodVia, (*spanColumn)(&f.Context),
		&f.Rule, &f.Confidence, &f.Extractor)
}

var dates = kind[store.DateMention]{"date_mention",
	"t.id, t.article, t.start, t.end, t.rune_start, t.rune_end, t.surface, t.first_day, t.last_day, t.precision, t.relative, t.anchor, " +
		"t.rule, t.confidence, t.extractor",
	scanDate, ""}

func scanDate(s scanner) (*store.DateMention, error) {
	var d store.DateMention
	return &d, s.Scan(&d.ID, &d.Article, &d.Span.Start, &d.Span.End, &d.Span.RuneStart, &d.Span.RuneEnd, &d.Surface,
		&d.From, &d.To, &d.Precision, &d.Relative, &d.Anchor, &d.Rule, &d.Confidence, &d.Extractor)
}

// candidatesColumn is who may have said a quote as JSON, none as [].
type candidatesColumn []store.SpeakerCandidate

func (c *candidatesColumn) Scan(v any) error {
	var all []json.RawMessage
	if err := scanJSON(v, &all); err != nil {
		return err
	}
	*c = nil
	for _, one := range all {
		var s store.SpeakerCandidate
		if err := json.Unmarshal(one, &[]any{&s.Name, &s.Entity, &s.Weight, &s.Joint}); err != nil {
			return err
		}
		*c = append(*c, s)
	}
	return nil
}

func candidatesText(all []store.SpeakerCandidate) (string, error) {
	rows := make([][]any, len(all))
	for i, c := range all {
		rows[i] = []any{c.Name, c.Entity, c.Weight, c.Joint}
	}
	data, err := json.Marshal(rows)
	return string(data), err
}

// spanColumn and spansColumn are spans as JSON.
type (
	spanColumn  store.Span
	spansColumn []store.Span
)

func (c *spanColumn) Scan(v any) error {
	var n [4]int
	if err := scanJSON(v, &n); err != nil {
		return err
	}
	*c = spanColumn{n[0], n[1], n[2], n[3]}
	return nil
}

func (c *spansColumn) Scan(v any) error {
	var all [][4]int
	if err := scanJSON(v, &all); err != nil {
		return err
	}
	*c = nil
	for _, n := range all {
		*c = append(*c, store.Span{Start: n[0], End: n[1], RuneStart: n[2], RuneEnd: n[3]})
	}
	return nil
}

func scanJSON(v, into any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("JSON is stored as %T", v)
	}
	return json.Unmarshal([]byte(s), into)
}

func spanText(s store.Span) string {
	return fmt.Sprintf("[%d,%d,%d,%d]", s.Start, s.End, s.RuneStart, s.RuneEnd)
}

func spansText(spans []store.Span) string {
	out := "["
	for i, s := range spans {
		if i > 0 {
			out += ","
		}
		out += spanText(s)
	}
	return out + "]"
}

// querier runs statements: the pool of readers, or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// reading is the pool of readers with the hook that hears of its statements.
type reading struct{ db *DB }

func (r reading) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	r.db.onQuery(query)
	return r.db.read.QueryContext(ctx, query, args...)
}

// each runs a query and hands every row to f.
func each(ctx context.Context, q querier, f func(scanner) error, query string, args ...any) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// all runs a query for rows of one kind.
func (k kind[T]) all(ctx context.Context, q querier, rest string, args ...any) ([]*T, error) {
	var out []*T
	err := each(ctx, q, func(s scanner) error {
		v, err := k.scan(s)
		out = append(out, v)
		return err
	}, "SELECT "+k.columns+" FROM "+k.table+" t "+rest, args...)
	return out, err
}

// list is a JSON array of ids, for json_each: a list of any length is one
// parameter.
func list[ID ~string](ids []ID) string {
	if ids == nil {
		return "[]"
	}
	data, err := json.Marshal(ids)
	if err != nil {
		return "[]" // strings cannot fail
	}
	return string(data)
}

const inList = " IN (SELECT value FROM json_each(?))"

// byID gives rows of one kind by their ids, in one query.
func byID[T any, ID ~string](ctx context.Context, db *DB, k kind[T], ids []ID, id func(*T) ID) (map[ID]*T, error) {
	out := make(map[ID]*T, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	rows, err := k.all(ctx, reading{db}, "WHERE t.id"+inList, list(ids))
	if err != nil {
		return nil, fmt.Errorf("read %s by id: %w", k.table, err)
	}
	for _, r := range rows {
		out[id(r)] = r
	}
	return out, nil
}
