package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/store"
)

// epigraph reads up to three paragraphs that a source line follows: ——某年某月
// 某日，某某在某地强调. It tells how many paragraphs it has read, 0 for none.
func (f *finder) epigraph(i int) int {
	const most = 3
	j := i
	for j < len(f.v.Paragraphs) && j-i < most && f.v.Paragraphs[j].Kind == text.Body {
		j++
	}
	if j == len(f.v.Paragraphs) || f.v.Paragraphs[j].Kind != text.Source || i > 0 && f.v.Paragraphs[i-1].Kind == text.Body {
		return 0
	}
	who, words, ok := f.sourceLine(f.v.Paragraphs[j].Range)
	if !ok {
		return 0
	}
	kind := store.Block
	var ranges []text.Range
	for _, p := range f.v.Paragraphs[i:j] {
		r, marked := f.unmarked(p.Range)
		if marked {
			kind = store.Direct
		}
		ranges = append(ranges, r)
	}
	f.add(kind, who, epigraphRule, words, ranges...)
	f.last = who
	return j - i + 1
}

// sourceLine reads who is cited and with which verb.
func (f *finder) sourceLine(p text.Range) (who speaker, words text.Range, ok bool) {
	t := f.v.Cut(p)
	r := text.Range{Start: p.Start + len(t) - len(strings.TrimLeft(t, "—─- 　")), End: p.End}
	s := f.scene(r)
	if n := len(s.cues); n > 0 && s.cues[n-1].punct == '。' {
		words = s.cues[n-1].Range
		r.End = words.Start
	}
	who, ok = f.speakerIn(r)
	return who, words, ok
}

// unmarked is a paragraph without the marks that enclose the whole of it.
func (f *finder) unmarked(p text.Range) (r text.Range, marked bool) {
	for _, q := range f.v.PairsIn(p) {
		if q.Depth == 0 && q.Range == p && q.Inner.Len() > 0 {
			return q.Inner, true
		}
	}
	return p, false
}

var (
	firstPersonRE = pattern.MustCompile(`我`)
	compiledRE    = pattern.MustCompile(`整理|口述|采写|记录`)
)

// statement reads a head that names a speaker: 某公司总经理某某：让……, and the
// first-person paragraphs under it. It tells how many paragraphs it has read.
func (f *finder) statement(i int) int {
	head := f.v.Paragraphs[i]
	if head.Kind != text.Heading {
		return 0
	}
	who, rest, ok := f.label(head.Range)
	if !ok {
		return 0
	}
	n := 1
	if rest.Len() == 0 && i+1 < len(f.v.Paragraphs) && f.v.Paragraphs[i+1].Kind == text.Heading {
		rest, n = f.v.Paragraphs[i+1].Range, 2
		f.section = f.v.Paragraphs[i+1].Section
	}
	if rest.Len() > 0 {
		kind, words := f.headWords(rest, store.Block)
		f.add(kind, who, statementOf, text.Range{}, words).Optional = true
	}
	f.last = who
	return n + f.firstPerson(i+n, who)
}

// label reads a line that starts with a speaker and a colon.
func (f *finder) label(p text.Range) (who speaker, rest text.Range, ok bool) {
	t := f.v.Cut(p)
	t = strings.TrimLeft(t[len(soundRE.FindString(t)):], "#*· ")
	colon := strings.Index(t, "：")
	if colon < 0 {
		return nobody, rest, false
	}
	start := p.End - len(t)
	name := text.Range{Start: start, End: start + colon}
	rest = text.Range{Start: skip(f.v.Text, name.End+len("："), p.End), End: p.End}
	if name.Len() <= 0 || utf8.RuneCountInString(f.v.Cut(name)) > 40 {
		return nobody, rest, false
	}
	x, ok := f.personIn(name)
	if !ok {
		x, ok = f.roleIn(name)
	}
	return x.speaker, rest, ok && x.named && x.at.End == name.End
}

// headWords gives the words of a head behind its speaker: direct ones where marks
// enclose them all.
func (f *finder) headWords(r text.Range, kind store.QuoteKind) (store.QuoteKind, text.Range) {
	if inner, marked := f.unmarked(r); marked {
		return store.Direct, inner
	}
	return kind, r
}

// firstPerson reads the paragraphs from i to the next head, where most of them
// speak as 我 and none names who.
func (f *finder) firstPerson(i int, who speaker) int {
	var ranges []text.Range
	we, n := 0, 0
	for _, p := range f.v.Paragraphs[min(i, len(f.v.Paragraphs)):] {
		if p.Kind == text.Heading || p.Kind == text.Source {
			break
		}
		n++
		t := f.v.Cut(p.Range)
		if p.Kind == text.Byline {
			if compiledRE.MatchString(t) {
				break
			}
			continue
		}
		if strings.Contains(f.printed.Cut(p.Range), who.text) {
			return 0
		}
		if firstPersonRE.MatchString(t) {
			we++
		}
		ranges = append(ranges, p.Range)
	}
	if we == 0 || we*2 < len(ranges) {
		return 0
	}
	f.add(store.Block, who, statementOf, text.Range{}, ranges...)
	return n
}

// headline reads 某某：…… in the article's headline as what that body or person
// says in the article.
func (f *finder) headline(i int) {
	p := f.v.Paragraphs[i]
	if p.Kind != text.Headline {
		return
	}
	t := f.v.Cut(p.Range)
	colon := strings.Index(t, "：")
	if colon < 0 || strings.Count(t, "：") > 1 {
		return
	}
	lo, hi := f.names.in(text.Range{Start: p.Start, End: p.Start + colon})
	if lo == hi || f.names.Mentions[hi-1].End != p.Start+colon {
		return
	}
	who := f.names.entityAs(f.names.EntityOf[hi-1], f.names.Mentions[hi-1].Range)
	rest := text.Range{Start: p.Start + colon + len("："), End: p.End}
	if who.named && f.names.Mentions[hi-1].Kind != store.Project && !mediaRE.MatchString(who.text) && utf8.RuneCountInString(f.v.Cut(rest)) >= minBareReport {
		kind, words := f.headWords(rest, store.Indirect)
		f.add(kind, who, headSays, text.Range{Start: p.Start + colon, End: rest.Start}, words).Optional = true
	}
}

// a paper's name before a headline says who printed it
var mediaRE = pattern.MustCompile(`(?:[日晚晨早时商周]报|时报|网|新闻|通讯社|电视台|频道|客户端|杂志|周刊)$`)

// turn reads a paragraph of an interview: 某某：…… beside another such paragraph.
func (f *finder) turn(i int) bool {
	who, rest, ok := f.label(f.v.Paragraphs[i].Range)
	if !ok || utf8.RuneCountInString(f.v.Cut(rest)) < 20 || !(f.labelled(i-1) || f.labelled(i+1) || soundRE.MatchString(f.v.Cut(f.v.Paragraphs[i].Range))) {
		return false
	}
	if _, marked := f.unmarked(rest); marked || strings.HasPrefix(f.v.Cut(rest), "“") {
		return false
	}
	f.add(store.Block, who, turnOf, text.Range{}, rest)
	f.last = who
	return true
}

// 【同期声】某局局长某某：……, as broadcasters mark what is heard
var soundRE = pattern.MustCompile(`^(?:【(?:现场)?同期声?】|\[(?:现场)?同期声?\]|（(?:现场)?同期声?）|(?:现场)?同期声?[：:\s　])[\s　]*`)

var labelRE = pattern.MustCompile(`^[^，。！？“”「」]{1,20}：`)

func (f *finder) labelled(i int) bool {
	return i >= 0 && i < len(f.v.Paragraphs) && labelRE.MatchString(f.v.Cut(f.v.Paragraphs[i].Range))
}
