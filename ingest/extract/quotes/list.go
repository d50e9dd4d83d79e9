package quotes

import (
	"strings"

	"zhiku/ingest/extract/internal/pattern"
	"zhiku/ingest/text"
)

var (
	firstItemRE = pattern.MustCompile(`^[\s　]*(?:一是|首先|第一[，：、]|[(（]?一[)）]?[、，.．是]|[(（]?1[)）]?[、.．])`)
	itemRE      = pattern.MustCompile(`^[\s　]*(?:[一二三四五六七八九十]+是|首先|其次|再次|最后|第[一二三四五六七八九十][，：、]|[(（]?[一二三四五六七八九十]+[)）]?[、，.．]|[(（]?\d{1,2}[)）]?[、.．])`)
)

// longestList is how many paragraphs a list in somebody's words may have.
const longestList = 12

// listed gives the paragraphs behind a report that announces them: 某某表示，措施
// 包括：⏎一是……⏎二是……
func (f *finder) listed(r text.Range) []text.Range {
	t := strings.TrimRight(f.v.Cut(r), " 　")
	if r.End != f.v.Paragraphs[f.index].End || !strings.HasSuffix(t, "：") && !strings.HasSuffix(t, ":") {
		return nil
	}
	var out []text.Range
	for i := f.index + 1; i < len(f.v.Paragraphs) && len(out) < longestList; i++ {
		p := f.v.Paragraphs[i]
		head := firstRunes(f.v.Cut(p.Range), 8)
		if p.Kind != text.Body || p.Section != f.section || !itemRE.MatchString(head) || len(out) == 0 && !firstItemRE.MatchString(head) || f.scene(p.Range).busy(p.Range) {
			break
		}
		out = append(out, f.trimStop(p.Range))
	}
	return out
}
