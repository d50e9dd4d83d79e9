// Package link turns the mentions of one article into its entities: full and
// short names of one firm, a surname with 总 or 先生 and the person's full name,
// a person's title and employer from wherever the article prints them.
package link

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/fold"
)

// Key is what joins entities over articles: the folded name, and for a person
// the folded employer behind U+0000. A foreign country before a firm's name does
// not count.
func Key(kind store.EntityKind, name, employer string) string {
	if kind == store.Company {
		name = name[len(names.Country(name)):]
	}
	key := fold.Key(name)
	if kind == store.Person {
		key += "\x00" + fold.Key(employer)
	}
	return key
}

// Link groups mentions, sorted by Start, into entities. A mention that cannot
// be told whom it means is left out.
func Link(v *text.View, mentions []extract.Mention) *extract.Linked {
	l := linker{view: v, byForm: map[form]int{}}
	l.collect(mentions)
	l.declared(mentions)
	l.joinForms()
	l.surnames()
	l.finish()
	l.posts()
	l.undertakings()
	return &l.out
}

// form is a printed name of one kind.
type form struct {
	kind store.EntityKind
	text string
}

// group is the mentions of one printed form, and, once joined, of several.
type group struct {
	kind     store.EntityKind
	forms    []string // in the order of the text
	mentions []extract.Mention
	into     int // the group it was joined into; its own index otherwise
}

type linker struct {
	view    *text.View
	keys    []string // the folded first form, beside groups
	groups  []*group
	byForm  map[form]int
	partial []extract.Mention // surnames that stand for somebody
	out     extract.Linked
}

func (l *linker) cut(r text.Range) string { return l.view.Cut(r) }

func (l *linker) collect(mentions []extract.Mention) {
	for _, m := range mentions {
		name := l.cut(m.Range)
		if m.Kind == store.Person && utf8.RuneCountInString(name) == 1 {
			l.partial = append(l.partial, m)
			continue
		}
		l.add(form{m.Kind, fold.Key(name)}, name, m)
		if m.Kind == store.Company {
			l.country(m)
		}
	}
}

// country adds a firm's name with the foreign country printed right before it: it
// is the fuller form.
func (l *linker) country(m extract.Mention) {
	from := max(m.Start-longestCountry, 0)
	before := fold.Aligned(l.view.Text[from:m.Start])
	n := names.CountryBehind(before)
	if n == 0 || names.Country(l.cut(m.Range)) != "" {
		return
	}
	g := l.groups[l.groupOf(&m)]
	if full := l.view.Text[m.Start-n : m.End]; !slices.Contains(g.forms, full) {
		g.forms = append(g.forms, full)
	}
}

const longestCountry = 24 // bytes

func (l *linker) add(f form, name string, m extract.Mention) {
	i, ok := l.byForm[f]
	if !ok {
		i = len(l.groups)
		l.byForm[f] = i
		l.groups = append(l.groups, &group{kind: m.Kind, into: i})
		l.keys = append(l.keys, f.text)
	}
	g := l.groups[i]
	if !slices.Contains(g.forms, name) {
		g.forms = append(g.forms, name)
	}
	g.mentions = append(g.mentions, m)
}

// surnames gives 陆总 and 贺先生 to the person of that surname named last before,
// or, where none was, to the only one of the article.
func (l *linker) surnames() {
	for _, m := range l.partial {
		surname := l.cut(m.Range)
		if i, ok := l.personOf(surname, m.Start); ok {
			g := l.groups[i]
			g.mentions = append(g.mentions, m)
		} else if n := names.Style(l.view.Text[m.End:]); n > 0 {
			m.End += n
			l.add(form{m.Kind, fold.Key(l.cut(m.Range))}, l.cut(m.Range), m) // somebody else of that surname
		}
	}
}

func (l *linker) personOf(surname string, before int) (int, bool) {
	best, bestStart, people := -1, -1, 0
	for i, g := range l.groups {
		if g.kind != store.Person || !strings.HasPrefix(g.forms[0], surname) || strings.ContainsAny(g.forms[0], "·•・‧") {
			continue
		}
		people++
		for _, m := range g.mentions {
			if m.Start < before && m.Start > bestStart && m.Len() > len(surname) {
				best, bestStart = i, m.Start
			}
		}
		if best < 0 {
			best = i
		}
	}
	return best, best >= 0 && (bestStart >= 0 || people == 1 && !l.introduced(before))
}

// introduced tells a surname that belongs to somebody new: 家住青岚的|贺先生.
func (l *linker) introduced(at int) bool {
	for _, word := range []string{"的", "市民", "居民", "消费者"} {
		if strings.HasSuffix(l.view.Text[:at], word) {
			return true
		}
	}
	return false
}

// finish turns groups into entities and sorts the mentions.
func (l *linker) finish() {
	entity := make([]int, len(l.groups))
	for i := range l.groups {
		if l.root(i) == i {
			entity[i] = len(l.out.Entities)
			l.out.Entities = append(l.out.Entities, extract.Entity{Kind: l.groups[i].kind, EmployerEntity: -1})
		}
	}
	type owned struct {
		extract.Mention
		entity int
	}
	var all []owned
	for i, g := range l.groups {
		e := &l.out.Entities[entity[l.root(i)]]
		e.Aliases = append(e.Aliases, g.forms...)
		for _, m := range g.mentions {
			all = append(all, owned{m, entity[l.root(i)]})
		}
	}
	slices.SortFunc(all, func(a, b owned) int { return cmp.Compare(a.Start, b.Start) })
	for i, m := range all {
		l.out.Mentions = append(l.out.Mentions, m.Mention)
		l.out.EntityOf = append(l.out.EntityOf, m.entity)
		l.out.Entities[m.entity].Mentions = append(l.out.Entities[m.entity].Mentions, i)
	}
	for i := range l.out.Entities {
		nameEntity(&l.out.Entities[i])
	}
}

// nameEntity takes the longest form for the name, a Chinese one before a Latin
// one; the first of equal ones.
func nameEntity(e *extract.Entity) {
	forms := e.Aliases
	best := 0
	for i, f := range forms {
		if weightOf(f) > weightOf(forms[best]) {
			best = i
		}
	}
	e.Name = forms[best]
	e.Aliases = nil
	for _, f := range forms {
		if f != e.Name && !slices.Contains(e.Aliases, f) {
			e.Aliases = append(e.Aliases, f)
		}
	}
}

// weightOf is the length of a form, ahead of those in Latin letters alone; of equal
// ones that with more Chinese characters is heavier.
func weightOf(form string) int {
	n := utf8.RuneCountInString(form)
	chinese := (len(form) - n) / 2
	if chinese > 0 {
		n += 1000
	}
	return 100*n + min(chinese, 99)
}

// posts gives every person the title and employer that the article prints
// beside one of the mentions: one with both goes before one with a title only.
func (l *linker) posts() {
	for i := range l.out.Entities {
		if l.out.Entities[i].Kind == store.Person {
			l.postOf(&l.out.Entities[i])
		}
	}
}

func (l *linker) postOf(e *extract.Entity) {
	best := -1
	for _, k := range e.Mentions {
		if n := l.weight(k); n > 0 && (best < 0 || n > l.weight(best)) {
			best = k
		}
	}
	if best < 0 {
		return
	}
	m := &l.out.Mentions[best]
	e.Title = l.wholeTitle(e, l.cut(m.Title))
	if behind := l.cut(m.Behind); behind != "" && !strings.Contains(e.Title, behind) {
		e.Title += "、" + behind
	}
	e.Employer, e.EmployerEntity = l.employer(m.Employer)
	for _, k := range e.Mentions {
		if other := &l.out.Mentions[k]; e.Employer == "" && other.Employer.Len() > 0 && l.sameTitle(m, other) {
			e.Employer, e.EmployerEntity = l.employer(other.Employer)
		}
	}
}

// wholeTitle gives the longest form of a title that a mention of the person
// prints: 党委宣传部部长 for 宣传部部长. What its employer is called is no part of it.
func (l *linker) wholeTitle(e *extract.Entity, title string) string {
	longest := title
	for _, k := range e.Mentions {
		other := l.cut(l.out.Mentions[k].Title)
		if rest, ok := strings.CutSuffix(other, title); ok && len(other) > len(longest) && partOfTitle(rest) {
			longest = other
		}
	}
	return longest
}

// partOfTitle tells what may stand before a shorter form of a title.
func partOfTitle(s string) bool {
	return strings.HasPrefix(s, "党委") || strings.HasSuffix(s, "部") || strings.HasSuffix(s, "区") || s == "高级" || s == "首席" || s == "资深" || s == "执行" || s == "常务"
}

// sameTitle tells whether two mentions of a person do not print two posts.
func (l *linker) sameTitle(a, b *extract.Mention) bool {
	return b.Title.Len() == 0 || strings.HasSuffix(l.cut(a.Title), l.cut(b.Title))
}

// weight tells how much a mention says of a person's post.
func (l *linker) weight(k int) int {
	m := l.out.Mentions[k]
	n := 0
	if m.Title.Len() > 0 {
		n = 1000 + min(m.Title.Len(), 60)
	}
	if m.Employer.Len() > 0 {
		n += 100
	}
	return n
}

// employer gives the fullest name of the firm or body in r, and its entity; for
// a place the words printed.
func (l *linker) employer(r text.Range) (string, int) {
	if r.Len() <= 0 {
		return "", -1
	}
	i, ok := slices.BinarySearchFunc(l.out.Mentions, r.Start, func(m extract.Mention, at int) int { return cmp.Compare(m.Start, at) })
	if ok && l.out.Mentions[i].Range == r {
		e := l.out.EntityOf[i]
		return l.out.Entities[e].Name, e
	}
	return l.cut(r), -1
}
