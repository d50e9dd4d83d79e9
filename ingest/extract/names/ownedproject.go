package names

import (
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/ingest/tagger"
)

// longestOwned is the most characters behind an owner's name.
const longestOwned = 22

var (
	// ownedEndings end the names of works behind their owners', placedEndings
	// behind their places'.
	ownedEndings  = lexicon.NewSet(strings.Fields("项目 工程 生产线 示范工程 示范项目 改造工程 项目工程 代线 专项"))
	placedEndings = lexicon.NewSet(strings.Fields("项目 工程 示范工程 示范项目 改造工程 项目工程"))
	phases        = lexicon.NewSet(strings.Fields("（一期） （二期） （三期） (一期) (二期) (三期)"))
	// counting stand before one of several things: 青禾石化|首条|生产线.
	counting = lexicon.NewSet(strings.Fields("条 个 项 座 家 批 首条 首个 首座 两条 多条 三条 一条 一个 一项"))
)

// ownedProjects are works behind the name of the firm, the body or the place that
// has them: 青禾集团|年产60万吨烯烃项目. The tagger takes the owner for a name by itself.
func (a *article) ownedProjects() []extract.Mention {
	var out []extract.Mention
	for _, t := range a.spans {
		if t.Confidence < overrules {
			continue
		}
		end := 0
		switch t.Tag {
		case tagger.Company, tagger.Organization:
			end = a.ownedEnd(t.End, ownedEndings)
		case tagger.Place:
			end = a.ownedEnd(t.End, placedEndings)
		}
		if end > 0 && !a.kindOfProject(t.Start, end) {
			out = append(out, project(t.Start, end, "names.owned-project", 0.6))
		}
	}
	return out
}

// ownedEnd gives where a work's name ends that goes on at off; 0 for none.
func (a *article) ownedEnd(off int, endings *lexicon.Set) int {
	least := shortestProject - 1
	if n := phases.Prefix(a.ahead(off, 15)); n > 0 {
		off, least = off+n, 0 // 青禾医院（一期）|项目
	}
	for i := a.wordAt(off); i < len(a.words) && runes(a.s[off:a.words[i].End]) <= longestOwned; i++ {
		w := a.words[i]
		if w.Start < off || a.stopsOwned(i) {
			return 0
		}
		if n := endings.Suffix(a.s[off:w.End]); n > 0 && !a.goesOn(i+1) {
			if runes(a.s[off:w.End-n]) >= least {
				return w.End
			}
			return 0
		}
	}
	return 0
}

// stopsOwned: numbers stand in such names, 100万吨|冷轧项目; counts and verbs of a
// clause do not.
func (a *article) stopsOwned(i int) bool {
	word, tag := a.word(i), a.words[i].Tag
	switch {
	case counting.Has(word) || carries.Has(word) || beforeProject.Has(word):
		return true
	case tag[0] == 'm' || tag[0] == 'q':
		return counting.Suffix(word) > 0
	case tag == "v":
		return !a.nameVerb(i)
	}
	return a.stopsProject(i, word)
}
