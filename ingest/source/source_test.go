package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"zhiku/store"
)

func readText(t *testing.T, name, text string, opt Options) *Item {
	t.Helper()
	item := Read(name, []byte(text), opt)
	if item.Err != nil {
		t.Fatalf("%s: %v", name, item.Err)
	}
	return item
}

func TestPrinted(t *testing.T) {
	tests := []struct {
		name, text                      string
		title, source, author, dateline string
		published                       store.Date
		from                            store.Provenance
	}{
		{"headline, byline with paper, date line", "果园里的数字账本\n沂川晚报记者 柏知秋\n2026年3月5日\n\n今年果园丰收了。",
			"果园里的数字账本", "沂川晚报", "柏知秋", "", "2026-03-05", store.FromText},
		{"two reporters, a correspondent is not one of the paper's words", "果园丰收\n本报记者 柏知秋 卫成蹊\n今年果园丰收了。",
			"果园丰收", "", "柏知秋 卫成蹊", "", "", store.FromNowhere},
		{"an agency's dateline, its year from the text", "新港区开航\n沂川社远屿3月9日电（记者柏知秋）远屿港9日开航。2026年2月1日，码头建成。",
			"新港区开航", "沂川社", "柏知秋", "远屿", "2026-03-09", store.FromInferred},
		{"a dateline with its year is printed", "新港区开航\n沂川社远屿2026年3月9日电 远屿港开航。",
			"新港区开航", "沂川社", "", "远屿", "2026-03-09", store.FromText},
		{"source and time on one line", "新港区开航\n来源：沂川日报 2026-03-09 10:20\n远屿港开航。",
			"新港区开航", "沂川日报", "", "", "2026-03-09", store.FromText},
		{"a date in the text is only a hint", "新港区开航\n远屿港于2025年12月30日开航，比2024年5月1日的计划晚。",
			"新港区开航", "", "", "", "2025-12-30", store.FromInferred},
		{"Chinese numerals", "新港区开航\n二〇二六年三月九日\n远屿港开航。",
			"新港区开航", "", "", "", "2026-03-09", store.FromText},
		{"a year out of reach is no date", "新港区开航\n9999年3月9日\n远屿港开航。", "新港区开航", "", "", "", "", store.FromNowhere},
		{"nor is a day that does not exist", "新港区开航\n2026年2月30日\n远屿港开航。", "新港区开航", "", "", "", "", store.FromNowhere},
		{"no headline: the first heading", "——2026年春，某人在沂川强调，要种树。\n\n## 沂川这样干\n\n正文说了很多话。",
			"沂川这样干", "", "", "", "", store.FromNowhere},
		{"no headline at all: the first sentence", "远屿港今天开航，这是沂川的第一条远洋航线。港区的人都来了。",
			"远屿港今天开航，这是沂川的第一条远洋航线", "", "", "", "", store.FromNowhere},
		{"a byline in brackets at the end", "新港区开航\n远屿港开航。\n（远屿日报记者 柏知秋 整理）",
			"新港区开航", "远屿日报", "柏知秋", "", "", store.FromNowhere},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := readText(t, "a.txt", tt.text, Options{}).Article
			if a.Title != tt.title || a.Source != tt.source || a.Author != tt.author || a.Dateline != tt.dateline {
				t.Errorf("title %q source %q author %q dateline %q", a.Title, a.Source, a.Author, a.Dateline)
			}
			if a.Published != tt.published || a.PublishedFrom != tt.from {
				t.Errorf("published %s (%s), want %s (%s)", a.Published, a.PublishedFrom, tt.published, tt.from)
			}
			if got := a.TitleSpan.Cut(a.Text); got != a.Title {
				t.Errorf("the title's span cuts out %q", got)
			}
			if a.Text != tt.text {
				t.Error("the text was changed")
			}
		})
	}
}

func TestOptionsFillInWhatIsMissing(t *testing.T) {
	opt := Options{Source: "远屿日报", Date: "2026-01-05", URL: "https://example.com/1"}
	a := readText(t, "a.txt", "新港区开航\n远屿港开航。", opt).Article
	if a.Source != "远屿日报" || a.Published != "2026-01-05" || a.PublishedFrom != store.FromFlag || a.URL != opt.URL || a.SourceKey != opt.URL {
		t.Errorf("article = %+v", a)
	}
	a = readText(t, "a.txt", "新港区开航\n来源：沂川日报 2026-03-09 10:20\n远屿港开航。", opt).Article
	if a.Source != "沂川日报" || a.Published != "2026-03-09" {
		t.Errorf("what the article says must win: %s %s", a.Source, a.Published)
	}
	a = readText(t, "a.txt", "新港区开航\n沂川社远屿12月30日电 远屿港开航。", opt).Article
	if a.Published != "2025-12-30" || a.PublishedFrom != store.FromInferred {
		t.Errorf("the year of 12月30日 in a paper of 5 January: %s (%s)", a.Published, a.PublishedFrom)
	}
	one := readText(t, "a.txt", "新港区开航。", opt).Article.SHA256
	opt.Date = "2026-01-06"
	if readText(t, "a.txt", "新港区开航。", opt).Article.SHA256 == one {
		t.Error("another date given is the same reading")
	}
}

func TestMarkdown(t *testing.T) {
	const body = "\n“路通了。”贺长风说。\n"
	head := "---\ntitle: 新港区开航\ndate: 2026-03-09\nsource: 远屿日报\nauthor: [柏知秋, 卫成蹊]\nurl: https://example.com/2\n---\n"
	item := readText(t, "a.md", head+body, Options{})
	a := item.Article
	if a.Title != "新港区开航" || a.Published != "2026-03-09" || a.Source != "远屿日报" || a.Author != "柏知秋 卫成蹊" || a.SourceKey != "https://example.com/2" {
		t.Errorf("article = %+v", a)
	}
	if a.Text != body || item.TextOffset != (Offset{len(head), utf8.RuneCountInString(head)}) {
		t.Errorf("text %q at %+v", a.Text, item.TextOffset)
	}
	if a.TitleSpan != (store.Span{}) {
		t.Errorf("a title that does not stand in the text has the span %+v", a.TitleSpan)
	}
	marked := readText(t, "b.md", "\ufeff"+head+body, Options{})
	if marked.Article.Text != body || marked.TextOffset.Runes != 1+utf8.RuneCountInString(head) {
		t.Errorf("after a byte order mark: %q at %+v", marked.Article.Text, marked.TextOffset)
	}
}

const htmlPage = `<!doctype html><html><head><meta charset="CHARSET"><title>新港区开航 - 远屿网</title>
<link rel="canonical" href="https://example.com/3"><meta property="og:site_name" content="远屿日报">
<meta property="article:published_time" content="2026-03-09T08:00:00+08:00"></head><body>
<nav><a href="/">首页</a><a href="/news">新闻</a></nav><article><h1>新港区开航</h1>
<p>“首航只是开始，航线会越开越密。”沂川港务集团有限公司董事长贺长风表示，远屿港今年的吞吐量将超过一百万吨。</p>
<p>记者在<b>现场</b>看到，第一条货轮上午九点离港，船上装着沂川的苹果和机械，十天以后到达目的地。</p>
<p>港区的工人说，他们为这一天准备了三年，夜里的灯一直亮着，终于等到了汽笛响起的时候。</p></article>
<footer>版权所有</footer></body></html>`

func TestHTML(t *testing.T) {
	for charset, enc := range map[string]encoding.Encoding{"utf-8": encoding.Nop, "gb2312": simplifiedchinese.GB18030} {
		data, err := enc.NewEncoder().Bytes([]byte(strings.ReplaceAll(htmlPage, "CHARSET", charset)))
		if err != nil {
			t.Fatal(err)
		}
		item := Read("page.html", data, Options{})
		if item.Err != nil {
			t.Fatalf("%s: %v", charset, item.Err)
		}
		a := item.Article
		if a.SourceKey != "https://example.com/3" || a.Published != "2026-03-09" || a.Source != "远屿日报" || !strings.Contains(a.Title, "新港区开航") {
			t.Errorf("%s: article = %+v", charset, a)
		}
		if !strings.Contains(a.Text, "记者在现场看到") || strings.Contains(a.Text, "版权所有") || strings.Contains(a.Text, "首页") {
			t.Errorf("%s: text = %q", charset, a.Text)
		}
	}
}

// sentences in both scripts, cut to length below.
const (
	simplified  = "记者从发布会上了解到，这家公司今年的产值比去年增长了三成，工人们说，订单已经排到了明年的春天，车间里的灯常常亮到深夜，大家都盼着新的生产线早一点建成。"
	traditional = "記者從發布會上了解到，這家公司今年的產值比去年增長了三成，工人們說，訂單已經排到了明年的春天，車間裡的燈常常亮到深夜，大家都盼著新的生產線早一點建成。"
)

func TestEncodingsAreToldByContent(t *testing.T) {
	bom := func(mark string, e encoding.Encoding) func(string) ([]byte, error) {
		return func(s string) ([]byte, error) {
			b, err := e.NewEncoder().Bytes([]byte(s))
			return append([]byte(mark), b...), err
		}
	}
	le := utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	be := utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	for _, tt := range []struct {
		name, want, text string
		encode           func(string) ([]byte, error)
	}{
		{"UTF-8", "UTF-8", simplified, bom("", encoding.Nop)},
		{"UTF-8 with a mark", "UTF-8", simplified, bom("\ufeff", encoding.Nop)},
		{"UTF-16LE with a mark", "UTF-16LE", simplified, bom("\xff\xfe", le)},
		{"UTF-16BE with a mark", "UTF-16BE", traditional, bom("\xfe\xff", be)},
		{"UTF-16LE without", "UTF-16LE", simplified, bom("", le)},
		{"UTF-16BE without", "UTF-16BE", simplified, bom("", be)},
		{"GB18030", "GB18030", simplified, bom("", simplifiedchinese.GB18030)},
		{"GB18030 of traditional text", "GB18030", traditional, bom("", simplifiedchinese.GB18030)},
		{"Big5", "Big5", traditional, bom("", traditionalchinese.Big5)},
	} {
		for start := 0; start < 20; start++ {
			for _, n := range []int{20, 40} {
				text := string([]rune(tt.text)[start : start+n])
				data, err := tt.encode(text)
				if err != nil {
					t.Fatal(err)
				}
				got, name, _, err := decode(data)
				if err != nil || got != text || name != tt.want {
					t.Errorf("%s, %d characters from %d: %q as %s, %v", tt.name, n, start, got, name, err)
				}
			}
		}
	}
}

func TestBadBytes(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(strings.Repeat(simplified, 3))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, file, data, want string }{
		{"empty", "a.txt", "", "no text"},
		{"only blanks", "a.txt", " \n\t\u3000\n", "no text"},
		{"a PDF", "a.txt", "%PDF-1.7 …", "a PDF"},
		{"binary", "a.txt", strings.Repeat("\x01\x02\x03\x04中", 50), "binary"},
		{"UTF-8 with a bad byte", "a.txt", simplified + "\xff" + simplified, "byte 225 is no UTF-8"},
		{"GB18030 with a damaged character", "a.txt", gb[:40] + "\xff" + gb[40:], "damaged"},
		{"no encoding of ours", "a.txt", "caf\xe9 d\xe9j\xe0 vu \xe0 l'\xe9t\xe9", "convert the file"},
		{"a NUL character", "a.txt", simplified + "\x00", "NUL"},
		{"front matter that is no YAML", "a.md", "---\ntitle: [a\n---\n正文。", "no YAML"},
		{"a date that is none", "a.md", "---\ndate: 9999-01-01\n---\n正文。", "write it as 2026-01-20"},
		{"a page without an article", "a.html", "<html><body></body></html>", "no article"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			item := Read(tt.file, []byte(tt.data), Options{})
			if item.Err == nil || !strings.Contains(item.Err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", item.Err, tt.want)
			}
		})
	}
}

func TestOddTextsAreRead(t *testing.T) {
	for name, text := range map[string]string{
		"only headlines":         "新港区开航\n\n果园丰收\n\n数字账本",
		"control characters":     "新港区\x07开航\n远屿港\x0b开航。",
		"one line of a megabyte": strings.Repeat("远屿港开航，", 60_000),
		"a single character":     "电",
	} {
		a := readText(t, "a.txt", text, Options{}).Article
		if a.Text != text || a.Title == "" {
			t.Errorf("%s: title %q", name, a.Title)
		}
	}
}

// walk reads paths and gives the titles, and the errors by base name.
func walk(t *testing.T, opt Options, stdin string, paths ...string) (titles []string, errs map[string]string) {
	t.Helper()
	errs = map[string]string{}
	for item := range Walk(context.Background(), paths, strings.NewReader(stdin), opt) {
		if item.Err != nil {
			errs[filepath.Base(item.Path)] += item.Err.Error()
		} else {
			titles = append(titles, item.Article.Title)
		}
	}
	return titles, errs
}

func write(t *testing.T, path, data string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func zip(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWalkFolders(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "b.txt"), "乙\n乙的正文。")
	write(t, filepath.Join(dir, "a", "a.txt.gz"), zip(t, "甲\n甲的正文。"))
	write(t, filepath.Join(dir, "a", "picture.png"), "\x89PNG")
	write(t, filepath.Join(dir, ".hidden", "c.txt"), "丙\n丙的正文。")
	write(t, filepath.Join(dir, "d.jsonl"), `{"id":1,"title":"丁","text":"丁的正文。","published":"2026-03-09 08:00"}`+"\n\n"+
		`{"id":"x","title":"戊"}`+"\nnonsense\n"+`{"id":2,"title":"己","text":"己的正文。"}`)
	if err := os.Symlink(dir, filepath.Join(dir, "a", "loop")); err != nil {
		t.Fatal(err)
	}
	titles, errs := walk(t, Options{}, "", dir, filepath.Join(dir, "none.txt"))
	if got := strings.Join(titles, " "); got != "甲 乙 丁 己" {
		t.Errorf("titles = %s", got)
	}
	for file, want := range map[string]string{"loop": "holds itself", "none.txt": "no such file", "d.jsonl": `no "text"`} {
		if !strings.Contains(errs[file], want) {
			t.Errorf("%s: %q, want %q", file, errs[file], want)
		}
	}
	if !strings.Contains(errs["d.jsonl"], "no article in JSON") {
		t.Errorf("a line that is no JSON: %q", errs["d.jsonl"])
	}
	if bytes, files := Size([]string{dir}); files != 3 || bytes == 0 {
		t.Errorf("Size = %d bytes in %d files", bytes, files)
	}
}

func TestWalkLimits(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge.txt")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(200 << 20); err != nil {
		t.Fatal(err)
	}
	f.Close()
	bomb := write(t, filepath.Join(dir, "bomb.txt.gz"), zip(t, strings.Repeat("零", 10<<20)))
	long := write(t, filepath.Join(dir, "long.jsonl"), `{"id":1,"text":"`+strings.Repeat("长", 2000)+`"}`+"\n"+`{"id":2,"title":"短","text":"短。"}`)
	whole := zip(t, strings.Repeat(`{"id":3,"title":"全","text":"全的正文。"}`+"\n", 5000))
	cut := write(t, filepath.Join(dir, "cut.jsonl.gz"), whole[:len(whole)-40])
	fake := write(t, filepath.Join(dir, "fake.txt.gz"), "不是压缩文件")
	titles, errs := walk(t, Options{MaxBytes: 1 << 20}, "", huge, bomb, cut, fake)
	for file, want := range map[string]string{"huge.txt": "--max-bytes", "bomb.txt.gz": "--max-bytes", "cut.jsonl.gz": "ends too early", "fake.txt.gz": "no gzip"} {
		if !strings.Contains(errs[file], want) {
			t.Errorf("%s: %q, want %q", file, errs[file], want)
		}
	}
	if len(titles) == 0 {
		t.Error("the whole lines of a gzip file that ends too early are lost")
	}
	titles, errs = walk(t, Options{MaxBytes: 1000}, "", long)
	if len(titles) != 1 || titles[0] != "短" || !strings.Contains(errs["long.jsonl"], "1000 bytes") {
		t.Errorf("a line too long: %v, %v", titles, errs)
	}
}

func TestStandardInput(t *testing.T) {
	if titles, _ := walk(t, Options{}, "甲\n甲的正文。", "-"); len(titles) != 1 || titles[0] != "甲" {
		t.Errorf("text: %v", titles)
	}
	if titles, _ := walk(t, Options{}, `{"title":"乙","text":"乙。"}`+"\n"+`{"title":"丙","text":"丙。"}`, "-"); len(titles) != 2 {
		t.Errorf("JSON lines: %v", titles)
	}
	if _, errs := walk(t, Options{}, "甲。", "-", "-"); !strings.Contains(errs["-"], "once") {
		t.Errorf("twice: %v", errs)
	}
}

func TestSourceKeys(t *testing.T) {
	key := func(name, text string) string { return readText(t, name, text, Options{}).Article.SourceKey }
	if key("/a/x.txt", "甲。") == key("/b/x.txt", "甲。") {
		t.Error("one name in two folders is one article")
	}
	if key("/a/x.txt", "甲。") != key("/a/x.txt", "乙。") {
		t.Error("another text in one file is another article")
	}
	lines := func(text string) (keys []string) {
		for item := range ReadAll("x.jsonl", []byte(text), Options{}) {
			keys = append(keys, item.Article.SourceKey)
		}
		return keys
	}
	k := lines(`{"id":"1","source":"甲报","text":"甲。"}` + "\n" + `{"id":"1","source":"乙报","text":"甲。"}` + "\n" + `{"text":"甲。"}` + "\n" + `{"text":"甲。"}`)
	for i := range k {
		for j := range i {
			if k[i] == k[j] {
				t.Errorf("lines %d and %d are one article: %s", j, i, k[i])
			}
		}
	}
	const known = `{"id":"2","text":"甲。"}`
	if above := lines(`{"id":"1","text":"甲。"}` + "\n" + known); lines(known)[0] != above[1] {
		t.Errorf("a line more at the top makes %s another article: %s", lines(known)[0], above[1])
	}
}

// TestSourceKeysOfStandardInput: two streams are no one file, so that the line and
// the id say nothing; the words do.
func TestSourceKeysOfStandardInput(t *testing.T) {
	key := func(text string) (key string) {
		for item := range Walk(t.Context(), []string{"-"}, strings.NewReader(text), Options{}) {
			key = item.Article.SourceKey
		}
		return key
	}
	for name, pair := range map[string][2]string{
		"with an id":    {`{"id":1,"text":"甲。"}`, `{"id":1,"text":"乙。"}`},
		"without an id": {`{"text":"甲。"}`, `{"text":"乙。"}`},
	} {
		if key(pair[0]) == key(pair[1]) {
			t.Errorf("%s: the first lines of two streams are one article: %s", name, key(pair[0]))
		}
		if first, again := key(pair[0]), key(pair[0]); first != again {
			t.Errorf("%s: the same line twice is two articles", name)
		}
	}
	if a, b := key(`{"id":1,"source":"甲报","text":"甲。"}`), key(`{"id":1,"source":"甲报","text":"乙。"}`); a != b {
		t.Errorf("an id of a paper is not known again: %s, %s", a, b)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.txt", []byte("果园里的数字账本\n沂川晚报记者 柏知秋\n2026年3月5日\n今年。"))
	f.Add("a.md", []byte("---\ntitle: 甲\n---\n正文。"))
	f.Add("a.html", []byte(htmlPage))
	f.Add("-", []byte("\xff\xfe\x2d\x4e"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		item := Read(name, data, Options{MaxBytes: 1 << 16})
		if item.Err != nil {
			return
		}
		a := item.Article
		if !utf8.ValidString(a.Text) || a.Text == "" || a.SourceKey == "" {
			t.Fatalf("article %+v", a)
		}
		if a.TitleSpan == (store.Span{}) {
			return
		}
		if err := a.TitleSpan.Check(a.Text); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"10KB", 10_000}, {"100KB", 100_000}, {"1MB", 1_000_000}} {
		data := []byte("果园里的数字账本\n2026年3月5日\n" + strings.Repeat(simplified+"\n", size.n/len(simplified)))
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if item := Read("a.txt", data, Options{}); item.Err != nil || item.Article.Published != "2026-03-05" {
					b.Fatal(item.Err)
				}
			}
		})
	}
}

func TestDateFields(t *testing.T) {
	tests := []struct {
		name, value string
		published   store.Date
		from        store.Provenance
		fails       bool
	}{
		{"a day", "2026-03-09", "2026-03-09", store.FromMetadata, false},
		{"a day with its time", "2026-03-09T10:20:00+08:00", "2026-03-09", store.FromMetadata, false},
		{"a day in Chinese", "2026年3月9日", "2026-03-09", store.FromMetadata, false},
		{"a year alone is no day, the text gives one", "2025", "2025-12-30", store.FromInferred, false},
		{"so is a month", "2025-12", "2025-12-30", store.FromInferred, false},
		{"a year out of reach", "9999", "", "", true},
		{"a month that does not exist", "2025-13", "", "", true},
		{"no date", "昨天", "", "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := `{"id":"1","title":"开航","published":"` + tt.value + `","text":"远屿港于2025年12月30日开航。"}`
			var item Item
			for i := range ReadAll("a.jsonl", []byte(line), Options{}) {
				item = i
			}
			if (item.Err != nil) != tt.fails {
				t.Fatalf("error %v", item.Err)
			}
			if !tt.fails && (item.Article.Published != tt.published || item.Article.PublishedFrom != tt.from) {
				t.Errorf("published %q (%s), want %q (%s)", item.Article.Published, item.Article.PublishedFrom, tt.published, tt.from)
			}
		})
	}
}

func TestKeysOfArticles(t *testing.T) {
	const one, other = `{"id":1,"title":"开航","text":"远屿港开航。"}`, `{"id":1,"title":"丰收","text":"果园丰收了。"}`
	dir := t.TempDir()
	a, b := filepath.Join(dir, "2024.jsonl"), filepath.Join(dir, "2025.jsonl")
	for path, text := range map[string]string{a: one, b: other} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	keys := func(opt Options, paths ...string) (keys []string, failures int) {
		for item := range Walk(t.Context(), paths, nil, opt) {
			if item.Err != nil {
				failures++
				continue
			}
			keys = append(keys, item.Article.SourceKey)
		}
		return keys, failures
	}
	if k, _ := keys(Options{}, a, b); k[0] == k[1] {
		t.Errorf("one id in two files is one article: %v", k)
	}
	if k, _ := keys(Options{Source: "沂川晚报"}, a); k[0] != "id:沂川晚报:1" {
		t.Errorf("the paper given is not in the key: %v", k)
	}
	if k, failures := keys(Options{URL: "https://paper.example/1"}, a, b); len(k) != 1 || failures != 1 {
		t.Errorf("an address for two articles gives %v and %d failures", k, failures)
	}
}
