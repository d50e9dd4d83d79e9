package figures

import (
	"strings"

	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
)

// period is when a figure holds.
type period struct {
	text string
	via  string // "printed", "inferred" or ""
}

// periods says of every figure when it holds: the last date earlier in the
// sentence, else the one of a sentence or heading before.
func (f *finder) periods(s text.Range, cs []clause) []period {
	out := make([]period, len(cs))
	now := f.period
	d := f.date
	for i := range cs {
		own := ""
		for d < len(f.dates) && f.dates[d].Start < cs[i].core.Start {
			switch date := &f.dates[d]; {
			case date.Start < s.Start || f.reporting(date, s):
			case f.compared(date):
				own = f.touching(date, cs[i].Start)
			default:
				now = period{date.Period, "printed"}
			}
			d++
		}
		out[i] = now
		if own != "" {
			out[i] = period{own, "printed"}
		}
	}
	return out
}

// compared tells whether a date is what a figure is compared with: 比去年同期.
func (f *finder) compared(d *dates.Date) bool {
	before := f.text[max(0, d.Start-len("相较于")):d.Start]
	for _, w := range []string{"比", "较", "较之", "与", "和", "同", "于", "不及", "是"} {
		if strings.HasSuffix(before, w) {
			return w != "同" && w != "于" && w != "是" && w != "和" || strings.HasSuffix(f.text[d.Start:d.End], "同期") ||
				w == "于" && strings.HasSuffix(before, "相较于")
		}
	}
	return false
}

// touching gives the period of a date that only 的 parts from the figure: 比上年的15亿元.
func (f *finder) touching(d *dates.Date, i int) string {
	if i < d.End || strings.Trim(f.text[d.End:i], "的为") != "" {
		return ""
	}
	return d.Period
}

// reporting tells whether a date is the day of the report: 记者3日从……获悉.
func (f *finder) reporting(d *dates.Date, s text.Range) bool {
	if d.Precision != dates.Day {
		return false
	}
	before, behind := f.text[max(s.Start, d.Start-len("记者")*2):d.Start], f.text[d.End:min(s.End, d.End+90)]
	if cut := strings.IndexAny(behind, stops); cut >= 0 {
		behind = behind[:cut]
	}
	return strings.HasSuffix(before, "记者") || strings.HasPrefix(behind, "电") || strings.HasPrefix(behind, "讯") ||
		f.lex.inside("report", behind)
}

// leavePeriod notes the last date of a sentence for those after it.
func (f *finder) leavePeriod(s text.Range) {
	for i := f.date; i < len(f.dates) && f.dates[i].Start < s.End; i++ {
		d := &f.dates[i]
		if d.Start < s.Start || d.Precision == "" || f.compared(d) || f.reporting(d, s) {
			continue
		}
		f.period = period{d.Period, "inferred"}
	}
}
