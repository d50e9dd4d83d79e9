package store

import (
	"fmt"
	"strings"
)

// QuoteKind tells how somebody's words are printed.
type QuoteKind string

const (
	Direct   QuoteKind = "direct"   // in quotation marks
	Block    QuoteKind = "block"    // set apart with no marks: epigraph, statement
	Indirect QuoteKind = "indirect" // reported after or before a cue, no marks
	// Term is no quotation: a term, slogan, nickname or title in marks (“链主”).
	// It has no speaker, and lists and searches of quotes leave it out unless
	// they ask for this kind.
	Term QuoteKind = "term"
)

// Quote is what somebody said or wrote.
type Quote struct {
	ID      QuoteID
	Article ArticleID
	Kind    QuoteKind
	Text    string // the words of all Spans; where there are several, joined by "\n"
	Spans   []Span // one, or several where an attribution or paragraphs divide it; in order
	Context Span   // the sentence or sentences around it, attribution included

	Cue     string // the verb or phrase that tells it is speech: 说, 告诉记者; may be ""
	CueSpan Span   // empty where Cue is

	// Speaker is the entity that speaks; "" for an unnamed source.
	Speaker EntityID
	// SpeakerText is the speaker's fullest name, or for an unnamed source the
	// words printed (一位不愿具名的经销商); "" where nobody is named.
	SpeakerText string
	SpeakerSpan Span // where the attribution names the speaker; may be empty
	Named       bool // a person or body with a name, not a description
	// Candidates are all who may have said it, the speaker first, where the
	// article leaves open who did or several speak together; empty where nobody
	// else comes into question.
	Candidates []SpeakerCandidate

	Title            string   // the speaker's title in this article
	OrganizationText string   // the speaker's employer in this article, fullest form
	Organization     EntityID // the same as an entity; "" where it is none
	Evidence
}

// SpeakerCandidate is one of several who may have said something.
type SpeakerCandidate struct {
	Name   string   // the fullest name, or for an unnamed source the words printed
	Entity EntityID // "" for an unnamed source
	Weight float64  // over 0; those of all candidates make 1
	Joint  bool     // speaks together with the speaker: 甲、乙指出
}

// InDoubt tells whether the article leaves open who said a quote.
func (q *Quote) InDoubt() bool { return len(q.Rivals()) > 0 }

// Rivals are those who may have said it in the speaker's place.
func (q *Quote) Rivals() []SpeakerCandidate { return q.others(false) }

// Together are those who said it with the speaker.
func (q *Quote) Together() []SpeakerCandidate { return q.others(true) }

// Others says who spoke with the speaker, and who may have in his place, each in a
// format that takes their names, joined; nothing where nobody else comes into question.
func (q *Quote) Others(together, rivals, joint string) []string {
	var out []string
	for _, o := range []struct {
		all []SpeakerCandidate
		say string
	}{{q.Together(), together}, {q.Rivals(), rivals}} {
		var names []string
		for _, c := range o.all {
			names = append(names, c.Name)
		}
		if names != nil {
			out = append(out, fmt.Sprintf(o.say, strings.Join(names, joint)))
		}
	}
	return out
}

func (q *Quote) others(joint bool) []SpeakerCandidate {
	var out []SpeakerCandidate
	for i, c := range q.Candidates {
		if i > 0 && c.Joint == joint {
			out = append(out, c)
		}
	}
	return out
}

// SpanSeparator stands between the words of several spans in Quote.Text.
const SpanSeparator = "\n"
