package names

import (
	"slices"
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

const longestApposed = 150 // bytes

// apposed gives the post printed behind a name between commas or in a bracket:
// 卫成蹊，青禾集团董事长，1970年生. It begins with a firm or body and is nothing but
// a post: a name behind it would be its holder, 卫成蹊，青禾集团董事长柏知秋.
func (a *article) apposed(m *extract.Mention) (title, employer text.Range) {
	r := a.runeAt(m.End)
	if r != '，' && r != '（' && r != '(' || !a.opensPost(a.lineStart(m.Start), m.Start) && a.runeBefore(m.Start) != '、' {
		return text.Range{}, text.Range{}
	}
	from := m.End + len(string(r))
	ahead := a.ahead(from, longestApposed)
	n := strings.IndexAny(ahead, "，。；（）()：“”\n")
	if n > 0 && r != '，' && (strings.HasPrefix(ahead[n:], "）") || strings.HasPrefix(ahead[n:], ")")) {
		if title, employer, ok := a.bracketPost(from, from+n); ok {
			return title, employer
		}
	}
	body := a.mentionAt(from)
	if n <= 0 || body == nil || body.Start != from || body.Kind == store.Person || body.End >= from+n {
		return text.Range{}, text.Range{}
	}
	t, ok := a.titleBefore(from, from+n)
	if !ok || t.Start < body.End || t.Start > body.End && !a.insideTitle(body.End, t.Start) {
		return text.Range{}, text.Range{}
	}
	t.Start = body.End
	return t, body.Range
}

// bracketPost gives the post that is all of a bracket behind a name: 卫成蹊（岚汀照明|CEO）.
func (a *article) bracketPost(from, end int) (title, employer text.Range, ok bool) {
	t, ok := a.titleBefore(from, end)
	if !ok || words().weakTitle.Has(a.s[t.Start:t.End]) || noPost.Suffix(a.s[t.Start:t.End]) > 0 {
		return t, employer, false
	}
	t, employer = a.offices(from, t)
	start := t.Start
	if employer.Len() > 0 && employer.End <= t.Start {
		start = employer.Start
	}
	return t, employer, start == from
}

// charge gives what somebody has charge of as his title: 青禾集团|负责销售|的贺先生.
func (a *article) charge(from, name int) text.Range {
	end := name - len("的")
	if a.runeBefore(name) != '的' || end <= from {
		return text.Range{}
	}
	start := strings.LastIndex(a.s[from:end], "负责")
	if start < 0 || runes(a.s[from+start:end]) > longestCharge || strings.ContainsAny(a.s[from+start:end], followers) {
		return text.Range{}
	}
	return text.Range{Start: from + start, End: end}
}

const longestCharge = 9 // characters

// shared are the titles that several people of one list hold: 市委常委卫成蹊、柏知秋.
var shared = lexicon.NewSet(strings.Fields("常委 委员 成员 代表 记者 院士 教授 专家 学者 研究员 工程师 律师 医生 分析师 演员 歌手 导演 作家 画家 诗人 教练 运动员 选手 队员 球员 民警 航天员 宇航员 法官 检察官 调研员 巡视员 教师 老师 主持人 理事 监事 董事 合伙人 创始人 议员 参议员 众议员 顾问 主播 村民 居民 工人 司机 志愿者 同学 学生"))

func hasAnyPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// share gives a person of a 、-list who has no title the one before him in the
// list, where it is one that several may hold.
func (a *article) share(i int) {
	m := &a.found[i]
	if i == 0 || m.Title.Len() > 0 || m.Employer.Len() > 0 {
		return
	}
	before := &a.found[i-1]
	if before.Kind != store.Person || before.Title.Len() == 0 || before.Title.End > before.Start || before.End > m.Start {
		return
	}
	title := a.s[before.Title.Start:before.Title.End]
	if joint := a.s[before.End:m.Start]; joint != "、" && joint != "和" || shared.Suffix(title) == 0 && !hasAnyPrefix(title, "副", "前", "原") {
		return
	}
	m.Title, m.Employer = before.Title, before.Employer
}
