package graph

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"runtime/debug"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"zhiku/graph/node"
	"zhiku/store"
)

// codes is the one table from errors to what clients are told. The first that
// fits counts; what fits none is INTERNAL.
var codes = []struct {
	is   error
	code node.Code
}{
	{store.ErrNotFound, node.NotFound},
	{store.ErrInvalid, node.InvalidArgument},
	{store.ErrBusy, node.Busy},
	{store.ErrBuilding, node.IndexBuilding},
	{context.DeadlineExceeded, node.Timeout},
	{context.Canceled, node.Cancelled},
}

// messages replaces those of errors that say nothing to a client.
var messages = map[node.Code]string{
	node.Timeout:   "the query took too long; ask for less at once, or for rarer words",
	node.Cancelled: "the request was cancelled",

	node.IndexBuilding: "the index is being built, so that there is no verdict yet; try again once stats { indexBuilding } is false",
}

func init() {
	// These refuse a request before anything of it is run, as a document that
	// is no query of the schema is refused, and have the same HTTP status.
	for _, c := range []node.Code{node.TooComplex, node.TooDeep, node.TooLong, node.BadRequest} {
		errcode.RegisterErrorType(string(c), errcode.KindProtocol)
	}
}

// present gives every error a code, and hides what is none of the client's
// business: that goes to the log, under an id.
func present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		out := graphql.DefaultErrorPresenter(ctx, err)
		if _, coded := out.Extensions["code"]; coded {
			return out
		}
		code, message := describe(err)
		if code == node.Internal {
			id := rand.Text()[:10]
			log.ErrorContext(ctx, "graphql: internal error", "id", id, "path", out.Path.String(), "error", err)
			message = "internal error " + id
		}
		out.Message = message
		errcode.Set(out, string(code))
		return out
	}
}

func describe(err error) (node.Code, string) {
	var own *node.Error
	if errors.As(err, &own) {
		return own.Code, own.Message
	}
	for _, c := range codes {
		if errors.Is(err, c.is) {
			if m, ok := messages[c.code]; ok {
				return c.code, m
			}
			return c.code, strings.TrimSuffix(unwrapped(err), ": "+c.is.Error())
		}
	}
	var gql *gqlerror.Error
	if errors.As(err, &gql) && gql.Err == nil {
		return badRequest(gql)
	}
	return node.Internal, ""
}

// unwrapped is the message of the error itself, without gqlgen's path before it.
func unwrapped(err error) string {
	var gql *gqlerror.Error
	if errors.As(err, &gql) && gql.Err != nil {
		return gql.Err.Error()
	}
	return err.Error()
}

// badRequest is for errors that gqlgen itself makes of a request. One that
// quotes the whole body is cut.
func badRequest(err *gqlerror.Error) (node.Code, string) {
	message, _, _ := strings.Cut(err.Message, " body:")
	if len(err.Path) > 0 {
		return node.InvalidArgument, message
	}
	return node.BadRequest, message
}

// recovered turns a panic in a resolver into an error; the log has the stack.
func recovered(log *slog.Logger) graphql.RecoverFunc {
	return func(ctx context.Context, p any) error {
		log.ErrorContext(ctx, "graphql: panic", "panic", p, "stack", string(debug.Stack()))
		return errPanic
	}
}

var errPanic = errors.New("a resolver panicked; the log has the stack")
