package ingest_test

import (
	"testing"

	"zhiku/ingest"
)

// TestDatesComeWithTheRest: what the store does not keep is given to who
// extracts, at its place in the article's own text.
func TestDatesComeWithTheRest(t *testing.T) {
	all, err := ingest.ExtractAll(article("竹海里的账本\n\n昨日，岚川储能公布去年三季度的产量。2025年6月3日，新线投产；“十四五”期间还将建两条。"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ surface, from, to, precision, anchor string }{
		{"昨日", "2026-03-04", "2026-03-04", "day", "publication"},
		{"去年三季度", "2025-07-01", "2025-09-30", "quarter", "publication"},
		{"2025年6月3日", "2025-06-03", "2025-06-03", "day", ""},
		{"“十四五”期间", "2021-01-01", "2025-12-31", "span", ""},
	} {
		if i >= len(all.Dates) {
			t.Fatalf("%d dates, %s is missing", len(all.Dates), want.surface)
		}
		d := all.Dates[i]
		if d.Surface != want.surface || string(d.From) != want.from || string(d.To) != want.to ||
			string(d.Precision) != want.precision || string(d.Anchor) != want.anchor {
			t.Errorf("%s: %s from %s to %s, %s, counted from %q", want.surface, d.Surface, d.From, d.To, d.Precision, d.Anchor)
		}
		if d.Span.Check(all.Article.Text) != nil || d.Span.Cut(all.Article.Text) != d.Surface {
			t.Errorf("%s: its span cuts out %q", want.surface, d.Span.Cut(all.Article.Text))
		}
	}
}

// TestDoubtfulSpeakersKeepTheirRivals: candidates stand beside their quotes.
func TestDoubtfulSpeakersKeepTheirRivals(t *testing.T) {
	all, err := ingest.ExtractAll(article("贺长风说，水价不变，供水照常。林小舟听完点了点头。他还表示，明年会再开一次会。"))
	if err != nil {
		t.Fatal(err)
	}
	last := len(all.Quotes) - 1
	if last < 0 || len(all.Candidates) != len(all.Quotes) {
		t.Fatalf("%d quotes, candidates for %d", len(all.Quotes), len(all.Candidates))
	}
	sum := 0.0
	for _, c := range all.Candidates[last] {
		sum += c.Weight
	}
	if len(all.Candidates[last]) < 2 || all.Candidates[last][0].Who != all.Quotes[last].SpeakerText || sum < 0.99 || sum > 1.01 {
		t.Errorf("%s is the speaker; candidates %+v", all.Quotes[last].SpeakerText, all.Candidates[last])
	}
}
