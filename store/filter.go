package store

// ArticleOrder, QuoteOrder … say how a list is sorted; ids break ties always.
type (
	ArticleOrder string
	QuoteOrder   string
	EntityOrder  string
	FigureOrder  string
)

const (
	ArticlesNewest ArticleOrder = "newest" // by date published, undated last
	ArticlesOldest ArticleOrder = "oldest" // by date published, undated first

	QuotesNewest   QuoteOrder = "newest"
	QuotesOldest   QuoteOrder = "oldest"
	QuotesPosition QuoteOrder = "position" // by article, then as they stand in it

	EntitiesMostMentioned EntityOrder = "most-mentioned"
	EntitiesByName        EntityOrder = "name"

	FiguresNewest   FigureOrder = "newest"
	FiguresOldest   FigureOrder = "oldest"
	FiguresLargest  FigureOrder = "largest" // by value, whatever the unit: filter by unit
	FiguresSmallest FigureOrder = "smallest"
	FiguresPosition FigureOrder = "position"
)

// ArticleFilter: the zero value of a field asks nothing.
type ArticleFilter struct {
	Source string     // the paper, exactly
	From   Date       // published on or after
	To     Date       // published on or before
	Entity []EntityID // mentions any of these
	Order  ArticleOrder
}

// QuoteFilter: the zero value of a field asks nothing.
type QuoteFilter struct {
	Speaker      []EntityID // said by any of these …
	SpeakerText  string     // … or by a speaker printed so
	Organization []EntityID // the speaker's employer is any of these …
	OrgText      string     // … or printed so
	Article      ArticleID
	Source       string
	Kind         QuoteKind
	From, To     Date  // the article's date of publication, both included
	InDoubt      *bool // only where it is open who said it, or only where it is not
	Candidates   bool  // candidates too
	Order        QuoteOrder
}

// FigureFilter: the zero value of a field asks nothing.
type FigureFilter struct {
	Unit               string
	Currency           string     // ISO 4217
	Target             *bool      // only targets, or only facts
	Metric             string     // contained in the metric
	About              []EntityID // told of any of these …
	AboutText          string     // … or contained in the words printed
	Article            ArticleID
	Source             string
	MinValue, MaxValue *float64 // both included
	From, To           Date     // the article's date of publication, both included
	Candidates         bool     // candidates too
	Order              FigureOrder
}

// EntityFilter: the zero value of a field asks nothing.
type EntityFilter struct {
	Kind         EntityKind
	Name         string     // canonical name or alias, exactly
	Employer     []EntityID // of people: employed by any of these …
	EmployerText string     // … or by one printed so
	Article      ArticleID  // mentioned in it
	Candidates   bool       // candidates too
	Order        EntityOrder
}

// MentionFilter: the zero value of a field asks nothing.
type MentionFilter struct {
	Entity  EntityID
	Article ArticleID
}

// Outdated counts articles that an older extractor read, by its version.
type Outdated map[int]int

// Articles of all versions.
func (o Outdated) Articles() int {
	sum := 0
	for _, n := range o {
		sum += n
	}
	return sum
}

// Stats counts what the store holds.
type Stats struct {
	Articles, Quotes, Figures, Mentions        int
	People, Companies, Organizations, Projects int
	FirstPublished, LastPublished              Date
	LastChange                                 int64 // the log's last sequence number
}
