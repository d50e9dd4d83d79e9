package main

import (
	"math"
	"slices"
	"time"
)

// latency sums up how long searches took, in milliseconds.
type latency struct {
	Searches  int     `json:"searches"`
	P50       float64 `json:"p50_ms"`
	P95       float64 `json:"p95_ms"`
	P99       float64 `json:"p99_ms"`
	Max       float64 `json:"max_ms"`
	PerSecond float64 `json:"searches_per_second,omitempty"` // all clients together
}

func summarize(times []time.Duration, wall time.Duration) latency {
	sorted := slices.Sorted(slices.Values(times))
	l := latency{
		Searches: len(sorted),
		P50:      milliseconds(percentile(sorted, 50)), P95: milliseconds(percentile(sorted, 95)),
		P99: milliseconds(percentile(sorted, 99)), Max: milliseconds(percentile(sorted, 100)),
	}
	if wall > 0 {
		l.PerSecond = float64(len(sorted)) / wall.Seconds()
	}
	return l
}

// percentile is the smallest of the sorted times that at least p per cent of
// them do not exceed (nearest rank); 0 where there are none.
func percentile(sorted []time.Duration, p float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	rank := int(math.Ceil(p / 100 * float64(len(sorted))))
	return sorted[max(rank, 1)-1]
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
