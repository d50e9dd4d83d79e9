package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// wrongShown is how many wrong answers of an engine are printed.
const wrongShown = 10

// print writes the report as a table, one column an engine.
func (s *speed) print(out io.Writer) {
	fmt.Fprintf(out, "%d documents, %.1f MB of text, %d queries, seed %d\n\n", s.Docs, mega(s.Text), s.Queries, s.Seed)
	t := &table{tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight), s.Engines}
	t.head()
	t.building()
	t.searching()
	t.tabs.Flush()
	for _, e := range s.Engines {
		e.printWords(out)
	}
}

func mega(bytes int64) float64 { return float64(bytes) / 1e6 }

type table struct {
	tabs    *tabwriter.Writer
	engines []engineSpeed
}

func (t *table) head() {
	for _, e := range t.engines {
		fmt.Fprintf(t.tabs, "\t%s", e.Name)
	}
	if len(t.engines) > 1 {
		fmt.Fprintf(t.tabs, "\t%s / %s", t.engines[0].Name, t.engines[1].Name)
	}
	fmt.Fprintln(t.tabs, "\t")
}

// row prints one measure of each engine, and the first by the second.
func (t *table) row(name string, value func(e engineSpeed) float64) {
	fmt.Fprint(t.tabs, name)
	for _, e := range t.engines {
		fmt.Fprintf(t.tabs, "\t%.2f", value(e))
	}
	if len(t.engines) > 1 {
		if by := value(t.engines[1]); by != 0 {
			fmt.Fprintf(t.tabs, "\t%.3f", value(t.engines[0])/by)
		}
	}
	fmt.Fprintln(t.tabs, "\t")
}

func (t *table) building() {
	t.row("indexing, MB of text per CPU-second", func(e engineSpeed) float64 { return mega(e.Build.Text) / e.Build.CPU })
	t.row("indexing, MB of text per second", func(e engineSpeed) float64 { return mega(e.Build.Text) / e.Build.Wall })
	t.row("indexing, CPU-seconds", func(e engineSpeed) float64 { return e.Build.CPU })
	t.row("indexing, seconds", func(e engineSpeed) float64 { return e.Build.Wall })
	t.row("merging after that, seconds", func(e engineSpeed) float64 { return e.Build.Settling })
	t.row("index size × text, all indexed", func(e engineSpeed) float64 { return float64(e.Build.SizeAtOnce) / float64(e.Build.Text) })
	t.row("index size × text, merged and closed", func(e engineSpeed) float64 { return float64(e.Build.Size) / float64(e.Build.Text) })
	t.row("peak memory indexing, MB", func(e engineSpeed) float64 { return mega(e.Build.Memory.Resident) })
	t.row("… of it heap", func(e engineSpeed) float64 { return mega(e.Build.Memory.Heap) })
}

func (t *table) searching() {
	t.row("peak memory searching, MB", func(e engineSpeed) float64 { return mega(e.Search.Memory.Resident) })
	t.row("… of it heap", func(e engineSpeed) float64 { return mega(e.Search.Memory.Heap) })
	t.row("opening, ms", func(e engineSpeed) float64 { return e.Search.Open })
	t.row("first search after that, ms", func(e engineSpeed) float64 { return e.Search.First })
	t.latency("first pass", func(e engineSpeed) latency { return e.Search.Cold })
	for i, l := range t.engines[0].Search.Warm {
		name := fmt.Sprintf("%d clients", l.Clients)
		if l.Clients == 1 {
			name = "1 client"
		}
		t.latency(name, func(e engineSpeed) latency { return e.Search.Warm[i].Latency })
		if l.Clients == 1 {
			t.latency(name+", CPU", func(e engineSpeed) latency { return e.Search.Warm[i].CPU })
		}
		t.row(name+", CPU-ms per search", func(e engineSpeed) float64 { return e.Search.Warm[i].MeanCPU })
		t.row(name+", searches per second", func(e engineSpeed) float64 { return e.Search.Warm[i].Latency.PerSecond })
	}
	for _, s := range shares {
		t.row(string(s.kind)+", p50 ms", func(e engineSpeed) float64 { return e.Search.Kinds[s.kind].P50 })
		t.row(string(s.kind)+", p99 ms", func(e engineSpeed) float64 { return e.Search.Kinds[s.kind].P99 })
	}
	t.row("answers checked", func(e engineSpeed) float64 { return float64(e.Search.Checked) })
	t.row("answers wrong", func(e engineSpeed) float64 { return float64(len(e.Search.Wrong)) })
}

func (t *table) latency(name string, of func(e engineSpeed) latency) {
	t.row(name+", p50 ms", func(e engineSpeed) float64 { return of(e).P50 })
	t.row(name+", p95 ms", func(e engineSpeed) float64 { return of(e).P95 })
	t.row(name+", p99 ms", func(e engineSpeed) float64 { return of(e).P99 })
	t.row(name+", max ms", func(e engineSpeed) float64 { return of(e).Max })
}

// printWords writes what does not fit into the table.
func (e engineSpeed) printWords(out io.Writer) {
	fmt.Fprintf(out, "\n%s, slowest:", e.Name)
	for _, s := range e.Search.Slowest {
		fmt.Fprintf(out, " %s %.1f ms;", s.Query.Text(), s.Took)
	}
	fmt.Fprintln(out)
	for i, w := range e.Search.Wrong {
		if i == wrongShown {
			fmt.Fprintf(out, "… and %d more\n", len(e.Search.Wrong)-wrongShown)
			break
		}
		fmt.Fprintf(out, "%s, wrong: %s\n", e.Name, w)
	}
	if l := e.Live; l != nil {
		fmt.Fprintf(out, "%s, live: %d articles searchable after p50 %.0f ms, p99 %.0f ms, max %.0f ms; searches quiet p50 %.2f p99 %.2f ms, meanwhile p50 %.2f p99 %.2f ms\n",
			e.Name, l.Articles, l.Searchable.P50, l.Searchable.P99, l.Searchable.Max,
			l.Quiet.P50, l.Quiet.P99, l.Meanwhile.P50, l.Meanwhile.P99)
	}
}
