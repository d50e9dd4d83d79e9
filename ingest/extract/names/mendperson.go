package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
)

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
	t.Start = t.End - len(strings.TrimLeft(a.s[t.Start:t.End], " 　)）"))
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
