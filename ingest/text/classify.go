package text

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lengths in characters that part heads from running text.
const (
	maxHeadline = 60 // a newspaper's headline with its two halves
	maxHeading  = 30
	maxLabel    = 60 // 某公司党委书记、董事长某某：让……
	maxByline   = 45
	maxSource   = 70
)

var (
	reporters = `(?:记者|記者|通讯员|通訊員|特约记者|见习记者|实习生|特派员|编辑|編輯|责编|校对|编译|撰文|作者|文字|摄影|攝影|供稿|供图|来源|來源|监制)`
	bylineRE  = regexp.MustCompile(`^[（(【\[□■●◎▲◆]?\s*(?:` +
		`\p{Han}{0,14}` + reporters + `[\s:：/／|｜丨]*[\p{Han}·\p{Latin}\s、/／|｜:：]*` +
		`|[文图圖]\s*[/／|｜丨:：].*` +
		`|.{0,30}(?:整理|综合整理|摄影报道|报道|報導|供图)` +
		`)\s*[)）】\]]?$`)
	datelineRE = regexp.MustCompile(`^(?:本报|本報|新华社|中新社|中新网|中央社|央视网|人民网)`)
	numberedRE = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}[章节部分]|\d{1,2}[.．、])\s*\S`)
	bulletRE   = regexp.MustCompile(`^(?:[（(]?\d{1,3}[)）.．、]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[●■◆▲○□◎★☆▶•·*-])`)
	emphasisRE = regexp.MustCompile(`^(?:\*\*|__)[^*_]+(?:\*\*|__)$`)
)

// classify gives every line its kind. A line is judged by its own form first
// and by its neighbours where the form leaves it open.
func classify(lines []line) {
	hashed := false
	for _, l := range lines {
		hashed = hashed || strings.HasPrefix(l.text, "## ")
	}
	for i := range lines {
		l := &lines[i]
		l.kind, l.level = kindOf(lines, i, hashed)
	}
}

func kindOf(lines []line, i int, hashed bool) (ParagraphKind, int) {
	l := lines[i]
	switch {
	case l.text[0] == '#':
		return hashHeading(l.text, i)
	case l.runes <= maxByline && bylineRE.MatchString(l.text) && !strings.ContainsAny(l.text, "，。,"):
		return Byline, 0
	case dashed(l.text):
		return dashKind(lines, i), 0
	case i == 0 && len(lines) > 1 && headlike(l.text, l.runes, maxHeadline):
		return Headline, 0
	case label(lines, i), headlike(l.text, l.runes, maxHeading) && (!hashed || !strings.ContainsAny(l.text, "，,")):
		if hashed {
			return Heading, level(l.text) + 2 // below the heads that are marked
		}
		return Heading, level(l.text)
	}
	return Body, 0
}

// hashHeading reads a Markdown head: "# x" that opens the article is its headline.
func hashHeading(s string, i int) (ParagraphKind, int) {
	level := len(s) - len(strings.TrimLeft(s, "#"))
	if i == 0 && level == 1 {
		return Headline, 0
	}
	return Heading, level
}

// level of a head printed without marks: 一、 stands above （一） above 1.
func level(s string) int {
	switch {
	case !numberedRE.MatchString(s):
		return 1
	case s[0] == '(' || strings.HasPrefix(s, "（"):
		return 2
	case s[0] >= '0' && s[0] <= '9':
		return 3
	}
	return 1
}

// dashed tells a line that a dash opens: a source line, a subtitle, a list.
func dashed(s string) bool {
	return strings.HasPrefix(s, "——") || strings.HasPrefix(s, "--") || strings.HasPrefix(s, "─") || strings.HasPrefix(s, "—")
}

// dashKind tells a subtitle, which comes before any text, from the source line
// under an epigraph and from an item of a list, which is a sentence.
func dashKind(lines []line, i int) ParagraphKind {
	l := lines[i]
	if l.runes > maxSource || endsComplete(l.text) {
		return Body
	}
	for _, p := range lines[max(0, i-1):i] {
		if p.kind == Body {
			return Source
		}
	}
	if i < 3 {
		return Headline
	}
	return Heading
}

// headlike tells a line that reads like a head: short, no stop, no mark left
// open, and no comma before a stump (填补了国内 is a cut sentence's end).
func headlike(s string, runes, limit int) bool {
	if runes > limit || !hasLetter(s) || strings.ContainsAny(s, "。；;") {
		return false
	}
	if emphasisRE.MatchString(s) {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("，、：,:…！？!?”」）)", last) && !strings.ContainsRune("！？!?”」）)", last) {
		return false
	}
	return balanced(s) && evenParts(s) && !bulleted(s)
}

// bulleted keeps items of a list out of the heads, numbered heads in.
func bulleted(s string) bool { return bulletRE.MatchString(s) && !numberedRE.MatchString(s) }

// evenParts tells whether a head of two halves has halves: the last part is
// not much shorter than the longest before it.
func evenParts(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '，' || r == ',' })
	if len(parts) < 2 {
		return true
	}
	longest := 0
	for _, p := range parts[:len(parts)-1] {
		longest = max(longest, utf8.RuneCountInString(p))
	}
	return longest*5 <= utf8.RuneCountInString(parts[len(parts)-1])*8
}

// label tells a head that names a speaker: 某公司总经理某某：让……, or
// 某公司总经理某某： with the head it introduces on the next line.
func label(lines []line, i int) bool {
	s, runes := lines[i].text, lines[i].runes
	if runes > maxLabel {
		return false
	}
	c := strings.Index(s, "：")
	if c < 0 || strings.ContainsAny(s, "。；！？，,") || strings.ContainsAny(s[c:], "“「\"") {
		return false
	}
	if c+len("：") < len(s) {
		return i > 0 && lines[i-1].kind != Body || runes <= maxHeading
	}
	return i+1 < len(lines) && headlike(lines[i+1].text, lines[i+1].runes, maxHeading)
}

func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// balanced tells whether s closes every mark that it opens.
func balanced(s string) bool {
	open := 0
	for _, r := range s {
		switch {
		case strings.ContainsRune("“「『《（(【", r):
			open++
		case strings.ContainsRune("”」』》）)】", r):
			open--
		}
	}
	return open == 0
}
