package names

import (
	"sync"

	"zhiku/ingest/lexicon"
	"zhiku/zh/segment"
)

// places are the provinces and larger cities that stand at the head of names.
var places = sync.OnceValue(func() *lexicon.Set { return lexicon.Load("places") })

// countries are the foreign ones.
var countries = sync.OnceValue(func() *lexicon.Set { return lexicon.Load("countries") })

// Country gives the foreign country that a firm's name begins with, where a name
// of its own follows; "" for none: 美国 of 美国青禾公司, none of 美国银行.
func Country(name string) string {
	n := countries().Prefix(name)
	if rest := name[n:]; n == 0 || runes(rest) < 2 || IsLegalTail(rest) || onlyTrades(rest) || words().firm.Has(rest) {
		return ""
	}
	return name[:n]
}

// CountryBehind gives the bytes of the foreign country that words end with.
func CountryBehind(s string) int { return countries().Suffix(s) }

// ordinary tells whether a word is a common one of the dictionary, which is no
// short name by itself.
func ordinary(word string) bool {
	tag, freq, ok := segment.Default().Lookup(word)
	return ok && tag[0] != 'n' && freq > 3 || ok && freq > commonWord && tag == "n" || ok && tag == "ns"
}
