package search

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"zhiku/store"
)

// fragments are put together to sentences. They hold what index and query
// could disagree about: digits and letters of both widths, signs, both scripts.
var fragments = []string{
	"云岭集团", "動力電池", "动力电池", "A股上市", "Ａ股", "投资100亿元", "投资１００亿元", "40万吨级", "5G网络", "12.5%", "１２．５％",
	"，", "、", "。", "（约）", "(约)", "“绿色制造”", "「綠色製造」", "GWh", "gwh", "的", "在", "全省工业", "全省工業", "同比增长", " ", "　",
	"——", "…", "𠮷野家", "㎡", "℃", "COVID-19", "《山海报》", "董事长林望舒说", "：", ":", "3~5年", "new energy", "è", "\n", "\n\n",
}

func randomSentences(rng *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		var b strings.Builder
		for range 4 + rng.IntN(10) {
			b.WriteString(fragments[rng.IntN(len(fragments))])
		}
		out[i] = b.String() + fmt.Sprintf("第%d号", i)
	}
	return out
}

// library is articles by id, and what stands in each of their lines.
type library map[string][]string

func (l library) add(id string, texts ...string) {
	for _, text := range texts {
		for _, line := range strings.Split(text, "\n") {
			l[id] = append(l[id], spelled(line))
		}
	}
}

var wide = strings.NewReplacer("，", ",", "：", ":", "（", "(", "）", ")", "％", "%", "．", ".", "！", "!", "？", "?", "；", ";", "～", "~")

// spelled is the folded form of a line, made another way than the index does.
func spelled(line string) string {
	var b strings.Builder
	for _, field := range strings.Fields(wide.Replace(line)) {
		for _, r := range field {
			if classOf(r) == counts {
				b.WriteRune(foldRune(r))
			}
		}
	}
	return b.String()
}

func (l library) holding(phrase string) []string {
	out, key := []string{}, spelled(phrase)
	for id, lines := range l {
		if slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, key) }) {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// searchable tells whether text can be put into “…” as it is.
func searchable(text string) bool {
	return spelled(text) != "" && !strings.ContainsAny(text, "\n\"“”＂")
}

// checkPhrases draws phrases of 1 to 12 characters from the texts, sound ones
// and ones with two characters exchanged, and compares with brute force.
func checkPhrases(t *testing.T, h *house, l library, texts []string, n int, kind store.Kind, rng *rand.Rand) {
	t.Helper()
	for done := 0; done < n; {
		phrase := draw(rng, texts)
		if !searchable(phrase) {
			continue
		}
		done++
		q := Query{Text: "“" + phrase + "”", Kinds: []store.Kind{kind}, Order: Newest}
		got, want := h.all(q), l.holding(phrase)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("phrase %q: %d found, %d hold it\nfound %v\nhold  %v", phrase, len(got), len(want), got, want)
		}
		if total := h.search(q).Total; total != len(want) {
			t.Fatalf("phrase %q: total %d, %d hold it", phrase, total, len(want))
		}
	}
}

func draw(rng *rand.Rand, texts []string) string {
	runes := []rune(texts[rng.IntN(len(texts))])
	from := rng.IntN(len(runes))
	phrase := slices.Clone(runes[from:min(len(runes), from+1+rng.IntN(12))])
	if rng.IntN(4) == 0 { // most likely stands nowhere
		i, j := rng.IntN(len(phrase)), rng.IntN(len(phrase))
		phrase[i], phrase[j] = phrase[j], phrase[i]
	}
	return string(phrase)
}

func TestPhrasesAreExact(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2026))
	h, l, texts := newHouse(t), library{}, randomSentences(rng, 300)
	for i, text := range texts {
		d := article(fmt.Sprint(i), "", text)
		h.put(d)
		l.add(string(d.Article.ID), text)
	}
	h.catchUp()
	checkPhrases(t, h, l, texts, 2000, store.KindArticle, rng)

	for i := range 60 { // other words under an old key
		text := randomSentences(rng, 1)[0] + "修订"
		d := article(fmt.Sprint(i), "", text)
		h.put(d)
		delete(l, string(d.Article.ID))
		l.add(string(d.Article.ID), text)
		texts = append(texts, text)
	}
	h.catchUp()
	h.clean()
	checkPhrases(t, h, l, texts, 200, store.KindArticle, rng)
	h.reopen()
	checkPhrases(t, h, l, texts, 200, store.KindArticle, rng)

	h.close()
	if err := Remove(h.indexDir()); err != nil {
		t.Fatal(err)
	}
	h.open()
	if got := h.all(Query{Order: Newest}); len(got) != 0 {
		t.Fatalf("a removed index still finds %d", len(got))
	}
	h.catchUp()
	h.clean()
	checkPhrases(t, h, l, texts, 200, store.KindArticle, rng)
}

func TestQuotesAreExactAndLeave(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 2026))
	h, l := newHouse(t), library{}
	var texts []string
	for i := range 40 {
		d := article(fmt.Sprint(i), "", strings.ReplaceAll(strings.Join(randomSentences(rng, 5), "\n"), "第", fmt.Sprint("第", i, "之")))
		lines := strings.FieldsFunc(d.Article.Text, func(r rune) bool { return r == '\n' })
		for _, line := range lines[:len(lines)-1] {
			if !strings.Contains(line, "号") || d.Article.Text[span(d, line).Start:span(d, line).End] != line {
				continue
			}
			l.add(quote(d, "", line), line)
			texts = append(texts, line)
		}
		h.put(d)
	}
	h.catchUp()
	checkPhrases(t, h, l, texts, 300, store.KindQuote, rng)

	for i := range 10 { // revisions without quotes
		d := article(fmt.Sprint(i), "", "此稿已撤下。")
		for id := range l {
			if q := store.QuoteID(id); quoteOf(t, h, q) == d.Article.ID {
				delete(l, id)
			}
		}
		h.put(d)
	}
	h.catchUp()
	h.clean()
	checkPhrases(t, h, l, texts, 300, store.KindQuote, rng)
}

func quoteOf(t *testing.T, h *house, id store.QuoteID) store.ArticleID {
	t.Helper()
	rows, err := h.store.QuotesByID(t.Context(), []store.QuoteID{id})
	if err != nil || rows[id] == nil {
		t.Fatalf("quote %s: %v", id, err)
	}
	return rows[id].Article
}

func TestSpansOfAQuoteStayApart(t *testing.T) {
	h := newHouse(t)
	d := article("1", "", "“工厂已经投产，”林望舒说，“电池马上下线。”")
	id := quote(d, "林望舒", "工厂已经投产，", "电池马上下线。")
	h.put(d)
	h.catchUp()
	for phrase, found := range map[string]bool{
		"已经投产": true, "投产，": true, "马上下线": true, "投产，电池": false, "投产电池": false, "投产 电池": false,
	} {
		got := h.all(Query{Text: "“" + phrase + "”", Kinds: []store.Kind{store.KindQuote}})
		if slices.Contains(got, id) != found {
			t.Errorf("“%s”: found %v", phrase, got)
		}
	}
	if got := h.all(Query{Text: "投产 电池", Kinds: []store.Kind{store.KindQuote}}); len(got) != 1 {
		t.Errorf("two words in two spans: found %v", got)
	}
}

// TestCorpusPhrasesAreExact runs the same over real articles where they are at hand.
func TestCorpusPhrasesAreExact(t *testing.T) {
	if testing.Short() {
		t.Skip("short run")
	}
	texts := corpus(t, 1000)
	h, l := newHouse(t), library{}
	for i, text := range texts {
		d := article(fmt.Sprint(i), "", text)
		h.put(d)
		l.add(string(d.Article.ID), text)
	}
	h.catchUp()
	rng := rand.New(rand.NewPCG(4, 2026))
	checkPhrases(t, h, l, texts, 10_000, store.KindArticle, rng)
	h.reopen()
	checkPhrases(t, h, l, texts, 200, store.KindArticle, rng)
}

func corpus(t *testing.T, n int) []string {
	t.Helper()
	f, err := os.Open("../../shared/corpus/press.jsonl.gz")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no corpus beside the checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 16<<20)
	for len(out) < n && lines.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(a.Text) != "" {
			out = append(out, a.Text)
		}
	}
	return out
}
