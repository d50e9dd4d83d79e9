package store

import "time"

// Article is one revision of one newspaper article.
type Article struct {
	ID        ArticleID
	SourceKey string // url, else the id in its paper or file, else the file: what makes two texts the same article
	Revision  int    // 1 for the first; set by the store
	SHA256    string // hex, of the bytes the article was read from
	Format    string // "text", "markdown", "html", "jsonl"
	Encoding  string // "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"

	Title     string // the headline, one line
	TitleSpan Span   // where the headline stands in Text; empty where it does not
	Text      string // the words as decoded, to the letter; every Span counts in it

	Source        string     // the paper or agency: 贵州日报
	Author        string     // the byline's names as printed: 张三 李四
	Dateline      string     // the place a report is filed from: 贵阳
	URL           string     // "" where unknown
	Published     Date       // "" where unknown
	PublishedFrom Provenance // where Published comes from

	IngestedAt time.Time // set by the store
}

// Provenance tells where a value of an article comes from.
type Provenance string

const (
	FromNowhere  Provenance = ""         // the value is not known
	FromMetadata Provenance = "metadata" // front matter, HTML head, JSONL field
	FromFlag     Provenance = "flag"     // given by who ingested it
	FromText     Provenance = "text"     // printed as the article's own date
	FromInferred Provenance = "inferred" // the latest full date in the text
)

// Paragraph is a stretch of an article as a reader sees it; page breaks that
// cut a paragraph in two are joined, so one Paragraph may have several Spans.
type Paragraph struct {
	Spans   []Span
	Heading bool
}
