package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"zhiku/graph"
)

// harbours gives n articles, up to 28, each of a day of its own, in which it is
// open who spoke last, and which print three dates.
func harbours(n int) []string {
	first, second := []rune("青翠碧苍丹紫素玄"), []rune("禾岚溪谷泉松梅竹")
	out := make([]string, n)
	for i := range out {
		firm := string([]rune{first[i%8], second[i/8]})
		out[i] = fmt.Sprintf(`%[1]s码头扩建
沂川晚报记者 柏知秋
2026年3月%[2]d日

昨日，%[1]s港务有限公司董事长贺长风说，水价不变，供水照常。总经理林小舟听完点了点头。他还表示，去年三季度的事不会再有，每年都会开一次会。
`, firm, i+1)
	}
	return out
}

type printedDate struct {
	ID, Surface       string
	From, To          *string
	Precision, Anchor *string
	Relative          bool
	Span              struct{ Start, End int }
	Article           struct{ Title, Text string }
	Evidence          struct {
		Rule       string
		Confidence float64
	}
}

// TestDatesOfAnArticle: as printed, as resolved, and from where.
func TestDatesOfAnArticle(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(1)...)
	var got struct {
		Articles struct {
			Nodes []struct {
				Dates struct {
					TotalCount int
					Nodes      []printedDate
				}
			}
		}
	}
	const fields = `id surface from to precision relative anchor span { start end } article { title text } evidence { rule confidence extractor }`
	h.get(`{ articles { nodes { dates { totalCount nodes { `+fields+` } } } } }`, nil, &got)
	dates := got.Articles.Nodes[0].Dates
	want := []string{"2026年3月1日 2026-03-01 2026-03-01 DAY false  dates.printed", "昨日 2026-02-28 2026-02-28 DAY true PUBLICATION dates.word",
		"去年三季度 2025-07-01 2025-09-30 QUARTER true PUBLICATION dates.word", "每年    false  dates.open"}
	if dates.TotalCount != len(want) || len(dates.Nodes) != len(want) {
		t.Fatalf("%d dates: %+v", dates.TotalCount, dates.Nodes)
	}
	for i, d := range dates.Nodes {
		is := fmt.Sprintf("%s %s %s %s %v %s %s", d.Surface, deref(d.From), deref(d.To), deref(d.Precision), d.Relative, deref(d.Anchor), d.Evidence.Rule)
		if is != want[i] || d.Evidence.Confidence <= 0.5 {
			t.Errorf("date %d is %q, want %q", i, is, want[i])
		}
		if cut := string([]rune(d.Article.Text)[d.Span.Start:d.Span.End]); cut != d.Surface {
			t.Errorf("the span of %s cuts out %s", d.Surface, cut)
		}
	}
	var one struct{ Node printedDate }
	h.get(`query($id: ID!) { node(id: $id) { ... on DateMention { `+fields+` } } }`, map[string]any{"id": dates.Nodes[1].ID}, &one)
	if one.Node.Surface != "昨日" || one.Node.Article.Title != "青禾码头扩建" {
		t.Errorf("by its id: %+v", one.Node)
	}
}

// TestDatesArePagedThrough: a page goes on where the one before it ended.
func TestDatesArePagedThrough(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(1)...)
	seen, after := "", ""
	for range 10 {
		var got struct {
			Articles struct {
				Nodes []struct {
					Dates struct {
						TotalCount int
						PageInfo   struct {
							HasNextPage bool
							EndCursor   string
						}
						Edges []struct{ Node struct{ Surface string } }
					}
				}
			}
		}
		h.get(`query($after: String) { articles { nodes { dates(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor }
			edges { node { surface } } } } } }`, map[string]any{"after": after}, &got)
		page := got.Articles.Nodes[0].Dates
		if page.TotalCount != 4 || len(page.Edges) != 1 {
			t.Fatalf("page %+v", page)
		}
		seen += page.Edges[0].Node.Surface + " "
		if after = page.PageInfo.EndCursor; !page.PageInfo.HasNextPage {
			break
		}
	}
	if seen != "2026年3月1日 昨日 去年三季度 每年 " {
		t.Errorf("the pages give %s", seen)
	}
}

// TestCursorsWithinAnArticleAreItsOwn: a place in one article's list is none in
// another's.
func TestCursorsWithinAnArticleAreItsOwn(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(2)...)
	for _, list := range []string{"dates", "quotes", "mentions", "people"} {
		var got struct {
			Articles struct {
				Nodes []struct {
					ID   string
					List struct{ PageInfo struct{ EndCursor string } }
				}
			}
		}
		h.get(`{ articles { nodes { id list: `+list+`(first: 1) { pageInfo { endCursor } } } } }`, nil, &got)
		of := got.Articles.Nodes
		next := `query($id: ID!, $after: String) { article(id: $id) { ` + list + `(after: $after) { nodes { id } } } }`
		for from, want := range []string{"", "INVALID_CURSOR"} {
			a := h.ask(next, map[string]any{"id": of[0].ID, "after": of[from].List.PageInfo.EndCursor})
			if code := a.code(); code != want {
				t.Errorf("%s after a cursor of article %d: code %q, want %q: %s", list, from, code, want, a.raw)
			}
		}
	}
}

type doubtful struct {
	SpeakerText       string
	Speaker           *struct{ ID string }
	SpeakerCandidates []struct {
		Name   string
		Weight float64
		Entity *struct{ ID, Name string }
	}
}

func TestSpeakerCandidates(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(1)...)
	ask := func(filter string) []doubtful {
		var got struct{ Quotes struct{ Nodes []doubtful } }
		h.get(`{ quotes(filter: {`+filter+`}, orderBy: POSITION) { nodes { speakerText speaker { id }
			speakerCandidates { name weight entity { id name } } } } }`, nil, &got)
		return got.Quotes.Nodes
	}
	open, sure := ask("speakerInDoubt: true"), ask("speakerInDoubt: false")
	if len(open) != 1 || len(sure) != 1 || len(ask("")) != 2 {
		t.Fatalf("in doubt %+v, not in doubt %+v", open, sure)
	}
	if sure[0].SpeakerText != "贺长风" || sure[0].SpeakerCandidates == nil || len(sure[0].SpeakerCandidates) != 0 {
		t.Errorf("a speaker who is named is in doubt: %+v", sure[0])
	}
	for doubt, want := range map[string]string{"true": "林小舟", "false": "贺长风"} {
		var got struct{ Quotes struct{ Nodes []doubtful } }
		h.get(`{ quotes(filter: {search: "不", speakerInDoubt: `+doubt+`}) { nodes { speakerText } } }`, nil, &got)
		if n := got.Quotes.Nodes; len(n) != 1 || n[0].SpeakerText != want {
			t.Errorf("searched, in doubt %s: %+v", doubt, n)
		}
	}
	all := open[0].SpeakerCandidates
	if len(all) != 2 || open[0].SpeakerText != "林小舟" || all[0].Name != "林小舟" || all[0].Entity == nil || all[0].Entity.ID != open[0].Speaker.ID ||
		all[1].Name != "贺长风" || all[1].Entity == nil || all[1].Entity.Name != "贺长风" || all[0].Weight <= all[1].Weight {
		t.Errorf("candidates %+v of %s", all, open[0].SpeakerText)
	}
	if sum := all[0].Weight + all[1].Weight; sum < 0.999 || sum > 1.001 {
		t.Errorf("the weights make %v", sum)
	}
}

// TestDatesAndCandidatesComeInBatches: twice as many articles take no more
// statements.
func TestDatesAndCandidatesComeInBatches(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(24)...)
	count := func(first int) int {
		h.statements = nil
		var got struct {
			Articles struct {
				Nodes []struct {
					Dates  struct{ Nodes []struct{ Surface string } }
					Quotes struct{ Nodes []doubtful }
				}
			}
		}
		h.get(`query($n: Int) { articles(first: $n) { nodes { dates(first: 2) { nodes { surface article { title } } }
			quotes { nodes { speaker { id } speakerCandidates { name entity { id name } } } } } } }`, map[string]any{"n": first}, &got)
		dates, rivals := 0, 0
		for _, a := range got.Articles.Nodes {
			dates += len(a.Dates.Nodes)
			for _, q := range a.Quotes.Nodes {
				rivals += len(q.SpeakerCandidates)
			}
		}
		if dates != 2*first || rivals != 2*first {
			t.Fatalf("%d dates and %d candidates of %d articles: the count below says little", dates, rivals, first)
		}
		return len(h.statements)
	}
	if few, many := count(12), count(24); many > few {
		t.Errorf("%d statements for 12 articles, %d for 24:\n%s", few, many, strings.Join(h.statements, "\n"))
	}
}

// both has two who speak together, which is no doubt.
const both = `码头扩建
沂川晚报记者 柏知秋
2026年3月5日

顾望舒、林小舟说，票价不变，开船照常，大家尽可放心。
`

func TestWhoSpeakTogetherAreInNoDoubt(t *testing.T) {
	h := newHouse(t, graph.Options{}, both)
	var got struct {
		Open, All struct {
			Nodes []struct {
				SpeakerInDoubt    bool
				SpeakerCandidates []struct {
					Name  string
					Joint bool
				}
			}
		}
		VerifyQuote struct {
			Verdict string
			Matches []struct{ SameSpeaker, SpeakerInDoubt bool }
		}
	}
	h.get(`{ open: quotes(filter: {speakerInDoubt: true}) { nodes { speakerInDoubt } }
		all: quotes { nodes { speakerInDoubt speakerCandidates { name joint } } }
		verifyQuote(text: "票价不变，开船照常，大家尽可放心", speaker: "林小舟") { verdict matches { sameSpeaker speakerInDoubt } } }`, nil, &got)
	if len(got.Open.Nodes) != 0 || len(got.All.Nodes) != 1 || got.All.Nodes[0].SpeakerInDoubt {
		t.Fatalf("in doubt: %+v of %+v", got.Open, got.All)
	}
	if c := got.All.Nodes[0].SpeakerCandidates; len(c) != 2 || c[0].Name != "顾望舒" || c[0].Joint || c[1].Name != "林小舟" || !c[1].Joint {
		t.Errorf("candidates %+v", c)
	}
	if v := got.VerifyQuote; v.Verdict != "VERBATIM" || !v.Matches[0].SameSpeaker || v.Matches[0].SpeakerInDoubt {
		t.Errorf("the second of two who speak together: %+v", v)
	}
}

func TestVerifyTellsOfADoubtfulSpeaker(t *testing.T) {
	h := newHouse(t, graph.Options{}, harbours(1)...)
	for speaker, want := range map[string]string{"林小舟": "SPEAKER_IN_DOUBT true true", "贺长风": "SPEAKER_IN_DOUBT false true",
		"陆明川": "SOMEBODY_ELSE false false", "": "VERBATIM true false"} {
		var got struct {
			VerifyQuote struct {
				Matches []struct {
					Verdict                     string
					SameSpeaker, SpeakerInDoubt bool
					Quote                       doubtful
				}
			}
		}
		h.get(`query($s: String) { verifyQuote(text: "去年三季度的事不会再有，每年都会开一次会", speaker: $s) { verdict
			matches { verdict sameSpeaker speakerInDoubt quote { speakerText speakerCandidates { name } } } } }`, map[string]any{"s": speaker}, &got)
		if len(got.VerifyQuote.Matches) == 0 {
			t.Fatalf("by %q: nothing is found", speaker)
		}
		m := got.VerifyQuote.Matches[0]
		if is := fmt.Sprint(m.Verdict, " ", m.SameSpeaker, " ", m.SpeakerInDoubt); is != want || len(m.Quote.SpeakerCandidates) != 2 {
			t.Errorf("by %q: %s of %+v, want %s", speaker, is, m.Quote, want)
		}
	}
}
