package figures

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"zhiku/ingest/extract"
	"zhiku/ingest/extract/dates"
	"zhiku/ingest/text"
	"zhiku/store"
)

const published = store.Date("2026-01-20")

func find(s string) (*text.View, []extract.Figure) {
	v := text.New(s)
	return v, Find(v, nil, dates.Find(v, published))
}

// value writes a figure as: printed = value unit, with from, to and hedge where
// it has them.
func value(v *text.View, f *extract.Figure) string {
	s := fmt.Sprintf("%s = %s %s", v.Cut(f.Range), f.Value, f.Unit)
	if f.From != "" {
		s += " from " + string(f.From)
	}
	if f.To != "" {
		s += " to " + string(f.To)
	}
	if f.Hedge != "" {
		s += " (" + f.Hedge + ")"
	}
	return s
}

// check compares what is said of every figure of a text.
func check(t *testing.T, s string, want []string, say func(v *text.View, f *extract.Figure) string) {
	t.Helper()
	v, figs := find(s)
	var got []string
	for i := range figs {
		got = append(got, say(v, &figs[i]))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\ngot\n  %s\nwant\n  %s", s, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestValueAndUnit(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"亿 is multiplied out", "青禾果业净利润3.2亿元。", []string{"3.2亿元 = 320000000 元"}},
		{"位 of 位于 is no part of the unit", "6座电站中，2座位于沂川县，4座位于远屿。", []string{"6座 = 6 座", "2座 = 2 座", "4座 = 4 座"}},
		{"a year is no figure", "青禾果业2024年投产。", nil},
		{"a date is no figure", "会议3月5日14时30分召开。", nil},
		{"an ordinal is no figure", "青禾果业排名第3。", nil},
		{"a model name is no figure", "C919和A320起飞。", nil},
		{"a name in marks is no figure", "“1468”项目开工。", nil},
		{"a sum in a slogan is no figure", "“8+4”重点行业发展。", nil},
		{"a plan is no figure", "十五五规划印发。", nil},
		{"months of a year are no figure", "前11个月增长。", nil},
		{"consecutive years are no figure", "连续8年盈利。", nil},
		{"a company is no count", "一家公司破产。", nil},
		{"three big is no count", "三大运营商发声。", nil},
		{"an age is no figure", "他今年45岁。", nil},
		{"hundreds are no figure", "数百家企业参展。", nil},
		{"a noun that ends in 数 is no 'several'", "岗位数91643个。", []string{"91643个 = 91643 个"}},
		{"a time to get there", "西川至东川3小时可达。", []string{"3小时 = 3 小时"}},
		{"a time that is none", "热线24小时开通。", nil},
		{"a race is no distance", "她夺得女子400米自由泳金牌。", nil},
		{"a definition states nothing", "1吉瓦时=100万千瓦时。", nil},
		{"一 says each", "一亩地种果树。", nil},
		{"排量 is no unit", "标准为1.8排量。", nil},
		{"双核 is no unit", "配有2双核处理器。", nil},
		{"国人 is no unit", "14亿国人追思。", []string{"14亿 = 1400000000 人"}},
		{"a unit printed with the last of a list", "分别加快0.7、0.3个百分点。", []string{"0.7 = 0.7 个百分点", "0.3个百分点 = 0.3 个百分点"}},
		{"numbers without a unit beside a count", "第5、6个项目开工。", nil},
		{"a slogan of numbers", "实现从0到1的突破。", nil},
		{"a point makes a ratio", "倍差由2.71缩小到2.5。", []string{"由2.71缩小到2.5 = 2.5  from 2.71"}},
		{"列车 is no unit", "101101列车进站。", nil},
		{"half a unit behind", "全长四公里半。", []string{"四公里半 = 4.5 公里"}},
		{"half of another word", "周长4公里半径1公里。", []string{"4公里 = 4 公里", "1公里 = 1 公里"}},
		{"a cross is no count", "来到十字路口。", nil},
		{"used cars", "百万二手车展。", nil},
		{"ages of persons", "年龄从20多岁到70多岁。", nil},
		{"a class of weight", "她夺得女子60公斤级冠军。", nil},
		{"by and to", "铜价收跌1230元至67900元/吨。", []string{"1230元 = 1230 元", "67900元/吨 = 67900 元/吨"}},
		{"a range behind a change", "气温下降8℃到16℃。", []string{"8℃到16℃ = 8 ℃ to 16"}},
		{"a digit in a name is no origin", "田七今年涨到600块钱。", []string{"600块钱 = 600 块钱"}},
		{"a feast is no unit", "2025国庆档开启。", nil},
		{"首次 is no unit", "运油-20首次飞行。", nil},
		{"a measure of Taiwan", "進口1000萬平方公尺。", []string{"1000萬平方公尺 = 10000000 平方公尺"}},
		{"人口 is no unit", "2000万人口受灾。", []string{"2000万 = 20000000 人"}},
		{"megabytes are no number", "170兆数据。", nil},
		{"过半 of a progress", "秋收进度过半。", []string{"过半 = 0.5  (过)"}},
		{"a bracket within a change", "从100美元（离岸价）上涨到200美元。", []string{"从100美元（离岸价）上涨到200美元 = 200 美元 from 100"}},
		{"a group of countries is a name", "77国集团开会。", nil},
		{"a count in digits is one", "3家公司破产。", []string{"3家 = 3 家"}},

		{"a person is a unit", "10个人被困。", []string{"10个人 = 10 人"}},
		{"a person that begins another word is none", "10个人工湖建成。", []string{"10个 = 10 个"}},
		{"an hour and more", "用时1个多小时。", []string{"1个多小时 = 1 小时 (多)"}},
		{"上下 of another word", "改建8个上下客站。", []string{"8个 = 8 个"}},
		{"上下 as a hedge", "果价在60元上下。", []string{"60元上下 = 60 元 (上下)"}},
		{"half of them", "逾半数果农增收。", []string{"逾半数 = 0.5  (逾)"}},
		{"a number in marks that is a name", "“十万”大户来访。", nil},
		{"tens of thousands is a phrase", "成千上万的果农。", nil},
		{"watt-hours", "储能规模近25亿瓦时。", []string{"近25亿瓦时 = 2500000000 瓦时 (近)"}},
		{"a thousand litres", "产能60万千升。", []string{"60万千升 = 600000 千升"}},
		{"how long something goes on", "餐馆停业20天。", []string{"20天 = 20 天"}},
		{"days that look like a date", "餐馆停业20日，店主被拘留5日。", []string{"20日 = 20 日", "5日 = 5 日"}},
		{"a sentence", "他被判处监禁8个月。", []string{"8个月 = 8 个月"}},
		{"when something is done is no length", "3个月后完工。", nil},
		{"an interval", "检修间隔一般在2～4个月之间。", []string{"2～4个月 = 2 个月 to 4"}},
		{"sums in speech", "有的要50亿、80亿等等。", []string{"50亿 = 5000000000 元", "80亿 = 8000000000 元"}},
		{"a magnitude that a noun follows is no sum", "有的要50亿度。", []string{"50亿度 = 5000000000 度"}},

		{"half-width with commas", "产值1,234.5万元。", []string{"1,234.5万元 = 12345000 元"}},
		{"a point behind commas", "成交1,100.9亿元。", []string{"1,100.9亿元 = 110090000000 元"}},
		{"full width", "增长１２．５％。", []string{"１２．５％ = 12.5 %"}},
		{"Chinese numerals", "产值一万五千亿元。", []string{"一万五千亿元 = 1500000000000 元"}},
		{"ten thousands before 亿", "总额二十万亿元。", []string{"二十万亿元 = 20000000000000 元"}},
		{"ten thousands and thousands", "安置25万6千人。", []string{"25万6千人 = 256000 人"}},
		{"ten thousands and digits", "售价3万4000元。", []string{"3万4000元 = 34000 元"}},
		{"多 inside", "投入一千多万元。", []string{"一千多万元 = 10000000 元 (多)"}},
		{"余 inside", "投入二百余万元。", []string{"二百余万元 = 2000000 元 (余)"}},
		{"人民币 behind", "投入8亿元人民币。", []string{"8亿元人民币 = 800000000 元人民币"}},
		{"many digits before 万", "捐款100000万美元。", []string{"100000万美元 = 1000000000 美元"}},
		{"yuan, jiao and fen", "单价123元1角1分。", []string{"123元1角1分 = 123.11 元"}},
		{"more than four decimals stay exact", "汇率报6.123456789元。", []string{"6.123456789元 = 6.123456789 元"}},
		{"more digits than a float holds", "合计9007199254740993.01元。", []string{"9007199254740993.01元 = 9007199254740993.01 元"}},
		{"a unit that is not printed is money", "投入超过40个亿。", []string{"超过40个亿 = 4000000000 元 (超过)"}},
		{"a hedge", "产量约2590万度。", []string{"约2590万度 = 25900000 度 (约)"}},
		{"a bound", "用量小于40万吨。", []string{"小于40万吨 = 400000 吨 (小于)"}},
		{"a hedge that ends another word", "每年可节约5万吨水泥。", []string{"5万吨 = 50000 吨"}},
		{"a hedge behind", "用工200人左右。", []string{"200人左右 = 200 人 (左右)"}},
		{"内 behind", "车价在25万元内。", []string{"25万元内 = 250000 元 (内)"}},
		{"内 of another word", "25家内地企业参展。", []string{"25家 = 25 家"}},
		{"a unit with a slash", "售价8元/公斤。", []string{"8元/公斤 = 8 元/公斤"}},
		{"a sign in letters", "售价US$35，合RMB250。", []string{"US$35 = 35 美元", "RMB250 = 250 元"}},
		{"a minus sign", "净利润-3.2亿元。", []string{"-3.2亿元 = -320000000 元"}},
		{"below zero", "气温零下12℃。", []string{"零下12℃ = -12 ℃"}},
		{"traditional", "產值3.2億元，僱員1.5萬名。", []string{"3.2億元 = 320000000 元", "1.5萬名 = 15000 名"}},
		{"a traditional unit is kept as printed", "汽車3萬輛。", []string{"3萬輛 = 30000 輛"}},

		{"a range", "售价3000至5000元。", []string{"3000至5000元 = 3000 元 to 5000"}},
		{"a range of shares", "占比10%-15%。", []string{"10%-15% = 10 % to 15"}},
		{"a range with 万 printed once", "补助3至5万元。", []string{"3至5万元 = 30000 元 to 50000"}},
		{"a change", "占比从17.9%提升到35.5%。", []string{"从17.9%提升到35.5% = 35.5 % from 17.9"}},
		{"a change without 从", "成本由8元/公斤降至6元/公斤。", []string{"由8元/公斤降至6元/公斤 = 6 元/公斤 from 8"}},
		{"two figures are no change", "营收3亿元，利润5000万元。", []string{"3亿元 = 300000000 元", "5000万元 = 50000000 元"}},
		{"per hundred", "百分之七点五的农户受益。", []string{"百分之七点五 = 7.5 %"}},
		{"a third", "三分之一的农户受益。", []string{"三分之一 = 0.333333333333 "}},
		{"a quarter in digits", "节水1/4。", []string{"1/4 = 0.25 "}},
		{"tenths", "七成农户受益。", []string{"七成 = 7 成"}},
		{"成 of another word", "6成为主力。", nil},
		{"doubled twice", "产值翻两番。", []string{"两番 = 2 番"}},
		{"doubled without a number", "产值翻番。", nil},
		{"doubled with a number", "产值翻一番。", []string{"一番 = 1 番"}},
		{"来自 opens no change", "增长来自30-60美元的茶叶。", []string{"30-60美元 = 30 美元 to 60"}},
		{"自 opens a change", "票价自30元至60元。", []string{"自30元至60元 = 60 元 from 30"}},
		{"a change with 到了", "报价从上周的5200元/吨落到了4800元/吨。", []string{"从上周的5200元/吨落到了4800元/吨 = 4800 元/吨 from 5200"}},
		{"two prices with 了 alone are no change", "报价5200元/吨，降了400元/吨。", []string{"5200元/吨 = 5200 元/吨", "400元/吨 = 400 元/吨"}},
		{"times", "产量增长3倍。", []string{"3倍 = 3 倍"}},
		{"once more and some", "产量增长一倍多。", []string{"一倍多 = 1 倍 (多)"}},
		{"tenths and a half", "麦收已过八成半。", []string{"八成半 = 8.5 成"}},
		{"a discount", "门票打7.5折。", []string{"7.5折 = 7.5 折"}},
		{"three turns are no discount", "谈判一波三折。", nil},
		{"parts of ten thousand", "废品率为万分之三。", []string{"万分之三 = 0.0003 "}},
		{"a blank before 万", "產量超過 45 萬噸。", []string{"超過 45 萬噸 = 450000 噸 (超過)"}},
		{"half an hour in a change", "车程从半小时缩短到5分钟。", []string{"从半小时缩短到5分钟 = 5 分钟 from 30"}},
		{"half an hour alone is none", "半小时后到站。", nil},
		{"a table's head", "发行总额（亿元）10.00", []string{"10.00 = 1000000000 元"}},
		{"hours and minutes", "全程用时3小时20分。", []string{"3小时20分 = 200 分钟"}},
		{"half an hour more", "全程用时4个半小时。", []string{"4个半小时 = 4.5 小时"}},
		{"some ten", "十几家企业参展。", []string{"十几家 = 10 家 (几)"}},
		{"a bare hundred with a hedge", "近百款产品亮相。", []string{"近百款 = 100 款 (近)"}},
		{"a bare hundred without is none", "百款产品亮相。", nil},
		{"containers", "吞吐量120万标箱。", []string{"120万标箱 = 1200000 标箱"}},
		{"persons with no classifier", "230万失业人员就业。", []string{"230万 = 2300000 人"}},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.text, c.want, value) })
	}
}

func TestMetric(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the words before", "青禾果业的总投资达3亿元。", []string{"总投资"}},
		{"a date is no part", "2025年1至11月出口额为3亿元。", []string{"出口额"}},
		{"a date in the middle ends the subject", "重点企业2025年零售额3亿元。", []string{"零售额"}},
		{"the noun behind a count", "建成3000个充电桩。", []string{"建成充电桩"}},
		{"a verb that says nothing", "共有3000个充电桩。", []string{"充电桩"}},
		{"the noun alone", "3000个充电桩投入使用。", []string{"充电桩投入使用"}},
		{"another figure's words are its own", "发电2590万度，减排二氧化碳12万吨。", []string{"发电", "减排二氧化碳"}},
		{"a list in one clause", "发电2590万度、减排二氧化碳12万吨。", []string{"发电", "减排二氧化碳"}},
		{"growth of the figure before", "货运量400万吨，同比增长16%。", []string{"货运量", "货运量同比增长"}},
		{"statistics take 同比增加 for a name", "蔬菜产量超5800万吨，同比增加60多万吨。", []string{"蔬菜产量", "蔬菜产量同比增加"}},
		{"growth with its own subject", "货运量同比增长16%。", []string{"货运量同比增长"}},
		{"growth against a year", "失业率4.8%，比去年同期下降0.1个百分点。", []string{"失业率", "失业率比去年同期下降"}},
		{"growth of the clause before", "县里推广滴灌，用水量减少，同比下降30%。", []string{"用水量同比下降"}},
		{"a share of the figure before", "股票类产品7828只，占比63%。", []string{"股票类产品", "股票类产品占比"}},
		{"的 and a noun behind", "占据80%的份额。", []string{"份额"}},
		{"a bracket that is not closed is none of the noun's", "31个省（自治区、直辖市）和兵团都已恢复了航班。", []string{"省"}},
		{"达 is no part of a word", "规上工业复工率达98.1%。", []string{"规上工业复工率"}},
		{"a clause that says how is no subject", "生产总值3187亿元，按不变价格计算，同比增长5.4%。", []string{"生产总值", "生产总值同比增长"}},
		{"a share of a share", "民企占比达64.5%；外企增速最快，占比达31.2%。", []string{"民企占比", "外企占比"}},
		{"what describes a noun is skipped", "发行26款与大宗商品挂钩的理财产品。", []string{"发行理财产品"}},
		{"a place on something", "市民在74米的长卷上作画。", []string{"长卷"}},
		{"a growth of several", "工业增加值、服务业增加值同比增长6.5%、5.3%。", []string{"工业增加值同比增长", "服务业增加值同比增长"}},
		{"每天 is no measure of each", "将每天释放10名被扣押人员。", []string{"释放扣押人员"}},
		{"可支配收入 is one word", "居民人均可支配收入3万元。", []string{"居民人均可支配收入"}},
		{"国内生产总值 is one word", "国内生产总值增长5.4%。", []string{"国内生产总值增长"}},
		{"a mark to pass is no metric", "经济总量跃上110万亿元大关。", []string{"经济总量"}},
		{"what happens is no list", "造成至少17人死亡、数万人被疏散。", []string{"造成死亡"}},
		{"a verb that says nothing behind the noun", "寄递业务量累计完成417亿件，同比增长22%。", []string{"寄递业务量", "寄递业务量同比增长"}},
		{"lower than usual", "平均气温-4.5℃，较常年同期偏低0.6℃。", []string{"平均气温", "平均气温较常年同期偏低"}},
		{"one or the other", "产能减少30%或40%。", []string{"产能减少", "产能减少"}},
		{"the subject of the clause before", "价格总水平继续上扬，同比上涨5.7%。", []string{"价格总水平同比上涨"}},
		{"a base without its comparison", "大豆面积比去年增加5万亩，达16.6万亩。", []string{"大豆面积比去年增加", "大豆面积"}},
		{"a rate's own name", "对进口药按3%征收率缴纳税款。", []string{"征收率"}},
		{"a rate behind is no metric", "需求量每年以10%的速度递增。", []string{"需求量"}},
		{"a noun behind a list of what describes it", "建设13栋多层、高层厂房。", []string{"建设高层厂房"}},
		{"a noun behind such a list and nothing before", "13栋多层、高层厂房。", []string{"高层厂房"}},
		{"how high", "中心是200多米高的吸热塔。", []string{"吸热塔高"}},
		{"what 这条 points at", "货物在这条1035公里的铁路上往来。", []string{"铁路"}},
		{"a record is no part", "果干价格创下历史新高40元/公斤。", []string{"果干价格"}},
		{"a high level is no part", "果干价格处于高位，为40元/公斤。", []string{"果干价格"}},
		{"a wonder reached is no part", "放大效应达到惊人的8倍。", []string{"放大效应"}},
		{"adverbs between subject and verb", "茶馆客流就已降了三成。", []string{"茶馆客流降"}},
		{"可 of another word stays", "高粱酒可支配库存300吨。", []string{"高粱酒可支配库存"}},
		{"the topic of 方面", "运费方面船东只减少了10%。", []string{"运费减少"}},
		{"a verb that leads to the value", "票价上调到80元。", []string{"票价"}},
		{"a measure of growth does not lead there", "果干产量增速为12%。", []string{"果干产量增速"}},
		{"compared with a level", "果干均价较2024年的水平下跌12%。", []string{"果干均价较2024年下跌"}},
		{"较 that compares nothing", "均价较高的果干收入增长12%。", []string{"均价较高的果干收入增长"}},
		{"a 比 that statistics tore", "今年的果干价格比往年涨了3成。", []string{"果干价格比往年涨"}},
		{"a 较 that statistics tore", "木材加工规模较“十三五”末增长了27%。", []string{"木材加工规模较“十三五”末增长"}},
		{"what is compared is no part of the next", "榨油毛利则较三周前跌150元/吨，为620元/吨。", []string{"榨油毛利较三周前跌", "榨油毛利"}},
		{"a thing before a date", "大型商场每日客流量3万人次。", []string{"大型商场客流量"}},
		{"what grows before a date", "果干出口额去年增长5%。", []string{"果干出口额增长"}},
		{"a share of a year's whole", "茶树面积占全年种植面积的近三成。", []string{"茶树面积占全年种植面积"}},
		{"a share without its own subject", "核桃总产量8万吨，占全省的四分之一。", []string{"核桃总产量", "核桃总产量占全省"}},
		{"a short predicate goes with what is counted", "150名巡堤队员正连夜抢修。", []string{"巡堤队员抢修"}},
		{"a long one does not", "25起火情涉及多家商铺和民宅。", []string{"火情"}},
		{"what it is does not", "20名果农就是其中的代表。", []string{"果农"}},
		{"a noun of two characters keeps more", "9个乡镇降低了灌溉水费。", []string{"降低灌溉水费的乡镇"}},
		{"a share of things and what they do", "约35%的果干由外县供应。", []string{"果干由外县供应"}},
		{"whom the share is told of", "茶厂45%的门店都在省外。", []string{"门店在省外"}},
		{"a place in a bracket", "现有病例98例(临川83例、东川15例)。", []string{"现有病例", "临川现有病例", "东川现有病例"}},
		{"a list of places", "累计病例98例，其中：临川市83例、东川州15例。", []string{"累计病例", "临川市累计病例", "东川州累计病例"}},
		{"a bracket with a name of its own", "现有病例98例(重症15例)。", []string{"现有病例", "重症"}},
		{"把 takes what is counted", "县里把全县36家作坊列入名单。", []string{"列入名单的作坊"}},
		{"a verb takes it", "县里关停36家作坊。", []string{"关停作坊"}},
		{"who gives and gets is no part of what is given", "商会为新生免费提供400套被褥。", []string{"提供被褥"}},
		{"who owns is none of what is measured", "公司拥有3000亩果园。", []string{"果园"}},
		{"two nouns counted together", "拥有300家果园和果品加工企业。", []string{"果园和果品加工企业"}},
		{"things of an owner", "40座电站的业主到会。", []string{"电站"}},
		{"persons of a thing", "20名电站的业主到会。", []string{"电站的业主到会"}},
		{"a group of persons", "12人组成的巡护小组出发。", []string{"巡护小组出发"}},
		{"what an accident causes", "事故造成3名乘客受伤。", []string{"乘客受伤"}},
		{"what a sum is for, at length", "拨付2亿元支持山区中小学校改造。", []string{"拨付"}},
		{"what a sum is for, in short", "出资2亿元开拓市场。", []string{"出资开拓市场"}},
		{"what happens after a sum is got", "骗得8万元后连夜逃走。", []string{"骗得"}},
		{"a change told by a noun", "果干价格也出现7%的波动。", []string{"果干价格波动"}},
		{"a measure of the things before", "水库260座，蓄水量800万立方米。", []string{"水库", "水库蓄水量"}},
		{"persons measure nothing", "员工300名，利润5000万元。", []string{"员工", "利润"}},
		{"what is pointed at", "去年果价为16元，今年这一数字缩水为14元。", []string{"果价", "果价"}},
		{"a relative clause before a sum", "由银行提供的30亿元贷款。", []string{"贷款"}},
		{"a quantity before 在", "选购单价在90元以上的木料。", []string{"选购单价"}},
		{"a number within a noun", "引来17家世界500强企业。", []string{"引来世界500强企业"}},
		{"a noun ends where its verb begins", "60项重大工程成为现代化的标志。", []string{"重大工程"}},
		{"how long, at length", "县里各类室内娱乐场所一律停业20天。", []string{"停业"}},

		{"a multiple of something", "玉镯售价是银镯的4倍。", []string{"玉镯售价"}},
		{"a level that was before", "酒厂产量恢复到灾前的42%。", []string{"酒厂产量"}},
		{"what is done for a price", "酒厂以3亿元收购药厂。", []string{"收购药厂"}},
		{"a rise from a year's", "补贴标准由2019年的月人均310元提高到360元。", []string{"补贴标准"}},
		{"a bill's name", "议会批准3亿元生态修复条例。", []string{"批准生态修复条例"}},
		{"a price that is set", "电站指导价确定为每度0.42元。", []string{"电站指导价"}},
		{"where those come from", "新增出院3例，来自临川1例，来自东川2例。", []string{"新增出院", "临川新增出院", "东川新增出院"}},
		{"a list in a bracket is none", "20个村（镇、社区）中有18个实现果品增产。", []string{"村", "实现果品增产"}},
		{"traditional text stays", "貨運量400萬噸，同比增長16%。", []string{"貨運量", "貨運量同比增長"}},

		{"lists paired with names", "营收、净利润分别增长9.1%、13.8%。", []string{"营收增长", "净利润增长"}},
		{"three of them", "小麦、玉米和大豆产量分别为3万吨、5万吨和2万吨。", []string{"小麦产量", "玉米产量", "大豆产量"}},
		{"lists paired with figures", "实现产值3亿元、利税5000万元，同比分别增长9%、12%。",
			[]string{"产值", "利税", "产值同比增长", "利税同比增长"}},
		{"同比 before 分别", "营收、净利润同比分别增长9.1%、13.8%。", []string{"营收同比增长", "净利润同比增长"}},
		{"two figures that share no noun", "34只新股融资额96亿元。", []string{"新股", "融资额"}},
		{"及 within a name", "设备用品及服务、交通、衣着分别下降4.3%、0.7%、1%。", []string{"设备用品及服务下降", "交通下降", "衣着下降"}},
		{"names in the clause before, and what grows", "增长较快的有相机、试剂，同比增长率分别为4%、7%。", []string{"相机同比增长率", "试剂同比增长率"}},
		{"names in the clause before", "下降的是衣着、烟酒，分别下降4.3%、0.7%。", []string{"衣着下降", "烟酒下降"}},
		{"names that own one measure", "东川、西川的采购规模分别为3亿元和2亿元。", []string{"采购规模", "采购规模"}},
		{"lists without 分别", "复工率、复岗率达85.4%、40.4%。", []string{"复工率", "复岗率"}},
		{"a list of one measure", "产量为3万吨、5万吨。", []string{"产量", "产量"}},
		{"分别 with one figure is no list", "分别增长9.1%。", []string{"增长"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, c.text, c.want, func(_ *text.View, f *extract.Figure) string { return f.Metric })
		})
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the last date before", "2025年1至11月，出口增长19.6%。", []string{"2025年1至11月 printed"}},
		{"the date of each", "2024年出口3亿元，2025年出口5亿元。", []string{"2024 printed", "2025 printed"}},
		{"a date behind is another's", "出口3亿元，2025年出口5亿元。", []string{" ", "2025 printed"}},
		{"what it is compared with is not its own", "5月，失业率为4.8%，比去年同期下降0.1个百分点。", []string{"2026-05 printed", "2026-05 printed"}},
		{"a value of the year compared with is", "5月出口3亿元，比2024年的2亿元增长50%。", []string{"2026-05 printed", "2024 printed", "2026-05 printed"}},
		{"a year that is a measure of another", "2010年单价是2009年的3倍。", []string{"2010 printed"}},
		{"a year to build on", "到2035年，在2018年的基础上翻两番。", []string{"2035 printed"}},
		{"the highest since a year", "利率升至2007年9月以来最高的5%。", []string{" "}},
		{"of a change the later date", "从2012年的5万个增长至2022年的521万个。", []string{"2022 printed"}},
		{"the day of the report is none", "记者3日从云岭县获悉，当地建成3000个充电桩。", []string{" "}},
		{"the sentence before", "2025年，云岭县外贸回暖。出口增长19.6%。", []string{"2025 inferred"}},
		{"every year", "项目每年可发电2590万度。", []string{"每年 printed"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, c.text, c.want, func(_ *text.View, f *extract.Figure) string { return f.Period + " " + f.PeriodVia })
		})
	}
}

func TestPeriodEndsWithItsSection(t *testing.T) {
	_, figs := find("云岭县外贸回暖\n2025年，云岭县外贸明显回暖，出口额达3亿元。\n一、交通\n全县建成公路3000公里，群众出行方便了许多。\n")
	if len(figs) != 2 || figs[0].Period != "2025" || figs[1].Period != "" {
		t.Errorf("%+v", figs)
	}
}

// linked makes entities of the names, each mentioned wherever it stands.
func linked(v *text.View, names ...string) *extract.Linked {
	l := &extract.Linked{}
	for i := 0; i < len(v.Text); {
		step := 1
		for e, n := range names {
			if strings.HasPrefix(v.Text[i:], n) {
				l.Mentions = append(l.Mentions, extract.Mention{Range: text.Range{Start: i, End: i + len(n)}, Kind: store.Company})
				l.EntityOf = append(l.EntityOf, e)
				step = len(n)
			}
		}
		i += step
	}
	for _, n := range names {
		l.Entities = append(l.Entities, extract.Entity{Kind: store.Company, Name: n})
	}
	return l
}

func TestAbout(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"the name before", "青禾果业营收3亿元，南桥水泥营收5亿元。", []string{"青禾果业 0", "南桥水泥 1"}},
		{"a name behind is another's", "营收3亿元的企业里没有南桥水泥。", []string{" -1"}},
		{"the source is not whom it is told of", "青禾果业增产。南桥水泥数据显示，产量达3亿元。", []string{"青禾果业 0"}},
		{"从 and 获悉", "青禾果业增产。记者从南桥水泥获悉，产量达3亿元。", []string{"青禾果业 0"}},
		{"whom the section tells of", "青禾果业增产。产量达3万吨。", []string{"青禾果业 0"}},
		{"a region that something is a part of", "青禾果业产量占全国10%。", []string{"青禾果业 0"}},
		{"a region", "2025年，全省产量达3万吨。", []string{"全省 -1"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := text.New(c.text)
			var got []string
			for _, f := range Find(v, linked(v, "青禾果业", "南桥水泥"), dates.Find(v, published)) {
				got = append(got, fmt.Sprint(f.About, " ", f.AboutEntity))
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTarget(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a fact", "产值达到100亿元。", []string{"false"}},
		{"力争", "全县力争产值突破100亿元。", []string{"true"}},
		{"将 before a verb", "产值将达到100亿元。", []string{"true"}},
		{"将 with a preposition", "出口量将以10%的增幅增长。", []string{"true"}},
		{"将 holds for its clause alone", "产值将达到100亿元，利税为3亿元。", []string{"true", "false"}},
		{"了 tells of what is done", "将取消限制，订单增加了70%。", []string{"false"}},
		{"a goal behind the figure", "这离销售3万辆的目标甚远。", []string{"true"}},
		{"将 before what is moved", "工厂将能耗降低了10%。", []string{"false"}},
		{"a year to come", "到2030年，产值达到100亿元。", []string{"true"}},
		{"the clauses after it", "到2030年，力争产值突破100亿元，企业达到50家。", []string{"true", "true"}},
		{"until something is done", "计划投资100亿元，已完成30亿元。", []string{"true", "false"}},
		{"planned", "该项目计划投资100亿元。", []string{"true"}},
		{"a plan that is a name", "青禾行动计划覆盖100个村。", []string{"false"}},
		{"a target that is met", "青禾果业超额完成目标任务，产值100亿元。", []string{"false"}},
		{"the sentence after is a fact again", "力争产值突破100亿元。目前企业有50家。", []string{"true", "false"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, c.text, c.want, func(_ *text.View, f *extract.Figure) string { return fmt.Sprint(f.Target) })
		})
	}
}

func TestCurrency(t *testing.T) {
	for text1, want := range map[string]string{
		"投资3亿元。":           "CNY",
		"投资3亿元人民币。":        "CNY",
		"投资3亿美元。":          "USD",
		"售价8元/公斤。":         "CNY",
		"票价30美分。":          "USD",
		"投资3亿日元。":          "JPY",
		"投资3亿港元。":          "HKD",
		"派发1万元(澳门元，下同)。":   "MOP",
		"收费（人民币，下同）3000元。": "CNY",
		"售价US$35。":         "USD",
		"售价€35。":           "EUR",
		"投资3亿瑞士法郎。":        "CHF",
		"投资3亿越南盾。":         "VND",
		"投资3亿比索。":          "", // of many countries
		"投资3亿墨西哥比索。":       "MXN",
		"產值約3億元，產業發展。":     "", // of Taiwan, Hong Kong or elsewhere
		"產值約3億美元。":         "USD",
		"产量3万吨。":           "",
		"投资3亿新台币。":         "TWD",
		"投资3亿印度卢比。":        "INR",
		"投资3亿沙特里亚尔。":       "SAR",
	} {
		_, figs := find(text1)
		if len(figs) != 1 || figs[0].Currency != want {
			t.Errorf("%s: %+v, want %q", text1, figs, want)
		}
	}
}

// hostile texts have nothing to hold on to.
var hostile = []string{
	"", "1", "%", "亿", "3", "３", "万万万", "百分之", "从3%到", "至", "1/", "1/0", "0/0", "三分之零", "“3亿", "（亿元）", "单位：", "翻", "半", "\xff3亿\xff元\x80",
	strings.Repeat("9", 5000), strings.Repeat("九", 5000), strings.Repeat("3亿元", 2000), strings.Repeat("从3%到", 2000),
	strings.Repeat("（", 3000) + "3亿元", strings.Repeat("“”", 3000) + "3亿元", strings.Repeat("分别增长3%、", 1000), strings.Repeat("公司", 3000) + "3亿元",
	strings.Repeat("3\u200b亿", 500), "😀3亿元😀", "\u202e3亿元\u202c", strings.Repeat("年", 4000), strings.Repeat("、和", 2000) + "分别为3%、5%",
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		invariants(t, s)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 200 {
			f.Add(s)
		}
	}
	for _, s := range []string{"2025年，青禾果业营收、净利润分别增长9.1%、13.8%。", "占比从17.9%提升到35.5%", "全程3小时20分，票价￥35.5至40元", "產值約3億元"} {
		f.Add(s)
	}
	f.Fuzz(invariants)
}

// invariants holds what is true of any text: figures in order, whole characters,
// values in normal form, and the same figures every time.
func invariants(t *testing.T, s string) {
	v, figs := find(s)
	last := 0
	for _, f := range figs {
		if f.Start < last || f.End <= f.Start || f.End > len(v.Text) {
			t.Fatalf("%.80q: range %v after %d", s, f.Range, last)
		}
		last = f.End
		if utf8.ValidString(v.Text) && !utf8.ValidString(v.Cut(f.Range)+f.Metric+f.About+f.Unit+f.Hedge) {
			t.Fatalf("%.80q: %+v cuts a character", s, f)
		}
		for _, d := range []store.Decimal{f.Value, f.From, f.To} {
			if n, err := store.ParseDecimal(string(d)); d != "" && (err != nil || n != d) {
				t.Fatalf("%.80q: %q is not in normal form", s, d)
			}
		}
		if f.Value == "" || f.Rule == "" || (f.Period == "") != (f.PeriodVia == "") {
			t.Fatalf("%.80q: %+v", s, f)
		}
	}
	if _, again := find(s); !reflect.DeepEqual(figs, again) {
		t.Fatalf("%.80q: other figures the second time", s)
	}
}

func BenchmarkFind(b *testing.B) {
	const (
		sentence = "2025年1至11月，云岭县外贸进出口额达3.2亿元，同比增长19.6%。青禾果业产量从17.9万吨提升到35.5万吨，带动农户一千二百余户。县里说，路修通了，果子不愁卖，村民的日子一天比一天好，外出打工的年轻人也陆续回到了家乡。"
		figures  = 4
	)
	for _, kb := range []int{10, 100, 1000} {
		n := kb * 1000 / len(sentence)
		v := text.New(strings.Repeat(sentence+"\n", n))
		ds := dates.Find(v, published)
		b.Run(fmt.Sprintf("%dKB", kb), func(b *testing.B) {
			b.SetBytes(int64(len(v.Text)))
			for b.Loop() {
				if got := len(Find(v, nil, ds)); got != n*figures {
					b.Fatalf("%d figures, want %d", got, n*figures)
				}
			}
		})
	}
}
