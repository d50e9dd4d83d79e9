package web

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
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

// langParam keeps the language in a link where it is not the default.
func (f frame) langParam() string {
	if f.Lang == "zh-CN" {
		return ""
	}
	return "&lang=" + f.Lang
}

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
