package node

import (
	"context"

	"zhiku/store"
)

// Figure is a figure of the schema.
type Figure struct {
	*store.Figure
	from *Source
	kin  *family[*store.Figure]
}

type (
	// FigureConnection is a page of figures.
	FigureConnection = Connection[*Figure]
	// FigureEdge is a figure with its cursor.
	FigureEdge = Edge[*Figure]
)

func (*Figure) IsNode()          {}
func (*Figure) IsSearchNode()    {}
func (f *Figure) nodeID() string { return string(f.ID) }

// Figures makes one family of figures.
func (s *Source) Figures(list []*store.Figure) []*Figure {
	kin := newFamily(list)
	return collect(list, func(f *store.Figure) *Figure { return &Figure{f, s, kin} })
}

// FiguresByID reads figures.
func (s *Source) FiguresByID(ctx context.Context, ids []store.FigureID) (map[store.FigureID]*Figure, error) {
	return ByIDs(ctx, ids, s.Store.FiguresByID, s.Figures)
}

func (f *Figure) ValueNumber() float64 { return f.Value.Float64() }

func (f *Figure) AboutEntity(ctx context.Context) (Entity, error) {
	all, err := entitiesOf(ctx, f.from, f.kin, func(f *store.Figure) store.EntityID { return f.AboutID })
	return all[f.AboutID], err
}

func (f *Figure) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, f.from, f.kin, f.Figure.Article, articleOfFigure)
}

func articleOfFigure(f *store.Figure) store.ArticleID { return f.Article }

func (f *Figure) Context(ctx context.Context) (*Context, error) {
	all, err := articlesOf(ctx, f.from, f.kin, articleOfFigure)
	return contextIn(all[f.Figure.Article], f.Figure.Context), err
}
