package node

import (
	"context"

	"zhiku/store"
)

// Entity is a person, company, organisation or project.
type Entity interface {
	SearchNode
	IsEntity()
	row() *store.Entity
}

// entity is what the four have in common.
type entity struct {
	*store.Entity
	from *Source
	kin  *family[store.EntityID]
}

func (*entity) IsNode()              {}
func (*entity) IsSearchNode()        {}
func (*entity) IsEntity()            {}
func (e *entity) nodeID() string     { return string(e.ID) }
func (e *entity) row() *store.Entity { return e.Entity }

type (
	// Person is a person of the schema.
	Person struct{ entity }
	// Company is a company of the schema.
	Company struct{ employer }
	// Organization is an organisation of the schema.
	Organization struct{ employer }
	// Project is a project of the schema.
	Project struct{ entity }

	// PersonConnection and its like are pages of entities, PersonEdge and its
	// like entities with their cursors.
	PersonConnection       = Connection[*Person]
	PersonEdge             = Edge[*Person]
	CompanyConnection      = Connection[*Company]
	CompanyEdge            = Edge[*Company]
	OrganizationConnection = Connection[*Organization]
	OrganizationEdge       = Edge[*Organization]
	ProjectConnection      = Connection[*Project]
	ProjectEdge            = Edge[*Project]
)

// Entities makes one family of entities.
func (s *Source) Entities(list []*store.Entity) []Entity {
	kin := newFamily(unique(collect(list, func(e *store.Entity) store.EntityID { return e.ID })))
	return collect(list, func(e *store.Entity) Entity { return newEntity(entity{e, s, kin}) })
}

func newEntity(e entity) Entity {
	switch e.Kind {
	case store.Person:
		return &Person{e}
	case store.Company:
		return &Company{employer{e}}
	case store.Organization:
		return &Organization{employer{e}}
	default:
		return &Project{e}
	}
}

// EntitiesByID reads entities.
func (s *Source) EntitiesByID(ctx context.Context, ids []store.EntityID) (map[store.EntityID]Entity, error) {
	return ByIDs(ctx, ids, s.Store.EntitiesByID, s.Entities)
}

// EntitiesInOrder reads entities in the order of their ids; those withdrawn since
// they were found are left out.
func (s *Source) EntitiesInOrder(ctx context.Context, ids []string) ([]Entity, error) {
	typed := collect(ids, func(id string) store.EntityID { return store.EntityID(id) })
	found, err := s.EntitiesByID(ctx, typed)
	return rows(typed, found), err
}

// OfKind keeps the entities of one Go type.
func OfKind[T Entity](list []Entity) []T {
	var out []T
	for _, e := range list {
		if t, ok := e.(T); ok {
			out = append(out, t)
		}
	}
	return out
}

func (e *entity) Quotes(ctx context.Context, first *int, after *string) (*QuoteConnection, error) {
	return within(e.kin, e.ID, "entity.quotes", first, after,
		func(ids []store.EntityID, n int) (map[store.EntityID][]*store.Quote, error) {
			return e.from.Store.QuotesOf(ctx, ids, n)
		}, e.from.quotes, total(e.QuoteCount))
}

func (e *entity) Mentions(ctx context.Context, first *int, after *string) (*MentionConnection, error) {
	return within(e.kin, e.ID, "entity.mentions", first, after,
		func(ids []store.EntityID, n int) (map[store.EntityID][]*store.Mention, error) {
			return e.from.Store.MentionsOf(ctx, ids, n)
		}, e.from.Mentions, total(e.MentionCount))
}

func (e *entity) Figures(ctx context.Context, first *int, after *string) (*FigureConnection, error) {
	return within(e.kin, e.ID, "entity.figures", first, after,
		func(ids []store.EntityID, n int) (map[store.EntityID][]*store.Figure, error) {
			return e.from.Store.FiguresAbout(ctx, ids, n)
		}, e.from.Figures,
		func(ctx context.Context) (int, error) {
			return e.from.Store.CountFigures(ctx, store.FigureFilter{About: []store.EntityID{e.ID}})
		})
}

func (e *entity) Articles(ctx context.Context, first *int, after *string) (*ArticleConnection, error) {
	return within(e.kin, e.ID, "entity.articles", first, after,
		func(ids []store.EntityID, n int) (map[store.EntityID][]*store.Article, error) {
			return e.from.Store.ArticlesOf(ctx, ids, n)
		}, e.from.Articles, total(e.ArticleCount))
}

// total is a count that is known.
func total(n int) func(context.Context) (int, error) {
	return func(context.Context) (int, error) { return n, nil }
}
