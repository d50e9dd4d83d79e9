package ingest_test

import (
	"slices"
	"testing"

	"zhiku/ingest"
	"zhiku/store"
)

// TestDatesComeWithTheRest: each at its place in the article's own text.
func TestDatesComeWithTheRest(t *testing.T) {
	doc, err := ingest.Extract(article("竹海里的账本\n\n昨日，岚川储能公布去年三季度的产量。2025年6月3日，新线投产；“十四五”期间还将建两条。"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct{ surface, from, to, precision, anchor string }{
		{"昨日", "2026-03-04", "2026-03-04", "day", "publication"},
		{"去年三季度", "2025-07-01", "2025-09-30", "quarter", "publication"},
		{"2025年6月3日", "2025-06-03", "2025-06-03", "day", ""},
		{"“十四五”期间", "2021-01-01", "2025-12-31", "span", ""},
	} {
		if i >= len(doc.Dates) {
			t.Fatalf("%d dates, %s is missing", len(doc.Dates), want.surface)
		}
		d := doc.Dates[i]
		if d.Surface != want.surface || string(d.From) != want.from || string(d.To) != want.to ||
			string(d.Precision) != want.precision || string(d.Anchor) != want.anchor {
			t.Errorf("%s: %s from %s to %s, %s, counted from %q", want.surface, d.Surface, d.From, d.To, d.Precision, d.Anchor)
		}
		if d.Span.Check(doc.Article.Text) != nil || d.Span.Cut(doc.Article.Text) != d.Surface {
			t.Errorf("%s: its span cuts out %q", want.surface, d.Span.Cut(doc.Article.Text))
		}
	}
}

func TestDoubtfulSpeakersKeepTheirRivals(t *testing.T) {
	doc, err := ingest.Extract(article("沂川港务集团董事长贺长风说，水价不变，供水照常。总经理林小舟听完点了点头。他还表示，明年会再开一次会。"))
	if err != nil {
		t.Fatal(err)
	}
	q := doc.Quotes[len(doc.Quotes)-1]
	if len(q.Candidates) != 2 || q.Candidates[0].Name != q.SpeakerText || q.Candidates[0].Entity != q.Speaker {
		t.Fatalf("%s is the speaker; candidates %+v", q.SpeakerText, q.Candidates)
	}
	if r := q.Rivals(); len(r) != 1 || r[0].Name != "贺长风" || r[0].Entity == "" || r[0].Weight >= q.Candidates[0].Weight {
		t.Errorf("rivals of %s: %+v", q.SpeakerText, r)
	}
	if sure := doc.Quotes[0]; sure.SpeakerText != "贺长风" || sure.Candidates != nil || sure.Rivals() != nil {
		t.Errorf("who is named before says is in doubt: %+v", sure.Candidates)
	}
}

func TestDatesThatMoveKeepTheirIDs(t *testing.T) {
	const body = "昨日，岚川储能公布产量。昨日，库房起火。昨日又下雨，昨日又刮风。\n"
	ids := func(text string) (out []store.DateID) {
		doc, err := ingest.Extract(article(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range doc.Dates {
			out = append(out, d.ID)
		}
		return out
	}
	first, moved := ids("账本\n\n"+body), ids("竹海里的账本\n\n新加的一段话，没有日子。\n\n"+body)
	if len(first) != 4 || !slices.Equal(first, moved) {
		t.Errorf("%d dates %v, after a move %v", len(first), first, moved)
	}
}
