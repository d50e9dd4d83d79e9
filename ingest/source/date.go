package source

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"zhiku/store"
)

var (
	chineseDate = regexp.MustCompile(`([0-9０-９]{4}|[一二三四五六七八九〇零○]{4})\s*年\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[日号]`)
	numericDate = regexp.MustCompile(`\b([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:\b|T)`)
	// What may stand beside a date on a line that tells when the article appeared.
	dateLabels = regexp.MustCompile(`(?:发布时间|发布|发表时间|见报日期|时间|日期|来源|星期.|周.|第?\S{0,4}版|[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?|[\s：:|丨·（）()【】\[\]，,])+`)
)

// findFullDate gives the first full date of a text and where it ends.
func findFullDate(text string) (d store.Date, end int, ok bool) {
	for at := 0; ; {
		m := chineseDate.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		group := func(i int) int { return numeral(text[at+m[2*i] : at+m[2*i+1]]) }
		if d, err := store.NewDate(group(1), group(2), group(3)); err == nil {
			return d, at + m[1], true
		}
		at += m[1]
	}
	return "", 0, false
}

// parseNumericDate reads a text that begins with 2026-01-20, 2026/1/20 or
// 2026.1.20.
func parseNumericDate(text string) (store.Date, bool) {
	m := numericDate.FindStringSubmatchIndex(text)
	if m == nil || m[0] != 0 {
		return "", false
	}
	d, err := store.NewDate(atoi(text[m[2]:m[3]]), atoi(text[m[4]:m[5]]), atoi(text[m[6]:m[7]]))
	return d, err == nil
}

// ownDate reads a line that holds a date and little else: the day the article
// appeared.
func ownDate(line string) (store.Date, bool) {
	if utf8.RuneCountInString(line) > longestByline {
		return "", false
	}
	rest := line
	d, end, ok := findFullDate(line)
	if ok {
		m := chineseDate.FindStringIndex(line)
		rest = line[:m[0]] + " " + line[end:]
	} else if m := numericDate.FindStringIndex(line); m != nil {
		d, ok = parseNumericDate(line[m[0]:])
		rest = line[:m[0]] + " " + line[m[1]:]
	}
	if !ok {
		return "", false
	}
	rest = sourcePattern.ReplaceAllString(rest, "")
	rest = dateLabels.ReplaceAllString(rest, "")
	return d, utf8.RuneCountInString(rest) <= 8 && !strings.ContainsAny(rest, "。！？")
}

// latestFullDate gives the latest full date of a text.
func latestFullDate(text string) store.Date {
	var latest store.Date
	for at := 0; at < len(text); {
		d, end, ok := findFullDate(text[at:])
		if !ok {
			break
		}
		latest = max(latest, d)
		at += end
	}
	return latest
}

// numeral reads 2026, ２０２６, 二〇二六, 十二, 三十一.
func numeral(s string) int {
	n, tens := 0, false
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			n = n*10 + int(r-'0')
		case '０' <= r && r <= '９':
			n = n*10 + int(r-'０')
		case r == '十':
			n, tens = max(n, 1)*10, true
		default:
			digit := strings.Index("〇一二三四五六七八九", string(r)) / 3
			if r == '零' || r == '○' {
				digit = 0
			}
			if tens {
				n += digit
			} else {
				n = n*10 + digit
			}
		}
	}
	return n
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func daysBetween(a, b store.Date) int {
	x, errX := time.Parse(time.DateOnly, string(a))
	y, errY := time.Parse(time.DateOnly, string(b))
	if errX != nil || errY != nil {
		return 1 << 29
	}
	n := int(x.Sub(y).Hours() / 24)
	if n < 0 {
		return -n
	}
	return n
}
