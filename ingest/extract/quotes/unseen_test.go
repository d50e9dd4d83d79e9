package quotes

import (
	"strings"
	"testing"

	"zhiku/ingest/text"
	"zhiku/store"
)

// Kinds that a second reading of articles nobody had tuned to showed.

func TestKin(t *testing.T) {
	const d = "direct"
	run(t, []saidCase{
		{"a wife whom the article names", "他的妻子发来短信：“家里安好，你先忙。”妻子苏映雪在水厂化验。", []said{{d, "苏映雪", "家里安好，你先忙。"}}},
		{"a wife with no name", "他的妻子发来短信：“家里安好，你先忙。”", []said{{d, "他的妻子", "家里安好，你先忙。"}}},
		{"two sons with names", "儿子说：“家里安好，你先忙。”儿子苏映雪和儿子贺东楼都在水厂。", []said{{d, "儿子", "家里安好，你先忙。"}}},
		{"another relation than that of the name", "他的女儿发来短信：“家里安好，你先忙。”妻子苏映雪在水厂化验。", []said{{d, "他的女儿", "家里安好，你先忙。"}}},
	})
}

func TestVoicesBehind(t *testing.T) {
	const d = "direct"
	run(t, []saidCase{
		{"this is what moves him", "“守住水厂，保证供水，是我最要紧的事。”这是贺东楼坚守的动力。", []said{{d, "贺东楼", "守住水厂，保证供水，是我最要紧的事。"}}},
		{"a day before him", "“短短一个月，水表的价格就涨了两成。”昨天，准备换水表的苏映雪很庆幸。", []said{{d, "苏映雪", "短短一个月，水表的价格就涨了两成。"}}},
		{"a body that acts before its words", "位于北部的青岚水务集团提出了新设想，并已动工，“我们把两种水厂建在一起，目前国内还没有。”", []said{{d, "青岚水务集团有限公司", "我们把两种水厂建在一起，目前国内还没有。"}}},
	})
}

func TestStaffOfABody(t *testing.T) {
	const first = "青岚大学昨日停水。该校工作人员表示，水管明天一定修好。"
	for _, c := range []struct{ name, raw, org string }{
		{"该校 is the school named last", first, "青岚大学"},
		{"the bare word is one of the same body", first + "“我们的水管太旧了，只好换新的。”工作人员表示。", "青岚大学"},
		{"nobody's staff", "“我们的水管太旧了，只好换新的。”工作人员表示。", ""},
		{"another word is not of that body", first + "“我们的水管太旧了，只好换新的。”负责人表示。", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := text.New(c.raw)
			quotes := Find(v, link(v))
			if len(quotes) == 0 || quotes[len(quotes)-1].Organization != c.org {
				t.Errorf("%+v", quotes)
			}
		})
	}
}

func TestReportersDoNotSpeak(t *testing.T) {
	const raw = "中新社青岚3月31日电(苏映雪)贺东楼31日表示，水压已经稳了，水价也不会涨。“水厂的账目每个月都公开，大家都看得到。”"
	v := text.New(raw)
	l := link(v)
	for i := range l.Mentions {
		if strings.HasPrefix(v.Text[l.Mentions[i].Start:], "苏映雪") {
			l.Mentions[i].Rule = "names.dateline"
		}
	}
	direct := 0
	for _, q := range Find(v, l) {
		if q.Kind == store.Direct {
			direct++
			if q.SpeakerText != "贺东楼" {
				t.Errorf("said by %s", q.SpeakerText)
			}
		}
	}
	if direct != 1 {
		t.Errorf("%d direct quotes", direct)
	}
}

func TestWhereReportsEnd(t *testing.T) {
	const in = "indirect"
	run(t, []saidCase{
		{"反之 goes on", "一些业内人士认为，先装水管后买水表很麻烦。反之，先买水表可以省事。", []said{{in, "一些业内人士", "先装水管后买水表很麻烦。反之，先买水表可以省事"}}},
		{"a case that the speaker supposes", "贺东楼说，水厂今年会亏损。而在用水下降的情况下，水价也跌了一成。", []said{{in, "贺东楼", "水厂今年会亏损。而在用水下降的情况下，水价也跌了一成"}}},
		{"a scene of the reporter's", "贺东楼说，水厂今年会亏损。而在青岚街头，水车排起长队。", []said{{in, "贺东楼", "水厂今年会亏损"}}},
		{"people in general are his matter", "贺东楼说，现在流行先看水表。消费者先看水表，设计师会据此调整，这样一来两不误。", []said{{in, "贺东楼", "现在流行先看水表。消费者先看水表，设计师会据此调整，这样一来两不误"}}},
		{"people who are there are the reporter's", "贺东楼说，现在流行先看水表。消费者排起了长队。", []said{{in, "贺东楼", "现在流行先看水表"}}},
		{"what she did the reporter tells", "苏映雪说，最近还打算种些大蒜。清明节，她还摘了艾草，做了青团。", []said{{in, "苏映雪", "最近还打算种些大蒜"}}},
		{"what they did she tells", "苏映雪说，最近还打算种些大蒜。清明节，他们已经摘了艾草，做了青团。", []said{{in, "苏映雪", "最近还打算种些大蒜。清明节，他们已经摘了艾草，做了青团"}}},
		{"a list in the next paragraphs", "贺东楼表示，集团将保证供水，主要措施包括：\n一是每天检查水泵。\n二是每周公布水质。\n居民对此很放心。", []said{{in, "贺东楼", "集团将保证供水，主要措施包括|一是每天检查水泵|二是每周公布水质"}}},
		{"no list follows", "贺东楼表示，集团将保证供水，主要措施包括：\n居民对此很放心。", []said{{in, "贺东楼", "集团将保证供水，主要措施包括"}}},
	})
}
