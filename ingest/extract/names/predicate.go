package names

import (
	"strings"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// relations are no titles: 妻子卫成蹊.
var relations = lexicon.NewSet(strings.Fields("妻子 丈夫 爱人 老伴 父亲 母亲 爸爸 妈妈 儿子 女儿 哥哥 姐姐 弟弟 妹妹 爷爷 奶奶 岳父 岳母 孙子 孙女 女友 男友 朋友 同学 邻居"))

// holds lead from a person to his title: 卫成蹊是青禾煤矿的一名调度员.
var holds = lexicon.NewSet(strings.Fields("是 系 作为 现为 现任 担任 出任 目前是 目前担任 现在是"))

// counted stand between a body and one of its people.
var counted = lexicon.NewSet(strings.Fields("一名 一位 一个 一员 名 位"))

const longestPredicate = 120 // bytes

// predicate gives the title and employer that the clause behind a name says the
// person has; none where he had it once.
func (a *article) predicate(m *extract.Mention) (title, employer text.Range) {
	n, verb := a.holding(m.End)
	if n == 0 {
		return text.Range{}, text.Range{}
	}
	clause := a.ahead(m.End+n, longestPredicate)
	end := n + strings.IndexAny(clause, "，。；！？：,;!?）)\n")
	if end <= n {
		return text.Range{}, text.Range{}
	}
	clause = clause[:end-n]
	if verb != "是" && a.runeBefore(m.Start) == '的' || strings.Contains(clause, "首任") || strings.Contains(clause, "前任") || strings.Contains(clause, "是") {
		return text.Range{}, text.Range{}
	}
	from := m.End + n
	t, ok := a.titleBefore(from, m.End+end)
	if !ok || t.Len() == 0 || noPost.Suffix(a.s[t.Start:t.End]) > 0 {
		return text.Range{}, text.Range{}
	}
	start := t.Start - counted.Suffix(a.s[from:t.Start])
	body := strings.TrimSuffix(a.s[from:start], "的")
	if end := from + len(body); end > from && a.nounsBefore(from, end) == from && a.beginsBody(from) {
		return t, text.Range{Start: from, End: end} // 青禾煤业供电中心的一名调度员
	}
	return t, a.employerBefore(from, start)
}

// holding gives how far the verb reaches that leads from a name, which ends at
// off, to a title: 卫成蹊|是, 卫成蹊|先生，是|青禾协会副会长.
func (a *article) holding(off int) (n int, verb string) {
	ahead := a.ahead(off, longestPredicate)
	n = polite.Prefix(ahead)
	comma := strings.HasPrefix(ahead[n:], "，")
	if comma {
		n += len("，")
	}
	size := holds.Prefix(ahead[n:])
	if size == 0 || comma && !a.beginsBody(off+n+size) {
		return 0, ""
	}
	return n + size, ahead[n : n+size]
}

// noPost are what one is without holding a post.
var noPost = lexicon.NewSet(strings.Fields("党员 团员 农民 村民 居民 市民 群众 工人 消费者 志愿者 人士"))

// ownTitle gives the title in 贺经理, a surname and a title and no more.
func (a *article) ownTitle(m *extract.Mention) text.Range {
	name := a.s[m.Start:m.End]
	_, n := utf8.DecodeRuneInString(name)
	if runes(name) < 3 || !nameCharacters().surname[name[:n]] || !words().title.Has(name[n:]) {
		return text.Range{}
	}
	return text.Range{Start: m.Start + n, End: m.End}
}

// opensPost tells whether a post may begin at off: at the head of a clause,
// behind 的, or behind a firm or body.
func (a *article) opensPost(from, off int) bool {
	if off == from || strings.ContainsRune(followers+"的)）", a.runeBefore(off)) || a.mentionEnding(off) != nil {
		return true
	}
	i := a.wordAt(off) - 1 // 昨日|乳业专家
	return i >= 0 && a.words[i].End == off && a.words[i].Tag[0] == 't' && (a.words[i].Start == from || a.clauseHead(a.words[i].Start))
}

// overNote steps back over what may stand between a body and a title: its name
// in other letters, 青禾果业(Qinghe)|总裁, or a word in marks, “80后”|站长.
func (a *article) overNote(from, title int) int {
	before := a.s[max(from, title-longestNote):title]
	for _, marks := range [][2]string{{"（", "）"}, {"(", ")"}, {"“", "”"}} {
		if !strings.HasSuffix(before, marks[1]) {
			continue
		}
		inner := before[:len(before)-len(marks[1])]
		open := strings.LastIndex(inner, marks[0])
		if open > 0 && !strings.ContainsAny(inner[open+len(marks[0]):], "，。；）)”") {
			return title - (len(before) - open)
		}
	}
	return title
}

const longestNote = 48 // bytes

// groupHead takes the group out of 专家组组长 where it is named: 沂川市防汛专家组|组长.
func (a *article) groupHead(from int, t text.Range) (group text.Range, ok bool) {
	s := a.s[t.Start:min(len(a.s), t.Start+longestTitle)]
	i := strings.Index(s, "组组长")
	if i < 0 {
		i = strings.Index(s, "组副组长")
	}
	if i < 0 || utf8.RuneCountInString(s[:i]) > 3 {
		return text.Range{}, false
	}
	end := t.Start + i + len("组")
	group = text.Range{Start: a.nounsBefore(from, t.Start), End: end}
	return group, group.Start < t.Start && a.beginsBody(group.Start)
}

// nounsBefore goes back from off over the words that a body's name is made of.
func (a *article) nounsBefore(from, off int) int {
	start := off
	for i := a.wordAt(off) - 1; i >= 0 && a.words[i].Start >= from && a.words[i].End == start; i-- {
		if strings.IndexByte("wpcurdye", a.words[i].Tag[0]) >= 0 || runes(a.s[a.words[i].Start:off]) > longestEmployer {
			break
		}
		start = a.words[i].Start
	}
	return start
}

// beginsBody tells a place, firm or body that begins at off: what goes on from it
// and heads somebody is a body too.
func (a *article) beginsBody(off int) bool {
	if m := a.mentionAt(off); m != nil && m.Start == off && m.Kind != store.Person {
		return true
	}
	i := a.wordAt(off)
	return i < len(a.words) && a.words[i].Start == off && (isPlace(a.words[i]) || a.words[i].Tag == "x" && districts.Suffix(a.word(i)) > 0)
}

var districts = lexicon.NewSet(strings.Fields("省 市 县 区 州 镇 乡 村"))
