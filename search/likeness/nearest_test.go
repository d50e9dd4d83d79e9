package likeness

import (
	"math"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	filler := strings.Repeat("公司位于贵州，主营果业，近年来稳步增长。", 200)
	for _, tt := range []struct {
		name, asked, text, want string
		similarity              float64
	}{
		{"exactly", "将持续加大研发投入", filler + printedLong + filler, "将持续加大研发投入", 1},
		{"in the other script, marks aside", "營收增長了15.2%，「未來」", filler + printedLong, "营收增长了15.2%，未来", 1},
		{"pieces", "今年业绩很好……一切以公告为准", filler + printedLong, "今年业绩很好，营收增长了15.2%，未来将持续加大研发投入。对外界的传言，我们一切以公告为准", 1},
		{"a word swapped", "未来将逐步加大研发投入", filler + printedLong + filler, "未来将持续加大研发投入", 18. / 22},
		{"a changed number is near, not the same", "公司今年业绩很好，营收增长了16.2%", filler + printedLong, "公司今年业绩很好，营收增长了15.2%", 26. / 28},
		{"the nearer of two", "未来将逐步加大研发投入", "未来将逐渐加大投入。" + filler + printedLong, "未来将持续加大研发投入", 18. / 22},
		{"words were put in", "未来将持续加大投入力度", filler + "他说，未来将持续不断地加大投入力度。" + filler, "未来将持续不断地加大投入力度", 22. / 25},
		{"changed at the beginning, within the clause", "明年将持续加大研发投入", filler + "他说，未来将持续加大研发投入。", "未来将持续加大研发投入", 18. / 22},
		{"a short text stands there", "公告", filler + printedLong, "公告", 1},
		{"or it does not", "公示", filler + printedLong, "", 0},
		{"nothing shared", "足球比赛昨晚结束", filler, "", 0},
		{"no text", "足球比赛昨晚结束", "", "", 0},
		{"nothing asked", "", filler, "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, v := Nearest(tt.asked, tt.text)
			checkSpan(t, s, tt.text)
			if got := s.In(tt.text); got != tt.want || math.Abs(v-tt.similarity) > 1e-9 {
				t.Errorf("%q %.3f, want %q %.3f", got, v, tt.want, tt.similarity)
			}
		})
	}
}
