package node

import (
	"context"

	"zhiku/store"
)

// Undertaking is a project's owner and place as one article gives them.
type Undertaking struct {
	row  store.Undertaking
	from *Source
	kin  *family[store.Undertaking]
}

// OwnerText is the owner's name as printed.
func (u *Undertaking) OwnerText() string { return u.row.OwnerText }

// Place is where the project stands.
func (u *Undertaking) Place() string { return u.row.Place }

// Owner is the firm or body whose project it is; nil where it is no entity.
func (u *Undertaking) Owner(ctx context.Context) (Entity, error) {
	all, err := entitiesOf(ctx, u.from, u.kin, func(u store.Undertaking) store.EntityID { return u.Owner })
	return all[u.row.Owner], err
}

// Article is where it is printed.
func (u *Undertaking) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, u.from, u.kin, u.row.Article, func(u store.Undertaking) store.ArticleID { return u.Article })
}

// Undertakings are a project's owners and places.
func (p *Project) Undertakings(ctx context.Context) ([]*Undertaking, error) {
	all, err := together(p.kin, "undertakings", func(ids []store.EntityID) (map[store.EntityID][]*Undertaking, error) {
		rows, err := p.from.Store.UndertakingsOf(ctx, ids)
		return relate(ids, rows, p.from.undertakings), err
	})
	return all[p.ID], err
}

func (s *Source) undertakings(list []store.Undertaking) []*Undertaking {
	kin := newFamily(list)
	return collect(list, func(u store.Undertaking) *Undertaking { return &Undertaking{u, s, kin} })
}
