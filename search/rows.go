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
	within   map[store.ArticleID][]*store.Entity // the entities of the changed articles
}

// mostWithin an article are known to it in the index.
const mostWithin = 1000

func fetch(ctx context.Context, from Source, changes []store.Change) (r *rows, err error) {
	w := wantedBy(changes)
	r = &rows{ids: w.ids}
	if r.quotes, err = byID(ctx, w.quotes, from.QuotesByID); err != nil {
		return nil, err
	}
	if r.figures, err = byID(ctx, w.figures, from.FiguresByID); err != nil {
		return nil, err
	}
	if r.entities, err = byID(ctx, w.entities, from.EntitiesByID); err != nil {
		return nil, err
	}
	if r.within, err = within(ctx, slices.Collect(maps.Keys(w.articles)), from); err != nil {
		return nil, err
	}
	for _, q := range r.quotes {
		w.articles[q.Article] = true
	}
	for _, f := range r.figures {
		w.articles[f.Article] = true
	}
	r.articles, err = byID(ctx, slices.Collect(maps.Keys(w.articles)), from.ArticlesByID)
	return r, err
}

func within(ctx context.Context, ids []store.ArticleID, from Source) (map[store.ArticleID][]*store.Entity, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return from.EntitiesIn(ctx, ids, mostWithin)
}

// wanted are the ids a run of changes names, each once.
type wanted struct {
	ids      map[string]bool
	articles map[store.ArticleID]bool
	quotes   []store.QuoteID
	figures  []store.FigureID
	entities []store.EntityID
}

func wantedBy(changes []store.Change) wanted {
	w := wanted{ids: map[string]bool{}, articles: map[store.ArticleID]bool{}}
	for _, c := range changes {
		if w.ids[c.ID] || c.Kind == store.KindMention {
			continue
		}
		w.ids[c.ID] = true
		switch c.Kind {
		case store.KindArticle:
			w.articles[store.ArticleID(c.ID)] = true
		case store.KindQuote:
			w.quotes = append(w.quotes, store.QuoteID(c.ID))
		case store.KindFigure:
			w.figures = append(w.figures, store.FigureID(c.ID))
		default:
			w.entities = append(w.entities, store.EntityID(c.ID))
		}
	}
	return w
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
func (r *rows) document(id string) *entry {
	kind, _ := store.KindOf(id)
	switch kind {
	case store.KindArticle:
		if a := r.articles[store.ArticleID(id)]; a != nil {
			return articleEntry(a, r.within[a.ID])
		}
	case store.KindQuote:
		if q := r.quotes[store.QuoteID(id)]; q != nil {
			return quoteEntry(q, r.articles[q.Article])
		}
	case store.KindFigure:
		if f := r.figures[store.FigureID(id)]; f != nil {
			return figureEntry(f, r.articles[f.Article])
		}
	default:
		if e := r.entities[store.EntityID(id)]; e != nil && string(e.ID) == id {
			return entityEntry(e)
		}
	}
	return nil
}
