package node

import (
	"io"
	"strconv"
	"time"

	"zhiku/store"

	"github.com/99designs/gqlgen/graphql"
)

func quoted(s string) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { io.WriteString(w, strconv.Quote(s)) })
}

// MarshalDate writes a day as "2026-01-20", no date as null.
func MarshalDate(d store.Date) graphql.Marshaler {
	if d == "" {
		return graphql.Null
	}
	return quoted(string(d))
}

// UnmarshalDate reads a day.
func UnmarshalDate(v any) (store.Date, error) {
	s, ok := v.(string)
	if !ok {
		return "", Errorf(InvalidArgument, "a Date is a string such as \"2026-01-20\"")
	}
	d, err := store.ParseDate(s)
	if err != nil {
		return "", Errorf(InvalidArgument, "%v", err)
	}
	return d, nil
}

// MarshalDateTime writes a moment in RFC 3339, in UTC.
func MarshalDateTime(t time.Time) graphql.Marshaler {
	return quoted(t.UTC().Format(time.RFC3339Nano))
}

// UnmarshalDateTime reads RFC 3339.
func UnmarshalDateTime(v any) (time.Time, error) {
	s, _ := v.(string)
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return t, Errorf(InvalidArgument, "a DateTime is a string such as \"2026-01-20T08:30:00Z\"")
	}
	return t, nil
}

// MarshalDecimal writes a number as a string, no number as null.
func MarshalDecimal(d store.Decimal) graphql.Marshaler {
	if d == "" {
		return graphql.Null
	}
	return quoted(string(d))
}

// UnmarshalDecimal reads a number in plain notation.
func UnmarshalDecimal(v any) (store.Decimal, error) {
	s, _ := v.(string)
	d, err := store.ParseDecimal(s)
	if err != nil {
		return "", Errorf(InvalidArgument, "a Decimal is a string such as \"35.5\"")
	}
	return d, nil
}
