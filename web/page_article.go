package web

import (
	"context"
	"errors"
	"net/http"

	"zhiku/store"
)

// perArticle bounds what one article page lists of each kind.
const perArticle = 500

// articleData is what the page shows.
type articleData struct {
	frame
	Article    *store.Article
	Paragraphs []paragraph
	Quotes     []*store.Quote
	Figures    []*store.Figure
	Entities   []entityGroup
	Chosen     store.QuoteID // the quote the reader came for
}

// entityGroup is the entities of one kind.
type entityGroup struct {
	Name     string
	Entities []*store.Entity
}

func (s *site) articlePage(w http.ResponseWriter, r *http.Request) {
	data, err := s.loadArticle(r.Context(), store.ArticleID(r.PathValue("id")))
	switch {
	case errors.Is(err, store.ErrNotFound):
		s.problemPage(w, r, http.StatusNotFound, "noArticle")
		return
	case err != nil:
		s.failed(w, r, err)
		return
	}
	data.frame = newFrame(r, data.Article.Title)
	data.Chosen = store.QuoteID(r.URL.Query().Get("quote"))
	for i := range data.Entities {
		data.Entities[i].Name = data.T[data.Entities[i].Name]
	}
	data.Paragraphs = paragraphs(data.Article.Text, data.marks())
	s.render(w, http.StatusOK, "article.html", data)
}

func (s *site) loadArticle(ctx context.Context, id store.ArticleID) (*articleData, error) {
	ids := []store.ArticleID{id}
	articles, err := s.Reader.ArticlesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	if articles[id] == nil {
		return nil, store.ErrNotFound
	}
	quotes, err := s.Reader.QuotesIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	figures, err := s.Reader.FiguresIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	entities, err := s.Reader.EntitiesIn(ctx, ids, perArticle)
	if err != nil {
		return nil, err
	}
	return &articleData{Article: articles[id], Quotes: quotes[id], Figures: figures[id], Entities: group(entities[id])}, nil
}

func group(all []*store.Entity) []entityGroup {
	var out []entityGroup
	for i, name := range []string{"people", "companies", "organizations", "projects"} {
		g := entityGroup{Name: name}
		for _, e := range all {
			if e.Kind == store.EntityKinds[i] {
				g.Entities = append(g.Entities, e)
			}
		}
		if g.Entities != nil {
			out = append(out, g)
		}
	}
	return out
}

// marks sets off the headline's own line, every quote, and the one the reader
// came for.
func (d *articleData) marks() []mark {
	var out []mark
	if t := d.Article.TitleSpan; t.Len() > 0 {
		out = append(out, mark{start: t.Start, end: t.End, class: "headline"})
	}
	for _, q := range d.Quotes {
		class := "quote"
		if q.ID == d.Chosen {
			class = "quote chosen"
		}
		for i, span := range q.Spans {
			m := mark{start: span.Start, end: span.End, class: class}
			if i == 0 {
				m.id = string(q.ID)
			}
			out = append(out, m)
		}
	}
	return out
}
