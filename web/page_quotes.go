package web

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"zhiku/search"
	"zhiku/store"
)

// quotesPerPage are shown at once.
const quotesPerPage = 20

// longestParam is the most characters one field of the form may hold.
const longestParam = 1000

// quoteForm is the search form as it came.
type quoteForm struct {
	Q, Speaker, Organization, Source, Kind, From, To, Sort string
	After, Before                                          string
	Facets                                                 string // "no", or the one of which more is asked for
}

func readQuoteForm(v url.Values) quoteForm {
	return quoteForm{Q: v.Get("q"), Speaker: v.Get("speaker"), Organization: v.Get("org"), Source: v.Get("source"),
		Kind: v.Get("kind"), From: v.Get("from"), To: v.Get("to"), Sort: v.Get("sort"),
		After: v.Get("after"), Before: v.Get("before"), Facets: v.Get("facets")}
}

// Filtered tells whether a field that the form shows is set beside the query.
func (f quoteForm) Filtered() bool {
	return f.Speaker != "" && !isID(f.Speaker) || f.Organization != "" && !isID(f.Organization) ||
		f.Source+f.Kind+f.From+f.To+f.Sort != ""
}

// values are the form as an address holds it, without a place in the list.
func (f quoteForm) values() url.Values {
	v := url.Values{}
	for _, p := range [][2]string{{"q", f.Q}, {"speaker", f.Speaker}, {"org", f.Organization}, {"source", f.Source},
		{"kind", f.Kind}, {"from", f.From}, {"to", f.To}, {"sort", f.Sort}, {"facets", f.Facets}} {
		if p[1] != "" {
			v.Set(p[0], p[1])
		}
	}
	return v
}

// query turns the form into a search; its error is for the reader.
func (f quoteForm) query() (search.Query, error) {
	q := search.Query{Text: f.Q, Kinds: []store.Kind{store.KindQuote}, Source: f.Source,
		QuoteKind: store.QuoteKind(f.Kind), Page: store.PageRequest{Limit: quotesPerPage}}
	for _, s := range []string{f.Q, f.Speaker, f.Organization, f.Source} {
		if utf8.RuneCountInString(s) > longestParam {
			return q, fmt.Errorf("每一栏至多 %[1]d 个字 / a field may hold %[1]d characters", longestParam)
		}
	}
	var errs [4]error
	q.From, errs[0] = optionalDate(f.From)
	q.To, errs[1] = optionalDate(f.To)
	q.Order, errs[2] = f.order()
	errs[3] = f.cursor(&q.Page)
	if f.Kind != "" && f.Kind != string(store.Direct) && f.Kind != string(store.Block) && f.Kind != string(store.Indirect) {
		return q, fmt.Errorf("没有 %q 这种引语 / kind %[1]q: direct, block or indirect", f.Kind)
	}
	if err := errors.Join(errs[:]...); err != nil {
		return q, err
	}
	if q.To != "" && q.From > q.To {
		return q, fmt.Errorf("起始日期 %s 晚于截止日期 %s，请对调 / the first day, %[1]s, comes after the last, %[2]s", q.From, q.To)
	}
	return q, nil
}

func (f quoteForm) order() (search.Order, error) {
	switch o := search.Order(f.Sort); {
	case o == "" && f.Q != "":
		return search.Relevance, nil
	case o == "" || (o == search.Relevance && f.Q == ""):
		return search.Newest, nil
	case o == search.Relevance || o == search.Newest || o == search.Oldest:
		return o, nil
	default:
		return "", fmt.Errorf("没有 %q 这种排序 / sort %[1]q: relevance, newest or oldest", f.Sort)
	}
}

func optionalDate(s string) (store.Date, error) {
	if s == "" {
		return "", nil
	}
	d, err := store.ParseDate(s)
	if err != nil {
		return "", fmt.Errorf("日期 %q 不对，请写成 2026-01-20 / %w", s, err)
	}
	return d, nil
}

var errCursor = errors.New("这个分页地址不对，请用“上一页”“下一页”翻页 / no such page; follow the links 上一页 and 下一页")

func (f quoteForm) cursor(p *store.PageRequest) (err error) {
	if f.Before != "" {
		p.Backward = true
		p.Before, err = decodeCursor(f.Before)
		return err
	}
	if f.After != "" {
		p.After, err = decodeCursor(f.After)
	}
	return err
}

func encodeCursor(p store.Position) string {
	data, err := json.Marshal([2]string{p.Key, p.ID})
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

func decodeCursor(s string) (*store.Position, error) {
	var pair [2]string
	data, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		err = json.Unmarshal(data, &pair)
	}
	if err != nil {
		return nil, errCursor
	}
	return &store.Position{Key: pair[0], ID: pair[1]}, nil
}

// quotesData is what the page shows.
type quotesData struct {
	frame
	Form           quoteForm
	Quotes         []quoteView
	Total          int
	AtLeast        bool // there may be more than Total
	Holding        int  // of them hold all words
	Understood     understood
	Conditions     []condition
	Facets         []facetView
	Meant          []meant
	Help           []example
	Next, Previous string // addresses; "" for none
	Building       bool
	Empty          bool // the store holds nothing yet
	Error          string
	WithoutFacets  string // the address of the same search with less work; "" where that is no help
}

// Speaking and Belonging tell whether the form names an entity by its id, which
// is no text to show in a field.
func (d *quotesData) Speaking() bool  { return isID(d.Form.Speaker) }
func (d *quotesData) Belonging() bool { return isID(d.Form.Organization) }

func isID(s string) bool {
	_, ok := store.KindOf(s)
	return ok
}

func (s *site) quotesPage(w http.ResponseWriter, r *http.Request) {
	f := newFrame(r, "")
	f.Title = f.T["brand"]
	data := quotesData{frame: f, Form: readQuoteForm(r.URL.Query())}
	q, err := data.Form.query()
	if err != nil {
		err = errors.Join(err, errForm)
	} else {
		err = s.findQuotes(r.Context(), q, &data)
	}
	code := http.StatusOK
	switch {
	case err == nil:
	case errors.Is(err, store.ErrBusy):
		data.Error, code = f.T["tooSlow"], http.StatusServiceUnavailable
		data.WithoutFacets = data.withoutFacets()
	case errors.Is(err, errForm):
		data.Error, code = strings.TrimSuffix(err.Error(), "\n"+errForm.Error()), http.StatusBadRequest
	case errors.Is(err, store.ErrInvalid):
		data.Error, code = f.T["tooMuch"], http.StatusBadRequest
	default:
		s.failed(w, r, err)
		return
	}
	data.Help = data.examples()
	s.render(w, code, "quotes.html", &data)
}

func (d *quotesData) withoutFacets() string {
	if d.Form.Facets == noFacets {
		return ""
	}
	form := d.Form
	form.Facets = noFacets
	return d.address("/", form.values())
}

// errForm marks errors that a reader can mend, and that say how.
var errForm = errors.New("form")

func (s *site) findQuotes(ctx context.Context, q search.Query, data *quotesData) error {
	var err error
	if q.Speakers, err = s.entitiesMeant(ctx, data.Form.Speaker, store.EntityKinds...); err != nil {
		return err
	}
	if q.Organizations, err = s.entitiesMeant(ctx, data.Form.Organization, store.Company, store.Organization); err != nil {
		return err
	}
	status, err := s.Searcher.Status(ctx)
	if err != nil {
		return err
	}
	data.Building, data.Empty = status.Building, status.Head == 0
	q.Facets = data.Form.facets()
	result, err := s.Searcher.Search(ctx, q)
	if err != nil {
		return err
	}
	data.Total, data.AtLeast, data.Holding = result.Total, result.AtLeast, result.Holding
	n, err := s.newNarrowing(ctx, data, result)
	if err != nil {
		return err
	}
	data.Understood, data.Conditions, data.Facets = n.understood(&result.Query), n.conditions(), n.facets(result)
	if result.Total == 0 && !data.Empty {
		if data.Meant, err = s.meantNames(ctx, data.frame, data.Form.Q); err != nil {
			return err
		}
	}
	if err := s.views(ctx, result, data); err != nil {
		return err
	}
	data.turn(result)
	return nil
}

// entitiesMeant turns a name or an id from the form into what the index can look for:
// the entities of that name, and the name as printed.
func (s *site) entitiesMeant(ctx context.Context, name string, kinds ...store.EntityKind) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	out := []string{name}
	ids, err := s.Reader.EntitiesNamed(ctx, name, kinds...)
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out, err
}

// turn sets the addresses of the pages before and after.
func (d *quotesData) turn(result *search.Result) {
	p := result.Page.Positions
	if len(p) == 0 {
		return
	}
	if result.Page.HasNext {
		d.Next = d.page("after", p[len(p)-1])
	}
	if result.Page.HasPrevious {
		d.Previous = d.page("before", p[0])
	}
}

func (d *quotesData) page(side string, at store.Position) string {
	v := d.Form.values()
	v.Set(side, encodeCursor(at))
	return d.address("/", v)
}

func (s *site) views(ctx context.Context, result *search.Result, data *quotesData) error {
	ids := make([]store.QuoteID, len(result.Page.Items))
	for i, hit := range result.Page.Items {
		ids[i] = store.QuoteID(hit.ID)
	}
	quotes, err := s.Reader.QuotesByID(ctx, ids)
	if err != nil {
		return err
	}
	var articleIDs []store.ArticleID
	for _, q := range quotes {
		articleIDs = append(articleIDs, q.Article)
	}
	articles, err := s.Reader.ArticlesByID(ctx, articleIDs)
	if err != nil {
		return err
	}
	for _, id := range ids {
		q := quotes[id]
		if q == nil || articles[q.Article] == nil {
			continue // withdrawn since it was indexed
		}
		data.Quotes = append(data.Quotes, data.view(q, articles[q.Article], &result.Query))
	}
	return nil
}
