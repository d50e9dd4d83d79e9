package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"slices"
	"strings"
	"time"

	"zhiku/search"
	"zhiku/store"
	"zhiku/store/sqlite"
)

// hitLine is one hit as --json prints it.
type hitLine struct {
	ID         string          `json:"id"`
	Kind       store.Kind      `json:"kind"`
	Text       string          `json:"text"`  // the words, the name, the figure
	Marks      [][2]int        `json:"marks"` // what matches in text, in code points, end exclusive
	Speaker    string          `json:"speaker,omitempty"`
	Candidates []candidateLine `json:"candidates,omitempty"` // all who said it or may have, where the speaker is not the only one
	Title      string          `json:"title,omitempty"`
	Org        string          `json:"organization,omitempty"`
	Article    store.ArticleID `json:"article,omitempty"`
	Headline   string          `json:"headline,omitempty"`
	Source     string          `json:"source,omitempty"`
	Published  store.Date      `json:"published,omitempty"`
	URL        string          `json:"url,omitempty"`

	marks  []search.Range
	breaks []store.Break // of a quotation's words
	note   string        // a second line for people
	others []string      // further ones: who else said it, or may have
}

// candidateLine is one of several who may have said a quotation, as zhiku
// extract prints them.
type candidateLine struct {
	Who    string  `json:"who"`
	Weight float64 `json:"weight"`
	Joint  bool    `json:"joint,omitempty"`
}

// rows are what the hits of one page stand for.
type rows struct {
	quotes   map[store.QuoteID]*store.Quote
	figures  map[store.FigureID]*store.Figure
	entities map[store.EntityID]*store.Entity
	articles map[store.ArticleID]*store.Article
}

func printHits(ctx context.Context, db *sqlite.DB, result *search.Result, s streams, asJSON bool) error {
	found, err := loadRows(ctx, db, result.Page.Items)
	if err != nil {
		return err
	}
	terminal := isTerminal(s.out)
	enc := json.NewEncoder(s.out)
	enc.SetEscapeHTML(false)
	for _, hit := range result.Page.Items {
		line, ok := found.line(hit, &result.Query)
		switch {
		case !ok: // withdrawn since it was indexed
		case asJSON:
			if err := enc.Encode(line); err != nil {
				return err
			}
		default:
			line.print(s, terminal)
		}
	}
	if !asJSON {
		printTotals(s, result)
	}
	return nil
}

func printTotals(s streams, result *search.Result) {
	atLeast := [2]string{}
	if result.AtLeast {
		atLeast = [2]string{"至少 ", "at least "}
	}
	fmt.Fprintf(s.err, "共 %s%d 条，显示 %d 条 / %s%d found, %d shown\n",
		atLeast[0], result.Total, len(result.Page.Items), atLeast[1], result.Total, len(result.Page.Items))
	if result.Holding < result.Total {
		fmt.Fprintf(s.err, "其中 %d 条含有全部词语，其余含有大部分 / %d of them hold all words, the others most\n",
			result.Holding, result.Holding)
	}
}

// printUnderstood says how a query was read, where that is not plain from what
// was typed.
func printUnderstood(s streams, typed string, query *search.Parsed) {
	if spelled := query.String(); spelled != strings.Join(strings.Fields(typed), " ") {
		fmt.Fprintf(s.err, "理解为 / read as: %s\n", plain(spelled))
	}
	for _, c := range query.Clauses {
		for _, t := range c.Any {
			if len(t.Words) > 0 {
				fmt.Fprintf(s.err, "“%s” 也分开查找 / also word by word: %s\n", plain(t.Text), plain(strings.Join(t.Words, " ")))
			}
			if len(t.Names) > 0 {
				fmt.Fprintf(s.err, "“%s” 也查找其他名称 / also under other names: %s\n", plain(t.Text), plain(strings.Join(t.Names, "、")))
			}
		}
	}
	for _, w := range query.Warnings {
		fmt.Fprintf(s.err, "! %s / %s\n", plain(w.Chinese), plain(w.English))
	}
}

func loadRows(ctx context.Context, db *sqlite.DB, hits []search.Hit) (*rows, error) {
	var quotes []store.QuoteID
	var figures []store.FigureID
	var entities []store.EntityID
	var articles []store.ArticleID
	for _, h := range hits {
		switch h.Kind {
		case store.KindQuote:
			quotes = append(quotes, store.QuoteID(h.ID))
		case store.KindFigure:
			figures = append(figures, store.FigureID(h.ID))
		case store.KindArticle:
			articles = append(articles, store.ArticleID(h.ID))
		default:
			entities = append(entities, store.EntityID(h.ID))
		}
	}
	r := &rows{}
	var err error
	if r.quotes, err = db.QuotesByID(ctx, quotes); err != nil {
		return nil, err
	}
	if r.figures, err = db.FiguresByID(ctx, figures); err != nil {
		return nil, err
	}
	if r.entities, err = db.EntitiesByID(ctx, entities); err != nil {
		return nil, err
	}
	for _, q := range r.quotes {
		articles = append(articles, q.Article)
	}
	for _, f := range r.figures {
		articles = append(articles, f.Article)
	}
	r.articles, err = db.ArticlesByID(ctx, articles)
	return r, err
}

func (r *rows) line(hit search.Hit, query *search.Parsed) (hitLine, bool) {
	line := hitLine{ID: hit.ID, Kind: hit.Kind, Marks: [][2]int{}}
	switch hit.Kind {
	case store.KindQuote:
		q := r.quotes[store.QuoteID(hit.ID)]
		if q == nil {
			return line, false
		}
		a := r.articles[q.Article]
		line = quoteLine(q, a)
		line.cite(a)
	case store.KindFigure:
		f := r.figures[store.FigureID(hit.ID)]
		if f == nil {
			return line, false
		}
		line.Text = strings.Join(strings.Fields(f.About+" "+f.Metric+" "+f.Surface), " ")
		line.note = f.Period
		line.cite(r.articles[f.Article])
	case store.KindArticle:
		a := r.articles[store.ArticleID(hit.ID)]
		if a == nil {
			return line, false
		}
		line.Text = a.Title
		line.cite(a)
		snippet := query.Snippet(a.Text, 80)
		line.note = strings.Join(strings.Fields(a.Text[snippet.Start:snippet.End]), "")
	default:
		e := r.entities[store.EntityID(hit.ID)]
		if e == nil {
			return line, false
		}
		line.Text, line.Org = e.Name, e.Employer
		line.note = fmt.Sprintf("%s 提及 mentions %d，文章 articles %d", strings.Join(append([]string{e.Employer}, e.Aliases...), " "),
			e.MentionCount, e.ArticleCount)
	}
	line.mark(query)
	return line, true
}

// quoteLine is a quotation without its marks and what it says of its article, nil
// where that is not there.
func quoteLine(q *store.Quote, a *store.Article) hitLine {
	line := hitLine{ID: string(q.ID), Kind: store.KindQuote, Marks: [][2]int{}, Text: q.Text,
		Speaker: q.SpeakerText, Title: q.Title, Org: q.OrganizationText, others: q.Others("与%[1]s共同表示 / together with %[1]s", "! 说话人存疑，也可能是%[1]s / the speaker is in doubt: it may be %[1]s", "、"),
		note: strings.Join(strings.Fields(q.SpeakerText+" "+q.OrganizationText+" "+q.Title), " ")}
	if a != nil {
		line.breaks = q.Breaks(a.Text)
	}
	for _, c := range q.Candidates {
		line.Candidates = append(line.Candidates, candidateLine{c.Name, math.Round(c.Weight*1000) / 1000, c.Joint})
	}
	return line
}

func (l *hitLine) cite(a *store.Article) {
	if a != nil {
		l.Article, l.Headline, l.Source, l.Published, l.URL = a.ID, a.Title, a.Source, a.Published, a.URL
	}
}

func (l *hitLine) mark(query *search.Parsed) {
	l.marks = query.Highlight(l.Text)
	for _, m := range l.marks {
		l.Marks = append(l.Marks, [2]int{m.RuneStart, m.RuneEnd})
	}
}

// words are those of a hit on one line.
func (l *hitLine) words(terminal bool) string {
	text := plain(l.Text)
	var b strings.Builder
	at := 0
	for _, br := range append(slices.Clone(l.breaks), store.Break{Start: len(text), End: len(text)}) {
		if terminal {
			b.WriteString(search.Mark(text[at:br.Start], within(l.marks, at, br.Start), "\x1b[1;31m", "\x1b[0m"))
		} else {
			b.WriteString(text[at:br.Start])
		}
		b.WriteString(br.Words)
		at = br.End
	}
	return b.String()
}

// within are the marks of text[from:to], counted in bytes from its start.
func within(marks []search.Range, from, to int) []search.Range {
	var out []search.Range
	for _, m := range marks {
		if start, end := max(m.Start, from), min(m.End, to); start < end {
			out = append(out, search.Range{Start: start - from, End: end - from})
		}
	}
	return out
}

// print writes a hit for people; on a terminal what matches stands out.
func (l *hitLine) print(s streams, terminal bool) {
	fmt.Fprintf(s.out, "%s\n", l.words(terminal))
	if l.note != "" {
		fmt.Fprintf(s.out, "    %s\n", plain(l.note))
	}
	for _, line := range l.others {
		fmt.Fprintf(s.out, "    %s\n", plain(line))
	}
	if l.Article != "" {
		fmt.Fprintf(s.out, "    %s\n", plain(strings.Join(strings.Fields(fmt.Sprintf("%s 《%s》 %s %s", l.Source, l.Headline, l.Published, l.URL)), " ")))
	}
	fmt.Fprintf(s.out, "    %s\n\n", l.ID)
}

// remoteQuery asks a running server for ids in the order of its ranking.
const remoteQuery = `query($q: String!, $kinds: [SearchKind!], $first: Int, $order: SearchOrder) {
  search(query: $q, kinds: $kinds, first: $first, orderBy: $order) { totalCount edges { node { ... on Node { id } } } }
}`

// remoteSearch asks the server that owns the index.
func remoteSearch(base string) searchFunc {
	return func(ctx context.Context, q search.Query) (*search.Result, error) {
		ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
		defer cancel()
		kinds := make([]string, len(q.Kinds))
		for i, k := range q.Kinds {
			kinds[i] = strings.ToUpper(string(k))
		}
		body, err := json.Marshal(map[string]any{"query": remoteQuery, "variables": map[string]any{
			"q": q.Text, "kinds": kinds, "first": q.Page.Limit, "order": strings.ToUpper(string(q.Order))}})
		if err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+"/graphql", bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		req.Header.Set("Content-Type", "application/json")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return nil, fmt.Errorf("the index is in use, and the server that owns it does not answer: %w", err)
		}
		defer resp.Body.Close()
		return readRemote(resp, q)
	}
}

func readRemote(resp *http.Response, q search.Query) (*search.Result, error) {
	var answer struct {
		Data struct {
			Search struct {
				TotalCount int
				Edges      []struct{ Node struct{ ID string } }
			}
		}
		Errors []struct{ Message string }
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return nil, fmt.Errorf("the server's answer is no GraphQL (%s): %w", resp.Status, err)
	}
	if len(answer.Errors) > 0 {
		return nil, fmt.Errorf("%s", answer.Errors[0].Message)
	}
	total := answer.Data.Search.TotalCount
	result := &search.Result{Total: total, Holding: total, Query: search.Parse(q.Text)}
	for _, e := range answer.Data.Search.Edges {
		result.Page.Items = append(result.Page.Items, search.Hit{ID: e.Node.ID, Kind: q.Kinds[0]})
	}
	return result, nil
}
