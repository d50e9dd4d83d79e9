package web

import (
	"encoding/json"
	"net/http"
)

// health answers as long as the process serves at all.
func (s *site) health(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

// readiness is what /readyz tells: the store answers, and how far the index is.
type readiness struct {
	Status   string `json:"status"` // "ready", "indexing" or "unavailable"
	Indexed  int64  `json:"indexed"`
	Log      int64  `json:"log"`
	Building bool   `json:"building"`
}

// ready answers 200 when searches are complete, and 503 while the index is
// being built anew; the store and what is indexed so far are served meanwhile.
func (s *site) ready(w http.ResponseWriter, r *http.Request) {
	status, err := s.Searcher.Status(r.Context())
	if err != nil {
		s.Log.Error("readyz", "error", err)
		writeJSON(w, http.StatusServiceUnavailable, readiness{Status: "unavailable"})
		return
	}
	out := readiness{Status: "ready", Indexed: status.Position, Log: status.Head, Building: status.Building}
	code := http.StatusOK
	if status.Building {
		out.Status, code = "indexing", http.StatusServiceUnavailable
	}
	writeJSON(w, code, out)
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(v)
}
