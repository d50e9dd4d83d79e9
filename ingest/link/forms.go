package link

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
	"zhiku/zh/fold"
)

// declared joins a short name with the full one that it stands behind in a
// bracket: 青禾果业有限公司（以下简称“青禾果业”）.
func (l *linker) declared(mentions []extract.Mention) {
	for i := 1; i < len(mentions); i++ {
		full, short := &mentions[i-1], &mentions[i]
		if full.Kind != short.Kind || short.Start-full.End > 60 {
			continue
		}
		between := l.cut(text.Range{Start: full.End, End: short.Start})
		if (between == "（" || between == "(") && strings.HasPrefix(l.view.Text[short.End:], closing[between]) {
			l.join(l.groupOf(short), l.groupOf(full)) // 岚汀集团（LT）
			continue
		}
		if (strings.HasPrefix(between, "（") || strings.HasPrefix(between, "(")) && strings.Contains(between, "称") && !strings.ContainsAny(between, "）)") {
			l.join(l.groupOf(short), l.groupOf(full))
		}
	}
}

var closing = map[string]string{"（": "）", "(": ")"}

func (l *linker) groupOf(m *extract.Mention) int {
	i, ok := l.byForm[form{m.Kind, fold.Key(l.cut(m.Range))}]
	if !ok {
		return -1
	}
	return i
}

// join makes one entity of two groups.
func (l *linker) join(short, full int) {
	if short < 0 || full < 0 {
		return
	}
	if a, b := l.root(short), l.root(full); a != b {
		l.groups[a].into = b
	}
}

func (l *linker) root(i int) int {
	for l.groups[i].into != i {
		i = l.groups[i].into
	}
	return i
}

// joinForms joins short names with the full names they belong to, the longer
// ones first. A short name that would fit two full names stays by itself: 集团
// with two candidates.
func (l *linker) joinForms() {
	l.joinLists()
	order := make([]int, len(l.groups))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(l.keys[b]), len(l.keys[a])) })
	l.joinStems()
	l.joinCountries()
	l.joinLatin()
	l.joinReordered(order)
	x := l.index()
	for _, i := range order {
		if l.groups[i].into == i {
			if j, ok := l.fullOf(i, x); ok && !l.daughter(i, j) {
				l.join(i, j)
			}
		}
	}
}

// daughter tells whether j is the listed firm of the group that i is short for:
// 青禾集团, with 青禾 for it, and 青禾控股.
func (l *linker) daughter(i, j int) bool {
	stem := l.keys[i]
	if rest := strings.TrimPrefix(l.keys[j], stem); rest != "控股" && rest != "股份" {
		return false
	}
	for k := range l.groups {
		if l.keys[k] == stem+"集团" && l.root(k) == l.root(i) {
			return true
		}
	}
	return false
}

// listedForms maps every form of the lists to the fullest.
var listedForms = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, list := range []string{"companies", "organizations"} {
		for _, e := range lexicon.Entries(list) {
			for _, f := range e {
				m[f] = e[0]
			}
		}
	}
	return m
})

// joinLists joins the forms that the lists give for one firm or body.
func (l *linker) joinLists() {
	first := map[form]int{}
	for i, g := range l.groups {
		if g.kind == store.Person || g.kind == store.Project {
			continue
		}
		name := fold.Simplify(g.forms[0])
		fullest, ok := listedForms()[name]
		if !ok && g.kind == store.Company {
			fullest, ok = listedForms()[names.Stem(name)] // 岚汀公司, where 岚汀 is listed
		}
		if !ok {
			continue
		}
		key := form{g.kind, fullest}
		if j, seen := first[key]; seen {
			l.join(i, j)
		} else {
			first[key] = i
		}
	}
}

// joinStems joins 青禾, 青禾公司 and 青禾集团有限公司, unless the article has two firms
// of that stem with a legal form.
func (l *linker) joinStems() {
	type firms struct{ groups, legal []int }
	stems := map[string]*firms{}
	for i, g := range l.groups {
		stem := names.Stem(l.keys[i])
		if g.kind != store.Company || utf8.RuneCountInString(stem) < 2 || names.OnlyPlaces(stem) || names.OnlyTrades(stem) {
			continue
		}
		if stems[stem] == nil {
			stems[stem] = &firms{}
		}
		f := stems[stem]
		if f.groups = append(f.groups, i); names.IsLegal(l.keys[i]) {
			f.legal = append(f.legal, i)
		}
	}
	for i, g := range l.groups {
		if f := stems[names.Stem(l.keys[i])]; f != nil && g.kind == store.Company && len(f.legal) <= 1 && i != f.groups[0] {
			l.join(i, f.groups[0])
		}
	}
}

// index finds the groups whose name may be the full one of a short name.
type index struct {
	pairs map[string][]int // two characters in a row -> groups whose key holds them
	parts map[form][]int   // place and core -> firms
	heads map[string][]int // first character -> firms
}

// abbreviated are the countries that one character stands for at the head of a
// body's name: 俄国防部.
var abbreviated = map[string]string{"俄": "俄罗斯", "美": "美国", "英": "英国", "法": "法国", "德": "德国", "日": "日本", "韩": "韩国", "印": "印度", "乌": "乌克兰", "以": "以色列",
	"伊": "伊朗", "朝": "朝鲜", "中": "中国", "澳": "澳大利亚", "加": "加拿大", "意": "意大利", "泰": "泰国", "越": "越南", "菲": "菲律宾"}

// joinCountries joins 俄国防部 with 俄罗斯国防部.
func (l *linker) joinCountries() {
	for i, g := range l.groups {
		head := prefix(l.keys[i], 1)
		if country := abbreviated[head]; country != "" && g.kind == store.Organization && g.into == i {
			if j, ok := l.byForm[form{store.Organization, country + l.keys[i][len(head):]}]; ok {
				l.join(i, j)
			}
		}
	}
}

func (l *linker) index() *index {
	x := &index{map[string][]int{}, map[form][]int{}, map[string][]int{}}
	for i, g := range l.groups {
		key := l.keys[i]
		for at := range key {
			p := prefix(key[at:], 2)
			if have := x.pairs[p]; len(have) == 0 || have[len(have)-1] != i {
				x.pairs[p] = append(have, i)
			}
		}
		if g.kind != store.Company {
			continue
		}
		x.heads[prefix(key, 1)] = append(x.heads[prefix(key, 1)], i)
		if place, core := names.Parts(key); place != "" && core != "" {
			x.parts[form{g.kind, place + "\x00" + core}] = append(x.parts[form{g.kind, place + "\x00" + core}], i)
		}
	}
	return x
}

// prefix is the first n characters of s.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// mostCandidates bounds the work for one short name.
const mostCandidates = 200

// fullOf gives the one longer name that group i is short for.
func (l *linker) fullOf(i int, x *index) (int, bool) {
	g, key := l.groups[i], l.keys[i]
	head := key
	if g.kind == store.Project {
		head = names.ProjectCore(key)
		if line := names.Line(key); line != "" {
			head = line
		}
	}
	candidates := x.pairs[prefix(head, 2)]
	if len(candidates) > mostCandidates {
		candidates = candidates[:mostCandidates]
	}
	var fuller []string
	if g.kind == store.Company && len(candidates) > 1 {
		fuller = l.fullerForms(i)
	}
	if j, ok := l.only(i, candidates, func(kind store.EntityKind, short, full string) bool {
		return shortFor(kind, short, full) && !slices.ContainsFunc(fuller, func(f string) bool { return !shortFor(kind, f, full) })
	}); ok || j >= 0 {
		return j, ok
	}
	if g.kind != store.Company {
		return -1, false
	}
	if place, core := names.Parts(key); place != "" && core != "" {
		if j, ok := l.only(i, x.parts[form{g.kind, place + "\x00" + core}], sameFirm); ok {
			return j, true
		}
	}
	heads := x.heads[prefix(key, 1)]
	return l.only(i, heads[:min(len(heads), mostCandidates)], abbreviates)
}

// fullerForms are the longer names that firm i is joined with: 青禾集团 for 青禾. What
// is no full name of theirs is none of its own: 沂川青禾能源有限公司 is a daughter.
func (l *linker) fullerForms(i int) []string {
	var out []string
	for k := range l.groups {
		if k != i && l.groups[i].kind == store.Company && l.root(k) == l.root(i) && len(l.keys[k]) > len(l.keys[i]) {
			out = append(out, l.keys[k])
		}
	}
	return out
}

// only gives the one candidate that a test takes; not ok where none or several
// do, and then j >= 0 for several.
func (l *linker) only(i int, candidates []int, test func(kind store.EntityKind, short, full string) bool) (j int, ok bool) {
	j = -1
	for _, k := range candidates {
		if l.root(k) == l.root(i) || l.groups[k].kind != l.groups[i].kind || !test(l.groups[i].kind, l.keys[i], l.keys[k]) {
			continue
		}
		if j >= 0 && l.root(j) != l.root(k) {
			return j, false
		}
		j = k
	}
	return j, j >= 0
}

// shortFor tells whether one name is a short form of a longer one that holds it.
func shortFor(kind store.EntityKind, short, full string) bool {
	if kind == store.Project {
		return shortProject(short, full)
	}
	at := strings.Index(full, short)
	if at < 0 && kind == store.Company {
		return stemOf(short, full)
	}
	if at < 0 || len(short) == len(full) || utf8.RuneCountInString(short) < 2 {
		return false
	}
	before, after := full[:at], full[at+len(short):]
	switch kind {
	case store.Person:
		return strings.ContainsAny(full, dots) && (before == "" || strings.HasSuffix(before, "·")) && (after == "" || strings.HasPrefix(after, "·"))
	case store.Company:
		return shortFirm(short, before, after)
	case store.Organization:
		return after == "" && utf8.RuneCountInString(short) >= 3 && names.OnlyPlaces(before)
	}
	return false
}

const shortestCore = 4 // characters of a project's name without its ending

// shortProject tells whether a project's name holds the core of a shorter one:
// 青禾煤矿|瓦斯发电|机组 and 瓦斯发电|项目; but not one of two that it joins, 青禾路与|远屿路.
func shortProject(short, full string) bool {
	core, whole := names.ProjectCore(short), names.ProjectCore(full)
	if p := phase(short); p != "" && phase(full) != "" && p != phase(full) {
		return false
	}
	if len(short) >= len(full) {
		return false
	}
	if line := names.Line(short); line != "" {
		return names.Line(full) == line && ownLine(short, line)
	}
	if sameNumber(core, whole) || withoutPlace(short, full) {
		return true
	}
	if utf8.RuneCountInString(core) < shortestCore && !names.Coined(core) || len(core) > len(whole) {
		return false
	}
	at := strings.Index(whole, core)
	if at < 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(whole[:at])
	next, _ := utf8.DecodeRuneInString(whole[at+len(core):])
	return !strings.ContainsRune("与和及至", last) && !strings.ContainsRune("与和及至", next)
}

// ownLine tells that nothing but 地铁, 轨道交通 stands before the number of a line:
// 地铁|4号线, which the article's 沂川地铁4号线 is.
func ownLine(short, line string) bool {
	switch short[:len(short)-len(line)] {
	case "", "地铁", "轨道交通", "轻轨", "轨道":
		return true
	}
	return false
}

// sameNumber tells two names that begin alike up to a number and its unit, the
// shorter with no more than 线: 青禾电子8.5代|线, 青禾电子8.5代|液晶面板.
func sameNumber(core, whole string) bool {
	n := commonPrefix(core, whole)
	at := strings.LastIndexAny(core[:n], "0123456789")
	return at >= 0 && n-at <= 10 && n-at > 1 && utf8.RuneCountInString(core[:n]) >= 5 && (core[n:] == "" || core[n:] == "线")
}

// withoutPlace tells that the longer name has a place inside and is the shorter
// one else: 青禾谷·|沂川|物联网产业园.
func withoutPlace(short, full string) bool {
	n := commonPrefix(short, full)
	if n < len("青禾") {
		return false
	}
	rest, ok := strings.CutSuffix(full[n:], short[n:])
	return ok && len(short)-n >= 3*shortestCore && places().Has(rest)
}

// commonPrefix is the bytes of the characters that two names begin with alike.
func commonPrefix(x, y string) int {
	n := 0
	for at, r := range x {
		size := utf8.RuneLen(r)
		if size < 0 || !strings.HasPrefix(y[at:], x[at:at+size]) {
			break
		}
		n = at + size
	}
	return n
}

const dots = "·•・‧"

// phase gives what a project's name says of its phase: 一 of 一期; "" for none.
func phase(name string) string {
	at := strings.Index(name, "期")
	if at < 0 {
		return ""
	}
	r, _ := utf8.DecodeLastRuneInString(name[:at])
	if !strings.ContainsRune("一二三四五六七八九十", r) {
		return ""
	}
	return string(r)
}

// shortFirm tells whether a firm's name may leave out what stands before and
// behind its short form: 沂川|青禾|果业有限公司, 青禾集团|有限公司, but not
// 青禾|证券研究所 or 中国|银行|业协会.
func shortFirm(short, before, after string) bool {
	if names.OnlyPlaces(short) || names.IsLegalTail(short) {
		return false
	}
	if after != "" && !names.IsLegalTail(after) && !lexicon.Load("company_suffixes").Has(after) {
		return false
	}
	n := utf8.RuneCountInString(short)
	if subsidiary(after) || branch(short, after) {
		return false
	}
	return before == "" || names.OnlyPlaces(before) || n >= 3 && names.OnlyTrades(before) ||
		n >= 4 && after != "" && utf8.RuneCountInString(before) <= longestTown
}

// stemOf tells whether 青禾公司 is short for 沂川青禾果业有限公司: what stands before
// 公司 stands in the full name too, behind a place. A group is not its subsidiary.
func stemOf(short, full string) bool {
	stem := names.Stem(short)
	if stem == short || utf8.RuneCountInString(stem) < 2 || names.OnlyPlaces(stem) || names.OnlyTrades(stem) || !strings.HasSuffix(full, "有限公司") || short != stem+"公司" {
		return false
	}
	at := strings.Index(full, stem)
	return at >= 0 && (at == 0 || names.OnlyPlaces(full[:at]) || utf8.RuneCountInString(full[:at]) <= longestTown)
}

// subsidiaries begin what stands behind a group's name in the name of a firm that
// the group owns: 青禾|财务有限公司 is not 青禾.
var subsidiaries = []string{"财务有限", "财务公司", "融资租赁", "金融租赁", "小额贷款", "商业保理", "资产管理", "基金管理", "期货", "信托", "财产保险", "人寿保险", "物业"}

// subsidiary tells what stands behind a group's name in the name of a firm that
// the group owns.
func subsidiary(after string) bool {
	return slices.ContainsFunc(subsidiaries, func(of string) bool { return strings.HasPrefix(after, of) })
}

// branch tells a place in brackets behind the name of a firm that begins with another:
// 杭州青禾|(宁波)食品有限公司 is a daughter of 杭州青禾. Of a firm without a place the
// bracket says where it is: 青禾网(宁波)信息技术有限公司.
func branch(short, after string) bool {
	if places().Prefix(short) == 0 {
		return false
	}
	for _, marks := range [][2]string{{"(", ")"}, {"（", "）"}} {
		if inner, ok := strings.CutPrefix(after, marks[0]); ok {
			place, _, closed := strings.Cut(inner, marks[1])
			return closed && places().Has(place)
		}
	}
	return false
}

// longestTown is how many characters a town has that the lists do not know.
const longestTown = 3

// sameFirm tells whether two names of the same place and core may be one firm's;
// two legal names are two firms' names.
func sameFirm(_ store.EntityKind, a, b string) bool { return !names.IsLegal(a) || !names.IsLegal(b) }

// abbreviates tells whether the characters of a short name stand in this order in
// the full legal one, from its first on: 青禾电池 for 青禾动力电池有限公司.
func abbreviates(_ store.EntityKind, short, full string) bool {
	n := utf8.RuneCountInString(short)
	if n < 3 || n > 6 || latin(short) || !names.IsLegal(full) || names.IsLegal(short) {
		return false
	}
	if after, ok := strings.CutPrefix(full, short); ok && (subsidiary(after) || branch(short, after)) {
		return false
	}
	rest := full
	for _, r := range short {
		k := strings.IndexRune(rest, r)
		if k < 0 {
			return false
		}
		rest = rest[k+utf8.RuneLen(r):]
	}
	return strings.HasPrefix(full, prefix(short, 2))
}
