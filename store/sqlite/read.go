package sqlite

import (
	"context"
	"fmt"
	"time"

	"zhiku/store"
)

// ArticlesByID implements store.Reader.
func (db *DB) ArticlesByID(ctx context.Context, ids []store.ArticleID) (map[store.ArticleID]*store.Article, error) {
	return byID(ctx, db, articles, ids, func(a *store.Article) store.ArticleID { return a.ID })
}

// QuotesByID implements store.Reader.
func (db *DB) QuotesByID(ctx context.Context, ids []store.QuoteID) (map[store.QuoteID]*store.Quote, error) {
	return byID(ctx, db, quotes, ids, func(q *store.Quote) store.QuoteID { return q.ID })
}

// FiguresByID implements store.Reader.
func (db *DB) FiguresByID(ctx context.Context, ids []store.FigureID) (map[store.FigureID]*store.Figure, error) {
	return byID(ctx, db, figures, ids, func(f *store.Figure) store.FigureID { return f.ID })
}

// EntitiesByID implements store.Reader.
func (db *DB) EntitiesByID(ctx context.Context, ids []store.EntityID) (map[store.EntityID]*store.Entity, error) {
	return byID(ctx, db, entities, ids, func(e *store.Entity) store.EntityID { return e.ID })
}

// MentionsByID implements store.Reader.
func (db *DB) MentionsByID(ctx context.Context, ids []store.MentionID) (map[store.MentionID]*store.Mention, error) {
	return byID(ctx, db, mentions, ids, func(m *store.Mention) store.MentionID { return m.ID })
}

// DatesByID implements store.Reader.
func (db *DB) DatesByID(ctx context.Context, ids []store.DateID) (map[store.DateID]*store.DateMention, error) {
	return byID(ctx, db, dates, ids, func(d *store.DateMention) store.DateID { return d.ID })
}

// EntitiesNamed implements store.Reader.
func (db *DB) EntitiesNamed(ctx context.Context, name string, kinds ...store.EntityKind) ([]store.EntityID, error) {
	var out []store.EntityID
	err := each(ctx, reading{db}, func(s scanner) error {
		var id store.EntityID
		out = append(out, id)
		return s.Scan(&out[len(out)-1])
	}, `SELECT DISTINCT t.id FROM alias JOIN entity t ON t.id = alias.entity
	    WHERE alias.name = ? AND (? = '[]' OR t.kind`+inList+`) ORDER BY t.id`, name, list(kinds), list(kinds))
	return out, err
}

// Stats implements store.Reader.
func (db *DB) Stats(ctx context.Context) (store.Stats, error) {
	var s store.Stats
	err := each(ctx, reading{db}, func(row scanner) error {
		return row.Scan(&s.Articles, &s.Quotes, &s.Figures, &s.Mentions, &s.People, &s.Companies, &s.Organizations, &s.Projects,
			&s.FirstPublished, &s.LastPublished, &s.LastChange)
	}, `SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM quote WHERE `+shown+` AND `+noTerm+`), (SELECT count(*) FROM figure WHERE `+shown+`), (SELECT count(*) FROM mention),
	    (SELECT count(*) FROM entity WHERE kind = 'person' AND `+shown+`), (SELECT count(*) FROM entity WHERE kind = 'company' AND `+shown+`),
	    (SELECT count(*) FROM entity WHERE kind = 'organization' AND `+shown+`), (SELECT count(*) FROM entity WHERE kind = 'project' AND `+shown+`),
	    coalesce((SELECT min(published) FROM article WHERE published > ''), ''), coalesce((SELECT max(published) FROM article), ''),
	    coalesce((SELECT max(seq) FROM change), 0)`)
	return s, err
}

// Outdated implements store.Reader.
func (db *DB) Outdated(ctx context.Context, extractor int) (store.Outdated, error) {
	out := store.Outdated{}
	err := each(ctx, reading{db}, func(s scanner) error {
		var version, articles int
		err := s.Scan(&version, &articles)
		out[version] = articles
		return err
	}, "SELECT extractor, count(*) FROM article WHERE extractor < ? GROUP BY extractor", extractor)
	return out, err
}

// Changes implements store.Log.
func (db *DB) Changes(ctx context.Context, after int64, limit int) ([]store.Change, error) {
	var out []store.Change
	err := each(ctx, reading{db}, func(s scanner) error {
		var c store.Change
		var at int64
		err := s.Scan(&c.Seq, &c.Kind, &c.ID, &c.Op, &c.Article, &at)
		c.At = time.UnixMilli(at).UTC()
		out = append(out, c)
		return err
	}, "SELECT seq, kind, id, op, article, at FROM change WHERE seq > ? ORDER BY seq LIMIT ?", after, limit)
	return out, err
}

// LastChange implements store.Log.
func (db *DB) LastChange(ctx context.Context) (int64, error) {
	var seq int64
	err := each(ctx, reading{db}, func(s scanner) error { return s.Scan(&seq) }, "SELECT coalesce(max(seq), 0) FROM change")
	return seq, err
}

// AffiliationsOf implements store.Reader.
func (db *DB) AffiliationsOf(ctx context.Context, people []store.EntityID) (map[store.EntityID][]store.Affiliation, error) {
	return db.affiliations(ctx, "person", people, func(a *store.Affiliation) store.EntityID { return a.Person })
}

// AffiliatedWith implements store.Reader.
func (db *DB) AffiliatedWith(ctx context.Context, organizations []store.EntityID) (map[store.EntityID][]store.Affiliation, error) {
	return db.affiliations(ctx, "organization", organizations, func(a *store.Affiliation) store.EntityID { return a.Organization })
}

func (db *DB) affiliations(ctx context.Context, column string, ids []store.EntityID, of func(*store.Affiliation) store.EntityID) (map[store.EntityID][]store.Affiliation, error) {
	out := map[store.EntityID][]store.Affiliation{}
	err := each(ctx, reading{db}, func(s scanner) error {
		var a store.Affiliation
		err := s.Scan(&a.Article, &a.Person, &a.Organization, &a.OrganizationText, &a.Title)
		out[of(&a)] = append(out[of(&a)], a)
		return err
	}, "SELECT article, person, coalesce(organization, ''), organization_text, title FROM affiliation WHERE "+column+inList+
		" ORDER BY published DESC, article, person, organization_text, title", list(ids))
	if err != nil {
		return nil, fmt.Errorf("read affiliations by %s: %w", column, err)
	}
	return out, nil
}

// UndertakingsOf implements store.Reader.
func (db *DB) UndertakingsOf(ctx context.Context, projects []store.EntityID) (map[store.EntityID][]store.Undertaking, error) {
	out := map[store.EntityID][]store.Undertaking{}
	err := each(ctx, reading{db}, func(s scanner) error {
		var u store.Undertaking
		err := s.Scan(&u.Article, &u.Project, &u.Owner, &u.OwnerText, &u.Place)
		out[u.Project] = append(out[u.Project], u)
		return err
	}, "SELECT article, project, coalesce(owner, ''), owner_text, place FROM undertaking WHERE project"+inList+
		" ORDER BY published DESC, article, project, owner_text, place", list(projects))
	if err != nil {
		return nil, fmt.Errorf("read undertakings: %w", err)
	}
	return out, nil
}

// window gives the first n rows of each parent, in one query. from names the
// table t and what it is joined with, parent the column that holds the parent's
// id.
func window[T any, P ~string](ctx context.Context, db *DB, k kind[T], from, parent, order string, parents []P, n int) (map[P][]*T, error) {
	out := map[P][]*T{}
	err := each(ctx, reading{db}, func(s scanner) error {
		var p P
		v, err := k.scan(after{s, []any{&p}})
		out[p] = append(out[p], v)
		return err
	}, fmt.Sprintf("SELECT w.parent, %s FROM (SELECT t.id, %s AS parent, row_number() OVER (PARTITION BY %s ORDER BY %s) AS n FROM %s WHERE %s%s%s) w "+
		"JOIN %s t ON t.id = w.id WHERE w.n <= ? ORDER BY w.parent, w.n", k.columns, parent, parent, order, from, parent, inList, k.shown, k.table), list(parents), n)
	if err != nil {
		return nil, fmt.Errorf("read %s by %s: %w", k.table, parent, err)
	}
	return out, nil
}

// after is a row whose first columns are scanned elsewhere.
type after struct {
	scanner
	first []any
}

func (a after) Scan(dest ...any) error { return a.scanner.Scan(append(a.first, dest...)...) }

// QuotesOf implements store.Reader.
func (db *DB) QuotesOf(ctx context.Context, speakers []store.EntityID, n int) (map[store.EntityID][]*store.Quote, error) {
	return window(ctx, db, quotes, "quote t", "t.speaker", "t.published DESC, t.id DESC", speakers, n)
}

// MentionsOf implements store.Reader.
func (db *DB) MentionsOf(ctx context.Context, of []store.EntityID, n int) (map[store.EntityID][]*store.Mention, error) {
	return window(ctx, db, mentions, "mention t", "t.entity", "t.published DESC, t.id DESC", of, n)
}

// FiguresAbout implements store.Reader.
func (db *DB) FiguresAbout(ctx context.Context, of []store.EntityID, n int) (map[store.EntityID][]*store.Figure, error) {
	return window(ctx, db, figures, "figure t", "t.about_entity", "t.published DESC, t.id DESC", of, n)
}

// ArticlesOf implements store.Reader.
func (db *DB) ArticlesOf(ctx context.Context, of []store.EntityID, n int) (map[store.EntityID][]*store.Article, error) {
	return window(ctx, db, articles, "appearance p JOIN article t ON t.id = p.article", "p.entity", "t.published DESC, t.id DESC", of, n)
}

// QuotesIn implements store.Reader.
func (db *DB) QuotesIn(ctx context.Context, in []store.ArticleID, n int) (map[store.ArticleID][]*store.Quote, error) {
	return window(ctx, db, quotes, "quote t", "t.article", "t.start, t.id", in, n)
}

// FiguresIn implements store.Reader.
func (db *DB) FiguresIn(ctx context.Context, in []store.ArticleID, n int) (map[store.ArticleID][]*store.Figure, error) {
	return window(ctx, db, figures, "figure t", "t.article", "t.start, t.id", in, n)
}

// MentionsIn implements store.Reader.
func (db *DB) MentionsIn(ctx context.Context, in []store.ArticleID, n int) (map[store.ArticleID][]*store.Mention, error) {
	return window(ctx, db, mentions, "mention t", "t.article", "t.start, t.id", in, n)
}

// DatesIn implements store.Reader.
func (db *DB) DatesIn(ctx context.Context, in []store.ArticleID, n int) (map[store.ArticleID][]*store.DateMention, error) {
	return window(ctx, db, dates, "date_mention t", "t.article", "t.start, t.id", in, n)
}

// EntitiesIn implements store.Reader.
func (db *DB) EntitiesIn(ctx context.Context, in []store.ArticleID, n int) (map[store.ArticleID][]*store.Entity, error) {
	return window(ctx, db, entities, "appearance p JOIN entity t ON t.id = p.entity", "p.article", "t.mention_count DESC, t.id", in, n)
}
