package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"zhiku/search"
	"zhiku/store"
)

func TestCite(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "orchard.txt"), orchard), writeFile(t, filepath.Join(dir, "harbour.txt"), harbour))
	for _, tt := range []struct {
		name, text, speaker string
		code                int
		says                string
	}{
		{"to the letter", "以前看天吃饭，现在看屏幕吃饭。", "陆明川", exitOK, "一字不差"},
		{"a part may be cited", "现在看屏幕吃饭", "", exitOK, "更长引语的一部分"},
		{"a word changed may not", "以前看天吃饭，现在看手机吃饭。", "陆明川", exitFailed, "现在看[-手机-]{+屏幕+}吃饭"},
		{"nor by somebody else", "以前看天吃饭，现在看屏幕吃饭。", "贺长风", exitFailed, "不是这个人说的"},
		{"nor what nobody said", "飞船已经离开了第三颗卫星的轨道", "", exitFailed, "没有找到"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := runProgram(t, "cite", "--data", data, "--speaker", tt.speaker, tt.text)
			if r.code != tt.code || !strings.Contains(r.out, tt.says) {
				t.Errorf("exit %d, %q %q", r.code, r.out, r.errOut)
			}
		})
	}
	t.Run("a doubtful speaker", func(t *testing.T) {
		mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "ferry.txt"), ferry))
		for _, tt := range []struct {
			speaker string
			code    int
			says    string
		}{{"林小舟", exitFailed, "见报，但说话人存疑"}, {"顾望舒", exitFailed, "见报，但说话人存疑"}, {"陆明川", exitFailed, "不是这个人说的"}, {"", exitOK, "一字不差"}} {
			r := runProgram(t, "cite", "--data", data, "--speaker", tt.speaker, "去年的事不会再有，账也已经结清")
			if r.code != tt.code || !strings.HasPrefix(r.out, tt.says) || !strings.Contains(r.out, "! 说话人存疑，也可能是顾望舒") {
				t.Errorf("by %q: exit %d, %q %q", tt.speaker, r.code, r.out, r.errOut)
			}
		}
		for _, command := range [][]string{{"cite", "--data", data, "--json", "去年的事不会再有，账也已经结清"}, {"search", "--data", data, "--json", "结清"}} {
			r := mustRun(t, command...)
			if !strings.Contains(r.out, `"candidates":[{"who":"林小舟","weight":0.741},{"who":"顾望舒","weight":0.259}]`) {
				t.Errorf("%v prints %s", command[0], r.out)
			}
		}
	})
	t.Run("a verdict stands once over what it is of", func(t *testing.T) {
		twice := t.TempDir()
		for _, paper := range []string{"a.txt", "b.txt"} {
			mustRun(t, "ingest", "--data", twice, writeFile(t, filepath.Join(dir, paper), harbour))
		}
		r := mustRun(t, "cite", "--data", twice, "首航只是开始，航线会越开越密。")
		if n, m := strings.Count(r.out, "一字不差"), strings.Count(r.out, "《新港区开出首班货轮》"); n != 1 || m != 2 {
			t.Errorf("a verdict stands %d times over %d matches: %s", n, m, r.out)
		}
	})
	t.Run("an interrupted one is one line", func(t *testing.T) {
		mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "pier.txt"),
			"码头开了\n沂川晚报记者 柏知秋\n2026年3月15日\n\n“货轮靠港了，”沂川港务集团有限公司董事长贺长风说，“明年还要再来。”\n"))
		const line = "货轮靠港了，……明年还要再来。"
		for _, command := range [][]string{{"cite", "--data", data, line}, {"search", "--data", data, "“货轮靠港”"}} {
			if r := mustRun(t, command...); !strings.Contains(r.out, "\n"+line+"\n") && !strings.HasPrefix(r.out, line+"\n") {
				t.Errorf("%s prints %s", command[0], r.out)
			}
		}
	})
	t.Run("as JSON", func(t *testing.T) {
		r := runProgram(t, "cite", "--data", data, "--json", "以前看天吃饭，现在看手机吃饭。")
		var answer struct {
			Verdict string
			Matches []struct {
				Verdict, ID, Speaker, Source, Published string
				Span                                    [2]int
				Diff                                    []struct{ Op, Text string }
			}
		}
		if err := json.Unmarshal([]byte(r.out), &answer); err != nil || r.code != exitFailed {
			t.Fatalf("exit %d, %v: %q", r.code, err, r.out)
		}
		if answer.Verdict != "altered" || len(answer.Matches) != 1 {
			t.Fatalf("answer %+v", answer)
		}
		m := answer.Matches[0]
		at := strings.Index(orchard, "以前")
		start := len([]rune(orchard[:at]))
		if m.Speaker != "陆明川" || m.Published != "2026-03-05" || m.Span != [2]int{start, start + 15} ||
			len(m.Diff) != 4 || m.Diff[1].Op != "delete" || m.Diff[1].Text != "手机" || m.Diff[2].Text != "屏幕" {
			t.Errorf("match %+v", m)
		}
	})
	t.Run("a running server is named", func(t *testing.T) {
		s := startServer(t, data)
		r := runProgram(t, "cite", "--data", data, "现在看屏幕吃饭")
		if r.code != exitUsage || !strings.Contains(r.errOut, s.base+"/verify") {
			t.Errorf("exit %d, %q", r.code, r.errOut)
		}
		s.stop(t)
	})
}

func TestSearchSaysHowItReadTheQuery(t *testing.T) {
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "orchard.txt"), orchard))
	for _, tt := range []struct{ name, query, says, never string }{
		{"in plain spelling", "屏幕　－广告", "read as: 屏幕 -广告", "!"},
		{"nothing where it is plain", "屏幕", "1 found", "read as"},
		{"a slip", "屏幕 之后:去年", "! ", "at least"},
		{"word by word", "屏幕吃饭", "also word by word: 屏幕 吃饭", "read as"},
		{"most of the words", "屏幕 吃饭 飞船", "0 of them hold all", "read as"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := mustRun(t, "search", "--data", data, tt.query)
			if !strings.Contains(r.errOut, tt.says) || strings.Contains(r.errOut, tt.never) {
				t.Errorf("search %s says %q", tt.query, r.errOut)
			}
		})
	}
}

// TestMarksAroundBreaks: what matches stands out on both sides of an omission.
func TestMarksAroundBreaks(t *testing.T) {
	l := hitLine{Text: "甲乙\n丙丁", marks: []search.Range{{Start: 3, End: 10}}, breaks: []store.Break{{Start: 6, End: 7, Words: store.Omission}}}
	const on, off = "\x1b[1;31m", "\x1b[0m"
	if got, want := l.words(true), "甲"+on+"乙"+off+"……"+on+"丙"+off+"丁"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
