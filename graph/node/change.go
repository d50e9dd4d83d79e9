package node

import (
	"context"
	"strconv"

	"zhiku/store"
)

// Change is an entry of the change log.
type Change struct {
	store.Change
	from *Source
	kin  *family[string] // ids
}

type (
	// ChangeConnection is a page of the change log.
	ChangeConnection = Connection[*Change]
	// ChangeEdge is an entry of the log with its cursor.
	ChangeEdge = Edge[*Change]
)

func (c *Change) ArticleID() string { return string(c.Article) }

// Node is what the change was about, as it is now.
func (c *Change) Node(ctx context.Context) (Node, error) {
	all, err := together(c.kin, "nodes", func(ids []string) (map[string]Node, error) { return c.from.ByID(ctx, ids) })
	return all[c.ID], err
}

const changesList = "changes"

// Changes gives a page of the log: limit entries after a cursor of it, or after
// a sequence number, which is the plain form of one.
func (s *Source) Changes(ctx context.Context, first *int, after *string) (*ChangeConnection, error) {
	n, err := limit("first", Or(first, MaxPage), MaxPage)
	if err != nil {
		return nil, err
	}
	seq, err := sequence(after)
	if err != nil {
		return nil, err
	}
	rows, err := s.Store.Changes(ctx, seq, n+1)
	if err != nil {
		return nil, err
	}
	page := &store.Page[*Change]{HasNext: len(rows) > n, HasPrevious: seq > 0}
	kin := newFamily(collect(rows, func(c store.Change) string { return c.ID }))
	for _, row := range rows[:min(n, len(rows))] {
		page.Items = append(page.Items, &Change{row, s, kin})
		page.Positions = append(page.Positions, store.Position{Key: strconv.FormatInt(row.Seq, 10)})
	}
	c := Connect(changesList, page, func(c *Change) (*Change, bool) { return c, true }, func(ctx context.Context) (int, error) {
		last, err := s.Store.LastChange(ctx)
		return int(last), err
	})
	if len(page.Items) == 0 && seq > 0 { // so that who mirrors the log goes on from where it is
		here := cursor(changesList, store.Position{Key: strconv.FormatInt(seq, 10)})
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &here, &here
	}
	return c, nil
}

func sequence(after *string) (int64, error) {
	if after == nil {
		return 0, nil
	}
	if seq, err := strconv.ParseInt(*after, 10, 64); err == nil && seq >= 0 {
		return seq, nil
	}
	p, err := position(changesList, after)
	if err != nil || p == nil {
		return 0, err
	}
	seq, err := strconv.ParseInt(p.Key, 10, 64)
	if err != nil || seq < 0 {
		return 0, Errorf(InvalidCursor, "this is no cursor of the change log; take one from its pages, or a sequence number")
	}
	return seq, nil
}
