package segment

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
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
		{"words of the dictionary", "工业税收比重提升", []string{"工业", "税收", "比重", "提升"}},
		{"the probable path, not the longest first word", "研究生命起源", []string{"研究", "生命", "起源"}},
		{"a city's bridge and no mayor", "南京市长江大桥", []string{"南京市", "长江大桥"}},
		{"an unknown name is guessed", "他来到了网易杭研大厦", []string{"他", "来到", "了", "网易", "杭研", "大厦"}},
		{"a number with point and per cent is one", "增长12.5%左右", []string{"增长", "12.5%", "左右"}},
		{"full-width digits and letters too", "投资１００亿元", []string{"投资", "１００", "亿元"}},
		{"digits and letters together", "5G网和GWh", []string{"5G", "网", "和", "GWh"}},
		{"a full stop after a number is none of it", "达到12.", []string{"达到", "12", "."}},
		{"traditional words are found, offsets are the text's", "電動汽車產業", []string{"電動汽車", "產業"}},
		{"an invalid byte is a word of its own", "工业\xff税收", []string{"工业", "\xff", "税收"}},
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
	if want := []string{"人民大会堂", "人民", "大会", "大会堂", "会堂"}; !reflect.DeepEqual(got, want) {
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
	text := strings.Repeat("记者从发布会上获悉，全省新能源汽车产量突破25万辆。", 50)
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

func FuzzCutCoversTheText(f *testing.F) {
	for _, s := range []string{"研究生命起源", "増长１２.5％\xff", "電動車ＧＷｈ，。“”", strings.Repeat("字", 600), "a.b,1.2.3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		at := 0
		for _, w := range Default().Cut(s, nil) {
			if w.Start != at || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("word %+v does not follow on %d in %q", w, at, s)
			}
			if !utf8.RuneStart(s[w.Start]) && utf8.ValidString(s) {
				t.Fatalf("word %+v begins inside a character of %q", w, s)
			}
			at = w.End
		}
		if at != len(s) {
			t.Fatalf("words of %q end at %d of %d", s, at, len(s))
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if d := loadDict(); len(d.starts) < 300_000 {
			b.Fatal("words are missing")
		}
		if h := loadHMM(); len(h.emit) < 5_000 {
			b.Fatal("characters are missing")
		}
	}
}

func BenchmarkCut(b *testing.B) {
	const sentence = "记者从发布会上获悉，2025年全省新能源汽车产量突破25万辆，工业投资占固定资产投资比重从17.9%提升到35.5%。"
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
				if words[len(words)-1].End != len(text) {
					b.Fatal("the words do not cover the text")
				}
			}
		})
	}
}
