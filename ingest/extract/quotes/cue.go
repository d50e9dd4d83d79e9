package quotes

import (
	"sort"
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

// cue is a place where the narration tells that somebody speaks.
type cue struct {
	text.Range // as printed, a hearer included: 告诉记者
	entry      // empty for a colon with no verb
	next       int
	// punct is what stands between the cue and next: '，', '：', '。' for any
	// stop or the paragraph's end, '“' where a mark follows at once, 0 where
	// words do.
	punct rune
}

// scene is one paragraph cut into narration and what stands in marks.
type scene struct {
	text.Range
	told  int         // where the narration begins, behind a dateline
	pairs []text.Pair // outermost
	cues  []cue
	stops []int   // ends of narration's sentences, ascending
	parts []int   // the same, ends of their parts at ；included
	beats []beat  // the pairs that are quotations
	said  []voice // who speaks at each cue
	// spoken[i] is the last of the cues before i whose speaker is known, or none
	spoken []int
}

// voice is the speaker at a cue.
type voice struct {
	speaker
	ok bool
}

func (f *finder) scene(p text.Range) *scene {
	s := &scene{Range: p, told: p.Start + dateline(f.v.Text[p.Start:min(p.End, p.Start+reach)])}
	for _, q := range f.v.PairsIn(p) {
		if q.Depth == 0 {
			s.pairs = append(s.pairs, q)
		}
	}
	at := p.Start
	for _, q := range s.pairs {
		f.narration(s, text.Range{Start: at, End: q.Start})
		at = q.End
	}
	f.narration(s, text.Range{Start: at, End: p.End})
	s.said = make([]voice, len(s.cues))
	return s
}

// narration collects cues and stops in a stretch without marks.
func (f *finder) narration(s *scene, r text.Range) {
	t := f.v.Text
	for i := r.Start; i < r.End; {
		if e, ok := cueWords().at(t[i:r.End]); ok {
			if !e.has('-') && !denied(t[max(r.Start, i-27):i]) && !(e.has('b') && !strings.ContainsRune("^。，”", f.beforeMark(s, i))) {
				f.addCue(s, text.Range{Start: i, End: i + len(e.word)}, e, r.End)
			}
			i += len(e.word)
			continue
		}
		c, n := utf8.DecodeRuneInString(t[i:r.End])
		i += n
		switch {
		case c == '。' || c == '！' || c == '？' || c == '!' || c == '?':
			s.stops, s.parts = append(s.stops, i), append(s.parts, i)
		case c == '；' || c == ';':
			s.parts = append(s.parts, i)
		case (c == '：' || c == ':') && f.markFollows(s, i):
			f.addColon(s, i-n, i)
		}
	}
}

// denied tells of what stands before a verb that nobody speaks: 并未透露, 不愿介绍.
func denied(s string) bool {
	return deniedRE.MatchString(s) || strings.Contains(s, "经") && usedToRE.MatchString(s)
}

var deniedRE = pattern.MustCompile(`(?:未|没有|没|不|不愿|拒绝|无法|不便|不方便|不愿意|不想|不肯|不敢|难以|被|给予|予以|受到|[(（]今|能否|是否|可能会?|也许会?|或许会?|往往会?|常常会?|都会)$`)

var usedToRE = pattern.MustCompile(`[，是]经[^理济销营常验典过贸纪，。][^，。]{0,7}$`)

var hearerRE = pattern.MustCompile(`^[^，。：；！？“”「」,:]{0,14}?(?:记者|笔者|我们|媒体)`)

// whom a verb is said to, where he ends the clause: 告诫某某。
var objectEndRE = pattern.MustCompile(`^([^，。：；！？“”「」,:的了着]{1,8})[。，：]`)

// addCue adds a verb with what follows it.
func (f *finder) addCue(s *scene, r text.Range, e entry, end int) {
	switch {
	case e.has('r'):
		r.End += len(hearerRE.FindString(f.v.Text[r.End:end]))
	case e.has('o'):
		if m := objectEndRE.FindStringSubmatch(f.v.Text[r.End:end]); m != nil {
			r.End += len(m[1])
		}
	}
	c := cue{Range: r, entry: e}
	c.punct, c.next = f.follows(s, r.End, end)
	if c.punct != '：' && e.has('p') && strings.HasSuffix(f.v.Text[s.Start:r.Start], "的") {
		return // 总书记的要求，让队员们……: a noun
	}
	s.cues = append(s.cues, c)
}

// addColon adds the colon before a mark as a cue of its own, unless a verb
// stands before it.
func (f *finder) addColon(s *scene, at, end int) {
	if n := len(s.cues); n > 0 && s.cues[n-1].End == at {
		return
	}
	c := cue{Range: text.Range{Start: at, End: at}}
	c.punct, c.next = '：', skip(f.v.Text, end, s.End)
	s.cues = append(s.cues, c)
}

func (f *finder) markFollows(s *scene, i int) bool {
	_, ok := s.pairAt(skip(f.v.Text, i, s.End))
	return ok
}

// follows tells what stands behind a cue that ends at i.
func (f *finder) follows(s *scene, i, end int) (punct rune, next int) {
	i = skip(f.v.Text, i, end)
	if i == end {
		if _, ok := s.pairAt(i); ok {
			return '“', i
		}
		return '。', i
	}
	c, n := utf8.DecodeRuneInString(f.v.Text[i:end])
	after := skip(f.v.Text, i+n, s.End)
	switch c {
	case '，', ',':
		return '，', after
	case '：', ':':
		return '：', after
	case '。', '！', '？', '；', '!', '?', '…', '、', '—':
		return '。', after
	}
	return 0, i
}

// skip goes over blanks.
func skip(s string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if r != ' ' && r != '\u3000' && r != '\u00a0' && r != '\t' {
			break
		}
		i += n
	}
	return i
}

// pairAt gives the pair that starts at i.
func (s *scene) pairAt(i int) (int, bool) {
	k := sort.Search(len(s.pairs), func(k int) bool { return s.pairs[k].Start >= i })
	return k, k < len(s.pairs) && s.pairs[k].Start == i
}

// cueFrom gives the first cue that starts at i or later.
func (s *scene) cueFrom(i int) int {
	return sort.Search(len(s.cues), func(k int) bool { return s.cues[k].Start >= i })
}

// stopFrom gives the end of the narration's sentence that holds i.
func (s *scene) stopFrom(i int) int {
	k := sort.SearchInts(s.stops, i+1)
	if k == len(s.stops) {
		return s.End
	}
	return s.stops[k]
}

// a dateline names reporters, not speakers: 新华社某地1月2日电（记者某某）
var datelineRE = pattern.MustCompile(`^(?:[^，。：“”「」]{2,12}?(?:[日晚晨早时商]报|在线|新闻|快报|网|客户端)\d{0,2}月?\d{0,2}日?[讯訊][^，。：“”「」（(【]{0,2}(?:\s*[(（【][^)）】]{1,50}[)）】])?|[^，。：“”]{2,40}?(?:\d日|本报)[^，。：“”发通致来去回]{0,10}?[电電讯訊](?:\s*[(（【][^)）】]{1,50}[)）】])?|[【（(]?(?:本报|新华社|中新社|中新网|中央社|央视网消息)[^，。：]{0,30}[)）】：])`)

// wire are words that begin as a dateline ends: 13日的电|视展
var wireRE = pattern.MustCompile(`^[视子力池商动网影台器机价缆信话源气厂梯脑]`)

// dateline gives the length of the dateline that s starts with, or 0.
func dateline(s string) int {
	n := len(datelineRE.FindString(s))
	if n > 0 && wireRE.MatchString(s[n:]) && strings.HasSuffix(s[:n], "电") {
		return 0
	}
	return n
}

// reach is how far back from a cue a speaker is looked for, in bytes.
const reach = 360

// region is where the speaker of cue c is looked for: from the last stop or
// quotation before it.
func (s *scene) region(t string, c cue) text.Range {
	from := max(s.told, c.Start-reach)
	if k := sort.SearchInts(s.parts, c.Start+1); k > 0 {
		from = max(from, s.parts[k-1])
	}
	if k := sort.Search(len(s.beats), func(k int) bool { return s.beats[k].End > c.Start }); k > 0 {
		from = max(from, s.beats[k-1].End)
	}
	for from < c.Start && !utf8.RuneStart(t[from]) {
		from++
	}
	return text.Range{Start: min(from, c.Start), End: c.Start}
}
