package gold

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

// Classes are scored in this order. Their definitions:
//
//	quotes.exact       direct and block; start and end equal, marks, white space and closing punctuation at the ends aside
//	quotes.overlap     the same, intersection over union of the two spans >= 0.8
//	quotes.attributed  exact, and the speaker equal too: what a journalist can cite
//	quotes.indirect    intersection over union >= 0.5, and the speaker equal
//	people             by name
//	companies, organizations  by any printed form; one gold item takes one found item
//	projects           equal to a printed form, or sharing >= 60 % of characters in a row with one
//	figures            spans overlap (>= 0.5) and value, unit, from and to are equal
//	figures.span       spans overlap (>= 0.5)
//
// Counts are pooled over the articles (micro). Items marked optional in the
// gold cost nothing when missed or found.
var Classes = []string{"quotes.exact", "quotes.overlap", "quotes.attributed", "quotes.indirect", "people",
	"companies", "organizations", "projects", "figures", "figures.span"}

// Share is how often a property was right among the items found.
type Share struct {
	Name        string
	Right, Seen int
}

// Tally counts one class.
type Tally struct {
	TP, FP, FN int
	Shares     []Share // in the order they were first seen
}

// Precision of what was found; 0 where nothing was.
func (t *Tally) Precision() float64 { return ratio(t.TP, t.TP+t.FP) }

// Recall of what there is to find.
func (t *Tally) Recall() float64 { return ratio(t.TP, t.TP+t.FN) }

// F1 is the harmonic mean of precision and recall.
func (t *Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func (t *Tally) note(name string, right bool) {
	i := 0
	for i < len(t.Shares) && t.Shares[i].Name != name {
		i++
	}
	if i == len(t.Shares) {
		t.Shares = append(t.Shares, Share{Name: name})
	}
	t.Shares[i].Seen++
	if right {
		t.Shares[i].Right++
	}
}

// Report is the score of a set of articles.
type Report struct {
	Tallies map[string]*Tally
	Curves  Curves
	Errors  []Error
}

// Error is one item missed or one too many.
type Error struct {
	Article, Class string
	What           string // "missed" or "extra"
	Item           string
}

// NewReport gives an empty report; Add fills it.
func NewReport() *Report {
	r := &Report{Tallies: map[string]*Tally{}, Curves: Curves{}}
	for _, c := range Classes {
		r.Tallies[c] = &Tally{}
	}
	return r
}

// MarshalJSON gives {class: {p, r, f1, tp, fp, fn, share…}}.
func (r *Report) MarshalJSON() ([]byte, error) {
	out := map[string]map[string]float64{}
	for class, t := range r.Tallies {
		row := map[string]float64{"p": t.Precision(), "r": t.Recall(), "f1": t.F1(),
			"tp": float64(t.TP), "fp": float64(t.FP), "fn": float64(t.FN)}
		for _, s := range t.Shares {
			row[s.Name] = ratio(s.Right, s.Seen)
		}
		out[class] = row
	}
	return json.Marshal(out)
}

// String is the table people read.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-18s %6s %6s %6s   tp   fp   fn  shares\n", "class", "P", "R", "F1")
	for _, class := range Classes {
		t := r.Tallies[class]
		var shares []string
		for _, s := range t.Shares {
			shares = append(shares, fmt.Sprintf("%s %.2f", s.Name, ratio(s.Right, s.Seen)))
		}
		fmt.Fprintf(&b, "%-18s %6.3f %6.3f %6.3f %4d %4d %4d  %s\n", class, t.Precision(), t.Recall(), t.F1(),
			t.TP, t.FP, t.FN, strings.Join(shares, "  "))
	}
	return b.String()
}

// Finder gives what is found in the article of a file; data is its text.
type Finder func(txtPath string, data []byte) (*Article, error)

// ScoreDirs scores every NAME.json of the folders against what found gives for
// NAME.txt.
func ScoreDirs(goldDirs []string, found Finder) (*Report, error) {
	r := NewReport()
	for _, dir := range goldDirs {
		if err := r.addDir(dir, found); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *Report) addDir(goldDir string, found Finder) error {
	paths, err := filepath.Glob(filepath.Join(goldDir, "*.json"))
	if err != nil {
		return err
	}
	if _, err := os.Stat(goldDir); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no such folder; check its name", goldDir)
	}
	if len(paths) == 0 {
		return fmt.Errorf("%s: no NAME.json in it; name a folder of annotated articles, NAME.txt with NAME.json beside it", goldDir)
	}
	sort.Strings(paths)
	for _, p := range paths {
		if err := r.addFile(p, found); err != nil {
			return err
		}
	}
	return nil
}

func (r *Report) addFile(goldPath string, found Finder) error {
	g, err := Load(goldPath)
	if err != nil {
		return err
	}
	txt := strings.TrimSuffix(goldPath, ".json") + ".txt"
	data, err := os.ReadFile(txt)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: its text %s is missing; put it beside the annotation", goldPath, filepath.Base(txt))
	}
	if err != nil {
		return err
	}
	if !utf8.Valid(data) {
		return fmt.Errorf("%s: offsets count code points of UTF-8, and it is not UTF-8", txt)
	}
	f, err := found(txt, data)
	if err != nil {
		return err
	}
	return r.Add(strings.TrimSuffix(filepath.Base(goldPath), ".json"), string(data), g, f)
}

// FoundIn gives extractions from a folder of NAME.json; a missing one counts as empty.
func FoundIn(dir string) Finder {
	return func(txtPath string, _ []byte) (*Article, error) {
		name := strings.TrimSuffix(filepath.Base(txtPath), ".txt") + ".json"
		a, err := Load(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			return &Article{}, nil
		}
		return a, err
	}
}

// Add scores one article. The offsets of both must lie in text.
func (r *Report) Add(name, text string, g, f *Article) error {
	s := scorer{Report: r, name: name, text: []rune(text)}
	u := f.Unsure
	if u == nil {
		u = &Article{}
	}
	if err := errors.Join(s.check("gold", g), s.check("found", f), s.check("candidates", u)); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	s.quotes(g, f, u)
	s.people(g, f, u)
	s.names("companies", g.Companies, f.Companies, u.Companies)
	s.names("organizations", g.Organizations, f.Organizations, u.Organizations)
	s.projects(g, f, u)
	s.figures(g, f, u)
	return nil
}

// scorer holds one article while it is scored.
type scorer struct {
	*Report
	name string
	text []rune
}

func (s *scorer) check(what string, a *Article) error {
	for i, q := range a.Quotes {
		if q.Start < 0 || q.End < q.Start || q.End > len(s.text) {
			return fmt.Errorf("%s: quote %d: [%d,%d) is not in a text of %d code points", what, i, q.Start, q.End, len(s.text))
		}
	}
	for i, x := range a.Figures {
		if x.Start < 0 || x.End < x.Start || x.End > len(s.text) {
			return fmt.Errorf("%s: figure %d: [%d,%d) is not in a text of %d code points", what, i, x.Start, x.End, len(s.text))
		}
	}
	return nil
}

// class says how items of one kind are paired, told optional and shown.
type class[T any] struct {
	name     string
	report   bool // whether errors are listed and confidences judged
	rank     func(g, f *T) float64
	optional func(*T) bool
	show     func(*T) string
	sure     func(*T) *Evidence // how it was found; nil where nothing says
	unsure   []T                // candidates, which are judged and not counted
}

// pairing is two indexes and how well they fit.
type pairing struct {
	rank float64
	g, f int
}

// pair is greedy and one-to-one, best first; rank > 0 where two may pair.
func pair[T any](gold, found []T, rank func(g, f *T) float64) []pairing {
	var cand []pairing
	for i := range gold {
		for j := range found {
			if r := rank(&gold[i], &found[j]); r > 0 {
				cand = append(cand, pairing{r, i, j})
			}
		}
	}
	sort.SliceStable(cand, func(a, b int) bool { return cand[a].rank > cand[b].rank })
	usedG, usedF := make([]bool, len(gold)), make([]bool, len(found))
	var out []pairing
	for _, c := range cand {
		if !usedG[c.g] && !usedF[c.f] {
			usedG[c.g], usedF[c.f] = true, true
			out = append(out, c)
		}
	}
	return out
}

// count pairs one class of one article, adds to its tally, and gives the pairs.
func count[T any](s *scorer, c class[T], gold, found []T) []pairing {
	t := s.Tallies[c.name]
	pairs := pair(gold, found, c.rank)
	usedG, usedF := make([]bool, len(gold)), make([]bool, len(found))
	for _, p := range pairs {
		usedG[p.g], usedF[p.f] = true, true
		if !c.optional(&gold[p.g]) {
			t.TP++
		}
	}
	for i := range gold {
		if !usedG[i] && !c.optional(&gold[i]) {
			t.FN++
			s.mistake(c.report, c.name, "missed", c.show(&gold[i]))
		}
	}
	for j := range found {
		if !usedF[j] {
			t.FP++
			s.mistake(c.report, c.name, "extra", c.show(&found[j]))
		}
	}
	if c.report {
		judge(s.Curves, c, gold, found, pairs)
	}
	return pairs
}

func (s *scorer) mistake(report bool, class, what, item string) {
	if report {
		s.Errors = append(s.Errors, Error{Article: s.name, Class: class, What: what, Item: item})
	}
}

func (s *scorer) quotes(g, f, u *Article) {
	gd, gi := splitQuotes(g.Quotes)
	fd, fi := splitQuotes(f.Quotes)
	ud, ui := splitQuotes(u.Quotes)
	base := class[Quote]{optional: func(q *Quote) bool { return q.Optional }, show: s.showQuote,
		sure: func(q *Quote) *Evidence { return q.Evidence }, unsure: ud}
	exact := func(a, b *Quote) bool { return s.trim(a.Start, a.End) == s.trim(b.Start, b.End) }

	c := base
	c.name, c.rank = "quotes.exact", func(a, b *Quote) float64 { return truth(exact(a, b)) }
	count(s, c, gd, fd)

	c.name, c.report = "quotes.attributed", true
	c.rank = func(a, b *Quote) float64 { return truth(exact(a, b) && same(a.Speaker, b.Speaker)) }
	count(s, c, gd, fd)

	c.name, c.report = "quotes.overlap", false
	c.rank = func(a, b *Quote) float64 { return atLeast(0.8, s.quoteIOU(a, b)) }
	t := s.Tallies["quotes.overlap"]
	for _, p := range count(s, c, gd, fd) {
		t.note("speaker", same(gd[p.g].Speaker, fd[p.f].Speaker))
		t.note("title", same(gd[p.g].Title, fd[p.f].Title))
		t.note("organization", same(gd[p.g].Organization, fd[p.f].Organization))
	}

	c.name, c.report, c.unsure = "quotes.indirect", true, ui
	c.rank = func(a, b *Quote) float64 {
		if !same(a.Speaker, b.Speaker) {
			return 0
		}
		return atLeast(0.5, s.quoteIOU(a, b))
	}
	count(s, c, gi, fi)
}

func splitQuotes(all []Quote) (direct, indirect []Quote) {
	for _, q := range all {
		switch q.Kind {
		case "direct", "block":
			direct = append(direct, q)
		case "indirect":
			indirect = append(indirect, q)
		}
	}
	return direct, indirect
}

func (s *scorer) showQuote(q *Quote) string {
	words := s.text[q.Start:q.End]
	if len(words) > 60 {
		words = words[:60]
	}
	return fmt.Sprintf("%s: %q", q.Speaker, string(words))
}

func (s *scorer) people(g, f, u *Article) {
	employer := map[string]string{} // any printed form -> folded full name
	for _, names := range [][]Name{g.Companies, g.Organizations} {
		for _, n := range names {
			for _, form := range append([]string{n.Name}, n.Aliases...) {
				employer[norm(form)] = norm(n.Name)
			}
		}
	}
	full := func(name string) string {
		if n, ok := employer[norm(name)]; ok {
			return n
		}
		return norm(name)
	}
	c := class[Person]{name: "people", report: true,
		rank:     func(a, b *Person) float64 { return 2 * truth(same(a.Name, b.Name)) },
		optional: func(p *Person) bool { return p.Optional },
		show:     func(p *Person) string { return p.Name },
		sure:     func(p *Person) *Evidence { return surest(p.Mentions) }, unsure: u.People}
	t := s.Tallies["people"]
	for _, p := range count(s, c, g.People, f.People) {
		gp, fp := &g.People[p.g], &f.People[p.f]
		t.note("title", same(gp.Title, fp.Title))
		t.note("organization", full(gp.Organization) == full(fp.Organization))
	}
}

func nameClass(name string, unsure []Name) class[Name] {
	return class[Name]{name: name, report: true,
		optional: func(n *Name) bool { return n.Optional },
		show:     func(n *Name) string { return n.Name },
		sure:     func(n *Name) *Evidence { return surest(n.Mentions) }, unsure: unsure}
}

func (s *scorer) names(name string, gold, found, unsure []Name) {
	c := nameClass(name, unsure)
	c.rank = func(g, f *Name) float64 {
		if same(g.Name, f.Name) {
			return 2
		}
		for _, a := range g.Aliases {
			if same(a, f.Name) {
				return 1
			}
		}
		return 0
	}
	t := s.Tallies[name]
	for _, p := range count(s, c, gold, found) {
		t.note("canonical", same(gold[p.g].Name, found[p.f].Name))
	}
}

func (s *scorer) projects(g, f, u *Article) {
	c := nameClass("projects", u.Projects)
	c.rank = func(g, f *Name) float64 {
		best := 0.0
		for _, form := range append([]string{g.Name}, g.Aliases...) {
			switch {
			case same(form, f.Name):
				return 2
			case alike(form, f.Name, 0.6):
				best = 1
			}
		}
		return best
	}
	count(s, c, g.Projects, f.Projects)
}

func (s *scorer) figures(g, f, u *Article) {
	near := func(a, b *Figure) float64 { return atLeast(0.5, iou(a.Start, a.End, b.Start, b.End)) }
	c := class[Figure]{name: "figures.span", rank: near,
		optional: func(x *Figure) bool { return x.Optional },
		show: func(x *Figure) string {
			return fmt.Sprintf("%s = %s %s", string(s.text[x.Start:x.End]), x.Value, x.Unit)
		},
		sure: func(x *Figure) *Evidence { return x.Evidence }, unsure: u.Figures}
	count(s, c, g.Figures, f.Figures)

	c.name, c.report = "figures", true
	c.rank = func(a, b *Figure) float64 {
		if !equal(&a.Value, &b.Value) || !same(a.Unit, b.Unit) || !equal(a.From, b.From) || !equal(a.To, b.To) {
			return 0
		}
		return near(a, b)
	}
	t := s.Tallies["figures"]
	for _, p := range count(s, c, g.Figures, f.Figures) {
		if metric := g.Figures[p.g].Metric; metric != "" {
			t.note("metric", alike(metric, f.Figures[p.f].Metric, 0.5))
		}
	}
}

func equal(a, b *json.Number) bool {
	if a == nil || b == nil || *a == "" || *b == "" {
		return (a == nil || *a == "") && (b == nil || *b == "")
	}
	x, errX := a.Float64()
	y, errY := b.Float64()
	return errX == nil && errY == nil && math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x))
}

func truth(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

func atLeast(min, x float64) float64 {
	if x >= min {
		return x
	}
	return 0
}
