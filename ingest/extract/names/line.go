package names

import (
	"strings"

	"zhiku/ingest/extract"
	"zhiku/ingest/lexicon"
	"zhiku/zh/segment"
)

// lineEndings end what runs from one place to another.
var lineEndings = lexicon.NewSet(strings.Fields("高铁 铁路 高速铁路 城际铁路 高速公路 高速 客运专线 城际 特高压 特高压工程 特高压直流工程 特高压直流输电工程"))

// lines are named by their places: 沂川至远屿至白岩|高铁.
func (a *article) lines() []extract.Mention {
	var out []extract.Mention
	a.occurrences(lineEndings, func(start, end int) {
		if from := a.lineFrom(start); from >= 0 {
			out = append(out, project(from, end, "names.line", 0.8))
		}
	})
	return out
}

// lineFrom gives where the chain of places begins that ends at off; -1 for none.
func (a *article) lineFrom(off int) int {
	i, joints := a.wordAt(off)-1, 0
	for ; i >= 2 && a.words[i].End == off && placeLike(a.words[i]) && a.runsTo(i-1) && placeLike(a.words[i-2]); i -= 2 {
		off, joints = a.words[i-2].End, joints+1
	}
	if joints == 0 {
		return -1
	}
	return a.words[i].Start
}

// placeLike tells a word that a place's name may be; the cutter knows not all.
func placeLike(w segment.Word) bool {
	return w.Tag == "ns" || w.Tag == "nr" || w.Tag == "nrt" || w.Tag == "nz" || w.Tag == "x"
}

func (a *article) runsTo(i int) bool {
	switch a.word(i) {
	case "至", "到", "—", "－", "-":
		return true
	}
	return false
}
