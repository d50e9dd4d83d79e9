package search

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"sync"
	"unicode/utf8"
)

// Version of the index: raised whenever the analyzers, the fields or their
// meaning change, so that indexes of an older one are rebuilt.
//
//	1: single characters for phrases, words for ranking; quotes, articles, figures, entities
//	2: grams without places, looked up in the text, which is stored
const Version = 2

// probe is cut into words for the fingerprint, so that another dictionary shows.
const probe = "全省新型工业化现场推进会在省会召开，动力电池产能达到12.5吉瓦时，同比增长8%。"

// lastFolded is the end of the planes that hold letters which fold.
const lastFolded = 0x2FFFF

// fingerprint tells what an index was built with: the version, how every
// character folds, and how the segmenter cuts.
var fingerprint = sync.OnceValue(func() string {
	h := sha256.New()
	folded := make([]byte, 0, 4*lastFolded)
	for r := range rune(lastFolded + 1) {
		folded = utf8.AppendRune(folded, foldRune(r))
	}
	h.Write(folded)
	eachWord(probe, func(w word) { h.Write([]byte(w.folded + "\x00")) })
	return strconv.Itoa(Version) + "-" + hex.EncodeToString(h.Sum(nil))[:16]
})
