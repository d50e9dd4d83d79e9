package node

import (
	"context"

	"zhiku/store"
)

// Article is an article of the schema.
type Article struct {
	*store.Article
	from *Source
	kin  *family[store.ArticleID]
}

type (
	// ArticleConnection is a page of articles.
	ArticleConnection = Connection[*Article]
	// ArticleEdge is an article with its cursor.
	ArticleEdge = Edge[*Article]
)

func (*Article) IsNode()          {}
func (*Article) IsSearchNode()    {}
func (a *Article) nodeID() string { return string(a.ID) }

// Articles makes one family of articles.
func (s *Source) Articles(list []*store.Article) []*Article {
	kin := newFamily(unique(collect(list, func(a *store.Article) store.ArticleID { return a.ID })))
	return collect(list, func(a *store.Article) *Article { return &Article{a, s, kin} })
}

// ArticlesByID reads articles.
func (s *Source) ArticlesByID(ctx context.Context, ids []store.ArticleID) (map[store.ArticleID]*Article, error) {
	return ByIDs(ctx, ids, s.Store.ArticlesByID, s.Articles)
}

func (a *Article) Quotes(ctx context.Context, first *int, after *string) (*QuoteConnection, error) {
	return within(a.kin, a.ID, "article.quotes", first, after,
		func(ids []store.ArticleID, n int) (map[store.ArticleID][]*store.Quote, error) {
			return a.from.Store.QuotesIn(ctx, ids, n)
		}, a.from.quotes,
		func(ctx context.Context) (int, error) {
			return a.from.Store.CountQuotes(ctx, store.QuoteFilter{Article: a.ID})
		})
}

func (a *Article) Figures(ctx context.Context, first *int, after *string) (*FigureConnection, error) {
	return within(a.kin, a.ID, "article.figures", first, after,
		func(ids []store.ArticleID, n int) (map[store.ArticleID][]*store.Figure, error) {
			return a.from.Store.FiguresIn(ctx, ids, n)
		}, a.from.Figures,
		func(ctx context.Context) (int, error) {
			return a.from.Store.CountFigures(ctx, store.FigureFilter{Article: a.ID})
		})
}

func (a *Article) Mentions(ctx context.Context, first *int, after *string) (*MentionConnection, error) {
	return within(a.kin, a.ID, "article.mentions", first, after,
		func(ids []store.ArticleID, n int) (map[store.ArticleID][]*store.Mention, error) {
			return a.from.Store.MentionsIn(ctx, ids, n)
		}, a.from.Mentions,
		func(ctx context.Context) (int, error) {
			return a.from.Store.CountMentions(ctx, store.MentionFilter{Article: a.ID})
		})
}

func (a *Article) Dates(ctx context.Context, first *int, after *string) (*DateMentionConnection, error) {
	return within(a.kin, a.ID, "article.dates", first, after,
		func(ids []store.ArticleID, n int) (map[store.ArticleID][]*store.DateMention, error) {
			return a.from.Store.DatesIn(ctx, ids, n)
		}, a.from.Dates,
		func(ctx context.Context) (int, error) { return a.from.Store.CountDates(ctx, a.ID) })
}

func (a *Article) People(ctx context.Context, first *int, after *string) (*PersonConnection, error) {
	return entitiesIn[*Person](ctx, a, store.Person, first, after)
}

func (a *Article) Companies(ctx context.Context, first *int, after *string) (*CompanyConnection, error) {
	return entitiesIn[*Company](ctx, a, store.Company, first, after)
}

func (a *Article) Organizations(ctx context.Context, first *int, after *string) (*OrganizationConnection, error) {
	return entitiesIn[*Organization](ctx, a, store.Organization, first, after)
}

func (a *Article) Projects(ctx context.Context, first *int, after *string) (*ProjectConnection, error) {
	return entitiesIn[*Project](ctx, a, store.Project, first, after)
}

// entitiesIn gives a page of an article's entities of one kind. All kinds are
// read together, for who asks for one often asks for more.
func entitiesIn[T Entity](ctx context.Context, a *Article, kind store.EntityKind, first *int, after *string) (*Connection[T], error) {
	list := listOf("article."+string(kind), a.ID)
	n, at, err := nestedArgs(list, first, after)
	if err != nil {
		return nil, err
	}
	all, err := together(a.kin, "entities", func(ids []store.ArticleID) (map[store.ArticleID][]Entity, error) {
		rows, err := a.from.Store.EntitiesIn(ctx, ids, MaxNested)
		return relate(ids, rows, a.from.Entities), err
	})
	if err != nil {
		return nil, err
	}
	count := func(ctx context.Context) (int, error) {
		return a.from.Store.CountEntities(ctx, store.EntityFilter{Kind: kind, Article: a.ID})
	}
	items := OfKind[T](all[a.ID])
	if len(all[a.ID]) < MaxNested {
		count = known(items, MaxNested, count)
	}
	return slice(list, items, n, at, count), nil
}
