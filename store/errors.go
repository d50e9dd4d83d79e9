package store

import "errors"

var (
	// ErrNotFound: no such article, entity, quote or figure.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the caller's argument cannot be served; the message says what would work.
	ErrInvalid = errors.New("invalid argument")
	// ErrBusy: another process holds what is needed; trying again may help.
	ErrBusy = errors.New("busy")
	// ErrBuilding: the index is being built, and its answer would be wrong where
	// it says that something is not there.
	ErrBuilding = errors.New("the index is being built")
)
