package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/store"
)

// printed is what an article prints about itself.
type printed struct {
	title     string
	titleSpan store.Span
	source    string
	author    string
	dateline  string

	own      store.Date // the article's own date, printed in full
	monthDay [2]int     // of a dateline that prints no year
	latest   store.Date // the latest full date in the text
}

// headLines are looked through at the top for headline, byline, source and date,
// tailLines at the end.
const (
	headLines = 12
	tailLines = 4
)

// textLine is one line that holds words, with its place.
type textLine struct {
	words      string
	start, end int // of words, in bytes
}

// readPrinted looks through the head, the tail and the dates of a text.
func readPrinted(text string) printed {
	p := printed{latest: latestFullDate(text)}
	head := firstLines(text, headLines)
	p.headline(text, head)
	for i, l := range head {
		p.readHead(l.words, i)
	}
	for _, l := range lastLines(text, tailLines) {
		p.readTail(l.words)
	}
	return p
}

func firstLines(text string, n int) []textLine {
	var out []textLine
	for start := 0; start < len(text) && len(out) < n; {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		if words := strings.TrimFunc(text[start:end], blank); words != "" {
			at := start + strings.Index(text[start:end], words)
			out = append(out, textLine{words, at, at + len(words)})
		}
		start = end + 1
	}
	return out
}

func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

func lastLines(text string, n int) []textLine {
	var out []textLine
	for end := len(text); end > 0 && len(out) < n; {
		start := strings.LastIndexByte(text[:end], '\n') + 1
		if words := strings.TrimFunc(text[start:end], blank); words != "" {
			out = append(out, textLine{words: words})
		}
		end = start - 1
	}
	return out
}

const (
	longestHeadline = 60 // characters
	longestByline   = 80
	longestTitle    = 40 // of a sentence that stands in for a headline
)

// headline takes the first line where it looks like one; else the first
// heading; else the beginning of the first sentence.
func (p *printed) headline(text string, head []textLine) {
	if len(head) == 0 {
		return
	}
	chosen := head[0]
	for _, l := range head {
		if looksLikeHeadline(l.words) {
			chosen = l
			break
		}
	}
	words := strings.TrimSpace(strings.TrimLeft(chosen.words, "#"))
	start := chosen.end - len(words)
	if !looksLikeHeadline(chosen.words) {
		words = cutSentence(words)
	}
	p.title, p.titleSpan = words, spanAt(text, start, start+len(words))
}

func looksLikeHeadline(line string) bool {
	line = strings.TrimSpace(strings.TrimLeft(line, "#"))
	n := utf8.RuneCountInString(line)
	if n == 0 || n > longestHeadline || strings.HasPrefix(line, "—") || strings.HasPrefix(line, "---") {
		return false
	}
	if strings.ContainsAny(line, "。；") || bylinePattern.MatchString(line) || datelinePattern.MatchString(line) {
		return false
	}
	_, isDate := ownDate(line)
	return !isDate
}

// cutSentence gives the beginning of a text, at most longestTitle characters.
func cutSentence(s string) string {
	n := 0
	for i, r := range s {
		if n == longestTitle || strings.ContainsRune("。！？\n", r) {
			return s[:i]
		}
		n++
	}
	return s
}

var (
	// 沂川晚报记者 柏知秋 · 本报记者柏知秋 通讯员 贺长风 · 文/柏知秋
	bylinePattern = regexp.MustCompile(`^[(（【]?(?:(?:([^\s，。：:]{2,14}?)(?:全媒体|首席|见习|实习|特约)*)?记者|(?:文|撰文|文字)\s*[/／丨|：:]|作者\s*[：:]|(?:特约)?通讯员|评论员)\s*[：:丨|/／]?\s*(\p{Han}[\p{Han}\s、，·/／丨|]{1,60}?)\s*(?:报道|文|摄|整理|发自\p{Han}{2,8}|综合报道|摄影报道)?[)）】]?$`)
	// 新华社北京1月12日电（记者 …） · 中新社沂川1月3日电 · 本报沂川5月3日讯
	datelinePattern = regexp.MustCompile(`^[(（【]?(\p{Han}{2,8}?(?:社|网|报|电视台|客户端|财经|通讯))?\s*(\p{Han}{2,10}?)?\s*(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日\s*(?:电|讯|消息)\s*[)）】]?`)
	// 来源：沂川晚报 2024-05-03 10:20
	sourcePattern = regexp.MustCompile(`(?:来源|稿源|出处|转自)\s*[：:]\s*《?([^\s《》，。|丨]{2,20})》?`)
	reporterIn    = regexp.MustCompile(`[（(](?:\p{Han}{0,8}?)记者[：:\s]*(\p{Han}[\p{Han}\s、，]{1,40}?)[)）]`)
	paperWord     = regexp.MustCompile(`(?:报|社|网|新闻|周刊|杂志|电视台|财经|客户端|广播电台|在线|时报|观察)$`)
)

// readHead takes what one of the first lines says.
func (p *printed) readHead(line string, at int) {
	if m := datelinePattern.FindStringSubmatch(line); m != nil {
		p.readDateline(line, m)
		return
	}
	if utf8.RuneCountInString(line) > longestByline {
		return
	}
	if m := sourcePattern.FindStringSubmatch(line); m != nil && p.source == "" {
		p.source = m[1]
	}
	if m := bylinePattern.FindStringSubmatch(line); m != nil {
		p.byline(m[1], m[2])
	}
	if d, ok := ownDate(line); ok && p.own == "" && at > 0 {
		p.own = d
	}
}

func (p *printed) byline(paper, authors string) {
	if p.author == "" {
		p.author = strings.Join(strings.FieldsFunc(authors, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，/／丨|", r) }), " ")
	}
	if p.source == "" && paper != "" && paper != "本报" && paper != "本刊" && paper != "本网" && paperWord.MatchString(paper) {
		p.source = paper
	}
}

func (p *printed) readDateline(line string, m []string) {
	if p.monthDay != [2]int{} {
		return
	}
	agency, place := m[1], m[2]
	if agency == "本报" || agency == "本社" || agency == "本网" {
		agency = ""
	}
	if strings.HasPrefix(place, "本报") || strings.HasPrefix(place, "本网") {
		place = strings.TrimPrefix(strings.TrimPrefix(place, "本报"), "本网")
	}
	p.dateline = place
	p.source = first(p.source, agency)
	p.monthDay = [2]int{atoi(m[4]), atoi(m[5])}
	if m[3] != "" {
		p.own, _ = store.NewDate(atoi(m[3]), p.monthDay[0], p.monthDay[1])
	}
	if by := reporterIn.FindStringSubmatch(line[:min(len(line), 300)]); by != nil {
		p.byline("", by[1])
	}
}

// readTail takes what one of the last lines says: a byline in brackets, a
// source, a date that stands alone.
func (p *printed) readTail(line string) {
	if utf8.RuneCountInString(line) > longestByline {
		return
	}
	if m := sourcePattern.FindStringSubmatch(line); m != nil && p.source == "" {
		p.source = m[1]
	}
	if m := bylinePattern.FindStringSubmatch(line); m != nil {
		p.byline(m[1], m[2])
	}
	if d, ok := ownDate(line); ok && p.own == "" {
		p.own = d
	}
}

// date gives the day of publication: printed; else given; else inferred. A
// dateline without a year takes it from the day given or inferred.
func (p *printed) date(given store.Date) (store.Date, store.Provenance) {
	if p.own != "" {
		return p.own, store.FromText
	}
	anchor, from := given, store.FromFlag
	if anchor == "" {
		anchor, from = p.latest, store.FromInferred
	}
	if p.monthDay != [2]int{} && anchor != "" {
		if d, ok := nearest(anchor, p.monthDay); ok {
			return d, store.FromInferred
		}
	}
	if anchor == "" {
		return "", store.FromNowhere
	}
	return anchor, from
}

// nearest puts a day into the year that brings it nearest to anchor: a report
// of 12月30日 seen in a paper of January is last year's.
func nearest(anchor store.Date, monthDay [2]int) (store.Date, bool) {
	best, bestDays := store.Date(""), 1<<30
	for y := anchor.Year() - 1; y <= anchor.Year()+1; y++ {
		d, err := store.NewDate(y, monthDay[0], monthDay[1])
		if err != nil {
			continue
		}
		if n := daysBetween(anchor, d); n < bestDays {
			best, bestDays = d, n
		}
	}
	return best, best != ""
}

// spanAt counts a stretch of the text in code points too.
func spanAt(text string, start, end int) store.Span {
	if start >= end {
		return store.Span{} // a heading of marks alone has no words
	}
	runes := utf8.RuneCountInString(text[:start])
	return store.Span{Start: start, End: end, RuneStart: runes, RuneEnd: runes + utf8.RuneCountInString(text[start:end])}
}

// spanOf finds a headline among the first lines of the text; the empty span
// where it does not stand there.
func spanOf(text, title string) store.Span {
	for _, l := range firstLines(text, 3) {
		if i := strings.Index(l.words, title); i >= 0 && title != "" {
			return spanAt(text, l.start+i, l.start+i+len(title))
		}
	}
	return store.Span{}
}
