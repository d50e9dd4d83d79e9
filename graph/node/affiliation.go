package node

import (
	"context"

	"zhiku/store"
)

// Affiliation is a person's title and employer as one article gives them.
type Affiliation struct {
	row  store.Affiliation
	from *Source
	kin  *family[store.Affiliation]
}

func (a *Affiliation) OrganizationName() string { return a.row.OrganizationText }
func (a *Affiliation) Title() string            { return a.row.Title }

func (a *Affiliation) Organization(ctx context.Context) (Entity, error) {
	all, err := entitiesOf(ctx, a.from, a.kin, func(a store.Affiliation) store.EntityID { return a.Organization })
	return all[a.row.Organization], err
}

func (a *Affiliation) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, a.from, a.kin, a.row.Article, func(a store.Affiliation) store.ArticleID { return a.Article })
}

func (p *Person) EmployerText() string { return p.Employer }

// Affiliations are a person's titles and employers.
func (p *Person) Affiliations(ctx context.Context) ([]*Affiliation, error) {
	all, err := together(p.kin, "affiliations", func(ids []store.EntityID) (map[store.EntityID][]*Affiliation, error) {
		rows, err := p.from.Store.AffiliationsOf(ctx, ids)
		return relate(ids, rows, p.from.affiliations), err
	})
	return all[p.ID], err
}

func (s *Source) affiliations(list []store.Affiliation) []*Affiliation {
	kin := newFamily(list)
	return collect(list, func(a store.Affiliation) *Affiliation { return &Affiliation{a, s, kin} })
}

// Employers are the organisations of a person's affiliations, each once.
func (p *Person) Employers(ctx context.Context) ([]Entity, error) {
	list, err := p.Affiliations(ctx)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	out, seen := []Entity{}, map[store.EntityID]bool{}
	for _, a := range list {
		e, err := a.Organization(ctx)
		if err != nil {
			return nil, err
		}
		if e != nil && !e.row().Candidate() && !seen[e.row().ID] {
			seen[e.row().ID] = true
			out = append(out, e)
		}
	}
	return out, nil
}

// employer is an entity that people work for.
type employer struct{ entity }

// People are those with an affiliation to an employer.
func (e *employer) People(ctx context.Context, first *int, after *string) (*PersonConnection, error) {
	const list = "employer.people"
	n, at, err := nestedArgs(list, first, after)
	if err != nil {
		return nil, err
	}
	staff, err := together(e.kin, "staff", func(ids []store.EntityID) (map[store.EntityID][]*Person, error) {
		return e.from.staff(ctx, ids)
	})
	if err != nil {
		return nil, err
	}
	people := staff[e.ID]
	return slice(list, people, n, at, total(len(people))), nil
}

// staff reads the people of employers.
func (s *Source) staff(ctx context.Context, employers []store.EntityID) (map[store.EntityID][]*Person, error) {
	rows, err := s.Store.AffiliatedWith(ctx, employers)
	if err != nil {
		return nil, err
	}
	var all []store.EntityID
	for id := range rows {
		all = append(all, peopleIn(rows[id])...)
	}
	entities, err := s.EntitiesByID(ctx, all)
	if err != nil {
		return nil, err
	}
	out := map[store.EntityID][]*Person{}
	for id := range rows {
		for _, p := range peopleIn(rows[id]) {
			if person, ok := entities[p].(*Person); ok && !person.Candidate() {
				out[id] = append(out[id], person)
			}
		}
	}
	return out, nil
}

func peopleIn(list []store.Affiliation) []store.EntityID {
	return unique(collect(list, func(a store.Affiliation) store.EntityID { return a.Person }))
}
