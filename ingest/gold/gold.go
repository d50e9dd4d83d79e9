// Package gold reads and writes extractions as JSON beside the article they
// were made of, and scores one set of them against another. zhiku extract
// writes this form; hand annotation uses it too.
//
// Offsets count Unicode code points of the article's file as it is, from 0,
// end exclusive, no newline translated and a byte order mark counted.
package gold

import (
	"encoding/json"
	"fmt"
	"os"
)

// Article is NAME.json beside NAME.txt.
type Article struct {
	Article       string   `json:"article"`
	SHA256        string   `json:"sha256"` // of the file's bytes, hex
	Source        string   `json:"source"`
	Published     string   `json:"published"`
	Title         string   `json:"title,omitempty"`
	Extractor     int      `json:"extractor,omitempty"` // extract.Version; 0 for hand annotation
	Quotes        []Quote  `json:"quotes"`
	People        []Person `json:"people"`
	Companies     []Name   `json:"companies"`
	Organizations []Name   `json:"organizations"`
	Projects      []Name   `json:"projects"`
	Figures       []Figure `json:"figures"`
	Dates         []Date   `json:"dates"` // hand annotation has none
	// Unsure are what an extraction keeps as candidates, which is not shown; nil
	// where they are not known.
	Unsure *Article `json:"-"`
}

// Quote is one stretch of somebody's words. The stretches of a quotation that
// an attribution or paragraphs divide are items of one Group; 0 stands alone.
type Quote struct {
	Start        int    `json:"start"`
	End          int    `json:"end"`
	Text         string `json:"text"`
	Kind         string `json:"kind"`
	Speaker      string `json:"speaker"`
	Named        bool   `json:"named"`
	Title        string `json:"title"`
	Organization string `json:"organization"`
	Cue          string `json:"cue"`
	Group        int    `json:"group"`
	Optional     bool   `json:"optional,omitempty"`
	// Candidates are all who may have said it, the likeliest first, where the
	// speaker is not the only one.
	Candidates []Candidate `json:"candidates,omitempty"`
	*Evidence
}

// Candidate is one of several who may have said something; the weights of all
// make 1.
type Candidate struct {
	Who    string  `json:"who"`
	Named  bool    `json:"named"` // false for an unnamed source
	Weight float64 `json:"weight"`
	Joint  bool    `json:"joint,omitempty"` // speaks together with the speaker
}

// Person is everybody the article names.
type Person struct {
	Name         string    `json:"name"`
	Title        string    `json:"title"`
	Organization string    `json:"organization"`
	Optional     bool      `json:"optional,omitempty"`
	Mentions     []Stretch `json:"mentions,omitempty"`
}

// Name is a company, organisation or project by its fullest printed form.
type Name struct {
	Name     string    `json:"name"`
	Aliases  []string  `json:"aliases"`
	Owner    string    `json:"owner,omitempty"` // of a project
	Place    string    `json:"place,omitempty"` // of a project
	Optional bool      `json:"optional,omitempty"`
	Mentions []Stretch `json:"mentions,omitempty"`
}

// Stretch is where a name stands.
type Stretch struct {
	Start int `json:"start"`
	End   int `json:"end"`
	*Evidence
}

// Figure is a number with what it measures. Numbers keep every digit.
type Figure struct {
	Start    int          `json:"start"`
	End      int          `json:"end"`
	Text     string       `json:"text"`
	Value    json.Number  `json:"value"`
	From     *json.Number `json:"from,omitempty"`
	To       *json.Number `json:"to,omitempty"`
	Unit     string       `json:"unit"`
	Currency string       `json:"currency,omitempty"` // ISO 4217
	Target   bool         `json:"target,omitempty"`   // an aim or a forecast
	Hedge    string       `json:"hedge"`
	Metric   string       `json:"metric"`
	About    string       `json:"about"`
	Period   string       `json:"period"`
	Optional bool         `json:"optional,omitempty"`
	*Evidence
}

// Date is a printed date or period.
type Date struct {
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
	From      string `json:"from"`      // 2026-01-20; empty where it cannot be resolved
	To        string `json:"to"`        // the last day, included
	Precision string `json:"precision"` // day, month, quarter, half, year or span; empty for 每年, 目前
	Relative  bool   `json:"relative"`  // not all of it is printed: 昨日, 3月5日
	Anchor    string `json:"anchor"`    // what a relative one is counted from: sentence, publication or text
	*Evidence
}

// Evidence says how an item was found; hand annotation has none.
type Evidence struct {
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Load reads one NAME.json.
func Load(path string) (*Article, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var a Article
	if err := json.Unmarshal(data, &a); err != nil {
		return nil, fmt.Errorf("%s: not an annotation: %w", path, err)
	}
	return &a, nil
}
