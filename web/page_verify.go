package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/search"
	"zhiku/store"
)

// verifyData is what the page shows.
type verifyData struct {
	frame
	Text, Speaker string
	Longest       int // characters of both together
	Verdict       search.Verdict
	Says, Advice  string // the verdict in plain words, and what to mind
	InDoubt       bool   // who said the words the verdict is about, where nobody asked
	Matches       []matchView
	Error         string
	Building      bool // no verdict until the index is whole
}

// retryAfter is when to ask again while the index is being built, in seconds.
const retryAfter = "5"

func (s *site) verifyPage(w http.ResponseWriter, r *http.Request) {
	f := newFrame(r, "")
	f.Title = f.T["verify"]
	v := r.URL.Query()
	data := verifyData{frame: f, Text: typedText(v.Get("text")), Speaker: strings.TrimSpace(v.Get("speaker")),
		Longest: search.MaxQueryRunes}
	code := http.StatusOK
	if data.Text+data.Speaker != "" {
		var err error
		if code, err = s.verify(r.Context(), &data); err != nil {
			s.failed(w, r, err)
			return
		}
	}
	if data.Building {
		w.Header().Set("Retry-After", retryAfter)
	}
	s.render(w, code, "verify.html", &data)
}

// typedText undoes what a form does to line ends.
func typedText(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
}

// verify fills in the verdict, or what the reader can mend with its status code;
// the error is for the log.
func (s *site) verify(ctx context.Context, data *verifyData) (code int, err error) {
	if n := utf8.RuneCountInString(data.Text + data.Speaker); n > search.MaxQueryRunes {
		data.Error = data.Say("tooLongToVerify", n)
		return http.StatusBadRequest, nil
	}
	if strings.IndexFunc(data.Text, isWritten) < 0 {
		data.Error = data.T["nothingToVerify"]
		return http.StatusBadRequest, nil
	}
	found, err := s.Searcher.VerifyQuote(ctx, data.Text, data.Speaker)
	switch {
	case errors.Is(err, store.ErrBuilding):
		data.Building, data.Error = true, data.T["buildingToVerify"]
		return http.StatusServiceUnavailable, nil
	case errors.Is(err, store.ErrBusy):
		data.Error = data.T["tooSlowToVerify"]
		return http.StatusServiceUnavailable, nil
	case err != nil:
		return 0, err
	}
	data.Verdict = found.Verdict
	data.Says, data.Advice = data.T[string(found.Verdict)], data.T[string(found.Verdict)+"Advice"]
	data.InDoubt = len(found.Matches) > 0 && openSpeaker(found.Matches[0])
	for _, m := range found.Matches {
		data.Matches = append(data.Matches, data.match(m, data.Text))
	}
	return http.StatusOK, nil
}

func isWritten(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Tone of the verdict: good, fair or bad.
func (d *verifyData) Tone() string {
	switch d.Verdict {
	case search.Verbatim, search.Normalised:
		return "good"
	case search.PartOfQuote, search.SpeakerInDoubt:
		return "fair"
	}
	return "bad"
}

// Differs tells whether a difference is shown.
func (d *verifyData) Differs() bool { return differ(d.Matches) }

// Again is the same check.
func (d *verifyData) Again() string { return d.checkLink(d.Text, d.Speaker) }

// Search is where the words can be looked for in another way.
func (d *verifyData) Search() string { return d.address("/", url.Values{"q": {d.Text}}) }
