package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
	"zhiku/store"
)

// mend repairs what the tagger often gets wrong in the bounds of a span, where
// a list or the marks around it are surer. It gives false for a span that is no
// name in the articles' sense.
func (a *article) mend(t *tagger.Span) bool {
	switch t.Tag {
	case tagger.Company, tagger.Organization:
		a.mendLead(t)
		a.mendCapital(t)
		a.mendHead(t)
		a.mendTail(t)
		a.mendBrackets(t)
		a.mendDateline(t)
		a.mendOffice(t)
		if t.Tag == tagger.Organization {
			t.Start = a.withTwin(a.lineStart(t.Start), text.Range{Start: t.Start, End: t.End}).Start
		}
		a.mendBeforePost(t)
		if strings.HasSuffix(a.s[t.Start:t.End], "政府") {
			t.End += offices.Prefix(a.ahead(t.End, 30)) // 沂川市政府|采购中心
		}
		return t.End > t.Start && !a.partyTo(t) && !a.noFirm(t)
	case tagger.Project:
		return a.mendProject(t)
	case tagger.Person:
		a.mendPerson(t)
		return t.End > t.Start && a.runeAt(t.Start) != '某'
	}
	return t.End > t.Start
}

// offices of a government that are bodies of their own.
var offices = lexicon.NewSet(strings.Fields("采购中心 采购办公室 采购办 采购网 采购管理处 采购监督管理处 参事室 发展研究中心 口岸办公室 金融办公室 金融办"))

// splitFirms divides a span that joins two firms' whole names: 青禾有限公司|与|岚汀集团.
func splitFirms(s string, t tagger.Span) []tagger.Span {
	if t.Tag != tagger.Company {
		return []tagger.Span{t}
	}
	name := s[t.Start:t.End]
	for i, r := range name {
		if !strings.ContainsRune("与和及、", r) || !endsLikeFirm(name[:i]) {
			continue
		}
		if rest := name[i+utf8.RuneLen(r):]; endsLikeFirm(rest) {
			left, right := t, t
			left.End = t.Start + i
			right.Start = t.End - len(rest)
			return append([]tagger.Span{left}, splitFirms(s, right)...)
		}
	}
	return []tagger.Span{t}
}

// endsLikeFirm tells whether a firm's ending stands behind something.
func endsLikeFirm(name string) bool {
	n := words().firm.Suffix(name)
	return n > 0 && n < len(name) && !words().trade.Has(name[len(name)-n:])
}

// splitTitle divides a span that has a listed firm or body before a title: 青禾大学|博导.
func (a *article) splitTitle(spans []tagger.Span) []tagger.Span {
	t := spans[0]
	if t.Tag != tagger.Title {
		return spans
	}
	if n := employerWords.Prefix(a.s[t.Start:t.End]); n > 0 && words().title.Suffix(a.s[t.Start+n:t.End]) > 0 {
		t.Start += n // 集团|总裁: who the group is, the text before says
		return []tagger.Span{t}
	}
	n := words().known.Prefix(a.s[t.Start:t.End])
	if n == 0 || words().title.Suffix(a.s[t.Start+n:t.End]) == 0 {
		return spans
	}
	employer := tagger.Span{Start: t.Start, End: t.Start + n, Tag: tagger.Organization, Confidence: t.Confidence}
	if words().firms.Has(a.s[t.Start : t.Start+n]) {
		employer.Tag = tagger.Company
	}
	t.Start += n
	return []tagger.Span{employer, t}
}

// mendHead drops words at the head of a firm's or body's name that no name
// holds: 时任|青禾集团, 北京会见|青禾公司.
func (a *article) mendHead(t *tagger.Span) {
	e := ending{kind: kindOf[t.Tag]}
	for i := a.wordAt(t.Start); i < len(a.words) && a.words[i].End < t.End; i++ {
		w, word := a.words[i], a.word(i)
		switch {
		case w.Start < t.Start:
		case runes(word) >= 2 && words().stop.Has(word) && !words().verb.Has(word) && a.nameBehind(w.End, t.End, t.Tag),
			w.Start == t.Start && strings.Contains(gluedHeads, word):
			t.Start = w.End
		case e.kind == store.Company && (word == "和" || word == "与") && holdsLegalForm(a.s[t.Start:t.End]):
			t.Start = w.End
		}
	}
}

// mendLead drops one character before a firm's or body's name that belongs to the
// clause: 记 with which the second line of a headline begins, ——记|云岭医院主任卫成蹊;
// 据, 但 and 系 at its head; 原 of a second office; 兼 behind a title; 进 of 送进|沂川医院.
// 原阳县 and 但斌公司 keep theirs.
func (a *article) mendLead(t *tagger.Span) {
	before := a.s[max(0, t.Start-longestNameBytes):t.Start]
	leads := false
	switch a.runeAt(t.Start) {
	case '记':
		leads = strings.HasSuffix(before, "——")
	case '据', '但', '系': // 卫成蹊，系|青禾研究院副院长
		leads = a.clauseHead(t.Start) && !a.longWord(t.Start)
	case '原':
		leads = strings.HasSuffix(before, "、") && !a.longWord(t.Start)
	case '兼':
		leads = words().title.Suffix(before) > 0
	case '进', '到', '往', '入', '回':
		leads = strings.ContainsRune(goes, a.runeBefore(t.Start)) && !a.longWord(t.Start)
	}
	if leads {
		t.Start += len("记")
	}
}

// longWord tells that a place, or a word of the dictionary of several characters,
// begins at off.
func (a *article) longWord(off int) bool {
	w := a.words[a.wordAt(off)]
	return places().Prefix(a.ahead(off, 30)) > 0 || w.Start == off && w.Known && runes(a.s[off:w.End]) > 1
}

// goes are verbs of going and bringing that 进, 到, 往 follow.
const goes = "送走住转赶冲抬运搬返带调飞驶开推接领押跑派"

// capital stands before a town as its country's: 乌|首都|沂川市政府.
const capital = "首都"

// mendCapital drops a country and 首都 before the body of a town.
func (a *article) mendCapital(t *tagger.Span) {
	s := a.s[t.Start:t.End]
	n := countries().Prefix(s)
	if r, size := utf8.DecodeRuneInString(s); n == 0 && strings.ContainsRune(initials, r) {
		n = size
	}
	if rest, ok := strings.CutPrefix(s[n:], capital); ok && n > 0 && words().body.Suffix(rest) > 0 && runes(rest) >= 4 {
		t.Start = t.End - len(rest)
	}
}

// mendTail drops what follows a firm's whole name behind a word that no name
// holds: 青禾集团|归属于母公司.
func (a *article) mendTail(t *tagger.Span) {
	if n := words().firms.Prefix(a.s[t.Start:t.End]); n > 0 && trades.Has(a.s[t.Start+n:t.End]) && words().title.Prefix(a.ahead(t.End, 40)) > 0 {
		t.End = t.Start + n // 青禾证券|汽车|分析师
		return
	}
	for i := a.wordAt(t.Start) + 1; i < len(a.words) && a.words[i].End <= t.End; i++ {
		word := a.word(i)
		if a.words[i].End < t.End && runes(word) >= 2 && words().title.Has(word) && !words().weakTitle.Has(word) && words().both.Suffix(a.s[t.Start:t.End]) == 0 {
			t.End = a.words[i].Start // 青禾大学|博导卫成蹊教授
			return
		}
		if citesWord.Has(word) && words().known.Has(a.s[t.Start:a.words[i].Start]) {
			t.End = a.words[i].Start // 青岚社|援引政府
			return
		}
		if words().stop.Has(word) && !words().verb.Has(word) && (runes(word) >= 2 || strings.Contains(behindFirm, word)) && a.isFirmAlone(t.Start, a.words[i].Start) {
			t.End = a.words[i].Start
			return
		}
	}
	if r, n := utf8.DecodeLastRuneInString(a.s[t.Start:t.End]); strings.ContainsRune(behindFirm, r) && t.Start+n < t.End && a.boundary(t.End-n) {
		t.End -= n
	}
}

// citesWord are what agencies do with others' reports.
var citesWord = lexicon.NewSet(strings.Fields("援引 引述 转引 报道 转载"))

// behindFirm are characters that stand behind a firm's or body's name and are no
// part of it.
const behindFirm = "愿将已也还在对向与的称"

// mendDateline cuts the place of a report off the agency's name: 中新社|沂川.
func (a *article) mendDateline(t *tagger.Span) {
	n := words().bodies.Prefix(a.s[t.Start:t.End])
	if n == 0 || t.Start+n == t.End {
		return
	}
	for i := a.wordAt(t.Start + n); i < len(a.words) && a.words[i].Start < t.End; i++ {
		if !isPlace(a.words[i]) {
			return
		}
	}
	t.End = t.Start + n
}

// mendBrackets leaves out a bracket whose partner is outside.
func (a *article) mendBrackets(t *tagger.Span) {
	s := a.s[t.Start:t.End]
	open, closed := strings.LastIndexAny(s, "（("), strings.LastIndexAny(s, "）)")
	switch {
	case open < 0 && closed >= 0:
		if _, n := utf8.DecodeRuneInString(s[closed:]); closed+n == len(s) {
			t.End -= n
		} else {
			t.Start += closed + n
		}
	case open >= 0 && closed < open:
		t.End = t.Start + open
	}
}

// nameBehind tells whether what is left of a name is one by itself: a word of
// its own and an ending.
func (a *article) nameBehind(start, end int, tag tagger.Tag) bool {
	if tag == tagger.Project {
		return projectWords().all.Suffix(a.s[start:end]) > 0 && runes(a.s[start:end]) >= shortestProject+2
	}
	n := words().both.Suffix(a.s[start:end])
	return n > 0 && start+n < end && !words().generic.Has(a.s[start:end-n])
}

// mendMarks takes in the quotation mark whose partner a project's name holds, and
// leaves out one without partner: “东干渠提升”工程.
func (a *article) mendMarks(t *tagger.Span) {
	s := a.s[t.Start:t.End]
	open, closed := strings.Count(s, "“"), strings.Count(s, "”")
	switch {
	case closed > open && a.runeBefore(t.Start) == '“':
		t.Start -= len("“")
	case open > closed && strings.HasPrefix(s, "“"):
		t.Start += len("“")
	}
}

// partOfWorks tells 杭州工厂|生产线: what the works of a place have is no project.
func (a *article) partOfWorks(t *tagger.Span) bool {
	name := a.s[t.Start:t.End]
	place, ok := strings.CutSuffix(name[:len(name)-projectWords().all.Suffix(name)], "工厂")
	return ok && OnlyPlaces(place)
}

// verbAt tells whether a verb of speech or one of two characters begins at off.
func (a *article) verbAt(off int) bool {
	if words().speech.Prefix(a.ahead(off, 30)) > 0 {
		return true
	}
	if off >= len(a.s) {
		return false
	}
	word, tag := a.wordFrom(off)
	return runes(word) >= 2 && strings.HasPrefix(tag, "v")
}

// isFirmAlone tells whether a stretch is a firm's or body's whole name: on a
// list, with a legal form, or by itself elsewhere in the article.
func (a *article) isFirmAlone(start, end int) bool {
	name := a.s[start:end]
	if words().known.Has(name) {
		return true
	}
	n := words().both.Suffix(name)
	return n > 0 && n < len(name) && !words().generic.Has(name[:len(name)-n])
}
