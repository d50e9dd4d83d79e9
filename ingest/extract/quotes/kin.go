package quotes

import (
	"strings"

	"zhiku/ingest/text"
)

// kinWords are relations that a name may follow: 妻子某某.
var kinWords = map[string]bool{"妻子": true, "丈夫": true, "爱人": true, "老伴": true, "父亲": true, "母亲": true, "爸爸": true, "妈妈": true,
	"儿子": true, "女儿": true, "哥哥": true, "姐姐": true, "弟弟": true, "妹妹": true, "爷爷": true, "奶奶": true, "岳父": true, "岳母": true}

// kin reads 他的妻子, or 妻子 alone, as the one person whom the article calls so
// by name: 妻子某某. That of somebody else with a name is not meant.
func (f *finder) kin(phrase text.Range, word entry) (speaker, bool) {
	if !kinWords[word.word] {
		return nobody, false
	}
	switch strings.TrimSuffix(f.v.Cut(phrase), word.word) {
	case "", "他的", "她的", "他", "她", "其", "自己的", "我的":
	default:
		return nobody, false
	}
	if f.kinOf == nil {
		f.kinOf = f.kinByName()
	}
	e, ok := f.kinOf[word.word]
	if !ok || e == none {
		return nobody, false
	}
	return f.names.entityAs(e, phrase).doubtful(0.9), true
}

// kinByName gives the people who stand behind a relation; none where two do.
func (f *finder) kinByName() map[string]int {
	out := map[string]int{}
	for i, m := range f.names.Mentions {
		at := lastRunes(f.v.Text[:m.Start], 2)
		if !f.names.isPerson(i) || at < 0 || !kinWords[f.v.Text[at:m.Start]] {
			continue
		}
		word, e := f.v.Text[at:m.Start], f.names.EntityOf[i]
		if have, ok := out[word]; ok && have != e {
			e = none
		}
		out[word] = e
	}
	return out
}
