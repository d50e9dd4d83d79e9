package ingest_test

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"zhiku/demo"
	"zhiku/ingest"
	"zhiku/ingest/source"
	"zhiku/store"
)

// samples are the texts of the demo, which hold every kind of thing.
func samples(t testing.TB) []string {
	t.Helper()
	names, err := fs.Glob(demo.Articles, "articles/*")
	if err != nil || len(names) == 0 {
		t.Fatal(err, "no samples")
	}
	var out []string
	for _, name := range names {
		data, err := fs.ReadFile(demo.Articles, name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

func article(text string) *store.Article {
	return &store.Article{ID: store.NewArticleID("x"), SourceKey: "x", SHA256: "00", Text: text, Published: "2026-03-05"}
}

// hostile texts are what finders stumble over.
func hostile() map[string]string {
	return map[string]string{
		"a thousand nested marks":  strings.Repeat("“‘", 1000) + "甲说" + strings.Repeat("’”", 1000),
		"no mark closed":           strings.Repeat("“甲说：", 1000),
		"no mark opened":           strings.Repeat("”甲说。", 1000),
		"no punctuation":           strings.Repeat("沂川港务集团董事长贺长风说今年增长三成", 1000),
		"all digits":               strings.Repeat("1234567890", 2000),
		"all Chinese numerals":     strings.Repeat("一二三亿万千", 2000),
		"all 公司":                   strings.Repeat("公司", 5000),
		"all 有限公司 in brackets":     strings.Repeat("（有限公司）", 2000),
		"all surnames":             strings.Repeat("王李张刘陈", 2000),
		"all titles":               strings.Repeat("董事长总经理", 2000),
		"all 、":                    strings.Repeat("贺长风、", 2000),
		"all dates":                strings.Repeat("2026年3月5日", 1000),
		"emoji":                    strings.Repeat("👨‍👩‍👧‍👦说：“好👍。”", 300),
		"zero-width characters":    strings.Repeat("贺\u200b长\u200d风\ufeff说：“好。”", 300),
		"right to left":            strings.Repeat("\u202e“。好”说风长贺", 300),
		"combining marks":          strings.Repeat("e\u0301贺长风\u0308说：“好。”", 300),
		"blank lines":              strings.Repeat("\n \u3000\r\n", 3000),
		"three of one name":        "Edda Harlow、Jon Harlow、Mia Harlow和Max Harlow出席。Edda Harlow说：“好。”Jon Harlow、Mia Harlow、Max Harlow点头。",
		"days, then what each had": "据介绍，4月4日、5日、6日分别有5.9万人、4.2万人、2.1万人预约参观，预约人数最多的展馆依次为东馆、西馆。",
		"nothing":                  "",
	}
}

// TestHostileTexts: no panic, and every span cuts out its surface; Extract
// validates its own document.
func TestHostileTexts(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			if _, err := ingest.Extract(article(text)); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestBytesThatAreNoTextAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"a stray byte":          "贺长风说：“好\xff。”",
		"half a character":      "贺长风说：“好”"[:7],
		"a surrogate in CESU-8": "贺长风说：“\xed\xa0\x80好。”",
	} {
		if _, err := ingest.Extract(article(text)); err == nil || !strings.Contains(err.Error(), "no UTF-8") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

func TestSameTextGivesTheSame(t *testing.T) {
	for i, text := range samples(t) {
		one, err := ingest.Extract(article(text))
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			other, err := ingest.Extract(article(text))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(one, other) {
				t.Fatalf("sample %d gives other things the second time", i)
			}
		}
	}
}

// TestRevisionKeepsIDs: what a revision only moves keeps its id.
func TestRevisionKeepsIDs(t *testing.T) {
	const body = "“一根竹子也能卖出三份钱。”翠溪竹业有限公司董事长陆明川说。去年公司销售收入3.6亿元。\n"
	first, err := ingest.Extract(article("竹海\n\n" + body))
	if err != nil {
		t.Fatal(err)
	}
	second, err := ingest.Extract(article("竹海里的新账本\n\n新加的一段话，前面没有。\n\n" + body))
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Quotes) != 1 || len(first.Figures) == 0 {
		t.Fatalf("%d quotes, %d figures", len(first.Quotes), len(first.Figures))
	}
	if first.Quotes[0].ID != second.Quotes[0].ID || first.Quotes[0].Spans[0] == second.Quotes[0].Spans[0] {
		t.Error("a quote that moved has another id")
	}
	ids := map[store.FigureID]bool{}
	for _, f := range second.Figures {
		ids[f.ID] = true
	}
	for _, f := range first.Figures {
		if !ids[f.ID] {
			t.Errorf("figure %s that moved has another id", f.Surface)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, text := range samples(f) {
		f.Add(text)
	}
	for _, text := range hostile() {
		f.Add(strings.ToValidUTF8(text[:min(len(text), 600)], ""))
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 || !utf8.ValidString(text) {
			return
		}
		doc, err := ingest.Extract(article(text))
		if err != nil {
			t.Fatal(err)
		}
		if doc.Article.Text != text {
			t.Fatal("the text is not kept to the letter")
		}
	})
}

// BenchmarkExtract shows that time grows with the length of the text and not
// faster: MB/s stay what they are at 10 KB, 100 KB and 1 MB.
func BenchmarkExtract(b *testing.B) {
	all := strings.Join(samples(b), "\n\n")
	for _, size := range []int{10_000, 100_000, 1_000_000} {
		text := strings.Repeat(all, size/len(all)+1)
		text = strings.ToValidUTF8(text[:size], "")
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				doc, err := ingest.Extract(article(text))
				if err != nil {
					b.Fatal(err)
				}
				if len(doc.Quotes) < size/2000 || len(doc.Figures) < size/1000 {
					b.Fatalf("%d quotes, %d figures", len(doc.Quotes), len(doc.Figures))
				}
			}
		})
	}
}

// TestDemoArticles: what the samples were written to show is found.
func TestDemoArticles(t *testing.T) {
	var quotes, figures, entities int
	for i, text := range samples(t) {
		for item := range source.ReadAll(fmt.Sprintf("%d.txt", i), []byte(text), source.Options{}) {
			if item.Err != nil {
				t.Fatal(item.Err)
			}
			doc, err := ingest.Extract(item.Article)
			if err != nil {
				t.Fatal(err)
			}
			quotes, figures, entities = quotes+len(doc.Quotes), figures+len(doc.Figures), entities+len(doc.Entities)
		}
	}
	if quotes < 40 || figures < 80 || entities < 60 {
		t.Errorf("%d quotes, %d figures, %d entities in the samples", quotes, figures, entities)
	}
}

// TestNamesOverSentences: a name that a stop inside it cuts in two sentences is
// no reason to fall.
func TestNamesOverSentences(t *testing.T) {
	for _, text := range []string{
		"沂川省发布“十二?五”规划，投资3.6亿元。去年增长12%。",
		"据“东干渠。提升”工程统计，投资3.6亿元！“百村?千”计划数据显示增长12%。",
	} {
		if _, err := ingest.Extract(article(text)); err != nil {
			t.Error(err)
		}
	}
}

// TestEmployerOfASpeaker: names and quotes agree on whom somebody works for.
func TestEmployerOfASpeaker(t *testing.T) {
	for _, c := range []struct{ teaches, text, title, organization string }{
		{"a town does not employ its citizens", "杭州市民梁先生说，水价上涨以后，家里要省着用水。", "市民", ""},
		{"a committee inside a title is no employer", "省委常委、市委书记柏知秋说，水价上涨以后，大家要省着用水。", "省委常委、市委书记", ""},
		{"a firm employs its analyst", "岚汀证券分析师柏知秋说，水价上涨以后，水泵会好卖。", "分析师", "岚汀证券"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			doc, err := ingest.Extract(article(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if len(doc.Quotes) != 1 || doc.Quotes[0].Title != c.title || doc.Quotes[0].OrganizationText != c.organization {
				t.Errorf("%s\n%+v", c.text, doc.Quotes)
			}
		})
	}
}
