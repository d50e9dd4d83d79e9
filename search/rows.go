package search

import (
	"context"
	"maps"
	"slices"

	"zhiku/store"
)

// rows are what changed things are now: the indexed ones of a run of changes,
// and the articles that quotes and figures among them are from.
type rows struct {
	ids      map[string]bool // of all that may have changed, mentions left out
	articles map[store.ArticleID]*store.Article
	quotes   map[store.QuoteID]*store.Quote
	figures  map[store.FigureID]*store.Figure
	entities map[store.EntityID]*store.Entity
}

func fetch(ctx context.Context, from Source, changes []store.Change) (*rows, error) {
	r := &rows{ids: map[string]bool{}}
	articles := map[store.ArticleID]bool{}
	var quotes []store.QuoteID
	var figures []store.FigureID
	var entities []store.EntityID
	for _, c := range changes {
		if r.ids[c.ID] || c.Kind == store.KindMention {
			continue
		}
		r.ids[c.ID] = true
		switch c.Kind {
		case store.KindArticle:
			articles[store.ArticleID(c.ID)] = true
		case store.KindQuote:
			quotes = append(quotes, store.QuoteID(c.ID))
		case store.KindFigure:
			figures = append(figures, store.FigureID(c.ID))
		default:
			entities = append(entities, store.EntityID(c.ID))
		}
	}
	var err error
	if r.quotes, err = byID(ctx, quotes, from.QuotesByID); err != nil {
		return nil, err
	}
	if r.figures, err = byID(ctx, figures, from.FiguresByID); err != nil {
		return nil, err
	}
	if r.entities, err = byID(ctx, entities, from.EntitiesByID); err != nil {
		return nil, err
	}
	for _, q := range r.quotes {
		articles[q.Article] = true
	}
	for _, f := range r.figures {
		articles[f.Article] = true
	}
	r.articles, err = byID(ctx, slices.Collect(maps.Keys(articles)), from.ArticlesByID)
	return r, err
}

// byID asks the store only where there is something to ask for.
func byID[I ~string, T any](ctx context.Context, ids []I, get func(context.Context, []I) (map[I]*T, error)) (map[I]*T, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return get(ctx, ids)
}

// document to index under id; nil where the store has nothing under it, or
// something that is now called otherwise.
func (r *rows) document(id string) document {
	kind, _ := store.KindOf(id)
	switch kind {
	case store.KindArticle:
		if a := r.articles[store.ArticleID(id)]; a != nil {
			return articleDocument(a)
		}
	case store.KindQuote:
		if q := r.quotes[store.QuoteID(id)]; q != nil {
			return quoteDocument(q, r.articles[q.Article])
		}
	case store.KindFigure:
		if f := r.figures[store.FigureID(id)]; f != nil {
			return figureDocument(f, r.articles[f.Article])
		}
	default:
		if e := r.entities[store.EntityID(id)]; e != nil && string(e.ID) == id {
			return entityDocument(e)
		}
	}
	return nil
}
