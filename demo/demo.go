// Package demo holds the sample articles of `zhiku demo`. All names of people,
// companies, organisations, projects, places and papers in them are invented;
// any likeness to real ones is chance. The texts were written for this project
// and stand under its licence.
//
// They show what newspapers print: an epigraph with its source line, quotations
// in every common pattern, a signed statement, a data box, a paragraph cut by a
// page break, an agency report that leaves out the year, traditional characters
// with 「」, unnamed sources, and two people who share a name (周岳明).
package demo

import "embed"

// Articles are the samples as files, in the folder "articles".
//
//go:embed articles
var Articles embed.FS

// Query is a first GraphQL query to try on them: what is said of batteries, by
// whom and where.
const Query = `{
  quotes(first: 2, filter: {search: "电池"}) {
    totalCount
    nodes {
      text
      kind
      speaker { name }
      title
      organization
      spans { start end }
      article { title source published }
    }
  }
}`
