package node

import (
	"context"
	"strings"
	"unicode/utf8"

	"zhiku/search"
)

// snippetRunes is how long a snippet may be, in code points.
const snippetRunes = 80

// Limits of the snippets of one hit.
const (
	MaxSnippets     = 10
	DefaultSnippets = 3 // where first is not given
)

// SearchEdge is a hit.
type SearchEdge struct {
	Cursor string
	Node   SearchNode
	Score  float64
	query  *search.Parsed
}

// Snippet is a stretch of the node's words that shows why it was found.
func (e *SearchEdge) Snippet(ctx context.Context) (string, error) {
	words, err := wordsOf(ctx, e.Node)
	if err != nil || utf8.RuneCountInString(words) <= snippetRunes {
		return words, err
	}
	r := e.query.Snippet(words, snippetRunes)
	return words[r.Start:r.End], nil
}

// SnippetHighlights are where the words searched for stand in the snippet.
func (e *SearchEdge) SnippetHighlights(ctx context.Context) ([]search.Range, error) {
	text, err := e.Snippet(ctx)
	return append([]search.Range{}, e.query.Highlight(text)...), err
}

// SnippetHTML is the snippet with the words searched for marked.
func (e *SearchEdge) SnippetHTML(ctx context.Context) (string, error) {
	text, err := e.Snippet(ctx)
	return search.MarkHTML(text, e.query.Highlight(text), "<mark>", "</mark>"), err
}

// Snippet is a stretch of a node's words; Start and End are code points in them.
type Snippet struct {
	Text       string
	Highlights []search.Range
	Start, End int
}

// HTML is the text with the words searched for marked.
func (s *Snippet) HTML() string { return search.MarkHTML(s.Text, s.Highlights, "<mark>", "</mark>") }

// Snippets are several stretches of the node's words, the best first.
func (e *SearchEdge) Snippets(ctx context.Context, first *int) ([]*Snippet, error) {
	n, err := limit("first", Or(first, DefaultSnippets), MaxSnippets)
	if err != nil {
		return nil, err
	}
	words, err := wordsOf(ctx, e.Node)
	if err != nil {
		return nil, err
	}
	return collect(e.query.Snippets(words, snippetRunes, n), func(r search.Range) *Snippet {
		text := words[r.Start:r.End]
		return &Snippet{text, e.query.Highlight(text), r.RuneStart, r.RuneEnd}
	}), nil
}

// wordsOf a node that the index knows it by.
func wordsOf(ctx context.Context, n SearchNode) (string, error) {
	switch n := n.(type) {
	case *Quote:
		return n.Text, nil
	case *Article:
		return n.Text, nil
	case *Figure:
		around, err := n.Context(ctx)
		if around == nil {
			return n.Surface, err
		}
		return around.Text, nil
	case Entity:
		return strings.Join(append([]string{n.row().Name}, n.row().Aliases...), "、"), nil
	}
	return "", nil
}
