package names

import (
	"testing"

	"zhiku/ingest/tagger"
	"zhiku/ingest/text"
)

// TestWithoutDepartment gives what is left of a body's name before a post.
func TestWithoutDepartment(t *testing.T) {
	for _, c := range []struct{ teaches, text, span, want string }{
		{"a department goes to the post behind it", "沂川数据服务中心市场拓展部部长卫成蹊", "沂川数据服务中心市场拓展部", "沂川数据服务中心"},
		{"a ward, too", "青禾医院感染科主任卫成蹊", "青禾医院感染科", "青禾医院"},
		{"one of the state is a body of its own", "沂川省卫生厅医政处处长卫成蹊", "沂川省卫生厅医政处", "沂川省卫生厅医政处"},
		{"a branch is a body of its own", "青禾货运中心远屿营业部经理卫成蹊", "青禾货运中心远屿营业部", "青禾货运中心远屿营业部"},
		{"one that acts itself keeps its name", "青禾医院感染科昨天停诊", "青禾医院感染科", "青禾医院感染科"},
		{"a body that ends like a department", "沂川教育部部长卫成蹊", "沂川教育部", "沂川教育部"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			span := spanOf(t, c.text, c.span, tagger.Organization)
			if got := a.withoutDepartment(text.Range{Start: span.Start, End: span.End}); a.s[got.Start:got.End] != c.want {
				t.Errorf("%s, want %s", a.s[got.Start:got.End], c.want)
			}
		})
	}
}

func TestPartsOfOneNamedBefore(t *testing.T) {
	for _, c := range []struct {
		teaches, text, span string
		tag                 tagger.Tag
		kept                bool
	}{
		{"the firm's own office", "公司党委宣传部部长卫成蹊说。", "公司党委宣传部", tagger.Organization, false},
		{"that bureau's", "该厅采购管理处说。", "该厅采购管理处", tagger.Organization, false},
		{"a named body's", "青禾大学党委宣传部说。", "青禾大学党委宣传部", tagger.Organization, true},
		{"a pronoun before 公司", "其称公司正在整改。", "其称公司", tagger.Company, false},
		{"a name that begins with one", "其川公司正在整改。", "其川公司", tagger.Company, true},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			a := newArticle(text.New(c.text))
			span := spanOf(t, c.text, c.span, c.tag)
			if got := a.mend(&span); got != c.kept {
				t.Errorf("kept %v", got)
			}
		})
	}
}
