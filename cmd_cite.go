package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhiku/search"
	"zhiku/search/likeness"
	"zhiku/store"
	"zhiku/store/sqlite"
)

type citeCmd struct {
	dataFlag
	Speaker string `placeholder:"NAME" help:"据称是谁说的 / who is to have said it"`
	JSON    bool   `help:"输出 JSON / print JSON"`
	Text    string `arg:"" help:"要引用的话，略去处用…… / the words to be cited, …… for what is left out"`
}

// verdicts in plain words.
var verdicts = map[search.Verdict]string{
	search.Verbatim:       "一字不差 / printed so, to the letter",
	search.Normalised:     "文字相同，只差标点、繁简等写法 / the same words but for punctuation, script or the like",
	search.PartOfQuote:    "是一段更长引语的一部分 / part of a longer quotation",
	search.SpeakerInDoubt: "见报，但说话人存疑 / printed so, but who said it is in doubt",
	search.Altered:        "与见报的话有出入 / not quite what was printed",
	search.SomebodyElse:   "不是这个人说的 / said by somebody else",
	search.OutsideQuote:   "见于文章，但不是引语 / in an article, but no quotation",
	search.NotFound:       "没有找到 / not found",
}

// citable are the verdicts that end with exit code 0: words printed so, and where
// a speaker was named, his beyond doubt.
var citable = []search.Verdict{search.Verbatim, search.Normalised, search.PartOfQuote}

func (c *citeCmd) Run(ctx context.Context, s streams) error {
	db, err := sqlite.OpenReadOnly(ctx, storePath(c.Data))
	if err != nil {
		return err
	}
	defer db.Close()
	ix, err := openIndex(ctx, c.Data, db)
	if errors.Is(err, store.ErrBusy) {
		return c.askInstead(err)
	}
	if err != nil {
		return err
	}
	defer ix.Close()
	if err := catchUp(ctx, ix, s); err != nil {
		return err
	}
	found, err := ix.VerifyQuote(ctx, c.Text, c.Speaker)
	if err != nil {
		return err
	}
	if err := c.print(s, found); err != nil {
		return err
	}
	if !slices.Contains(citable, found.Verdict) {
		return exitError{code: exitFailed}
	}
	return nil
}

// askInstead says where a running server answers the same question.
func (c *citeCmd) askInstead(err error) error {
	if server, readErr := readServer(c.Data); readErr == nil && server.answers() {
		return fmt.Errorf("服务正在使用索引，请在它的网页上核对 / the server uses the index; check the quotation on its page: %s/verify: %w",
			server.Addr, err)
	}
	return ownedByServer(c.Data, err)
}

// citeAnswer is what --json prints.
type citeAnswer struct {
	Verdict search.Verdict `json:"verdict"`
	Matches []citeMatch    `json:"matches"`
}

// citeMatch is one place where the words stand or nearly stand.
type citeMatch struct {
	hitLine
	Verdict    search.Verdict `json:"verdict"`
	Relation   string         `json:"relation"`
	Similarity float64        `json:"similarity"` // 0 to 1
	Span       [2]int         `json:"span"`       // in the article, in code points, end exclusive
	Diff       []citeEdit     `json:"diff,omitempty"`
}

// citeEdit is one step from the words asked for to those printed.
type citeEdit struct {
	Op   string `json:"op"` // equal, delete, insert
	Text string `json:"text"`
}

func (c *citeCmd) print(s streams, found *search.Verification) error {
	answer := citeAnswer{Verdict: found.Verdict, Matches: []citeMatch{}}
	for _, m := range found.Matches {
		answer.Matches = append(answer.Matches, newCiteMatch(m))
	}
	if c.JSON {
		enc := json.NewEncoder(s.out)
		enc.SetEscapeHTML(false)
		return enc.Encode(answer)
	}
	said := found.Verdict
	fmt.Fprintf(s.out, "%s\n\n", verdicts[said])
	for i := range answer.Matches {
		m := &answer.Matches[i]
		if m.Verdict != said { // it stands over all that follow, until another does
			said = m.Verdict
			fmt.Fprintf(s.out, "%s\n\n", verdicts[said])
		}
		if len(m.Diff) > 0 {
			fmt.Fprintf(s.out, "    %s\n", plain(inline(m.Diff)))
		}
		m.hitLine.print(s, isTerminal(s.out))
	}
	return nil
}

func newCiteMatch(m search.Match) citeMatch {
	out := citeMatch{Verdict: m.Verdict(), Relation: m.Relation.Kind.String(), Similarity: m.Relation.Similarity,
		Span: [2]int{m.Span.RuneStart, m.Span.RuneEnd}}
	for _, e := range m.Relation.Diff {
		out.Diff = append(out.Diff, citeEdit{e.Op.String(), e.Text})
	}
	if q := m.Quote; q != nil {
		out.hitLine = quoteLine(q, m.Article)
		mark := search.Range(m.Relation.Printed)
		out.marks, out.Marks = []search.Range{mark}, [][2]int{{mark.RuneStart, mark.RuneEnd}}
	} else {
		out.ID, out.Kind, out.Marks = string(m.Article.ID), store.KindArticle, [][2]int{}
		out.Text = m.Article.Text[m.Span.Start:m.Span.End]
	}
	out.cite(m.Article)
	return out
}

// inline writes a difference on one line: 加工品有[-三-]{+两+}年.
func inline(diff []citeEdit) string {
	var b strings.Builder
	for _, e := range diff {
		switch e.Op {
		case likeness.Delete.String():
			b.WriteString("[-" + e.Text + "-]")
		case likeness.Insert.String():
			b.WriteString("{+" + e.Text + "+}")
		default:
			b.WriteString(e.Text)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ") // the words may be of several lines
}
