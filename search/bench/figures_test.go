package main

import (
	"math"
	"testing"
	"time"
)

func TestPercentile(t *testing.T) {
	hundred := make([]time.Duration, 100)
	for i := range hundred {
		hundred[i] = time.Duration(i + 1)
	}
	for _, c := range []struct {
		name   string
		sorted []time.Duration
		p      float64
		want   time.Duration
	}{
		{"of none", nil, 99, 0},
		{"of one", []time.Duration{7}, 50, 7},
		{"the middle of three", []time.Duration{1, 5, 9}, 50, 5},
		{"the lower middle of four", []time.Duration{1, 5, 9, 11}, 50, 5},
		{"99 of a hundred", hundred, 99, 99},
		{"99 of ten is the last", hundred[:10], 99, 10},
		{"95 of ten is the last", hundred[:10], 95, 10},
		{"the last", hundred, 100, 100},
		{"the first", hundred, 0, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := percentile(c.sorted, c.p); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

func TestSummarizeSorts(t *testing.T) {
	ms := time.Millisecond
	got := summarize([]time.Duration{9 * ms, 1500 * time.Microsecond, 2 * ms}, 2*time.Second)
	if want := (latency{Searches: 3, P50: 2, P95: 9, P99: 9, Max: 9, PerSecond: 1.5}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestMetrics: the values are worked out by hand.
func TestMetrics(t *testing.T) {
	g := grades{"a": 2, "b": 1, "c": 1, "x": 0}
	log3 := math.Log2(3)
	ideal := 2 + 1/log3 + 0.5 // a, then b and c
	for _, c := range []struct {
		name               string
		ranked             []string
		g                  grades
		mrr, recall, gains float64
	}{
		{"the best order", []string{"a", "b", "c"}, g, 1, 1, 1},
		{"nothing found", nil, g, 0, 0, 0},
		{"nothing right found", []string{"x", "y"}, g, 0, 0, 0},
		{"second place", []string{"y", "b"}, g, 0.5, 1.0 / 3, 1 / log3 / ideal},
		{"the best comes third", []string{"b", "x", "a"}, g, 1, 2.0 / 3, (1 + 2*0.5) / ideal},
		{"no answers at all", []string{"a"}, grades{}, 0, 0, 0},
		{"judged and found wanting is no answer", []string{"x"}, grades{"x": 0}, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			near(t, "MRR", reciprocalRank(c.ranked, c.g), c.mrr)
			near(t, "recall", recall(c.ranked, c.g), c.recall)
			near(t, "nDCG", gainAt(10, c.ranked, c.g), c.gains)
		})
	}
}

func TestGainLooksNoFurtherThanK(t *testing.T) {
	g := grades{"a": 1, "b": 1}
	near(t, "nDCG@1 of a full first place", gainAt(1, []string{"a", "x", "b"}, g), 1)
	near(t, "nDCG@1 of an empty one", gainAt(1, []string{"x", "a", "b"}, g), 0)
}

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s %.6f, want %.6f", what, got, want)
	}
}

func TestWrongTotal(t *testing.T) {
	ten := make([]hit, 10)
	for _, c := range []struct {
		name  string
		a     answer
		truth int
		wrong bool
	}{
		{"exact", answer{Hits: ten, Total: 12}, 12, false},
		{"none of none", answer{}, 0, false},
		{"too few", answer{Hits: ten, Total: 11}, 12, true},
		{"too many", answer{Hits: ten, Total: 13}, 12, true},
		{"a lower bound that says so", answer{Hits: ten, Total: 1000, Bound: true}, 2000, false},
		{"a lower bound above the truth", answer{Hits: ten, Total: 2001, Bound: true}, 2000, true},
		{"others follow, and it says so", answer{Hits: ten, Total: 40, Wider: true}, 3, false},
		{"others follow, but some are missing", answer{Hits: ten, Total: 2, Wider: true}, 3, true},
		{"the total is right, the page is not full", answer{Hits: ten[:9], Total: 12}, 12, true},
		{"the last page of a few", answer{Hits: ten[:2], Total: 2}, 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if why := c.a.wrongTotal(c.truth); (why != "") != c.wrong {
				t.Errorf("wrong: %q", why)
			}
		})
	}
}

func TestWrongHit(t *testing.T) {
	texts := []string{"茶叶丰收", "电池产能"}
	text := func(n int) string { return texts[n] }
	q := query{oneWord, []string{"茶叶"}}
	for _, c := range []struct {
		name  string
		a     answer
		wrong bool
	}{
		{"it matches and is marked", answer{Hits: []hit{{0, 1}}}, false},
		{"it is not marked", answer{Hits: []hit{{0, 0}}}, true},
		{"it does not match", answer{Hits: []hit{{0, 1}, {1, 1}}}, true},
		{"it need not match where others follow", answer{Hits: []hit{{0, 1}, {1, 1}}, Wider: true}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if why := c.a.wrongHit(q, text); (why != "") != c.wrong {
				t.Errorf("wrong: %q", why)
			}
		})
	}
}
