package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"zhiku/search/likeness"
	"zhiku/store"
)

// Verdict says what is known of words that are to be cited.
type Verdict string

// The verdicts, from the best to the worst.
const (
	Verbatim    Verdict = "verbatim"   // printed so, to the letter
	Normalised  Verdict = "normalised" // printed so but for punctuation, script, width and blanks
	PartOfQuote Verdict = "part"       // stands within a longer quotation
	// SpeakerInDoubt: a quotation of which the article leaves open who said it;
	// the one named is only one of its candidates.
	SpeakerInDoubt Verdict = "speaker-in-doubt"
	Altered        Verdict = "altered"       // a quotation reads nearly so: see Match.Relation.Diff
	SomebodyElse   Verdict = "somebody-else" // a quotation, but of another speaker than the one named
	OutsideQuote   Verdict = "outside-quote" // stands, or nearly stands, in an article and in no quotation
	NotFound       Verdict = "not-found"
)

// Limits of a verification.
const (
	nearQuotes   = 50 // quotes compared
	nearArticles = 10 // articles looked through
)

// MaxMatches is the most matches that are given.
const MaxMatches = 20

// alike is the similarity from which a stretch of an article counts as near.
const alike = 0.75

// Match is a place where the words stand or nearly stand.
type Match struct {
	Quote    *store.Quote   // nil where it is no quotation
	Article  *store.Article // where it was printed
	Relation likeness.Relation
	// Span is where the words stand in the article, of a quotation its first span.
	Span        store.Span
	SameSpeaker bool // the speaker named is who said it, or the likeliest to have; true where none was named
	InDoubt     bool // a speaker was named and is only one of several who may have said it
}

// Verification is the verdict with what it rests on, the best match first.
type Verification struct {
	Verdict Verdict
	Matches []Match
}

// VerifyQuote tells whether words were printed as somebody's: text is what is to
// be cited, speaker who is to have said it, "" where that is not asked. Both may
// be in either script. Ellipses in the text stand for words left out. A text
// that is empty or too long is store.ErrInvalid; while the index is being built
// it is store.ErrBuilding, for it might say of anything that it was not found.
func (ix *Index) VerifyQuote(ctx context.Context, text, speaker string) (*Verification, error) {
	if err := tooLong(text + speaker); err != nil {
		return nil, err
	}
	if normal(text) == "" {
		return nil, fmt.Errorf("nothing to verify: give the words that are to be cited: %w", store.ErrInvalid)
	}
	if ix.building() {
		return nil, fmt.Errorf("there is no verdict yet; try again in a while: %w", store.ErrBuilding)
	}
	quotes, err := ix.quotesNear(ctx, text)
	if err != nil {
		return nil, fmt.Errorf("verify %q: %w", text, err)
	}
	matches, err := ix.saidBy(ctx, quotes, speaker)
	if err != nil {
		return nil, fmt.Errorf("verify %q: %w", text, err)
	}
	printed, err := ix.articlesNear(ctx, text, matches)
	if err != nil {
		return nil, fmt.Errorf("verify %q: %w", text, err)
	}
	matches = append(matches, printed...)
	slices.SortStableFunc(matches, func(a, b Match) int { return cmp.Or(rank(a)-rank(b), later(a, b)) })
	v := &Verification{Verdict: NotFound, Matches: matches[:min(len(matches), MaxMatches)]}
	if len(matches) > 0 {
		v.Verdict = matches[0].Verdict()
	}
	return v, nil
}

// Verdict of a match by itself.
func (m Match) Verdict() Verdict {
	switch {
	case m.Quote == nil:
		return OutsideQuote
	case !m.SameSpeaker && !m.InDoubt:
		return SomebodyElse
	case m.InDoubt && m.Relation.Kind >= likeness.PartOf:
		return SpeakerInDoubt
	}
	switch m.Relation.Kind {
	case likeness.Verbatim:
		return Verbatim
	case likeness.Normalised:
		return Normalised
	case likeness.PartOf:
		return PartOfQuote
	}
	return Altered
}

// verdicts in the order of their worth.
var verdicts = []Verdict{Verbatim, Normalised, PartOfQuote, SpeakerInDoubt, Altered, SomebodyElse, OutsideQuote}

func rank(m Match) int {
	// A quotation of somebody else that reads so says more than one by the right
	// speaker that only resembles it.
	if m.Verdict() == SomebodyElse && m.Relation.Kind >= likeness.PartOf {
		return 2*slices.Index(verdicts, Altered) - 1
	}
	return 2 * slices.Index(verdicts, m.Verdict())
}

// later sorts the more alike first, then the earlier printed: it is the source.
func later(a, b Match) int {
	return cmp.Or(cmp.Compare(b.Relation.Similarity, a.Relation.Similarity),
		cmp.Compare(a.Article.Published, b.Article.Published), cmp.Compare(a.Article.ID, b.Article.ID))
}

// quotesNear gives the quotations that have to do with a text.
func (ix *Index) quotesNear(ctx context.Context, text string) ([]Match, error) {
	ids, err := ix.near(ctx, text, []store.Kind{store.KindQuote}, nearQuotes)
	if err != nil {
		return nil, err
	}
	return ix.compare(ctx, text, ids)
}

func (ix *Index) compare(ctx context.Context, text string, ids []string) ([]Match, error) {
	rows, err := ix.from.QuotesByID(ctx, typed[store.QuoteID](ids))
	if err != nil {
		return nil, err
	}
	var out []Match
	var in []store.ArticleID
	for _, id := range ids {
		q := rows[store.QuoteID(id)]
		if q == nil { // withdrawn since
			continue
		}
		if r := likeness.Compare(text, q.Text); r.Kind != likeness.Different {
			out = append(out, Match{Quote: q, Relation: r, Span: q.Spans[0]})
			in = append(in, q.Article)
		}
	}
	articles, err := ix.from.ArticlesByID(ctx, in)
	if err != nil {
		return nil, err
	}
	out = slices.DeleteFunc(out, func(m Match) bool { return articles[m.Quote.Article] == nil })
	for i := range out {
		out[i].Article = articles[out[i].Quote.Article]
	}
	return out, nil
}

func typed[ID ~string](ids []string) []ID {
	out := make([]ID, len(ids))
	for i, id := range ids {
		out[i] = ID(id)
	}
	return out
}

// saidBy tells of each match whether the speaker named is who said it.
func (ix *Index) saidBy(ctx context.Context, matches []Match, speaker string) ([]Match, error) {
	asked := normal(speaker)
	var ids []store.EntityID
	if asked != "" && len(matches) > 0 {
		var err error
		if ids, err = ix.named(ctx, asked); err != nil {
			return nil, err
		}
	}
	said := func(id store.EntityID, name string) bool {
		printed := normal(name)
		return slices.Contains(ids, id) || printed != "" && (strings.Contains(asked, printed) || strings.Contains(printed, asked))
	}
	for i := range matches {
		q := matches[i].Quote
		among := func(all []store.SpeakerCandidate) bool {
			return slices.ContainsFunc(all, func(c store.SpeakerCandidate) bool { return said(c.Entity, c.Name) })
		}
		matches[i].SameSpeaker = asked == "" || said(q.Speaker, q.SpeakerText) || among(q.Together())
		matches[i].InDoubt = asked != "" && q.InDoubt() && among(q.Candidates)
	}
	return matches, nil
}

// articlesNear gives the articles in which a text stands outside the quotations
// that are known already.
func (ix *Index) articlesNear(ctx context.Context, text string, known []Match) ([]Match, error) {
	ids, err := ix.near(ctx, text, []store.Kind{store.KindArticle}, nearArticles)
	if err != nil {
		return nil, err
	}
	rows, err := ix.from.ArticlesByID(ctx, typed[store.ArticleID](ids))
	if err != nil {
		return nil, err
	}
	var out []Match
	for _, id := range ids {
		a := rows[store.ArticleID(id)]
		if a == nil {
			continue
		}
		at, similarity := likeness.Nearest(text, a.Text)
		if similarity < alike || quoted(known, a.ID, at) {
			continue
		}
		out = append(out, Match{Article: a, SameSpeaker: true, Span: store.Span(at),
			Relation: likeness.Compare(text, at.In(a.Text))})
	}
	return out, nil
}

// quoted tells whether a stretch of an article touches a quotation that is known.
func quoted(known []Match, a store.ArticleID, at likeness.Span) bool {
	for _, m := range known {
		if m.Quote == nil || m.Quote.Article != a {
			continue
		}
		for _, s := range m.Quote.Spans {
			if at.Start < s.End && s.Start < at.End {
				return true
			}
		}
	}
	return false
}

// Similar is a quotation that has the same or nearly the same words as another.
type Similar = Match

// SimilarQuotes gives the quotations whose words are those of a quotation, or
// nearly, or a part of them: reprints and trimmed versions, the most alike
// first. A quotation that is not known is store.ErrNotFound.
func (ix *Index) SimilarQuotes(ctx context.Context, id store.QuoteID, limit int) ([]Similar, error) {
	if limit < 1 || limit > MaxMatches {
		return nil, fmt.Errorf("limit of %d quotes: 1 to %d can be asked for: %w", limit, MaxMatches, store.ErrInvalid)
	}
	rows, err := ix.from.QuotesByID(ctx, []store.QuoteID{id})
	if err != nil {
		return nil, fmt.Errorf("similar to %s: %w", id, err)
	}
	q := rows[id]
	if q == nil {
		return nil, fmt.Errorf("quote %s: %w", id, store.ErrNotFound)
	}
	found, err := ix.quotesNear(ctx, q.Text)
	if err != nil {
		return nil, fmt.Errorf("similar to %s: %w", id, err)
	}
	found = slices.DeleteFunc(found, func(m Match) bool { return m.Quote.ID == id })
	slices.SortStableFunc(found, func(a, b Match) int {
		return cmp.Or(int(b.Relation.Kind)-int(a.Relation.Kind), later(a, b))
	})
	for i := range found {
		found[i].SameSpeaker = found[i].Quote.Speaker == q.Speaker &&
			normal(found[i].Quote.SpeakerText) == normal(q.SpeakerText)
	}
	return found[:min(len(found), limit)], nil
}
