package syntax

import (
	"strings"

	"zhiku/store"
	"zhiku/zh/fold"
)

// Key says what a field asks about.
type Key string

// The keys, with what a reader types for them in keys.
const (
	Speaker      Key = "speaker"
	Organization Key = "org"
	Company      Key = "company"
	Project      Key = "project"
	Source       Key = "source"
	Unit         Key = "unit"   // of figures
	OfKind       Key = "kind"   // Atom.Type
	After        Key = "after"  // published on Atom.Date or later
	Before       Key = "before" // published on Atom.Date or earlier
)

// keys by their folded spellings.
var keys = map[string]Key{
	"人": Speaker, "speaker": Speaker,
	"机构": Organization, "org": Organization,
	"公司": Company, "company": Company,
	"项目": Project, "project": Project,
	"来源": Source, "source": Source,
	"单位": Unit, "unit": Unit,
	"类型": OfKind, "kind": OfKind,
	"之后": After, "after": After,
	"之前": Before, "before": Before,
}

// spellings are the keys as String writes them.
var spellings = map[Key]string{
	Speaker: "人", Organization: "机构", Company: "公司", Project: "项目", Source: "来源",
	Unit: "单位", OfKind: "类型", After: "之后", Before: "之前",
}

const longestKey = len("speaker")

// kinds by their folded names.
var kinds = map[string]store.Kind{
	"文章": store.KindArticle, "article": store.KindArticle,
	"引语": store.KindQuote, "quote": store.KindQuote,
	"数据": store.KindFigure, "figure": store.KindFigure,
	"人物": store.Kind(store.Person), "person": store.Kind(store.Person),
	"企业": store.Kind(store.Company), "公司": store.Kind(store.Company), "company": store.Kind(store.Company),
	"机构": store.Kind(store.Organization), "organization": store.Kind(store.Organization),
	"项目": store.Kind(store.Project), "project": store.Kind(store.Project),
}

// KindName is a kind as String writes it, in Chinese.
func KindName(kind store.Kind) string { return kindNames[kind] }

// kindNames are the kinds as String writes them.
var kindNames = map[store.Kind]string{
	store.KindArticle: "文章", store.KindQuote: "引语", store.KindFigure: "数据",
	store.Kind(store.Person): "人物", store.Kind(store.Company): "企业",
	store.Kind(store.Organization): "机构", store.Kind(store.Project): "项目",
}

// field reads a key, its colon and its value at i. Where a key has no value that
// it can have, it warns and ok is false.
func (l *lexer) field(i int) (a Atom, end int, ok bool) {
	key, at := l.key(i)
	if key == "" {
		return a, i, false
	}
	value, end, quoted := l.value(at)
	a = Atom{Kind: Field, Key: key, Quoted: quoted, Text: value}
	if value == "" {
		l.warn(FieldWithoutValue, i, at)
		return a, i, false
	}
	if code := a.resolve(); code != "" {
		l.warn(code, i, end)
		return a, i, false
	}
	if !quoted && hasMark(value) {
		l.warn(UnclosedMark, i, end)
	}
	if !quoted && isAny(l.chars[at].r, "(") && l.literal < 0 { // 人:(甲 OR 乙)
		l.literal = len(l.pieces)
	}
	return a, end, true
}

// key gives the key at i and where its value begins; none before project::name
// and source://name.
func (l *lexer) key(i int) (key Key, value int) {
	for j := i; j < l.end && j-i <= longestKey && !l.blank(j); j++ {
		if !isAny(l.chars[j].r, ":") {
			continue
		}
		if j+1 < l.end && isAny(l.chars[j+1].r, ":/") {
			return "", i
		}
		return keys[fold.String(textOf(l.chars[i:j]))], j + 1
	}
	return "", i
}

// value reads a phrase or a word at i, which may be nothing.
func (l *lexer) value(i int) (text string, end int, quoted bool) {
	if i >= l.end || l.blank(i) {
		return "", i, false
	}
	if end := l.phrase(i); end > i {
		return textOf(l.chars[i+1 : end-1]), end, true
	}
	end = l.wordEnd(i)
	return textOf(l.chars[i:end]), end, false
}

// resolve turns the text of a date or kind into what it means. Where it cannot,
// it gives the code of the warning.
func (a *Atom) resolve() Code {
	switch a.Key {
	case OfKind:
		kind, ok := kinds[fold.String(a.Text)]
		if !ok {
			return UnknownKind
		}
		a.Type = kind
	case After, Before:
		first, last, ok := period(fold.String(a.Text))
		if !ok {
			return UnknownDate
		}
		if a.Date = first; a.Key == Before {
			a.Date = last
		}
	case Unit:
		a.Text = strings.Map(half, a.Text)
		return ""
	default:
		return ""
	}
	a.Text, a.Quoted = "", false
	return ""
}
