package store

// Position is a place in an ordered list: the sort key of an item as text, and
// its id, which breaks ties. Cursors are made of it.
type Position struct {
	Key string
	ID  string
}

// PageRequest asks for a stretch of an ordered list. Limit items are given:
// the first after After, or, with Backward, the last before Before. Either way
// the items come in the list's order.
type PageRequest struct {
	Limit    int
	After    *Position
	Before   *Position
	Backward bool
}

// MaxPage is the most items one request may ask for.
const MaxPage = 100

// Page is a stretch of an ordered list. Positions runs beside Items.
type Page[T any] struct {
	Items       []T
	Positions   []Position
	HasNext     bool
	HasPrevious bool
}
