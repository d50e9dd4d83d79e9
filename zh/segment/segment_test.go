package segment

import (
	"reflect"
	"strings"
	"sync"
	"testing"
)

func cut(text string) []string {
	var out []string
	for _, w := range Default().Cut(text, nil) {
		out = append(out, text[w.Start:w.End])
	}
	return out
}

func TestCut(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"words of the dictionary", "果园面积逐年扩大", []string{"果园", "面积", "逐年", "扩大"}},
		{"the probable path, not the longest first word", "研究生命起源", []string{"研究", "生命", "起源"}},
		{"a city's bridge and no mayor", "南京市长江大桥", []string{"南京市", "长江大桥"}},
		{"an unknown name is guessed", "他来到了网易杭研大厦", []string{"他", "来到", "了", "网易", "杭研", "大厦"}},
		{"a number with point and per cent is one", "增长12.5%左右", []string{"增长", "12.5%", "左右"}},
		{"full-width digits and letters too", "投资１００亿元", []string{"投资", "１００", "亿元"}},
		{"digits and letters together", "5G网和GWh", []string{"5G", "网", "和", "GWh"}},
		{"a comma between digits only", "型号AB,12和1,234.5吨", []string{"型号", "AB", ",", "12", "和", "1,234.5", "吨"}},
		{"a Chinese comma parts numbers", "分别为3，4", []string{"分别", "为", "3", "，", "4"}},
		{"per mille and full-width per cent", "１２.5％、3‰", []string{"１２.5％", "、", "3‰"}},
		{"case stays", "CATL与Tesla", []string{"CATL", "与", "Tesla"}},
		{"a full stop after a number is none of it", "达到12.", []string{"达到", "12", "."}},
		{"traditional words are found, offsets are the text's", "電動汽車產業", []string{"電動汽車", "產業"}},
		{"a phrase folds before it is cut", "乾隆年間的著作", []string{"乾隆年間", "的", "著作"}},
		{"a character outside the basic plane is a word", "𠮷野家", []string{"𠮷", "野", "家"}},
		{"an invalid byte is a word of its own", "果园\xff面积", []string{"果园", "\xff", "面积"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := cut(tt.text); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("Cut(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestCutTags(t *testing.T) {
	text := "北京2025年，GWh"
	var got []string
	for _, w := range Default().Cut(text, nil) {
		got = append(got, w.Tag)
	}
	if got[0] != "ns" || got[1] != "m" || got[len(got)-2] != "w" || got[len(got)-1] != "eng" {
		t.Errorf("tags = %q", got)
	}
}

func TestCutSearchGivesWordsInside(t *testing.T) {
	text := "人民大会堂"
	var got []string
	for _, w := range Default().CutSearch(text, nil) {
		got = append(got, text[w.Start:w.End])
	}
	if want := []string{"人民", "人民大会堂", "大会", "大会堂", "会堂"}; !reflect.DeepEqual(got, want) {
		t.Errorf("CutSearch = %q, want %q", got, want)
	}
}

func TestLookup(t *testing.T) {
	if tag, freq, ok := Default().Lookup("北京"); !ok || tag != "ns" || freq == 0 {
		t.Errorf("北京: %q %d %v", tag, freq, ok)
	}
	if _, _, ok := Default().Lookup("汽車"); !ok {
		t.Error("a traditional word is not found")
	}
	for _, word := range []string{"京北北", "", "北京北京北京"} {
		if _, _, ok := Default().Lookup(word); ok {
			t.Errorf("%q is no word", word)
		}
	}
}

func TestConcurrentCutsAgree(t *testing.T) {
	text := strings.Repeat("记者从发布会上获悉，全县柑橘产量达到12.4万吨，Ａ级果占六成。", 50)
	want := cut(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if got := cut(text); !reflect.DeepEqual(got, want) {
				t.Error("two cuts of one text differ")
			}
		})
	}
	wg.Wait()
}

func TestCutOfALongRun(t *testing.T) {
	text := strings.Repeat("字", 3*longestRun+1)
	checkCover(t, text, Default().Cut(text, nil))
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"研究生命起源", "増长１２.5％\xff", "電動車ＧＷｈ，。“”", strings.Repeat("字", 600), "a.b,1.2.3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words := Default().Cut(s, nil)
		checkCover(t, s, words)
		checkBounds(t, s, words)
		if again := Default().Cut(s, nil); !reflect.DeepEqual(words, again) {
			t.Fatalf("two cuts of %q differ: %+v, %+v", s, words, again)
		}
		checkBounds(t, s, Default().CutSearch(s, nil))
	})
}

// checkBounds fails where a word begins or ends inside a character, or where
// the words are out of order.
func checkBounds(t *testing.T, text string, words []Word) {
	t.Helper()
	bounds := map[int]bool{len(text): true}
	for i := range text {
		bounds[i] = true
	}
	before := Word{}
	for _, w := range words {
		if !bounds[w.Start] || !bounds[w.End] || w.Start < before.Start {
			t.Fatalf("word %+v after %+v in %q", w, before, text)
		}
		before = w
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if s := load(); len(s.dict.tags) < 300_000 || len(s.hmm.emit) < 5_000 {
			b.Fatal("words or characters are missing")
		}
	}
}

func BenchmarkCut(b *testing.B) {
	const sentence = "记者从发布会上获悉，2025年全县柑橘产量达到12.4万吨，果农人均收入比上年增加3600元，冷库从8座增加到31座。"
	for _, size := range []struct {
		name string
		n    int
	}{{"10KB", 10_000}, {"100KB", 100_000}, {"1MB", 1_000_000}} {
		text := strings.Repeat(sentence, size.n/len(sentence))
		b.Run(size.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			var words []Word
			for b.Loop() {
				words = Default().Cut(text, words[:0])
				checkCover(b, text, words)
			}
		})
	}
}

// checkCover fails unless the words follow each other from end to end.
func checkCover(tb testing.TB, text string, words []Word) {
	tb.Helper()
	at := 0
	for _, w := range words {
		if w.Start != at || w.End <= w.Start {
			tb.Fatalf("word %+v does not follow on %d in %q", w, at, text)
		}
		at = w.End
	}
	if at != len(text) {
		tb.Fatalf("words of %q end at %d of %d", text, at, len(text))
	}
}
