package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"net/url"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed templates/*.html
var templateFiles embed.FS

var pages = template.Must(template.New("").ParseFS(templateFiles, "templates/*.html"))

// frame is what every page needs.
type frame struct {
	Lang  string
	T     words // the page's texts
	Title string
	Self  string // this page in the other language
}

// address of a page, in the reader's language where that is not the default.
func (f frame) address(path string, v url.Values) string {
	if f.Lang != "zh-CN" {
		v.Set("lang", f.Lang)
	}
	if len(v) == 0 {
		return path
	}
	return path + "?" + v.Encode()
}

// To is the address of a page that is asked for nothing.
func (f frame) To(path string) string { return f.address(path, url.Values{}) }

// numbers are written the same in both languages: 10,000.
var numbers = message.NewPrinter(language.English)

// Number writes a count as people read it.
func (f frame) Number(n int) string { return numbers.Sprint(n) }

// Say fills a text of the page, whose verb is %s, with a count.
func (f frame) Say(key string, n int) string { return fmt.Sprintf(f.T[key], f.Number(n)) }

func newFrame(r *http.Request, title string) frame {
	lang := languageOf(r)
	t := wordsFor(lang)
	q := r.URL.Query()
	q.Set("lang", t["otherLang"])
	return frame{Lang: lang, T: t, Title: title, Self: r.URL.Path + "?" + q.Encode()}
}

// render writes a whole page or an error, never half a page.
func (s *site) render(w http.ResponseWriter, code int, name string, data any) {
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, data); err != nil {
		s.Log.Error("render page", "page", name, "error", err)
		http.Error(w, "内部错误 / internal error", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Vary", "Accept-Language")
	w.WriteHeader(code)
	w.Write(b.Bytes())
}

// problem is a page that says what went wrong.
type problem struct {
	frame
	Message, Help string
}

func (s *site) problemPage(w http.ResponseWriter, r *http.Request, code int, key string) {
	f := newFrame(r, "")
	f.Title = f.T[key]
	s.render(w, code, "problem.html", problem{frame: f, Message: f.T[key]})
}

// notFoundPage answers what no other route does; all of those are read only.
func (s *site) notFoundPage(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "只能读取 / read only", http.StatusMethodNotAllowed)
		return
	}
	s.problemPage(w, r, http.StatusNotFound, "notFound")
}

// failed logs what the reader need not know and says that it went wrong.
func (s *site) failed(w http.ResponseWriter, r *http.Request, err error) {
	s.Log.Error("page failed", "path", r.URL.Path, "error", err)
	s.problemPage(w, r, http.StatusInternalServerError, "internal")
}
