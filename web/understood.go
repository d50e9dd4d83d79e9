package web

import (
	"context"
	"slices"
	"strings"

	"zhiku/search"
	"zhiku/search/syntax"
	"zhiku/store"
	"zhiku/zh/fold"
)

// understood says how a query was read, where that is not plain from itself.
type understood struct {
	Interpreted string // in one plain spelling; "" where it was typed so
	Apart       []apart
	Named       []alsoNamed
	Warnings    []string
	OfFigures   bool // it asks for figures or another kind, which are no quotes
}

// apart is a word that is several.
type apart struct{ Text, Words string }

// alsoNamed is a word that was searched for under other names too.
type alsoNamed struct {
	Text, Names string
	Only        string // the address of the search for the word alone
}

func (n *narrowing) understood(p *search.Parsed) understood {
	var out understood
	if spelled := p.String(); strings.Join(strings.Fields(n.form.Q), " ") != spelled {
		out.Interpreted = spelled
	}
	for _, w := range p.Warnings {
		if n.Lang == "en" {
			out.Warnings = append(out.Warnings, w.English)
		} else {
			out.Warnings = append(out.Warnings, w.Chinese)
		}
	}
	for i, c := range p.Clauses {
		for j, t := range c.Any {
			if len(t.Words) > 0 {
				out.Apart = append(out.Apart, apart{t.Text, strings.Join(t.Words, " + ")})
			}
			if len(t.Names) > 0 {
				out.Named = append(out.Named, alsoNamed{t.Text, strings.Join(t.Names, "、"), n.onlyThis(i, j)})
			}
			out.OfFigures = out.OfFigures || t.Kind == syntax.Range || t.Key == syntax.Unit ||
				t.Key == syntax.OfKind && t.Type != store.KindQuote
		}
	}
	return out
}

// onlyThis is the address of the search with a word of it made a phrase, which
// has no other names.
func (n *narrowing) onlyThis(clause, term int) string {
	clauses := slices.Clone(n.query.Clauses)
	clauses[clause].Any = slices.Clone(clauses[clause].Any)
	clauses[clause].Any[term].Kind = syntax.Phrase
	return n.asking(clauses)
}

// meant is a name that a query which finds nothing may have meant.
type meant struct{ Name, Kind, Link string }

const mostMeant = 5

func (s *site) meantNames(ctx context.Context, f frame, text string) ([]meant, error) {
	if text == "" {
		return nil, nil
	}
	found, err := s.Searcher.DidYouMean(ctx, text, mostMeant)
	if err != nil {
		return nil, err
	}
	ids := make([]store.EntityID, len(found))
	for i, id := range found {
		ids[i] = store.EntityID(id)
	}
	entities, err := s.Reader.EntitiesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	var out []meant
	given := map[string]bool{} // namesakes are found together
	for _, id := range ids {
		if e := entities[id]; e != nil && !given[fold.String(e.Name)] {
			given[fold.String(e.Name)] = true
			out = append(out, meant{e.Name, f.T[string(e.Kind)], f.address("/", quoteForm{Q: e.Name}.values())})
		}
	}
	return out, nil
}
