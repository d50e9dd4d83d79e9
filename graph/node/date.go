package node

import (
	"context"

	"zhiku/store"
)

// DateMention is a printed date of the schema.
type DateMention struct {
	*store.DateMention
	from *Source
	kin  *family[*store.DateMention]
}

type (
	// DateMentionConnection is a page of printed dates.
	DateMentionConnection = Connection[*DateMention]
	// DateMentionEdge is a printed date with its cursor.
	DateMentionEdge = Edge[*DateMention]
)

func (*DateMention) IsNode()          {}
func (d *DateMention) nodeID() string { return string(d.ID) }

// Dates makes one family of printed dates.
func (s *Source) Dates(list []*store.DateMention) []*DateMention {
	kin := newFamily(list)
	return collect(list, func(d *store.DateMention) *DateMention { return &DateMention{d, s, kin} })
}

// DatesByID reads printed dates.
func (s *Source) DatesByID(ctx context.Context, ids []store.DateID) (map[store.DateID]*DateMention, error) {
	return ByIDs(ctx, ids, s.Store.DatesByID, s.Dates)
}

// Precision is nil for what is no period of a length, such as 每年.
func (d *DateMention) Precision() *store.DatePrecision { return orNil(d.DateMention.Precision) }

// Anchor is nil where nothing is counted from anywhere.
func (d *DateMention) Anchor() *store.DateAnchor { return orNil(d.DateMention.Anchor) }

func (d *DateMention) Article(ctx context.Context) (*Article, error) {
	return articleOf(ctx, d.from, d.kin, d.DateMention.Article, func(d *store.DateMention) store.ArticleID { return d.Article })
}

func orNil[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}
