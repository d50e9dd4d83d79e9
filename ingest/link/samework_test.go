package link

import (
	"testing"

	"zhiku/ingest/lexicon"
)

func TestShortProject(t *testing.T) {
	for _, c := range []struct {
		teaches, short, full string
		want                 bool
	}{
		{"a line by its number", "4号线", "沂川地铁4号线", true},
		{"with 地铁 before it", "地铁4号线", "沂川地铁4号线", true},
		{"another number is another line", "地铁4号线", "沂川地铁14号线", false},
		{"a line of another town is another one", "远屿4号线", "沂川地铁4号线", false},
		{"a number and its unit", "青禾电子8.5代线项目", "青禾电子8.5代液晶面板项目", true},
		{"another number is another work", "青禾电子6代线项目", "青禾电子8.5代液晶面板项目", false},
		{"a place put into the name", "青禾谷·物联网产业园项目", "青禾谷·杭州物联网产业园项目", true},
		{"another word put into it", "青禾谷·物联网产业园项目", "青禾谷·智慧物联网产业园项目", false},
		{"a core of three characters made for the work", "蘅藻峡工程", "蘅藻峡水利枢纽工程", true},
		{"a word of three characters is no such core", "太阳能项目", "青禾太阳能发电工程", false},
		{"the second phase is not the first", "青禾物流园一期工程", "青禾物流园二期扩建工程", false},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if got := shortProject(c.short, c.full); got != c.want {
				t.Errorf("%s, %s: %v", c.short, c.full, got)
			}
		})
	}
}

func TestHeadPlace(t *testing.T) {
	for _, c := range []struct{ teaches, name, want string }{
		{"a place", "杭州抽水蓄能电站", "杭州"},
		{"an unlisted one with its unit", "远屿市供水工程", "远屿市"},
		{"a street", "苏州路改造工程", ""},
		{"a word that begins with a unit", "远屿村庄清洁行动", ""},
		{"a kind of province", "文化大省建设工程", ""},
		{"beautiful villages", "美丽乡村示范区", ""},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			if got := headPlace(c.name, owners{set: lexicon.NewSet(nil)}); got != c.want {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
			}
		})
	}
}
