package gold

import "strings"

// strip is what does not count at the ends of a name or a quotation.
const strip = " \t\r\n　“”‘’\"'「」『』，,。.！!？?；;：:、…—"

// norm drops all white space, and marks at the ends.
func norm(s string) string { return strings.Trim(strings.Join(strings.Fields(s), ""), strip) }

func same(a, b string) bool { return norm(a) == norm(b) }

// trim drops marks and white space at the ends of a stretch of the text.
func (s *scorer) trim(start, end int) [2]int {
	for start < end && strings.ContainsRune(strip, s.text[start]) {
		start++
	}
	for end > start && strings.ContainsRune(strip, s.text[end-1]) {
		end--
	}
	return [2]int{start, end}
}

func (s *scorer) quoteIOU(a, b *Quote) float64 {
	x, y := s.trim(a.Start, a.End), s.trim(b.Start, b.End)
	return iou(x[0], x[1], y[0], y[1])
}

// iou is the intersection over the union of two stretches.
func iou(a0, a1, b0, b1 int) float64 {
	inter := min(a1, b1) - max(a0, b0)
	if inter <= 0 {
		return 0
	}
	return float64(inter) / float64(max(a1, b1)-min(a0, b0))
}

// alike tells whether a and b are equal or share that share of the longer
// one's characters in a row.
func alike(a, b string, share float64) bool {
	a, b = strings.Trim(a, strip), strings.Trim(b, strip)
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	return float64(longestCommonRun(x, y))/float64(max(len(x), len(y))) >= share
}

// longestCommonRun is the length of the longest common substring.
func longestCommonRun(a, b []rune) int {
	best := 0
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for _, x := range a {
		for j, y := range b {
			cur[j+1] = 0
			if x == y {
				cur[j+1] = prev[j] + 1
				best = max(best, cur[j+1])
			}
		}
		prev, cur = cur, prev
	}
	return best
}
