package main

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// item is a text as the files in ../shared hold it, one a line.
type item struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// eachZipped calls visit for every item of a gzipped file.
func eachZipped(path string, visit func(item) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return eachItem(path, unzipped, visit)
}

// eachPlain calls visit for every item of a file.
func eachPlain(path string, visit func(item) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return eachItem(path, f, visit)
}

func eachItem(path string, from io.Reader, visit func(item) error) error {
	for lines := json.NewDecoder(from); ; {
		var it item
		switch err := lines.Decode(&it); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := visit(it); err != nil {
			return err
		}
	}
}
