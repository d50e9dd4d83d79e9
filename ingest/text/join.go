package text

import (
	"regexp"
	"sort"
	"strings"
	"unicode/utf8"
)

// How often a join of each kind is right, counted over paragraphs cut at random
// places and over whole ones.
const (
	joinComma   = 0.97 // the first part ends in a comma
	joinClosing = 0.95 // the second part starts with a closing mark
	joinNoStop  = 0.9  // the first part does not end as a sentence ends
	joinStray   = 0.4  // what meets makes no word: text may be lost between
)

// joins says for every line whether it goes on the line before it, as the
// confidence of that, or 0.
func joins(lines []line) []float64 {
	out := make([]float64, len(lines))
	for i := 1; i < len(lines); i++ {
		out[i] = joinConfidence(lines[i-1], lines[i])
		if out[i] > 0 && strayMeet(lines[i-1].text, lines[i].text) {
			out[i] = joinStray
		}
	}
	return out
}

func joinConfidence(a, b line) float64 {
	if a.kind != Body || b.kind != Body || startsAfresh(b.text) {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(b.text)
	last, _ := utf8.DecodeLastRuneInString(a.text)
	switch {
	case strings.ContainsRune("，、,", last):
		return joinComma
	case strings.ContainsRune("”」』）)》】，。、；：！？", first):
		return joinClosing
	case !endsComplete(a.text) && running(a) && !strings.ContainsRune("”」』)）", last) && (!opensRE.MatchString(b.text) || endsNowhere(a.text)):
		return joinNoStop
	}
	return 0
}

// neverLast are characters that no paragraph ends with, whatever begins the next:
// 达到|2004年的两倍. What ends in 了 may be a whole one, unless it is 到了.
const neverLast = "的至到从为与和及是在将被把对向"

// endsNowhere tells a line that stops in the middle of a sentence.
func endsNowhere(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(neverLast, last) || strings.HasSuffix(s, "到了")
}

// opensRE tells a line that opens a paragraph as news do, with a date or a label.
var opensRE = regexp.MustCompile(`^(?:\d{4}年|\d{1,2}月\d{1,2}日|近日|日前|昨日|近年来|今年以来|\p{Han}{1,6}：)`)

// startsAfresh tells a line that cannot go on another: an item of a list, a
// dateline, a link set apart.
func startsAfresh(s string) bool {
	return bulletRE.MatchString(s) || datelineRE.MatchString(s) || s[0] == '[' || s[0] == '|' || s[0] == '!'
}

// running tells running text: it has a stop, or a comma and some length.
func running(l line) bool {
	return strings.ContainsAny(l.text, "。！？；") || l.runes >= 14 && strings.ContainsAny(l.text, "，,")
}

// endsComplete tells whether s ends as a sentence ends, closing marks and a
// bracketed note (完) aside.
func endsComplete(s string) bool {
	const closing = "”」』》】’\"＂ 　"
	s = strings.TrimRight(tail(s), closing)
	s = strings.TrimRight(cutNote(s), closing)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？…；：!?;:.—", last)
}

// cutNote cuts a short bracket off the end: (完), （记者 某某）.
func cutNote(s string) string {
	last, n := utf8.DecodeLastRuneInString(s)
	if last != ')' && last != '）' {
		return s
	}
	open := strings.LastIndexAny(s, "(（")
	if open <= 0 || utf8.RuneCountInString(s[open:]) > 24 {
		return s[:len(s)-n]
	}
	return s[:open]
}

// tail is enough of s's end to judge it by.
func tail(s string) string {
	const enough = 240
	if len(s) <= enough {
		return s
	}
	i := len(s) - enough
	for i < len(s) && !utf8.RuneStart(s[i]) {
		i++
	}
	return s[i:]
}

// Doubtful tells whether r runs over a join that may hide lost text. Finders
// let no name and no figure span such a place in silence.
func (v *View) Doubtful(r Range) bool {
	i := sort.Search(len(v.Joins), func(i int) bool { return v.Joins[i].At > r.Start })
	for ; i < len(v.Joins) && v.Joins[i].At < r.End; i++ {
		if v.Joins[i].Confidence < 0.5 {
			return true
		}
	}
	return false
}
