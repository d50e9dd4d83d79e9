package fold

import "unicode/utf8"

// Aligned turns traditional text into simplified, character by character, and
// keeps every character in its place: what has another length in UTF-8 stays
// as it is, so byte offsets in the result are byte offsets in s. Text with
// nothing to turn comes back itself.
func Aligned(s string) string {
	t := load()
	var out []byte
	for i := 0; i < len(s); {
		if s[i] < 0xE0 {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= 0x2E80 {
			if u := t.simplify(r); u != r && utf8.RuneLen(u) == n {
				if out == nil {
					out = []byte(s)
				}
				utf8.EncodeRune(out[i:i+n], u)
			}
		}
		i += n
	}
	if out == nil {
		return s
	}
	return string(out)
}
