package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhiku/store"
	"zhiku/store/sqlite"
)

// crashRounds is how often the program is killed, by turns while it takes
// articles in and while it indexes them.
const crashRounds = 20

// TestKilledProgramLosesNothing kills the program at random moments. After each
// the store and the index verify clean, and every article it had said to be
// stored is stored.
func TestKilledProgramLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("kills twenty programs")
	}
	rnd := rand.New(rand.NewPCG(20, 26))
	dir := t.TempDir()
	data := filepath.Join(dir, "data")
	mustRun(t, "ingest", "--data", data, writeFile(t, filepath.Join(dir, "orchard.txt"), orchard))
	acknowledged := map[store.ArticleID]bool{}
	for round := range crashRounds {
		input := writeFile(t, filepath.Join(dir, fmt.Sprintf("round%02d.jsonl", round)), manyArticles(rnd, round, 150))
		wait := time.Duration(rnd.IntN(500)) * time.Millisecond
		if round%2 == 0 {
			killIngest(t, data, input, wait, round%4 == 0, acknowledged)
		} else {
			mustRun(t, "ingest", "--data", data, input)
			killServer(t, data, wait)
		}
		if r := runProgram(t, "verify", "--data", data); r.code != exitOK {
			t.Fatalf("round %d, killed after %v: verify says\n%s%s", round, wait, r.out, r.errOut)
		}
		mustHold(t, data, acknowledged)
	}
	if len(acknowledged) == 0 {
		t.Fatal("no program lived long enough to acknowledge an article: the test shows nothing")
	}
	t.Logf("%d acknowledged articles are all there", len(acknowledged))
}

// killIngest starts an ingest, kills it some time after its start, or after the
// first article it acknowledged, however slow the machine is, and notes the
// articles it had acknowledged.
func killIngest(t *testing.T, data, input string, after time.Duration, fromFirst bool, acknowledged map[store.ArticleID]bool) {
	t.Helper()
	cmd := zhiku(t, "ingest", "--data", data, "--json", input)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(after, func() { cmd.Process.Kill() }) }
	if !fromFirst {
		kill()
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		var line eventLine
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.ID != "" {
			if line.Outcome != string(store.New) && line.Outcome != string(store.Unchanged) {
				t.Errorf("%s: %s", line.Outcome, line.Error)
			}
			acknowledged[line.ID] = true
			if fromFirst {
				kill()
				fromFirst = false
			}
		}
	}
	io.Copy(io.Discard, out)
	cmd.Wait()
}

// killServer kills a server in the midst of indexing what was taken in.
func killServer(t *testing.T, data string, after time.Duration) {
	t.Helper()
	if after%3 == 0 { // a rebuild from nothing, sometimes
		os.RemoveAll(indexPath(data))
	}
	s := startServer(t, data)
	time.Sleep(after)
	s.cmd.Process.Kill()
	s.cmd.Wait()
}

func mustHold(t *testing.T, data string, acknowledged map[store.ArticleID]bool) {
	t.Helper()
	ctx := context.Background()
	db, err := sqlite.OpenReadOnly(ctx, storePath(data))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var ids []store.ArticleID
	for id := range acknowledged {
		ids = append(ids, id)
	}
	held, err := db.ArticlesByID(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	if len(held) != len(ids) {
		t.Fatalf("%d of %d acknowledged articles are lost", len(ids)-len(held), len(ids))
	}
}

// manyArticles writes n articles of invented people and firms as JSONL.
func manyArticles(rnd *rand.Rand, round, n int) string {
	pick := func(words ...string) string { return words[rnd.IntN(len(words))] }
	var b strings.Builder
	for i := range n {
		name := pick("陆", "贺", "柏", "卫") + pick("明川", "长风", "知秋", "成蹊")
		firm := pick("青禾", "沂川", "安禾", "远屿") + pick("果业", "港务", "机械", "纺织") + "有限公司"
		text := fmt.Sprintf("“%s。”%s总经理%s说，公司今年投资%d亿元，同比增长%d.%d%%。\n%s与沂川市人民政府签署了协议。",
			pick("订单排到了明年春天", "我们把仓库搬上了屏幕", "路通了，货就活了"), firm, name, rnd.IntN(90)+1, rnd.IntN(40), rnd.IntN(10), firm)
		line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("%d-%d", round, i), "title": "第" + fmt.Sprint(i) + "条消息",
			"source": "沂川晚报", "published": "2026-03-05", "text": strings.Repeat(text+"\n", 1+rnd.IntN(4))})
		if err != nil {
			panic(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}
