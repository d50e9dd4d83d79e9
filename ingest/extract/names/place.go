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

// ordinary tells whether a word is a common one of the dictionary, which is no
// short name by itself.
func ordinary(word string) bool {
	tag, freq, ok := segment.Default().Lookup(word)
	return ok && tag[0] != 'n' && freq > 3 || ok && freq > commonWord && tag == "n" || ok && tag == "ns"
}
