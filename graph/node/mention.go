package node

import (
	"context"

	"zhiku/store"
)

// Mention is a mention of the schema.
type Mention struct {
	*store.Mention
	from *Source
	kin  *family[*store.Mention]
}

type (
	// MentionConnection is a page of mentions.
	MentionConnection = Connection[*Mention]
	// MentionEdge is a mention with its cursor.
	MentionEdge = Edge[*Mention]
)

func (*Mention) IsNode()          {}
func (m *Mention) nodeID() string { return string(m.ID) }

// Mentions makes one family of mentions.
func (s *Source) Mentions(list []*store.Mention) []*Mention {
	kin := newFamily(list)
	return collect(list, func(m *store.Mention) *Mention { return &Mention{m, s, kin} })
}

// MentionsByID reads mentions.
func (s *Source) MentionsByID(ctx context.Context, ids []store.MentionID) (map[store.MentionID]*Mention, error) {
	return ByIDs(ctx, ids, s.Store.MentionsByID, s.Mentions)
}

func (m *Mention) Entity(ctx context.Context) (Entity, error) {
	all, err := entitiesOf(ctx, m.from, m.kin, func(m *store.Mention) store.EntityID { return m.Entity })
	if err != nil {
		return nil, err
	}
	if all[m.Mention.Entity] == nil {
		return nil, Errorf(NotFound, "entity %s is no longer there", m.Mention.Entity)
	}
	return all[m.Mention.Entity], nil
}

func (m *Mention) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, m.from, m.kin, m.Mention.Article, func(m *store.Mention) store.ArticleID { return m.Article })
}
