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
		if words().stop.Has(word) && !words().verb.Has(word) && (runes(word) >= 2 || strings.Contains(behindFirm, word)) && a.isFirmAlone(t.Start, a.words[i].Start) {
			t.End = a.words[i].Start
			return
		}
	}
	if r, n := utf8.DecodeLastRuneInString(a.s[t.Start:t.End]); strings.ContainsRune(behindFirm, r) && t.Start+n < t.End && a.boundary(t.End-n) {
		t.End -= n
	}
}

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

// noFirm tells what looks like a firm to the tagger and has no name: 贸易公司,
// 某公司, 大集团; and models of products, A4 2.0T.
func (a *article) noFirm(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	if strings.Contains(s, "某") {
		return true
	}
	if t.Tag == tagger.Organization {
		return a.noBody(t)
	}
	if t.Tag == tagger.Company && strings.Trim(s, asciiLetters) != "" && strings.Trim(s, asciiLetters+asciiDigits) == "" && strings.ContainsAny(s, asciiDigits) {
		return !words().firms.Has(s)
	}
	if n := dayWords.Prefix(s); n > 0 && n < len(s) && onlyTrades(s[n:]) {
		return true // 昨日|乳业|专家
	}
	n := words().firm.Suffix(s)
	if works, ok := strings.CutSuffix(s, "工厂"); ok && works != "" && OnlyPlaces(works) {
		return true // 青禾杭州工厂 has a name, 杭州工厂 none
	}
	if n == 0 || t.Tag != tagger.Company {
		return false
	}
	name := s[:len(s)-n]
	if words().firms.Has(s) {
		return false
	}
	return words().generic.Has(name) || standIn.Has(name) || countries().Has(name) || strings.HasPrefix(name, "第") || onlyTrades(name)
}

// standIn stand with 公司 where the text says what one already named did: 其称|公司.
var standIn = lexicon.NewSet(strings.Fields("其 其称 其将 其子 其母 其分 该 本 我 贵"))

// dayWords say when, and stand before a noun that looks like a firm's name with them.
var dayWords = lexicon.NewSet(strings.Fields("昨日 今日 昨天 今天 昨晚 近日 日前 目前 当日 当天 近期 最近 去年 今年 本月 上月 本周 上周"))

// kindsOfBodies end words for bodies of a kind: 卫生部门, 有关部委.
var kindsOfBodies = lexicon.NewSet(strings.Fields("部门 部委 机构 各界 当局 单位 消费者 企业 民众 官方 方面 机关 各地 双方 三方 各方"))

// anyOf say that several or any are meant: 一些政府, 各地的政府.
var anyOf = lexicon.NewSet(strings.Fields("一些 有关 相关 各级 各地 各 部分 多个 某些 上级 下级 当地 地方 基层 多国 各国 所在 本地"))

// sorts of bodies are no names: 公立|医院.
var sorts = lexicon.NewSet(strings.Fields("新 前 上届 本届 新一届 公立 私立 民办 公办 高等 普通 重点 职业 定点 专业 综合 省级 市级 县级 国家级 专科 民营 乡村 城市 农村 社区 国际 全球 世界 国外 国内 全国 各类 三甲 二级 三级 双一流 行业 当地 上级 基层"))

// unnamed begin words for a part of a body that is not named: 公司|党委宣传部, 该厅|采购处.
var unnamed = lexicon.NewSet(strings.Fields("公司 集团 本公司 该公司 该厅 该局 该院 该校 该市 该省 本台"))

// partOfFirm are the organs of a firm or body: 公司|董事会. 公司法研究会 has none.
var partOfFirm = lexicon.NewSet(strings.Fields("党委 纪委 工会 团委 董事会 监事会 股东会 股东大会 总部 总公司 分公司 子公司 办公室 管理层 高层"))

// noBody tells words for bodies of a kind: 卫生部门, 一些政府.
func (a *article) noBody(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	if words().bodies.Has(s) {
		return false
	}
	if n := unnamed.Prefix(s); n > 0 && (n == len(s) || isDepartment(s) || partOfFirm.Prefix(s[n:]) > 0) {
		return true
	}
	if OnlyPlaces(s) || s == "中华人民共和国" {
		return true
	}
	for i := a.wordAt(t.Start); i < len(a.words) && a.words[i].End <= t.End; i++ {
		if anyOf.Has(a.word(i)) {
			return true
		}
	}
	n := words().body.Suffix(s)
	return kindsOfBodies.Suffix(s) > 0 || words().generic.Has(s) || n > 0 && sorts.Has(s[:len(s)-n])
}

const (
	asciiDigits  = "0123456789."
	asciiLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz "
)

// nameBehind tells whether what is left of a name is one by itself: a word of
// its own and an ending.
func (a *article) nameBehind(start, end int, tag tagger.Tag) bool {
	if tag == tagger.Project {
		return projectWords().all.Suffix(a.s[start:end]) > 0 && runes(a.s[start:end]) >= shortestProject+2
	}
	n := words().both.Suffix(a.s[start:end])
	return n > 0 && start+n < end && !words().generic.Has(a.s[start:end-n])
}

// partyTo tells the sides of a dealing: 中方, 美方; and what they do: 并愿.
func (a *article) partyTo(t *tagger.Span) bool {
	s := a.s[t.Start:t.End]
	return t.Tag == tagger.Organization && runes(s) == 2 && (strings.HasSuffix(s, "方") || strings.HasSuffix(s, "愿"))
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

// polite follow a surname and are no part of the name.
var polite = lexicon.NewSet(strings.Fields("先生 女士 小姐 太太"))

// behindName are characters that stand behind a person's name and hardly in one;
// mayEndName those that given names end with too, where a verb of speech follows:
// 卫成均|表示.
const (
	behindName = "还称说也则就都又曾已并在是对向将把被于和与及指答问谈讲读作率任为犯均有"
	mayEndName = "为均有"
)

// beforeName are characters that stand before one.
const beforeName = "同与和由对向据让请经及跟"

// mendPerson drops 先生 behind a surname, a title before the name, and what the
// cutter put together with it: 张培生|还, 同|米哈连科.
func (a *article) mendPerson(t *tagger.Span) {
	if strings.HasPrefix(a.s[t.End:], "和、") && runes(a.s[t.Start:t.End]) == 2 {
		t.End += len("和") // 卫子|和、柏知秋: no 和 stands before 、
	}
	t.Start = t.End - len(strings.TrimLeft(a.s[t.Start:t.End], " 　"))
	t.End += a.wordForGiven(t.Start, t.End)
	s := a.s[t.Start:t.End]
	if n := polite.Suffix(s); n > 0 && n < len(s) {
		t.End -= n
		if r, n := utf8.DecodeLastRuneInString(a.s[t.Start:t.End]); runes(a.s[t.Start:t.End]) > 3 && nameCharacters().single.has(r) && !doubleSurname(a.s[t.Start:t.End]) && !a.allTransliterated(t.Start, t.End) {
			t.Start = t.End - n // 青禾陶|李小姐
		}
		return
	}
	if runes(s) == 2 && strings.HasSuffix(s, "总") {
		t.End -= len("总")
		return
	}
	if n := words().title.Prefix(a.s[t.Start:t.End]); n > 0 && runes(a.s[t.Start+n:t.End]) >= 2 {
		t.Start += n
	}
	if n := byWhat.Suffix(s); n > 0 && runes(s[:len(s)-n]) >= 2 {
		t.End -= n // 卫成蹊|微信告诉记者
		return
	}
	if r := a.runeAt(t.End); strings.HasSuffix(s, "上") && (r == '月' || r == '周') && runes(s) > 3 {
		t.End -= len("上") // 阿曼达·科瓦奇|上月
	}
	if n := runes(a.s[t.Start:t.End]); n > 2 {
		if r, size := utf8.DecodeLastRuneInString(a.s[t.Start:t.End]); strings.ContainsRune(behindName, r) && a.endsBetter(t.Start, t.End, size) &&
			!(strings.ContainsRune(mayEndName, r) && words().speech.Prefix(a.ahead(t.End, 30)) > 0) {
			t.End -= size
		}
	}
	if s := a.s[t.Start:t.End]; runes(s) == 4 && strings.HasSuffix(s, "时") && a.runeAt(t.End) == '，' && nameCharacters().surname[string([]rune(s)[:1])] {
		t.End -= len("时") // 采访处长卫成蹊|时，
	}
	if r, size := utf8.DecodeRuneInString(a.s[t.Start:t.End]); strings.ContainsRune(beforeName, r) &&
		(a.allTransliterated(t.Start+size, t.End) || a.withheldName(t.Start+size, t.End)) {
		t.Start += size
	}
	t.End += a.cutGiven(t.Start, t.End)
}

// wordForGiven gives the length of a word of two characters that is the given name
// behind a lone surname: 会长 林|经纬：
func (a *article) wordForGiven(start, end int) int {
	if !nameCharacters().surname[a.s[start:end]] || runes(a.s[start:end]) != 1 || end >= len(a.s) {
		return 0
	}
	w := a.words[a.wordAt(end)]
	if next := a.runeAt(w.End); w.Start != end || runes(a.s[end:w.End]) != 2 || next != 0 && !followerChars.has(next) && words().speech.Prefix(a.ahead(w.End, 30)) == 0 {
		return 0
	}
	return w.End - end
}

// doubleSurname tells a name that begins with a surname of two characters: 欧阳听雨.
func doubleSurname(name string) bool {
	const size = len("欧阳")
	return len(name) > size && nameCharacters().surname[name[:size]]
}

// byWhat tell by what somebody speaks, and stand behind the name.
var byWhat = lexicon.NewSet(strings.Fields("微信 电话 短信 邮件 微博 视频"))

// cutGiven gives the length of a character that a name of two was cut off from:
// 贺子|超|认为. It is one of given names, no word of the dictionary begins with
// it, and a verb follows.
func (a *article) cutGiven(start, end int) int {
	r, size := utf8.DecodeRuneInString(a.s[end:])
	if runes(a.s[start:end]) != 2 || strings.ContainsRune(behindName, r) || !a.givenLike(end) ||
		words().speech.Prefix(a.ahead(end, 30)) > 0 || !a.verbAt(end+size) {
		return 0
	}
	if w := a.words[a.wordAt(end)]; w.Start == end && w.End > end+size {
		return 0 // 王伟|强调
	}
	return size
}

// endsBetter tells whether a name without its last character is more like one.
func (a *article) endsBetter(start, end, last int) bool {
	q, ok := a.nameAt(start)
	return !ok || q.end != end || runes(a.s[start:end]) > 3 || !a.givenLike(end-last)
}

// givenLike tells whether the character at off is one of those that given names
// often have.
func (a *article) givenLike(off int) bool { return nameCharacters().given[a.runeAt(off)] >= 0.7 }

// withheldName tells a surname with 某 behind it: 由|卫某国.
func (a *article) withheldName(start, end int) bool {
	r, n := utf8.DecodeRuneInString(a.s[start:end])
	return nameCharacters().single.has(r) && strings.HasPrefix(a.s[start+n:end], "某")
}

func (a *article) allTransliterated(start, end int) bool {
	for _, r := range a.s[start:end] {
		if !transliterated[r] {
			return false
		}
	}
	return runes(a.s[start:end]) >= 2
}

// departments end the names of parts of a firm or body.
const departments = "部科处室"

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

// splitDepartment divides a firm's name with a department behind it: 青禾煤矿|机电部.
// The department goes to the title of who works there.
func (a *article) splitDepartment(r text.Range) (firm text.Range, ok bool) {
	if r.Len() <= 0 || !isDepartment(a.s[r.Start:r.End]) || strings.HasSuffix(a.s[r.Start:r.End], "管理办公室") {
		return r, false
	}
	for i := a.wordAt(r.End-1) + 1; i > 0 && a.words[i-1].Start > r.Start; i-- {
		end := a.words[i-1].Start
		if runes(a.s[end:r.End]) > longestDepartment {
			break
		}
		if a.isFirmAlone(r.Start, end) || strings.ContainsRune(placesOfWork, a.runeBefore(end)) && runes(a.s[r.Start:end]) >= 4 && runes(a.s[end:r.End]) >= 2 {
			return text.Range{Start: r.Start, End: end}, true
		}
	}
	return r, false
}

// withoutDepartment leaves the department before a post to the title, as firms'
// are: 青禾医院|感染科|主任. Those of the state are bodies of their own: 沂川省教育厅基教处.
func (a *article) withoutDepartment(r text.Range) text.Range {
	if _, post := a.spanBeginning(r.End, tagger.Title); !post && words().title.Prefix(a.ahead(r.End, 30)) == 0 {
		return r
	}
	if !isDepartment(a.s[r.Start:r.End]) || ownOffices.Suffix(a.s[r.Start:r.End]) > 0 {
		return r
	}
	for i := a.wordAt(r.End-1) + 1; i > 0 && a.words[i-1].Start > r.Start; i-- {
		end := a.words[i-1].Start
		if n := runes(a.s[end:r.End]); n > longestDepartment {
			break
		} else if n >= 2 && serving.Suffix(a.s[r.Start:end]) > 0 && runes(a.s[r.Start:end]) >= 4 {
			return text.Range{Start: r.Start, End: end}
		}
	}
	return r
}

// ownOffices end like departments and stand by themselves: 青禾中心|远屿营业部.
var ownOffices = lexicon.NewSet(strings.Fields("营业部 经营部 门市部 分部 总部 本部 支部 俱乐部 指挥部 项目部"))

// serving end the names of bodies that do not govern.
var serving = lexicon.NewSet(strings.Fields("中心 医院 大学 学院 协会 学会 商会 联合会 联盟 研究院 设计院 科学院 研究所 基金会 博物馆 图书馆 火车站 车站 气象台 电视台"))

// isDepartment tells whether words end like the name of a department.
func isDepartment(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(departments, last) || strings.HasSuffix(s, "部门")
}

const longestDepartment = 14 // characters

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
