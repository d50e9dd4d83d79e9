package sqlite

import (
	"context"
	"fmt"

	"zhiku/store"
)

func articleCondition(f store.ArticleFilter) condition {
	var c condition
	c.text("t.source", f.Source)
	c.between(f.From, f.To)
	if len(f.Entity) > 0 {
		c.and("t.id IN (SELECT article FROM appearance WHERE entity"+inList+")", list(f.Entity))
	}
	return c
}

// shown keeps candidates out of a list.
var shown = fmt.Sprintf("confidence >= %v", store.CandidateBelow)

func (c *condition) candidates(wanted bool) {
	if !wanted {
		c.and("t." + shown)
	}
}

func quoteCondition(f store.QuoteFilter) condition {
	var c condition
	c.candidates(f.Candidates)
	c.either("t.speaker", f.Speaker, "t.speaker_text = ?", f.SpeakerText)
	c.either("t.organization", f.Organization, "t.organization_text = ?", f.OrgText)
	c.text("t.article", string(f.Article))
	c.text("t.source", f.Source)
	if f.Kind == "" {
		c.and("t." + noTerm)
	}
	c.text("t.kind", string(f.Kind))
	if f.InDoubt != nil {
		c.and(map[bool]string{true: "t.in_doubt = 1", false: "t.in_doubt = 0"}[*f.InDoubt])
	}
	c.between(f.From, f.To)
	return c
}

// noTerm keeps words in marks that nobody says out of lists of quotes.
const noTerm = "kind <> '" + string(store.Term) + "'"

func figureCondition(f store.FigureFilter) condition {
	var c condition
	c.candidates(f.Candidates)
	c.text("t.unit", f.Unit)
	if f.Currency != "" {
		c.and("t.currency = ? AND t.currency > ''", f.Currency) // as its index is
	}
	if f.Target != nil {
		c.and(map[bool]string{true: "t.target = 1", false: "t.target = 0"}[*f.Target])
	}
	if f.Metric != "" {
		c.and(`t.metric LIKE ? ESCAPE '\'`, contains(f.Metric))
	}
	c.either("t.about_entity", f.About, `t.about LIKE ? ESCAPE '\'`, contains(f.AboutText))
	c.text("t.article", string(f.Article))
	c.text("t.source", f.Source)
	if f.MinValue != nil {
		c.and("t.value_number >= ?", *f.MinValue)
	}
	if f.MaxValue != nil {
		c.and("t.value_number <= ?", *f.MaxValue)
	}
	c.between(f.From, f.To)
	return c
}

func entityCondition(f store.EntityFilter) condition {
	var c condition
	c.candidates(f.Candidates)
	c.text("t.kind", string(f.Kind))
	if f.Name != "" {
		c.and("t.id IN (SELECT entity FROM alias WHERE name = ?)", f.Name)
	}
	if len(f.Employer) > 0 || f.EmployerText != "" {
		var employed condition
		employed.either("organization", f.Employer, "organization_text = ?", f.EmployerText)
		c.and("t.id IN (SELECT person FROM affiliation "+employed.where()+")", employed.args...)
	}
	if f.Article != "" {
		c.and("t.id IN (SELECT entity FROM appearance WHERE article = ?)", string(f.Article))
	}
	return c
}

func mentionCondition(f store.MentionFilter) condition {
	var c condition
	c.text("t.entity", string(f.Entity))
	c.text("t.article", string(f.Article))
	return c
}

// Articles implements store.Reader.
func (db *DB) Articles(ctx context.Context, f store.ArticleFilter, p store.PageRequest) (*store.Page[*store.Article], error) {
	o, err := pick(articleOrders, f.Order, store.ArticlesNewest)
	if err != nil {
		return nil, err
	}
	return page(ctx, db, articles, articleCondition(f), o, p)
}

// CountArticles implements store.Reader.
func (db *DB) CountArticles(ctx context.Context, f store.ArticleFilter) (int, error) {
	return count(ctx, db, articles.table, articleCondition(f))
}

// Quotes implements store.Reader.
func (db *DB) Quotes(ctx context.Context, f store.QuoteFilter, p store.PageRequest) (*store.Page[*store.Quote], error) {
	o, err := pick(quoteOrders, f.Order, store.QuotesNewest)
	if err != nil {
		return nil, err
	}
	return page(ctx, db, quotes, quoteCondition(f), o, p)
}

// CountQuotes implements store.Reader.
func (db *DB) CountQuotes(ctx context.Context, f store.QuoteFilter) (int, error) {
	return count(ctx, db, quotes.table, quoteCondition(f))
}

// Figures implements store.Reader.
func (db *DB) Figures(ctx context.Context, f store.FigureFilter, p store.PageRequest) (*store.Page[*store.Figure], error) {
	o, err := pick(figureOrders, f.Order, store.FiguresNewest)
	if err != nil {
		return nil, err
	}
	return page(ctx, db, figures, figureCondition(f), o, p)
}

// CountFigures implements store.Reader.
func (db *DB) CountFigures(ctx context.Context, f store.FigureFilter) (int, error) {
	return count(ctx, db, figures.table, figureCondition(f))
}

// Entities implements store.Reader.
func (db *DB) Entities(ctx context.Context, f store.EntityFilter, p store.PageRequest) (*store.Page[*store.Entity], error) {
	o, err := pick(entityOrders, f.Order, store.EntitiesMostMentioned)
	if err != nil {
		return nil, err
	}
	return page(ctx, db, entities, entityCondition(f), o, p)
}

// CountEntities implements store.Reader.
func (db *DB) CountEntities(ctx context.Context, f store.EntityFilter) (int, error) {
	return count(ctx, db, entities.table, entityCondition(f))
}

// Mentions implements store.Reader.
func (db *DB) Mentions(ctx context.Context, f store.MentionFilter, p store.PageRequest) (*store.Page[*store.Mention], error) {
	return page(ctx, db, mentions, mentionCondition(f), mentionOrder, p)
}

// CountMentions implements store.Reader.
func (db *DB) CountMentions(ctx context.Context, f store.MentionFilter) (int, error) {
	return count(ctx, db, mentions.table, mentionCondition(f))
}

// CountDates implements store.Reader.
func (db *DB) CountDates(ctx context.Context, article store.ArticleID) (int, error) {
	var c condition
	c.and("t.article = ?", string(article))
	return count(ctx, db, dates.table, c)
}
