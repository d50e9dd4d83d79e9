package pinyin

import (
	"regexp"
	"strings"

	"zhiku/zh/fold"
)

// maxTyped is the length in bytes up to which a query may be a name in pinyin.
const maxTyped = 400

// IsTyped tells whether a query may be a name typed in pinyin or in initials:
// ASCII letters (full-width ones too), digits beside them, ü, and between
// syllables blanks, apostrophes and hyphens. It does not ask whether the
// letters make syllables: wcf makes none.
func IsTyped(query string) bool {
	if len(query) > maxTyped {
		return false
	}
	letters := false
	for _, r := range fold.String(query) {
		switch {
		case 'a' <= r && r <= 'z' || r == 'ü':
			letters = true
		case letterOrDigit(r) || strings.ContainsRune(separators, r):
		default:
			return false
		}
	}
	return letters
}

const separators = " \t'’‘`-‐‑"

// Key makes a typed query comparable with Full and Initials: "Wang Chuan-fu"
// becomes wangchuanfu, lü and the passport's lyu become lv. What is neither an
// ASCII letter nor a digit is dropped.
func Key(query string) string {
	key := strings.Map(func(r rune) rune {
		switch {
		case letterOrDigit(r):
			return r
		case r == 'ü':
			return 'v'
		}
		return -1
	}, fold.String(query))
	return passport.ReplaceAllString(key, "${1}lv")
}

// passport is lyu where a syllable may begin: not in tclyunling (TCL云岭).
var passport = regexp.MustCompile("(^|[aeiouvngr])lyu")
