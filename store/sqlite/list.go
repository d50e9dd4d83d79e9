package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhiku/store"
)

// columnType is how a sort key travels in a store.Position.
type columnType int

const (
	textKey columnType = iota
	intKey
	realKey
)

// sortKey is one column a list is sorted by; the id comes after it, in the
// same direction, so that one index serves both directions.
type sortKey struct {
	column string
	typ    columnType
}

// order is a way to sort a list.
type order struct {
	keys []sortKey
	desc bool
}

var published = sortKey{"t.published", textKey}

var (
	articleOrders = map[store.ArticleOrder]order{
		store.ArticlesNewest: {[]sortKey{published}, true},
		store.ArticlesOldest: {[]sortKey{published}, false},
	}
	quoteOrders = map[store.QuoteOrder]order{
		store.QuotesNewest:   {[]sortKey{published}, true},
		store.QuotesOldest:   {[]sortKey{published}, false},
		store.QuotesPosition: {[]sortKey{{"t.article", textKey}, {"t.start", intKey}}, false},
	}
	figureOrders = map[store.FigureOrder]order{
		store.FiguresNewest:   {[]sortKey{published}, true},
		store.FiguresOldest:   {[]sortKey{published}, false},
		store.FiguresLargest:  {[]sortKey{{"t.value_number", realKey}}, true},
		store.FiguresSmallest: {[]sortKey{{"t.value_number", realKey}}, false},
		store.FiguresPosition: {[]sortKey{{"t.article", textKey}, {"t.start", intKey}}, false},
	}
	entityOrders = map[store.EntityOrder]order{
		store.EntitiesMostMentioned: {[]sortKey{{"t.mention_count", intKey}}, true},
		store.EntitiesByName:        {[]sortKey{{"t.name", textKey}}, false},
	}
	mentionOrder = order{[]sortKey{{"t.article", textKey}, {"t.start", intKey}}, false}
)

// pick gives the order asked for, or the default.
func pick[O ~string](orders map[O]order, asked, standard O) (order, error) {
	if asked == "" {
		asked = standard
	}
	o, ok := orders[asked]
	if !ok {
		return o, fmt.Errorf("%w: order %q", store.ErrInvalid, asked)
	}
	return o, nil
}

// condition collects what a filter asks.
type condition struct {
	parts []string
	args  []any
}

func (c *condition) and(part string, args ...any) {
	c.parts = append(c.parts, part)
	c.args = append(c.args, args...)
}

// text asks for an exact value, where one is given.
func (c *condition) text(column, value string) {
	if value != "" {
		c.and(column+" = ?", value)
	}
}

// between asks for a day of publication in a range; undated rows are in none.
func (c *condition) between(from, to store.Date) {
	if from != "" {
		c.and("t.published >= ?", string(from))
	}
	if to != "" {
		c.and("t.published <= ? AND t.published > ''", string(to))
	}
}

// either asks for an entity of a list, or for words printed so.
func (c *condition) either(idColumn string, ids []store.EntityID, textCondition string, text any) {
	switch {
	case len(ids) > 0 && text != "":
		c.and("("+idColumn+inList+" OR "+textCondition+")", list(ids), text)
	case len(ids) > 0:
		c.and(idColumn+inList, list(ids))
	case text != "":
		c.and(textCondition, text)
	}
}

func (c *condition) where() string {
	if len(c.parts) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(c.parts, " AND ")
}

// contains is a LIKE pattern for a part of a text.
func contains(s string) string {
	if s == "" {
		return ""
	}
	return "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(s) + "%"
}

// page gives a stretch of a list.
func page[T any](ctx context.Context, db *DB, k kind[T], c condition, o order, p store.PageRequest) (*store.Page[*T], error) {
	if p.Limit < 1 || p.Limit > store.MaxPage {
		return nil, fmt.Errorf("%w: a page holds 1 to %d items, not %d", store.ErrInvalid, store.MaxPage, p.Limit)
	}
	c = condition{parts: slices.Clone(c.parts), args: slices.Clone(c.args)}
	desc := o.desc != p.Backward
	if err := seek(&c, o, p.After, o.desc); err != nil {
		return nil, err
	}
	if err := seek(&c, o, p.Before, !o.desc); err != nil {
		return nil, err
	}
	out := &store.Page[*T]{}
	err := each(ctx, reading{db}, func(s scanner) error {
		position, v, err := scanPositioned(k, o, s)
		out.Items, out.Positions = append(out.Items, v), append(out.Positions, position)
		return err
	}, fmt.Sprintf("SELECT %s, t.id, %s FROM %s t %s ORDER BY %s LIMIT ?", keyColumns(o), k.columns, k.table, c.where(), orderBy(o, desc)),
		append(c.args, p.Limit+1)...)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", k.table, err)
	}
	finish(out, p)
	return out, nil
}

// seek keeps what comes after a position, or before it: in an ascending list
// what is greater comes after.
func seek(c *condition, o order, at *store.Position, below bool) error {
	if at == nil {
		return nil
	}
	args, err := decodePosition(o, at)
	if err != nil {
		return err
	}
	sign := ">"
	if below {
		sign = "<"
	}
	marks := strings.Repeat("?, ", len(o.keys)) + "?"
	c.and(fmt.Sprintf("(%s, t.id) %s (%s)", keyColumns(o), sign, marks), args...)
	return nil
}

// finish drops the row that only tells whether there are more, and turns a page
// read backward round.
func finish[T any](out *store.Page[*T], p store.PageRequest) {
	more := len(out.Items) > p.Limit
	if more {
		out.Items, out.Positions = out.Items[:p.Limit], out.Positions[:p.Limit]
	}
	if p.Backward {
		slices.Reverse(out.Items)
		slices.Reverse(out.Positions)
		out.HasPrevious, out.HasNext = more, p.Before != nil
		return
	}
	out.HasNext, out.HasPrevious = more, p.After != nil
}

func keyColumns(o order) string {
	names := make([]string, len(o.keys))
	for i, k := range o.keys {
		names[i] = k.column
	}
	return strings.Join(names, ", ")
}

func orderBy(o order, desc bool) string {
	direction := " ASC"
	if desc {
		direction = " DESC"
	}
	out := ""
	for _, k := range o.keys {
		out += k.column + direction + ", "
	}
	return out + "t.id" + direction
}

// scanPositioned reads a row that begins with its sort keys and id.
func scanPositioned[T any](k kind[T], o order, s scanner) (store.Position, *T, error) {
	var position store.Position
	keys := make([]any, len(o.keys))
	dest := make([]any, len(o.keys), len(o.keys)+1)
	for i := range keys {
		dest[i] = &keys[i]
	}
	v, err := k.scan(after{s, append(dest, &position.ID)})
	if err != nil {
		return position, nil, err
	}
	key, err := json.Marshal(keys)
	position.Key = string(key)
	return position, v, err
}

// decodePosition turns a position back into the values of its sort keys and id.
func decodePosition(o order, p *store.Position) ([]any, error) {
	var keys []any
	dec := json.NewDecoder(bytes.NewReader([]byte(p.Key)))
	dec.UseNumber()
	if err := dec.Decode(&keys); err != nil || len(keys) != len(o.keys) {
		return nil, fmt.Errorf("%w: the position %q is none of this list; take one from its pages", store.ErrInvalid, p.Key)
	}
	args := make([]any, 0, len(keys)+1)
	for i, k := range keys {
		v, err := keyValue(o.keys[i].typ, k)
		if err != nil {
			return nil, fmt.Errorf("%w: the position %q is none of this list; take one from its pages", store.ErrInvalid, p.Key)
		}
		args = append(args, v)
	}
	return append(args, p.ID), nil
}

func keyValue(t columnType, v any) (any, error) {
	switch v := v.(type) {
	case string:
		if t == textKey {
			return v, nil
		}
	case json.Number:
		if t == intKey {
			return v.Int64()
		}
		if t == realKey {
			return v.Float64()
		}
	}
	return nil, fmt.Errorf("%v is of another type", v)
}

// count counts what a condition keeps.
func count(ctx context.Context, db *DB, table string, c condition) (int, error) {
	n := 0
	err := each(ctx, reading{db}, func(s scanner) error { return s.Scan(&n) },
		"SELECT count(*) FROM "+table+" t "+c.where(), c.args...)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", table, err)
	}
	return n, nil
}
