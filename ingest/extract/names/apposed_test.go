package names

import (
	"testing"

	"zhiku/ingest/text"
	"zhiku/store"
)

// TestPostsOfAll gives the posts of everybody in a text.
func TestPostsOfAll(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          [][3]string
	}{
		{"a title that several hold is that of the whole list", "市委常委卫成蹊、柏知秋参加调研。",
			[][3]string{{"卫成蹊", "市委常委", ""}, {"柏知秋", "市委常委", ""}}},
		{"one that one person holds is not", "董事长卫成蹊、柏知秋参加调研。",
			[][3]string{{"卫成蹊", "董事长", ""}, {"柏知秋", "", ""}}},
		{"a post between commas behind the name", "卫成蹊，青禾集团董事长，今年五十岁。",
			[][3]string{{"卫成蹊", "董事长", "青禾集团"}}},
		{"the next one of a list has the post before his name", "卫成蹊说，好。到场的有卫成蹊，青禾集团董事长柏知秋。",
			[][3]string{{"卫成蹊", "", ""}, {"卫成蹊", "", ""}, {"柏知秋", "董事长", "青禾集团"}}},
		{"what one has charge of", "青禾集团负责销售的卫先生说，好。", [][3]string{{"卫先生", "负责销售", "青禾集团"}}},
		{"a trade goes with the title", "酒吧老板卫小姐说，好。", [][3]string{{"卫小姐", "酒吧老板", ""}}},
		{"a country by one character", "俄总理别洛夫说，好。", [][3]string{{"别洛夫", "总理", "俄"}}},
		{"a character that ends another word is no country", "青德总理卫成蹊说，好。", [][3]string{{"卫成蹊", "总理", ""}}},
		{"the office of a head of state is in the title", "俄总统新闻秘书别洛夫说，好。", [][3]string{{"别洛夫", "总统新闻秘书", "俄"}}},
		{"a region behind a body goes with the title", "青禾食品协会北京区经理卫成蹊说，好。", [][3]string{{"卫成蹊", "北京区经理", "青禾食品协会"}}},
		{"a district is a body's own place", "沂川市远屿区区长卫成蹊说，好。", [][3]string{{"卫成蹊", "区长", "沂川市远屿区"}}},
		{"企业 behind what tells of what kind is no firm named before", "青禾集团昨日开会。一家钢贸企业的负责人卫先生说，好。", [][3]string{{"卫先生", "负责人", ""}}},
		{"a government's purchasing centre is a body", "沂川市政府采购中心主任卫成蹊说，好。", [][3]string{{"卫成蹊", "主任", "沂川市政府采购中心"}}},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			v := text.New(c.text)
			var got [][3]string
			for _, m := range Find(v) {
				if m.Kind == store.Person {
					got = append(got, [3]string{v.Cut(m.Range), v.Cut(m.Title), v.Cut(m.Employer)})
				}
			}
			if len(got) != len(c.want) {
				t.Fatalf("%s: %q, not %q", c.text, got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("%s: %q, not %q", c.text, got[i], c.want[i])
				}
			}
		})
	}
}
