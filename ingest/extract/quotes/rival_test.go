package quotes

import (
	"math"
	"testing"

	"zhiku/ingest/text"
)

func TestCandidates(t *testing.T) {
	for _, c := range []struct {
		teaches, text string
		want          []string // of the last quote, heaviest first; none where nobody else may be meant
	}{
		{"one who is named at his words is alone", "贺东楼说，水价不变，供水照常。苏映雪说，水质一直很好，可以放心。", nil},
		{"他 may be who spoke last, where another was named since", "贺东楼说，水价不变，供水照常。苏映雪听完点了点头。他还表示，明年会再开一次会。",
			[]string{"苏映雪", "贺东楼"}},
		{"他 with nobody named since is one", "贺东楼说，水价不变，供水照常。他还表示，明年会再开一次会。", nil},
		{"a quotation with no cue", "贺东楼说，水价不变，供水照常。苏映雪走进了院子。“这里的水比去年清多了，我们喝着放心。”",
			[]string{"苏映雪", "贺东楼"}},
		{"公司 may be the firm before the last", "临桑机械厂与青岚水务集团签约。公司表示，工程将在明年完工，不会延期。",
			[]string{"青岚水务集团有限公司", "临桑机械厂"}},
		{"two who speak as one are both it", "贺东楼、苏映雪说，水质一直很好，大家可以放心。", []string{"贺东楼", "苏映雪 too"}},
		{"who explains something goes on to say it", "苏映雪说，水质一直很好，可以放心。不过，贺东楼否认了停水的传言，“水厂今年没有停过一天，供水一直正常。”", nil},
		{"who is remembered does not speak", "回忆起苏映雪，贺东楼几度哽咽，“她是个非常实在、尽责的姑娘，我们都很想念她。”", nil},
		{"公司 where one firm is named", "青岚水务集团昨日开会。公司表示，工程将在明年完工，不会延期。", nil},
	} {
		t.Run(c.teaches, func(t *testing.T) {
			v := text.New("青岚的水\n\n" + c.text)
			all := Find(v, link(v))
			if len(all) == 0 {
				t.Fatal("no quote")
			}
			q := all[len(all)-1]
			var got []string
			sum := 0.0
			for i, x := range q.Candidates {
				who := x.Who
				if x.Joint {
					who += " too"
				}
				got = append(got, who)
				sum += x.Weight
				if i > 0 && x.Weight > q.Candidates[i-1].Weight {
					t.Errorf("%v is not sorted", q.Candidates)
				}
			}
			if len(got) > 0 && (math.Abs(sum-1) > 1e-9 || got[0] != q.SpeakerText) {
				t.Errorf("weights make %v, speaker %s of %v", sum, q.SpeakerText, got)
			}
			if len(got) != len(c.want) {
				t.Fatalf("%q, not %q", got, c.want)
			}
			for i := range got {
				if got[i] != c.want[i] {
					t.Errorf("%q, not %q", got, c.want)
				}
			}
		})
	}
}
