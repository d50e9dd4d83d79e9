package web

import (
	"crypto/rand"
	"net/http"
	"runtime/debug"
)

// contentPolicy lets a page load from this server only. GraphiQL sets styles
// on elements and carries its fonts as data.
const contentPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
	"font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

// secure sets the headers that keep a page to itself.
func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// recoverPanics answers 500 where a handler panics; the log has the stack, the
// client an id to name it by.
func (s *site) recoverPanics(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			p := recover()
			if p == nil {
				return
			}
			if p == http.ErrAbortHandler {
				panic(p)
			}
			id := rand.Text()[:10]
			s.Log.Error("panic in handler", "id", id, "path", r.URL.Path, "panic", p, "stack", string(debug.Stack()))
			http.Error(w, "内部错误 / internal error "+id, http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}
