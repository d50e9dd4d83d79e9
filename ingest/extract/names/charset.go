package names

// charset is a set of characters of the basic plane, a bit each.
type charset [0x10000 / 64]uint64

func newCharset(list string) *charset {
	c := new(charset)
	for _, r := range list {
		c.add(r)
	}
	return c
}

func (c *charset) add(r rune) {
	if r < 0x10000 {
		c[r>>6] |= 1 << (r & 63)
	}
}

func (c *charset) has(r rune) bool { return r < 0x10000 && c[r>>6]>>(r&63)&1 == 1 }

// hasAny tells whether a string holds a character of the set.
func (c *charset) hasAny(s string) bool {
	for _, r := range s {
		if c.has(r) {
			return true
		}
	}
	return false
}
