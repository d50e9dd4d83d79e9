package graph_test

import (
	"strings"
	"testing"

	"zhiku/graph"
)

type match struct {
	Verdict, Relation string
	Similarity        float64
	SameSpeaker       bool
	Quote             *struct {
		ID, Text string
		Speaker  *struct{ Name string }
		Article  struct{ ID string }
	}
	Article struct{ ID, Text, Title, Source, Published, URL string }
	Span    struct{ Start, End int }
	Diff    []struct{ Op, Text string }
}

// sides are the texts that a difference makes.
func (m match) sides() (asked, printed string) {
	for _, e := range m.Diff {
		if e.Op != "INSERT" {
			asked += e.Text
		}
		if e.Op != "DELETE" {
			printed += e.Text
		}
	}
	return asked, printed
}

type verification struct {
	VerifyQuote struct {
		Verdict string
		Matches []match
	}
}

const (
	askVerify = `query($text: String!, $speaker: String) { verifyQuote(text: $text, speaker: $speaker) { verdict matches {
		verdict relation similarity sameSpeaker quote { id text speaker { name } article { id } }
		article { id text title source published url } span { start end } diff { op text } } } }`
	said = "我们计划在明年年底以前建成三座储能电站，投资约五十亿元，一个工人也不裁。"
)

func (h *house) verify(text string, speaker any) verification {
	h.t.Helper()
	var got verification
	h.get(askVerify, map[string]any{"text": text, "speaker": speaker}, &got)
	return got
}

func TestVerifyQuote(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	for _, tt := range []struct {
		name, text        string
		speaker           any
		verdict, relation string
		title             string // of the article that decides
		changes           string // deleted and inserted
	}{
		{"to the letter", said, "顾长河", "VERBATIM", "VERBATIM", "岚川储能开会", ""},
		{"with a title", said, "董事长顾长河", "VERBATIM", "VERBATIM", "岚川储能开会", ""},
		{"in another script, without a mark", "我們計劃在明年年底以前建成三座儲能電站，投資約五十億元，一個工人也不裁", nil, "NORMALISED", "NORMALISED", "岚川储能开会", ""},
		{"a part", "一个工人也不裁", "顾长河", "PART_OF_QUOTE", "PART", "岚川储能开会", ""},
		{"a part of two characters", "工人", "顾长河", "PART_OF_QUOTE", "PART", "岚川储能开会", "+我们计划在明年年底以前建成三座储能电站，投资约五十亿元，一个+也不裁。"},
		{"with words left out", "我们计划在明年年底以前建成三座储能电站……一个工人也不裁", nil, "PART_OF_QUOTE", "PART", "岚川储能开会", ""},
		{"a negation dropped", "投资约五十亿元，一个工人也裁", "顾长河", "ALTERED", "ALTERED", "岚川储能开会", "+不"},
		{"of somebody else", said, "陆明川", "SOMEBODY_ELSE", "VERBATIM", "岚川储能开会", ""},
		{"in no quotation", "去年的大雪压塌了进山的旧桥", nil, "OUTSIDE_QUOTE", "VERBATIM", "山路", ""},
		{"nearly in no quotation", "去年的暴雪压塌了进山的旧桥", nil, "OUTSIDE_QUOTE", "ALTERED", "山路", "-暴+大"},
		{"too few words to be called altered", "进山的老旧桥", nil, "OUTSIDE_QUOTE", "ALTERED", "山路", "-老"},
		{"nowhere", "明年取消全部高速公路收费", nil, "NOT_FOUND", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := h.verify(tt.text, tt.speaker).VerifyQuote
			if v.Verdict != tt.verdict || v.Matches == nil || len(v.Matches) > 0 != (tt.title != "") {
				t.Fatalf("%s, want %s: %+v", v.Verdict, tt.verdict, v.Matches)
			}
			for _, m := range v.Matches {
				checkMatch(t, tt.text, m)
			}
			if len(v.Matches) == 0 {
				return
			}
			first := v.Matches[0]
			if first.Verdict != tt.verdict || first.Relation != tt.relation || first.Article.Title != tt.title {
				t.Errorf("rests on %+v, want %s in %s", first, tt.relation, tt.title)
			}
			changes := ""
			for _, e := range first.Diff {
				changes += map[string]string{"DELETE": "-" + e.Text, "INSERT": "+" + e.Text}[e.Op]
			}
			if tt.changes != "" && changes != tt.changes {
				t.Errorf("changes %q, want %q", changes, tt.changes)
			}
		})
	}
}

// checkMatch: a match tells where it was printed, and its difference leads there.
func checkMatch(t *testing.T, asked string, m match) {
	t.Helper()
	if m.Article.Source == "" || m.Article.Published == "" || m.Similarity <= 0 || m.Similarity > 1 {
		t.Errorf("printed nowhere or never: %+v", m)
	}
	printed := string([]rune(m.Article.Text)[m.Span.Start:m.Span.End])
	if m.Quote != nil {
		if m.Quote.Article.ID != m.Article.ID || m.Quote.Text != printed {
			t.Errorf("the quote %q of %s, the span %q of %s", m.Quote.Text, m.Quote.Article.ID, printed, m.Article.ID)
		}
	}
	from, to := m.sides()
	if m.Relation != "CONTAINS" && !strings.Contains(printed, to) || m.Relation == "CONTAINS" && from != asked ||
		m.Relation == "PART" && to != printed || (m.Relation == "VERBATIM") != (from == printed && asked == printed) {
		t.Errorf("%s of %q: the difference leads from %q to %q, printed is %q", m.Relation, asked, from, to, printed)
	}
	if (m.Quote == nil) != (m.Verdict == "OUTSIDE_QUOTE") || m.SameSpeaker == (m.Verdict == "SOMEBODY_ELSE") {
		t.Errorf("verdict of %+v", m)
	}
}

func TestSimilarQuotes(t *testing.T) {
	h := newHouse(t, graph.Options{}, press()...)
	original := h.verify(said, nil).VerifyQuote.Matches[0].Quote.ID
	const ask = `query($id: ID!, $n: Int) { similarQuotes(id: $id, first: $n) { relation similarity sameSpeaker diff { op text }
		quote { id text speaker { name } article { id title source } } } }`
	var got struct {
		SimilarQuotes []struct {
			match
			Quote struct {
				ID, Text string
				Article  struct{ Title string }
			}
		}
	}
	h.statements = nil
	h.get(ask, map[string]any{"id": original, "n": 20}, &got)
	if n := len(h.statements); n > 8 {
		t.Errorf("%d statements:\n%s", n, strings.Join(h.statements, "\n"))
	}
	want := []struct{ title, relation string }{{"转载", "VERBATIM"}, {"删节", "CONTAINS"}, {"改动", "ALTERED"}}
	if len(got.SimilarQuotes) != len(want) {
		t.Fatalf("%+v", got.SimilarQuotes)
	}
	for i, s := range got.SimilarQuotes {
		from, to := s.sides()
		if s.Quote.Article.Title != want[i].title || s.Relation != want[i].relation || !s.SameSpeaker || from != said || to != s.Quote.Text {
			t.Errorf("%d is %+v from %q to %q, want %v", i, s, from, to, want[i])
		}
	}
	trimmed := got.SimilarQuotes[1].Quote.ID
	h.get(ask, map[string]any{"id": trimmed, "n": 1}, &got)
	if s := got.SimilarQuotes; len(s) != 1 || s[0].Relation != "PART" || s[0].Similarity != 1 {
		t.Errorf("the trimmed version is like %+v", s)
	}
	alone := h.verify("修路的钱一分也不会少。", nil).VerifyQuote.Matches[0].Quote.ID
	h.get(ask, map[string]any{"id": alone}, &got)
	if s := got.SimilarQuotes; s == nil || len(s) != 0 {
		t.Errorf("a quote without its like has %+v", s)
	}
}
