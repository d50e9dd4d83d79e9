package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"zhiku/store"
)

// Known implements store.Writer.
func (db *DB) Known(ctx context.Context, sourceKey, sha256 string, extractor int) (id store.ArticleID, known bool, err error) {
	err = each(ctx, reading{db}, func(s scanner) error { return s.Scan(&id, &known) },
		"SELECT id, sha256 = ? AND extractor = ? FROM article WHERE source_key = ?", sha256, extractor, sourceKey)
	if err != nil {
		return "", false, fmt.Errorf("look up %s: %w", sourceKey, err)
	}
	return id, known, nil
}

// Put implements store.Writer.
func (db *DB) Put(ctx context.Context, doc *store.Document) (store.Outcome, error) {
	if db.write == nil {
		return "", errors.New("put: the store was opened to read only")
	}
	if err := doc.Validate(); err != nil {
		return "", err
	}
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return "", fmt.Errorf("put article %s: %w", doc.Article.ID, err)
	}
	defer tx.Rollback()
	p := putting{tx: tx, doc: doc, statements: map[string]*sql.Stmt{}, now: time.Now().UnixMilli(), touched: map[store.EntityID]counts{}}
	outcome, err := p.put(ctx)
	if err == nil && outcome != store.Unchanged {
		err = tx.Commit()
	}
	if err != nil {
		return "", fmt.Errorf("put article %s: %w", doc.Article.ID, err)
	}
	return outcome, nil
}

// counts are an entity's mentions, articles and quotes: in one article, or the
// difference a new revision makes.
type counts struct{ mentions, articles, quotes int }

// putting is one document on its way into the store, in one transaction.
type putting struct {
	tx           *sql.Tx
	doc          *store.Document
	statements   map[string]*sql.Stmt
	now          int64
	old          *store.Article // nil for a new article
	oldExtractor int
	touched      map[store.EntityID]counts // entities of the old and the new revision
	log          []logEntry
}

type logEntry struct {
	kind store.Kind
	id   string
	op   store.Op
}

func (p *putting) put(ctx context.Context) (store.Outcome, error) {
	if err := p.load(ctx); err != nil {
		return "", err
	}
	outcome := store.New
	if p.old != nil {
		if p.old.SHA256 == p.doc.Article.SHA256 && p.oldExtractor == p.doc.Extractor {
			return store.Unchanged, nil
		}
		outcome = store.Changed
	}
	for _, step := range []func(context.Context) error{p.article, p.oldNames, p.newNames, p.quotes, p.figures, p.mentions, p.dates,
		p.affiliations, p.undertakings, p.recount, p.writeLog} {
		if err := step(ctx); err != nil {
			return "", err
		}
	}
	return outcome, nil
}

// exec runs a statement, prepared once a transaction.
func (p *putting) exec(ctx context.Context, query string, args ...any) error {
	s, ok := p.statements[query]
	if !ok {
		var err error
		if s, err = p.tx.PrepareContext(ctx, query); err != nil {
			return err
		}
		p.statements[query] = s
	}
	_, err := s.ExecContext(ctx, args...)
	return err
}

func (p *putting) note(kind store.Kind, id string, op store.Op) {
	p.log = append(p.log, logEntry{kind, id, op})
}

func (p *putting) id() string { return string(p.doc.Article.ID) }

// load reads the revision that is there.
func (p *putting) load(ctx context.Context) error {
	old, err := articles.all(ctx, p.tx, "WHERE t.id = ?", p.id())
	if err != nil || len(old) == 0 {
		return err
	}
	p.old = old[0]
	return p.tx.QueryRowContext(ctx, "SELECT extractor FROM article WHERE id = ?", p.id()).Scan(&p.oldExtractor)
}

func (p *putting) article(ctx context.Context) error {
	a := &p.doc.Article
	revision := 1
	if p.old != nil {
		revision = p.old.Revision + 1
	}
	p.note(store.KindArticle, p.id(), store.Put)
	return p.exec(ctx, `INSERT INTO article (id, source_key, revision, sha256, extractor, format, encoding, title, title_span, text,
	    source, author, dateline, url, published, published_from, ingested_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
	    ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, sha256 = excluded.sha256, extractor = excluded.extractor,
	    format = excluded.format, encoding = excluded.encoding, title = excluded.title, title_span = excluded.title_span,
	    text = excluded.text, source = excluded.source, author = excluded.author, dateline = excluded.dateline, url = excluded.url,
	    published = excluded.published, published_from = excluded.published_from, ingested_at = excluded.ingested_at`,
		p.id(), a.SourceKey, revision, a.SHA256, p.doc.Extractor, a.Format, a.Encoding, a.Title, spanText(a.TitleSpan), a.Text,
		a.Source, a.Author, a.Dateline, a.URL, string(a.Published), string(a.PublishedFrom), p.now)
}

// headChanged tells whether a reader sees another paper or date beside every item.
func (p *putting) headChanged() bool {
	return p.old == nil || p.old.Source != p.doc.Article.Source || p.old.Published != p.doc.Article.Published ||
		p.old.Title != p.doc.Article.Title || p.old.URL != p.doc.Article.URL
}

// oldNames takes away what the old revision called its entities.
func (p *putting) oldNames(ctx context.Context) error {
	if p.old == nil {
		return nil
	}
	err := each(ctx, p.tx, func(s scanner) error {
		var id store.EntityID
		var c counts
		err := s.Scan(&id, &c.mentions, &c.quotes)
		p.touched[id] = counts{-c.mentions, -1, -c.quotes}
		return err
	}, `SELECT entity, (SELECT count(*) FROM mention m WHERE m.article = p.article AND m.entity = p.entity),
	    (SELECT count(*) FROM quote q WHERE q.article = p.article AND q.speaker = p.entity AND q.`+shown+`) FROM appearance p WHERE article = ?`, p.id())
	if err != nil {
		return err
	}
	for _, table := range []string{"alias", "appearance", "mention", "date_mention", "affiliation", "undertaking"} {
		if err := p.exec(ctx, "DELETE FROM "+table+" WHERE article = ?", p.id()); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) newNames(ctx context.Context) error {
	for i := range p.doc.Entities {
		if err := p.appear(ctx, &p.doc.Entities[i]); err != nil {
			return err
		}
	}
	for i := range p.doc.Mentions {
		p.add(p.doc.Mentions[i].Entity, counts{mentions: 1})
	}
	for i := range p.doc.Quotes {
		if q := &p.doc.Quotes[i]; q.Speaker != "" && !q.Candidate() {
			p.add(q.Speaker, counts{quotes: 1})
		}
	}
	return nil
}

func (p *putting) add(id store.EntityID, c counts) {
	have := p.touched[id]
	p.touched[id] = counts{have.mentions + c.mentions, have.articles + c.articles, have.quotes + c.quotes}
}

func (p *putting) appear(ctx context.Context, e *store.Entity) error {
	p.add(e.ID, counts{articles: 1})
	err := p.exec(ctx, `INSERT INTO entity (id, kind, name, key, employer, confidence, mention_count, article_count, quote_count)
	    VALUES (?,?,?,?,?,0,0,0,0) ON CONFLICT (id) DO NOTHING`, string(e.ID), string(e.Kind), e.Name, e.Key, e.Employer)
	if err != nil {
		return err
	}
	if err := p.exec(ctx, "INSERT INTO appearance (article, entity, name, employer, confidence) VALUES (?,?,?,?,?)",
		p.id(), string(e.ID), e.Name, e.Employer, e.Confidence); err != nil {
		return err
	}
	for _, name := range append([]string{e.Name}, e.Aliases...) {
		if err := p.exec(ctx, "INSERT OR IGNORE INTO alias (article, entity, name) VALUES (?,?,?)", p.id(), string(e.ID), name); err != nil {
			return err
		}
	}
	return nil
}

// replace writes what is new or changed, takes away what is gone, and notes
// both; what stayed as it was is not touched.
func replace[T any, ID ~string](ctx context.Context, p *putting, k kind[T], logged store.Kind, items []T, id func(*T) ID,
	insert func(context.Context, *T) error) error {
	old, err := k.all(ctx, p.tx, "WHERE t.article = ?", p.id())
	if err != nil {
		return err
	}
	before := map[ID]*T{}
	for _, o := range old {
		before[id(o)] = o
	}
	headChanged := p.headChanged()
	for i := range items {
		item := &items[i]
		if o := before[id(item)]; o == nil || headChanged || !reflect.DeepEqual(o, item) {
			p.note(logged, string(id(item)), store.Put)
			if err := insert(ctx, item); err != nil {
				return err
			}
		}
		delete(before, id(item))
	}
	for _, o := range old {
		if before[id(o)] == nil {
			continue
		}
		p.note(logged, string(id(o)), store.Withdrawn)
		if err := p.exec(ctx, "DELETE FROM "+k.table+" WHERE id = ?", string(id(o))); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) quotes(ctx context.Context) error {
	return replace(ctx, p, quotes, store.KindQuote, p.doc.Quotes, func(q *store.Quote) store.QuoteID { return q.ID }, p.quote)
}

func (p *putting) quote(ctx context.Context, q *store.Quote) error {
	a := &p.doc.Article
	candidates, err := candidatesText(q.Candidates)
	if err != nil {
		return err
	}
	return p.exec(ctx, `INSERT OR REPLACE INTO quote (id, article, kind, text, start, spans, context, cue, cue_span, speaker, speaker_text,
	    speaker_span, named, candidates, in_doubt, title, organization, organization_text, source, published, rule, confidence, extractor)
	    VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		string(q.ID), p.id(), string(q.Kind), q.Text, q.Spans[0].Start, spansText(q.Spans), spanText(q.Context), q.Cue, spanText(q.CueSpan),
		orNull(q.Speaker), q.SpeakerText, spanText(q.SpeakerSpan), q.Named, candidates, q.InDoubt(), q.Title, orNull(q.Organization), q.OrganizationText,
		a.Source, string(a.Published), q.Rule, q.Confidence, q.Extractor)
}

func (p *putting) figures(ctx context.Context) error {
	return replace(ctx, p, figures, store.KindFigure, p.doc.Figures, func(f *store.Figure) store.FigureID { return f.ID }, p.figure)
}

func (p *putting) figure(ctx context.Context, f *store.Figure) error {
	a := &p.doc.Article
	return p.exec(ctx, `INSERT OR REPLACE INTO figure (id, article, start, end, rune_start, rune_end, surface, value, value_number, value_from,
	    value_to, unit, currency, hedge, target, metric, about, about_entity, period, period_via, context, source, published, rule, confidence, extractor)
	    VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		string(f.ID), p.id(), f.Span.Start, f.Span.End, f.Span.RuneStart, f.Span.RuneEnd, f.Surface, string(f.Value), f.Value.Float64(),
		string(f.From), string(f.To), f.Unit, f.Currency, f.Hedge, f.Target, f.Metric, f.About, orNull(f.AboutID), f.Period, f.PeriodVia, spanText(f.Context),
		a.Source, string(a.Published), f.Rule, f.Confidence, f.Extractor)
}

func (p *putting) mentions(ctx context.Context) error {
	for i := range p.doc.Mentions {
		m := &p.doc.Mentions[i]
		err := p.exec(ctx, `INSERT INTO mention (id, article, entity, kind, start, end, rune_start, rune_end, surface, published, rule,
		    confidence, extractor) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			string(m.ID), p.id(), string(m.Entity), string(m.Kind), m.Span.Start, m.Span.End, m.Span.RuneStart, m.Span.RuneEnd, m.Surface,
			string(p.doc.Article.Published), m.Rule, m.Confidence, m.Extractor)
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) dates(ctx context.Context) error {
	for i := range p.doc.Dates {
		d := &p.doc.Dates[i]
		err := p.exec(ctx, `INSERT INTO date_mention (id, article, start, end, rune_start, rune_end, surface, first_day, last_day, precision,
		    relative, anchor, rule, confidence, extractor) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
			string(d.ID), p.id(), d.Span.Start, d.Span.End, d.Span.RuneStart, d.Span.RuneEnd, d.Surface, string(d.From), string(d.To),
			string(d.Precision), d.Relative, string(d.Anchor), d.Rule, d.Confidence, d.Extractor)
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) affiliations(ctx context.Context) error {
	for _, a := range p.doc.Affiliations {
		err := p.exec(ctx, `INSERT OR IGNORE INTO affiliation (article, person, organization, organization_text, title, published)
		    VALUES (?,?,?,?,?,?)`, p.id(), string(a.Person), orNull(a.Organization), a.OrganizationText, a.Title, string(p.doc.Article.Published))
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) undertakings(ctx context.Context) error {
	for _, u := range p.doc.Undertakings {
		err := p.exec(ctx, `INSERT OR IGNORE INTO undertaking (article, project, owner, owner_text, place, published)
		    VALUES (?,?,?,?,?,?)`, p.id(), string(u.Project), orNull(u.Owner), u.OwnerText, u.Place, string(p.doc.Article.Published))
		if err != nil {
			return err
		}
	}
	return nil
}

// recount brings the entities of both revisions up to date and withdraws those
// that no article names any longer.
func (p *putting) recount(ctx context.Context) error {
	ids := make([]store.EntityID, 0, len(p.touched))
	for id := range p.touched {
		ids = append(ids, id)
	}
	slices.Sort(ids) // one input, one log
	for _, id := range ids {
		if err := p.recountOne(ctx, id, p.touched[id]); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) recountOne(ctx context.Context, id store.EntityID, c counts) error {
	// The forms of one key differ in width and script only; the smallest is
	// taken so that the order of articles does not matter.
	err := p.exec(ctx, `UPDATE entity SET mention_count = mention_count + ?, article_count = article_count + ?, quote_count = quote_count + ?,
	    name = coalesce((SELECT min(name) FROM appearance WHERE entity = entity.id), name),
	    employer = coalesce((SELECT min(employer) FROM appearance WHERE entity = entity.id), employer),
	    confidence = coalesce((SELECT max(confidence) FROM appearance WHERE entity = entity.id), 0) WHERE id = ?`,
		c.mentions, c.articles, c.quotes, string(id))
	if err != nil {
		return err
	}
	var articles int
	var kind store.EntityKind
	if err := p.tx.QueryRowContext(ctx, "SELECT article_count, kind FROM entity WHERE id = ?", string(id)).Scan(&articles, &kind); err != nil {
		return err
	}
	if articles > 0 {
		p.note(store.Kind(kind), string(id), store.Put)
		return nil
	}
	p.note(store.Kind(kind), string(id), store.Withdrawn)
	return p.exec(ctx, "DELETE FROM entity WHERE id = ?", string(id))
}

func (p *putting) writeLog(ctx context.Context) error {
	for _, e := range p.log {
		if err := p.exec(ctx, "INSERT INTO change (kind, id, op, article, at) VALUES (?,?,?,?,?)",
			string(e.kind), e.id, string(e.op), p.id(), p.now); err != nil {
			return err
		}
	}
	return nil
}

func orNull[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}
