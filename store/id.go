package store

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Ids are opaque to clients, but their first letter tells the kind, so that
// node(id:) needs no look-up to know where to look. The rest is the start of a
// SHA-256 over what the thing is made of; items of an article begin with the
// article's.
type (
	ArticleID string // "a-…", of the source key
	QuoteID   string // "q-…", of article, kind, words, and which of equal ones
	FigureID  string // "f-…", of article, sentence, surface, and which of equal ones
	MentionID string // "m-…", as FigureID
	DateID    string // "d-…", as FigureID
	EntityID  string // "p-…", "c-…", "o-…", "j-…", of kind and joining key
)

// idHexDigits of SHA-256 are kept: 80 bits, so that a thousand million items
// collide with a probability below one in a million.
const idHexDigits = 20

func makeID(prefix string, parts ...string) string {
	var room [512]byte // enough for nearly all
	text := room[:0]
	for i, part := range parts {
		if i > 0 {
			text = append(text, 0)
		}
		text = append(text, part...)
	}
	sum := sha256.Sum256(text)
	id := append(append(room[:0], prefix...), '-')
	return string(hex.AppendEncode(id, sum[:idHexDigits/2]))
}

// articleHexDigits of an item's id are its article's, so that the items of one
// article stand together wherever they are sorted by id: writing an article
// then touches few pages of the database. The rest tells its items apart.
const articleHexDigits = 8

// makeItemID makes the id of an item; its article is the first of the parts.
func makeItemID(prefix string, parts ...string) string {
	_, article, _ := strings.Cut(parts[0], "-")
	own := makeID(prefix, parts...)
	if len(article) < articleHexDigits {
		return own
	}
	return prefix + "-" + article[:articleHexDigits] + own[len(prefix)+1+articleHexDigits:]
}

// NewArticleID derives the id of the article that sourceKey names (its url, or
// else its file's id). Revisions of one article share it.
func NewArticleID(sourceKey string) ArticleID {
	return ArticleID(makeID("a", sourceKey))
}

// NewQuoteID derives a quote's id from its words and not from its place, so
// that a quote keeps its id when a revision moves it. nth tells equal ones of
// one article apart, from 0.
func NewQuoteID(a ArticleID, kind QuoteKind, text string, nth int) QuoteID {
	return QuoteID(makeItemID("q", string(a), string(kind), text, strconv.Itoa(nth)))
}

// NewFigureID derives a figure's id from the sentence it stands in.
func NewFigureID(a ArticleID, sentence, surface string, nth int) FigureID {
	return FigureID(makeItemID("f", string(a), sentence, surface, strconv.Itoa(nth)))
}

// NewMentionID derives a mention's id from the sentence it stands in.
func NewMentionID(a ArticleID, sentence, surface string, nth int) MentionID {
	return MentionID(makeItemID("m", string(a), sentence, surface, strconv.Itoa(nth)))
}

// NewDateID derives a printed date's id from the sentence it stands in.
func NewDateID(a ArticleID, sentence, surface string, nth int) DateID {
	return DateID(makeItemID("d", string(a), sentence, surface, strconv.Itoa(nth)))
}

// NewEntityID derives an entity's id from its kind and Entity.Key.
func NewEntityID(kind EntityKind, key string) EntityID {
	return EntityID(makeID(kind.prefix(), string(kind), key))
}

// Kind is what an id or a change is about.
type Kind string

const (
	KindArticle      Kind = "article"
	KindQuote        Kind = "quote"
	KindFigure       Kind = "figure"
	KindMention      Kind = "mention"
	KindDate         Kind = "date"
	KindPerson       Kind = "person"
	KindCompany      Kind = "company"
	KindOrganization Kind = "organization"
	KindProject      Kind = "project"
)

var kindOfPrefix = map[string]Kind{
	"a": KindArticle, "q": KindQuote, "f": KindFigure, "m": KindMention, "d": KindDate,
	"p": KindPerson, "c": KindCompany, "o": KindOrganization, "j": KindProject,
}

// KindOf tells what kind of thing id names; ok is false for what is no id.
func KindOf(id string) (kind Kind, ok bool) {
	prefix, rest, found := strings.Cut(id, "-")
	if !found || len(rest) != idHexDigits || strings.Trim(rest, "0123456789abcdef") != "" {
		return "", false
	}
	kind, ok = kindOfPrefix[prefix]
	return kind, ok
}
