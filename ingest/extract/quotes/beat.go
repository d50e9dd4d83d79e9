package quotes

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/store"
)

// beat is a pair of marks that is a quotation, or may be one when a speaker is
// found.
type beat struct {
	text.Pair
	lead, tail int // cues before and behind, or none
	looks
}

const none = -1

// looks is what a pair of marks shows by itself.
type looks struct {
	runes   int
	stop    bool // a stop stands inside the closing mark, or behind it where the pair is a sentence
	comma   bool // a comma stands inside the closing mark
	clauses bool // a comma or stop stands anywhere inside
	before  rune // '^' at the start, '。' '，' '：' '”', else 0: words
	after   rune // '$' at the end, else as before
}

// sentenceLike tells marks that close behind a stop or a comma, as those of
// terms do not.
func (l looks) sentenceLike() bool { return l.stop || l.comma }

// decide keeps the pairs that are quotations as beats.
func (f *finder) decide(s *scene) {
	for k := range s.pairs {
		b := f.beat(s, k)
		if f.isQuotation(s, b) || f.inARow(s, k, b) {
			s.beats = append(s.beats, b)
			continue
		}
		f.term(b)
	}
}

const longestTerm = 60 // characters

// term keeps a pair of marks that is no quotation: “链主”, “富矿精开”.
func (f *finder) term(b beat) {
	if !b.Closed || b.runes < 1 || b.runes > longestTerm {
		return
	}
	inner := []text.Range{f.inner(b)}
	f.quotes = append(f.quotes, extract.Quote{Kind: store.Term, Ranges: inner, Context: f.context(inner, text.Range{}), SpeakerEntity: none,
		OrganizationEntity: none, Found: extract.Found{Rule: termRule.name, Confidence: termRule.confidence}})
}

// termsIn keeps every pair of marks in r as a term.
func (f *finder) termsIn(r text.Range) {
	s := f.scene(r)
	for k := range s.pairs {
		f.term(f.beat(s, k))
	}
}

func (f *finder) beat(s *scene, k int) beat {
	q := s.pairs[k]
	b := beat{Pair: q, lead: none, tail: none, looks: f.looks(s, q)}
	if i := s.cueFrom(q.Start) - 1; i >= 0 && s.cues[i].next == q.Start && strings.ContainsRune("，：“", s.cues[i].punct) {
		b.lead = i
	}
	b.tail = f.tail(s, k)
	return b
}

// tail finds the cue that attributes the pair before it: in the same sentence
// of narration, with a stop, comma or colon behind it. A quotation between
// takes it for itself.
func (f *finder) tail(s *scene, k int) int {
	q := s.pairs[k]
	from, onlyAlone := q.End, false
	if strings.HasPrefix(f.v.Text[q.End:s.End], "。") && q.Inner.Len() >= 3*minReport {
		from += len("。")
		onlyAlone = !f.stopOutside(s, q)
	}
	end := min(s.stopFrom(from), q.End+reach)
	for i := s.cueFrom(q.End); i < len(s.cues) && s.cues[i].Start < end; i++ {
		c := s.cues[i]
		if k+1 < len(s.pairs) && s.pairs[k+1].Start < c.Start && f.looks(s, s.pairs[k+1]).runes >= 10 {
			return none
		}
		if c.punct == '“' && c.Start-from > 2*minReport*len("字") {
			continue // 我军要强。”某某……，从提出“……”
		}
		if c.punct != 0 && !c.has('f') && (!onlyAlone || c.punct == '。') {
			return i
		}
	}
	return none
}

// stopOutside tells a pair that is a sentence whose stop stands behind the
// mark: “……”。某某说，
func (f *finder) stopOutside(s *scene, q text.Pair) bool {
	return strings.HasPrefix(f.v.Text[q.End:s.End], "。") && q.Inner.Len() >= 3*minReport &&
		strings.ContainsRune("^。", f.beforeMark(s, q.Start))
}

func (f *finder) looks(s *scene, q text.Pair) looks {
	inner := strings.TrimSpace(f.v.Cut(q.Inner))
	l := looks{runes: utf8.RuneCountInString(inner)}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(inner, " 　’』\""))
	l.stop = strings.ContainsRune("。！？…!?", last) && inner != ""
	l.comma = strings.ContainsRune("，,；", last)
	l.clauses = strings.ContainsAny(inner, "，。；！？")
	l.stop = l.stop || l.clauses && f.stopOutside(s, q)
	l.before = f.beforeMark(s, q.Start)
	l.after = f.afterMark(s, q.End)
	return l
}

func (f *finder) beforeMark(s *scene, at int) rune {
	t := strings.TrimRight(f.v.Text[s.Start:at], " 　")
	r, n := utf8.DecodeLastRuneInString(t)
	switch {
	case n == 0 || len(t) < reach && dateline(t) == len(t):
		return '^'
	case strings.ContainsRune("。！？；…!?", r):
		return '。'
	case strings.ContainsRune("，,", r):
		return '，'
	case strings.ContainsRune("：:", r):
		return '：'
	case strings.ContainsRune("”」』\"", r):
		return '”'
	case strings.HasSuffix(t, "——"), butMarkRE.MatchString(t):
		return '，'
	}
	return 0
}

// 但“……。”他说: a conjunction before a quotation is no part of its sentence, nor is
// what a dash divides from it, 服务更好——“……！”某某说
var butMarkRE = pattern.MustCompile(`(?:[。！？，；]|^)(?:但|但是|而|可|可是|不过|因为|所以|于是|然而)$`)

func (f *finder) afterMark(s *scene, at int) rune {
	at = skip(f.v.Text, at, s.End)
	if rest := s.End - at; rest == 0 || rest <= reach/4 && len(noteRE.FindString(f.v.Text[at:s.End])) == rest {
		return '$' // “……。”(完)
	}
	r, _ := utf8.DecodeRuneInString(f.v.Text[at:s.End])
	switch {
	case strings.ContainsRune("。！？；…!?", r):
		return '。'
	case strings.ContainsRune("，,", r):
		return '，'
	case strings.ContainsRune("“「『\"", r):
		return '”'
	}
	return 0
}

// isQuotation weighs, in order of worth: a cue with a colon or comma before,
// words around that make a term, a stop inside the closing mark, a cue behind.
func (f *finder) isQuotation(s *scene, b beat) bool {
	switch {
	case b.runes < 2:
		return false
	case b.lead != none:
		return f.announced(s, b)
	case f.carried != nil && b.before == '^' && b.sentenceLike():
		return true
	case f.makesTerm(s, b):
		return false
	case f.endsReport(s, b), f.voiceBehindComma(s, b):
		return true
	case b.sentenceLike():
		return b.tail != none && b.before != 0 || b.before != 0 && b.runes >= 8
	case b.tail == none || b.before == 0:
		return false
	case b.after == '，':
		return b.clauses || b.runes >= 8
	case b.runes >= 8 && f.toldBehind(s, b):
		return true
	}
	return b.clauses && b.runes >= 10 || b.runes >= 14
}

// toldBehind tells a pair behind whose stop a sentence only says who told it to
// whom: “……”。某某对记者说。
func (f *finder) toldBehind(s *scene, b beat) bool {
	c := s.cues[b.tail]
	from := b.End + len("。")
	return c.punct == '。' && c.Start > from && strings.HasPrefix(f.v.Text[b.End:s.End], "。") &&
		!strings.ContainsAny(f.v.Text[from:c.Start], "，。") && hearerRE.MatchString(f.v.Text[from:c.Start])
}

// inARow tells a pair that stands beside a quotation with but a comma between:
// 某某评价，“……”，“……”。
func (f *finder) inARow(s *scene, k int, b beat) bool {
	return k > 0 && len(s.beats) > 0 && s.beats[len(s.beats)-1].Pair == s.pairs[k-1] && b.runes >= 8 &&
		strings.Trim(f.v.Text[s.pairs[k-1].End:b.Start], "，、 ") == "" && (b.after == '。' || b.after == '$' || b.clauses) &&
		!f.termAfter(s, b.End)
}

// announced judges a pair that a cue stands right before.
func (f *finder) announced(s *scene, b beat) bool {
	c := s.cues[b.lead]
	ends := b.after != 0
	switch {
	case c.punct == '：' && c.word == "":
		return !f.sloganBefore(s, c.Start) && (b.sentenceLike() || b.runes >= 8 && ends || b.runes >= 14)
	case !c.has('d') && !c.has('c'):
		return false
	case c.punct == '：':
		return ends || b.sentenceLike() || b.clauses || b.runes >= 8
	case c.has('c'):
		return c.word == "道" && c.punct == '，' && b.sentenceLike() // 某某心疼道，“……。”
	case c.punct == '，' && f.opensReport(s, b):
		return false
	case c.punct == '，':
		return b.sentenceLike() || ends && b.runes >= 4 || b.clauses && b.runes >= 12
	}
	return b.sentenceLike() && b.runes >= 4 || f.partial(s, b)
}

// partial judges a few words right behind a cue: 他强调“……”. Words that go on
// behind the marks make them a part of the reporter's sentence.
func (f *finder) partial(s *scene, b beat) bool {
	return b.after != 0 && b.after != '”' && (b.clauses && b.runes >= 8 || b.runes >= 10) && !f.termAfter(s, b.End)
}

// makesTerm tells a pair that the words around it make a term, a slogan or a
// name.
func (f *finder) makesTerm(s *scene, b beat) bool {
	if b.before == '：' && b.sentenceLike() && !f.sloganBefore(s, b.Start) {
		return false
	}
	if b.before == 0 && !b.sentenceLike() {
		return true
	}
	return f.termAfter(s, b.End) || f.sloganBefore(s, b.Start)
}

// termAfter tells whether the words behind the mark make a term of it.
func (f *finder) termAfter(s *scene, at int) bool {
	e, ok := markWords().at(f.v.Text[at:s.End])
	return ok && e.has('>')
}

// sloganBefore tells whether the words before offset at introduce a slogan, a
// title or a law.
func (f *finder) sloganBefore(s *scene, at int) bool {
	t := strings.TrimRight(f.v.Text[s.Start:at], " 　：:")
	for i, n := len(t), 0; i > 0 && n < 4; n++ {
		_, size := utf8.DecodeLastRuneInString(t[:i])
		i -= size
		if e, ok := markWords().at(t[i:]); ok && e.has('<') && len(e.word) == len(t)-i {
			return true
		}
	}
	return false
}
