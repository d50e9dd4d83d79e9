package search

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"sync"
	"unicode/utf8"

	"zhiku/search/gram"
)

// Version of the index: raised whenever the fields, the spellings of names or their
// meaning change, so that indexes of an older one are rebuilt.
//
//	1: single characters for phrases, words for ranking; quotes, articles, figures, entities
//	2: grams without places, looked up in the text, which is stored
//	3: whether a quote's speaker is in doubt
const Version = 3

// lastFolded is the end of the planes that hold letters which fold.
const lastFolded = 0x2FFFF

// fingerprint tells what an index was built with: the version, how every
// character folds, and under which terms texts are indexed.
var fingerprint = sync.OnceValue(func() string {
	h := sha256.New()
	folded := make([]byte, 0, 4*lastFolded)
	for r := range rune(lastFolded + 1) {
		folded = utf8.AppendRune(folded, foldRune(r))
	}
	h.Write(folded)
	h.Write(gram.Fingerprint())
	return strconv.Itoa(Version) + "-" + hex.EncodeToString(h.Sum(nil))[:16]
})
