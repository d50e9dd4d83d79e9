package quotes

import (
	"regexp"
	"sort"
	"strings"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
	"zhiku/zh/segment"
)

var (
	pronounRE = regexp.MustCompile(`他们|她们|他|她|该人士|这位|这名`)
	notHimRE  = regexp.MustCompile(`其他|他人|吉他|他国|他乡|利他`)
)

// pronounIn reads 他, 她: the last one who spoke or acted.
func (f *finder) pronounIn(c text.Range) (candidate, bool) {
	if x, ok := f.itself(c); ok {
		return x, true
	}
	s := notHimRE.ReplaceAllStringFunc(f.v.Cut(c), func(m string) string { return strings.Repeat("_", len(m)) })
	all := pronounRE.FindAllStringIndex(s, -1)
	for k := len(all) - 1; k >= 0; k-- {
		r := text.Range{Start: c.Start + all[k][0], End: c.Start + all[k][1]}
		rest := s[all[k][1]:]
		if f.hearer(c.Start, r.Start) || strings.HasPrefix(rest, "的") {
			continue
		}
		who, ok := f.meantBy(r)
		if !ok {
			return candidate{}, false
		}
		who.at = r
		return candidate{who.doubtful(0.9), 1}, true
	}
	return candidate{}, false
}

// itself reads a clause that is nothing but 其 as who spoke last in the
// paragraph, be it a body: 其还表示.
func (f *finder) itself(c text.Range) (candidate, bool) {
	s := trimAdverbs(trimLead(f.v.Cut(c)))
	if s != "其" || !f.last.known() || f.lastIn != f.index {
		return candidate{}, false
	}
	who, at := f.last, c.Start+strings.LastIndex(f.v.Cut(c), s)
	who.at = text.Range{Start: at, End: at + len(s)}
	return candidate{who.doubtful(0.9), 1}, true
}

// meantBy gives whom the pronoun in r means.
func (f *finder) meantBy(r text.Range) (speaker, bool) {
	if !strings.HasSuffix(f.v.Cut(r), "们") {
		return f.antecedent(r.Start)
	}
	if who, ok := f.groupBefore(r.Start); ok {
		return who, true
	}
	who, ok := f.antecedent(r.Start)
	return who, ok && !who.named
}

// groupBefore gives the people whom 他们 at offset at means: those the sentence,
// or the one before it, starts with.
func (f *finder) groupBefore(at int) (speaker, bool) {
	for range 2 {
		s, ok := f.v.SentenceAt(at)
		if !ok {
			return nobody, false
		}
		first := text.Range{Start: s.Start, End: s.Start + len(firstClause(f.v.Text[s.Start:min(at, s.End, s.Start+reach)]))}
		if head, word := firstRole(f.v.Cut(first)); head > 0 {
			who := text.Range{Start: first.Start, End: first.Start + head + len(word.word)}
			who.Start = who.End - len(trimLead(f.v.Cut(who)))
			return speaker{at: who, entity: none, text: f.printed.Cut(who), orgEntity: none, group: true, sure: 0.7}, true
		}
		at = s.Start - 1
		if at < 0 {
			break
		}
	}
	return nobody, false
}

// antecedent is whom a pronoun at offset at means: who spoke last in the
// section, or a person named since at the head of a sentence.
func (f *finder) antecedent(at int) (speaker, bool) {
	if who, ok := f.headOfSentence(at); ok {
		return who, true
	}
	if who, ok := f.someoneBefore(at); ok {
		return who, true
	}
	since := max(f.last.at.End, f.spoken)
	lo, hi := f.names.in(text.Range{Start: max(since, at-3*reach), End: at})
	found := none
	var sentence text.Range
	for i := hi - 1; i >= lo; i-- {
		if !f.names.acts(i) || f.marked(f.names.Mentions[i].Start) {
			continue
		}
		s, ok := f.v.SentenceAt(f.names.Mentions[i].Start)
		if !ok || found != none && s != sentence || f.v.Paragraphs[f.v.ParagraphAt(s.Start)].Section != f.section {
			break
		}
		found, sentence = i, s
	}
	if found != none {
		who := f.names.person(found).doubtful(0.9)
		if f.lastIn == f.index { // in another paragraph he is out of question
			who = who.against(f.lastPerson(), spokeLast)
		}
		return who, true
	}
	return f.last, f.last.known() && !f.isBody(f.last)
}

// someoneBefore gives somebody without a name with whom the sentence before offset
// at's begins: 一位经销商也这样看。他说
func (f *finder) someoneBefore(at int) (speaker, bool) {
	s, ok := f.v.SentenceAt(at)
	if !ok || s.Start <= f.v.Paragraphs[f.index].Start {
		return nobody, false
	}
	prev, ok := f.v.SentenceAt(s.Start - 1)
	if !ok || prev.Start < f.v.Paragraphs[f.index].Start || prev.Start < f.spoken {
		return nobody, false
	}
	x, ok := f.someoneAtHead(prev)
	return x.doubtful(0.9), ok
}

// lastPerson is who spoke last, if he is a person.
func (f *finder) lastPerson() speaker {
	if f.isBody(f.last) {
		return nobody
	}
	return f.last
}

// headOfSentence gives the person whom the sentence that holds offset at starts
// with, a clause before at: 黄先生站在窗口，他说.
func (f *finder) headOfSentence(at int) (speaker, bool) {
	s, ok := f.v.SentenceAt(at)
	if !ok || at <= s.Start {
		return nobody, false
	}
	first := text.Range{Start: s.Start, End: s.Start + len(firstClause(f.v.Text[s.Start:min(at, s.Start+reach)]))}
	if first.End >= at {
		return nobody, false
	}
	return f.headPerson(first)
}

// marked tells whether offset at of the paragraph that is read stands in marks.
func (f *finder) marked(at int) bool {
	k := sort.Search(len(f.pairs), func(k int) bool { return f.pairs[k].End > at })
	return k < len(f.pairs) && f.pairs[k].Start < at
}

// isBody tells a speaker that no 他 can mean.
func (f *finder) isBody(s speaker) bool {
	return s.body || s.entity != none && !f.names.isPersonEntity(s.entity)
}

var sameRE = pattern.MustCompile(`^(?:该名?|这位|这名|那位)`)

// sameAgain reads 该负责人, 这位经销商 as who spoke last.
func (f *finder) sameAgain(phrase text.Range) (speaker, bool) {
	s := f.v.Cut(phrase)
	m := sameRE.FindString(s)
	if m == "" || !f.last.known() {
		return nobody, false
	}
	if e, ok := roleWords().at(s[len(m):]); !ok || len(e.word) != len(s)-len(m) {
		return nobody, false
	}
	who := f.last
	who.at = phrase
	return who.doubtful(0.9), true
}

// asBefore gives a bare 工作人员 the body of the one who spoke last, if he was
// called so too: 某校工作人员说……工作人员表示.
func (f *finder) asBefore(who *speaker) {
	if l := f.last; who.org == "" && who.title == who.text && who.text != "" && l.org != "" && !l.named && l.title == who.title {
		who.org, who.orgEntity = l.org, l.orgEntity
	}
}

// holder reads a bare title, or one behind a surname, as the person of the
// article who holds it: 总书记, 某主席.
func (f *finder) holder(phrase text.Range, word entry) (speaker, bool) {
	s := f.v.Cut(phrase)
	before := strings.TrimSuffix(s, word.word)
	if !styleRE.MatchString(word.word) || before != "" && !isSurname(before) {
		return nobody, false
	}
	e := f.names.holderOf(phrase.Start, before, word.word)
	if e == none && before != "" {
		e = f.names.personBySurname(f.printed.Text[phrase.Start : phrase.Start+len(before)])
	}
	if e == none {
		return nobody, false
	}
	return f.names.entityAs(e, phrase).doubtful(0.9), true
}

// nicknamed reads 老 or 小 and a surname at the head of a clause as the person
// of that surname: 老柏很有感情. A word of the dictionary is none: 老师, 小康.
func (f *finder) nicknamed(c text.Range) (candidate, bool) {
	s := f.v.Cut(c)
	from := len(s) - len(trimLead(s))
	n := len(firstRunes(s[from:], 2))
	if n < len("老柏") || !strings.HasPrefix(s[from:], "老") && !strings.HasPrefix(s[from:], "小") {
		return candidate{}, false
	}
	name := s[from : from+n]
	if _, _, word := segment.Default().Lookup(name); word || !isSurname(name[len("老"):]) || owns(s[from+n:]) {
		return candidate{}, false
	}
	at := text.Range{Start: c.Start + from, End: c.Start + from + n}
	e := f.names.personBySurname(f.printed.Text[at.Start+len("老") : at.End])
	if e == none {
		return candidate{}, false
	}
	return candidate{f.names.entityAs(e, at).doubtful(0.9), 1}, true
}
