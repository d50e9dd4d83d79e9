// Command gen makes the embedded dictionary and model from jieba's own files.
//
//	go run ./zh/segment/gen SOURCE_DIR OUT_FILE
//
// SOURCE_DIR holds jieba.dict.utf8 and hmm_model.utf8, as cppjieba ships them
// (deps/cppjieba/dict in the module github.com/yanyiwu/gojieba v1.4.6). The
// form of OUT_FILE is told in zh/segment/data/README.md.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen SOURCE_DIR OUT_FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	dict, err := os.ReadFile(filepath.Join(from, "jieba.dict.utf8"))
	if err != nil {
		return err
	}
	model, err := os.ReadFile(filepath.Join(from, "hmm_model.utf8"))
	if err != nil {
		return err
	}
	out, err := encodeDict(nil, string(dict))
	if err != nil {
		return fmt.Errorf("jieba.dict.utf8: %w", err)
	}
	out, err = encodeModel(out, string(model))
	if err != nil {
		return fmt.Errorf("hmm_model.utf8: %w", err)
	}
	return os.WriteFile(to, out, 0o644)
}
