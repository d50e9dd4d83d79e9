package node

import "fmt"

// Code tells clients what kind of error it is, in extensions.code. Beside these
// there are GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED for documents
// that are no query of this schema.
type Code string

const (
	NotFound        Code = "NOT_FOUND"        // what must be there is not: a quote's article
	InvalidArgument Code = "INVALID_ARGUMENT" // the message says what would work
	InvalidCursor   Code = "INVALID_CURSOR"   // garbage, or of another list or order
	BadRequest      Code = "BAD_REQUEST"      // the HTTP body is no GraphQL request
	TooComplex      Code = "TOO_COMPLEX"      // asks for too much at once
	TooDeep         Code = "TOO_DEEP"         // nested too deeply
	TooLong         Code = "TOO_LONG"         // too many tokens or bytes
	Busy            Code = "BUSY"             // trying again may help
	IndexBuilding   Code = "INDEX_BUILDING"   // the answer would be wrong until the index is whole
	Timeout         Code = "TIMEOUT"          // took longer than a query may
	Cancelled       Code = "CANCELLED"        // the client went away
	Internal        Code = "INTERNAL"         // our fault; the id in the message is in the log
)

// Error is an error that clients may read.
type Error struct {
	Code    Code
	Message string
}

func (e *Error) Error() string { return e.Message }

// Errorf makes an Error.
func Errorf(code Code, format string, args ...any) error {
	return &Error{code, fmt.Sprintf(format, args...)}
}
