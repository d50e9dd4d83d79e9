package quotes

import (
	"sort"
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
)

// names answers what is named where.
type names struct {
	*extract.Linked
	bySurname map[string]int // the one person with that surname, or none
	byForm    map[string]int // entities by all their names
	employers map[int]string // of people whom the links give none, as printed
}

func newNames(l *extract.Linked) *names {
	n := &names{Linked: l, bySurname: map[string]int{}, byForm: map[string]int{}, employers: map[int]string{}}
	for i, e := range l.Entities {
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			n.byForm[form] = i
		}
		size := surname(e.Name)
		if e.Kind != store.Person || size == 0 || size == len(e.Name) {
			continue
		}
		if _, two := n.bySurname[e.Name[:size]]; two {
			i = none
		}
		n.bySurname[e.Name[:size]] = i
	}
	return n
}

// fullest gives the fullest name of the body that is printed as form, and its
// entity; form itself and none where the links lack it.
func (n *names) fullest(form string) (string, int) {
	if e, ok := n.byForm[form]; ok && n.Entities[e].Kind != store.Person {
		return n.Entities[e].Name, e
	}
	return form, none
}

// in gives the mentions that lie in r, as indexes, in order.
func (n *names) in(r text.Range) (from, to int) {
	from = sort.Search(len(n.Mentions), func(i int) bool { return n.Mentions[i].Start >= r.Start })
	to = sort.Search(len(n.Mentions), func(i int) bool { return n.Mentions[i].Start >= r.End })
	for to > from && n.Mentions[to-1].End > r.End {
		to--
	}
	return from, to
}

func (n *names) isPerson(i int) bool { return n.Mentions[i].Kind == store.Person }

// writers are the rules that find who wrote the article.
var writers = map[string]bool{"names.byline": true, "names.dateline": true, "names.reporter": true}

// acts tells a mention of a person whom the article tells of, no reporter of it.
func (n *names) acts(i int) bool { return n.isPerson(i) && !writers[n.Mentions[i].Rule] }

// isBody tells a mention that can employ or speak: a firm, an organisation, an
// undertaking with a spokesman.
func (n *names) isBody(i int) bool { return !n.isPerson(i) }

func (n *names) isPersonEntity(e int) bool { return e != none && n.Entities[e].Kind == store.Person }

// namedIn tells whether entity e is named in r.
func (n *names) namedIn(e int, r text.Range) bool {
	lo, hi := n.in(r)
	for i := lo; i < hi; i++ {
		if n.EntityOf[i] == e {
			return true
		}
	}
	return false
}

// personBySurname gives the one person of the article whose name starts with
// surname; none where there are two.
func (n *names) personBySurname(surname string) int {
	if i, ok := n.bySurname[surname]; ok {
		return i
	}
	return none
}

// firstAt gives where entity e is named first, or -1.
func (n *names) firstAt(e int) int {
	if m := n.Entities[e].Mentions; len(m) > 0 {
		return n.Mentions[m[0]].Start
	}
	return -1
}

// holderOf gives the person named last before offset at whose name starts with
// surname and whose title ends in title, or none.
func (n *names) holderOf(at int, surname, title string) int {
	_, hi := n.in(text.Range{Start: 0, End: at})
	for i := hi - 1; i >= 0 && at-n.Mentions[i].Start <= far; i-- {
		e := n.EntityOf[i]
		if n.isPerson(i) && strings.HasPrefix(n.Entities[e].Name, surname) && strings.HasSuffix(n.Entities[e].Title, title) {
			return e
		}
	}
	return none
}

// far is how far back a bare title looks for the person who holds it, in bytes.
const far = 6000

// companyBefore gives the last firm that is named between from and to, or none.
func (n *names) companyBefore(from, to int) int {
	lo, hi := n.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		if n.Mentions[i].Kind == store.Company {
			return n.EntityOf[i]
		}
	}
	return none
}

// otherCompany gives the last firm named between from and to besides e, or none.
func (n *names) otherCompany(from, to, e int) int {
	lo, hi := n.in(text.Range{Start: from, End: to})
	for i := hi - 1; i >= lo; i-- {
		if n.Mentions[i].Kind == store.Company && n.EntityOf[i] != e {
			return n.EntityOf[i]
		}
	}
	return none
}

// speaker is who says something.
type speaker struct {
	at         text.Range // where the attribution names him
	entity     int        // none for an unnamed source
	text       string
	named      bool
	title, org string
	orgEntity  int
	sure       float64 // 0 stands for 1
	group      bool    // several people: 大家
	body       bool    // a firm or organisation that the links lack
	rivals     []rival // who else it may be
}

// doubt is the factor a roundabout way to the speaker puts on confidence.
func (s speaker) doubt() float64 {
	if s.sure == 0 {
		return 1
	}
	return s.sure
}

func (s speaker) doubtful(by float64) speaker {
	s.sure = s.doubt() * by
	return s
}

func (s speaker) known() bool { return s.text != "" }

var nobody = speaker{entity: none, orgEntity: none}

// person gives mention i as a speaker.
func (n *names) person(i int) speaker {
	m, e := n.Mentions[i], n.Entities[n.EntityOf[i]]
	return speaker{at: m.Range, entity: n.EntityOf[i], text: e.Name, named: true,
		title: e.Title, org: e.Employer, orgEntity: e.EmployerEntity}
}

// entityAs gives entity e, printed at r, as a speaker.
func (n *names) entityAs(e int, r text.Range) speaker {
	x := n.Entities[e]
	s := speaker{at: r, entity: e, text: x.Name, named: true, orgEntity: none}
	if x.Kind == store.Person {
		s.title, s.org, s.orgEntity = x.Title, x.Employer, x.EmployerEntity
	}
	return s
}

// asLinked gives a speaker taken as printed for the person of the article who has
// that name: 常乐介绍, where the dictionary has 常乐 as a word.
func (f *finder) asLinked(s speaker) speaker {
	if s.entity != none || !s.named || s.body || s.group {
		return s
	}
	e, ok := f.names.byForm[s.text]
	if !ok || f.names.Entities[e].Kind != store.Person {
		return s
	}
	who := f.names.entityAs(e, s.at)
	who.sure, who.rivals = s.sure, s.rivals
	return who
}
