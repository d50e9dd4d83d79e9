package web

import (
	"fmt"
	"html/template"
	"net/url"
	"strings"
	"unicode/utf8"

	"zhiku/search"
	"zhiku/store"
)

// quoteView is one quote as a reader sees it.
type quoteView struct {
	store.Quote
	T           words
	HTML        template.HTML // the words, marked
	Article     *store.Article
	Link        string       // to its place in the article
	SpeakerLink string       // to what the speaker said; "" where that is no entity
	Together    []linkedName // those who said it with the speaker
	Perhaps     []linkedName // those who may have said it in the speaker's place
	Check       string       // to what else is printed so; "" where it is too long for that
	Cite        string       // a line to paste
}

// linkedName is a name with the address of what its bearer said; "" where that
// is no entity.
type linkedName struct{ Name, Link string }

// view marks what a query matches in a quote; a nil query marks nothing.
func (f frame) view(q *store.Quote, a *store.Article, query *search.Parsed) quoteView {
	var marks []search.Range
	if query != nil {
		marks = query.Highlight(q.Text)
	}
	v := quoteView{Quote: *q, T: f.T, Article: a, Cite: citation(q, a, f.T),
		HTML:  template.HTML(search.MarkHTML(q.Text, marks, "<mark>", "</mark>")),
		Link:  f.address("/articles/"+string(a.ID), url.Values{"quote": {string(q.ID)}}) + "#" + string(q.ID),
		Check: f.checkLink(q.Text, q.SpeakerText)}
	v.SpeakerLink = f.saidBy(q.Speaker)
	v.Together, v.Perhaps = f.linked(q.Together()), f.linked(q.Rivals())
	return v
}

func (f frame) linked(all []store.SpeakerCandidate) []linkedName {
	var out []linkedName
	for _, c := range all {
		out = append(out, linkedName{c.Name, f.saidBy(c.Entity)})
	}
	return out
}

// saidBy is the address of what somebody said; "" for nobody.
func (f frame) saidBy(id store.EntityID) string {
	if id == "" {
		return ""
	}
	return f.address("/", url.Values{"speaker": {string(id)}})
}

// others names those who said a quote with its speaker, 与甲共同表示, and those who
// may have said it in his place: 也可能是甲、乙.
func others(q *store.Quote, t words) string {
	return strings.Join(q.Others(t["together"], t["perhaps"], t["or"]), t["then"])
}

func (f frame) checkLink(text, speaker string) string {
	if utf8.RuneCountInString(text+speaker) > search.MaxQueryRunes {
		return ""
	}
	v := url.Values{"text": {text}}
	if speaker != "" {
		v.Set("speaker", speaker)
	}
	return f.address("/verify", v)
}

// citation is a line a journalist can paste: words, speaker and who else it may
// have been, paper, headline, date, address.
func citation(q *store.Quote, a *store.Article, t words) string {
	speaker := q.OrganizationText + q.Title + q.SpeakerText
	if q.SpeakerText == q.OrganizationText || q.SpeakerText == "" {
		speaker = q.SpeakerText
	}
	if speaker == "" {
		speaker = t["noSpeaker"]
	}
	if o := others(q, t); o != "" {
		speaker += "（" + o + "）"
	}
	words := "“" + q.Cited(a.Text) + "”"
	if q.Kind == store.Indirect {
		words = q.Cited(a.Text) + "（" + t["indirect"] + "）"
	}
	date := string(a.Published)
	if date == "" {
		date = t["undated"]
	} else if a.PublishedFrom == store.FromInferred {
		date += t["inferred"]
	}
	line := fmt.Sprintf("%s：%s ——%s《%s》，%s", speaker, words, a.Source, a.Title, date)
	if a.URL != "" {
		line += "，" + a.URL
	}
	return line
}
