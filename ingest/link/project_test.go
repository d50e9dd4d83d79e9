package link

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"zhiku/ingest/extract"
	"zhiku/ingest/text"
	"zhiku/store"
)

// marked reads a text in which [c:…] is a firm, [o:…] a body and [j:…] a project.
func marked(t *testing.T, s string) *extract.Linked {
	t.Helper()
	kinds := map[byte]store.EntityKind{'c': store.Company, 'o': store.Organization, 'j': store.Project}
	var plain strings.Builder
	var mentions []extract.Mention
	for s != "" {
		before, rest, found := strings.Cut(s, "[")
		plain.WriteString(before)
		if !found {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		start := plain.Len()
		plain.WriteString(name[2:])
		mentions = append(mentions, extract.Mention{Range: text.Range{Start: start, End: plain.Len()}, Kind: kinds[name[0]],
			Found: extract.Found{Rule: "test", Confidence: 0.9}})
		s = after
	}
	v := text.New(plain.String())
	if v.Text != plain.String() {
		t.Fatalf("the view changes %q", plain.String())
	}
	return Link(v, mentions)
}

func TestOwnersAndPlaces(t *testing.T) {
	for _, c := range []struct{ teaches, text, want string }{
		{"a firm right before", "[c:青禾集团][j:东干渠工程]开工。", "青禾集团/"},
		{"的 between", "[c:青禾集团]的[j:东干渠工程]开工。", "青禾集团/"},
		{"a mark of a list between", "[c:青禾集团]、[j:东干渠工程]获奖。", "/"},
		{"who invests", "[c:青禾集团]投资建设的[j:东干渠工程]开工。", "青禾集团/"},
		{"with the sum between", "[c:青禾集团]投资3亿元建设的[j:东干渠工程]开工。", "青禾集团/"},
		{"who only visits", "[c:青禾集团]参观[j:东干渠工程]。", "/"},
		{"who visits while building", "[c:青禾集团]建设的同时参观[j:东干渠工程]。", "/"},
		{"who supplies", "[c:青禾集团]供货的[j:东干渠工程]开工。", "/"},
		{"who reports", "[o:沂川电视台]报道[j:东干渠工程]开工。", "/"},
		{"负责 is no 负责人", "[c:青禾集团]负责人看望[j:东干渠工程]工人。", "/"},
		{"负责建设", "[c:青禾集团]负责建设的[j:东干渠工程]开工。", "青禾集团/"},
		{"for whom it is built", "工人为[c:青禾集团]建设的[j:东干渠工程]开工。", "/"},
		{"two owners are unsure", "[c:岚汀集团]与[c:青禾集团]投资建设的[j:东干渠工程]开工。", "/"},
		{"由 behind", "[j:东干渠工程]总投资3亿元，由[c:青禾集团]投资建设。", "青禾集团/"},
		{"由 behind that only reports", "[j:东干渠工程]的消息由[c:青禾集团]发布。", "/"},
		{"another sentence", "[c:青禾集团]投资建设。[j:东干渠工程]开工。", "/"},
		{"who pays goes before who builds", "[c:岚汀集团]承建的[j:东干渠工程]开工。[j:东干渠工程]由[c:青禾集团]投资建设。", "青禾集团/"},
		{"who only builds owns nothing", "[c:岚汀集团]承建的[j:东干渠工程]开工。", "/"},
		{"two claims are unsure", "[c:岚汀集团]的[j:东干渠工程]开工。[c:青禾集团]的[j:东干渠工程]开工。", "/"},
		{"the name begins with the firm's", "[j:青禾集团东干渠工程]开工。[c:青禾集团]获奖。", "青禾集团/"},
		{"the full name of the owner", "[j:青禾集团东干渠工程]开工。[c:沂川青禾集团有限公司]（[c:青禾集团]）获奖。", "沂川青禾集团有限公司/"},
		{"a place at the head", "[j:成都东干渠工程]开工。", "/成都"},
		{"with the county behind", "[j:成都市远屿县东干渠工程]开工。", "/成都市远屿县"},
		{"a zone is no county", "[j:成都高新区东干渠工程]开工。", "/成都"},
		{"a city that no list has", "[j:沂川市东干渠工程]开工。", "/沂川市"},
		{"a city is no place", "[j:智慧城市工程]开工。", "/"},
		{"behind the owner's name", "[j:青禾集团成都东干渠工程]开工。[c:青禾集团]获奖。", "青禾集团/成都"},
		{"the owner's place is not the project's", "[j:成都青禾集团东干渠工程]开工。[c:成都青禾集团]获奖。", "成都青禾集团/"},
		{"a line between two places", "[j:成都重庆高铁]开工。", "/"},
		{"the whole country is no place", "[j:中国东干渠工程]开工。", "/"},
		{"nor is the state", "[j:国家东干渠工程]开工。", "/"},
		{"a university is no place", "[j:成都大学东干渠工程]开工。", "/"},
		{"a count of counties is none", "[j:百县千镇工程]开工。", "/"},
		{"位于 before", "位于沂川市的[j:东干渠工程]开工。", "/沂川市"},
		{"位于 of something else", "位于沂川市的酒店，[j:东干渠工程]代表入住。", "/"},
		{"位于 behind", "[j:东干渠工程]位于沂川市远屿县，明年完工。", "/沂川市远屿县"},
		{"落户", "[j:东干渠工程]落户成都。", "/成都"},
		{"where it begins", "[j:东干渠工程]今天在沂川市开工。", "/沂川市"},
		{"where it is talked of", "[j:东干渠工程]今天在沂川市引起热议。", "/"},
		{"two places are unsure", "[j:东干渠工程]落户成都。[j:东干渠工程]位于重庆。", "/"},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			l := marked(t, c.text)
			for _, e := range l.Entities {
				if e.Kind != store.Project {
					if e.Owner != -1 || e.OwnerText != "" || e.Place != "" {
						t.Errorf("%s is owned or placed: %+v", e.Name, e)
					}
					continue
				}
				if d := gocmp.Diff(c.want, e.OwnerText+"/"+e.Place); d != "" {
					t.Errorf("%s\n%s", c.text, d)
				}
				if (e.Owner >= 0) != (e.OwnerText != "") || e.Owner >= 0 && l.Entities[e.Owner].Name != e.OwnerText {
					t.Errorf("owner %d is not %q", e.Owner, e.OwnerText)
				}
			}
		})
	}
}
