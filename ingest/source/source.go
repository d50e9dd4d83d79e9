// Package source reads articles: bytes become a store.Article whose text is
// kept to the letter, with what the article prints about itself (headline,
// byline, dateline, paper, date) beside it.
//
// Formats: plain text, Markdown with YAML front matter, HTML, and JSON lines
// {id, title, source, published, text, url}; each may be gzipped. Encodings are
// told by content: UTF-8, UTF-16, GB18030 (and its parts GBK, GB2312), Big5.
package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"zhiku/store"
)

// DefaultMaxBytes is the largest article that is read, in bytes.
const DefaultMaxBytes = 16 << 20

// Options fill in what an article does not say itself, and set the limit.
type Options struct {
	Source   string
	Date     store.Date
	URL      string
	MaxBytes int64 // 0 means DefaultMaxBytes
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Offset is where an article's text begins in its decoded file: after a byte
// order mark, after front matter.
type Offset struct{ Bytes, Runes int }

// Item is one article, or why there is none.
type Item struct {
	Path       string // the file; "-" for standard input
	Line       int    // of JSON lines, from 1; else 0
	Article    *store.Article
	TextOffset Offset // of plain text and Markdown
	Err        error  // says what would work; does not name the file
}

// Name of an item for messages: the file, and for JSON lines the line.
func (i *Item) Name() string {
	if i.Line > 0 {
		return fmt.Sprintf("%s:%d", i.Path, i.Line)
	}
	return i.Path
}

// document is what a format gives before the printed words are looked through.
type document struct {
	format string
	text   string
	offset Offset
	// What the format's own fields say; "" where nothing.
	id, title, source, author, url string
	published                      store.Date
}

// Read reads one file's bytes: plain text, Markdown or HTML.
func Read(name string, data []byte, opt Options) *Item {
	item := &Item{Path: name}
	if int64(len(data)) > opt.maxBytes() {
		item.Err = tooLarge(opt)
		return item
	}
	text, encoding, mark, err := decode(data)
	if err != nil {
		item.Err = err
		return item
	}
	doc, err := parse(name, text, mark)
	if err != nil {
		item.Err = err
		return item
	}
	item.TextOffset = doc.offset
	item.Article, item.Err = newArticle(name, 0, doc, encoding, data, opt)
	return item
}

func tooLarge(opt Options) error {
	return fmt.Errorf("the article is larger than %d bytes; raise --max-bytes, or cut the file into articles", opt.maxBytes())
}

// parse reads a decoded file by its format. mark is the byte order mark's
// length in bytes.
func parse(name, text string, mark Offset) (document, error) {
	switch formatOf(name, text) {
	case "html":
		return parseHTML(text)
	case "markdown":
		return parseMarkdown(text, mark)
	default:
		return document{format: "text", text: text, offset: mark}, nil
	}
}

// formatOf tells the format by the file's name, or by its first words.
func formatOf(name, text string) string {
	switch strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))) {
	case ".html", ".htm", ".xhtml":
		return "html"
	case ".md", ".markdown":
		return "markdown"
	case ".txt", ".text":
		return "text"
	}
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)]))
	if strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") {
		return "html"
	}
	if strings.HasPrefix(text, "---\n") || strings.HasPrefix(text, "---\r\n") {
		return "markdown"
	}
	return "text"
}

// newArticle puts together what the format said, what the text prints, and
// what the options fill in. line counts in JSON lines, from 1; else it is 0.
func newArticle(name string, line int, doc document, encoding string, data []byte, opt Options) (*store.Article, error) {
	if strings.TrimSpace(doc.text) == "" {
		return nil, errors.New("there is no text in it; give an article of at least one sentence")
	}
	if i := strings.IndexByte(doc.text, 0); i >= 0 {
		return nil, fmt.Errorf("there is a NUL character at byte %d; remove it, or convert the file to UTF-8 text", i)
	}
	a := &store.Article{Format: doc.format, Encoding: encoding, Text: doc.text, Title: oneLine(doc.title),
		Source: doc.source, Author: doc.author, URL: doc.url, Published: doc.published, SHA256: digest(data, opt)}
	if a.Published != "" {
		a.PublishedFrom = store.FromMetadata
	}
	printed := readPrinted(doc.text)
	fill(a, &printed, opt)
	a.SourceKey = sourceKey(name, line, doc, a.URL, opt.Source)
	a.ID = store.NewArticleID(a.SourceKey)
	return a, nil
}

// fill takes what the format did not say from the text, then from the options.
func fill(a *store.Article, p *printed, opt Options) {
	if a.Title == "" {
		a.Title, a.TitleSpan = p.title, p.titleSpan
	} else {
		a.TitleSpan = spanOf(a.Text, a.Title)
	}
	a.Source = first(a.Source, p.source, opt.Source)
	a.Author = first(a.Author, p.author)
	a.Dateline = p.dateline
	a.URL = first(a.URL, opt.URL)
	if a.Published == "" {
		a.Published, a.PublishedFrom = p.date(opt.Date)
	}
}

func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sourceKey is what makes two texts the same article: its address; else the id
// its file gives it, with its paper or, where that is not told, its file, for
// the ids of two files may be the same; else the file itself, by its full path,
// so that one name in two folders is two articles, and the line. Only what has
// no id is known by its line: a line more at the top would make all others new.
// Standard input is no file that comes again: there the words tell. A name that
// is no path stands for itself.
func sourceKey(name string, line int, doc document, url, paper string) string {
	paper = first(doc.source, paper)
	switch {
	case url != "":
		return url
	case doc.id != "" && paper != "":
		return "id:" + paper + ":" + doc.id
	case name == "-":
		return "stdin:" + hash([]byte(doc.text))
	case doc.id != "":
		return "id:" + filepath.ToSlash(name) + ":" + doc.id
	case line > 0:
		return fmt.Sprintf("file:%s#%d", filepath.ToSlash(name), line)
	}
	return "file:" + filepath.ToSlash(name)
}

// digest is over the bytes, and over what was given beside them: another --date
// is another reading.
func digest(data []byte, opt Options) string {
	if opt.Source+string(opt.Date)+opt.URL == "" {
		return hash(data)
	}
	return hash(append([]byte(opt.Source+"\x00"+string(opt.Date)+"\x00"+opt.URL+"\x00"), data...))
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
