package store

import "time"

// Op is what happened to a thing.
type Op string

const (
	Put       Op = "put"       // new or changed
	Withdrawn Op = "withdrawn" // no longer there
	Merged    Op = "merged"    // joined with another; its id still answers
)

// Change is one entry of the log that every write appends to, in the same
// transaction. Seq starts at 1 and has no gaps.
type Change struct {
	Seq     int64
	Kind    Kind
	ID      string
	Op      Op
	Article ArticleID // the article whose writing caused it
	At      time.Time
}

// Outcome is what putting a document came to.
type Outcome string

const (
	New       Outcome = "new"
	Changed   Outcome = "changed"
	Unchanged Outcome = "unchanged"
)
