package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/goccy/go-yaml"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhiku/store"
)

// frontMatter is what a Markdown file may say before its text.
type frontMatter struct {
	Title  string `yaml:"title"`
	Date   string `yaml:"date"`
	Source string `yaml:"source"`
	Author any    `yaml:"author"` // a name or a list of names
	URL    string `yaml:"url"`
}

// parseMarkdown takes the front matter off; what follows is the text, to the
// letter.
func parseMarkdown(text string, mark Offset) (document, error) {
	doc := document{format: "markdown", text: text, offset: mark}
	head, body, ok := splitFrontMatter(text)
	if !ok {
		return doc, nil
	}
	var m frontMatter
	if err := yaml.Unmarshal([]byte(head), &m); err != nil {
		return doc, fmt.Errorf("the front matter between the --- lines is no YAML (%s); write it as: title: …", oneLine(err.Error()))
	}
	skipped := text[:len(text)-len(body)]
	doc.text = body
	doc.offset = Offset{mark.Bytes + len(skipped), mark.Runes + utf8.RuneCountInString(skipped)}
	doc.title, doc.source, doc.url, doc.author = m.Title, m.Source, m.URL, names(m.Author)
	var err error
	doc.published, err = metadataDate("date", m.Date)
	return doc, err
}

// splitFrontMatter finds the lines between two lines of ---.
func splitFrontMatter(text string) (head, body string, ok bool) {
	open, rest, _ := strings.Cut(text, "\n")
	if strings.TrimRight(open, "\r ") != "---" {
		return "", text, false
	}
	for at := 0; at < len(rest); {
		line, _, _ := strings.Cut(rest[at:], "\n")
		next := min(at+len(line)+1, len(rest))
		if strings.TrimRight(line, "\r ") == "---" {
			return rest[:at], rest[next:], true
		}
		at = next
	}
	return "", text, false
}

func names(author any) string {
	switch a := author.(type) {
	case string:
		return a
	case []any:
		var all []string
		for _, name := range a {
			all = append(all, fmt.Sprint(name))
		}
		return strings.Join(all, " ")
	}
	return ""
}

var yearOrMonth = regexp.MustCompile(`^([0-9]{4})年?(?:[-/.]?([0-9]{1,2})月?)?$`)

// metadataDate reads a field that holds a date: 2026-01-20, also with a time
// behind it. A year or month alone (2018, 2018-05) is no day: the text is left
// to say which. Anything else is an error: somebody meant something.
func metadataDate(field, value string) (store.Date, error) {
	value = strings.TrimSpace(value)
	if value == "" {
		return "", nil
	}
	if d, ok := parseNumericDate(value); ok {
		return d, nil
	}
	if d, _, ok := findFullDate(value); ok {
		return d, nil
	}
	if m := yearOrMonth.FindStringSubmatch(value); m != nil {
		if _, err := store.NewDate(atoi(m[1]), max(atoi(m[2]), 1), 1); err == nil {
			return "", nil
		}
	}
	return "", fmt.Errorf("%s %q is no day between the years %d and %d; write it as 2026-01-20", field, value, store.MinYear, store.MaxYear)
}

// line is one line of JSON lines.
type line struct {
	ID        json.RawMessage `json:"id"`
	Title     string          `json:"title"`
	Source    string          `json:"source"`
	Published string          `json:"published"`
	Text      string          `json:"text"`
	URL       string          `json:"url"`
}

// parseLine reads one line of JSON lines.
func parseLine(data []byte) (document, error) {
	doc := document{format: "jsonl"}
	if !utf8.Valid(data) {
		return doc, fmt.Errorf("byte %d of the line is no UTF-8; JSON lines are UTF-8", firstInvalid(data))
	}
	var l line
	if err := json.Unmarshal(data, &l); err != nil {
		return doc, fmt.Errorf("the line is no article in JSON (%w); write one line each: {\"id\":…,\"title\":…,\"source\":…,\"published\":…,\"text\":…,\"url\":…}", err)
	}
	if strings.TrimSpace(l.Text) == "" {
		return doc, errors.New("the line has no \"text\"; give the article's words in it")
	}
	doc.id, doc.text, doc.title, doc.source, doc.url = lineID(l.ID), l.Text, l.Title, l.Source, l.URL
	var err error
	doc.published, err = metadataDate("published", l.Published)
	return doc, err
}

// lineID takes an id that is a string or a number.
func lineID(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	if s = string(bytes.TrimSpace(raw)); s == "null" {
		return ""
	}
	return s
}

// parseHTML finds the article on a page; its text is the words of the main
// part, a line a paragraph.
func parseHTML(text string) (document, error) {
	doc := document{format: "html"}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return doc, fmt.Errorf("the page cannot be read as HTML: %w", err)
	}
	doc.url = canonical(root)
	pageURL, err := url.Parse(doc.url)
	if err != nil || doc.url == "" {
		pageURL = &url.URL{Scheme: "http", Host: "localhost"} // readability resolves links against it
	}
	page, err := readability.FromDocument(root, pageURL)
	if err != nil || page.Node == nil {
		return doc, errors.New("no article was found on the page; save the page that holds the article's text")
	}
	var b strings.Builder
	writeText(&b, page.Node)
	doc.text = tidyLines(b.String())
	doc.title, doc.source, doc.author = page.Title(), page.SiteName(), page.Byline()
	if t, err := page.PublishedTime(); err == nil {
		doc.published, _ = store.NewDate(t.Year(), int(t.Month()), t.Day()) // a misprint on the page is no reason to refuse it
	}
	return doc, nil
}

// canonical gives the page's own address, where it names one.
func canonical(root *html.Node) string {
	for n := range root.Descendants() {
		if n.DataAtom == atom.Link && attribute(n, "rel") == "canonical" {
			return attribute(n, "href")
		}
		if n.DataAtom == atom.Meta && attribute(n, "property") == "og:url" {
			return attribute(n, "content")
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// inline elements do not end a line.
var inline = map[atom.Atom]bool{atom.A: true, atom.B: true, atom.Strong: true, atom.I: true, atom.Em: true, atom.Span: true,
	atom.Font: true, atom.U: true, atom.Sub: true, atom.Sup: true, atom.Small: true, atom.Mark: true, atom.Code: true, atom.Time: true}

func writeText(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(n.Data))
		return
	case n.DataAtom == atom.Br:
		b.WriteByte('\n')
		return
	}
	block := n.Type == html.ElementNode && !inline[n.DataAtom]
	if block {
		b.WriteByte('\n')
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeText(b, c)
	}
	if block {
		b.WriteByte('\n')
	}
}

// tidyLines trims lines and drops empty ones.
func tidyLines(s string) string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}
