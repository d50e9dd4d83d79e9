package main

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test program be its own child, as the command is.
func TestMain(m *testing.M) {
	if isChild() {
		if err := beChild(context.Background(), os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// press is an invented newspaper: names, frequent and rare words, long
// stretches without marks.
var press = []string{
	"云岭集团董事长林望舒在贵阳表示，公司明年将扩大动力电池产能。",
	"贵阳市政府与云岭集团签署战略合作协议，共同建设新能源产业园。",
	"遵义的茶农今年喜获丰收，茶叶价格同比上涨百分之十二。",
	"专家认为，绿色发展是山区经济转型升级的必由之路。",
	"全省工业投资保持较快增长，高技术制造业表现突出。",
	"毕节推进生态修复，荒山变成了花园。",
	"昨日，青禾果业在成都举行新品发布会，吸引了众多经销商。",
	"铜仁机场新增三条国内航线，旅客吞吐量创历史新高。",
	"重庆和贵州将加强铁路、公路、水运方面的互联互通。",
	"记者了解到，这座大桥的主塔已经顺利封顶。",
	"北京的一家研究机构发布报告，预测今年消费市场持续回暖。",
	"消防部门提醒市民注意用火安全，避免发生森林火灾。",
	"苗族姑娘用刺绣讲述家乡的故事，作品远销海外。",
	"上海的投资者对大数据中心项目表现出浓厚兴趣。",
	"安顺瀑布景区国庆期间接待游客超过二十万人次。",
	"教育部门表示，将进一步改善农村学校的办学条件。",
	"医院引进了先进的检测设备，患者不必再远赴省城。",
	"会议强调，要守住发展和生态两条底线。",
}

func inventedCorpus(t *testing.T, seed uint64) *corpus {
	t.Helper()
	c, err := newCorpus([]byte(strings.Join(press, "\n")+"\n"), seed)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// writePress writes a corpus folder: one item of several sentences, and one
// item for each sentence.
func writePress(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	single := make([]item, len(press))
	for i, s := range press {
		single[i] = item{ID: fmt.Sprint("n", i), Title: "今日要闻", Text: s}
	}
	writeItems(t, filepath.Join(dir, "press.jsonl.gz"), single...)
	writeItems(t, filepath.Join(dir, "tvnews.jsonl.gz"), item{ID: "all", Text: strings.Join(press, "\n")})
	return dir
}

// writeItems writes JSON lines, gzipped where the name says so.
func writeItems(t *testing.T, path string, items ...item) {
	t.Helper()
	var b strings.Builder
	for _, it := range items {
		line, err := json.Marshal(it)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	if !strings.HasSuffix(path, ".gz") {
		writeFile(t, path, b.String())
		return
	}
	var zipped strings.Builder
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(b.String())); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, zipped.String())
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
