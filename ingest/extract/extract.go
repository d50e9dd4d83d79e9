// Package extract holds what extraction finds in an article, before the store
// knows of it, and the version of the rules that find it. The finders are in
// its subpackages: names, dates, quotes, figures. All are pure functions of a
// text.View; offsets are bytes of View.Text.
package extract

import (
	"zhiku/ingest/text"
	"zhiku/store"
)

// Version is raised whenever the same text may give other items.
//
//	1  rules, lexicons and a trained tagger
//	2  the tagger trained anew with half the templates; reports, speakers and their
//	   posts, metrics of figures by clause, lengths of time
//	3  dates, and who else may have said a quote, are kept with the article
const Version = 4

// Found says how an item was found.
type Found struct {
	Rule       string  // "names.org-suffix"
	Confidence float64 // 0 to 1
}

// Mention is one place where the article names an entity.
type Mention struct {
	text.Range
	Kind store.EntityKind
	// Of a person, where this mention prints them beside the name:
	Title    text.Range // empty where none
	Employer text.Range // empty where none
	Behind   text.Range // a second title, behind the name: 博士生导师卫成蹊教授; empty where none
	Found
}

// Entity is what several mentions in one article mean.
type Entity struct {
	Kind     store.EntityKind
	Name     string   // the fullest printed form
	Aliases  []string // the other printed forms
	Mentions []int    // into Linked.Mentions
	// Of a person:
	Title          string // 党委书记、董事长
	Employer       string // in its fullest printed form
	EmployerEntity int    // into Linked.Entities; -1 where it is none
	// Of a project, where the article prints them:
	Owner     int    // the firm or body whose it is, into Linked.Entities; -1 where it is none
	OwnerText string // in its fullest printed form
	Place     string // where it stands, as printed: 沂川市远屿县
}

// Linked is all that the article names. Mentions are sorted by Start and do
// not overlap; EntityOf runs beside them.
type Linked struct {
	Mentions []Mention
	EntityOf []int
	Entities []Entity
}

// Quote is what somebody said, before ids.
type Quote struct {
	Kind               store.QuoteKind
	Ranges             []text.Range // one, or several where an attribution or paragraphs divide it
	Context            text.Range   // the sentences around it
	Cue                text.Range   // may be empty
	Speaker            text.Range   // where the attribution names the speaker; may be empty
	SpeakerEntity      int          // into Linked.Entities; -1 for an unnamed source
	SpeakerText        string       // the fullest name, or an unnamed source's description
	Named              bool
	Title              string
	Organization       string
	OrganizationEntity int  // into Linked.Entities; -1 where it is none
	Optional           bool // a few quoted words, an institution's voice
	// Candidates are all whom the words may be of, the speaker first, where he is
	// not the only one.
	Candidates []Candidate
	Found
}

// Candidate is one of several who may have said something. The weights of all
// make 1; of two equal ones the one named first in the text's order of finding
// comes first.
type Candidate struct {
	Who    string // the fullest name, or a description
	Entity int    // into Linked.Entities; -1 for an unnamed source
	Weight float64
	Joint  bool // speaks together with the speaker: 甲、乙指出
}

// Figure is a number the article states, before ids.
type Figure struct {
	text.Range
	Value, From, To store.Decimal
	Unit, Hedge     string
	Currency        string // ISO 4217 code of money, such as "CNY"; "" where it is none or print leaves it open
	Metric          string
	About           string
	AboutEntity     int // into Linked.Entities; -1 where it is none
	Period          string
	PeriodVia       string // "printed", "inferred" or ""
	Target          bool   // an aim, a plan or a forecast, not a fact
	Found
}
