package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"zhiku/store"
)

// judgedSet is documents, queries, and which documents answer which query.
type judgedSet struct {
	name    string
	docs    *shelf
	queries []judgedQuery
	grades  map[string]grades // by query
}

type judgedQuery struct{ id, text string }

// shelf is a set's documents as articles, numbered in the order of the file.
type shelf struct {
	ids      []string // as the set calls them
	articles []*store.Article
	numbers  map[store.ArticleID]int
}

// ID of document n.
func (s *shelf) ID(n int) store.ArticleID { return s.articles[n].ID }

// Article n.
func (s *shelf) Article(n int) *store.Article { return s.articles[n] }

// Number is the n of ID(n).
func (s *shelf) Number(id store.ArticleID) (int, bool) {
	n, ok := s.numbers[id]
	return n, ok
}

func (s *shelf) put(it item) error {
	a := &store.Article{
		ID: store.NewArticleID(it.ID), SourceKey: it.ID, Revision: 1, Format: "text", Encoding: "UTF-8",
		Title: it.Title, Text: it.Text,
	}
	s.numbers[a.ID] = len(s.ids)
	s.ids = append(s.ids, it.ID)
	s.articles = append(s.articles, a)
	return nil
}

// readSet reads queries.tsv and qrels.tsv of a folder; each gives the documents.
func readSet(dir string, each func(visit func(item) error) error) (*judgedSet, error) {
	s := &judgedSet{
		name: filepath.Base(dir), docs: &shelf{numbers: map[store.ArticleID]int{}}, grades: map[string]grades{},
	}
	return s, errors.Join(
		each(s.docs.put),
		eachRow(filepath.Join(dir, "queries.tsv"), s.addQuery),
		eachRow(filepath.Join(dir, "qrels.tsv"), s.addGrade),
		s.check(),
	)
}

// addQuery reads "id TAB text".
func (s *judgedSet) addQuery(row string) error {
	id, text, ok := strings.Cut(row, "\t")
	if !ok {
		return fmt.Errorf("%q: id, tab, query are wanted", row)
	}
	s.queries = append(s.queries, judgedQuery{id, text})
	return nil
}

// addGrade reads "query 0 document grade", as TREC writes it.
func (s *judgedSet) addGrade(row string) error {
	fields := strings.Fields(row)
	if len(fields) != 4 {
		return fmt.Errorf("%q: query, 0, document, grade are wanted", row)
	}
	grade, err := strconv.Atoi(fields[3])
	if err != nil {
		return fmt.Errorf("%q: %w", row, err)
	}
	of := s.grades[fields[0]]
	if of == nil {
		of = grades{}
		s.grades[fields[0]] = of
	}
	of[fields[2]] = grade
	return nil
}

// check finds the slips of a set: a judged document that is not there.
func (s *judgedSet) check() error {
	known := make(map[string]bool, len(s.docs.ids))
	for _, id := range s.docs.ids {
		known[id] = true
	}
	for q, of := range s.grades {
		for id := range of {
			if !known[id] {
				return fmt.Errorf("query %s: document %s is judged but not there", q, id)
			}
		}
	}
	return nil
}

// eachRow calls visit for every line that is not empty.
func eachRow(path string, visit func(row string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if row := lines.Text(); row != "" {
			if err := visit(row); err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
		}
	}
	return lines.Err()
}
