package source

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"zhiku/zh/fold"
)

//go:embed data/common.txt
var commonData string

// common holds the most frequent characters, simplified: nearly nine in ten of
// a running text, and few of the characters a wrong decoding gives.
var common = sync.OnceValue(func() map[rune]bool {
	m := map[rune]bool{}
	for _, line := range strings.Split(commonData, "\n") {
		if !strings.HasPrefix(line, "#") {
			for _, r := range line {
				m[r] = true
			}
		}
	}
	return m
})

// candidate is an encoding a text may be in.
type candidate struct {
	name string
	enc  encoding.Encoding
}

var candidates = []candidate{
	{"GB18030", simplifiedchinese.GB18030},
	{"Big5", traditionalchinese.Big5},
	{"UTF-16LE", utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)},
	{"UTF-16BE", utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)},
}

const (
	sampleBytes = 64 << 10 // of a file, to tell its encoding by
	goodScore   = 0.45     // share of frequent characters, less penalties, that a right decoding reaches
)

// decode tells the encoding and gives the text; mark is the byte order mark
// that stood before it.
func decode(data []byte) (text, name string, mark Offset, err error) {
	if kind := binaryKind(data); kind != "" {
		return "", "", Offset{}, fmt.Errorf("it is %s; zhiku reads plain text, Markdown, HTML and JSON lines: convert it first", kind)
	}
	if rest, ok := bytes.CutPrefix(data, []byte("\ufeff")); ok {
		return decodeUTF8(rest, Offset{Bytes: 3, Runes: 1})
	}
	for _, c := range []struct {
		mark string
		c    candidate
	}{{"\xff\xfe", candidates[2]}, {"\xfe\xff", candidates[3]}} {
		if rest, ok := bytes.CutPrefix(data, []byte(c.mark)); ok {
			text, err := decodeAs(rest, c.c)
			return text, c.c.name, Offset{Bytes: 3, Runes: 1}, err
		}
	}
	if utf8.Valid(data) && !looksLikeUTF16(data) {
		return string(data), "UTF-8", Offset{}, nil
	}
	if brokenUTF8(data) {
		return decodeUTF8(data, Offset{})
	}
	return decodeByScore(data)
}

func decodeUTF8(data []byte, mark Offset) (string, string, Offset, error) {
	if i := firstInvalid(data); i >= 0 {
		return "", "", mark, fmt.Errorf("byte %d is no UTF-8 while the rest is; "+
			"find where the file was damaged, or drop the byte with: iconv -c -f UTF-8 -t UTF-8", i+mark.Bytes)
	}
	return string(data), "UTF-8", mark, nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// brokenUTF8 tells UTF-8 with a few bad bytes from another encoding, whose
// bytes hardly ever make a UTF-8 character.
func brokenUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n >= 3:
			good++
		}
		i += n
	}
	return good > 4*bad
}

// looksLikeUTF16 tells by NUL bytes: the high halves of ASCII characters.
func looksLikeUTF16(data []byte) bool {
	return len(data)%2 == 0 && bytes.IndexByte(data, 0) >= 0
}

// decodeByScore takes the candidate whose text looks most like Chinese.
func decodeByScore(data []byte) (string, string, Offset, error) {
	best, bestScore := candidate{}, goodScore
	for _, c := range candidates {
		sample, err := decodeAs(data[:min(len(data), sampleBytes)], c)
		if err != nil {
			continue
		}
		if s := score(sample); s > bestScore {
			best, bestScore = c, s
		}
	}
	if best.enc == nil {
		return "", "", Offset{}, errors.New("the encoding is none of UTF-8, UTF-16, GB18030 and Big5; convert the file with: iconv -t UTF-8")
	}
	text, err := decodeAs(data, best)
	if err == nil && strings.ContainsRune(text, utf8.RuneError) {
		err = fmt.Errorf("it is %s with damaged characters; find where the file was damaged, or drop them with: iconv -c -f %s -t UTF-8",
			best.name, best.name)
	}
	return text, best.name, Offset{}, err
}

func decodeAs(data []byte, c candidate) (string, error) {
	out, err := c.enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("decode as %s: %w", c.name, err)
	}
	return string(out), nil
}

// score is near 1 for Chinese text, near or below 0 for what is none.
func score(text string) float64 {
	var sum, n float64
	for _, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || ' ' <= r && r < 0x7f:
			continue
		case common()[fold.Rune(r)] || strings.ContainsRune("，。、；：“”‘’？！（）《》「」『』　—…·％", r) || 0xff10 <= r && r <= 0xff5a:
			sum++
		case r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Co, r):
			sum -= 3
		case !unicode.Is(unicode.Han, r):
			sum -= 0.5
		}
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// binaryKind names what is no text at all.
func binaryKind(data []byte) string {
	for magic, kind := range map[string]string{"%PDF-": "a PDF", "\x89PNG": "a PNG picture", "PK\x03\x04": "a ZIP file (DOCX, EPUB …)",
		"\xff\xd8\xff": "a JPEG picture", "\x7fELF": "a program", "\xd0\xcf\x11\xe0": "an old Office file", "GIF8": "a GIF picture",
		"SQLite format 3": "a database", "\x1f\x8b": "gzip without the ending .gz"} {
		if bytes.HasPrefix(data, []byte(magic)) {
			return kind
		}
	}
	control := 0
	sample := data[:min(len(data), sampleBytes)]
	for _, b := range sample {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0 {
			control++
		}
	}
	if control > 8 && control*20 > len(sample) {
		return "binary"
	}
	return ""
}
