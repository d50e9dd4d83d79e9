package feature

// bits of a feature's hash.
const bits = 40

// hash joins a template's number with what it saw.
func hash(template int, a, b uint64) uint64 {
	h := (a ^ uint64(template)<<57) * 0x9E3779B97F4A7C15
	h = (h ^ h>>32 ^ b) * 0xD6E8FEB86659FD93
	h = (h ^ h>>29) * 0x9FB21C651E98DF25
	return h >> (64 - bits)
}

// Features appends the features of character i.
func (x *Extractor) Features(dst []uint64, s *Sentence, i int) []uint64 {
	dst = append(dst, hash(0, 0, 0))
	for k, f := range templates {
		if x.Groups&(1<<k) != 0 {
			dst = f(dst, s, i)
		}
	}
	return dst
}

var templates = [...]func(dst []uint64, s *Sentence, i int) []uint64{
	charFeatures, wordFeatures, clusterFeatures, phraseFeatures, lexiconFeatures,
	suffixFeatures, personFeatures, cueFeatures, bracketFeatures,
}

func charFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	c := s.chars[i : i+2*pad+1]
	a3, a2, a1 := uint64(c[0].fold), uint64(c[1].fold), uint64(c[2].fold)
	m := uint64(c[3].fold)
	b1, b2, b3 := uint64(c[4].fold), uint64(c[5].fold), uint64(c[6].fold)
	return append(dst,
		hash(1, m, 0), hash(2, a1, 0), hash(3, b1, 0), hash(4, a2, 0), hash(5, b2, 0),
		hash(6, a1<<16|m, 0), hash(7, m<<16|b1, 0), hash(8, a2<<16|a1, 0), hash(9, b1<<16|b2, 0), hash(10, a1<<16|b1, 0),
		hash(11, a2<<32|a1<<16|m, 0), hash(12, a1<<32|m<<16|b1, 0), hash(13, m<<32|b1<<16|b2, 0),
		hash(14, a3<<32|a2<<16|a1, 0), hash(15, b1<<32|b2<<16|b3, 0),
	)
}

func wordFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	k, p := s.word[i], uint64(s.part[i])
	w := s.words[k-2 : k+3]
	key := func(j int) uint64 { return uint64(w[j].key)<<2 | p }
	tag := func(j int) uint64 { return uint64(w[j].tag) }
	return append(dst,
		hash(20, key(2), 0), hash(21, key(1), 0), hash(22, key(3), 0),
		hash(23, key(1), uint64(w[2].key)), hash(24, key(2), uint64(w[3].key)),
		hash(25, key(0), 0), hash(26, key(4), 0),
		hash(27, tag(2)<<2|p, 0), hash(28, tag(1)<<16|tag(2)<<2|p, 0), hash(29, tag(2)<<16|tag(3)<<2|p, 0),
		hash(30, tag(1)<<32|tag(2)<<16|tag(3)<<2|p, 0),
		hash(31, uint64(w[2].length)<<2|p, tag(2)),
	)
}

func clusterFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	k, p := s.word[i], uint64(s.part[i])
	w := s.words[k-2 : k+3]
	at := func(level, j int) uint64 { return uint64(w[j].class[level])<<2 | p }
	return append(dst,
		hash(32, at(0, 2), 0), hash(33, at(1, 2), 0), hash(34, at(2, 2), 0),
		hash(35, at(0, 1), 0), hash(36, at(1, 1), 0), hash(37, at(0, 3), 0), hash(38, at(1, 3), 0),
		hash(39, at(0, 1), at(0, 2)), hash(40, at(0, 2), at(0, 3)), hash(41, at(0, 1), at(0, 3)),
		hash(42, at(1, 1), at(1, 2)), hash(43, at(1, 2), at(1, 3)),
		hash(44, at(1, 0), 0), hash(45, at(1, 4), 0),
		hash(46, at(0, 0)<<16|at(0, 1), at(0, 2)), hash(47, at(0, 2)<<16|at(0, 3), at(0, 4)),
		hash(48, at(0, 1)<<16|at(0, 2), at(0, 3)),
		hash(49, at(2, 1), 0), hash(50, at(2, 3), 0),
	)
}

// phraseFeatures tell of the phrase over a character and where in it the
// character stands, and of the phrases beside its word.
func phraseFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	k := s.word[i]
	h := s.phrase[k]
	before, after := s.phrase[k-1], s.phrase[k+1]
	if h.end > 0 {
		before, after = s.phrase[h.begin-1], s.phrase[h.end]
	}
	w := s.words[k]
	p := uint64(0)
	if h.end > 0 {
		p = 1 + uint64(part(i, int(s.words[h.begin].start), int(s.words[h.end-1].end)))
		dst = append(dst,
			hash(92, uint64(h.class[0])<<3|p, 0), hash(93, uint64(h.class[1])<<3|p, 0), hash(94, uint64(h.class[2])<<3|p, 0),
			hash(95, uint64(h.key)<<3|p, 0),
			hash(96, uint64(h.class[0])<<3|p, uint64(s.words[h.begin-1].class[0])),
			hash(97, uint64(h.class[0])<<3|p, uint64(s.words[h.end].class[0])),
		)
	}
	own := uint64(s.part[i])
	if before.end > 0 {
		dst = append(dst, hash(98, uint64(before.class[0])<<3|p, own), hash(99, uint64(before.class[0])<<3|p, uint64(w.class[0])<<2|own))
	}
	if after.end > 0 {
		dst = append(dst, hash(100, uint64(after.class[0])<<3|p, own), hash(101, uint64(after.class[0])<<3|p, uint64(w.class[0])<<2|own))
	}
	return dst
}

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

// place is at without the length.
func (m match) place() uint64 { return m.at() >> 4 }

func lexiconFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	c, o, p := s.match[company][i], s.match[organization][i], s.match[place][i]
	weak := s.match[companyWeak][i]
	dst = append(dst,
		hash(63, weak.at(), uint64(s.words[s.word[i]].class[0])),
		hash(52, c.at(), 0), hash(53, o.at(), 0), hash(54, p.at(), 0), hash(55, s.match[title][i].at(), 0),
		hash(56, weak.place()<<12|c.place()<<8|o.place()<<4|p.place(), s.match[title][i].place()),
		hash(57, s.match[companySuffix][i].at(), s.match[organizationSuffix][i].at()),
		hash(58, s.match[eventSuffix][i].at(), s.match[projectSuffix][i].at()),
	)
	before, after := s.around(i, i+1)
	return append(dst, hash(59, before, 0), hash(60, after, 0), hash(61, before, c.at()), hash(62, after, c.at()))
}

// around gives the classes of the lexicon's words that end before from, and of
// those that begin at to.
func (s *Sentence) around(from, to int) (before, after uint64) {
	for c := range s.match {
		if from > 0 {
			if m := s.match[c][from-1]; m.length > 0 && m.begin == m.length-1 {
				before |= 1 << c
			}
		}
		if to < len(s.match[c]) {
			if m := s.match[c][to]; m.length > 0 && m.begin == 0 {
				after |= 1 << c
			}
		}
	}
	return before, after
}

func (r reach) pack() uint64 {
	v := uint64(r.far)<<4 | uint64(r.kind)
	if r.crosses {
		v |= 1 << 3
	}
	return v
}

func suffixFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	a, p := s.ahead[i], uint64(s.part[i])
	return append(dst,
		hash(64, a.company.pack(), 0), hash(65, a.organization.pack(), 0),
		hash(66, a.event.pack(), 0), hash(67, a.project.pack(), 0),
		hash(68, a.company.pack(), p), hash(69, a.company.pack(), uint64(s.words[s.word[i]].class[0])<<2|p),
		hash(70, a.organization.pack(), uint64(s.words[s.word[i]].class[0])<<2|p),
	)
}

func personFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	c := s.chars[i : i+2*pad+1]
	p := uint64(s.part[i])
	sound := uint64(0)
	for k := 1; k <= 5; k++ {
		sound <<= 2
		if c[k].translit {
			sound |= 1
		}
		if c[k].kind == typeDot {
			sound |= 2
		}
	}
	name := func(k int) uint64 {
		return uint64(c[k].surname)<<8 | uint64(c[k+1].given)<<4 | uint64(c[k+2].given)
	}
	return append(dst,
		hash(72, name(1), p), hash(73, name(2), p), hash(74, name(3), p),
		hash(75, sound, 0), hash(76, sound, p),
		hash(77, uint64(c[2].surname)<<8|uint64(c[3].surname)<<4|uint64(c[4].surname), p),
	)
}

func cueFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	w, p := s.words[s.word[i]], uint64(s.part[i])
	before, after := s.around(int(w.start), int(w.end))
	next := s.words[s.word[i]+1]
	_, after2 := s.around(0, int(next.end))
	cue := func(v uint64) uint64 { return v & (1<<title | 1<<speech | 1<<companySuffix | 1<<organizationSuffix) }
	t := s.ahead[i].title
	return append(dst,
		hash(80, cue(before), p), hash(81, cue(after), p), hash(82, cue(after2), p),
		hash(83, cue(before), cue(after)<<2|p), hash(84, t.pack(), 0),
		hash(85, cue(before), uint64(s.chars[pad+i].surname)), hash(86, cue(after), uint64(w.tag)),
	)
}

func bracketFeatures(dst []uint64, s *Sentence, i int) []uint64 {
	a := s.ahead[i]
	return append(dst,
		hash(88, uint64(a.bracket)<<8|uint64(a.since), 0),
		hash(89, uint64(a.bracket), uint64(s.chars[pad+i+1].fold)),
	)
}
