package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"zhiku/store"
)

var ctx = context.Background()

func open(t testing.TB) *DB {
	t.Helper()
	db, err := Open(ctx, filepath.Join(t.TempDir(), "zhiku.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// person, company … say what article makes of a document.
type said struct{ speaker, employer, words string }

// article builds a document: one paragraph a statement, 「X公司总经理张三说，…」.
func article(key, source string, date store.Date, statements ...said) *store.Document {
	a := store.Article{ID: store.NewArticleID(key), SourceKey: key, SHA256: fmt.Sprint(statements, source, date), Format: "text",
		Encoding: "UTF-8", Title: key, Source: source, Published: date}
	d := &store.Document{Extractor: 1}
	entity := func(kind store.EntityKind, name, key, employer string) store.EntityID {
		id := store.NewEntityID(kind, key)
		for _, e := range d.Entities {
			if e.ID == id {
				return id
			}
		}
		d.Entities = append(d.Entities, store.Entity{ID: id, Kind: kind, Name: name, Key: key, Employer: employer, Confidence: 0.9})
		return id
	}
	runes := 0
	place := func(s string) store.Span {
		n := len([]rune(s))
		span := store.Span{Start: len(a.Text), End: len(a.Text) + len(s), RuneStart: runes, RuneEnd: runes + n}
		a.Text += s
		runes += n
		return span
	}
	evidence := store.Evidence{Rule: "test", Confidence: 0.9, Extractor: 1}
	for i, s := range statements {
		company := entity(store.Company, s.employer, s.employer, "")
		person := entity(store.Person, s.speaker, s.speaker+"\x00"+s.employer, s.employer)
		for _, m := range []struct {
			id   store.EntityID
			kind store.EntityKind
			name string
		}{{company, store.Company, s.employer}, {person, store.Person, s.speaker}} {
			d.Mentions = append(d.Mentions, store.Mention{ID: store.NewMentionID(a.ID, s.words, m.name, i), Article: a.ID, Entity: m.id,
				Kind: m.kind, Span: place(m.name), Surface: m.name, Evidence: evidence})
		}
		place("说，")
		span := place(s.words)
		d.Quotes = append(d.Quotes, store.Quote{ID: store.NewQuoteID(a.ID, store.Indirect, s.words, 0), Article: a.ID, Kind: store.Indirect,
			Text: s.words, Spans: []store.Span{span}, Context: span, Speaker: person, SpeakerText: s.speaker, Named: true, Title: "总经理",
			OrganizationText: s.employer, Organization: company, Evidence: evidence})
		place("。产量")
		surface := fmt.Sprintf("%d万吨", i+1)
		d.Figures = append(d.Figures, store.Figure{ID: store.NewFigureID(a.ID, s.words, surface, i), Article: a.ID, Span: place(surface),
			Surface: surface, Value: store.Decimal(fmt.Sprintf("%d0000", i+1)), Unit: "吨", Metric: "产量", About: s.employer, AboutID: company,
			Context: span, Evidence: evidence})
		place("。\n")
		d.Affiliations = append(d.Affiliations, store.Affiliation{Article: a.ID, Person: person, Organization: company,
			OrganizationText: s.employer, Title: "总经理"})
	}
	d.Article = a
	return d
}

func put(t testing.TB, db *DB, doc *store.Document, want store.Outcome) {
	t.Helper()
	got, err := db.Put(ctx, doc)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Fatalf("Put(%s) = %s, want %s", doc.Article.SourceKey, got, want)
	}
}

func clean(t testing.TB, db *DB) {
	t.Helper()
	found, err := db.Verify(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("verify: %s", f)
	}
}

var (
	lu  = said{"陆明川", "青禾果业", "看屏幕吃饭"}
	he  = said{"贺长风", "沂川港务", "航线会越开越密"}
	lu2 = said{"陆明川", "远屿纺织", "车间里没有灯"}
)

func TestPutKeepsWhatWasPut(t *testing.T) {
	db := open(t)
	doc := article("甲", "沂川晚报", "2026-03-05", lu, he)
	put(t, db, doc, store.New)
	got, err := document(ctx, reading{db}, doc.Article.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Quotes[0].Spans, doc.Quotes[0].Spans) && len(got.Quotes) == 2 {
		t.Errorf("spans = %+v", got.Quotes[0].Spans)
	}
	held, err := db.QuotesByID(ctx, []store.QuoteID{doc.Quotes[0].ID, doc.Quotes[1].ID, "q-none"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range doc.Quotes {
		if !reflect.DeepEqual(held[doc.Quotes[i].ID], &doc.Quotes[i]) {
			t.Errorf("quote = %+v\nwant    %+v", held[doc.Quotes[i].ID], doc.Quotes[i])
		}
	}
	figures, err := db.FiguresByID(ctx, []store.FigureID{doc.Figures[1].ID})
	if err != nil || !reflect.DeepEqual(figures[doc.Figures[1].ID], &doc.Figures[1]) {
		t.Errorf("figure = %+v, %v", figures[doc.Figures[1].ID], err)
	}
	clean(t, db)
}

func TestPutTwiceChangesNothing(t *testing.T) {
	db := open(t)
	doc := article("甲", "沂川晚报", "2026-03-05", lu)
	put(t, db, doc, store.New)
	before, _ := db.LastChange(ctx)
	put(t, db, doc, store.Unchanged)
	if after, _ := db.LastChange(ctx); after != before {
		t.Errorf("the log grew from %d to %d", before, after)
	}
	id, known, err := db.Known(ctx, "甲", doc.Article.SHA256, 1)
	if err != nil || !known || id != doc.Article.ID {
		t.Errorf("Known = %v, %v, %v", id, known, err)
	}
	if _, known, _ := db.Known(ctx, "甲", doc.Article.SHA256, 2); known {
		t.Error("another extractor's reading counts as known")
	}
	doc.Extractor = 2
	put(t, db, doc, store.Changed)
	clean(t, db)
}

func TestRevisionReplacesAndKeepsIDs(t *testing.T) {
	db := open(t)
	first := article("甲", "沂川晚报", "2026-03-05", lu, he)
	put(t, db, first, store.New)
	second := article("甲", "沂川晚报", "2026-03-05", said{"柏知秋", "沂川晚报社", "新的一段"}, lu)
	from, _ := db.LastChange(ctx)
	put(t, db, second, store.Changed)

	kept, gone := first.Quotes[0].ID, first.Quotes[1].ID
	if second.Quotes[1].ID != kept {
		t.Fatal("a quote that only moved has another id")
	}
	held, err := db.QuotesByID(ctx, []store.QuoteID{kept, gone})
	if err != nil || held[kept] == nil || held[gone] != nil {
		t.Errorf("held = %v, %v", held, err)
	}
	if a, _ := db.ArticlesByID(ctx, []store.ArticleID{first.Article.ID}); a[first.Article.ID].Revision != 2 {
		t.Errorf("revision = %d", a[first.Article.ID].Revision)
	}
	withdrawn := map[string]bool{}
	changes, err := db.Changes(ctx, from, 1000)
	for _, c := range changes {
		if c.Op == store.Withdrawn {
			withdrawn[c.ID] = true
		}
	}
	heID := store.NewEntityID(store.Person, "贺长风\x00沂川港务")
	if err != nil || !withdrawn[string(gone)] || !withdrawn[string(heID)] {
		t.Errorf("the log withdraws %v, %v", withdrawn, err)
	}
	clean(t, db)
}

func TestEntitiesJoinOverArticles(t *testing.T) {
	db := open(t)
	put(t, db, article("甲", "沂川晚报", "2026-03-05", lu), store.New)
	put(t, db, article("乙", "沂川日报", "2026-03-06", lu, lu2), store.New)
	named, err := db.EntitiesNamed(ctx, "陆明川", store.Person)
	if err != nil || len(named) != 2 {
		t.Fatalf("%d people of one name and two employers, want 2 (%v)", len(named), err)
	}
	id := store.NewEntityID(store.Person, "陆明川\x00青禾果业")
	es, err := db.EntitiesByID(ctx, []store.EntityID{id})
	if err != nil {
		t.Fatal(err)
	}
	if e := es[id]; e.ArticleCount != 2 || e.MentionCount != 2 || e.QuoteCount != 2 || e.Employer != "青禾果业" {
		t.Errorf("entity = %+v", e)
	}
	clean(t, db)
}

func TestAliasGoesWithTheLastArticleThatPrintsIt(t *testing.T) {
	db := open(t)
	full := article("甲", "沂川晚报", "2026-03-05", lu)
	full.Entities[0].Aliases = []string{"青禾"}
	put(t, db, full, store.New)
	put(t, db, article("乙", "沂川晚报", "2026-03-05", lu), store.New)
	id := full.Entities[0].ID
	aliases := func() []string {
		es, err := db.EntitiesByID(ctx, []store.EntityID{id})
		if err != nil {
			t.Fatal(err)
		}
		return es[id].Aliases
	}
	if got := aliases(); !reflect.DeepEqual(got, []string{"青禾"}) {
		t.Fatalf("aliases = %q", got)
	}
	again := article("甲", "沂川晚报", "2026-03-05", lu, he)
	put(t, db, again, store.Changed)
	if got := aliases(); len(got) != 0 {
		t.Errorf("aliases = %q, want none", got)
	}
	clean(t, db)
}

func TestFailedPutLeavesNothing(t *testing.T) {
	db := open(t)
	put(t, db, article("甲", "沂川晚报", "2026-03-05", lu), store.New)
	broken := article("乙", "沂川晚报", "2026-03-05", he)
	broken.Quotes = append(broken.Quotes, broken.Quotes[0])
	if _, err := db.Put(ctx, broken); err == nil {
		t.Fatal("a quote that stands twice was taken")
	}
	// The same mention id in two articles passes Validate and fails in the middle
	// of the transaction.
	clash := article("丙", "沂川晚报", "2026-03-05", he)
	clash.Mentions[1].ID = store.NewMentionID(store.NewArticleID("甲"), lu.words, lu.speaker, 0)
	if _, err := db.Put(ctx, clash); err == nil {
		t.Fatal("a mention of another article was overwritten")
	}
	stats, err := db.Stats(ctx)
	if err != nil || stats.Articles != 1 || stats.Quotes != 1 || stats.Mentions != 2 {
		t.Errorf("stats = %+v, %v", stats, err)
	}
	clean(t, db)
}

// many puts articles with a spread of sources, dates, speakers and values.
func many(t testing.TB, db *DB, n int) {
	t.Helper()
	for i := range n {
		date, err := store.NewDate(2026, 1+i%3, 1+i%5)
		if err != nil {
			t.Fatal(err)
		}
		if i%7 == 0 {
			date = ""
		}
		var statements []said
		for j := range 1 + i%4 {
			s := []said{lu, he, lu2}[(i+j)%3]
			s.words = fmt.Sprintf("第%d篇第%d句", i, j)
			statements = append(statements, s)
		}
		put(t, db, article(fmt.Sprintf("篇%03d", i), []string{"沂川晚报", "沂川日报"}[i%2], date, statements...), store.New)
	}
}

func TestQuoteFilters(t *testing.T) {
	db := open(t)
	many(t, db, 40)
	speaker := store.NewEntityID(store.Person, "陆明川\x00青禾果业")
	tests := []struct {
		name   string
		filter store.QuoteFilter
		keep   func(*store.Quote, *store.Article) bool
	}{
		{"no filter keeps all", store.QuoteFilter{}, func(*store.Quote, *store.Article) bool { return true }},
		{"by speaker", store.QuoteFilter{Speaker: []store.EntityID{speaker}},
			func(q *store.Quote, _ *store.Article) bool { return q.Speaker == speaker }},
		{"by a name that two people have", store.QuoteFilter{SpeakerText: "陆明川"},
			func(q *store.Quote, _ *store.Article) bool { return q.SpeakerText == "陆明川" }},
		{"entity or words", store.QuoteFilter{Speaker: []store.EntityID{speaker}, SpeakerText: "贺长风"},
			func(q *store.Quote, _ *store.Article) bool {
				return q.Speaker == speaker || q.SpeakerText == "贺长风"
			}},
		{"by employer", store.QuoteFilter{OrgText: "沂川港务"},
			func(q *store.Quote, _ *store.Article) bool { return q.OrganizationText == "沂川港务" }},
		{"by paper and day, both ends included", store.QuoteFilter{Source: "沂川晚报", From: "2026-01-03", To: "2026-02-02"},
			func(_ *store.Quote, a *store.Article) bool {
				return a.Source == "沂川晚报" && a.Published >= "2026-01-03" && a.Published <= "2026-02-02"
			}},
		{"an upper bound alone leaves the undated out", store.QuoteFilter{To: "2026-01-31"},
			func(_ *store.Quote, a *store.Article) bool { return a.Published != "" && a.Published <= "2026-01-31" }},
		{"of a kind nobody spoke in", store.QuoteFilter{Kind: store.Direct}, func(*store.Quote, *store.Article) bool { return false }},
	}
	everything := walk(t, db, store.QuoteFilter{Order: store.QuotesPosition}, 100, false)
	held, err := db.ArticlesByID(ctx, articleIDs(everything))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := 0
			for _, q := range everything {
				if tt.keep(q, held[q.Article]) {
					want++
				}
			}
			got := walk(t, db, tt.filter, 100, false)
			for _, q := range got {
				if !tt.keep(q, held[q.Article]) {
					t.Errorf("%s of %s, %s should not be there", q.Text, q.SpeakerText, held[q.Article].Published)
				}
			}
			n, err := db.CountQuotes(ctx, tt.filter)
			if err != nil || n != want || len(got) != want {
				t.Errorf("%d counted, %d listed, %d expected (%v)", n, len(got), want, err)
			}
		})
	}
}

func articleIDs(qs []*store.Quote) (ids []store.ArticleID) {
	for _, q := range qs {
		ids = append(ids, q.Article)
	}
	return ids
}

// walk reads a whole list page by page, forward or backward.
func walk(t *testing.T, db *DB, f store.QuoteFilter, size int, backward bool) []*store.Quote {
	t.Helper()
	var out []*store.Quote
	p := store.PageRequest{Limit: size, Backward: backward}
	for {
		page, err := db.Quotes(ctx, f, p)
		if err != nil {
			t.Fatal(err)
		}
		if backward {
			out = append(page.Items, out...)
		} else {
			out = append(out, page.Items...)
		}
		if (backward && !page.HasPrevious) || (!backward && !page.HasNext) {
			return out
		}
		if backward {
			p.Before = &page.Positions[0]
		} else {
			p.After = &page.Positions[len(page.Positions)-1]
		}
	}
}

func TestPagesOfAnySizeGiveTheSameList(t *testing.T) {
	db := open(t)
	many(t, db, 40)
	for _, o := range []store.QuoteOrder{store.QuotesNewest, store.QuotesOldest, store.QuotesPosition} {
		want := walk(t, db, store.QuoteFilter{Order: o}, 100, false)
		if len(want) != 100 {
			t.Fatalf("%d quotes", len(want))
		}
		for _, size := range []int{1, 7, 33, 99} {
			for _, backward := range []bool{false, true} {
				got := walk(t, db, store.QuoteFilter{Order: o}, size, backward)
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%s in pages of %d, backward %v: %d quotes in another order", o, size, backward, len(got))
				}
			}
		}
	}
	newest := walk(t, db, store.QuoteFilter{}, 100, false)
	held, _ := db.ArticlesByID(ctx, articleIDs(newest))
	for i := 1; i < len(newest); i++ {
		if held[newest[i-1].Article].Published < held[newest[i].Article].Published {
			t.Fatal("newest first is not what is given")
		}
	}
}

func TestPageRefusesWhatItCannotServe(t *testing.T) {
	db := open(t)
	many(t, db, 3)
	bad := func(key string) store.PageRequest {
		return store.PageRequest{Limit: 5, After: &store.Position{Key: key, ID: "q-1"}}
	}
	for name, p := range map[string]store.PageRequest{
		"no limit": {}, "too much": {Limit: store.MaxPage + 1}, "no position": bad("?"), "of another list": bad(`["2026-01-01", 3]`),
		"of another type": bad("[3]"), "nothing": bad("[]"), "no array": bad("{}"),
	} {
		if _, err := db.Quotes(ctx, store.QuoteFilter{}, p); !isInvalid(err) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := db.Quotes(ctx, store.QuoteFilter{Order: "random()"}, store.PageRequest{Limit: 1}); !isInvalid(err) {
		t.Errorf("an unknown order: %v", err)
	}
}

func isInvalid(err error) bool {
	return err != nil && strings.Contains(err.Error(), store.ErrInvalid.Error())
}

func TestFiguresByValue(t *testing.T) {
	db := open(t)
	many(t, db, 12)
	low, high := 20000.0, 30000.0
	page, err := db.Figures(ctx, store.FigureFilter{Unit: "吨", Metric: "产", MinValue: &low, MaxValue: &high, Order: store.FiguresLargest},
		store.PageRequest{Limit: 100})
	if err != nil || len(page.Items) == 0 {
		t.Fatal(page, err)
	}
	last := high
	for _, f := range page.Items {
		if v := f.Value.Float64(); v < low || v > last {
			t.Errorf("value %s after %v", f.Value, last)
		} else {
			last = v
		}
	}
	if n, _ := db.CountFigures(ctx, store.FigureFilter{Metric: "%"}); n != 0 {
		t.Errorf("a per cent sign is no pattern: %d figures", n)
	}
	if n, _ := db.CountFigures(ctx, store.FigureFilter{AboutText: "港务"}); n == 0 {
		t.Error("no figure about 港务")
	}
}

func TestEntityLists(t *testing.T) {
	db := open(t)
	many(t, db, 12)
	list := func(f store.EntityFilter) []string {
		page, err := db.Entities(ctx, f, store.PageRequest{Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		n, err := db.CountEntities(ctx, f)
		if err != nil || n != len(page.Items) {
			t.Errorf("%+v: %d counted, %d listed, %v", f, n, len(page.Items), err)
		}
		var names []string
		for _, e := range page.Items {
			names = append(names, e.Name)
		}
		return names
	}
	if got := list(store.EntityFilter{Kind: store.Company, Order: store.EntitiesByName}); !reflect.DeepEqual(got, []string{"沂川港务", "远屿纺织", "青禾果业"}) {
		t.Errorf("companies = %q", got)
	}
	if got := list(store.EntityFilter{Kind: store.Person, EmployerText: "远屿纺织"}); !reflect.DeepEqual(got, []string{"陆明川"}) {
		t.Errorf("people of 远屿纺织 = %q", got)
	}
	if got := list(store.EntityFilter{Kind: store.Person, Name: "陆明川"}); len(got) != 2 {
		t.Errorf("people called 陆明川 = %q", got)
	}
	if got := list(store.EntityFilter{Article: store.NewArticleID("篇000")}); len(got) != 2 {
		t.Errorf("entities of one article = %q", got)
	}
}

// undertakes adds a project with its owner and place to a document.
func undertakes(d *store.Document, project string, owner store.EntityID, ownerText, place string) store.EntityID {
	id := store.NewEntityID(store.Project, project)
	d.Entities = append(d.Entities, store.Entity{ID: id, Kind: store.Project, Name: project, Key: project, Confidence: 0.9})
	d.Undertakings = append(d.Undertakings, store.Undertaking{Article: d.Article.ID, Project: id, Owner: owner, OwnerText: ownerText, Place: place})
	d.Article.SHA256 += project + ownerText + place
	return id
}

func TestUndertakings(t *testing.T) {
	db := open(t)
	firm := store.NewEntityID(store.Company, "青禾果业")
	statement := said{"陆明川", "青禾果业", "开工了"}
	first := article("甲", "晚报", "2026-03-01", statement)
	canal := undertakes(first, "东干渠工程", firm, "青禾果业", "沂川市")
	shed := undertakes(first, "冷库项目", "", "", "远屿县")
	put(t, db, first, store.New)
	second := article("乙", "晚报", "2026-03-02", statement)
	undertakes(second, "东干渠工程", "", "水利局", "")
	put(t, db, second, store.New)
	got, err := db.UndertakingsOf(ctx, []store.EntityID{canal, shed, firm})
	want := map[store.EntityID][]store.Undertaking{
		canal: {{Article: second.Article.ID, Project: canal, OwnerText: "水利局"},
			{Article: first.Article.ID, Project: canal, Owner: firm, OwnerText: "青禾果业", Place: "沂川市"}},
		shed: {{Article: first.Article.ID, Project: shed, Place: "远屿县"}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("undertakings = %v, %v; want %v", got, err, want)
	}
	clean(t, db)

	again := article("甲", "晚报", "2026-03-01", statement)
	undertakes(again, "东干渠工程", firm, "青禾果业", "成都市")
	put(t, db, again, store.Changed)
	got, err = db.UndertakingsOf(ctx, []store.EntityID{canal, shed})
	if err != nil || len(got[shed]) != 0 || len(got[canal]) != 2 || got[canal][1].Place != "成都市" {
		t.Errorf("after a revision: %v, %v", got, err)
	}
	clean(t, db)
}

func TestUndertakingOfNobodyIsRefused(t *testing.T) {
	for name, owner := range map[string]store.EntityID{"a project": "", "an owner": store.NewEntityID(store.Company, "岚汀")} {
		d := article("甲", "晚报", "2026-03-01", said{"陆明川", "青禾果业", "开工了"})
		undertakes(d, "东干渠工程", owner, "岚汀", "")
		if owner == "" {
			d.Undertakings[0].Project = store.NewEntityID(store.Project, "西干渠工程")
		}
		if err := d.Validate(); err == nil || !strings.Contains(err.Error(), "undertaking 0") {
			t.Errorf("%s that is not in the document: error %v", name, err)
		}
	}
}

func TestBatchesGiveTheFirstOfEachParent(t *testing.T) {
	db := open(t)
	many(t, db, 12)
	people, _ := db.EntitiesNamed(ctx, "陆明川")
	quotes, err := db.QuotesOf(ctx, people, 2)
	if err != nil || len(quotes) != 2 {
		t.Fatal(quotes, err)
	}
	for id, qs := range quotes {
		if len(qs) != 2 || qs[0].Speaker != id {
			t.Errorf("%s: %d quotes", id, len(qs))
		}
	}
	in, err := db.FiguresIn(ctx, []store.ArticleID{store.NewArticleID("篇003"), store.NewArticleID("篇002")}, 3)
	if err != nil || len(in[store.NewArticleID("篇003")]) != 3 || len(in[store.NewArticleID("篇002")]) != 3 {
		t.Errorf("figures = %v, %v", in, err)
	}
	with, err := db.AffiliatedWith(ctx, []store.EntityID{store.NewEntityID(store.Company, "青禾果业")})
	if err != nil || len(with) != 1 {
		t.Errorf("affiliated = %v, %v", with, err)
	}
	of, err := db.AffiliationsOf(ctx, people)
	if err != nil || len(of) != 2 {
		t.Errorf("affiliations = %v, %v", of, err)
	}
	for _, f := range []func() (int, error){
		func() (int, error) { m, err := db.MentionsOf(ctx, people, 5); return len(m), err },
		func() (int, error) { m, err := db.ArticlesOf(ctx, people, 5); return len(m), err },
	} {
		if n, err := f(); n != 2 || err != nil {
			t.Errorf("%d parents, %v", n, err)
		}
	}
	entities, err := db.EntitiesIn(ctx, []store.ArticleID{store.NewArticleID("篇003")}, 50)
	if err != nil || len(entities[store.NewArticleID("篇003")]) != 6 {
		t.Errorf("entities = %v, %v", entities, err)
	}
}

// TestListsUseAnIndex: no list sorts rows that no index has sorted.
func TestListsUseAnIndex(t *testing.T) {
	var queries []string
	path := filepath.Join(t.TempDir(), "zhiku.db")
	made, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer made.Close()
	db, err := OpenReadOnly(ctx, path, OnQuery(func(q string) { queries = append(queries, q) }))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	one := store.PageRequest{Limit: 1}
	for _, o := range []store.QuoteOrder{store.QuotesNewest, store.QuotesOldest} {
		db.Quotes(ctx, store.QuoteFilter{Order: o}, one)
		db.Quotes(ctx, store.QuoteFilter{Order: o, Source: "甲"}, one)
		db.Quotes(ctx, store.QuoteFilter{Order: o, Kind: "direct"}, one)
		db.Quotes(ctx, store.QuoteFilter{Order: o, SpeakerText: "甲"}, one)
		db.Quotes(ctx, store.QuoteFilter{Order: o, OrgText: "甲"}, one)
	}
	db.Quotes(ctx, store.QuoteFilter{Order: store.QuotesPosition, Article: "甲"}, one)
	doubt := true
	db.Quotes(ctx, store.QuoteFilter{InDoubt: &doubt}, one)
	db.Articles(ctx, store.ArticleFilter{}, one)
	db.Articles(ctx, store.ArticleFilter{Source: "甲"}, one)
	db.Figures(ctx, store.FigureFilter{}, one)
	db.Figures(ctx, store.FigureFilter{Unit: "%"}, one)
	db.Figures(ctx, store.FigureFilter{Unit: "%", Order: store.FiguresLargest}, one)
	db.Figures(ctx, store.FigureFilter{Order: store.FiguresSmallest}, one)
	aims, facts := true, false
	db.Figures(ctx, store.FigureFilter{Currency: "CNY", Order: store.FiguresLargest}, one)
	db.Figures(ctx, store.FigureFilter{Target: &aims}, one)
	db.Figures(ctx, store.FigureFilter{Target: &facts}, one)
	db.Entities(ctx, store.EntityFilter{Kind: "person"}, one)
	db.Entities(ctx, store.EntityFilter{Kind: "person", Order: store.EntitiesByName}, one)
	db.Mentions(ctx, store.MentionFilter{Article: "甲"}, one)
	for _, q := range append([]string{}, queries...) {
		plan := ""
		args := make([]any, strings.Count(q, "?"))
		err := each(ctx, reading{db}, func(s scanner) error {
			var id, parent, unused int
			var detail string
			err := s.Scan(&id, &parent, &unused, &detail)
			if parent == 0 { // what is below sorts the aliases of an entity, which are few
				plan += detail + "\n"
			}
			return err
		}, "EXPLAIN QUERY PLAN "+q, args...)
		if err != nil || strings.Contains(plan, "TEMP B-TREE") {
			t.Errorf("%s\n%s%v", q, plan, err)
		}
	}
	if len(queries) < 15 {
		t.Errorf("only %d queries were seen", len(queries))
	}
}

func TestTwoWritersWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "zhiku.db")
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			db, err := Open(ctx, path) // both make the store
			if err != nil {
				t.Error(err)
				return
			}
			defer db.Close()
			for i := range 100 {
				if _, err := db.Put(ctx, article(fmt.Sprintf("%d-%d", w, i), "沂川晚报", "2026-03-05", lu, he)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	db, err := OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if s, err := db.Stats(ctx); err != nil || s.Articles != 200 || s.People != 2 {
		t.Errorf("stats = %+v, %v", s, err)
	}
	clean(t, db)
	if _, err := db.read.ExecContext(ctx, "DELETE FROM article"); err == nil {
		t.Error("the readers can write")
	}
}

func TestOpenRefusesWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "text.db")
	if err := os.WriteFile(file, []byte(strings.Repeat("这不是数据库。", 200)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(ctx, file); err == nil || !strings.Contains(err.Error(), "no zhiku store") {
		t.Errorf("a text file: %v", err)
	}
	if _, err := OpenReadOnly(ctx, filepath.Join(dir, "none.db")); err == nil || !strings.Contains(err.Error(), "zhiku ingest") {
		t.Errorf("no file: %v", err)
	}
	newer := filepath.Join(dir, "newer.db")
	db, err := Open(ctx, newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.write.ExecContext(ctx, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9000, 1)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Open(ctx, newer); err == nil || !strings.Contains(err.Error(), "newer zhiku") {
		t.Errorf("a newer store: %v", err)
	}
	if _, err := OpenReadOnly(ctx, newer); err == nil || !strings.Contains(err.Error(), "newer zhiku; use that one") {
		t.Errorf("a newer store, to read only: %v", err)
	}
}

func TestVerifyFindsDamage(t *testing.T) {
	for name, damage := range map[string]string{
		"a span moved":            "UPDATE figure SET start = start + 3",
		"a text cut short":        "UPDATE article SET text = substr(text, 1, 5)",
		"a counter wrong":         "UPDATE entity SET mention_count = mention_count + 1",
		"a hole in the log":       "DELETE FROM change WHERE seq = 2",
		"a quote the log misses":  "DELETE FROM change WHERE kind = 'quote'",
		"a quote gone in silence": "DELETE FROM quote",
		"a date moved":            "UPDATE date_mention SET start = start + 3",
		"a rival from elsewhere":  `UPDATE quote SET candidates = '[["陆明川","",0.6,false],["某人","p-none",0.4,false]]'`,
		"a reference to nothing":  "PRAGMA foreign_keys = 0; UPDATE quote SET speaker = 'p-none'",
	} {
		t.Run(name, func(t *testing.T) {
			db := open(t)
			doc := article("甲", "沂川晚报", "2026-03-05", lu)
			dated(doc, store.DateMention{})
			put(t, db, doc, store.New)
			clean(t, db)
			if _, err := db.write.ExecContext(ctx, damage); err != nil {
				t.Fatal(err)
			}
			if found, err := db.Verify(ctx); err != nil || len(found) == 0 {
				t.Errorf("verify finds nothing (%v)", err)
			}
		})
	}
}

// TestLibcIsThePinnedOne: modernc.org/sqlite works with the libc it names and
// no other.
func TestLibcIsThePinnedOne(t *testing.T) {
	version := func(args ...string) (v struct{ Version, GoMod string }) {
		t.Helper()
		out, err := exec.Command("go", append([]string{"list", "-m", "-json"}, args...)...).Output()
		if err != nil {
			t.Fatalf("go list -m %v: %v", args, err)
		}
		if err := json.Unmarshal(out, &v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	data, err := os.ReadFile(version("modernc.org/sqlite").GoMod)
	if err != nil {
		t.Fatal(err)
	}
	ours := version("modernc.org/libc").Version
	if !strings.Contains(string(data), "modernc.org/libc "+ours+"\n") {
		t.Errorf("go.mod has modernc.org/libc %s, modernc.org/sqlite pins another:\n%s", ours, data)
	}
}

func BenchmarkPut(b *testing.B) {
	db := open(b)
	i := 0
	for b.Loop() {
		put(b, db, article(fmt.Sprintf("篇%d", i), "沂川晚报", "2026-03-05", lu, he, lu2), store.New)
		i++
	}
	if s, err := db.Stats(ctx); err != nil || s.Articles != i {
		b.Fatalf("%d articles put, %+v there, %v", i, s, err)
	}
}

func BenchmarkQuotesPage(b *testing.B) {
	db := open(b)
	many(b, db, 400)
	for b.Loop() {
		page, err := db.Quotes(ctx, store.QuoteFilter{Source: "沂川晚报"}, store.PageRequest{Limit: 50})
		if err != nil || len(page.Items) != 50 {
			b.Fatal(len(page.Items), err)
		}
	}
}
