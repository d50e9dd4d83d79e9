package link

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/names"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/text"
	"zhiku/store"
)

// undertakings gives every project the owner and the place that the article
// prints beside one of its mentions. Where two mentions print two owners, or two
// places, it has none.
func (l *linker) undertakings() {
	for i := range l.out.Entities {
		l.out.Entities[i].Owner = -1
	}
	forms := l.owners()
	for i := range l.out.Entities {
		if e := &l.out.Entities[i]; e.Kind == store.Project {
			l.ownerOf(e, forms)
			l.placeOf(e, forms)
		}
	}
}

// owners are the printed forms of the article's firms and bodies.
type owners struct {
	set    *lexicon.Set
	entity map[string]int
}

func (l *linker) owners() owners {
	o := owners{entity: map[string]int{}}
	var words []string
	for i, e := range l.out.Entities {
		if !owns(e.Kind) {
			continue
		}
		for _, f := range append([]string{e.Name}, e.Aliases...) {
			n := utf8.RuneCountInString(f)
			if n < 2 || n < 3 && e.Kind == store.Organization || names.OnlyPlaces(f) || places().Has(f) {
				continue // 沂川|大桥 is no firm's bridge
			}
			words = append(words, f)
			o.entity[f] = i
		}
	}
	o.set = lexicon.NewSet(words)
	return o
}

func owns(k store.EntityKind) bool { return k == store.Company || k == store.Organization }

// head is the bytes of a firm's or body's form that a project's name begins with.
func (o owners) head(name string) int {
	if n := o.set.Prefix(name); n < len(name) {
		return n
	}
	return 0
}

// claim is an owner that one mention of a project names; the strongest wins.
type claim struct {
	entity, weight int
}

// holds is the weight of who owns, pays for or runs a project. Who only builds
// it (承建) has none: that is mostly a contractor.
const holds = 1

func (l *linker) ownerOf(e *extract.Entity, forms owners) {
	best, unsure := claim{-1, 0}, false
	for _, k := range e.Mentions {
		c := l.claimAt(k, forms)
		switch {
		case c.weight > best.weight:
			best, unsure = c, false
		case c.weight == best.weight && c.entity != best.entity:
			unsure = true
		}
	}
	if best.entity >= 0 && !unsure {
		e.Owner, e.OwnerText = best.entity, l.out.Entities[best.entity].Name
	}
}

func (l *linker) claimAt(k int, forms owners) claim {
	name := strings.TrimLeft(l.cut(l.out.Mentions[k].Range), opening)
	if n := forms.head(name); n > 0 {
		return claim{forms.entity[name[:n]], holds}
	}
	if c := l.claimBefore(k); c.weight > 0 {
		return c
	}
	return l.claimBehind(k)
}

const opening = "“「『‘\"《"

const (
	verbOfOwners = `(?:投资(?:[约近超逾]?[0-9.]+[余多]?[千百]?[万亿]*(?:美|欧|日|港)?元(?:人民币)?)?(?:建设|兴建|新建|修建|建造|开发|打造|运营)|` +
		`(?:投资|承建|开发|实施|运营|兴建|建设)(?:建设|运营|实施)?|负责(?:投资|建设|实施|运营|开发|承建|施工)+)(?:[和与、及并](?:运营|建设|管理|开发|实施))?`
	longestGap = 40 // characters between a project and its owner
)

var (
	// 青禾集团|在沂川投资建设的|东干渠工程
	ownerBefore = regexp.MustCompile(`^(?:自主|独立|独家|全资|全额|计划|拟|将|正在|已|重点|主导|在[^，。；：、]{2,10}?){0,2}(` + verbOfOwners + `)(的|了)?([^，。；：！？、]*)$`)
	// 东干渠工程|总投资3亿元，由|青禾集团
	ownerGap    = regexp.MustCompile(`^(?:项目|工程|[（(][^）)]{1,20}[）)])?(?:是|系|将|主要|全部|[^由。；！？]{0,25}，)?由$`)
	ownerBehind = regexp.MustCompile(`^(?:自主|独立|独家|全资|全额|主导|在[^，。；：、]{2,10}?)?(` + verbOfOwners + `)(?:[，。；）)的]|完成|$)`)
	// what may stand between 的 and the project is no verb: 建设的同时参观|东干渠工程
	noFiller = regexp.MustCompile(`[时后与和为是在对于到向将已了了就从把被考察观访看问供参]`)
)

// near tells whether two mentions stand in one sentence, the second soon behind
// the first.
func (l *linker) near(a, b int) (between string, ok bool) {
	first, second := l.out.Mentions[a].Range, l.out.Mentions[b].Range
	s, found := l.view.SentenceAt(first.Start)
	if !found || second.Start >= s.End || second.Start < first.End || second.Start-first.End > 3*longestGap {
		return "", false
	}
	return l.view.Text[first.End:second.Start], true
}

// claimBefore: 青禾集团东干渠工程, 青禾集团的东干渠工程, 青禾集团投资建设的东干渠工程.
func (l *linker) claimBefore(k int) claim {
	if k == 0 || !owns(l.out.Mentions[k-1].Kind) {
		return claim{}
	}
	between, ok := l.near(k-1, k)
	if !ok || l.forOthers(k-1) {
		return claim{}
	}
	between = strings.TrimRight(between, opening)
	owner := l.out.EntityOf[k-1]
	if between == "" || between == "的" {
		return claim{owner, holds}
	}
	m := ownerBefore.FindStringSubmatch(between)
	if m == nil || m[3] != "" && !names.OnlyPlaces(m[3]) && (m[2] != "的" || utf8.RuneCountInString(m[3]) > 8 || noFiller.MatchString(m[3])) {
		return claim{}
	}
	return claim{owner, weightOfVerb(m[1])}
}

// forOthers: 为|青禾集团, and 青禾集团与|岚汀集团, of whom neither owns alone.
func (l *linker) forOthers(k int) bool {
	before := l.view.Text[max(0, l.out.Mentions[k].Start-9):l.out.Mentions[k].Start]
	for _, w := range []string{"为", "给", "替", "帮", "帮助", "协助", "与", "和", "、", "及", "同", "向"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// claimBehind: 东干渠工程由青禾集团投资建设.
func (l *linker) claimBehind(k int) claim {
	if k+1 >= len(l.out.Mentions) || !owns(l.out.Mentions[k+1].Kind) {
		return claim{}
	}
	gap, ok := l.near(k, k+1)
	if !ok || !ownerGap.MatchString(strings.TrimLeft(gap, "”」』")) {
		return claim{}
	}
	m := ownerBehind.FindStringSubmatch(l.ahead(l.out.Mentions[k+1].Range))
	if m == nil {
		return claim{}
	}
	return claim{l.out.EntityOf[k+1], weightOfVerb(m[1])}
}

func weightOfVerb(verb string) int {
	if strings.Contains(verb, "承建") || strings.Contains(verb, "施工") {
		return 0
	}
	return holds
}

// ahead is what follows r in its sentence, as far as a rule may look.
func (l *linker) ahead(r text.Range) string {
	s, ok := l.view.SentenceAt(r.Start)
	if !ok || s.End <= r.End {
		return ""
	}
	return prefix(l.view.Text[r.End:s.End], longestGap)
}

// behind is what precedes r in its sentence.
func (l *linker) behind(r text.Range) string {
	s, ok := l.view.SentenceAt(r.Start)
	if !ok || s.Start >= r.Start {
		return ""
	}
	from := max(s.Start, r.Start-3*longestGap)
	for from < r.Start && !utf8.RuneStart(l.view.Text[from]) {
		from++
	}
	return l.view.Text[from:r.Start]
}

// placeOf takes the place that the sentences print, or else the one at the head
// of the name.
func (l *linker) placeOf(e *extract.Entity, forms owners) {
	said, unsure := "", false
	for _, k := range e.Mentions {
		p := l.placeBeside(l.out.Mentions[k].Range)
		switch {
		case p == "" || strings.HasPrefix(said, p):
		case strings.HasPrefix(p, said):
			said = p
		default:
			unsure = true
		}
	}
	if unsure {
		return
	}
	if e.Place = said; said == "" {
		e.Place = headPlace(e.Name, forms)
	}
}

var (
	standsAt = regexp.MustCompile(`^[”」』]?(?:项目|工程)?，?(?:(?:就|正式|将|拟|已|成功)?(?:位于|坐落于|坐落在|选址于|选址|落户于|落户|落地)|[^，。；在]{0,8}在)`)
	beginsAt = regexp.MustCompile(`^(?:境内)?(?:正式|顺利|全面|同步|隆重|破土)?(?:开工|动工|建设|投产|建成|竣工|奠基|投运|落成)`)
	standing = regexp.MustCompile(`^(?:境内|市区)?的[“「『]?$`)
)

// placeBeside: 位于沂川市的|东干渠工程, 东干渠工程|落户沂川市, 东干渠工程|今天在沂川市开工.
func (l *linker) placeBeside(r text.Range) string {
	before := l.behind(r)
	if at := strings.LastIndex(before, "位于"); at >= 0 {
		before = before[at+len("位于"):]
		if n := placeHead(before); n > 0 && standing.MatchString(before[n:]) {
			return before[:n]
		}
	}
	behind := l.ahead(r)
	lead := standsAt.FindString(behind)
	behind = behind[len(lead):]
	n := placeHead(behind)
	if lead == "" || n == 0 || strings.HasSuffix(lead, "在") && !strings.HasSuffix(lead, "坐落在") && !beginsAt.MatchString(behind[n:]) {
		return ""
	}
	return behind[:n]
}

// between two places runs a line, which stands at neither.
var lines = lexicon.NewSet(strings.Fields("高铁 铁路 高速 高速公路 城际铁路 公路 航线 管道 输电工程"))

// whole stand for the country, which tells nobody where.
var whole = lexicon.NewSet(strings.Fields("中国 国家 全国"))

// bodies behind a place make a name that is no place: 沂川|大学. 走廊 runs between two.
var bodies = lexicon.NewSet(strings.Fields("大学 学院 银行 日报 走廊 经济走廊"))

// headPlace is the place a project's name begins with, behind its owner's name.
func headPlace(name string, forms owners) string {
	name = strings.TrimLeft(name, opening)
	name = name[forms.head(name):]
	n := placeHead(name)
	rest := name[n:]
	if n == 0 || rest == "" || streets.Prefix(rest) > 0 || whole.Has(name[:n]) || bodies.Prefix(rest) > 0 || strings.ContainsAny(prefix(rest, 1), "—-至到～~·、和与") {
		return ""
	}
	if first := places().Prefix(name); first < n && lines.Prefix(rest) > 0 {
		return "" // 成都重庆|高铁
	}
	return name[:n]
}

func places() *lexicon.Set { return lexicon.Load("places", "countries") }

// placeHead is the bytes of the chain of places that s begins with: listed ones,
// with or without 省, 市, 县 …, and unlisted ones with it: 沂川省|远屿市|白岩镇.
func placeHead(s string) int {
	at := 0
	for range mostPlaces {
		n := places().Prefix(s[at:])
		if n > 0 {
			r, size := utf8.DecodeRuneInString(s[at+n:])
			if strings.ContainsRune(units, r) {
				n += size
			}
		} else if n = unlisted(s[at:]); n == 0 {
			break
		}
		at += n
	}
	return at
}

const (
	mostPlaces = 4
	units      = "省市县区州镇乡村旗"
)

// unlisted is the bytes of two or three characters and a unit: 沂川|市.
func unlisted(s string) int {
	n := 0
	for at, r := range s {
		if n >= 2 && strings.ContainsRune(units, r) {
			name := s[:at+utf8.RuneLen(r)]
			if noPlaces.Suffix(name) > 0 || kinds.Prefix(name) > 0 || longer.Prefix(s[at:]) > 0 {
				return 0
			}
			return len(name)
		}
		if n++; n > 3 || !unicode.Is(unicode.Han, r) || strings.ContainsRune("的在和与是全各本该这某一二三四五百千万通", r) {
			return 0
		}
	}
	return 0
}

var (
	// kinds before a unit make a kind of place: 文化|大省, 美丽|乡村.
	kinds = lexicon.NewSet(strings.Fields("文化 全国 中心 美丽 春季 和美 生态 数字 智慧 旅游 农业 工业 经济 科技 教育 示范 特色 重点 传统 幸福 平安 绿色 森林 海洋 体育 全省 全市"))
	// longer words begin with a unit, which then ends no place: 春季|村庄, 沂川|市场.
	longer = lexicon.NewSet(strings.Fields("乡村 乡镇 村庄 村镇 村级 村民 省级 省道 省际 市场 市级 市民 市政 县级 县域 县城 区域 区块 区位 区间 镇村 镇区 州际"))
	// streets are named after places far away: 苏州|路.
	streets = lexicon.NewSet(strings.Fields("路 街 大道 大街 道路"))
)

// noPlaces end like a place and are a kind of one.
var noPlaces = lexicon.NewSet(strings.Fields("城市 都市 超市 股市 上市 门市 夜市 园区 新区 开发区 高新区 自贸区 示范区 试验区 保税区 工业区 景区 社区 矿区 灾区 牧区 " +
	"山区 地区 库区 小区 城区 郊区 经济区 功能区 保护区 合作区 集聚区 旅游区 城镇 村镇 新村 乡村 农村 城乡 下乡 返乡 家乡 老区 产业区 片区 港区 厂区 校区 湾区 灌区 街区 特区 军区"))
