package store

import "context"

// Writer takes documents in. One process writes at a time; others wait.
type Writer interface {
	// Put writes a document in one transaction: it replaces what its article
	// had, joins its entities with those known, and appends to the log. Nothing
	// happens when the same bytes were read by the same extractor already.
	Put(ctx context.Context, doc *Document) (Outcome, error)
	// Known tells whether these bytes under this key were put already by this
	// extractor version, so that reading them again can be spared; and the id of
	// the article that has the key, "" where none has. It keeps that id, whatever
	// its key was when it was first read.
	Known(ctx context.Context, sourceKey, sha256 string, extractor int) (id ArticleID, known bool, err error)
}

// Log is the change log; everything that follows the store reads it.
type Log interface {
	// Changes gives at most limit entries after seq, in order.
	Changes(ctx context.Context, after int64, limit int) ([]Change, error)
	// LastChange is the log's last sequence number, 0 for an empty store.
	LastChange(ctx context.Context) (int64, error)
}

// Reader answers. Methods that take ids give what is there, by id, in one
// query; a missing id is missing from the map. The list methods take a filter
// and a page; the count methods count the same filter.
type Reader interface {
	Log
	Stats(ctx context.Context) (Stats, error)
	// Outdated counts the articles that an extractor older than this one read.
	Outdated(ctx context.Context, extractor int) (Outdated, error)

	ArticlesByID(ctx context.Context, ids []ArticleID) (map[ArticleID]*Article, error)
	QuotesByID(ctx context.Context, ids []QuoteID) (map[QuoteID]*Quote, error)
	FiguresByID(ctx context.Context, ids []FigureID) (map[FigureID]*Figure, error)
	EntitiesByID(ctx context.Context, ids []EntityID) (map[EntityID]*Entity, error)
	MentionsByID(ctx context.Context, ids []MentionID) (map[MentionID]*Mention, error)
	DatesByID(ctx context.Context, ids []DateID) (map[DateID]*DateMention, error)

	Articles(ctx context.Context, f ArticleFilter, p PageRequest) (*Page[*Article], error)
	CountArticles(ctx context.Context, f ArticleFilter) (int, error)
	Quotes(ctx context.Context, f QuoteFilter, p PageRequest) (*Page[*Quote], error)
	CountQuotes(ctx context.Context, f QuoteFilter) (int, error)
	Figures(ctx context.Context, f FigureFilter, p PageRequest) (*Page[*Figure], error)
	CountFigures(ctx context.Context, f FigureFilter) (int, error)
	Entities(ctx context.Context, f EntityFilter, p PageRequest) (*Page[*Entity], error)
	CountEntities(ctx context.Context, f EntityFilter) (int, error)
	Mentions(ctx context.Context, f MentionFilter, p PageRequest) (*Page[*Mention], error)
	CountMentions(ctx context.Context, f MentionFilter) (int, error)
	CountDates(ctx context.Context, article ArticleID) (int, error)

	// EntitiesNamed gives the ids of the entities with this canonical name or
	// alias; kinds "" means any.
	EntitiesNamed(ctx context.Context, name string, kinds ...EntityKind) ([]EntityID, error)

	// Batches for nested fields: the employments of people, the people of
	// organisations, and the owners and places of projects, by id, in one query
	// each.
	AffiliationsOf(ctx context.Context, people []EntityID) (map[EntityID][]Affiliation, error)
	AffiliatedWith(ctx context.Context, organizations []EntityID) (map[EntityID][]Affiliation, error)
	UndertakingsOf(ctx context.Context, projects []EntityID) (map[EntityID][]Undertaking, error)

	// The first perParent of each parent, in one query: of entities the newest
	// first, of articles in the order of place (entities by mentions).
	QuotesOf(ctx context.Context, speakers []EntityID, perParent int) (map[EntityID][]*Quote, error)
	MentionsOf(ctx context.Context, entities []EntityID, perParent int) (map[EntityID][]*Mention, error)
	FiguresAbout(ctx context.Context, entities []EntityID, perParent int) (map[EntityID][]*Figure, error)
	ArticlesOf(ctx context.Context, entities []EntityID, perParent int) (map[EntityID][]*Article, error)
	QuotesIn(ctx context.Context, articles []ArticleID, perParent int) (map[ArticleID][]*Quote, error)
	FiguresIn(ctx context.Context, articles []ArticleID, perParent int) (map[ArticleID][]*Figure, error)
	MentionsIn(ctx context.Context, articles []ArticleID, perParent int) (map[ArticleID][]*Mention, error)
	DatesIn(ctx context.Context, articles []ArticleID, perParent int) (map[ArticleID][]*DateMention, error)
	EntitiesIn(ctx context.Context, articles []ArticleID, perParent int) (map[ArticleID][]*Entity, error)
}
