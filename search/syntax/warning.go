package syntax

import (
	"cmp"
	"fmt"
	"slices"
)

// Code says what was read as plain text.
type Code string

// The codes of warnings.
const (
	UnclosedMark       Code = "unclosed-mark"        // “电池
	EmptyMinus         Code = "empty-minus"          // a - that stands alone
	StrayOr            Code = "stray-or"             // OR at the end, or beside a -word
	UnknownGroup       Code = "unknown-group"        // (甲 乙) OR 丙
	FieldWithoutValue  Code = "field-without-value"  // 人: with nothing behind
	UnknownDate        Code = "unknown-date"         // 之后:去年
	UnknownKind        Code = "unknown-kind"         // 类型:照片
	RangeWithoutNumber Code = "range-without-number" // 产值>很多
)

// Warning says that a part of the query was read as plain text and what would
// have been read as syntax.
type Warning struct {
	Code             Code
	Chinese, English string
	Start, End       int // bytes of the typed text, half-open
}

// messages by code; %s is the part read as text.
var messages = map[Code]struct{ chinese, english string }{
	UnclosedMark: {
		"“%s”中的引号没有配对，按普通文字查找",
		"a quotation mark without its other half is searched for as it stands: %s"},
	EmptyMinus: {
		"单独的“%s”按普通文字查找；要排除某词，减号须紧贴该词：-广告",
		"%s alone is searched for as it stands; to exclude a word, put the minus right before it: -广告"},
	StrayOr: {
		"“%s”两边不都是要查找的词，按普通文字查找；写作：甲 OR 乙",
		"%s does not stand between two things to find and is searched for as it stands; write: 甲 OR 乙"},
	UnknownGroup: {
		"“%s”处的括号按普通文字查找；括号只能这样用：(甲 OR 乙) 丙",
		"the brackets at %s are searched for as they stand; brackets can only be used so: (甲 OR 乙) 丙"},
	FieldWithoutValue: {
		"“%s”后面没有内容，按普通文字查找；内容须紧跟冒号：人:王小明",
		"%s has no value and is searched for as it stands; write the value right behind the colon: speaker:王小明"},
	UnknownDate: {
		"“%s”中的日期无法识别，按普通文字查找；写作：2024、2024-05 或 2024-05-03",
		"the date in %s is not known and is searched for as it stands; write 2024, 2024-05 or 2024-05-03"},
	UnknownKind: {
		"“%s”不是一种类型，按普通文字查找；可用：文章 引语 数据 人物 企业 机构 项目",
		"%s is no kind and is searched for as it stands; kinds are article, quote, figure, person, company, organization, project"},
	RangeWithoutNumber: {
		"“%s”缺少可比较的数，按普通文字查找；写作：产值>100亿元 或 产值:100亿..200亿，中间不空格",
		"%s lacks a number to compare with and is searched for as it stands; write 产值>100亿元 or 产值:100亿..200亿, without blanks"},
}

// warn notes that what stands from i to end is read as text.
func (l *lexer) warn(code Code, i, end int) {
	l.warnAt(code, textOf(l.chars[i:end]), l.chars[i].start, l.chars[end-1].end)
}

func (l *lexer) warnAt(code Code, text string, start, end int) {
	m := messages[code]
	l.warnings = append(l.warnings, Warning{
		Code: code, Chinese: fmt.Sprintf(m.chinese, text), English: fmt.Sprintf(m.english, text),
		Start: start, End: end,
	})
}

// inOrder gives the warnings as their places stand in the text.
func (l *lexer) inOrder() []Warning {
	slices.SortStableFunc(l.warnings, func(a, b Warning) int { return cmp.Compare(a.Start, b.Start) })
	return l.warnings
}
