package feature

// Bits of a feature's hash.
const Bits = 40

// hash joins a template's number with what it saw.
func hash(template, a, b uint64) uint64 {
	h := template*0x9FB21C651E98DF25 + a*0x9E3779B97F4A7C15 + b*0xC2B2AE3D27D4EB4F
	h = (h ^ h>>32) * 0xD6E8FEB86659FD93
	return (h ^ h>>29) * 0xA0761D6478BD642F >> (64 - Bits)
}

// The templates are those of ninety-one that earned their place; they keep the
// numbers they had. Those that tell most are first: a character that they show
// to be outside of names needs no others.

// First appends the telling features of character i.
func (x *Extractor) First(dst []uint64, s *Sentence, i int) []uint64 {
	c, v := around(s.chars[i:i+2*pad+1]), s.view(i)
	w, p := v.words, v.part
	dst = append(dst, hash(0, 0, 0))
	if x.Groups&Chars != 0 {
		dst = append(dst, hash(1, c.at(0), 0), hash(5, c.at(2), 0), hash(6, c.at(-1), c.at(0)),
			hash(9, c.at(1), c.at(2)), hash(10, c.at(-1), c.at(1)))
	}
	if x.Groups&Words != 0 {
		dst = append(dst, hash(20, uint64(w[2].key), p), hash(27, uint64(w[2].tag), p))
	}
	if x.Groups&WordClusters != 0 {
		dst = append(dst, hash(32, w[2].at(0), p), hash(33, w[2].at(1), p), hash(36, w[1].at(1), p), hash(43, w[2].at(1)<<2|p, w[3].at(1)))
	}
	if x.Groups&Lexicon != 0 {
		dst = append(dst, hash(60, v.begins, 0), hash(61, v.ends, s.match[company][i].at()))
	}
	a := &s.ahead[i]
	if x.Groups&Suffixes != 0 {
		dst = append(dst, hash(64, a.company.pack(), 0), hash(67, a.project.pack(), 0))
	}
	if x.Groups&Persons != 0 {
		dst = append(dst, hash(76, c.sounds(), p))
	}
	if x.Groups&Cues != 0 {
		dst = append(dst, hash(80, v.before&cues, p), hash(86, v.after&cues, uint64(w[2].tag)))
	}
	if x.Groups&Brackets != 0 {
		dst = append(dst, hash(88, uint64(a.bracket)<<8|uint64(a.since), 0))
	}
	return dst
}

// Rest appends the other features of character i.
func (x *Extractor) Rest(dst []uint64, s *Sentence, i int) []uint64 {
	c, v := around(s.chars[i:i+2*pad+1]), s.view(i)
	w, p := v.words, v.part
	if x.Groups&Chars != 0 {
		dst = append(dst, hash(2, c.at(-1), 0), hash(4, c.at(-2), 0), hash(7, c.at(0), c.at(1)), hash(14, c.at(-3)<<32|c.at(-2)<<16|c.at(-1), 0))
	}
	if x.Groups&Words != 0 {
		dst = append(dst, hash(28, uint64(w[1].tag), uint64(w[2].tag)<<2|p))
	}
	if x.Groups&WordClusters != 0 {
		dst = append(dst, hash(34, w[2].at(2), p), hash(38, w[3].at(1), p), hash(42, w[1].at(1), w[2].at(1)<<2|p),
			hash(44, w[0].at(1), p), hash(47, w[2].at(0)<<16|w[3].at(0), w[4].at(0)<<2|p), hash(50, w[3].at(2), p))
	}
	if x.Groups&Lexicon != 0 {
		dst = append(dst, hash(52, s.match[company][i].at(), 0), hash(53, s.match[organization][i].at(), 0), hash(54, s.match[place][i].at(), 0),
			hash(57, s.match[companySuffix][i].at(), s.match[organizationSuffix][i].at()),
			hash(59, v.ends, 0), hash(63, s.match[companyWeak][i].at(), w[2].at(0)))
	}
	a := &s.ahead[i]
	if x.Groups&Suffixes != 0 {
		dst = append(dst, hash(66, a.event.pack(), 0))
	}
	if x.Groups&Persons != 0 {
		dst = append(dst, hash(75, c.sounds(), 0))
	}
	if x.Groups&Cues != 0 {
		dst = append(dst, hash(82, v.later&cues, p), hash(84, a.title.pack(), 0), hash(85, v.before&cues, uint64(c[pad].surname)))
	}
	if x.Groups&Brackets != 0 {
		dst = append(dst, hash(89, uint64(a.bracket), c.at(1)))
	}
	return dst
}

// view is what stands around a character.
type view struct {
	words         []word // two before its own to two behind
	part          uint64 // where in its word it stands
	ends, begins  uint64 // classes of the lexicon's words that end before it and begin behind it
	before, after uint64 // … that end before its word and begin behind it
	later         uint64 // … that begin behind the next word
}

func (s *Sentence) view(i int) view {
	k := s.word[i]
	w := s.words[k-2 : k+3]
	return view{
		words: w, part: uint64(s.part[i]), ends: s.endsBefore(i), begins: s.beginsAt(i + 1),
		before: s.endsBefore(int(w[2].start)), after: s.beginsAt(int(w[2].end)), later: s.beginsAt(int(w[3].end)),
	}
}

func (s *Sentence) endsBefore(i int) uint64 {
	if i == 0 {
		return 0
	}
	return uint64(s.ends[i-1])
}

func (s *Sentence) beginsAt(i int) uint64 {
	if i >= len(s.begins) {
		return 0
	}
	return uint64(s.begins[i])
}

// cues are the classes that tell of a name beside them.
const cues = 1<<title | 1<<speech | 1<<companySuffix | 1<<organizationSuffix

// around is a character with the pad before it and behind it.
type around []char

// at gives the folded character at a distance from the middle one.
func (c around) at(distance int) uint64 { return uint64(c[pad+distance].fold) }

// sounds tells of the five characters in the middle which ones write foreign
// names or join their parts.
func (c around) sounds() uint64 {
	v := uint64(0)
	for _, c := range c[pad-2 : pad+3] {
		v = v<<2 | uint64(c.sound)
	}
	return v
}

// at gives the class of a word.
func (w *word) at(level int) uint64 { return uint64(w.class[level]) }

// at packs where in a word of the lexicon a character stands.
func (m match) at() uint64 {
	if m.length == 0 {
		return 0
	}
	v := 1 + uint64(part(int(m.begin), 0, int(m.length)))
	if m.whole {
		v += 4
	}
	return v<<4 | uint64(min(m.length, 6))
}

func (r reach) pack() uint64 {
	v := uint64(r.far)<<4 | uint64(r.kind)
	if r.crosses {
		v |= 1 << 3
	}
	return v
}
