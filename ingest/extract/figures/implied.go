package figures

import (
	"strings"
	"unicode/utf8"
)

// Things that are sold by weight, volume or number: money for each of these is a
// price.
var sold = map[string]bool{"吨": true, "公斤": true, "千克": true, "斤": true, "克": true, "桶": true, "升": true, "盎司": true, "磅": true,
	"蒲式耳": true, "干吨": true, "股": true, "瓶": true, "箱": true, "盒": true, "袋": true, "只": true, "台": true, "平方米": true, "平米": true, "立方米": true}

// what a price is not: 成本, 补贴 … say themselves what they are
const notPrices = "幅准价费润贴税薪资酬本险金利值额入租息损失"

// longestThing is how many characters a thing's name has that has a price.
const longestThing = 8

// measureOf gives a figure's metric as printed, with the word for it where the
// clause only names the thing: 棉花 of 棉花涨到3万元/吨 is 棉花[价格].
func (f *finder) measureOf(c *clause) string {
	s := f.printed(c.metric)
	if n := utf8.RuneCountInString(s); n == 0 || n > longestThing || c.kind != money || f.quantity(c.metric) || strings.ContainsAny(s, notPrices) || !f.thing(c.metric) {
		return s
	}
	if c.changed && c.unit == "元" && f.dearer(c) {
		return s + "价格"
	}
	unit, each, ok := strings.Cut(c.unit, "/")
	if !ok {
		unit, each, ok = strings.Cut(c.unit, "每")
	}
	if !ok || unit == "" || !sold[each] {
		return s
	}
	return s + "价格"
}

// dearer tells whether a change of money says that something is sold for more or less: 葡萄
// 从14元涨到28元.
func (f *finder) dearer(c *clause) bool {
	return strings.Contains(f.text[c.Start:c.End], "涨") || strings.Contains(f.text[c.Start:c.End], "跌")
}

// thing tells whether a phrase is nouns and nothing else.
func (f *finder) thing(p phrase) bool {
	for _, r := range p {
		for _, w := range clip(f.wordsIn(r), r) {
			if w.Tag == "vn" || w.Tag == "a" || !nominal(w) {
				return false
			}
		}
	}
	return true
}
