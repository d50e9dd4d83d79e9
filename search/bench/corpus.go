package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"time"

	"zhiku/store"

	mmap "github.com/blevesearch/mmap-go"
)

// corpus is a million documents that nobody keeps: each is put together anew
// from a few sentences of the pool, which its number and the seed draw.
type corpus struct {
	pool    []byte   // sentences, each with a line break
	offsets []uint32 // where the sentences begin, and where the last one ends
	seed    uint64
}

// newCorpus finds where the sentences of a pool begin.
func newCorpus(pool []byte, seed uint64) (*corpus, error) {
	c := &corpus{pool: pool, offsets: []uint32{0}, seed: seed}
	if len(pool) == 0 || len(pool) > math.MaxUint32 {
		return nil, fmt.Errorf("a corpus cannot be made of %d bytes of sentences", len(pool))
	}
	for line := range bytes.Lines(pool) {
		c.offsets = append(c.offsets, c.offsets[len(c.offsets)-1]+uint32(len(line)))
	}
	return c, nil
}

// mapCorpus maps a file of sentences into memory: its pages are the system's
// and no part of the heap, which would grow with it.
func mapCorpus(path string, seed uint64) (c *corpus, unmap func() error, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	pool, err := mmap.Map(f, mmap.RDONLY, 0)
	if err != nil {
		return nil, nil, fmt.Errorf("map %s: %w", path, err)
	}
	if c, err = newCorpus(pool, seed); err != nil {
		return nil, nil, errors.Join(err, pool.Unmap())
	}
	return c, pool.Unmap, nil
}

// A document is full when it has between emptiest and fullest bytes, each
// length as likely; with whole sentences that makes 267 bytes on average.
const (
	emptiest = 60
	fullest  = 305
)

// Text of document n.
func (c *corpus) Text(n int) string {
	rng := rand.New(rand.NewPCG(c.seed, uint64(n)))
	full := emptiest + rng.IntN(fullest-emptiest)
	text := make([]byte, 0, 2*fullest)
	for len(text) < full {
		i := rng.IntN(len(c.offsets) - 1)
		text = append(text, bytes.TrimRight(c.pool[c.offsets[i]:c.offsets[i+1]], "\n")...)
	}
	return string(text)
}

// Dates of the documents spread over so many days from the first.
const days = 5000

var firstDay = time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC)

// Article n: a text, a date and one of twenty sources, as an article of the
// store has them; no headline.
func (c *corpus) Article(n int) *store.Article {
	place := scatter(n)
	published := firstDay.AddDate(0, 0, int(place>>32%days))
	return &store.Article{
		ID: c.ID(n), SourceKey: strconv.Itoa(n), Revision: 1, Format: "text", Encoding: "UTF-8",
		Text: c.Text(n), Source: fmt.Sprintf("第%d报", place>>16%20),
		Published: store.Date(published.Format(time.DateOnly)), PublishedFrom: store.FromMetadata,
	}
}

// golden spreads numbers over 64 bits; gather is its inverse modulo 2⁶⁴.
const (
	golden = 0x9E3779B97F4A7C15
	gather = 0xF1DE83E19937733D
)

func scatter(n int) uint64 { return uint64(n) * golden }

// ID of document n looks like the store's, scattered and hexadecimal, but the
// number can be read from it: no table of a million ids is needed.
func (c *corpus) ID(n int) store.ArticleID {
	place := scatter(n)
	return store.ArticleID(fmt.Sprintf("a-%016x%04x", place, uint16(place>>24)))
}

// Number is the n of ID(n).
func (c *corpus) Number(id store.ArticleID) (n int, ok bool) {
	if len(id) < 18 {
		return 0, false
	}
	place, err := strconv.ParseUint(string(id[2:18]), 16, 64)
	if err != nil {
		return 0, false
	}
	n = int(place * gather)
	return n, c.ID(n) == id
}
