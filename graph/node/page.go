package node

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strconv"

	"zhiku/store"
)

// Limits of lists.
const (
	MaxPage       = store.MaxPage // items a page may hold
	DefaultPage   = 20            // of a list where neither first nor last is given
	DefaultNested = 10            // of a list within a node where first is not given
	MaxNested     = 1000          // how far a list within a node can be paged
)

// PageInfo tells where a page stands in its list.
type PageInfo struct {
	HasNextPage, HasPreviousPage bool
	StartCursor, EndCursor       *string
}

// Connection is a page of a list.
type Connection[T any] struct {
	Edges    []Edge[T]
	PageInfo PageInfo
	count    func(context.Context) (int, error)
}

// Edge is an item of a page with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   T
}

// Nodes are the items alone.
func (c *Connection[T]) Nodes() []T {
	return collect(c.Edges, func(e Edge[T]) T { return e.Node })
}

// TotalCount counts the whole list, when it is asked for.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) { return c.count(ctx) }

// Connect makes a page of what the list with this name gave. Items without a
// node, withdrawn since they were found, are left out.
func Connect[R any, T any](list string, page *store.Page[R], node func(R) (T, bool), count func(context.Context) (int, error)) *Connection[T] {
	c := &Connection[T]{count: count, Edges: []Edge[T]{}, PageInfo: PageInfo{HasNextPage: page.HasNext, HasPreviousPage: page.HasPrevious}}
	for i, item := range page.Items {
		if n, ok := node(item); ok {
			c.Edges = append(c.Edges, Edge[T]{cursor(list, page.Positions[i]), n})
		}
	}
	if last := len(page.Items) - 1; last >= 0 {
		first, end := cursor(list, page.Positions[0]), cursor(list, page.Positions[last])
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &first, &end
	}
	return c
}

// Args are the paging arguments of a list.
type Args struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// Request checks the arguments for the list with this name.
func (a Args) Request(list string) (store.PageRequest, error) {
	p := store.PageRequest{Limit: DefaultPage}
	var err error
	switch {
	case a.First != nil && a.Last != nil:
		return p, Errorf(InvalidArgument, "give first or last, not both")
	case a.First != nil:
		p.Limit, err = limit("first", *a.First, MaxPage)
	case a.Last != nil:
		p.Backward = true
		p.Limit, err = limit("last", *a.Last, MaxPage)
	}
	if err != nil {
		return p, err
	}
	if p.After, err = position(list, a.After); err != nil {
		return p, err
	}
	p.Before, err = position(list, a.Before)
	return p, err
}

func limit(name string, n, most int) (int, error) {
	if n < 1 || n > most {
		return 0, Errorf(InvalidArgument, "%s must be 1 to %d, not %d", name, most, n)
	}
	return n, nil
}

// Or is an optional argument; standard where it is not given.
func Or(n *int, standard int) int {
	if n == nil {
		return standard
	}
	return *n
}

// cursor is a position with the name of its list, so that it is not taken for
// one of another list or order.
func cursor(list string, p store.Position) string {
	data, err := json.Marshal([3]string{list, p.Key, p.ID})
	if err != nil {
		return "" // strings cannot fail
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// position reads a cursor; nil and "" are the list's end.
func position(list string, c *string) (*store.Position, error) {
	if c == nil || *c == "" {
		return nil, nil
	}
	var parts []string
	data, err := base64.RawURLEncoding.DecodeString(*c)
	if err == nil {
		err = json.Unmarshal(data, &parts)
	}
	if err != nil || len(parts) != 3 {
		return nil, Errorf(InvalidCursor, "this is no cursor; take one from edges { cursor } or pageInfo of the same list")
	}
	if parts[0] != list {
		return nil, Errorf(InvalidCursor, "this cursor is of another list or order; take one from a page of the same list, order and search")
	}
	return &store.Position{Key: parts[1], ID: parts[2]}, nil
}

// place is a place in a list within a node: how many items come before it, and
// the id of the last of those.
type place struct {
	offset int
	id     string
}

func nestedArgs(list string, first *int, after *string) (n int, at place, err error) {
	if n, err = limit("first", Or(first, DefaultNested), MaxPage); err != nil {
		return 0, at, err
	}
	p, err := position(list, after)
	if err != nil || p == nil {
		return n, at, err
	}
	offset, err := strconv.Atoi(p.Key)
	if err != nil || offset < 1 || p.ID == "" {
		return 0, at, Errorf(InvalidCursor, "this is no cursor of this list; take one from its pages")
	}
	if offset+n > MaxNested {
		return 0, at, Errorf(InvalidArgument, "a list within a node is paged through its first %d items; for more use the list of Query with a filter", MaxNested)
	}
	return n, place{offset, p.ID}, nil
}

// start is the number of the first item after a place: after the item it names
// where that is still there, or else where it stood.
func start[T identified](items []T, at place) int {
	if i := find(items, at.id); i >= 0 {
		return i + 1
	}
	return min(at.offset, len(items))
}

func find[T identified](items []T, id string) int {
	return slices.IndexFunc(items, func(item T) bool { return item.nodeID() == id })
}

// identified has an id, as every node.
type identified interface{ nodeID() string }

// slice makes a page of the items of a list within a node, of which items are
// at least as many as the page needs and one more where there is one.
func slice[T identified](list string, items []T, n int, at place, count func(context.Context) (int, error)) *Connection[T] {
	from := start(items, at)
	to := min(from+n, len(items))
	page := &store.Page[T]{Items: items[from:to], HasNext: to < len(items), HasPrevious: from > 0}
	for i, item := range page.Items {
		page.Positions = append(page.Positions, store.Position{Key: strconv.Itoa(from + i + 1), ID: item.nodeID()})
	}
	return Connect(list, page, func(item T) (T, bool) { return item, true }, count)
}

// listOf names a list within a node in cursors: one of another node's list would
// begin anywhere.
func listOf[ID ~string](list string, parent ID) string { return list + " " + string(parent) }

// within gives a page of the list that hangs on one member of a family: the
// windows of all members are read in one query.
func within[ID ~string, R any, T identified](f *family[ID], parent ID, list string, first *int, after *string,
	read func([]ID, int) (map[ID][]R, error), nodes func([]R) []T, count func(context.Context) (int, error)) (*Connection[T], error) {
	own := listOf(list, parent)
	n, at, err := nestedArgs(own, first, after)
	if err != nil {
		return nil, err
	}
	window := func(size int) ([]T, error) {
		all, err := together(f, list+" "+strconv.Itoa(size), func(ids []ID) (map[ID][]T, error) {
			rows, err := read(ids, size)
			return relate(ids, rows, nodes), err
		})
		return all[parent], err
	}
	size := at.offset + n + 1
	items, err := window(size)
	if err == nil && at.id != "" && len(items) == size && find(items, at.id) != at.offset-1 {
		size = MaxNested + n + 1 // items have come before the place: it stands further on
		items, err = window(size)
	}
	if err != nil {
		return nil, err
	}
	return slice(own, items, n, at, known(items, size, count)), nil
}

// relate makes one family of the children of all parents.
func relate[ID ~string, R any, T any](parents []ID, rows map[ID][]R, nodes func([]R) []T) map[ID][]T {
	var flat []R
	for _, p := range parents {
		flat = append(flat, rows[p]...)
	}
	made := nodes(flat)
	out := make(map[ID][]T, len(parents))
	for _, p := range parents {
		n := len(rows[p])
		out[p], made = made[:n:n], made[n:]
	}
	return out
}

// known spares counting where a window of this size was not filled.
func known[T any](items []T, size int, count func(context.Context) (int, error)) func(context.Context) (int, error) {
	if len(items) < size {
		return func(context.Context) (int, error) { return len(items), nil }
	}
	return count
}
