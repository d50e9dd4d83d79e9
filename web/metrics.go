package web

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"zhiku/store"
)

// metrics counts requests by route and tells how far the index lags and how many
// articles would gain by being read again.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
}

func newMetrics(o *Options) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "zhiku_http_requests_total", Help: "Requests answered, by route and status code."}, []string{"route", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "zhiku_http_request_seconds", Help: "Time to answer a request, in seconds, by route.",
			Buckets: []float64{.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"route"}),
	}
	lag := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "zhiku_index_lag_changes", Help: "Changes in the store's log that the index has not taken in; -1 when unknown."},
		func() float64 { return indexLag(o.Searcher) })
	outdated := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "zhiku_outdated_articles", Help: "Articles that an older extractor read, to be ingested again; -1 when unknown."},
		func() float64 { return outdatedArticles(o.Reader, o.Extractor) })
	m.registry.MustRegister(m.requests, m.seconds, lag, outdated,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func indexLag(searcher Searcher) float64 {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	status, err := searcher.Status(ctx)
	if err != nil {
		return -1
	}
	return float64(status.Head - status.Position)
}

func outdatedArticles(reader store.Reader, extractor int) float64 {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	outdated, err := reader.Outdated(ctx, extractor)
	if err != nil {
		return -1
	}
	return float64(outdated.Articles())
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// statusRecorder remembers the status code an answer had.
type statusRecorder struct {
	http.ResponseWriter
	code int
}

func (r *statusRecorder) WriteHeader(code int) {
	r.code = code
	r.ResponseWriter.WriteHeader(code)
}

// Unwrap lets http.ResponseController reach the writer below.
func (r *statusRecorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

func (m *metrics) measure(route string, next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &statusRecorder{ResponseWriter: w, code: http.StatusOK}
		start := time.Now()
		next(rec, r)
		m.seconds.WithLabelValues(route).Observe(time.Since(start).Seconds())
		m.requests.WithLabelValues(route, strconv.Itoa(rec.code)).Inc()
	})
}
