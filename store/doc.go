// Package store holds the words of zhiku: what an article, an entity, a
// mention, a quote, a figure and a printed date are, how their ids are made,
// which filters and orders a reader may ask for, and which errors a store gives
// back.
//
// It imports the standard library only and everything else imports it. The one
// implementation is in store/sqlite.
//
// Rules that hold for every value here:
//   - a Span is half-open and counts both bytes (for Go) and Unicode code
//     points (for clients) of Article.Text, which is kept to the letter;
//   - numbers are in base units with the printed words beside them: 3.2亿元 is
//     320000000 元;
//   - ids are derived from content, so the same input gives the same ids;
//   - every extracted item carries its Evidence: rule, confidence, version.
package store
