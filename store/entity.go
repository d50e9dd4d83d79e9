package store

// EntityKind is one of the four kinds of things articles tell of.
type EntityKind string

const (
	Person       EntityKind = "person"
	Company      EntityKind = "company"
	Organization EntityKind = "organization"
	Project      EntityKind = "project"
)

// EntityKinds lists all kinds in the order they are shown.
var EntityKinds = []EntityKind{Person, Company, Organization, Project}

func (k EntityKind) prefix() string {
	switch k {
	case Person:
		return "p"
	case Company:
		return "c"
	case Organization:
		return "o"
	default:
		return "j"
	}
}

// Entity is a person, company, organisation or project, joined over articles
// by kind and Key.
type Entity struct {
	ID      EntityID
	Kind    EntityKind
	Name    string   // the fullest printed form
	Aliases []string // all other printed forms, without Name
	// Key joins entities over articles: the name folded in width and script;
	// for a person the employer's folded name follows after U+0000, because
	// two people of one name and two employers are two people.
	Key      string
	Employer string // of a person: the employer in Key, as printed; else ""

	// Of the surest mention: in the document of one article, of that article's;
	// in the store, of all.
	Confidence float64

	// Counted by the store over all articles, not set by who writes.
	// QuoteCount leaves candidates out.
	MentionCount, ArticleCount, QuoteCount int
}

// Mention is one place where an article names an entity.
type Mention struct {
	ID      MentionID
	Article ArticleID
	Entity  EntityID
	Kind    EntityKind
	Span    Span
	Surface string // as printed there: 刺梨集团
	Evidence
}

// Affiliation says that an article gives a person a title, an employer or both.
type Affiliation struct {
	Article          ArticleID
	Person           EntityID
	Organization     EntityID // "" where the employer is no entity of the article
	OrganizationText string   // as printed in its fullest form
	Title            string   // 党委书记、董事长
}

// Undertaking says whose project an article tells of and where it stands; at
// least one of the two is known.
type Undertaking struct {
	Article   ArticleID
	Project   EntityID
	Owner     EntityID // "" where the owner is no entity of the article
	OwnerText string   // as printed in its fullest form; "" where unknown
	Place     string   // as printed; "" where unknown
}

// Evidence says how an item was found.
type Evidence struct {
	Rule       string  // the rule or model: "quote.said-after"
	Confidence float64 // 0 to 1: of items said to be 0.9, nine in ten should be right
	Extractor  int     // extract.Version at the time
}

// CandidateBelow is the confidence under which an item is a candidate: kept,
// and given to who asks for candidates, but not shown by default.
const CandidateBelow = 0.5

// Candidate tells whether an item is too unsure to be shown by default.
func (e Evidence) Candidate() bool { return e.Confidence < CandidateBelow }

// Candidate tells whether every mention of an entity is a candidate.
func (e *Entity) Candidate() bool { return e.Confidence < CandidateBelow }
